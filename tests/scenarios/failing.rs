//! What a reader sees when something is wrong: with the files, the network, or the corpus.

use crate::support::host::{Fault, SUBFOLDER, hold, release, with_corpus, with_fault};
use crate::support::hostile;
use crate::support::page::{Page, TEXT};
use serde_json::{Value, json};

pub fn below_a_path(page: &Page) {
    page.open(SUBFOLDER);
    page.says("36 statements, 10 named speakers");
}

pub fn a_program_that_dies_freezes_its_page(page: &Page) {
    page.open("#actor=peskov");
    page.says("3 of 36 statements");
    page.expects("unreachable executed");
    page.expects("shown: This page has stopped");
    // What a browser tells of a program that met what it does not know.
    page.script(
        "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable executed') }))",
        &[],
    );
    page.role("heading", "This page has stopped");
    page.says("actor=peskov");
    assert!(!page.has("checkbox", "Dmitry Peskov"), "the dead page can still be used");
    page.screenshot("stopped");
    page.role("button", "Start again").click();
    page.says("3 of 36 statements");
}

pub fn wrong_type(page: &Page) {
    page.open(&with_fault(Fault::WrongType, ".wasm"));
    page.says("36 statements, 10 named speakers");
}

pub fn one_card_says_what_and_where(page: &Page) {
    page.expects("not loaded: ");
    for (fault, file, said) in [
        (Fault::Missing, ".wasm", "404"),
        (Fault::CutOff, ".wasm", "broke off"),
        (Fault::Replaced, ".wasm", "cannot be used"),
        (Fault::Missing, "corpus/", "404"),
        (Fault::CutOff, "corpus/", "broke off"),
        (Fault::Replaced, "corpus/", "This corpus cannot be opened"),
        (Fault::Missing, "initial*.js", "could not be loaded"),
        (Fault::Missing, "assets/loader", "could not be loaded"),
    ] {
        page.open(&with_fault(fault, file));
        page.says(said);
        assert!(page.text().contains("http"), "{}", page.text());
    }
    page.screenshot("fault");
}

/// A worker that is replaced breaks off what it hands on: that is no fault of the network, and nothing to tell.
pub fn a_corpus_that_breaks_off_once_is_asked_for_again(page: &Page) {
    page.allows("not loaded: ");
    page.open(&with_fault(Fault::CutOffOnce, "corpus/"));
    page.wait_for("the file was looked at", || {
        page.script("return 'checked' in document.documentElement.dataset", &[]) == true
    });
}

pub fn a_slow_page_says_how_far_it_is(page: &Page) {
    // The driver would wait for the slow file: the page opens from the page before.
    page.open("~empty");
    hold(page.browser);
    let path = with_fault(Fault::Slow, ".wasm");
    page.script("location.href = arguments[0]", &[json!(format!("/{path}{TEXT}"))]);
    page.says("kB read");
    release(page.browser);
    page.says("36 statements, 10 named speakers");
}

/// The text whose program is held back, with its filters in their place.
fn open_without_program(page: &Page) {
    page.open("~empty");
    hold(page.browser);
    let path = with_fault(Fault::Slow, ".wasm");
    page.script("location.href = arguments[0]", &[json!(format!("/{path}{TEXT}"))]);
    page.wait_for("the filters stand there", || {
        page.script("return document.querySelector('.facets [data-choice$=peskov] input') !== null", &[])
            == true
    });
}

pub fn what_is_pressed_early_is_done_later(page: &Page) {
    open_without_program(page);
    assert!(!page.has_begun(), "the program is still on its way");
    page.element(".facets [data-choice$=peskov] input").click();
    page.element(".top input[type=search]").type_into("guarantees");
    assert!(!page.has_begun(), "the program is still on its way");
    release(page.browser);
    page.wait_for("both are asked for", || {
        let address = page.address();
        address.contains("actor=peskov") && address.contains("q=guarantees")
    });
}

/// Where a browser takes no more entries of its history, the address follows all the same.
pub fn an_address_that_a_browser_refuses_comes_by_another_way(page: &Page) {
    page.open("~empty");
    page.open(TEXT);
    page.says("36 statements, 10 named speakers");
    page.script(
        "history.pushState = history.replaceState = () => { throw new Error('SecurityError'); }",
        &[],
    );
    page.role("checkbox", "Dmitry Peskov").click();
    page.says("3 of 36 statements");
    page.wait_for("the address follows", || page.address().ends_with("#actor=peskov"));
    page.role("button", "Share").click();
    page.says("Link to this view");
    page.says("3 of 36 statements");
    page.press("Escape");
    page.role("link", "Statements").click();
    page.wait_for("another page is gone to", || page.address().contains("/statements/#actor=peskov"));
    page.says("3 of 36 statements");
}

