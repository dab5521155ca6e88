//! The coding page once statements are there: edges are dragged, several are changed at once, rows are split, and a
//! whole corpus is made, built and opened.

use super::coding::{begin, begin_with, has_focus, saved, select};
use crate::support::host::serve;
use crate::support::page::Page;
use crate::support::site;
use serde_json::{Value, json};
use std::path::Path;

pub fn an_edge_is_dragged(page: &Page) {
    begin(page);
    select(page, "the city needs the");
    page.press("2");
    has_focus(page, "field-speaker");
    page.press("Escape");
    has_focus(page, "text");
    page.drag_over("[data-edge=end]", 55);
    page.wait_for("the statement ends later", || words(page).ends_with("the city needs the water"));
    assert!(!page.has("region", "Selected words"), "what was dragged is not selected");
    page.drag_over("[data-edge=start]", 30);
    page.wait_for("the statement begins later", || !words(page).starts_with("the city"));
    assert!(words(page).ends_with("needs the water"));
    page.screenshot("coding-edges");
    // Each drag is one step.
    page.press("Control+z");
    page.press("Control+z");
    page.wait_for("both drags are undone", || words(page) == "the city needs the");
}

/// The words of the open statement, as the text marks them.
fn words(page: &Page) -> String {
    let words = page.script(
        "return [...document.querySelectorAll('#text mark.is-open')].map((mark) => mark.textContent).join('')",
        &[],
    );
    words.as_str().unwrap_or_default().to_owned()
}

