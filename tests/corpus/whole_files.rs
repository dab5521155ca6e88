//! Whole files: the bundled corpora, and one with every key.

use crate::{EVERY_KEY, corpus};
use serde_json::Value;
use standpoint::corpus::*;

#[test]
fn the_bundled_article_is_coded_completely_and_every_statement_has_its_exact_words() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/nato-2021.json")).unwrap();
    let reading = Corpus::read(&bytes).unwrap();
    assert_eq!((reading.orphans.len(), reading.statement_count), (0, 36));
    assert_words_as_written(&reading.corpus, &serde_json::from_slice(&bytes).unwrap());
    for (_, statement) in reading.corpus.statements.iter() {
        assert!(
            statement.positions.iter().all(|p| p.rationale.is_some()),
            "{} has no rationale",
            statement.id
        );
    }
}

fn assert_words_as_written(corpus: &Corpus, file: &Value) {
    let stated = file["statements"].as_array().unwrap();
    assert!(!stated.is_empty() && stated.len() == corpus.statements.len());
    for stated in stated {
        let ix = corpus.statement_by_id(stated["id"].as_str().unwrap()).unwrap();
        let words: Vec<&str> =
            stated["spans"].as_array().unwrap().iter().map(|s| s["exact"].as_str().unwrap()).collect();
        assert_eq!(corpus.words(&corpus.statements[ix]).collect::<Vec<_>>(), words);
    }
}

#[test]
fn a_file_with_every_key_is_read_completely() {
    let read = corpus(EVERY_KEY);
    let file: Value = serde_json::from_str(EVERY_KEY).unwrap();
    assert_words_as_written(&read, &file);
    let statements = || read.statements.iter().map(|(_, statement)| statement);
    let positions = || statements().flat_map(|statement| &statement.positions);
    let kinds = |kind| statements().filter(|statement| statement.kind == kind).count();
    let actors = || read.actors.iter().map(|(_, actor)| actor);
    let documents = || read.documents.iter().map(|(_, document)| document);
    for (what, found, count) in [
        ("coders", read.coders.len(), 2),
        ("actors", read.actors.len(), 10),
        ("issues", read.issues.len(), 3),
        ("documents", read.documents.len(), 2),
        ("statements", read.statements.len(), 8),
        ("speakers", read.speakers(), 5),
        ("direct", kinds(Kind::Direct), 4),
        ("indirect", kinds(Kind::Indirect), 2),
        ("mixed", kinds(Kind::Mixed), 1),
        ("scare", kinds(Kind::Scare), 1),
        ("split", statements().filter(|s| s.spans.len() > 1).count(), 3),
        ("joint", statements().filter(|s| s.speaker.actors().len() > 1).count(), 1),
        ("open", statements().filter(|s| s.speaker == Speaker::Unnamed).count(), 1),
        ("by the writer", statements().filter(|s| s.speaker == Speaker::Document).count(), 1),
        ("about another", statements().filter(|s| s.about.is_some()).count(), 1),
        ("nested", statements().filter(|s| s.parent.is_some()).count(), 2),
        ("on behalf", statements().filter(|s| s.on_behalf_of.is_some()).count(), 2),
        ("relays", statements().map(|s| s.via.len()).sum(), 6),
        ("reportedly", statements().flat_map(|s| &s.via).filter(|r| r.by == Speaker::Unnamed).count(), 3),
        ("cues of relays", statements().flat_map(|s| &s.via).filter(|r| r.cue.is_some()).count(), 4),
        ("cues", statements().filter(|s| s.cue.is_some()).count(), 3),
        ("acts", statements().filter(|s| s.act.is_some()).count(), 6),
        ("addressees", statements().map(|s| s.addressees.len()).sum(), 1),
        ("occasions", statements().filter(|s| s.occasion.is_some()).count(), 1),
        ("dates", statements().filter(|s| s.date.is_some()).count(), 1),
        ("spans", statements().map(|s| s.spans.len()).sum(), 12),
        ("quoted spans", statements().flat_map(|s| &s.spans).filter(|w| w.quoted).count(), 8),
        (
            "spans with a language",
            statements().flat_map(|s| &s.spans).filter(|w| w.lang.is_some()).count(),
            2,
        ),
        ("positions", positions().count(), 8),
        ("own positions", positions().filter(|p| p.is_own()).count(), 6),
        ("holders", positions().map(|p| p.holders.len()).sum(), 3),
        ("positions by ed", positions().filter(|p| p.coder == read.coders.key(0)).count(), 3),
        ("positions by kim", positions().filter(|p| p.coder == read.coders.key(1)).count(), 1),
        ("spans of positions", positions().map(|p| p.spans.len()).sum(), 3),
        ("conditional", positions().filter(|p| p.is_conditional()).count(), 2),
        ("terms", positions().map(|p| p.terms.len()).sum(), 3),
        (
            "labels",
            positions()
                .flat_map(|p| p.terms.iter().chain(&p.conditions))
                .filter(|l| l.label.is_some())
                .count(),
            3,
        ),
        ("hedged", positions().filter(|p| p.hedged).count(), 1),
        ("sure of a position", positions().filter(|p| p.confidence.is_some()).count(), 2),
        ("sure of a statement", statements().filter(|s| s.confidence.is_some()).count(), 2),
        ("rationales", positions().filter(|p| p.rationale.is_some()).count(), 2),
        ("claims", read.issues.iter().filter(|(_, i)| i.kind == IssueKind::Claim).count(), 1),
        ("roles", actors().map(|a| a.roles.len()).sum(), 3),
        ("aliases", actors().map(|a| a.aliases.len()).sum(), 2),
        ("names", actors().map(|a| a.names.len()).sum(), 2),
        ("organs", actors().filter(|a| a.part_of.is_some()).count(), 3),
        ("parts", documents().map(|d| d.structure.len()).sum(), 4),
        ("addresses", documents().flat_map(|d| [&d.url, &d.archived]).flatten().count(), 2),
        (
            "former ids",
            read.former_ids.len()
                + actors().map(|a| a.former_ids.len()).sum::<usize>()
                + read.issues.iter().map(|(_, i)| i.former_ids.len()).sum::<usize>()
                + documents().map(|d| d.former_ids.len()).sum::<usize>()
                + statements().map(|s| s.former_ids.len()).sum::<usize>(),
            5,
        ),
        (
            "notes",
            actors().filter(|a| a.note.is_some()).count() + documents().filter(|d| d.note.is_some()).count(),
            2,
        ),
    ] {
        assert_eq!(found, count, "{what}");
    }
    let wordings: Vec<String> =
        statements().map(|statement| statement.wording_checksum.clone().unwrap()).collect();
    // By hashlib, as above.
    assert_eq!(wordings, ["c2f45e", "097641", "15f3e1", "7c690e", "776f50", "60bca9", "d832bb", "ef90b5"]);
    let letter = &read.documents[read.document_by_id("letter").unwrap()];
    assert_eq!((letter.language.as_str(), letter.date.to_string().as_str()), ("fr", "2031"));
}

