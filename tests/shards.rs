//! A large corpus in parts: its index with one document is the corpus as far as that document goes, and counts and
//! filters like the whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use standpoint::corpus::{Corpus, Key, Loaded, ShardPaths, Snapshot, checksum};
use standpoint::query::{Columns, Scope, answer, comparison, text_blocks};
use standpoint::route::{Address, Filter, Notice, Route, RowGrouping, RowSort};
use standpoint::ui::full::comparison::cell_notes;
use support::town::town_json;

#[allow(dead_code)]
mod support {
    pub mod town;
}

fn snapshot() -> Snapshot {
    let file = std::fs::read("corpus/tram-town.json").unwrap();
    Snapshot::from(Corpus::read(&file).unwrap())
}

fn shard_paths(snapshot: &Snapshot) -> ShardPaths {
    let documents =
        snapshot.corpus.documents.iter().map(|(_, d)| format!("assets/{}.tables", d.id)).collect();
    ShardPaths { everything: "assets/whole.tables".to_owned(), documents }
}

#[test]
fn an_index_with_a_shard_knows_that_document_as_the_whole_corpus_does() {
    let whole = snapshot();
    let index = whole.index_bytes(shard_paths(&whole));
    assert!(index.len() * 2 < whole.to_bytes().len(), "an index is small: {}", index.len());
    for document in whole.corpus.documents.keys() {
        let found =
            Snapshot::from_bytes(&index).unwrap().with_shard(&whole.corpus.shard_bytes(document)).unwrap();
        assert_eq!(found.loaded, Loaded::Index(shard_paths(&whole), Some(document)));
        assert_eq!(found.corpus.documents[document], whole.corpus.documents[document]);
        for (ix, statement) in whole.corpus.statements.iter() {
            let theirs = &found.corpus.statements[ix];
            if statement.document == document {
                assert_eq!(theirs, statement);
            } else {
                assert_eq!(
                    (&theirs.id, &theirs.speaker, theirs.date),
                    (&statement.id, &statement.speaker, statement.date)
                );
            }
        }
    }
}

#[test]
fn an_index_counts_filters_and_compares_like_the_whole_corpus() {
    let whole = snapshot();
    let index = Snapshot::from_bytes(&whole.index_bytes(shard_paths(&whole))).unwrap();
    let columns = |snapshot: &Snapshot| Columns::new(&snapshot.corpus);
    for address in [
        "",
        "actor=quist",
        "stance=supports-if,-opposes",
        "via=-~document&kind=direct",
        "issue=tram&from=2024",
        "group=tesselby&coder=coder-b",
    ] {
        let filter: Filter = Route::parse(&Address { fragment: address, query: "" }, &str::to_owned).0.filter;
        let (a, b) = (
            answer(&whole.corpus, &columns(&whole), &filter),
            answer(&index.corpus, &columns(&index), &filter),
        );
        assert_eq!(a, b, "{address}");
        let compared = |snapshot: &Snapshot| {
            let (by, sort) = (RowGrouping::Group, RowSort::Name);
            comparison(&snapshot.corpus, &columns(snapshot), &filter, Scope::Corpus, by, sort)
        };
        let (a, b) = (compared(&whole), compared(&index));
        assert_eq!(a, b, "{address}");
        for (a, b) in a.groups.iter().zip(&b.groups).flat_map(|(a, b)| a.rows.iter().zip(&b.rows)) {
            for ((a, b), column) in a.cells.iter().zip(&b.cells).zip(&compared(&whole).columns) {
                let words = |cell, corpus: &Corpus| cell_notes::notes(corpus, column.issue, cell);
                let (all, known) = (words(a, &whole.corpus), words(b, &index.corpus));
                // What a stance depends on is in the shard.
                assert!(known.iter().all(|note| all.contains(note)), "{known:?} of {all:?}");
            }
        }
    }
}

