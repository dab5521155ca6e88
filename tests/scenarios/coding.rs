//! The coding page: from a text to a corpus that the reader opens, by mouse, by keys alone, and on a phone.

use crate::support::driver::Browser;
use crate::support::page::Page;
use serde_json::{Value, json};

const DAM: &str = "The valley, 1913-05-02\n\nMr. Muir wrote on Monday. “Dam Hetch Hetchy! As well dam the cathedrals,” he wrote.\n\nMayor Phelan said that the city needs the water. “We need it now,” said Phelan.\n\nA senator said he would vote for the bill if the park stays open.";

/// A draft of the text above.
pub fn begin(page: &Page) {
    begin_with(page, DAM);
}

pub fn begin_with(page: &Page, text: &str) {
    page.open("code/");
    page.element("#begin-text");
    page.script("document.getElementById('begin-text').value = arguments[0]", &[json!(text)]);
    page.role("textbox", "When it was published…").type_into("1913-05-02");
    page.role("textbox", "Its language…").type_into("en");
    page.role("button", "Begin with this text").click();
    page.role("heading", "No statement yet");
}

/// Selects words in the text as a mouse leaves them selected.
pub fn select(page: &Page, words: &str) {
    page.script(
        "const text = document.getElementById('text');
         for (const part of text.querySelectorAll('p')) {
           const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
           for (let node = walker.nextNode(); node; node = walker.nextNode()) {
             const at = node.data.indexOf(arguments[0]);
             if (at < 0) continue;
             text.focus({ preventScroll: true });
             getSelection().setBaseAndExtent(node, at, node, at + arguments[0].length);
             return;
           }
         }
         throw new Error('no such words')",
        &[json!(words)],
    );
    page.role("region", "Selected words");
}

pub fn has_focus(page: &Page, id: &str) {
    page.wait_for(&format!("{id} has the focus"), || {
        page.script("return document.activeElement.id", &[]) == id
    });
}

/// The file as it would be saved now.
pub fn saved(page: &Page) -> Value {
    page.script(
        "window.saved = undefined;
         URL.createObjectURL = (blob) => (blob.text().then((text) => (window.saved = text)), 'blob:none');
         HTMLAnchorElement.prototype.click = () => {};",
        &[],
    );
    page.role("button", "Save file").click();
    page.wait_for("the file is saved", || page.script("return typeof window.saved", &[]) == "string");
    let text = page.script("return window.saved", &[]);
    serde_json::from_str(text.as_str().unwrap_or_default()).expect("the saved file is JSON")
}

pub fn a_text_becomes_a_corpus_that_the_reader_opens(page: &Page) {
    begin(page);
    select(page, "Dam Hetch Hetchy! As well dam the cathedrals");
    page.role("button", "1 word for word").click();
    has_focus(page, "field-speaker");
    page.press("M u i r Enter");
    has_focus(page, "field-position");
    page.press("D a m Enter");
    has_focus(page, "field-proposition");
    page.element("#field-proposition").type_into("The valley should be dammed.");
    page.press("Enter");
    has_focus(page, "stances");
    page.press("o");
    has_focus(page, "text");
    assert_eq!(page.role("button", "o opposes").attribute("aria-pressed").as_deref(), Some("true"));
    page.screenshot("coding-statement");
    let file = saved(page);
    let statement = &file["statements"][0];
    assert_eq!(statement["spans"][0]["exact"], "Dam Hetch Hetchy! As well dam the cathedrals");
    assert_eq!((&statement["kind"], &statement["speaker"]), (&json!("direct"), &json!("muir")));
    assert_eq!(statement["positions"], json!([{ "issue": "dam", "stance": "opposes" }]));
    assert_eq!(file["issues"][0]["proposition"], "The valley should be dammed.");
    page.reload();
    page.role("button", "Read").click();
    page.says("1 statement, 1 named speaker");
    page.role("link", "Statement 1, Muir…");
    page.back();
    page.role("button", "Save file");
    page.says("Kept in this browser, and saved as a file.");
}

/// After words are selected: kind, speaker and position.
const PRESSES: [&str; 6] = ["2", "p", "Enter", "d", "Enter", "s"];

