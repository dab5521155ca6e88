//! The one owner of the coding page: what comes from the browser becomes an action, an action changes the draft, and
//! each change is drawn and kept.

use super::super::browser;
use super::dragging::{self, Drag, Pointer};
use super::host::Host;
use super::storage::Storage;
use super::{keys, selecting};
use crate::corpus::raw;
use crate::draft::{Entry, Selection};
use crate::ui::coding::{Action, Do, Keeping, KeptDraft, Tab, Then, View, Work, page};
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

#[derive(Properties)]
pub struct AppProps {
    pub host: Host,
    /// The path of the site's root.
    pub folder: AttrValue,
}

impl PartialEq for AppProps {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

pub enum Msg {
    Run(Action),
    KeyDown(KeyboardEvent),
    Pointer(Pointer, web_sys::MouseEvent),
    /// Something else is selected, maybe in the text.
    SelectionChanged,
    Selected,
    File {
        name: String,
        bytes: Vec<u8>,
    },
    Text(String),
    /// A corpus that was made of a table or a project.
    Converted {
        file: Box<raw::Corpus>,
        notes: Vec<String>,
    },
    /// The database is open, or it is known why not.
    StorageOpened(Rc<Storage>),
    DraftsListed(Vec<KeptDraft>),
    DraftRead {
        key: String,
        result: Result<(Rc<str>, Vec<String>), String>,
    },
    Written(Result<(), String>),
    Follow {
        key: String,
        entry: Entry,
        number: usize,
    },
    Writer {
        key: String,
        is_writer: bool,
    },
    /// The file is checked, now that nothing was changed for a moment.
    Check,
    Saved(bool),
    Tell(Vec<String>),
    AddressChanged,
    Redraw,
}

/// A draft that is open.
pub struct Opened {
    pub key: String,
    pub work: Work,
    /// The file that it began with, as JSON, and what was done since.
    pub file: Rc<str>,
    pub entries: Vec<String>,
    /// What is kept of it has a gap: it is kept anew from its beginning.
    pub has_gap: bool,
    pub is_writer: bool,
}

pub struct App {
    pub opened: Option<Opened>,
    pub drafts: Option<Vec<KeptDraft>>,
    pub keeping: Keeping,
    pub notices: Vec<String>,
    announcement: AttrValue,
    has_caret: bool,
    /// Where the caret was, by code point, when the text lost the focus.
    caret: u32,
    pub language: AttrValue,
    pub host: Host,
    pub storage: Option<Rc<Storage>>,
    /// What waits for a moment without changes.
    check: Option<Timeout>,
    selection: Option<Timeout>,
    /// An edge of the open statement that is being dragged.
    pub drag: Option<Drag>,
    /// The next file that comes is a second coder's.
    pub awaits_beside: bool,
    /// A check takes so long that it waits until it is asked for.
    pub is_slow_to_check: bool,
    /// How often the text was drawn anew.
    redrawn: u32,
    _listeners: Vec<EventListener>,
}

/// In milliseconds: how long nothing is changed before the file is checked, or nothing else selected before what is
/// selected is shown.
const BEFORE_CHECK: u32 = 400;
const BEFORE_SELECTED: u32 = 60;

impl Component for App {
    type Message = Msg;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            let done = link.callback(Msg::Written);
            let storage = Rc::new(Storage::open(done).await);
            let drafts = storage.drafts().await.unwrap_or_default();
            link.send_message(Msg::StorageOpened(storage));
            link.send_message(Msg::DraftsListed(drafts));
        });
        App {
            opened: None,
            drafts: None,
            keeping: Keeping::Kept,
            notices: Vec::new(),
            announcement: AttrValue::default(),
            has_caret: false,
            caret: 0,
            language: browser::readers_tag().into(),
            host: ctx.props().host.clone(),
            storage: None,
            check: None,
            selection: None,
            drag: None,
            awaits_beside: false,
            is_slow_to_check: false,
            redrawn: 0,
            _listeners: listeners(ctx),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Run(action) => self.run(ctx, action),
            Msg::KeyDown(event) => return self.pressed(ctx, &event),
            Msg::Pointer(pointer, event) => return self.point(ctx, pointer, &event),
            Msg::SelectionChanged if self.drag.is_some() => return false,
            Msg::SelectionChanged => {
                let link = ctx.link().clone();
                self.selection =
                    Some(Timeout::new(BEFORE_SELECTED, move || link.send_message(Msg::Selected)));
                return false;
            }
            Msg::Selected => return self.take_selection(),
            Msg::File { name, bytes } => self.receive_file(ctx, &name, &bytes),
            Msg::Text(text) => self.receive_text(ctx, text),
            Msg::Converted { file, notes } => self.begin(ctx, *file, notes),
            Msg::StorageOpened(storage) => {
                self.keeping = storage.problem().map_or(Keeping::Kept, Keeping::Lost);
                // What was begun before the database was open is kept now.
                self.opened.iter().for_each(|opened| storage.write(opened.anew()));
                self.storage = Some(storage);
                self.go_by_address(ctx);
            }
            Msg::DraftsListed(drafts) => self.drafts = Some(drafts),
            Msg::DraftRead { key, result } => self.draft_read(ctx, key, result),
            Msg::Written(result) => return self.written(result),
            Msg::Follow { key, entry, number } => return self.follow(ctx, &key, entry, number),
            Msg::Writer { key, is_writer } => {
                let own = self.opened.as_mut().filter(|opened| opened.key == key);
                own.into_iter().for_each(|opened| opened.is_writer = is_writer);
            }
            Msg::Check => {
                self.check_file();
            }
            Msg::Saved(in_place) => self.saved(ctx, in_place),
            Msg::Tell(lines) => self.notices = lines,
            Msg::AddressChanged => self.go_by_address(ctx),
            Msg::Redraw => self.redrawn = self.redrawn.wrapping_add(1),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let view = View {
            work: self.opened.as_ref().map(|opened| &opened.work),
            drafts: self.drafts.as_deref(),
            keeping: &self.keeping,
            day: browser::day,
            notices: &self.notices,
            announcement: self.announcement.clone(),
            language: self.language.clone(),
            has_caret: self.has_caret,
            redrawn: self.redrawn,
            is_follower: self.opened.as_ref().is_some_and(|opened| !opened.is_writer),
            emit: ctx.link().callback(Msg::Run),
        };
        page(&view)
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        let Some(opened) = &mut self.opened else { return };
        browser::set_title(&opened.work.file().title);
        if opened.work.typing.is_some() {
            selecting::show_choices();
        }
        for then in opened.work.take_then() {
            match then {
                Then::Focus(id) => selecting::focus_near(&id),
                Then::Reveal(id) => selecting::reveal(&id.0),
                Then::Text => {
                    selecting::focus_near("text");
                    if self.has_caret {
                        selecting::set_caret(self.caret, false);
                    }
                }
            }
        }
    }
}

