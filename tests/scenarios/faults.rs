//! Each file of a site, with each fault that a host or a network may have, opened directly or come to by a press: the
//! text that was there stays, one sentence says what is missing, and a button brings it once the fault is mended.

use crate::support::faulty::{FAULTS, Fault, break_file, mend, serve};
use crate::support::large::large;
use crate::support::page::{Page, TEXT};
use crate::support::site;
use serde_json::json;
use std::path::Path;
use std::sync::OnceLock;

/// A file, and a way on which a reader needs it.
struct Row {
    /// Which files are hit, with a star for any letters.
    file: &'static str,
    /// What is opened, and what is pressed then; the fault is there from the start where nothing is pressed.
    opened: &'static str,
    press: Option<fn(&Page)>,
    /// What the page says when all is well.
    shown: &'static str,
    /// A page without it lacks nothing that anybody came for, and says nothing.
    is_silent: bool,
}

const READ: &str = "36 statements, 10 named speakers";
const COMPARED: &str = "Where each speaker stands";
const GERMAN: &str = "36 Aussagen";

const fn row(file: &'static str, opened: &'static str, press: Option<fn(&Page)>, shown: &'static str) -> Row {
    Row { file, opened, press, shown, is_silent: false }
}

const fn silent(
    file: &'static str,
    opened: &'static str,
    press: Option<fn(&Page)>,
    shown: &'static str,
) -> Row {
    Row { file, opened, press, shown, is_silent: true }
}

const HOME_TO_TEXT: Option<fn(&Page)> = Some(|page| press(page, ".offered [data-corpus=nato-2021] a"));
const TO_COMPARISON: Option<fn(&Page)> = Some(|page| press(page, ".top .tabs a[href*=compare]"));
const TO_GERMAN: Option<fn(&Page)> = Some(|page| {
    page.role("button", "Text size, theme and shortcuts").click();
    page.role("link", "Deutsch").click();
});
const TO_NEXT_DOCUMENT: Option<fn(&Page)> = Some(|page| press(page, ".neighbours a[rel=next]"));

const ROWS: &[Row] = &[
    row("assets/loader-*.js", TEXT, None, READ),
    row("assets/loader-*.js", "", HOME_TO_TEXT, READ),
    row("assets/initial-*.js", TEXT, None, READ),
    row("assets/initial-*.js", "", HOME_TO_TEXT, READ),
    row("assets/initial-*.wasm", TEXT, None, READ),
    row("assets/initial-*.wasm", "", HOME_TO_TEXT, READ),
    row("assets/initial-*.css", "nato-2021/compare/", None, COMPARED),
    row("assets/full-*.css", "nato-2021/compare/", None, COMPARED),
    row("assets/full-*.css", TEXT, TO_COMPARISON, COMPARED),
    row("assets/full-*.js", "nato-2021/compare/", None, COMPARED),
    row("assets/full-*.js", TEXT, TO_COMPARISON, COMPARED),
    row("assets/full-*.wasm", "nato-2021/compare/", None, COMPARED),
    row("assets/full-*.wasm", TEXT, TO_COMPARISON, COMPARED),
    row("assets/initial-de-*.words", "nato-2021/2021-12-17/#lang=de", None, GERMAN),
    row("assets/initial-de-*.words", "#lang=de", HOME_TO_TEXT, GERMAN),
    row("assets/full-de-*.words", TEXT, TO_GERMAN, GERMAN),
    row("assets/full-de-*.words", "nato-2021/compare/#lang=de", None, "Wo jede"),
    row("assets/full-de-*.words", "nato-2021/2021-12-17/#lang=de", TO_COMPARISON, "Wo jede"),
    silent("assets/deferred-*.js", TEXT, None, READ),
    silent("assets/deferred-*.js", "", HOME_TO_TEXT, READ),
    row("corpus/nato-2021.json", TEXT, None, READ),
    row("corpus/nato-2021.json", "", HOME_TO_TEXT, READ),
    row("assets/large-head-*.tables", "large/d3/", None, "24 statements"),
    row("assets/large-d3-*.tables", "large/d3/", None, "24 statements"),
    row("assets/large-d4-*.tables", "large/d3/", TO_NEXT_DOCUMENT, "Ada said that line 4"),
];

/// The address of the site with a small and a large corpus.
fn site() -> &'static str {
    static BUILT: OnceLock<String> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = Path::new("target/sites");
        std::fs::create_dir_all(folder).expect("a folder");
        let (large_file, out) = (folder.join("large.json"), folder.join("faulty"));
        std::fs::write(&large_file, large()).expect("the corpus is written");
        site::build(Path::new(site::APP), &[Path::new("corpus/nato-2021.json"), &large_file], &out);
        format!("http://{}/", serve(&out))
    })
}

/// Faults that a page can tell apart only by its status, or only by the sum of the bytes: of each such group a row meets
/// some, and all rows together meet all.
fn is_met(row: usize, fault_at: usize, fault: Fault) -> bool {
    match fault {
        Fault::Status(_) => fault_at == row % 5,
        Fault::Half
        | Fault::WithoutEnd
        | Fault::WithoutBeginning
        | Fault::Flipped
        | Fault::Noise
        | Fault::Twice
        | Fault::Injected
        | Fault::LineEnds
        | Fault::OtherFile => fault_at % 3 == row % 3,
        _ => true,
    }
}

