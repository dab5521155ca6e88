//! Laws: what holds of any text, any damage, any value.

use crate::fields::{FIELDS, FULL, assert_read_back_or_told};
use crate::{EVERY_KEY, assert_clear, corpus, of_statements, problems};
use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint::corpus::*;

/// A text in which the same few letters come again and again, some of several bytes, some any at all.
fn texts(longest: usize) -> impl Strategy<Value = String> {
    let letter = prop_oneof![
        6 => prop::sample::select(vec!['a', 'b', ' ', 'é', '東', '😀', '\u{301}', '\n', '\u{feff}']),
        1 => any::<char>().prop_filter("letters of the fixtures", |letter| !letter.is_ascii_alphanumeric()),
    ];
    prop::collection::vec(letter, 0..longest).prop_map(|letters| letters.into_iter().collect())
}

/// Code points where `words` begin in `text`, the slow way.
fn occurrences(text: &[char], words: &[char]) -> Vec<u32> {
    if words.is_empty() {
        return Vec::new();
    }
    text.windows(words.len()).enumerate().filter(|(_, at)| *at == words).map(|(at, _)| at as u32).collect()
}

fn chars(text: &str) -> Vec<char> {
    text.chars().collect()
}

/// A value that may stand anywhere.
fn values() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        Just(json!([])),
        Just(json!({})),
        Just(json!([null])),
        Just(json!([["x"]])),
        Just(json!({ "exact": "One" })),
        Just(json!({ "id": "x", "name": "X", "kind": "person" })),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z.@-]{0,4}".prop_map(Value::from),
        texts(6).prop_map(Value::from),
    ]
}

