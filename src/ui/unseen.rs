//! Characters that reorder or hide others. Every text node of the page shows them by their code, and so does the name
//! of a part that is only heard.

/// How strictly words are looked at.
#[derive(Clone, Copy, PartialEq)]
pub enum WordKind {
    Text,
    Name,
}

/// Words in pieces: those that are as they seem, and between them each character that is to be shown.
pub fn pieces(words: &str, kind: WordKind) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut plain = 0;
    let mut before = None;
    let mut chars = words.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let after = chars.peek().map(|(_, next)| *next);
        if is_shown(c, before, after, kind) {
            let end = at + c.len_utf8();
            pieces.extend(words.get(plain..at).filter(|piece| !piece.is_empty()).map(|piece| (piece, false)));
            pieces.extend(words.get(at..end).map(|piece| (piece, true)));
            plain = end;
        }
        before = Some(c);
    }
    pieces.extend(words.get(plain..).filter(|piece| !piece.is_empty()).map(|piece| (piece, false)));
    pieces
}

/// Whether there is something to be shown.
pub fn hides(words: &str) -> bool {
    !words.is_ascii() && pieces(words, WordKind::Text).iter().any(|(_, is_shown)| *is_shown)
}

/// The code of a character that stands alone: "U+202E".
pub fn code(piece: &str) -> String {
    format!("U+{:04X}", piece.chars().next().unwrap_or_default() as u32)
}

/// The words with the codes of such characters in their place, where only text will do.
pub fn spelled(words: &str) -> String {
    let spelled = |(piece, is_shown): (&str, bool)| if is_shown { code(piece) } else { piece.to_owned() };
    pieces(words, WordKind::Text).into_iter().map(spelled).collect()
}

/// Whether a character would deceive: it always does when it reorders or smuggles; joiners and
/// direction marks only in names and beside letters that need none.
fn is_shown(c: char, before: Option<char>, after: Option<char>, kind: WordKind) -> bool {
    match c {
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        '\u{2065}' | '\u{fff0}'..='\u{fff8}' | '\u{e0080}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{61c}' | '\u{ad}' | '\u{2060}' | '\u{feff}' => {
            let letter = |c: Option<char>| c.and_then(script).is_some();
            kind == WordKind::Name || letter(before) || letter(after)
        }
        _ => false,
    }
}

#[derive(PartialEq, Clone, Copy)]
pub enum Script {
    Latin,
    Greek,
    Cyrillic,
}

pub fn script(c: char) -> Option<Script> {
    match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Script::Latin),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Script::Greek),
        '\u{400}'..='\u{52f}' => Some(Script::Cyrillic),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reorders_is_always_shown_and_what_joins_only_where_it_deceives() {
        for (c, before, after, shown) in [
            ('\u{202e}', None, None, true),
            ('\u{2066}', Some('م'), Some('ن'), true),
            ('\u{e0041}', None, None, true),
            ('\u{200d}', Some('👩'), Some('💻'), false),
            ('\u{200c}', Some('ن'), Some('م'), false),
            ('\u{200d}', Some('a'), Some('b'), true),
            ('\u{ad}', Some('о'), None, true),
            ('é', Some('a'), None, false),
        ] {
            assert_eq!(is_shown(c, before, after, WordKind::Text), shown, "{:04X}", c as u32);
        }
        assert!(is_shown('\u{200d}', None, None, WordKind::Name));
    }
}
