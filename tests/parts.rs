//! A large corpus in parts: its head with one document is the corpus as far as that document goes, and counts and
//! filters like the whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use standpoint::corpus::{Corpus, Edition, Extent, Key, Parts, sum};
use standpoint::query::{Columns, Scope, answer, blocks, comparison};
use standpoint::view::{Address, Filter, Order, Rows, View};
use support::town::town_json;

#[allow(dead_code)]
mod support {
    pub mod town;
}

fn edition() -> Edition {
    let file = std::fs::read("corpus/tram-town.json").unwrap();
    Edition::from(Corpus::read(&file).unwrap())
}

fn parts(edition: &Edition) -> Parts {
    let documents = edition.corpus.documents.iter().map(|(_, d)| format!("assets/{}.tables", d.id)).collect();
    Parts { whole: "assets/whole.tables".to_owned(), documents }
}

#[test]
fn a_head_with_a_part_knows_that_document_as_the_whole_does() {
    let whole = edition();
    let head = whole.head_tables(parts(&whole));
    assert!(head.len() * 2 < whole.to_tables().len(), "a head is small: {}", head.len());
    for document in whole.corpus.documents.keys() {
        let found = Edition::from_tables(&head).unwrap().with_part(&whole.part_tables(document)).unwrap();
        assert_eq!(found.extent, Extent::Head(parts(&whole), Some(document)));
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
fn a_head_counts_and_filters_like_the_whole() {
    let whole = edition();
    let head = Edition::from_tables(&whole.head_tables(parts(&whole))).unwrap();
    let columns = |edition: &Edition| Columns::new(&edition.corpus);
    for address in [
        "",
        "actor=quist",
        "stance=supports-if,-opposes",
        "via=-~document&kind=direct",
        "issue=tram&from=2024",
        "group=tesselby&coder=coder-b",
    ] {
        let filter: Filter = View::parse(&Address { fragment: address, query: "" }, &str::to_owned).0.filter;
        let (a, b) = (
            answer(&whole.corpus, &columns(&whole), &filter),
            answer(&head.corpus, &columns(&head), &filter),
        );
        assert_eq!(a, b, "{address}");
    }
}

#[test]
fn bytes_that_are_no_part_are_refused() {
    let whole = edition();
    let document = whole.corpus.documents.key(0).unwrap();
    let (head, part) = (whole.head_tables(parts(&whole)), whole.part_tables(document));
    let with = |part: &[u8]| Edition::from_tables(&head).unwrap().with_part(part).is_some();
    assert!(with(&part));
    assert!(!with(&part[..part.len() - 1]));
    assert!(!with(b""));
    assert!(
        Edition::from_tables(&whole.to_tables()).unwrap().with_part(&part).is_none(),
        "the whole needs no part"
    );
    assert_eq!(document.position(), 0);
}

/// Tables with other bytes behind their mark, and the sum that these have.
fn changed(tables: &[u8], body: &[u8]) -> Option<Edition> {
    let mark = tables.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    Edition::from_tables(&[&tables[..mark], &sum(body).to_le_bytes(), body].concat())
}

/// What stands behind the mark and four bytes of the sum.
fn body(tables: &[u8]) -> &[u8] {
    &tables[tables.iter().position(|byte| *byte == b'\n').unwrap() + 5..]
}

/// Asks a corpus all that a page asks.
fn draw(corpus: &Corpus) {
    let columns = Columns::new(corpus);
    _ = answer(corpus, &columns, &Filter::default());
    _ = comparison(corpus, &columns, &Filter::default(), Scope::Corpus, Rows::Group, Order::Name);
    for document in corpus.documents.keys() {
        _ = blocks(corpus, document, &[]);
    }
}

#[test]
fn tables_that_nothing_could_have_written_are_refused_and_none_stops_the_page() {
    let rows = [
        "s1 ada direct tram=supports for=council via=press date=2024-05",
        "s2 ada+bo mixed tram=supports? tram=opposes@bo",
        "s3 @ indirect cost=open/x cost=supports/y",
        "s4 - scare",
    ];
    let town = Edition::from(Corpus::read(town_json(&rows).to_string().as_bytes()).unwrap());
    let tables = town.to_tables();
    let body = body(&tables);
    assert!(changed(&tables, body).is_some());
    let mut refused = 0;
    for at in 0..body.len() {
        for byte in [0, 1, 0x7e, 0xff, body[at].wrapping_add(1)] {
            let mut other = body.to_vec();
            other[at] = byte;
            match changed(&tables, &other) {
                Some(edition) => draw(&edition.corpus),
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
    let tables = edition().to_tables();
    let body = body(&tables);
    for at in (0..body.len()).step_by(997) {
        let mut other = body.to_vec();
        other[at] = 0x7e;
        if let Some(edition) = changed(&tables, &other) {
            draw(&edition.corpus);
        }
    }
}
