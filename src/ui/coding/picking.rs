//! Several statements at once: those that are picked are changed together, or split off an actor or an issue.

use super::action::{Do, Field, Pick, Split};
use super::combobox::combobox;
use super::fields::{choice_for_all, line, lines};
use super::view::View;
use super::work::{Splitting, Work, beginning};
use crate::corpus::raw::{self, DateText, IdText, Token};
use crate::corpus::{Act, Confidence, Kind};
use crate::draft::{List, RowId, StatementField};
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_format, tr_plural};
use crate::ui::labels;
use yew::prelude::*;

/// A box that picks a statement; `called` is what a screen reader says it is for.
pub fn tick(view: &View, work: &Work, id: &IdText, called: &str) -> Html {
    let own = id.clone();
    let onchange = view.on_change(move |value| Some(Do::Pick(Pick::Statement(own.clone(), value == "true"))));
    html! {
        <input type="checkbox" class="tick" checked={work.is_picked(&id.0)} {onchange}
            aria-label={tr_format!("Pick: {words}", words = called)} />
    }
}

/// What the statements that are picked become.
pub fn changes(view: &View, work: &Work) -> Html {
    let Some(picked) = work.picked.as_ref().filter(|picked| picked.splitting.is_none()) else {
        return html! {};
    };
    let count = picked.statements.len();
    let set = |to: StatementField| Do::Pick(Pick::Set(to));
    html! {
        <section class="statement-panel" aria-label="Change several">
            <p role="status"><b>{ tr_plural(count, "{n} statement picked", "{n} statements picked") }</b></p>
            { picks(view, work) }
            <details class="more"><summary>{ "What they become" }</summary>
                { choice_for_all(view, "picked-kind", tr("Kind"), labels::kind,
                    move |kind: Token<Kind>| set(StatementField::Kind(kind))) }
                { combobox(view, work, Field::PickedSpeaker, tr("Who speaks: type a name")) }
                { combobox(view, work, Field::PickedBehalf, tr("The body that is spoken for")) }
                { choice_for_all(view, "picked-act", tr("What the words do"), labels::act_choice,
                    move |act: Token<Act>| set(StatementField::Act(Some(act)))) }
                { line(view, "picked-date", tr("When it was said: YYYY-MM-DD, YYYY-MM or YYYY"), "", move |date| {
                    let date = date.trim().to_owned();
                    (!date.is_empty()).then(|| set(StatementField::Date(Some(DateText(date)))))
                }) }
                { choice_for_all(view, "picked-confidence", tr("Certainty of kind and speaker"), labels::confidence,
                    move |value: Token<Confidence>| set(StatementField::Confidence(Some(value)))) }
                <p><button type="button" class="tool" onclick={view.on_do(Do::Pick(Pick::Remove))}>
                    { tr_plural(count, "Remove {n} statement", "Remove {n} statements") }</button></p>
            </details>
        </section>
    }
}

/// Picks many at once.
fn picks(view: &View, work: &Work) -> Html {
    let button = |wanted: Pick, label: &'static str| {
        html! { <button type="button" class="option" onclick={view.on_do(Do::Pick(wanted))}>{ label }</button> }
    };
    let has_several = work.file().documents.len() > 1 && work.splitting().is_none();
    html! {
        <p class="options">
            if work.splitting().is_some() {
                { button(Pick::All, tr("Pick all")) }
            } else {
                { button(Pick::Text, tr("All of this text")) }
                if has_several { { button(Pick::All, tr("All of all texts")) } }
            }
            { button(Pick::Nothing, tr("None")) }</p>
    }
}

/// A way to make two rows of one; where it was taken, the statements that name the row, and what the new one is called.
pub fn split(view: &View, work: &Work, row: &RowId) -> Html {
    let own = work.splitting().filter(|splitting| splitting.row == *row);
    let Some(splitting) = own else {
        return html! {
            <p><button type="button" class="tool" onclick={view.on_do(Do::Split(Split::Begin(row.clone())))}>
                { "Two in one: split it" }</button></p>
        };
    };
    let named = work.draft().statements_naming(row);
    html! {
        <div class="pending" role="group" aria-label="Split">
            { called(view, splitting) }
            <p>{ "Which statements go over to the new one?" }</p>
            { picks(view, work) }
            <ul class="coded-rows">{ for named.map(|statement| named_row(view, work, statement)) }</ul>
            <p class="options">
                <button type="button" class="option" onclick={view.on_do(Do::Split(Split::Finish))}>{ "Split" }</button>
                <button type="button" class="option" onclick={view.on_do(Do::Split(Split::End))}>{ "Leave it as it is" }</button></p>
        </div>
    }
}

fn called(view: &View, splitting: &Splitting) -> Html {
    let id = ["field-split-", &splitting.row.id.0].concat();
    let name = |words: String| Some(Do::Split(Split::Name(words)));
    match splitting.row.list {
        List::Issues => html! {
            <>
                { line(view, &id, tr("Short name of the new issue"), &splitting.name, name) }
                { lines(view, &[&id, "-proposition"].concat(), tr("The proposition, one whole sentence"), &splitting.proposition,
                    |words| Some(Do::Split(Split::Propose(words)))) }
            </>
        },
        _ => line(view, &id, tr("Name of the new actor"), &splitting.name, name),
    }
}

fn named_row(view: &View, work: &Work, statement: &raw::Statement) -> Html {
    let words = statement.spans.first().map(|words| beginning(&words.exact)).unwrap_or_default();
    let called = [&statement.id.0, ": ", &words].concat();
    html! {
        <li key={statement.id.0.clone()}><label class="picked-row">{ tick(view, work, &statement.id, &called) }
            <span>{ called.clone() }</span></label></li>
    }
}
