//! What the page does beside changing a draft: beginning, opening, deleting, saving and reading drafts.

use super::super::{browser, settings_storage};
use super::app::{App, Msg, Opened};
use super::dragging::{self, Drag, Pointer};
use super::host::Host;
use super::storage::{Storage, Write};
use super::{files, selecting};
use crate::corpus::{Corpus, Reading, Snapshot, raw};
use crate::draft::{Draft, Entry};
use crate::route::Language;
use crate::ui::coding::{Action, Do, KeptDraft, Pick, Split, Tab, Work};
use crate::ui::i18n::{self, tr, tr_format};
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::MouseEvent;
use yew::Context;

/// In milliseconds: a check that takes longer waits until it is asked for.
const SLOW_CHECK: f64 = 120.0;

impl App {
    pub fn run(&mut self, ctx: &Context<Self>, action: Action) {
        // What was said of the step before goes with the next.
        let is_step = !matches!(action, Action::Do(Do::Focus(_) | Do::Type(_) | Do::MoveChoice { .. }));
        if is_step {
            self.announce(String::new());
        }
        match action {
            Action::Begin => self.begin_from_field(ctx),
            Action::ChooseFiles => self.host.choose_files(),
            Action::OpenDraft(key) => self.open(ctx, key),
            Action::DeleteDraft(key) => self.delete(ctx, key),
            Action::Close => self.close(ctx),
            Action::Save => self.save(ctx),
            Action::Read => self.read(ctx),
            Action::ChooseBeside => {
                self.awaits_beside = true;
                self.host.choose_files();
            }
            Action::Caret => self.toggle_caret(),
            Action::Dismiss => self.notices.clear(),
            Action::Deselect => {
                selecting::clear();
                self.act(ctx, Do::Select(None));
            }
            Action::Do(wanted) => self.act(ctx, wanted),
        }
    }

    fn act(&mut self, ctx: &Context<Self>, wanted: Do) {
        let Some(opened) = &mut self.opened else { return };
        if !opened.is_writer && changes(&wanted) {
            self.announce(tr("Another tab writes this draft; change it there.").to_owned());
            return;
        }
        if let Do::SetCoder(name) = &wanted {
            settings_storage::write_coder(&ctx.props().folder, name.trim());
        }
        let asks_for_check = wanted == Do::Show(Tab::Problems);
        opened.work.act(wanted);
        if asks_for_check {
            self.check_file();
        }
        self.after_change(ctx);
    }

    /// Whether anything is to be drawn.
    pub fn point(&mut self, ctx: &Context<Self>, pointer: Pointer, event: &MouseEvent) -> bool {
        let Some(opened) = &self.opened else { return false };
        match (pointer, self.drag.take()) {
            (Pointer::Down, _) => {
                let edge =
                    dragging::edge_of(event).and_then(|is_end| Some((is_end, opened.work.edge(is_end)?.1)));
                self.drag = edge.map(|(is_end, span)| {
                    Drag::new(is_end, if is_end { span.end() } else { span.start() }, event)
                });
                false
            }
            (_, None) => false,
            (Pointer::Move, Some(mut drag)) => {
                drag.at = drag.place(&self.host, event, opened.work.text()).unwrap_or(drag.at);
                // From the edge that stays.
                if let Some((_, span)) = opened.work.edge(!drag.is_end) {
                    selecting::set_caret(if drag.is_end { span.start() } else { span.end() }, false);
                    selecting::set_caret(drag.at, true);
                }
                self.drag = Some(drag);
                false
            }
            (Pointer::Up, Some(Drag { is_end, at, .. })) => {
                selecting::clear();
                self.run(ctx, Action::Do(Do::SetEdge { is_end, at }));
                true
            }
            (Pointer::Cancel, Some(_)) => {
                selecting::clear();
                false
            }
        }
    }

