//! What a search finds: the laws of folding over all of Unicode, words and phrases, and where they stand in a text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use standpoint::corpus::{Corpus, Text};
use standpoint::query::{Hit, Needle, fold, text_blocks};
use std::cell::Cell;
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

/// The texts of reports: what people typed, and found nothing.
#[test]
fn words_are_found_however_they_are_written() {
    for (text, typed) in [
        ("nước sông Hương dâng cao", "nuoc"),
        ("nước sông Hương dâng cao", "huong"),
        ("nu\u{31b}o\u{31b}\u{301}c", "nước"),
        ("נִבְנֶה אֶת הַגֶּשֶׁר", "נבנה"),
        ("נִבְנֶה אֶת הַגֶּשֶׁר", "הגשר"),
        ("ה\u{5be}גשר", "ה-גשר"),
        ("هٰذا الجسر ولٰكن بلا رسوم", "هذا"),
        ("هٰذا الجسر ولٰكن بلا رسوم", "ولكن"),
        ("الأُمّة إلى آخِـر", "الامة الى اخر"),
        ("پل را می\u{200c}سازیم، کیلومتر", "كيلومتر"),
        ("كيلومتر", "کیلومتر"),
        ("پل را می\u{200c}سازیم", "میسازیم"),
        ("پل را میسازیم", "می\u{200c}سازیم"),
        ("The oﬃce will ﬁnish the ﬂood wall", "office flood finish"),
        ("１２００ euros; 5 m²", "1200 m2"),
        ("ガードレール", "カ\u{3099}ート\u{3099}レール"),
        ("ｶﾞｰﾄﾞ", "ガード"),
        ("다리", "다리"),
        ("다리", "다리"),
        ("हिन्दी क़लम", "क\u{93c}लम"),
        ("और क\u{93c}लम", "क़लम"),
        ("Iași; Ängström; ӣ Душанбе", "ias\u{327}i angstrom и"),
        ("Ἀθήνα Ελλάς ᾳ", "αθηνα ΕΛΛΑΣ α"),
        ("İSTANBUL'da ısıtacağız, Işık", "istanbul isitacagiz isik"),
        ("Straßen\u{ad}bahn\u{ad}brücke, Weiß", "strassenbahnbrucke WEISS"),
        ("Đặng Thị, Łódź, Ægir, ø, þ, ə", "dang lodz aegir o th e"),
        ("Об’єкт", "об'єкт"),
        ("Обʼєкт", "Об’єкт"),
        ("Hawai`i, Hawaiʻi and Hawai´i", "hawai'i"),
        ("Hǎinán qiáo, Lǜ chá", "hainan qiao lu cha"),
        ("10\u{202f}000\u{a0}Euro", "\"10 000 euro\""),
        ("A café for the résumé", "cafe resume"),
        ("قال «مُحَمَّدٌ»", "محمد"),
        ("नमस्ते and กำลัง", "नमस्ते กำลัง"),
        ("NATO’s  “say”\u{a0}\n—", "nato's say -"),
        ("東京都", "京都"),
    ] {
        assert!(!found(text, typed).is_empty(), "{typed} in {text}");
    }
}

#[test]
fn words_are_looked_for_each_by_itself_and_phrases_whole() {
    for (typed, found_in_it) in [
        ("sea wall", "sea wall wall"),
        ("wall sea", "sea wall wall"),
        ("wall sea wall", "sea wall wall"),
        ("sea tower", ""),
        ("\"sea wall\"", "sea wall"),
        ("“sea wall”", "sea wall"),
        ("„sea wall“", "sea wall"),
        ("”sea wall”", "sea wall"),
        ("»sea wall«", "sea wall"),
        ("« sea wall »", "sea wall"),
        ("‹sea wall›", "sea wall"),
        ("「sea wall」", "sea wall"),
        ("『sea wall』", "sea wall"),
        ("‘sea wall’", "sea wall"),
        ("\"wall sea\"", ""),
        ("\"sea wall", "sea wall"),
        ("\"wall the\" mayor's", "wall the mayor’s"),
        ("mayor’s", "mayor’s"),
        ("'the", ""),
        ("\"\"", ""),
        ("\" \u{301} “", ""),
        ("all wall", "wall wall"),
        ("walls", ""),
    ] {
        let text = "The sea wall the mayor’s wall.";
        let words: Vec<&str> = found_in_it.split_terminator('|').collect();
        assert_eq!(found(text, typed).join(" "), words.join(""), "{typed}");
    }
}

