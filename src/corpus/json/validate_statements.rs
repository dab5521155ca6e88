//! The statements of a file: their references must hold (else the corpus is refused), their words must be
//! found (else the statement is left out and named), and they are put into reading order.

use super::checker::{Check, IdTables, Orphaned, cycles, non_empty};
use super::limits;
use super::problem::Problem;
use super::raw;
use super::selector::TextSelector;
use super::tree::{JsonPath, JsonPathBuf};
use crate::corpus::actor::Actor;
use crate::corpus::document::Document;
use crate::corpus::id::{ActorIx, DocumentIx, Id, Key, StatementIx};
use crate::corpus::statement::{
    About, Kind, LabelledSpan, Position, Relay, Speaker, Statement, StatementSpan,
};
use crate::corpus::text::{Span, Text};
use sha2::{Digest, Sha256};

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
    problems: Vec<(JsonPathBuf, Problem)>,
}

pub(super) fn statements<'a>(
    check: &mut Check,
    raw: &'a raw::Corpus,
    names: &IdTables,
    actors: &[Actor],
    documents: &[Document],
) -> (Vec<Statement>, Vec<Orphaned<'a>>) {
    let (root, mut drafts) = (JsonPath::Root, Vec::with_capacity(raw.statements.len()));
    let list = root.key("statements");
    for (at, statement) in raw.statements.iter().enumerate() {
        let path = list.at(at);
        let mut one = One { check, names, path: &path, problems: Vec::new(), text: None };
        let parent = one.reference(statement.parent.as_ref(), &path.key("parent"));
        let about = statement.about.as_ref().map(|about| &about.statement);
        let about = one.reference(about, &path.key("about").key("statement"));
        let built = one.statement(statement, documents);
        let problems = one.problems;
        drafts.push(Draft { raw: statement, at, parent, about, depth: 0, statement: built, problems });
    }
    if !circles(check, &drafts, &list, "parent", |draft| draft.parent) {
        nest(check, &mut drafts, &list);
    }
    if !circles(check, &drafts, &list, "about", |draft| draft.about) {
        earlier(check, &drafts, actors, &list);
    }
    if !check.errors.is_empty() {
        return (Vec::new(), misplaced(drafts));
    }
    let (placed, faulty): (Vec<Draft>, Vec<Draft>) =
        drafts.into_iter().partition(|draft| draft.problems.is_empty());
    (in_reading_order(placed, documents), misplaced(faulty))
}

fn misplaced(drafts: Vec<Draft>) -> Vec<Orphaned> {
    let faulty = drafts.into_iter().filter(|draft| !draft.problems.is_empty());
    faulty.map(|draft| Orphaned { raw: draft.raw, problems: draft.problems }).collect()
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
    for draft in drafts {
        let Some(earlier) = draft.about.and_then(|at| drafts.get(at)) else { continue };
        let (Some(this), Some(before)) = (&draft.statement, &earlier.statement) else { continue };
        let (row, id) = (list.at(draft.at), earlier.raw.id.0.clone());
        let about = row.key("about");
        let path = about.key("statement");
        if !are_of_one_voice(this, before, actors) {
            check.report(&path, Problem::AboutSomebodyElse(id.clone()));
        }
        if this.date.zip(before.date).is_some_and(|(this, before)| this.last_day() < before.first_day()) {
            check.report(&path, Problem::AboutLater(id));
        }
    }
}