/// Every place in a value, as JSON pointers.
fn pointers(value: &Value, at: String, all: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(key, member)| pointers(member, format!("{at}/{key}"), all))
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, item)| pointers(item, format!("{at}/{i}"), all))
        }
        _ => {}
    }
    all.push(at);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_span_of_any_text_gives_back_its_code_points(text in texts(300), start in 0u32..320, width in 0u32..100) {
        let (points, known, end) = (chars(&text), Text::new(text.clone()), start + width);
        prop_assert_eq!(known.len() as usize, points.len());
        prop_assert_eq!((known.as_str(), known.is_empty()), (text.as_str(), points.is_empty()));
        let Some(span) = known.span(start, end) else {
            prop_assert!(width == 0 || end as usize > points.len());
            return Ok(());
        };
        let (from, to) = (start as usize, end as usize);
        prop_assert_eq!((span.start(), span.end()), (start, end));
        prop_assert_eq!(chars(known.get(span)), &points[from..to]);
        let (before, after) = known.around(span);
        prop_assert_eq!((chars(before), chars(after)), (points[..from].to_vec(), points[to..].to_vec()));
        prop_assert!(known.find(known.get(span)).any(|found| found == span));
    }

    #[test]
    fn words_are_found_wherever_they_occur(text in texts(200), words in texts(4)) {
        let known = Text::new(text.clone());
        let found: Vec<(u32, u32)> = known.find(&words).map(|span| (span.start(), span.end())).collect();
        let width = words.chars().count() as u32;
        let slow: Vec<(u32, u32)> = occurrences(&chars(&text), &chars(&words)).into_iter().map(|at| (at, at + width)).collect();
        prop_assert_eq!(found, slow);
    }

    /// The whole rule: of the places where the words occur, exactly one agrees with all that is given.
    #[test]
    fn words_are_placed_exactly_when_one_place_agrees_with_all_that_is_given(
        text in "[ab東]{1,12}", exact in "[ab東]{1,3}", prefix in "[ab東]{0,2}", suffix in "[ab東]{0,2}",
        start in prop::option::of(0u32..14), end in prop::option::of(0u32..14),
    ) {
        let (points, words) = (chars(&text), chars(&exact));
        let agree: Vec<u32> = occurrences(&points, &words).into_iter().filter(|at| {
            let (before, after) = (&points[..*at as usize], &points[*at as usize + words.len()..]);
            before.ends_with(&chars(&prefix)) && after.starts_with(&chars(&suffix))
                && start.is_none_or(|start| start == *at) && end.is_none_or(|end| end == *at + words.len() as u32)
        }).collect();
        let span = json!({ "exact": exact, "prefix": prefix, "suffix": suffix, "start": start, "end": end });
        let file = of_statements(&text, json!([{ "id": "s", "document": "d", "spans": [span], "kind": "direct", "speaker": null }]));
        let reading = Corpus::read(file.as_bytes()).unwrap();
        let placed: Vec<u32> = reading.corpus.statements.iter().map(|(_, statement)| statement.start()).collect();
        let expected = if agree.len() == 1 { agree } else { Vec::new() };
        prop_assert_eq!(placed.len() + reading.orphans.len(), 1);
        prop_assert_eq!(placed, expected);
    }

    #[test]
    fn a_parent_stands_before_its_children_however_the_file_is_ordered(
        nest in prop::collection::vec((any::<prop::sample::Index>(), 0u32..4, 0u32..4, any::<bool>()), 1..9),
        order in any::<prop::sample::Index>(),
    ) {
        let text = "abcdefghijkl";
        let mut spans: Vec<(u32, u32, Option<usize>)> = Vec::new();
        for (pick, front, back, rooted) in &nest {
            let parent = (!spans.is_empty() && !rooted).then(|| pick.index(spans.len()));
            let (from, to) = parent.map_or((0, 12), |at| (spans[at].0, spans[at].1));
            let start = from + front % (to - from);
            spans.push((start, to - back % (to - start), parent));
        }
        let mut rows: Vec<Value> = spans.iter().enumerate().map(|(at, (start, end, parent))| json!({
            "id": format!("s{at}"), "document": "d", "spans": [{ "exact": text[*start as usize..*end as usize] }],
            "kind": "direct", "speaker": "a", "parent": parent.map(|parent| format!("s{parent}")) })).collect();
        rows.reverse();
        rows.rotate_left(order.index(nest.len()));
        let read = corpus(&of_statements(text, rows.into()));
        prop_assert_eq!(read.statements.len(), spans.len());
        let starts: Vec<u32> = read.statements.iter().map(|(_, statement)| statement.start()).collect();
        prop_assert!(starts.is_sorted());
        for (at, (_, _, parent)) in spans.iter().enumerate() {
            let ix = read.statement_by_id(&format!("s{at}")).unwrap();
            let above = parent.map(|parent| read.statement_by_id(&format!("s{parent}")).unwrap());
            prop_assert_eq!(read.statements[ix].parent, above);
            prop_assert!(above.is_none_or(|above| above < ix), "s{} stands before its parent", at);
            let depth = std::iter::successors(*parent, |at| spans[*at].2).count();
            prop_assert_eq!(read.statements[ix].via.len(), depth);
        }
    }

    #[test]
    fn no_damage_to_a_file_makes_reading_panic(
        hits in prop::collection::vec((any::<prop::sample::Index>(), prop_oneof![
            any::<u8>(), prop::sample::select(b"{}[]\",:\\ \n0-e.@u\xff".to_vec())], 0u8..3), 1..4),
        keep in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut bytes = EVERY_KEY.as_bytes().to_vec();
        for (at, byte, how) in hits {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => drop(bytes.remove(at)),
            }
        }
        if let Some(keep) = keep {
            bytes.truncate(keep.index(bytes.len()));
        }
        match Corpus::read(&bytes) {
            Ok(reading) => prop_assert_eq!(reading.corpus.statements.len() + reading.orphans.len(), reading.statement_count),
            Err(refusal) => {
                prop_assert!(!refusal.problems.is_empty());
                refusal.problems.iter().for_each(|at| assert_clear(&bytes, at));
                prop_assert!(refusal.problems.is_sorted_by_key(|at| (at.line, at.column)));
            }
        }
    }

    /// What serde refuses the walk over the shape explains, so the reader's own sentence is always there.
    #[test]
    fn whatever_stands_in_place_of_a_value_is_read_or_told(
        picks in prop::collection::vec((any::<prop::sample::Index>(), values(), 0u8..4), 1..4)
    ) {
        let mut file: Value = serde_json::from_str(FULL).unwrap();
        for (pick, value, how) in picks {
            let mut all = Vec::new();
            pointers(&file, String::new(), &mut all);
            all.retain(|at| !at.is_empty() && at != "/standpoint");
            if all.is_empty() {
                break;
            }
            let at = &all[pick.index(all.len())];
            let (above, key) = at.rsplit_once('/').unwrap();
            match (file.pointer_mut(above).unwrap(), how) {
                (Value::Object(members), 0) => drop(members.remove(key)),
                (Value::Object(members), 1) => drop(members.insert(format!("{key}s"), value)),
                (Value::Array(list), 0) => drop(list.remove(key.parse().unwrap())),
                (Value::Array(list), 1) => list.push(value),
                _ => *file.pointer_mut(at).unwrap() = value,
            }
        }
        let file = file.to_string();
        for at in problems(file.as_bytes()) {
            assert_clear(file.as_bytes(), &at);
            prop_assert!(!matches!(at.problem, Problem::NotJson(_) | Problem::NoFormat | Problem::CutOff(_)), "{:?}", at);
        }
    }

    #[test]
    fn any_text_is_read_back_as_it_is_or_told(text in texts(20), field in any::<prop::sample::Index>()) {
        assert_read_back_or_told(FIELDS[field.index(FIELDS.len())], &text, &mut serde_json::from_str(FULL).unwrap());
    }
}
