//! A large corpus in parts: a head, which knows every statement by what it is counted and filtered by, and for each
//! document a part with its text and all that is known of its statements. Whoever reads one document loads two small
//! files; whoever compares or searches loads the whole. The author's file stays one.

use super::{Codec, Decoder, strip_header, with_header};
use crate::corpus::id::{DocumentIx, Key, Table};
use crate::corpus::snapshot::{Loaded, ShardPaths, Snapshot};
use crate::corpus::statement::{LabelledSpan, Position, Relay, Statement};
use crate::corpus::text::{Span, Text};
use crate::corpus::{Corpus, Document, Part};

impl Snapshot {
    /// The head of the corpus as bytes.
    pub fn index_bytes(&self, parts: ShardPaths) -> Vec<u8> {
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
        Snapshot {
            corpus: head,
            orphans: self.orphans.clone(),
            statement_count: self.statement_count,
            loaded: Loaded::Index(parts, None),
        }
        .to_bytes()
    }

    /// The same with one document more; `None` when the bytes are no part of this corpus.
    pub fn with_shard(self, bytes: &[u8]) -> Option<Snapshot> {
        let Loaded::Index(parts, _) = self.loaded else { return None };
        let from = &mut Decoder::of(&self.corpus, strip_header(bytes)?);
        let document = DocumentIx::decode(from);
        let text = Text::decode(from);
        let structure: Vec<Part> = Codec::decode(from);
        let note: Option<String> = Codec::decode(from);
        let own = Vec::<Statement>::decode(from);
        if !from.is_complete() || own.len() != self.corpus.statements_in(document).len() {
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
        Some(Snapshot {
            corpus,
            orphans: self.orphans,
            statement_count: self.statement_count,
            loaded: Loaded::Index(parts, Some(document)),
        })
    }
}

impl Corpus {
    /// A document with its statements as bytes.
    pub fn shard_bytes(&self, document: DocumentIx) -> Vec<u8> {
        let known = &self.documents[document];
        let mut bytes = Vec::new();
        (document.position() as u32).encode(&mut bytes);
        known.text.encode(&mut bytes);
        known.structure.encode(&mut bytes);
        known.note.encode(&mut bytes);
        let own = self.statements_in(document).iter();
        let own: Vec<Statement> = own.map(|ix| self.statements[*ix].clone()).collect();
        own.encode(&mut bytes);
        with_header(&bytes)
    }
}

/// A statement as far as it is counted and filtered.
fn counted(statement: &Statement) -> Statement {
    Statement {
        spans: Vec::new(),
        via: statement.via.iter().map(|relay| Relay { by: relay.by.clone(), cue: None }).collect(),
        addressees: Vec::new(),
        occasion: None,
        cue: None,
        note: None,
        positions: statement.positions.iter().map(position).collect(),
        wording_checksum: None,
        ..statement.clone()
    }
}

/// A position without its words; that its stance depends on something stays, since it is counted by that.
fn position(position: &Position) -> Position {
    let conditions = position.conditions.iter().take(1);
    let conditions = conditions.map(|_| LabelledSpan { span: Span::kept(0, 0), label: None }).collect();
    Position { spans: Vec::new(), terms: Vec::new(), rationale: None, conditions, ..position.clone() }
}
