//! What a selection becomes. In the rows `[` and `]` stand where the selection begins and ends, and are no part of the text.

use proptest::prelude::*;
use standpoint::corpus::{Kind, Text, TextSelector};
use standpoint::draft::Selection;

/// The text and the code points between the brackets.
fn marked(row: &str) -> (Text, u32, u32) {
    let at = |bracket| row.chars().position(|c| c == bracket).unwrap() as u32;
    let text: String = row.chars().filter(|c| !"[]".contains(*c)).collect();
    (Text::new(text), at('['), at(']') - 1)
}

fn selected(row: &str) -> Option<Selection> {
    let (text, start, end) = marked(row);
    let selection = Selection::of(&text, start, end)?;
    // Whatever it is, the checker finds it where it was selected.
    assert_eq!(TextSelector::from(&selection.words).place(&text), Ok(selection.span), "{row}");
    assert_eq!(TextSelector::from(&selection.quoted_words()).place(&text), Ok(selection.span), "{row}");
    Some(selection)
}

#[test]
fn spaces_and_marks_at_the_ends_are_dropped_and_say_the_kind() {
    use Kind::{Direct, Indirect};
    for (row, words, kind) in [
        ("She said: “[We go now], or never.”", "We go now", Indirect),
        ("She said: “[We go now]”.", "We go now", Direct),
        ("She said: [“We go now”].", "We go now", Direct),
        ("She said:[ “We go now” ] then.", "We go now", Direct),
        ("She said: [“We go now]” then.", "We go now", Direct),
        ("She said: “[We go now,” ]she said.", "We go now,", Direct),
        ("[ She said so.\n]", "She said so.", Indirect),
        ("Er sagte: [„Wir gehen“].", "Wir gehen", Direct),
        ("Er sagte: [»Wir gehen«].", "Wir gehen", Direct),
        ("Elle dit : [« Nous allons »].", "Nous allons", Direct),
        ("Elle dit : «\u{a0}[Nous allons]\u{a0}».", "Nous allons", Direct),
        ("Hän sanoi: [”Me menemme”].", "Me menemme", Direct),
        ("Powiedział: [„Idziemy”].", "Idziemy", Direct),
        ("Il dit ‹[oui]›.", "oui", Direct),
        ("She said [‘yes’] again.", "yes", Direct),
        ("Er sagte [‚ja‘] dazu.", "ja", Direct),
        ("She said [\"yes\"] again.", "yes", Direct),
        ("She said ['yes'] again.", "yes", Direct),
        ("彼は[「行きます」]と言った。", "行きます", Direct),
        ("彼は『[行きます]』と言った。", "行きます", Direct),
        ("She said [“we ‘never’ go”].", "we ‘never’ go", Direct),
        // Marks of words inside stay with their partners.
        ("He calls [the repair a “bargain”].", "the repair a “bargain”", Indirect),
        ("[“Never” is what he said].", "“Never” is what he said", Indirect),
        ("[“We go,” she said, “and stay.”]", "“We go,” she said, “and stay.”", Indirect),
        ("[\"a\" and \"b\"] came.", "\"a\" and \"b\"", Indirect),
        // What stands between two quotations stands in none.
        ("\"Yes,\"[ she said, ]\"no.\"", "she said,", Indirect),
        ("»Ja«,[ sagte sie, ]»nein.«", "sagte sie,", Indirect),
        ("”Ja”,[ sa hon, ]”nej.”", "sa hon,", Indirect),
        // Apostrophes are no marks.
        ("We saw [the dogs’] house.", "the dogs’", Indirect),
        ("They [don’t] go.", "don’t", Indirect),
        ("It is [five inches, 5\"] wide.", "five inches, 5\"", Indirect),
        ("‘They never [go to town’], he said.", "go to town", Indirect),
        ("‘We [don’t go to town’], he said.", "don’t go to town", Indirect),
        ("She said “I [saw it]” then.", "saw it", Indirect),
    ] {
        let selection = selected(row).unwrap_or_else(|| panic!("{row}"));
        assert_eq!((selection.words.exact.as_str(), selection.kind), (words, kind), "{row}");
        assert!(selection.words.start.is_none(), "{row}");
    }
}

