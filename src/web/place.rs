//! Where things stand, and what has the focus: the only file that measures the page. It finds its elements
//! by the classes that the ui gives them.

use std::ops::Range;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Document, Element, FocusOptions, HtmlDialogElement, HtmlElement, ResizeObserver, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Space between two notes, in CSS pixels.
const GAP: f64 = 10.0;

/// Keeps notes in their places while the page changes its size: fonts, text size, width.
pub struct Watch {
    observer: Option<ResizeObserver>,
    _called: Closure<dyn Fn()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.iter().for_each(ResizeObserver::disconnect);
    }
}

pub fn watch() -> Watch {
    // In the next frame: what moves while sizes are observed would be observed again.
    let called = Closure::<dyn Fn()>::new(|| {
        if let Some(window) = web_sys::window() {
            let _ = window.request_animation_frame(Closure::once_into_js(lay_out).unchecked_ref());
        }
    });
    let observer = ResizeObserver::new(called.as_ref().unchecked_ref()).ok();
    if let (Some(observer), Some(app)) = (&observer, super::window::element("app")) {
        observer.observe(&app);
    }
    Watch { observer, _called: called }
}

struct Note {
    element: HtmlElement,
    wanted: f64,
    height: f64,
    top: f64,
}

/// Puts every note beside the line where its statement begins, or below the note before it. The open card
/// stays beside its statement: notes above it move up as far as there is room.
pub fn lay_out() {
    let Some(page) = document() else { return };
    let Some(list) = page.query_selector(".notes-list").ok().flatten() else { return };
    let (mut notes, floating) = measured(&page, &list);
    let mut below = f64::MIN;
    for note in &mut notes {
        note.top = note.wanted.max(below);
        below = note.top + note.height + GAP;
    }
    let card = notes.iter().position(|note| has(&note.element, "is-open"));
    if let Some(card) = card {
        make_room(&mut notes, card);
    }
    for note in &notes {
        place(&note.element, note.top);
    }
    // What is only pointed at lies over the notes, but never over the open card.
    let open = card.and_then(|card| notes.get(card));
    for note in floating {
        let over =
            open.filter(|open| note.wanted + note.height > open.top && note.wanted < open.top + open.height);
        place(&note.element, over.map_or(note.wanted, |open| open.top + open.height + GAP));
    }
}

/// The notes that count, in order, and those that only lie over them; all is read before anything is moved.
fn measured(page: &Document, list: &Element) -> (Vec<Note>, Vec<Note>) {
    let (mut notes, mut floating) = (Vec::new(), Vec::new());
    let found = list.query_selector_all("[data-beside]:not(.is-out)").ok();
    // Measuring where there is nothing to place would only keep the browser from what it has to do.
    let Some(found) = found.filter(|found| found.length() > 0) else { return (notes, floating) };
    let origin = list.get_bounding_client_rect().top();
    for at in 0..found.length() {
        let Some(element) = found.get(at).and_then(|n| n.dyn_into::<HtmlElement>().ok()) else { continue };
        let mark =
            element.get_attribute("data-beside").and_then(|id| page.get_element_by_id(&format!("s={id}")));
        let wanted = mark.map_or(0.0, |mark| mark.get_bounding_client_rect().top() - origin);
        let height = f64::from(element.offset_height());
        let lies_over = has(&element, "is-near");
        let note = Note { element, wanted, height, top: wanted };
        if lies_over { floating.push(note) } else { notes.push(note) }
    }
    (notes, floating)
}

/// Moves the notes above the card up, and those below it after it.
fn make_room(notes: &mut [Note], card: usize) {
    let Some((above, rest)) = notes.split_at_mut_checked(card) else { return };
    let Some((card, after)) = rest.split_first_mut() else { return };
    let needed: f64 = above.iter().map(|note| note.height + GAP).sum();
    card.top = card.wanted.max(needed);
    let mut limit = card.top;
    for note in above.iter_mut().rev() {
        note.top = note.top.min(limit - note.height - GAP);
        limit = note.top;
    }
    let mut below = card.top + card.height + GAP;
    for note in after {
        note.top = note.wanted.max(below);
        below = note.top + note.height + GAP;
    }
}

/// A list with more rows is drawn around what the reader sees only.
pub const LONG: usize = 300;
/// How far around, in CSS pixels.
const AROUND: f64 = 1500.0;

