//! The places that a search found, as they stand on the page: which one is shown, and the way to the next. Which one it
//! is, no address says and no drawing knows; the page marks it itself.

use super::scroll::{TOP, bring_into_sight};
use super::{document, has};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// In a text and in the list of documents what is marked; in the list of statements its rows, and what stands for those
/// that are not drawn.
const PLACES: &str = "article .hit:not(.is-more), .finds .hit, .listed > li, .listed ~ .list-rest";

/// Where the next place is.
pub enum Hit {
    /// It is shown: the place from 1, and how many there are.
    Shown(usize, usize),
    /// It belongs to the part of a list that is not drawn.
    NotDrawn,
    Nowhere,
}

/// Shows the next or the previous place. The first is the one that the reader has before them; before that comes the
/// last that is drawn.
pub fn show_hit(shown: Option<(usize, usize)>, back: bool) -> Hit {
    let places = document().map(|page| all(&page, PLACES)).unwrap_or_default();
    let drawn = places.iter().filter(|place| !is_rest(place)).count();
    let count = places.iter().map(rows).sum();
    let at = match shown.filter(|(at, _)| *at <= count) {
        Some((at, _)) if back => at.checked_sub(1).filter(|at| *at > 0).unwrap_or(drawn),
        Some((at, _)) => at % count.max(1) + 1,
        None => {
            let before =
                places.iter().take_while(|place| place.get_bounding_client_rect().top() < TOP).count();
            if before < count { before + 1 } else { 1 }
        }
    };
    match places.get(at.saturating_sub(1)).or(places.last()) {
        None => Hit::Nowhere,
        Some(place) if is_rest(place) => Hit::NotDrawn,
        Some(place) => {
            forget_hit();
            let _ = place.set_attribute("data-shown", "");
            bring_into_sight(place);
            Hit::Shown(at, count)
        }
    }
}

/// Shows no place any more.
pub fn forget_hit() {
    let shown = document().and_then(|page| page.query_selector("[data-shown]").ok().flatten());
    let _ = shown.map(|shown| shown.remove_attribute("data-shown"));
}

fn all(page: &Document, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = page.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

fn is_rest(element: &HtmlElement) -> bool {
    has(element, "list-rest")
}

/// How many places an element stands for.
fn rows(element: &HtmlElement) -> usize {
    let rest = is_rest(element).then(|| element.get_attribute("data-rows")).flatten();
    rest.and_then(|rows| rows.parse().ok()).unwrap_or(1)
}
