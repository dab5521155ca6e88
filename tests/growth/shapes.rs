//! Shapes of corpus files that grow in one respect: sound ones, and such as somebody writes by mistake or on purpose.

/// A name, a size to begin with, and the file of a size.
pub type Shape = (&'static str, usize, fn(usize) -> String);

pub const SHAPES: &[Shape] = &[
    // Rows.
    ("actors", 10_000, |n| file(&[("actors", rows(n, |at| actor(at, "")))])),
    ("issues", 10_000, |n| {
        file(&[("issues", rows(n, |at| format!(r#"{{"id":"i{at}","label":"I","proposition":"So {at}."}}"#)))])
    }),
    ("documents", 10_000, |n| {
        file(&[("documents", rows(n, |at| document(&format!("d{at}"), "One two.", "")))])
    }),
    ("statements of a document each", 5_000, |n| {
        let documents = rows(n, |at| document(&format!("d{at}"), "One two.", ""));
        file(&[
            ("documents", documents),
            ("statements", rows(n, |at| statement(at, &format!("d{at}"), r#"{"exact":"One"}"#, ""))),
        ])
    }),
    ("actors of one name", 10_000, |n| {
        file(&[("actors", rows(n, |at| actor(at, "").replace(&format!("A {at}"), "A")))])
    }),
    ("actors without a name", 10_000, |n| {
        file(&[("actors", rows(n, |at| actor(at, "").replace(&format!("A {at}"), "")))])
    }),
    ("rows of one id", 10_000, |n| file(&[("actors", rows(n, |_| actor(1, "")))])),
    ("former ids of the corpus", 10_000, |n| {
        file(&[("head", format!(r#""former_ids":[{}]"#, rows(n, |at| format!("\"f{at}\""))))])
    }),
    ("former ids of an actor", 10_000, |n| {
        file(&[("actors", actor(0, &format!(r#","former_ids":[{}]"#, rows(n, |at| format!("\"f{at}\"")))))])
    }),
    ("former ids that are all the same", 10_000, |n| {
        file(&[("head", format!(r#""former_ids":[{}]"#, rows(n, |_| "\"f\"".to_owned())))])
    }),
    ("roles of an actor", 10_000, |n| {
        file(&[(
            "actors",
            actor(
                0,
                &format!(
                    r#","roles":[{}]"#,
                    rows(n, |_| r#"{"title":"T","of":"a0","from":"2020"}"#.to_owned())
                ),
            ),
        )])
    }),
    ("names of an actor", 10_000, |n| {
        file(&[(
            "actors",
            actor(0, &format!(r#","names":{{{}}}"#, rows(n, |at| format!("\"{}\":\"N\"", tag(at))))),
        )])
    }),
    ("bad names of an actor", 10_000, |n| {
        file(&[(
            "actors",
            actor(0, &format!(r#","names":{{{}}}"#, rows(n, |at| format!("\"{}\":\"\"", tag(at))))),
        )])
    }),
    ("aliases of an actor", 10_000, |n| {
        file(&[("actors", actor(0, &format!(r#","aliases":[{}]"#, rows(n, |_| "\"A\"".to_owned()))))])
    }),
    ("bodies, each part of the next", 10_000, |n| file(&[("actors", rows(n, |at| part_of(at, at + 1, n)))])),
    ("bodies in a circle", 10_000, |n| {
        file(&[("actors", rows(n, |at| actor(at, &format!(r#","part_of":"a{}""#, (at + 1) % n))))])
    }),
    // Keys.
    ("unknown keys of one object", 10_000, |n| {
        file(&[("actors", actor(0, &each(n, |at| format!(r#","k{at}":1"#))))])
    }),
    ("unknown keys of one object before its id", 10_000, |n| {
        file(&[(
            "actors",
            format!(r#"{{{}"id":"a0","name":"A","kind":"person"}}"#, each(n, |at| format!(r#""k{at}":1,"#))),
        )])
    }),
    ("unknown keys of many objects", 10_000, |n| file(&[("actors", rows(n, |at| actor(at, r#","k":1"#)))])),
    ("keys that are almost right", 10_000, |n| {
        file(&[("actors", rows(n, |at| actor(at, r#","aliase":[]"#)))])
    }),
    ("a key of many letters", 200_000, |n| {
        file(&[("actors", actor(0, &format!(r#","{}":1"#, "k".repeat(n))))])
    }),
    ("one key many times", 10_000, |n| {
        file(&[("actors", actor(0, &each(n, |_| r#","note":"x""#.to_owned())))])
    }),
    ("missing keys", 10_000, |n| file(&[("actors", rows(n, |at| format!(r#"{{"id":"a{at}"}}"#)))])),
    ("numbers for texts", 10_000, |n| {
        file(&[("actors", actor(0, &format!(r#","aliases":[{}]"#, rows(n, |at| at.to_string()))))])
    }),
    ("words that are none", 10_000, |n| {
        file(&[("actors", rows(n, |at| actor(at, "").replace("person", "persona")))])
    }),
    ("lists in lists", 10_000, |n| file(&[("head", format!(r#""x":{}{}"#, "[".repeat(n), "]".repeat(n)))])),
    ("objects in objects", 10_000, |n| {
        file(&[("head", format!(r#""x":{}1{}"#, r#"{"y":"#.repeat(n), "}".repeat(n)))])
    }),
    ("lists that are not closed", 100_000, |n| "[".repeat(n)),
    ("a comma too many behind much", 100_000, |n| {
        file(&[("actors", format!("{},,", rows(n / 10, |at| actor(at, ""))))])
    }),
    ("escapes", 100_000, |n| file(&[("documents", document("d", &"\\u00e9\\n".repeat(n), ""))])),
    ("half surrogates", 10_000, |n| {
        file(&[("actors", actor(0, &format!(r#","aliases":[{}]"#, rows(n, |_| r#""\ud83d""#.to_owned()))))])
    }),
    // Values.
    ("a long text", 500_000, |n| file(&[("documents", document("d", &words(n), ""))])),
    ("a long id", 500_000, |n| {
        file(&[("head", String::new()), ("actors", actor(0, "").replace("a0", &"a".repeat(n)))])
    }),
    ("a long note", 500_000, |n| file(&[("actors", actor(0, &format!(r#","note":"{}""#, words(n))))])),
    ("a long date", 500_000, |n| {
        file(&[("documents", document("d", "One.", "").replace("2024", &"2024-".repeat(n / 5)))])
    }),
    ("a long address", 100_000, |n| {
        file(&[(
            "documents",
            document("d", "One.", &format!(r#","url":"https://{}.org/{}""#, "ä".repeat(n), "x".repeat(n))),
        )])
    }),
    ("a long language", 500_000, |n| {
        file(&[("documents", document("d", "One.", &format!(r#","language":"en{}""#, "-abc".repeat(n / 4))))])
    }),
    ("bad dates", 10_000, |n| {
        file(&[(
            "documents",
            rows(n, |at| document(&format!("d{at}"), "One.", "").replace("2024", "2024-13")),
        )])
    }),
    ("paragraphs", 50_000, |n| file(&[("documents", document("d", &"One two.\\n\\n".repeat(n), ""))])),
    ("hard-wrapped lines", 10_000, |n| {
        file(&[(
            "documents",
            document("d", &format!("{}\\n", "a line that is as long as the page ").repeat(n), ""),
        )])
    }),
    ("unknown references among many ids", 10_000, |n| {
        let actors = rows(n, |at| actor(at, ""));
        file(&[
            ("actors", actors),
            (
                "statements",
                rows(n, |at| {
                    statement(at, "d", r#"{"exact":"One"}"#, "").replace("\"a0\"", &format!("\"a{at}-x\""))
                }),
            ),
        ])
    }),
    ("a long unknown reference among many ids", 5_000, |n| {
        let actors = rows(n, |at| actor(at, ""));
        let ids = rows(50, |_| format!("\"{}\"", "a".repeat(n)));
        file(&[
            ("actors", actors),
            ("statements", statement(0, "d", r#"{"exact":"One"}"#, &format!(r#","addressees":[{ids}]"#))),
        ])
    }),
    // Statements.
    ("actors of a statement", 10_000, |n| {
        let ids = rows(n, |at| format!("\"a{at}\""));
        let more = format!(r#","addressees":[{ids}]"#);
        let statement = statement(0, "d", r#"{"exact":"One"}"#, &more)
            .replace("\"a0\",\"kind\"", &format!("[{ids}],\"kind\""));
        file(&[("actors", rows(n, |at| actor(at, ""))), ("statements", statement)])
    }),
    ("holders beside speakers", 5_000, |n| {
        let ids = |from: usize| rows(n, |at| format!("\"a{}\"", from + at));
        let more = format!(r#","positions":[{{"issue":"i","stance":"supports","holder":[{}]}}]"#, ids(n));
        let statement = statement(0, "d", r#"{"exact":"One"}"#, &more)
            .replace("\"a0\",\"kind\"", &format!("[{}],\"kind\"", ids(0)));
        file(&[("actors", rows(2 * n, |at| actor(at, ""))), ("statements", statement)])
    }),
    ("relays", 10_000, |n| {
        let via = rows(n, |at| {
            if at % 2 == 0 { r#"{"actor":"a0"}"# } else { r#"{"cue":{"exact":"two"}}"# }.to_owned()
        });
        file(&[("statements", statement(0, "d", r#"{"exact":"One"}"#, &format!(r#","via":[{via}]"#)))])
    }),
    ("relays of a statement with children", 500, |n| {
        let via = rows(n, |_| r#"{"actor":"a0"}"#.to_owned());
        let parent = statement(n, "d", r#"{"exact":"One two"}"#, &format!(r#","via":[{via}]"#));
        let children =
            rows(n, |at| statement(at, "d", r#"{"exact":"One"}"#, &format!(r#","parent":"s{n}""#)));
        file(&[("statements", format!("{parent},{children}"))])
    }),
    ("statements inside one", 5_000, |n| {
        let children =
            rows(n, |at| statement(at, "d", r#"{"exact":"One"}"#, &format!(r#","parent":"s{n}""#)));
        file(&[("statements", format!("{},{children}", statement(n, "d", r#"{"exact":"One two"}"#, "")))])
    }),
    ("statements, each inside the next", 1_000, |n| {
        let parent =
            |at: usize| if at + 1 < n { format!(r#","parent":"s{}""#, at + 1) } else { String::new() };
        file(&[("statements", rows(n, |at| statement(at, "d", r#"{"exact":"One"}"#, &parent(at))))])
    }),
    ("statements inside one of many spans", 1_000, |n| {
        let spans = rows(n, |at| format!(r#"{{"exact":"w{at}."}}"#));
        let children = rows(n, |at| {
            statement(at, "d", &format!(r#"{{"exact":"w{at}."}}"#), &format!(r#","parent":"s{n}""#))
        });
        file(&[
            ("documents", numbered(n)),
            ("statements", format!("{},{children}", statement(n, "d", &spans, ""))),
        ])
    }),
    ("statements over each other", 2_000, |n| {
        let exact = |at: usize| each(20, |more| format!("w{}. ", at + more));
        file(&[
            ("documents", numbered(n + 20)),
            ("statements", rows(n, |at| statement(at, "d", &format!(r#"{{"exact":"{}"}}"#, exact(at)), ""))),
        ])
    }),
    ("spans of a statement", 2_000, |n| {
        file(&[
            ("documents", numbered(n)),
            ("statements", statement(0, "d", &rows(n, |at| format!(r#"{{"exact":"w{at}."}}"#)), "")),
        ])
    }),
    ("spans over each other", 2_000, |n| {
        let span = |at: usize| format!(r#"{{"exact":"One two","start":{},"end":{}}}"#, at * 4, at * 4 + 7);
        file(&[
            ("documents", document("d", &"One two".repeat(n), "")),
            ("statements", statement(0, "d", &rows(n, span), "")),
        ])
    }),
    ("positions on an issue each", 2_000, |n| {
        let issues = rows(n, |at| format!(r#"{{"id":"i{at}","label":"I","proposition":"So."}}"#));
        let positions = rows(n, |at| format!(r#"{{"issue":"i{at}","stance":"supports"}}"#));
        file(&[
            ("issues", issues),
            (
                "statements",
                statement(0, "d", r#"{"exact":"One"}"#, &format!(r#","positions":[{positions}]"#)),
            ),
        ])
    }),
    ("positions on one issue", 2_000, |n| {
        let positions = rows(n, |_| r#"{"issue":"i","stance":"supports"}"#.to_owned());
        file(&[(
            "statements",
            statement(0, "d", r#"{"exact":"One"}"#, &format!(r#","positions":[{positions}]"#)),
        )])
    }),
    ("spans of a position in spans of a statement", 1_000, |n| {
        let spans = rows(n, |at| format!(r#"{{"exact":"w{at}."}}"#));
        let positions = format!(r#","positions":[{{"issue":"i","stance":"supports","spans":[{spans}]}}]"#);
        file(&[("documents", numbered(n)), ("statements", statement(0, "d", &spans, &positions))])
    }),
    ("conditions of a position", 1_000, |n| {
        let conditions = rows(n, |at| format!(r#"{{"exact":"w{at}.","label":"L"}}"#));
        let positions =
            format!(r#","positions":[{{"issue":"i","stance":"supports","condition":[{conditions}]}}]"#);
        file(&[
            ("documents", numbered(n)),
            ("statements", statement(0, "d", r#"{"exact":"w0."}"#, &positions)),
        ])
    }),
    ("statements about the one before", 2_000, |n| {
        let about = |at: usize| {
            at.checked_sub(1)
                .map(|before| format!(r#","about":{{"statement":"s{before}","relation":"withdraws"}}"#))
        };
        file(&[(
            "statements",
            rows(n, |at| statement(at, "d", r#"{"exact":"One"}"#, &about(at).unwrap_or_default())),
        )])
    }),
    ("statements about one of another body", 1_000, |n| {
        // Actors of even numbers are part of one another, those of odd ones of one another.
        let about = |at: usize| {
            at.checked_sub(1)
                .map(|before| format!(r#","about":{{"statement":"s{before}","relation":"withdraws"}}"#))
        };
        let said = |at: usize| {
            statement(at, "d", r#"{"exact":"One"}"#, &about(at).unwrap_or_default())
                .replace("\"a0\"", &format!("\"a{at}\""))
        };
        file(&[("actors", rows(n, |at| part_of(at, at + 2, n))), ("statements", rows(n, said))])
    }),
    ("statements about one of a body far above", 1_000, |n| {
        let about =
            |at: usize| at.checked_sub(1).map(|_| r#","about":{"statement":"s0","relation":"withdraws"}"#);
        let said = |at: usize| {
            statement(at, "d", r#"{"exact":"One"}"#, about(at).unwrap_or_default())
                .replace("\"a0\"", &format!("\"a{at}\""))
        };
        let branch = |at: usize| if at == 0 { part_of(0, n - 1, n) } else { part_of(at, at + 1, n) };
        file(&[("actors", rows(n, branch)), ("statements", rows(n, said))])
    }),
    ("parts of a text", 2_000, |n| {
        let parts = rows(n, |at| format!(r#"{{"role":"heading","exact":"w{at}."}}"#));
        file(&[("documents", numbered(n).replace("\"text\"", &format!(r#""structure":[{parts}],"text""#)))])
    }),
    ("pull quotes and statements", 1_000, |n| {
        let parts = rows(n, |at| format!(r#"{{"role":"pullquote","exact":"w{at}."}}"#));
        let documents = numbered(n + 1).replace("\"text\"", &format!(r#""structure":[{parts}],"text""#));
        let positions = r#","positions":[{"issue":"i","stance":"supports","condition":{"exact":"w0."}}]"#;
        file(&[
            ("documents", documents),
            ("statements", rows(n, |at| statement(at, "d", &format!(r#"{{"exact":"w{n}."}}"#), positions))),
        ])
    }),
    // Quotations.
    ("quotations in a text that grows with them", 2_000, |n| {
        quotations(n, |at| format!(r#"{{"exact":"{}"}}"#, phrase(at)))
    }),
    ("quotations with what stands around them", 2_000, |n| {
        quotations(n, |at| format!(r#"{{"exact":"and then","prefix":"{}, ","suffix":" "}}"#, phrase(at)))
    }),
    ("quotations with another prefix", 2_000, |n| {
        quotations(n, |_| r#"{"exact":"and then","prefix":"no such words "}"#.to_owned())
    }),
    ("quotations with right offsets", 2_000, |n| {
        quotations(n, |at| {
            format!(r#"{{"exact":"and then","start":{},"end":{}}}"#, at * 39 + 28, at * 39 + 36)
        })
    }),
    ("quotations with wrong offsets", 2_000, |n| {
        quotations(n, |at| format!(r#"{{"exact":"{}","start":1,"end":29}}"#, phrase(at)))
    }),
    ("quotations with wrong offsets of many places", 2_000, |n| {
        quotations(n, |_| r#"{"exact":"and then","start":1}"#.to_owned())
    }),
    ("quotations that are not there", 2_000, |n| {
        quotations(n, |at| format!(r#"{{"exact":"{}, no such words"}}"#, phrase(at)))
    }),
    ("quotations of a word that is there often", 2_000, |n| {
        quotations(n, |_| r#"{"exact":"and then"}"#.to_owned())
    }),
    ("quotations of equal letters in equal letters", 500, |n| {
        let exact = |at: usize| format!(r#"{{"exact":"{}"}}"#, "a".repeat(at % 100 + 1));
        file(&[
            ("documents", document("d", &"a".repeat(n * 100), "")),
            ("statements", rows(n, |at| statement(at, "d", &exact(at), ""))),
        ])
    }),
    ("one long quotation in equal letters", 250_000, |n| {
        let words = format!(r#"{{"exact":"{}"}}"#, "a".repeat(n * 6 / 100));
        file(&[
            ("documents", document("d", &"a".repeat(n), "")),
            ("statements", statement(0, "d", &words, "")),
        ])
    }),
    ("one long quotation of two letters by turns", 250_000, |n| {
        let words = format!(r#"{{"exact":"{}b"}}"#, "a".repeat(n * 6 / 100));
        file(&[
            ("documents", document("d", &"a".repeat(n), "")),
            ("statements", statement(0, "d", &words, "")),
        ])
    }),
    ("quotations of one letter more each", 100_000, |n| {
        // So many that together they are about as long as the text.
        let lengths = (2 * n).isqrt();
        let exact = |at: usize| format!(r#"{{"exact":"{}","suffix":"b"}}"#, "a".repeat(at));
        file(&[
            ("documents", document("d", &format!("{}b", "a".repeat(n)), "")),
            ("statements", rows(lengths, |at| statement(at, "d", &exact(at + 1), ""))),
        ])
    }),
    // Faults.
    ("faults", 50_000, |n| {
        file(&[("actors", actor(0, &format!(r#","aliases":[{}]"#, rows(n, |_| "\"\"".to_owned()))))])
    }),
    ("statements that cannot be placed", 10_000, |n| {
        file(&[("statements", rows(n, |at| statement(at, "d", r#"{"exact":"no such words"}"#, "")))])
    }),
    ("warnings", 10_000, |n| {
        file(&[("actors", format!("{},{}", actor(n, ""), rows(n, |at| actor(at, ""))))])
    }),
];

/// A file in which some lists, or members at its head, are these.
fn file(parts: &[(&str, String)]) -> String {
    let known = |name: &str, usual: &str| {
        parts.iter().find(|(part, _)| *part == name).map_or(usual.to_owned(), |(_, text)| text.clone())
    };
    let head =
        Some(known("head", "")).filter(|head| !head.is_empty()).map(|head| head + ",").unwrap_or_default();
    let lists = [
        ("actors", actor(0, "")),
        ("issues", r#"{"id":"i","label":"I","proposition":"It is so."}"#.to_owned()),
        ("documents", document("d", "One two.", "")),
        ("statements", String::new()),
    ];
    let lists = lists.map(|(name, usual)| format!(",\n\"{name}\":[{}]", known(name, &usual)));
    format!("{{\"standpoint\":1,{head}\"id\":\"c\",\"title\":\"C\",\"language\":\"en\"{}}}", lists.concat())
}

fn each(n: usize, one: impl Fn(usize) -> String) -> String {
    (0..n).map(one).collect()
}

fn rows(n: usize, one: impl Fn(usize) -> String) -> String {
    (0..n).map(one).collect::<Vec<_>>().join(",\n")
}

fn actor(at: usize, more: &str) -> String {
    format!(r#"{{"id":"a{at}","name":"A {at}","kind":"person"{more}}}"#)
}

fn part_of(at: usize, above: usize, n: usize) -> String {
    actor(at, &if above < n { format!(r#","part_of":"a{above}""#) } else { String::new() })
}

/// A tag for a number, each another.
fn tag(at: usize) -> String {
    format!("en-x-n{at}")
}

fn document(id: &str, text: &str, more: &str) -> String {
    format!(r#"{{"id":"{id}","title":"D","date":"2024","text":"{text}"{more}}}"#)
}

/// A document of so many words, each another.
fn numbered(n: usize) -> String {
    document("d", &each(n, |at| format!("w{at}. ")), "")
}

fn statement(at: usize, document: &str, spans: &str, more: &str) -> String {
    format!(
        r#"{{"id":"s{at}","document":"{document}","spans":[{spans}],"speaker":"a0","kind":"indirect"{more}}}"#
    )
}

fn words(letters: usize) -> String {
    "so they said it. ".repeat(letters / 17)
}

/// Twenty-six letters of which no two numbers have the same.
fn phrase(at: usize) -> String {
    format!("the words of number {at:06}")
}

/// A text of so many sentences, and as many statements.
fn quotations(n: usize, span: impl Fn(usize) -> String) -> String {
    let text = each(n, |at| format!("{}, and then \\n\\n", phrase(at)));
    file(&[
        ("documents", document("d", &text, "")),
        ("statements", rows(n, |at| statement(at, "d", &span(at), ""))),
    ])
}