pub fn six_presses_after_the_selection(page: &Page) {
    begin(page);
    select(page, "We need it now");
    page.press("1");
    has_focus(page, "field-speaker");
    page.press("P h e l a n Enter");
    has_focus(page, "field-position");
    page.press("D a m Enter");
    page.element("#field-proposition").type_into("The valley should be dammed.");
    page.press("Enter");
    has_focus(page, "stances");
    page.press("s");
    has_focus(page, "text");
    select(page, "the city needs the water");
    for key in PRESSES {
        page.press(key);
    }
    has_focus(page, "text");
    let file = saved(page);
    let said = &file["statements"][0];
    assert_eq!(said["spans"][0]["exact"], "the city needs the water");
    assert_eq!((&said["kind"], &said["speaker"]), (&json!("indirect"), &json!("phelan")));
    assert_eq!(said["positions"], json!([{ "issue": "dam", "stance": "supports" }]));
    assert_eq!(file["actors"].as_array().map(Vec::len), Some(1));
    // Once more, by one key.
    select(page, "he would vote for the bill");
    page.press("2");
    has_focus(page, "field-speaker");
    page.press(".");
    has_focus(page, "text");
    page.says("Speaker and positions are those of the statement before.");
}

pub fn a_corpus_is_made_by_keys_alone(page: &Page) {
    page.open("code/");
    page.element("#begin-text").focus();
    page.script("document.getElementById('begin-text').value = arguments[0]", &[json!(DAM)]);
    page.press("Tab 1 9 1 3 Tab Tab Enter");
    page.role("heading", "No statement yet");
    page.press("F2");
    has_focus(page, "text");
    page.says("Caret in the text");
    // The caret stands at the beginning: over the heading, then a sentence further.
    page.press("Down Alt+Right Shift+Alt+Right");
    page.role("region", "Selected words");
    page.press("Enter");
    has_focus(page, "field-speaker");
    page.press("M u i r Enter");
    has_focus(page, "field-position");
    page.press("K e e p Enter");
    has_focus(page, "field-proposition");
    page.press("A l l Enter");
    has_focus(page, "stances");
    page.press("s");
    has_focus(page, "text");
    // Nothing that was pressed was written into the text.
    let text = page.script(
        "return [...document.querySelectorAll('#text p')].map((p) => p.textContent).join('\\n\\n')",
        &[],
    );
    assert_eq!(text, DAM);
    page.press("Control+z");
    page.says("Undone: ");
    page.press("Control+Shift+z");
    page.says("Done again: ");
    page.press("Escape j");
    page.role("heading", "Statement 1 s1");
    page.press("Escape");
    page.role("heading", "1 statement");
}

pub fn a_draft_survives_and_is_undone_after_a_reload(page: &Page) {
    begin(page);
    for words in ["We need it now", "the city needs the water"] {
        select(page, words);
        page.press("1");
        has_focus(page, "field-speaker");
    }
    // Who leaves while a step is being written is asked, and the driver answers that they want to.
    page.wait_for("all steps are kept", || !asks_before_leaving(page));
    page.reload();
    page.role("heading", "2 statements");
    page.role("button", "Undo").click();
    page.role("heading", "1 statement");
    page.role("button", "Redo").click();
    page.role("button", "Steps").click();
    page.says("statement: “the city needs the water”");
    page.role("button", "All drafts").click();
    page.role("heading", "Drafts in this browser");
    page.role("button", "The valley, 1913-05-02").click();
    page.role("heading", "2 statements");
    // Correcting the text: what is left is found again, the rest is listed.
    page.role("button", "This text").click();
    page.script(
        "const field = document.getElementById('document-text');
         field.closest('details').open = true;
         field.value = field.value.replace('Monday', 'Tuesday').replace('We need it now', 'We want it');
         field.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    page.says("1 place has lost its words");
    page.role("button", "Undo").click();
    page.says("Undone: corrected text");
}

pub fn a_second_tab_follows(page: &Page) {
    begin(page);
    let address = page.address();
    page.in_another_tab(&address, || {
        page.says("This draft is open in another tab, which writes it. This one follows.");
        page.role("heading", "No statement yet");
    });
    select(page, "We need it now");
    page.press("1");
    has_focus(page, "field-speaker");
    page.in_another_tab(&address, || page.role("heading", "1 statement").text().clear());
}

pub fn axe_finds_nothing_while_coding(page: &Page) {
    for width in [page.browser.narrowest(), 1280] {
        page.resize(width);
        page.open("~empty");
        page.open("code/");
        page.role("heading", "Make a corpus");
        page.is_accessible();
        page.screenshot(&format!("coding-start-{width}"));
        page.open("code/#corpus=nato-2021");
        page.role("heading", "36 statements");
        page.is_accessible();
        for tab in ["Actors", "Issues", "This text", "The corpus", "Problems", "Steps"] {
            page.role("button", &format!("{tab}…")).click();
            page.script(
                "document.querySelectorAll('.coding-panel details').forEach((part) => (part.open = true))",
                &[],
            );
            page.is_accessible();
            assert!(page.fits_its_width(), "{tab} at {width} px");
            page.screenshot(&format!("coding-{tab}-{width}"));
        }
        page.role("button", "Statements…").click();
        page.press("j");
        page.role("heading", "Statement 1 s01");
        page.script(
            "document.querySelectorAll('.coding-panel details').forEach((part) => (part.open = true))",
            &[],
        );
        page.is_accessible();
        assert!(page.fits_its_width(), "the statement at {width} px");
        select(page, "the press service");
        page.is_accessible();
        page.screenshot(&format!("coding-selected-{width}"));
    }
}

fn drop_file(page: &Page, name: &str, content: &str) {
    page.script(
        "const files = new DataTransfer();
         files.items.add(new File([arguments[1]], arguments[0]));
         dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }))",
        &[json!(name), json!(content)],
    );
}

