//! Many documents: the start of a site, the library, statements as one list, actors and issues, and a corpus that is
//! too large to be downloaded for one document.

use crate::scenarios::hosting::open_one_file;
use crate::scenarios::manners::axe_finds_nothing_in;
use crate::support::host::{self, Fault, hold, release, with_corpus, with_fault};
use crate::support::large::{DOCUMENTS, large};
use crate::support::page::Page;
use crate::support::site;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::OnceLock;

const TOWN: &str = "tram-town/";

/// The titles of the documents that are listed, in their order.
fn listed(page: &Page) -> Vec<String> {
    let titles =
        page.script("return [...document.querySelectorAll('.shelved h3')].map((h) => h.textContent)", &[]);
    serde_json::from_value(titles).unwrap_or_default()
}

pub fn the_start_offers_every_corpus(page: &Page) {
    page.open_start("");
    page.role("heading", "Who said what, and where they stand");
    for words in [
        "A news article of 17 December 2021",
        "1 document · 36 statements · 15 actors · 14 issues",
        "8 documents · 166 statements · 39 actors · 8 issues",
        "16 November 2023 to 20 September 2025",
        "rights unknown",
        "No person has reviewed",
    ] {
        page.says(words);
    }
    page.role("link", "The tram in Tesselby (invented)").click();
    page.wait_for("the library is there", || listed(page).len() == 8);
    page.role("link", "All corpora of this site").click();
    page.role("heading", "Who said what, and where they stand");
    // Links that name a corpus lead on to it.
    page.open_start("#c=tram-town&view=statements&actor=quist");
    page.says("32 of 166 statements");
    assert!(page.address().ends_with("tram-town/statements/#actor=quist"), "{}", page.address());
}

pub fn documents_are_listed_filtered_and_ordered(page: &Page) {
    page.open(TOWN);
    page.says("166 statements, 31 named speakers");
    assert_eq!(listed(page).first().map(String::as_str), Some("Minutes of the council, 9 November 2023"));
    page.role("link", "newest first").click();
    page.wait_for("the newest is first", || !listed(page)[0].starts_with("Minutes"));
    assert!(page.address().ends_with("tram-town/#view=documents&sort=newest"), "{}", page.address());
    page.role("checkbox", "Philippa Dow").click();
    page.says("10 of 166 statements");
    page.says("without a match");
    let left = listed(page).len();
    assert!(left < 8, "{left}");
    page.role("link", "Show all documents").click();
    page.wait_for("all are there", || listed(page).len() == 8);
    page.role("link", "Only documents with a match").click();
    page.wait_for("some are left out", || listed(page).len() == left);
    // The filter goes along into a document and on to the next.
    page.role("link", "The view from the Hill").click();
    page.says("10 of 166 statements");
    page.wait_for("the document has its own address", || {
        page.address().ends_with("tram-town/letter-2024-07/#actor=dow")
    });
    page.says("document 4 of 8");
    page.element(".neighbours a[rel=next]").click();
    page.says("document 5 of 8");
    // Addresses are written a few a second. Where Firefox already goes back while one is written, it goes two back.
    page.wait_for("the next document has its own address", || {
        let address = page.address();
        address.ends_with("/#actor=dow") && !address.contains("letter-2024-07")
    });
    page.back();
    page.says("document 4 of 8");
}

pub fn search_goes_through_all_documents(page: &Page) {
    page.open(TOWN);
    page.role("searchbox", "Search the text").type_into("kitchen");
    page.wait_for("documents are left out as one types", || listed(page).len() < 8);
    let found = page.script(
        "return [...document.querySelectorAll('.finds mark')].map((mark) => mark.textContent.toLowerCase())",
        &[],
    );
    let found: Vec<String> = serde_json::from_value(found).unwrap();
    assert!(!found.is_empty() && found.iter().all(|words| words == "kitchen"), "{found:?}");
    page.screenshot("search");
    page.element(".finds a").click();
    page.wait_for("the words are marked in the text", || {
        page.script("return document.querySelectorAll('article mark').length", &[]).as_u64() > Some(0)
    });
    page.wait_for("the words stand in the address", || {
        page.address().contains("#s=") && page.address().contains("q=kitchen")
    });
    page.back();
    page.wait_for("the library is back", || listed(page).len() < 8 && !listed(page).is_empty());
    // From one text to all.
    page.open("tram-town/minutes-2023-11/#q=kitchen");
    page.role("link", "Search all documents").click();
    page.wait_for("the library is there", || listed(page).len() < 8 && !listed(page).is_empty());
}