#[test]
fn whole_characters_are_selected() {
    for (row, words) in [
        // A family is one character, however many people it has.
        ("A 👩‍👩[‍👧‍]👦 came.", "👩‍👩‍👧‍👦"),
        ("A [👩]🏽 came.", "👩🏽"),
        ("Of 🇺[🇦] and 🇩🇪.", "🇺🇦"),
        ("A caf[e]\u{301} there.", "e\u{301}"),
        ("A cafe[\u{301} t]here.", "e\u{301} t"),
        ("क्षि[त]िज", "ति"),
        ("각[\u{1100}]\u{1161}나", "\u{1100}\u{1161}"),
        ("他说[我们走]吧", "我们走"),
        ("אמר [„לא עכשיו”] אתמול", "לא עכשיו"),
        ("قال [«لا الآن»] أمس", "لا الآن"),
    ] {
        assert_eq!(selected(row).unwrap().words.exact, words, "{row}");
    }
    assert_eq!(selected("One\r[\n]two"), None);
}

#[test]
fn words_that_occur_again_are_singled_out_by_the_shorter_side_in_whole_words() {
    for (row, prefix, suffix) in [
        ("We go. They [go] home.", "They ", ""),
        ("We [go]. They go home.", "", "."),
        ("We [go] home. They go there.", "We ", ""),
        ("A long way to [go]! We have a long way to go.", "", "!"),
        ("It was so. [It was] not so.", ". ", ""),
        ("And it was so. And [it was] not so.", "", " not"),
        ("no toll, [no toll], no toll now", "", ", no toll now"),
        ("one no two no [three] one no two no three four", "", " one"),
        ("[aa]a", "", "a"),
        ("a[aa]", "a", ""),
        ("他说不。她说[不]。", "她说", ""),
    ] {
        let words = selected(row).unwrap().words;
        assert_eq!((words.prefix.as_str(), words.suffix.as_str()), (prefix, suffix), "{row}");
        assert_eq!((words.start, words.end), (None, None), "{row}");
    }
    // Nothing beside these tells them apart.
    let words = selected(&format!("{}[a]{}", "a ".repeat(300), " a".repeat(300))).unwrap().words;
    assert_eq!(
        (words.prefix, words.suffix, words.start, words.end),
        ("".into(), "".into(), Some(600), Some(601))
    );
}

#[test]
fn no_words_are_no_selection() {
    for row in ["a[ ]b", "a [“”] b", "a[]b", "[“]a”", "a [\u{200b} \n] b"] {
        assert_eq!(selected(row), None, "{row}");
    }
    let text = Text::new("abc".into());
    assert_eq!(Selection::of(&text, 7, 9), None);
    assert_eq!(Selection::of(&text, 2, 9).unwrap().words.exact, "c");
    assert_eq!(Selection::of(&text, 3, 1).unwrap().words.exact, "bc");
    assert_eq!(Selection::of(&Text::new(String::new()), 0, 1), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_selection_is_found_where_it_stands(
        text in "[ab “”‘’\"'\\n\u{301}👩\u{200d}🇺🇦「」]{0,60}", start in 0u32..60, width in 0u32..30
    ) {
        let text = Text::new(text);
        let Some(selection) = Selection::of(&text, start, start + width) else { return Ok(()) };
        prop_assert_eq!(TextSelector::from(&selection.words).place(&text), Ok(selection.span));
        prop_assert_eq!(text.get(selection.span), selection.words.exact.as_str());
        // It reaches beyond what was selected by no whole character, and selecting it again gives the same.
        let again = Selection::of(&text, selection.span.start(), selection.span.end());
        prop_assert_eq!(again, Some(selection));
    }
}
