//! One build, at any place and as one file: hosts with and without redirects, below a path, from a disk, inside
//! another page; and what is left when somebody else changed the page first.

use crate::support::host::{self, PLAIN, SUBFOLDER};
use crate::support::nginx::Nginx;
use crate::support::page::Page;
use crate::support::site;
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

/// Every form of address that one page has.
const FORMS: [(&str, &str); 8] = [
    ("nato-2021/", ""),
    ("nato-2021", ""),
    ("nato-2021/2021-12-17/", ""),
    ("nato-2021/2021-12-17", ""),
    ("nato-2021/2021-12-17/index.html", ""),
    ("nato-2021/2021-12-17/s26/", "#s=s26~3165bc"),
    ("nato-2021/2021-12-17/s26/#s=s26~3165bc&kind=direct", "#s=s26~3165bc&kind=direct"),
    ("#c=nato-2021&doc=2021-12-17&actor=peskov", "#actor=peskov"),
];

pub fn any_place(page: &Page) {
    let nginx = Nginx::serve(Path::new(site::SITE));
    let [root, below] = nginx.addresses();
    for site in [root, below, page.address_of(SUBFOLDER), page.address_of(PLAIN)] {
        for (path, rest) in FORMS {
            page.visit("about:blank");
            page.visit(&format!("{site}{path}"));
            let wanted = format!("{site}nato-2021/2021-12-17/{rest}");
            page.wait_for(&format!("{site}{path} leads to {wanted}"), || page.address() == wanted);
            page.wait_for(&format!("{site}{path} begins"), || page.has_begun());
        }
    }
}

/// On a host that answers everything with one page, a path that looks like a host is a path.
pub fn no_path_leads_to_another_host(page: &Page) {
    let own = page.address_of("");
    // The page's own files are not found below such a path.
    page.allows("");
    for path in ["/elsewhere.example/x", "/elsewhere.example/x?a=1#s=s01"] {
        page.visit("about:blank");
        page.visit(&format!("{own}{path}"));
        page.wait_for(&format!("{path} stays here, with a slash at its end"), || {
            page.address().starts_with(&format!("{own}/elsewhere.example/x/"))
        });
    }
}

/// What `make serve` shows: the page as stable Rust alone builds it.
pub fn the_plain_page_opens(page: &Page) {
    static BUILT: OnceLock<String> = OnceLock::new();
    let address = BUILT.get_or_init(|| {
        let out = Path::new("target/sites/plain");
        site::build(Path::new(site::PLAIN_APP), &[Path::new("corpus/nato-2021.json")], out);
        format!("http://{}/", host::serve(out))
    });
    page.visit(address);
    page.says("36 statements, 10 named speakers");
    page.role("checkbox", "Dmitry Peskov").click();
    page.says("3 of 36 statements");
    page.role("link", "Compare").click();
    page.role("table", "Where each speaker stands…");
}

pub fn an_unknown_address_leads_on(page: &Page) {
    let nginx = Nginx::serve(Path::new(site::SITE));
    let [root, below] = nginx.addresses();
    // The page for what is not there looks for its site in every folder above.
    page.expects("/corpus/index.json");
    for site in [root, below] {
        page.visit(&format!("{site}nato-2021/2021-12-17/never-said/"));
        page.expects("/never-said/");
        page.says("This corpus has no statement “never-said”");
        assert_eq!(page.address(), format!("{site}nato-2021/2021-12-17/#s=never-said"));
        page.expects("/no/such/");
        page.visit(&format!("{site}no/such/%ff/thing"));
        page.says("This page is not here");
        page.role("link", "Go to the start of this site");
        page.wait_for("the link leads to the site, however deep this is", || {
            page.role("link", "Go to the start of this site")
                .attribute("href")
                .is_some_and(|href| site.ends_with(&href))
        });
    }
}

/// Makes one file of a corpus and opens it from the disk; its address.
pub fn open_one_file(page: &Page, corpus: &str) -> String {
    // Browsers run side by side: each builds its own file.
    let file = std::env::current_dir().unwrap().join(format!("target/{corpus}-{}.html", page.browser.name()));
    let built = Command::new("target/debug/standpoint")
        .args([
            "build",
            "--app",
            site::APP,
            "--corpus",
            &format!("corpus/{corpus}.json"),
            "--single-file",
            "--out",
        ])
        .arg(&file)
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let address = format!("file://{}", file.display());
    page.visit(&address);
    page.wait_for("it begins", || page.has_begun());
    address
}

pub fn one_file_from_a_disk(page: &Page) {
    let address = open_one_file(page, "nato-2021");
    assert_eq!(page.address(), format!("{address}#c=nato-2021&doc=2021-12-17"));
    page.role("checkbox", "Dmitry Peskov").click();
    page.says("3 of 36 statements");
    page.role("link", "Compare").click();
    page.role("table", "Where each speaker stands…");
    page.back();
    page.back();
    page.says("36 statements, 10 named speakers");
    page.visit("about:blank");
    page.visit(&format!("{address}#s=s26"));
    page.role("region", "Statement 28: Dmitry Peskov");
    let asked = page.script(
        "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith('data:'))",
        &[],
    );
    assert_eq!(asked, json!([]), "nothing is asked of anybody");
}

