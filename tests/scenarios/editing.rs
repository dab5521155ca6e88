//! What somebody changes on a finished site: its index, the file of a corpus, or all of it while a page is open.

use crate::support::deploy::{Deploy, versions};
use crate::support::host::{self, with_corpus};
use crate::support::page::{Page, TEXT};
use crate::support::site;
use serde_json::{Value, json};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

const INDEX: &str = "corpus/index.json";

/// A site whose host has edited its index: it is given as it was, and is away where nothing comes back. Everything
/// else stands where it was.
fn edited(page: &Page, edit: impl FnOnce(String) -> Option<String>) -> String {
    let folder = PathBuf::from(format!("target/edited-{}", page.browser.name()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("corpus")).expect("a folder");
    let site = Path::new(site::SITE).canonicalize().expect("the site");
    for name in ["assets", "nato-2021", "tram-town", "index.html"] {
        symlink(site.join(name), folder.join(name)).expect("a link");
    }
    for name in ["nato-2021.json", "tram-town.json"] {
        std::fs::copy(site.join("corpus").join(name), folder.join("corpus").join(name)).expect("a corpus");
    }
    std::fs::write(folder.join("corpus/broken.json"), "{\"standpoint\": 1,").expect("a corpus");
    if let Some(index) = edit(std::fs::read_to_string(site.join(INDEX)).expect("the index")) {
        std::fs::write(folder.join(INDEX), index).expect("the index");
    }
    format!("http://{}/", host::serve(&folder))
}

pub fn an_index_that_a_host_edits_is_followed(page: &Page) {
    let site = edited(page, |index| {
        let mut rows: Vec<Value> = serde_json::from_str(&index).expect("rows");
        rows[0]["title"] = json!("Edited by hand");
        rows[1]["file"] = json!("corpus/broken.json");
        rows.push(json!({"id": "gone", "title": "A corpus that is not there", "file": "corpus/gone.json"}));
        Some(json!(rows).to_string())
    });
    page.expects("answered 404: /gone/");
    page.visit(&site);
    page.role("link", "Edited by hand");
    page.says(
        "This corpus cannot be opened: it has no page on this site; build the site again with its file.",
    );
    page.says("the file ends while the { of line 1 is still open");
    assert!(page.roles("link", "The tram in Tesselby (invented)").is_empty(), "what is broken leads nowhere");
    page.is_accessible();
    page.screenshot("start-broken");
    page.role("link", "Edited by hand").click();
    page.says("36 statements, 10 named speakers");
}

pub fn a_broken_index_says_so_and_loses_nothing(page: &Page) {
    page.expects("answered 404: /corpus/index.json");
    let without_end = |index: String| index.trim_end_matches(']').to_owned();
    /// The index as it is edited; `None` takes it away.
    type Edit<'a> = &'a dyn Fn(String) -> Option<String>;
    let rows: [(&str, Edit, &str); 6] = [
        ("empty", &|_| Some(String::new()), "corpus/index.json is not JSON."),
        ("cut off", &|index| Some(without_end(index)), "corpus/index.json is not JSON."),
        ("no list", &|_| Some("{}".into()), "it is no list."),
        ("rows of something else", &|_| Some("[1]".into()), "its entry 1 has no id."),
        (
            "a row without an id",
            &|index| Some(format!("{}, {{\"title\": \"A\"}}]", without_end(index))),
            "its entry 3 has no id.",
        ),
        ("missing", &|_| None, "corpus/index.json answered 404."),
    ];
    for (name, edit, said) in rows {
        page.visit(&edited(page, edit));
        page.says("The list of corpora cannot be read, so here are those that this site was built with.");
        page.says(said);
        for corpus in ["Ukraine, NATO and Russia, December 2021", "The tram in Tesselby (invented)"] {
            assert!(page.has("link", corpus), "{name}: {corpus} is still offered");
        }
        assert_eq!(page.roles("alert", "").len(), 1, "{name}: one sentence");
    }
    page.is_accessible();
    page.screenshot("index-broken");
    page.role("link", "The tram in Tesselby (invented)").click();
    page.says("166 statements, 31 named speakers");
}

/// To a reader the page is no older than the file that it reads.
pub fn a_swapped_corpus_is_read_anew(page: &Page) {
    let corpus = std::fs::read_to_string("corpus/nato-2021.json").unwrap();
    let newer = corpus.replace("Ukraine, NATO and Russia, December 2021", "A newer title");
    page.open(&format!("{}#actor=peskov", with_corpus("swapped.json", &newer)));
    page.role("heading", "A newer title");
    page.says("3 of 36 statements");
    page.role("link", "A newer title");
    page.role("button", "About").click();
    page.says("The file of this corpus was changed after this page was made from it.");
}

/// A cache may hand out a page of an earlier build beside the corpus of a later one: that is known from the index.
pub fn a_page_of_an_earlier_build_offers_the_newer_one(page: &Page) {
    let stale = PathBuf::from(format!("target/stale-{}", page.browser.name()));
    let _ = std::fs::remove_dir_all(&stale);
    std::fs::create_dir_all(&stale).unwrap();
    let [a, b] = [&versions().a, &versions().b].map(|site| site.canonicalize().unwrap());
    for name in ["assets", "nato-2021", "index.html"] {
        symlink(a.join(name), stale.join(name)).unwrap();
    }
    symlink(b.join("corpus"), stale.join("corpus")).unwrap();
    let site = Deploy::served(&stale);
    page.visit(&site.address(TEXT));
    page.says("This site was built anew since this page was made.");
    page.says("The corpus of deploy B");
    site.put(&versions().b);
    page.role("button", "Load the page again").click();
    page.says_no_more("built anew");
    page.says("The corpus of deploy B");
}

pub fn an_update_under_an_open_page_is_gone_to(page: &Page) {
    page.expects("answered 404: /reader/assets/");
    page.allows("not loaded: ");
    let site = Deploy::served(&versions().a);
    page.visit(&site.address(&format!("{TEXT}#actor=peskov")));
    page.says("3 of 36 statements");
    page.wait_for("the corpus' file was looked at", || {
        page.script("return 'checked' in document.documentElement.dataset", &[]) == true
    });
    site.put(&versions().b);
    page.role("link", "Compare").click();
    page.says("The corpus of deploy B");
    page.role("table", "Where each speaker stands…");
    // What was asked for is asked of the new one.
    page.says("3 of 36 statements");
}
