//! The line over the text: how many statements match, what is applied, and the way from one to the
//! next. When nothing is left it says which filter emptied the view.

use super::class::{class, when};
use super::context::{Command, Context, Dialog};
use super::filters;
use super::html::html;
use super::i18n::{number, tr, tr_format, tr_plural};
use super::labels;
use super::links;
use super::source_text;
use crate::corpus::StatementIx;
use crate::query::count;
use crate::route::{Action, ActiveFilter, Screen};
use yew::prelude::*;

pub fn status(context: &Context) -> Html {
    let (matching, total) = (context.answer().matching.len(), context.columns().len());
    let chips: Vec<ActiveFilter> = context.route().filter.choices().collect();
    html! {
        <div class="status">
            <p class="status-count" role="status">{ counted(context, matching, total) }{ outside(context) }
                { hits(context) }</p>
            <button type="button" class="filters-button" aria-haspopup="dialog"
                onclick={links::on_click(context, Command::OpenDialog(Some(Dialog::Filters)))}>
                { "Filters" }</button>
            { elsewhere(context) }
            if !chips.is_empty() {
                <ul class="chips" aria-label="Applied filters">
                    { for chips.iter().map(|applied| chip(context, applied)) }
                    <li><a class="clear" href={links::href_after(context, &Action::ClearAll)}
                        onclick={links::follow(context, Action::ClearAll)}>{ "Clear" }</a></li>
                </ul>
            }
            if reads(context) { { stepper(context) } }
        </div>
    }
}

fn reads(context: &Context) -> bool {
    matches!(context.route().screen, Screen::Read { .. })
}

fn counted(context: &Context, matching: usize, total: usize) -> Html {
    if context.route().filter.choices().next().is_some() {
        return html! { <><b>{ matching }</b>{ tr_plural(total, " of {n} statement", " of {n} statements") }</> };
    }
    let speakers = context.known.speakers;
    let said = tr_plural(total, " statement", " statements");
    // Not "by": the text and those whom it leaves unnamed speak, too.
    let by = match speakers {
        0 => String::new(),
        _ => tr_plural(speakers, ", {n} named speaker", ", {n} named speakers"),
    };
    html! { <><b>{ total }</b>{ said + by.as_str() }</> }
}

/// The way from words that are looked for in one document to those in all.
fn elsewhere(context: &Context) -> Html {
    let looks = !context.route().filter.q.trim().is_empty() && context.corpus().documents.len() > 1;
    if !looks || !reads(context) {
        return html! {};
    }
    let action = Action::Documents;
    html! { <a href={links::href_after(context, &action)} onclick={links::follow(context, action)}>
    { "Search all documents" }</a> }
}

/// Words that a search finds outside all statements are marked in the text and counted apart.
fn outside(context: &Context) -> Option<String> {
    let outside = context.derived.found.outside;
    let found =
        |n| tr_plural(n, " · found {n} time outside statements", " · found {n} times outside statements");
    (outside > 0 && reads(context)).then(|| found(outside))
}

/// How many places a search found, or which of them is shown; a press leads to the next.
fn hits(context: &Context) -> Html {
    let place = match (context.hit, context.derived.found.places) {
        (Some((at, all)), _) => tr_format!("place {at} of {all}", at = number(at), all = number(all)),
        (None, all) if all == 0 || !reads(context) => return html! {},
        (None, all) => tr_plural(all, "{n} place", "{n} places"),
    };
    let next = links::on_click(context, Command::ShowHit { back: false });
    html! { <>{ " · " }<button type="button" class="as-link" title="Show the next place" onclick={next}>{ place }</button></> }
}

/// One applied choice; a press takes it back.
fn chip(context: &Context, applied: &ActiveFilter) -> Html {
    let action = Action::ClearOne(applied.clone());
    let (label, known) = label(context, applied);
    let excluded = matches!(applied, ActiveFilter::Value { excluded: true, .. });
    let class = class(&["chip", when(excluded, "is-not"), when(!known, "is-unknown")]);
    let remove = if known {
        tr_format!("Remove filter: {filter}", filter = label)
    } else {
        tr_format!("Remove filter: {filter} (not in this corpus)", filter = label)
    };
    html! {
        <li>
            <a {class} href={links::href_after(context, &action)} onclick={links::follow(context, action)}
                aria-label={remove}>
                <span class="chip-label">{ source_text::text(&label) }</span><span aria-hidden="true">{ " ×" }</span>
            </a>
        </li>
    }
}

