//! The comparison: honest cells, the words behind them, two side by side, and the same on a phone.

use crate::support::cells::CASES;
use crate::support::host::{self, with_corpus};
use crate::support::page::Page;
use crate::support::site;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub fn a_cell_opens_its_words(page: &Page) {
    page.open("");
    page.role("link", "Compare").click();
    page.role("table", "Where each speaker stands…");
    page.says("12 rows × 14 issues");
    page.says("through Jens Stoltenberg, Secretary General");
    page.says("▼ opposes (the text)");
    page.role(
        "link",
        "NATO on Talks between Russia and NATO: supports, in places with a condition 2 of 4 statements…",
    )
    .click();
    page.role("complementary", "NATO on Talks between Russia and NATO");
    page.says("its readiness to build confidence");
    page.says("Condition: provided that Moscow takes concrete measures");
    assert!(page.address().contains("cell=nato~dialogue"), "{}", page.address());
    page.screenshot("compare-cell");
    page.role("link", "read in the text: statement 1").click();
    page.role("region", "Statement 1: NATO");
    page.back();
    page.role("complementary", "NATO on Talks between Russia and NATO");
    page.back();
    page.wait_for("the cell is closed", || !page.address().contains("cell="));
}

pub fn filters_choose_rows_columns_and_evidence(page: &Page) {
    page.open("#view=compare");
    page.role("checkbox", "Joe Biden").click();
    page.says("1 row × 14 issues");
    page.role("checkbox", "NATO’s eastern flank").click();
    page.says("1 row × 1 issue");
    page.role("checkbox", "word for word").click();
    page.says("filtered out (1)");
    page.says("decide which statements count here");
    page.role("link", "Clear").click();
    page.role("checkbox", "opposes, denies it").click();
    page.says("have a ring");
    page.wait_for("cells with the stance have a ring", || {
        page.script("return document.querySelectorAll('.cell.is-ringed').length", &[]) == 1
    });
}

/// The same as the prerendered page says, by tests/cells.rs.
pub fn every_small_corpus_says_what_is_right(page: &Page) {
    static BUILT: OnceLock<String> = OnceLock::new();
    let site = BUILT.get_or_init(|| {
        let files: Vec<PathBuf> = CASES
            .iter()
            .map(|(name, ..)| Path::new("tests/cases/cells").join(format!("{name}.json")))
            .collect();
        let out = Path::new("target/sites/cells");
        site::build(Path::new(site::APP), &files.iter().map(PathBuf::as_path).collect::<Vec<_>>(), out);
        format!("http://{}/", host::serve(out))
    });
    for (name, right, _) in CASES.iter().filter(|(_, right, _)| !right.is_empty()) {
        let id = name.split_once('-').map_or(*name, |(_, id)| id);
        page.visit(&format!("{site}{id}/#view=compare&by=flat&sort=listed"));
        let wanted: Vec<&str> =
            right.iter().filter_map(|line| line.split_once(' ')).map(|(_, said)| said).collect();
        let said = || -> Vec<String> {
            let cells = page.script(
                "const text = (cell, part) => [...cell.querySelectorAll(part)].map((found) => found.textContent.trim());
                 const count = (cell) => text(cell, '.cell-count').map((n) => n.match(/^[0-9]+( of [0-9]+)?/)[0]);
                 const filled = (cell) => [[...text(cell, '.glyph'), ...text(cell, '.cell-word'), ...count(cell)]
                   .filter((part) => part !== '').join(' '), ...text(cell, '.cell-note')].join(' · ');
                 return [...document.querySelectorAll('.stances .cell')].map((cell) => cell.matches('a') ? filled(cell) : cell.textContent.trim())",
                &[],
            );
            serde_json::from_value(cells).unwrap_or_default()
        };
        page.wait_for(&format!("{name} says {wanted:?}, not {:?}", said()), || said() == wanted);
        // Whoever leaves while the page still loads breaks it off.
        page.wait_for("the page has begun", || page.has_begun());
    }
}

pub fn rows_are_grouped_and_ordered(page: &Page) {
    page.open("#view=compare");
    assert_eq!(rows(page)[..3], ["NATO", "Jens Stoltenberg", "NATO"]);
    page.role("link", "in one list").click();
    page.wait_for("one list by name", || rows(page)[..2] == ["Dmitry Kuleba", "Dmitry Peskov"]);
    page.role("link", "most statements").click();
    page.wait_for("those with most statements first", || rows(page)[0] == "NATO");
    assert!(page.address().contains("by=flat&sort=statements"), "{}", page.address());
    page.back();
    page.back();
    page.wait_for("Back undoes one choice at a time", || rows(page)[..2] == ["NATO", "Jens Stoltenberg"]);
}

pub fn two_side_by_side(page: &Page) {
    page.open("#pair=putin~biden");
    page.role("table", "Two speakers side by side, issue by issue");
    page.says("nothing to compare: at least one side takes no position of its own here");
    page.screenshot("pair");
    page.open("#pair=nato~russia");
    page.says("same direction, with a condition on one side");
    page.role("combobox", "Second");
    page.role("link", "All speakers").click();
    page.says("12 rows × 14 issues");
}

