//! What is scrolled into view, and dialogs.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, FocusOptions, HtmlDialogElement, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Shows the page from its top.
pub fn scroll_to_top() {
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
    // On a small screen the sheet leaves room for little more than the words themselves.
    scroll_to(&mark, if narrow { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center });
}

/// Leads to the first words that match, where none are in sight.
pub fn show_match() {
    let Some(page) = document() else { return };
    let height = page.document_element().map_or(0.0, |root| f64::from(root.client_height()));
    for selector in [".article .hit", ".article .line:not(.is-out)"] {
        let Ok(found) = page.query_selector_all(selector) else { return };
        let mut all = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok());
        let Some(first) = all.next() else { continue };
        let is_in_sight = |element: &HtmlElement| {
            let place = element.get_bounding_client_rect();
            place.bottom() > TOP && place.top() < height - TOP
        };
        if !is_in_sight(&first) && !all.any(|element| is_in_sight(&element)) {
            bring_into_sight(&first);
        }
        return;
    }
}

/// What is higher is covered by the lines over the text, in CSS pixels; about as much at the foot is hardly in sight.
pub(super) const TOP: f64 = 110.0;

pub(super) fn bring_into_sight(element: &HtmlElement) {
    scroll_to(element, ScrollLogicalPosition::Center);
}

fn scroll_to(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    options.set_block(block);
    element.scroll_into_view_with_scroll_into_view_options(&options);
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
