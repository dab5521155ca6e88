//! What `standpoint check` tells somebody who writes JSON by hand: changes to a small corpus, and the lines told.

use crate::broken_syntax::NO_JSON;
use crate::problems::{variant, variants};
use crate::{corpus, of_statements, problems};
use serde_json::json;
use standpoint::corpus::*;
use std::collections::BTreeSet;

pub const TRAM: &str = include_str!("../cases/tram.json");

/// What is written instead of what, and the lines that are told behind the name of the file.
pub type Change = (&'static [(&'static str, &'static str)], &'static [&'static str]);

/// Files that are JSON.
pub const BROKEN: &[Change] = &[
    // Words of the document.
    (
        &[(r#""exact": "We shall build it,""#, r#""exact": "We shall build it""#)],
        &[
            r#"34:15: statement s1, spans[0]: these words stand there twice: “We shall build it”; add "prefix": "the words right before" or "suffix": "the words right after""#,
        ],
    ),
    (
        &[(
            r#""exact": "We shall build it,""#,
            "\"exact\": \"We shall build it,\",\n     \"prefix\": \"said \"",
        )],
        &[
            r#"34:15: statement s1, spans[0]: the words are there, but not with this prefix and suffix around them; there "“" stands before them and "” the mayor said. We" behind"#,
        ],
    ),
    (
        &[(r#""exact": "We shall build it,""#, r#""exact": "We will build it,""#)],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “We will build it,”. Nearest to them is “We shall build it,”.",
        ],
    ),
    (
        &[(r#""exact": "We shall build it,""#, r#""exact": "we shall Build it,""#)],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “we shall Build it,”. The document has “We shall build it,”, with other capital or small letters.",
        ],
    ),
    (
        &[(r#""exact": "We shall build it,""#, r#""exact": "the end of all lines""#)],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “the end of all lines”; copy them from its text",
        ],
    ),
    (
        &[
            ("“We shall build it,” the mayor said. We shall build it.", "It’s the mayor’s tram."),
            (r#""exact": "We shall build it,""#, r#""exact": "mayor's tram""#),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “mayor's tram”. The document has “mayor’s tram”, with another apostrophe or quotation mark.",
        ],
    ),
    (
        &[
            (
                "“We shall build it,” the mayor said. We shall build it.",
                "The council met at nine, and in the evening it’s the mayor’s tram.",
            ),
            (
                r#""exact": "We shall build it,""#,
                r#""exact": "The council met at nine, and in the evening it's the mayor's tram.""#,
            ),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “The council met at nine, and in the evening it's the mayor's…”. The document has “The council met at nine, and in the evening it’s the mayor’s…”, with another apostrophe or quotation mark.",
        ],
    ),
    (
        &[
            (
                "“We shall build it,” the mayor said. We shall build it.",
                "A council that met at nine in the morning said that it was the mayor’s tram.",
            ),
            (
                r#""exact": "We shall build it,""#,
                r#""exact": "A council that met at nine in the morning said that it was the mayor's tram.""#,
            ),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “A council that met at nine in the morning said that it was t…”. The document has “…id that it was the mayor’s tram.”, with another apostrophe or quotation mark.",
        ],
    ),
    (
        &[
            ("“We shall build it,” the mayor said. We shall build it.", "It runs 2020–2031."),
            (r#""exact": "We shall build it,""#, r#""exact": "runs 2020-2031""#),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “runs 2020-2031”. The document has “runs 2020–2031”, with another dash.",
        ],
    ),
    (
        &[
            ("“We shall build it,” the mayor said. We shall build it.", "It costs 20\u{a0}crowns."),
            (r#""exact": "We shall build it,""#, r#""exact": "costs 20 crowns""#),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “costs 20 crowns”. The document has “costs 20\u{a0}crowns”, with another space or line break.",
        ],
    ),
    (
        &[
            ("“We shall build it,” the mayor said. We shall build it.", "One line\\nor two."),
            (r#""exact": "We shall build it,""#, r#""exact": "One line or two""#),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “One line or two”. The document has “One line or two”, with another space or line break.",
        ],
    ),
    (
        &[
            ("“We shall build it,” the mayor said. We shall build it.", "A new cafe\u{301}."),
            (r#""exact": "We shall build it,""#, r#""exact": "new café""#),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “new café”. The document has “new cafe\u{301}”, with accents composed in another way.",
        ],
    ),
    (
        &[
            ("“We shall build it,” the mayor said. We shall build it.", "So… we shall — “now”."),
            (r#""exact": "We shall build it,""#, r#""exact": "So... we shall - 'now'""#),
        ],
        &[
            r#"34:15: statement s1, spans[0]: these words are not in the document: “So... we shall - 'now'”. The document has "So… we shall — “now”", with another apostrophe or quotation mark, another dash and another ellipsis."#,
        ],
    ),
    (
        &[
            ("“We shall build it,” the mayor said. We shall build it.", "co\u{ad}operate at once"),
            (r#""exact": "We shall build it,""#, r#""exact": "cooperate""#),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “cooperate”. The document has “co\u{ad}operate”, with an invisible character more or less.",
        ],
    ),
    (
        &[
            (
                "“We shall build it,” the mayor said. We shall build it.",
                "市长说：「我们会建造它。」大家同意。",
            ),
            (r#""exact": "We shall build it,""#, r#""exact": "我们将会建造它""#),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “我们将会建造它”. Nearest to them is “我们会建造它”.",
        ],
    ),
    (
        &[
            ("“We shall build it,” the mayor said. We shall build it.", "A new café."),
            (r#""exact": "We shall build it,""#, r#""exact": "new cafe""#),
        ],
        &[
            "34:15: statement s1, spans[0]: these words are not in the document: “new cafe”. Nearest to them is “new café”.",
        ],
    ),
    (
        &[(
            r#""exact": "We shall build it,""#,
            "\"exact\": \"We shall build it,\",\n     \"start\": 0,\n     \"end\": 10",
        )],
        &[
            r#"34:15: statement s1, spans[0]: at this start and end the document has other words: "“We shall "; write "start": 1, "end": 19"#,
        ],
    ),
    (
        &[(
            r#""exact": "We shall build it,""#,
            "\"exact\": \"We shall build it,\",\n     \"start\": 0,\n     \"end\": 1000",
        )],
        &[
            "34:15: statement s1, spans[0]: start and end do not lie in the document, which has 55 code points; leave both out, or put them right",
        ],
    ),
    // What a statement says of itself.
    (
        &[(
            "\"exact\": \"We shall build it,\"\n    }",
            "\"exact\": \"We shall build it,\"\n    },\n    {\n     \"exact\": \"build it,\"\n    }",
        )],
        &[
            "37:15: statement s1, spans[1]: these words share letters with another span of the same statement; join the two",
        ],
    ),
    (
        &[(r#""kind": "direct""#, r#""kind": "quote""#)],
        &[
            "37:12: statement s1, kind: “quote” cannot stand here; choose one of direct, indirect, mixed, scare",
        ],
    ),
    (
        &[(r#""kind": "direct""#, r#""kind": "mixed""#)],
        &[
            r#"33:5: statement s1, spans[0]: kind is mixed: write "quoted": true on the speaker’s own words and "quoted": false on the rest (or make it direct or indirect)"#,
        ],
    ),
    (
        &[
            (r#""exact": "We shall build it,""#, "\"exact\": \"We shall build it,\",\n     \"quoted\": true"),
            (r#""kind": "direct""#, r#""kind": "mixed""#),
        ],
        &[
            r#"32:13: statement s1, spans: kind is mixed: write "quoted": true on the speaker’s own words and "quoted": false on the rest (or make it direct or indirect)"#,
        ],
    ),
    (
        &[(r#""exact": "We shall build it,""#, "\"exact\": \"We shall build it,\",\n     \"quoted\": false")],
        &[
            "35:16: statement s1, spans[0].quoted: “quoted” contradicts the kind of this statement; make it mixed or leave the key out",
        ],
    ),
    (
        &[("   \"speaker\": \"mayor\",\n", "")],
        &[
            r#"29:3: statement s1: the key "speaker" is missing; add it, with an id, a list of ids, "@document" or null"#,
        ],
    ),
    (
        &[(r#""speaker": "mayor""#, r#""speaker": []"#)],
        &["38:15: statement s1, speaker: an empty list of speakers; write null when the text leaves it open"],
    ),
    (
        &[(r#""speaker": "mayor""#, r#""speaker": "The mayor""#)],
        &[
            "38:15: statement s1, speaker: there is no actor “The mayor” in this corpus; did you mean “mayor”?",
        ],
    ),
    (
        &[(r#""speaker": "mayor""#, r#""speaker": "mayro""#)],
        &["38:15: statement s1, speaker: there is no actor “mayro” in this corpus; did you mean “mayor”?"],
    ),
    (
        &[(r#""speaker": "mayor""#, r#""speaker": ["mayor", "@document"]"#)],
        &[
            "38:25: statement s1, speaker[1]: “@document” is a speaker that stands alone; here write the id of an actor",
        ],
    ),
    (
        &[("[\n    {\n     \"exact\": \"We shall build it,\"\n    }\n   ]", r#""We shall build it,""#)],
        &[
            r#"32:13: statement s1, spans: a text stands where a list in [ ] of objects with "exact" was expected"#,
        ],
    ),
    (
        &[(r#""stance": "supports""#, r#""stance": "against""#)],
        &[
            "42:16: statement s1, positions[0].stance: “against” cannot stand here; choose one of supports, opposes, neutral, open, unclear, none",
        ],
    ),
    (
        &[(
            "\"stance\": \"supports\"\n    }",
            "\"stance\": \"supports\"\n    },\n    {\n     \"issue\": \"build\",\n     \"stance\": \"opposes\"\n    }",
        )],
        &[
            "45:15: statement s1, positions[1].issue: this statement has two positions on “build”; keep one, or make two statements",
        ],
    ),
    (
        &[(
            r#""stance": "supports""#,
            "\"stance\": \"supports\",\n     \"spans\": [\n      {\n       \"exact\": \"the mayor said\"\n      }\n     ]",
        )],
        &[
            "45:17: statement s1, positions[0].spans[0]: these words are not inside the statement; take words of its own spans, or add them there",
        ],
    ),
    (
        &[(
            "\"stance\": \"supports\"\n    }\n   ]",
            "\"stance\": \"supports\"\n    }\n   ],\n   \"confidence\": \"sure\"",
        )],
        &["45:18: statement s1, confidence: “sure” cannot stand here; choose one of high, medium, low"],
    ),
    (
        &[(
            "\"stance\": \"supports\"\n    }\n   ]",
            "\"stance\": \"supports\"\n    }\n   ],\n   \"date\": \"1 May 2026\"",
        )],
        &["45:12: statement s1, date: “1 May 2026” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        &[(
            "\"stance\": \"supports\"\n    }\n   ]",
            "\"stance\": \"supports\"\n    }\n   ],\n   \"on_behalf_of\": \"town\"",
        )],
        &[
            r#"45:20: statement s1, on_behalf_of: there is no actor “town” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        &[(
            "\"stance\": \"supports\"\n    }\n   ]",
            "\"stance\": \"supports\"\n    }\n   ],\n   \"quote\": \"x\"",
        )],
        &["45:4: statement s1, quote: unknown key “quote”; remove it"],
    ),
    (
        &[(
            "\"stance\": \"supports\"\n    }\n   ]",
            "\"stance\": \"supports\"\n    }\n   ],\n   \"onbehalf_of\": \"mayor\"",
        )],
        &[r#"45:4: statement s1, onbehalf_of: unknown key “onbehalf_of”; did you mean "on_behalf_of"?"#],
    ),
    (
        &[(
            "\"stance\": \"supports\"\n    }\n   ]\n  }",
            "\"stance\": \"supports\"\n    }\n   ]\n  },\n  {\n   \"id\": \"s2\",\n   \"document\": \"report\",\n   \"spans\": [\n    {\n     \"exact\": \"the mayor said\"\n    }\n   ],\n   \"kind\": \"indirect\",\n   \"speaker\": \"mayor\",\n   \"parent\": \"s1\"\n  }",
        )],
        &[
            "56:14: statement s2, parent: these words are not inside those of the parent “s1”; leave the parent out, or give it more words",
        ],
    ),
    (
        &[
            (
                r#""actors": ["#,
                r#""coders": [{"id": "ed", "name": "Ed"}],
 "actors": [{"id": "town", "name": "The town", "kind": "state"},"#,
            ),
            (
                "\"stance\": \"supports\"\n    }",
                r#""stance": "supports", "coder": "ed", "holder": "town"
    },
    {
     "issue": "build", "stance": "open", "coder": "ed", "holder": "town"
    }"#,
            ),
        ],
        &[
            "46:15: statement s1, positions[1].issue: this statement has two positions on “build” by the coder “ed” for the same holder; keep one, or make two statements",
        ],
    ),
    // Other rows, and the corpus itself.
    (
        &[
            (r#""id": "report""#, r#""id": "statements""#),
            (r#""document": "report""#, r#""document": "statements""#),
        ],
        &[
            "22:10: document statements, id: “statements” is a word that a site uses in its own addresses; choose another id",
        ],
    ),
    (
        &[(
            r#""kind": "person""#,
            "\"kind\": \"person\",\n   \"roles\": [\n    {\n     \"title\": \"Mayor\",\n     \"from\": \"2026\",\n     \"to\": \"2020\"\n    }\n   ]",
        )],
        &[r#"12:5: actor mayor, roles[0]: this ends before it begins; put "from" and "to" right"#],
    ),
    (
        &[(r#"We shall build it.""#, "We shall build it.\",\n   \"url\": \"www.example.org\"")],
        &[
            "26:11: document report, url: “www.example.org” is no address that a reader may follow: it must begin with https:// or http:// and name a host",
        ],
    ),
    (
        &[(r#""title": "The tram""#, "\"title\": \"The\\ntram\"")],
        &["4:11: title: the control character U+000A stands in this text; remove it"],
    ),
    (
        &[(r#""title": "The tram""#, r#""title": """#)],
        &["4:11: title: this text is empty; write at least a word"],
    ),
    (
        &[(r#""language": "en""#, r#""language": "English""#)],
        &["5:14: language: “English” is no language tag; write \"en\""],
    ),
    (
        &[(r#""standpoint": 1"#, r#""standpoint": 2"#)],
        &["2:16: this corpus is written in format 2, and this reader knows format 1; use a newer Standpoint"],
    ),
    (
        &[(r#""standpoint": 1"#, r#""standpoint": "1""#)],
        &["2:16: “standpoint” must be the number 1, without quotation marks"],
    ),
    (&[(r#""standpoint": 1"#, r#""standpoint": 1.0"#)], &["2:16: “standpoint” must be the number 1"]),
    (
        &[("\"standpoint\": 1,\n", "")],
        &[r#"1:1: this is no corpus: a corpus stands in { } and begins with "standpoint": 1"#],
    ),
];

pub fn changed(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(TRAM.to_owned(), |file, (from, to)| {
        assert!(file.contains(from), "the corpus has no {from}");
        file.replacen(from, to, 1)
    })
}

fn lines(file: &[u8]) -> Vec<String> {
    problems(file).iter().map(|at| format!("{}:{}: {}", at.line, at.column, at.sentence())).collect()
}

#[test]
fn somebody_who_writes_by_hand_is_told_what_is_wrong_where_and_what_to_write() {
    corpus(TRAM);
    let mut differ = Vec::new();
    for (changes, told) in BROKEN.iter().chain(NO_JSON) {
        let found = lines(changed(changes).as_bytes());
        if found != *told {
            differ.push(format!("{changes:?}\n  expected {told:#?}\n  found {found:#?}"));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n\n"));
}

#[test]
fn everything_that_makes_a_file_no_json_is_reached_by_some_row() {
    let known = variants(include_str!("../../src/corpus/json/syntax.rs"), "SyntaxError");
    assert!(known.contains("CommaMissing") && known.contains("Unexpected"), "{known:?}");
    let all = NO_JSON.iter().flat_map(|(changes, _)| problems(changed(changes).as_bytes()));
    let reached: BTreeSet<String> = all
        .filter_map(|at| match at.problem {
            Problem::NotJson(syntax) => Some(variant(&syntax)),
            _ => None,
        })
        .collect();
    assert_eq!(known, reached);
}

#[test]
fn a_page_says_the_same_as_the_command_line() {
    let file = changed(&[("We shall build it,\"", "We will build it,\"")]);
    let reading = Corpus::read(file.as_bytes()).unwrap();
    let sentence = reading.orphans[0].problems[0].sentence();
    assert!(sentence.starts_with("statement s1, spans[0]: these words are not"), "{sentence}");
    let shown = Snapshot::from(reading).orphans;
    assert_eq!(shown[0].problems, [format!("line 34, column 15: {sentence}")]);
    let file = changed(&[("\"mayor\",\n   \"positions", "\"mayro\",\n   \"positions")]);
    let refusal = Corpus::read(file.as_bytes()).unwrap_err();
    assert_eq!(
        refusal.lines("corpus/tram.json")[1],
        "line 38, column 15: statement s1, speaker: there is no actor “mayro” in this corpus; did you mean “mayor”?"
    );
}

/// However many words are not found, so much is read for what is near to them and no more.
#[test]
fn what_is_near_is_shown_for_the_first_of_many_words_that_are_not_found() {
    let text = "The council of the town met, and spoke of trams. ".repeat(40_000);
    let words = |at: usize| json!({ "id": format!("s{at}"), "document": "d", "spans": [{ "exact": format!("of the tawn mat {at}") }], "kind": "direct", "speaker": null });
    let file = of_statements(&text, (0..60).map(words).collect());
    let near = |at: &LocatedProblem| match &at.problem {
        Problem::NotFound { near, .. } => near.is_some(),
        other => panic!("{other:?}"),
    };
    let told: Vec<bool> = problems(file.as_bytes()).iter().map(near).collect();
    assert_eq!(told.len(), 60);
    assert!(told[0] && !told[59] && told.is_sorted_by(|a, b| a >= b), "{told:?}");
}
