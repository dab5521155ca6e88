//! The comparison as a reader asks for it: which actors are its rows, under which group, in which
//! order, which issues its columns, and what every cell says. Draws nothing.

use super::cell;
use super::cell::{Cell, Presence};
use super::columns::Columns;
use super::evidence::{Evidence, EvidenceKind, attribution, concerned, evidence_of};
use super::filter;
use super::tokens::StanceToken;
use crate::corpus::{ActorIx, Corpus, DocumentIx, IssueIx, Key, PartialDate, StatementIx, Voice};
use crate::route::{Facet, FacetSelection, Filter, RowGrouping, RowSort};
use std::borrow::Cow;

#[derive(Debug, PartialEq)]
pub struct Comparison {
    pub columns: Vec<Column>,
    /// Groups in alphabetical order; a single one without a head when rows are not grouped.
    pub groups: Vec<RowGroup>,
    /// Whether the filter hides evidence.
    pub narrowed: bool,
}

impl Comparison {
    /// The rows of all groups, in their order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}

#[derive(Debug, PartialEq)]
pub struct Column {
    pub issue: IssueIx,
    pub heard: Heard,
}

/// How many people and bodies are heard on an issue with their own mouths; who is only spoken for is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Heard {
    pub take_a_position: usize,
    /// Others who speak of it.
    pub speak_of_it: usize,
}

#[derive(Debug, PartialEq)]
pub struct RowGroup {
    /// `None` for rows that are not grouped, and for those that belong to no actor.
    pub head: Option<ActorIx>,
    pub rows: Vec<Row>,
}

#[derive(Debug, PartialEq)]
pub struct Row {
    pub voice: Voice,
    /// The date of its latest statement, on which its caption's role is read.
    pub latest: Option<PartialDate>,
    /// One a column.
    pub cells: Vec<Cell>,
}

/// What the comparison counts: the whole corpus, or one document of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Corpus,
    Document(DocumentIx),
}

impl Scope {
    fn statements(self, corpus: &Corpus) -> Cow<'_, [StatementIx]> {
        match self {
            Scope::Corpus => Cow::Owned(corpus.statements.keys().collect()),
            Scope::Document(document) => Cow::Borrowed(corpus.statements_in(document)),
        }
    }
}

pub fn comparison(
    corpus: &Corpus,
    columns: &Columns,
    asked: &Filter,
    scope: Scope,
    by: RowGrouping,
    sort: RowSort,
) -> Comparison {
    let shown = Shown::under(corpus, columns, asked);
    let statements = scope.statements(corpus);
    let narrowed = shown.hides_something() || asked.coder.is_some();
    let issues = issues(corpus, asked, scope, &statements);
    let presences = presences(corpus, &statements);
    let actors = corpus.actors.keys().filter(|actor| is_row(corpus, columns, asked, *actor, &presences));
    let others =
        [Voice::Text, Voice::Unnamed].into_iter().filter(|voice| is_asked_for(corpus, asked, *voice));
    let voices: Vec<Voice> = actors.map(Voice::Actor).chain(others).collect();
    let mut found = gather(corpus, columns, &voices, &issues, &statements);

    let mut rows: Vec<Row> = Vec::with_capacity(voices.len());
    for (r, voice) in voices.into_iter().enumerate() {
        let mut cells: Vec<Cell> = Vec::with_capacity(issues.len());
        for c in 0..issues.len() {
            let all = found.get_mut(r * issues.len() + c).map(std::mem::take).unwrap_or_default();
            let presence = presence(&presences, voice);
            cells.push(cell::cell(corpus, voice, presence, all, |e| shown.has(corpus, asked, e)));
        }
        // The text and whoever is not named have a row only when there is something in it.
        if voice.actor().is_some() || cells.iter().any(Cell::is_filled) {
            rows.push(Row { voice, latest: voice.actor().and_then(|actor| columns.latest(actor)), cells });
        }
    }
    let heads = issues.iter().enumerate().map(|(c, issue)| Column {
        issue: *issue,
        heard: heard(corpus, rows.iter().filter_map(|row| row.cells.get(c))),
    });
    let heads = heads.collect();
    order(corpus, &mut rows, sort);
    Comparison { columns: heads, groups: grouped(corpus, columns, rows, by), narrowed }
}

/// Who is heard in the cells of one issue.
fn heard<'a>(corpus: &Corpus, cells: impl Iterator<Item = &'a Cell>) -> Heard {
    let mut heard = Heard::default();
    for cell in cells.filter(|cell| cell.voice.actor().is_some()) {
        match cell.speaks(corpus) {
            Some(EvidenceKind::WithStance) => heard.take_a_position += 1,
            Some(_) => heard.speak_of_it += 1,
            None => {}
        }
    }
    heard
}