pub fn the_table_leaves_as_csv(page: &Page) {
    page.open("#view=compare");
    page.role("button", "Table as CSV");
    page.script(
        "window.__files = []; const make = URL.createObjectURL; URL.createObjectURL = (blob) => { window.__files.push(blob.text()); return make.call(URL, blob) };
         HTMLAnchorElement.prototype.click = function () { window.__names = [...(window.__names ?? []), this.download] }",
        &[],
    );
    page.role("button", "Table as CSV").click();
    page.says("Saved.");
    let csv = page.script_later("return (await Promise.all(window.__files))[0]");
    let csv = csv.as_str().unwrap_or_default();
    let mut lines = csv.split("\r\n");
    assert!(
        // The mark at the beginning, a blob's text is read without.
        lines
            .next()
            .unwrap_or_default()
            .starts_with("\"Group\",\"Speaker\",\"Ukraine in NATO: Ukraine should become"),
        "{csv}"
    );
    assert!(csv.contains("supports, in places with a condition (2 of 4): △ if Moscow takes"), "{csv}");
    assert_eq!(lines.filter(|line| !line.is_empty()).count(), 12);
    assert_eq!(page.script("return window.__names", &[]), serde_json::json!(["nato-2021-comparison.csv"]));
}

pub fn on_a_phone_one_at_a_time(page: &Page) {
    page.resize(page.browser.narrowest());
    page.open("#view=compare");
    page.role("combobox", "Issue");
    page.says("Not heard on this here:");
    page.role("button", "Next").click();
    page.wait_for("the next issue", || page.address().contains("col=accession-date"));
    page.role("link", "By speaker").click();
    page.wait_for("a speaker", || page.address().contains("row="));
    assert!(page.fits_its_width(), "nothing is wider than the screen");
    page.screenshot("phone-compare");
    page.open("#view=compare&col=dialogue&cell=nato~dialogue");
    page.role("complementary", "NATO on Talks between Russia and NATO");
    assert!(page.fits_its_width(), "nothing is wider than the screen");
    page.open("#pair=nato~putin");
    page.says("nothing to compare: at least one side takes no position of its own here");
    assert!(page.fits_its_width(), "nothing is wider than the screen");
}

fn rows(page: &Page) -> Vec<String> {
    page.role("table", "Where each speaker stands…");
    let rows = page.script(
        "return [...document.querySelectorAll('.stances tbody th bdi')].map((th) => th.textContent)",
        &[],
    );
    serde_json::from_value(rows).unwrap_or_default()
}

pub fn a_large_table_is_drawn_as_far_as_asked_for(page: &Page) {
    const ACTORS: usize = 120;
    const ISSUES: usize = 60;
    let words = |at: usize| format!("Line {at} is said here.");
    let corpus = json!({"standpoint": 1, "id": "wide", "title": "Wide", "language": "en",
        "actors": (0..ACTORS).map(|at| json!({"id": format!("a{at}"), "name": format!("Actor {at:03}"), "kind": "person"}))
            .collect::<Vec<_>>(),
        "issues": (0..ISSUES).map(|at| json!({"id": format!("i{at}"), "label": format!("Issue {at}"),
            "proposition": format!("Line {at} should be built.")})).collect::<Vec<_>>(),
        "documents": [{"id": "d", "title": "A text", "date": "2024", "text": (0..ACTORS).map(words).collect::<Vec<_>>().join("\n\n")}],
        "statements": (0..ACTORS).map(|at| json!({"id": format!("s{at}"), "document": "d", "kind": "direct",
            "spans": [{"exact": words(at)}], "speaker": format!("a{at}"),
            "positions": [{"issue": format!("i{}", at % ISSUES), "stance": "supports"}]})).collect::<Vec<_>>()});
    let path = with_corpus("wide.json", &corpus.to_string());
    page.open(&format!("{path}#view=compare"));
    page.says("25 of 120 are shown.");
    let drawn = || {
        page.script("return document.querySelectorAll('.stances tbody th[scope=row]').length", &[]).as_u64()
    };
    assert_eq!(drawn(), Some(25));
    let counted = "return document.querySelector('.stances').getAttribute('aria-rowcount')";
    assert_eq!(page.script(counted, &[]), json!("121"), "with its head");
    page.role("button", "Show more").click();
    page.says("50 of 120 are shown.");
    // A cell that is opened leaves the table as long as it was, and so does Back.
    page.script("[...document.querySelectorAll('.stances a.cell')].at(-1).click()", &[]);
    page.says("Line 49 is said here.");
    page.says("50 of 120 are shown.");
    page.back();
    page.wait_for("the cell is closed", || {
        page.script("return document.querySelector('.evidence, .cell.is-open') === null", &[]) == true
    });
    assert_eq!(drawn(), Some(50));
    page.script("dispatchEvent(new Event('beforeprint'))", &[]);
    // Five issues stand beside each other on paper.
    page.wait_for("paper gets all of it", || drawn() == Some((ACTORS * ISSUES / 5) as u64));
    page.script("dispatchEvent(new Event('afterprint'))", &[]);
    page.wait_for("and the screen a part again", || drawn() == Some(50));
    // In another order it begins anew, but for the cell that stands open.
    page.script("[...document.querySelectorAll('.stances a.cell')].at(-1).click()", &[]);
    page.says("Line 49 is said here.");
    page.role("link", "most statements").click();
    page.wait_for("the order is another one", || {
        page.script("return location.hash.includes('sort=statements')", &[]) == true
    });
    page.says("50 of 120 are shown.");
    page.press("Escape");
    page.says("25 of 120 are shown.");
}
