//! What a reader came for is on the screen: the card's buttons, a notice, a column that can be read.

use crate::support::page::Page;
use serde_json::{Value, json};

/// Whether all of an element is inside the window, and nothing lies over its middle.
const IS_IN_SIGHT: &str = "
    const part = [...document.querySelectorAll(arguments[0])].find((part) => part.textContent.includes(arguments[1]));
    if (!part) return false;
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return inside && (part.contains(over) || over.contains(part));";

fn is_in_sight(page: &Page, selector: &str, words: &str) -> bool {
    page.script(IS_IN_SIGHT, &[json!(selector), json!(words)]) == Value::Bool(true)
}

pub fn a_card_shows_at_once_what_it_is_opened_for(page: &Page) {
    for width in [page.browser.narrowest(), 1280] {
        page.resize(width);
        for id in ["s01", "s12", "s16", "s26", "s34"] {
            page.open("~empty");
            page.open(&format!("#s={id}"));
            for (selector, words) in [
                (".card.is-open button", "Copy link"),
                (".card.is-open button", "Cite"),
                (".card.is-open a", "Close"),
            ] {
                page.wait_for(&format!("{width}: {words} of {id} in sight"), || {
                    is_in_sight(page, selector, words)
                });
            }
        }
    }
}

pub fn on_a_phone_a_tap_on_the_text_closes_the_card(page: &Page) {
    page.resize(page.browser.narrowest());
    page.open("#s=s03");
    page.role("button", "Cite");
    page.script("document.querySelector('.dateline').click()", &[]);
    page.wait_for("the card to close", || !page.has("button", "Cite"));
    page.wait_for("the address to say so", || !page.address().contains("s="));
}

pub fn the_bar_of_a_phone_is_on_phones_only(page: &Page) {
    for (width, shown) in [(page.browser.narrowest(), true), (1280, false)] {
        page.resize(width);
        page.open("");
        page.wait_for(&format!("{width}: the bar is shown: {shown}"), || {
            page.script("return document.querySelector('.bar').checkVisibility()", &[]) == Value::Bool(shown)
        });
    }
}

pub fn a_notice_is_in_sight_wherever_a_link_leads(page: &Page) {
    for width in [page.browser.narrowest(), 1280] {
        page.resize(width);
        page.open("~empty");
        page.open("#s=s33~000000");
        page.says("The wording of the open statement has changed");
        page.wait_for(&format!("{width}: the notice in sight"), || {
            is_in_sight(page, ".notices", "The wording of the open statement has changed")
        });
    }
}

/// The text keeps 30 letters a line, or all the room that there is, whatever the text size.
pub fn the_text_keeps_its_room_in_every_text_size(page: &Page) {
    const LETTERS: &str = "
        document.documentElement.dataset.size = arguments[0];
        const line = document.createElement('span');
        const text = document.querySelector('.article');
        line.textContent = text.textContent.slice(0, 100);
        line.style.cssText = 'position:absolute;white-space:nowrap';
        text.append(line);
        const letters = text.clientWidth / (line.getBoundingClientRect().width / 100);
        line.remove();
        return [letters, text.clientWidth / innerWidth]";
    for width in [page.browser.narrowest(), 768, 1000, 1280, 1920] {
        page.resize(width);
        page.open("");
        for size in ["small", "medium", "large", "largest"] {
            let found = page.script(LETTERS, &[json!(size)]);
            let [letters, share] = [0, 1].map(|at| found[at].as_f64().unwrap_or_default());
            assert!(
                letters >= 30.0 || share > 0.85,
                "{width} px, {size}: {letters} letters, {share} of the width"
            );
        }
    }
}
