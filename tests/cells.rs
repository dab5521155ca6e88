//! What a cell of the comparison may say, by the codebook: small corpora in which statements, speakers or coders meet,
//! each with what its cells say in words, and laws over generated corpora.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/cells.rs"]
mod cases;
#[path = "support/drawn.rs"]
mod drawn;
#[path = "support/town.rs"]
mod town;

use cases::CASES;
use drawn::draw;
use proptest::prelude::*;
use standpoint::corpus::{Corpus, Key, Voice};
use standpoint::query::*;
use standpoint::route::{Facet, Filter, RowGrouping, RowSort};
use standpoint::ui::full::comparison::{cell_labels, cell_notes, table};
use town::town;

fn case(name: &str) -> Corpus {
    let file = format!("{}/tests/cases/cells/{name}.json", env!("CARGO_MANIFEST_DIR"));
    Corpus::read(&std::fs::read(file).unwrap()).unwrap().corpus
}

fn compared(corpus: &Corpus) -> Comparison {
    let columns = Columns::new(corpus);
    comparison(corpus, &columns, &Filter::default(), Scope::Corpus, RowGrouping::Flat, RowSort::Listed)
}

fn rows(found: &Comparison) -> impl Iterator<Item = &Row> {
    found.groups.iter().flat_map(|group| &group.rows)
}

fn rows_of<'a>(found: &'a Comparison, voice: &str, corpus: &Corpus) -> &'a Row {
    rows(found).find(|row| corpus.voice_id(row.voice) == voice).unwrap()
}

/// Each cell in words: "mayor ▲ supports 1 of 4 · ☞ others say: ▼ opposes (Cllr Rook)".
fn said(corpus: &Corpus) -> Vec<String> {
    corpus.issues.iter().flat_map(|(_, issue)| said_on(corpus, issue.id.as_str())).collect()
}

fn said_on(corpus: &Corpus, issue: &str) -> Vec<String> {
    let found = compared(corpus);
    let cells = rows(&found).flat_map(|row| found.columns.iter().zip(&row.cells));
    let cells = cells.filter(|(column, _)| corpus.issues[column.issue].id.as_str() == issue);
    let said = cells.map(|(column, cell)| {
        let sign = cell_labels::state(cell.state, corpus.issues[column.issue].kind);
        let head = [corpus.voice_id(cell.voice), sign.glyph, &sign.word];
        let mut head = head.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
        if cell.is_filled() {
            head = format!("{head} {}", cell_notes::count(corpus, cell));
        }
        std::iter::once(head)
            .chain(cell_notes::notes(corpus, column.issue, cell))
            .collect::<Vec<_>>()
            .join(" · ")
    });
    said.collect()
}

