//! The reader in Chromium, Firefox and WebKit: one row a scenario, each in every browser. `make browsers`
//! builds the site and runs them; words after it narrow them down (`make browsers ONLY="firefox link"`).
//! A failed scenario leaves a screenshot in target/shots.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

// The page's words are there for scenarios to come, too.
#[allow(dead_code)]
mod support {
    pub mod driver;
    pub mod host;
    pub mod page;
    pub mod run;
}

use std::path::Path;
use std::process::ExitCode;
use support::driver::Browser;
use support::host::{self, Fault, SUBFOLDER, with_fault};
use support::page::{Page, Theme};
use support::run::{Scenario, in_all, run};

const SCENARIOS: &[Scenario] = &[
    in_all("a page opens, counts, and meets no trouble", a_page_opens),
    in_all("a link goes into the address and Back leaves it", a_link_and_back),
    in_all("typing and keys reach the page", typing),
    in_all("the site works below a path", below_a_path),
    in_all("axe-core finds nothing at any width or theme", accessible),
    in_all("a program that panics freezes its page under a plain card", panics),
    in_all("a wasm of the wrong type opens all the same", wrong_type),
    in_all("whatever is missing or broken, one card says what and where", faults),
    in_all("a slow page says how far it is", slow).fresh(),
    in_all("a narrow page does not scroll sideways", narrow).only_in(&[Browser::Chromium]),
];

fn main() -> ExitCode {
    let site = Path::new("target/site");
    if !site.join("index.html").exists() {
        eprintln!("target/site is not built; run `make browsers`");
        return ExitCode::FAILURE;
    }
    run(SCENARIOS, &format!("http://{}/", host::serve(site)))
}

fn a_page_opens(page: &Page) {
    page.open("");
    page.role("heading", "A sample");
    page.role("button", "Add one").click();
    page.says("Counted 1");
    page.screenshot("opened");
    page.has_no_troubles();
}

fn a_link_and_back(page: &Page) {
    page.open("");
    page.role("link", "The first…").click();
    page.wait_for("the address ends with the statement", || page.address().ends_with("#s=1"));
    page.back();
    page.wait_for("the address is the page's own", || page.address().ends_with('/'));
    page.reload();
    page.role("heading", "A sample");
}

fn typing(page: &Page) {
    page.open("");
    page.role("searchbox", "Search").type_into("tram");
    page.says("tram");
    page.role("button", "Add one").focus();
    page.press("Enter Space");
    page.says("Counted 2");
    assert_eq!(page.focused(), "Add one");
}

fn below_a_path(page: &Page) {
    page.open(SUBFOLDER);
    page.role("heading", "A sample");
    page.has_no_troubles();
}

fn accessible(page: &Page) {
    page.open("");
    page.role("heading", "A sample");
    for theme in [Theme::Light, Theme::Dark, Theme::Contrast] {
        page.set_theme(theme);
        for width in [page.browser.narrowest(), 1280] {
            page.resize(width);
            page.is_accessible();
        }
        page.screenshot(&format!("{theme:?}"));
    }
}

fn panics(page: &Page) {
    page.open("#s=1");
    page.role("button", "Panic").click();
    page.role("heading", "This page has stopped");
    page.says("#s=1");
    page.says("asked for");
    assert!(!page.has("button", "Add one"), "the dead page can still be used");
    page.screenshot("stopped");
    page.role("button", "Start again").click();
    page.role("button", "Add one").click();
    page.says("Counted 1");
}

fn wrong_type(page: &Page) {
    page.open(&with_fault(Fault::WrongType, ".wasm"));
    page.role("heading", "A sample");
}

fn faults(page: &Page) {
    for (fault, file, said) in [
        (Fault::Missing, ".wasm", "404"),
        (Fault::CutOff, ".wasm", "broke off"),
        (Fault::Replaced, ".wasm", "cannot be used"),
        (Fault::Missing, "corpus/", "404"),
        (Fault::CutOff, "corpus/", "broke off"),
        (Fault::Replaced, "corpus/", "could not be opened"),
        (Fault::Missing, "page*.js", "could not be loaded"),
        (Fault::Missing, "assets/boot", "could not be loaded"),
    ] {
        page.open(&with_fault(fault, file));
        page.wait_for(&format!("{fault:?} {file}: {said}"), || page.text().contains(said));
        assert!(page.text().contains("http") || page.text().contains("What it said"), "{}", page.text());
    }
    page.screenshot("fault");
}

fn slow(page: &Page) {
    // The driver would wait for the slow file: the page opens from the page before.
    page.open("~empty");
    let path = with_fault(Fault::Slow, ".wasm");
    page.script("location.href = arguments[0]", &[serde_json::json!(format!("/{path}"))]);
    page.says("kB read");
    page.role("heading", "A sample");
}

fn narrow(page: &Page) {
    page.open("");
    page.role("heading", "A sample");
    page.resize(320);
    assert!(page.fits_its_width());
}
