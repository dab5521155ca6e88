//! Reading as a reader does it: point, press, step; what is nested, split or by nobody is reachable.

use crate::support::host::with_corpus;
use crate::support::page::Page;

pub fn opens(page: &Page) {
    page.open("");
    page.role("heading", "Ukraine, NATO and Russia, December 2021");
    page.says("36 statements, 10 named speakers");
    page.role(
        "link",
        "Statement 1, NATO, in paraphrase, supports, with a condition: Talks between Russia and NATO…",
    );
    page.wait_for("every statement has one link with its id", || {
        page.script("return document.querySelectorAll(\"a[id^='s=']\").length", &[]) == 36
    });
    let whole = page.script(
        "const text = document.querySelector('article').textContent; return [text.startsWith('date 2021-12-17 NATO expressed'), text.endsWith('strengthen NATO’s eastern flank.')]",
        &[],
    );
    assert_eq!(whole, serde_json::json!([true, true]), "the text is whole");
    page.screenshot("read-all");
}

pub fn a_press_opens_the_card(page: &Page) {
    page.open("");
    page.role("link", "Statement 34, Joe Biden…").click();
    page.role("region", "Statement 34: Joe Biden");
    for words in [
        "President of United States",
        "no position coded",
        "White House",
        "17 December 2021 or earlier",
        "in paraphrase",
        "Vladimir Putin",
    ] {
        page.says(words);
    }
    let steps = page.script(
        "return [...document.querySelectorAll('.card.is-open .relay li')].map((li) => li.textContent)",
        &[],
    );
    let steps: Vec<String> = serde_json::from_value(steps).unwrap();
    let [first, second, last] = &steps[..] else { panic!("three steps: {steps:?}") };
    assert!(first.starts_with("News article of 17 December 2021"), "{first}");
    assert!(second.starts_with("White House"), "{second}");
    assert_eq!(last.trim_end(), "Joe Biden", "the text names no act");
    assert!(page.address().contains("s=s32~"), "{}", page.address());
    page.screenshot("card");
    page.press("Escape");
    page.wait_for("the card is closed", || !page.has("region", "Statement 34: Joe Biden"));
    assert!(
        page.focused().starts_with("Statement 34"),
        "the focus is back at the statement: {}",
        page.focused()
    );
}

pub fn pointing_and_focus_preview(page: &Page) {
    page.open("");
    page.role("link", "Statement 28, Dmitry Peskov…").focus();
    page.says("Press secretary of the head of state of Russia");
    assert!(!page.address().contains("s="), "a preview is no choice: {}", page.address());
    page.role("searchbox", "Search the text").focus();
    page.says_no_more("Press secretary of the head of state of Russia");
}

pub fn stepping_follows_the_filter(page: &Page) {
    page.open("#actor=zelenskyy");
    page.says("7 of 36 statements");
    page.role("button", "Next statement").click();
    page.says("1 of 7");
    page.press("j");
    page.says("2 of 7");
    page.press("n j j j j");
    page.says("7 of 7");
    page.press("j");
    page.says("This is the last statement.");
    page.press("k");
    page.says("6 of 7");
    page.back();
    page.wait_for("Back undoes the opening, not each step", || !page.address().contains("s="));
    page.says("7 of 36 statements");
}

pub fn nested_and_split_words_reach_every_owner(page: &Page) {
    page.open("#s=s16");
    page.role("region", "Statement 16: Not named");
    page.says("Also in these words");
    page.role("link", "Volodymyr Zelenskyy, in paraphrase").click();
    page.role("region", "Statement 15: Volodymyr Zelenskyy");
    // The second half of a split quotation opens the same card.
    page.open("~empty");
    page.open("");
    page.role("link", "Statement 9, NATO…");
    page.script("[...document.querySelectorAll('span.run')].find((run) => run.textContent.startsWith('will have to pay')).click()", &[]);
    page.role("region", "Statement 9: NATO");
    let runs = page.script(
        "return [...document.querySelectorAll('.line.is-open')].map((line) => line.textContent)",
        &[],
    );
    assert_eq!(
        runs,
        serde_json::json!([
            "any attack on Ukraine will have large-scale consequences,",
            "will have to pay a high price for it."
        ])
    );
}

