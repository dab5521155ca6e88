//! What the full program does beside reading and filtering; the initial one is linked without it.

use super::app::{App, Features, Msg};
use super::layout::{self, Hit};
use super::loader;
use super::{browser, settings_storage};
use crate::route::{History, Notice, Screen};
use crate::ui::Command;
use crate::ui::full::{Full, notice};
use crate::ui::i18n::tr;
use std::cell::OnceCell;
use std::rc::Rc;

impl Features for Full {
    fn run(&self, app: &mut App, ctx: &yew::Context<App>, command: Command) {
        app.run_full(ctx, command);
    }

    fn begin(&self, ctx: &yew::Context<App>) {
        if browser::take("asks-for-hit").is_some() {
            ctx.link().send_message(Msg::Run(Command::ShowHit { back: false }));
        }
    }

    fn forget_hit(&self) {
        layout::forget_hit();
    }

    fn more_parts(&self, app: &App) -> usize {
        let route = &app.derived.route;
        let more =
            app.more.as_ref().filter(|more| is_same_list(&more.0, &route.screen) && more.1 == route.filter);
        more.map_or(0, |more| more.2)
    }

    fn sentences(&self, notices: &[Notice]) -> Vec<String> {
        notices.iter().map(notice).collect()
    }

    fn hold_against_words(&self, app: &mut App, notices: &[Notice]) {
        let changed = notices.iter().filter(|notice| **notice == Notice::WordingChanged);
        Rc::make_mut(&mut app.notices).extend(changed.map(notice));
        let canonical = app.history.of_view(&app.derived.route);
        if !app.history.is_shown(&canonical) {
            app.history.push(History::Replace, canonical);
        }
    }
}

impl App {
    fn run_full(&mut self, ctx: &yew::Context<Self>, command: Command) {
        match command {
            Command::SetSettings(settings) => {
                self.settings = OnceCell::from(settings);
                settings_storage::write(&self.folder, settings);
            }
            Command::ShowMore => self.show_more(),
            Command::ShowHit { back } => match layout::show_hit(self.hit, back) {
                Hit::Shown(at, count) => self.hit = Some((at, count)),
                Hit::NotDrawn => {
                    self.show_more();
                    self.awaits_hit = true;
                }
                Hit::Nowhere => {}
            },
            Command::Copy { text, said } => copy(ctx, text, said),
            Command::CopyLink { link } => self.copy_link(ctx, link),
            Command::Download { name, mime, text } => {
                let done = browser::download(&name, mime, &text);
                self.announce(if done.is_ok() {
                    tr("Saved.")
                } else {
                    tr("This browser refused to save the file.")
                });
            }
            Command::Print => browser::print(),
            Command::SaveOffline => {
                // Behind a dialog nobody hears how far it is.
                self.run(ctx, Command::OpenDialog(None));
                loader::save_offline();
            }
            _ => {}
        }
    }

    fn show_more(&mut self) {
        let route = &self.derived.route;
        self.more = Some((route.screen.clone(), route.filter.clone(), Full.more_parts(self) + 1));
    }

    fn copy_link(&mut self, ctx: &yew::Context<Self>, link: String) {
        let said = match self.site.base {
            Some(_) => tr("Link copied."),
            None => tr("Copied what follows a site’s address: this page runs on your own machine."),
        };
        copy(ctx, link, said);
    }
}

/// Whether two screens show the same list, whichever cell of it is open.
fn is_same_list(one: &Screen, other: &Screen) -> bool {
    match (one, other) {
        (Screen::Compare(one), Screen::Compare(other)) => {
            (&one.focus, one.here, one.by, one.sort) == (&other.focus, other.here, other.by, other.sort)
        }
        _ => one == other,
    }
}

fn copy(ctx: &yew::Context<App>, text: String, said: &'static str) {
    let link = ctx.link().clone();
    wasm_bindgen_futures::spawn_local(async move {
        let done = browser::copy(text).await;
        let refused = tr(
            "This browser does not let the page copy. Links stand under Share, citations under Cite: select and copy them there.",
        );
        link.send_message(Msg::Announce(if done.is_ok() { said } else { refused }));
    });
}