    fn begin_from_field(&mut self, ctx: &Context<Self>) {
        let value = |id: &str| {
            let field = browser::element(id).map(Into::into);
            crate::ui::coding::value_of(field).unwrap_or_default()
        };
        let (text, date, language) = (value("begin-text"), value("begin-date"), value("begin-language"));
        if text.trim().is_empty() {
            self.notices =
                vec![tr("There is no text yet: paste one into the field, or open a file.").to_owned()];
            return;
        }
        let too_long = text.len() > crate::corpus::MAX_FILE_SIZE;
        if too_long {
            self.notices = vec![tr_format!(
                "The text has more than {limit} MB; split it.",
                limit = crate::corpus::MAX_FILE_SIZE / 1_000_000
            )];
            return;
        }
        let text = text.replace("\r\n", "\n");
        self.begin(ctx, files::begun(&text, &date, &language), Vec::new());
    }

    /// A new draft of a file.
    pub fn begin(&mut self, ctx: &Context<Self>, file: raw::Corpus, notices: Vec<String>) {
        let key = new_key();
        let json: Rc<str> = file.to_json().into();
        self.notices = notices;
        self.host.opened(&key);
        let work = Work::new(Draft::new(file));
        let opened = Opened { key, work, file: json, entries: Vec::new(), has_gap: false, is_writer: true };
        self.storage.iter().for_each(|storage| storage.write(opened.anew()));
        self.host.persist();
        self.show(ctx, opened);
    }

    fn show(&mut self, ctx: &Context<Self>, mut opened: Opened) {
        App::ask_for_date(&mut opened);
        opened.work.focus_text();
        if opened.work.asks_for_coder()
            && let Some(name) = settings_storage::read_coder(&ctx.props().folder)
        {
            opened.work.act(Do::SetCoder(name));
        }
        set_address(Some(&opened.key));
        self.host.lock(&opened.key);
        self.is_slow_to_check = false;
        self.opened = Some(opened);
        self.check_file();
        self.after_change(ctx);
    }

