//! A site of a large corpus: lists come in parts that lead from one to the next, pages stay small, and nothing is lost.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/command.rs"]
mod command;

use command::{app, folder, out, standpoint};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A site with so many of each, and the folder of its corpus.
fn built(name: &str, [statements, documents, actors, issues]: [&str; 4]) -> PathBuf {
    let folder = folder(name);
    let args = ["synth", "--statements", statements, "--seed", "3", "--documents", documents];
    let args = [&args[..], &["--actors", actors, "--issues", issues]].concat();
    let file = folder.join("corpus.json");
    fs::write(&file, out(&standpoint(&args))).unwrap();
    let (app, site) = (app(&format!("{name}-app")), folder.join("site"));
    let made = standpoint(&[
        "build",
        "--corpus",
        file.to_str().unwrap(),
        "--app",
        app.to_str().unwrap(),
        "--out",
        site.to_str().unwrap(),
    ]);
    assert!(made.status.success(), "{}", out(&made));
    // Where there is no terminal, a build of a thousand pages says ten times how far it is, a shorter one nothing.
    let pages =
        [documents, actors, issues].iter().map(|count| count.parse::<usize>().unwrap()).sum::<usize>() + 4;
    let told = String::from_utf8_lossy(&made.stderr).matches(&format!(" of {pages} pages are drawn")).count();
    assert_eq!(told, if pages >= 1000 { 10 } else { 0 }, "{pages} pages");
    site.join(corpus_of(&site))
}

/// The name of the only corpus of a site.
fn corpus_of(site: &Path) -> String {
    let index = fs::read_to_string(site.join("corpus/index.json")).unwrap();
    let index: serde_json::Value = serde_json::from_str(&index).unwrap();
    index[0]["id"].as_str().unwrap().to_owned()
}

fn page(folder: &Path) -> String {
    fs::read_to_string(folder.join("index.html")).unwrap_or_else(|problem| panic!("{folder:?}: {problem}"))
}

/// The addresses of a page's links.
fn links(html: &str) -> impl Iterator<Item = &str> {
    html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next())
}

/// Where the rows of a list lead: the links of their headings.
fn rows(html: &str) -> Vec<String> {
    let headings = html.split("<h3>").skip(1).filter_map(|rest| rest.split("</h3>").next());
    headings
        .filter_map(|heading| links(heading).next())
        .map(|link| link.trim_start_matches("../").to_owned())
        .collect()
}

/// All rows of a list, from its first page to its last by the links that a reader without a script has.
fn walked(first: &Path) -> (Vec<String>, usize) {
    let mut found = Vec::new();
    let (mut at, mut pages) = (first.to_owned(), 0);
    loop {
        let html = page(&at);
        found.extend(rows(&html));
        pages += 1;
        for link in
            links(&html).filter(|link| pages > 1 && link.starts_with("..") && !link.contains("assets/"))
        {
            let to = at.join(link.split('#').next().unwrap());
            assert!(to.join("index.html").exists() || to.is_file(), "{link} of {at:?} leads nowhere");
        }
        assert!(html.len() < 80_000 || pages == 1, "{at:?} has {} bytes", html.len());
        let next = match pages {
            1 => html.contains("href=\"~2/\"").then(|| at.join("~2")),
            _ => html
                .split("<a rel=\"next\" href=\"")
                .nth(1)
                .map(|rest| at.join(rest.split('"').next().unwrap())),
        };
        match next {
            Some(next) => at = next.canonicalize().unwrap(),
            None => return (found, pages),
        }
    }
}

#[test]
fn a_list_above_two_hundred_rows_stands_in_parts_that_hold_all_of_it_once() {
    let corpus = built("large-lists", ["1000", "530", "420", "60"]);
    for (list, all) in [("", 530), ("actors", 420), ("issues", 60)] {
        let (rows, pages) = walked(&corpus.join(list));
        let distinct: BTreeSet<&String> = rows.iter().collect();
        assert_eq!((rows.len(), distinct.len()), (all, all), "{list}");
        assert_eq!(pages > 1, all > 200, "{list} has {pages} pages");
    }
    // The statements have no headings of their own: each is known by its way into the text.
    let (mut at, mut found) = (corpus.join("statements"), BTreeSet::new());
    for part in 2.. {
        let html = page(&at);
        found.extend(links(&html).filter_map(|link| link.split("#s=").nth(1)).map(str::to_owned));
        at = corpus.join(format!("statements/~{part}"));
        if !at.exists() {
            break;
        }
    }
    assert_eq!(found.len(), 1000);
}

#[test]
fn a_comparison_above_five_thousand_cells_names_its_speakers_and_draws_no_table() {
    let corpus = built("large-table", ["900", "90", "220", "60"]);
    let html = page(&corpus.join("compare"));
    assert!(!html.contains("<table class=\"stances"), "the table is drawn");
    assert!(html.contains("This table is too large for a page."));
    assert!(html.len() < 110_000, "{} bytes", html.len());
    let small = built("small-table", ["300", "30", "20", "10"]);
    assert!(page(&small.join("compare")).contains("<table class=\"stances"));
}

#[test]
fn the_page_of_an_actor_or_an_issue_holds_some_words_and_the_way_to_the_others() {
    let corpus = built("large-profile", ["1500", "150", "150", "8"]);
    for page_of in ["actors/a0", "issues/i0"] {
        let html = page(&corpus.join(page_of));
        assert!(html.contains(" more</a>"), "{page_of} has no way to the rest");
        assert!(html.len() < 80_000, "{page_of} has {} bytes", html.len());
    }
}