/// Each press in a page of its own: the text alone, no program.
pub fn no_press_is_lost_before_the_program_is_there(page: &Page) {
    type Pressed = fn(&Page);
    let presses: [(&str, Pressed, &str); 5] = [
        ("Share", |page| page.element(".top .share").click(), "Link to this view"),
        ("the key s", |page| page.press("s"), "Link to this view"),
        ("the key ?", |page| page.press("?"), "The lines under the words"),
        ("the key c", |page| page.press("c"), "Two side by side"),
        ("About", |page| page.element(".top .tabs > button").click(), "No person has reviewed the coding."),
    ];
    for (name, press, told) in presses {
        open_without_program(page);
        press(page);
        assert!(!page.has_begun(), "{name}: the program is still on its way");
        release(page.browser);
        page.wait_for(&format!("{name} is done"), || page.text().contains(told));
    }
}

pub fn a_bad_corpus_says_what_and_where(page: &Page) {
    for (name, text, said) in [
        ("empty.json", "", "line 1, column 1: the file is empty"),
        ("cut.json", "{\"standpoint\": 1,\n \"id\": \"a", "line 2, column 10"),
        ("newer.json", "{\"standpoint\": 2}", "written in format 2, and this reader knows format 1"),
        ("other.json", "[1, 2]", "this is no corpus"),
        (
            "errors.json",
            "{\"standpoint\": 1, \"id\": \"a\", \"title\": \"t\", \"language\": \"en\",\n\"actors\": [{\"id\": \"B\", \"name\": \"\", \"kind\": \"person\", \"colour\": 1}]}",
            "line 2, column 54: actors[0].colour: unknown key “colour”; remove it",
        ),
    ] {
        page.open(&with_corpus(name, text));
        page.role("heading", "This corpus cannot be opened");
        page.says(said);
        page.wait_for("nothing is wider than the window", || page.fits_its_width());
        page.is_accessible();
    }
    page.screenshot("refused");
}

pub fn statements_that_cannot_be_placed_are_listed(page: &Page) {
    let corpus = small(json!([
        {"id": "s1", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": null},
        {"id": "s2", "document": "d", "spans": [{"exact": "never said"}], "kind": "direct", "speaker": null},
    ]));
    page.open(&with_corpus("faulty.json", &corpus.to_string()));
    page.says("1 of 2 statements could not be placed");
    page.says("s2 never said");
    page.says("1 statement");
    page.element(".banner summary").click();
    page.says("these words are not in the document: “never said”");
    page.is_accessible();
    page.screenshot("banner");
}

/// Words that try to be more than words, in every field of a corpus.
pub fn hostile_words_stay_words(page: &Page) {
    let strings = hostile::words();
    let actors: Vec<Value> = strings.iter().enumerate().map(|(i, s)| json!({"id": format!("a{i}"), "name": one_line(s), "kind": "person", "note": s, "aliases": [one_line(s)]})).collect();
    let text: Vec<String> =
        strings.iter().enumerate().map(|(i, s)| format!("{i}: {} :{i}", one_line(s))).collect();
    let statements: Vec<Value> = strings
        .iter()
        .enumerate()
        .map(|(i, s)| {
            let words = format!("{i}: {} :{i}", one_line(s));
            json!({"id": format!("s{i}"), "document": "d", "spans": [{"exact": words}], "kind": "direct", "speaker": format!("a{i}"), "note": s, "occasion": one_line(s),
                   "positions": [{"issue": "i", "stance": "none", "rationale": s}]})
        })
        .collect();
    let hostile = strings.iter().map(|s| one_line(s)).next().unwrap_or_default();
    let corpus = json!({"standpoint": 1, "id": "hostile", "title": hostile, "summary": hostile, "language": "en", "method": hostile,
        "actors": actors, "issues": [{"id": "i", "label": hostile, "proposition": hostile}],
        "documents": [{"id": "d", "title": hostile, "date": "2024", "publisher": hostile, "text": text.join("\n\n")}], "statements": statements});
    let path = with_corpus("hostile.json", &corpus.to_string());
    for view in ["", "#s=s0", "#view=compare", "#view=compare&cell=a0~i"] {
        page.open("~empty");
        page.open(&format!("{path}{view}"));
        page.wait_for("the page is there", || page.text().contains(&format!("{} statements", strings.len())));
        assert_eq!(
            page.script(
                "return document.querySelectorAll('img, iframe, [onerror], #app script').length",
                &[]
            ),
            0
        );
    }
    page.open(&path);
    page.wait_for("the text is the corpus' text", || {
        let shown =
            page.script("return [...document.querySelectorAll('.article p')].map((p) => p.textContent)", &[]);
        let shown: Vec<String> = serde_json::from_value(shown).unwrap_or_default();
        shown == text
    });
}

fn small(statements: Value) -> Value {
    json!({"standpoint": 1, "id": "small", "title": "Small", "language": "en", "statements": statements,
        "documents": [{"id": "d", "title": "A text", "date": "2024", "text": "One two three."}]})
}

/// Names and paragraphs are on one line, without control characters.
fn one_line(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if c.is_control() || c.is_whitespace() { ' ' } else { c }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() { "-".to_owned() } else { text.chars().take(300).collect() }
}
