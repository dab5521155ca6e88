//! That the answer to a filter, which is computed from columns and lists, is what a plain reading of rule 2 of the share
//! links gives, for whatever is asked of whatever corpus; and that every count is what choosing its value leaves.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/town.rs"]
mod town;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use standpoint::corpus::{Corpus, Position, Speaker, Statement};
use standpoint::query::{ACTS, Columns, StanceToken, answer, count, fold, kind_token, statements_with};
use standpoint::route::{Address, Facet, FacetSelection, Filter, Route};
use town::town;

/// Whether a statement matches, facet by facet, by its own words and ids.
fn matches(corpus: &Corpus, statement: &Statement, filter: &Filter) -> bool {
    let together = |facets: &[Facet]| {
        let values: Vec<(Facet, String)> = facets
            .iter()
            .flat_map(|facet| values(corpus, statement, *facet).into_iter().map(|value| (*facet, value)))
            .collect();
        let asks = facets.iter().any(|facet| filter.choice(*facet).included().next().is_some());
        let includes = values.iter().any(|(facet, value)| filter.choice(*facet).includes(value));
        let excludes = values.iter().any(|(facet, value)| filter.choice(*facet).excludes(value));
        (!asks || includes) && !excludes
    };
    let date = corpus.said(statement).date();
    let words: Vec<String> = corpus
        .words(statement)
        .map(|words| fold(words).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    together(&[Facet::Speaker, Facet::Group])
        && [Facet::Via, Facet::Kind, Facet::Act].into_iter().all(|facet| together(&[facet]))
        && filter.from.is_none_or(|from| from.first_day() <= date.last_day())
        && filter.to.is_none_or(|to| date.first_day() <= to.last_day())
        && fold(&filter.q).split_whitespace().all(|term| words.iter().any(|words| words.contains(term)))
        && stands(corpus, statement, filter)
}

fn values(corpus: &Corpus, statement: &Statement, facet: Facet) -> Vec<String> {
    let name = |speaker: &Speaker| match speaker {
        Speaker::Actors(actors) => actors.iter().map(|actor| corpus.actors[*actor].id.to_string()).collect(),
        Speaker::Document => vec!["~document".to_owned()],
        Speaker::Unnamed => vec!["~none".to_owned()],
    };
    let body = statement.on_behalf_of.map(|body| corpus.actors[body].id.to_string());
    match facet {
        Facet::Speaker => name(&statement.speaker).into_iter().chain(body).collect(),
        Facet::Group => {
            let heard = statement.speaker.actors().iter().copied().chain(statement.on_behalf_of);
            let date = corpus.said(statement).date();
            let groups = heard.flat_map(|actor| corpus.groups_on(actor, date));
            groups.map(|group| corpus.actors[group].id.to_string()).collect()
        }
        Facet::Via => statement.via.iter().flat_map(|relay| name(&relay.by)).collect(),
        Facet::Kind => vec![kind_token(statement.kind).to_owned()],
        Facet::Act => {
            let act = ACTS.iter().position(|act| Some(*act) == statement.act);
            act.map(|at| Facet::Act.tokens()[at].to_owned()).into_iter().collect()
        }
        Facet::Issue | Facet::Stance => unreachable!("these are asked of positions"),
    }
}

/// Issue and stance hold of one and the same own position; what is said of others has an issue only; a statement
/// without any position stands nowhere.
fn stands(corpus: &Corpus, statement: &Statement, filter: &Filter) -> bool {
    let (issues, stances) = (filter.choice(Facet::Issue), filter.choice(Facet::Stance));
    let by = |p: &&Position| match &filter.coder {
        None => true,
        Some(coder) => p.coder.is_some_and(|found| corpus.coders[found].id.as_str() == coder),
    };
    let counted: Vec<&Position> = statement.positions.iter().filter(by).collect();
    if filter.coder.is_some() && counted.is_empty() {
        return false;
    }
    // Each position as a pair; what is not there is `None`.
    let mut pairs: Vec<(Option<String>, Option<&str>)> = counted
        .iter()
        .map(|p| {
            let issue = corpus.issues[p.issue].id.to_string();
            (Some(issue), p.is_own().then(|| StanceToken::of(p).as_str()))
        })
        .collect();
    if pairs.is_empty() {
        pairs.push((None, Some("none")));
    }
    let asks = |choice: &FacetSelection| choice.included().next().is_some();
    let is_in = |choice: &FacetSelection, value: &Option<&str>| {
        !asks(choice) || value.is_some_and(|value| choice.includes(value))
    };
    let is_out =
        |choice: &FacetSelection, value: &Option<&str>| value.is_some_and(|value| choice.excludes(value));
    let holds = |(issue, stance): &(Option<String>, Option<&str>)| {
        is_in(issues, &issue.as_deref()) && is_in(stances, stance)
    };
    let refuses = |(issue, stance): &(Option<String>, Option<&str>)| {
        is_out(issues, &issue.as_deref()) && is_in(stances, stance)
            || is_out(stances, stance) && is_in(issues, &issue.as_deref())
    };
    pairs.iter().any(holds) && !pairs.iter().any(refuses)
}

const ACTORS: [&str; 8] = ["ada", "bo", "cy", "council", "town-itself", "traders", "press", "quiet"];
const STANCES: [&str; 6] = ["supports", "opposes", "neutral", "open", "unclear", "none"];

/// Rows of `town`, each with another id.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let position = (select(vec!["tram", "cost"]), select(STANCES.to_vec()), 0..3_usize, 0..4).prop_map(
        |(issue, stance, coder, more)| {
            let coder = ["", "/x", "/y"][coder];
            let conditional = if more == 1 && matches!(stance, "supports" | "opposes") { "?" } else { "" };
            let holder = if more == 2 { "@quiet" } else { "" };
            format!("{issue}={stance}{conditional}{holder}{coder}")
        },
    );
    let positions = prop::collection::vec(position, 0..4);
    let speakers = ["ada", "bo", "cy", "@", "-", "ada+bo", "bo+cy", "council"];
    let extras = ["", " for=council", " via=press", " via=-", " via=bo", " for=traders"];
    let dates = ["", " date=2023", " date=2024-03", " date=2024-05-02", " date=2025-01-01"];
    let row = (
        select(speakers.to_vec()),
        select(vec!["direct", "indirect", "scare"]),
        positions,
        select(extras.to_vec()),
        select(dates.to_vec()),
        prop::option::of(0..Facet::Act.tokens().len()),
        select(vec!["", " says=Trams_for_Çy", " says=No_tram"]),
    );
    let row = row.prop_map(|(speaker, kind, mut positions, extra, date, act, says)| {
        // One coder gives one stance on an issue for one holder.
        let key = |p: &String| {
            (p.split('=').next().unwrap().to_owned(), p.contains('@'), p.split('/').nth(1).map(str::to_owned))
        };
        positions.sort_by_key(key);
        positions.dedup_by_key(|p| key(p));
        let act = act.map(|at| format!(" act={}", Facet::Act.tokens()[at])).unwrap_or_default();
        let positions: String = positions.iter().map(|p| format!(" {p}")).collect();
        format!("{speaker} {kind}{positions}{extra}{date}{act}{says}")
    });
    prop::collection::vec(row, 1..14)
        .prop_map(|rows| rows.iter().enumerate().map(|(at, row)| format!("s{} {row}", at + 10)).collect())
}

