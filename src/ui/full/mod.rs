//! What the full program has beside reading and filtering: whoever compares, cites, lists or shares gets it. Nothing
//! outside this folder imports from it but what is linked into the full program and the command line.

mod actor;
mod actors;
mod banner;
pub mod card;
pub mod cite;
pub mod comparison;
mod csv;
pub mod dialogs;
mod documents;
mod embed;
mod issue;
mod issues;
mod list;
mod notices;
mod parts;
pub mod positions;
pub mod relay;
mod statements;
pub mod swipe;

use actor::actor_page;
use actors::actors;

use super::context::{Context, Dialog, Features};
use crate::corpus::{Corpus, StatementIx};
use crate::query::{Block, Columns, Comparison, OnDemand, comparison_of, text_fragment_of};
use crate::route::{Compare, Route, Screen};
use banner::{banner, notices};
use comparison::compare;
use dialogs::about::about;
use dialogs::help::help;
use dialogs::settings::settings;
use dialogs::share::share;
use documents::documents;
use embed::embed;
use issue::issue_page;
use issues::issues;
use statements::statements;
use std::rc::Rc;
use yew::Html;

pub use notices::notice;
pub use parts::{part_path, parts_of};

/// The rows of the later parts of a page's list, of so many parts.
pub fn later_parts(first: &Context, parts: usize) -> Vec<Html> {
    let all: Vec<Context> = (1..parts).map(|part| first.of_part(part)).collect();
    match &first.route().screen {
        Screen::Documents(asked) => documents::later_parts(&all, *asked),
        Screen::Statements(sort) => statements::later_parts(&all, *sort),
        _ => all.iter().map(|context| Full.list(context)).collect(),
    }
}

/// The full program's features.
pub struct Full;

impl OnDemand for Full {
    fn comparison(
        &self,
        corpus: &Corpus,
        columns: &Columns,
        route: &Route,
        asked: &Compare,
    ) -> Rc<Comparison> {
        comparison_of(corpus, columns, route, asked)
    }

    fn text_fragment(&self, corpus: &Corpus, route: &Route, blocks: &[Block]) -> Rc<str> {
        text_fragment_of(corpus, route, blocks)
    }
}

impl Features for Full {
    fn compare(&self, context: &Context, asked: &Compare) -> Html {
        compare(context, asked)
    }

    fn list(&self, context: &Context) -> Html {
        match &context.route().screen {
            Screen::Documents(asked) => documents(context, *asked),
            Screen::Statements(sort) => statements(context, *sort),
            Screen::Actors(sort) => actors(context, *sort),
            Screen::Issues(sort) => issues(context, *sort),
            Screen::Actor(id) => actor_page(context, id),
            Screen::Issue(id) => issue_page(context, id),
            Screen::Read { .. } | Screen::Compare(_) => Html::default(),
        }
    }

    fn embed(&self, context: &Context) -> Html {
        embed(context)
    }

    fn card(&self, context: &Context, statement: StatementIx) -> Html {
        card::card(context, statement)
    }

    fn preview(&self, context: &Context, statement: StatementIx) -> Html {
        card::preview(context, statement)
    }

    fn notices(&self, context: &Context) -> Html {
        notices(context)
    }

    fn banner(&self, context: &Context) -> Html {
        banner(context)
    }

    fn settings(&self, context: &Context) -> Html {
        settings(context)
    }

    fn dialog(&self, context: &Context, dialog: Dialog) -> Html {
        match dialog {
            Dialog::Filters | Dialog::Settings => Html::default(),
            Dialog::Cite(statement) => cite::cite_dialog(context, statement),
            Dialog::Help => help(context),
            Dialog::About => about(context),
            Dialog::Share => share(context),
        }
    }
}
