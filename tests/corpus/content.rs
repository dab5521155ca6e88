//! Errors of content: rows of a part, and what is told of it.

use crate::Row;

/// Errors of content: the corpus is refused.
pub const CONTENT: &[Row] = &[
    (
        "head",
        r#""id": "C", "title": "C", "language": "en""#,
        &["2:7 id “C” is no id: use a–z, 0–9, then also . _ -"],
    ),
    (
        "head",
        r#""id": "", "title": "C", "language": "en""#,
        &["2:7 id “” is no id: use a–z, 0–9, then also . _ -"],
    ),
    (
        "head",
        r#""id": "assets", "title": "C", "language": "en""#,
        &["2:7 id “assets” is a word that a site uses in its own addresses; choose another id"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "former_ids": ["b", "-b"]"#,
        &["2:64 former_ids[1] “-b” is no id: use a–z, 0–9, then also . _ -"],
    ),
    (
        "head",
        r#""id": "c", "title": " ", "language": "en""#,
        &["2:21 title this text is empty; write at least a word"],
    ),
    (
        "head",
        r#""id": "c", "title": "C\nC", "language": "en""#,
        &["2:21 title the control character U+000A stands in this text; remove it"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "english!""#,
        &["2:38 language “english!” is no language tag; write one like en, uk or pt-BR"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "ftp://x""#,
        &[
            "2:55 contact “ftp://x” is no way to reach somebody: write mailto: and a mail address, or a web address",
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "updated": "2024-13""#,
        &["2:55 updated “2024-13” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "version": "1\u009f""#,
        &["2:55 version the control character U+009F stands in this text; remove it"],
    ),
    (
        "coders",
        r#"{"id": "x", "name": "X"}, {"id": "x", "name": "Y"}"#,
        &["4:34 coders[1].id the coder id “x” is taken already; choose another"],
    ),
    (
        "coders",
        r#"{"id": "x", "name": ""}"#,
        &["4:21 coders[0].name this text is empty; write at least a word"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person"}, {"id": "a", "name": "B", "kind": "state"}"#,
        &["6:52 actors[1].id the actor id “a” is taken already; choose another"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "former_ids": ["a"]}"#,
        &["6:59 actors[0].former_ids[0] the actor id “a” is taken already; choose another"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "former_ids": ["o"]}, {"id": "b", "name": "B", "kind": "state", "former_ids": ["o"]}"#,
        &["6:123 actors[1].former_ids[0] the actor id “o” is taken already; choose another"],
    ),
    (
        "actors",
        r#"{"id": "A", "name": "A", "kind": "person", "former_ids": ["É"]}, {"id": "a", "name": "A", "kind": "person"}"#,
        &[
            "6:8 actors[0].id “A” is no id: use a–z, 0–9, then also . _ -",
            "6:59 actors[0].former_ids[0] “É” is no id: use a–z, 0–9, then also . _ -",
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A\u0007", "kind": "person"}"#,
        &["6:21 actors[0].name the control character U+0007 stands in this text; remove it"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "aliases": ["B", ""]}"#,
        &["6:61 actors[0].aliases[1] this text is empty; write at least a word"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "names": {"e": "А"}}"#,
        &["6:59 actors[0].names.e “e” is no language tag; write one like en, uk or pt-BR"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "part_of": "a"}"#,
        &["6:55 actors[0].part_of part_of leads round in a circle: a → a; leave one of them out"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "part_of": "q"}, {"id": "q", "name": "Q", "kind": "state", "part_of": "r"}, {"id": "r", "name": "R", "kind": "state", "part_of": "a"}"#,
        &["6:55 actors[0].part_of part_of leads round in a circle: a → q → r → a; leave one of them out"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "part_of": "q"}, {"id": "q", "name": "Q", "kind": "state", "part_of": "r"}, {"id": "r", "name": "R", "kind": "state", "part_of": "q"}"#,
        &["6:114 actors[1].part_of part_of leads round in a circle: q → r → q; leave one of them out"],
    ),
    (
        "actors",
        r#"{"id": "B!", "name": "B", "kind": "state"}, {"id": "a", "name": "A", "kind": "person", "part_of": "B!"}"#,
        &["6:8 actors[0].id “B!” is no id: use a–z, 0–9, then also . _ -"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "part_of": "nobody"}"#,
        &[
            r#"6:55 actors[0].part_of there is no actor “nobody” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "of": "nobody"}]}"#,
        &[
            r#"6:75 actors[0].roles[0].of there is no actor “nobody” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "from": "2024", "to": "2023"}]}"#,
        &[r#"6:54 actors[0].roles[0] this ends before it begins; put "from" and "to" right"#],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "from": "..", "to": ".."}]}"#,
        &["6:77 actors[0].roles[0].from “..” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person", "roles": [{"title": "T", "to": "now", "attested": "2023-02-29"}]}"#,
        &[
            "6:75 actors[0].roles[0].to “now” is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
            "6:94 actors[0].roles[0].attested “2023-02-29” is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
        ],
    ),
    (
        "issues",
        r#"{"id": "i", "label": "", "proposition": "It is so."}"#,
        &["8:22 issues[0].label this text is empty; write at least a word"],
    ),
    (
        "issues",
        r#"{"id": "i", "label": "I", "proposition": "It\tis."}"#,
        &["8:42 issues[0].proposition the control character U+0009 stands in this text; remove it"],
    ),
    (
        "issues",
        r#"{"id": "i", "label": "I", "proposition": "It is."}, {"id": "i", "label": "J", "proposition": "It is."}"#,
        &["8:60 issues[1].id the issue id “i” is taken already; choose another"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024-02-30", "text": "One two"}"#,
        &["10:35 documents[0].date “2024-02-30” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "url": "javascript:alert(1)"}"#,
        &[
            "10:69 documents[0].url “javascript:alert(1)” is no address that a reader may follow: it must begin with https:// or http:// and name a host",
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "archived": "https://"}"#,
        &[
            "10:74 documents[0].archived “https://” is no address that a reader may follow: it must begin with https:// or http:// and name a host",
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "sha256": "12"}"#,
        &[
            "10:72 documents[0].sha256 a SHA-256 sum has 64 digits, 0–9 and a–f; write all of them, or leave the key out",
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "language": "e"}"#,
        &["10:74 documents[0].language “e” is no language tag; write one like en, uk or pt-BR"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two"}, {"id": "e", "title": "E", "date": "2024", "text": ""}"#,
        &["10:113 documents[1].text this text is empty; write at least a word"],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "structure": [{"role": "heading", "exact": "Two"}]}"#,
        &[
            "10:105 documents[0].structure[0].exact these words are not in the document: “Two”. The document has “two”, with other capital or small letters.",
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "title": "D", "date": "2024", "text": "One two", "structure": [{"role": "heading", "exact": "One"}, {"role": "dateline", "exact": "ne two"}]}"#,
        &[
            "10:113 documents[0].structure[1] these words share letters with another part of the structure; keep one",
        ],
    ),
    (
        "documents",
        r#"{"id": "index", "title": "D", "date": "2024", "text": "One"}, {"id": "d", "title": "D", "date": "2024", "text": "One two"}"#,
        &["10:8 documents[0].id “index” is a word that a site uses in its own addresses; choose another id"],
    ),
    (
        "documents",
        r#"{"id": "f", "title": "F", "date": "never", "text": "Six"}, {"id": "d", "title": "D", "date": "2024", "text": "One two"}, {"id": "g", "title": "G", "date": "2024", "text": "Seven"}"#,
        &["10:35 documents[0].date “never” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "q", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            r#"12:25 statements[0].document there is no document “q” in this corpus; add it to "documents", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [], "kind": "direct", "speaker": "a"}"#,
        &[
            r#"12:39 statements[0].spans a statement has at least one span of words; write [{ "exact": "the words" }]"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": []}"#,
        &["12:92 statements[0].speaker an empty list of speakers; write null when the text leaves it open"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "nobody"}"#,
        &[
            r#"12:92 statements[0].speaker there is no actor “nobody” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": ["nobody"]}"#,
        &[
            r#"12:93 statements[0].speaker[0] there is no actor “nobody” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": ["a", "@document"]}"#,
        &[
            "12:98 statements[0].speaker[1] “@document” is a speaker that stands alone; here write the id of an actor",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "addressees": ["z"]}"#,
        &[
            r#"12:112 statements[0].addressees[0] there is no actor “z” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "on_behalf_of": "z"}"#,
        &[
            r#"12:113 statements[0].on_behalf_of there is no actor “z” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "via": [{"actor": null}, {"actor": "z"}]}"#,
        &[
            r#"12:132 statements[0].via[1].actor there is no actor “z” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "parent": "z"}"#,
        &[
            r#"12:107 statements[0].parent there is no statement “z” in this corpus; add it to "statements", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "date": "24-05-06"}"#,
        &["12:105 statements[0].date “24-05-06” is no date: write YYYY, YYYY-MM or YYYY-MM-DD"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "occasion": "a\u0000"}"#,
        &["12:109 statements[0].occasion the control character U+0000 stands in this text; remove it"],
    ),
    (
        "statements",
        r#"{"id": "404.html", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:8 statements[0].id “404.html” is a word that a site uses in its own addresses; choose another id",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}"#,
        &["12:105 statements[1].id the statement id “s” is taken already; choose another"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "lang": "Klingon language"}], "kind": "direct", "speaker": "a"}"#,
        &[
            "12:69 statements[0].spans[0].lang “Klingon language” is no language tag; write one like en, uk or pt-BR",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "mixed", "speaker": "a"}"#,
        &[
            r#"12:40 statements[0].spans[0] kind is mixed: write "quoted": true on the speaker’s own words and "quoted": false on the rest (or make it direct or indirect)"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "quoted": true}], "kind": "mixed", "speaker": "a"}"#,
        &[
            r#"12:39 statements[0].spans kind is mixed: write "quoted": true on the speaker’s own words and "quoted": false on the rest (or make it direct or indirect)"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "quoted": true}], "kind": "indirect", "speaker": "a"}"#,
        &[
            "12:71 statements[0].spans[0].quoted “quoted” contradicts the kind of this statement; make it mixed or leave the key out",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two", "quoted": false}], "kind": "scare", "speaker": "a"}"#,
        &[
            "12:71 statements[0].spans[0].quoted “quoted” contradicts the kind of this statement; make it mixed or leave the key out",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &["12:107 statements[0].parent parent leads round in a circle: s → s; leave one of them out"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "parent": "t"}, {"id": "t", "document": "d", "spans": [{"exact": "One"}], "kind": "direct", "speaker": "a", "parent": "s"}"#,
        &["12:107 statements[0].parent parent leads round in a circle: s → t → s; leave one of them out"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "j", "stance": "open"}]}"#,
        &[
            r#"12:121 statements[0].positions[0].issue there is no issue “j” in this corpus; add it to "issues", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "coder": "z"}]}"#,
        &[
            r#"12:153 statements[0].positions[0].coder there is no coder “z” in this corpus; add it to "coders", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "holder": ["b", "z"]}]}"#,
        &[
            r#"12:160 statements[0].positions[0].holder[1] there is no actor “z” in this corpus; add it to "actors", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "supports"}, {"issue": "i", "stance": "opposes"}]}"#,
        &[
            "12:159 statements[0].positions[1].issue this statement has two positions on “i”; keep one, or make two statements",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "about": {"statement": "s", "relation": "repeats"}}"#,
        &["12:106 statements[0].about about leads round in a circle: s → s; leave one of them out"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "about": {"statement": "z", "relation": "repeats"}}"#,
        &[
            r#"12:120 statements[0].about.statement there is no statement “z” in this corpus; add it to "statements", or write the id of another"#,
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a"}, {"id": "t", "document": "d", "spans": [{"exact": "three"}], "kind": "direct", "speaker": "b", "about": {"statement": "s", "relation": "disowns"}}"#,
        &[
            "12:215 statements[1].about.statement “s” is neither by the same actor nor for the same body; about names an earlier statement of one’s own",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "date": "2024-02"}, {"id": "t", "document": "d", "spans": [{"exact": "three"}], "kind": "direct", "speaker": "a", "date": "2024-01-31", "about": {"statement": "s", "relation": "corrects"}}"#,
        &["12:256 statements[1].about.statement “s” was said later; about names an earlier statement"],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "holder": ["b", "a"]}]}"#,
        &[
            "12:160 statements[0].positions[0].holder[1] “a” speaks here, so that its position needs no holder; leave the holder out, and give whoever else is spoken of a position of their own",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "on_behalf_of": "b", "positions": [{"issue": "i", "stance": "open", "holder": "b"}]}"#,
        &[
            "12:175 statements[0].positions[0].holder the statement is on behalf of “b”, so that its position needs no holder; leave the holder out, and give whoever else is spoken of a position of their own",
        ],
    ),
    (
        "statements",
        r#"{"id": "s", "document": "d", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": "a", "positions": [{"issue": "i", "stance": "open", "condition": {"exact": "three", "label": "\r"}}]}"#,
        &[
            "12:185 statements[0].positions[0].condition.label the control character U+000D stands in this text; remove it",
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "former_ids": ["assets", "b"]"#,
        &[
            r#"2:59 former_ids[0] “assets” is a word that a site uses in its own addresses; choose another id"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "former_ids": ["c"]"#,
        &[r#"2:59 former_ids[0] the corpus id “c” is taken already; choose another"#],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "former_ids": ["b", "a", "b"]"#,
        &[r#"2:69 former_ids[2] the corpus id “b” is taken already; choose another"#],
    ),
    (
        "head",
        r#""id": "con", "title": "C", "language": "en""#,
        &[
            r#"2:7 id “con” cannot be the name of a folder on Windows, where a site may be unpacked; choose another id"#,
        ],
    ),
    (
        "head",
        r#""id": "a.", "title": "C", "language": "en""#,
        &[
            r#"2:7 id “a.” cannot be the name of a folder on Windows, where a site may be unpacked; choose another id"#,
        ],
    ),
    (
        "head",
        r#""id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "title": "C", "language": "en""#,
        &[r#"2:7 id this text is longer than 128 bytes; shorten it"#],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "mailto:""#,
        &[
            r#"2:55 contact “mailto:” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "mailto:a""#,
        &[
            r#"2:55 contact “mailto:a” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "mailto:a@""#,
        &[
            r#"2:55 contact “mailto:a@” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "mailto:a@b c""#,
        &[
            r#"2:55 contact “mailto:a@b c” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "javascript:alert(1)""#,
        &[
            r#"2:55 contact “javascript:alert(1)” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "//example.org""#,
        &[
            r#"2:55 contact “//example.org” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "https://""#,
        &[
            r#"2:55 contact “https://” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "https://a b""#,
        &[
            r#"2:55 contact “https://a b” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "head",
        r#""id": "c", "title": "C", "language": "en", "contact": "nobody@example.org""#,
        &[
            r#"2:55 contact “nobody@example.org” is no way to reach somebody: write mailto: and a mail address, or a web address"#,
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "former_ids": ["statements"], "title": "D", "date": "2024", "text": "One two"}"#,
        &[
            r#"10:28 documents[0].former_ids[0] “statements” is a word that a site uses in its own addresses; choose another id"#,
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "former_ids": ["d"], "title": "D", "date": "2024", "text": "One two"}"#,
        &[r#"10:28 documents[0].former_ids[0] the document id “d” is taken already; choose another"#],
    ),
    (
        "documents",
        r#"{"id": "preview.png", "title": "D", "date": "2024", "text": "One two"}, {"id": "d", "title": "D", "date": "2024", "text": "One two"}"#,
        &[
            r#"10:8 documents[0].id “preview.png” is a word that a site uses in its own addresses; choose another id"#,
        ],
    ),
    (
        "documents",
        r#"{"id": "lpt1.txt", "title": "D", "date": "2024", "text": "One two"}, {"id": "d", "title": "D", "date": "2024", "text": "One two"}"#,
        &[
            r#"10:8 documents[0].id “lpt1.txt” cannot be the name of a folder on Windows, where a site may be unpacked; choose another id"#,
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "url": "https://a:99999", "title": "D", "date": "2024", "text": "One two"}"#,
        &[
            r#"10:20 documents[0].url “https://a:99999” is no address that a reader may follow: it must begin with https:// or http:// and name a host"#,
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "url": "https://[::1", "title": "D", "date": "2024", "text": "One two"}"#,
        &[
            r#"10:20 documents[0].url “https://[::1” is no address that a reader may follow: it must begin with https:// or http:// and name a host"#,
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "url": "http://1.2.3.256", "title": "D", "date": "2024", "text": "One two"}"#,
        &[
            r#"10:20 documents[0].url “http://1.2.3.256” is no address that a reader may follow: it must begin with https:// or http:// and name a host"#,
        ],
    ),
    (
        "documents",
        r#"{"id": "d", "url": "https://a..b:x", "title": "D", "date": "2024", "text": "One two"}"#,
        &[
            r#"10:20 documents[0].url “https://a..b:x” is no address that a reader may follow: it must begin with https:// or http:// and name a host"#,
        ],
    ),
    (
        "actors",
        r#"{"id": "a", "name": "A", "kind": "person"}, {"id": "b", "name": "B", "kind": "state", "former_ids": ["index.html"]}"#,
        &[
            r#"6:102 actors[1].former_ids[0] “index.html” is a word that a site uses in its own addresses; choose another id"#,
        ],
    ),
];
