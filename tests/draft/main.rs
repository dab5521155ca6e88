//! The file under edit: what each edit changes and refuses, that everything can be undone and kept, what a selection
//! becomes, what a corrected text loses, and what is found by typing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod correcting;
mod edits;
mod finding;
mod laws;
mod refusals;
mod selecting;
mod statements;

use standpoint::corpus::{Corpus, raw};
use standpoint::draft::{Draft, Edit};

/// An invented quarrel about a ferry.
const FERRY: &str = r#"{
  "standpoint": 1, "id": "ferry", "title": "The ferry", "language": "en",
  "coders": [{"id": "kim", "name": "Kim"}, {"id": "lee", "name": "Lee"}],
  "actors": [
    {"id": "ada", "name": "Ada Brandt", "kind": "person", "aliases": ["the mayor"], "roles": [{"title": "Mayor", "of": "town"}]},
    {"id": "town", "name": "Olm", "kind": "state"},
    {"id": "council", "name": "Council of Olm", "kind": "organisation", "part_of": "town"},
    {"id": "mayor", "name": "Mayor of Olm", "kind": "office", "names": {"fr": "la maire"}, "part_of": "council", "note": "Perhaps Ada Brandt."},
    {"id": "guild", "name": "Ferry Guild", "kind": "organisation"}
  ],
  "issues": [
    {"id": "toll", "label": "A toll", "proposition": "There should be a toll."},
    {"id": "fee", "label": "A fee", "proposition": "There should be a fee."}
  ],
  "documents": [
    {"id": "report", "title": "Report", "date": "2031-05-03", "structure": [{"role": "attribution", "exact": "From the Courier."}],
     "text": "“No toll,” said Ada Brandt. “Never,” the guild answered, and the mayor smiled. The mayor said that a toll was off the table.\n\nFrom the Courier."},
    {"id": "letter", "title": "Letter", "date": "2031", "text": "The guild wrote: “We want no toll, as Ada Brandt said. We want a ferry.”"}
  ],
  "statements": [
    {"id": "s1", "document": "report", "spans": [{"exact": "No toll,"}], "kind": "direct", "speaker": "ada", "cue": {"exact": "said Ada Brandt"},
     "positions": [{"issue": "toll", "stance": "opposes", "coder": "kim"}]},
    {"id": "s2", "document": "report", "spans": [{"exact": "Never,"}], "kind": "direct", "speaker": "guild"},
    {"id": "s3", "document": "report", "spans": [{"exact": "a toll was off the table"}], "kind": "indirect", "speaker": "mayor", "addressees": ["guild", "council"],
     "positions": [{"issue": "fee", "stance": "opposes", "coder": "kim"}, {"issue": "toll", "stance": "opposes", "coder": "kim"}]},
    {"id": "s4", "document": "letter", "spans": [{"exact": "We want no toll, as Ada Brandt said. We want a ferry."}], "kind": "direct", "speaker": ["guild", "ada"]},
    {"id": "s5", "document": "letter", "spans": [{"exact": "no toll"}], "kind": "direct", "speaker": "ada", "parent": "s4", "about": {"statement": "s1", "relation": "repeats"}}
  ]
}"#;

fn ferry() -> Draft {
    Draft::new(raw::Corpus::read(FERRY.as_bytes()).unwrap())
}

fn edit(json: &str) -> Edit {
    serde_json::from_str(json).unwrap_or_else(|problem| panic!("{json}: {problem}"))
}

/// The draft of the ferry after some edits.
fn edited(edits: &[&str]) -> Draft {
    let mut draft = ferry();
    for json in edits {
        draft.apply(edit(json)).unwrap_or_else(|refusal| panic!("{json}: {refusal}"));
    }
    draft
}

/// What is wrong with the file of a draft, as the checker says it.
fn problems(draft: &Draft) -> Vec<String> {
    let read = Corpus::read(draft.file().to_json().as_bytes());
    let located = match read {
        Err(invalid) => invalid.problems,
        Ok(reading) => reading.orphans.into_iter().flat_map(|orphan| orphan.problems).collect(),
    };
    located.iter().map(|problem| problem.sentence()).collect()
}

/// The lines of `before` that are gone, and those of `after` that are new, in order; brackets alone are left out.
fn difference(before: &str, after: &str) -> Vec<String> {
    let (a, b): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    // How many lines are common from each pair of lines on.
    let mut common = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let skipped = common[i + 1][j].max(common[i][j + 1]);
            common[i][j] = if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { skipped };
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || (i < a.len() && common[i + 1][j] >= common[i][j + 1]) {
            found.push(format!("- {}", a[i].trim()));
            i += 1;
        } else {
            found.push(format!("+ {}", b[j].trim()));
            j += 1;
        }
    }
    found.retain(|line| line.contains(char::is_alphanumeric));
    found
}
