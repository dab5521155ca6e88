//! Two actors side by side: on each issue what either says, and whether they agree. Where one is
//! silent nothing is compared.

use super::cell::cell;
use super::cell_labels;
use crate::corpus::{IssueIx, Voice};
use crate::query::{Agreement, Cell, agreement, highlighted_stances, one_cell};
use crate::route::{Action, Facet};
use crate::ui::class::{class, when};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{number, tr};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

pub fn pair(context: &Context, a: &str, b: &str) -> Html {
    let corpus = context.corpus();
    let (left, right) = (corpus.voice_by_id(a), corpus.voice_by_id(b));
    let (first, second) = (a.to_owned(), b.to_owned());
    html! { <>
        <div class="pair-choice">
            { choose(context, tr("First"), a, move |chosen| Action::Pair(chosen, second.clone())) }
            { choose(context, tr("Second"), b, move |chosen| Action::Pair(first.clone(), chosen)) }
        </div>
        { match (left, right) {
            (Some(left), Some(right)) if left == right => html! { <p class="nothing">
                { "Choose two different speakers." }</p> },
            (Some(left), Some(right)) => side_by_side(context, left, right),
            _ => html! { <p class="nothing">{ "This corpus has no such speaker. Choose two from the lists." }</p> },
        } }
    </> }
}

fn side_by_side(context: &Context, left: Voice, right: Voice) -> Html {
    let corpus = context.corpus();
    let choice = context.route().filter.choice(Facet::Issue);
    let wanted =
        |id: &str| (choice.included().next().is_none() || choice.includes(id)) && !choice.excludes(id);
    let one = |voice, issue| {
        one_cell(corpus, context.columns(), &context.route().filter, context.scope(), (voice, issue))
    };
    let issues = corpus.issues.iter().filter(|(_, issue)| wanted(issue.id.as_str()));
    let rows: Vec<Compared> = issues
        .map(|(issue, _)| {
            let (a, b) = (one(left, issue), one(right, issue));
            Compared { issue, verdict: agreement(corpus, &a, &b), a, b }
        })
        .collect();
    let group = |head: &'static str, is_in: fn(Agreement) -> bool| {
        let rows: Vec<&Compared> = rows.iter().filter(|row| is_in(row.verdict)).collect();
        html! { if !rows.is_empty() {
            <tbody>
                <tr class="group-row"><th scope="rowgroup" colspan="4"><span>
                    { format!("{head} · {}", number(rows.len())) }</span></th></tr>
                { for rows.into_iter().map(|compared| row(context, compared)) }
            </tbody>
        } }
    };
    let name = |voice: Voice| source_text::name(&labels::voice(corpus, voice));
    html! {
        <table class="stances pair">
            <caption class="unseen-label">{ "Two speakers side by side, issue by issue" }</caption>
            <thead><tr><th scope="col">{ "Issue" }</th><th scope="col">{ name(left) }</th><th scope="col">
                { name(right) }</th><th scope="col">{ "Do they agree?" }</th></tr></thead>
            { group(tr("They agree"), |verdict| rank(verdict) == 0) }
            { group(tr("They differ"), |verdict| rank(verdict) == 1) }
            { group(tr("No single answer on both sides"), |verdict| rank(verdict) == 2) }
        </table>
    }
}

/// What two speakers say on an issue.
struct Compared {
    issue: IssueIx,
    a: Cell,
    b: Cell,
    verdict: Agreement,
}

/// Where a row stands: with those on which the two agree, differ, or cannot be compared.
fn rank(verdict: Agreement) -> usize {
    match verdict {
        Agreement::Same | Agreement::SameDirection(_) => 0,
        Agreement::Different => 1,
        Agreement::NoSingleAnswer | Agreement::Unclear | Agreement::NothingToCompare => 2,
    }
}

fn row(context: &Context, Compared { issue, a, b, verdict }: &Compared) -> Html {
    let corpus = context.corpus();
    let (issue, verdict) = (*issue, *verdict);
    let rung = highlighted_stances(&context.route().filter);
    let drawn = |c: &Cell| {
        html! { <td data-label={labels::voice(corpus, c.voice)}>{ cell(context, issue, c, c.has_stance(corpus, &rung)) }
        </td> }
    };
    let i = &corpus.issues[issue];
    html! {
        <tr key={i.id.to_string()}>
            <th scope="row"><span class="issue-label">{ source_text::isolated(&i.label) }</span><span
                class="proposition">{ "In question: " }{ source_text::isolated(&i.proposition) }</span></th>
            { drawn(a) }
            { drawn(b) }
            <td class={class(&["verdict", when(verdict == Agreement::NothingToCompare, "is-none")])}
                data-label={tr("Do they agree?")}>{ cell_labels::agreement(verdict) }
                if a.rests_on_same_statements(b) {
                    <span class="key">{ " · " }{ "both counted from the same words" }</span>
                }</td>
        </tr>
    }
}

fn choose(
    context: &Context,
    label: &'static str,
    chosen: &str,
    action: impl Fn(String) -> Action + 'static,
) -> Html {
    let corpus = context.corpus();
    let at_choice = context.clone();
    let current = corpus.voice_by_id(chosen);
    let is_heard = |voice: Voice| match voice {
        Voice::Actor(actor) => {
            context.columns().latest(actor).is_some() || context.columns().is_spoken_of(actor)
        }
        _ => context.known.unfiltered.counts.of(Facet::Speaker, context.columns().voice(voice)) > 0,
    };
    let all = corpus.actors.keys().map(Voice::Actor).chain([Voice::Text, Voice::Unnamed]);
    let mut voices: Vec<Voice> = all.filter(|voice| is_heard(*voice) || current == Some(*voice)).collect();
    voices.sort_by_cached_key(|voice| {
        (voice.actor().is_none(), crate::query::fold(&labels::voice(corpus, *voice)))
    });
    let options = voices.into_iter().map(|voice| {
        let (id, name) = (corpus.voice_id(voice).to_owned(), labels::voice(corpus, voice));
        html! { <option value={id} selected={current == Some(voice)}>{ name }</option> }
    });
    let onchange = links::on_choice(move |value| at_choice.navigate(action(value)));
    html! { <label class="pick">{ label }<select aria-label={label} {onchange}>{ for options }</select></label> }
}
