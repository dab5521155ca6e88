//! Faults of one statement: rows of a part, and what is told of it.

use crate::Row;

/// Faults of one statement: it is left out, the rest is shown.
pub const FAULTS: &[Row] = &[
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “Two”. The document has “two”, with other capital or small letters.",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One  two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “One  two”. The document has “One two”, with another space or line break.",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two,\nfour"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “two, four”. Nearest to them is “two four”.",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…”; copy them from its text",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            r#"12:50 statements[0].spans[0].exact these words stand there twice: “two”; add "prefix": "the words right before" or "suffix": "the words right after""#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "t", "prefix": " "}], "kind": "direct", "speaker": "a"}"#,
        &[
            r#"12:50 statements[0].spans[0].exact these words stand there 3 times: “t”; add "prefix": "the words right before" or "suffix": "the words right after""#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": ""}], "kind": "direct", "speaker": "a"}"#,
        &["12:50 statements[0].spans[0].exact this text is empty; write at least a word"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "suffix": " three"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them; there the text begins with them, and “ two three, two four” follows",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "prefix": "x"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them; there the text begins with them, and “ two three, two four” follows",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "start": 0, "end": 3, "suffix": "two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them; there the text begins with them, and “ two three, two four” follows",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 4, "suffix": " four"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact the words are there, but not with this prefix and suffix around them; there “One ” stands before them and “ three, two four.” behind",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 5, "end": 8}], "kind": "direct", "speaker": "a"}"#,
        &[
            r#"12:50 statements[0].spans[0].exact at this start and end the document has other words: “wo ”; write "start": 4, "end": 7"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "start": 1}], "kind": "direct", "speaker": "a"}"#,
        &[
            r#"12:50 statements[0].spans[0].exact at this start and end the document has other words: “ne ”; write "start": 0, "end": 3"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One", "end": 4}], "kind": "direct", "speaker": "a"}"#,
        &[
            r#"12:50 statements[0].spans[0].exact at this start and end the document has other words: “ne ”; write "start": 0, "end": 3"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 4, "end": 9}], "kind": "direct", "speaker": "a"}"#,
        &[
            r#"12:50 statements[0].spans[0].exact at this start and end the document has other words: “two t”; write "start": 4, "end": 7"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "Two", "start": 4, "end": 7}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “Two”. The document has “two”, with other capital or small letters.",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 5, "end": 900}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points; leave both out, or put them right",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 8, "end": 5}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points; leave both out, or put them right",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "end": 2}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points; leave both out, or put them right",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "two", "start": 4294967295}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:50 statements[0].spans[0].exact start and end do not lie in the document, which has 24 code points; leave both out, or put them right",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}, {"exact": "two three"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:72 statements[0].spans[1].exact these words share letters with another span of the same statement; join the two",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}, {"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:72 statements[0].spans[1].exact these words share letters with another span of the same statement; join the two",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "cue": {"exact": "said"}}"#,
        &[
            "12:114 statements[0].cue.exact these words are not in the document: “said”; copy them from its text",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "via": [{"actor": null, "cue": {"exact": "heard"}}]}"#,
        &[
            "12:138 statements[0].via[0].cue.exact these words are not in the document: “heard”; copy them from its text",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "spans": [{"exact": "four"}]}]}"#,
        &[
            "12:164 statements[0].positions[0].spans[0].exact these words are not inside the statement; take words of its own spans, or add them there",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "spans": [{"exact": "two three"}]}]}"#,
        &[
            "12:164 statements[0].positions[0].spans[0].exact these words are not inside the statement; take words of its own spans, or add them there",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "condition": {"exact": "if"}}]}"#,
        &[
            "12:167 statements[0].positions[0].condition.exact these words are not in the document: “if”; copy them from its text",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "terms": [{"exact": "four"}, {"exact": "so"}]}]}"#,
        &[
            "12:183 statements[0].positions[0].terms[1].exact these words are not in the document: “so”; copy them from its text",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "cue": {"exact": "said"}, "document": "d", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:30 statements[0].cue.exact these words are not in the document: “said”; copy them from its text",
            "12:76 statements[0].spans[0].exact these words are not in the document: “Two”. The document has “two”, with other capital or small letters.",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "three"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &[
            "12:202 statements[1].parent these words are not inside those of the parent “s”; leave the parent out, or give it more words",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "two three"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &[
            "12:206 statements[1].parent these words are not inside those of the parent “s”; leave the parent out, or give it more words",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One"}, {"exact": "three"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "One two three"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &[
            "12:226 statements[1].parent these words are not inside those of the parent “s”; leave the parent out, or give it more words",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "e", "spans": [{"exact": "Five"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &[
            "12:201 statements[1].parent the parent “s” is a statement of another document; leave it out, or put the document right",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "Two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "a", "parent": "s"}, {"id": "u", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "a", "parent": "t"}"#,
        &[
            "12:50 statements[0].spans[0].exact these words are not in the document: “Two”. The document has “two”, with other capital or small letters.",
            "12:196 statements[1].parent its parent “s” could not be placed; mend that first",
            "12:304 statements[2].parent its parent “t” could not be placed; mend that first",
        ],
    ),
];
