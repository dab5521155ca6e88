//! Search as a reader uses it: words in every script, phrases, the way from place to place; and what is typed beside it,
//! dates and keys.

use crate::support::driver::Browser;
use crate::support::host::with_corpus;
use crate::support::page::Page;
use serde_json::{Value, json};
use standpoint::query::fold;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// A text that is longer than any screen, where what is looked for stands at the end.
fn open(page: &Page, rest: &str) {
    const SAID: [&str; 2] = ["A good beginning", "The sea wall stands, and the sea is kept out"];
    let mut text: Vec<String> = (0..60).map(|at| format!("Paragraph {at} says nothing much.")).collect();
    text[0] = format!("“{},” said Bo.", SAID[0]);
    text.push(format!("“{},” said Ada. A tram for Bertram.", SAID[1]));
    text.push(
        "Nước sông Hương. נִבְנֶה אֶת הַגֶּשֶׁר. هٰذا الجسر ولٰكن. The oﬃce, １２００ euros, 5 m². Ga\u{308}rten. 다리. ガード."
            .to_owned(),
    );
    let statement = |at: usize, speaker: &str| json!({"id": format!("s{at}"), "document": "d", "spans": [{"exact": SAID[at]}], "kind": "direct", "speaker": speaker});
    let person = |id: &str, name: &str| json!({"id": id, "name": name, "kind": "person"});
    let corpus = json!({"standpoint": 1, "id": "search", "title": "Search", "language": "en",
        "actors": [person("ada", "Ada"), person("bo", "Bo")],
        "documents": [{"id": "d", "title": "A text", "date": "2024", "text": text.join("\n\n")}],
        "statements": [statement(0, "bo"), statement(1, "ada")]});
    let path = with_corpus("search.json", &corpus.to_string());
    page.open(&format!("{path}{rest}"));
    page.says("2 statements, 2 named speakers");
}

/// What is marked in the text, each with its classes.
fn marked(page: &Page) -> Vec<(String, String)> {
    let script = "return [...document.querySelectorAll('article mark')].map((mark) => [mark.textContent, mark.className])";
    serde_json::from_value(page.script(script, &[])).unwrap_or_default()
}

/// Whether the first element that matches stands before the reader.
fn is_in_sight(page: &Page, selector: &str) -> bool {
    let script = "const place = document.querySelector(arguments[0])?.getBoundingClientRect();
        return !!place && place.top > 50 && place.bottom < innerHeight";
    page.script(script, &[json!(selector)]) == true
}

fn search(page: &Page, words: &str) {
    page.role("searchbox", "Search the text").type_into(words);
}

pub fn words_are_found_in_every_script(page: &Page) {
    open(page, "");
    for (typed, words) in [
        ("nuoc", "Nước"),
        ("huong", "Hương"),
        ("נבנה", "נִבְנֶה"),
        ("הגשר", "הַגֶּשֶׁר"),
        ("هذا", "هٰذا"),
        ("ولكن", "ولٰكن"),
        ("office", "oﬃce"),
        ("1200", "１２００"),
        ("m2", "m²"),
        ("garten", "Ga\u{308}rten"),
        ("다리", "다리"),
        ("ガード", "ガード"),
    ] {
        search(page, typed);
        page.wait_for(
            &format!("{typed} finds {words}"),
            || matches!(&marked(page)[..], [(found, _)] if found == words),
        );
    }
}

/// What a browser makes of each character, as the page asks it; nothing for those that it does not know.
const PARTS: &str = "const all = [];
    for (let at = 0; at < 0x20000; at++) {
        const is_surrogate = at >= 0xd800 && at < 0xe000;
        const c = is_surrogate ? '' : String.fromCodePoint(at);
        all.push(/^[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]$/u.test(c)
            ? c.normalize('NFKD').replace(/[\\p{M}\\p{Cf}]/gu, '').toUpperCase().toLowerCase()
            : null);
    }
    return all";

pub fn browsers_and_the_command_line_fold_alike(page: &Page) {
    page.open("");
    let parts: Vec<Option<String>> = serde_json::from_value(page.script(PARTS, &[])).unwrap();
    let mut differing = Vec::new();
    let mut compared = 0;
    for (at, parts) in (0..).zip(parts) {
        let (Some(c), Some(parts)) = (char::from_u32(at), parts) else { continue };
        // Spacing accents come apart into a space and a mark; they are typography before that.
        if c.general_category() == GeneralCategory::Unassigned || "´`\u{1fef}\u{1ffd}″".contains(c) {
            continue;
        }
        compared += 1;
        if fold(&parts) != fold(&c.to_string()) {
            differing.push(format!("U+{at:04X} {c}: {parts}"));
        }
    }
    assert!(compared > 60_000, "{compared}");
    assert_eq!(differing, [""; 0]);
}

