//! What is wrong with the file, and what was done to it.

use super::action::Do;
use super::described::described;
use super::view::View;
use super::work::Work;
use crate::corpus::LocatedProblem;
use crate::corpus::raw::IdText;
use crate::draft::Step;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_plural};
use yew::prelude::*;

/// So many are listed; who mends them sees the next.
const SHOWN: usize = 200;

pub fn problems(view: &View, work: &Work) -> Html {
    let row = |problem: &LocatedProblem| {
        let place = statement_of(work, problem);
        html! {
            <li class="problem"><p>{ problem.sentence() }</p>
                if let Some(id) = place {
                    <button type="button" class="as-link" onclick={view.on_do(Do::Open(Some(id)))}>{ "Go there" }</button>
                }</li>
        }
    };
    let all = &work.problems;
    html! {
        <section class="rows-panel" aria-label="Problems"><h2>{ "Problems" }</h2>
            if all.is_empty() {
                <p>{ "The file is sound: a site can be built of it." }</p>
                <p class="soft">{ "Save the file; then, where the command is installed:" }</p>
                <p><output class="address" aria-label="Command">{ build_command(&work.file().id.0) }</output></p>
            } else {
                <p class="soft">{ tr_plural(all.count(), "{n} thing stands between this file and a site.",
                    "{n} things stand between this file and a site.") }</p>
                <ul class="coded-rows">{ for all.problems.iter().take(SHOWN).map(row) }</ul>
            }
        </section>
    }
}

/// What builds a site of the saved file.
fn build_command(id: &str) -> String {
    ["standpoint build --corpus ", id, ".json --out site"].concat()
}

/// The statement that a problem is about.
pub fn statement_of(work: &Work, problem: &LocatedProblem) -> Option<IdText> {
    let rest = problem.path.strip_prefix("statements[")?;
    let (at, _) = rest.split_once(']')?;
    let at: usize = at.parse().ok()?;
    work.file().statements.get(at).map(|statement| statement.id.clone())
}

pub fn history(view: &View, work: &Work) -> Html {
    let history = work.draft().history();
    let row = |step: &Step| html! { <li>{ described(step.edit()) }</li> };
    html! {
        <section class="rows-panel" aria-label="Steps"><h2>{ "Steps" }</h2>
            <p><button type="button" class="tool" onclick={view.on_do(Do::Undo)} disabled={history.done.is_empty().then_some("")}>
                    { "Undo" }</button>{ " " }
                <button type="button" class="tool" onclick={view.on_do(Do::Redo)}
                    disabled={history.undone.is_empty().then_some("")}>
                    { "Redo" }</button></p>
            if !history.undone.is_empty() {
                <h3>{ "Undone, the next first" }</h3>
                <ol class="steps is-undone">{ for history.undone.iter().take(SHOWN).map(|step| row(step)) }</ol>
            }
            <h3>{ "Done, the last first" }</h3>
            if history.done.is_empty() { <p class="soft">{ tr("Nothing yet.") }</p> }
            <ol class="steps" reversed="">{ for history.done.iter().rev().take(SHOWN).map(row) }</ol>
        </section>
    }
}