/// Whether two statements have an actor or a body in common: who speaks, for whom, and what these have a role in.
fn are_of_one_voice(a: &Statement, b: &Statement, actors: &[Actor]) -> bool {
    let behind = |statement: &Statement| -> Vec<ActorIx> {
        let heard = statement.speaker.actors().iter().copied().chain(statement.on_behalf_of);
        let mut all: Vec<ActorIx> = heard.collect();
        // A body that a role or a body leads to is read in its turn; there are no more than there are actors.
        let mut at = 0;
        while let Some(actor) = all.get(at).and_then(|actor| actors.get(actor.position())) {
            let bodies = actor.roles.iter().filter_map(|role| role.of).chain(actor.part_of);
            for body in bodies.collect::<Vec<_>>() {
                if !all.contains(&body) {
                    all.push(body);
                }
            }
            at += 1;
        }
        all
    };
    let (a_behind, b_behind) = (behind(a), behind(b));
    match (a_behind.is_empty(), b_behind.is_empty()) {
        (true, true) => a.speaker == b.speaker,
        _ => a_behind.iter().any(|actor| b_behind.contains(actor)),
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
    for (depth, at) in by_depth {
        let (Some(child), path) = (drafts.get(at), list.at(at)) else { continue };
        let Some(parent) = child.parent.and_then(|p| drafts.get(p)) else { continue };
        let problem = nesting(child, parent).map(|problem| (path.key("parent").steps(), problem));
        let chain = parent.statement.as_ref().map(relayed_by);
        if depth > limits::NESTED {
            check.report(&path.key("parent"), Problem::NestedTooDeep);
        }
        let Some(child) = drafts.get_mut(at) else { continue };
        child.depth = depth;
        child.problems.extend(problem);
        if let (Some(statement), Some(mut chain)) = (&mut child.statement, chain) {
            chain.append(&mut statement.via);
            statement.via = chain;
        }
    }
}

fn nesting(child: &Draft, parent: &Draft) -> Option<Problem> {
    let id = parent.raw.id.0.clone();
    if !parent.problems.is_empty() {
        return Some(Problem::ParentNotPlaced(id));
    }
    let (inner, outer) = (child.statement.as_ref()?, parent.statement.as_ref()?);
    if inner.document != outer.document {
        return Some(Problem::OtherDocument(id));
    }
    let outside = inner.spans.iter().any(|words| !lies_in(words.span, &outer.spans));
    outside.then_some(Problem::OutsideParent(id))
}

/// Whether a span lies in one of several, those that touch counting as one.
fn lies_in(span: Span, spans: &[StatementSpan]) -> bool {
    let mut reached = span.start();
    for words in spans {
        if words.span.start() <= reached && reached < words.span.end() {
            reached = words.span.end();
        }
    }
    reached >= span.end()
}

/// The chain of whoever is reported inside a statement: its own chain, then its speaker.
fn relayed_by(parent: &Statement) -> Vec<Relay> {
    let speaker = Relay { by: parent.speaker.clone(), cue: parent.cue };
    parent.via.iter().cloned().chain([speaker]).collect()
}

/// By document, then by where the words begin, a parent before its children.
fn in_reading_order(mut drafts: Vec<Draft>, documents: &[Document]) -> Vec<Statement> {
    drafts.sort_by_key(|draft| {
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
        let wording_checksum = wording(&statement, documents);
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

/// One statement at its place in the file.
struct One<'a, 'b> {
    check: &'a mut Check,
    names: &'a IdTables<'b>,
    path: &'a JsonPath<'a>,
    problems: Vec<(JsonPathBuf, Problem)>,
    text: Option<&'a Text>,
}

impl<'a> One<'a, '_> {
    fn reference(&mut self, id: Option<&raw::IdText>, path: &JsonPath) -> Option<usize> {
        let found = self.check.reference::<StatementIx>(&self.names.statements, &id?.0, "statement", path);
        found.map(Key::position)
    }

    fn statement(&mut self, raw: &raw::Statement, documents: &'a [Document]) -> Option<Statement> {
        let path = *self.path;
        let document = self.check.reference::<DocumentIx>(
            &self.names.documents,
            &raw.document.0,
            "document",
            &path.key("document"),
        );
        self.text = document.and_then(|ix| documents.get(ix.position())).map(|document| &document.text);
        self.check.optional_line(&raw.occasion, &path.key("occasion"));
        self.check.max_length(&raw.note, &path.key("note"), limits::LONG);
        let spans = self.spans(raw, &path.key("spans"));
        let speaker = self.speaker(&raw.speaker, &path.key("speaker"));
        let on_behalf_of = raw.on_behalf_of.as_ref().and_then(|id| self.actor(id, &path.key("on_behalf_of")));
        let via = raw
            .via
            .iter()
            .enumerate()
            .map(|(at, relay)| self.relay(relay, &path.key("via").at(at)))
            .collect();
        let addressees = self.actors(&raw.addressees, &path.key("addressees"));
        let cue = raw.cue.as_ref().and_then(|cue| self.anchor(cue, &path.key("cue")));
        let date = self.check.date(&raw.date, &path.key("date"));
        let positions = self.positions(&raw.positions, &spans, &speaker, &path.key("positions"));
        Some(Statement {
            id: Id::or_empty(&raw.id.0),
            former_ids: self.check.former_ids(&raw.former_ids, &path),
            document: document?,
            spans,
            kind: raw.kind.0,
            act: raw.act.map(|act| act.0),
            speaker,
            on_behalf_of,
            via,
            addressees,
            occasion: non_empty(&raw.occasion),
            cue,
            date,
            parent: None,
            about: None,
            positions,
            confidence: raw.confidence.map(|confidence| confidence.0),
            note: non_empty(&raw.note),
            wording_checksum: String::new(),
        })
    }

    fn spans(&mut self, raw: &raw::Statement, path: &JsonPath) -> Vec<StatementSpan> {
        if raw.spans.is_empty() {
            self.check.report(path, Problem::NoSpans);
        }
        let kind = raw.kind.0;
        let mut all: Vec<StatementSpan> = Vec::with_capacity(raw.spans.len());
        for (at, words) in raw.spans.iter().enumerate() {
            let path = path.at(at);
            if let Some(tag) = &words.lang {
                self.check.language(tag, &path.key("lang"));
            }
            let by_kind = matches!(kind, Kind::Direct | Kind::Scare);
            let quoted = match (kind, words.quoted) {
                (Kind::Mixed, None) => {
                    self.check.report(&path, Problem::QuotedMissing);
                    false
                }
                (Kind::Mixed, Some(quoted)) => quoted,
                (_, Some(quoted)) if quoted != by_kind => {
                    self.check.report(&path.key("quoted"), Problem::QuotedAgainstKind);
                    by_kind
                }
                _ => by_kind,
            };
            let Some(span) = self.anchor(words, &path) else { continue };
            if all.iter().any(|known| known.span.overlaps(span)) {
                self.fault(&path.key("exact"), Problem::Overlap);
            }
            all.push(StatementSpan { span, quoted, lang: words.lang.clone() });
        }
        let said = |quoted| raw.spans.iter().any(|words| words.quoted == Some(quoted));
        let all_say = raw.spans.iter().all(|words| words.quoted.is_some());
        if kind == Kind::Mixed && all_say && !(said(true) && said(false)) {
            self.check.report(path, Problem::QuotedOneSided);
        }
        all.sort_by_key(|words| words.span);
        all
    }

    fn speaker(&mut self, raw: &raw::Speaker, path: &JsonPath) -> Speaker {
        match raw {
            raw::Speaker::Unnamed => Speaker::Unnamed,
            raw::Speaker::Document => Speaker::Document,
            raw::Speaker::Actors(ids) => {
                if ids.is_empty() {
                    self.check.report(path, Problem::NoSpeaker);
                }
                let ids: Vec<raw::IdText> = ids.iter().cloned().map(raw::IdText).collect();
                Speaker::Actors(self.actors(&ids, path))
            }
        }
    }

    fn relay(&mut self, raw: &raw::Relay, path: &JsonPath) -> Relay {
        let by = match &raw.actor {
            None => Speaker::Unnamed,
            Some(id) => self
                .actor(id, &path.key("actor"))
                .map_or(Speaker::Unnamed, |actor| Speaker::Actors(vec![actor])),
        };
        Relay { by, cue: raw.cue.as_ref().and_then(|cue| self.anchor(cue, &path.key("cue"))) }
    }

    fn positions(
        &mut self,
        raw: &[raw::Position],
        own: &[StatementSpan],
        speaker: &Speaker,
        path: &JsonPath,
    ) -> Vec<Position> {
        let mut all: Vec<Position> = Vec::with_capacity(raw.len());
        for (at, position) in raw.iter().enumerate() {
            let path = path.at(at);
            let Some(position) = self.position(position, own, &path) else { continue };
            let again = |p: &Position| {
                p.issue == position.issue
                    && p.coder == position.coder
                    && p.holder == position.holder
                    && p.condition == position.condition
            };
            if all.iter().any(again) {
                self.check.report(&path.key("issue"), Problem::CodedTwice);
            }
            let speaks = |id: &&raw::IdText| {
                self.names.actors.find(&id.0).is_some_and(|at| speaker.actors().contains(&ActorIx::at(at)))
            };
            if let Some(id) = raw.get(at).and_then(|raw| raw.holder.as_slice().iter().find(speaks)) {
                self.check.report(&path.key("holder"), Problem::HolderSpeaks(id.0.clone()));
            }
            all.push(position);
        }
        all
    }

    fn position(&mut self, raw: &raw::Position, own: &[StatementSpan], path: &JsonPath) -> Option<Position> {
        self.check.max_length(&raw.rationale, &path.key("rationale"), limits::LONG);
        let issue = self.check.reference(&self.names.issues, &raw.issue.0, "issue", &path.key("issue"));
        let coder = raw
            .coder
            .as_ref()
            .and_then(|id| self.check.reference(&self.names.coders, &id.0, "coder", &path.key("coder")));
        let holder = self.actors(raw.holder.as_slice(), &path.key("holder"));
        let mut spans = Vec::with_capacity(raw.spans.len());
        for (at, anchor) in raw.spans.iter().enumerate() {
            let list = path.key("spans");
            let path = list.at(at);
            let Some(span) = self.anchor(anchor, &path) else { continue };
            if !own.is_empty() && !lies_in(span, own) {
                self.fault(&path.key("exact"), Problem::OutsideStatement);
            }
            spans.push(span);
        }
        let condition = self.labelled(raw.condition.as_slice(), &path.key("condition"));
        let terms = self.labelled(raw.terms.as_slice(), &path.key("terms"));
        Some(Position {
            issue: issue?,
            stance: raw.stance.0,
            holder,
            spans,
            condition,
            terms,
            hedged: raw.hedged,
            rationale: non_empty(&raw.rationale),
            coder,
            confidence: raw.confidence.map(|confidence| confidence.0),
        })
    }

    fn labelled(&mut self, raw: &[raw::TextSelector], path: &JsonPath) -> Vec<LabelledSpan> {
        let mut all = Vec::with_capacity(raw.len());
        for (at, anchor) in raw.iter().enumerate() {
            let path = path.at(at);
            self.check.optional_line(&anchor.label, &path.key("label"));
            if let Some(span) = self.anchor(anchor, &path) {
                all.push(LabelledSpan { span, label: non_empty(&anchor.label) });
            }
        }
        all
    }

    fn actors(&mut self, ids: &[raw::IdText], path: &JsonPath) -> Vec<ActorIx> {
        let mut all = Vec::with_capacity(ids.len());
        for (at, id) in ids.iter().enumerate() {
            let actor = self.actor(id, &path.at(at));
            all.extend(actor.filter(|actor| !all.contains(actor)));
        }
        all
    }

    fn actor(&mut self, id: &raw::IdText, path: &JsonPath) -> Option<ActorIx> {
        self.check.reference(&self.names.actors, &id.0, "actor", path)
    }

    /// Where words stand; a fault of this statement when they cannot be placed.
    fn anchor<'r>(&mut self, raw: impl Into<TextSelector<'r>>, path: &JsonPath) -> Option<Span> {
        let placed = raw.into().place(self.text?);
        placed.map_err(|problem| self.fault(&path.key("exact"), problem)).ok()
    }

    fn fault(&mut self, path: &JsonPath, problem: Problem) {
        self.problems.push((path.steps(), problem));
    }
}
