//! The statements of a file: their references must hold (else the corpus is refused), their words must be
//! found (else the statement is left out and named), and they are put into reading order.

use super::checker::{Check, IdTables, Searched, cycles};
use super::limits;
use super::problem::Problem;
use super::quotations::{self, Found};
use super::raw;
use super::statement_checker::StatementChecker;
use super::tree::JsonPath;
use super::voices::Voices;
use crate::corpus::actor::Actor;
use crate::corpus::covered::Covered;
use crate::corpus::document::Document;
use crate::corpus::id::{Key, StatementIx};
use crate::corpus::statement::{About, Relay, Statement};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A statement before its parent is known to be there.
struct Draft<'a> {
    raw: &'a raw::Statement,
    at: usize,
    /// Positions in the file, not in reading order.
    parent: Option<usize>,
    /// The statement that this one is about, by its position in the file.
    about: Option<usize>,
    /// How many statements it stands inside.
    depth: usize,
    statement: Option<Statement>,
    /// Whether it cannot be placed.
    is_faulty: bool,
}

/// The statements in reading order, and those that cannot be placed, by their positions in the file.
pub(super) fn statements<'a>(
    check: &mut Check<'a>,
    raw: &'a raw::Corpus,
    names: &IdTables<'a>,
    actors: &[Actor],
    documents: &[Document],
) -> (Vec<Statement>, Vec<usize>) {
    let found = found(raw, names, documents);
    let searched = documents.iter().zip(&found).enumerate();
    let searched: Vec<Searched> = searched
        .map(|(position, (document, found))| Searched { position, text: &document.text, found })
        .collect();
    let (root, mut drafts) = (JsonPath::Root, Vec::with_capacity(raw.statements.len()));
    let list = root.key("statements");
    for (at, statement) in raw.statements.iter().enumerate() {
        let path = list.at(at);
        let mut one = StatementChecker { check, names, path: &path, at, is_faulty: false, document: None };
        let parent = one.reference(statement.parent.as_ref(), &path.key("parent"));
        let about = statement.about.as_ref().map(|about| &about.statement);
        let about = one.reference(about, &path.key("about").key("statement"));
        let built = one.statement(statement, &searched);
        let is_faulty = one.is_faulty;
        drafts.push(Draft { raw: statement, at, parent, about, depth: 0, statement: built, is_faulty });
    }
    if !circles(check, &drafts, &list, "parent", |draft| draft.parent) {
        nest(check, &mut drafts, &list);
    }
    if !circles(check, &drafts, &list, "about", |draft| draft.about) {
        earlier(check, &drafts, actors, &list);
    }
    if !check.errors.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let (faulty, placed): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(|draft| draft.is_faulty);
    (in_reading_order(placed, documents), faulty.into_iter().map(|draft| draft.at).collect())
}

/// What is known of the statements' quotations in each document.
fn found<'a>(raw: &'a raw::Corpus, names: &IdTables, documents: &[Document]) -> Vec<Found<'a>> {
    let mut by_document: Vec<Vec<&raw::Statement>> = vec![Vec::new(); documents.len()];
    for statement in &raw.statements {
        let document = names.documents.find(&statement.document.0);
        let Some(own) = document.and_then(|at| by_document.get_mut(at as usize)) else { continue };
        own.push(statement);
    }
    let of = |(document, own): (&Document, Vec<&'a raw::Statement>)| {
        Found::of(own.into_iter().flat_map(quotations::of_statement), &document.text)
    };
    documents.iter().zip(by_document).map(of).collect()
}

/// Whether some references of this name lead round in a circle.
fn circles(
    check: &mut Check,
    drafts: &[Draft],
    list: &JsonPath,
    what: &'static str,
    next: impl Fn(&Draft) -> Option<usize>,
) -> bool {
    let next: Vec<Option<usize>> = drafts.iter().map(next).collect();
    let found = cycles(&next);
    for cycle in &found {
        let ids =
            cycle.iter().chain(cycle.first()).filter_map(|at| drafts.get(*at)).map(|d| d.raw.id.0.clone());
        let problem = Problem::Cycle { ids: ids.collect(), what };
        check.report(&list.at(cycle.first().copied().unwrap_or(0)).key(what), problem);
    }
    !found.is_empty()
}

/// What a statement is about was said earlier, by the same actor or for the same body.
fn earlier(check: &mut Check, drafts: &[Draft], actors: &[Actor], list: &JsonPath) {
    let voices = if drafts.iter().any(|draft| draft.about.is_some()) { Voices::of(actors) } else { return };
    for draft in drafts {
        let Some(earlier) = draft.about.and_then(|at| drafts.get(at)) else { continue };
        let (Some(this), Some(before)) = (&draft.statement, &earlier.statement) else { continue };
        let (row, id) = (list.at(draft.at), earlier.raw.id.0.clone());
        let about = row.key("about");
        let path = about.key("statement");
        if !voices.are_one(this, before) {
            check.report(&path, Problem::AboutSomebodyElse(id.clone()));
        }
        if this.date.zip(before.date).is_some_and(|(this, before)| this.last_day() < before.first_day()) {
            check.report(&path, Problem::AboutLater(id));
        }
    }
}

