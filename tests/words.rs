//! The page's own words: all of them can be found in the source by whoever makes another language of them, and none
//! is written where it would stay English.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
#[path = "../src/bin/pack/catalogs.rs"]
mod catalogs;
#[path = "../src/bin/pack/extract_messages.rs"]
mod extract_messages;

use extract_messages::{Occurrence, extract_messages};
use standpoint::route::Language;
use standpoint::ui::i18n::{Catalog, message_key, set_catalog, tr, with_english};
use std::collections::HashMap;

#[test]
fn every_form_of_words_is_found() {
    let found = |source: &str| -> Vec<(String, Option<String>)> {
        let pair = |found: Occurrence| (found.english, found.plural);
        extract_messages::read(source).messages.into_iter().map(pair).collect()
    };
    for (source, english, many) in [
        (r#"tr("a b")"#, "a b", None),
        (r#"const A: [&str; 1] = [tr_noop("a b")];"#, "a b", None),
        (r#"tr_format!("a {b}", b = c)"#, "a {b}", None),
        ("tr_format!(\n    \"a {b}\",\n    b = c,\n)", "a {b}", None),
        (r#"tr_plural(f(x, y), "{n} a", "{n} b")"#, "{n} a", Some("{n} b")),
        ("tr_plural(\n    x.len(),\n    \"{n} a\",\n    \"{n} b\",\n)", "{n} a", Some("{n} b")),
        (r#"html! { <p>{ "a b" }</p> }"#, "a b", None),
        (r#"html! { <>if x(|y| { z }) { { "a b" } }</> }"#, "a b", None),
        (r#"html! { <>if x { <p /> } else { <p>{ "a b" }</p> }</> }"#, "a b", None),
        (r#"html! { { for all.map(|one| html! { <li>{ "a b" }</li> }) } }"#, "a b", None),
        (r#"html! { <p class={class(&["x"])} title="a b" /> }"#, "a b", None),
        (r#"html! { <p aria-label="a b" {onclick}></p> }"#, "a b", None),
        (r#"html! { <input placeholder="a b" /> }"#, "a b", None),
        (r#"html! { <p aria-label={if x { tr("a b") } else { y }}></p> }"#, "a b", None),
        (r#"('"', '\'', f::<'a>('\u{41}'), tr("a b"))"#, "a b", None),
        (r#"tr("a\u{a0}\"b\"\r\n")"#, "a\u{a0}\"b\"\r\n", None),
        ("tr(\"a \\\n        b\")", "a b", None),
    ] {
        assert_eq!(found(source), [(english.to_owned(), many.map(str::to_owned))], "{source}");
    }
    for source in [
        r#"// tr("a b")"#,
        r#"html! { <p class={if x { "a" } else { "b" }} lang="en">{ " · " }</p> }"#,
        r#"f("a b")"#,
        r#"tr(words)"#,
        r#"format!("a {b}")"#,
    ] {
        assert_eq!(found(source), [], "{source}");
    }
}

#[test]
fn the_words_of_the_page_are_found_where_they_stand() {
    let all = extract_messages();
    for (english, many, file) in [
        ("supports, in places with a condition", None, "src/ui/full/comparison/cell_labels.rs"),
        ("{day} December {year}", None, "src/ui/labels.rs"),
        ("December {year}", None, "src/ui/labels.rs"),
        ("copy the link of this view", None, "src/ui/shortcuts.rs"),
        ("{names}, jointly", None, "src/ui/labels.rs"),
        ("{source}, in quotation marks", None, "src/ui/full/cite/mod.rs"),
        ("{n} statement", Some("{n} statements"), "src/ui/labels.rs"),
        ("{n} takes a position", Some("{n} take a position"), "src/ui/full/comparison/table.rs"),
        ("Search the text", None, "src/ui/search_field.rs"),
        (" (mixed scripts)", None, "src/ui/source_text.rs"),
        ("About this corpus and how it was coded", None, "src/ui/header.rs"),
        ("Table of stances", None, "src/ui/full/comparison/table.rs"),
        ("What is wrong:\r\n\r\nWhere: {link}\r\n", None, "src/ui/full/dialogs/share.rs"),
        ("{page} · {corpus}", None, "src/ui/document_title.rs"),
        ("group of people", None, "src/ui/full/actor.rs"),
    ] {
        let found = all.iter().find(|said| said.english == english);
        let said = found.unwrap_or_else(|| panic!("{english:?} is not found"));
        assert_eq!(said.plural.as_deref(), many, "{english}");
        let stands = |place: &&String| place.rsplit_once(':').is_some_and(|(path, _)| path == file);
        assert!(said.references.iter().any(|place| stands(&place)), "{said:?}");
    }
}

#[test]
fn no_two_messages_share_a_key() {
    let mut keys = HashMap::new();
    for said in extract_messages() {
        if let Some(other) = keys.insert(message_key(&said.english), said.clone()) {
            panic!("change a word in one of them: {other:?} {said:?}");
        }
    }
}

/// Patterns with letters that are no words for a reader.
const NO_WORDS: [(&str, &str); 4] = [
    ("{}.json", "the name of a file"),
    ("near {id}", "a key"),
    (
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"480\" loading=\"lazy\"></iframe>",
        "html for another page",
    ),
    ("{contact}{mark}subject={subject}&body={body}", "an address"),
];

#[test]
fn no_words_are_written_past_the_languages() {
    let mut written = Vec::new();
    for (path, source) in extract_messages::sources(&["src/ui"]) {
        for (pattern, line) in extract_messages::read(&source).formats {
            let allowed = NO_WORDS.iter().any(|(known, _)| *known == pattern);
            assert!(allowed || !has_words(&pattern), "{path}:{line}: tr_format!({pattern:?}, …)");
            written.push(pattern);
        }
    }
    for (pattern, what) in NO_WORDS {
        assert!(written.iter().any(|known| known == pattern), "{pattern} ({what}) is no longer written");
    }
    for (pattern, words) in [("{count} of {all}", true), ("{} × {count}", false), ("s={id}", false)] {
        assert_eq!(has_words(pattern), words, "{pattern}");
    }
}

/// Whether two letters stand side by side outside the places of a pattern.
fn has_words(pattern: &str) -> bool {
    let fixed = pattern.split('{').map(|part| part.split_once('}').map_or(part, |(_, fixed)| fixed));
    let letters = |pair: &[u8]| pair.iter().all(u8::is_ascii_alphabetic);
    fixed.into_iter().any(|fixed| fixed.as_bytes().windows(2).any(letters))
}

#[test]
fn data_for_other_programs_stays_english() {
    let german = [("said".to_owned(), vec!["sagte".to_owned()])];
    set_catalog(Catalog::read(&Catalog::write(Language::German, &german)));
    assert_eq!((tr("said"), with_english(|| tr("said")), tr("said")), ("sagte", "said", "sagte"));
}

/// The places that words leave open, in alphabetical order.
fn places(words: &str) -> Vec<&str> {
    let mut places: Vec<&str> = words.split('{').skip(1).filter_map(|rest| rest.split('}').next()).collect();
    places.sort_unstable();
    places
}

#[test]
fn every_language_says_everything_and_leaves_the_same_places_open() {
    let said = extract_messages();
    for (language, tag) in catalogs::translated_languages() {
        let known: HashMap<String, Vec<String>> =
            catalogs::read_translations(language).unwrap().into_iter().collect();
        for message in said {
            let english = &message.english;
            let forms =
                known.get(english).unwrap_or_else(|| panic!("{tag}: {english:?} waits; run `make messages`"));
            let count = if message.plural.is_some() {
                1 + (0..200).map(|n| language.plural_form(n)).max().unwrap()
            } else {
                1
            };
            assert_eq!(forms.len(), count, "{tag}: {english:?}");
            for words in forms {
                let ends = |text: &str| (text.starts_with(' '), text.ends_with(' '));
                assert_eq!(ends(words), ends(english), "{tag}: {words:?} for {english:?}");
                let (own, theirs) = (places(message.plural.as_ref().unwrap_or(english)), places(words));
                // One, two or none may be said without a figure.
                let without = message.plural.is_some() && theirs.iter().all(|place| own.contains(place));
                assert!(own == theirs || without, "{tag}: {words:?} for {english:?}");
            }
        }
        assert_eq!(known.len(), said.len(), "{tag} has messages that nobody says; run `make messages`");
    }
}

#[test]
fn every_language_but_english_has_a_file_and_every_file_a_language() {
    let mut tags: Vec<&str> = catalogs::translated_languages().map(|(_, tag)| tag).collect();
    tags.sort_unstable();
    let files = std::fs::read_dir("src/ui/i18n/locales").unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<String> =
        files.map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect();
    files.sort_unstable();
    assert_eq!(files, tags);
}

#[test]
fn numbers_and_their_forms_are_those_of_the_language() {
    let wanted: [(Language, &[usize], &str); 5] = [
        (Language::German, &[1, 0, 0, 1], "1.234"),
        (Language::French, &[0, 0, 1, 1], "1\u{202f}234"),
        (Language::Ukrainian, &[2, 0, 1, 2], "1\u{a0}234"),
        (Language::Russian, &[2, 0, 1, 2], "1\u{a0}234"),
        (Language::Arabic, &[0, 1, 2, 3], "1,234"),
    ];
    for (language, forms, number) in wanted {
        let numbers = if language == Language::German { [0, 1, 1, 2] } else { [0, 1, 2, 5] };
        let found: Vec<usize> = numbers.iter().map(|n| language.plural_form(*n)).collect();
        assert_eq!(found, forms, "{language:?}");
        set_catalog(Catalog::read(&catalogs::full_catalog(language).unwrap()));
        assert_eq!(standpoint::ui::i18n::number(1234), number, "{language:?}");
        set_catalog(None);
    }
    for (n, ukrainian, arabic) in [(11, 2, 4), (21, 0, 4), (22, 1, 4), (100, 2, 5), (103, 1, 3), (111, 2, 4)]
    {
        assert_eq!(
            (Language::Ukrainian.plural_form(n), Language::Arabic.plural_form(n)),
            (ukrainian, arabic),
            "{n}"
        );
    }
}

/// What a translator has to weigh beside the others of its kind, and where the English words tell.
const KINDS: [(&str, &[&str]); 3] = [
    ("In quotation marks, which are the language's own", &["“"]),
    ("With a date, which may be a day, a month or a year", &["{day}", "{from}", "{year}"]),
    (
        "With a verb of a person, whom nothing may make a man or a woman, and whose verb has no opinion of its own",
        &[
            "agree",
            "asked",
            "asks",
            "called",
            "changed",
            "coded",
            "comment",
            "corrected",
            "corrects",
            "declines",
            "demanded",
            "demands",
            "denied",
            "denies",
            "differ",
            "disowned",
            "disowns",
            "heard",
            "mentions",
            "opposes",
            "paraphrased",
            "passed",
            "predicted",
            "predicts",
            "promised",
            "promises",
            "proposed",
            "proposes",
            "quoted",
            "refused",
            "refuses",
            "relays",
            "repeats",
            "reported",
            "said",
            "say",
            "says",
            "speak",
            "speaking",
            "speaks",
            "spoken",
            "stand",
            "stands",
            "stated",
            "states",
            "supports",
            "takes",
            "told",
            "warned",
            "warns",
            "withdrawn",
            "withdraws",
        ],
    ),
];

/// The messages of these kinds, as tests/cases/delicate-messages.txt lists them.
fn delicate() -> String {
    let said = extract_messages();
    let mut out = String::new();
    for (kind, signs) in KINDS {
        out.push_str(&format!("# {kind}\n"));
        let mut all: Vec<&str> = Vec::new();
        for message in said {
            let forms = std::iter::once(&message.english).chain(&message.plural);
            let words = |text: &str| {
                text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase).collect::<Vec<_>>()
            };
            let is_one = |text: &String| {
                let words = words(text);
                signs.iter().any(|sign| {
                    text.contains(sign) && !sign.chars().all(char::is_alphabetic)
                        || words.iter().any(|word| word == sign)
                })
            };
            if forms.clone().any(is_one) {
                all.extend(forms.map(String::as_str));
            }
        }
        all.sort_unstable();
        all.dedup();
        for text in all {
            out.push_str(&text.replace('\r', "").replace('\n', "⏎"));
            out.push('\n');
        }
        out.push('\n');
    }
    out
}

#[test]
fn whoever_translates_sees_marks_dates_and_verbs_of_persons_together() {
    let listed = include_str!("cases/delicate-messages.txt");
    let found = delicate();
    assert!(found == listed, "tests/cases/delicate-messages.txt should be\n{found}");
}

#[test]
fn marks_are_the_languages_own_and_no_date_is_taken_for_a_day() {
    for (language, tag) in catalogs::translated_languages() {
        let foreign: &[&str] = match tag {
            "de" => &["”", "«", "»", "\""],
            _ => &["“", "”", "„", "\""],
        };
        // Before a month or a year these say nothing.
        let of_a_day: &[&str] = match tag {
            "de" => &["am {day}", "vom {day}", "seit dem {day}", "zum {day}"],
            "fr" => &["le {day}", "du {day}", "au {day}", "dès {day}", "jusqu’au {day}"],
            "ar" => &["بحلول {day}", "يوم {day}"],
            _ => &["на {day}", "до {day}", "від {day}", "от {day}", "у {day}", "в {day}"],
        };
        for (english, forms) in catalogs::read_translations(language).unwrap() {
            for words in forms {
                let is_foreign = foreign.iter().find(|mark| words.contains(**mark));
                assert!(is_foreign.is_none(), "{tag}: {is_foreign:?} in {words:?} for {english:?}");
                let day = of_a_day.iter().find(|words_of_day| words.contains(**words_of_day));
                assert!(day.is_none(), "{tag}: {day:?} in {words:?} for {english:?}");
            }
        }
    }
}

/// "supports higher fares" is another stance than one on the condition of higher fares.
#[test]
fn a_condition_stands_behind_a_colon_in_every_language_unless_it_says_if_itself() {
    use standpoint::corpus::IssueKind::{Claim, Policy};
    use standpoint::query::StanceToken::{OpposesIf, SupportsIf};
    use standpoint::ui::labels::{stance, stance_given, stance_on};
    let mut languages = 0;
    for catalog in catalogs::translated_languages().map(|(language, _)| Some(language)).chain([None]) {
        set_catalog(catalog.and_then(|language| Catalog::read(&catalogs::full_catalog(language).unwrap())));
        for (token, kind) in
            [(SupportsIf, Policy), (SupportsIf, Claim), (OpposesIf, Policy), (OpposesIf, Claim)]
        {
            let given = stance_given(token, kind, "higher fares");
            let (before, after) = given.split_once(':').unwrap_or_else(|| panic!("{given}"));
            assert_eq!((before.trim_end(), after.trim()), (stance(token, kind).word, "higher fares"));
            for condition in
                ["if the fares rise", "unless the fares rise", "wenn es mehr kostet", "якщо дорожче"]
            {
                let given = stance_given(token, kind, condition);
                assert!(given.ends_with(condition) && !given.contains(':'), "{given}");
            }
            // Before an issue's name, too, no "if" stands open.
            let on = stance_on(token, kind).word;
            assert!(!on.ends_with(", if") && on != tr("supports"), "{on}");
        }
        languages += 1;
    }
    set_catalog(None);
    assert_eq!(languages, 6);
}
