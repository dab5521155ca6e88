//! The command line as somebody at a prompt sees it: what it prints, how it ends, what it leaves on the disk.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/command.rs"]
mod command;
#[path = "support/large.rs"]
mod large;

use command::{app, folder, out, standpoint};
use std::fs;

#[test]
fn a_good_file_prints_its_counts_and_ends_well() {
    let done = standpoint(&["check", "corpus/nato-2021.json"]);
    assert!(done.status.success());
    assert_eq!(
        out(&done),
        "corpus/nato-2021.json has no problems: 36 statements, 10 speakers, 14 issues, 1 document\n"
    );
    assert_eq!(
        out(&standpoint(&["check", "tests/cases/tram.json"])),
        "tests/cases/tram.json has no problems: 1 statement, 1 speaker, 1 issue, 1 document\n"
    );
}

#[test]
fn every_problem_and_warning_is_a_line_with_its_place_and_the_end_is_1() {
    let folder = folder("check");
    let file = folder.join("bad.json");
    fs::write(
        &file,
        "{\"standpoint\": 1, \"id\": \"a\", \"title\": \"\", \"language\": \"en\",\n \"actors\": [{\"id\": \"B\", \"name\": \"b\", \"kind\": \"person\", \"part_of\": \"nobody\"}]}",
    )
    .unwrap();
    let name = file.to_str().unwrap();
    let done = standpoint(&["check", name]);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(
        out(&done),
        format!(
            "{name}:1:39: title: this text is empty; write at least a word\n\
             {name}:2:13: warning: actors[0]: no statement, role or other actor names this actor; \
             name it where it belongs, take it out, or say in its \"note\" why it stands here\n\
             {name}:2:20: actors[0].id: “B” is no id: use a–z, 0–9, then also . _ -\n\
             {name}:2:67: actors[0].part_of: there is no actor “nobody” in this corpus; \
             add it to \"actors\", or write the id of another\n"
        )
    );
    let missing = standpoint(&["check", "no-such-file.json"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("no-such-file.json"));
}

#[test]
fn what_is_valid_and_hardly_meant_is_a_warning_with_its_place_and_the_end_is_0() {
    let file = folder("warnings").join("warned.json");
    let corpus = r#"{"standpoint": 1, "id": "a", "title": "A", "language": "en",
"documents": [{"id": "d", "title": "D", "date": "2024", "text":
"“We shall build the bridge in the year that follows the election,” she\nsaid to the members of the council who had come to hear about the\nprice of steel. “Never,” they said, and left the hall for the evening."}],
"statements": [
{"id": "s1", "document": "d", "kind": "direct", "speaker": null, "spans": [
{"exact": "“Never,”"}]},
{"id": "s2", "document": "d", "kind": "indirect", "speaker": null, "spans": [{"exact": "“We shall build"}]}]}"#;
    fs::write(&file, corpus).unwrap();
    let name = file.to_str().unwrap();
    let done = standpoint(&["check", name]);
    assert!(done.status.success());
    assert_eq!(
        out(&done),
        format!(
            "{name}:3:1: warning: document d, text: lines of this text end in the middle of sentences, as in a PDF or a mail; \
             write each paragraph on one line and \"\\n\\n\" between two, since single line breaks are shown as they stand, for verse and minutes\n\
             {name}:6:11: warning: statement s1, spans[0]: the quotation marks at the ends are not the speaker’s words; \
             leave them out of \"exact\", the page sets its own\n\
             {name} has no problems: 2 statements, 0 speakers, 0 issues, 1 document\n"
        )
    );
}

#[test]
fn a_site_carries_the_same_corpus_bytes_and_readable_text() {
    let app = app("build-app");
    let folder = folder("build");
    let site = folder.join("site");
    let args = [
        "build",
        "--app",
        app.to_str().unwrap(),
        "--corpus",
        "corpus/nato-2021.json",
        "--out",
        site.to_str().unwrap(),
    ];
    for _ in 0..2 {
        assert!(standpoint(&args).status.success());
        assert_eq!(
            fs::read(site.join("corpus/nato-2021.json")).unwrap(),
            fs::read("corpus/nato-2021.json").unwrap()
        );
        let page = fs::read_to_string(site.join("index.html")).unwrap();
        assert!(
            page.contains(
                "<title>News article of 17 December 2021 · Ukraine, NATO and Russia, December 2021</title>"
            ),
            "{page}"
        );
        assert!(page.contains("its readiness to build confidence"), "{page}");
        assert!(!page.contains("{{root}}") && !page.contains("{{page}}"), "{page}");
        assert_eq!(fs::read(site.join("assets/full-1.js")).unwrap(), b"// the page");
        let schema = fs::read(site.join("schema.json")).unwrap();
        assert!(serde_json::from_slice::<serde_json::Value>(&schema).is_ok(), "the schema is published");
    }
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["site"], "nothing else is left beside the site");
}