#[test]
fn tables_give_back_the_corpus_they_were_made_from() {
    for file in ["corpus/nato-2021.json", "tests/cases/every-key.json", "corpus/tram-town.json"] {
        let bytes = std::fs::read(file).unwrap();
        let snapshot = standpoint::corpus::Snapshot::from(Corpus::read(&bytes).unwrap());
        let tables = snapshot.to_bytes();
        assert!(standpoint::corpus::Snapshot::from_bytes(&tables) == Some(snapshot), "{file}");
    }
}

#[test]
fn tables_that_are_broken_or_of_another_version_give_nothing() {
    let bytes = std::fs::read("tests/cases/every-key.json").unwrap();
    let tables = standpoint::corpus::Snapshot::from(Corpus::read(&bytes).unwrap()).to_bytes();
    for at in 0..tables.len() {
        let mut broken = tables.clone();
        broken[at] ^= 1;
        assert!(standpoint::corpus::Snapshot::from_bytes(&broken).is_none(), "byte {at}");
        assert!(standpoint::corpus::Snapshot::from_bytes(&tables[..at]).is_none(), "cut at {at}");
    }
}

#[test]
fn the_invented_town_uses_every_key_of_the_format_and_says_that_it_is_invented() {
    fn keys(value: &serde_json::Value, all: &mut std::collections::BTreeSet<String>, is_schema: bool) {
        match value {
            serde_json::Value::Object(fields) => {
                for (key, value) in fields {
                    if !is_schema {
                        all.insert(key.clone());
                    } else if let ("properties", Some(properties)) = (key.as_str(), value.as_object()) {
                        all.extend(properties.keys().cloned());
                    }
                    keys(value, all, is_schema);
                }
            }
            serde_json::Value::Array(rows) => rows.iter().for_each(|row| keys(row, all, is_schema)),
            _ => {}
        }
    }
    let text = std::fs::read_to_string("corpus/tram-town.json").unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let (mut known, mut used) = (Default::default(), Default::default());
    keys(&serde_json::to_value(standpoint::corpus::schema()).unwrap(), &mut known, true);
    keys(&file, &mut used, false);
    let unused: Vec<&String> = known.difference(&used).collect();
    assert!(known.len() > 40 && unused.is_empty(), "never used: {unused:?}");
    // The title stands on every page.
    assert!(file["title"].as_str().unwrap().contains("invented"));
}
