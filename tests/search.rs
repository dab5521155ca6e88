//! What a search finds: the laws of folding over all of Unicode.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use standpoint::query::fold;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

/// Every character that Unicode knows.
fn all() -> impl Iterator<Item = char> {
    use GeneralCategory::{PrivateUse, Unassigned};
    ('\0'..=char::MAX).filter(|c| !matches!(c.general_category(), PrivateUse | Unassigned))
}

fn is_mark(c: char) -> bool {
    c.general_category_group() == GeneralCategoryGroup::Mark
}

/// The first code points of which a law does not hold.
fn breaches(law: impl Fn(char) -> bool) -> Vec<String> {
    let breaches = all().filter(|c| !law(*c)).take(20);
    breaches.map(|c| format!("U+{:04X} {c} is folded as {:?}", c as u32, fold(&c.to_string()))).collect()
}

#[test]
fn composed_and_decomposed_text_is_one() {
    assert_eq!(breaches(|c| fold(&c.to_string()) == fold(&c.nfd().to_string())), [""; 0]);
    assert_eq!(breaches(|c| fold(&c.to_string()) == fold(&c.nfc().to_string())), [""; 0]);
}

#[test]
fn what_was_folded_stays_as_it_is() {
    assert_eq!(breaches(|c| fold(&fold(&c.to_string())) == fold(&c.to_string())), [""; 0]);
}

#[test]
fn marks_vanish_in_every_script() {
    assert_eq!(breaches(|c| !fold(&c.to_string()).contains(is_mark)), [""; 0]);
    assert_eq!(breaches(|c| !is_mark(c) || fold(&format!("a{c}b")) == "ab"), [""; 0]);
}

#[test]
fn case_makes_no_difference() {
    // Capitals write one mark of Greek as a letter.
    let is_iota = |c: char| c.nfd().any(|part| part == '\u{345}');
    let same = |c: char, other: String| fold(&other) == fold(&c.to_string());
    assert_eq!(breaches(|c| same(c, c.to_lowercase().to_string())), [""; 0]);
    assert_eq!(breaches(|c| is_iota(c) || same(c, c.to_uppercase().to_string())), [""; 0]);
}

#[test]
fn widths_and_ligatures_are_taken_apart() {
    assert_eq!(
        breaches(|c| !c.is_alphabetic() || fold(&c.nfkd().to_string()) == fold(&c.to_string())),
        [""; 0]
    );
}

#[test]
fn latin_letters_are_typed_without_what_a_keyboard_lacks() {
    // There the other table goes by the sound or the look, or ours has no letter that would be typed.
    let differ = "ĿŀŊŋƄƅƍƕǶƛƜƢƣƦƧƨƩƪƷƸƹƺƻƼƽƾƿǷǀǁǂǃǮǯȜȝȢȣɁɂɅẚẜẝẟ";
    let is_ours = |c: char| matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c.is_alphabetic();
    let plain = |c: char| any_ascii::any_ascii_char(c).to_lowercase();
    let is_plain = |c: char| differ.contains(c) != (fold(&c.to_string()) == plain(c));
    assert_eq!(breaches(|c| !is_ours(c) || is_plain(c)), [""; 0]);
}
