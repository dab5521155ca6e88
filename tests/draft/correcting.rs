//! A corrected text: what is found again in it, what is lost, and that nothing ever stands for other words than before.

use crate::{FERRY, difference, edited, ferry, problems};
use proptest::prelude::*;
use standpoint::corpus::raw::{self, IdText, TextSelector};
use standpoint::corpus::{self, Text};
use standpoint::draft::{Draft, Edit, StatementField};

fn correct(document: &str, text: &str) -> Edit {
    Edit::CorrectText { document: IdText(document.to_owned()), text: text.to_owned() }
}

/// The text of the report with a part of it written otherwise.
fn report(part: &str, otherwise: &str) -> String {
    let text = ferry().file().documents[0].text.clone();
    assert!(text.contains(part), "{part}");
    text.replacen(part, otherwise, 1)
}

#[test]
fn what_still_stands_is_found_and_what_does_not_is_told() {
    for (part, otherwise, lost) in [
        ("answered", "replied", &[][..]),
        ("“No toll,”", "On Monday: “No toll,”", &[]),
        ("From the Courier.", "From the Courier. And more.", &[]),
        ("“No toll,” said", "“No tolls,” said", &["statement s1, spans[0]: No toll,"]),
        ("said Ada", "said Mrs Ada", &["statement s1, cue: said Ada Brandt"]),
        ("a toll was off", "the toll was off", &["statement s3, spans[0]: a toll was off the table"]),
        ("From the", "By the", &["document report, structure[0]: From the Courier."]),
        // The same words elsewhere are not the words that were meant.
        (
            "“Never,” the guild answered, and",
            "The guild was silent, and",
            &["statement s2, spans[0]: Never,"],
        ),
        (
            "“Never,” the guild answered, and the mayor smiled.",
            "The mayor smiled. “Never,”",
            &["statement s2, spans[0]: Never,"],
        ),
        (
            "“Never,” the guild answered, and the mayor smiled.",
            "Somebody whispered Never, perhaps.",
            &["statement s2, spans[0]: Never,"],
        ),
        ("the mayor smiled. The mayor said", "The mayor said and never, Never, said", &[]),
    ] {
        let text = report(part, otherwise);
        let mut draft = ferry();
        let told = draft.losses(&correct("report", &text)).unwrap();
        assert_eq!(draft, ferry(), "looking ahead changes nothing");
        draft.apply(correct("report", &text)).unwrap();
        let step = &draft.history().done[0];
        assert_eq!(step.lost(), told, "{otherwise}");
        let told: Vec<String> = told.iter().map(|lost| format!("{}: {}", lost.place, lost.words)).collect();
        assert_eq!(told, lost, "{otherwise}");
        // What is lost stays in the file, where the check lists it and nothing else.
        assert_eq!(problems(&draft).len(), lost.len(), "{otherwise}: {:?}", problems(&draft));
        draft.undo();
        assert_eq!(draft.file(), ferry().file());
    }
}

#[test]
fn of_an_anchor_that_is_found_only_what_singles_it_out_changes() {
    let first = r#"{"set-statements": {"statements": ["s3"], "to": {"cue":
        {"exact": "The mayor said", "prefix": "smiled. ", "suffix": " that", "start": 79, "end": 93, "label": "said"}}}}"#;
    for (part, otherwise, changed) in [
        // Everything moves by three.
        (
            "“No",
            "It:“No",
            &[
                r#"- "cue": { "exact": "The mayor said", "prefix": "smiled. ", "suffix": " that", "start": 79, "end": 93, "label": "said" },"#,
                r#"+ "cue": { "exact": "The mayor said", "prefix": "smiled. ", "suffix": " that", "start": 82, "end": 96, "label": "said" },"#,
            ][..],
        ),
        // Words beside it that are others now are left out.
        (
            "smiled. ",
            "laughed. ",
            &[
                r#"- "cue": { "exact": "The mayor said", "prefix": "smiled. ", "suffix": " that", "start": 79, "end": 93, "label": "said" },"#,
                r#"+ "cue": { "exact": "The mayor said", "suffix": " that", "start": 80, "end": 94, "label": "said" },"#,
            ],
        ),
        // The words occur a second time now.
        (
            "From",
            "“Never, never,” she said. From",
            &[r#"- { "exact": "Never," }"#, r#"+ { "exact": "Never,", "suffix": "”" }"#],
        ),
    ] {
        let mut draft = edited(&[first]);
        let before = draft.file().to_json();
        draft.apply(correct("report", &report(part, otherwise))).unwrap();
        let found: Vec<String> = difference(&before, &draft.file().to_json());
        let found: Vec<&str> =
            found.iter().map(String::as_str).filter(|line| !line.contains("\"text\"")).collect();
        assert_eq!(found, changed, "{otherwise}");
        assert_eq!(problems(&draft), Vec::<String>::new(), "{otherwise}");
    }
}

