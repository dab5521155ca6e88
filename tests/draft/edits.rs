//! What each edit of the corpus' own data and of its rows changes, and that taking it back leaves nothing changed.

use crate::{difference, edit, ferry, problems};
use standpoint::draft::Draft;

/// An edit, and the lines of the file that it takes out and puts in.
pub type Row = (&'static str, &'static [&'static str]);

pub fn check(rows: &[Row]) {
    for (json, expected) in rows {
        let mut draft = ferry();
        let before = draft.file().to_json();
        draft.apply(edit(json)).unwrap_or_else(|refusal| panic!("{json}: {refusal}"));
        let after = draft.file().to_json();
        assert_eq!(difference(&before, &after), *expected, "{json}");
        assert_eq!(problems(&draft), Vec::<String>::new(), "{json}");
        draft.undo().unwrap();
        assert_eq!(draft.file().to_json(), before, "{json}");
        draft.redo().unwrap();
        assert_eq!(draft.file().to_json(), after, "{json}");
        // The history is kept with its edits and with what undoes them.
        let mut kept = Draft::from_json(&draft.to_json()).unwrap();
        assert_eq!(kept, draft);
        assert_eq!(kept.undo().unwrap().edit(), &edit(json));
        assert_eq!(kept.file().to_json(), before, "{json}");
    }
}

#[test]
fn a_field_of_the_corpus_is_set() {
    check(&[
        (
            r#"{"set-corpus": {"title": "Ferries"}}"#,
            &[r#"- "title": "The ferry","#, r#"+ "title": "Ferries","#],
        ),
        (r#"{"set-corpus": {"summary": "About a ferry."}}"#, &[r#"+ "summary": "About a ferry.","#]),
        (r#"{"set-corpus": {"language": "de"}}"#, &[r#"- "language": "en","#, r#"+ "language": "de","#]),
        (r#"{"set-corpus": {"version": "2"}}"#, &[r#"+ "version": "2","#]),
        (r#"{"set-corpus": {"updated": "2031-06"}}"#, &[r#"+ "updated": "2031-06","#]),
        (
            r#"{"set-corpus": {"contact": "mailto:a@example.org"}}"#,
            &[r#"+ "contact": "mailto:a@example.org","#],
        ),
        (r#"{"set-corpus": {"license": "CC0-1.0"}}"#, &[r#"+ "license": "CC0-1.0","#]),
        (
            r#"{"set-corpus": {"method": "Coded by hand.\n\nTwice."}}"#,
            &[r#"+ "method": "Coded by hand.\n\nTwice.","#],
        ),
        (
            r#"{"set-corpus": {"id": {"id": "ferries", "keeps_former": false}}}"#,
            &[r#"- "id": "ferry","#, r#"+ "id": "ferries","#],
        ),
        (
            r#"{"set-corpus": {"id": {"id": "ferries", "keeps_former": true}}}"#,
            &[r#"- "id": "ferry","#, r#"+ "id": "ferries","#, r#"+ "former_ids": ["ferry"],"#],
        ),
    ]);
}

#[test]
fn rows_are_added_set_moved_and_removed() {
    check(&[
        (
            r#"{"add": {"row": {"coder": {"id": "max", "name": "Max"}}, "at": null}}"#,
            &[
                r#"- { "id": "lee", "name": "Lee" }"#,
                r#"+ { "id": "lee", "name": "Lee" },"#,
                r#"+ { "id": "max", "name": "Max" }"#,
            ],
        ),
        (
            r#"{"set-coder": {"coder": "lee", "name": "Lee Ann"}}"#,
            &[r#"- { "id": "lee", "name": "Lee" }"#, r#"+ { "id": "lee", "name": "Lee Ann" }"#],
        ),
        (
            r#"{"remove": {"list": "coders", "id": "lee"}}"#,
            &[
                r#"- { "id": "kim", "name": "Kim" },"#,
                r#"- { "id": "lee", "name": "Lee" }"#,
                r#"+ { "id": "kim", "name": "Kim" }"#,
            ],
        ),
        (
            r#"{"add": {"row": {"actor": {"id": "port", "name": "Port", "kind": "office", "part_of": "town"}}, "at": 0}}"#,
            &[
                r#"+ "id": "port","#,
                r#"+ "name": "Port","#,
                r#"+ "kind": "office","#,
                r#"+ "part_of": "town""#,
            ],
        ),
        (
            r#"{"set-actor": {"actor": "guild", "to": {"name": "Guild of Ferries"}}}"#,
            &[r#"- "name": "Ferry Guild","#, r#"+ "name": "Guild of Ferries","#],
        ),
        (
            r#"{"set-actor": {"actor": "guild", "to": {"kind": "collective"}}}"#,
            &[r#"- "kind": "organisation""#, r#"+ "kind": "collective""#],
        ),
        (
            r#"{"set-actor": {"actor": "guild", "to": {"aliases": ["the guild", "they"]}}}"#,
            &[
                r#"- "kind": "organisation""#,
                r#"+ "kind": "organisation","#,
                r#"+ "aliases": ["the guild", "they"]"#,
            ],
        ),
        (
            r#"{"set-actor": {"actor": "guild", "to": {"roles": [{"title": "Carrier", "of": "town", "from": "2030", "to": ".."}]}}}"#,
            &[
                r#"- "kind": "organisation""#,
                r#"+ "kind": "organisation","#,
                r#"+ "roles": ["#,
                r#"+ { "title": "Carrier", "of": "town", "from": "2030", "to": ".." }"#,
            ],
        ),
        (
            r#"{"set-actor": {"actor": "guild", "to": {"part-of": "town"}}}"#,
            &[r#"- "kind": "organisation""#, r#"+ "kind": "organisation","#, r#"+ "part_of": "town""#],
        ),
        (
            r#"{"set-actor": {"actor": "council", "to": {"part-of": null}}}"#,
            &[r#"- "kind": "organisation","#, r#"- "part_of": "town""#, r#"+ "kind": "organisation""#],
        ),
        (
            r#"{"set-actor": {"actor": "guild", "to": {"names": {"fr": "Guilde"}}}}"#,
            &[
                r#"- "kind": "organisation""#,
                r#"+ "kind": "organisation","#,
                r#"+ "names": { "fr": "Guilde" }"#,
            ],
        ),
        (
            r#"{"set-actor": {"actor": "guild", "to": {"note": "Since 2012."}}}"#,
            &[r#"- "kind": "organisation""#, r#"+ "kind": "organisation","#, r#"+ "note": "Since 2012.""#],
        ),
        (
            r#"{"add": {"row": {"issue": {"id": "bridge", "label": "A bridge", "proposition": "There should be a bridge."}}, "at": null}}"#,
            &[
                r#"+ "id": "bridge","#,
                r#"+ "label": "A bridge","#,
                r#"+ "proposition": "There should be a bridge.""#,
            ],
        ),
        (
            r#"{"set-issue": {"issue": "fee", "to": {"label": "Fee"}}}"#,
            &[r#"- "label": "A fee","#, r#"+ "label": "Fee","#],
        ),
        (
            r#"{"set-issue": {"issue": "fee", "to": {"proposition": "A fee should be paid."}}}"#,
            &[r#"- "proposition": "There should be a fee.""#, r#"+ "proposition": "A fee should be paid.""#],
        ),
        (
            r#"{"set-issue": {"issue": "fee", "to": {"kind": "policy"}}}"#,
            &[
                r#"- "proposition": "There should be a fee.""#,
                r#"+ "proposition": "There should be a fee.","#,
                r#"+ "type": "policy""#,
            ],
        ),
        (
            r#"{"move": {"row": {"list": "issues", "id": "fee"}, "to": 0}}"#,
            &[
                r#"- "id": "toll","#,
                r#"- "label": "A toll","#,
                r#"- "proposition": "There should be a toll.""#,
                r#"+ "id": "toll","#,
                r#"+ "label": "A toll","#,
                r#"+ "proposition": "There should be a toll.""#,
            ],
        ),
        (
            r#"{"add": {"row": {"document": {"id": "note", "title": "Note", "date": "2032", "text": "Short."}}, "at": 1}}"#,
            &[r#"+ "id": "note","#, r#"+ "title": "Note","#, r#"+ "date": "2032","#, r#"+ "text": "Short.""#],
        ),
        (
            r#"{"move": {"row": {"list": "documents", "id": "report"}, "to": 1}}"#,
            &[
                r#"+ "id": "letter","#,
                r#"+ "title": "Letter","#,
                r#"+ "date": "2031","#,
                r#"+ "text": "The guild wrote: “We want no toll, as Ada Brandt said. We want a ferry.”""#,
                r#"- "id": "letter","#,
                r#"- "title": "Letter","#,
                r#"- "date": "2031","#,
                r#"- "text": "The guild wrote: “We want no toll, as Ada Brandt said. We want a ferry.”""#,
            ],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"title": "A letter"}}}"#,
            &[r#"- "title": "Letter","#, r#"+ "title": "A letter","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"date": "2031-04"}}}"#,
            &[r#"- "date": "2031","#, r#"+ "date": "2031-04","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"language": "en-GB"}}}"#,
            &[r#"+ "language": "en-GB","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"publisher": "Guild"}}}"#,
            &[r#"+ "publisher": "Guild","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"author": "N. N."}}}"#,
            &[r#"+ "author": "N. N.","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"url": "https://example.org/a"}}}"#,
            &[r#"+ "url": "https://example.org/a","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"archived": "https://example.org/b"}}}"#,
            &[r#"+ "archived": "https://example.org/b","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"license": "CC0-1.0"}}}"#,
            &[r#"+ "license": "CC0-1.0","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"sha256": "b9bb8cbd188dea145653b66db386e77fb1d4e29c79813f791ffe99430c770bf8"}}}"#,
            &[r#"+ "sha256": "b9bb8cbd188dea145653b66db386e77fb1d4e29c79813f791ffe99430c770bf8","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"note": "By hand."}}}"#,
            &[r#"+ "note": "By hand.","#],
        ),
        (
            r#"{"set-document": {"document": "letter", "to": {"structure": [{"role": "heading", "exact": "The guild wrote"}]}}}"#,
            &[
                r#"- "text": "The guild wrote: “We want no toll, as Ada Brandt said. We want a ferry.”""#,
                r#"+ "text": "The guild wrote: “We want no toll, as Ada Brandt said. We want a ferry.”","#,
                r#"+ "structure": ["#,
                r#"+ { "role": "heading", "exact": "The guild wrote" }"#,
            ],
        ),
        (
            r#"{"remove": {"list": "statements", "id": "s2"}}"#,
            &[
                r#"- "id": "s2","#,
                r#"- "document": "report","#,
                r#"- "spans": ["#,
                r#"- { "exact": "Never," }"#,
                r#"- "kind": "direct","#,
                r#"- "speaker": "guild""#,
            ],
        ),
        (
            r#"{"many": [{"remove": {"list": "statements", "id": "s5"}}, {"remove": {"list": "statements", "id": "s4"}}, {"remove": {"list": "documents", "id": "letter"}}]}"#,
            &[
                r#"- "id": "letter","#,
                r#"- "title": "Letter","#,
                r#"- "date": "2031","#,
                r#"- "text": "The guild wrote: “We want no toll, as Ada Brandt said. We want a ferry.”""#,
                r#"- "id": "s4","#,
                r#"- "document": "letter","#,
                r#"- "spans": ["#,
                r#"- { "exact": "We want no toll, as Ada Brandt said. We want a ferry." }"#,
                r#"- "kind": "direct","#,
                r#"- "speaker": ["guild", "ada"]"#,
                r#"- "id": "s5","#,
                r#"- "document": "letter","#,
                r#"- "spans": ["#,
                r#"- { "exact": "no toll" }"#,
                r#"- "kind": "direct","#,
                r#"- "speaker": "ada","#,
                r#"- "parent": "s4","#,
                r#"- "about": { "statement": "s1", "relation": "repeats" }"#,
            ],
        ),
    ]);
}
