//! Suggestions from punctuation, held against invented news whose right answers were written before the rules
//! (tests/cases/suggestions), and rows for what one rule alone decides.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/news.rs"]
mod news;

use news::{Case, cases};
use proptest::prelude::*;
use standpoint::corpus::{Id, Text};
use standpoint::draft::suggestions::{KnownActor, Suggestion, suggest};
use std::collections::BTreeSet;

/// How many of those found are right, and how many of the right ones are found.
#[derive(Default)]
struct Score {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Score {
    fn add(&mut self, found: bool, wanted: bool, right: bool) {
        self.found += usize::from(found);
        self.wanted += usize::from(wanted);
        self.right += usize::from(right);
    }

    fn precision(&self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / self.wanted.max(1) as f64
    }
}

fn spans(suggestion: &Suggestion) -> Vec<(u32, u32)> {
    suggestion.spans.iter().map(|span| (span.start(), span.end())).collect()
}

fn names<'a>(text: &'a Text, suggestion: &Suggestion) -> Vec<&'a str> {
    suggestion.candidates.iter().map(|candidate| text.get(candidate.name)).collect()
}

#[test]
fn the_invented_news_is_read_as_well_as_it_was() {
    let (mut spans_found, mut whole, mut preselected, mut offered, mut kinds) =
        (Score::default(), Score::default(), Score::default(), Score::default(), Score::default());
    for Case { title, language, text, answers } in cases() {
        let found = suggest(&text, &language, &[]).statements;
        let wanted: Vec<(u32, u32)> = answers.iter().flat_map(|answer| answer.spans.clone()).collect();
        found.iter().flat_map(spans).for_each(|span| spans_found.add(true, false, wanted.contains(&span)));
        wanted.iter().for_each(|_| spans_found.add(false, true, false));
        let has_verbs = ["en", "de"].iter().any(|tag| language.starts_with(tag));
        for suggestion in &found {
            let answer = answers.iter().find(|answer| answer.spans == spans(suggestion));
            let named = names(&text, suggestion);
            let is_named =
                |name: &&str| answer.is_some_and(|answer| answer.names.iter().any(|right| right == name));
            let is_right = suggestion.preselected && named.first().is_some_and(&is_named);
            whole.add(true, false, answer.is_some());
            kinds.add(true, false, answer.is_some_and(|answer| answer.kind == suggestion.kind));
            preselected.add(suggestion.preselected, false, is_right);
            offered.add(!named.is_empty(), false, named.iter().any(&is_named));
            if answer.is_none() || suggestion.preselected && !is_right {
                println!("wrong in {title}: {}", written(&text, suggestion));
            }
        }
        for answer in &answers {
            whole.add(false, true, false);
            kinds.add(false, true, false);
            preselected.add(false, has_verbs && !answer.names.is_empty(), false);
            offered.add(false, !answer.names.is_empty(), false);
            if !found.iter().any(|suggestion| spans(suggestion) == answer.spans) {
                println!("missed in {title}: {:?}", answer.spans);
            }
        }
    }
    // What is reached. Speakers named by a pronoun, or in another sentence than the verb, are never preselected.
    for (name, score, precision, recall) in [
        ("spans", &spans_found, 1.0, 1.0),
        ("statements", &whole, 1.0, 1.0),
        ("kinds", &kinds, 1.0, 1.0),
        ("preselected speakers", &preselected, 1.0, 0.857),
        ("speakers offered", &offered, 0.952, 0.975),
    ] {
        println!(
            "{name}: precision {:.3} ({} of {}), recall {:.3} ({} of {})",
            score.precision(),
            score.right,
            score.found,
            score.recall(),
            score.right,
            score.wanted
        );
        assert!(score.precision() >= precision && score.recall() >= recall, "{name} got worse");
    }
}

#[test]
fn the_news_is_forty_paragraphs_of_twelve_punctuations_at_least() {
    let cases = cases();
    let kinds: BTreeSet<&str> = cases.iter().map(|case| case.title.split(", ").nth(1).unwrap()).collect();
    assert!(cases.len() >= 40 && kinds.len() >= 12, "{} cases, {kinds:?}", cases.len());
}

/// "direct Ann Ames, Bo Lind?: We go // and stay" – the names behind a question mark are only offered.
fn written(text: &Text, suggestion: &Suggestion) -> String {
    let names = names(text, suggestion).join(", ");
    let mark = if suggestion.preselected { "" } else { "?" };
    let kind = format!("{:?}", suggestion.kind).to_lowercase();
    let words: Vec<&str> = suggestion.spans.iter().map(|span| text.get(*span)).collect();
    format!("{kind} {names}{mark}: {}", words.join(" // "))
}

