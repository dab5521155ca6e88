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
        _ => known(c, |known| {
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

/// What is known of a character beyond ASCII.
struct Known {
    folded: Box<str>,
}

/// Characters in blocks of 256.
type Alphabet = Vec<Vec<Option<Known>>>;

thread_local! {
    /// The characters that occurred. Each is asked for once, since asking takes the page a while.
    static ALPHABET: RefCell<Alphabet> = const { RefCell::new(Vec::new()) };
}

fn known<T>(c: char, read: impl FnOnce(&Known) -> T) -> T {
    ALPHABET.with_borrow_mut(|alphabet| {
        let (block, place) = (c as usize >> 8, c as usize & 0xff);
        if alphabet.len() <= block {
            alphabet.resize_with(block + 1, Vec::new);
        }
        let mut unread = None;
        let slot = alphabet.get_mut(block).and_then(|block| {
            if block.is_empty() {
                block.resize_with(0x100, || None);
            }
            block.get_mut(place)
        });
        read(slot.unwrap_or(&mut unread).get_or_insert_with(|| look_up(c)))
    })
}

fn look_up(c: char) -> Known {
    let mut folded = String::new();
    if let Some(typed) = typed_as(c) {
        folded.push_str(typed);
    } else {
        for part in unicode::parts(c).chars() {
            match typed_as(part).or_else(|| letter(part)) {
                Some(typed) => folded.push_str(typed),
                None => folded.push(part),
            }
        }
    }
    Known { folded: folded.into() }
}

/// Typography as it is typed.
fn typed_as(c: char) -> Option<&'static str> {
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | 'ʹ' | 'ʻ' | 'ʼ' | 'ʽ' | '´' | '\u{1ffd}' | '`' | '′' | '׳' => {
            "'"
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '״' | '「' | '」' | '『' | '』' | '〝'..='〟' => {
            "\""
        }
        '‐'..='―' | '−' | '־' | '֊' => "-",
        '⁄' => "/",
        // Stretches a word and says nothing.
        'ـ' => "",
        _ => return None,
    })
}

/// Letters that Unicode does not take apart, in lower case, each before what is typed where a keyboard lacks it: those of
/// Unicode's own table for Latin letters (CLDR, Latin-ASCII) that stand in words, the African and Azerbaijani ones that
/// it leaves out, and the Arabic ones that differ by keyboard only.
const LETTERS: &str = "ßss æae ðd øo þth đd ħh ıi ĸq łl ŋn œoe ŧt ƀb ƃb ƈc ƌd ƒf ƕhv ƙk ƚl ƞn ƣoi ƥp ƫt ƭt ƴy ƶz ǥg \
ȡd ȥz ȴl ȵn ȶt ȷj ȸdb ȹqp ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy ɓb ɖd ɗd ɛe ɠg ɨi ɩi ɲn ʈt ʉu ʋv ⱥa ⱦt ỻll ỽv ỿy \
əe ǝe ɔo ɣg ɵo ʊu \u{671}\u{627} \u{649}\u{64a} \u{6cc}\u{64a} \u{6a9}\u{643}";

fn letter(c: char) -> Option<&'static str> {
    LETTERS.split(' ').find_map(|entry| entry.strip_prefix(c)).filter(|_| !c.is_ascii())
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
}
