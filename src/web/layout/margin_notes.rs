//! Notes beside the words that they are about, none over another.

use super::{document, has};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement, ResizeObserver};

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
    if let (Some(observer), Some(app)) = (&observer, crate::web::browser::element("app")) {
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

fn place(element: &HtmlElement, top: f64) {
    let _ = element.style().set_property("top", &format!("{}px", top as i32));
}