fn suggested(language: &str, text: &str, known: &[(&str, &[&str])]) -> Vec<String> {
    let known: Vec<KnownActor> = known
        .iter()
        .map(|(id, names)| KnownActor {
            id: Id::new(id).unwrap(),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        })
        .collect();
    let text = Text::new(text.to_owned());
    suggest(&text, language, &known).statements.iter().map(|found| written(&text, found)).collect()
}

/// The quoted words alone.
fn quoted(language: &str, text: &str) -> Vec<String> {
    let text = Text::new(text.to_owned());
    let found = suggest(&text, language, &[]).statements;
    found.iter().flat_map(|s| &s.spans).map(|span| text.get(*span).to_owned()).collect()
}

#[test]
fn every_language_has_its_marks() {
    for (languages, text) in [
        ("en fr de ja", "He: \"Go on.\""),
        ("en", "He: 'Go on.'"),
        ("en zh ar fr de", "He: “Go on.”"),
        ("en nl", "He: ‘Go on.’"),
        ("de cs sk bg ru", "He: „Go on.“"),
        ("pl hu ro hr", "He: „Go on.”"),
        ("de cs", "He: ‚Go on.‘"),
        ("fr ru uk it de pl ar", "He: «Go on.»"),
        ("fr", "He: «\u{a0}Go on.\u{202f}»"),
        ("fr", "He: ‹Go on.›"),
        ("de da hr", "He: »Go on.«"),
        ("de da", "He: ›Go on.‹"),
        ("sv fi", "He: »Go on.»"),
        ("sv fi", "He: ”Go on.”"),
        ("ja zh", "彼「Go on.」と"),
        ("ja zh", "彼『Go on.』と"),
        ("zh", "他说：“Go on.”她"),
        // A language that has no row of its own.
        ("eo cy", "He: «Go on.» She: “Go on.” They: „Go on.“"),
    ] {
        for language in languages.split(' ') {
            let found = quoted(language, text);
            let marks = text.matches("Go on.").count();
            assert_eq!(found, vec!["Go on."; marks], "{language}: {text}");
        }
    }
}

#[test]
fn marks_are_told_from_what_looks_like_them() {
    for (language, text, wanted) in [
        ("en", "It's the dogs' fault, isn't it, in the '90s.", &[][..]),
        ("en", "It’s the dogs’ fault, isn’t it, in the ’90s or ‘90s.", &[]),
        ("en", "'The dogs' bowl is empty,' she said.", &["The dogs' bowl is empty,"]),
        ("en", "‘The dogs’ bowl isn’t ours,’ she said. ‘Never.’", &["The dogs’ bowl isn’t ours,", "Never."]),
        ("en", "A 5\" pipe and a 6\" pipe.", &[]),
        ("en", "\"A 5\" pipe leaks,\" she said.", &["A 5\" pipe leaks,"]),
        (
            "en",
            "“The ‘free’ bus,” she said, “and the \"new\" one.”",
            &["The ‘free’ bus,", "and the \"new\" one."],
        ),
        ("fr", "« Il a dit « non » hier », dit-elle.", &["Il a dit « non » hier"]),
        ("ru", "«В „Волне“ писали», — сказала она.", &["В „Волне“ писали"]),
        ("de", "„Er sagte ‚nein‘ dazu“, sagte sie.", &["Er sagte ‚nein‘ dazu"]),
        ("de", "»Er sagte ›nein‹ dazu«, sagte sie.", &["Er sagte ›nein‹ dazu"]),
        ("de", "Das „Ja“-Lager jubelt.", &["Ja"]),
        ("en", "He has gone, ”they said. “Then stay,” she said.", &["Then stay,"]),
        ("en", "“Stay, ”they said. “Go,” she said.", &["Stay,", "Go,"]),
        ("en", "“”, “ ”, \"\" and ''.", &[]),
        ("en", "", &[]),
        ("en", "“", &[]),
    ] {
        assert_eq!(quoted(language, text), wanted, "{text}");
    }
}

#[test]
fn an_open_quotation_ends_with_its_paragraph_or_runs_on_by_a_mark() {
    for (text, wanted) in [
        ("“We go.\n\nThey stay.", &["We go."][..]),
        ("“We go.\n\n“And stay.”\n\n“No.”", &["We go.", "And stay.", "No."]),
        ("“We go.\n\n“And stay.\n\nThey left.", &["We go.", "And stay."]),
        ("\"We go.\n\n\"And stay.\" They left.", &["We go.", "And stay."]),
        ("'We go.\n\nThey stay.", &[]),
        // Without a blank line each line is a paragraph; with one, a single break ends nothing.
        ("“We go.\nThey stay.", &["We go."]),
        ("“We go\nfar.” They stay.\n\nAll.", &["We go\nfar."]),
        ("“We go.\r\n\r\nThey stay.", &["We go."]),
    ] {
        assert_eq!(quoted("en", text), wanted, "{text:?}");
    }
    let text = "“We go.\n\n“And stay,” said Ann Ames.";
    assert_eq!(suggested("en", text, &[]), ["direct Ann Ames: We go. // And stay,"]);
}

