//! Agreement of coders: Krippendorff's own published examples, laws of the figure, which statements of two files are
//! one, where coders differ, and what counts as a unit.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/coding.rs"]
mod coding;

use coding::{ACTORS, Coder, ISSUES, coded, hundred_words};
use proptest::prelude::*;
use standpoint::corpus::{Corpus, Stance};
use standpoint::draft::coders::*;

/// Rows of coders as units of values; a dot is a unit that a coder did not see.
fn units(coders: &[&str]) -> Vec<Vec<char>> {
    let rows: Vec<Vec<char>> =
        coders.iter().map(|row| row.split(' ').map(|v| v.chars().next().unwrap()).collect()).collect();
    (0..rows[0].len())
        .map(|unit| rows.iter().map(|row| row[unit]).filter(|value| *value != '.').collect())
        .collect()
}

/// Alpha to three decimals.
fn alpha(units: Vec<Vec<char>>) -> Result<String, Undefined> {
    Coincidences::of(units).alpha().map(|alpha| format!("{:.3}", alpha.value()))
}

/// Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, sections A to C.
const A: [&str; 2] = ["0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"];
const B: [&str; 2] = ["a a b b d c c c e d d a", "b a b b b c c c e d d d"];
const C: [&str; 4] = [
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
];

#[test]
fn published_examples_give_the_published_figures() {
    for (coders, seen, values, unlike, by_chance, published) in [
        (&A[..], 10, 20, 8.0, 168, "0.095"),
        (&B[..], 12, 24, 6.0, 448, "0.692"),
        (&C[..], 11, 40, 8.0, 1216, "0.743"),
    ] {
        let found = Coincidences::of(units(coders));
        let parts = found.alpha().unwrap();
        assert_eq!((found.units(), found.pairable()), (seen, values), "{published}");
        assert_eq!((parts.values, parts.unlike_by_chance), (values, by_chance), "{published}");
        assert!((parts.unlike_pairs - unlike).abs() < 1e-9, "{published}: {}", parts.unlike_pairs);
        assert_eq!(format!("{:.3}", parts.value()), published);
    }
}

#[test]
fn the_published_table_of_the_example_with_missing_values_is_found() {
    let found = Coincidences::of(units(&C));
    let third = 1.0 / 3.0;
    for (value, row) in [
        ('1', [7.0, 4.0 * third, third, third, 0.0]),
        ('2', [4.0 * third, 10.0, 4.0 * third, third, 0.0]),
        ('3', [third, 4.0 * third, 8.0, third, 0.0]),
        ('4', [third, third, third, 4.0, 0.0]),
        ('5', [0.0, 0.0, 0.0, 0.0, 3.0]),
    ] {
        for (other, wanted) in "12345".chars().zip(row) {
            let cell = found.observed(&value, &other);
            assert!((cell - wanted).abs() < 1e-9, "{value} with {other}: {cell}, not {wanted}");
        }
    }
    let totals: Vec<(char, u64)> = found.totals().map(|(value, total)| (*value, total)).collect();
    assert_eq!(totals, [('1', 9), ('2', 13), ('3', 10), ('4', 5), ('5', 3)]);
}

#[test]
fn the_ends_of_the_scale_are_where_they_should_be() {
    for (coders, wanted) in [
        (&["a b c a", "a b c a"][..], Ok("1.000")),
        (&["a b c a", "a b c a", "a b c a"], Ok("1.000")),
        // Two coders who always say the opposite: 1 − (4/4) / (8/12).
        (&["a b", "b a"], Ok("-0.500")),
        (&["a a b b", "b b a a"], Ok("-0.750")),
        (&["a a a", "a a a"], Err(Undefined::OneValue)),
        (&["a a b", "a a ."], Err(Undefined::OneValue)),
        (&["a b c", ". . ."], Err(Undefined::NothingPairable)),
        (&["a .", ". b"], Err(Undefined::NothingPairable)),
    ] {
        assert_eq!(alpha(units(coders)), wanted.map(str::to_owned), "{coders:?}");
    }
    assert_eq!(alpha(Vec::new()), Err(Undefined::NothingPairable));
}

