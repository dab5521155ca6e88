//! Quotation marks in what is told of a file.

use crate::broken::{BROKEN, changed};
use crate::broken_syntax::NO_JSON;
use crate::content::CONTENT;
use crate::faults::FAULTS;
use crate::shape::{SHAPE, WHOLE};
use crate::{problems, with};
use serde_json::Value;

/// Every text of a file, keys too, and the file itself.
fn texts_of(file: &str) -> Vec<String> {
    fn collect(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::String(text) => all.push(text.clone()),
            Value::Array(list) => list.iter().for_each(|value| collect(value, all)),
            Value::Object(members) => members.iter().for_each(|(key, value)| {
                all.push(key.clone());
                collect(value, all);
            }),
            _ => {}
        }
    }
    let mut all = vec![file.to_owned()];
    if let Ok(value) = serde_json::from_str(file) {
        collect(&value, &mut all);
    }
    all.iter().map(|text| text.replace(char::is_control, " ")).collect()
}

/// A sentence without what stands as JSON writes it.
fn outside_straight_marks(sentence: &str) -> String {
    let (mut is_inside, mut is_escaped) = (false, false);
    let outside = sentence.chars().filter(|c| {
        let is_mark = *c == '"' && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_inside ^= is_mark;
        !is_inside && !is_mark
    });
    outside.collect()
}

#[test]
fn typographic_marks_stand_around_words_of_the_file_alone_and_never_twice() {
    let rows =
        SHAPE.iter().chain(CONTENT).chain(FAULTS).map(|(place, text, _)| with(place, text).into_bytes());
    let changes = BROKEN.iter().chain(NO_JSON).map(|(changes, _)| changed(changes).into_bytes());
    let whole = WHOLE.iter().map(|(file, _)| file.to_vec());
    let mut count = 0;
    for file in rows.chain(changes).chain(whole) {
        let texts = texts_of(&String::from_utf8_lossy(&file));
        for at in problems(&file) {
            let told = at.problem.to_string();
            assert!(!told.contains("““") && !told.contains("””"), "{told}");
            for quoted in
                outside_straight_marks(&told).split('“').skip(1).map(|rest| rest.split('”').next().unwrap())
            {
                let words = quoted.trim_matches('…');
                assert!(texts.iter().any(|text| text.contains(words)), "“{words}” of “{told}”");
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}
