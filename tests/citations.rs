//! Citations: honest in every form about who spoke, how it was given and who passed it on; and whole, whatever
//! signs of their own the forms have.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/hostile.rs"]
mod hostile;
#[path = "support/town.rs"]
mod town;

use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use serde_json::{Value, json};
use standpoint::corpus::{Corpus, Key, Statement, StatementIx};
use standpoint::ui::full::cite::{bibtex, blockquote, csl, markdown, plain};

type Form = fn(&Corpus, &Statement, Option<&str>) -> String;
const FORMS: [Form; 5] = [plain, markdown, blockquote, bibtex, csl];

fn read(file: &Value) -> Corpus {
    Corpus::read(file.to_string().as_bytes()).unwrap().corpus
}

fn first(form: Form, corpus: &Corpus) -> String {
    form(corpus, &corpus.statements[StatementIx::at(0)], None)
}

fn first_in_reader(form: Form, corpus: &Corpus) -> String {
    form(corpus, &corpus.statements[StatementIx::at(0)], Some(READER))
}

const READER: &str = "https://reader.example/town/d1/s1/#s=s1~a1b2c3";

/// The town's corpus with an address, a publisher and a dateline.
fn printed(row: &str) -> Value {
    let mut file = town::town_json(&[row]);
    let document = &mut file["documents"][0];
    document["url"] = "https://example.org/a_(b)?c=1&d=2%20e#f".into();
    document["publisher"] = "Herald & Post".into();
    document["author"] = "Ann and Bob".into();
    document["structure"] = json!([{"role": "dateline", "exact": "The town"}]);
    file
}

#[test]
fn a_paraphrase_is_said_to_be_one_and_everyone_who_passed_it_on_is_named() {
    for (row, said) in [
        (
            "s1 ada direct",
            "Ada, as quoted by Report: “the words of s1 given that of s1” (1 June 2024 or earlier).",
        ),
        (
            "s1 bo indirect via=press date=2024-05-20",
            "Bo, passed on by Press office, as paraphrased by Report: the words of s1 given that of s1 (20 May 2024).",
        ),
        (
            "s1 cy mixed via=-",
            "Çy, passed on by someone not named, as quoted in part by Report: “the” words of s1 given that of s1 (1 June 2024 or earlier).",
        ),
        (
            "s1 ada+bo direct",
            "Ada and Bo, jointly, as quoted by Report: “the words of s1 given that of s1” (1 June 2024 or earlier).",
        ),
        (
            "s1 - scare",
            "Report, in quotation marks: “the words of s1 given that of s1” (1 June 2024 or earlier).",
        ),
        (
            "s1 - indirect",
            "Not named, as paraphrased by Report: the words of s1 given that of s1 (1 June 2024 or earlier).",
        ),
        ("s1 @ indirect", "Report: the words of s1 given that of s1 (1 June 2024 or earlier)."),
        (
            "s1 @ indirect via=press",
            "The text, passed on by Press office, as paraphrased by Report: the words of s1 given that of s1 (1 June 2024 or earlier).",
        ),
    ] {
        let corpus = town::town(&[row]);
        assert_eq!(first(plain, &corpus), said, "{row}");
        for form in [bibtex, csl] {
            assert!(first(form, &corpus).contains(said), "{row}: {}", first(form, &corpus));
        }
        let (whose, words) = said.split_once(": ").unwrap();
        let words = words.split(" (").next().unwrap();
        let marked = first(markdown, &corpus);
        for part in [whose, words] {
            assert!(marked.contains(part), "{row}: {marked}");
        }
        let alone = row.contains("direct") && !row.contains("indirect");
        assert_eq!(marked.starts_with("> "), alone, "only what was said as it stands is set apart\n{marked}");
    }
}

#[test]
fn each_form_is_written_as_its_readers_expect() {
    let corpus = read(&printed("s1 ada direct via=press"));
    let said = "Ada, passed on by Press office, as quoted by Ann and Bob, Report, Herald & Post: “the words of s1 given that of s1” (1 June 2024 or earlier).";
    assert_eq!(first(plain, &corpus), format!("{said} https://example.org/a_(b)?c=1&d=2%20e#f"));
    assert_eq!(
        first(markdown, &corpus),
        "> “the words of s1 given that of s1”\n\n— Ada, passed on by Press office, as quoted by [Ann and Bob, Report, Herald \\& Post](<https://example.org/a_(b)?c=1&d=2%20e#f>) (1 June 2024 or earlier)"
    );
    assert_eq!(
        first(bibtex, &corpus),
        format!(
            "@article{{town-d1-s1,\n  author = {{{{Ann and Bob}}}},\n  title = {{{{Report}}}},\n  journal = {{{{Herald \\& Post}}}},\n  note = {{{{{}}}}},\n  year = 2024,\n  month = jun,\n  day = 1,\n  url = {{https://example.org/a_(b)?c=1&d=2%20e#f}}\n}}\n",
            said.replace('&', "\\&")
        )
    );
    let item: Value = serde_json::from_str(&first(csl, &corpus)).unwrap();
    assert_eq!(
        item,
        json!([{
            "id": "town-d1-s1", "type": "article-newspaper", "title": "Report", "language": "en",
            "author": [{"literal": "Ann and Bob"}], "publisher": "Herald & Post",
            "container-title": "Herald & Post", "issued": {"date-parts": [[2024, 6, 1]]},
            "URL": "https://example.org/a_(b)?c=1&d=2%20e#f", "note": said,
        }])
    );
}

