//! A page that others have changed: a host's minifier, a browser's translation, scripts of somebody else. And what a
//! reader's hand does to it: words that are selected, and a focus that must not be lost.

use crate::support::driver::Browser;
use crate::support::host::{Fault, with_fault};
use crate::support::page::Page;
use serde_json::{Map, Value, json};

pub fn html_without_comments_opens(page: &Page) {
    let site = with_fault(Fault::Minified, ".html");
    for path in ["nato-2021/2021-12-17/", "nato-2021/2021-12-17/#actor=peskov", "nato-2021/statements/"] {
        page.open("~empty");
        page.open(&format!("{site}{path}"));
        page.wait_for(&format!("{path} begins"), || page.has_begun());
        page.role("checkbox", "Joe Biden").click();
        page.wait_for("presses are heard", || page.address().contains("biden"));
    }
}

/// What a browser does to a page that it translates, in our own words.
const TRANSLATOR: &str = include_str!("../cases/translator.js");

/// Somebody who presses whatever there is.
const MONKEY: &str = include_str!("../cases/monkey.js");

/// What the page says of its statements, without the marks of the translation.
fn said(page: &Page) -> String {
    const SAID: &str = "const text = (selector) => [...document.querySelectorAll(selector)]
            .filter((part) => part.checkVisibility()).map((part) => part.innerText.replace(/[«»\\s]/g, ''));
        return JSON.stringify([text('.status-count'), text('.chips'), text('.facet-row'), text('.evidence'),
            text('.card'), text('.stances tbody tr'), text('.tabs'), document.documentElement.lang]);";
    page.script(SAID, &[]).as_str().unwrap_or_default().to_owned()
}

pub fn a_translated_page_says_what_a_fresh_one_says(page: &Page) {
    page.open("nato-2021/2021-12-17/");
    page.wait_for("the page begins", || page.has_begun());
    page.script(&format!("({TRANSLATOR})()"), &[]);
    page.allows("On its way");
    page.wait_for("it is translated", || page.text().contains("«"));
    let presses: [(&str, &str); 9] = [
        (".facet-row[data-choice='actor=peskov'] input", "actor=peskov"),
        (".facet-row[data-choice='kind=indirect'] input", "kind=indirect"),
        (".chips li:first-child a", "kind=indirect"),
        ("[id='s=s01']", "s=s01"),
        (".status .step:last-child", "s=s02"),
        (".tabs a:nth-child(2)", "compare/"),
        ("a.cell", "cell="),
        (".evidence a.button", "compare/#kind=indirect"),
        (".tabs a:nth-child(4)", "actors/"),
    ];
    let mut views = Vec::new();
    for (selector, address) in presses {
        page.element(selector);
        page.script("document.querySelector(arguments[0]).click()", &[json!(selector)]);
        page.wait_for(&format!("{selector} leads to {address}"), || page.address().contains(address));
        let mut translated = String::new();
        page.wait_for("the page is drawn", || {
            let is_whole = "return !document.querySelector('.card') || !!document.getElementById('settings')";
            let is_whole = page.script(is_whole, &[]) == true;
            let before = std::mem::replace(&mut translated, said(page));
            is_whole && before == translated
        });
        views.push((page.address(), translated));
    }
    page.role("heading", "«Actors»");
    for (address, translated) in views {
        page.visit("about:blank");
        page.visit(&address);
        let mut fresh = String::new();
        page.wait_or_go_on(|| {
            fresh = said(page);
            fresh == translated
        });
        let same = fresh.chars().zip(translated.chars()).take_while(|(a, b)| a == b).count();
        let from = |text: &str| text.chars().skip(same.saturating_sub(40)).take(160).collect::<String>();
        assert_eq!(from(&fresh), from(&translated), "{address}");
    }
}

/// Splits every text in two.
const SPLIT: &str = "const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) if (text.length > 3) text.splitText(2);";