/// Statements of the invented town, whose row, and what it says of the tram.
const STATES: &[(&[&str], &str, &str)] = &[
    (&["s1 ada direct tram=supports"], "ada", "▲ supports 1"),
    (&["s1 ada direct tram=opposes", "s2 ada direct tram=opposes"], "ada", "▼ opposes 2"),
    (&["s1 ada direct tram=supports?"], "ada", "△ supports, if 1 · △ given that"),
    (&["s1 ada indirect tram=supports sure=low"], "ada", "▲ supports 1 · certainty: low"),
    (&["s1 ada indirect tram=supports sure=medium"], "ada", "▲ supports 1"),
    (&["s1 ada indirect tram=supports sure=low", "s2 ada direct tram=supports"], "ada", "▲ supports 2"),
    (
        &["s1 ada indirect tram=supports sure=low", "s2 ada direct tram=none"],
        "ada",
        "▲ supports 1 of 2 · certainty: low",
    ),
    (
        &["s1 ada direct tram=supports?", "s2 ada direct tram=supports"],
        "ada",
        "▲ supports, in places with a condition 2 · △ given that",
    ),
    (
        &["s1 ada direct tram=opposes?", "s2 ada direct tram=opposes"],
        "ada",
        "▼ opposes, in places with a condition 2 · ▽ given that",
    ),
    (&["s1 ada direct tram=supports", "s2 ada direct tram=opposes"], "ada", "◆ supports and opposes 2"),
    (
        &["s1 ada direct tram=supports date=2020", "s2 ada direct tram=opposes date=2021"],
        "ada",
        "◆ changed: supports, later opposes 2",
    ),
    (
        &["s1 ada direct tram=supports date=2021", "s2 ada direct tram=opposes date=2020"],
        "ada",
        "◆ changed: opposes, later supports 2",
    ),
    (
        &["s1 ada direct tram=supports date=2020", "s2 ada direct tram=opposes"],
        "ada",
        "◆ supports and opposes 2",
    ),
    (
        &[
            "s1 ada direct tram=supports date=2020",
            "s2 ada direct tram=opposes date=2021",
            "s3 ada direct tram=supports date=2022",
        ],
        "ada",
        "◆ supports and opposes 3",
    ),
    (
        &["s1 - direct tram=supports date=2020", "s2 - direct tram=opposes date=2021"],
        "~none",
        "◆ supports and opposes 2",
    ),
    (
        &["s1 ada direct tram=supports?", "s2 ada direct tram=opposes?"],
        "ada",
        "◆ depends on conditions 2 · △ given that · ▽ given that",
    ),
    (&["s1 ada direct tram=supports", "s2 ada direct tram=open"], "ada", "▲ supports, elsewhere open 2"),
    (
        &["s1 ada direct tram=opposes?", "s2 ada direct tram=open", "s3 ada direct tram=neutral"],
        "ada",
        "▽ opposes, if, elsewhere open and takes no side 3 · ▽ given that",
    ),
    (&["s1 ada direct tram=supports", "s2 ada direct tram=none"], "ada", "▲ supports 1 of 2"),
    (&["s1 ada direct tram=supports", "s2 ada direct tram=unclear"], "ada", "▲ supports 1 of 2 · 1 unclear"),
    (&["s1 ada direct tram=open"], "ada", "◇ open 1"),
    (&["s1 ada direct tram=neutral"], "ada", "○ takes no side 1"),
    (&["s1 ada direct tram=unclear", "s2 ada direct tram=none"], "ada", "? unclear 1 of 2"),
    (&["s1 ada direct tram=none"], "ada", "… mentions it, no position 1"),
    (
        &["s1 ada direct tram=supports/x tram=opposes/y"],
        "ada",
        "≠ coders differ 1 · X: ▲ supports · Y: ▼ opposes",
    ),
    (
        &["s1 ada direct tram=supports/x tram=none/y"],
        "ada",
        "≠ coders differ 1 · X: ▲ supports · Y: … mentions it, no position",
    ),
    (&["s1 ada direct tram=supports/x tram=supports/y"], "ada", "▲ supports 1"),
    (
        &["s1 ada direct tram=supports/x tram=supports/y", "s2 ada direct tram=supports/x tram=none/y"],
        "ada",
        "▲ supports 2",
    ),
    (&["s1 ada direct tram=supports/x", "s2 ada direct tram=none/y"], "ada", "▲ supports 1 of 2"),
    (&["s1 @ indirect tram=opposes@ada"], "ada", "☞ others say 1 · ▼ opposes (the text)"),
    (
        &["s1 @ indirect tram=opposes@ada", "s2 bo direct tram=supports@ada"],
        "ada",
        "☞ others say 2 · ▲ supports (Bo) · ▼ opposes (the text)",
    ),
    (
        &["s1 bo indirect tram=opposes@ada", "s2 ada direct tram=none"],
        "ada",
        "… mentions it, no position 1 · ☞ others say: ▼ opposes (Bo)",
    ),
    (
        &["s1 bo indirect tram=opposes@ada", "s2 ada direct tram=supports"],
        "ada",
        "▲ supports 1 · ☞ others say: ▼ opposes (Bo)",
    ),
    (&["s1 bo indirect tram=opposes@ada"], "bo", "heard here, not on this"),
    (&["s1 ada direct cost=supports"], "ada", "heard here, not on this"),
    (&["s1 ada direct tram=supports for=council"], "council", "▲ supports 1 · through Ada, Mayor"),
    (&["s1 ada+bo direct tram=supports"], "bo", "▲ supports 1 · jointly with Ada"),
    (&["s1 press direct tram=supports for=council"], "council", "▲ supports 1 · through Press office"),
    (
        &["s1 ada direct tram=none for=council", "s2 bo direct tram=opposes for=council"],
        "council",
        "▼ opposes 1 of 2 · through Bo",
    ),
    (&["s1 bo direct tram=supports"], "quiet", "no row"),
    (&["s1 @ indirect tram=supports"], "~document", "▲ supports 1"),
    (&["s1 @ indirect cost=supports", "s2 ada direct"], "~document", "heard here, not on this"),
];

#[test]
fn every_case_says_what_is_right() {
    for (name, right, heard) in CASES {
        let corpus = case(name);
        let found = compared(&corpus);
        assert_eq!(said(&corpus), *right, "{name}");
        let heads: Vec<String> = found.columns.iter().map(|column| table::heard(column.heard)).collect();
        assert_eq!(heads.join(" "), *heard, "{name}");
    }
}

