//! Text as it is searched and sorted: without case, marks, widths and ligatures in every script that Unicode knows,
//! quotes and dashes as on a keyboard, runs of white space as one space.
//!
//! What a character consists of is asked of Unicode's own data, which browsers carry and a crate has natively. What
//! follows from that is decided here for both.

use std::cell::RefCell;

/// Separates the spans of one statement, so that nothing is found across a gap. No folded text has it.
pub(super) const GAP: char = '\u{1f}';

/// The text as it is compared: lower case, no marks, plain quotes, single spaces.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

/// Appends what a character is compared as, which may be nothing.
pub(super) fn fold_char(c: char, out: &mut String) {
    match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'A'..='Z' => out.push(c.to_ascii_lowercase()),
        GAP => {}
        _ if c.is_whitespace() => push_space(out),
        '`' => out.push('\''),
        _ if c.is_ascii() => out.push(c),
        _ => known(c, &mut |known| {
            for c in known.folded.chars() {
                if c == ' ' { push_space(out) } else { out.push(c) }
            }
        }),
    }
}

fn push_space(out: &mut String) {
    if !out.ends_with(' ') {
        out.push(' ');
    }
}

/// Whether a folded character is part of a word that white space or punctuation ends. Some scripts write words without
/// anything between them: there every place may begin one.
pub(super) fn is_in_word(c: char) -> bool {
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        // Thai and Lao, Burmese, Khmer, Chinese and Japanese.
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => false,
        '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => false,
        _ => {
            let mut is_letter = false;
            known(c, &mut |known| is_letter = known.is_letter);
            is_letter
        }
    }
}

/// What is known of a character beyond ASCII.
struct Known {
    folded: Box<str>,
    /// A letter or a number.
    is_letter: bool,
}

/// Characters in blocks of 256.
type Alphabet = Vec<Vec<Option<Known>>>;

thread_local! {
    /// The characters that occurred. Each is asked for once, since asking takes the page a while.
    static ALPHABET: RefCell<Alphabet> = const { RefCell::new(Vec::new()) };
}

fn known(c: char, read: &mut dyn FnMut(&Known)) {
    ALPHABET.with_borrow_mut(|alphabet| {
        let (block, place) = (c as usize >> 8, c as usize & 0xff);
        if alphabet.len() <= block {
            alphabet.resize_with(block + 1, Vec::new);
        }
        let Some(block) = alphabet.get_mut(block) else { return };
        if block.is_empty() {
            block.resize_with(0x100, || None);
        }
        if let Some(slot) = block.get_mut(place) {
            read(slot.get_or_insert_with(|| look_up(c)));
        }
    });
}

fn look_up(c: char) -> Known {
    let mut folded = String::new();
    if let Some(typed) = typed_as(c) {
        folded.push_str(typed);
    } else {
        for part in unicode::parts(c).chars() {
            match typed_as(part) {
                Some(typed) => folded.push_str(typed),
                None => folded.push(part),
            }
        }
    }
    Known { folded: folded.into(), is_letter: unicode::is_letter(c) }
}

/// Characters that Unicode does not take apart, or not into what is typed; each stands before that.
///
/// - Quotation marks, dashes and strokes; the Arabic one that stretches a word and says nothing.
/// - Latin letters in lower case that a keyboard may lack: those of Unicode's own table (CLDR, Latin-ASCII) that stand in
///   words, and the African and Azerbaijani ones that it leaves out.
/// - Arabic letters that differ by keyboard only.
const TYPED: &str = "‘' ’' ‚' ‛' ‹' ›' ʹ' ʻ' ʼ' ʽ' ´' \u{1ffd}' `' ′' ׳' “\" ”\" „\" ‟\" «\" »\" ″\" ״\" 「\" 」\" 『\" 』\" \
〝\" 〞\" 〟\" ‐- ‑- ‒- –- —- ―- −- ־- ֊- ⁄/ \u{640} \
ßss æae ðd øo þth đd ħh ıi ĸq łl ŋn œoe ŧt ƀb ƃb ƈc ƌd ƒf ƕhv ƙk ƚl ƞn ƣoi ƥp ƫt ƭt ƴy ƶz ǥg \
ȡd ȥz ȴl ȵn ȶt ȷj ȸdb ȹqp ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy ɓb ɖd ɗd ɛe ɠg ɨi ɩi ɲn ʈt ʉu ʋv ⱥa ⱦt ỻll ỽv ỿy \
əe ǝe ɔo ɣg ɵo ʊu \u{671}\u{627} \u{649}\u{64a} \u{6cc}\u{64a} \u{6a9}\u{643}";

fn typed_as(c: char) -> Option<&'static str> {
    if c > '〟' { None } else { TYPED.split(' ').find_map(|entry| entry.strip_prefix(c)) }
}

/// Unicode's data as the page has it.
#[cfg(target_arch = "wasm32")]
mod unicode {
    use js_sys::{JsString, RegExp};

    /// The compatible parts of a character without marks and what only steers how others are set, in one case.
    pub fn parts(c: char) -> String {
        let parts = JsString::from(c).normalize("NFKD");
        let parts = parts.replace_by_pattern(&RegExp::new(r"[\p{M}\p{Cf}]", "gu"), "");
        parts.to_upper_case().to_lower_case().into()
    }

    pub fn is_letter(c: char) -> bool {
        RegExp::new(r"[\p{L}\p{N}]", "u").test(c.encode_utf8(&mut [0; 4]))
    }
}

/// The same data in crates.
#[cfg(not(target_arch = "wasm32"))]
mod unicode {
    use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

    pub fn parts(c: char) -> String {
        let mut parts = String::new();
        unicode_normalization::char::decompose_compatible(c, |part| {
            let is_mark = part.general_category_group() == GeneralCategoryGroup::Mark;
            if !is_mark && part.general_category() != GeneralCategory::Format {
                parts.extend(part.to_uppercase().flat_map(char::to_lowercase));
            }
        });
        parts
    }

    pub fn is_letter(c: char) -> bool {
        matches!(c.general_category_group(), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number)
    }
}
