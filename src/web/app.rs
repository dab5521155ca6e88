//! The one owner of what is asked: an address becomes a view, a command becomes the next view, and each
//! view goes back into the address. Everything else on the page is derived.

use super::browser;
use super::history::{HistoryQueue, Location};
use super::layout;
use super::loader;
use super::settings_storage;
use crate::corpus::{Loaded, Snapshot, StatementIx};
use crate::query::Derived;
use crate::route::{Filter, Language, Notice, PagePath, Route, Screen, StatementRef};
use crate::ui::i18n::{self, Catalog};
use crate::ui::{Command, Context, ContextData, Dialog, LoadedCorpus, Phase, Settings, Site, page, title};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use web_sys::{KeyboardEvent, MediaQueryList};
use yew::prelude::*;

/// What only the full program does.
pub trait Features: crate::ui::Features {
    fn run(&self, app: &mut App, ctx: &yew::Context<App>, command: Command);
    /// The page stands, and the program listens.
    fn begin(&self, ctx: &yew::Context<App>);
    /// No place that was found is shown any more.
    fn forget_hit(&self);
    /// How often more was asked for of the list that is shown.
    fn more_parts(&self, app: &App) -> usize;
    /// What a link asked for in vain, in sentences.
    fn sentences(&self, notices: &[Notice]) -> Vec<String>;
    /// The words of the open statement came, of which an index knows nothing: tells it where the link was made
    /// for others, and puts their sum into the address. The notices are those of the route with these words.
    fn hold_against_words(&self, app: &mut App, notices: &[Notice]);
}

#[derive(Properties)]
pub struct AppProps {
    pub corpus: Rc<LoadedCorpus>,
    /// Path of the folder that the page's settings belong to: the site's root.
    pub folder: Rc<str>,
    /// The page's place in the prerendered page that is hydrated; `None` where the page is drawn anew.
    pub prerendered: Option<PagePath>,
    /// Where the page stands; it has a place where the site has a page for each document.
    pub site: Site,
    /// What the program has beside reading and filtering.
    pub features: Option<&'static dyn Features>,
    /// The page's words in the language that the address asks for, where that is not English.
    pub catalog: Cell<Option<Catalog>>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.corpus, &other.corpus)
    }
}

