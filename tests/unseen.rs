//! A character that reorders others is shown wherever words of a corpus stand: in the text, in notes, cells, lists,
//! dialogs and names of parts. Where only text will do, its code stands in its place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/drawn.rs"]
mod drawn;

use drawn::draw;
use serde_json::Value;
use standpoint::corpus::{Corpus, Key, StatementIx};
use standpoint::ui::Dialog;

/// Turns the letters behind it around.
const OVERRIDE: char = '\u{202e}';
const SHOWN: &str = "<span class=\"unseen\" data-code=\"U+202E\">\u{202e}</span>";

/// The same corpus with such a character in each word of the texts that has "th", and before every name and note.
fn hidden(key: &str, value: &mut Value) {
    match value {
        Value::String(text) => match key {
            "text" | "exact" | "prefix" | "suffix" => *text = text.replace("th", &format!("t{OVERRIDE}h")),
            "name" | "names" | "title" | "label" | "proposition" | "note" | "occasion" | "rationale"
            | "method" | "summary" | "publisher" | "author" | "license" | "aliases" | "version" => {
                text.insert(0, OVERRIDE)
            }
            _ => {}
        },
        Value::Array(list) => list.iter_mut().for_each(|value| hidden(key, value)),
        Value::Object(object) => {
            let is_names = key == "names";
            object.remove("start");
            object.remove("end");
            object.iter_mut().for_each(|(key, value)| hidden(if is_names { "names" } else { key }, value));
        }
        _ => {}
    }
}

fn corpus(file: &str) -> Corpus {
    let mut value: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    hidden("", &mut value);
    let reading = Corpus::read(value.to_string().as_bytes()).unwrap();
    assert!(reading.orphans.is_empty(), "{:?}", reading.orphans.len());
    reading.corpus
}

#[test]
fn what_reorders_letters_is_shown_on_every_page() {
    let mut faults = Vec::new();
    let mut pages = 0;
    for (file, addresses) in [
        (
            "corpus/tram-town.json",
            &[
                "doc=minutes-2023-11-09",
                "view=documents",
                "view=documents&q=tram",
                "view=statements",
                "view=compare",
                "view=compare&cell=quist~tram",
                "view=compare&pair=quist~penrice",
                "view=compare&cell=brandvold~cost",
                "view=actors",
                "view=issues",
                "view=actor&of=quist",
                "view=actor&of=council",
                "view=issue&of=tram",
                "view=issue&of=cost",
                "actor=quist&issue=tram&via=courier",
                "view=compare&by=issue&focus=tram",
                "view=compare&embed=1",
                "view=compare&cell=quist~tram&embed=1",
            ][..],
        ),
        (
            "corpus/nato-2021.json",
            &[
                "",
                "s=s02",
                "s=s12",
                "s=s34",
                "s=s16",
                "s=s02&embed=1",
                "view=compare&pair=nato~russia",
                "coder=x",
            ][..],
        ),
    ] {
        let corpus = corpus(file);
        for address in addresses {
            let dialogs = [
                Dialog::Filters,
                Dialog::Help,
                Dialog::About,
                Dialog::Share,
                Dialog::Cite(StatementIx::at(1)),
            ];
            for dialog in std::iter::once(None).chain(dialogs.map(Some)) {
                pages += 1;
                let html = draw(corpus.clone(), address, dialog).replace(SHOWN, "");
                for (at, _) in html.match_indices(OVERRIDE) {
                    let before: String =
                        html[..at].chars().rev().take(120).collect::<Vec<_>>().into_iter().rev().collect();
                    let after: String = html[at..].chars().skip(1).take(40).collect();
                    faults.push(format!("{address:?} {dialog:?}: {before}⟨!⟩{after}"));
                }
                if dialog.is_some() && address.contains("view") {
                    break;
                }
            }
        }
    }
    let mut kinds: Vec<&String> = faults.iter().collect();
    kinds.dedup_by_key(|fault| fault.split('<').next_back().unwrap_or_default().to_owned());
    assert!(
        faults.is_empty(),
        "{} of {pages} pages:\n{}",
        faults.len(),
        kinds.iter().take(60).map(|fault| fault.as_str()).collect::<Vec<_>>().join("\n\n")
    );
}