    pub fn open(&mut self, ctx: &Context<Self>, key: String) {
        let Some(storage) = self.storage.clone() else { return };
        let link = ctx.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            let result = storage.draft(&key).await;
            link.send_message(Msg::DraftRead { key, result });
        });
    }

    pub fn draft_read(
        &mut self,
        ctx: &Context<Self>,
        key: String,
        result: Result<(Rc<str>, Vec<String>), String>,
    ) {
        let draft = result.and_then(|(file, entries)| Ok((draft_of(&file, &entries)?, file, entries)));
        match draft {
            Ok((draft, file, entries)) => {
                let work = Work::new(draft);
                self.show(ctx, Opened { key, work, file, entries, has_gap: false, is_writer: true });
            }
            Err(why) => {
                self.notices = vec![tr_format!("This draft cannot be opened: {why}.", why = why)];
                set_address(None);
            }
        }
    }

    fn delete(&mut self, ctx: &Context<Self>, key: String) {
        let title =
            self.drafts.iter().flatten().find(|draft| draft.key == key).map(|draft| draft.title.clone());
        let question = tr_format!(
            "Delete the draft “{name}”? It cannot be brought back.",
            name = title.unwrap_or_default()
        );
        if !browser::confirm(&question) {
            return;
        }
        if let Some(drafts) = &mut self.drafts {
            drafts.retain(|draft| draft.key != key);
        }
        self.storage.iter().for_each(|storage| storage.write(Write::Delete(key.clone())));
        self.list(ctx);
    }

    fn close(&mut self, ctx: &Context<Self>) {
        self.opened = None;
        self.notices.clear();
        set_address(None);
        browser::set_title(tr("Make a corpus"));
        self.list(ctx);
    }

    fn list(&mut self, ctx: &Context<Self>) {
        let Some(storage) = self.storage.clone() else { return };
        let link = ctx.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Ok(drafts) = storage.drafts().await {
                link.send_message(Msg::DraftsListed(drafts));
            }
        });
    }

    /// Opens what the address names: a draft, or a corpus of the site.
    pub fn go_by_address(&mut self, ctx: &Context<Self>) {
        let hash = browser::hash();
        let named = |key: &str| hash.split('&').find_map(|pair| pair.strip_prefix(key)).map(str::to_owned);
        if let Some(key) = named("draft=") {
            if self.opened.as_ref().is_none_or(|opened| opened.key != key) {
                self.open(ctx, key);
            }
        } else if let Some(id) = named("corpus=") {
            let address = format!("{}corpus/{id}.json", ctx.props().folder);
            let link = ctx.link().clone();
            wasm_bindgen_futures::spawn_local(async move {
                let message = match browser::fetch(&address).await {
                    Ok(bytes) => Msg::File { name: format!("{id}.json"), bytes },
                    Err(why) => Msg::Tell(vec![tr_format!(
                        "The corpus at {address} could not be fetched: {why}.",
                        address = address,
                        why = why
                    )]),
                };
                link.send_message(message);
            });
        } else if self.opened.is_some() {
            self.close(ctx);
        }
    }

    pub fn receive_file(&mut self, ctx: &Context<Self>, name: &str, bytes: &[u8]) {
        let is_for_beside = self.opened.as_ref().is_some_and(|opened| opened.work.waits_for_beside());
        if std::mem::take(&mut self.awaits_beside) || (is_for_beside && name.ends_with(".json")) {
            return self.put_beside(ctx, name, bytes);
        }
        let open = self.opened.as_ref().map(|opened| opened.work.file());
        match files::read(name, bytes, open, &self.language) {
            files::Opened::Corpus(file, notices) => self.begin(ctx, *file, notices),
            files::Opened::Document(document) => {
                let id = document.id.clone();
                self.act(ctx, Do::Edit(files::add(document)));
                self.act(ctx, Do::ShowDocument(id));
                self.act(ctx, Do::Show(Tab::Document));
            }
            files::Opened::Refused(lines) => self.notices = lines,
        }
    }

    /// A second coder's file beside the draft.
    fn put_beside(&mut self, ctx: &Context<Self>, name: &str, bytes: &[u8]) {
        let Some(opened) = &mut self.opened else { return };
        let file = raw::Corpus::read(bytes).map_err(|invalid| invalid.lines(name));
        match file.and_then(|file| opened.work.put_beside(name.to_owned(), file)) {
            Ok(()) => self.notices.clear(),
            Err(lines) => self.notices = lines,
        }
        self.after_change(ctx);
    }

    pub fn receive_text(&mut self, ctx: &Context<Self>, text: String) {
        let text = text.replace("\r\n", "\n");
        if self.opened.is_some() {
            self.act(ctx, Do::AddDocument(text));
        } else {
            let language = self.language.to_string();
            self.begin(ctx, files::begun(&text, "", &language), Vec::new());
        }
    }

    /// Looks for what is wrong with the file; the corpus that it is, if it can be read.
    pub fn check_file(&mut self) -> Option<Reading> {
        let opened = self.opened.as_mut()?;
        let began = browser::now();
        let read = Corpus::read(opened.work.file().to_json().as_bytes());
        let problems = match &read {
            Ok(reading) => reading.problems(),
            Err(invalid) => invalid.clone(),
        };
        opened.work.problems = Rc::new(problems);
        self.is_slow_to_check = browser::now() - began > SLOW_CHECK;
        read.ok()
    }

    fn save(&mut self, ctx: &Context<Self>) {
        let Some(opened) = &self.opened else { return };
        let json = opened.work.file().to_json();
        let name = format!("{}.json", opened.work.file().id.0);
        let written = JsFuture::from(self.host.write(&opened.key, &json));
        let link = ctx.link().clone();
        wasm_bindgen_futures::spawn_local(async move {
            let in_place = written.await.ok().and_then(|done| done.as_bool()).unwrap_or(false);
            if in_place || browser::download(&name, "application/json", &json).is_ok() {
                link.send_message(Msg::Saved(in_place));
            } else {
                link.send_message(Msg::Tell(vec![tr("This browser refused to save the file.").to_owned()]));
            }
        });
    }

    pub fn saved(&mut self, ctx: &Context<Self>, in_place: bool) {
        let said =
            if in_place { tr("Saved into the file that you opened.") } else { tr("Saved as a download.") };
        self.announce(said.to_owned());
        self.opened.iter_mut().for_each(|opened| opened.work.mark_saved());
        self.after_change(ctx);
        // A quick check follows every change by itself.
        if self.is_slow_to_check {
            self.check_file();
        }
    }

    /// Shows the draft in the reader; what stands between it and a site is listed instead.
    fn read(&mut self, ctx: &Context<Self>) {
        let Some(reading) = self.check_file() else {
            self.opened.iter_mut().for_each(|opened| opened.work.act(Do::Show(Tab::Problems)));
            self.notices = vec![
                tr("The reader shows a sound file only. What is wrong is listed under Problems.").to_owned(),
            ];
            return;
        };
        let title = reading.corpus.title.clone();
        let tables = Snapshot::from(reading).to_bytes();
        if !self.host.keeps_for_reading() {
            return self.host.read(&tables, &title);
        }
        let Some(storage) = self.storage.clone() else { return };
        let (host, link) = (self.host.clone(), ctx.link().clone());
        wasm_bindgen_futures::spawn_local(async move {
            match storage.keep_for_reading(&tables).await {
                Ok(()) => host.read(&[], &title),
                Err(why) => link.send_message(Msg::Tell(vec![tr_format!(
                    "The draft could not be handed to the reader: {why}.",
                    why = why
                )])),
            }
        });
    }
}