fn listeners(ctx: &Context<App>) -> Vec<EventListener> {
    let Some((window, document)) = web_sys::window().zip(browser::document()) else { return Vec::new() };
    let pressed = ctx.link().callback(Msg::KeyDown);
    let selected = ctx.link().callback(|()| Msg::SelectionChanged);
    // A key may be kept from the browser, which has its own use of some.
    let active = EventListenerOptions::enable_prevent_default();
    let own = [
        EventListener::new_with_options(&window, "keydown", active, move |event| {
            event.dyn_ref::<KeyboardEvent>().cloned().into_iter().for_each(|event| pressed.emit(event));
        }),
        EventListener::new(&document, "selectionchange", move |_| selected.emit(())),
    ];
    let pointed = ctx.link().callback(|(pointer, event)| Msg::Pointer(pointer, event));
    own.into_iter().chain(dragging::listeners(&pointed)).collect()
}

impl App {
    fn pressed(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        let Some(opened) = &mut self.opened else { return false };
        if self.has_caret && event.alt_key() && browser::has_focus("text") && event.key().starts_with("Arrow")
        {
            let back = matches!(event.key().as_str(), "ArrowLeft" | "ArrowUp");
            if let Some((_, to)) = selecting::selected(opened.work.text()) {
                event.prevent_default();
                let edge = selecting::sentence_edge(opened.work.text(), to, back, event.shift_key());
                selecting::set_caret(edge, event.shift_key());
            }
            return false;
        }
        // What was selected just now counts for the key that follows.
        self.take_selection();
        let Some(opened) = &self.opened else { return false };
        let Some(action) = keys::wanted(event, Some(&opened.work)) else { return false };
        event.prevent_default();
        let action = match action {
            Action::Do(Do::Open(None)) if self.has_caret && opened.work.statement().is_none() => {
                Action::Caret
            }
            other => other,
        };
        self.run(ctx, action);
        true
    }