/// With the link into the reader, which is the only address of words whose document has none.
#[test]
fn the_way_to_the_words_stands_in_every_form() {
    let (with, without) = (read(&printed("s1 ada direct")), town::town(&["s1 ada direct"]));
    let source = "https://example.org/a_(b)?c=1&d=2%20e#f";
    let said = |corpus: &Corpus| first(plain, corpus).split(" https:").next().unwrap().to_owned();
    for (corpus, form, end) in [
        (&with, plain as Form, format!(" {source} In the reader: {READER}")),
        (&without, plain, format!(" In the reader: {READER}")),
        (&with, markdown, format!(" · [in the reader](<{READER}>)")),
        (&without, markdown, format!(" · [in the reader](<{READER}>)")),
    ] {
        let cited = first_in_reader(form, corpus);
        assert!(cited.ends_with(&end), "{cited}");
    }
    for (corpus, address, note) in [
        (&with, source, format!("{} In the reader: {READER}", said(&with))),
        (&without, READER, said(&without)),
    ] {
        let entry = first_in_reader(bibtex, corpus);
        assert!(entry.contains(&format!("url = {{{address}}}")), "{entry}");
        let written = note.replace('&', "\\&").replace('#', "\\#").replace('~', "{\\textasciitilde}");
        assert!(entry.contains(&format!("note = {{{{{written}}}}}")), "{entry}\n{written}");
        let item: Value = serde_json::from_str(&first_in_reader(csl, corpus)).unwrap();
        assert_eq!((&item[0]["URL"], &item[0]["note"]), (&json!(address), &json!(note)));
    }
}

/// Html in which only what was said as it stands is a quotation, and its words are text.
#[test]
fn quoted_words_are_a_blockquote_of_another_page() {
    let source = "https://example.org/a_(b)?c=1&amp;d=2%20e#f";
    let whose = format!("<a href=\"{source}\">Ann and Bob, Report, Herald &amp; Post</a>");
    assert_eq!(
        first_in_reader(blockquote, &read(&printed("s1 ada direct"))),
        format!(
            "<blockquote cite=\"{source}\"><p lang=\"en\">“the words of s1 given that of s1”</p></blockquote>\n\
             <p>— Ada, as quoted by {whose} (1 June 2024 or earlier) · <a href=\"{READER}\">in the reader</a></p>"
        )
    );
    assert_eq!(
        first_in_reader(blockquote, &read(&printed("s1 bo indirect"))),
        format!(
            "<p>Bo, as paraphrased by {whose}: the words of s1 given that of s1 (1 June 2024 or earlier). · <a href=\"{READER}\">in the reader</a></p>"
        )
    );
    let without = town::town(&["s1 ada direct"]);
    assert!(first_in_reader(blockquote, &without).starts_with(&format!("<blockquote cite=\"{READER}\">")));
    assert!(first(blockquote, &without).starts_with("<blockquote><p"));
    let mut file = printed("s1 ada direct");
    file["actors"][0]["name"] = "</p><script>alert(1)</script>".into();
    assert!(!first(blockquote, &read(&file)).contains("<script"));
}

