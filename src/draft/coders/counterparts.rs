//! What of two files is one thing: documents, actors and issues, whose ids their coders may have chosen apart.
//! A name that several rows share pairs none of them: a false pair would pass for agreement.

use crate::corpus::{Actor, ActorIx, Corpus, Document, DocumentIx, Id, Issue, IssueIx, Key, Table, Voice};
use std::collections::BTreeMap;

/// Rows of two tables that are one thing; no row has two partners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paired<K> {
    by_a: BTreeMap<K, K>,
    by_b: BTreeMap<K, K>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterparts {
    /// By id, else by text; never two that differ in a letter, since offsets into one say nothing of the other.
    pub documents: Paired<DocumentIx>,
    /// By id, else by name.
    pub actors: Paired<ActorIx>,
    /// By id, else by proposition.
    pub issues: Paired<IssueIx>,
    /// Ids under which the two files hold different texts.
    pub other_texts: Vec<Id>,
}

impl Counterparts {
    pub fn of(a: &Corpus, b: &Corpus) -> Counterparts {
        let documents = Paired::by(&a.documents, &b.documents, DOCUMENT_NAMES);
        let other_texts = a
            .documents
            .iter()
            .filter(|(document, _)| documents.in_b(*document).is_none())
            .filter_map(|(_, document)| {
                let other = b.document_by_id(document.id.as_str())?;
                documents.in_a(other).is_none().then(|| document.id.clone())
            })
            .collect();
        Counterparts {
            documents,
            actors: Paired::by(&a.actors, &b.actors, ACTOR_NAMES),
            issues: Paired::by(&a.issues, &b.issues, ISSUE_NAMES),
            other_texts,
        }
    }

    /// What a voice of B is called: by A's id where A has the actor, else by its own, which is then none of A's.
    pub fn voice_id_in_b<'a>(&self, a: &'a Corpus, b: &'a Corpus, voice: Voice) -> &'a str {
        match voice.actor().and_then(|actor| self.actors.in_a(actor)) {
            Some(actor) => a.voice_id(Voice::Actor(actor)),
            None => b.voice_id(voice),
        }
    }
}

impl<K: Key + Ord> Paired<K> {
    /// Goes through kinds of names, the surest first, and pairs the two rows that share one with no other row.
    fn by<T>(a: &Table<K, T>, b: &Table<K, T>, kinds: &[Names<T>]) -> Paired<K> {
        let mut paired = Paired { by_a: BTreeMap::new(), by_b: BTreeMap::new() };
        for names in kinds {
            let mut named: BTreeMap<Name<'_>, (Vec<K>, Vec<K>)> = BTreeMap::new();
            for (key, row) in a.iter().filter(|(key, _)| !paired.by_a.contains_key(key)) {
                names(row).into_iter().for_each(|name| named.entry(name).or_default().0.push(key));
            }
            for (key, row) in b.iter().filter(|(key, _)| !paired.by_b.contains_key(key)) {
                names(row).into_iter().for_each(|name| named.entry(name).or_default().1.push(key));
            }
            for (in_a, in_b) in named.into_values() {
                if let ([a], [b]) = (in_a.as_slice(), in_b.as_slice()) {
                    paired.pair(*a, *b);
                }
            }
        }
        paired
    }

    fn pair(&mut self, a: K, b: K) {
        if !self.by_a.contains_key(&a) && !self.by_b.contains_key(&b) {
            self.by_a.insert(a, b);
            self.by_b.insert(b, a);
        }
    }

    pub fn in_b(&self, a: K) -> Option<K> {
        self.by_a.get(&a).copied()
    }

    pub fn in_a(&self, b: K) -> Option<K> {
        self.by_b.get(&b).copied()
    }

    /// In the order of A.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (K, K)> {
        self.by_a.iter().map(|(a, b)| (*a, *b))
    }
}

/// A name of one kind, in two parts where both must be the same.
type Name<'a> = (&'a str, &'a str);

/// The names of one kind that a row has.
type Names<T> = for<'a> fn(&'a T) -> Vec<Name<'a>>;

const DOCUMENT_NAMES: &[Names<Document>] =
    &[|d| vec![(d.id.as_str(), d.text.as_str())], |d| vec![("", d.text.as_str())]];

const ACTOR_NAMES: &[Names<Actor>] =
    &[|actor| id(&actor.id), |actor| ids(&actor.id, &actor.former_ids), |actor| vec![("", &actor.name)]];

const ISSUE_NAMES: &[Names<Issue>] = &[
    |issue| id(&issue.id),
    |issue| ids(&issue.id, &issue.former_ids),
    |issue| vec![("", &issue.proposition)],
];

fn id(id: &Id) -> Vec<Name<'_>> {
    vec![(id.as_str(), "")]
}

fn ids<'a>(id: &'a Id, former: &'a [Id]) -> Vec<Name<'a>> {
    std::iter::once(id).chain(former).map(|id| (id.as_str(), "")).collect()
}
