//! THE CODING PAGE: a text becomes a corpus by marking and choosing. `work/` holds the draft and what is seen of it,
//! and does what an [`Action`] asks for; everything else draws. Only the coding program links it.

mod action;
mod beside;
mod coder;
mod combobox;
mod data;
mod described;
mod fields;
mod head;
mod lists;
mod parts;
mod picking;
mod positions;
mod rows;
mod selected;
mod start;
mod statement;
mod text;
mod view;
mod work;

pub use action::{Action, Answer, Attached, Do, Field, Pick, Split, Tab};
pub use selected::last_position;
pub use statement::KINDS;
pub use view::{Keeping, KeptDraft, View, value_of};
pub use work::{Choice, Pending, Then, Work, new_document, title_of};

use super::class::{class, when};
use super::html::html;
use yew::prelude::*;

/// The whole page.
pub fn page(view: &View) -> Html {
    html! {
        <div class="coding">
            { notices(view) }
            if let Some(work) = view.work { { working(view, work) } } else { { start::start(view) } }
            <p class="toast" role="status">{ view.announcement.clone() }</p>
        </div>
    }
}

fn working(view: &View, work: &Work) -> Html {
    // On a phone an open statement stands over the text, as in the reader.
    let is_sheet = work.tab == Tab::Statement && work.statement().is_some();
    let panel = match work.tab {
        Tab::Statement => match work.statement() {
            Some(open) => statement::statement(view, work, open),
            None => selected::statements(view, work),
        },
        Tab::Actors => rows::actors(view, work),
        Tab::Issues => rows::issues(view, work),
        Tab::Document => data::document(view, work),
        Tab::Corpus => data::corpus(view, work),
        Tab::Problems => lists::problems(view, work),
        Tab::History => lists::history(view, work),
        Tab::Beside => beside::beside(view, work),
    };
    html! {
        <>
            { head::head(view, work) }
            if view.is_follower {
                <p class="notice" role="status">{ "This draft is open in another tab, which writes it. This one follows." }</p>
            }
            <div class={class(&["coding-columns", when(is_sheet, "has-open")])}>
                <main id="coding-main" class="coding-document" tabindex="-1">
                    { head::documents(view, work) }
                    { text::text(view, work) }
                </main>
                <aside class="coding-panel" aria-label="Coding">
                    { head::tabs(view, work) }
                    { selected::selected(view, work) }
                    { panel }
                </aside>
            </div>
        </>
    }
}

fn notices(view: &View) -> Html {
    if view.notices.is_empty() {
        return html! {};
    }
    html! {
        <section class="notices" role="alert">
            { for view.notices.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
            <button type="button" class="tool" onclick={view.on_click(Action::Dismiss)}>{ "Close" }</button>
        </section>
    }
}