/// What is asked, as an address has it.
fn asked() -> impl Strategy<Value = String> {
    let values = |facet: Facet| -> Vec<String> {
        let ids = match facet {
            Facet::Issue => vec!["tram", "cost"],
            Facet::Speaker | Facet::Group | Facet::Via => ACTORS.to_vec(),
            Facet::Stance | Facet::Kind | Facet::Act => Vec::new(),
        };
        ids.into_iter().chain(facet.tokens().iter().copied()).chain(["unknown"]).map(str::to_owned).collect()
    };
    let choice = move |facet: Facet| {
        let all = values(facet);
        (0..3_usize, subsequence(all.clone(), 0..=2), subsequence(all, 0..=1)).prop_map(
            move |(asks, with, without)| {
                let without = without.iter().map(|value| format!("-{value}"));
                let values: Vec<String> = with.into_iter().chain(without).collect();
                let is_asked = asks == 0 && !values.is_empty();
                is_asked.then(|| format!("{}={}", facet.key(), values.join(",")))
            },
        )
    };
    let choices: Vec<_> = Facet::ALL.into_iter().map(choice).collect();
    let others = [
        "",
        "",
        "",
        "",
        "coder=x",
        "coder=y",
        "coder=nobody",
        "from=2024",
        "to=2024-04",
        "q=tram",
        "q=cy%20for",
    ];
    (choices, select(others.to_vec())).prop_map(|(choices, other)| {
        let parts = choices.into_iter().flatten().chain([other.to_owned()]).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("&")
    })
}