/// What a choice is called, and whether this corpus has such a thing.
pub fn label(context: &Context, applied: &ActiveFilter) -> (String, bool) {
    let (facet, value, excluded) = match applied {
        ActiveFilter::Value { facet, value, excluded } => (*facet, value.as_str(), *excluded),
        ActiveFilter::Coder(id) => {
            let coder =
                context.corpus().coder_by_id(id).map(|coder| context.corpus().coders[coder].name.clone());
            let is_known = coder.is_some();
            return (tr_format!("coded by {name}", name = coder.unwrap_or_else(|| id.clone())), is_known);
        }
        ActiveFilter::From(date) => return (tr_format!("from {day}", day = labels::date(*date)), true),
        ActiveFilter::To(date) => return (tr_format!("to {day}", day = labels::date(*date)), true),
        ActiveFilter::Words(words) => return (tr_format!("search: {words}", words = words), true),
    };
    let known = context.columns().code_of(context.corpus(), facet, value).is_some();
    let name = filters::chip(context, facet, value).unwrap_or_else(|| value.to_owned());
    (if excluded { tr_format!("not {name}", name = name) } else { name }, known)
}

/// Previous and next among the statements that match.
pub fn stepper(context: &Context) -> Html {
    let matching = &context.answer().matching;
    let open = context.open();
    let place = match open {
        Some(statement) => match context.answer().rank(statement) {
            Some(rank) => tr_format!("{at} of {all}", at = number(rank + 1), all = number(matching.len())),
            None => tr_format!("not among the {n}", n = number(matching.len())),
        },
        None => String::new(),
    };
    let step = |back: bool, glyph: &'static str, label: &'static str| {
        let command = context.command.clone();
        let disabled = next(context, open, back).is_none();
        let onclick = Callback::from(move |_: MouseEvent| command.emit(Command::StepStatement { back }));
        html! { <button type="button" class="step" aria-label={label} title={label} {disabled} {onclick}>{ glyph }
        </button> }
    };
    html! {
        <div class="steps" role="group" aria-label="Step through the statements">
            { step(true, "‹", tr("Previous statement")) }
            <span class="steps-place">{ place }</span>
            { step(false, "›", tr("Next statement")) }
        </div>
    }
}

/// The statement that a step leads to; from none the first, or going back the last.
pub fn next(context: &Context, from: Option<StatementIx>, back: bool) -> Option<StatementIx> {
    let matching = &context.answer().matching;
    match (from, back) {
        (None, false) => matching.first().copied(),
        (None, true) => matching.last().copied(),
        (Some(at), false) => matching.get(matching.partition_point(|s| *s <= at)).copied(),
        (Some(at), true) => {
            matching.partition_point(|s| *s < at).checked_sub(1).and_then(|i| matching.get(i)).copied()
        }
    }
}

/// Which choices empty the view, and how many statements each removal would bring back.
pub fn empty_state(context: &Context) -> Html {
    if !context.answer().matching.is_empty() || context.columns().is_empty() {
        return html! {};
    }
    let rows = context.route().filter.choices().map(|applied| {
        let action = Action::ClearOne(applied.clone());
        let without = context.route().apply(&action).0;
        let back = count(context.corpus(), context.columns(), &without.filter);
        let label = match &applied {
            ActiveFilter::Words(words) => words.clone(),
            _ => label(context, &applied).0,
        };
        html! {
            <li><a href={links::href(context, &without)} onclick={links::follow(context, action)}>
                { source_text::text(&tr_format!("Without the filter {filter}", filter = label)) }</a>
                { match back { 0 => tr(": still none").to_owned(), n => tr_plural(n, ": {n} statement", ": {n} statements") } }</li>
        }
    });
    html! {
        <section class="nothing" aria-label="Nothing matches">
            <p>{ "No statement matches all of these filters together." }</p>
            <ul>{ for rows }</ul>
        </section>
    }
}
