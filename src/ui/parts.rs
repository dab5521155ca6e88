//! What the page's first program lacks. It reads and filters, so that a first visit loads little; whoever wants to
//! compare, cite or share gets the whole program, which opens the same view from the same address. Both are made
//! from the same parts: these are reached through pointers, so that a program without them does not carry them.

use super::actor_page::actor_page;
use super::cite;
use super::compare::compare;
use super::embed::embed;
use super::fault::{banner, notices};
use super::foot::foot;
use super::help::help;
use super::issue_page::issue_page;
use super::library::library;
use super::listing::listing;
use super::manners::manners;
use super::method::method;
use super::scene::{Panel, Parts, Scene};
use super::share::share;
use crate::query::{Derive, comparison_of, directive_of};
use crate::view::Screen;
use yew::Html;

/// All there is.
pub const WHOLE: Parts = Parts {
    derive: Derive { comparison: comparison_of, directive: directive_of },
    compare,
    list,
    embed,
    card: foot,
    notices,
    banner,
    manners,
    panel,
};

fn list(scene: &Scene) -> Html {
    match &scene.view.screen {
        Screen::Documents(asked) => library(scene, *asked),
        Screen::Statements(sort) => listing(scene, *sort),
        Screen::Actor(id) => actor_page(scene, id),
        Screen::Issue(id) => issue_page(scene, id),
        Screen::Read | Screen::Compare(_) => Html::default(),
    }
}

fn panel(scene: &Scene, panel: Panel) -> Html {
    match panel {
        Panel::Filters | Panel::Manners => Html::default(),
        Panel::Cite => cite::panel(scene),
        Panel::Help => help(scene),
        Panel::Method => method(scene),
        Panel::Share => share(scene),
    }
}
