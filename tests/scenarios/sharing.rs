//! Links: the address is the view, for anyone, however a chat mangled it.

use crate::support::hostile;
use crate::support::page::Page;
use serde_json::json;
use standpoint::route::{Address, Language, Route, Screen};

pub fn the_address_is_the_view(page: &Page) {
    page.open("");
    page.wait_for("the address names corpus and document", || {
        page.address().ends_with("/nato-2021/2021-12-17/")
    });
    page.role("checkbox", "Dmitry Peskov").click();
    page.role("checkbox", "word for word").click();
    page.says("1 of 36 statements");
    let address = page.address();
    assert!(address.ends_with("/nato-2021/2021-12-17/#actor=peskov&kind=direct"), "{address}");
    page.reload();
    page.says("1 of 36 statements");
    page.back();
    page.says("3 of 36 statements");
    page.back();
    page.says("36 statements, 10 named speakers");
    page.forward();
    page.says("3 of 36 statements");
}

pub fn a_shared_link_opens_the_same_view(page: &Page) {
    page.open("?fbclid=x#kind=direct&actor=peskov&s=s26.");
    page.role("region", "Statement 28: Dmitry Peskov");
    page.says("1 of 36 statements");
    page.wait_for("the address is canonical", || {
        page.address().contains("/nato-2021/2021-12-17/?fbclid=x#s=s26~")
            && page.address().ends_with("&actor=peskov&kind=direct")
    });
}

pub fn unknown_parts_are_named_once_and_the_rest_applies(page: &Page) {
    page.open("#actor=peskov,nobody-here&s=gone&kind=loud&colour=red&from=yesterday");
    page.role("alert", "About this link");
    for words in ["nobody-here", "“gone”", "“loud”", "“colour”", "“yesterday”"] {
        page.says(words);
    }
    page.role("link", "Remove filter: nobody-here (not in this corpus)");
    assert!(
        page.address().contains("colour=red"),
        "unknown keys stay until the next change: {}",
        page.address()
    );
    page.screenshot("notice");
    page.role("link", "Remove filter: loud (not in this corpus)").click();
    page.says("3 of 36 statements");
    assert!(!page.address().contains("colour=red"), "{}", page.address());
    assert!(!page.has("alert", "About this link"));
}

pub fn a_statement_outside_the_filter_opens_and_says_so(page: &Page) {
    page.open("#actor=peskov&s=s17");
    page.says("not among the 3");
    page.open("#s=s17~000000");
    page.says("has changed since this link was made");
}

pub fn copying_a_link_and_a_citation(page: &Page) {
    page.open("#s=s26&kind=direct");
    page.script(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.__copied = text; return Promise.resolve() } } })",
        &[],
    );
    page.role("button", "Copy link").click();
    page.says("Copied what follows a site’s address");
    let copied = page.script("return window.__copied", &[]);
    assert!(
        copied.as_str().is_some_and(|link| link.starts_with("#c=nato-2021&doc=2021-12-17&s=s26~")),
        "{copied}"
    );
    page.role("button", "Cite").click();
    page.role("dialog", "Cite this statement");
    page.role("button", "Copy plain text").click();
    page.says("Citation copied.");
    let cited = page.script("return window.__copied", &[]);
    assert_eq!(
        cited,
        "Dmitry Peskov, as quoted by News article of 17 December 2021: “He will be ready at any time to fly to any neutral country to start negotiations,” (17 December 2021 or earlier)."
    );
    page.role("button", "Copy Markdown").click();
    page.wait_for("the Markdown is copied", || {
        page.script("return window.__copied", &[])
            .as_str()
            .is_some_and(|cited| cited.starts_with("> “He will be ready"))
    });
    page.script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))", &[]);
    page.role("button", "Copy BibTeX").click();
    page.says("does not let the page copy");
    page.press("Escape");
    page.wait_for("the dialog is closed", || !page.has("dialog", "Cite this statement"));
}

pub fn every_choice_is_a_link_of_its_own(page: &Page) {
    page.open("#actor=peskov");
    let link = page.role("link", "Statement 28, Dmitry Peskov…").attribute("href").unwrap_or_default();
    assert!(link.contains("s=s26~") && link.contains("actor=peskov"), "{link}");
    let (_, fragment) = link.split_once('#').unwrap_or_default();
    page.open(&format!("#{fragment}"));
    page.role("region", "Statement 28: Dmitry Peskov");
}