#[test]
fn a_part_of_a_word_is_told_from_a_word() {
    for (text, typed, whole) in [
        ("the tram", "tram", true),
        ("“tram”—now", "tram", true),
        ("trams", "tram", false),
        ("Bertram", "tram", false),
        ("tram\u{301}", "tram", true),
        ("трамвай", "трам", false),
        ("new трам.", "трам", true),
        ("東京都", "京都", true),
        ("กำลังพูด", "พูด", true),
        ("다리를", "다리", false),
        ("2021", "202", false),
        ("ﬁre", "f", false),
    ] {
        let hits = Needle::new(typed).unwrap().hits(&Text::new(text.to_owned()));
        assert_eq!(hits.iter().map(|hit| hit.is_whole).collect::<Vec<_>>(), [whole], "{typed} in {text}");
    }
}

#[test]
fn what_is_found_is_marked_with_all_that_belongs_to_its_letters() {
    for (text, typed, marked) in [
        ("😀 Straße — STRASSE, stra\u{df}e", "strasse", "Straße|STRASSE|straße"),
        ("a cafe\u{301} here", "cafe", "cafe\u{301}"),
        ("an ofﬁce", "off", "ofﬁ"),
        ("an oﬃce", "f", "ﬃ"),
        ("한글", "하", "한"),
        ("ו\u{5b0}הגשר", "ו", "ו\u{5b0}"),
        ("Straßen\u{ad}bahn", "bahn", "bahn"),
        ("two  \n words", "\"two words\"", "two  \n words"),
        ("½ of it", "1/2", "½"),
    ] {
        assert_eq!(found(text, typed), marked.split('|').collect::<Vec<_>>(), "{typed} in {text}");
    }
}

/// The words of a text that a search finds.
fn found(text: &str, typed: &str) -> Vec<String> {
    let text = Text::new(text.to_owned());
    let hits = Needle::new(typed).map(|needle| needle.hits(&text)).unwrap_or_default();
    hits.iter().map(|hit| text.get(hit.span).to_owned()).collect()
}

#[test]
fn each_place_is_passed_once_however_many_runs_there_are() {
    let text = "the tram line needs new rails here ".repeat(200);
    let statements: Vec<_> = (0..100)
        .map(|at| {
            serde_json::json!({"id": format!("s{at}"), "document": "d", "kind": "direct", "speaker": null,
                "spans": [{"exact": &text[at * 70..at * 70 + 30], "start": at * 70, "end": at * 70 + 30}]})
        })
        .collect();
    let file = serde_json::json!({"standpoint": 1, "id": "c", "title": "t", "language": "en",
        "documents": [{"id": "d", "title": "t", "date": "2024", "text": text}], "statements": statements});
    let corpus = Corpus::read(file.to_string().as_bytes()).unwrap().corpus;
    let document = corpus.document_by_id("d").unwrap();
    let hits = Needle::new("e").unwrap().hits(&corpus.documents[document].text);
    let asked = Cell::new(0);
    let counted = hits.iter().copied().inspect(|_| asked.set(asked.get() + 1));
    let blocks = text_blocks(&corpus, document, counted);
    assert_eq!((hits.len(), asked.get()), (1400, 1400));
    let marked: Vec<Hit> = blocks
        .iter()
        .flat_map(|block| &block.runs)
        .filter_map(|run| Some(hits[run.hit.filter(|hit| hit.first)?.number]))
        .collect();
    assert_eq!(marked, hits);
}

proptest! {
    #[test]
    fn any_text_is_found_in_itself_composed_or_not(words in "[a-zß-ſА-яα-ώא-ת\u{5b0}-\u{5bc}ا-ي가-힣ﬀ-ﬄ\u{300}-\u{304}Ạ-ỹ]{1,12}") {
        let text = format!("before {words} after");
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(fold(&composed), fold(&decomposed));
        let found_in = |text: &str| found(text, &words).len();
        prop_assert_eq!(found_in(&composed), found_in(&decomposed));
        prop_assert!(fold(&words).trim().is_empty() || found_in(&text) > 0);
    }
}
