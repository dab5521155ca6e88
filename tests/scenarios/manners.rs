//! How the page behaves: themes, sizes, keys, paper, no script, and what axe-core says of it all.

use crate::support::driver::Browser;
use crate::support::page::Page;
use serde_json::json;

pub fn themes_sizes_and_shortcuts_are_remembered(page: &Page) {
    page.open("");
    page.role("button", "Text size, theme and shortcuts").click();
    page.role("radio", "Dark").click();
    page.role("radio", "Largest").click();
    page.role("checkbox", "Single-key shortcuts").click();
    page.screenshot("manners");
    page.reload();
    page.role("checkbox", "Joe Biden");
    let kept = page.script(
        "return [document.documentElement.dataset.theme, document.documentElement.dataset.size]",
        &[],
    );
    assert_eq!(kept, json!(["dark", "largest"]));
    page.press("c");
    assert!(!page.address().contains("compare"), "single keys are off: {}", page.address());
}

pub fn everything_by_keyboard(page: &Page) {
    page.open("");
    page.role("checkbox", "Joe Biden");
    page.press("?");
    page.role("dialog", "Keyboard and marks");
    page.press("Escape");
    page.wait_for("the list is closed", || !page.has("dialog", "Keyboard and marks"));
    page.press("c");
    page.role("table", "Where each speaker stands…");
    page.press("r");
    page.role("link", "Statement 1, NATO…");
    page.press("f");
    page.wait_for("the first filter has the focus", || page.focused() == "all of NATO");
    page.press("Space");
    page.says("12 of 36 statements");
    page.press("s");
    page.role("dialog", "Share and download");
    page.press("Escape");
    page.wait_for("the dialog is closed", || !page.has("dialog", "Share and download"));
    page.role("link", "Skip to the text").focus();
    page.press("Enter");
    page.wait_for("the text has the focus", || {
        page.script("return document.activeElement.id", &[]) == "main"
    });
}

pub fn about_share_and_report(page: &Page) {
    page.open("");
    page.role("button", "About").click();
    page.role("dialog", "About this corpus");
    page.says("No person has reviewed the coding.");
    page.says("rights unknown");
    page.screenshot("about");
    page.role("button", "Close").click();
    page.wait_for("the focus is back", || page.focused() == "About");
    page.role("button", "Share").click();
    page.role("dialog", "Share and download");
    let corpus = page.role("link", "The corpus (JSON)");
    assert!(corpus.attribute("href").is_some_and(|href| href.ends_with("corpus/nato-2021.json")));
    page.says("These 36 statements (CSV)");
    page.says("Report an error");
    page.screenshot("share");
}

pub fn on_paper(page: &Page) {
    page.open("#actor=peskov");
    page.says("3 of 36 statements");
    page.as_paper();
    page.says("Statements");
    page.says("#c=nato-2021&doc=2021-12-17&actor=peskov");
    assert!(!page.text().contains("Copy link"));
    // What cannot be pressed is said.
    for words in ["Given: ", "scare quotes", "How it was coded", "No person has reviewed the coding."] {
        page.says(words);
    }
    page.script("document.getElementById('progress').textContent = 'No file'", &[]);
    assert!(!page.text().contains("No file"), "what was not loaded is not printed");
    page.screenshot("paper");
    page.open("nato-2021/compare/");
    page.role("table", "Where each speaker stands…");
    page.script("dispatchEvent(new Event('beforeprint'))", &[]);
    page.as_paper();
    // Fourteen issues do not fit beside each other on paper.
    let columns =
        "return [...document.querySelectorAll('.stances')].map((table) => table.rows[0].cells.length - 1)";
    page.wait_for("the table is split", || page.script(columns, &[]) == json!([5, 5, 4]));
    page.says("No person has reviewed the coding.");
    page.screenshot("paper-comparison");
    page.script("dispatchEvent(new Event('afterprint'))", &[]);
    page.wait_for("the table is whole again", || page.script(columns, &[]) == json!([14]));
}

