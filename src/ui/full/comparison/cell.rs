//! One cell of the comparison as a reader sees it: glyph, word, number, what it depends on, and how the words came to
//! count. Every filled cell is a link to the words it rests on.

use super::cell_labels;
use super::cell_notes;
use crate::corpus::{IssueIx, Voice};
use crate::query::{Cell, CellState};
use crate::route::Action;
use crate::ui::class::{class, when};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

/// A cell's inside, as a link where it has something to open, else the plain state.
pub fn cell(context: &Context, issue: IssueIx, cell: &Cell, ringed: bool) -> Html {
    let corpus = context.corpus();
    let sign = cell_labels::state(cell.state, corpus.issues[issue].kind);
    if let CellState::FilteredOut(_) = cell.state {
        return html! { <span class="cell is-filtered">{ sign.word }</span> };
    }
    if !cell.is_filled() {
        return html! { <span class="cell is-empty" title={sign.word.clone()}><span class="unseen-label">{ sign.word }</span>
        </span> };
    }
    let action = opening(context, issue, cell);
    let open = is_open(context, cell.voice, issue);
    let class = class(&["cell", "sign", sign.tone, when(open, "is-open"), when(ringed, "is-ringed")]);
    let all = cell.total(corpus).max(cell.count(corpus));
    let label = tr_format!(
        "{speaker} on {issue}: ",
        speaker = labels::voice(corpus, cell.voice),
        issue = corpus.issues[issue].label
    );
    html! {
        <a {class} href={links::href_after(context, &action)} onclick={links::follow(context, action)}
            aria-current={open.then_some("true")}>
            <span class="unseen-label">{ label }</span>
            <span class="cell-head">
                <span class="glyph" aria-hidden="true">{ sign.glyph }</span>
                <span class="cell-word">{ sign.word }</span>
                <span class="cell-count">{ cell_notes::count(corpus, cell) }<span class="unseen-label">
                    { tr_plural(all, " statement", " statements") }</span></span>
            </span>
            { for cell_notes::notes(corpus, issue, cell).into_iter().map(|n| html! { <span class="cell-note">
                { source_text::isolated(&n) }</span> }) }
        </a>
    }
}

/// What opens the words that a cell rests on.
pub fn opening(context: &Context, issue: IssueIx, cell: &Cell) -> Action {
    let corpus = context.corpus();
    Action::OpenCell(corpus.voice_id(cell.voice).to_owned(), corpus.issues[issue].id.to_string())
}

fn is_open(context: &Context, voice: Voice, issue: IssueIx) -> bool {
    open(context) == Some((voice, issue))
}

/// The cell whose evidence the view shows.
pub fn open(context: &Context) -> Option<(Voice, IssueIx)> {
    let (voice, issue) = context.compare()?.cell.as_ref()?;
    Some((context.corpus().voice_by_id(voice)?, context.corpus().issue_by_id(issue)?))
}
