//! The page inside another page: what was asked for, alone, from its beginning, whatever becomes of the program.

use crate::support::driver::Browser;
use crate::support::host::{Fault, hold, release, with_fault};
use crate::support::page::Page;
use serde_json::json;

const STATEMENT: &str = "nato-2021/2021-12-17/#s=s26&embed=1";
const WORDS: &str = "He will be ready at any time";

/// Puts a page into a frame of another one, as README's example does, and notes the heights that it tells.
fn frame(page: &Page, path: &str, height: u32, sandbox: Option<&str>) {
    page.open("~empty");
    page.script(
        "const frame = document.createElement('iframe');
         window.heights = [];
         addEventListener('message', ({ data, source }) => source === frame.contentWindow && data.type === 'standpoint:height' && heights.push(data.height));
         Object.assign(frame, { src: arguments[0], width: 600, height: arguments[1], title: 'Embedded' });
         if (arguments[2]) frame.sandbox = arguments[2];
         document.body.replaceChildren(frame)",
        &[json!(format!("/{path}")), json!(height), json!(sandbox)],
    );
}

fn inside(page: &Page) -> String {
    let text =
        page.script("return document.querySelector('iframe').contentDocument?.body?.innerText ?? ''", &[]);
    text.as_str().unwrap_or_default().to_owned()
}

/// What the frame told last.
fn height(page: &Page) -> u64 {
    page.script("return window.heights.at(-1) ?? 0", &[]).as_u64().unwrap_or_default()
}

pub fn inside_another_page(page: &Page) {
    for (view, said) in [
        ("#s=s26&embed=1", "He will be ready at any time"),
        ("#view=compare&cell=nato~dialogue&embed=1", "its readiness to build confidence"),
        ("#view=compare&embed=1", "through Jens Stoltenberg, Secretary General"),
    ] {
        frame(page, &format!("nato-2021/2021-12-17/{view}"), 300, None);
        page.wait_for(&format!("{view} says “{said}”"), || inside(page).contains(said));
        page.wait_for("the way to the reader is there", || inside(page).contains("Open in the reader"));
        assert!(!inside(page).contains("Who speaks"), "no filters inside another page: {}", inside(page));
        page.wait_for("the height of all of it is told", || {
            page.script(
                "return heights.at(-1) === Math.ceil(document.querySelector('iframe').contentDocument.body.scrollHeight)",
                &[],
            ) == true
        });
        // Nothing touches the frame's edge.
        let edges = page.script(
            "const words = document.querySelector('iframe').contentDocument.querySelector('main').firstElementChild;
             const style = getComputedStyle(words), box = words.getBoundingClientRect();
             return [box.x + parseFloat(style.paddingLeft), box.y + parseFloat(style.paddingTop)]",
            &[],
        );
        assert!(edges[0].as_f64() >= Some(8.0) && edges[1].as_f64() >= Some(8.0), "{view}: {edges}");
        page.screenshot(&format!("embed {view}"));
    }
}

/// However low the frame is, and wherever in the text the words stand.
pub fn begins_at_its_beginning(page: &Page) {
    for statement in ["s26", "s34", "s36"] {
        frame(page, &format!("nato-2021/2021-12-17/#s={statement}&embed=1"), 120, None);
        page.wait_for("the program is there", || inside(page).contains("Open in the reader"));
        let top = page.script(
            "const { contentWindow, contentDocument } = document.querySelector('iframe');
             return [contentWindow.scrollY, contentDocument.querySelector('.evidence-words').getBoundingClientRect().top]",
            &[],
        );
        assert_eq!(top[0], 0, "{statement}");
        assert!((0.0..60.0).contains(&top[1].as_f64().unwrap_or(-1.0)), "{statement}: {top}");
    }
}

/// The words of the statement and none of the text around it.
fn stands_alone(said: &str) -> bool {
    let others = ["NATO expressed its readiness", "Filters", "Who speaks", "On its way", "could not be"];
    said.matches(WORDS).count() == 1 && !others.iter().any(|other| said.contains(other))
}

pub fn alone_while_the_program_is_late(page: &Page) {
    page.open("~empty");
    hold(page.browser);
    frame(page, &format!("{}{STATEMENT}", with_fault(Fault::Slow, ".wasm")), 300, None);
    page.wait_for("the statement stands there alone", || stands_alone(&inside(page)));
    page.wait_for("its height is told", || (40..400).contains(&height(page)));
    page.screenshot("embed-late");
    release(page.browser);
    page.wait_for("the program has come", || inside(page).contains("Open in the reader"));
    page.wait_for("it still stands there alone", || stands_alone(&inside(page)));
    page.wait_for("its height is that of a card", || (400..900).contains(&height(page)));
}

/// A sandbox without an origin lets scripts run and refuses the files of the program; in WebKit every file of the site.
pub fn alone_in_a_sandbox(page: &Page) {
    frame(page, STATEMENT, 300, Some("allow-scripts allow-popups"));
    page.wait_for("its height is told", || height(page) > 0);
    page.inside_frame(|| {
        page.wait_for("the statement stands there", || page.text().contains(WORDS));
        page.wait_for("the program was refused", || {
            page.script("return 'static' in document.documentElement.dataset", &[]) == true
        });
        assert!(stands_alone(&page.text()), "{}", page.text());
        if page.browser != Browser::WebKit {
            let href = page.element(".embed-foot a").attribute("href").unwrap_or_default();
            assert!(href.contains("#s=s26") && !href.contains("embed"), "{href}");
        }
    });
    page.wait_for("its height is its own", || (40..400).contains(&height(page)));
    page.screenshot("embed-sandbox");
}
