//! The page drawn natively, without a browser: for a corpus and an address, what stands in the html.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/drawn.rs"]
mod drawn;
#[path = "support/town.rs"]
mod town;

use drawn::{draw, draw_with};
use standpoint::corpus::Corpus;
use standpoint::ui::Dialog;

const DEBATE: [&str; 5] = [
    "s1 ada direct tram=supports for=council",
    "s2 bo indirect tram=opposes via=press date=2024-05-20 act=warns",
    "s3 - scare",
    "s4 @ indirect tram=opposes@bo",
    "s5 ada+bo direct tram=supports?",
];

#[test]
fn each_view_says_what_it_must() {
    for (address, said) in [
        ("", r#"id="s=s1""#),
        ("", r#"aria-label="Statement 1, Ada, word for word, supports: Tram."#),
        ("", r#"<b>5</b> statements, 2 named speakers"#),
        ("s=s2", "Press office"),
        ("s=s2", "20 May 2024"),
        ("s=s2", "in paraphrase"),
        ("s=s1", "also counted for "),
        ("s=s1", "Mayor of Council"),
        ("s=s3", "in quotation marks in the text"),
        ("s=s4", "in the text’s own words"),
        ("s=s4", "says of "),
        ("s=s5", "jointly"),
        ("s=s5", "Condition: <bdi>“given that of s5”</bdi>"),
        ("actor=ada", "<b>2</b> of 5 statements"),
        ("actor=zed", "Remove filter: zed (not in this corpus)"),
        ("actor=zed", "There is no speaker “zed” here"),
        ("", r#"<legend>What the words do</legend>"#),
        ("act=warns", r#"data-choice="act=warns"><label><input checked"#),
        ("kind=mixed", "No statement matches all of these filters together."),
        ("view=compare", "<caption"),
        ("view=compare", "through Ada, Mayor"),
        ("view=compare", "supports and opposes"),
        ("view=compare&cell=bo~tram", "☞ others say: ▼ opposes (the text)"),
        ("pair=ada~bo", "no single answer on at least one side"),
    ] {
        let html = draw(town::town(&DEBATE), address, None);
        assert!(html.contains(said), "{address}: {said}\n{html}");
    }
}

#[test]
fn where_words_stand_whole_is_named_first() {
    let text = "Bertram sat in tramcars and thought of trams, then of the tram, a tram, any tram.";
    let file = serde_json::json!({"standpoint": 1, "id": "c", "title": "t", "language": "en",
        "documents": [{"id": "d", "title": "t", "date": "2024", "text": text},
            {"id": "e", "title": "t", "date": "2024", "text": "Nothing."}]});
    let html = draw(Corpus::read(file.to_string().as_bytes()).unwrap().corpus, "view=documents&q=tram", None);
    assert_eq!(html.matches(r#"<mark class="hit">tram</mark>"#).count(), 3, "{html}");
    assert!(html.contains("and 3 more places"), "{html}");
}

#[test]
fn old_years_have_four_digits_and_namesakes_their_roles() {
    let person = |id: &str, roles: serde_json::Value| serde_json::json!({"id": id, "name": "John Smith", "kind": "person", "roles": roles});
    let said = |id: &str, by: &str, words: &str| serde_json::json!({"id": id, "document": "d", "spans": [{"exact": words}], "kind": "direct", "speaker": by});
    let file = serde_json::json!({"standpoint": 1, "id": "c", "title": "t", "language": "en",
        "actors": [person("js1", serde_json::json!([{"title": "Councillor for the north"}])),
            person("js2", serde_json::json!([{"title": "Mayor", "of": "town"}])), person("js3", serde_json::json!([])),
            {"id": "town", "name": "Town", "kind": "state"}],
        "documents": [{"id": "d", "title": "t", "date": "0044-03-15", "text": "“One,” he said. “Two,” he said. “Three.”"}],
        "statements": [said("s1", "js1", "One"), said("s2", "js2", "Two"), said("s3", "js3", "Three")]});
    let html = |address| draw(Corpus::read(file.to_string().as_bytes()).unwrap().corpus, address, None);
    for (address, words) in [
        ("", "<bdi>John Smith (Councillor for the north)</bdi>"),
        ("", "<b>John Smith (Mayor, Town)</b>"),
        ("view=actors", "John Smith (js3)"),
        ("view=actor&of=town", "John Smith (Mayor, Town)"),
        ("", "15 March 0044"),
    ] {
        assert!(html(address).contains(words), "{address}: {words}\n{}", html(address));
    }
}

#[test]
fn lists_of_actors_and_issues_count_what_matches() {
    for (address, words) in [
        ("view=actors", "<h2 class=\"list-title\">Actors</h2>"),
        ("view=actors", ">2 statements</a>"),
        ("view=actors&kind=indirect&actor=bo", ">1 statement</a>"),
        ("view=issues", "In question: <bdi>The tram should be built.</bdi>"),
        ("view=issues&sort=statements", "aria-current=\"true\">most statements</a>"),
        ("view=issue&of=tram&kind=direct", "view=statements&amp;issue=tram&amp;kind=direct"),
    ] {
        let html = draw(town::town(&DEBATE), address, None);
        assert!(html.contains(words), "{address}: {words}\n{html}");
    }
}

#[test]
fn pages_about_all_documents_say_what_they_must() {
    let corpus = || Corpus::read(&std::fs::read("corpus/tram-town.json").unwrap()).unwrap().corpus;
    for (address, said) in [
        ("", "8 documents"),
        ("q=kitchen", r#"<mark class="hit">kitchen</mark>"#),
        ("doc=minutes-2023-11&q=tram", r#"<mark class="hit is-part">"#),
        ("doc=minutes-2023-11&q=tram", " places</button>"),
        ("to=2025-02", r#"value="2025-02-28""#),
        ("to=2025-02", "<span>February 2025</span>"),
        ("actor=dow", "without a match"),
        ("view=documents&sort=newest", r#"aria-current="true">newest first"#),
        ("view=statements", r#"dir="rtl""#),
        ("view=statements&sort=date&actor=quist", "November 2023"),
        ("view=actor&of=quist", "May 2019 to 12 May 2024"),
        ("view=actor&of=quist&kind=direct", "decide which statements count here"),
        ("view=actor&of=tesselby", "Who has a role there"),
        ("view=issue&of=tram", "Heard here, not on this"),
        ("view=issue&of=tram&coder=coder-a", "coded by First coding"),
        ("doc=letter-2024-07&actor=dow", "document 4 of 8"),
        ("doc=newsletter-ar-2025-02", r#"lang="ar" dir="rtl""#),
        // Words in another language than their text.
        ("doc=courier-2025-09", r#"<span lang="ja" dir="ltr">急がば回れ</span>"#),
        ("view=compare", "Ida Quist"),
    ] {
        let html = draw(corpus(), address, None);
        assert!(html.contains(said), "{address}: {said}\n{html}");
        assert!(html.contains("(invented)"), "{address} says that the town is invented");
    }
}

#[test]
fn panels_say_what_they_are() {
    for (panel, said) in [
        (Dialog::Share, "https://example.org/#c=town&amp;doc=d1"),
        (Dialog::Share, "This corpus names nobody to write to."),
        (Dialog::About, "rights unknown"),
        (Dialog::Help, "previous statement"),
        (Dialog::Filters, "Show 5 statements"),
    ] {
        let html = draw(town::town(&DEBATE), "", Some(panel));
        assert!(html.contains(said), "{panel:?}: {said}\n{html}");
    }
}

#[test]
fn a_statement_is_cited_in_four_forms_and_found_in_the_original() {
    let mut file = town::town_json(&DEBATE);
    file["documents"][0]["url"] = "https://example.org/tram#top".into();
    file["documents"][0]["archived"] = "https://archive.example/1/tram".into();
    let cite = |id: &str| town::town(&DEBATE).statement_by_id(id).map(Dialog::Cite);
    let help = Some(Dialog::Help);
    for (address, dialog, said) in [
        ("s=s1", cite("s1"), r#"aria-label="Cite this statement""#),
        (
            "s=s1",
            cite("s1"),
            "Ada, as quoted by Report: “the words of s1 given that of s1” (1 June 2024 or earlier). https://example.org/tram#top In the reader: https://example.org/#c=town&amp;doc=d1&amp;s=s1~",
        ),
        ("s=s1", cite("s1"), "&gt; “the words of s1 given that of s1”"),
        ("s=s2", cite("s2"), "Bo, passed on by Press office, as paraphrased by "),
        ("s=s2", cite("s2"), "@misc{town-d1-s2,"),
        ("s=s2", cite("s2"), r#""type": "article""#),
        ("s=s2", cite("s2"), r#">Copy plain text</button>"#),
        ("s=s2", cite("s2"), r#">Copy BibTeX</button>"#),
        (
            "s=s1",
            help,
            r#"<a rel="noopener noreferrer" target="_blank" href="https://example.org/tram#top:~:text=Somebody%20said%3A-,the%20words%20of%20s1%20given%20that%20of%20s1">Find it in the original<span class="host"> (example.org)</span></a><span class="soft"> The original may have changed.</span>"#,
        ),
        ("s=s1", help, r#"href="https://archive.example/1/tram#:~:text=Somebody%20said%3A-,the%20words"#),
    ] {
        let corpus = Corpus::read(file.to_string().as_bytes()).unwrap().corpus;
        let html = draw(corpus, address, dialog);
        assert!(html.contains(said), "{address}: {said}\n{html}");
    }
    let html = draw(town::town(&DEBATE), "s=s1", None);
    assert!(!html.contains("Find it in the original"), "no address is known\n{html}");
}

#[test]
fn an_error_is_reported_to_whoever_the_corpus_names_with_the_link_filled_in() {
    for (contact, said) in [
        ("mailto:ed@example.org", "mailto:ed@example.org?subject=Error%20in%20"),
        ("mailto:ed@example.org", "https%3A%2F%2Fexample.org%2F%23c%3Dtown%26doc%3Dd1"),
        ("mailto:ed@example.org?cc=x@example.org", "mailto:ed@example.org?cc=x@example.org&amp;subject="),
        (
            "https://example.org/report",
            r#"<a rel="noopener noreferrer" target="_blank" href="https://example.org/report""#,
        ),
    ] {
        let mut file = town::town_json(&DEBATE);
        file["contact"] = contact.into();
        let corpus = Corpus::read(file.to_string().as_bytes()).unwrap().corpus;
        let html = draw(corpus, "", Some(Dialog::Share));
        assert!(html.contains(said), "{contact}: {said}\n{html}");
    }
}

#[test]
fn source_text_is_only_ever_text_and_what_hides_in_it_is_shown() {
    let mut file = town::town_json(&["s1 ada direct says=<script>alert(1)</script>"]);
    file["actors"][0]["name"] = "A\u{202e}d\u{430}".into();
    file["documents"][0]["text"] =
        format!("{} \u{2066}\u{e0041}", file["documents"][0]["text"].as_str().unwrap()).into();
    let corpus = Corpus::read(file.to_string().as_bytes()).unwrap().corpus;
    let html = draw(corpus, "s=s1", None);
    assert!(!html.contains("<script"), "{html}");
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "{html}");
    for code in ["U+202E", "U+2066", "U+E0041"] {
        assert!(html.contains(&format!("data-code=\"{code}\"")), "{code} is not shown\n{html}");
    }
    assert!(html.contains("(mixed scripts)"), "{html}");
}

/// One row at least for each method of `Features`.
#[test]
fn without_its_features_a_page_reads_and_filters_and_promises_nothing_else() {
    for (address, dialog, said, unsaid) in [
        // compare: the text stands where the table will stand.
        ("view=compare", None, r#"id="s=s1""#, "<table"),
        ("view=compare&cell=bo~tram", None, r#"id="s=s1""#, "evidence"),
        // list: nothing, until the full program is there.
        ("view=statements", None, "screen-list", "listed"),
        ("view=actor&of=ada", None, "screen-list", "Where they stand"),
        // embed: the whole page.
        ("embed=1", None, "<header", "embed-foot"),
        // The card closes and steps, and offers nothing that it cannot do.
        ("s=s1", None, "Next statement", "Cite"),
        ("s=s1", None, ">Close<", "Copy link"),
        // notices and banner: the link's unknown parts wait.
        ("actor=zed", None, "Remove filter: zed (not in this corpus)", "About this link"),
        ("", None, r#"id="s=s1""#, "could not be placed"),
        // settings and dialogs: the filters are a dialog of the initial program, the others are not.
        ("", Some(Dialog::Settings), r#"id="s=s1""#, "<dialog"),
        ("s=s1", town::town(&DEBATE).statement_by_id("s1").map(Dialog::Cite), r#"id="s=s1""#, "<dialog"),
        ("", Some(Dialog::Filters), "<dialog", "Copy link"),
    ] {
        let html = draw_with(None, town::town(&DEBATE), address, dialog);
        assert!(html.contains(said), "{address}: {said}\n{html}");
        assert!(!html.contains(unsaid), "{address}: {unsaid} is in\n{html}");
    }
}
