//! A long list is drawn in chunks, around what the reader sees; the others keep their room.

use super::{document, has};
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A list with more rows is drawn around what the reader sees only.
pub const LONG: usize = 1_000;
/// How far around, in CSS pixels.
const AROUND: f64 = 1500.0;

/// How high the chunks of a long list are, as far as they were drawn.
#[derive(Default)]
pub struct Chunks {
    known: Vec<Option<i32>>,
    /// The mean height of a row, in CSS pixels.
    row: i32,
}

impl Chunks {
    /// Keeps the room of every chunk that is not drawn, as high as it was or as its rows would be by the mean of the
    /// others; and remembers the height of those that are. Room is kept before anything is measured: measuring a page
    /// that has lost it would move the reader.
    pub fn place(&mut self, visible: Option<&Range<usize>>) {
        if visible.is_none() {
            return;
        }
        let all = chunks();
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

/// Keeps every chunk as high as it is, while some of them are about to be drawn and others no longer: a page that
/// loses its room in between would move the reader.
pub fn freeze_chunks() {
    for element in chunks().iter().filter(|element| !has(element, "is-away")) {
        let _ = element.style().set_property("height", &format!("{}px", element.offset_height()));
    }
}

/// Which chunks are near what the reader sees.
pub fn visible_chunks() -> Option<Range<usize>> {
    let below = f64::from(document()?.document_element()?.client_height()) + AROUND;
    let is_near = |element: &HtmlElement| {
        let place = element.get_bounding_client_rect();
        place.bottom() > -AROUND && place.top() < below
    };
    let all = chunks();
    let first = all.iter().position(is_near)?;
    let count = all.iter().skip(first).take_while(|element| is_near(element)).count();
    Some(first..first + count)
}

fn rows(element: &HtmlElement) -> i32 {
    element.get_attribute("data-rows").and_then(|rows| rows.parse().ok()).unwrap_or(0)
}

fn chunks() -> Vec<HtmlElement> {
    let Some(found) = document().and_then(|page| page.query_selector_all(".stretch").ok()) else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}
