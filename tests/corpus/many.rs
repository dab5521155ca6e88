//! Much of one thing: what is told of it is the same as of little, and is found without comparing each with each.

use crate::{of_statements, problems, with};
use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint::corpus::*;

/// The lines of a file in which a key stands again.
fn repeated(file: &str) -> Vec<usize> {
    let told = problems(file.as_bytes());
    told.iter().filter(|at| matches!(at.problem, Problem::DuplicateKey(_))).map(|at| at.line).collect()
}

proptest! {
    #[test]
    fn keys_that_stand_there_again_are_told_at_each_place_but_the_first(
        keys in prop::collection::vec("[ab]{1,3}", 1..40),
    ) {
        let members = keys.iter().map(|key| format!("\n\"{key}\": \"N\"")).collect::<Vec<_>>().join(",");
        // The first key stands on the line behind that of the list of actors.
        let again: Vec<usize> = (0..keys.len()).filter(|at| keys[..*at].contains(&keys[*at])).map(|at| at + 7).collect();
        let actor = "\"id\": \"a\", \"name\": \"A\", \"kind\": \"person\"";
        for actors in [format!("{{{actor}, {members}}}"), format!("{{{actor}, \"names\": {{{members}}}}}")] {
            prop_assert_eq!(repeated(&with("actors", &actors)), again.clone(), "{}", actors);
        }
    }
}

/// The only place of words in a text, by comparing at each letter; else how many there are.
fn placed(text: &[char], exact: &[char], prefix: &[char], suffix: &[char]) -> Result<u32, usize> {
    let fits = |at: &usize| {
        let (before, rest) = (&text[..*at], &text[*at..]);
        rest.starts_with(exact) && before.ends_with(prefix) && rest[exact.len()..].starts_with(suffix)
    };
    match (0..text.len()).filter(fits).collect::<Vec<_>>()[..] {
        [at] => Ok(at as u32),
        ref places => Err(places.len()),
    }
}

proptest! {
    #[test]
    fn quotations_are_placed_as_by_comparing_at_each_letter(
        text in "[ab\u{e9}]{1,30}",
        quotations in prop::collection::vec(("[ab\u{e9}]{1,4}", "[ab]{0,2}", "[b\u{e9}]{0,2}"), 1..8),
    ) {
        let statement = |(at, (exact, prefix, suffix)): (usize, &(String, String, String))| {
            json!({ "id": format!("s{at}"), "document": "d", "kind": "direct", "speaker": null,
                "spans": [{ "exact": exact, "prefix": prefix, "suffix": suffix }] })
        };
        let statements: Vec<Value> = quotations.iter().enumerate().map(statement).collect();
        let reading = Corpus::read(of_statements(&text, statements.into()).as_bytes()).unwrap();
        let letters = |text: &str| text.chars().collect::<Vec<char>>();
        for (at, (exact, prefix, suffix)) in quotations.iter().enumerate() {
            let id = format!("s{at}");
            let found = reading.corpus.statement_by_id(&id).map(|at| reading.corpus.statements[at].start());
            let orphan = reading.orphans.iter().find(|orphan| orphan.statement == id);
            let told = orphan.map(|orphan| &orphan.problems[0].problem);
            match placed(&letters(&text), &letters(exact), &letters(prefix), &letters(suffix)) {
                Ok(start) => prop_assert_eq!(found, Some(start)),
                Err(0) if !text.contains(exact.as_str()) => {
                    let is_told = matches!(told, Some(Problem::NotFound { .. }));
                    prop_assert!(is_told);
                }
                Err(0) => {
                    let is_told = matches!(told, Some(Problem::ContextDisagrees { .. }));
                    prop_assert!(is_told);
                }
                Err(times) => {
                    let ambiguous = Problem::Ambiguous { words: exact.clone(), times };
                    prop_assert_eq!(told, Some(&ambiguous));
                }
            }
        }
    }
}

/// Rows of a list, from templates in which `#` is the number.
fn rows(count: usize, row: &str) -> String {
    (0..count).map(|at| row.replace('#', &at.to_string())).collect::<Vec<_>>().join(",\n")
}

