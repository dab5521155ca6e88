//! What a corpus file may hold, and what is said of one that is wrong: each problem at its place, errors that
//! refuse the file, faults that leave out one statement, and places in texts counted in code points.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint::corpus::*;
use std::collections::BTreeSet;

/// One line of json for one problem: a good corpus in which `text` stands in place of the named row.
fn with(place: &str, text: &str) -> String {
    let rows = [
        ("head", r#""id": "c", "title": "C", "language": "en""#),
        (
            "actors",
            r#"{"id": "a", "name": "A", "kind": "person"}, {"id": "b", "name": "B", "kind": "state"}"#,
        ),
        ("issues", r#"{"id": "i", "label": "I", "proposition": "It is so."}"#),
        ("coders", r#"{"id": "x", "name": "X"}"#),
        (
            "documents",
            r#"{"id": "d", "title": "D", "date": "2024-05-06", "text": "One two three, two four."}"#,
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        ),
    ];
    let row = |name: &str| {
        rows.iter().find(|(n, _)| *n == name).map(|(_, r)| if name == place { text } else { r }).unwrap()
    };
    format!(
        "{{\"standpoint\": 1, {},\n\"coders\": [{}],\n\"actors\": [{}],\n\"issues\": [{}],\n\"documents\": [{}],\n\"statements\": [{}]}}",
        row("head"),
        row("coders"),
        row("actors"),
        row("issues"),
        row("documents"),
        row("statements")
    )
}

/// Problems as `check` prints them, without the file's name; faults of statements follow as they come.
fn problems(file: &str) -> Vec<String> {
    let all = match Corpus::read(file.as_bytes()) {
        Ok(reading) => reading.faults.into_iter().flat_map(|fault| fault.problems).collect(),
        Err(refusal) => refusal.problems,
    };
    all.iter().map(|at| format!("{}:{} {} {}", at.line, at.column, at.path, at.problem)).collect()
}

#[test]
fn every_problem_is_told_at_its_place() {
    for (place, text, told) in [
        (
            "head",
            r#""id": "C", "title": "C", "language": "en""#,
            "1:25 id “C” is no id: use a–z, 0–9, then also . _ -",
        ),
        (
            "head",
            r#""id": "assets", "title": "C", "language": "en""#,
            "1:25 id “assets” is a word that a site uses in its own addresses; choose another id",
        ),
        ("head", r#""id": "c", "title": "C""#, "1:1  the key “language” is missing"),
        (
            "head",
            r#""id": "c", "title": "C", "language": "english!""#,
            "1:56 language “english!” is no language tag like en or pt-BR",
        ),
        (
            "head",
            r#""id": "c", "title": "C", "language": "en", "contact": "ftp://x""#,
            "1:73 contact “ftp://x” is no address that a reader may follow: it must begin with https:// or http://",
        ),
        (
            "head",
            r#""id": "c", "title": "C", "titel": "C", "language": "en""#,
            "1:44 titel unknown key “titel”; did you mean “title”?",
        ),
        (
            "head",
            r#""id": "c", "id": "c", "title": "C", "language": "en""#,
            "1:30 id the key “id” stands here a second time; keep one",
        ),
        (
            "head",
            r#""id": "c", "title": 7, "language": "en""#,
            "1:39 title a number stands where a text was expected",
        ),
        (
            "actors",
            r#"{"id": "a", "name": "A", "kind": "man"}"#,
            "3:45 actors[0].kind “man” is none of person, organisation, state, office, collective, unnamed",
        ),
        (
            "actors",
            r#"{"id": "a", "name": "A", "kind": "person"}, {"id": "a", "name": "B", "kind": "person"}"#,
            "3:63 actors[1].id the actor id “a” is taken already",
        ),
        (
            "actors",
            r#"{"id": "a", "name": "A", "kind": "person", "former_ids": ["a"]}"#,
            "3:70 actors[0].former_ids[0] the actor id “a” is taken already",
        ),
        (
            "actors",
            r#"{"id": "a", "name": "A\u0007", "kind": "person"}"#,
            "3:32 actors[0].name the control character U+0007 stands in this text; remove it",
        ),
        (
            "actors",
            r#"{"id": "a", "name": "A", "kind": "person", "names": {"uk": "А", "uk": "А"}}"#,
            "3:77 actors[0].names.uk the key “uk” stands here a second time; keep one",
        ),
        (
            "actors",
            r#"{"id": "a", "name": "A", "kind": "person", "part_of": "a"}"#,
            "3:66 actors[0].part_of part_of leads round in a circle: a → a",
        ),
        (
            "actors",
            r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "of": "nobody"}]}"#,
            "3:86 actors[0].roles[0].of there is no actor “nobody” in this corpus",
        ),
        (
            "actors",
            r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "from": "2024", "to": "2023"}]}"#,
            "3:65 actors[0].roles[0] this ends before it begins",
        ),
        (
            "documents",
            r#"{"id": "d", "title": "D", "date": "2024-02-30", "text": "One two"}"#,
            "5:49 documents[0].date “2024-02-30” is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
        ),
        (
            "documents",
            r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "url": "javascript:alert(1)"}"#,
            "5:83 documents[0].url “javascript:alert(1)” is no address that a reader may follow: it must begin with https:// or http://",
        ),
        (
            "documents",
            r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "sha256": "12"}"#,
            "5:86 documents[0].sha256 a SHA-256 sum has 64 digits, 0–9 and a–f",
        ),
        (
            "documents",
            r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "structure": [{"role": "heading", "exact": "Two"}]}"#,
            "5:119 documents[0].structure[0].exact these words are not in the document: “Two”",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "e", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
            "6:40 statements[0].document there is no document “e” in this corpus",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [], "kind": "direct", "speaker": "a"}"#,
            "6:54 statements[0].spans a statement has at least one span of words",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": []}"#,
            "6:107 statements[0].speaker an empty list of speakers; write null when the text leaves it open",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct"}"#,
            "6:16 statements[0] the key “speaker” is missing",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "mixed", "speaker": "a"}"#,
            "6:55 statements[0].spans[0] in a mixed statement every span says whether it is quoted, true or false",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "quoted": true}], "kind": "mixed", "speaker": "a"}"#,
            "6:54 statements[0].spans a mixed statement has at least one quoted span and one that is not",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "quoted": true}], "kind": "indirect", "speaker": "a"}"#,
            "6:86 statements[0].spans[0].quoted “quoted” contradicts the kind of this statement; make it mixed or leave the key out",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
            "6:122 statements[0].parent parent leads round in a circle: s → s",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "supports"}, {"issue": "i", "stance": "opposes"}]}"#,
            "6:174 statements[0].positions[1].issue the same coder codes this issue twice for the same holder",
        ),
        // Faults of one statement.
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": "a"}"#,
            "6:65 statements[0].spans[0].exact these words are not in the document: “Two”",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "two"}], "kind": "direct", "speaker": "a"}"#,
            "6:65 statements[0].spans[0].exact these words occur 2 times, so prefix, suffix or start and end must single one out: “two”",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "suffix": " three"}], "kind": "direct", "speaker": "a"}"#,
            "6:65 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 5, "end": 8}], "kind": "direct", "speaker": "a"}"#,
            "6:65 statements[0].spans[0].exact at this start and end the document has other words: “wo ”",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 5, "end": 900}], "kind": "direct", "speaker": "a"}"#,
            "6:65 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}, {"exact": "two three"}], "kind": "direct", "speaker": "a"}"#,
            "6:87 statements[0].spans[1].exact this overlaps another one",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "cue": {"exact": "said"}}"#,
            "6:129 statements[0].cue.exact these words are not in the document: “said”",
        ),
        (
            "statements",
            r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "spans": [{"exact": "four"}]}]}"#,
            "6:179 statements[0].positions[0].spans[0].exact these words are not inside the statement",
        ),
    ] {
        assert_eq!(problems(&with(place, text)), [told], "{place}: {text}");
    }
}