pub fn kinds_differ_without_colour(page: &Page) {
    page.open("");
    page.role("link", "Statement 1, NATO…");
    let styles = page.script(
        "return ['direct', 'mixed', 'indirect', 'scare'].map((kind) =>
           getComputedStyle(document.querySelector(`.article .line.is-${kind}`)).textDecorationStyle)",
        &[],
    );
    assert_eq!(styles, serde_json::json!(["solid", "dashed", "dotted", "wavy"]));
}

pub fn notes_stand_beside_and_never_overlap(page: &Page) {
    page.open("#s=s17");
    page.role("region", "Statement 17: Volodymyr Zelenskyy");
    page.wait_for("notes stand below each other", || {
        page.script(
            "const boxes = [...document.querySelectorAll('.notes [data-beside]:not(.is-out)')].map((li) => li.getBoundingClientRect());
             return boxes.length === 36 && boxes.every((box, at) => at === 0 || box.top >= boxes[at - 1].bottom - 1)",
            &[],
        ) == true
    });
}

pub fn on_a_phone_the_card_is_a_sheet(page: &Page) {
    page.resize(page.browser.narrowest());
    page.open("");
    page.role("link", "Statement 17, Volodymyr Zelenskyy…").click();
    page.role("region", "Statement 17: Volodymyr Zelenskyy");
    page.wait_for("the sheet leaves the statement in sight", || {
        page.script(
            "const sheet = document.querySelector('.card.is-open').getBoundingClientRect();
             const words = document.querySelector('.line.is-open').getBoundingClientRect();
             const bar = document.querySelector('.status').getBoundingClientRect();
             return sheet.bottom <= innerHeight && words.top >= bar.bottom - 1 && words.top + 20 <= sheet.top",
            &[],
        ) == true
    });
    assert!(page.fits_its_width(), "nothing is wider than the screen");
    page.screenshot("phone-card");
}

/// Verse, minutes and tables: lines end where the source ends them, and what is set apart stays so.
pub fn lines_stay_lines(page: &Page) {
    let text = "The river runs below,\n    the bridge runs above,\nand he who pays the toll\n    may keep his glove.";
    for view in ["#s=s2", "#view=statements", "#s=s2&embed=1"] {
        page.open("~empty");
        page.open(&format!("{}{view}", with_corpus("lines.json", include_str!("../cases/lines.json"))));
        page.wait_for(&format!("{view}: the verse has four lines"), || page.text().contains(text));
    }
    page.open("~empty");
    page.open(&format!("{}#s=s2", with_corpus("lines.json", include_str!("../cases/lines.json"))));
    page.role("region", "Statement 1: Not named");
    for words in ["CHAIR: Order.\nMAYOR: We shall build it.\nCLERK: At what price?\n", "Steel\t4,000\n"] {
        page.wait_for(&format!("the page says “{words}”"), || page.text().contains(words));
    }
    // The statement's runs are its words, letter by letter.
    let said = page.script(
        "return [...document.querySelectorAll('[data-of=s2]')].map((run) => run.textContent).join('')",
        &[],
    );
    assert_eq!(said, text);
    // Where two columns begin.
    let starts = page.script(
        "const found = ['4,000', '12'].map((cell) => {
           const walk = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
           while (walk.nextNode()) {
             const at = walk.currentNode.data.indexOf(cell);
             if (at < 0) continue;
             const range = document.createRange();
             range.setStart(walk.currentNode, at);
             range.setEnd(walk.currentNode, at + 1);
             return range.getBoundingClientRect().x;
           }
         });
         return [found[0] - document.querySelector('article').getBoundingClientRect().x, found[1] - found[0]]",
        &[],
    );
    assert!(starts[0].as_f64() > Some(60.0) && starts[1].as_f64() >= Some(0.0), "{starts}");
    page.screenshot("lines");
}
