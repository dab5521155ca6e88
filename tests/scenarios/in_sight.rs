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

/// Width and height of screens.
const SCREENS: [(u32, u32); 5] = [(390, 844), (768, 1024), (1280, 800), (1280, 720), (1920, 1080)];
/// In percent. A zoomed page is one in a window that is smaller by as much.
const ZOOMS: [u32; 5] = [100, 150, 200, 300, 400];
const TEXT_SIZES: [&str; 4] = ["small", "medium", "large", "largest"];
/// What is looked at, and the smallest share of the window's height that shows its words.
const SIGHTS: [(&str, &str, f64); 3] =
    [("", ".article", 0.7), ("#s=s16", ".article", 0.25), ("#view=compare", ".compare-main", 0.5)];

/// How many letters a line has, its share of the window's width, how much of the window's height shows the words,
/// and how far the page can be moved sideways.
const ROOM: &str = "
    document.documentElement.dataset.size = arguments[1];
    const text = document.querySelector(arguments[0]);
    const line = document.createElement('span');
    line.textContent = text.textContent.slice(0, 100);
    line.style.cssText = 'position:absolute;white-space:nowrap';
    text.append(line);
    const letter = line.getBoundingClientRect().width / 100;
    line.remove();
    const top = text.getBoundingClientRect().top + scrollY;
    window.scrollTo({ top: top + 20, behavior: 'instant' });
    const { left, right } = text.getBoundingClientRect();
    const middle = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const points = Array.from({ length: 50 }, (_, at) => ((at + 0.5) * innerHeight) / 50);
    const words = points.filter((y) => text.contains(document.elementFromPoint(middle, y)));
    return [text.clientWidth / letter, text.clientWidth / innerWidth, words.length / points.length,
        document.documentElement.scrollWidth - innerWidth]";

/// A text keeps 30 letters a line, or all the width there is; nothing that stands still covers what is read.
pub fn there_is_room_to_read_at_every_width_zoom_and_text_size(page: &Page) {
    let (mut narrow, mut faults) = (Vec::new(), Vec::new());
    for (width, height) in SCREENS {
        for zoom in ZOOMS {
            if !page.zoom((width, height), zoom) {
                continue;
            }
            for (address, words, least) in SIGHTS {
                page.open("~empty");
                page.open(address);
                page.wait_for("what is looked at", || {
                    page.script("return !!document.querySelector(arguments[0])", &[json!(words)])
                        == Value::Bool(true)
                });
                for size in TEXT_SIZES {
                    let found = page.script(ROOM, &[json!(words), json!(size)]);
                    let [letters, share, shown, sideways] =
                        [0, 1, 2, 3].map(|at| found[at].as_f64().unwrap_or_default());
                    let place = format!("{width} × {height} at {zoom} %, {size}, {address:?}");
                    let is_wide = letters >= 30.0 || share > 0.85;
                    if !is_wide || shown < least || sideways > 1.0 {
                        faults.push(format!(
                            "{place}: {letters:.0} letters, {share:.2} of the width, {shown:.2} of the height, {sideways} px sideways"
                        ));
                    }
                    narrow.push((letters, place));
                }
            }
        }
    }
    narrow.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (letters, place) = narrow.first().expect("a window");
    println!(
        "{}: {} views, the smallest column {letters:.0} letters: {place}",
        page.browser.name(),
        narrow.len()
    );
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), narrow.len(), faults.join("\n"));
}