#[test]
fn all_problems_of_a_file_are_told_in_one_run_in_its_order() {
    let file = with(
        "actors",
        r#"{"id": "A", "name": "", "kind": "person"}, {"id": "b", "name": "B", "kind": "state", "part_of": "z"}"#,
    );
    let file = file.replace("\"document\": \"d\"", "\"document\": \"q\"");
    let told = problems(&file);
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(told.windows(2).all(|pair| pair[0].split(':').next() <= pair[1].split(':').next()), "{told:?}");
}

#[test]
fn what_is_no_corpus_at_all_is_told_in_one_sentence() {
    for (file, told) in [
        ("", "1:1  the file ends in the middle; it was probably cut off, so get it again"),
        (
            "{\"standpoint\": 1,\n \"id\": \"a",
            "2:10  the file ends in the middle; it was probably cut off, so get it again",
        ),
        ("{\"standpoint\": 1,}", "1:18  this is not JSON: key must be a string"),
        ("null", "1:1  this is no corpus: an object with \"standpoint\": 1 was expected"),
        ("{}", "1:1  this is no corpus: an object with \"standpoint\": 1 was expected"),
        ("{\"standpoint\": \"1\"}", "1:16  this is no corpus: an object with \"standpoint\": 1 was expected"),
        (
            "{\"standpoint\": 2, \"new\": []}",
            "1:16  this corpus is written in format 2, and this reader knows format 1; use a newer Standpoint",
        ),
    ] {
        assert_eq!(problems(file), [told], "{file}");
    }
    let broken = Corpus::read(b"{\"standpoint\": 1, \"id\": \"\xff\"}").unwrap_err();
    assert_eq!((broken.problems[0].line, broken.problems[0].column), (1, 26));
    assert_eq!(broken.problems[0].problem, Problem::NotUtf8);
    let deep = format!("{{\"standpoint\": 1, \"x\": {}{}}}", "[".repeat(200), "]".repeat(200));
    assert!(problems(&deep)[0].ends_with("too deeply"), "{:?}", problems(&deep));
    let marked = format!("\u{feff}{}", with("", ""));
    assert!(Corpus::read(marked.as_bytes()).is_ok(), "a byte order mark is tolerated");
}