pub fn split_texts_say_what_whole_ones_say(page: &Page) {
    let early = format!(
        "document.addEventListener('readystatechange', () => {{ if (document.readyState === 'interactive') {{ {SPLIT} }} }})"
    );
    page.with_script_first(&early, "nato-2021/2021-12-17/");
    page.wait_for("the page begins", || page.has_begun());
    page.role("checkbox", "Joe Biden").click();
    page.says("3 of 36 statements");
    page.script(SPLIT, &[]);
    page.role("checkbox", "Dmitry Peskov").click();
    page.says("6 of 36 statements");
    let split = said(page);
    page.open("~empty");
    page.open("nato-2021/2021-12-17/#actor=biden,peskov");
    page.says("6 of 36 statements");
    page.wait_for("the same is said", || said(page) == split);
}

/// What a view says of whom, wherever a list is folded: of each row of the filters and of each actor its number. What
/// stands under the pointer or has the focus is no part of a view, nor is its card, which takes a note's place.
const SAID_OF_WHOM: &str = "const seen = (selector) => [...document.querySelectorAll(selector)].filter((part) => part.checkVisibility());
    const text = (selector) => seen(selector).map((part) => part.innerText.replace(/\\s/g, ''));
    const rows = seen('.facet-row').map((row) => [row.dataset.choice, row.innerText.replace(/\\s/g, ''), !!row.querySelector(':checked')]);
    return { rows: Object.fromEntries(rows.map(([choice, ...rest]) => [choice, rest])), rest: [text('.status-count'), text('.chips'),
        text('.evidence'), text('.card:not(.is-near)'), text('.stances tbody tr'), text('.article p'), text('main h1'),
        document.documentElement.lang] };";

fn said_of_whom(page: &Page) -> (Map<String, Value>, Value) {
    let said = page.script(SAID_OF_WHOM, &[]);
    (said["rows"].as_object().cloned().unwrap_or_default(), said["rest"].clone())
}

/// Where two pages say something else; which rows stand open is no part of a view.
fn difference(one: &(Map<String, Value>, Value), other: &(Map<String, Value>, Value)) -> String {
    let rows = one.0.iter().filter_map(|(choice, said)| {
        let fresh = other.0.get(choice)?;
        (fresh != said).then(|| format!("{choice}: {said}, and {fresh}\n"))
    });
    let rest = (one.1 != other.1).then(|| {
        let (a, b) = (one.1.to_string(), other.1.to_string());
        let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        let from = |text: &str| text.chars().skip(same.saturating_sub(60)).take(200).collect::<String>();
        format!("{}\n{}", from(&a), from(&b))
    });
    rows.chain(rest).collect()
}

/// How often something is done at random.
fn actions() -> u32 {
    let actions = std::env::var("STANDPOINT_ACTIONS").ok().and_then(|actions| actions.parse().ok());
    actions.unwrap_or(600)
}

/// Lets the monkey do something at random, so often; gives the seed to go on with.
fn do_anything(page: &Page, actions: u32, seed: u64, translator: &str) -> u64 {
    (0..actions).step_by(100).fold(seed, |seed, done| {
        let script = format!("return await ({MONKEY})(100, {seed}, {translator})");
        let next = page.script_later(&script).as_u64().unwrap_or_default();
        let failed = page.script("return !!document.querySelector('.failure')", &[]);
        assert_eq!(failed, false, "it stopped after {done}");
        next
    })
}

