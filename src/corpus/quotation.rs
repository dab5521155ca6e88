//! Quotation marks at the ends of quoted words. An author selects words with their marks or without; whoever sets marks
//! around them has to know, or they stand twice.

/// How quoted words are to be put in marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks<'a> {
    /// These words, in marks: what was selected without its own.
    Around(&'a str),
    /// What was selected stands in marks already, and is more than one quotation or ends behind its marks.
    Standing(&'a str),
}

/// What of `words` is to be put in marks. A mark at one end alone is taken away with its partner outside, unless it
/// belongs to words inside: “Never” is what he said.
pub fn marks(words: &str) -> Marks<'_> {
    let inner = words.strip_prefix(is_double).map(|rest| (rest, true)).unwrap_or((words, false));
    let (rest, begins) = inner;
    let ended = rest.trim_end_matches([',', '.', ';', ':', '!', '?', '…']);
    let is_measure = ended.strip_suffix('"').is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    let without_end = ended.strip_suffix(is_double).filter(|_| begins || !is_measure);
    let inside = without_end.unwrap_or(rest).chars().filter(|c| is_double(*c)).count();
    match (begins, without_end) {
        (false, None) => Marks::Around(words),
        (true, Some(bare)) if inside == 0 && ended.len() == rest.len() => Marks::Around(bare),
        (true, Some(_)) => Marks::Standing(words),
        // The partner stands inside.
        _ if inside % 2 == 1 => Marks::Around(words),
        (true, None) => Marks::Around(rest),
        (false, Some(bare)) if ended.len() == rest.len() => Marks::Around(bare),
        (false, Some(_)) => Marks::Around(words),
    }
}

/// Whether a quotation ends inside `words` and another begins behind that, as where a reporting clause was selected with
/// the quotation that it interrupts. Quotations that stand whole inside the words are none of these.
pub fn ends_inside(words: &str) -> bool {
    let inner = match words.strip_prefix(is_double) {
        // The mark in front belongs to a quotation inside.
        Some(rest) if rest.chars().filter(|c| is_double(*c)).count() % 2 == 1 => return false,
        Some(rest) => rest,
        None => words,
    };
    let (mut before, mut depth, mut has_ended) = (None, 0usize, false);
    let mut letters = inner.chars().peekable();
    while let Some(c) = letters.next() {
        let side = if is_double(c) { side(c, before, letters.peek().copied()) } else { None };
        match side {
            Some(Side::Begins) if has_ended => return true,
            Some(Side::Begins) => depth += 1,
            Some(Side::Ends) => {
                has_ended |= depth == 0;
                depth = depth.saturating_sub(1);
            }
            None => {}
        }
        before = Some(c);
    }
    false
}

enum Side {
    Begins,
    Ends,
}

/// Which end of a quotation a mark is, by what stands around it: the same mark begins one in one language and ends one in
/// another. `None` where that cannot be told, as of inches.
fn side(mark: char, before: Option<char>, after: Option<char>) -> Option<Side> {
    let is_gap = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_word = after.is_some_and(char::is_alphanumeric);
    if mark == '"' && before.is_some_and(|before| before.is_ascii_digit()) {
        return None;
    }
    match mark {
        // French sets spaces inside its marks.
        '»' if is_gap(before) && !is_word => return Some(Side::Ends),
        '«' if is_gap(before) && is_gap(after) => return Some(Side::Begins),
        _ => {}
    }
    let is_behind_dash = before.is_some_and(|before| "—–-/".contains(before)) && is_word;
    if is_behind_dash
        || (is_gap(before) || before.is_some_and(|before| "([".contains(before))) && !is_gap(after)
    {
        return Some(Side::Begins);
    }
    (!is_gap(before) && !is_word).then_some(Side::Ends)
}

/// Marks of the first level, in any language.
pub fn is_double(c: char) -> bool {
    "\"“”„‟«»".contains(c)
}

#[cfg(test)]
mod tests {
    use super::Marks::{Around, Standing};
    use super::*;

    #[test]
    fn marks_are_known_where_they_stand() {
        for (words, known) in [
            ("We go,", Around("We go,")),
            ("“We go,”", Around("We go,")),
            ("\"We go,\"", Around("We go,")),
            ("„Wir gehen“", Around("Wir gehen")),
            ("»Wir gehen«", Around("Wir gehen")),
            ("« Nous allons »", Around(" Nous allons ")),
            ("“We go", Around("We go")),
            ("We go,”", Around("We go,")),
            ("“We go”,", Standing("“We go”,")),
            ("“We go,” she said, “and stay.”", Standing("“We go,” she said, “and stay.”")),
            ("“Never” is what he said", Around("“Never” is what he said")),
            ("He said “never”", Around("He said “never”")),
            ("a pipe of 5\"", Around("a pipe of 5\"")),
            ("‘Never’", Around("‘Never’")),
            ("the dogs’", Around("the dogs’")),
            ("“", Around("")),
            ("””", Around("")),
            ("", Around("")),
        ] {
            assert_eq!(marks(words), known, "{words}");
        }
    }

    #[test]
    fn a_quotation_that_ends_inside_is_told_from_those_that_stand_inside() {
        for (words, ends) in [
            ("We go,” she said, “and stay", true),
            ("We go,” she said, “and stay.”", true),
            ("“We go,” she said, “and stay", true),
            ("We go,\" she said, \"and stay", true),
            ("We go“, sagte sie, „und bleiben", true),
            ("Wir gehen«, sagte sie, »und bleiben", true),
            ("Nous allons », dit-elle, « et restons", true),
            ("We go\"—she said—\"and stay", true),
            ("We go—” she said. “And stay", true),
            ("Enough.”\n\n“And more", true),
            ("He said “never”, and she said “now”", false),
            ("“Never” is what he said, and “now” what she did", false),
            ("He said “never, “not” once”, and “then”", false),
            ("One paragraph.\n\n“And another.", false),
            ("a pipe of 5\" and a \"hose\"", false),
            ("Il a dit « jamais » et « non »", false),
            ("We go,” she said", false),
            ("", false),
        ] {
            assert_eq!(ends_inside(words), ends, "{words}");
        }
    }
}