#[test]
fn every_page_that_compares_says_it_in_its_html() {
    for (name, right, heard) in CASES {
        let html = draw(case(name), "view=compare", None);
        for line in *right {
            let (_, said) = line.split_once(' ').unwrap();
            for part in said.split(" · ") {
                // The number stands in an element of its own, and so does the sign.
                let part = part.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(" of ");
                let part = part.trim_end_matches(|c: char| c.is_ascii_digit());
                let part = part.trim_start_matches(['▲', '▼', '△', '▽', '◆', '◇', '?', '…', '≠']).trim();
                assert!(html.contains(part), "{name}: {part:?} is not in\n{html}");
            }
        }
        assert!(html.contains(heard), "{name}: {heard}");
    }
}

#[test]
fn what_is_not_in_a_cell_is_said_right_as_well() {
    for (name, address, said) in [
        ("20-role-with-unknown-end", "view=actor&of=ames", "from 2019, end not known"),
        ("21-nothing-coded", "s=s1", "no position coded"),
        ("21-nothing-coded", "view=statements", "no position coded"),
        ("27-month-dates", "view=actor&of=ames", "so named as of May 2025"),
        ("27-month-dates", "view=actor&of=bo", "until May 2025"),
        ("27-month-dates", "s=s1", "February 2025 or earlier"),
        ("02-opposite-conditions", "pair=mayor~rival", "same direction, each on its own conditions"),
        ("09-roles-change-that-day", "view=compare", "<span class=\"row-role\">Mayor</span>"),
        ("11-retraction", "s=s1", "withdrawn 1 March 2024"),
        ("11-retraction", "s=s2", "Withdraws an earlier statement"),
        ("22-same-words-twice", "s=s2", "Repeats another statement, counted once"),
        ("24-on-behalf-disowned", "view=statements", "disowned 1 January 2024 or earlier"),
        ("17-writer-and-nobody", "pair=~document~~none", "different"),
        ("17-writer-and-nobody", "view=compare&cell=~document~tram", "This paper wants the tram"),
        ("17-writer-and-nobody", "view=compare&row=~none", "Not named"),
        ("23-child-through-opponent", "view=actor&of=mayor", "as told by Cllr Rook"),
        ("23-child-through-opponent", "view=issue&of=tram", "as told by Cllr Rook"),
    ] {
        let html = draw(case(name), address, None);
        assert!(html.contains(said), "{name}, {address}: {said:?} is not in\n{html}");
    }
    let html = draw(case("12-undated-words"), "view=actor&of=mayor", None);
    assert!(!html.contains("Said something else before"), "undated words have no place in an order");
    let refused = std::fs::read("tests/cases/cells/07-holder-contains-speaker.json").unwrap();
    let problems = Corpus::read(&refused).unwrap_err().problems;
    assert!(problems[0].problem.to_string().contains("speaks here"), "{problems:?}");
}

#[test]
fn a_cell_says_the_first_state_of_the_codebook_that_applies() {
    for (rows, actor, right) in STATES {
        let corpus = town(rows);
        let own = format!("{actor} ");
        let said = said_on(&corpus, "tram");
        let found = said.iter().find_map(|line| line.strip_prefix(&own)).unwrap_or("no row");
        assert_eq!(found, *right, "{rows:?}: {actor}");
    }
}

#[test]
fn a_change_of_mind_is_told_only_between_own_dated_words_of_one_coder() {
    for (rows, turns) in [
        (vec!["s1 ada direct tram=opposes date=2020", "s2 ada direct tram=supports date=2021"], "s1>s2"),
        (vec!["s1 ada direct tram=opposes date=2020", "s2 ada direct tram=supports"], ""),
        (vec!["s1 ada direct tram=opposes date=2020", "s2 ada direct tram=supports date=2020-05"], ""),
        (vec!["s1 ada direct tram=opposes/x date=2020", "s2 ada direct tram=supports/y date=2021"], ""),
        (vec!["s1 ada direct tram=opposes? date=2020", "s2 ada direct tram=supports? date=2021"], ""),
        (vec!["s1 ada direct tram=opposes date=2020", "s2 ada direct tram=open date=2021"], ""),
        (vec!["s1 ada direct tram=opposes date=2020", "s2 ada direct tram=unclear date=2021"], ""),
        (vec!["s1 bo direct tram=opposes@ada date=2020", "s2 ada direct tram=supports date=2021"], ""),
        (
            vec![
                "s1 ada direct tram=opposes/x tram=opposes/y date=2020",
                "s2 ada direct tram=supports/x tram=supports/y date=2021",
            ],
            "s1>s2",
        ),
        (
            vec![
                "s1 ada direct tram=opposes date=2020",
                "s2 ada direct tram=supports date=2021",
                "s3 ada direct tram=none date=2022 about=withdraws:s2",
            ],
            "",
        ),
    ] {
        let corpus = town(&rows);
        let id = |at: Evidence| corpus.statements[at.statement].id.to_string();
        let found = compared(&corpus);
        let ada = rows_of(&found, "ada", &corpus);
        let told: Vec<String> = ada.cells[0]
            .turns(&corpus)
            .iter()
            .map(|turn| format!("{}>{}", id(turn.from), id(turn.to)))
            .collect();
        assert_eq!(told.join(" "), turns, "{rows:?}");
    }
}