#[test]
fn marks_that_the_words_bring_along_do_not_stand_twice() {
    let mut file = town::town_json(&["s1 ada direct"]);
    for (text, exact, said) in [
        ("“We go,” she said.", "“We go,”", "“We go,”"),
        ("„Wir gehen“, sagte sie.", "„Wir gehen“", "“Wir gehen”"),
        ("« Nous allons », dit-elle.", "« Nous allons »", "“Nous allons”"),
        ("\"We go,\" she said.", "\"We go,\"", "“We go,”"),
        ("“We go,” she said.", "“We go,", "“We go,”"),
        (
            "“We go,” she said, “and stay.”",
            "“We go,” she said, “and stay.”",
            "“We go,” she said, “and stay.”",
        ),
    ] {
        file["documents"][0]["text"] = text.into();
        file["statements"][0]["spans"] = json!([{"exact": exact}]);
        for form in FORMS {
            let cited = first(form, &read(&file));
            assert!(cited.contains(said) && !cited.contains(&format!("“{said}")), "{cited}");
            assert!(!cited.contains("““") && !cited.contains("””"), "{cited}");
        }
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut file = town::town_json(&["s1 ada direct"]);
    for (date, year, issued) in [
        ("2024", "  year = 2024\n", json!([[2024]])),
        ("2024-02", "  year = 2024,\n  month = feb\n", json!([[2024, 2]])),
    ] {
        file["documents"][0]["date"] = date.into();
        let corpus = read(&file);
        let entry = first(bibtex, &corpus);
        assert!(entry.starts_with("@misc{") && entry.contains(year), "{entry}");
        let item: Value = serde_json::from_str(&first(csl, &corpus)).unwrap();
        assert_eq!(item[0]["issued"]["date-parts"], issued);
        assert_eq!(item[0]["type"], "article");
        for key in ["author", "publisher", "URL", "container-title"] {
            assert_eq!(item[0].get(key), None, "{key}");
        }
    }
    file["documents"][0]["archived"] = "https://archive.example/1".into();
    assert!(first(plain, &read(&file)).ends_with(" https://archive.example/1"));
}

#[test]
fn a_split_quotation_is_one_line_with_its_gap_shown() {
    let mut file = town::town_json(&["s1 ada direct"]);
    file["documents"][0]["text"] = "“We\n\ngo,” she said, “and\nthey” “stay.”".into();
    file["statements"][0]["spans"] =
        json!([{"exact": "We\n\ngo,"}, {"exact": "and\nthey"}, {"exact": "stay."}]);
    for form in FORMS {
        let cited = first(form, &read(&file));
        assert!(cited.contains("“We go,” […] “and they” “stay.”") || cited.contains("\\[…\\]"), "{cited}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = r#"</x> {a} \b "c" $d$ %e #f _g_ ^h ~i [j](k) `l` *m* & !n"#;
    let mut file = printed("s1 ada direct");
    file["documents"][0]["title"] = hostile.into();
    file["actors"][0]["name"] = hostile.into();
    let corpus = read(&file);
    let item: Value = serde_json::from_str(&first(csl, &corpus)).unwrap();
    assert_eq!(item[0]["title"], hostile);
    let entry = first(bibtex, &corpus);
    let depth = entry.chars().try_fold(0i32, |depth, c| match c {
        '{' => Some(depth + 1),
        '}' => (depth > 0).then_some(depth - 1),
        _ => Some(depth),
    });
    assert_eq!(depth, Some(0), "BibTeX counts braces\n{entry}");
    assert!(entry.contains(r"\$d\$ \%e \#f \_g\_ {\textasciicircum}h {\textasciitilde}i"), "{entry}");
    assert!(
        first(markdown, &corpus)
            .contains(r#"\</x\> {a} \\b "c" \$d\$ %e \#f \_g\_ ^h \~i \[j\](k) \`l\` \*m\* \& \!n"#),
        "{}",
        first(markdown, &corpus)
    );
}

/// Somebody else's reader gives back what was written.
#[test]
fn a_bibtex_entry_is_read_back_by_another_program() {
    // Runs of white space are one space to TeX.
    let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = |text: &str| spaced(&text.replace(char::is_control, " "));
    let hostile = hostile::words().iter().map(|words| line(words)).collect::<Vec<_>>();
    let titles = hostile.iter().map(String::as_str).chain([
        "The council and the mayor",
        "Line 7 -- a history --- of trams",
        "O’Brien, \"Ada\" {and} others",
        "50\\% of {{all}} ~ $x_1^2$ & more # % end",
        "“Never,” said {she",
    ]);
    let mut count = 0;
    for title in titles.filter(|title| !title.trim().is_empty() && title.len() < 4000) {
        let mut file = printed("s1 ada direct");
        for key in ["title", "author", "publisher"] {
            file["documents"][0][key] = title.into();
        }
        let entry = first(bibtex, &read(&file));
        let read = Bibliography::parse(&entry).unwrap_or_else(|problem| panic!("{problem}\n{entry}"));
        let [read] = read.iter().collect::<Vec<_>>()[..] else { panic!("not one entry\n{entry}") };
        assert_eq!(read.key, "town-d1-s1");
        for key in ["title", "author", "journal"] {
            let text = read.get(key).unwrap_or_else(|| panic!("no {key}\n{entry}")).format_verbatim();
            assert_eq!(spaced(&text), title, "{key}\n{entry}");
        }
        // This reader takes a name with "=" in it for a list of its parts, whatever braces are around it.
        if !title.contains('=') {
            let [author] = &read.author().unwrap()[..] else { panic!("not one author\n{entry}") };
            assert_eq!((author.name.as_str(), author.given_name.as_str()), (title, ""), "{entry}");
        }
        let PermissiveType::Typed(date) = read.date().unwrap() else { panic!("no date\n{entry}") };
        let DateValue::At(date) = date.value else { panic!("no day\n{entry}") };
        assert_eq!((date.year, date.month, date.day), (2024, Some(5), Some(0)), "{entry}");
        count += 1;
    }
    assert!(count > 40, "{count}");
}