/// The heads of the parts of the list.
fn heads(page: &Page) -> Vec<String> {
    let heads =
        page.script("return [...document.querySelectorAll('.part-head')].map((h) => h.textContent)", &[]);
    serde_json::from_value(heads).unwrap_or_default()
}

pub fn statements_stand_in_one_list(page: &Page) {
    page.open("tram-town/statements/");
    page.role("heading", "Minutes of the council, 9 November 2023 29 statements");
    for (order, head, sort) in [
        ("by date", "2023", "date"),
        ("by speaker", "A baker at the meeting", "actor"),
        ("by issue", "The tram", "issue"),
    ] {
        page.role("link", order).click();
        page.wait_for(&format!("{order}: {head}"), || {
            heads(page).first().is_some_and(|first| first.starts_with(head))
        });
        assert!(
            page.address().ends_with(&format!("statements/#view=statements&sort={sort}")),
            "{}",
            page.address()
        );
    }
    page.role("link", "as they are read").click();
    page.wait_for("the usual order needs no words", || page.address().ends_with("tram-town/statements/"));
    let row = page.script(
        "const row = document.querySelector('.listed li');
         return [row.querySelector('.soft').textContent.length > 5, row.querySelectorAll('.evidence-words .soft').length]",
        &[],
    );
    assert_eq!(row, json!([true, 2]), "a line before and a line after");
    // He is not among the first of a long list, which has a search of its own.
    page.role("searchbox", "Find in this list: Who speaks").type_into("morino");
    page.role("checkbox", "Takeshi Morino").click();
    page.wait_for("the list follows the filter", || heads(page).len() < 8);
    page.role("link", "read in the text: statement…").click();
    page.role("region", "Statement…");
}

pub fn a_long_list_is_drawn_as_far_as_asked_for(page: &Page) {
    let words = |at: usize| format!("Line {at} is said here.");
    let text: Vec<String> = (0..1200).map(words).collect();
    let statements: Vec<Value> = (0..1200)
        .map(|at| json!({"id": format!("s{at}"), "document": "d", "spans": [{"exact": words(at)}], "kind": "direct", "speaker": "ada"}))
        .collect();
    let corpus = json!({"standpoint": 1, "id": "many", "title": "Many", "language": "en",
        "actors": [{"id": "ada", "name": "Ada", "kind": "person"}],
        "documents": [{"id": "d", "title": "A text", "date": "2024", "text": text.join("\n\n")}], "statements": statements});
    let path = with_corpus("many.json", &corpus.to_string());
    page.open(&format!("{path}#view=statements"));
    page.says("200 of 1,200 are shown.");
    let drawn =
        || page.script("return document.querySelectorAll('.listed > li').length", &[]).as_u64().unwrap_or(0);
    assert_eq!(drawn(), 200, "what is shown is there to be found");
    page.role("button", "Show more").click();
    page.says("400 of 1,200 are shown.");
    page.says("Line 399 is said here.");
    // Whoever comes back finds as much of the list as they left.
    page.script(
        "document.querySelectorAll('.listed > li')[300].querySelector('.evidence-how a').click()",
        &[],
    );
    page.role("region", "Statement…");
    page.back();
    page.says("400 of 1,200 are shown.");
    // The way through what was found goes on behind what is drawn.
    page.role("searchbox", "Search the text").type_into("line");
    page.says("200 of 1,200 are shown.");
    let shown = || {
        let rows = "[...document.querySelectorAll('.listed > li')]";
        page.script(&format!("return {rows}.findIndex((row) => row.dataset.shown === '')"), &[])
    };
    page.script("scrollTo(0, 0)", &[]);
    page.press("Enter");
    page.role("button", "place 1 of 1,200");
    assert_eq!(shown(), 0);
    page.press("Shift+Enter");
    page.role("button", "place 200 of 1,200").click();
    page.role("button", "place 201 of 1,200");
    page.wait_for("it is the next row", || shown() == 200);
    assert_eq!(drawn(), 400);
    page.script("dispatchEvent(new Event('beforeprint'))", &[]);
    page.wait_for("paper gets all of it", || drawn() == 1200);
    page.script("dispatchEvent(new Event('afterprint'))", &[]);
    page.wait_for("and the screen a part again", || drawn() == 400);
}