#[test]
fn a_site_has_the_coding_page_unless_it_is_left_out() {
    let app = app("coding-app");
    let folder = folder("coding");
    let (app, file) = (app.to_str().unwrap(), folder.join("code.html"));
    for (site, options, has_coding) in [("with", &[][..], true), ("without", &["--no-coding"][..], false)] {
        let site = folder.join(site);
        let out = site.to_str().unwrap();
        let args = ["build", "--app", app, "--corpus", "corpus/nato-2021.json", "--out", out];
        let done = standpoint(&[&args[..], options].concat());
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        for path in ["code/index.html", "code/read/index.html", "code/CODEBOOK.md"] {
            assert_eq!(site.join(path).exists(), has_coding, "{path}");
        }
        let kept = fs::read_to_string(site.join("offline.json")).unwrap();
        assert_eq!(kept.contains("\"code/\""), has_coding, "{kept}");
        let page = fs::read_to_string(site.join("nato-2021/compare/index.html")).unwrap();
        assert_eq!(page.contains("data-no-coding"), !has_coding);
    }
    // Alone it needs no corpus; it takes the place of what it wrote before, and of nothing else.
    let alone = || standpoint(&["build", "--app", app, "--coding-file", file.to_str().unwrap()]);
    assert!(alone().status.success() && alone().status.success());
    assert!(fs::read_to_string(&file).unwrap().contains("Make a corpus"));
    fs::write(&file, "somebody's own").unwrap();
    let refused = alone();
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("was not made by standpoint"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "somebody's own");
}

#[test]
fn a_site_lists_what_can_be_kept_and_its_worker_knows_the_files() {
    let app = app("offline-app");
    let site = folder("offline").join("site");
    let (app, out) = (app.to_str().unwrap(), site.to_str().unwrap());
    let build = || {
        assert!(
            standpoint(&["build", "--app", app, "--corpus", "corpus/nato-2021.json", "--out", out])
                .status
                .success()
        );
        fs::read_to_string(site.join("sw.js")).unwrap()
    };
    let worker = build();
    for known in ["\"nato-2021\"", "\"full-1.js\"", "\"version\""] {
        assert!(worker.contains(known), "{known}: {worker}");
    }
    assert_eq!(build(), worker, "the same files make the same worker");
    let list = fs::read(site.join("offline.json")).unwrap();
    let list: serde_json::Value = serde_json::from_slice(&list).unwrap();
    let files = list["files"].as_array().unwrap();
    for kept in ["", "nato-2021/", "nato-2021/2021-12-17/", "corpus/nato-2021.json", "assets/full-1.js"] {
        assert!(files.iter().any(|file| file == kept), "{kept} can be kept: {files:?}");
    }
    assert!(!list.to_string().contains("2021-12-17/s1"), "no small page of a statement: {list}");
    fs::write(std::path::Path::new(app).join("assets/full-1.js"), "// another page").unwrap();
    assert_ne!(build(), worker, "another file makes another worker");
}

#[test]
fn a_folder_that_is_not_ours_and_a_corpus_with_problems_build_nothing() {
    let app = app("refuse-app");
    let folder = folder("refuse");
    fs::write(folder.join("thesis.txt"), "years of work").unwrap();
    let build = |corpus: &str, out: &std::path::Path| {
        standpoint(&[
            "build",
            "--app",
            app.to_str().unwrap(),
            "--corpus",
            corpus,
            "--out",
            out.to_str().unwrap(),
        ])
    };
    let refused = build("corpus/nato-2021.json", &folder);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("was not made by standpoint"));
    assert_eq!(fs::read_to_string(folder.join("thesis.txt")).unwrap(), "years of work");

    let bad = folder.join("bad.json");
    fs::write(&bad, "{}").unwrap();
    let site = folder.join("site");
    assert_eq!(build(bad.to_str().unwrap(), &site).status.code(), Some(1));
    assert!(!site.exists());
}

