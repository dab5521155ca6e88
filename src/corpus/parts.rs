//! A large corpus in parts: a head, which knows every statement by what it is counted and filtered by, and for each
//! document a part with its text and all that is known of its statements. Whoever reads one document loads two small
//! files; whoever compares or searches loads the whole. The author's file stays one.

use super::edition::{Edition, Extent, Parts};
use super::id::{DocumentIx, Key, Table};
use super::statement::{Labelled, Position, Relay, Statement};
use super::tables::{Bytes, Kept, sealed, unsealed};
use super::text::{Span, Text};
use super::{Corpus, Document, Part};

impl Edition {
    /// The head of the corpus as bytes.
    pub fn head_tables(&self, parts: Parts) -> Vec<u8> {
        let corpus = &self.corpus;
        let documents = corpus.documents.iter().map(|(_, document)| Document {
            text: Text::new(String::new()),
            structure: Vec::new(),
            note: None,
            ..document.clone()
        });
        let statements = corpus.statements.iter().map(|(_, statement)| counted(statement));
        let head = Corpus {
            documents: Table::new(documents.collect()),
            statements: Table::new(statements.collect()),
            ..corpus.clone()
        };
        Edition {
            corpus: head,
            lost: self.lost.clone(),
            stated: self.stated,
            extent: Extent::Head(parts, None),
        }
        .to_tables()
    }

    /// A document with its statements as bytes.
    pub fn part_tables(&self, document: DocumentIx) -> Vec<u8> {
        let known = &self.corpus.documents[document];
        let mut bytes = Vec::new();
        (document.position() as u32).put(&mut bytes);
        known.text.put(&mut bytes);
        known.structure.put(&mut bytes);
        known.note.put(&mut bytes);
        let own = self.corpus.statements.iter().filter(|(_, statement)| statement.document == document);
        let own: Vec<Statement> = own.map(|(_, statement)| statement.clone()).collect();
        own.put(&mut bytes);
        sealed(&bytes)
    }

    /// The same with one document more; `None` when the bytes are no part of this corpus.
    pub fn with_part(self, bytes: &[u8]) -> Option<Edition> {
        let Extent::Head(parts, _) = self.extent else { return None };
        let from = &mut Bytes::of(&self.corpus, unsealed(bytes)?);
        let document = DocumentIx::take(from);
        let text = Text::take(from);
        let structure: Vec<Part> = Kept::take(from);
        let note: Option<String> = Kept::take(from);
        let own = Vec::<Statement>::take(from);
        let expected = self.corpus.statements.iter().filter(|(_, known)| known.document == document).count();
        if !from.is_read_whole() || own.len() != expected {
            return None;
        }
        let (mut own, mut corpus) = (own.into_iter(), self.corpus);
        let documents = corpus.documents.into_rows().into_iter().enumerate();
        let documents = documents.map(|(at, known)| {
            let is_it = at == document.position();
            if is_it {
                Document { text: text.clone(), structure: structure.clone(), note: note.clone(), ..known }
            } else {
                known
            }
        });
        corpus.documents = Table::new(documents.collect());
        let statements = corpus.statements.into_rows().into_iter();
        let statements = statements
            .map(|known| if known.document == document { own.next().unwrap_or(known) } else { known });
        corpus.statements = Table::new(statements.collect());
        Some(Edition {
            corpus,
            lost: self.lost,
            stated: self.stated,
            extent: Extent::Head(parts, Some(document)),
        })
    }
}

/// A statement as far as it is counted, filtered and compared.
fn counted(statement: &Statement) -> Statement {
    Statement {
        spans: Vec::new(),
        act: None,
        via: statement.via.iter().map(|relay| Relay { by: relay.by.clone(), cue: None }).collect(),
        addressees: Vec::new(),
        occasion: None,
        cue: None,
        note: None,
        positions: statement.positions.iter().map(position).collect(),
        ..statement.clone()
    }
}

/// A position without its words; that it has a condition is kept.
fn position(position: &Position) -> Position {
    Position {
        spans: Vec::new(),
        condition: position
            .condition
            .iter()
            .take(1)
            .map(|_| Labelled { span: Span::kept(0, 1), label: None })
            .collect(),
        terms: Vec::new(),
        rationale: None,
        ..position.clone()
    }
}
