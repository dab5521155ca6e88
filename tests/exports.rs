//! A corpus in the formats of other programs: what is in the files, that their places hold, and what is said to be lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/command.rs"]
#[allow(dead_code)]
mod command;
#[path = "support/hostile.rs"]
mod hostile;

use command::{folder, out, standpoint};
use serde_json::{Value, json};
use standpoint::convert::annotations;
use standpoint::convert::dna::events;
use standpoint::corpus::Corpus;
use std::fs;

fn corpus(file: &Value) -> Corpus {
    let reading =
        Corpus::read(file.to_string().as_bytes()).unwrap_or_else(|refused| panic!("{:#?}", refused.problems));
    assert!(reading.orphans.is_empty(), "{:#?}", reading.orphans);
    reading.corpus
}

fn read(path: &str) -> Corpus {
    Corpus::read(&fs::read(path).unwrap()).unwrap().corpus
}

/// Two statements, the second split, behind letters of two units.
fn ferry() -> Value {
    json!({
        "standpoint": 1, "id": "ferry", "title": "Ferry", "language": "en",
        "coders": [{"id": "kim", "name": "Kim \"K\" Roe"}],
        "actors": [
            {"id": "ada", "name": "Ada; Byron", "kind": "person", "roles": [{"title": "clerk", "of": "guild"}]},
            {"id": "guild", "name": "Guild", "kind": "organisation"},
            {"id": "town", "name": "Town", "kind": "state"}
        ],
        "issues": [{"id": "toll", "label": "Toll", "proposition": "The \"toll\" is kept; always."}],
        "documents": [{
            "id": "report", "title": "A report", "date": "2024-05", "author": "Lee", "publisher": "The Paper",
            "url": "https://example.org/report",
            "text": "😀 Ada said no.\n\n“No toll,” said the guild; “and no fee.” No more."
        }],
        "statements": [
            {"id": "s1", "document": "report", "spans": [{"exact": "said no"}], "kind": "indirect", "speaker": "ada",
             "date": "2024-05-03", "positions": [{"issue": "toll", "stance": "opposes", "coder": "kim"}]},
            {"id": "s2", "document": "report", "spans": [{"exact": "No toll,"}, {"exact": "and no fee."}],
             "kind": "direct", "speaker": ["guild", "town"], "positions": [
                {"issue": "toll", "stance": "supports", "coder": "kim"},
                {"issue": "toll", "stance": "opposes", "holder": "ada", "coder": "kim"}]},
            {"id": "s3", "document": "report", "spans": [{"exact": "No more."}], "kind": "indirect", "speaker": null}
        ]
    })
}

#[test]
fn events_are_rows_of_dna_s_columns() {
    let events = events::export(&corpus(&ferry()));
    assert_eq!(
        events.table.lines().collect::<Vec<_>>(),
        [
            "statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;document_id;\
             document_title;document_author;document_source;document_section;document_type",
            "1;2024-05-03 00:00:00;\"Ada, Byron\";\"Guild\";\"The 'toll' is kept, always.\";0;7;14;\"said no\";\"Kim 'K' Roe\";\
             \"report\";\"A report\";\"Lee\";\"The Paper\";\"\";\"\"",
            "2;2024-05-01 00:00:00;\"\";\"Guild\";\"The 'toll' is kept, always.\";1;18;56;\
             \"No toll,” said the guild, “and no fee.\";\"Kim 'K' Roe\";\"report\";\"A report\";\"Lee\";\"The Paper\";\"\";\"\"",
            "3;2024-05-01 00:00:00;\"\";\"Town\";\"The 'toll' is kept, always.\";1;18;56;\
             \"No toll,” said the guild, “and no fee.\";\"Kim 'K' Roe\";\"report\";\"A report\";\"Lee\";\"The Paper\";\"\";\"\"",
        ]
    );
    assert_eq!(
        events.left_out,
        [
            "joint statements, once for each speaker: 1",
            "positions that the speaker attributes to others, left out: 1",
            "split statements, as one stretch with what stands between: 1",
            "statements with an inexact date, on its first day: 2",
            "statements without a position, left out: 1",
        ]
    );
}

#[test]
fn offsets_of_events_are_utf_16_of_the_text() {
    for file in ["corpus/nato-2021.json", "tests/cases/every-key.json", "tests/cases/hetch-hetchy.json"] {
        let corpus = read(file);
        let table = events::export(&corpus).table;
        for row in table.lines().skip(1) {
            let cells = cells(row);
            let (_, document) =
                corpus.documents.iter().find(|(_, own)| own.id.as_str() == plain(&cells[10])).unwrap();
            let units: Vec<u16> = document.text.as_str().encode_utf16().collect();
            let place = |at: usize| cells[at].parse::<usize>().unwrap();
            let words = String::from_utf16(&units[place(6)..place(7)]).unwrap();
            let written = words.replace(';', ",").replace('"', "'").replace('\n', " ");
            assert_eq!(plain(&cells[8]), written, "{file}: {row}");
        }
        assert!(table.lines().count() > 1, "{file}");
    }
}

