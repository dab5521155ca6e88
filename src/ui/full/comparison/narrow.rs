//! The comparison on a small screen: one issue with all its speakers, or one speaker with all issues.
//! The reader chooses from a list, steps with buttons, or swipes; all three are the same action.

use super::cell::cell;
use super::table::{caption, heard};
use crate::corpus::{IssueIx, Voice};
use crate::query::{Cell, CellState, Comparison, Row, highlighted_stances};
use crate::route::{Action, Compare, Focus};
use crate::ui::context::Context;
use crate::ui::full::swipe::{self, Swipe};
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

pub fn narrow(context: &Context, asked: &Compare, found: &Comparison) -> Html {
    let corpus = context.corpus();
    let voices: Vec<Voice> = found.groups.iter().flat_map(|g| g.rows.iter().map(|r| r.voice)).collect();
    let issues: Vec<IssueIx> = found.columns.iter().map(|c| c.issue).collect();
    let issue_id = |ix: IssueIx| corpus.issues[ix].id.to_string();
    let voice_id = |voice: Voice| corpus.voice_id(voice).to_owned();
    let by_speaker = matches!(asked.focus, Focus::Row(_));

    // All places that a swipe or the list can lead to, and where we are among them.
    let (at, places): (usize, Vec<(String, String)>) = if by_speaker {
        let places = voices.iter().map(|v| (voice_id(*v), labels::voice(corpus, *v))).collect();
        let focus = match &asked.focus {
            Focus::Row(id) => corpus.voice_by_id(id),
            _ => None,
        };
        (voices.iter().position(|v| Some(*v) == focus).unwrap_or(0), places)
    } else {
        let places = issues.iter().map(|i| (issue_id(*i), corpus.issues[*i].label.clone())).collect();
        let focus = match &asked.focus {
            Focus::Column(id) => corpus.issue_by_id(id),
            _ => None,
        };
        (issues.iter().position(|i| Some(*i) == focus).unwrap_or(0), places)
    };
    let go = move |id: String| if by_speaker { Action::Row(id) } else { Action::Column(id) };
    let step = |back: bool| {
        let to = if back { at.checked_sub(1) } else { Some(at + 1) };
        to.and_then(|to| places.get(to)).map(|(id, _)| go(id.clone()))
    };
    let onchange = {
        let context = context.clone();
        links::on_choice(move |id| context.navigate(go(id)))
    };
    let ontouchstart = swipe::begin(context);
    let (at_end, before, after) = (context.clone(), step(true), step(false));
    let ontouchend = swipe::end(context, move |swipe| {
        let action = match swipe {
            Swipe::Right => &before,
            Swipe::Left => &after,
            Swipe::Up | Swipe::Down => return,
        };
        action.iter().for_each(|action| at_end.navigate(action.clone()));
    });
    let options = places.iter().enumerate().map(
        |(i, (id, label))| html! { <option value={id.clone()} selected={i == at}>{ label.clone() }</option> },
    );
    let switch = |label: &'static str, to: Option<Action>, here: bool| match to {
        Some(action) => {
            html! { <a href={links::href_after(context, &action)} aria-current={here.then_some("true")}
            onclick={links::follow(context, action)}>{ label }</a> }
        }
        None => html! {},
    };
    html! {
        <section class="narrow" aria-label="One at a time" {ontouchstart} {ontouchend}>
            <p class="compare-choice" role="group" aria-label="One at a time">
                { switch(tr("By issue"), issues.first().map(|i| Action::Column(issue_id(*i))), !by_speaker) }{ " " }
                { switch(tr("By speaker"), voices.first().map(|v| Action::Row(voice_id(*v))), by_speaker) }
            </p>
            <div class="narrow-choice">
                { stepper(context, "‹", tr("Previous"), step(true)) }
                <select aria-label={if by_speaker { tr("Speaker") } else { tr("Issue") }} {onchange}>{ for options }
                    </select>
                { stepper(context, "›", tr("Next"), step(false)) }
            </div>
            { if by_speaker { speaker(context, found, at) } else { issue(context, found, at) } }
        </section>
    }
}

fn stepper(context: &Context, glyph: &'static str, label: &'static str, action: Option<Action>) -> Html {
    let disabled = action.is_none();
    let context = context.clone();
    let onclick =
        Callback::from(move |_: MouseEvent| action.iter().for_each(|a| context.navigate(a.clone())));
    html! { <button type="button" class="step" aria-label={label} {disabled} {onclick}>{ glyph }</button> }
}

fn issue(context: &Context, found: &Comparison, at: usize) -> Html {
    let corpus = context.corpus();
    let Some(column) = found.columns.get(at) else { return html! {} };
    let rung = highlighted_stances(&context.route().filter);
    let interpolate = |row: &&Row| row.cells.get(at).is_some_and(says);
    let silent: Vec<&Row> = found.rows().filter(|r| !interpolate(r)).collect();
    html! { <>
        <p class="proposition">{ "In question: " }{ source_text::isolated(&corpus.issues[column.issue].proposition) }</p>
        <p class="voices">{ heard(column.heard) }</p>
        { for found.groups.iter().filter(|g| g.rows.iter().any(|r| interpolate(&r))).map(|group| html! { <>
            if let Some(head) = group.head.filter(|_| group.rows.len() > 1) {
                <h3 class="narrow-group">{ source_text::name(&corpus.actors[head].name) }
                </h3> }
            <ul class="narrow-cells">{ for group.rows.iter().filter(interpolate).map(|row| html! {
                <li><div class="narrow-name">{ source_text::name(&labels::voice(corpus, row.voice)) }
                    { caption(corpus, row) }</div>
                    { for row.cells.get(at).map(|c| {
                        cell(context, column.issue, c, c.has_stance(corpus, &rung))
                    }) }</li>
            }) }</ul>
        </> }) }
        { silence(tr("Not heard on this here"), silent.into_iter().map(|row| labels::voice(corpus, row.voice))) }
    </> }
}

fn speaker(context: &Context, found: &Comparison, at: usize) -> Html {
    let corpus = context.corpus();
    let Some(row) = found.rows().nth(at) else { return html! {} };
    let rung = highlighted_stances(&context.route().filter);
    let pairs = || found.columns.iter().zip(&row.cells);
    let unsaid = pairs().filter(|(_, c)| !says(c));
    let unsaid = unsaid.map(|(column, _)| corpus.issues[column.issue].label.clone());
    html! { <>
        { caption(corpus, row) }
        <ul class="narrow-cells">{ for pairs().filter(|(_, c)| says(c)).map(|(column, c)| html! {
            <li><div class="narrow-name">{ source_text::isolated(&corpus.issues[column.issue].label) }<span
                class="proposition">{ "In question: " }{ source_text::isolated(&corpus.issues[column.issue].proposition) }</span></div>
                { cell(context, column.issue, c, c.has_stance(corpus, &rung)) }</li>
        }) }</ul>
        { silence(tr("Not heard here on"), unsaid) }
    </> }
}

fn says(cell: &Cell) -> bool {
    cell.is_filled() || matches!(cell.state, CellState::FilteredOut(_))
}

fn silence(label: &'static str, names: impl Iterator<Item = String>) -> Html {
    let names: Vec<String> = names.collect();
    if names.is_empty() {
        return html! {};
    }
    html! { <p class="key">{ label }{ tr(": ") }{ source_text::text(&names.join(tr(", "))) }{ "." }</p> }
}
