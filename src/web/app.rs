//! The one owner of what is asked: an address becomes a view, a wish becomes the next view, and each
//! view goes back into the address. Everything else on the page is derived.

mod keys;
mod listen;
mod open;
mod whole;

pub use whole::{WHOLE, Whole};

use super::history::{Addresses, Shown};
use super::keep;
use super::place;
use super::window;
use crate::corpus::{Edition, Extent, StatementIx};
use crate::query::Answers;
use crate::ui::tongue::{self, Messages, tr};
use crate::ui::{Given, Known, Panel, Preferences, Scene, Site, Stage, Wish, next, page, title};
use crate::view::{Action, Language, Opened, Place, Screen, View};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, OnceCell};
use std::ops::Range;
use std::rc::Rc;
use web_sys::{KeyboardEvent, MediaQueryList};
use yew::prelude::*;

#[derive(Properties)]
pub struct AppProps {
    pub known: Rc<Known>,
    /// Path of the folder that the page's settings belong to: the site's root.
    pub folder: Rc<str>,
    /// The page's place in the still page that is taken over; `None` where the page is drawn anew.
    pub still: Option<Place>,
    /// Where the page stands; it has a place where the site has a page for each document.
    pub site: Site,
    /// What the program has beside reading and filtering.
    pub whole: Option<Whole>,
    /// What the reader should know before anything else.
    pub notice: Option<&'static str>,
    /// The page's words in the language that the address asks for, where that is not English.
    pub words: Cell<Option<Messages>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.known, &other.known)
    }
}

pub enum Msg {
    Wish(Wish),
    /// The still page was taken over: show what is asked.
    Wake,
    /// There is time for what nobody waits for.
    Settle,
    /// Back, Forward, or an address edited by hand.
    Moved,
    Pressed(KeyboardEvent),
    Resized,
    /// What is in sight has changed.
    Scrolled,
    /// The page goes to paper, which has room for all; or it is back from there.
    Printing(bool),
    /// Words in another language have come.
    Spoken(Messages),
    /// More of the corpus has come.
    Known(Box<Edition>),
    /// Another program or drawing goes on from the address.
    Leave,
    /// A write to the address may be due.
    Write,
    Say(&'static str),
}

pub struct App {
    known: Rc<Known>,
    folder: Rc<str>,
    site: Site,
    whole: Option<Whole>,
    answers: Answers,
    /// The page as it stood in its file, until it was taken over.
    still: Option<Scene>,
    /// When the program began, in milliseconds.
    started: f64,
    stage: Stage,
    notices: Rc<Vec<String>>,
    near: Option<StatementIx>,
    all_values: bool,
    swipe: Rc<Cell<(i32, i32)>>,
    said: AttrValue,
    panel: Option<Panel>,
    /// What the reader set; read when it is first asked for.
    preferences: OnceCell<Preferences>,
    readers_language: Option<Language>,
    width: Option<MediaQueryList>,
    addresses: Addresses,
    timer: Option<Timeout>,
    /// What the reader was led to last: the open statement, the open cell.
    led: (Option<Opened>, Option<(String, String)>),
    /// The stretches of a long list that are near what the reader sees.
    near_stretches: Option<Range<usize>>,
    stretches: place::Stretches,
    /// The address asks for what this program cannot tell of.
    is_puzzled: bool,
    /// The part of the corpus that was asked for last.
    asked_for: Option<String>,
    /// A screen has come that begins at its top.
    to_top: bool,
    listeners: Vec<EventListener>,
    watch: Option<place::Watch>,
}

/// Below this width a table would have to be panned.
const NARROW: &str = "(max-width: 759.9px)";

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let AppProps { known, folder, still, site, whole, .. } = ctx.props();
        let parts = whole.map(|whole| whole.parts);
        let standing = still.clone().unwrap_or_default();
        let view = View::default().at(&standing).resolve(&known.corpus).0;
        let root = site.place.is_some().then(|| folder.to_string());
        let mut app = App {
            known: known.clone(),
            folder: folder.clone(),
            site: site.clone(),
            whole: *whole,
            answers: Answers::new(&known.corpus, &known.columns, parts.map(|parts| parts.derive), view),
            notices: Rc::default(),
            near: None,
            all_values: false,
            swipe: Rc::default(),
            said: AttrValue::default(),
            panel: None,
            preferences: OnceCell::new(),
            readers_language: None,
            addresses: Addresses::of(root),
            timer: None,
            led: (None, None),
            near_stretches: None,
            stretches: Default::default(),
            is_puzzled: false,
            asked_for: None,
            to_top: false,
            listeners: Vec::new(),
            watch: None,
            width: web_sys::window().and_then(|w| w.match_media(NARROW).ok().flatten()),
            started: window::now(),
            stage: if still.is_none() || whole.is_some() { Stage::All } else { Stage::Taken },
            still: None,
        };
        if still.is_none() {
            app.wake(ctx);
        } else if app.stands() {
            app.take(ctx);
        } else {
            let is_large = known.extent != Extent::Whole;
            let still = Scene::still(known.clone(), &standing, site.clone(), parts, is_large, Stage::Taken);
            app.still = Some(still);
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Wish(Wish::Point(statement)) if statement == self.near => return false,
            Msg::Wish(wish) => self.grant(ctx, wish),
            Msg::Wake => self.wake(ctx),
            Msg::Settle => self.settle(ctx),
            Msg::Moved => return self.moved(ctx),
            Msg::Pressed(event) => return self.pressed(ctx, &event),
            Msg::Resized => {}
            Msg::Scrolled => return self.scrolled(),
            Msg::Printing(true) => (self.near_stretches, self.stage) = (None, Stage::All),
            Msg::Printing(false) => self.near_stretches = self.first_stretches(),
            Msg::Spoken(words) => self.speak(Some(words)),
            Msg::Known(edition) => self.know(ctx, *edition),
            Msg::Leave => {
                self.addresses.write_all();
                super::end();
                return false;
            }
            Msg::Write => {
                self.write(ctx);
                return false;
            }
            Msg::Say(words) => self.say(words),
        }
        true
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        window::announce_left();
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        page(&self.scene(ctx))
    }

    /// What only the drawn page can have: places, focus, an open dialog.
    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if self.still.is_some() {
            return ctx.link().send_message(Msg::Wake);
        }
        if self.listeners.is_empty() {
            self.begin(ctx);
        }
        place::lay_out();
        place::open_dialog();
        if let Some(whole) = self.whole {
            (whole.keep)(&mut self.stretches, self.near_stretches.as_ref());
        }
        if std::mem::take(&mut self.to_top) {
            place::to_top();
        }
        let scene = self.scene(ctx);
        let cell = scene.compare().and_then(|asked| asked.cell.clone());
        if self.led.0 != scene.view.open {
            self.led.0.clone_from(&scene.view.open);
            self.led.0.iter().for_each(|opened| place::show_statement(&opened.id, scene.narrow));
        }
        if self.led.1 != cell {
            self.led.1 = cell;
            self.led.1.iter().filter(|_| !scene.view.embed).for_each(|_| place::show_evidence());
        }
    }
}

