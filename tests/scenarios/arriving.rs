//! Every kind of page of every kind of site, however a reader comes there: it begins, reads the file of its corpus, and
//! nothing goes wrong.

use crate::support::host::{self, PLAIN, SUBFOLDER};
use crate::support::page::Page;
use crate::support::site;
use std::path::Path;
use std::sync::OnceLock;

/// A corpus, and one of each kind of what it holds: an id with the words that lead to it.
struct Shown {
    file: &'static str,
    id: &'static str,
    title: &'static str,
    /// Its only one has its page at the corpus' own address, too.
    is_only_document: bool,
    document: (&'static str, &'static str),
    statement: &'static str,
    actor: (&'static str, &'static str),
    issue: (&'static str, &'static str),
}

const SEVERAL_DOCUMENTS: Shown = Shown {
    file: "tests/cases/hetch-hetchy.json",
    id: "hetch-hetchy",
    title: "Hetch Hetchy: water or temple?",
    is_only_document: false,
    document: ("report", "Pinchot and Phelan press for the dam"),
    statement: "r1",
    actor: ("muir", "John Muir"),
    issue: ("dam", "The dam"),
};
const ONE_DOCUMENT: Shown = Shown {
    file: "corpus/nato-2021.json",
    id: "nato-2021",
    title: "Ukraine, NATO and Russia, December 2021",
    is_only_document: true,
    document: ("2021-12-17", "Read"),
    statement: "s26",
    actor: ("peskov", "Dmitry Peskov"),
    issue: ("membership", "Ukraine in NATO"),
};

const SITES: [(&str, &[Shown]); 3] = [
    ("several-documents", &[SEVERAL_DOCUMENTS]),
    ("one-document", &[ONE_DOCUMENT]),
    ("two-corpora", &[ONE_DOCUMENT, SEVERAL_DOCUMENTS]),
];

/// A page of a site: its path, and what is pressed to come there from the page of its corpus; none where no link of the
/// page leads there.
struct Target {
    path: String,
    presses: Option<Vec<&'static str>>,
}

/// One page of each kind.
fn targets(shown: &Shown) -> Vec<Target> {
    let Shown { id, document, statement, actor, issue, .. } = shown;
    let target = |path: String, presses: &[&'static str]| Target { path, presses: Some(presses.to_vec()) };
    let unlinked = |path: String| Target { path, presses: None };
    let read: &[&str] = if shown.is_only_document { &[] } else { &[document.1] };
    vec![
        target(format!("{id}/"), &[]),
        unlinked(format!("{id}/index.html")),
        target(format!("{id}/{}/", document.0), read),
        unlinked(format!("{id}/{}/{statement}/", document.0)),
        unlinked(format!("{id}/{}/#s={statement}", document.0)),
        target(format!("{id}/statements/"), &["Statements"]),
        target(format!("{id}/actors/{}/", actor.0), &["Statements", actor.1]),
        target(format!("{id}/actors/"), &["Actors"]),
        target(format!("{id}/issues/"), &["Issues"]),
        target(format!("{id}/issues/{}/", issue.0), &["Issues", issue.1]),
        target(format!("{id}/compare/"), &["Compare"]),
        unlinked(format!("{id}/#view=compare")),
    ]
}

#[derive(Clone, Copy, Debug)]
enum Arrival {
    Directly,
    BelowAPath,
    ByAPressFromHome,
    ByReload,
    /// From where a link led, which moved the address while the page was still about to read its corpus.
    ByBackFromALink,
    ByBackFromAnotherPage,
}

const ARRIVALS: [Arrival; 6] = [
    Arrival::Directly,
    Arrival::BelowAPath,
    Arrival::ByAPressFromHome,
    Arrival::ByReload,
    Arrival::ByBackFromALink,
    Arrival::ByBackFromAnotherPage,
];

/// The addresses of the sites, in the same order.
fn sites() -> &'static [String] {
    static BUILT: OnceLock<Vec<String>> = OnceLock::new();
    let built = |(name, corpora): (&str, &[Shown])| {
        let out = Path::new("target/sites").join(name);
        let corpora: Vec<&Path> = corpora.iter().map(|shown| Path::new(shown.file)).collect();
        site::build(Path::new(site::APP), &corpora, &out);
        format!("http://{}/", host::serve(&out))
    };
    BUILT.get_or_init(|| SITES.map(built).to_vec())
}

/// Each row in one of the browsers, and each page and each way of arriving in every browser.
pub fn every_page_opens(page: &Page) {
    let browser = page.browser as usize;
    let mut count = 0;
    for (site, (name, corpora)) in sites().iter().zip(SITES) {
        for shown in corpora {
            let is_alone = corpora.len() == 1;
            // The start of a site with one corpus is that corpus' page.
            let homes = ["", "index.html"].into_iter().filter(|_| is_alone);
            let homes = homes.map(|path| Target { path: path.to_owned(), presses: None });
            for target in homes.chain(targets(shown)) {
                count += 1;
                for arrival in ARRIVALS.into_iter().skip((count + browser) % 3).step_by(3) {
                    let row = format!("{name}: {}, {arrival:?}", target.path);
                    let Some(came) = arrive(page, site, &target, shown, is_alone, arrival) else { continue };
                    reads_its_corpus(page, &format!("{row} ({came})"));
                    let troubles = page.unnamed_troubles();
                    assert!(troubles.is_empty(), "{row}:\n  {}", troubles.join("\n  "));
                }
            }
        }
    }
}

/// Comes to a page in one of the ways; the address that it was asked for by, `None` where no link leads there.
fn arrive(
    page: &Page,
    site: &str,
    target: &Target,
    shown: &Shown,
    is_alone: bool,
    arrival: Arrival,
) -> Option<String> {
    let place = if matches!(arrival, Arrival::BelowAPath) { SUBFOLDER } else { PLAIN };
    let address = format!("{site}{place}{}", target.path);
    let begins = || page.wait_for(&format!("{address} begins"), || page.has_begun());
    page.visit(&format!("{site}~empty"));
    match arrival {
        Arrival::Directly | Arrival::BelowAPath => page.visit(&address),
        Arrival::ByAPressFromHome => {
            let presses = target.presses.as_deref()?;
            page.visit(&format!("{site}{PLAIN}"));
            let to_corpus = (!is_alone).then_some(shown.title);
            for name in to_corpus.iter().chain(presses) {
                page.role("link", name).click();
            }
            if let Some(last) = presses.last() {
                page.wait_for(&format!("“{last}” leads to {address}"), || {
                    page.address().starts_with(&address)
                });
            }
        }
        Arrival::ByReload => {
            page.visit(&address);
            begins();
            page.load_again();
        }
        Arrival::ByBackFromALink => {
            page.visit(&address);
            begins();
            let other = if target.path.contains("compare") { "Statements" } else { "Compare" };
            page.role("link", other).click();
            page.wait_for("the address moves", || page.address().contains(&other.to_lowercase()));
            let moved = page.address();
            reads_its_corpus(page, &format!("{address}, left by a link"));
            page.back();
            page.wait_for("Back leads to the page", || page.address() != moved);
        }
        Arrival::ByBackFromAnotherPage => {
            page.visit(&address);
            begins();
            page.visit(&format!("{site}~empty"));
            page.back();
        }
    }
    Some(address)
}

fn reads_its_corpus(page: &Page, row: &str) {
    page.wait_for(&format!("{row} begins"), || page.has_begun());
    page.wait_for(&format!("{row} reads the file of its corpus"), || {
        page.script(
            "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => /corpus\\/[\\w-]+\\.json$/.test(name) && responseEnd > 0)",
            &[],
        ) == true
    });
}
