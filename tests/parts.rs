//! A large corpus in parts: its head with one document is the corpus as far as that document goes, and counts and
//! filters like the whole.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use standpoint::corpus::{Corpus, Edition, Extent, Key, Parts};
use standpoint::query::{Columns, answer};
use standpoint::view::{Address, Filter, View};

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