/// The program goes on with the very elements that stood in the file, whatever the address asks for.
pub fn a_page_that_stands_is_taken_over(page: &Page) {
    for (path, said) in [
        ("nato-2021/2021-12-17/", "36 statements, 10 named speakers"),
        ("nato-2021/2021-12-17/#actor=peskov", "3 of 36 statements"),
        ("nato-2021/2021-12-17/#view=compare", "12 rows × 14 issues"),
    ] {
        page.open("~empty");
        page.with_script_first(
            "addEventListener('DOMContentLoaded', () => (window.__stood = document.querySelector('.page')));",
            path,
        );
        page.says(said);
        let is_same = page.script(
            "return window.__stood.isConnected && window.__stood === document.querySelector('.page')",
            &[],
        );
        assert_eq!(is_same, true, "{path}");
    }
}

pub fn the_words_come_first(page: &Page) {
    page.open("~empty");
    page.with_script_first(
        "const filters = () => [...document.querySelectorAll('.facets .facet')];
         addEventListener('standpoint:ready', () => (window.__filters = filters()));",
        "nato-2021/2021-12-17/",
    );
    page.says("36 statements, 10 named speakers");
    let order = page.script(
        "const asked = (part) => performance.getEntriesByType('resource').find(({ name }) => name.includes(part)).startTime;
         const read = performance.getEntriesByType('navigation')[0].domContentLoadedEventStart;
         return [asked('.wasm') <= read, asked('loader-') >= read]",
        &[],
    );
    assert_eq!(
        order,
        json!([true, true]),
        "the program is asked for at once, the rest when the page is read"
    );
    page.wait_for("filters out of sight have come", || {
        page.script("return document.querySelectorAll('.facets [data-choice^=\"via=\"]').length", &[]) == 4
    });
    // Whoever presses or has come to a filter meanwhile must not lose it.
    let same = page.script(
        "return __filters.length > 0 && __filters.every((filter, at) => filter === document.querySelectorAll('.facets .facet')[at])",
        &[],
    );
    assert_eq!(same, true, "the filters that stood are still the same");
}

/// A translator puts every word into an element of its own before the program comes.
pub fn a_changed_page_is_drawn_anew(page: &Page) {
    page.open("~empty");
    // The program stops where the page is not what it knows, and begins once more.
    page.expects("nreachable");
    page.with_script_first(
        "addEventListener('DOMContentLoaded', () => {
           const walk = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
           const texts = [];
           while (walk.nextNode()) texts.push(walk.currentNode);
           for (const text of texts) { const font = document.createElement('font'); text.replaceWith(font); font.append(text) }
           window.__changed = texts.length;
         });
         const get = fetch;
         window.__asked = [];
         fetch = (address, ...how) => { window.__asked.push(String(address)); return get(address, ...how) }",
        "nato-2021/2021-12-17/#actor=peskov",
    );
    page.says("3 of 36 statements");
    assert!(page.script("return window.__changed", &[]).as_u64() > Some(200), "the page was changed first");
    assert_eq!(page.script("return document.querySelectorAll('font').length", &[]), 0);
    let text = page.script("return document.querySelector('article').textContent", &[]);
    assert_eq!(text.as_str().unwrap_or_default().matches("date 2021-12-17 NATO expressed").count(), 1);
    page.role("link", "Remove filter: Dmitry Peskov").click();
    page.says("36 statements, 10 named speakers");
    let looked = "return window.__asked.filter((address) => address.endsWith('/nato-2021.json')).length";
    page.wait_for("the corpus' file was looked at", || page.script(looked, &[]).as_u64() > Some(0));
    assert_eq!(page.script(looked, &[]), 1, "once, though two programs began");
}

/// Chats and mailers write the mark before a view as if it were a letter of the path: the host has no such page.
pub fn a_mark_that_was_coded_opens_its_view(page: &Page) {
    page.allows("answered 404");
    for (path, opens) in [
        ("nato-2021/2021-12-17/%23s=s12", "/#s=s12"),
        ("nato-2021/2021-12-17/%23actor=kuleba", "/#actor=kuleba"),
        ("nato-2021/2021-12-17/%23view=compare&cell=nato~dialogue", "compare/#cell=nato~dialogue"),
        ("tram-town/%23view=compare", "tram-town/compare/"),
    ] {
        page.open("~empty");
        page.visit(&page.address_of(path));
        page.wait_for(&format!("{path} opens {opens}"), || {
            page.address().contains(opens) && page.has_begun()
        });
    }
}
