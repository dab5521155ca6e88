//! Filters as a reader uses them: include, leave out, search, clear, and what is said when nothing is left.

use crate::support::page::Page;

pub fn including_and_leaving_out(page: &Page) {
    page.open("");
    page.role("checkbox", "Volodymyr Zelenskyy").click();
    page.says("7 of 36 statements");
    assert!(page.address().contains("actor=zelenskyy"), "{}", page.address());
    page.wait_for("what does not match recedes and stays", || {
        page.script(
            "return [document.querySelectorAll('.line.is-out').length > 20, document.querySelectorAll(\"a[id^='s=']\").length]",
            &[],
        ) == serde_json::json!([true, 36])
    });
    page.role("checkbox", "Joe Biden").click();
    page.says("10 of 36 statements");
    page.role("button", "leave out Joe Biden: not").click();
    page.says("7 of 36 statements");
    page.role("link", "Remove filter: not Joe Biden").click();
    page.role("link", "Remove filter: Volodymyr Zelenskyy").click();
    page.says("36 statements, 10 named speakers");
    page.role("button", "leave out all of NATO: not").click();
    page.says("24 of 36 statements");
    page.role("link", "Clear").click();
    page.says("36 statements, 10 named speakers");
    page.screenshot("filters");
}

pub fn counts_are_live_and_ignore_their_own_facet(page: &Page) {
    page.open("");
    page.says("36 statements, 10 named speakers");
    assert_eq!(count(page, "part quoted"), "3");
    page.role("checkbox", "Volodymyr Zelenskyy").click();
    page.says("7 of 36 statements");
    assert_eq!(count(page, "part quoted"), "2");
    assert_eq!(count(page, "Joe Biden"), "3");
    page.role("checkbox", "part quoted").click();
    page.says("2 of 36 statements");
    assert_eq!(count(page, "Joe Biden"), "0");
    assert_eq!(count(page, "word for word"), "1");
}

pub fn search_finds_as_one_types(page: &Page) {
    page.open("");
    page.role("searchbox", "Search the text").type_into("meÉting");
    page.says("1 of 36 statements");
    page.says("found 2 times outside statements");
    page.wait_for("the address holds the words", || page.address().contains("q=me%C3%89ting"));
    page.wait_for("hits are marked in the text", || {
        page.script(
            "return [...document.querySelectorAll('mark.hit')].some((hit) => hit.textContent === 'meeting')",
            &[],
        ) == true
    });
    page.back();
    page.says("36 statements, 10 named speakers");
    page.press("/");
    assert_eq!(page.focused(), "Search the text");
}

pub fn when_nothing_is_left_the_page_says_why(page: &Page) {
    page.open("#actor=biden&kind=scare");
    page.says("No statement matches all of these filters together.");
    page.says("Without the filter scare quotes: 3 statements");
    page.says("Without the filter Joe Biden: 1 statement");
    page.screenshot("nothing");
    page.role("link", "Without the filter scare quotes").click();
    page.says("3 of 36 statements");
}

pub fn dates_narrow(page: &Page) {
    page.open("#to=2021-12-16");
    page.says("2 of 36 statements");
    page.role("link", "Remove filter: to 16 December 2021").click();
    page.says("36 statements, 10 named speakers");
}

pub fn on_a_phone_filters_are_a_sheet(page: &Page) {
    page.resize(page.browser.narrowest());
    page.open("");
    page.role("button", "Filters").click();
    page.role("dialog", "Filters");
    page.role("checkbox", "Joe Biden").click();
    page.role("button", "Show 3 statements").click();
    page.wait_for("the sheet is closed", || !page.has("dialog", "Filters"));
    page.says("3 of 36 statements");
    assert_eq!(page.focused(), "Filters 1");
    page.screenshot("phone-filtered");
}

fn count(page: &Page, row: &str) -> String {
    let script = "const box = [...document.querySelectorAll('.rooms > .facets .facet-row')]
        .find((row) => row.querySelector('.facet-label').textContent === arguments[0]);
        return box ? box.querySelector('.facet-count').firstChild.textContent : ''";
    let mut count = String::new();
    // What is out of sight comes a little later.
    page.wait_for(&format!("{row} has a row"), || {
        count = page.script(script, &[serde_json::json!(row)]).as_str().unwrap_or_default().to_owned();
        !count.is_empty()
    });
    count
}
