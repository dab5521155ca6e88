//! The page's own words: all of them can be found in the source by whoever makes another language of them, and none
//! is written where it would stay English.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../src/bin/pack/said.rs"]
mod said;

use said::{Found, said};
use standpoint::ui::tongue::{Messages, in_english, key, speak, tr};
use standpoint::view::Language;
use std::collections::HashMap;

#[test]
fn every_form_of_words_is_found() {
    let found = |source: &str| -> Vec<(String, Option<String>)> {
        let pair = |found: Found| (found.english, found.many);
        said::read(source).said.into_iter().map(pair).collect()
    };
    for (source, english, many) in [
        (r#"tr("a b")"#, "a b", None),
        (r#"const A: [&str; 1] = [mark("a b")];"#, "a b", None),
        (r#"say!("a {b}", b = c)"#, "a {b}", None),
        ("say!(\n    \"a {b}\",\n    b = c,\n)", "a {b}", None),
        (r#"plural(f(x, y), "{n} a", "{n} b")"#, "{n} a", Some("{n} b")),
        ("plural(\n    x.len(),\n    \"{n} a\",\n    \"{n} b\",\n)", "{n} a", Some("{n} b")),
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
    let all = said();
    for (english, many, file) in [
        ("supports, in places with a condition", None, "src/ui/words.rs"),
        ("{day} December {year}", None, "src/ui/words.rs"),
        ("December {year}", None, "src/ui/words.rs"),
        ("copy the link of this view", None, "src/ui/help.rs"),
        ("{names}, jointly", None, "src/ui/words.rs"),
        ("{speaker}, as put in quotation marks by {by}", None, "src/ui/cite/mod.rs"),
        ("{n} statement", Some("{n} statements"), "src/ui/words.rs"),
        ("one speaks to it", Some("{n} speak to it"), "src/ui/compare.rs"),
        ("Search the text", None, "src/ui/header.rs"),
        (" (mixed scripts)", None, "src/ui/marks.rs"),
        ("About this corpus and how it was coded", None, "src/ui/header.rs"),
        ("Table of stances", None, "src/ui/compare.rs"),
        ("What is wrong:\r\n\r\nWhere: {link}\r\n", None, "src/ui/share.rs"),
        ("Comparison · {corpus}", None, "src/web/app.rs"),
        (
            "This page was made from an older file than the one that was read; you see what the file says now.",
            None,
            "src/web/mod.rs",
        ),
    ] {
        let found = all.iter().find(|said| said.english == english);
        let said = found.unwrap_or_else(|| panic!("{english:?} is not found"));
        assert_eq!(said.many.as_deref(), many, "{english}");
        let stands = |place: &&String| place.rsplit_once(':').is_some_and(|(path, _)| path == file);
        assert!(said.places.iter().any(|place| stands(&place)), "{said:?}");
    }
}

#[test]
fn no_two_messages_share_a_key() {
    let mut keys = HashMap::new();
    for said in said() {
        if let Some(other) = keys.insert(key(&said.english), said.clone()) {
            panic!("change a word in one of them: {other:?} {said:?}");
        }
    }
}

/// Patterns with letters that are no words for a reader.
const NO_WORDS: [(&str, &str); 6] = [
    ("{}-comparison.csv", "the name of a file"),
    ("{}-statements.csv", "the name of a file"),
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
    for (path, source) in said::sources(&["src/ui"]) {
        for (pattern, line) in said::read(&source).formats {
            let allowed = NO_WORDS.iter().any(|(known, _)| *known == pattern);
            assert!(allowed || !has_words(&pattern), "{path}:{line}: say!({pattern:?}, …)");
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
    speak(Messages::read(&Messages::write(Language::German, &german)));
    assert_eq!((tr("said"), in_english(|| tr("said")), tr("said")), ("sagte", "said", "sagte"));
}
