//! Files with texts: what becomes of their bytes, and what is said of them.

use proptest::prelude::*;
use standpoint::convert::{NewIds, NoDate, Source, starter};
use standpoint::corpus::{Corpus, PartialDate, raw};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

fn document(name: &str, bytes: &[u8]) -> raw::Document {
    let source = Source::read(name, bytes).unwrap_or_else(|problem| panic!("{name} {problem}"));
    source.document(PartialDate::parse("2024"), &mut NewIds::default()).unwrap()
}

fn headings(document: &raw::Document) -> Vec<&str> {
    document.structure.iter().map(|part| part.exact.as_str()).collect()
}

/// The file that a document makes, which has to be sound.
fn sound(document: raw::Document) {
    let json = starter::to_json(&starter::corpus("town", vec![document], Some("en")));
    let read = Corpus::read(json.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}\n{json}"));
    assert!(read.orphans.is_empty(), "{json}");
}

#[test]
fn letters_are_read_as_they_were_written_and_what_is_no_text_is_named() {
    let utf16 = |text: &str, mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        [mark.to_vec(), text.encode_utf16().flat_map(bytes).collect()].concat()
    };
    for (bytes, text, note) in [
        ("Grüße 😀".as_bytes().to_vec(), "Grüße 😀", ""),
        ("\u{feff}Grüße".as_bytes().to_vec(), "Grüße", ""),
        (utf16("Grüße 😀", [0xff, 0xfe], u16::to_le_bytes), "Grüße 😀", ""),
        (utf16("Grüße", [0xfe, 0xff], u16::to_be_bytes), "Grüße", ""),
        (b"Gr\xfc\xdfe \x96 \x84nie\x93 \x80".to_vec(), "Grüße – „nie“ €", "Windows-1252"),
        (b"One.\r\nTwo.\rThree.\n".to_vec(), "One.\n\nTwo.\n\nThree.", ""),
    ] {
        let source = Source::read("a.txt", &bytes).unwrap();
        assert_eq!(source.notes.join(" ").contains("Windows-1252"), !note.is_empty(), "{:?}", source.notes);
        assert_eq!(document("a.txt", &bytes).text, text);
    }
    for (name, bytes, said) in [
        ("a.txt", &b"PK\x03\x04"[..], "is a compressed file"),
        ("a.txt", b"%PDF-1.7", "is a PDF; copy its text"),
        ("a.txt", b"{\\rtf1", "is RTF"),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1", "older Word"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1", "older Word"),
        ("a.docx", b"words", "is no Word file"),
        ("a.docx", b"PK\x03\x04 and no more", "is no Word file"),
        ("a.txt", b"a\0b", "holds zero bytes"),
        ("a.txt", b"\xff\xfea", "is marked as UTF-16 and is broken"),
        ("a.txt", b"\xff\xfe\x00\xd8a\x00", "is marked as UTF-16 and is broken"),
        ("a.txt", b"\xef\xbb\xbfab\xff", "is none from byte 6 on"),
        ("a.txt", b"ab\x81\xff", "neither UTF-8 nor Windows-1252"),
        ("a.txt", b" \r\n \n", "holds no words"),
        ("a.md", b"<!-- later -->\n", "holds no words"),
    ] {
        let problem = Source::read(name, bytes).unwrap_err();
        assert!(problem.contains(said), "{name}: {problem}");
    }
}

#[test]
fn paragraphs_end_at_blank_lines_and_where_there_are_none_at_lines() {
    for (text, wanted) in [
        ("One.\nTwo.", "One.\n\nTwo."),
        ("One\ntwo.\n\nThree.", "One\ntwo.\n\nThree."),
        ("\n\n  One\n   two  \n \t \n\n\nThree.\n", "  One\n   two\n\nThree."),
        ("One.\n", "One."),
        ("\nOne.\nTwo.\n\n", "One.\n\nTwo."),
        ("# One *two*\n\nThree", "# One *two*\n\nThree"),
    ] {
        let document = document("a.txt", text.as_bytes());
        assert_eq!((document.text.as_str(), document.structure.len()), (wanted, 0), "{text}");
        sound(document);
    }
}