#[test]
fn a_statement_that_cannot_be_placed_is_left_out_with_what_stands_inside_it() {
    let file = with(
        "statements",
        r#"{"id": "lost", "document": "d", "spans": [{"exact": "five"}], "kind": "direct", "speaker": "a"},
           {"id": "child", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "b", "parent": "lost"},
           {"id": "kept", "document": "d", "spans": [{"exact": "four"}], "kind": "direct", "speaker": "a"}"#,
    );
    let reading = Corpus::read(file.as_bytes()).unwrap();
    let kept: Vec<&str> = reading.corpus.statements.iter().map(|(_, s)| s.id.as_str()).collect();
    assert_eq!((kept, reading.stated), (vec!["kept"], 3));
    let faults: Vec<(&str, String)> =
        reading.faults.iter().map(|f| (f.statement.as_str(), f.problems[0].problem.to_string())).collect();
    assert_eq!(
        faults,
        [
            ("lost", "these words are not in the document: “five”".to_owned()),
            ("child", "its parent “lost” could not be placed".to_owned())
        ]
    );
}

#[test]
fn offsets_are_code_points_whatever_stands_in_front() {
    let text = "😀e\u{301}東 one, two";
    let file = json!({"standpoint": 1, "id": "c", "title": "C", "language": "en",
        "documents": [{"id": "d", "title": "D", "date": "2024", "text": text}],
        "statements": [{"id": "s", "document": "d", "spans": [{"exact": "one", "start": 5, "end": 8}], "kind": "direct", "speaker": null}]});
    let corpus = Corpus::read(file.to_string().as_bytes()).unwrap().corpus;
    let (_, statement) = corpus.statements.iter().next().unwrap();
    assert_eq!(corpus.words(statement).collect::<Vec<_>>(), ["one"]);
    assert_eq!((statement.start(), statement.spans[0].span.end()), (5, 8));
}

