//! What each edit of statements changes, and what it means for them that ids are renamed and rows merged.

use crate::edited;
use crate::edits::check;

#[test]
fn a_new_statement_stands_where_its_words_stand() {
    check(&[
        (
            r#"{"add": {"row": {"statement": {"id": "s6", "document": "report", "spans": [{"exact": "the mayor smiled"}], "kind": "indirect", "speaker": "@document"}}, "at": null}}"#,
            &[
                r#"+ "id": "s6","#,
                r#"+ "document": "report","#,
                r#"+ "spans": ["#,
                r#"+ { "exact": "the mayor smiled" }"#,
                r#"+ "kind": "indirect","#,
                r#"+ "speaker": "@document""#,
            ],
        ),
        (
            r#"{"add": {"row": {"statement": {"id": "s6", "document": "report", "spans": [{"exact": "From"}], "kind": "indirect", "speaker": null}}, "at": null}}"#,
            &[
                r#"+ "id": "s6","#,
                r#"+ "document": "report","#,
                r#"+ "spans": ["#,
                r#"+ { "exact": "From" }"#,
                r#"+ "kind": "indirect","#,
                r#"+ "speaker": null"#,
            ],
        ),
        (
            r#"{"add": {"row": {"statement": {"id": "s6", "document": "letter", "spans": [{"exact": "The guild wrote"}], "kind": "indirect", "speaker": null}}, "at": null}}"#,
            &[
                r#"+ "id": "s6","#,
                r#"+ "document": "letter","#,
                r#"+ "spans": ["#,
                r#"+ { "exact": "The guild wrote" }"#,
                r#"+ "kind": "indirect","#,
                r#"+ "speaker": null"#,
            ],
        ),
        (
            r#"{"add": {"row": {"statement": {"id": "s6", "document": "report", "spans": [{"exact": "No toll"}], "kind": "direct", "speaker": "ada"}}, "at": null}}"#,
            &[
                r#"+ "id": "s6","#,
                r#"+ "document": "report","#,
                r#"+ "spans": ["#,
                r#"+ { "exact": "No toll" }"#,
                r#"+ "kind": "direct","#,
                r#"+ "speaker": "ada""#,
            ],
        ),
        (
            r#"{"many": [{"add": {"row": {"document": {"id": "note", "title": "Note", "date": "2032", "text": "Short."}}, "at": 0}}, {"add": {"row": {"statement": {"id": "s6", "document": "note", "spans": [{"exact": "Short."}], "kind": "direct", "speaker": null}}, "at": null}}]}"#,
            &[
                r#"+ "id": "note","#,
                r#"+ "title": "Note","#,
                r#"+ "date": "2032","#,
                r#"+ "text": "Short.""#,
                r#"+ "id": "s6","#,
                r#"+ "document": "note","#,
                r#"+ "spans": ["#,
                r#"+ { "exact": "Short." }"#,
                r#"+ "kind": "direct","#,
                r#"+ "speaker": null"#,
            ],
        ),
    ]);
}

#[test]
fn statements_stand_in_reading_order_whatever_the_order_in_which_they_were_made() {
    let new = |id: &str, document: &str, words: &str| {
        let spans = format!(r#"[{{"exact": "{words}"}}]"#);
        format!(
            r#"{{"add": {{"row": {{"statement": {{"id": "{id}", "document": "{document}", "spans": {spans},
            "kind": "direct", "speaker": null}}}}, "at": null}}}}"#
        )
    };
    let edits = [
        new("x", "report", "the mayor smiled"),
        new("y", "letter", "The guild wrote"),
        new("z", "report", "No toll,” said Ada"),
        new("lost", "report", "Nobody wrote this"),
    ];
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
        let edits: Vec<&str> = order.iter().map(|at| edits[*at].as_str()).collect();
        let draft = edited(&edits);
        let ids: Vec<&str> =
            draft.file().statements.iter().map(|statement| statement.id.0.as_str()).collect();
        assert_eq!(ids, ["z", "s1", "s2", "x", "s3", "lost", "y", "s4", "s5"]);
    }
}

