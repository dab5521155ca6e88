//! A second coder's file beside the draft: differences to be settled, and how far the two agree.

use super::action::{Action, Do};
use super::view::View;
use super::work::{Beside, Work, beginning};
use crate::corpus::{Corpus, Id, IssueKind, Position, Speaker, Statement};
use crate::draft::coders::{
    Agreement, Difference, Disagreement, IssueIds, PositionDisagreement, Undefined, Value, Variable,
};
use crate::query::StanceToken;
use crate::ui::html::html;
use crate::ui::i18n::{number, tr, tr_format, tr_plural};
use crate::ui::labels;
use yew::prelude::*;

pub fn beside(view: &View, work: &Work) -> Html {
    let Some(beside) = work.beside() else {
        return html! {
            <section class="rows-panel" aria-label="Another coder"><h2>{ "Another coder" }</h2>
                <p>{ "Open the file that somebody else made of the same texts. Where the two differ is listed, and settled one by one; how far they agree is told as Krippendorff’s alpha." }</p>
                <button type="button" class="button" onclick={view.on_click(Action::ChooseBeside)}>{ "Open a second file" }</button>
            </section>
        };
    };
    let open: Vec<&Difference> = beside.open().collect();
    html! {
        <section class="rows-panel" aria-label="Another coder">
            <h2>{ tr_format!("Beside {name}", name = beside.name) }</h2>
            { first(view, beside, open.first().copied()) }
            if open.len() > 1 {
                <details class="more"><summary>{ tr_plural(open.len() - 1, "{n} difference after it", "{n} differences after it") }</summary>
                    <ol class="coded-rows">{ for open.iter().skip(1).take(200).map(|difference| {
                        html! { <li>{ headline(beside, difference) }</li> }
                    }) }</ol></details>
            }
            <h3>{ "Agreement" }</h3>
            <p class="soft">{ "Krippendorff’s alpha for nominal data, over statements that both have marked: 1 is agreement, 0 is what chance would give." }</p>
            <ul class="coded-rows">{ for beside.compared.agreements.iter().map(|row| agreement(beside, row)) }</ul>
            <button type="button" class="tool" onclick={view.on_do(Do::RemoveBeside)}>{ "Put the second file away" }</button>
        </section>
    }
}

/// The difference that waits for an answer.
fn first(view: &View, beside: &Beside, difference: Option<&Difference>) -> Html {
    let Some(difference) = difference else {
        return html! { <p id="difference" tabindex="-1">{ "Nothing is left to settle." }</p> };
    };
    let (mine, theirs) = sides(beside, difference);
    let emit = view.emit.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let takes_other = match event.key().to_lowercase().as_str() {
            "a" => false,
            "b" => true,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        emit.emit(Action::Do(Do::Settle(takes_other)));
    });
    html! {
        <div id="difference" class="suggestion" tabindex="-1" role="group" aria-label="Difference" {onkeydown}>
            <p>{ headline(beside, difference) }</p>
            <p class="options">
                <button type="button" class="option" onclick={view.on_do(Do::Settle(false))}>
                    <kbd>{ "A" }</kbd>{ " " }{ tr_format!("as in this draft: {value}", value = mine) }</button>
                <button type="button" class="option" onclick={view.on_do(Do::Settle(true))}>
                    <kbd>{ "B" }</kbd>{ " " }{ tr_format!("as in the second file: {value}", value = theirs) }</button>
            </p>
            if matches!(difference, Difference::Between { what: Disagreement::Position { .. }, .. }) {
                <p class="soft">{ "Both readings stay in the file, each with its coder; your choice stands beside them." }</p>
            }
        </div>
    }
}