impl App {
    fn scene(&self, ctx: &Context<Self>) -> Scene {
        if let Some(still) = &self.still {
            return still.clone();
        }
        Scene::new(Given {
            known: self.known.clone(),
            answers: self.answers.clone(),
            notices: self.notices.clone(),
            near: self.near,
            all_values: self.all_values,
            swipe: self.swipe.clone(),
            said: self.said.clone(),
            panel: self.panel,
            // Only what the whole program has shows them.
            preferences: self.whole.map(|_| self.preferences()).unwrap_or_default(),
            readers_language: self.readers_language,
            narrow: self.width.as_ref().is_some_and(MediaQueryList::matches),
            site: self.site.clone(),
            near_stretches: self.near_stretches.clone(),
            parts: self.whole.map(|whole| whole.parts),
            stage: self.stage,
            is_large: self.known.extent != Extent::Whole,
            wish: ctx.link().callback(Msg::Wish),
        })
    }

    fn preferences(&self) -> Preferences {
        *self.preferences.get_or_init(|| keep::read(&self.folder))
    }

    fn show(&mut self, view: View) {
        if let Some(place) = &mut self.site.place {
            *place = view.place();
        }
        if view.open.is_none() && self.panel == Some(Panel::Cite) {
            place::close_dialog();
            self.panel = None;
        }
        let language = view.language;
        self.answers.ask(&self.known.corpus, &self.known.columns, view);
        self.near_stretches = self.first_stretches();
        self.stretches = Default::default();
        match language {
            Language::English => self.speak(None),
            other if other == tongue::spoken() => {}
            other => window::ask_for_words(other),
        }
        window::set_title(&title(&self.known.corpus, &self.answers.view));
    }

    /// Goes on in these words, if they are still those that are asked for.
    fn speak(&mut self, words: Option<Messages>) {
        let language = words.as_ref().map_or(Language::English, |words| words.language);
        if language != tongue::spoken() {
            tongue::speak(words);
        }
        window::set_language(tongue::spoken());
    }