pub fn several_are_changed_and_a_row_is_split(page: &Page) {
    begin(page);
    for words in ["Dam Hetch Hetchy", "the city needs the water", "We need it now"] {
        select(page, words);
        page.press("1");
        has_focus(page, "field-speaker");
        page.press("P h e l a n Enter");
        has_focus(page, "field-position");
        page.press("Escape");
        has_focus(page, "text");
    }
    page.press("Escape");
    page.role("button", "Change several").click();
    page.role("button", "All of this text").click();
    page.role("checkbox", "Pick: Dam Hetch Hetchy").click();
    page.script("document.getElementById('picked-kind').closest('details').open = true", &[]);
    page.says("2 statements picked");
    page.is_accessible();
    page.screenshot("coding-several");
    page.script(
        "const list = document.getElementById('picked-kind');
         list.value = 'indirect';
         list.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    page.says("2 statements are changed.");
    page.role("button", "Actors…").click();
    page.script("document.querySelector('.coded-rows details').open = true", &[]);
    page.role("button", "Two in one: split it").click();
    has_focus(page, "field-split-phelan");
    page.press("M u i r Tab");
    page.role("checkbox", "Pick: s1: Dam Hetch Hetchy").click();
    page.is_accessible();
    page.screenshot("coding-split");
    page.role("button", "Split").click();
    page.says("New: Muir");
    let file = saved(page);
    let said = |key: &str| -> Vec<String> {
        let all = file["statements"].as_array().expect("statements");
        all.iter().map(|statement| statement[key].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(said("speaker"), ["muir", "phelan", "phelan"]);
    assert_eq!(said("kind"), ["direct", "indirect", "indirect"]);
    page.press("Control+z");
    page.says("Undone: phelan split");
}

pub fn who_codes_is_asked_once(page: &Page) {
    begin(page);
    for (words, asks) in [("the city needs the water", true), ("We need it now", false)] {
        select(page, words);
        let before = page.script("return scrollY", &[]);
        page.press("2");
        has_focus(page, "field-speaker");
        page.press("P h e l a n Enter");
        has_focus(page, "field-position");
        page.press("D a m Enter");
        if asks {
            has_focus(page, "field-proposition");
            page.element("#field-proposition").type_into("The valley should be dammed.");
            page.press("Enter");
        }
        has_focus(page, "stances");
        assert_eq!(page.has("textbox", "Who codes?…"), asks);
        if asks {
            page.is_accessible();
            page.screenshot("coding-coder");
            page.role("textbox", "Who codes?…").type_into("Ann Lee");
            page.press("Enter");
            page.wait_for("it is asked no more", || !page.has("textbox", "Who codes?…"));
            has_focus(page, "stances");
        }
        page.press("s");
        has_focus(page, "text");
        // A driver that types into a field scrolls by itself.
        let is_still = asks || page.script("return scrollY", &[]) == before;
        assert!(is_still, "the words that are coded stay where they are");
    }
    let file = saved(page);
    assert_eq!(file["coders"], json!([{ "id": "ann-lee", "name": "Ann Lee" }]));
    let all = file["statements"].as_array().expect("statements");
    assert!(all.iter().all(|statement| statement["positions"][0]["coder"] == "ann-lee"));
    // And the next draft knows it.
    page.role("button", "All drafts").click();
    begin(page);
    page.role("button", "The corpus").click();
    let name = page.script("return document.getElementById('corpus-coder').value", &[]);
    assert_eq!(name, "Ann Lee");
}

/// A sentence, its speaker, its issue and its stance, each as keys.
type Coded = (&'static str, &'static str, &'static str, &'static str);

const TEN: [Coded; 10] = [
    ("The city needs the water now.", "Phelan", "Dam", "s"),
    ("Nobody can drink a view.", "Phelan", "Dam", "s"),
    ("The valley is a cathedral.", "Muir", "Dam", "o"),
    ("No dam will stand in it while I live.", "Muir", "Dam", "o"),
    ("The bill of the river folk is fair.", "Kent", "Bill", "s"),
    ("I vote for it on Friday.", "Kent", "Bill", "s"),
    ("We cannot pay such a bill.", "Phelan", "Bill", "o"),
    ("Let the river folk pay their own.", "Phelan", "Bill", "o"),
    ("A dam may come or not.", "Kent", "Dam", "n"),
    ("The trees do not care for bills.", "Muir", "Bill", "x"),
];

pub fn ten_statements_by_keys_become_a_site(page: &Page) {
    let text: Vec<&str> = TEN.iter().map(|(sentence, ..)| *sentence).collect();
    begin_with(page, &text.join("\n\n"));
    page.press("F2");
    has_focus(page, "text");
    let keys = |word: &str| word.chars().map(String::from).collect::<Vec<_>>().join(" ");
    let mut issues: Vec<&str> = Vec::new();
    for (_, speaker, issue, stance) in TEN {
        page.press("Shift+Alt+Right");
        page.role("region", "Selected words");
        page.press("2");
        has_focus(page, "field-speaker");
        page.press(&format!("{} Enter", keys(speaker)));
        has_focus(page, "field-position");
        page.press(&format!("{} Enter", keys(issue)));
        if !issues.contains(&issue) {
            issues.push(issue);
            has_focus(page, "field-proposition");
            page.press(&format!("{} Enter", keys("Yes")));
        }
        has_focus(page, "stances");
        page.press(stance);
        has_focus(page, "text");
    }
    let file = saved(page);
    let all = file["statements"].as_array().expect("statements");
    for (statement, (sentence, speaker, issue, _)) in all.iter().zip(TEN) {
        let (exact, by) = (&statement["spans"][0]["exact"], &statement["speaker"]);
        assert_eq!((exact, by), (&json!(sentence), &json!(speaker.to_lowercase())));
        assert_eq!(statement["positions"][0]["issue"], json!(issue.to_lowercase()));
    }
    built_and_opened(page, &file);
}

/// A site of the file that was saved opens with all that was marked.
fn built_and_opened(page: &Page, file: &Value) {
    let folder = Path::new("target/sites").join(format!("by-keys-{:?}", page.browser));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("saved.json");
    std::fs::write(&path, file.to_string()).expect("the file is written");
    let out = folder.join("site");
    site::build(Path::new(site::APP), &[&path], &out);
    page.visit(&format!("http://{}/", serve(&out)));
    page.says("10 statements, 3 named speakers");
    page.role("link", "Compare").click();
    page.says("Where each speaker stands");
}

pub fn what_is_being_typed_stays_while_the_page_is_drawn_anew(page: &Page) {
    begin(page);
    page.role("button", "This text").click();
    page.role("textbox", "Publisher").focus();
    for letter in ["T", "h", "e"] {
        page.press(letter);
        // As after a check, or a step of another tab.
        page.script(
            "document.getElementById('text').dispatchEvent(new Event('compositionend', { bubbles: true }))",
            &[],
        );
    }
    page.press("Tab");
    let typed = || page.script("return document.getElementById('document-publisher').value", &[]);
    page.wait_for("the letters are there", || typed() == "The");
    assert_eq!(saved(page)["documents"][0]["publisher"], "The");
    page.role("button", "Undo").click();
    page.wait_for("the field is empty again", || typed() == "");
}