pub fn without_a_script(page: &Page) {
    page.chromium("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    page.open("~empty");
    page.open("");
    let said = page.element("body").text();
    let address = page.address();
    page.open("nato-2021/2021-12-17/#s=s26");
    page.screenshot("no-script");
    let lead = page.element("body").text();
    page.open("nato-2021/2021-12-17/s26/");
    let small = page.element("body").text();
    page.open("nato-2021/2021-12-17/");
    page.role("link", "Compare").click();
    page.role("table", "Where each speaker stands…");
    let table = page.element("body").text();
    page.chromium("Emulation.setScriptExecutionDisabled", json!({"value": false}));
    for words in [
        "which are switched off here",
        "NATO expressed its readiness",
        "Statements",
        "Vladimir Putin, in paraphrase, no position in these words: Security guarantees",
        "passed on by Dmitry Peskov",
        "Condition: ",
        "No person has reviewed the coding.",
    ] {
        assert!(said.contains(words), "{words} is not in\n{said}");
    }
    assert!(
        !said.contains("Clear") && !said.contains("Who speaks"),
        "what does nothing is not shown: {said}"
    );
    assert!(!address.contains('#') && lead.contains("He will be ready"), "{address}");
    for words in ["supports, in places with a condition", "through Jens Stoltenberg, Secretary General"] {
        assert!(table.contains(words), "{words} is not in\n{table}");
    }
    assert!(small.contains("Dmitry Peskov") && small.contains("Read it in the text"), "{small}");
}

/// iOS in Lockdown Mode runs scripts and has no WebAssembly.
pub fn without_webassembly(page: &Page) {
    page.with_script_first("delete window.WebAssembly", "nato-2021/2021-12-17/");
    page.role("heading", "This page could not be opened");
    for words in [
        "This browser has no WebAssembly",
        "NATO expressed its readiness",
        "Vladimir Putin, in paraphrase, no position in these words: Security guarantees",
    ] {
        page.says(words);
    }
    assert!(!page.text().contains("Who speaks"), "what does nothing is not shown");
    page.is_accessible();
    page.with_script_first("delete window.WebAssembly", "nato-2021/compare/");
    page.role("heading", "This page could not be opened");
    page.says("through Jens Stoltenberg, Secretary General");
}

/// Each view that looks different, for axe and for the eye.
const VIEWS: [(&str, &str); 9] = [
    ("read", ""),
    ("open", "#s=s17&actor=zelenskyy"),
    ("nested", "#s=s16"),
    ("nothing", "#actor=biden&kind=scare"),
    ("compare", "#view=compare"),
    ("cell", "#view=compare&cell=nato~dialogue"),
    ("pair", "#pair=nato~russian-authorities"),
    ("issue", "#view=compare&col=dialogue"),
    ("speaker", "#view=compare&row=putin"),
];

pub fn axe_finds_nothing(page: &Page) {
    axe_finds_nothing_in(page, "view", "Ukraine, NATO and Russia, December 2021", &VIEWS);
}

/// Each view by its name and address, at two widths and in every theme; `set` begins the names of their pictures.
pub fn axe_finds_nothing_in(page: &Page, set: &str, heading: &str, views: &[(&str, &str)]) {
    for width in [page.browser.narrowest(), 1280] {
        page.resize(width);
        for (name, view) in views {
            page.open("~empty");
            page.open(view);
            page.role("heading", heading);
            page.is_accessible_in_every_theme(|theme| {
                assert!(page.fits_its_width(), "{name} is wider than {width} px");
                if page.browser == Browser::Chromium {
                    page.screenshot(&format!("{set}-{name}-{theme:?}-{width}"));
                }
            });
        }
    }
}

pub fn axe_finds_nothing_in_dialogs(page: &Page) {
    for width in [page.browser.narrowest(), 1280] {
        page.resize(width);
        for (opener, dialog) in [("?", "Keyboard and marks"), ("s", "Share and download")] {
            page.open("~empty");
            page.open("");
            page.role("link", "Statement 1, NATO…");
            page.press(opener);
            page.role("dialog", dialog);
            page.is_accessible();
            page.screenshot(&format!("dialog-{opener}-{width}"));
        }
    }
    page.resize(page.browser.narrowest());
    page.open("~empty");
    page.open("#s=s26");
    page.role("button", "Cite").click();
    page.role("dialog", "Cite this statement");
    page.is_accessible();
    page.screenshot("dialog-cite");
    page.open("~empty");
    page.open("");
    page.role("button", "Filters").click();
    page.role("dialog", "Filters");
    page.is_accessible();
    page.screenshot("dialog-filters");
}