#[test]
fn whoever_stands_with_the_verb_is_preselected_and_nobody_else() {
    for (language, text, wanted) in [
        ("en", "“We go,” said Ann Ames.", &["direct Ann Ames: We go,"][..]),
        ("en", "“We go,” Ann Ames said.", &["direct Ann Ames: We go,"]),
        ("en", "“We go,” said the mayor, Ann Ames.", &["direct Ann Ames: We go,"]),
        ("en", "“We go,” said Mayor Ann Ames of the Town Hall.", &["direct Ann Ames, Town Hall: We go,"]),
        ("en", "Ann Ames, who runs the hall, told reporters: “We go.”", &["direct Ann Ames: We go."]),
        ("en", "Mr. Ames said: “We go.”", &["direct Ames: We go."]),
        ("en", "It is, according to Ann Ames, “a very bad joke”.", &["mixed Ann Ames: a very bad joke"]),
        ("en", "“We go!” shouted Ann Ames. “Now!”", &["direct Ann Ames: We go! // Now!"]),
        ("en", "“We go,” said Ann Ames, “and stay.”", &["direct Ann Ames: We go, // and stay."]),
        (
            "en",
            "“We go,” said Ann Ames, but Bo Lind replied: “We stay.”",
            &["direct Ann Ames, Bo Lind: We go,", "direct Bo Lind, Ann Ames: We stay."],
        ),
        // A pronoun, a body without a name, a name that is not the subject.
        ("en", "Ann Ames came. “We go,” she said.", &["direct Ann Ames?: We go,"]),
        ("en", "“We go,” said a spokesman for Ann Ames.", &["direct Ann Ames?: We go,"]),
        ("en", "Ann Ames's lawyer said: “We go.”", &["direct Ann Ames?: We go."]),
        ("en", "The clerk met Ann Ames and said: “We go.”", &["direct Ann Ames?: We go."]),
        (
            "en",
            "The clerk called Ann Ames late and said that she was “not at all sure”.",
            &["mixed Ann Ames?: not at all sure"],
        ),
        ("en", "In Paris, the clerk said: “We go.”", &["direct Paris?: We go."]),
        ("en", "Ann Ames rose. “We go.”", &["direct Ann Ames?: We go."]),
        ("en", "“We go,” said the clerk.", &["direct ?: We go,"]),
        ("de", "„Wir gehen“, sagte Anna Weber.", &["direct Anna Weber: Wir gehen"]),
        ("de", "„Wir gehen“, sagte die Ministerin Anna Weber am Montag.", &["direct Anna Weber: Wir gehen"]),
        ("de", "Anna Weber sagte: „Wir gehen.“", &["direct Anna Weber: Wir gehen."]),
        ("de", "Am Montag sagte Anna Weber: „Wir gehen.“", &["direct Anna Weber: Wir gehen."]),
        ("de", "Die Lage ist laut Anna Weber „sehr ernst“.", &["mixed Anna Weber: sehr ernst"]),
        ("de", "Anna Weber zufolge ist die Lage „sehr ernst“.", &["mixed Anna Weber: sehr ernst"]),
        ("de", "„Wir gehen“, so Anna Weber.", &["direct Anna Weber: Wir gehen"]),
        ("de", "Anna Weber kam. „Wir gehen“, sagte sie.", &["direct Anna Weber?: Wir gehen"]),
        ("de", "„Wir gehen“, sagte der Sprecher.", &["direct ?: Wir gehen"]),
        ("de", "„Wir gehen“, sagte eine Frau vor dem Rathaus.", &["direct ?: Wir gehen"]),
        ("de", "Er rief laut: „Wir gehen.“", &["direct ?: Wir gehen."]),
        ("fr", "« Nous partons », a dit Anne Morel.", &["direct Anne Morel?: Nous partons"]),
    ] {
        assert_eq!(suggested(language, text, &[]), wanted, "{text}");
    }
}

#[test]
fn at_most_three_are_offered_and_nobody_twice() {
    let text = "Ann Ames met Bo Lind, Cy Marsh and Di Novak. Ames left. “We go.”";
    assert_eq!(suggested("en", text, &[]), ["direct Ann Ames, Di Novak, Cy Marsh?: We go."]);
}