#[test]
fn the_schema_is_printed_as_json() {
    let done = standpoint(&["schema"]);
    let schema: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!(schema["properties"]["standpoint"]["const"], 1);
    assert_eq!(schema["additionalProperties"], false);
}

/// Builds a site of one corpus with a packed app in miniature; what stands at a path below it.
fn built(name: &str, corpus: &str, more: &[&str]) -> impl Fn(&str) -> String + use<> {
    let app = app(&format!("{name}-app"));
    let site = folder(name).join("site");
    let args = ["build", "--app", app.to_str().unwrap(), "--corpus", corpus, "--out", site.to_str().unwrap()];
    let done = standpoint(&[&args, more].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    move |path| match fs::read(site.join(path)) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => String::new(),
    }
}

#[test]
fn a_page_says_of_itself_what_chats_and_search_engines_ask() {
    let at = built("meta", "corpus/nato-2021.json", &["--site", "https://example.org/reader"]);
    let page = at("nato-2021/2021-12-17/index.html");
    for tag in [
        r#"<link rel="canonical" href="https://example.org/reader/nato-2021/2021-12-17/">"#,
        r#"<meta property="og:title" content="News article of 17 December 2021">"#,
        "36 statements: who said what, and where they stand.",
    ] {
        assert!(page.contains(tag), "{tag} is not in the page");
    }
    // The page of the corpus and the root show the same text, and name that page as its place.
    let canonical = r#"rel="canonical" href="https://example.org/reader/nato-2021/2021-12-17/""#;
    for path in ["index.html", "nato-2021/index.html"] {
        assert!(at(path).contains(canonical), "{path}");
    }
    let data = page.split_once("application/ld+json\">").and_then(|(_, rest)| rest.split_once("</script>"));
    let data: serde_json::Value = serde_json::from_str(data.unwrap().0).unwrap();
    let quotations = data["hasPart"].as_array().unwrap();
    assert_eq!(data["@type"], "NewsArticle");
    let said = |words: &str| quotations.iter().find(|q| q["text"].as_str().unwrap().starts_with(words));
    assert!(said("its readiness to build").is_none(), "a paraphrase is no quotation");
    let nato = said("any attack").unwrap();
    assert_eq!(
        nato["text"],
        "any attack on Ukraine will have large-scale consequences, […] will have to pay a high price for it."
    );
    assert_eq!(nato["creator"][0]["name"], "NATO");
    assert_eq!(nato["provider"][0]["name"], "NATO press service");
    // The feature `previews` paints pictures; `make browsers` runs this test with it.
    let paints = cfg!(feature = "previews");
    let picture =
        r#"<meta property="og:image" content="https://example.org/reader/nato-2021/2021-12-17/preview.png">"#;
    assert_eq!(page.contains(picture), paints);
    let card = if paints { "summary_large_image" } else { "summary" };
    assert!(page.contains(&format!(r#"<meta name="twitter:card" content="{card}">"#)), "{page}");
    assert_eq!(at("nato-2021/2021-12-17/preview.png").contains("PNG"), paints);
    assert!(at("sitemap.xml").contains("<loc>https://example.org/reader/nato-2021/2021-12-17/s26/</loc>"));
    let small = at("nato-2021/2021-12-17/s26/index.html");
    assert!(small.contains("Dmitry Peskov: “He will be ready at any time"), "{small}");
    assert!(small.contains("as quoted by News article of 17 December 2021"), "{small}");
}

#[test]
fn without_an_address_a_site_has_no_sitemap_and_says_so() {
    let at = built("no-site", "corpus/nato-2021.json", &[]);
    assert_eq!(at("sitemap.xml"), "");
    let page = at("index.html");
    assert!(!page.contains("canonical") && !page.contains("og:image"), "{page}");
    assert!(page.contains(r#"property="og:title""#), "{page}");
}

#[test]
fn every_former_name_has_a_page_that_leads_on() {
    let folder = folder("former");
    let file = folder.join("town.json");
    let corpus = serde_json::json!({
        "standpoint": 1, "id": "town", "former_ids": ["village"], "title": "Town", "language": "en",
        "documents": [{"id": "d", "former_ids": ["old-d"], "title": "A text", "date": "2024", "text": "One two."}],
        "statements": [{"id": "s", "former_ids": ["old-s"], "document": "d", "spans": [{"exact": "One"}],
                        "kind": "direct", "speaker": null}],
    });
    fs::write(&file, corpus.to_string()).unwrap();
    let at = built("former-site", file.to_str().unwrap(), &[]);
    for (path, to) in [
        ("village/", "../town/"),
        ("village/d/", "../../town/d/"),
        ("town/old-d/", "../../town/d/"),
        ("village/old-d/old-s/", "../../../town/d/s/"),
        ("town/d/old-s/", "../../../town/d/s/"),
    ] {
        let page = at(&format!("{path}index.html"));
        assert!(page.contains(&format!("<a data-lead href=\"{to}\">")), "{path}: {page}");
        assert!(page.contains(&format!("content=\"0; url={to}\"></noscript>")), "{path}: {page}");
    }
}

#[test]
fn many_statements_have_pages_of_their_own_only_when_that_is_asked_for() {
    let folder = folder("many");
    let file = folder.join("many.json");
    let statement = |at: usize| {
        serde_json::json!({"id": format!("s{at}"), "document": "d", "spans": [{"exact": format!("<{at}>")}],
                           "kind": "direct", "speaker": null})
    };
    let statements: Vec<_> = (0..2001).map(statement).collect();
    let text: String = (0..2001).map(|at| format!("<{at}>\n\n")).collect();
    let corpus = serde_json::json!({"standpoint": 1, "id": "many", "title": "Many", "language": "en",
        "documents": [{"id": "d", "title": "A text", "date": "2024", "text": text}], "statements": statements});
    fs::write(&file, corpus.to_string()).unwrap();
    let few = built("many-few", file.to_str().unwrap(), &[]);
    assert!(few("many/d/s7/index.html").is_empty() && !few("many/d/index.html").contains("data-statements"));
    let all = built("many-all", file.to_str().unwrap(), &["--statement-pages"]);
    assert!(all("many/d/s2000/index.html").contains("Read it in the text"));
}

#[test]
fn a_build_that_broke_off_between_two_moves_is_put_right_by_the_next() {
    let app = app("broken-app");
    let folder = folder("broken");
    let site = folder.join("site");
    let (app, to) = (app.to_str().unwrap(), site.to_str().unwrap());
    let build = || standpoint(&["build", "--app", app, "--corpus", "corpus/nato-2021.json", "--out", to]);
    assert!(build().status.success());
    // The site was moved aside, and then the power went.
    fs::rename(&site, folder.join(".site.old")).unwrap();
    fs::create_dir_all(folder.join(".site.new/half")).unwrap();
    fs::write(folder.join(".site.new/.standpoint-site"), "").unwrap();
    assert!(build().status.success());
    assert!(site.join("nato-2021/2021-12-17/index.html").exists() && !site.join("half").exists());
    let left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["site"], "nothing else is left beside the site");
}

#[test]
fn all_corpora_with_problems_are_told_and_nothing_is_built() {
    let folder = folder("two-bad");
    let (a, b) = (folder.join("a.json"), folder.join("b.json"));
    fs::write(&a, "{\"standpoint\": 1").unwrap();
    fs::write(&b, "[]").unwrap();
    let app = app("two-bad-app");
    let site = folder.join("site");
    let [app, a, b, to] = [&app, &a, &b, &site].map(|path| path.to_str().unwrap());
    let done = standpoint(&["build", "--app", app, "--corpus", a, b, "--out", to]);
    assert_eq!(done.status.code(), Some(1));
    assert!(out(&done).contains("a.json:1:") && out(&done).contains("b.json:1:1"), "{}", out(&done));
    assert!(!site.exists());
}

#[test]
fn a_large_corpus_is_written_in_parts_and_its_file_stays_one() {
    let folder = folder("large");
    let (app, file, site) = (app("large-app"), folder.join("large.json"), folder.join("site"));
    fs::write(&file, large::large()).unwrap();
    let [from, to] = [&file, &site].map(|path| path.to_str().unwrap());
    let done = standpoint(&["build", "--app", app.to_str().unwrap(), "--corpus", from, "--out", to]);
    assert!(done.status.success(), "{}", out(&done));
    assert_eq!(fs::read(site.join("corpus/large.json")).unwrap(), fs::read(&file).unwrap());
    let assets: Vec<String> = fs::read_dir(site.join("assets"))
        .unwrap()
        .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let size = |stem: &str| {
        let name = assets.iter().find(|name| name.starts_with(stem) && name.ends_with(".tables")).unwrap();
        fs::metadata(site.join("assets").join(name)).unwrap().len()
    };
    let (head, part) = (size("large-head-"), size("large-d3-"));
    // `large-d3-….tables`; the whole has no second mark in its name, whatever its sum begins with.
    let is_part = |name: &&String| name.starts_with("large-d") && name.matches('-').count() == 2;
    assert_eq!(assets.iter().filter(is_part).count(), large::DOCUMENTS);
    assert!(head + part < 150_000, "one document is {head} + {part} bytes");
    let page = |path: &str| fs::read_to_string(site.join(path).join("index.html")).unwrap();
    for (path, named, not) in [
        ("large/d3", "data-part href=\"../../assets/large-d3-", "large-d4-"),
        ("large", "data-screen", "data-part"),
        ("large/statements", "data-screen", "large-head-"),
    ] {
        assert!(page(path).contains(named), "{path} names {named}");
        assert!(!page(path).split("<body>").next().unwrap().contains(not), "{path} names {not}");
    }
}

#[test]
fn a_codebook_beside_a_corpus_is_published_and_a_missing_one_said() {
    let at = built("codebook", "corpus/nato-2021.json", &[]);
    assert!(at("corpus/CODEBOOK.md").starts_with("# Codebook"));
    assert!(at("index.html").contains(" data-codebook"), "the page knows that it may link it");
    let folder = folder("codebook-missing");
    let file = folder.join("alone.json");
    fs::copy("corpus/nato-2021.json", &file).unwrap();
    let app = app("codebook-missing-app");
    let site = folder.join("site");
    let done = standpoint(&[
        "build",
        "--app",
        app.to_str().unwrap(),
        "--corpus",
        file.to_str().unwrap(),
        "--out",
        site.to_str().unwrap(),
    ]);
    assert!(done.status.success());
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert!(said.contains("its method names CODEBOOK.md, which was not read beside it"), "{said}");
    let page = fs::read_to_string(site.join("index.html")).unwrap();
    assert!(!page.contains("data-codebook") && !site.join("corpus/CODEBOOK.md").exists());
}

#[test]
fn a_statements_page_says_whose_words_it_shows_and_how_they_are_given() {
    let at = built("whose", "corpus/nato-2021.json", &["--site", "https://example.org/"]);
    let page = |id: &str| at(&format!("nato-2021/2021-12-17/{id}/index.html"));
    let title = |page: &str| {
        let (_, rest) = page.split_once("property=\"og:title\" content=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let data = |page: &str| -> serde_json::Value {
        let data =
            page.split_once("application/ld+json\">").and_then(|(_, rest)| rest.split_once("</script>"));
        data.map_or(serde_json::Value::Null, |(data, _)| serde_json::from_str(data).unwrap())
    };
    for (id, started) in [
        ("s16", "News article of 17 December 2021, in quotation marks: “occupation”"),
        ("s26", "Dmitry Peskov: “He will be ready at any time"),
        ("s31", "Vladimir Putin, in paraphrase: NATO was making dangerous attempts"),
        ("s11", "NATO, as told by Dmitry Kuleba, in paraphrase: "),
    ] {
        assert!(title(&page(id)).starts_with(started), "{id}: {}", title(&page(id)));
    }
    let peskov = data(&page("s26"));
    assert_eq!(peskov["@type"], "Quotation");
    assert_eq!(peskov["spokenByCharacter"][0]["@type"], "Person");
    assert_eq!(peskov["creator"], peskov["spokenByCharacter"]);
    assert_eq!(peskov["isPartOf"]["@type"], "NewsArticle");
    assert_eq!(data(&page("s31")), serde_json::Value::Null, "a paraphrase is no quotation");
    assert_eq!(data(&page("s16")), serde_json::Value::Null, "marks of the writer quote nobody");
    assert!(!page("s16").contains("Zelenskyy</h1>"), "{}", page("s16"));
    let all = data(&at("nato-2021/2021-12-17/index.html"));
    assert!(all["hasPart"].as_array().unwrap().iter().all(|part| part["text"] != "occupation"));
}
