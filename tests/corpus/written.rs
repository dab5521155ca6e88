//! A file as it is saved: every fact is read back, keys stand in one order, and a changed fact changes its own lines.

use crate::EVERY_KEY;
use crate::schema::used_keys;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::Value;
use standpoint::corpus::raw::{
    About, Actor, Coder, DateText, Document, IdText, Issue, Names, OneOrMore, Part, Position, QuotedWords,
    Relay, Role, Speaker, Statement, TextSelector, Token, UntilText,
};
use standpoint::corpus::{
    Act, ActorKind, Confidence, Corpus, IssueKind, Kind, PartRole, Relation, Stance, raw,
};
use std::collections::BTreeSet;

fn read(file: &str) -> raw::Corpus {
    raw::Corpus::read(file.as_bytes()).unwrap()
}

#[test]
fn a_file_with_every_key_is_read_back_with_every_key() {
    let raw = read(EVERY_KEY);
    let written = raw.to_json();
    assert_eq!(read(&written), raw);
    assert_eq!(read(&written).to_json(), written);
    let keys = |file: &str| {
        let mut keys = BTreeSet::new();
        used_keys(&serde_json::from_str(file).unwrap(), "", &mut keys);
        keys
    };
    assert_eq!(keys(&written), keys(EVERY_KEY));
}

#[test]
fn a_corpus_that_is_saved_says_what_it_said() {
    for file in [include_bytes!("../../corpus/nato-2021.json").as_slice(), EVERY_KEY.as_bytes()] {
        let raw = raw::Corpus::read(file).unwrap();
        let saved = Corpus::read(raw.to_json().as_bytes()).unwrap();
        assert_eq!(saved.corpus, Corpus::read(file).unwrap().corpus);
        assert!(saved.orphans.is_empty());
    }
}

/// One object of each kind with all its keys, out of order, with values that mean the same as absent.
const SHUFFLED: &str = r#"{
"statements": [{"note": "n", "confidence": "low", "positions": [
  {"confidence": "high", "coder": "k", "rationale": "r", "hedged": true, "terms": {"exact": "A"}, "holder": "a",
   "condition": [{"label": "l", "end": 1, "start": 0, "suffix": " ", "prefix": "", "exact": "A"}], "spans": [{"exact": "A"}],
   "stance": "open", "issue": "i"},
  {"issue": "j", "stance": "none", "holder": ["a", "b"], "hedged": false, "terms": [], "condition": null, "coder": null}],
  "about": {"relation": "repeats", "statement": "s2"}, "parent": "s3", "date": "2024", "cue": {"exact": "says"},
  "occasion": "o", "addressees": ["a"], "via": [{"cue": {"exact": "x"}, "actor": "b"}, {}], "on_behalf_of": "b",
  "speaker": ["a"], "act": "asks", "kind": "mixed",
  "spans": [{"quoted": false, "lang": "en", "end": 1, "start": 0, "suffix": " ", "prefix": "p", "exact": "A"}],
  "document": "d", "former_ids": ["s0"], "id": "s1"},
  {"id": "s2", "document": "d", "spans": [], "kind": "direct", "speaker": null}],
"documents": [{"structure": [{"end": 1, "start": 0, "suffix": " ", "prefix": "", "exact": "A", "role": "heading"}],
  "text": "A “text”\n\nsays", "note": "n", "sha256": "0", "license": "l", "archived": "w", "url": "u", "author": "x",
  "publisher": "p", "language": "en", "date": "2024", "title": "T", "former_ids": [], "id": "d"}],
"issues": [{"former_ids": ["h"], "type": "claim", "proposition": "P.", "label": "L", "id": "i"}],
"actors": [{"note": "n", "former_ids": ["z"], "names": {"uk": "А", "de": "B"}, "part_of": "b",
  "roles": [{"attested": "2024-01-02", "to": "..", "from": "2023", "of": "b", "title": "R"}], "aliases": ["x", "y"],
  "kind": "person", "name": "A", "id": "a"}],
"coders": [{"name": "K", "id": "k"}],
"method": "m", "license": null, "contact": "mailto:a@b.example", "updated": "2024", "version": "1",
"language": "en", "summary": "", "title": "T", "former_ids": ["b"], "id": "c", "standpoint": 1, "$schema": "x"}"#;

