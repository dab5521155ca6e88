//! The comparison as a reader asks for it: which actors are its rows, under which group, in which
//! order, which issues its columns, and what every cell says. Draws nothing.

use super::columns::{Columns, StanceToken};
use super::filter;
use super::stance;
use super::stance::{Cell, Evidence, Presence};
use crate::corpus::{ActorIx, Corpus, DocumentIx, IssueIx, Key, PartialDate, StatementIx};
use crate::route::{Facet, FacetSelection, Filter, RowGrouping, RowSort};

#[derive(Debug, PartialEq)]
pub struct Comparison {
    pub columns: Vec<Column>,
    /// Groups in alphabetical order; a single one without a head when rows are not grouped.
    pub groups: Vec<RowGroup>,
    /// Whether the filter hides evidence.
    pub narrowed: bool,
}

#[derive(Debug, PartialEq)]
pub struct Column {
    pub issue: IssueIx,
    /// How many actors have an own position on it here.
    pub voices: usize,
}

#[derive(Debug, PartialEq)]
pub struct RowGroup {
    pub head: Option<ActorIx>,
    pub rows: Vec<Row>,
}

#[derive(Debug, PartialEq)]
pub struct Row {
    pub actor: ActorIx,
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

pub fn comparison(
    corpus: &Corpus,
    columns: &Columns,
    asked: &Filter,
    scope: Scope,
    by: RowGrouping,
    sort: RowSort,
) -> Comparison {
    let shown = filter::evidence(corpus, columns, asked);
    let in_scope = |s: StatementIx| match scope {
        Scope::Corpus => true,
        Scope::Document(document) => corpus.statements[s].document == document,
    };
    let narrowed = shown.contains(&false) || asked.coder.is_some();
    let issues: Vec<IssueIx> = corpus
        .issues
        .iter()
        .filter(|(_, issue)| chosen(asked.choice(Facet::Issue), &[issue.id.as_str()]))
        .map(|(ix, _)| ix)
        .collect();
    let presences = presences(corpus, in_scope);
    let actors: Vec<ActorIx> =
        corpus.actors.keys().filter(|actor| is_row(corpus, columns, asked, *actor, &presences)).collect();
    let mut found = gather(corpus, &actors, &issues, in_scope);

    let mut rows: Vec<Row> = actors
        .iter()
        .enumerate()
        .map(|(r, actor)| {
            let presence = presences.get(actor.position()).copied().unwrap_or(Presence::Absent);
            let cells = (0..issues.len()).map(|c| {
                let all = found.get_mut(r * issues.len() + c).map(std::mem::take).unwrap_or_default();
                stance::cell(corpus, presence, all, |e| is_shown(corpus, &shown, asked, e))
            });
            Row { actor: *actor, cells: cells.collect(), latest: columns.latest(*actor) }
        })
        .collect();
    let heads = issues.iter().enumerate().map(|(c, issue)| Column {
        issue: *issue,
        voices: rows
            .iter()
            .filter_map(|row| row.cells.get(c))
            .filter(|cell| cell.own().next().is_some())
            .count(),
    });
    let heads = heads.collect();
    order(corpus, &mut rows, sort);
    Comparison { columns: heads, groups: grouped(corpus, columns, rows, by), narrowed }
}

/// The cell of one actor and one issue, under the same filter and scope as the table.
pub fn one_cell(
    corpus: &Corpus,
    columns: &Columns,
    asked: &Filter,
    scope: Scope,
    (actor, issue): (ActorIx, IssueIx),
) -> Cell {
    let shown = filter::evidence(corpus, columns, asked);
    let in_scope = |s: StatementIx| match scope {
        Scope::Corpus => true,
        Scope::Document(document) => corpus.statements[s].document == document,
    };
    let presences = presences(corpus, in_scope);
    let presence = presences.get(actor.position()).copied().unwrap_or(Presence::Absent);
    let all = stance::evidence_of(corpus, actor, issue).filter(|e| in_scope(e.statement)).collect();
    stance::cell(corpus, presence, all, |e| is_shown(corpus, &shown, asked, e))
}

/// Whether a filter leaves a piece of evidence: its statement, and the coder who found it.
fn is_shown(corpus: &Corpus, shown: &[bool], asked: &Filter, evidence: Evidence) -> bool {
    let by_coder = |id: &String| {
        let coder = evidence.position(corpus).and_then(|p| p.coder);
        coder.is_some() && coder == corpus.coder_by_id(id)
    };
    shown.get(evidence.statement.position()).copied().unwrap_or(false)
        && asked.coder.as_ref().is_none_or(by_coder)
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

/// What every actor does in scope.
fn presences(corpus: &Corpus, in_scope: impl Fn(StatementIx) -> bool) -> Vec<Presence> {
    let mut presences = vec![Presence::Absent; corpus.actors.len()];
    let mut note = |actor: ActorIx, presence: Presence| {
        if let Some(slot) = presences.get_mut(actor.position()) {
            *slot = presence.max(*slot);
        }
    };
    for (_, statement) in corpus.statements.iter().filter(|(ix, _)| in_scope(*ix)) {
        statement
            .speaker
            .actors()
            .iter()
            .chain(&statement.on_behalf_of)
            .for_each(|a| note(*a, Presence::Speaks));
        let relays = statement.via.iter().flat_map(|relay| relay.by.actors());
        relays.chain(&statement.addressees).for_each(|a| note(*a, Presence::Mentioned));
    }
    presences
}

/// All evidence, row by row and column by column, in one walk over the statements.
fn gather(
    corpus: &Corpus,
    actors: &[ActorIx],
    issues: &[IssueIx],
    in_scope: impl Fn(StatementIx) -> bool,
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
    let row_of = place(corpus.actors.len(), &mut actors.iter().map(|a| a.position()));
    let column_of = place(corpus.issues.len(), &mut issues.iter().map(|i| i.position()));
    let mut found: Vec<Vec<Evidence>> = vec![Vec::new(); actors.len() * issues.len()];
    for (ix, statement) in corpus.statements.iter().filter(|(ix, _)| in_scope(*ix)) {
        for (at, position) in statement.positions.iter().enumerate() {
            let Some(column) = column_of.get(position.issue.position()).copied().flatten() else { continue };
            let own = statement.speaker.actors().iter().chain(&statement.on_behalf_of);
            let mut concerned: Vec<ActorIx> =
                if position.is_own() { own.copied().collect() } else { position.holder.clone() };
            concerned.sort();
            concerned.dedup();
            for actor in concerned {
                let Some(row) = row_of.get(actor.position()).copied().flatten() else { continue };
                let whose = stance::whose(statement, position, actor);
                if let (Some(whose), Some(slot)) = (whose, found.get_mut(row * issues.len() + column)) {
                    slot.push(Evidence { statement: ix, position: at, whose });
                }
            }
        }
    }
    found
}

fn order(corpus: &Corpus, rows: &mut [Row], sort: RowSort) {
    let name = |row: &Row| super::search::fold(&corpus.actors[row.actor].name);
    match sort {
        RowSort::Name => rows.sort_by_cached_key(name),
        RowSort::Statements => rows.sort_by_cached_key(|row| {
            let mut all: Vec<StatementIx> =
                row.cells.iter().flat_map(|cell| cell.own().map(|e| e.statement)).collect();
            all.sort();
            all.dedup();
            (std::cmp::Reverse(all.len()), name(row))
        }),
        RowSort::Listed => rows.sort_by_key(|row| row.actor),
    }
}

fn grouped(corpus: &Corpus, columns: &Columns, rows: Vec<Row>, by: RowGrouping) -> Vec<RowGroup> {
    if by == RowGrouping::Flat {
        return vec![RowGroup { head: None, rows }];
    }
    let mut groups: Vec<RowGroup> = Vec::new();
    for row in rows {
        let head = Some(head_of(corpus, columns, row.actor));
        match groups.iter_mut().find(|group| group.head == head) {
            Some(group) => group.rows.push(row),
            None => groups.push(RowGroup { head, rows: vec![row] }),
        }
    }
    groups.sort_by_cached_key(|group| group.head.map(|head| super::search::fold(&corpus.actors[head].name)));
    groups
}