pub enum Msg {
    Run(Command),
    /// The prerendered page was hydrated: show what is asked.
    Hydrated,
    /// The page is idle: it can be completed.
    Idle,
    /// Back, Forward, or an address edited by hand.
    UrlChanged,
    KeyDown(KeyboardEvent),
    Resized,
    /// What is in sight has changed.
    /// The page goes to paper, which has room for all; or it is back from there.
    Printing(bool),
    /// Words in another language have come.
    CatalogLoaded(Catalog),
    /// More of the corpus has come.
    CorpusLoaded(Box<Snapshot>),
    /// Another program or drawing goes on from the address.
    Stop,
    /// A write to the address may be due.
    FlushHistory,
    /// A link was pressed that the program does not follow: it leads on from the address that is shown.
    Leaving,
    Announce(&'static str),
}

pub struct App {
    pub(super) known: Rc<LoadedCorpus>,
    pub(super) folder: Rc<str>,
    pub(super) site: Site,
    pub(super) features: Option<&'static dyn Features>,
    pub(super) derived: Derived,
    /// The page as it stood in its file, until it was hydrated.
    pub(super) prerendered: Option<Context>,
    /// When the program began, in milliseconds.
    pub(super) started: f64,
    pub(super) phase: Phase,
    pub(super) notices: Rc<Vec<String>>,
    pub(super) hovered: Option<StatementIx>,
    /// The place that is shown of those that a search found, from 1, and how many there are.
    pub(super) hit: Option<(usize, usize)>,
    /// Something else was chosen in a text: what matches has to be in sight.
    pub(super) has_narrowed: bool,
    pub(super) all_values: bool,
    pub(super) touch_start: Rc<Cell<(i32, i32)>>,
    pub(super) announcement: AttrValue,
    pub(super) dialog: Option<Dialog>,
    /// What the reader set; read when it is first asked for.
    pub(super) settings: OnceCell<Settings>,
    pub(super) readers_language: Option<Language>,
    /// What is looked for in lists of names, each by its key.
    pub(super) list_searches: Rc<Vec<(&'static str, String)>>,
    /// How often more was asked for of which list; a way back to it finds it as it was.
    pub(super) more: Option<(Screen, Filter, usize)>,
    /// Groups of speakers whose members are folded away, by id.
    pub(super) folded: Rc<Vec<String>>,
    /// The page goes to paper.
    pub(super) is_on_paper: bool,
    pub(super) width: Option<MediaQueryList>,
    pub(super) history: HistoryQueue,
    pub(super) timer: Option<Timeout>,
    /// The statement and the cell that were last scrolled into view.
    pub(super) revealed: (Option<StatementRef>, Option<(String, String)>),
    /// How often the page was drawn anew because others had changed it.
    pub(super) redrawn: u32,
    /// The address asks for what this program cannot tell of.
    pub(super) has_unshown_notices: bool,
    /// The part of the corpus that was asked for last.
    pub(super) requested_shard: Option<String>,
    /// The place that was asked for stands on the page as soon as it is drawn.
    pub(super) awaits_hit: bool,
    /// A screen has come that begins at its top.
    pub(super) scroll_to_top: bool,
    pub(super) listeners: Vec<EventListener>,
    pub(super) watch: Option<layout::Watch>,
}

/// Below this width a table would have to be panned.
const NARROW: &str = "(width < 47.5em)";

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &yew::Context<Self>) -> Self {
        let AppProps { corpus: known, folder, prerendered, site, features, .. } = ctx.props();
        let drawn = features.map(|full| full as _);
        let standing = prerendered.clone().unwrap_or_default();
        let route = Route::default().at(&standing).resolve(&known.corpus).0;
        let root = site.place.is_some().then(|| folder.to_string());
        let last_document = browser::take("last-document").and_then(|id| known.corpus.document_by_id(&id));
        let mut app = App {
            known: known.clone(),
            folder: folder.clone(),
            site: site.clone(),
            features: *features,
            derived: known.derive(features.map(|full| full as _), route).after(
                &known.corpus,
                &known.columns,
                last_document,
            ),
            notices: Rc::default(),
            hovered: None,
            hit: None,
            has_narrowed: false,
            all_values: false,
            touch_start: Rc::default(),
            announcement: AttrValue::default(),
            dialog: None,
            settings: OnceCell::new(),
            readers_language: None,
            list_searches: Rc::default(),
            more: None,
            awaits_hit: false,
            folded: Rc::default(),
            is_on_paper: false,
            history: HistoryQueue::of(root),
            timer: None,
            revealed: (None, None),
            redrawn: 0,
            has_unshown_notices: false,
            requested_shard: None,
            scroll_to_top: false,
            listeners: Vec::new(),
            watch: None,
            width: web_sys::window().and_then(|w| w.match_media(NARROW).ok().flatten()),
            started: browser::now(),
            phase: if prerendered.is_none() || features.is_some() {
                Phase::Complete
            } else {
                Phase::Hydrated
            },
            prerendered: None,
        };
        if prerendered.is_none() {
            app.hydrate(ctx);
        } else if app.is_up_to_date() {
            app.adopt(ctx);
        } else {
            let is_sharded = known.loaded != Loaded::Everything;
            let prerendered = Context::prerendered(
                known.clone(),
                &standing,
                site.clone(),
                drawn,
                is_sharded,
                Phase::Hydrated,
            );
            app.prerendered = Some(prerendered);
        }
        app
    }

    fn update(&mut self, ctx: &yew::Context<Self>, msg: Msg) -> bool {
        let is_changed = self.receive(ctx, msg);
        if is_changed {
            loader::announce("drawing");
            self.redrawn += u32::from(browser::take("foreign").is_some());
        }
        is_changed
    }