pub fn an_actor_has_a_page(page: &Page) {
    page.open("tram-town/actors/quist/");
    page.role("heading", "Ida Quist");
    for words in [
        "also called",
        "Mayor, Town of Tesselby · since 13 May 2024",
        "Leader of the group, Residents’ List · May 2019 to 12 May 2024",
        "changed: opposes, later supports",
        "Said something else before",
    ] {
        page.says(words);
    }
    page.role("link", "32 statements").click();
    page.says("32 of 166 statements");
    page.back();
    page.role("link", "Town of Tesselby").click();
    page.role("heading", "Town of Tesselby");
    page.says("Who has a role there");
    page.wait_for("it has its own address", || page.address().ends_with("tram-town/actors/tesselby/"));
    page.says("Not heard here on:");
}

pub fn an_issue_has_a_page(page: &Page) {
    page.open("tram-town/issues/tram/");
    page.role("heading", "The tram");
    for words in [
        "A tram line should be built in Tesselby.",
        "Who stands where",
        "Heard here, not on this",
        "Said something else before",
    ] {
        page.says(words);
    }
    let camps =
        page.script("return [...document.querySelectorAll('.stands h4')].map((h) => h.textContent)", &[]);
    let camps: Vec<String> = serde_json::from_value(camps).unwrap();
    assert!(
        camps.iter().any(|camp| camp.contains("supports"))
            && camps.iter().any(|camp| camp.contains("opposes")),
        "{camps:?}"
    );
    page.role("link", "Ida Quist: …").click();
    page.role("complementary", "Ida Quist on The tram");
    assert!(page.address().contains("cell=quist~tram"), "{}", page.address());
    // From the card of a statement to the issue it is on.
    page.open("tram-town/minutes-2023-11/");
    page.role("link", "Statement 3, …").click();
    page.role("link", "In question: A tram line should be built in Tesselby.").click();
    page.role("heading", "The tram");
}

pub fn one_coders_positions_can_be_read_alone(page: &Page) {
    page.open("tram-town/statements/");
    page.role("link", "Second coding (language model)").click();
    page.says("coded by Second coding");
    page.wait_for("the address says so", || page.address().ends_with("#coder=coder-b"));
    let count = || page.element(".status-count b").text();
    let alone = count();
    assert_ne!(alone, "166");
    page.role("link", "everybody").click();
    page.wait_for("all count again", || count() == "166");
}

pub fn documents_keep_their_language_and_direction(page: &Page) {
    page.open("tram-town/newsletter-ar-2025-02/");
    let article =
        || page.script("const { lang, dir } = document.querySelector('article'); return [lang, dir]", &[]);
    assert_eq!(article(), json!(["ar", "rtl"]));
    assert_eq!(page.script("return document.documentElement.dir || 'ltr'", &[]), "ltr");
    page.open("tram-town/newsletter-ja-2025-05/");
    assert_eq!(article(), json!(["ja", "ltr"]));
    let names = page.script("return document.querySelectorAll('.facets bdi').length > 12", &[]);
    assert_eq!(names, true, "names are isolated");
}

