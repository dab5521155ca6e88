//! Invented news with the right suggestions, as tests/cases/suggestions/english.txt explains.

use standpoint::corpus::{Kind, Text};
use std::collections::BTreeMap;

pub struct Case {
    /// Where it stands, for messages.
    pub title: String,
    pub language: String,
    pub text: Text,
    pub answers: Vec<Answer>,
}

/// What should be suggested.
pub struct Answer {
    /// Code points, in reading order.
    pub spans: Vec<(u32, u32)>,
    pub kind: Kind,
    /// Names of the speaker; empty: the text names nobody.
    pub names: Vec<String>,
}

pub fn cases() -> Vec<Case> {
    ["english", "german", "other-languages"]
        .into_iter()
        .flat_map(|name| {
            let file = format!("{}/tests/cases/suggestions/{name}.txt", env!("CARGO_MANIFEST_DIR"));
            let file = std::fs::read_to_string(file).unwrap();
            file.split("\n== ").skip(1).map(case).collect::<Vec<_>>()
        })
        .collect()
}

fn case(written: &str) -> Case {
    let (title, rest) = written.split_once('\n').unwrap();
    let is_answer = |line: &&str| line.starts_with(|c: char| c.is_ascii_digit());
    let body: Vec<&str> = rest.lines().filter(|line| !is_answer(line)).collect();
    let (text, mut spans) = unmarked(body.join("\n").trim());
    let answers = rest.lines().filter(is_answer).map(|line| {
        let (number, rest) = line.split_once(' ').unwrap();
        let (kind, names) = rest.split_once(' ').unwrap();
        let kind = match kind {
            "direct" => Kind::Direct,
            "mixed" => Kind::Mixed,
            "scare" => Kind::Scare,
            other => panic!("{title}: there is no kind {other}"),
        };
        let names = names.split(" = ").filter(|name| *name != "nobody").map(str::to_owned).collect();
        Answer {
            spans: spans.remove(number).unwrap_or_else(|| panic!("{title}: no words {number}")),
            kind,
            names,
        }
    });
    let answers = answers.collect();
    assert!(spans.is_empty(), "{title}: words without an answer");
    let (language, _) = title.split_once(',').unwrap();
    Case { title: title.to_owned(), language: language.to_owned(), text: Text::new(text), answers }
}

/// A text without its braces, and what stood in each number's.
fn unmarked(marked: &str) -> (String, BTreeMap<String, Vec<(u32, u32)>>) {
    let (mut text, mut spans) = (String::new(), BTreeMap::<String, Vec<(u32, u32)>>::new());
    let mut rest = marked;
    while let Some((before, marked)) = rest.split_once('{') {
        text.push_str(before);
        let (number, marked) = marked.split_once(' ').unwrap();
        let (words, behind) = marked.split_once('}').unwrap();
        let start = text.chars().count() as u32;
        text.push_str(words);
        spans.entry(number.to_owned()).or_default().push((start, text.chars().count() as u32));
        rest = behind;
    }
    text.push_str(rest);
    (text, spans)
}
