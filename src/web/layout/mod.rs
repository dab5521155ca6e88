//! Where things stand on the page: the only folder that measures it. It finds its elements by the classes that the ui
//! gives them.

mod hits;
mod margin_notes;
mod scroll;
mod virtual_list;

pub use hits::{forget_hit, show_hit};
pub use margin_notes::{Watch, lay_out, watch};
pub use scroll::{close_dialog, open_dialog, scroll_to_top, show_evidence, show_match, show_statement};
pub use virtual_list::{Chunks, LONG, freeze_chunks, visible_chunks};

use web_sys::{Document, HtmlElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn has(element: &HtmlElement, class: &str) -> bool {
    element.class_list().contains(class)
}