#[test]
fn names_of_known_actors_win_however_they_are_written() {
    let known: &[(&str, &[&str])] =
        &[("ames", &["Ann Ames", "the mayor"]), ("ministry", &["the ministry", "Ministry"])];
    for (text, wanted) in [
        ("“We go,” said the mayor.", "direct the mayor: We go,"),
        ("The ministry said: “We go.”", "direct The ministry: We go."),
        ("“We go,” the ministry said of the mayor’s plan.", "direct the ministry, the mayor: We go,"),
    ] {
        assert_eq!(suggested("en", text, known), [wanted], "{text}");
    }
    let text = Text::new("“We go,” said the mayor.".to_owned());
    let actor = KnownActor { id: Id::new("ames").unwrap(), names: vec!["the mayor".to_owned()] };
    let found = suggest(&text, "en", std::slice::from_ref(&actor)).statements;
    assert_eq!(found[0].candidates[0].actor, Some(actor.id));
}

#[test]
fn kinds_follow_from_how_the_words_stand_in_the_sentence() {
    for (language, text, wanted) in [
        ("en", "The “new” bridge is old.", &["scare ?: new"][..]),
        ("en", "Ann Ames called the bridge “new”.", &["mixed Ann Ames: new"]),
        (
            "en",
            "Ann Ames said that “we will build the bridge”.",
            &["direct Ann Ames: we will build the bridge"],
        ),
        ("en", "The bridge, “still not paid for”, is shut.", &["mixed ?: still not paid for"]),
        ("en", "“No,” said Ann Ames.", &["direct Ann Ames: No,"]),
        ("en", "“The Last Bridge” is a film.", &[]),
        ("en", "She read “The Last Bridge” twice.", &[]),
        ("ru", "«Нет», — сказал Иван Петров.", &["direct Иван Петров?: Нет"]),
        ("ja", "「橋は五月に開通する」と述べた。", &["direct ?: 橋は五月に開通する"]),
    ] {
        assert_eq!(suggested(language, text, &[]), wanted, "{text}");
    }
}

#[test]
fn cues_are_the_verb_with_whoever_stands_beside_it() {
    for (language, text, wanted) in [
        ("en", "“We go,” said Mayor Ann Ames, “and stay.”", Some("said Mayor Ann Ames")),
        ("en", "😀 e\u{301} 東 “We go,” she said.", Some("she said")),
        ("en", "“We go,” said the clerk.", Some("said")),
        ("en", "It is, according to Ann Ames, “a joke on us”.", Some("according to Ann Ames")),
        ("de", "Die Lage ist Anna Weber zufolge „sehr ernst“.", Some("Anna Weber zufolge")),
        ("en", "“We go.” They left.", None),
    ] {
        let text = Text::new(text.to_owned());
        let found = suggest(&text, language, &[]).statements;
        assert_eq!(found[0].cue.map(|cue| text.get(cue)), wanted, "{}", text.as_str());
    }
}

#[test]
fn of_indirect_speech_only_the_verbs_are_found() {
    for (language, text, wanted) in [
        ("en", "Erik Dahl said the lights would stay on. The union warned him.", &["said", "warned"][..]),
        ("en", "According to Ann Ames, it rains. “We go,” said Bo Lind.", &["According to"]),
        ("de", "Der Minister sagte, er gehe. Laut Anna Weber regnet es.", &["sagte", "Laut"]),
        ("fr", "Anne Morel a dit qu’elle partait.", &[]),
    ] {
        let text = Text::new(text.to_owned());
        let found = suggest(&text, language, &[]).verbs;
        assert_eq!(found.iter().map(|verb| text.get(*verb)).collect::<Vec<_>>(), wanted, "{}", text.as_str());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn of_any_text_the_suggestions_are_sound(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "“", "”", "\"", "'", "’", "‘", "„", "‚", "«", "»", "「", "」", " ", " ", "\n", "\n\n", ",", ".", ":", "?",
            "Ann", "Ames", "said", "she", "and", "sagte", "so", "go", "5", "É", "e\u{301}", "東", "😀", "\u{a0}",
        ]), 0..60),
        language in prop::sample::select(vec!["en", "de", "de-CH", "fr", "ja", "sv", "xx", ""]),
    ) {
        let text = Text::new(pieces.concat());
        let found = suggest(&text, language, &[]);
        let mut all: Vec<(u32, u32)> = found.statements.iter().flat_map(spans).collect();
        for suggestion in &found.statements {
            prop_assert!(!suggestion.spans.is_empty());
            prop_assert!(suggestion.spans.windows(2).all(|pair| pair[0].end() < pair[1].start()));
            prop_assert!(!suggestion.preselected || suggestion.cue.is_some() && !suggestion.candidates.is_empty());
            prop_assert!(suggestion.candidates.len() <= 3);
            for span in &suggestion.spans {
                let words = text.get(*span);
                prop_assert_eq!(words.trim(), words);
            }
        }
        prop_assert!(found.statements.windows(2).all(|pair| pair[0].spans[0] < pair[1].spans[0]));
        all.sort();
        prop_assert!(all.windows(2).all(|pair| pair[0].1 <= pair[1].0), "{:?} overlap", all);
    }
}
