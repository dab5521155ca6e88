//! What is scrolled into view, and dialogs.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, FocusOptions, HtmlDialogElement, HtmlElement, ScrollBehavior, ScrollIntoViewOptions,
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