#[test]
fn a_field_of_statements_is_set() {
    check(&[
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"kind": "indirect"}}}"#,
            &[r#"- "kind": "direct","#, r#"+ "kind": "indirect","#],
        ),
        (
            r#"{"set-statements": {"statements": ["s1", "s2", "s4"], "to": {"act": "demands"}}}"#,
            &[r#"+ "act": "demands","#, r#"+ "act": "demands","#, r#"+ "act": "demands","#],
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"speaker": ["ada", "guild"]}}}"#,
            &[r#"- "speaker": "ada","#, r#"+ "speaker": ["ada", "guild"],"#],
        ),
        (
            r#"{"set-statements": {"statements": ["s2"], "to": {"speaker": null}}}"#,
            &[r#"- "speaker": "guild""#, r#"+ "speaker": null"#],
        ),
        (
            r#"{"set-statements": {"statements": ["s3"], "to": {"speaker": "@document"}}}"#,
            &[r#"- "speaker": "mayor","#, r#"+ "speaker": "@document","#],
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"on-behalf-of": "town"}}}"#,
            &[r#"+ "on_behalf_of": "town","#],
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"via": [{"actor": "guild", "cue": {"exact": "answered"}}]}}}"#,
            &[r#"+ "via": ["#, r#"+ { "actor": "guild", "cue": { "exact": "answered" } }"#],
        ),
        (
            r#"{"set-statements": {"statements": ["s3"], "to": {"addressees": []}}}"#,
            &[r#"- "addressees": ["guild", "council"],"#],
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"occasion": "a meeting"}}}"#,
            &[r#"+ "occasion": "a meeting","#],
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"cue": null}}}"#,
            &[r#"- "cue": { "exact": "said Ada Brandt" },"#],
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"date": "2031-05-02"}}}"#,
            &[r#"+ "date": "2031-05-02","#],
        ),
        (r#"{"set-statements": {"statements": ["s5"], "to": {"parent": null}}}"#, &[r#"- "parent": "s4","#]),
        (
            r#"{"set-statements": {"statements": ["s5"], "to": {"about": {"statement": "s1", "relation": "corrects"}}}}"#,
            &[
                r#"- "about": { "statement": "s1", "relation": "repeats" }"#,
                r#"+ "about": { "statement": "s1", "relation": "corrects" }"#,
            ],
        ),
        (
            r#"{"set-statements": {"statements": ["s1"], "to": {"confidence": "low"}}}"#,
            &[r#"+ "confidence": "low""#],
        ),
        (r#"{"set-statements": {"statements": ["s1"], "to": {"note": "Loud."}}}"#, &[r#"+ "note": "Loud.""#]),
    ]);
}