/// A translator comes and goes, texts are split, and somebody presses whatever there is, as often as
/// `STANDPOINT_ACTIONS` says.
pub fn after_anything_a_page_says_what_a_fresh_one_says(page: &Page) {
    let actions = actions();
    page.allows("");
    page.open("nato-2021/2021-12-17/");
    page.wait_for("the page begins", || page.has_begun());
    do_anything(page, actions, 7 + page.browser as u64, TRANSLATOR);
    page.press("Escape");
    // The address follows three times a second; the link of the view is there at once.
    let mut before = Default::default();
    page.wait_for("it comes to rest", || {
        let now = said_of_whom(page);
        let is_still = now == before;
        before = now;
        is_still
    });
    // Escape may come late, and close what a press has just opened: then it is pressed once more. A press that opens
    // nothing is lost, and waited for in vain.
    page.script(
        "window.__closed = 0; document.addEventListener('close', () => { window.__closed += 1; }, true)",
        &[],
    );
    let share = "const link = document.querySelector('output.address');
        const share = document.querySelector('.top .share');
        if (!link && share && window.__asked !== window.__closed) {
          window.__asked = window.__closed;
          share.click();
        }
        return !!link";
    page.wait_for("its link is offered", || page.script(share, &[]) == true);
    let link = page.element("output.address").text();
    let address = page.address_of("").trim_end_matches('/').to_owned()
        + "/"
        + link.trim_start_matches(&page.address_of(""));
    page.visit("about:blank");
    page.visit(&address);
    let mut differs = String::new();
    page.wait_or_go_on(|| {
        let fresh = said_of_whom(page);
        differs = difference(&before, &fresh);
        differs.is_empty()
    });
    assert_eq!(differs, "", "{address} after {actions} actions");
    println!("{:?}: {actions} actions, the same as {address}", page.browser);
}

/// Notes the memory of each program, before the page makes one.
const WATCH_MEMORY: &str = "window.memories = [];
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = async (...what) => {
        const made = await instantiate(...what);
        const exported = Object.values((made.instance ?? made).exports);
        window.memories.push(exported.find((one) => one instanceof WebAssembly.Memory));
        return made;
    };";

/// Bytes of the page's objects and of its programs' memories.
fn memory(page: &Page) -> (f64, f64) {
    page.chromium("HeapProfiler.collectGarbage", json!({}));
    let programs =
        page.script("return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0)", &[]);
    let metrics = page.chromium("Performance.getMetrics", json!({}));
    let metrics = metrics["metrics"].as_array().cloned().unwrap_or_default();
    let heap =
        metrics.iter().find(|metric| metric["name"] == "JSHeapUsedSize").map(|metric| &metric["value"]);
    (heap.and_then(Value::as_f64).unwrap_or_default(), programs.as_f64().unwrap_or_default())
}

pub fn twenty_languages_leave_memory_flat(page: &Page) {
    page.chromium("Performance.enable", json!({}));
    page.with_script_first(WATCH_MEMORY, "tram-town/minutes-2023-11/");
    page.role("button", "Text size, theme and shortcuts").click();
    page.role("link", "Deutsch");
    let switch = |rounds: usize| {
        for (language, said) in
            [("de", "Lesen"), ("fr", "Lire"), ("uk", "Читати"), ("ar", "القراءة"), ("en", "Read")]
                .repeat(rounds)
        {
            page.script(
                "document.querySelector(`#settings a.language[lang=${arguments[0]}]`).click()",
                &[json!(language)],
            );
            page.wait_for(&format!("the page is in {language}"), || {
                page.script("return document.querySelector('.top .tabs a').innerText", &[]) == said
            });
        }
    };
    switch(2);
    let (heap, programs) = memory(page);
    switch(4);
    let (heap_after, programs_after) = memory(page);
    println!(
        "twenty languages: objects {heap} to {heap_after} bytes, programs {programs} to {programs_after}"
    );
    assert!(heap > 0.0 && programs > 0.0, "both are measured");
    assert!(
        heap_after <= heap * 1.05 && programs_after <= programs * 1.05,
        "{heap} {heap_after} {programs} {programs_after}"
    );
}

pub fn a_long_session_leaves_memory_flat(page: &Page) {
    page.chromium("Performance.enable", json!({}));
    page.allows("");
    page.with_script_first(WATCH_MEMORY, "nato-2021/2021-12-17/");
    page.wait_for("the page begins", || page.has_begun());
    let mut seed = 11;
    let mut after = |actions: u32| {
        seed = do_anything(page, actions, seed, "undefined");
        page.press("Escape");
        // The same view each time: the start, in the same language, without what was looked for. The focus may rest on
        // a statement, whose card is shown then.
        page.script("document.querySelector('.top-title a').click()", &[]);
        page.wait_for("the start is shown", || {
            let start = "return !!document.querySelector('.screen-read .article')
                && !document.querySelector('.chip, dialog[open], .card:not(.is-near), .screen-compare')";
            page.script(start, &[]) == true
        });
        memory(page)
    };
    let (heap, programs) = after(actions());
    let (heap_after, programs_after) = after(actions());
    println!(
        "{} actions more: objects {heap} to {heap_after} bytes, programs {programs} to {programs_after}",
        actions()
    );
    assert!(heap > 0.0 && programs > 0.0, "both are measured");
    assert!(
        heap_after <= heap * 1.05 && programs_after <= programs * 1.05,
        "{heap} {heap_after} {programs} {programs_after}"
    );
}