/// Children lie inside their parents, and are missing where these are missing.
fn nest(check: &mut Check, drafts: &mut [Draft], list: &JsonPath) {
    let depth_of = |drafts: &[Draft], at: usize| {
        std::iter::successors(drafts.get(at).and_then(|d| d.parent), |p| {
            drafts.get(*p).and_then(|d| d.parent)
        })
        .take(limits::NESTED + 1)
        .count()
    };
    let mut by_depth: Vec<(usize, usize)> = (0..drafts.len()).map(|at| (depth_of(drafts, at), at)).collect();
    by_depth.retain(|(depth, _)| *depth > 0);
    by_depth.sort();
    let mut covered: BTreeMap<usize, Covered> = BTreeMap::new();
    for (depth, at) in by_depth {
        let (Some(child), path) = (drafts.get(at), list.at(at)) else { continue };
        let Some(parent) = child.parent.and_then(|p| drafts.get(p)) else { continue };
        let around = covered.entry(parent.at).or_insert_with(|| {
            let spans = parent.statement.iter().flat_map(|statement| &statement.spans);
            spans.map(|words| words.span).collect()
        });
        let problem = nesting(child, parent, around);
        // Of those that are too deep there is no corpus, and their chains would be as long as they are deep.
        let chain = parent.statement.as_ref().filter(|_| depth <= limits::NESTED).map(relayed_by);
        if depth > limits::NESTED {
            check.report(&path.key("parent"), Problem::NestedTooDeep);
        }
        let Some(child) = drafts.get_mut(at) else { continue };
        child.depth = depth;
        if let Some(problem) = problem {
            child.is_faulty = true;
            check.fault(at, &path.key("parent"), problem);
        }
        if let (Some(statement), Some(mut chain)) = (&mut child.statement, chain) {
            chain.append(&mut statement.via);
            statement.via = chain;
        }
    }
}

fn nesting(child: &Draft, parent: &Draft, around: &Covered) -> Option<Problem> {
    let id = parent.raw.id.0.clone();
    if parent.is_faulty {
        return Some(Problem::ParentNotPlaced(id));
    }
    let (inner, outer) = (child.statement.as_ref()?, parent.statement.as_ref()?);
    if inner.document != outer.document {
        return Some(Problem::OtherDocument(id));
    }
    let outside = inner.spans.iter().any(|words| !around.contains(words.span));
    outside.then_some(Problem::OutsideParent(id))
}

/// The chain of whoever is reported inside a statement: its own chain, then its speaker.
fn relayed_by(parent: &Statement) -> Vec<Relay> {
    let speaker = Relay { by: parent.speaker.clone(), cue: parent.cue };
    parent.via.iter().cloned().chain([speaker]).collect()
}

/// By document, then by where the words begin, a parent before its children.
fn in_reading_order(mut drafts: Vec<Draft>, documents: &[Document]) -> Vec<Statement> {
    drafts.sort_by_cached_key(|draft| {
        let statement = draft.statement.as_ref();
        let length =
            statement.map_or(0, |s| s.spans.iter().map(|w| w.span.end() - w.span.start()).sum::<u32>());
        (statement.map(|s| (s.document, s.start())), std::cmp::Reverse(length), draft.depth, draft.at)
    });
    let mut order: Vec<(usize, u32)> =
        drafts.iter().enumerate().map(|(now, draft)| (draft.at, now as u32)).collect();
    order.sort();
    let now = |at: usize| {
        let found = order.binary_search_by_key(&at, |(at, _)| *at).ok();
        found.and_then(|found| order.get(found)).map(|(_, now)| StatementIx::at(*now))
    };
    let mut all = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let Some(statement) = draft.statement else { continue };
        let wording_checksum = Some(wording(&statement, documents));
        // One that could not be placed counts for nothing as it is.
        let about = draft.about.and_then(now).zip(draft.raw.about.as_ref());
        let about = about.map(|(statement, about)| About { statement, relation: about.relation.0 });
        let parent = draft.parent.and_then(now);
        all.push(Statement { parent, about, wording_checksum, ..statement });
    }
    all
}

/// A checksum of a statement's words.
fn wording(statement: &Statement, documents: &[Document]) -> String {
    let Some(document) = documents.get(statement.document.position()) else { return String::new() };
    let mut sum = Sha256::new();
    for (at, words) in statement.spans.iter().enumerate() {
        if at > 0 {
            sum.update([0x1f]);
        }
        sum.update(document.text.get(words.span).as_bytes());
    }
    sum.finalize().iter().take(3).map(|byte| format!("{byte:02x}")).collect()
}
