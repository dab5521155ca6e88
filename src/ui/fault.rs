//! What the page says when a corpus is not whole: a banner that stays while statements are missing, and
//! a page of its own when the corpus cannot be opened at all.

use super::scene::Scene;
use super::words;
use crate::corpus::{Fault, Located, Refusal};
use yew::prelude::*;

/// How many problems are shown before the rest is only counted.
const SHOWN: usize = 200;

/// "1 of 300 statements could not be placed", with the list.
pub fn banner(scene: &Scene) -> Html {
    let (faults, stated) = (&scene.known.faults, scene.known.stated);
    if faults.is_empty() {
        return html! {};
    }
    html! {
        <section class="banner" aria-label="Statements that could not be placed"><details>
            <summary>{ format!("{} of {} could not be placed; they enter no count and no cell.", faults.len(), words::statements(stated)) }</summary>
            <ul>{ for faults.iter().take(SHOWN).map(fault) }{ rest(faults.len()) }</ul>
        </details></section>
    }
}

fn fault(fault: &Fault) -> Html {
    html! { <li><b>{ &fault.statement }</b>{ ": " }<q>{ super::marks::text(&fault.words) }</q>{ for fault.problems.iter().map(|at| html! { <div class="soft">{ place(at) }</div> }) }</li> }
}

fn place(at: &Located) -> String {
    format!("line {}, column {} ({}): {}", at.line, at.column, at.path, at.problem)
}

fn rest(all: usize) -> Html {
    if all <= SHOWN {
        return html! {};
    }
    html! { <li>{ format!("and {} more; the command `standpoint check` lists them all", all - SHOWN) }</li> }
}

/// A corpus that cannot be opened: what is wrong, where, and what to do, as lines for a card.
pub fn refusal(refusal: &Refusal, source: &str) -> Vec<String> {
    let problems = &refusal.problems;
    let found = words::count(problems.len(), "problem", "problems");
    let mut lines = vec![format!(
        "The page read {source} and found {found}. Nothing of it is shown, so that half of it is not taken for the whole."
    )];
    lines.extend(problems.iter().take(SHOWN).map(place));
    if problems.len() > SHOWN {
        lines.push(format!(
            "and {} more; the command `standpoint check` lists them all",
            problems.len() - SHOWN
        ));
    }
    lines.push(
        "Mend the file at these places and start again. “standpoint check FILE” lists the same problems."
            .to_owned(),
    );
    lines
}