/// What stands between the `;` of a row that stand in no quotation marks.
fn cells(row: &str) -> Vec<String> {
    let (mut cells, mut is_inside) = (vec![String::new()], false);
    for c in row.chars() {
        is_inside ^= c == '"';
        match c {
            ';' if !is_inside => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

fn plain(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

#[test]
fn no_name_breaks_a_row_of_events() {
    for words in hostile::words() {
        let line: String = words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if line.trim().is_empty() || line.len() > 4000 {
            continue;
        }
        let mut file = ferry();
        file["documents"][0]["title"] = json!(line);
        file["actors"][1]["name"] = json!(line);
        file["issues"][0]["proposition"] = json!(line);
        let table = events::export(&corpus(&file)).table;
        // Some words hold what other programs take for the end of a line.
        let rows: Vec<Vec<String>> = table.trim_end_matches('\n').split('\n').map(cells).collect();
        assert!(rows.len() == 4 && rows.iter().all(|row| row.len() == 16), "{words:?}: {rows:?}");
    }
}

#[test]
fn an_annotation_says_who_what_and_where() {
    let done = annotations::export(&corpus(&ferry()));
    let page: Value = serde_json::from_str(&done.json).unwrap();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    let text = |purpose: &str, value: &str| json!({"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value});
    let quote = |exact: &str, prefix: &str, suffix: &str, start: u32, end: u32| {
        json!({"type": "SpecificResource", "source": "https://example.org/report", "selector": [
            {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix},
            {"type": "TextPositionSelector", "start": start, "end": end}
        ]})
    };
    assert_eq!(
        page["items"][1],
        json!({
            "id": "#report/s2", "type": "Annotation", "motivation": ["identifying", "classifying"],
            "creator": [{"type": "Person", "name": "Kim \"K\" Roe"}],
            "body": [
                text("identifying", "Guild"),
                text("identifying", "Town"),
                text("classifying", "supports: The \"toll\" is kept; always."),
                text("classifying", "Ada; Byron: opposes: The \"toll\" is kept; always."),
            ],
            "target": [
                quote("No toll,", "😀 Ada said no.\n\n“", "” said the guild; “and no fee.” ", 17, 25),
                quote("and no fee.", "o.\n\n“No toll,” said the guild; “", "” No more.", 44, 55),
            ]
        })
    );
    assert_eq!(page["items"][2]["motivation"], json!(["highlighting"]));
    assert_eq!(page["items"][2].get("creator"), None);
    assert_eq!(
        done.left_out,
        [
            "kinds of statements (direct, indirect, mixed, scare): 3",
            "dates of statements: 1",
            "roles and bodies of actors: 1",
        ]
    );
}

#[test]
fn every_target_holds_by_its_words_and_by_its_offsets() {
    for file in ["corpus/nato-2021.json", "tests/cases/every-key.json", "tests/cases/hetch-hetchy.json"] {
        let corpus = read(file);
        let page: Value = serde_json::from_str(&annotations::export(&corpus).json).unwrap();
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), corpus.statements.len());
        for ((_, statement), item) in corpus.statements.iter().zip(items) {
            let letters: Vec<char> = corpus.documents[statement.document].text.as_str().chars().collect();
            let targets = item["target"].as_array().unwrap();
            assert_eq!(targets.len(), statement.spans.len());
            for target in targets {
                let (quote, place) = (&target["selector"][0], &target["selector"][1]);
                let at = |key: &str| usize::try_from(place[key].as_u64().unwrap()).unwrap();
                let part = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
                let (start, end) = (at("start"), at("end"));
                assert_eq!(quote["exact"], part(start, end));
                assert_eq!(quote["prefix"], part(start.saturating_sub(32), start));
                assert_eq!(quote["suffix"], part(end, (end + 32).min(letters.len())));
            }
        }
    }
}

#[test]
fn the_command_writes_to_a_new_file_or_to_standard_output_and_tells_what_is_lost() {
    let folder = folder("exports");
    let file = folder.join("ferry.json");
    fs::write(&file, ferry().to_string()).unwrap();
    let name = file.to_str().unwrap();
    for (format, text) in [
        ("dna-csv", events::export(&corpus(&ferry())).table),
        ("annotations", annotations::export(&corpus(&ferry())).json),
    ] {
        let printed = standpoint(&["export", format, name]);
        assert!(printed.status.success());
        assert_eq!(out(&printed), text);
        let told = String::from_utf8(printed.stderr).unwrap();
        assert!(
            told.lines().count() >= 3 && told.lines().all(|line| line.contains(": not in the file: ")),
            "{told}"
        );
        let made = folder.join(format);
        let made_name = made.to_str().unwrap();
        assert!(standpoint(&["export", format, name, "--out", made_name]).status.success());
        assert_eq!(fs::read_to_string(&made).unwrap(), text);
        fs::write(&made, "somebody's work").unwrap();
        let again = standpoint(&["export", format, name, "--out", made_name]);
        assert_eq!(again.status.code(), Some(1));
        assert_eq!(fs::read_to_string(&made).unwrap(), "somebody's work");
    }
    fs::write(&file, "{}").unwrap();
    assert_eq!(standpoint(&["export", "dna-csv", name]).status.code(), Some(1));
}