    /// Goes by what is selected in the text; whether that is something else than before.
    fn take_selection(&mut self) -> bool {
        self.selection = None;
        let Some(opened) = &mut self.opened else { return false };
        let Some((from, to)) = selecting::selected(opened.work.text()) else { return false };
        self.caret = to;
        let span = opened.work.text().span(from.min(to), from.max(to));
        let before = opened.work.selection();
        let is_same = before.map(|known| known.span) == span;
        if is_same || span.is_none() && before.is_none() {
            return false;
        }
        let selection = Selection::of(opened.work.text(), from, to);
        if selection.as_ref().map(|found| found.span) == before.map(|known| known.span) {
            return false;
        }
        opened.work.act(Do::Select(selection));
        true
    }

    pub fn toggle_caret(&mut self) {
        self.has_caret = !self.has_caret;
        if let Some(opened) = &mut self.opened {
            let begin =
                opened.work.placed().first().and_then(|placed| placed.spans.first()).map(|span| span.start());
            self.caret = if self.caret == 0 { begin.unwrap_or(0) } else { self.caret };
            opened.work.focus_text();
        }
    }

    pub fn announce(&mut self, said: String) {
        // The same words twice are announced twice.
        let same = !said.is_empty() && self.announcement.as_str() == said;
        self.announcement = if same { format!("{said}\u{a0}").into() } else { said.into() };
    }

    /// Keeps what was done, tells other tabs, and lets the file be checked.
    pub fn after_change(&mut self, ctx: &Context<Self>) {
        let Some(opened) = &mut self.opened else { return };
        if let Some(said) = opened.work.take_said() {
            self.announce(said);
        }
        let Some(opened) = &mut self.opened else { return };
        let entries = opened.work.take_journal();
        if entries.is_empty() {
            return;
        }
        entries.iter().for_each(|entry| opened.keep(self.storage.as_ref(), &self.host, entry));
        if self.is_slow_to_check {
            return;
        }
        let link = ctx.link().clone();
        self.check = Some(Timeout::new(BEFORE_CHECK, move || link.send_message(Msg::Check)));
    }

    fn written(&mut self, result: Result<(), String>) -> bool {
        let now = match result {
            Ok(()) => Keeping::Kept,
            Err(why) => {
                self.opened.iter_mut().for_each(|opened| opened.has_gap = true);
                Keeping::Lost(why)
            }
        };
        let is_other = now != self.keeping;
        self.keeping = now;
        is_other
    }

    fn follow(&mut self, ctx: &Context<Self>, key: &str, entry: Entry, number: usize) -> bool {
        let Some(opened) = self.opened.as_mut().filter(|opened| opened.key == key) else { return false };
        // What was read from the storage already is not done twice.
        if number < opened.entries.len() {
            return false;
        }
        let is_next = number == opened.entries.len();
        opened.entries.push(entry.to_json());
        if !is_next || !opened.work.follow(entry) {
            // What is kept is what counts.
            self.open(ctx, key.to_owned());
        }
        true
    }

    pub fn has_unkept(&self) -> bool {
        let is_lost = matches!(self.keeping, Keeping::Lost(_));
        let is_busy = self.storage.as_ref().is_some_and(|storage| storage.is_busy());
        self.opened.as_ref().is_some_and(|opened| {
            let draft = opened.work.draft();
            !draft.is_saved() && !draft.history().done.is_empty() && (is_lost || is_busy)
        })
    }

    /// Shows the data of a text that was just opened where its date is missing.
    pub fn ask_for_date(opened: &mut Opened) {
        let needs_date = opened.work.document().is_some_and(|document| document.date.0.is_empty());
        if needs_date {
            opened.work.act(Do::Show(Tab::Document));
        }
    }
}