const IN_ORDER: &str = r#"{
  "$schema": "x",
  "standpoint": 1,
  "id": "c",
  "former_ids": ["b"],
  "title": "T",
  "language": "en",
  "version": "1",
  "updated": "2024",
  "contact": "mailto:a@b.example",
  "method": "m",
  "coders": [
    { "id": "k", "name": "K" }
  ],
  "actors": [
    {
      "id": "a",
      "name": "A",
      "kind": "person",
      "aliases": ["x", "y"],
      "roles": [
        { "title": "R", "of": "b", "from": "2023", "to": "..", "attested": "2024-01-02" }
      ],
      "part_of": "b",
      "names": { "uk": "А", "de": "B" },
      "former_ids": ["z"],
      "note": "n"
    }
  ],
  "issues": [
    {
      "id": "i",
      "label": "L",
      "proposition": "P.",
      "type": "claim",
      "former_ids": ["h"]
    }
  ],
  "documents": [
    {
      "id": "d",
      "title": "T",
      "date": "2024",
      "language": "en",
      "publisher": "p",
      "author": "x",
      "url": "u",
      "archived": "w",
      "license": "l",
      "sha256": "0",
      "note": "n",
      "text": "A “text”\n\nsays",
      "structure": [
        { "role": "heading", "exact": "A", "suffix": " ", "start": 0, "end": 1 }
      ]
    }
  ],
  "statements": [
    {
      "id": "s1",
      "former_ids": ["s0"],
      "document": "d",
      "spans": [
        { "exact": "A", "prefix": "p", "suffix": " ", "start": 0, "end": 1, "lang": "en", "quoted": false }
      ],
      "kind": "mixed",
      "act": "asks",
      "speaker": "a",
      "on_behalf_of": "b",
      "via": [
        { "actor": "b", "cue": { "exact": "x" } },
        {}
      ],
      "addressees": ["a"],
      "occasion": "o",
      "cue": { "exact": "says" },
      "date": "2024",
      "parent": "s3",
      "about": { "statement": "s2", "relation": "repeats" },
      "positions": [
        {
          "issue": "i",
          "stance": "open",
          "holder": "a",
          "spans": [
            { "exact": "A" }
          ],
          "condition": [
            { "exact": "A", "suffix": " ", "start": 0, "end": 1, "label": "l" }
          ],
          "terms": { "exact": "A" },
          "hedged": true,
          "rationale": "r",
          "coder": "k",
          "confidence": "high"
        },
        {
          "issue": "j",
          "stance": "none",
          "holder": ["a", "b"]
        }
      ],
      "confidence": "low",
      "note": "n"
    },
    {
      "id": "s2",
      "document": "d",
      "spans": [],
      "kind": "direct",
      "speaker": null
    }
  ]
}
"#;

#[test]
fn keys_stand_in_the_order_of_the_format_and_what_means_absent_is_left_out() {
    assert_eq!(read(SHUFFLED).to_json(), IN_ORDER);
}

/// Changes one fact of a file.
type Change = fn(&mut raw::Corpus);