#[test]
fn a_unit_that_one_coder_saw_alone_counts_for_nothing() {
    for alone in ["a . .", ". b .", ". . c"] {
        let mut more = units(&["a b a", "a a a", "b b a"]);
        let without = Coincidences::of(more.clone());
        more.extend(units(&alone.split(' ').collect::<Vec<_>>()));
        assert_eq!(Coincidences::of(more), without, "{alone}");
    }
}

/// Units of up to five coders, each of whom may have missed some.
fn any_units() -> impl Strategy<Value = Vec<Vec<char>>> {
    let value = prop::sample::select(vec!['a', 'b', 'c', 'd']);
    prop::collection::vec(prop::collection::vec(value, 0..6), 0..12)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_coders_and_units_changes_nothing(units in any_units()) {
        let mut turned = units.clone();
        turned.reverse();
        turned.iter_mut().for_each(|unit| unit.reverse());
        prop_assert_eq!(Coincidences::of(turned), Coincidences::of(units));
    }

    #[test]
    fn other_names_for_the_values_change_nothing(units in any_units()) {
        let renamed = units.iter().map(|unit| {
            unit.iter().map(|value| match value { 'a' => "z", 'b' => "y", 'c' => "x", _ => "w" }).collect()
        });
        prop_assert_eq!(Coincidences::of(renamed.collect::<Vec<Vec<_>>>()).alpha(), Coincidences::of(units).alpha());
    }

    #[test]
    fn the_figure_is_one_only_where_all_agree_and_never_more(units in any_units()) {
        let pairable: Vec<&Vec<char>> = units.iter().filter(|unit| unit.len() > 1).collect();
        let agrees = pairable.iter().all(|unit| unit.iter().all(|value| *value == unit[0]));
        if let Ok(alpha) = Coincidences::of(units.clone()).alpha() {
            prop_assert!(alpha.value() <= 1.0 && alpha.value() >= -1.0, "{alpha:?}");
            prop_assert_eq!(alpha.value() == 1.0, agrees);
        }
    }

    #[test]
    fn the_cells_of_a_row_sum_to_its_total(units in any_units()) {
        let found = Coincidences::of(units);
        let values: Vec<(&char, u64)> = found.totals().collect();
        for (value, total) in &values {
            let sum: f64 = values.iter().map(|(other, _)| found.observed(value, other)).sum();
            prop_assert!((sum - *total as f64).abs() < 1e-9, "{value}: {sum}, not {total}");
            prop_assert!(values.iter().all(|(other, _)| found.observed(value, other) == found.observed(other, value)));
        }
    }
}

/// "s1=t1": which statements of two files are one.
fn matched(a: &Corpus, b: &Corpus) -> Vec<String> {
    let found = compare(a, b).matches;
    found.iter().map(|m| format!("{}={}", a.statements[m.a].id, b.statements[m.b].id)).collect()
}