#[test]
fn a_link_is_held_against_the_words_of_its_statement_once_they_are_known() {
    let whole = snapshot();
    let index = whole.index_bytes(shard_paths(&whole));
    let (ix, statement) = whole.corpus.statements.iter().next().unwrap();
    let shard = whole.corpus.shard_bytes(statement.document);
    let unloaded = Snapshot::from_bytes(&index).unwrap().corpus;
    let loaded = Snapshot::from_bytes(&index).unwrap().with_shard(&shard).unwrap().corpus;
    assert_eq!((&unloaded.statements[ix].wording_checksum, &loaded.statements[ix]), (&None, statement));
    let sum = statement.wording_checksum.as_deref().unwrap();
    for (asked, before, after, told) in [
        (String::new(), None, Some(sum), vec![]),
        (format!("~{sum}"), Some(sum), Some(sum), vec![]),
        ("~000000".to_owned(), Some("000000"), Some("000000"), vec![Notice::WordingChanged]),
    ] {
        let fragment = &format!("s={}{asked}", statement.id);
        let asked = Route::parse(&Address { fragment, query: "" }, &str::to_owned).0;
        let opened = |route: &Route| route.open().unwrap().sum.clone();
        let (first, notices) = asked.resolve(&unloaded);
        assert_eq!((opened(&first).as_deref(), notices), (before, vec![]), "{fragment}, by the index");
        let (then, notices) = first.resolve(&loaded);
        assert_eq!((opened(&then).as_deref(), notices), (after, told), "{fragment}, by the shard");
    }
}

#[test]
fn bytes_that_are_no_shard_are_refused() {
    let whole = snapshot();
    let document = whole.corpus.documents.key(0).unwrap();
    let (index, shard) = (whole.index_bytes(shard_paths(&whole)), whole.corpus.shard_bytes(document));
    let with = |shard: &[u8]| Snapshot::from_bytes(&index).unwrap().with_shard(shard).is_some();
    assert!(with(&shard));
    assert!(!with(&shard[..shard.len() - 1]));
    assert!(!with(b""));
    assert!(
        Snapshot::from_bytes(&whole.to_bytes()).unwrap().with_shard(&shard).is_none(),
        "the whole corpus needs no shard"
    );
    assert_eq!(document.position(), 0);
}

/// Tables with other bytes behind their mark, and the sum that these have.
fn changed(tables: &[u8], body: &[u8]) -> Option<Snapshot> {
    let mark = tables.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    Snapshot::from_bytes(&[&tables[..mark], &checksum(body).to_le_bytes(), body].concat())
}

/// What stands behind the mark and four bytes of the sum.
fn body(tables: &[u8]) -> &[u8] {
    &tables[tables.iter().position(|byte| *byte == b'\n').unwrap() + 5..]
}

/// Asks a corpus all that a page asks.
fn draw(corpus: &Corpus) {
    let columns = Columns::new(corpus);
    _ = answer(corpus, &columns, &Filter::default());
    _ = comparison(corpus, &columns, &Filter::default(), Scope::Corpus, RowGrouping::Group, RowSort::Name);
    for document in corpus.documents.keys() {
        _ = text_blocks(corpus, document, []);
    }
}

#[test]
fn tables_that_nothing_could_have_written_are_refused_and_none_stops_the_page() {
    let rows = [
        "s1 ada direct tram=supports for=council via=press date=2024-05",
        "s2 ada+bo mixed tram=supports? tram=opposes@cy",
        "s3 @ indirect cost=open/x cost=supports/y",
        "s4 - scare",
    ];
    let town = Snapshot::from(Corpus::read(town_json(&rows).to_string().as_bytes()).unwrap());
    let tables = town.to_bytes();
    let body = body(&tables);
    assert!(changed(&tables, body).is_some());
    let mut refused = 0;
    for at in 0..body.len() {
        for byte in [0, 1, 0x7e, 0xff, body[at].wrapping_add(1)] {
            let mut other = body.to_vec();
            other[at] = byte;
            match changed(&tables, &other) {
                Some(snapshot) => draw(&snapshot.corpus),
                None => refused += 1,
            }
        }
        assert!(changed(&tables, &body[..at]).is_none(), "cut after {at} bytes");
    }
    assert!(refused > body.len(), "{refused} of {}", 5 * body.len());
    assert!(changed(&tables, &[body, &[0]].concat()).is_none(), "more than a corpus");
}

#[test]
fn a_large_corpus_with_wrong_bytes_is_refused_or_drawn() {
    let tables = snapshot().to_bytes();
    let body = body(&tables);
    for at in (0..body.len()).step_by(997) {
        let mut other = body.to_vec();
        other[at] = 0x7e;
        if let Some(snapshot) = changed(&tables, &other) {
            draw(&snapshot.corpus);
        }
    }
}
