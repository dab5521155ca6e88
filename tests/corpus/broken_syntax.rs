//! What is told of a file that is no JSON: changes to a small corpus, and the lines told.

use crate::broken::{Change, TRAM};

/// Files that are none.
pub const NO_JSON: &[Change] = &[
    (&[(TRAM, "[]")], &[r#"1:1: this is no corpus: a corpus stands in { } and begins with "standpoint": 1"#]),
    (&[(TRAM, "Hello")], &["1:1: this is not JSON: a corpus begins with {"]),
    (&[(TRAM, "")], &["1:1: the file is empty"]),
    (
        &[(r#""kind": "person""#, r#""kind": "person","#)],
        &["10:20: actor mayor, kind: this is not JSON: a comma stands before the closing bracket; remove it"],
    ),
    (
        &[(r#""kind": "direct","#, r#""kind": "direct",,"#)],
        &["37:21: statement s1, kind: this is not JSON: a comma too many stands here; remove it"],
    ),
    (
        &[("    }\n   ],\n   \"kind\": \"direct\"", "    },\n   ],\n   \"kind\": \"direct\"")],
        &[
            "35:6: statement s1, spans[0]: this is not JSON: a comma stands before the closing bracket; remove it",
        ],
    ),
    (
        &[(r#""id": "report","#, r#""id": "report""#)],
        &["23:4: document report: this is not JSON: a comma is missing before this"],
    ),
    (
        &[(r#""id": "report""#, r#""id" "report""#)],
        &["22:4: documents[0].id: this is not JSON: a colon is missing after this key"],
    ),
    (
        &[(r#""id": "report""#, r#""id":"#)],
        &["22:9: documents[0].id: this is not JSON: a value is missing here"],
    ),
    (
        &[(r#""id": "report""#, r#""id""#)],
        &["22:8: documents[0].id: this is not JSON: a value is missing here"],
    ),
    (
        &[(r#""id": "report""#, r#"id: "report""#)],
        &[r#"22:4: documents[0]: this is not JSON: a key stands in straight quotation marks, like "id""#],
    ),
    (
        &[(r#""id": "report""#, "'id': 'report'")],
        &[r#"22:4: documents[0]: this is not JSON: a key stands in straight quotation marks, like "id""#],
    ),
    (
        &[(r#""id": "report""#, r#""id": 'report'"#)],
        &[
            r#"22:10: documents[0].id: this is not JSON: a text stands in straight quotation marks, like "id""#,
        ],
    ),
    (
        &[(r#""title": "Report""#, r#""title": “Report”"#)],
        &[
            r#"23:13: document report, title: this is not JSON: a text stands in straight quotation marks, like "id""#,
        ],
    ),
    (
        &[(r#""title": "Report""#, r#""title": "Report"#)],
        &[
            "23:21: document report, title: this is not JSON: the closing quotation mark of this line is missing",
        ],
    ),
    (
        &[(r#""title": "Report""#, "\"title\": \"Re\nport\"")],
        &[
            r#"23:16: document report, title: this is not JSON: a text breaks off at the end of this line; inside a text write \n for a line break"#,
        ],
    ),
    (
        &[(r#""title": "Report""#, "\"title\": \"Re\tport\"")],
        &[r#"23:16: document report, title: this is not JSON: a tab stands in this text; write \t"#],
    ),
    (
        &[(r#""title": "Report""#, "\"title\": \"Re\u{1}port\"")],
        &[
            "23:16: document report, title: this is not JSON: the control character U+0001 stands in this text; remove it",
        ],
    ),
    (
        &[(r#""title": "Report""#, "\"title\": \"C:\\trams\"")],
        &["23:13: document report, title: the control character U+0009 stands in this text; remove it"],
    ),
    (
        &[(r#""title": "Report""#, "\"title\": \"C:\\Trams\"")],
        &[
            r#"23:16: document report, title: this is not JSON: “\T” is no escape sequence of JSON; for a backslash write \\"#,
        ],
    ),
    (
        &[(r#""title": "Report""#, "\"title\": \"C:\\users\"")],
        &[
            r#"23:16: document report, title: this is not JSON: four hexadecimal digits (0–9, a–f) must follow \u; for a backslash write \\"#,
        ],
    ),
    (
        &[("“We shall build it,” the", r#""We shall build it," the"#)],
        &[
            r#"25:13: document report, text: this is not JSON: this quotation mark ends the text too early; inside a text write \" for ""#,
        ],
    ),
    (
        &[("mayor said. We", r#"mayor said "no". We"#)],
        &[
            r#"25:53: document report, text: this is not JSON: this quotation mark ends the text too early; inside a text write \" for ""#,
        ],
    ),
    (
        &[("mayor said. We", r#"mayor said "no", and "never". We"#)],
        &[
            r#"25:53: document report, text: this is not JSON: this quotation mark ends the text too early; inside a text write \" for ""#,
        ],
    ),
    (
        &[("mayor said. We", r#"mayor" said. We"#)],
        &[
            r#"25:47: document report, text: this is not JSON: this quotation mark ends the text too early; inside a text write \" for ""#,
        ],
    ),
    (
        &[("mayor said. We", r#"mayor said, "She"#)],
        &[
            r#"25:54: document report, text: this is not JSON: this quotation mark ends the text too early; inside a text write \" for ""#,
        ],
    ),
    (
        &[(r#""title": "Report""#, r#""title": "Report" // of May"#)],
        &["23:22: document report, title: this is not JSON: there are no comments in JSON; remove this"],
    ),
    (
        &[(r#""title": "Report","#, "# of May\n   \"title\": \"Report\",")],
        &["23:4: document report: this is not JSON: there are no comments in JSON; remove this"],
    ),
    (
        &[(r#""date": "2026-05-01""#, r#""date": 2026-05-01"#)],
        &[
            "24:12: document report, date: this is not JSON: “2026-05-01” is no number; write it like 1, -1 or 0.5, or as a text",
        ],
    ),
    (
        &[(r#""date": "2026-05-01""#, r#""date": Null"#)],
        &["24:12: document report, date: this is not JSON: “Null” is no value; write null"],
    ),
    (
        &[(r#""date": "2026-05-01""#, r#""date": None"#)],
        &["24:12: document report, date: this is not JSON: “None” is no value; write null"],
    ),
    (
        &[(r#""date": "2026-05-01""#, r#""date": today"#)],
        &[
            "24:12: document report, date: this is not JSON: “today” is no value; a text stands in straight quotation marks",
        ],
    ),
    (
        &[(r#""standpoint": 1"#, r#""standpoint": 01"#)],
        &["2:16: standpoint: this is not JSON: “01” is no number; write it like 1, -1 or 0.5, or as a text"],
    ),
    (
        &[(
            "[\n    {\n     \"exact\": \"We shall build it,\"\n    }\n   ]",
            r#"["exact": "We shall build it,"]"#,
        )],
        &[
            "32:21: statement s1, spans[0]: this is not JSON: a key stands in a list; put { } around it and its value",
        ],
    ),
    (
        &[("     \"stance\": \"supports\"\n    }\n   ]\n", "     \"stance\": \"supports\"\n    }\n   \n")],
        &[
            "45:3: statement s1, positions[0]: this is not JSON: } stands here, but [ of line 39 is still open",
        ],
    ),
    (
        &[("   ]\n  }\n ]\n}", "   ]\n  }\n ]\n}}")],
        &["47:2: this is not JSON: a closing bracket too many stands here; remove it"],
    ),
    (
        &[("   ]\n  }\n ]\n}", "   ]\n  }\n ]\n}\n{}")],
        &["48:1: this is not JSON: the corpus has ended, and this stands behind it; remove it"],
    ),
    (
        &[("   ]\n  }\n ]\n}", "   ]\n  }\n ]\n")],
        &[
            "48:1: the file ends while the { of line 1 is still open; close it, or get the file again if it was cut off",
        ],
    ),
    (
        &[(r#""language": "en","#, r#""language": "en";"#)],
        &["5:18: language: this is not JSON: “;” is out of place here; remove it"],
    ),
    (
        &[(r#""language": "en","#, "\"language\": \"en\",\u{a0}")],
        &["5:19: this is not JSON: the character U+00A0 is out of place here; remove it"],
    ),
];