#[test]
fn overlapping_occurrences_count() {
    let file = with("documents", r#"{"id": "d", "title": "D", "date": "2024", "text": "One two, aaa"}"#)
        .replace("[{\"exact\": \"One two\"}]", "[{\"exact\": \"aa\"}]");
    assert!(problems(&file)[0].contains("occur 2 times"), "{:?}", problems(&file));
}

#[test]
fn a_child_is_relayed_by_its_parents_chain_and_speaker() {
    let file = with(
        "statements",
        r#"{"id": "inner", "document": "d", "spans": [{"exact": "three"}], "kind": "direct", "speaker": null, "parent": "outer", "via": [{"actor": null}]},
           {"id": "outer", "document": "d", "spans": [{"exact": "One two three"}], "kind": "indirect", "speaker": "a", "via": [{"actor": "b"}]}"#,
    );
    let corpus = Corpus::read(file.as_bytes()).unwrap().corpus;
    let order: Vec<&str> = corpus.statements.iter().map(|(_, s)| s.id.as_str()).collect();
    assert_eq!(order, ["outer", "inner"], "a parent stands before its child");
    let inner = &corpus.statements[corpus.statement_by_id("inner").unwrap()];
    let (a, b) = (corpus.actor_by_id("a").unwrap(), corpus.actor_by_id("b").unwrap());
    let chain: Vec<Speaker> = inner.via.iter().map(|relay| relay.by.clone()).collect();
    assert_eq!(chain, [Speaker::Actors(vec![b]), Speaker::Actors(vec![a]), Speaker::Nobody]);
    assert_eq!(inner.parent, corpus.statement_by_id("outer"));
}

#[test]
fn groups_follow_roles_and_bodies_on_the_day() {
    let file = with(
        "actors",
        r#"{"id": "p", "name": "P", "kind": "person", "roles": [
             {"title": "Minister", "of": "office", "from": "2024-03", "to": ".."},
             {"title": "Mayor", "of": "town", "from": "2020", "to": "2023"}]},
           {"id": "office", "name": "Office", "kind": "office", "part_of": "state"},
           {"id": "state", "name": "State", "kind": "state"}, {"id": "town", "name": "Town", "kind": "organisation"},
           {"id": "q", "name": "Q", "kind": "person", "roles": [{"title": "Aide", "of": "p"}, {"title": "Clerk", "of": "town", "attested": "2024-01-01"}]},
           {"id": "a", "name": "A", "kind": "person"}"#,
    );
    let corpus = Corpus::read(file.as_bytes()).unwrap().corpus;
    for (actor, day, groups, row) in [
        ("p", "2024-06-01", "p office state", "state"),
        ("p", "2022", "p town", "town"),
        ("p", "2024-01", "p", "p"),
        ("p", "2024", "p office state", "state"),
        ("q", "1999", "q town", "town"),
        ("office", "2024", "office state", "state"),
        ("a", "2024", "a", "a"),
    ] {
        let (ix, day) = (corpus.actor_by_id(actor).unwrap(), PartialDate::parse(day).unwrap());
        let found: Vec<&str> =
            corpus.groups_on(ix, day).into_iter().map(|g| corpus.actors[g].id.as_str()).collect();
        assert_eq!(found.join(" "), groups, "{actor} on {day}");
        assert_eq!(corpus.actors[corpus.row_group(ix, day)].id.as_str(), row, "{actor} on {day}");
    }
}

#[test]
fn former_ids_lead_to_what_they_named_and_wording_has_a_sum() {
    let file = with(
        "statements",
        r#"{"id": "s2", "former_ids": ["s1"], "document": "d", "spans": [{"exact": "One"}, {"exact": "four"}], "kind": "direct", "speaker": "a"}"#,
    );
    let corpus = Corpus::read(file.as_bytes()).unwrap().corpus;
    let found = corpus.statement_by_id("s1");
    assert!(found.is_some() && found == corpus.statement_by_id("s2"));
    // printf 'One\037four' | sha256sum
    assert_eq!(corpus.wording(&corpus.statements[found.unwrap()]), "2cd896");
}

#[test]
fn the_bundled_article_is_coded_completely_and_every_statement_has_its_exact_words() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/nato-2021.json")).unwrap();
    let reading = Corpus::read(&bytes).unwrap();
    assert_eq!((reading.faults.len(), reading.stated), (0, 34));
    let raw: Value = serde_json::from_slice(&bytes).unwrap();
    for stated in raw["statements"].as_array().unwrap() {
        let ix = reading.corpus.statement_by_id(stated["id"].as_str().unwrap()).unwrap();
        let words: Vec<&str> =
            stated["spans"].as_array().unwrap().iter().map(|s| s["exact"].as_str().unwrap()).collect();
        assert_eq!(reading.corpus.words(&reading.corpus.statements[ix]).collect::<Vec<_>>(), words);
    }
    for (_, statement) in reading.corpus.statements.iter() {
        assert!(
            statement.positions.iter().all(|p| p.rationale.is_some()),
            "{} has no rationale",
            statement.id
        );
    }
}