/// The draft and the page's language in the address, so that a reload opens both.
fn set_address(draft: Option<&str>) {
    let draft = draft.map(|key| ["draft=", key].concat());
    let language = match i18n::language() {
        Language::English => None,
        other => Some(["lang=", other.tag()].concat()),
    };
    let parts: Vec<String> = draft.into_iter().chain(language).collect();
    browser::set_hash(&parts.join("&"));
}

/// Whether it would change the draft.
fn changes(wanted: &Do) -> bool {
    !matches!(
        wanted,
        Do::Show(_)
            | Do::ShowDocument(_)
            | Do::Open(_)
            | Do::Step { .. }
            | Do::Select(_)
            | Do::Focus(_)
            | Do::Type(_)
            | Do::LeaveField
            | Do::MoveChoice { .. }
            | Do::ToggleSuggestions
            | Do::SetCoder(_)
            | Do::Pick(
                Pick::Begin | Pick::End | Pick::Statement(..) | Pick::Text | Pick::All | Pick::Nothing
            )
            | Do::Split(Split::Begin(_) | Split::End | Split::Name(_) | Split::Propose(_))
    )
}

/// A key that no other draft has: when it was begun, and chance.
fn new_key() -> String {
    let chance = (js_sys::Math::random() * 1e6) as u32;
    format!("{}-{chance}", js_sys::Date::now() as u64)
}

impl Opened {
    /// What the list of drafts shows of it.
    pub fn row(&self) -> KeptDraft {
        let file = self.work.file();
        let size: usize = file.documents.iter().map(|document| document.text.len()).sum();
        KeptDraft {
            key: self.key.clone(),
            title: file.title.clone(),
            size: size + file.statements.len() * 300,
            changed: js_sys::Date::now(),
        }
    }

    /// What keeps it anew from its beginning.
    pub fn anew(&self) -> Write {
        Write::Base { row: self.row(), file: self.file.clone(), entries: self.entries.clone() }
    }

    /// Keeps a step, or all of the draft where a step before could not be kept; and tells other tabs of it.
    pub fn keep(&mut self, storage: Option<&Rc<Storage>>, host: &Host, entry: &Entry) {
        let (json, number) = (entry.to_json(), self.entries.len());
        host.tell_tabs(&self.key, &json, number);
        self.entries.push(json.clone());
        let Some(storage) = storage else { return };
        if std::mem::take(&mut self.has_gap) {
            storage.write(self.anew());
        } else {
            storage.write(Write::Step { row: self.row(), number, entry: json });
        }
    }
}

/// A draft as it is after all that was done to a file.
fn draft_of(file: &str, entries: &[String]) -> Result<Draft, String> {
    let file = raw::Corpus::read(file.as_bytes()).map_err(|_| tr("its file cannot be read").to_owned())?;
    let mut draft = Draft::new(file);
    for entry in entries {
        let entry = Entry::from_json(entry).map_err(|problem| problem.to_string())?;
        draft.replay(entry).map_err(|problem| problem.to_string())?;
    }
    Ok(draft)
}
