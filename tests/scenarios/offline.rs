//! Without a network, and while a new version is put up: what was opened stays, and no page goes blank.

use crate::scenarios::many::{LARGE, large_site};
use crate::support::deploy::{Deploy, versions};
use crate::support::page::Page;
use serde_json::Value;
use std::path::Path;

const TEXT: &str = "nato-2021/2021-12-17/";

/// Opens a page of a site and waits until this browser keeps it.
fn open(page: &Page, site: &Deploy, path: &str) {
    page.visit(&site.address(path));
    page.wait_for("the page is kept", || keeps(page));
}

fn keeps(page: &Page) -> bool {
    page.script("return 'keeps' in document.documentElement.dataset", &[]) == true
}

pub fn what_was_opened_is_read(page: &Page) {
    let site = Deploy::of(&versions().a);
    open(page, &site, TEXT);
    open(page, &site, "second/one/");
    page.says("1 statement");
    site.stop();
    page.load_again();
    page.says("1 statement");
    page.visit(&site.address(&format!("{TEXT}?fbclid=x#actor=peskov")));
    page.says("3 of 36 statements");
    page.role("checkbox", "word for word").click();
    page.says("1 of 36 statements");
    // Another text of a corpus that is there, and a statement's small page: both were never asked for.
    page.visit(&site.address("second/two/#kind=direct"));
    page.says("Four five six.");
    page.wait_for("the text has its own address", || page.address().contains("/second/two/#kind=direct"));
    page.visit(&site.address(&format!("{TEXT}s26/")));
    page.role("region", "Statement 28: Dmitry Peskov");
    // What the corpus' own address and an address without its slash lead to.
    page.visit(&site.address("nato-2021"));
    page.says("36 statements, 10 named speakers");
}

pub fn a_page_never_opened_says_so(page: &Page) {
    let site = Deploy::of(&versions().a);
    open(page, &site, TEXT);
    site.stop();
    page.visit(&site.address("second/one/"));
    page.role("heading", "This page was not opened before");
    page.is_accessible();
    page.screenshot("not opened");
    page.role("link", "News article of 17 December 2021 · Ukraine, NATO and Russia, December 2021").click();
    page.says("36 statements, 10 named speakers");
    site.start();
    page.visit(&site.address("second/one/"));
    page.says("1 statement");
}

pub fn a_network_that_dawdles_is_like_none(page: &Page) {
    let site = Deploy::of(&versions().a);
    open(page, &site, TEXT);
    site.dawdle();
    page.load_again();
    page.says("36 statements, 10 named speakers");
}

pub fn everything_after_one_press(page: &Page) {
    let site = Deploy::of(&versions().a);
    open(page, &site, TEXT);
    page.role("button", "Share").click();
    page.says("What you opened here stays readable without a network.");
    page.is_accessible();
    page.screenshot("keep");
    page.expects("shown: Keeping everything: ");
    page.role("button", "Keep everything (…").click();
    page.says("Everything is kept: this site now opens without a network.");
    site.stop();
    for (path, said) in [
        ("", "The second corpus"),
        ("second/", "1 statement"),
        ("second/two/", "Four five six."),
        (TEXT, "36 statements, 10 named speakers"),
    ] {
        page.visit(&site.address(path));
        page.says(said);
    }
}

pub fn a_large_corpus_is_kept_by_its_documents(page: &Page) {
    large_site();
    let site = Deploy::of(Path::new(LARGE));
    open(page, &site, "large/d3/");
    page.says("24 statements, 2 named speakers");
    let names = kept(page);
    assert!(names.iter().any(|name| name.contains("/large-d3-")), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with(".json")), "{names:?}");
    site.stop();
    page.load_again();
    page.says("Ada said that line 3");
    page.role("checkbox", "Bo").click();
    page.says("8 of 24 statements");
}

pub fn a_new_deploy_comes(page: &Page) {
    let site = Deploy::of(&versions().a);
    open(page, &site, TEXT);
    site.put(&versions().b);
    page.role("checkbox", "Dmitry Peskov").click();
    page.says("3 of 36 statements");
    page.load_again();
    page.says("The corpus of deploy B");
    page.says("3 of 36 statements");
    page.wait_for("only the new version is kept", || {
        let names = kept(page);
        let files = || names.iter().filter(|name| name.contains("/assets/"));
        files().count() > 0 && files().all(|name| name.contains("-b"))
    });
    site.stop();
    page.load_again();
    page.says("The corpus of deploy B");
    page.says("3 of 36 statements");
}