#[test]
fn a_withdrawal_that_is_withdrawn_itself_counts_for_nothing() {
    let rows = [
        "s1 ada direct tram=supports date=2020",
        "s2 ada direct tram=none date=2021 about=withdraws:s1",
        "s3 ada direct tram=none date=2022 about=corrects:s2",
    ];
    assert_eq!(said_on(&town(&rows), "tram")[0], "ada ▲ supports 1 of 2 · corrected 2022");
    let repeated = [
        "s1 ada direct tram=supports date=2020",
        "s2 ada direct tram=supports date=2020 about=repeats:s1",
        "s3 ada direct tram=supports date=2020 about=repeats:s2",
        "s4 ada direct cost=none date=2021-03 about=withdraws:s3",
    ];
    assert_eq!(said_on(&town(&repeated), "tram")[0], "ada withdrawn since 1 · withdrawn March 2021");
    assert_eq!(said_on(&town(&repeated[..3]), "tram")[0], "ada ▲ supports 1");
}

/// A generated statement, without its id.
fn statement() -> impl Strategy<Value = String> {
    let who = prop::sample::select(vec!["ada", "bo", "cy", "ada+bo", "bo+cy", "@", "-", "council"]);
    let stance = prop::sample::select(vec![
        "supports",
        "supports",
        "opposes",
        "opposes",
        "supports?",
        "opposes?",
        "neutral",
        "open",
        "unclear",
        "none",
        "none",
    ]);
    let holder = prop::sample::select(vec!["", "", "", "@quiet", "@traders"]);
    let coder = prop::sample::select(vec!["", "/x", "/y"]);
    let position = (stance, holder, coder)
        .prop_map(|(stance, holder, coder)| (format!("{stance}{holder}{coder}"), coder));
    let positions = prop::collection::vec(position, 0..3);
    let date = prop::sample::select(vec!["", "", " date=2023", " date=2024-03", " date=2024-03-15"]);
    let body = prop::sample::select(vec!["", "", " for=council"]);
    (who, positions, date, body).prop_map(|(who, positions, date, body)| {
        let mut coded: Vec<&str> = Vec::new();
        let mut row = format!("{who} direct{date}{body}");
        for (position, coder) in &positions {
            if !coded.contains(coder) {
                row.push_str(&format!(" tram={position}"));
                coded.push(coder);
            }
        }
        row
    })
}

fn numbered(rows: &[String]) -> Vec<String> {
    rows.iter().enumerate().map(|(at, row)| format!("s{at} {row}")).collect()
}