/// Markdown, and the text with its headings that it makes.
const MARKDOWN: &[(&str, &str, &[&str])] = &[
    ("# The *tram*\n\nIt is **late**.", "The tram\n\nIt is late.", &["The tram"]),
    ("The tram\n========\n\nWhy\n---\nBecause.", "The tram\n\nWhy\n\nBecause.", &["The tram", "Why"]),
    ("## Two ##\n###### Six\n####### Seven\n#Eight", "Two\n\nSix\n\n####### Seven #Eight", &["Two", "Six"]),
    ("One\ntwo  \nthree\\\nfour", "One two\nthree\nfour", &[]),
    ("> “We go,”\n> she said.\n>\n> > “No.”", "“We go,” she said.\n\n“No.”", &[]),
    (
        "- one\n- two\n  more\n* [ ] three\n\n1. first\n2) second",
        "one\ntwo more\nthree\n\n1. first\n2) second",
        &[],
    ),
    (
        "See [the plan](https://a.example/x_(y)) and [the *map*][m].\n\n[m]: https://a.example",
        "See the plan and the map.",
        &[],
    ),
    (
        "![A tram](tram.png) Words <https://a.example> <b>bold</b><br>next",
        "Words https://a.example bold\nnext",
        &[],
    ),
    (
        "One <!-- two\n\nthree --> four &amp; five&nbsp;&#8212; &unknown;",
        "One  four & five\u{a0}— &unknown;",
        &[],
    ),
    ("A note[^1] here.\n\n[^1]: Left out.", "A note here.", &[]),
    ("snake_case_name, 2 * 3 * 4, ~5 and *six", "snake_case_name, 2 * 3 * 4, ~5 and *six", &[]),
    ("__a__ _b_ ~~c~~ `d` ***e*** \\*f\\* **g\nh**", "a b c d e *f* g h", &[]),
    ("```text\n# no *heading*\n\n  kept\n```\nafter", "# no *heading*\n\n  kept\n\nafter", &[]),
    ("| a | *b* |\n|---|:-:|\n| c | d |", "a\tb\nc\td", &[]),
    ("One\n\n***\n\nTwo\n\n* * *\n", "One\n\nTwo", &[]),
    ("[not a link] and [[one](a)] 3 < 5 > 4", "[not a link] and [one] 3 < 5 > 4", &[]),
    ("---\ntitle: x\ndate: 2024-05-06\n---\n# Head\n\nWords", "Head\n\nWords", &["Head"]),
    ("Again\n\n# Again\n\nAgain", "Again\n\nAgain\n\nAgain", &["Again"]),
];

#[test]
fn markdown_loses_what_says_how_words_look_and_keeps_the_words() {
    for (text, wanted, wanted_headings) in MARKDOWN {
        let document = document("a.md", text.as_bytes());
        assert_eq!(document.text, *wanted, "{text}");
        assert_eq!(headings(&document), *wanted_headings, "{text}");
        sound(document);
    }
    let read = Source::read("a.md", b"---\nk: v\n---\na[^1] ![](b) ![](c)\n\n[^1]: n").unwrap();
    assert_eq!(
        read.notes,
        [
            "had keys and values in front of its text, which were left out",
            "had 1 footnote, which was left out",
            "had 2 pictures, which were left out"
        ]
    );
    for deep in [
        "[".repeat(30_000),
        format!("{}a{}", "[".repeat(2_000), "](b)".repeat(2_000)),
        "*".repeat(9_999),
        "> ".repeat(9_999),
    ] {
        let _ = Source::read("a.md", deep.as_bytes());
    }
}

/// A Word file of these paragraphs.
fn docx(body: &str) -> Vec<u8> {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Ours"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Level"><w:name w:val="Other"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Round"/></w:style></w:styles>"#;
    let body =
        format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", body.as_str()), ("word/styles.xml", styles)] {
        file.start_file(name, SimpleFileOptions::default()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }
    file.finish().unwrap().into_inner()
}

/// What stands in the body of a Word file, and the text with its headings that it makes.
const WORD: &[(&str, &str, &[&str])] = &[
    (
        "<w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>&amp; &#8220;two&#x201d;</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>Three</w:t></w:r></w:p>",
        "One & “two”\n\nThree",
        &[],
    ),
    (
        r#"<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r><w:t>Own</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Level"/></w:pPr><w:r><w:t>Level</w:t></w:r></w:p><w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>Direct</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Round"/><w:outlineLvl w:val="9"/></w:pPr><w:r><w:t>Body</w:t></w:r></w:p>"#,
        "Head\n\nOwn\n\nLevel\n\nDirect\n\nBody",
        &["Head", "Own", "Level", "Direct"],
    ),
    (
        r#"<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t><w:cr/><w:t>e</w:t><w:noBreakHyphen/><w:t>f</w:t></w:r></w:p>"#,
        "a\tb\ncd\ne\u{2011}f",
        &[],
    ),
    (
        r#"<w:p><w:r><w:t>kept</w:t></w:r><w:del><w:r><w:delText> gone</w:delText><w:t> gone, too</w:t></w:r></w:del><w:ins><w:r><w:t> new</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> moved</w:t></w:r></w:moveFrom></w:p>"#,
        "kept new",
        &[],
    ),
    (
        r#"<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p><w:p><w:r><w:t>paragraph</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>last</w:t></w:r></w:p>"#,
        "one paragraph\n\nlast",
        &[],
    ),
    (
        r#"<w:p><w:pPr><w:pPrChange><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr></w:pPrChange></w:pPr><w:r><w:t>No head</w:t></w:r></w:p>"#,
        "No head",
        &[],
    ),
    (
        r#"<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>word</w:t><w:footnoteReference w:id="2"/></w:r></w:p>"#,
        "word",
        &[],
    ),
    (
        r#"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#,
        "a\n\nb",
        &[],
    ),
    (
        r#"<w:p><w:r><w:t>outer</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"#,
        "box\n\nouter",
        &[],
    ),
];

