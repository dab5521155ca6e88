//! What the statements of the corpus are about: each issue with its proposition and the way to its page.

use super::list::{Listed, list};
use crate::route::{Action, Facet, RowSort};
use crate::ui::context::Context;
use crate::ui::html::html;
use crate::ui::i18n::{tr, tr_plural};
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

pub fn issues(context: &Context, sort: RowSort) -> Html {
    let issues = &context.corpus().issues;
    let rows = issues.iter().map(|(_, issue)| {
        let page = Action::Issue(issue.id.to_string());
        Listed {
            facet: Facet::Issue,
            id: issue.id.to_string(),
            name: issue.label.clone(),
            head: html! { <a href={links::href_after(context, &page)} onclick={links::follow(context, page)}><bdi>
            { source_text::text(&issue.label) }</bdi></a> },
            about: html! { <p class="proposition">{ "In question: " }{ source_text::isolated(&issue.proposition) }</p> },
        }
    });
    let size = tr_plural(issues.len(), "{n} issue", "{n} issues");
    list(context, "issues", tr("Issues"), size, sort, Action::Issues, rows.collect())
}
