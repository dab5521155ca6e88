//! Where things stand on the page: the only folder that measures it. It finds its elements by the classes that the ui
//! gives them.

mod hits;
mod margin_notes;
mod scroll;

pub use hits::{Hit, forget_hit, show_hit};
pub use margin_notes::{Watch, lay_out, watch};
pub use scroll::{close_dialog, open_dialog, scroll_to_top, show_evidence, show_match, show_statement};

use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn has(element: &HtmlElement, class: &str) -> bool {
    element.class_list().contains(class)
}