pub fn the_page_speaks_six_languages(page: &Page) {
    page.open("tram-town/minutes-2023-11/");
    let root =
        || page.script("const { lang, dir } = document.documentElement; return [lang, dir || 'ltr']", &[]);
    page.role("button", "Text size, theme and shortcuts").click();
    page.role("link", "Deutsch").click();
    page.wait_for("the page speaks German", || {
        root() == json!(["de", "ltr"]) && page.text().contains("Lesen")
    });
    assert!(page.address().ends_with("#lang=de"), "{}", page.address());
    page.back();
    page.wait_for("and English again", || root()[0] == "en" && page.text().contains("Compare"));
    for (tag, dir, words) in [
        ("fr", "ltr", "Comparer"),
        ("uk", "ltr", "16 листопада 2023"),
        ("ru", "ltr", "16 ноября 2023"),
        ("ar", "rtl", "16 تشرين الثاني/نوفمبر 2023"),
    ] {
        page.open("~empty");
        page.open(&format!("tram-town/minutes-2023-11/#lang={tag}"));
        page.says(words);
        assert_eq!(root(), json!([tag, dir]));
        assert!(!page.text().contains("Who speaks"), "{tag}: {}", page.text());
        page.is_accessible();
        // Every link keeps the language.
        let others = page.script(
            "return [...document.querySelectorAll('.tabs a')].filter((a) => !a.href.endsWith(arguments[0])).length",
            &[json!(format!("lang={tag}"))],
        );
        assert_eq!(others, 0, "{tag}");
        page.screenshot(&format!("language-{tag}"));
    }
    page.open_start("#lang=uk");
    page.says("8 документів");
}

/// The pages that look different, for axe and for the eye.
const VIEWS: [(&str, &str); 8] = [
    ("documents", "tram-town/"),
    ("search", "tram-town/#q=kitchen"),
    ("statements", "tram-town/statements/#actor=morino"),
    ("actor", "tram-town/actors/quist/"),
    ("issue", "tram-town/issues/quay-lane/"),
    ("arabic text", "tram-town/newsletter-ar-2025-02/"),
    ("arabic page", "tram-town/newsletter-ar-2025-02/#lang=ar"),
    ("arabic documents", "tram-town/#lang=ar"),
];

pub fn axe_finds_nothing_on_pages_of_many(page: &Page) {
    axe_finds_nothing_in(page, "many", "The tram in Tesselby (invented)", &VIEWS);
}

/// Where the site of a large corpus stands.
pub const LARGE: &str = "target/large/site";

/// The site of a large corpus, made once.
pub fn large_site() -> &'static str {
    static MADE: OnceLock<String> = OnceLock::new();
    MADE.get_or_init(|| {
        std::fs::create_dir_all("target/large").expect("a folder");
        std::fs::write("target/large/large.json", large()).expect("a corpus");
        site::build(Path::new(site::APP), &[Path::new("target/large/large.json")], Path::new(LARGE));
        format!("http://{}/", host::serve(Path::new(LARGE)))
    })
}

/// What was loaded of the corpus.
fn loaded(page: &Page) -> Vec<String> {
    let names = page.script(
        "return performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()).filter((name) => /tables|json/.test(name))",
        &[],
    );
    serde_json::from_value(names).unwrap_or_default()
}

pub fn a_large_corpus_is_not_downloaded_for_one_document(page: &Page) {
    let site = large_site();
    page.visit(&format!("{site}large/d3/"));
    page.wait_for("it begins", || page.has_begun());
    page.says(&format!("{DOCUMENTS} statements, 2 named speakers"));
    page.role("checkbox", "Bo").click();
    page.says(&format!("8 of {DOCUMENTS} statements"));
    let names = loaded(page);
    assert!(
        names.iter().all(|name| name.starts_with("large-head-") || name.starts_with("large-d3-")),
        "{names:?}"
    );
    page.element(".neighbours a[rel=next]").click();
    page.says("document 5 of 24");
    page.says("Ada said that line 4");
    assert!(page.address().ends_with("large/d4/#actor=bo"), "{}", page.address());
    // A search needs all of it.
    page.press("/");
    page.press("\" l i n e Space 7 Space s h o u l d \"");
    page.says(&format!("0 of {DOCUMENTS} statements"));
    page.role("link", "Remove filter: Bo").click();
    page.says(&format!("1 of {DOCUMENTS} statements"));
    page.role("link", "Compare").click();
    page.role("table", "Where each speaker stands…");
}