    fn destroy(&mut self, _ctx: &yew::Context<Self>) {
        loader::announce("stopped");
    }

    fn view(&self, ctx: &yew::Context<Self>) -> Html {
        page(&self.context(ctx))
    }

    /// What only the drawn page can have: places, focus, an open dialog.
    fn rendered(&mut self, ctx: &yew::Context<Self>, _first: bool) {
        if self.prerendered.is_some() {
            return ctx.link().send_message(Msg::Hydrated);
        }
        if self.listeners.is_empty() {
            self.begin(ctx);
        }
        browser::set_title(&title(&self.known.corpus, &self.derived.route));
        layout::lay_out();
        layout::open_dialog();
        if std::mem::take(&mut self.awaits_hit) {
            ctx.link().send_message(Msg::Run(Command::ShowHit { back: false }));
        }
        if std::mem::take(&mut self.scroll_to_top) {
            layout::scroll_to_top();
        }
        if std::mem::take(&mut self.has_narrowed) {
            layout::show_match();
        }
        let context = self.context(ctx);
        let cell = context.compare().and_then(|asked| asked.cell.clone());
        if self.revealed.0.as_ref() != context.route().open() {
            self.revealed.0 = context.route().open().cloned();
            self.revealed.0.iter().for_each(|opened| layout::show_statement(&opened.id, context.narrow));
        }
        if self.revealed.1 != cell {
            self.revealed.1 = cell;
            self.revealed.1.iter().filter(|_| !context.route().embed).for_each(|_| layout::show_evidence());
        }
    }
}

