//! What the answers are: which statements a filter leaves and what its counts say, what a cell may honestly
//! say, and that a text's runs are flat and whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/town.rs"]
mod town;

use proptest::prelude::*;
use standpoint::corpus::{Corpus, Key};
use standpoint::query::*;
use standpoint::route::{Address, Facet, Filter, Route, RowGrouping, RowSort};
use town::town;

const DEBATE: [&str; 9] = [
    "s1 ada direct tram=supports for=council",
    "s2 bo indirect tram=opposes cost=supports via=press",
    "s3 cy mixed tram=supports?",
    "s4 @ indirect tram=opposes@bo",
    "s5 - scare act=warns",
    "s6 ada+bo direct cost=opposes date=2024-03 act=denies",
    "s7 cy direct tram=none date=2023 act=asks",
    "s8 ada indirect tram=supports? cost=none via=- to=quiet",
    "s9 bo direct says=Trams_for_Çy",
];

#[test]
fn a_filter_leaves_the_statements_that_the_link_rules_name() {
    for (asked, left) in [
        ("", "s1 s2 s3 s4 s5 s6 s7 s8 s9"),
        ("actor=ada", "s1 s6 s8"),
        ("actor=ada,bo", "s1 s2 s6 s8 s9"),
        ("actor=-ada", "s2 s3 s4 s5 s7 s9"),
        ("actor=ada&kind=direct", "s1 s6"),
        ("actor=council", "s1"),
        ("group=council", "s1 s6 s8"),
        ("group=town-itself", "s1 s6 s8"),
        ("group=council&actor=cy", "s1 s3 s6 s7 s8"),
        ("group=council&actor=-bo", "s1 s8"),
        ("actor=~none", "s5"),
        ("actor=~document", "s4"),
        ("via=press", "s2"),
        ("via=~none", "s8"),
        ("via=-press", "s1 s3 s4 s5 s6 s7 s8 s9"),
        ("issue=tram", "s1 s2 s3 s4 s7 s8"),
        ("issue=tram&stance=supports", "s1"),
        ("issue=cost&stance=supports", "s2"),
        ("stance=supports", "s1 s2"),
        ("stance=supports-if", "s3 s8"),
        ("stance=opposes", "s2 s6"),
        ("issue=tram&stance=opposes", "s2"),
        ("stance=none", "s5 s7 s8 s9"),
        ("stance=-none", "s1 s2 s3 s4 s6"),
        ("issue=-tram", "s5 s6 s9"),
        ("kind=scare,mixed", "s3 s5"),
        ("act=asks,warns", "s5 s7"),
        ("act=-asks", "s1 s2 s3 s4 s5 s6 s8 s9"),
        ("act=denies&actor=ada", "s6"),
        ("from=2024", "s1 s2 s3 s4 s5 s6 s8 s9"),
        ("to=2023-06-30", "s7"),
        ("from=2024-03-15&to=2024-03-16", "s6"),
        ("q=trams%20for%20cy", "s9"),
        ("q=TRAMS", "s9"),
        ("q=nothing", ""),
        ("actor=nobody-known", ""),
        ("actor=-nobody-known", "s1 s2 s3 s4 s5 s6 s7 s8 s9"),
    ] {
        let corpus = town(&DEBATE);
        let found = answer(&corpus, &Columns::new(&corpus), &filter(asked));
        let ids: Vec<&str> = found.matching.iter().map(|s| corpus.statements[*s].id.as_str()).collect();
        assert_eq!(ids.join(" "), left, "{asked}");
    }
}

#[test]
fn a_facets_own_counts_ignore_its_own_choice_and_follow_every_other() {
    for (asked, facet, value, counted) in [
        ("", Facet::Speaker, "ada", 3),
        ("actor=bo", Facet::Speaker, "ada", 3),
        ("actor=bo", Facet::Kind, "direct", 2),
        ("kind=direct", Facet::Speaker, "ada", 2),
        ("kind=direct", Facet::Kind, "indirect", 3),
        ("actor=ada", Facet::Group, "council", 3),
        ("issue=tram", Facet::Stance, "supports", 1),
        ("stance=supports", Facet::Issue, "cost", 1),
        ("stance=supports", Facet::Stance, "opposes", 2),
        ("", Facet::Stance, "none", 4),
        ("", Facet::Via, "press", 1),
        ("from=2024", Facet::Stance, "none", 3),
        ("", Facet::Act, "warns", 1),
        ("act=asks", Facet::Act, "warns", 1),
        ("actor=ada", Facet::Act, "denies", 1),
        ("actor=ada", Facet::Act, "asks", 0),
        ("act=asks", Facet::Speaker, "cy", 1),
    ] {
        let corpus = town(&DEBATE);
        let columns = Columns::new(&corpus);
        let found = answer(&corpus, &columns, &filter(asked));
        let code = columns.code_of(&corpus, facet, value).unwrap();
        assert_eq!(found.counts.of(facet, code), counted, "{asked}: {facet:?} {value}");
    }
}