pub fn what_is_no_text_and_no_corpus_says_so(page: &Page) {
    page.open("code/");
    page.role("heading", "Make a corpus");
    // WebKit lets no script put a file into a drop.
    if page.browser == Browser::WebKit {
        return;
    }
    for (name, content, said) in [
        ("table.csv", "id,text\n", "Open or paste the texts that it quotes first"),
        ("corpus.json", "{\"standpoint\": 1, ", "the file ends while"),
        ("other.json", "[1, 2]", "other.json"),
        ("project.dna", "nothing", "it is no project of DNA"),
        ("report.docx", "PK\u{3}\u{4}", "Copy its text and paste it here"),
        ("empty.txt", "", "holds no words"),
    ] {
        drop_file(page, name, content);
        page.says(said);
    }
    // A table and the texts that it quotes.
    drop_file(page, "town.txt", "The town, 2024-05-31\n\n“We need a tram,” said Ada.");
    page.role("heading", "No statement yet");
    let table =
        "document,words,kind,speaker,issue,stance\ntown,\"We need a tram,\",direct,Ada,Tram,supports\n";
    drop_file(page, "table.csv", table);
    page.role("heading", "1 statement");
    page.says("1. Ada");
    page.role("button", "All drafts").click();
    page.role("heading", "Make a corpus");
    drop_file(page, "news-2024-05-31.txt", "A headline\n\nShe said “yes”.");
    page.role("heading", "No statement yet");
    drop_file(page, "more.txt", "Another text\n\nHe said “no”.");
    page.role("heading", "This text");
    page.says("Another text");
}

pub fn a_second_coder_is_put_beside(page: &Page) {
    begin(page);
    select(page, "We need it now");
    page.press("1");
    has_focus(page, "field-speaker");
    page.press("P h e l a n Enter");
    has_focus(page, "field-position");
    let mut theirs = saved(page);
    theirs["statements"][0]["kind"] = json!("indirect");
    theirs["statements"][0]["speaker"] = json!("mayor");
    theirs["actors"] = json!([{ "id": "mayor", "name": "The mayor", "kind": "person" }]);
    page.role("button", "Another coder").click();
    page.role("button", "Open a second file");
    if page.browser == Browser::WebKit {
        return;
    }
    drop_file(page, "second.json", &theirs.to_string());
    has_focus(page, "difference");
    page.says("kind: “We need it now”");
    page.is_accessible();
    page.screenshot("coding-beside");
    page.press("b");
    page.says("speaker: “We need it now”");
    page.press("a");
    page.says("Nothing is left to settle.");
    let file = saved(page);
    assert_eq!(file["statements"][0]["kind"], "indirect");
    assert_eq!(file["statements"][0]["speaker"], "phelan");
}