#[test]
fn a_changed_fact_changes_its_own_lines() {
    let before = read(SHUFFLED).to_json();
    let rows: [(Change, &[&str], &[&str]); 5] = [
        (|raw| raw.title = "U".into(), &[r#""title": "T","#], &[r#""title": "U","#]),
        (
            |raw| raw.statements[0].cue.as_mut().unwrap().exact = "A “t".into(),
            &[r#""cue": { "exact": "says" },"#],
            &[r#""cue": { "exact": "A “t" },"#],
        ),
        (|raw| raw.statements[0].act = None, &[r#""act": "asks","#], &[]),
        (|raw| raw.actors[0].aliases.clear(), &[r#""aliases": ["x", "y"],"#], &[]),
        (|raw| raw.statements[0].via.push(Relay::default()), &[], &["{},"]),
    ];
    for (change, lost, gained) in rows {
        let mut raw = read(SHUFFLED);
        change(&mut raw);
        let after = raw.to_json();
        let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
        let front = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let longest = old.len().min(new.len()) - front;
        let back = old.iter().rev().zip(new.iter().rev()).take(longest).take_while(|(a, b)| a == b).count();
        let part = |lines: &[&str]| -> Vec<String> {
            lines[front..lines.len() - back].iter().map(|line| line.trim().to_owned()).collect()
        };
        assert_eq!((part(&old), part(&new)), (part_of(lost), part_of(gained)));
    }
}

fn part_of(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn texts() -> impl Strategy<Value = String> + Clone {
    prop_oneof![Just(String::new()), "[a-z\"\\\\]{1,3}", any::<String>(), Just("@document".to_owned())]
}

fn ids() -> impl Strategy<Value = IdText> + Clone {
    texts().prop_map(IdText)
}

fn dates() -> impl Strategy<Value = Option<DateText>> {
    option::of(texts().prop_map(DateText))
}

fn tokens<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = Token<T>> {
    prop::sample::select(all).prop_map(Token)
}

fn few<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    vec(one, 0..3)
}

fn one_or_more<T: std::fmt::Debug + Clone + 'static>(
    one: impl Strategy<Value = T> + Clone + 'static,
) -> impl Strategy<Value = OneOrMore<T>> {
    prop_oneof![one.clone().prop_map(OneOrMore::One), few(one).prop_map(OneOrMore::More)]
}

const CERTAINTIES: &[Confidence] = &[Confidence::High, Confidence::Medium, Confidence::Low];

type Place = (String, String, String, Option<u32>, Option<u32>);

fn places() -> impl Strategy<Value = Place> + Clone {
    let text = || any::<String>().boxed();
    (text(), text(), text(), any::<Option<u32>>(), any::<Option<u32>>())
}

fn selectors() -> impl Strategy<Value = TextSelector> + Clone {
    (places(), any::<String>()).prop_map(|((exact, prefix, suffix, start, end), label)| TextSelector {
        exact,
        prefix,
        suffix,
        start,
        end,
        label,
    })
}

fn actors() -> impl Strategy<Value = Actor> {
    let kinds: &[ActorKind] = &[ActorKind::Person, ActorKind::Unnamed];
    let to = option::of(texts().prop_map(UntilText));
    let role = (texts(), option::of(ids()), dates(), to, dates())
        .prop_map(|(title, of, from, to, attested)| Role { title, of, from, to, attested });
    let names = prop::collection::btree_map(texts(), texts(), 0..3);
    let names = names.prop_map(|names| Names(names.into_iter().rev().collect()));
    let first = (ids(), texts(), tokens(kinds), few(texts()), few(role));
    (first, option::of(ids()), names, few(ids()), texts()).prop_map(
        |(first, part_of, names, former_ids, note)| {
            let (id, name, kind, aliases, roles) = first;
            Actor { id, name, kind, aliases, roles, part_of, names, former_ids, note }
        },
    )
}

fn issues() -> impl Strategy<Value = Issue> {
    let kinds: &[IssueKind] = &[IssueKind::Policy, IssueKind::Claim];
    (ids(), texts(), texts(), option::of(tokens(kinds)), few(ids())).prop_map(
        |(id, label, proposition, kind, former_ids)| Issue { id, label, proposition, kind, former_ids },
    )
}

fn documents() -> impl Strategy<Value = Document> {
    let roles: &[PartRole] = &[PartRole::Heading, PartRole::Dateline];
    let parts = (tokens(roles), places()).prop_map(|(role, (exact, prefix, suffix, start, end))| Part {
        role,
        exact,
        prefix,
        suffix,
        start,
        end,
    });
    let (texts_of, first) = (vec(texts(), 9), (ids(), few(ids()), texts(), option::of(texts())));
    (first, texts_of, few(parts)).prop_map(|((id, former_ids, date, language), texts, structure)| {
        let text = |at: usize| texts[at].clone();
        Document {
            id,
            former_ids,
            title: text(0),
            date: DateText(date),
            language,
            publisher: text(1),
            author: text(2),
            url: text(3),
            archived: text(4),
            license: text(5),
            sha256: text(6),
            note: text(7),
            text: text(8),
            structure,
        }
    })
}

fn positions() -> impl Strategy<Value = Position> {
    let stances: &[Stance] = &[Stance::Supports, Stance::None];
    let holder = one_or_more(ids().boxed());
    let anchors = (few(selectors()), one_or_more(selectors()), one_or_more(selectors()));
    let last = (any::<bool>(), texts(), option::of(ids()), option::of(tokens(CERTAINTIES)));
    (ids(), tokens(stances), holder, anchors, last).prop_map(|(issue, stance, holder, anchors, last)| {
        let ((spans, condition, terms), (hedged, rationale, coder, confidence)) = (anchors, last);
        Position { issue, stance, holder, spans, condition, terms, hedged, rationale, coder, confidence }
    })
}

fn statements() -> impl Strategy<Value = Statement> {
    let (kinds, acts): (&[Kind], &[Act]) =
        (&[Kind::Direct, Kind::Indirect, Kind::Mixed, Kind::Scare], &[Act::Asks, Act::DeclinesToComment]);
    let words = (places(), option::of(texts()), any::<Option<bool>>());
    let spans = words.prop_map(|((exact, prefix, suffix, start, end), lang, quoted)| QuotedWords {
        exact,
        prefix,
        suffix,
        start,
        end,
        lang,
        quoted,
    });
    let speaker =
        prop_oneof![Just(Speaker::Unnamed), Just(Speaker::Document), few(texts()).prop_map(Speaker::Actors),];
    let relay = (option::of(ids()), option::of(selectors())).prop_map(|(actor, cue)| Relay { actor, cue });
    let relations: &[Relation] = &[Relation::Withdraws, Relation::Repeats];
    let about = (ids(), tokens(relations)).prop_map(|(statement, relation)| About { statement, relation });
    let first = (ids(), few(ids()), ids(), few(spans), tokens(kinds), option::of(tokens(acts)), speaker);
    let second = (option::of(ids()), few(relay), few(ids()), texts(), option::of(selectors()), dates());
    let last =
        (option::of(ids()), option::of(about), few(positions()), option::of(tokens(CERTAINTIES)), texts());
    (first, second, last).prop_map(|(first, second, last)| {
        let (id, former_ids, document, spans, kind, act, speaker) = first;
        let (on_behalf_of, via, addressees, occasion, cue, date) = second;
        let (parent, about, positions, confidence, note) = last;
        #[rustfmt::skip]
        let statement = Statement {
            id, former_ids, document, spans, kind, act, speaker, on_behalf_of, via, addressees, occasion, cue, date,
            parent, about, positions, confidence, note,
        };
        statement
    })
}

/// Any file at all of this shape, sensible or not.
fn files() -> impl Strategy<Value = raw::Corpus> {
    let coders = (ids(), texts()).prop_map(|(id, name)| Coder { id, name });
    let rows = (few(coders), few(actors()), few(issues()), few(documents()), few(statements()));
    (ids(), few(ids()), vec(texts(), 8), dates(), rows).prop_map(|(id, former_ids, texts, updated, rows)| {
        let text = |at: usize| texts[at].clone();
        let (coders, actors, issues, documents, statements) = rows;
        raw::Corpus {
            schema: text(0),
            format: 1,
            id,
            former_ids,
            title: text(1),
            summary: text(2),
            language: text(3),
            version: text(4),
            updated,
            contact: text(5),
            license: text(6),
            method: text(7),
            coders,
            actors,
            issues,
            documents,
            statements,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn any_file_is_read_back_as_it_was(raw in files()) {
        let written = raw.to_json();
        prop_assert_eq!(&read(&written), &raw);
        prop_assert_eq!(written.lines().last(), Some("}"));
        // serde's own writer, which keeps a draft's history, says the same.
        let by_serde = serde_json::to_string(&raw).unwrap();
        prop_assert_eq!(
            serde_json::from_str::<Value>(&by_serde).unwrap(),
            serde_json::from_str::<Value>(&written).unwrap()
        );
        prop_assert_eq!(&serde_json::from_str::<raw::Corpus>(&by_serde).unwrap(), &raw);
    }
}