/// The cell of one voice and one issue, under the same filter and scope as the table.
pub fn one_cell(
    corpus: &Corpus,
    columns: &Columns,
    asked: &Filter,
    scope: Scope,
    (voice, issue): (Voice, IssueIx),
) -> Cell {
    let shown = Shown::under(corpus, columns, asked);
    let presences = presences(corpus, &scope.statements(corpus));
    let in_scope = |e: &Evidence| match scope {
        Scope::Corpus => true,
        Scope::Document(document) => corpus.statements[e.statement].document == document,
    };
    let all = evidence_of(corpus, voice, issue).filter(in_scope).collect();
    cell::cell(corpus, voice, presence(&presences, voice), all, |e| shown.has(corpus, asked, e))
}

/// The statements that a filter leaves as evidence.
struct Shown(Option<Vec<bool>>);

impl Shown {
    /// A filter that asks for nothing leaves all, and is not looked at.
    fn under(corpus: &Corpus, columns: &Columns, asked: &Filter) -> Shown {
        Shown((*asked != Filter::default()).then(|| filter::evidence(corpus, columns, asked)))
    }

    fn hides_something(&self) -> bool {
        self.0.as_ref().is_some_and(|shown| shown.contains(&false))
    }

    /// Whether a filter leaves a piece of evidence: its statement, and the coder who found it.
    fn has(&self, corpus: &Corpus, asked: &Filter, evidence: Evidence) -> bool {
        let by_coder = |id: &String| {
            let coder = evidence.position(corpus).and_then(|p| p.coder);
            coder.is_some() && coder == corpus.coder_by_id(id)
        };
        let is_shown = |shown: &Vec<bool>| shown.get(evidence.statement.position()).copied().unwrap_or(false);
        self.0.as_ref().is_none_or(is_shown) && asked.coder.as_ref().is_none_or(by_coder)
    }
}

/// The columns: the issues that are chosen; of one document those that it speaks of.
fn issues(corpus: &Corpus, asked: &Filter, scope: Scope, statements: &[StatementIx]) -> Vec<IssueIx> {
    let choice = asked.choice(Facet::Issue);
    let mut is_spoken_of = vec![scope == Scope::Corpus; corpus.issues.len()];
    for position in statements.iter().flat_map(|ix| &corpus.statements[*ix].positions) {
        if let Some(slot) = is_spoken_of.get_mut(position.issue.position()) {
            *slot = true;
        }
    }
    let is_column = |ix: &IssueIx| {
        let id = corpus.issues[*ix].id.as_str();
        chosen(choice, &[id])
            && (choice.includes(id) || is_spoken_of.get(ix.position()).copied().unwrap_or(false))
    };
    corpus.issues.keys().filter(is_column).collect()
}

/// The stances that the filter asks for; cells that have one are ringed.
pub fn highlighted_stances(asked: &Filter) -> Vec<StanceToken> {
    let choice = asked.choice(Facet::Stance);
    StanceToken::ALL.into_iter().filter(|t| choice.included().any(|v| v == t.as_str())).collect()
}

/// Where an actor's row stands: its group on the day of its latest statement.
pub fn head_of(corpus: &Corpus, columns: &Columns, actor: ActorIx) -> ActorIx {
    match columns
        .latest(actor)
        .or_else(|| corpus.documents.iter().map(|(_, d)| d.date).max_by_key(|d| d.last_day()))
    {
        Some(date) => corpus.row_group(actor, date),
        None => corpus.ancestors(actor).last().unwrap_or(actor),
    }
}

fn chosen(choice: &FacetSelection, values: &[&str]) -> bool {
    let mut included = choice.included().peekable();
    let asked = included.peek().is_none() || included.any(|v| values.contains(&v));
    asked && !choice.excluded().any(|v| values.contains(&v))
}

/// Whether an actor has a row: those who speak or of whom a position is reported, or whoever is
/// asked for by name; people and groups choose together.
fn is_row(
    corpus: &Corpus,
    columns: &Columns,
    asked: &Filter,
    actor: ActorIx,
    presences: &[Presence],
) -> bool {
    let (who, group) = (asked.choice(Facet::Speaker), asked.choice(Facet::Group));
    let id = corpus.actors[actor].id.as_str();
    let present = presences.get(actor.position()).copied().unwrap_or(Presence::Absent);
    let speaks = present == Presence::Speaks || columns.is_spoken_of(actor);
    let mut groups: Vec<&str> = Vec::new();
    if group.included().next().is_some() || group.excluded().next().is_some() {
        let date = columns.latest(actor);
        let all = match date.or_else(|| corpus.documents.iter().map(|(_, d)| d.date).next()) {
            Some(date) => corpus.groups_on(actor, date),
            None => corpus.ancestors(actor).collect(),
        };
        groups = all.into_iter().map(|g| corpus.actors[g].id.as_str()).collect();
    }
    let asks = who.included().next().is_some() || group.included().next().is_some();
    let named = who.included().any(|v| v == id);
    let grouped = group.included().any(|v| groups.contains(&v));
    let left_out = who.excluded().any(|v| v == id) || group.excluded().any(|v| groups.contains(&v));
    let wanted = if asks { named || grouped && speaks } else { speaks };
    wanted && !left_out
}