pub fn fast_choices_are_all_undone_one_by_one(page: &Page) {
    page.open("");
    for name in [
        "Joe Biden",
        "Dmitry Peskov",
        "Vladimir Putin",
        "Dmitry Kuleba",
        "Sergei Ryabkov",
        "Jens Stoltenberg",
    ] {
        page.role("checkbox", name).click();
    }
    page.wait_for("the address holds all six choices", || page.address().matches(',').count() == 5);
    for left in (0..6).rev() {
        page.back();
        page.wait_for(&format!("{left} choices are left"), || {
            page.script("return document.querySelectorAll('.chip').length", &[]) == left
        });
    }
}

const KEYS: [&str; 24] = [
    "c", "doc", "s", "view", "pair", "cell", "col", "row", "actor", "group", "via", "issue", "stance",
    "kind", "from", "to", "q", "in", "by", "sort", "lang", "embed", "v", "x",
];

/// What the page says of links that ask for what means nothing.
fn expects_sentences_about_the_link(page: &Page) {
    for words in [
        "in the link.",
        "of the link.",
        "The link ",
        "This corpus has no ",
        "here; as a filter it matches nothing.",
    ] {
        page.expects(words);
    }
}

/// Each of them in some key, each key with some of them; natively each stands in each (tests/url.rs).
pub fn any_hostile_words_do_nothing(page: &Page) {
    page.allows("This site reads its own corpora only");
    expects_sentences_about_the_link(page);
    for some in hostile::words().chunks(KEYS.len()) {
        let coded =
            some.iter().map(|words| words.bytes().take(300).map(|byte| format!("%{byte:02X}")).collect());
        let coded: Vec<String> = coded.collect();
        for turn in [0, 7] {
            let pairs = coded.iter().zip(KEYS.iter().cycle().skip(turn));
            let link: Vec<String> = pairs.map(|(words, key)| format!("{key}={words}")).collect();
            page.open("~empty");
            page.open(&format!("#{}", link.join("&")));
            page.wait_for("what the link asks for in vain is said", || {
                page.script("return 'checked' in document.documentElement.dataset", &[]) == true
            });
            assert_eq!(
                page.script("return document.querySelectorAll('img, iframe, [onerror]').length", &[]),
                0
            );
        }
    }
}

/// Hostile words in every key of a link are shown as words.
pub fn hostile_links_do_nothing(page: &Page) {
    expects_sentences_about_the_link(page);
    for words in [
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "\u{202e}gnp.exe",
        "%00%ff%",
        "'\"><script>alert(1)</script>",
    ] {
        let coded: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let link: Vec<String> = KEYS.iter().map(|key| format!("{key}={coded}")).collect();
        page.open("~empty");
        page.open(&format!("#{}", link.join("&")));
        page.role("alert", "About this link");
        assert_eq!(page.script("return document.querySelectorAll('img, iframe, [onerror]').length", &[]), 0);
    }
}

/// Scripts read the little of an address that they need by themselves: of every link that was ever given out, they say
/// what the program says.
pub fn scripts_read_links_as_the_program_does(page: &Page) {
    let links = include_str!("../cases/links.txt")
        .lines()
        .filter(|line| !line.starts_with("//") && !line.starts_with('/'));
    let links: Vec<String> = links
        .map(|line| line.split(" => ").next().unwrap_or_default())
        .map(|link| format!("#{link}"))
        .collect();
    assert!(links.len() > 40, "{}", links.len());
    page.open("~empty");
    let read = page.script_later(&format!(
        "const {{ readAddress }} = await import('/~address.js');
         return {}.map((link) => readAddress(link, false)).map((asked) => [asked.screen, asked.isEmbedded, asked.language ?? 'en'])",
        json!(links)
    ));
    let read: Vec<(String, bool, String)> = serde_json::from_value(read).unwrap();
    for (link, (screen, is_embedded, language)) in links.iter().zip(read) {
        let fragment = link.trim_start_matches('#');
        let route = Route::parse(&Address { fragment, query: "" }, &|text: &str| text.to_owned()).0;
        let expected = match route.screen {
            Screen::Read { .. } => "read",
            Screen::Compare(_) => "compare",
            _ => "list",
        };
        assert_eq!((screen.as_str(), is_embedded), (expected, route.embed), "{link}");
        let language = Language::of(&language).unwrap_or_default();
        assert_eq!(language, route.language, "{link}");
    }
}