/// Each row in one of the browsers, with the faults that it can tell apart; all of them in each browser where
/// `STANDPOINT_FAULTS=all` asks for that.
pub fn what_was_readable_stays(page: &Page) {
    let all = std::env::var("STANDPOINT_FAULTS").unwrap_or_default();
    // What a page says of a fault is read below, row by row.
    page.allows("");
    let (mut count, mut bad) = (0, Vec::new());
    for (at, row) in ROWS.iter().enumerate() {
        for (fault_at, fault) in FAULTS.into_iter().enumerate() {
            let name =
                format!("{} {} {fault:?}", row.file, if row.press.is_some() { "pressed" } else { "opened" });
            let is_own = (at + fault_at / 3) % 3 == page.browser as usize && is_met(at, fault_at, fault);
            let is_asked = if all.is_empty() { is_own } else { all == "all" || name.contains(&all) };
            if is_asked {
                count += 1;
                let problem = fails(page, row, fault).map(|problem| format!("{name}: {problem}"));
                bad.extend(problem);
            }
        }
    }
    mend(page.browser);
    println!("{:?}: {count} faults of files, {} bad", page.browser, bad.len());
    assert!(bad.is_empty(), "{} of {count} faults:\n{}", bad.len(), bad.join("\n"));
}

/// What is wrong with the page under one fault.
fn fails(page: &Page, row: &Row, fault: Fault) -> Option<String> {
    let browser = page.browser;
    mend(browser);
    go(page, "~empty");
    page.script("sessionStorage.clear(); localStorage.clear()", &[]);
    if let Some(press) = row.press {
        go(page, row.opened);
        let is_start = row.opened.split("#").next() == Some("");
        let is_begun = || page.has_begun() || is_start;
        if !holds(page, &|| is_begun() && is_whole(page) == Ok(())) {
            return Some(format!("the start: {:?}", is_whole(page)));
        }
        break_file(browser, row.file, fault);
        press(page);
    } else {
        break_file(browser, row.file, fault);
        go(page, row.opened);
    }
    let is_right = || page.has_begun() && page.text().contains(row.shown) && is_styled(page);
    let is_settled = || is_right() || says(page).is_some_and(|(_, buttons)| buttons > 0) || row.is_silent;
    if !holds(page, &|| is_settled() && is_whole(page) == Ok(())) {
        let said = says(page);
        return Some(format!("settled {}, whole {:?}, said {said:?}", is_settled(), is_whole(page)));
    }
    if is_right() && (says(page).is_none() || row.is_silent) {
        return None;
    }
    let said = says(page);
    mend(browser);
    let recovers = || {
        let is_well = is_right() && is_whole(page) == Ok(()) && says(page).is_none();
        if !is_well {
            press(page, ":is(#progress, .failure) button:not([data-pressed])");
        }
        is_well
    };
    // Asking once more may wait for a request that never ends, as long as one does.
    if !holds(page, &recovers) && !holds(page, &recovers) {
        return Some(format!(
            "does not recover; it said {said:?}, now {:?}, whole {:?}, styled {}, right {}",
            says(page),
            is_whole(page),
            is_styled(page),
            is_right()
        ));
    }
    None
}

/// Goes to a page that may never be loaded to its end.
fn go(page: &Page, path: &str) {
    page.script("window.isLeft = true; location.href = arguments[0]", &[json!(format!("{}{path}", site()))]);
    page.wait_or_go_on(|| {
        page.script("return !window.isLeft && document.readyState !== 'loading'", &[]) == true
    });
}

/// Presses it and marks it as pressed, both of the same page. The press follows the answer, since a page that is left by
/// it would give none.
fn press(page: &Page, selector: &str) {
    page.script(
        "const part = document.querySelector(arguments[0]);
         part?.setAttribute('data-pressed', '');
         if (part) setTimeout(() => part.click());",
        &[json!(selector)],
    );
}

fn holds(page: &Page, what: &dyn Fn() -> bool) -> bool {
    let mut held = false;
    page.wait_or_go_on(|| {
        held = what();
        held
    });
    held
}

/// What the page says is wrong, and how many buttons stand beside it.
fn says(page: &Page) -> Option<(String, u64)> {
    let said = page.script(
        "const parts = [...document.querySelectorAll('#progress, .failure')].filter((part) => part.textContent.trim());
         const text = parts.map((part) => part.innerText).join(' ');
         return [text, parts.flatMap((part) => [...part.querySelectorAll('button')]).length]",
        &[],
    );
    let (text, buttons): (String, u64) = serde_json::from_value(said).unwrap_or_default();
    (!text.is_empty()).then_some((text, buttons))
}

/// Whether a screen stands there from its beginning to its end, in one language.
fn is_whole(page: &Page) -> Result<(), String> {
    let found = page.script(
        "const seen = (part) => part.checkVisibility() && part.getBoundingClientRect().width > 0;
         const main = [...document.querySelectorAll('main')].filter(seen);
         const text = main.map((part) => part.innerText).join(' ');
         if (text.trim().length < 200) return `main is empty: “${text}”`;
         const words = document.body.innerText;
         const english = ['Statements', 'Compare'].filter((word) => words.includes(word));
         const german = ['Aussagen', 'Vergleich'].filter((word) => words.includes(word));
         if (english.length && german.length) return `half in German: ${english} ${german}`;
         const paragraphs = [...document.querySelectorAll('.article p')];
         const cells = [...document.querySelectorAll('main table td')];
         if (paragraphs.some(seen) && !paragraphs.every((part) => seen(part) || part.closest('.end-notes'))) return 'half a text';
         if (cells.some(seen) && !cells.every(seen)) return 'half a table';
         return ''",
        &[],
    );
    match found.as_str() {
        Some("") => Ok(()),
        other => Err(other.unwrap_or("no answer").to_owned()),
    }
}

/// Whether what stands there has the style of all tiers that it needs.
fn is_styled(page: &Page) -> bool {
    page.script(
        "return [...document.querySelectorAll('link[rel=stylesheet]')].every((link) => link.sheet)",
        &[],
    ) == true
}
