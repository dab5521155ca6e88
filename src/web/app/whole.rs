//! What the whole program grants and tells beside reading and filtering; the first one is linked without it.

use super::super::place::{self, Stretches};
use super::super::{keep, window};
use super::{App, Msg};
use crate::ui::tongue::tr;
use crate::ui::{Parts, Wish, notice};
use crate::view::Notice;
use std::cell::OnceCell;
use std::ops::Range;
use yew::prelude::*;

#[derive(Clone, Copy)]
pub struct Whole {
    pub parts: Parts,
    pub grant: fn(&mut App, &Context<App>, Wish),
    pub notices: fn(&[Notice]) -> Vec<String>,
    pub keep: fn(&mut Stretches, Option<&Range<usize>>),
    pub near: fn() -> Option<Range<usize>>,
    pub freeze: fn(),
}

/// All there is.
pub const WHOLE: Whole = Whole {
    parts: crate::ui::WHOLE,
    grant: App::grant_more,
    notices: |all| all.iter().map(notice).collect(),
    keep: Stretches::keep,
    near: place::near,
    freeze: place::freeze,
};

impl App {
    fn grant_more(&mut self, ctx: &Context<Self>, wish: Wish) {
        match wish {
            Wish::Prefer(preferences) => {
                self.preferences = OnceCell::from(preferences);
                keep::write(&self.folder, preferences);
            }
            Wish::Copy { text, said } => copy(ctx, text, said),
            Wish::CopyLink { link } => self.copy_link(ctx, link),
            Wish::Download { name, mime, text } => {
                let done = window::download(&name, mime, &text);
                self.say(if done.is_ok() {
                    tr("Saved.")
                } else {
                    tr("This browser refused to save the file.")
                });
            }
            Wish::Print => window::print(),
            Wish::Keep => {
                // Behind a dialog nobody hears how far it is.
                self.grant(ctx, Wish::Show(None));
                window::ask_to_keep();
            }
            _ => {}
        }
    }

    fn copy_link(&mut self, ctx: &Context<Self>, link: String) {
        let said = match self.site.base {
            Some(_) => tr("Link copied."),
            None => tr("Copied what follows a site’s address: this page runs on your own machine."),
        };
        copy(ctx, link, said);
    }
}

fn copy(ctx: &Context<App>, text: String, said: &'static str) {
    let link = ctx.link().clone();
    wasm_bindgen_futures::spawn_local(async move {
        let done = window::copy(text).await;
        let refused = tr(
            "This browser does not let the page copy. Links stand under Share, citations under Cite: select and copy them there.",
        );
        link.send_message(Msg::Say(if done.is_ok() { said } else { refused }));
    });
}