#[test]
fn a_cell_that_filters_empty_says_so_and_who_and_what_choose_rows_and_columns() {
    let corpus = town(&DEBATE);
    let opposes = CellState::Stands(Standing::OneWay {
        direction: Direction::Opposes,
        conditions: Conditions::Never,
        elsewhere: Undirected::default(),
    });
    assert_eq!(cell(&corpus, "bo", "kind=direct").state, CellState::FilteredOut(2));
    assert_eq!(cell(&corpus, "bo", "actor=ada").state, opposes);
    assert_eq!(cell(&corpus, "bo", "stance=supports").state, opposes);
    for (asked, rows, columns) in [
        ("", "ada bo council cy", "Tram Cost"),
        ("actor=ada,cy", "ada cy", "Tram Cost"),
        ("actor=quiet", "quiet", "Tram Cost"),
        ("group=council", "ada council", "Tram Cost"),
        ("actor=-ada&issue=cost", "bo council cy", "Cost"),
        ("issue=-cost&kind=direct", "ada bo council cy", "Tram"),
    ] {
        let found = comparison(
            &corpus,
            &Columns::new(&corpus),
            &filter(asked),
            Scope::Corpus,
            RowGrouping::Flat,
            RowSort::Name,
        );
        let names: Vec<&str> =
            found.groups.iter().flat_map(|g| &g.rows).map(|row| corpus.voice_id(row.voice)).collect();
        let heads: Vec<&str> = found.columns.iter().map(|c| corpus.issues[c.issue].label.as_str()).collect();
        assert_eq!((names.join(" "), heads.join(" ")), (rows.to_owned(), columns.to_owned()), "{asked}");
    }
}

#[test]
fn rows_stand_under_the_top_of_their_role_on_their_latest_date() {
    let corpus = town(&DEBATE);
    let found = comparison(
        &corpus,
        &Columns::new(&corpus),
        &Filter::default(),
        Scope::Corpus,
        RowGrouping::Group,
        RowSort::Name,
    );
    let groups: Vec<String> = found
        .groups
        .iter()
        .map(|group| {
            let rows: Vec<&str> = group.rows.iter().map(|r| corpus.voice_id(r.voice)).collect();
            format!("{}: {}", group.head.map_or("", |h| &corpus.actors[h].name), rows.join(" "))
        })
        .collect();
    assert_eq!(groups, ["Çy: cy", "Town: ada council", "Traders: bo"]);
}

#[test]
fn two_actors_agree_differ_or_cannot_be_compared() {
    use Agreement::*;
    for (a, b, together) in [
        ("tram=supports", "tram=supports", Same),
        ("tram=supports", "tram=supports?", SameDirection(OnConditions::One)),
        ("tram=opposes?", "tram=opposes?", SameDirection(OnConditions::Each)),
        ("tram=supports", "tram=opposes", Different),
        ("tram=supports", "tram=open", Different),
        ("tram=open", "tram=open", Same),
        ("tram=open", "tram=neutral", Different),
        ("tram=supports", "tram=unclear", Unclear),
        ("tram=supports", "tram=supports/x tram=opposes/y", NoSingleAnswer),
        ("tram=supports", "tram=none/x tram=unclear/y", NothingToCompare),
        ("tram=supports", "tram=none", NothingToCompare),
        ("tram=supports", "tram=opposes@cy", NothingToCompare),
        ("tram=supports", "cost=supports", NothingToCompare),
    ] {
        let rows = [format!("s1 ada direct {a}"), format!("s2 bo direct {b}")];
        let corpus = town(&rows.each_ref().map(String::as_str));
        assert_eq!(
            agreement(&corpus, &cell(&corpus, "ada", ""), &cell(&corpus, "bo", "")),
            together,
            "{a} and {b}"
        );
    }
}

proptest! {
    #[test]
    fn runs_are_flat_whole_and_in_order_however_statements_overlap(cuts in prop::collection::vec((0u32..60, 1u32..20), 0..8)) {
        let text = "😀 e\u{301}東 one two three four five six.\n\nseven eight nine ten eleven";
        let length = text.chars().count() as u32;
        let cut = |(start, width): (u32, u32)| (start.min(length - 1), (start + width).min(length));
        let statements: Vec<_> = cuts.into_iter().map(cut).enumerate().map(|(i, (start, end))| {
            let exact: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
            serde_json::json!({"id": format!("s{i}"), "document": "d", "kind": "direct", "speaker": null,
                "spans": [{"exact": exact, "start": start, "end": end}]})
        }).collect();
        let count = statements.len();
        let file = serde_json::json!({"standpoint": 1, "id": "c", "title": "t", "language": "en",
            "documents": [{"id": "d", "title": "t", "date": "2024", "text": text}], "statements": statements});
        let Ok(reading) = Corpus::read(file.to_string().as_bytes()) else { return Err(TestCaseError::fail("refused")) };
        prop_assert_eq!(reading.corpus.statements.len() + reading.orphans.len(), count);
        let corpus = &reading.corpus;
        let Some(document) = corpus.documents.key(0) else { return Err(TestCaseError::fail("no document")) };
        let runs: Vec<TextRun> = text_blocks(corpus, document, []).into_iter().flat_map(|b| b.runs).collect();
        prop_assert!(runs.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()));
        for (ix, statement) in corpus.statements.iter() {
            let span = statement.spans[0].span;
            for run in &runs {
                let owned = run.owners.iter().any(|o| o.statement == ix);
                prop_assert_eq!(owned, span.overlaps(run.span), "{} {:?} {:?}", ix.position(), span, run);
            }
        }
    }
}

fn filter(asked: &str) -> Filter {
    Route::parse(&Address { fragment: asked, query: "" }, &|text: &str| text.to_owned()).0.filter
}

fn cell(corpus: &Corpus, actor: &str, asked: &str) -> Cell {
    let at = (corpus.voice_by_id(actor).unwrap(), corpus.issue_by_id("tram").unwrap());
    one_cell(corpus, &Columns::new(corpus), &filter(asked), Scope::Corpus, at)
}