impl App {
    /// Does what a message asks for; says whether the page has to be drawn.
    fn receive(&mut self, ctx: &yew::Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Run(Command::Hover(statement)) if statement == self.hovered => return false,
            // Drawing everything anew under the mouse would lose the press that comes.
            Msg::Run(Command::Hover(_)) if browser::is_foreign() => return false,
            Msg::Run(command) => self.run(ctx, command),
            Msg::Hydrated => self.hydrate(ctx),
            Msg::Idle => self.complete(ctx),
            Msg::UrlChanged => return self.moved(ctx),
            Msg::KeyDown(event) => return self.pressed(ctx, &event),
            Msg::Resized => {}
            Msg::Printing(true) => {
                (self.phase, self.is_on_paper) = (Phase::Complete, true);
            }
            Msg::Printing(false) => self.is_on_paper = false,
            Msg::CatalogLoaded(words) => self.set_language(Some(words)),
            Msg::CorpusLoaded(snapshot) => self.set_corpus(ctx, *snapshot),
            Msg::Stop => {
                self.history.write_all();
                let document =
                    self.derived.last_document.map(|ix| self.known.corpus.documents[ix].id.to_string());
                document.iter().for_each(|id| browser::leave("last-document", id));
                super::end();
                return false;
            }
            Msg::FlushHistory => {
                self.write(ctx);
                return false;
            }
            Msg::Leaving => {
                self.history.write_all();
                return false;
            }
            Msg::Announce(words) => self.announce(words),
        }
        true
    }

    pub(super) fn context(&self, ctx: &yew::Context<Self>) -> Context {
        if let Some(prerendered) = &self.prerendered {
            return prerendered.clone();
        }
        Context::new(ContextData {
            known: self.known.clone(),
            derived: self.derived.clone(),
            notices: self.notices.clone(),
            hovered: self.hovered,
            hit: self.hit,
            all_values: self.all_values,
            touch_start: self.touch_start.clone(),
            announcement: self.announcement.clone(),
            dialog: self.dialog,
            // Only what the full program has shows them.
            settings: self.features.map(|_| self.settings()).unwrap_or_default(),
            readers_language: self.readers_language,
            list_searches: self.list_searches.clone(),
            more_parts: self.features.map_or(0, |full| full.more_parts(self)),
            folded: self.folded.clone(),
            is_on_paper: self.is_on_paper,
            narrow: self.width.as_ref().is_some_and(MediaQueryList::matches),
            site: self.site.clone(),
            features: self.features.map(|full| full as _),
            phase: self.phase,
            redrawn: self.redrawn,
            is_sharded: self.known.loaded != Loaded::Everything,
            command: ctx.link().callback(Msg::Run),
        })
    }

    pub(super) fn settings(&self) -> Settings {
        *self.settings.get_or_init(|| settings_storage::read(&self.folder))
    }

    pub(super) fn set_route(&mut self, route: Route) {
        if let Some(place) = &mut self.site.place {
            *place = route.place();
        }
        if matches!(self.dialog, Some(Dialog::Cite(_))) && route.open() != self.derived.route.open() {
            layout::close_dialog();
            self.dialog = None;
        }
        if let Some(full) = self.features.filter(|_| self.hit.is_some())
            && (route.filter != self.derived.route.filter || route.place() != self.derived.route.place())
        {
            self.hit = None;
            full.forget_hit();
        }
        if std::mem::discriminant(&route.screen) != std::mem::discriminant(&self.derived.route.screen) {
            self.list_searches = Rc::default();
        }
        let language = route.language;
        self.derived.update(&self.known.corpus, &self.known.columns, route);
        match language {
            Language::English => self.set_language(None),
            other if other == i18n::language() => {}
            other => loader::load_catalog(other),
        }
    }

    /// Goes on in these words, if they are still those that are asked for.
    pub(super) fn set_language(&mut self, words: Option<Catalog>) {
        let language = words.as_ref().map_or(Language::English, |words| words.language);
        if language != i18n::language() {
            i18n::set_catalog(words);
        }
        browser::set_language(i18n::language());
    }

    /// Goes on with more of the same corpus; whatever is asked meanwhile is asked of that.
    pub(super) fn set_corpus(&mut self, ctx: &yew::Context<Self>, snapshot: Snapshot) {
        let known = LoadedCorpus::new(snapshot, self.known.source.clone());
        let asked = self.derived.route.as_ref().clone();
        let open = asked.open_in(&known.corpus);
        let (route, notices) = asked.resolve(&known.corpus);
        let is_learned = open.is_some_and(|ix| self.known.corpus.statements[ix].wording_checksum.is_none());
        if self.known.missing_shard(&route).is_some() {
            // What is open stands on the page only now.
            self.revealed = (None, None);
        }
        let on_demand = self.features.map(|full| full as _);
        self.derived =
            known.derive(on_demand, route).after(&known.corpus, &known.columns, self.derived.last_document);
        self.known = Rc::new(known);
        if is_learned {
            self.features.into_iter().for_each(|full| full.hold_against_words(self, &notices));
        }
        self.write(ctx);
    }

    pub(super) fn moved(&mut self, ctx: &yew::Context<Self>) -> bool {
        let shown = self.history.shown();
        if self.history.is_shown(&shown.address()) {
            return false;
        }
        let waiting = self.history.moved(&shown.address());
        self.announcement = AttrValue::default();
        match waiting {
            Some(earlier) => self.open(&Location::read(&earlier)),
            None => self.open(&shown),
        }
        self.write(ctx);
        true
    }

    pub(super) fn write(&mut self, ctx: &yew::Context<Self>) {
        let link = ctx.link().clone();
        let wait = self.history.write();
        self.timer = wait.map(|wait| Timeout::new(wait, move || link.send_message(Msg::FlushHistory)));
        // What this program lacks, the full one opens from the address, which it has to hold by then.
        if self.timer.is_some() {
            return;
        }
        let route = &self.derived.route;
        let wants = route.screen != Screen::TEXT || route.embed;
        if self.features.is_none() && (wants || self.has_unshown_notices || !self.known.orphans.is_empty()) {
            loader::load_full(None);
        } else {
            // Once: whoever stopped it may ask again themselves.
            let missing_shard = self.known.missing_shard(&self.derived.route).map(str::to_owned);
            if missing_shard != self.requested_shard {
                missing_shard.iter().for_each(|path| loader::load_shard(path));
                self.requested_shard = missing_shard;
            }
        }
    }
}
