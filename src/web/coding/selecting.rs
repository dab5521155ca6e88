//! Between what is selected in the browser and places in the text. A paragraph's text nodes together are its words, so
//! that a place is the number of code points before it.

use super::super::browser;
use crate::corpus::{Span, Text};
use unicode_segmentation::UnicodeSegmentation;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition, Selection,
};

/// What is selected in the text, by code points: where the selection began, and where it has come to. `None` where
/// what is selected is elsewhere.
pub fn selected(text: &Text) -> Option<(u32, u32)> {
    let selection = current()?;
    let from = place(&selection.anchor_node()?, selection.anchor_offset(), text)?;
    let to = place(&selection.focus_node()?, selection.focus_offset(), text)?;
    Some((from, to))
}

fn current() -> Option<Selection> {
    web_sys::window()?.get_selection().ok().flatten()
}

/// Nothing is selected any more.
pub fn clear() {
    let _ = current().map(|selection| selection.remove_all_ranges());
}

/// The code point at a place of the page, if it is in the text.
pub fn place(node: &Node, offset: u32, text: &Text) -> Option<u32> {
    let element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    if element.id() == "text" {
        let paragraph = node.child_nodes().get(offset).and_then(|child| child.dyn_into::<Element>().ok());
        return Some(paragraph.and_then(|paragraph| start_of(&paragraph)).unwrap_or_else(|| text.len()));
    }
    let paragraph = element.closest("#text [data-start]").ok().flatten()?;
    let range = browser::document()?.create_range().ok()?;
    range.set_start(&paragraph, 0).ok()?;
    range.set_end(node, offset).ok()?;
    let before = String::from(range.to_string()).chars().count() as u32;
    start_of(&paragraph)?.checked_add(before)
}

fn start_of(paragraph: &Element) -> Option<u32> {
    paragraph.get_attribute("data-start")?.parse().ok()
}

/// Puts the caret at a place of the text, or lets the selection reach it.
pub fn set_caret(at: u32, extends: bool) {
    let Some((node, offset)) = node_at(at) else { return };
    let Some(selection) = current() else { return };
    let _ = if extends {
        selection.extend_with_offset(&node, offset)
    } else {
        selection.collapse_with_offset(Some(&node), offset)
    };
}

/// The text node in which a code point stands, and how many UTF-16 units stand before it there.
fn node_at(at: u32) -> Option<(Node, u32)> {
    let all = browser::document()?.query_selector_all("#text [data-start]").ok()?;
    let paragraph = |index: u32| all.get(index).and_then(|node| node.dyn_into::<Element>().ok());
    // The last paragraph that begins at or before the place.
    let (mut low, mut high) = (0, all.length());
    while low < high {
        let middle = low + (high - low) / 2;
        match paragraph(middle).and_then(|paragraph| start_of(&paragraph)) {
            Some(start) if start <= at => low = middle + 1,
            _ => high = middle,
        }
    }
    let paragraph = paragraph(low.checked_sub(1)?)?;
    let mut left = at.checked_sub(start_of(&paragraph)?)?;
    let mut last = None;
    let mut stack: Vec<Node> = vec![paragraph.unchecked_into()];
    while let Some(node) = stack.pop() {
        if node.node_type() == Node::TEXT_NODE {
            let words = node.node_value().unwrap_or_default();
            let length = words.chars().count() as u32;
            if left <= length {
                let units: usize = words.chars().take(left as usize).map(char::len_utf16).sum();
                return Some((node, units as u32));
            }
            left -= length;
            last = Some((node, words.encode_utf16().count() as u32));
            continue;
        }
        let children = node.child_nodes();
        stack.extend((0..children.length()).rev().filter_map(|index| children.get(index)));
    }
    last
}

/// The beginning of the sentence after this place, or of the one before it. A selection that is extended goes over the
/// space behind a sentence to the end of the next: space alone is nothing to select.
pub fn sentence_edge(text: &Text, at: u32, back: bool, extends: bool) -> u32 {
    let get = |from, to| text.span(from, to).map_or("", |span: Span| text.get(span));
    let words = get(0, text.len());
    let (mut start, mut before, mut after) = (0, 0, text.len());
    for sentence in words.split_sentence_bounds() {
        let end = start + sentence.chars().count() as u32;
        if start < at {
            before = start;
        }
        if end > at && !(extends && get(at, end).trim().is_empty()) {
            after = end;
            break;
        }
        start = end;
    }
    if back { before } else { after }
}

/// Focuses an element; only its panel scrolls, so that the words that are being coded stay where they are.
pub fn focus_near(id: &str) {
    let found = browser::element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(element) = found.filter(|element| element.offset_parent().is_some()) else { return };
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
    if id != "text" {
        show_near(&element);
    }
}

/// Brings the list below the field in which somebody types into sight.
pub fn show_choices() {
    let list =
        browser::document().and_then(|page| page.query_selector(".choices:not([hidden])").ok().flatten());
    list.iter().for_each(show_near);
}

fn show_near(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings a statement's words into sight, if they are out of it.
pub fn reveal(id: &str) {
    let Some(page) = browser::document() else { return };
    let Ok(marks) = page.query_selector_all("#text [data-of]") else { return };
    let found = (0..marks.length()).filter_map(|at| marks.get(at)).find_map(|mark| {
        let mark = mark.dyn_into::<Element>().ok()?;
        (mark.get_attribute("data-of").as_deref() == Some(id)).then_some(mark)
    });
    let Some(mark) = found else { return };
    let place = mark.get_bounding_client_rect();
    let height =
        web_sys::window().and_then(|window| window.inner_height().ok()).and_then(|height| height.as_f64());
    // On a phone the panel of the statement stands over the lower part of the text.
    let panel = page.query_selector(".has-open .coding-panel").ok().flatten();
    let panel = panel.map(|panel| panel.get_bounding_client_rect()).filter(|panel| panel.left() <= 1.0);
    let bottom = panel.map(|panel| panel.top()).or(height).unwrap_or(f64::MAX);
    let is_seen = place.top() >= 0.0 && place.bottom() <= bottom;
    if !is_seen {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        mark.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
