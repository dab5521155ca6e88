//! Quotation marks stand around words of a source and nothing else: on every page of the bundled corpora and of the small
//! ones whose cells go wrong, in every language of the page, what stands in marks stands in a text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
#[path = "../src/bin/pack/catalogs.rs"]
mod catalogs;
#[path = "support/drawn.rs"]
mod drawn;
#[allow(dead_code)]
#[path = "../src/bin/pack/extract_messages.rs"]
mod extract_messages;

use drawn::draw;
use regex_lite::Regex;
use serde_json::Value;
use standpoint::corpus::Corpus;
use standpoint::ui::i18n::{Catalog, set_catalog};

/// The marks of a language, as the page sets them.
fn marks(tag: &str) -> Regex {
    let pattern = match tag {
        "de" => "„([^„“]*)“",
        "fr" => "«\u{a0}([^«»]*)\u{a0}»",
        "uk" | "ru" | "ar" => "«([^«»]*)»",
        _ => "“([^“”]*)”",
    };
    Regex::new(pattern).unwrap()
}

/// What a reader sees of a page: its text, and the words that screen readers say.
fn words(html: &str) -> String {
    let names = Regex::new(r#"(?:aria-label|title)="([^"]*)""#).unwrap();
    let names: Vec<&str> = names.captures_iter(html).map(|found| found.get(1).unwrap().as_str()).collect();
    // Words of the source in their context may begin in the middle of a quotation, with the marks of the source.
    let own = Regex::new("(?s)<blockquote.*?</blockquote>").unwrap().replace_all(html, "");
    let text = Regex::new("<[^>]*>").unwrap().replace_all(&own, "");
    let all = [text.as_ref(), &names.join("\n")].join("\n");
    [("&quot;", "\""), ("&#x27;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]
        .into_iter()
        .fold(all, |all, (written, sign)| all.replace(written, sign))
}

/// Spaces and marks inside marks make no difference: a text may break its lines, and keeps its own marks.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every string that the author of a corpus wrote: the texts, and what its coders say of them.
fn written(file: &Value) -> String {
    fn gather(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::String(text) => all.push(folded(text)),
            Value::Array(list) => list.iter().for_each(|value| gather(value, all)),
            Value::Object(object) => object.values().for_each(|value| gather(value, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    gather(file, &mut all);
    all.join("\n")
}

/// The addresses of the pages of a corpus.
fn pages(corpus: &Corpus) -> Vec<String> {
    let mut all: Vec<String> =
        ["", "view=compare", "view=statements", "view=documents"].map(str::to_owned).to_vec();
    all.extend(corpus.documents.iter().map(|(_, document)| format!("doc={}", document.id)));
    all.extend(corpus.actors.iter().map(|(_, actor)| format!("view=actor&of={}", actor.id)));
    all.extend(corpus.issues.iter().map(|(_, issue)| format!("view=issue&of={}", issue.id)));
    let first: Vec<&str> = corpus.actors.iter().take(2).map(|(_, actor)| actor.id.as_str()).collect();
    if let [a, b] = first[..] {
        all.push(format!("pair={a}~{b}"));
    }
    let cells = corpus.actors.iter().flat_map(|(_, actor)| {
        corpus
            .issues
            .iter()
            .take(1)
            .map(move |(_, issue)| format!("view=compare&cell={}~{}", actor.id, issue.id))
    });
    all.extend(cells);
    // A card of every fifth statement: each has the same parts.
    all.extend(corpus.statements.iter().step_by(5).map(|(_, statement)| format!("s={}", statement.id)));
    all
}

fn corpora() -> Vec<(String, Vec<u8>)> {
    let root = env!("CARGO_MANIFEST_DIR");
    let mut files: Vec<std::path::PathBuf> = ["corpus", "tests/cases/cells"]
        .iter()
        .flat_map(|folder| std::fs::read_dir(format!("{root}/{folder}")).unwrap())
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "json"))
        .collect();
    files.sort();
    let read = |path: std::path::PathBuf| (path.display().to_string(), std::fs::read(&path).unwrap());
    // One of these is refused, on purpose.
    files.into_iter().map(read).filter(|(_, bytes)| Corpus::read(bytes).is_ok()).collect()
}

#[test]
fn what_stands_in_quotation_marks_stands_in_a_text() {
    let corpora: Vec<(String, Corpus, String)> = corpora()
        .into_iter()
        .map(|(name, bytes)| {
            let sources = written(&serde_json::from_slice(&bytes).unwrap());
            (name, Corpus::read(&bytes).unwrap().corpus, sources)
        })
        .collect();
    let corpora = &corpora;
    // Each language on a thread of its own: the words of a page are a thread's.
    let counts: Vec<(usize, usize)> = std::thread::scope(|scope| {
        let tags = std::iter::once("en").chain(catalogs::translated_languages().map(|(_, tag)| tag));
        let all: Vec<_> = tags.map(|tag| scope.spawn(move || check(tag, corpora))).collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    let (drawn, quoted) = counts.iter().fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1));
    println!("{drawn} pages, {quoted} times in marks");
    assert!(quoted > 300 && drawn > 500);
}

/// Draws every page in a language; how many there are, and how often something stands in marks.
fn check(tag: &str, corpora: &[(String, Corpus, String)]) -> (usize, usize) {
    let (mut drawn, mut quoted) = (0, 0);
    let language =
        catalogs::translated_languages().find(|(_, known)| *known == tag).map(|(language, _)| language);
    let catalog = language.map(|language| catalogs::full_catalog(language).unwrap());
    set_catalog(catalog.as_deref().and_then(Catalog::read));
    let marks = marks(tag);
    for (name, corpus, sources) in corpora {
        // Of the bundled corpora English has every third page, and other languages, which say the same, every twelfth.
        let step = match (corpus.statements.len() > 30, tag) {
            (false, _) => 1,
            (true, "en") => 3,
            (true, _) => 12,
        };
        for address in pages(corpus).into_iter().step_by(step) {
            let html = draw(corpus.clone(), &address, None);
            drawn += 1;
            for found in marks.captures_iter(&words(&html)) {
                let words = folded(&found[1]);
                quoted += 1;
                let is_there = words.split(" […] ").all(|part| sources.contains(part));
                assert!(is_there, "{tag}, {name}, {address}: in marks stands {words:?}");
            }
        }
    }
    (drawn, quoted)
}