/// Whether a filter leaves the row of a voice that is no actor.
fn is_asked_for(corpus: &Corpus, asked: &Filter, voice: Voice) -> bool {
    let group = asked.choice(Facet::Group);
    chosen(asked.choice(Facet::Speaker), &[corpus.voice_id(voice)]) && group.included().next().is_none()
}

fn presence(presences: &[Presence], voice: Voice) -> Presence {
    let known = voice.actor().map(|actor| presences.get(actor.position()).copied());
    known.map_or(Presence::Speaks, |known| known.unwrap_or(Presence::Absent))
}

/// What every actor does in scope.
fn presences(corpus: &Corpus, statements: &[StatementIx]) -> Vec<Presence> {
    let mut presences = vec![Presence::Absent; corpus.actors.len()];
    let mut note = |actor: ActorIx, presence: Presence| {
        if let Some(slot) = presences.get_mut(actor.position()) {
            *slot = presence.max(*slot);
        }
    };
    for statement in statements.iter().map(|ix| &corpus.statements[*ix]) {
        statement
            .speaker
            .actors()
            .iter()
            .chain(&statement.on_behalf_of)
            .for_each(|a| note(*a, Presence::Speaks));
        let relays = statement.via.iter().flat_map(|relay| relay.by.actors());
        let holders = statement.positions.iter().flat_map(|position| &position.holders);
        relays.chain(&statement.addressees).chain(holders).for_each(|a| note(*a, Presence::Mentioned));
    }
    presences
}

/// All evidence, row by row and column by column, in one walk over the statements.
fn gather(
    corpus: &Corpus,
    columns: &Columns,
    voices: &[Voice],
    issues: &[IssueIx],
    statements: &[StatementIx],
) -> Vec<Vec<Evidence>> {
    let place = |length: usize, keys: &mut dyn Iterator<Item = usize>| {
        let mut places = vec![None; length];
        for (i, key) in keys.enumerate() {
            if let Some(slot) = places.get_mut(key) {
                *slot = Some(i);
            }
        }
        places
    };
    let code = |voice: Voice| columns.voice(voice) as usize;
    let row_of = place(corpus.actors.len() + 2, &mut voices.iter().map(|voice| code(*voice)));
    let column_of = place(corpus.issues.len(), &mut issues.iter().map(|i| i.position()));
    let mut found: Vec<Vec<Evidence>> = vec![Vec::new(); voices.len() * issues.len()];
    for &ix in statements {
        let statement = &corpus.statements[ix];
        for (at, position) in statement.positions.iter().enumerate() {
            let Some(column) = column_of.get(position.issue.position()).copied().flatten() else { continue };
            for voice in concerned(statement, position) {
                let Some(row) = row_of.get(code(voice)).copied().flatten() else { continue };
                let attribution = attribution(statement, position, voice);
                if let (Some(attribution), Some(slot)) =
                    (attribution, found.get_mut(row * issues.len() + column))
                {
                    slot.push(Evidence { statement: ix, position: at, attribution });
                }
            }
        }
    }
    found
}

fn order(corpus: &Corpus, rows: &mut [Row], sort: RowSort) {
    // Whoever is no actor has no name in the corpus, and stands last.
    let name = |row: &Row| match row.voice {
        Voice::Actor(actor) => (0, super::fold::fold(&corpus.actors[actor].name)),
        Voice::Text => (1, String::new()),
        Voice::Unnamed => (2, String::new()),
    };
    match sort {
        RowSort::Name => rows.sort_by_cached_key(name),
        RowSort::Statements => rows.sort_by_cached_key(|row| {
            let own = row.cells.iter().flat_map(|cell| cell.own(corpus));
            let mut all: Vec<StatementIx> = own.map(|e| corpus.original(e.statement)).collect();
            all.sort();
            all.dedup();
            (std::cmp::Reverse(all.len()), name(row))
        }),
        RowSort::Listed => rows.sort_by_key(|row| row.voice),
    }
}

fn grouped(corpus: &Corpus, columns: &Columns, rows: Vec<Row>, by: RowGrouping) -> Vec<RowGroup> {
    if by == RowGrouping::Flat {
        return vec![RowGroup { head: None, rows }];
    }
    let mut groups: Vec<RowGroup> = Vec::new();
    for row in rows {
        let head = row.voice.actor().map(|actor| head_of(corpus, columns, actor));
        match groups.iter_mut().find(|group| group.head == head) {
            Some(group) => group.rows.push(row),
            None => groups.push(RowGroup { head, rows: vec![row] }),
        }
    }
    groups.sort_by_cached_key(|group| {
        let name = group.head.map(|head| super::fold::fold(&corpus.actors[head].name));
        (name.is_none(), name)
    });
    groups
}