/// Whether the page would ask before it is left, since something would be lost.
fn asks_before_leaving(page: &Page) -> bool {
    page.script(
        "const leave = new Event('beforeunload', { cancelable: true });
         dispatchEvent(leave);
         delete document.documentElement.dataset.leaving;
         return leave.defaultPrevented",
        &[],
    ) == true
}

pub fn what_cannot_be_kept_is_said(page: &Page) {
    // As where a browser forbids a page to store anything.
    page.with_script_first("Object.defineProperty(window, 'indexedDB', { value: undefined })", "code/");
    page.element("#begin-text");
    page.script("document.getElementById('begin-text').value = arguments[0]", &[json!(DAM)]);
    page.script("document.getElementById('begin-date').value = '1913'", &[]);
    page.role("button", "Begin with this text").click();
    page.role("heading", "No statement yet");
    page.says("Not kept here (");
    assert!(!asks_before_leaving(page), "nothing was done that could be lost");
    select(page, "We need it now");
    page.press("1");
    has_focus(page, "field-speaker");
    assert!(asks_before_leaving(page), "leaving would lose a statement");
    saved(page);
    page.wait_for("the file is saved", || !asks_before_leaving(page));
}

/// The page as one file, from a disk, with the reader that it opens.
pub fn the_coding_page_opens_from_a_disk(page: &Page) {
    let file = std::path::Path::new("target/sites/code.html");
    std::fs::create_dir_all("target/sites").expect("a folder");
    crate::support::site::coding_file(file);
    let path = file.canonicalize().expect("its path");
    page.visit(&format!("file://{}", path.display()));
    page.element("#begin-text");
    page.script("document.getElementById('begin-text').value = arguments[0]", &[json!(DAM)]);
    page.script("document.getElementById('begin-date').value = '1913'", &[]);
    page.role("button", "Begin with this text").click();
    page.role("heading", "No statement yet");
    select(page, "We need it now");
    page.press("1");
    has_focus(page, "field-speaker");
    page.press("P h e l a n Enter");
    has_focus(page, "field-position");
    if page.browser == Browser::WebKit {
        println!("WebKit opens no page that a page from a disk has made: there “Read” is not tried");
        return;
    }
    page.script("window.open = (address) => (location.href = address)", &[]);
    page.role("button", "Read").click();
    page.says("1 statement, 1 named speaker");
    page.role("link", "Statement 1, Phelan…");
}

pub fn suggestions_are_taken_one_by_one(page: &Page) {
    begin(page);
    page.role("button", "Suggest quotations").click();
    has_focus(page, "suggestion");
    page.says("“Dam Hetch Hetchy! As well dam the cathedrals,”");
    page.press("d");
    page.says("“We need it now,”");
    page.says("Speaker: Phelan");
    page.press("y");
    has_focus(page, "field-position");
    let file = saved(page);
    assert_eq!(file["statements"].as_array().map(Vec::len), Some(1), "what was not taken is not in the file");
    assert_eq!(file["statements"][0]["speaker"], "phelan");
    assert_eq!(file["statements"][0]["cue"]["exact"], "said Phelan");
}

pub fn on_a_phone_selected_words_are_answered_below(page: &Page) {
    page.resize(page.browser.narrowest());
    begin(page);
    select(page, "We need it now");
    let below = page.script(
        "const box = document.querySelector('.selected').getBoundingClientRect();
         return Math.abs(box.bottom - innerHeight) < 2 && box.height < innerHeight / 2",
        &[],
    );
    assert_eq!(below, true, "what can be done with the words stands at the bottom");
    page.role("button", "1 word for word").click();
    has_focus(page, "field-speaker");
    assert!(page.fits_its_width());
    page.screenshot("coding-phone");
    // The words of an open statement stand above its panel.
    page.role("button", "Close").click();
    page.role("heading", "1 statement");
    page.role("button", "1. Not named…").click();
    page.wait_for("the words of the open statement are in sight", || {
        page.script(
            "const words = document.querySelector('#text mark.is-open')?.getBoundingClientRect();
             const panel = document.querySelector('.coding-panel').getBoundingClientRect();
             return !!words && words.top >= 0 && words.bottom <= panel.top",
            &[],
        ) == true
    });
}