fn filter(asked: &str) -> Filter {
    Route::parse(&Address { fragment: asked, query: "" }, &str::to_owned).0.filter
}

/// The facets whose choices make way for a value of this one, where what it would leave is counted.
fn makes_way(facet: Facet) -> Vec<Facet> {
    match facet {
        Facet::Speaker | Facet::Group => vec![Facet::Speaker, Facet::Group],
        other => vec![other],
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn what_is_left_is_what_a_plain_reading_of_the_rules_leaves(rows in rows(), asked in asked()) {
        let corpus = town(&rows.iter().map(String::as_str).collect::<Vec<_>>());
        let (columns, filter) = (Columns::new(&corpus), filter(&asked));
        let found = answer(&corpus, &columns, &filter);
        let left = corpus.statements.iter().filter(|(_, statement)| matches(&corpus, statement, &filter)).count();
        for (ix, statement) in corpus.statements.iter() {
            let expected = matches(&corpus, statement, &filter);
            prop_assert_eq!(found.has(ix), expected, "{} of {}: {}", statement.id, rows.join("\n"), asked);
            prop_assert_eq!(found.rank(ix).is_some(), expected);
        }
        prop_assert_eq!((count(&corpus, &columns, &filter), found.matching.len()), (left, left));
    }

    #[test]
    fn a_count_is_what_choosing_its_value_leaves(rows in rows(), asked in asked()) {
        let corpus = town(&rows.iter().map(String::as_str).collect::<Vec<_>>());
        let (columns, filter) = (Columns::new(&corpus), filter(&asked));
        let counts = answer(&corpus, &columns, &filter).counts;
        for facet in Facet::ALL {
            let ids: Vec<&str> = match facet {
                Facet::Issue => vec!["tram", "cost"],
                Facet::Speaker | Facet::Group | Facet::Via => ACTORS.to_vec(),
                Facet::Stance | Facet::Kind | Facet::Act => Vec::new(),
            };
            for value in ids.into_iter().chain(facet.tokens().iter().copied()) {
                let mut only = filter.clone();
                for other in makes_way(facet) {
                    *only.choice_mut(other) = FacetSelection::default();
                }
                only.choice_mut(facet).include(value);
                let left = corpus.statements.iter().filter(|(_, statement)| matches(&corpus, statement, &only)).count();
                let code = columns.code_of(&corpus, facet, value).unwrap();
                prop_assert_eq!(counts.of(facet, code) as usize, left, "{:?} {} under {}: {}", facet, value, asked, rows.join("\n"));
            }
        }
    }

    #[test]
    fn a_search_that_is_typed_on_finds_what_it_finds_when_it_is_pasted(rows in rows(), typed in prop::collection::vec("[acfmnorstTÇçy \"]{0,3}", 1..6)) {
        let corpus = town(&rows.iter().map(String::as_str).collect::<Vec<_>>());
        let columns = Columns::new(&corpus);
        for words in &typed {
            for end in (0..=words.len()).filter(|end| words.is_char_boundary(*end)) {
                let found = statements_with(&corpus, &columns, &words[..end]);
                prop_assert_eq!(found, statements_with(&corpus, &Columns::new(&corpus), &words[..end]), "{}", words);
            }
        }
    }
}