/// What is loaded for the document of the page says nothing of the words of another one.
pub fn a_statement_of_another_document_is_held_against_its_link(page: &Page) {
    let site = large_site();
    page.visit(&format!("{site}large/d3/#s=s5~000000"));
    page.says("Ada said that line 5");
    page.says("The wording of the open statement has changed since this link was made.");
    assert!(page.address().ends_with("s=s5~000000"), "{}", page.address());
    page.visit(&format!("{site}~empty"));
    page.visit(&format!("{site}large/d3/#s=s5"));
    page.says("Ada said that line 5");
    page.wait_for("the address holds the sum of the words", || page.address().contains("s=s5~"));
    assert!(!page.text().contains("has changed since this link"), "{}", page.text());
    // Of other documents' statements there are no words to be saved; what stands in the link besides is told all the same.
    page.press("s");
    page.role("dialog", "Share and download");
    assert!(!page.text().contains("(CSV)"), "{}", page.text());
    page.visit(&format!("{site}~empty"));
    page.visit(&format!("{site}large/d3/#s=s5~000000&actor=-nobody"));
    page.says("Ada said that line 5");
    page.says("The wording of the open statement has changed since this link was made.");
    page.says("nobody");
    page.role("link", "Statements").click();
    page.says(&format!("{DOCUMENTS} of {DOCUMENTS} statements"));
    page.press("s");
    page.says(&format!("These {DOCUMENTS} statements (CSV)"));
}

pub fn what_takes_long_shows_bytes_and_can_be_stopped(page: &Page) {
    let site = large_site();
    let assets = std::fs::read_dir("target/large/site/assets").expect("assets");
    let names = assets.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    // The head and the documents have a second mark in their names.
    let is_whole = |name: &String| name.starts_with("large-") && name.matches('-').count() == 1;
    let whole = names.into_iter().find(is_whole).expect("the whole");
    hold(page.browser);
    page.visit(&format!("{site}{}large/d3/", with_fault(Fault::Slow, &whole)));
    page.wait_for("it begins", || page.has_begun());
    page.role("searchbox", "Search the text").type_into("should");
    page.says("kB read");
    page.says("This view needs more of the corpus, which is on its way.");
    page.role("button", "Stop").click();
    page.says("Stopped. This view needs more of the corpus.");
    page.is_accessible();
    release(page.browser);
    page.role("button", "Load it").click();
    page.says(&format!("{DOCUMENTS} of {DOCUMENTS} statements"));
    page.says_no_more("kB read");
}

pub fn one_file_holds_many_documents(page: &Page) {
    let address = open_one_file(page, "tram-town");
    page.wait_for("the library is there", || listed(page).len() == 8);
    assert_eq!(page.address(), format!("{address}#c=tram-town&view=documents"));
    page.role("link", "The view from the Hill").click();
    page.wait_for("it opens", || page.address().ends_with("#c=tram-town&doc=letter-2024-07"));
    page.role("link", "Statements").click();
    page.role("heading", "Minutes of the council, 9 November 2023 29 statements");
    page.visit("about:blank");
    page.visit(&format!("{address}#c=tram-town&view=actor&of=quist&lang=uk"));
    page.role("heading", "Ida Quist");
    page.says("Порівняти");
}

pub fn pages_of_many_read_without_a_script(page: &Page) {
    page.chromium("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    for (path, said) in [
        ("", "The tram in Tesselby (invented)"),
        ("tram-town/", "Nine metres and a kitchen window"),
        ("tram-town/statements/", "for thirty years the town had moved its people"),
        ("tram-town/actors/quist/", "would vote against it"),
        ("tram-town/issues/tram/", "Who stands where"),
    ] {
        page.visit(&page.address_of(path));
        let text = page.element("body").text();
        assert!(text.contains(said), "{path} says {said}:\n{text}");
        assert!(!text.contains("Who speaks"), "{path}: what does nothing is not shown");
        page.screenshot(&format!("no-script-{}", path.trim_end_matches('/').replace('/', "-")));
    }
    page.chromium("Emulation.setScriptExecutionDisabled", json!({"value": false}));
}