pub fn an_error_of_a_foreign_script_freezes_nothing(page: &Page) {
    page.open("");
    page.wait_for("the page begins", || page.has_begun());
    // Browsers tell of them in different words.
    page.allows("Maximum call stack");
    page.allows("Script error.");
    page.script(
        "const deep = () => { throw new RangeError('Maximum call stack size exceeded, says a script of others') };
         setTimeout(deep); Promise.reject(new RangeError('Maximum call stack size exceeded, too'));",
        &[],
    );
    page.role("checkbox", "Joe Biden").click();
    page.says("3 of 36 statements");
}

pub fn words_of_a_statement_can_be_selected(page: &Page) {
    page.open("nato-2021/2021-12-17/");
    page.wait_for("the page begins", || page.has_begun());
    let selected =
        || page.script("return String(getSelection())", &[]).as_str().unwrap_or_default().to_owned();
    // WebKit begins no selection inside a link, whatever a page asks for; it goes on with one that begins before.
    let is_webkit = page.browser == Browser::WebKit;
    let (from, pixels) =
        if is_webkit { (".article > p:nth-of-type(2)", 400) } else { ("[id='s=s02'] .line", 200) };
    page.drag_over(from, pixels);
    let words = selected();
    assert!(words.len() > 5 && page.text().contains(&words), "{words}");
    assert!(words.contains("NATO is aware") || !is_webkit, "{words}");
    assert!(!page.address().contains("s=s"), "{}", page.address());
    page.element("[id='s=s02']").click();
    page.wait_for("a press opens the statement", || page.address().contains("s=s02"));
}

pub fn the_focus_stays_where_one_goes_on(page: &Page) {
    // A view, what is pressed there by its key, and what may have the focus then.
    let rows: [(&str, &str, &str); 9] = [
        ("#actor=peskov,biden", ".chips li:first-child a", ".chips a"),
        ("#actor=peskov,biden", ".chips li:nth-child(2) a", ".chips a"),
        ("#actor=peskov", ".chips li:first-child a", ".status a, .status button"),
        ("#actor=peskov", ".chips .clear", ".status a, .status button"),
        ("#actor=biden&kind=scare", ".nothing a", ".column a, .column button"),
        ("#s=s02", ".card a.button", "[id='s=s02']"),
        ("nato-2021/compare/#cell=nato~dialogue", ".evidence a.button", "a.cell[href*='cell=nato~dialogue']"),
        ("#s=none", ".notices button", "main, .rooms *"),
        ("tram-town/", ".facet .more", ".facet *"),
    ];
    page.allows("This corpus has no statement");
    for (path, pressed, expected) in rows {
        page.open("~empty");
        page.open(path);
        page.wait_for("the page begins", || page.has_begun());
        if ["card", "evidence", "notices"].iter().any(|of_full| pressed.contains(of_full)) {
            page.wait_for("the full program is there", || {
                page.script("return !!document.querySelector('#settings')", &[]) == true
            });
        }
        let focus = "const part = document.querySelector(arguments[0]);
            part?.focus();
            return !!part && part === document.activeElement";
        page.wait_for(&format!("{pressed} has the focus"), || page.script(focus, &[json!(pressed)]) == true);
        page.press("Enter");
        let has_focus = "return document.activeElement.matches(arguments[0])";
        page.wait_for(&format!("after {pressed} at {path} {expected} has the focus"), || {
            page.script(has_focus, &[json!(expected)]) == true
        });
    }
}