pub fn words_phrases_and_parts_of_words(page: &Page) {
    open(page, "");
    let finds = |typed: &str, expected: &[(&str, &str)]| {
        search(page, typed);
        page.wait_for(&format!("{typed} finds {expected:?}"), || {
            marked(page)
                .iter()
                .map(|(words, class)| (words.as_str(), class.as_str()))
                .eq(expected.iter().copied())
        });
    };
    finds("stands sea", &[("sea", "hit"), ("stands", "hit"), ("sea", "hit")]);
    page.says("1 of 2 statements");
    finds("“sea wall”", &[("sea wall", "hit")]);
    finds("\"wall sea\"", &[]);
    page.says("0 of 2 statements");
    finds("tram", &[("tram", "hit"), ("tram", "hit is-part")]);
    finds("sea nowhere", &[]);
}

pub fn enter_goes_from_place_to_place(page: &Page) {
    open(page, "");
    search(page, "paragraph");
    page.says("59 places");
    for (keys, place) in [
        ("Enter", "place 1 of 59"),
        ("Enter", "place 2 of 59"),
        ("Shift+Enter", "place 1 of 59"),
        ("Shift+Enter", "place 59 of 59"),
        ("Enter", "place 1 of 59"),
    ] {
        page.press(keys);
        page.says(place);
        page.wait_for(&format!("{place} is in sight"), || is_in_sight(page, "mark[data-shown]"));
        assert_eq!(page.focused(), "Search the text");
    }
    page.role("button", "place 1 of 59").click();
    page.says("place 2 of 59");
    search(page, "stands");
    page.says("1 place");
    assert_eq!(page.script("return document.querySelectorAll('[data-shown]').length", &[]), 0);
    page.screenshot("search-places");
    // In lists, too.
    page.open("tram-town/#q=kitchen");
    page.role("searchbox", "Search the text").focus();
    page.press("Enter");
    page.says("place 1 of");
    page.wait_for("the place is in sight", || is_in_sight(page, ".finds [data-shown]"));
    page.open("tram-town/statements/#view=statements&q=tram");
    page.role("searchbox", "Search the text").focus();
    page.press("Enter Enter");
    page.says("place 2 of");
    page.wait_for("the row is in sight", || is_in_sight(page, ".listed [data-shown]"));
}

pub fn escape_empties_the_search_first(page: &Page) {
    open(page, "");
    page.element("[id='s=s1']").click();
    page.role("region", "Statement 2: Ada");
    search(page, "wall");
    page.wait_for("the words stand in the address", || page.address().contains("q=wall"));
    page.press("Escape");
    page.wait_for("the words are gone", || !page.address().contains("q="));
    let field = "return document.activeElement.type === 'search' && document.activeElement.value === ''";
    page.wait_for("the field is empty and has the focus", || page.script(field, &[]) == true);
    page.role("region", "Statement 2: Ada");
    page.press("Escape");
    page.wait_for("the card is closed", || !page.address().contains("s=s1"));
}

pub fn no_key_is_lost_between_two_programs(page: &Page) {
    // The keys come when one program has stopped and the other has not begun.
    const KEYS: &str = "const keys = arguments[0];
        const field = document.querySelector('.search input');
        field.focus();
        addEventListener('standpoint:stopped', () => {
            for (const key of keys) {
                document.activeElement.dispatchEvent(
                    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
            }
        }, { once: true });
        field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));";
    let value = || page.script("return document.querySelector('.search input')?.value", &[]);
    let rows: [(&[&str], &str); 4] = [
        (&["s"], "walls"),
        (&["Backspace", "k"], "walk"),
        (&["Escape"], ""),
        (&["Escape", "s", "e", "a"], "sea"),
    ];
    for (keys, left) in rows {
        page.open("tram-town/");
        page.open("#q=wall");
        // From here on nothing but the full program draws the page anew.
        let is_at_rest = "return 'checked' in document.documentElement.dataset";
        page.wait_for("the corpus was looked at", || page.script(is_at_rest, &[]) == true);
        assert_eq!(value(), "wall");
        page.script(KEYS, &[json!(keys)]);
        page.wait_for(&format!("{keys:?} leave “{left}”"), || value() == left);
        let asked = || page.address().split_once("q=").map_or(String::new(), |(_, words)| words.to_owned());
        page.wait_for(&format!("“{left}” stands in the address"), || asked() == left);
        page.wait_for("the field has the focus", || page.focused() == "Search the text");
    }
}