#[test]
fn the_first_thousand_problems_of_a_file_are_listed_and_the_rest_is_counted() {
    let nameless = rows(700, r##"{"id": "a#", "name": "", "kind": "person"}"##);
    let untitled = rows(700, r##"{"id": "d#", "title": "", "date": "2024", "text": "One"}"##);
    let unplaced = rows(
        700,
        r##"{"id": "s#", "document": "d0", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": null}"##,
    );
    // What is checked last stands first.
    let file = format!(
        "{{\"statements\": [{unplaced}],\n\"documents\": [{untitled}],\n\"actors\": [{nameless}],\n\
         \"standpoint\": 1, \"id\": \"c\", \"title\": \"C\", \"language\": \"en\"}}"
    );
    let refusal = Corpus::read(file.as_bytes()).unwrap_err();
    assert_eq!((refusal.problems.len(), refusal.more, refusal.count()), (1000, 1100, 2100));
    let lines: Vec<usize> = refusal.problems.iter().map(|at| at.line).collect();
    assert_eq!(lines, (1..=1000).collect::<Vec<_>>());
    assert_eq!(refusal.problems[699].row, "statement s699");
    assert_eq!(refusal.problems[999].row, "document d299");
    let page = refusal.lines("corpus.json");
    assert!(page[0].contains("found 2100 problems"), "{}", page[0]);
    assert!(page.contains(&"and 1900 more; the command `standpoint check` lists the first 1000".to_owned()));
}

#[test]
fn the_first_thousand_problems_of_shape_are_listed_and_the_rest_is_counted() {
    let unknown = rows(1001, "\"k#\": 1");
    let refusal = Corpus::read(with("head", &format!("\"id\": \"c\", {unknown}")).as_bytes()).unwrap_err();
    // Title and language are missing.
    assert_eq!((refusal.problems.len(), refusal.more), (1000, 3));
    assert!(refusal.problems.is_sorted_by_key(|at| (at.line, at.column)));
    assert_eq!(refusal.problems[999].path, "k997");
}

#[test]
fn statements_that_cannot_be_placed_are_all_named_and_their_first_thousand_problems_listed() {
    let spans = r#"[{"exact": "Five hundred"}, {"exact": "Six hundred"}]"#;
    let row =
        format!(r##"{{"id": "s#", "document": "d", "spans": {spans}, "kind": "direct", "speaker": "a"}}"##);
    let reading = Corpus::read(with("statements", &rows(501, &row)).as_bytes()).unwrap();
    assert_eq!((reading.orphans.len(), reading.statement_count, reading.more), (501, 501, 2));
    assert!(reading.orphans[..500].iter().all(|orphan| orphan.problems.len() == 2));
    assert_eq!(reading.orphans[500].problems, []);
    assert_eq!(reading.orphans[500].statement, "s500");
    assert_eq!((reading.problems().problems.len(), reading.problems().more), (1000, 2));
    let snapshot = Snapshot::from(reading);
    assert_eq!(Snapshot::from_bytes(&snapshot.to_bytes()).unwrap().orphans, snapshot.orphans);
}

#[test]
fn the_first_thousand_warnings_are_listed_and_the_rest_is_counted() {
    let unused = rows(1200, r##"{"id": "b#", "name": "B", "kind": "person"}"##);
    let file = with("actors", &format!(r#"{{"id": "a", "name": "A", "kind": "person"}}, {unused}"#));
    let warnings = Corpus::warnings(file.as_bytes());
    // Besides the actors the issue is not used.
    assert_eq!((warnings.listed.len(), warnings.more), (1000, 201));
    assert_eq!(warnings.listed[999].about, "actor b999");
}

#[test]
fn spans_and_parts_that_overlap_with_any_before_them_are_told() {
    let span = |start: usize, exact: &str| {
        format!(r#"{{"exact": "{exact}", "start": {start}, "end": {}}}"#, start + exact.len())
    };
    let spans = [span(8, "three"), span(0, "One two three"), span(4, "two"), span(15, "two four")].join(", ");
    let file = with(
        "statements",
        &format!(r#"{{"id": "s", "document": "d", "spans": [{spans}], "kind": "direct", "speaker": "a"}}"#),
    );
    let told: Vec<String> = problems(file.as_bytes()).iter().map(|at| at.path.clone()).collect();
    assert_eq!(told, ["statements[0].spans[1].exact", "statements[0].spans[2].exact"]);
}

#[test]
fn a_body_far_above_makes_one_voice_of_two_and_a_circle_of_offices_ends() {
    let actor = |id: &str, more: &str| format!(r#"{{"id": "{id}", "name": "N", "kind": "person"{more}}}"#);
    let part_of = |of: &str| format!(r#", "part_of": "{of}""#);
    let of = |bodies: &[&str]| {
        let roles: Vec<String> =
            bodies.iter().map(|of| format!(r#"{{"title": "T", "of": "{of}"}}"#)).collect();
        format!(r#", "roles": [{}]"#, roles.join(", "))
    };
    let actors = [
        actor("a", &part_of("m")),
        actor("m", &part_of("top")),
        actor("top", ""),
        actor("b", &of(&["top", "b"])),
        actor("other", ""),
        actor("both", &of(&["other", "m"])),
        actor("x", &of(&["y"])),
        actor("y", &of(&["x"])),
    ]
    .join(", ");
    for (this, before, is_one) in [
        ("a", "b", true),
        ("b", "a", true),
        ("a", "top", true),
        ("a", "other", false),
        ("other", "b", false),
        ("both", "a", true),
        ("other", "both", true),
        ("x", "y", true),
        ("x", "a", false),
        ("both", "x", false),
        ("a", "a", true),
    ] {
        let statement = |id: &str, speaker: &str, more: &str| {
            format!(
                r#"{{"id": "{id}", "document": "d", "spans": [{{"exact": "One"}}], "kind": "direct", "speaker": "{speaker}"{more}}}"#
            )
        };
        let about = r#", "about": {"statement": "s", "relation": "withdraws"}"#;
        let statements = [statement("s", before, ""), statement("t", this, about)].join(", ");
        let file = with("actors", &actors).replace(
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#, &statements);
        let told: Vec<Problem> = problems(file.as_bytes()).into_iter().map(|at| at.problem).collect();
        let expected = if is_one { vec![] } else { vec![Problem::AboutSomebodyElse("s".to_owned())] };
        assert_eq!(told, expected, "{this} {before}");
    }
}
