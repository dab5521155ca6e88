//! How the page begins, and what an address opens.

use super::super::history::Shown;
use super::super::{place, window};
use super::{App, Msg, listen};
use crate::ui::Stage;
use crate::ui::tongue::tr;
use crate::view::{Address, History, Notice, Page, Place, View};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

impl App {
    /// Whether the address asks for what stands there already: then taking it over is all there is to draw.
    pub(super) fn stands(&self) -> bool {
        let (view, notices) = self.asked(&self.addresses.shown());
        self.whole.is_none() && notices.is_empty() && view == *self.answers.view
    }

    /// Goes on from what stands there.
    pub(super) fn take(&mut self, ctx: &Context<Self>) {
        self.write(ctx);
        window::announce_live();
    }

    /// Draws what nobody waits for.
    pub(super) fn settle(&mut self, ctx: &Context<Self>) {
        self.stage = Stage::All;
        self.watch = Some(place::watch());
        self.ask_around();
        if self.stands() {
            // In its canonical form; once something was chosen, the address has that already.
            self.open(&self.addresses.shown());
            self.write(ctx);
        }
    }

    /// Learns what only a whole page tells of: where the site is for others, and the reader's language.
    fn ask_around(&mut self) {
        if self.site.base.is_none() {
            self.site.base = window::base(self.addresses.root()).map(AttrValue::from);
        }
        self.readers_language = window::readers_language();
    }

    /// Shows what the address asks for.
    pub(super) fn wake(&mut self, ctx: &Context<Self>) {
        self.still = None;
        self.speak(ctx.props().words.take());
        if self.stage == Stage::All {
            self.ask_around();
        }
        self.open(&self.addresses.shown());
        let first = ctx.props().notice.map(|words| tr(words).to_owned());
        self.is_puzzled |= first.is_some() && self.whole.is_none();
        self.notices = Rc::new(first.into_iter().chain(self.notices.iter().cloned()).collect());
        self.write(ctx);
        window::announce_live();
    }

    /// Begins to listen. A program that dies while it takes the page over has not begun, and listens to nothing.
    pub(super) fn begin(&mut self, ctx: &Context<Self>) {
        self.listeners = listen::listeners(ctx, self.width.as_ref());
        window::announce_ready();
        if self.stage == Stage::All {
            self.watch = Some(place::watch());
        } else {
            // Presses come first: for twice as long as the start took, which is longer where the machine is slow.
            let wait = 2.0 * (window::now() - self.started);
            let link = ctx.link().clone();
            Timeout::new(wait as u32, move || link.send_message(Msg::Settle)).forget();
        }
    }

    /// Shows what an address asks for, and puts its canonical form in its place.
    pub(super) fn open(&mut self, shown: &Shown) {
        let (view, notices) = self.asked(shown);
        // What a link asked for in vain, the whole program tells; the address stays until it has read it.
        let tells = self.whole.map(|whole| (whole.notices)(&notices));
        self.is_puzzled = !notices.is_empty() && tells.is_none();
        self.notices = Rc::new(tells.unwrap_or_default());
        self.show(view);
        let canonical = self.addresses.of_view(&self.answers.view);
        if !self.is_puzzled && (canonical != shown.address() || !shown.query.is_empty()) {
            self.addresses.ask(History::Replace, canonical);
        }
    }

    /// The view that an address asks for, and what it asks for in vain.
    fn asked(&self, shown: &Shown) -> (View, Vec<Notice>) {
        let asked = Address { fragment: &shown.fragment, query: &shown.query };
        let (view, mut notices) = View::parse(&asked, &window::nfc);
        let (view, unknown) = view.at(&self.place_of(shown)).resolve(&self.known.corpus);
        notices.extend(unknown);
        (view, notices)
    }

    /// What the path says. Where the pages were made from another file, it still says which page was asked for.
    fn place_of(&self, shown: &Shown) -> Place {
        if self.site.place.is_some() {
            return Place::parse(&shown.path);
        }
        let path = Shown::now(Some(&self.folder)).path;
        let mut place = Place::parse(&path);
        if place.corpus.as_deref() != Some(self.known.corpus.id.as_str()) {
            place.corpus = None;
            place.page =
                Some(place.page).filter(|page| !matches!(page, Page::Document(_))).unwrap_or_default();
        }
        place
    }
}