pub fn a_deploy_that_breaks_off_leaves_what_was_kept(page: &Page) {
    let site = Deploy::of(&versions().a);
    open(page, &site, TEXT);
    site.put(&versions().cut_off);
    expects_missing_assets(page);
    page.load_again();
    page.says("A part of this page could not be loaded");
    page.says("NATO expressed its readiness to build confidence");
    site.stop();
    page.load_again();
    page.says("36 statements, 10 named speakers");
    page.says("Ukraine, NATO and Russia, December 2021");
    site.put(&versions().b);
    site.start();
    page.load_again();
    page.says("The corpus of deploy B");
    page.says("36 statements, 10 named speakers");
}

pub fn a_page_is_kept_with_what_its_scripts_name(page: &Page) {
    let site = Deploy::of(&versions().a);
    open(page, &site, TEXT);
    // The worker that stands knows nothing of the new version's files.
    site.put(&versions().worker_last);
    page.load_again();
    page.says("The corpus of deploy B");
    for file in ["full-b-", "validator-b-", "full-de-b-"] {
        page.wait_for(file, || kept(page).iter().any(|name| name.contains(&format!("/{file}"))));
    }
    // The page comes last, when all that it names is there.
    page.wait_for("the page of the new version is kept", || {
        page.script_later(
            "for (const name of await caches.keys()) {
                 const page = await (await caches.open(name)).match(location.pathname);
                 if ((await page?.text())?.includes('The corpus of deploy B')) return true;
             }
             return false",
        ) == true
    });
    site.stop();
    page.load_again();
    page.says("The corpus of deploy B");
    page.role("link", "Compare").click();
    page.role("table", "Where each speaker stands…");
}

pub fn old_html_loads_once_more_and_explains(page: &Page) {
    let site = Deploy::of(&versions().cut_off);
    expects_missing_assets(page);
    page.visit(&site.address(TEXT));
    page.says("A part of this page could not be loaded");
    page.says("Load the page again; if that does not help, the site may be incomplete.");
    assert_eq!(site.pages_asked(), 2, "once more, and not again");
    site.put(&versions().b);
    page.load_again();
    page.says("36 statements, 10 named speakers");
}

pub fn other_sites_are_left_alone(page: &Page) {
    let site = Deploy::of(&versions().a);
    page.visit(&site.beside("~empty"));
    page.script_later(
        "await (await caches.open('/other/standpoint:kept')).put('/other/x', new Response('x'))",
    );
    open(page, &site, TEXT);
    page.visit(&site.address("beside/page"));
    page.says("Somebody else’s");
    let names = page.script_later("return caches.keys()");
    let mut names: Vec<String> = serde_json::from_value(names).expect("names of caches");
    names.sort();
    assert_eq!(names, ["/other/standpoint:kept", "/reader/standpoint:kept"]);
    let names = kept(page);
    assert!(!names.iter().any(|name| name.contains("beside")), "{names:?}");
}

pub fn no_other_worker_is_admitted(page: &Page) {
    let site = Deploy::of(&versions().a);
    open(page, &site, TEXT);
    page.expects("policy refused require-trusted-types-for");
    page.expects("policy refused trusted-types");
    for attempt in [
        "await navigator.serviceWorker.register('../../sw.js?other')",
        "trustedTypes.createPolicy('standpoint', { createScriptURL: (address) => address })",
        "trustedTypes.createPolicy('other', { createScriptURL: (address) => address })",
    ] {
        let said =
            page.script_later(&format!("try {{ {attempt}; return 'done' }} catch (e) {{ return e.name }}"));
        assert_eq!(said, "TypeError", "{attempt}");
    }
}

pub fn nothing_under_serve_or_embed(page: &Page) {
    let (site, served) = (Deploy::of(&versions().a), Deploy::served(&versions().a));
    for address in [site.address(&format!("{TEXT}#embed=1")), served.address(TEXT)] {
        page.visit(&address);
        page.says("NATO expressed its readiness");
        page.wait_for("the program has begun", || page.has_begun());
        let workers = page.script_later("return (await navigator.serviceWorker.getRegistrations()).length");
        assert_eq!(workers, 0, "{address}");
        assert_eq!(page.script("return document.documentElement.dataset.keeps ?? null", &[]), Value::Null);
    }
}

fn expects_missing_assets(page: &Page) {
    page.expects("not loaded: ");
    page.expects("answered 404: /reader/assets/");
}

/// The addresses of what this browser keeps of the site.
fn kept(page: &Page) -> Vec<String> {
    let names = page.script_later(
        "return (await (await caches.open('/reader/standpoint:kept')).keys()).map(({ url }) => url)",
    );
    let names: Vec<Value> = serde_json::from_value(names).expect("a list of addresses");
    names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}