    /// Goes on with more of the same corpus; whatever is asked meanwhile is asked of that.
    fn know(&mut self, ctx: &Context<Self>, edition: Edition) {
        let known = Known::new(edition, self.known.source.clone());
        let derive = self.whole.map(|whole| whole.parts.derive);
        let view = self.answers.view.as_ref().clone();
        if self.known.lacks(&view).is_some() {
            // What is open stands on the page only now.
            self.led = (None, None);
        }
        self.answers = Answers::new(&known.corpus, &known.columns, derive, view);
        self.known = Rc::new(known);
        self.near_stretches = self.first_stretches();
        self.stretches = Default::default();
        self.write(ctx);
    }

    /// A long list is drawn around what the reader sees; it begins at its top.
    fn first_stretches(&self) -> Option<Range<usize>> {
        let lists = matches!(self.answers.view.screen, Screen::Statements(_));
        (lists && self.answers.answer.matching.len() > place::LONG).then_some(0..4)
    }

    fn scrolled(&mut self) -> bool {
        if self.near_stretches.is_none() {
            return false;
        }
        let Some(whole) = self.whole else { return false };
        let near = (whole.near)();
        let moved = near.is_some() && near != self.near_stretches;
        if moved {
            (whole.freeze)();
            self.near_stretches = near;
        }
        moved
    }

    fn grant(&mut self, ctx: &Context<Self>, wish: Wish) {
        match wish {
            Wish::Ask(action) => self.ask(ctx, action),
            Wish::Step { back } => self.step(ctx, back),
            Wish::Show(panel) => {
                place::close_dialog();
                self.panel = None;
                panel.into_iter().for_each(|panel| self.open_panel(panel));
                self.site.keeps = window::kept_size().map(AttrValue::from);
            }
            Wish::Point(statement) => self.near = statement,
            Wish::ShowAll => self.all_values = true,
            Wish::FocusText => window::focus("#main"),
            Wish::Dismiss => self.notices = Rc::default(),
            other => {
                if let Some(whole) = self.whole {
                    (whole.grant)(self, ctx, other);
                }
            }
        }
    }

    fn ask(&mut self, ctx: &Context<Self>, action: Action) {
        let action = match action {
            Action::Search(typed) => Action::Search(window::nfc(&typed)),
            other => other,
        };
        let (view, how) = self.answers.view.after(&action);
        // Opening a statement of another document brings that document along.
        let (view, _) = view.resolve(&self.known.corpus);
        if view == *self.answers.view {
            return;
        }
        self.notices = Rc::default();
        self.said = AttrValue::default();
        let before = self.answers.view.clone();
        let is_other = std::mem::discriminant(&before.screen) != std::mem::discriminant(&view.screen)
            || before.place() != view.place();
        self.to_top = is_other && view.open.is_none();
        self.show(view);
        self.addresses.ask(how, self.addresses.of_view(&self.answers.view));
        self.write(ctx);
    }

    fn step(&mut self, ctx: &Context<Self>, back: bool) {
        let scene = self.scene(ctx);
        match next(&scene, scene.open(), back) {
            Some(statement) => self.ask(ctx, Action::Step(scene.opened(statement))),
            None => self.say(if back {
                tr("This is the first statement.")
            } else {
                tr("This is the last statement.")
            }),
        }
    }

    fn say(&mut self, words: &'static str) {
        // A no-break space makes the same words news again to a screen reader.
        let again = self.said.as_str() == words;
        self.said = if again { AttrValue::from(format!("{words}\u{a0}")) } else { AttrValue::from(words) };
    }

    fn moved(&mut self, ctx: &Context<Self>) -> bool {
        let shown = self.addresses.shown();
        if self.addresses.is_shown(&shown.address()) {
            return false;
        }
        let waiting = self.addresses.moved(&shown.address());
        self.said = AttrValue::default();
        match waiting {
            Some(earlier) => self.open(&Shown::read(&earlier)),
            None => self.open(&shown),
        }
        self.write(ctx);
        true
    }

    fn write(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        let wait = self.addresses.write();
        self.timer = wait.map(|wait| Timeout::new(wait, move || link.send_message(Msg::Write)));
        // What this program lacks, the whole one opens from the address, which it has to hold by then.
        if self.timer.is_some() {
            return;
        }
        let view = &self.answers.view;
        let wants = view.screen != Screen::Read || view.open.is_some() || view.embed;
        if self.whole.is_none() && (wants || self.is_puzzled || !self.known.lost.is_empty()) {
            window::ask_for_more(None);
        } else {
            // Once: whoever stopped it may ask again themselves.
            let lacks = self.known.lacks(&self.answers.view).map(str::to_owned);
            if lacks != self.asked_for {
                lacks.iter().for_each(|path| window::ask_for_part(path));
                self.asked_for = lacks;
            }
        }
    }

    fn open_panel(&mut self, panel: Panel) {
        if self.whole.is_none() && panel != Panel::Filters {
            return window::ask_for_more(Some(panel));
        }
        self.panel = Some(panel);
        self.said = AttrValue::default();
    }
}