#[test]
fn word_files_give_their_words_as_they_are_after_all_changes() {
    for (body, wanted, wanted_headings) in WORD {
        let document = document("a.docx", &docx(body));
        assert_eq!(document.text, *wanted, "{body}");
        assert_eq!(headings(&document), *wanted_headings, "{body}");
        sound(document);
    }
    let notes = |body: &str| Source::read("a.docx", &docx(body)).unwrap().notes;
    assert_eq!(notes(WORD[6].0), ["had 1 footnote, which was left out"]);
    assert_eq!(
        notes(WORD[3].0),
        ["tracked its changes: what they delete was left out, what they insert stays"]
    );
    for (body, said) in [
        ("<w:p><w:r><w:t>open", "is a broken Word file"),
        ("<w:p><w:r><w:t>&nobody;</w:t></w:r></w:p>", "is a broken Word file"),
        ("", "holds no words"),
    ] {
        assert!(Source::read("a.docx", &docx(body)).unwrap_err().contains(said), "{body}");
    }
}

#[test]
fn a_document_is_called_and_dated_by_what_its_file_says() {
    for (name, text, id, title, date) in [
        ("2024-03-02 Courier.txt", "Words", "2024-03-02-courier", "Courier", "2024-03-02"),
        ("the_town-meeting.txt", "Words", "the-town-meeting", "The town meeting", "2024"),
        (
            "Straßenbahn für Čapek’s Łódź.txt",
            "W",
            "strassenbahn-fuer-capeks-lodz",
            "Straßenbahn für Čapek’s Łódź",
            "2024",
        ),
        ("Трамвай.txt", "W", "tramvaj", "Трамвай", "2024"),
        ("東京.txt", "W", "document", "東京", "2024"),
        ("index.txt", "W", "index-2", "Index", "2024"),
        ("con.txt", "W", "con-2", "Con", "2024"),
        ("2024-03-02.txt", "W", "2024-03-02", "2024-03-02", "2024-03-02"),
        ("a.txt", "By Ann\n\nTown, 2023-12-31 (ann)\n\nWords", "a", "A", "2023-12-31"),
        ("a.txt", "No 12023-12-31 and 2023-12-310 and 2023-13-01", "a", "A", "2024"),
        ("a.md", "# The *tram*\n\nWords", "a", "The tram", "2024"),
        ("a.md", "# The\ttram<br>again\n\nWords", "a", "The tram again", "2024"),
        ("a.md", "---\ndate: 2023-01-02\n---\nWords\n\n## Later", "a", "Later", "2023-01-02"),
    ] {
        let document = document(name, text.as_bytes());
        let found = (document.id.0.as_str(), document.title.as_str(), document.date.0.as_str());
        assert_eq!(found, (id, title, date), "{name}");
        sound(document);
    }
    let dateless = Source::read("a.txt", b"Words").unwrap();
    assert_eq!(dateless.document(None, &mut NewIds::default()), Err(NoDate));
    let mut ids = NewIds::default();
    let mut id = |name: &str| {
        Source::read(name, b"W").unwrap().document(PartialDate::parse("2024"), &mut ids).unwrap().id.0
    };
    assert_eq!([id("a.txt"), id("A.md"), id("á.txt")], ["a", "a-2", "a-3"]);
}

#[test]
fn a_starter_holds_what_the_texts_say_and_places_for_the_rest() {
    let documents = ["2024-01-02 One.txt", "2024-01-03 Two.txt"].map(|name| document(name, b"Words"));
    let file = starter::corpus("the-town", documents.to_vec(), None);
    assert_eq!(
        starter::to_json(&file).replace("\"Words\"", "…"),
        r#"{
  "standpoint": 1,
  "id": "the-town",
  "title": "The town",
  "language": "und",
  "method": "",
  "coders": [],
  "actors": [],
  "issues": [],
  "documents": [
    {
      "id": "2024-01-02-one",
      "title": "One",
      "date": "2024-01-02",
      "text": …
    },
    {
      "id": "2024-01-03-two",
      "title": "Two",
      "date": "2024-01-03",
      "text": …
    }
  ],
  "statements": []
}
"#
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a file holds, it is a sound document or a sentence.
    #[test]
    fn no_file_is_too_odd_to_be_answered(
        bytes in prop::collection::vec(any::<u8>(), 0..120),
        marks in "([#*_>`~|<&!\\\\\\[\\]()^:;= \\n-]|a|1|“|é|--->|<!--){0,60}",
        tags in "(</?w:(p|t|pPr|del|tab|br)/?>|<w:p>|<w:t>|</w:t>|</w:p>|&amp;|&x;|a ){0,20}",
    ) {
        let word = docx(&tags);
        let cut = word[..word.len() / 2].to_vec();
        for (name, bytes) in [("a.txt", &bytes), ("a.md", &bytes), ("a.md", &marks.into_bytes()), ("a.docx", &bytes), ("a.docx", &word), ("a.docx", &cut)] {
            match Source::read(name, bytes) {
                Ok(source) => sound(source.document(PartialDate::parse("2024"), &mut NewIds::default()).unwrap()),
                Err(said) => prop_assert!(!said.is_empty()),
            }
        }
    }
}
