//! The places that a search found, as they stand on the page: which one is shown, and the way to the next. Which one it
//! is, no address says and no drawing knows; the page marks it itself.

use super::scroll::{TOP, bring_into_sight};
use super::{document, has};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// In a text and in the list of documents what is marked; in the list of statements its rows, and chunks of such rows
/// that are far away.
const PLACES: &str = "article .hit:not(.is-more), .finds .hit, .listed > li, .stretch.is-away";

/// Shows the next or the previous place, and says which one that is, from 1, of how many. The first is the one that the
/// reader has before them.
pub fn show_hit(shown: Option<(usize, usize)>, back: bool) -> Option<(usize, usize)> {
    let page = document()?;
    let places = all(&page, PLACES);
    let count = places.iter().map(rows).sum();
    let at = match shown.filter(|(at, _)| *at <= count) {
        Some((at, _)) if back => (at + count).checked_sub(2)? % count.max(1) + 1,
        Some((at, _)) => at % count.max(1) + 1,
        None => {
            let before = places.iter().take_while(|place| place.get_bounding_client_rect().top() < TOP);
            let before = before.map(rows).sum::<usize>();
            if before < count { before + 1 } else { 1 }
        }
    };
    let mut passed = 0;
    let place = places.iter().find(|place| {
        passed += rows(place);
        at <= passed
    })?;
    forget_hit();
    let _ = place.set_attribute("data-shown", "");
    bring_into_sight(place);
    Some((at, count))
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

/// How many places an element stands for.
fn rows(element: &HtmlElement) -> usize {
    let away = has(element, "is-away").then(|| element.get_attribute("data-rows")).flatten();
    away.and_then(|rows| rows.parse().ok()).unwrap_or(1)
}