fn built(rows: &[String]) -> Corpus {
    let rows = numbered(rows);
    town(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What every voice has of its own on the tram, the slow way: statements and their stances, read off the corpus.
fn own_statements(corpus: &Corpus, voice: Voice) -> Vec<(usize, Vec<StanceToken>)> {
    let issue = corpus.issue_by_id("tram").unwrap();
    let mut all = Vec::new();
    for (ix, statement) in corpus.statements.iter() {
        let speaks = statement.speaker.voices().any(|speaker| speaker == voice)
            || statement.on_behalf_of.map(Voice::Actor) == Some(voice);
        let own = statement.positions.iter().filter(|p| p.issue == issue && p.holders.is_empty());
        let stances: Vec<StanceToken> = own.map(StanceToken::of).collect();
        if speaks && !stances.is_empty() {
            all.push((ix.position(), stances));
        }
    }
    all
}

fn states(corpus: &Corpus) -> Vec<(Voice, CellState)> {
    let found = compared(corpus);
    rows(&found).map(|row| (row.voice, row.cells[0].state)).collect()
}

fn takes_a_stance(state: CellState) -> bool {
    matches!(state, CellState::Stands(standing) if standing.is_stance())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn a_cell_rests_on_its_own_evidence_alone(said in prop::collection::vec(statement(), 1..6)) {
        let corpus = built(&said);
        let found = compared(&corpus);
        for row in rows(&found) {
            let cell = &row.cells[0];
            let own = own_statements(&corpus, row.voice);
            // A number beside a state never exceeds the statements that carry it.
            if let CellState::Stands(standing) = cell.state {
                let carries = |token: &StanceToken| match standing {
                    Standing::OneWay { direction, elsewhere, .. } => match token.stance() {
                        standpoint::corpus::Stance::Open => elsewhere.open,
                        standpoint::corpus::Stance::Neutral => elsewhere.neutral,
                        stance => Direction::of(stance) == Some(direction),
                    },
                    Standing::BothWays(_) => Direction::of(token.stance()).is_some(),
                    Standing::Undirected(_) => matches!(token, StanceToken::Open | StanceToken::Neutral),
                    Standing::Unclear => *token == StanceToken::Unclear,
                    Standing::Mentions => *token == StanceToken::None,
                    Standing::OthersSay(_) => false,
                };
                let carrying = own.iter().filter(|(_, stances)| stances.iter().any(carries)).count();
                if !matches!(standing, Standing::OthersSay(_)) {
                    prop_assert_eq!(cell.count(&corpus), carrying, "{:?}", cell.state);
                    prop_assert_eq!(cell.total(&corpus), own.len());
                } else {
                    prop_assert!(own.is_empty());
                }
                // Whoever is said to have said it did.
                let mouths: Vec<Voice> =
                    cell.carrying.iter().flat_map(|e| corpus.statements[e.statement].speaker.voices()).collect();
                for line in cell.provenance(&corpus) {
                    let named = match line {
                        Provenance::Jointly(actors) => actors.into_iter().map(Voice::Actor).collect(),
                        Provenance::Through(voices) => voices.into_iter().map(|(voice, _)| voice).collect(),
                        _ => Vec::new(),
                    };
                    prop_assert!(named.iter().all(|voice| mouths.contains(voice)));
                }
            }
        }
        let before = states(&corpus);
        // Taking away a statement without a stance never changes a stance.
        for at in 0..said.len() {
            let has_stance = ["supports", "opposes", "neutral", "open"].iter().any(|word| said[at].contains(word));
            if has_stance || said.len() == 1 {
                continue;
            }
            let fewer: Vec<String> = said.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, row)| row.clone()).collect();
            let after = states(&built(&fewer));
            for (voice, state) in before.iter().filter(|(_, state)| takes_a_stance(*state)) {
                prop_assert!(after.contains(&(*voice, *state)), "{:?} without {}", voice, said[at]);
            }
        }
        // Two coders who change places change nothing.
        let swapped: Vec<String> =
            said.iter().map(|row| row.replace("/x", "/0").replace("/y", "/x").replace("/0", "/y")).collect();
        prop_assert_eq!(&states(&built(&swapped)), &before);
        // What others say of an actor changes nothing but its small mark, where it speaks for itself.
        let spoken_of: Vec<String> = said.iter().cloned()
            .chain(["cy direct tram=opposes@ada", "@ indirect tram=supports@bo", "ada direct tram=none@cy"].map(str::to_owned))
            .collect();
        let after = states(&built(&spoken_of));
        for (voice, state) in before.iter().filter(|(voice, _)| !own_statements(&corpus, *voice).is_empty()) {
            prop_assert!(after.contains(&(*voice, *state)), "{:?} {:?} {:?}", voice, state, after);
        }
    }
}

#[test]
fn the_comparison_of_one_document_has_the_issues_that_it_speaks_of_or_that_are_chosen() {
    let corpus = town(&["s1 ada direct tram=supports", "s2 bo direct act=warns"]);
    let columns = Columns::new(&corpus);
    let document = corpus.documents.key(0).unwrap();
    let issues = |filter: &Filter, scope: Scope| -> Vec<String> {
        let found = comparison(&corpus, &columns, filter, scope, RowGrouping::Flat, RowSort::Listed);
        found.columns.iter().map(|column| corpus.issues[column.issue].id.to_string()).collect()
    };
    let mut chosen = Filter::default();
    chosen.choice_mut(Facet::Issue).include("cost");
    assert_eq!(issues(&Filter::default(), Scope::Corpus), ["tram", "cost"]);
    assert_eq!(issues(&Filter::default(), Scope::Document(document)), ["tram"]);
    assert_eq!(issues(&chosen, Scope::Document(document)), ["cost"]);
}
