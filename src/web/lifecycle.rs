//! How the page begins, and what an address opens.

use super::app::{App, Msg};
use super::history::Location;
use super::listeners;
use super::loader;
use super::{browser, layout};
use crate::route::{Address, History, Notice, PageKind, PagePath, Route};
use crate::ui::Phase;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

impl App {
    /// Whether the address asks for what stands there already: then taking it over is all there is to draw.
    pub(super) fn is_up_to_date(&self) -> bool {
        let (route, notices) = self.asked(&self.history.shown());
        self.features.is_none() && notices.is_empty() && route == *self.derived.route
    }

    /// Goes on from what stands there.
    pub(super) fn adopt(&mut self, ctx: &yew::Context<Self>) {
        self.write(ctx);
        loader::announce("interactive");
    }

    /// Draws the rest of the page.
    pub(super) fn complete(&mut self, ctx: &yew::Context<Self>) {
        self.phase = Phase::Complete;
        self.watch = Some(layout::watch());
        self.ask_around();
        if self.is_up_to_date() {
            // In its canonical form; once something was chosen, the address has that already.
            self.open(&self.history.shown());
            self.write(ctx);
        }
    }

    /// Learns what only a whole page tells of: where the site is for others, and the reader's language.
    fn ask_around(&mut self) {
        if self.site.base.is_none() {
            self.site.base = browser::base(self.history.root()).map(AttrValue::from);
        }
        self.readers_language = browser::readers_language();
    }

    /// Shows what the address asks for.
    pub(super) fn hydrate(&mut self, ctx: &yew::Context<Self>) {
        self.prerendered = None;
        self.set_language(ctx.props().catalog.take());
        if self.phase == Phase::Complete {
            self.ask_around();
        }
        self.open(&self.history.shown());
        self.write(ctx);
        loader::announce("interactive");
    }

    /// Begins to listen. A program that dies while it hydrates the page has not begun, and listens to nothing.
    pub(super) fn begin(&mut self, ctx: &yew::Context<Self>) {
        self.listeners = listeners::listeners(ctx, self.width.as_ref());
        loader::announce("ready");
        self.features.into_iter().for_each(|full| full.begin(ctx));
        if self.phase == Phase::Complete {
            self.watch = Some(layout::watch());
        } else {
            // Presses come first: for twice as long as the start took, which is longer where the machine is slow.
            let wait = 2.0 * (browser::now() - self.started);
            let link = ctx.link().clone();
            Timeout::new(wait as u32, move || link.send_message(Msg::Idle)).forget();
        }
    }

    /// Shows what an address asks for, and puts its canonical form in its place.
    pub(super) fn open(&mut self, shown: &Location) {
        let (route, notices) = self.asked(shown);
        // What a link asked for in vain, the full program tells; the address stays until it has read it.
        let tells = self.features.map(|full| full.sentences(&notices));
        self.has_unshown_notices = !notices.is_empty() && tells.is_none();
        self.notices = Rc::new(tells.unwrap_or_default());
        if let PageKind::Document(id) = self.place_of(shown).page {
            self.derived.last_document = self.known.corpus.document_by_id(&id);
        }
        self.set_route(route);
        let canonical = self.history.of_view(&self.derived.route);
        if !self.has_unshown_notices && (canonical != shown.address() || !shown.query.is_empty()) {
            self.history.push(History::Replace, canonical);
        }
    }

    /// The view that an address asks for, and what it asks for in vain.
    fn asked(&self, shown: &Location) -> (Route, Vec<Notice>) {
        let asked = Address { fragment: &shown.fragment, query: &shown.query };
        let (route, mut notices) = Route::parse(&asked, &browser::nfc);
        let (route, unknown) = route.at(&self.place_of(shown)).resolve(&self.known.corpus);
        notices.extend(unknown);
        (route, notices)
    }

    /// What the path says. Where the pages were made from another file, it still says which page was asked for.
    fn place_of(&self, shown: &Location) -> PagePath {
        if self.site.place.is_some() {
            return PagePath::parse(&shown.path);
        }
        let path = Location::now(Some(&self.folder)).path;
        let mut place = PagePath::parse(&path);
        if place.corpus.as_deref() != Some(self.known.corpus.id.as_str()) {
            place.corpus = None;
            place.page =
                Some(place.page).filter(|page| !matches!(page, PageKind::Document(_))).unwrap_or_default();
        }
        place
    }
}
