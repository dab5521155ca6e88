//! Finding things by id, former ids included, and what became of statements later.

use super::id::{ActorIx, CoderIx, DocumentIx, Id, IssueIx, Key, StatementIx, Table};
use super::retraction::Retractions;
use super::statement::Statement;
use super::{Actor, Corpus, Document, Issue};
use std::sync::OnceLock;

/// Ids in alphabetical order, each with the position of its row.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Names(Vec<(Id, u32)>);

impl Names {
    pub fn of<'a, K: Key, T: 'a>(table: &'a Table<K, T>, ids: impl Fn(&'a T) -> (&'a Id, &'a [Id])) -> Names {
        let mut names: Vec<(Id, u32)> = Vec::with_capacity(table.len());
        for (key, row) in table.iter() {
            let (id, former) = ids(row);
            names.extend(std::iter::once(id).chain(former).map(|id| (id.clone(), key.position() as u32)));
        }
        names.sort();
        Names(names)
    }

    fn find<K: Key>(&self, id: &str) -> Option<K> {
        let at = self.0.binary_search_by(|(known, _)| known.as_str().cmp(id)).ok()?;
        self.0.get(at).map(|(_, position)| K::at(*position))
    }
}

/// The four tables' names.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Index {
    actors: Names,
    issues: Names,
    documents: Names,
    statements: Names,
    /// Made when it is first asked for: who only reads asks for none.
    pub retractions: OnceLock<Retractions>,
    by_document: OnceLock<Vec<Vec<StatementIx>>>,
}

impl Index {
    pub fn of(
        actors: &Table<ActorIx, Actor>,
        issues: &Table<IssueIx, Issue>,
        documents: &Table<DocumentIx, Document>,
        statements: &Table<StatementIx, Statement>,
    ) -> Index {
        Index {
            actors: Names::of(actors, |a| (&a.id, &a.former_ids)),
            issues: Names::of(issues, |i| (&i.id, &i.former_ids)),
            documents: Names::of(documents, |d| (&d.id, &d.former_ids)),
            statements: Names::of(statements, |s| (&s.id, &s.former_ids)),
            retractions: OnceLock::new(),
            by_document: OnceLock::new(),
        }
    }
}

impl Corpus {
    pub fn actor_by_id(&self, id: &str) -> Option<ActorIx> {
        self.index.actors.find(id)
    }

    pub fn issue_by_id(&self, id: &str) -> Option<IssueIx> {
        self.index.issues.find(id)
    }

    pub fn document_by_id(&self, id: &str) -> Option<DocumentIx> {
        self.index.documents.find(id)
    }

    pub fn coder_by_id(&self, id: &str) -> Option<CoderIx> {
        self.coders.iter().find(|(_, coder)| coder.id.as_str() == id).map(|(ix, _)| ix)
    }

    pub fn statement_by_id(&self, id: &str) -> Option<StatementIx> {
        self.index.statements.find(id)
    }

    /// The statements of a document, in the order of the file.
    pub fn statements_in(&self, document: DocumentIx) -> &[StatementIx] {
        let by_document = self.index.by_document.get_or_init(|| {
            let mut all = vec![Vec::new(); self.documents.len()];
            for (ix, statement) in self.statements.iter() {
                if let Some(own) = all.get_mut(statement.document.position()) {
                    own.push(ix);
                }
            }
            all
        });
        by_document.get(document.position()).map_or(&[], Vec::as_slice)
    }
}