/// What differs, and the words that it is about.
fn headline(beside: &Beside, difference: &Difference) -> String {
    let (corpus, id) = match difference {
        Difference::OnlyInA(id) | Difference::Between { a: id, .. } => (&beside.own, id),
        Difference::OnlyInB(id) => (&beside.other, id),
    };
    let words = statement(corpus, id).map(|own| corpus.words(own).collect::<Vec<_>>().join(" … "));
    let words = labels::quoted(&beginning(&words.unwrap_or_default()));
    let what = match difference {
        Difference::OnlyInA(_) => tr("Marked in this draft only").to_owned(),
        Difference::OnlyInB(_) => tr("Marked in the second file only").to_owned(),
        Difference::Between { what, .. } => match what {
            Disagreement::Kind => tr("kind").to_owned(),
            Disagreement::Speaker => tr("speaker").to_owned(),
            Disagreement::Via => tr("passed on by").to_owned(),
            Disagreement::OnBehalfOf => tr("spoken for").to_owned(),
            Disagreement::Position { issue, .. } => {
                let id = match issue {
                    IssueIds::OnlyInA(id) | IssueIds::Both { a: id, .. } => (&beside.own, id),
                    IssueIds::OnlyInB(id) => (&beside.other, id),
                };
                let found = id.0.issue_by_id(id.1.as_str()).map(|issue| id.0.issues[issue].label.clone());
                found.unwrap_or_else(|| id.1.to_string())
            }
        },
    };
    tr_format!("{what}: {words}", what = what, words = words)
}

fn statement<'a>(corpus: &'a Corpus, id: &Id) -> Option<&'a Statement> {
    corpus.statement_by_id(id.as_str()).map(|ix| &corpus.statements[ix])
}

/// What the draft says, and what the second file says.
fn sides(beside: &Beside, difference: &Difference) -> (String, String) {
    let Difference::Between { a, b, what } = difference else {
        let keep = (tr("is a statement").to_owned(), tr("is none").to_owned());
        return if matches!(difference, Difference::OnlyInA(_)) { keep } else { (keep.1, keep.0) };
    };
    let (own, other) = (&beside.own, &beside.other);
    let Some((mine, theirs)) = statement(own, a).zip(statement(other, b)) else {
        return (String::new(), String::new());
    };
    match what {
        Disagreement::Kind => (labels::kind(mine.kind).to_owned(), labels::kind(theirs.kind).to_owned()),
        Disagreement::Speaker => {
            (labels::speaker(own, &mine.speaker), labels::speaker(other, &theirs.speaker))
        }
        Disagreement::Via => (via(own, mine), via(other, theirs)),
        Disagreement::OnBehalfOf => (behalf(own, mine), behalf(other, theirs)),
        Disagreement::Position { issue, what } => {
            let (in_a, in_b) = match issue {
                IssueIds::OnlyInA(a) => (Some(a), None),
                IssueIds::OnlyInB(b) => (None, Some(b)),
                IssueIds::Both { a, b } => (Some(a), Some(b)),
            };
            (positions(own, mine, in_a, *what), positions(other, theirs, in_b, *what))
        }
    }
}

fn via(corpus: &Corpus, statement: &Statement) -> String {
    let names: Vec<String> = statement.via.iter().map(|relay| labels::speaker(corpus, &relay.by)).collect();
    or_nobody(&names)
}

fn behalf(corpus: &Corpus, statement: &Statement) -> String {
    let names: Vec<String> =
        statement.on_behalf_of.iter().map(|body| corpus.actors[*body].name.clone()).collect();
    or_nobody(&names)
}

fn or_nobody(names: &[String]) -> String {
    if names.is_empty() { tr("nobody").to_owned() } else { labels::enumeration(names) }
}