#[test]
fn spans_and_positions_are_added_set_and_removed() {
    check(&[
        (
            r#"{"add-span": {"statement": "s2", "span": {"exact": "No toll"}}}"#,
            &[r#"+ { "exact": "No toll" },"#],
        ),
        (
            r#"{"add-span": {"statement": "s2", "span": {"exact": "the mayor smiled"}}}"#,
            &[
                r#"- { "exact": "Never," }"#,
                r#"+ { "exact": "Never," },"#,
                r#"+ { "exact": "the mayor smiled" }"#,
            ],
        ),
        (
            r#"{"set-span": {"statement": "s2", "at": 0, "span": {"exact": "Never", "suffix": ","}}}"#,
            &[r#"- { "exact": "Never," }"#, r#"+ { "exact": "Never", "suffix": "," }"#],
        ),
        (
            r#"{"many": [{"add-span": {"statement": "s2", "span": {"exact": "No toll"}}}, {"remove-span": {"statement": "s2", "at": 1}}]}"#,
            &[r#"- { "exact": "Never," }"#, r#"+ { "exact": "No toll" }"#],
        ),
        (
            r#"{"many": [{"add-span": {"statement": "s2", "span": {"exact": "No toll", "quoted": false}}}, {"set-statements": {"statements": ["s2"], "to": {"kind": "mixed"}}}]}"#,
            &[
                r#"- { "exact": "Never," }"#,
                r#"+ { "exact": "No toll", "quoted": false },"#,
                r#"+ { "exact": "Never,", "quoted": true }"#,
                r#"- "kind": "direct","#,
                r#"+ "kind": "mixed","#,
            ],
        ),
        (
            r#"{"many": [{"add-span": {"statement": "s2", "span": {"exact": "No toll", "quoted": false}}}, {"set-statements": {"statements": ["s2"], "to": {"kind": "mixed"}}}, {"set-statements": {"statements": ["s2"], "to": {"kind": "indirect"}}}]}"#,
            &[
                r#"+ { "exact": "No toll", "quoted": false },"#,
                r#"- "kind": "direct","#,
                r#"+ "kind": "indirect","#,
            ],
        ),
        (
            r#"{"add-position": {"statement": "s2", "position": {"issue": "toll", "stance": "opposes", "coder": "lee"}}}"#,
            &[
                r#"- "speaker": "guild""#,
                r#"+ "speaker": "guild","#,
                r#"+ "positions": ["#,
                r#"+ "issue": "toll","#,
                r#"+ "stance": "opposes","#,
                r#"+ "coder": "lee""#,
            ],
        ),
        (
            r#"{"set-position": {"statement": "s1", "at": 0, "position": {"issue": "toll", "stance": "supports", "condition": {"exact": "No"}}}}"#,
            &[
                r#"- "stance": "opposes","#,
                r#"- "coder": "kim""#,
                r#"+ "stance": "supports","#,
                r#"+ "condition": { "exact": "No" }"#,
            ],
        ),
        (
            r#"{"remove-position": {"statement": "s3", "at": 0}}"#,
            &[r#"- "issue": "fee","#, r#"- "stance": "opposes","#, r#"- "coder": "kim""#],
        ),
    ]);
}

#[test]
fn an_id_is_renamed_wherever_it_stands() {
    check(&[
        (
            r#"{"rename": {"row": {"list": "coders", "id": "kim"}, "to": "kb", "keeps_former": false}}"#,
            &[
                r#"- { "id": "kim", "name": "Kim" },"#,
                r#"+ { "id": "kb", "name": "Kim" },"#,
                r#"- "coder": "kim""#,
                r#"+ "coder": "kb""#,
                r#"- "coder": "kim""#,
                r#"+ "coder": "kb""#,
                r#"- "coder": "kim""#,
                r#"+ "coder": "kb""#,
            ],
        ),
        (
            r#"{"rename": {"row": {"list": "actors", "id": "town"}, "to": "olm", "keeps_former": true}}"#,
            &[
                r#"- { "title": "Mayor", "of": "town" }"#,
                r#"+ { "title": "Mayor", "of": "olm" }"#,
                r#"- "id": "town","#,
                r#"+ "id": "olm","#,
                r#"- "kind": "state""#,
                r#"+ "kind": "state","#,
                r#"+ "former_ids": ["town"]"#,
                r#"- "part_of": "town""#,
                r#"+ "part_of": "olm""#,
            ],
        ),
        (
            r#"{"rename": {"row": {"list": "actors", "id": "guild"}, "to": "ferrymen", "keeps_former": false}}"#,
            &[
                r#"- "id": "guild","#,
                r#"+ "id": "ferrymen","#,
                r#"- "speaker": "guild""#,
                r#"+ "speaker": "ferrymen""#,
                r#"- "addressees": ["guild", "council"],"#,
                r#"+ "addressees": ["ferrymen", "council"],"#,
                r#"- "speaker": ["guild", "ada"]"#,
                r#"+ "speaker": ["ferrymen", "ada"]"#,
            ],
        ),
        (
            r#"{"rename": {"row": {"list": "issues", "id": "toll"}, "to": "charge", "keeps_former": true}}"#,
            &[
                r#"- "id": "toll","#,
                r#"+ "id": "charge","#,
                r#"- "proposition": "There should be a toll.""#,
                r#"+ "proposition": "There should be a toll.","#,
                r#"+ "former_ids": ["toll"]"#,
                r#"- "issue": "toll","#,
                r#"+ "issue": "charge","#,
                r#"- "issue": "toll","#,
                r#"+ "issue": "charge","#,
            ],
        ),
        (
            r#"{"rename": {"row": {"list": "documents", "id": "letter"}, "to": "letter-1", "keeps_former": true}}"#,
            &[
                r#"- "id": "letter","#,
                r#"+ "id": "letter-1","#,
                r#"+ "former_ids": ["letter"],"#,
                r#"- "document": "letter","#,
                r#"+ "document": "letter-1","#,
                r#"- "document": "letter","#,
                r#"+ "document": "letter-1","#,
            ],
        ),
        (
            r#"{"rename": {"row": {"list": "statements", "id": "s1"}, "to": "first", "keeps_former": true}}"#,
            &[
                r#"- "id": "s1","#,
                r#"+ "id": "first","#,
                r#"+ "former_ids": ["s1"],"#,
                r#"- "about": { "statement": "s1", "relation": "repeats" }"#,
                r#"+ "about": { "statement": "first", "relation": "repeats" }"#,
            ],
        ),
        (
            r#"{"rename": {"row": {"list": "statements", "id": "s4"}, "to": "outer", "keeps_former": false}}"#,
            &[r#"- "id": "s4","#, r#"+ "id": "outer","#, r#"- "parent": "s4","#, r#"+ "parent": "outer","#],
        ),
        (
            r#"{"many": [{"rename": {"row": {"list": "issues", "id": "fee"}, "to": "levy", "keeps_former": true}}, {"rename": {"row": {"list": "issues", "id": "levy"}, "to": "fee", "keeps_former": false}}]}"#,
            &[],
        ),
    ]);
}

#[test]
fn two_rows_become_one_and_one_becomes_two() {
    check(&[
        (
            r#"{"merge-actors": {"from": "mayor", "into": "ada"}}"#,
            &[
                r#"- "aliases": ["the mayor"],"#,
                r#"+ "aliases": ["the mayor", "Mayor of Olm"],"#,
                r#"+ "part_of": "council","#,
                r#"+ "names": { "fr": "la maire" },"#,
                r#"+ "former_ids": ["mayor"],"#,
                r#"+ "note": "Perhaps Ada Brandt.""#,
                r#"- "id": "mayor","#,
                r#"- "name": "Mayor of Olm","#,
                r#"- "kind": "office","#,
                r#"- "part_of": "council","#,
                r#"- "names": { "fr": "la maire" },"#,
                r#"- "note": "Perhaps Ada Brandt.""#,
                r#"- "speaker": "mayor","#,
                r#"+ "speaker": "ada","#,
            ],
        ),
        (
            r#"{"merge-actors": {"from": "ada", "into": "guild"}}"#,
            &[
                r#"- "id": "ada","#,
                r#"- "name": "Ada Brandt","#,
                r#"- "kind": "person","#,
                r#"- "aliases": ["the mayor"],"#,
                r#"- "roles": ["#,
                r#"- { "title": "Mayor", "of": "town" }"#,
                r#"- "kind": "organisation""#,
                r#"+ "kind": "organisation","#,
                r#"+ "aliases": ["Ada Brandt", "the mayor"],"#,
                r#"+ "roles": ["#,
                r#"+ { "title": "Mayor", "of": "town" }"#,
                r#"+ "former_ids": ["ada"]"#,
                r#"- "speaker": "ada","#,
                r#"+ "speaker": "guild","#,
                r#"- "speaker": ["guild", "ada"]"#,
                r#"+ "speaker": "guild""#,
                r#"- "speaker": "ada","#,
                r#"+ "speaker": "guild","#,
            ],
        ),
        (
            r#"{"merge-actors": {"from": "council", "into": "town"}}"#,
            &[
                r#"- "kind": "state""#,
                r#"- "id": "council","#,
                r#"- "name": "Council of Olm","#,
                r#"- "kind": "organisation","#,
                r#"- "part_of": "town""#,
                r#"+ "kind": "state","#,
                r#"+ "aliases": ["Council of Olm"],"#,
                r#"+ "former_ids": ["council"]"#,
                r#"- "part_of": "council","#,
                r#"+ "part_of": "town","#,
                r#"- "addressees": ["guild", "council"],"#,
                r#"+ "addressees": ["guild", "town"],"#,
            ],
        ),
        (
            r#"{"merge-issues": {"from": "fee", "into": "toll"}}"#,
            &[
                r#"- "proposition": "There should be a toll.""#,
                r#"- "id": "fee","#,
                r#"- "label": "A fee","#,
                r#"- "proposition": "There should be a fee.""#,
                r#"+ "proposition": "There should be a toll.","#,
                r#"+ "former_ids": ["fee"]"#,
                r#"- "issue": "fee","#,
                r#"- "stance": "opposes","#,
                r#"- "coder": "kim""#,
            ],
        ),
        (
            r#"{"split-actor": {"from": "ada", "new": {"id": "brandt", "name": "Another Brandt", "kind": "person"}, "statements": ["s4"]}}"#,
            &[
                r#"+ "id": "brandt","#,
                r#"+ "name": "Another Brandt","#,
                r#"+ "kind": "person""#,
                r#"- "speaker": ["guild", "ada"]"#,
                r#"+ "speaker": ["guild", "brandt"]"#,
            ],
        ),
        (
            r#"{"split-issue": {"from": "toll", "new": {"id": "toll-2", "label": "A toll later", "proposition": "There should be a toll later."}, "statements": ["s3"]}}"#,
            &[
                r#"+ "id": "toll-2","#,
                r#"+ "label": "A toll later","#,
                r#"+ "proposition": "There should be a toll later.""#,
                r#"- "issue": "toll","#,
                r#"+ "issue": "toll-2","#,
            ],
        ),
    ]);
}