/// Statements by their spans alone.
fn spans(prefix: &str, spans: &[&str]) -> Corpus {
    let rows: Vec<String> =
        spans.iter().enumerate().map(|(at, spans)| format!("{prefix}{at} d {spans} direct ada")).collect();
    coded(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn statements_are_one_by_half_of_either_and_by_the_greatest_overlap() {
    for (a, b, wanted) in [
        (&["0-20"][..], &["0-20"][..], &["s0=t0"][..]),
        (&["0-20"], &["10-40"], &["s0=t0"]),
        (&["0-20"], &["11-40"], &[]),
        (&["0-20"], &["20-40"], &[]),
        // Half of the smaller is enough, however large the other.
        (&["0-200"], &["195-205"], &["s0=t0"]),
        (&["0-200"], &["196-206"], &[]),
        // One to one.
        (&["0-20"], &["0-10", "10-20"], &["s0=t0"]),
        (&["0-20"], &["0-9", "9-20"], &["s0=t1"]),
        (&["0-20", "20-40"], &["0-40"], &["s0=t0"]),
        (&["0-20", "18-40"], &["10-20", "20-40"], &["s0=t0", "s1=t1"]),
        // A statement inside another finds its like, whichever file has the outer one too.
        (&["0-50", "10-20"], &["0-50", "10-20"], &["s0=t0", "s1=t1"]),
        (&["0-50", "10-20"], &["10-20"], &["s1=t0"]),
        (&["10-20"], &["0-50", "10-20"], &["s0=t1"]),
        // Split quotations: all spans count, gaps do not.
        (&["0-10,40-50"], &["0-10", "12-38"], &["s0=t0"]),
        (&["0-10,40-50"], &["10-40"], &[]),
        (&["0-10,40-50"], &["0-50"], &["s0=t0"]),
        (&["0-10", "0-10"], &["0-10", "0-10"], &["s0=t0", "s1=t1"]),
    ] {
        assert_eq!(matched(&spans("s", a), &spans("t", b)), wanted, "{a:?} and {b:?}");
    }
}

/// Differences in short: "s1|", "|t1", "s1|t1 Kind".
fn differences(a: &Corpus, b: &Corpus) -> Vec<String> {
    let write = |difference: &Difference| match difference {
        Difference::OnlyInA(a) => format!("{a}|"),
        Difference::OnlyInB(b) => format!("|{b}"),
        Difference::Between { a, b, what: Disagreement::Position { issue, what } } => {
            let issue = match issue {
                IssueIds::Both { a, b } => format!("{a}={b}"),
                IssueIds::OnlyInA(a) => format!("{a}="),
                IssueIds::OnlyInB(b) => format!("={b}"),
            };
            format!("{a}|{b} {issue} {what:?}")
        }
        Difference::Between { a, b, what } => format!("{a}|{b} {what:?}"),
    };
    compare(a, b).differences.iter().map(write).collect()
}

#[test]
fn every_difference_is_listed_and_nothing_else() {
    for (a, b, wanted) in [
        (&["s d 0-9 direct ada tram=supports"][..], &["t d 0-9 direct ada tram=supports"][..], &[][..]),
        (&["s d 0-9 direct ada"], &["t d 20-29 direct ada"], &["s|", "|t"]),
        (&["s d 20-29 direct ada"], &["t d 0-9 direct ada"], &["|t", "s|"]),
        (&["s d 0-9 direct ada"], &["t d 0-9 indirect ada"], &["s|t Kind"]),
        (&["s d 0-9 direct ada"], &["t d 0-9 direct bo"], &["s|t Speaker"]),
        (&["s d 0-9 direct ada+bo"], &["t d 0-9 direct bo+ada"], &[]),
        (&["s d 0-9 direct -"], &["t d 0-9 direct @"], &["s|t Speaker"]),
        (&["s d 0-9 direct ada via=bo"], &["t d 0-9 direct ada"], &["s|t Via"]),
        (&["s d 0-9 direct ada for=town"], &["t d 0-9 direct ada"], &["s|t OnBehalfOf"]),
        (&["s d 0-9 direct ada tram=supports"], &["t d 0-9 direct ada"], &["s|t tram=tram OnlyInA"]),
        (&["s d 0-9 direct ada"], &["t d 0-9 direct ada tram=none"], &["s|t tram=tram OnlyInB"]),
        (
            &["s d 0-9 direct ada tram=supports?0-4"],
            &["t d 0-9 direct ada tram=opposes?5-9"],
            &["s|t tram=tram Stance"],
        ),
        (
            &["s d 0-9 direct ada tram=supports?0-4"],
            &["t d 0-9 direct ada tram=supports?5-9"],
            &["s|t tram=tram Condition"],
        ),
        (
            &["s d 0-9 direct ada tram=supports@bo"],
            &["t d 0-9 direct ada tram=supports"],
            &["s|t tram=tram Holder"],
        ),
        (
            &["s d 0-9 direct ada tram=supports toll=opposes"],
            &["t d 0-9 scare bo tram=opposes"],
            &["s|t Kind", "s|t Speaker", "s|t tram=tram Stance", "s|t toll=toll OnlyInA"],
        ),
        (
            &["s d 0-9 direct ada tram=supports/x tram=opposes/y"],
            &["t d 0-9 direct ada tram=opposes/x tram=supports/y"],
            &[],
        ),
    ] {
        assert_eq!(differences(&coded(a), &coded(b)), wanted, "{a:?} and {b:?}");
    }
}

/// "kind 2 0.500", or why there is no figure.
fn figures(agreements: &[Agreement]) -> Vec<String> {
    let write = |agreement: &Agreement| {
        let name = match &agreement.variable {
            Variable::Kind => "kind",
            Variable::Speaker => "speaker",
            Variable::Issue(id) => id.as_str(),
        };
        let alpha = agreement.coincidences.alpha();
        let figure = alpha.map_or_else(|why| format!("{why:?}"), |alpha| format!("{:.3}", alpha.value()));
        format!("{name} {} {figure}", agreement.coincidences.units())
    };
    agreements.iter().map(write).collect()
}

#[test]
fn units_are_statements_that_both_coders_marked() {
    let a = coded(&[
        "s1 d 0-9 direct ada tram=supports",
        "s2 d 20-29 direct bo tram=opposes",
        "s3 d 40-49 indirect bo toll=supports",
        "s4 d 60-69 direct ada tram=supports",
    ]);
    let b = coded(&[
        "t1 d 0-9 direct ada tram=supports",
        "t2 d 20-29 direct bo",
        "t3 d 40-49 direct ada",
        "t4 d 80-89 direct ada toll=opposes",
    ]);
    // Kind: values direct ×5, indirect ×1; 1 − (2/6) / (10/30). Speaker: ada ×3, bo ×3; 1 − (2/6) / (18/30).
    // Tram: supports supports, opposes none; 1 − (2/4) / (10/12). Toll: supports none; 1 − (2/2) / (2/2).
    assert_eq!(
        figures(&compare(&a, &b).agreements),
        ["kind 3 0.000", "speaker 3 0.444", "tram 2 0.400", "toll 1 0.000"]
    );
    assert_eq!(figures(&compare(&b, &a).agreements), figures(&compare(&a, &b).agreements));
    let alone = coded(&["t9 d 80-89 direct ada toll=opposes"]);
    let nothing = [
        "kind 0 NothingPairable",
        "speaker 0 NothingPairable",
        "tram 0 NothingPairable",
        "toll 0 NothingPairable",
    ];
    assert_eq!(figures(&compare(&a, &alone).agreements), nothing);
}

#[test]
fn a_text_that_only_one_coder_read_holds_no_differences() {
    let words = hundred_words();
    let both = Coder { actors: ACTORS, issues: ISSUES, texts: &[("d", &words), ("e", "Another text.")] };
    let a = both.coded(&["s1 d 0-9 direct ada", "s2 e 0-7 direct ada"]);
    let b = both.coded(&["t1 d 0-9 direct ada"]);
    let found = compare(&a, &b);
    assert_eq!((found.seen_by_both.len(), found.matches.len(), found.differences.len()), (1, 1, 0));
}

#[test]
fn texts_actors_and_issues_are_one_by_id_or_else_by_what_they_say() {
    let words = hundred_words();
    let a =
        Coder { actors: &[("ada", "Ada Ames"), ("q", "Bo Berg")], issues: ISSUES, texts: &[("d", &words)] };
    let b = Coder {
        actors: &[("ames", "Ada Ames"), ("bo", "Bo Berg"), ("bo2", "Bo Berg")],
        issues: &[("rails", "The tram should be built."), ("toll", "The toll is too low.")],
        texts: &[("other", &words)],
    };
    let a = a.coded(&["s d 0-9 direct ada tram=supports toll=open"]);
    for (row, wanted) in [
        ("t other 0-9 direct ames rails=supports toll=open", &[][..]),
        ("t other 0-9 direct ames rails=opposes toll=open", &["s|t tram=rails Stance"]),
        ("t other 0-9 direct bo rails=supports toll=open", &["s|t Speaker"]),
    ] {
        assert_eq!(differences(&a, &b.coded(&[row])), wanted, "{row}");
    }
    // Two actors of one name: a false pair would pass for agreement.
    let q = Coder { actors: &[("q", "Bo Berg")], issues: ISSUES, texts: &[("d", &words)] };
    let q = q.coded(&["s d 0-9 direct q tram=supports toll=open"]);
    assert_eq!(
        differences(&q, &b.coded(&["t other 0-9 direct bo rails=supports toll=open"])),
        ["s|t Speaker"]
    );
}

#[test]
fn one_id_with_two_texts_is_told_and_not_compared() {
    let a = Coder { actors: ACTORS, issues: ISSUES, texts: &[("d", "Never, she said.")] };
    let b = Coder { actors: ACTORS, issues: ISSUES, texts: &[("d", "Never! she said.")] };
    let found = compare(&a.coded(&["s d 0-5 direct ada"]), &b.coded(&["t d 0-5 direct ada"]));
    let ids: Vec<&str> = found.counterparts.other_texts.iter().map(|id| id.as_str()).collect();
    assert_eq!((ids, found.matches.len(), found.differences.len()), (vec!["d"], 0, 0));
}

#[test]
fn coders_of_one_file_are_compared_where_both_have_positions() {
    let corpus = coded(&[
        "s1 d 0-9 direct ada tram=supports/x tram=supports/y",
        "s2 d 20-29 direct ada tram=supports/x tram=opposes/y tram=opposes/z",
        "s3 d 40-49 direct ada tram=opposes/x toll=open/y",
        "s4 d 60-69 direct ada tram=opposes/x",
        "s5 d 80-89 direct ada tram=opposes tram=opposes/x",
    ]);
    let found = coders_of(&corpus);
    assert_eq!(found.statements, 4);
    // supports ×3, opposes ×5, no position ×1 in units of 2, 3, 2 and 2 coders: Dₒ = (2 + 2) / 9, Dₑ = 46 / 72.
    assert_eq!(figures(&found.agreements), ["tram 4 0.304", "toll 1 0.000"]);
    let differing: Vec<String> =
        found.differences.iter().map(|r| format!("{} {}", r.statement, r.issue)).collect();
    assert_eq!(differing, ["s2 tram", "s3 tram", "s3 toll"]);
    let values: Vec<&Value> = found.differences[1].values.iter().map(|(_, value)| value).collect();
    assert_eq!(values, [&Value::Stances(vec![Stance::Opposes]), &Value::NoPosition]);
}

/// Rows of statements anywhere in the text.
fn any_rows(prefix: &'static str) -> impl Strategy<Value = Vec<String>> {
    let row = (0u32..400, 1u32..60, 0usize..3, 0usize..4, 0usize..4);
    prop::collection::vec(row, 1..12).prop_map(move |rows| {
        let row = |(at, (start, width, kind, by, position)): (usize, (u32, u32, usize, usize, usize))| {
            let kind = ["direct", "indirect", "scare"][kind];
            let by = ["ada", "bo", "@", "ada+bo"][by];
            let position = ["", " tram=supports", " tram=opposes toll=none", " toll=open"][position];
            format!("{prefix}{at} d {start}-{} {kind} {by}{position}", start + width)
        };
        rows.into_iter().enumerate().map(row).collect()
    })
}

fn of_rows(rows: &[String]) -> Corpus {
    coded(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn which_file_comes_first_changes_only_the_sides(a in any_rows("s"), b in any_rows("t")) {
        let (a, b) = (of_rows(&a), of_rows(&b));
        let (forth, back) = (compare(&a, &b), compare(&b, &a));
        let mut turned: Vec<_> = back.matches.iter().map(|m| Match { a: m.b, b: m.a, overlap: m.overlap }).collect();
        turned.sort();
        prop_assert_eq!(&turned, &forth.matches);
        prop_assert_eq!(forth.differences.len(), back.differences.len());
        prop_assert_eq!(figures(&forth.agreements), figures(&back.agreements));
    }

    #[test]
    fn every_statement_of_a_text_that_both_saw_is_matched_or_listed(a in any_rows("s"), b in any_rows("t")) {
        let (a, b) = (of_rows(&a), of_rows(&b));
        let found = compare(&a, &b);
        let only_a = found.differences.iter().filter(|d| matches!(d, Difference::OnlyInA(_))).count();
        let only_b = found.differences.iter().filter(|d| matches!(d, Difference::OnlyInB(_))).count();
        prop_assert_eq!(found.matches.len() + only_a, a.statements.len());
        prop_assert_eq!(found.matches.len() + only_b, b.statements.len());
    }

    #[test]
    fn a_file_agrees_with_itself(rows in any_rows("s")) {
        let corpus = of_rows(&rows);
        let found = compare(&corpus, &corpus);
        for agreement in &found.agreements {
            let is_whole = agreement.coincidences.alpha().map_or_else(
                |_| agreement.coincidences.totals().len() < 2,
                |alpha| alpha.value() == 1.0,
            );
            prop_assert!(is_whole, "{:?}", agreement);
        }
        prop_assert_eq!(found.differences, vec![]);
    }
}
