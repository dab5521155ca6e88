//! A corpus that is large even when it is compressed: many documents of words that nobody could guess.

use serde_json::{Value, json};

pub const DOCUMENTS: usize = 24;
/// Letters of a document's text, about.
const LETTERS: usize = 100_000;

/// The file; its id is `large`.
pub fn large() -> String {
    let mut chance = Chance(7);
    let documents: Vec<Value> = (0..DOCUMENTS)
        .map(|at| {
            let text = format!("Ada said that line {at} should be built. {}", chance.words(LETTERS));
            json!({"id": format!("d{at}"), "title": format!("Text {at}"), "date": format!("2024-01-{:02}", at + 1), "text": text})
        })
        .collect();
    let statements: Vec<Value> = (0..DOCUMENTS)
        .map(|at| {
            json!({"id": format!("s{at}"), "document": format!("d{at}"), "kind": "indirect", "speaker": if at % 3 == 0 { "bo" } else { "ada" },
                "spans": [{"exact": format!("line {at} should be built"), "start": 14, "end": 14 + format!("line {at} should be built").len()}],
                "positions": [{"issue": "line", "stance": "supports"}]})
        })
        .collect();
    json!({"standpoint": 1, "id": "large", "title": "A large corpus", "language": "en",
        "actors": [{"id": "ada", "name": "Ada", "kind": "person"}, {"id": "bo", "name": "Bo", "kind": "person"}],
        "issues": [{"id": "line", "label": "The line", "proposition": "The line should be built."}],
        "documents": documents, "statements": statements})
    .to_string()
}

/// Numbers without a pattern, the same in each run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn words(&mut self, letters: usize) -> String {
        let mut text = String::with_capacity(letters);
        while text.len() < letters {
            let length = 3 + self.next() % 8;
            text.extend((0..length).map(|_| char::from(b'a' + (self.next() % 26) as u8)));
            text.push(if self.next().is_multiple_of(12) { '\n' } else { ' ' });
            if text.ends_with('\n') {
                text.push('\n');
            }
        }
        text.trim_end().to_owned()
    }
}