pub fn what_matches_comes_into_sight(page: &Page) {
    open(page, "");
    assert!(!is_in_sight(page, "[id='s=s1']"));
    page.role("checkbox", "Ada").click();
    page.wait_for("her statement is in sight", || is_in_sight(page, "[id='s=s1']"));
    page.role("link", "Clear").click();
    page.says("2 statements, 2 named speakers");
    page.script("scrollTo(0, 0)", &[]);
    search(page, "bertram");
    page.wait_for("the place is in sight", || is_in_sight(page, "article mark"));
}

/// What browsers do while a year is typed: each digit makes a date.
const TYPED: &str = "const field = document.querySelector('.rooms > .facets input[type=date]');
    field.focus();
    for (const year of ['0002', '0020', '0202', '2021']) {
        field.value = `${year}-12-17`;
        field.dispatchEvent(new Event('change', { bubbles: true }));
    }";

/// Where something that is found is in sight, the text stays where it is read.
pub fn typing_moves_no_text(page: &Page) {
    page.open("");
    page.wait_for("the page begins", || page.has_begun());
    page.resize(1280);
    page.script("scrollTo({ top: 900, behavior: 'instant' })", &[]);
    page.script("document.querySelector('.top input[type=search]').focus({ preventScroll: true })", &[]);
    let place = "return document.getElementById('s=s12').getBoundingClientRect().top";
    let before = page.script(place, &[]).as_f64().unwrap_or_default();
    assert!((0.0..900.0).contains(&before), "the statement is in sight: {before}");
    for (key, typed) in [("n", "q=n"), ("a", "q=na"), ("t", "q=nat"), ("o", "q=nato")] {
        page.press(key);
        page.wait_for(&format!("{typed} stands in the address"), || page.address().ends_with(typed));
        let now = page.script(place, &[]).as_f64().unwrap_or_default();
        // The line of filters that comes over the text has room for itself.
        assert!((now - before).abs() < 60.0, "{typed}: from {before} to {now}");
    }
}

pub fn a_date_is_one_choice(page: &Page) {
    page.open("");
    page.says("36 statements, 10 named speakers");
    page.element(".rooms > .facets input[type=date]");
    let entries = || page.script("return history.length", &[]).as_u64().unwrap_or(0);
    let before = entries();
    if page.browser == Browser::Chromium {
        page.element(".rooms > .facets input[type=date]").focus();
        page.press("1 2 1 7 2 0 2 1");
    } else {
        page.script(TYPED, &[]);
    }
    page.wait_for("the date stands in the address", || page.address().ends_with("#from=2021-12-17"));
    assert_eq!(entries(), before + 1);
    if page.browser == Browser::Chromium {
        // Where no key was pressed, browsers pass such an entry by.
        page.back();
        page.says("36 statements, 10 named speakers");
    }
    // A year that is meant is chosen when the field is left.
    page.script(
        "const field = document.querySelector('.rooms > .facets input[type=date]');
         field.focus();
         field.value = '0202-12-17';
         field.dispatchEvent(new Event('change', { bubbles: true }));
         field.blur()",
        &[],
    );
    page.wait_for("the year is chosen", || page.address().ends_with("#from=0202-12-17"));
}

pub fn a_month_shows_as_a_month(page: &Page) {
    page.open("#to=2021-02");
    let shown = || {
        page.script(
            "const label = [...document.querySelectorAll('.rooms > .facets .date')].at(-1);
             return [label?.querySelector('input').value, label?.querySelector('span')?.textContent]",
            &[],
        )
    };
    page.wait_for("the field has its last day beside its words", || {
        shown() == json!(["2021-02-28", "February 2021"])
    });
    page.element(".rooms > .facets .date:last-of-type input").focus();
    page.element("input[type=search]").focus();
    assert!(page.address().ends_with("#to=2021-02"), "{}", page.address());
}

pub fn keys_work_on_other_layouts(page: &Page) {
    // Of the two programs only the full one compares, so that none takes the place of another meanwhile.
    page.open("#view=compare");
    page.wait_for("the comparison is there", || page.has("table", "Where each speaker stands…"));
    let press = |key: &str, code: &str| -> Value {
        page.script(
            "document.body.dispatchEvent(new KeyboardEvent('keydown',
                { key: arguments[0], code: arguments[1], bubbles: true, cancelable: true }))",
            &[json!(key), json!(code)],
        )
    };
    press("ق", "KeyR");
    page.wait_for("the text is there", || !page.address().contains("compare"));
    press("о", "KeyJ");
    page.role("region", "Statement 1: …");
    press("с", "KeyC");
    page.wait_for("the comparison is there", || page.address().contains("compare"));
    press("ظ", "Slash");
    page.wait_for("the search has the focus", || page.focused() == "Search the text");
}