fn positions(
    corpus: &Corpus,
    statement: &Statement,
    issue: Option<&Id>,
    what: PositionDisagreement,
) -> String {
    let issue = issue.and_then(|id| corpus.issue_by_id(id.as_str()));
    let own: Vec<&Position> = statement.positions.iter().filter(|held| Some(held.issue) == issue).collect();
    if own.is_empty() {
        return tr("no position").to_owned();
    }
    let one = |held: &&Position| {
        let word = labels::stance(StanceToken::of(held), corpus.issues[held.issue].kind).word;
        let text = &corpus.documents[statement.document].text;
        match what {
            PositionDisagreement::Holder if !held.holders.is_empty() => {
                let names = labels::enumeration(&labels::actor_names(corpus, &held.holders));
                tr_format!("{stance}, of {names}", stance = word, names = names)
            }
            PositionDisagreement::Condition if !held.conditions.is_empty() => {
                let words: Vec<&str> =
                    held.conditions.iter().map(|condition| text.get(condition.span)).collect();
                tr_format!("{stance}: {condition}", stance = word, condition = words.join(" … "))
            }
            _ => word.to_owned(),
        }
    };
    own.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn agreement(beside: &Beside, row: &Agreement) -> Html {
    let all = &row.coincidences;
    let name = match &row.variable {
        Variable::Kind => tr("kind").to_owned(),
        Variable::Speaker => tr("speaker").to_owned(),
        Variable::Issue(id) => {
            let label =
                |corpus: &Corpus| corpus.issue_by_id(id.as_str()).map(|ix| corpus.issues[ix].label.clone());
            label(&beside.own).or_else(|| label(&beside.other)).unwrap_or_else(|| id.to_string())
        }
    };
    let figure = match all.alpha() {
        Ok(alpha) => decimal(alpha.value()),
        Err(Undefined::NothingPairable) => tr("no statement has two readings").to_owned(),
        Err(Undefined::OneValue) => tr("only one value was used, so that nothing can differ").to_owned(),
    };
    let units = tr_plural(all.units(), "{n} unit", "{n} units");
    html! {
        <li><details class="row"><summary>{ name }{ " " }<b>{ figure }</b>{ " " }<span class="soft">{ units }</span></summary>
            { coincidences(beside, row) }
            if let Ok(alpha) = all.alpha() {
                <p class="soft">{ tr_format!(
                    "α = 1 − observed / expected = 1 − {observed} / {expected}, of n = {n} values that can be paired",
                    observed = decimal(alpha.observed_disagreement()),
                    expected = decimal(alpha.expected_disagreement()),
                    n = number(usize::try_from(alpha.values).unwrap_or(usize::MAX)),
                ) }</p>
            }
        </details></li>
    }
}

/// How often each value was paired with each.
fn coincidences(beside: &Beside, row: &Agreement) -> Html {
    let values: Vec<(&Value, u64)> = row.coincidences.totals().collect();
    let head = |(value, _): &(&Value, u64)| html! { <th scope="col">{ word(beside, value) }</th> };
    let line = |(value, _): &(&Value, u64)| {
        let cells = values.iter().map(|(other, _)| {
            html! { <td>{ decimal(row.coincidences.observed(value, other)) }</td> }
        });
        html! { <tr><th scope="row">{ word(beside, value) }</th>{ for cells }</tr> }
    };
    if values.is_empty() {
        return html! {};
    }
    html! {
        <div class="coincidences" tabindex="0" role="group" aria-label="Coincidences"><table>
            <thead><tr><td></td>{ for values.iter().map(head) }</tr></thead>
            <tbody>{ for values.iter().map(line) }</tbody></table></div>
    }
}

fn word(beside: &Beside, value: &Value) -> String {
    match value {
        Value::Kind(kind) => labels::kind(*kind).to_owned(),
        Value::NoPosition => tr("no position").to_owned(),
        Value::Stances(stances) => {
            let word = |stance: &crate::corpus::Stance| {
                labels::stance(StanceToken::new(*stance, false), IssueKind::Policy).word.to_owned()
            };
            stances.iter().map(word).collect::<Vec<_>>().join(", ")
        }
        Value::Speaker(ids) => {
            let name = |id: &String| {
                let of = |corpus: &Corpus| corpus.actor_by_id(id).map(|ix| corpus.actors[ix].name.clone());
                of(&beside.own).or_else(|| of(&beside.other)).unwrap_or_else(|| match id.as_str() {
                    crate::corpus::Voice::TEXT => labels::speaker(&beside.own, &Speaker::Document),
                    _ => labels::speaker(&beside.own, &Speaker::Unnamed),
                })
            };
            labels::enumeration(&ids.iter().map(name).collect::<Vec<_>>())
        }
    }
}

/// At most three decimals.
fn decimal(number: f64) -> String {
    let written = format!("{number:.3}");
    let written = written.trim_end_matches('0').trim_end_matches('.');
    if written == "-0" { "0".to_owned() } else { written.to_owned() }
}