#[test]
fn a_lost_anchor_stays_as_it_was_unless_its_words_stand_elsewhere() {
    let mut draft = ferry();
    draft.apply(correct("report", &report("“Never,” the", "The"))).unwrap();
    assert_eq!(draft.file().statements[1], ferry().file().statements[1]);
    let mut draft = ferry();
    let text = report("“Never,” the guild answered, and the mayor smiled.", "The mayor smiled. “Never,”");
    draft.apply(correct("report", &text)).unwrap();
    let span = &draft.file().statements[1].spans[0];
    assert_eq!((span.exact.as_str(), span.prefix.as_str()), ("Never,", "id Ada Brandt. “"));
    let [problem] = &problems(&draft)[..] else { panic!("{:?}", problems(&draft)) };
    assert!(problem.starts_with("statement s2, spans[0]: the words are there, but"), "{problem}");
}

#[test]
fn a_checksum_that_was_right_is_right_again_and_another_stays() {
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    for (text, before, after) in [
        ("abc", abc.to_owned(), nothing),
        ("abc", abc.to_uppercase(), nothing),
        ("abcd", abc.to_owned(), abc),
        ("abc", String::new(), ""),
    ] {
        let mut file = raw::Corpus::read(FERRY.as_bytes()).unwrap();
        (file.documents[1].text, file.documents[1].sha256) = (text.to_owned(), before);
        let mut draft = Draft::new(file);
        draft.apply(correct("letter", "")).unwrap();
        assert_eq!(draft.file().documents[1].sha256, after);
    }
}

/// A text of few words, so that they come again and again.
fn texts() -> impl Strategy<Value = Vec<&'static str>> {
    let words = ["no", "toll", "“", "”", ".", "\n\n", "said", "東", "👩\u{200d}👧", "Ada"];
    prop::collection::vec(prop::sample::select(words.to_vec()), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is corrected, an anchor stands for the same words as before, between kept stretches of the same text,
    /// or is listed and found by no check.
    #[test]
    fn an_anchor_is_found_again_exactly_or_listed(
        before in texts(), after in texts(), kept in any::<bool>(), at in 0usize..40, from in 0u32..200, width in 1u32..12
    ) {
        let old = before.join(" ");
        // Either a few words are exchanged, or the text is another.
        let new = if kept {
            let mut words = before.clone();
            let range = at.min(words.len())..(at + 2).min(words.len());
            words.splice(range, after.iter().copied().take(2));
            words.join(" ")
        } else {
            after.join(" ")
        };
        let mut draft = ferry();
        draft.apply(correct("letter", &old)).unwrap();
        let text = Text::new(old.clone());
        let Some(span) = text.span(from, from + width) else { return Ok(()) };
        let cue = TextSelector {
            exact: text.get(span).to_owned(), start: Some(span.start()), end: Some(span.end()), ..Default::default()
        };
        draft.apply(Edit::set_statement("s5", StatementField::Cue(Some(cue)))).unwrap();
        let earlier = draft.file().to_json();
        draft.apply(correct("letter", &new)).unwrap();
        let cue = draft.file().statements[4].cue.clone().unwrap();
        prop_assert_eq!(&cue.exact, text.get(span));
        let place = corpus::TextSelector::from(&cue).place(&Text::new(new.clone()));
        if old != new {
            let history = draft.history();
            let step = history.done.last().unwrap();
            let is_lost = step.lost().iter().any(|lost| lost.place.to_string() == "statement s5, cue");
            prop_assert_eq!(is_lost, place.is_err());
            draft.undo();
        }
        prop_assert_eq!(draft.file().to_json(), earlier);
    }
}
