//! Problems of the file as a whole and of its shape: rows of a part, and what is told of it.

use crate::Row;

/// What is no corpus at all.
pub const WHOLE: &[(&[u8], &[&str])] = &[
    (b"", &["1:1  the file is empty"]),
    (b" \n\n ", &["3:2  the file is empty"]),
    (
        b"{\"standpoint\": 1,\n \"id\": \"a",
        &[
            r#"2:10  the file ends while the " of line 2 is still open; close it, or get the file again if it was cut off"#,
        ],
    ),
    (
        b"{\"standpoint\": 1, \"title\": \"\xf0\x9f\x98",
        &[
            r#"1:29  the file ends while the " of line 1 is still open; close it, or get the file again if it was cut off"#,
        ],
    ),
    (
        b"{\"standpoint\": 1,}",
        &["1:17 standpoint this is not JSON: a comma stands before the closing bracket; remove it"],
    ),
    (
        b"{\"standpoint\": 1}\n{}",
        &["2:1  this is not JSON: the corpus has ended, and this stands behind it; remove it"],
    ),
    (
        b"{\"standpoint\": 1,\n \"id\": 'c'}",
        &[r#"2:8 id this is not JSON: a text stands in straight quotation marks, like "id""#],
    ),
    (b"{\"standpoint\": 1 \"id\": \"c\"}", &["1:18  this is not JSON: a comma is missing before this"]),
    (b"<html></html>", &["1:1  this is not JSON: a corpus begins with {"]),
    (
        b"{\"standpoint\": 1, \"id\": \"\xff\"}",
        &["1:26  the file is not UTF-8 from here on; save it in this encoding"],
    ),
    (b"\xff\xfe{\0}\0", &["1:1  the file is UTF-16; save it as UTF-8"]),
    (b"\0{\0}", &["1:1  the file is UTF-16; save it as UTF-8"]),
    (b"\x1f\x8b\x08", &["1:1  the file is compressed (gzip); unpack it first"]),
    (b"\x28\xb5\x2f\xfd", &["1:1  the file is compressed (zstd); unpack it first"]),
    (b"null", &[r#"1:1  this is no corpus: a corpus stands in { } and begins with "standpoint": 1"#]),
    (
        b"\n [{\"standpoint\": 1}]",
        &[r#"2:2  this is no corpus: a corpus stands in { } and begins with "standpoint": 1"#],
    ),
    (
        b"[1, \"c\", \"C\", \"en\"]",
        &[r#"1:1  this is no corpus: a corpus stands in { } and begins with "standpoint": 1"#],
    ),
    (b"{}", &[r#"1:1  this is no corpus: a corpus stands in { } and begins with "standpoint": 1"#]),
    (
        b"{\"title\": \"C\"}",
        &[r#"1:1  this is no corpus: a corpus stands in { } and begins with "standpoint": 1"#],
    ),
    (b"{\"standpoint\": \"1\"}", &["1:16  “standpoint” must be the number 1, without quotation marks"]),
    (b"{\"standpoint\": 0}", &["1:16  “standpoint” must be the number 1"]),
    (b"{\"standpoint\": 1.0}", &["1:16  “standpoint” must be the number 1"]),
    (b"{\"standpoint\": -1}", &["1:16  “standpoint” must be the number 1"]),
    (b"{\"standpoint\": null}", &["1:16  “standpoint” must be the number 1"]),
    (
        b"{\"standpoint\": 1}",
        &[
            r#"1:1  the key "id" is missing; add it, with an id"#,
            r#"1:1  the key "title" is missing; add it, with a text"#,
            r#"1:1  the key "language" is missing; add it, with a text"#,
        ],
    ),
];

/// Problems of shape: what serde alone would refuse with its first sentence.
pub const SHAPE: &[Row] = &[
    (
        "head",
        r#""id": "c", "title": 7, "language": "en""#,
        &["2:21 title a number stands where a text was expected"],
    ),
    (
        "head",
        r#""id": "c", "title": ["C"], "language": "en""#,
        &["2:21 title a list stands where a text was expected"],
    ),
    (
        "head",
        r#""id": "c", "title": null, "language": "en""#,
        &["2:21 title null stands where a text was expected"],
    ),
    (
        "head",
        r#""id": {}, "title": "C", "language": "en""#,
        &["2:7 id an object stands where an id was expected"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "updated": 2024"#,
        &["2:55 updated a number stands where a date in quotation marks was expected"],
    ),
    (
        "coders",
        r#"["x", "X"]"#,
        &[r#"4:1 coders[0] a list stands where an object with "id" and "name" was expected"#],
    ),
    ("coders", "null", &[r#"4:1 coders[0] null stands where an object with "id" and "name" was expected"#]),
    (
        "statements",
        r#"["s", "d", [{"exact": "One two"}], "direct", "a"]"#,
        &[
            r#"12:1 statements[0] a list stands where an object with "id", "document", "spans", "kind" and "speaker" was expected"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [["One two"]], "kind": "direct", "speaker": "a"}"#,
        &[r#"12:40 statements[0].spans[0] a list stands where an object with "exact" was expected"#],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "cue": ["three"]}"#,
        &[r#"12:104 statements[0].cue a list stands where an object with "exact" was expected"#],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "terms": [["three"]]}]}"#,
        &[
            r#"12:154 statements[0].positions[0].terms[0] a list stands where an object with "exact" was expected"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "terms": "three"}]}"#,
        &[
            r#"12:153 statements[0].positions[0].terms a text stands where an object with "exact" was expected"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "holder": 7}]}"#,
        &["12:154 statements[0].positions[0].holder a number stands where an id was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "hedged": 1}]}"#,
        &["12:154 statements[0].positions[0].hedged a number stands where true or false was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "start": -1}], "kind": "direct", "speaker": "a"}"#,
        &["12:70 statements[0].spans[0].start a number stands where a whole number from 0 was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "start": 0.0}], "kind": "direct", "speaker": "a"}"#,
        &["12:70 statements[0].spans[0].start a number stands where a whole number from 0 was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "end": 4294967296}], "kind": "direct", "speaker": "a"}"#,
        &["12:68 statements[0].spans[0].end a number stands where a whole number from 0 was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "end": "7"}], "kind": "direct", "speaker": "a"}"#,
        &["12:68 statements[0].spans[0].end a text stands where a whole number from 0 was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": {"id": "a"}}"#,
        &[
            r#"12:92 statements[0].speaker an object stands where an id, a list of ids, "@document" or null was expected"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": ["a", null]}"#,
        &["12:98 statements[0].speaker[1] null stands where an id was expected"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "kind": "direct", "speaker": "a"}"#,
        &["12:81 statements[0].kind the key “kind” stands here a second time; keep one"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "about": {"statement": "z", "relation": "ends"}}"#,
        &[
            "12:137 statements[0].about.relation “ends” cannot stand here; choose one of withdraws, corrects, disowns, repeats",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "about": {}}"#,
        &[
            r#"12:106 statements[0].about the key "statement" is missing; add it, with an id"#,
            r#"12:106 statements[0].about the key "relation" is missing; add it, with one of withdraws, corrects, disowns, repeats"#,
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "man"}"#,
        &[
            "6:34 actors[0].kind “man” cannot stand here; choose one of person, organisation, state, office, collective, unnamed",
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": 7}"#,
        &[
            "6:34 actors[0].kind a number stands where one of person, organisation, state, office, collective, unnamed was expected",
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": []}"#,
        &["6:53 actors[0].names a list stands where an object was expected"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": {"uk": 7}}"#,
        &["6:60 actors[0].names.uk a number stands where a text was expected"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": {"uk": "А", "uk": "А"}}"#,
        &["6:66 actors[0].names.uk the key “uk” stands here a second time; keep one"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": {"\ud83d": "А"}}"#,
        &[
            "6:54 actors[0].names this text holds half a surrogate pair, which is no character; write the character itself",
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "note": "half \ud83d of it"}"#,
        &[
            "6:52 actors[0].note this text holds half a surrogate pair, which is no character; write the character itself",
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "titel": "C", "language": "en""#,
        &[r#"2:26 titel unknown key “titel”; did you mean "title"?"#],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "former-ids": []"#,
        &[r#"2:44 former-ids unknown key “former-ids”; did you mean "former_ids"?"#],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "Summary": """#,
        &[r#"2:44 Summary unknown key “Summary”; did you mean "summary"?"#],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "colour": "red""#,
        &["2:44 colour unknown key “colour”; remove it"],
    ),
    (
        "head",
        r#""id": "c", "id": "c", "title": "C", "language": "en""#,
        &["2:12 id the key “id” stands here a second time; keep one"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct"}"#,
        &[
            r#"12:1 statements[0] the key "speaker" is missing; add it, with an id, a list of ids, "@document" or null"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"prefix": "One "}], "kind": "direct", "speaker": "a"}"#,
        &[r#"12:40 statements[0].spans[0] the key "exact" is missing; add it, with a text"#],
    ),
];
