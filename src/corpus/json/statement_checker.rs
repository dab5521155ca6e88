//! One statement at its place in the file: its references must hold, and its words must be found.

use super::checker::{Check, IdTables, Searched, former_ids, non_empty};
use super::limits;
use super::problem::Problem;
use super::raw;
use super::selector::TextSelector;
use super::tree::JsonPath;
use crate::corpus::covered::Covered;
use crate::corpus::id::{ActorIx, DocumentIx, Id, Key, StatementIx};
use crate::corpus::statement::{Kind, LabelledSpan, Position, Relay, Speaker, Statement, StatementSpan};
use crate::corpus::text::Span;
use std::collections::BTreeSet;

/// One statement at its place in the file.
pub(super) struct StatementChecker<'a, 'b> {
    pub check: &'a mut Check<'b>,
    pub names: &'a IdTables<'b>,
    pub path: &'a JsonPath<'a>,
    /// Its position in the file.
    pub at: usize,
    /// Whether it has faults of its own alone.
    pub is_faulty: bool,
    pub document: Option<Searched<'a>>,
}

impl<'a> StatementChecker<'a, '_> {
    pub fn reference(&mut self, id: Option<&raw::IdText>, path: &JsonPath) -> Option<usize> {
        let found = self.check.reference::<StatementIx>(&self.names.statements, &id?.0, "statement", path);
        found.map(Key::position)
    }

    pub fn statement(&mut self, raw: &raw::Statement, documents: &[Searched<'a>]) -> Option<Statement> {
        let path = *self.path;
        let document = self.check.reference::<DocumentIx>(
            &self.names.documents,
            &raw.document.0,
            "document",
            &path.key("document"),
        );
        self.document = document.and_then(|ix| documents.get(ix.position())).copied();
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
        let positions =
            self.positions(&raw.positions, &spans, (&speaker, on_behalf_of), &path.key("positions"));
        Some(Statement {
            id: Id::or_empty(&raw.id.0),
            former_ids: former_ids(&raw.former_ids),
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
            wording_checksum: None,
        })
    }

    fn spans(&mut self, raw: &raw::Statement, path: &JsonPath) -> Vec<StatementSpan> {
        if raw.spans.is_empty() {
            self.check.report(path, Problem::NoSpans);
        }
        let kind = raw.kind.0;
        let mut all: Vec<StatementSpan> = Vec::with_capacity(raw.spans.len());
        let mut covered = Covered::default();
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
            if covered.overlaps(span) {
                self.fault(&path.key("exact"), Problem::Overlap);
            }
            covered.add(span);
            all.push(StatementSpan { span, quoted, lang: words.lang.clone() });
        }
        let said = |quoted| raw.spans.iter().any(|words| words.quoted == Some(quoted));
        let all_say = raw.spans.iter().all(|words| words.quoted.is_some());
        if kind == Kind::Mixed && all_say && !(said(true) && said(false)) {
            self.check.report(path, Problem::QuotedMissing);
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
        (speaker, body): (&Speaker, Option<ActorIx>),
        path: &JsonPath,
    ) -> Vec<Position> {
        let mut all: Vec<Position> = Vec::with_capacity(raw.len());
        let own: Covered = own.iter().map(|words| words.span).collect();
        let speakers: BTreeSet<ActorIx> = speaker.actors().iter().copied().collect();
        let mut coded = BTreeSet::new();
        for (at, position) in raw.iter().enumerate() {
            let path = path.at(at);
            let Some(position) = self.position(position, &own, &path) else { continue };
            let (holders, conditions) = (position.holders.clone(), position.conditions.clone());
            if !coded.insert((position.issue, position.coder, holders, conditions)) {
                let written = raw.get(at);
                let problem = Problem::CodedTwice {
                    issue: written.map(|raw| raw.issue.0.clone()).unwrap_or_default(),
                    coder: written.and_then(|raw| raw.coder.as_ref()).map(|coder| coder.0.clone()),
                    has_holder: !position.holders.is_empty(),
                };
                self.check.report(&path.key("issue"), problem);
            }
            let holders = raw.get(at).map(|raw| raw.holder.as_slice()).unwrap_or_default();
            let counted = holders.iter().enumerate().find_map(|(at, id)| {
                let actor = self.names.actors.find(&id.0).map(ActorIx::at)?;
                if speakers.contains(&actor) {
                    return Some((at, Problem::HolderSpeaks(id.0.clone())));
                }
                (body == Some(actor)).then(|| (at, Problem::HolderSpokenFor(id.0.clone())))
            });
            if let Some((at, problem)) = counted {
                self.check.report(&path.key("holder").at(at), problem);
            }
            all.push(position);
        }
        all
    }

    fn position(&mut self, raw: &raw::Position, own: &Covered, path: &JsonPath) -> Option<Position> {
        self.check.max_length(&raw.rationale, &path.key("rationale"), limits::LONG);
        let issue = self.check.reference(&self.names.issues, &raw.issue.0, "issue", &path.key("issue"));
        let coder = raw
            .coder
            .as_ref()
            .and_then(|id| self.check.reference(&self.names.coders, &id.0, "coder", &path.key("coder")));
        let holders = self.actors(raw.holder.as_slice(), &path.key("holder"));
        let mut spans = Vec::with_capacity(raw.spans.len());
        for (at, anchor) in raw.spans.iter().enumerate() {
            let list = path.key("spans");
            let path = list.at(at);
            let Some(span) = self.anchor(anchor, &path) else { continue };
            if !own.is_empty() && !own.contains(span) {
                self.fault(&path.key("exact"), Problem::OutsideStatement);
            }
            spans.push(span);
        }
        let conditions = self.labelled(raw.condition.as_slice(), &path.key("condition"));
        let terms = self.labelled(raw.terms.as_slice(), &path.key("terms"));
        Some(Position {
            issue: issue?,
            stance: raw.stance.0,
            holders,
            spans,
            conditions,
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
        let (mut all, mut known) = (Vec::with_capacity(ids.len()), BTreeSet::new());
        for (at, id) in ids.iter().enumerate() {
            let actor = self.actor(id, &path.at(at));
            all.extend(actor.filter(|actor| known.insert(*actor)));
        }
        all
    }

    fn actor(&mut self, id: &raw::IdText, path: &JsonPath) -> Option<ActorIx> {
        self.check.reference(&self.names.actors, &id.0, "actor", path)
    }

    /// Where words stand; a fault of this statement when they cannot be placed.
    fn anchor<'r>(&mut self, raw: impl Into<TextSelector<'r>>, path: &JsonPath) -> Option<Span> {
        let placed = self.check.place(raw.into(), self.document?);
        placed.map_err(|problem| self.fault(&path.key("exact"), problem)).ok()
    }

    fn fault(&mut self, path: &JsonPath, problem: Problem) {
        self.is_faulty = true;
        self.check.fault(self.at, path, problem);
    }
}