/// Public hostile files: whatever they hold, a sentence with a place, and no panic.
#[test]
fn hostile_json_is_refused_with_a_place() {
    let shared = std::env::var("STANDPOINT_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").to_owned());
    let folder = std::path::Path::new(&shared).join("data/JSONTestSuite/test_parsing");
    let Ok(files) = std::fs::read_dir(&folder) else {
        println!("skipped: JSONTestSuite is not there ({})", folder.display());
        return;
    };
    for file in files.map(|file| file.unwrap().path()) {
        let refusal = Corpus::read(&std::fs::read(&file).unwrap()).unwrap_err();
        let first = refusal.problems.first().unwrap();
        assert!(
            first.line > 0 && first.column > 0 && !first.problem.to_string().is_empty(),
            "{}",
            file.display()
        );
        let name = file.file_name().unwrap().to_string_lossy();
        if name.starts_with("y_") {
            assert!(matches!(first.problem, Problem::NoFormat), "{name}: {}", first.problem);
        }
    }
}

proptest! {
    #[test]
    fn a_span_of_any_text_gives_back_its_code_points(text in ".{0,80}", start in 0u32..80, width in 1u32..20) {
        let points: Vec<char> = text.chars().collect();
        let known = Text::new(text.clone());
        prop_assert_eq!(known.len() as usize, points.len());
        let end = start + width;
        match known.span(start, end) {
            Some(span) => {
                let words: String = points[start as usize..end as usize].iter().collect();
                prop_assert_eq!(known.get(span), &words);
                prop_assert!(known.find(&words).any(|found| found == span));
                prop_assert_eq!(known.around(span).0.chars().count(), start as usize);
            }
            None => prop_assert!(end as usize > points.len()),
        }
    }

    #[test]
    fn no_damage_to_a_file_makes_reading_panic(at in 0usize..1200, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = with("", "").into_bytes();
        let at = at % bytes.len();
        if cut { bytes.truncate(at) } else { bytes[at] = byte }
        if let Err(refusal) = Corpus::read(&bytes) {
            prop_assert!(!refusal.problems.is_empty());
        }
    }
}

/// The file of every key is read whole, and has exactly the keys that the schema names.
#[test]
fn the_schema_names_exactly_the_keys_that_a_file_may_have() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/every-key.json")).unwrap();
    let reading = Corpus::read(&bytes).unwrap();
    assert_eq!((reading.faults.len(), reading.stated), (0, reading.corpus.statements.len()));
    let (mut used, mut named) = (BTreeSet::new(), BTreeSet::new());
    keys_of(&serde_json::from_slice(&bytes).unwrap(), &mut used);
    names_in(&schema(), &mut named);
    // Names of an actor go by language, which is no key of the format.
    used.retain(|key| named.contains(key) || key.len() > 2);
    assert_eq!(used, named);
}

fn keys_of(value: &Value, keys: &mut BTreeSet<String>) {
    for (key, value) in value.as_object().into_iter().flatten() {
        keys.insert(key.clone());
        keys_of(value, keys);
    }
    value.as_array().into_iter().flatten().for_each(|value| keys_of(value, keys));
}

fn names_in(schema: &Value, keys: &mut BTreeSet<String>) {
    for (key, value) in schema.as_object().into_iter().flatten() {
        if key == "properties" {
            keys.extend(value.as_object().into_iter().flatten().map(|(key, _)| key.clone()));
        }
        names_in(value, keys);
    }
    schema.as_array().into_iter().flatten().for_each(|value| names_in(value, keys));
}

#[test]
fn a_row_with_an_error_does_not_mislead_the_check_of_others() {
    let file = with(
        "documents",
        r#"{"id": "E", "title": "E", "date": "never", "text": "Other words."}, {"id": "d", "title": "D", "date": "2024-05-06", "text": "One two"}"#,
    );
    let told = problems(&file);
    assert_eq!(told.len(), 2, "only the id and the date are wrong: {told:?}");
}