/// How high the stretches of a long list are, as far as they were drawn.
#[derive(Default)]
pub struct Stretches {
    known: Vec<Option<i32>>,
    /// The mean height of a row, in CSS pixels.
    row: i32,
}

impl Stretches {
    /// Keeps the room of every stretch that is not drawn, as high as it was or as its rows would be by the mean of the
    /// others; and remembers the height of those that are. Room is kept before anything is measured: measuring a page
    /// that has lost it would move the reader.
    pub fn keep(&mut self, near: Option<&Range<usize>>) {
        if near.is_none() {
            return;
        }
        let all = stretches();
        self.known.resize(all.len(), None);
        self.hold(&all);
        let (mut height, mut count) = (0, 0);
        for (element, known) in
            all.iter().zip(&mut self.known).filter(|(element, _)| !has(element, "is-away"))
        {
            let own = element.offset_height();
            (height, count) = (height + own, count + rows(element));
            *known = Some(own);
        }
        if count > 0 {
            self.row = height / count;
        }
        self.hold(&all);
    }

    fn hold(&self, all: &[HtmlElement]) {
        for (element, known) in all.iter().zip(&self.known) {
            let away = has(element, "is-away");
            let height = known.unwrap_or_else(|| self.row * rows(element));
            let _ = if away {
                element.style().set_property("height", &format!("{height}px"))
            } else {
                element.style().remove_property("height").map(|_| ())
            };
        }
    }
}

/// Keeps every stretch as high as it is, while some of them are about to be drawn and others no longer: a page that
/// loses its room in between would move the reader.
pub fn freeze() {
    for element in stretches().iter().filter(|element| !has(element, "is-away")) {
        let _ = element.style().set_property("height", &format!("{}px", element.offset_height()));
    }
}

/// Which stretches are near what the reader sees.
pub fn near() -> Option<Range<usize>> {
    let below = f64::from(document()?.document_element()?.client_height()) + AROUND;
    let is_near = |element: &HtmlElement| {
        let place = element.get_bounding_client_rect();
        place.bottom() > -AROUND && place.top() < below
    };
    let all = stretches();
    let first = all.iter().position(is_near)?;
    let count = all.iter().skip(first).take_while(|element| is_near(element)).count();
    Some(first..first + count)
}

fn rows(element: &HtmlElement) -> i32 {
    element.get_attribute("data-rows").and_then(|rows| rows.parse().ok()).unwrap_or(0)
}

fn stretches() -> Vec<HtmlElement> {
    let Some(found) = document().and_then(|page| page.query_selector_all(".stretch").ok()) else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Shows the page from its top.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Brings an opened statement into sight and its card into focus.
pub fn show_statement(id: &str, narrow: bool) {
    let Some(page) = document() else { return };
    let Some(mark) = page.get_element_by_id(&format!("s={id}")) else { return };
    focus_quietly(&page, ".card.is-open");
    // A statement that stands well in sight stays where it is; its card needs room below.
    let top = mark.get_bounding_client_rect().top();
    let height = page.document_element().map_or(0.0, |root| f64::from(root.client_height()));
    if top > height * 0.2 && top < height * 0.4 {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    // On a small screen the sheet leaves room for little more than the words themselves.
    options.set_block(if narrow { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center });
    mark.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Leads to the evidence of an opened cell whoever cannot see it.
pub fn show_evidence() {
    if let Some(page) = document() {
        focus_quietly(&page, ".evidence");
    }
}

/// Opens a dialog that has come to the page.
pub fn open_dialog() {
    if let Some(dialog) = dialog("dialog:not([open])") {
        // Refused only for a dialog that is open already, which is what is wanted.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog before it leaves, so that the focus goes back to where it came from.
pub fn close_dialog() {
    if let Some(dialog) = dialog("dialog[open]") {
        dialog.close();
    }
}

fn dialog(selector: &str) -> Option<HtmlDialogElement> {
    document()?.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

fn focus_quietly(page: &Document, selector: &str) {
    let found = page.query_selector(selector).ok().flatten().and_then(|e| e.dyn_into::<HtmlElement>().ok());
    if let Some(element) = found {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

fn has(element: &HtmlElement, class: &str) -> bool {
    element.class_list().contains(class)
}

fn place(element: &HtmlElement, top: f64) {
    let _ = element.style().set_property("top", &format!("{}px", top as i32));
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
