//! Laws of the history, for any edits in any order: sensible ones, refused ones, and such as leave a file with problems.

use crate::{FERRY, ferry};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use standpoint::corpus::raw::{
    self, About, IdText, OneOrMore, Position, QuotedWords, Relay, Speaker, TextSelector, Token,
};
use standpoint::corpus::{Act, ActorKind, Confidence, Corpus, Kind, Relation, Stance};
use standpoint::draft::{
    ActorField, CorpusField, DocumentField, Draft, Edit, IssueField, List, NewRow, RowId, StatementField,
};

const ACTORS: &[&str] = &["ada", "town", "council", "mayor", "guild", "new", "nobody"];
const ISSUES: &[&str] = &["toll", "fee", "new", "nothing"];
const DOCUMENTS: &[&str] = &["report", "letter", "new", "nowhere"];
const STATEMENTS: &[&str] = &["s1", "s2", "s3", "s4", "s5", "new", "other", "never"];
const CODERS: &[&str] = &["kim", "lee", "new"];
const TEXTS: &[&str] = &[
    "No toll, never.",
    "We want no toll. We want no toll.",
    "“Never,” the guild answered.",
    "",
    "👩\u{200d}👧 no toll",
];

fn ids(pool: &'static [&'static str]) -> impl Strategy<Value = IdText> + Clone {
    select(pool).prop_map(|id| IdText(id.to_owned()))
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![select(TEXTS).prop_map(str::to_owned), "[a-z ]{0,6}"]
}

fn places() -> impl Strategy<Value = TextSelector> + Clone {
    let words =
        select(&["No toll,", "no toll", "toll", "Never,", "the mayor smiled", "We want", "nowhere", ""][..]);
    let beside = select(&["", "", "", "“", " "][..]);
    (words, beside, option::weighted(0.1, 0u32..9)).prop_map(|(exact, prefix, start)| TextSelector {
        exact: exact.to_owned(),
        prefix: prefix.to_owned(),
        start,
        ..TextSelector::default()
    })
}

fn spans() -> impl Strategy<Value = QuotedWords> {
    (places(), option::weighted(0.2, any::<bool>())).prop_map(|(words, quoted)| {
        let TextSelector { exact, prefix, suffix, start, end, .. } = words;
        QuotedWords { exact, prefix, suffix, start, end, lang: None, quoted }
    })
}

fn speakers() -> impl Strategy<Value = Speaker> {
    prop_oneof![
        Just(Speaker::Unnamed),
        Just(Speaker::Document),
        vec(ids(ACTORS), 0..3).prop_map(|ids| Speaker::Actors(ids.into_iter().map(|id| id.0).collect())),
    ]
}

fn kinds() -> impl Strategy<Value = Token<Kind>> {
    select(&[Kind::Direct, Kind::Indirect, Kind::Mixed, Kind::Scare][..]).prop_map(Token)
}

fn positions() -> impl Strategy<Value = Box<Position>> {
    let stances = select(&[Stance::Supports, Stance::Opposes, Stance::None][..]).prop_map(Token);
    (ids(ISSUES), stances, vec(ids(ACTORS), 0..2), option::of(ids(CODERS)), vec(places(), 0..2)).prop_map(
        |(issue, stance, holder, coder, terms)| {
            let (holder, terms) = (OneOrMore::More(holder), OneOrMore::More(terms));
            Box::new(Position { issue, stance, holder, coder, terms, ..Position::default() })
        },
    )
}

fn actors() -> impl Strategy<Value = Box<raw::Actor>> {
    (ids(ACTORS), texts(), option::of(ids(ACTORS)))
        .prop_map(|(id, name, part_of)| Box::new(raw::Actor { id, name, part_of, ..raw::Actor::default() }))
}

fn statements() -> impl Strategy<Value = Box<raw::Statement>> {
    (ids(STATEMENTS), ids(DOCUMENTS), vec(spans(), 1..3), speakers(), option::of(ids(STATEMENTS))).prop_map(
        |(id, document, spans, speaker, parent)| {
            Box::new(raw::Statement { id, document, spans, speaker, parent, ..raw::Statement::default() })
        },
    )
}

fn new_rows() -> impl Strategy<Value = NewRow> {
    let issue = (ids(ISSUES), texts());
    let document = (ids(DOCUMENTS), texts());
    prop_oneof![
        ids(CODERS).prop_map(|id| NewRow::Coder(raw::Coder { id, name: "X".into() })),
        actors().prop_map(NewRow::Actor),
        issue.prop_map(|(id, label)| NewRow::Issue(Box::new(raw::Issue { id, label, ..Default::default() }))),
        document.prop_map(|(id, text)| NewRow::Document(Box::new(raw::Document {
            id,
            text,
            ..Default::default()
        }))),
        statements().prop_map(NewRow::Statement),
    ]
}

fn row_ids() -> impl Strategy<Value = RowId> {
    let row = |list, pool| ids(pool).prop_map(move |id| RowId { list, id });
    prop_oneof![
        row(List::Coders, CODERS),
        row(List::Actors, ACTORS),
        row(List::Issues, ISSUES),
        row(List::Documents, DOCUMENTS),
        row(List::Statements, STATEMENTS),
    ]
}

fn corpus_fields() -> impl Strategy<Value = CorpusField> {
    prop_oneof![
        texts().prop_map(CorpusField::Title),
        texts().prop_map(CorpusField::Method),
        (ids(ACTORS), any::<bool>()).prop_map(|(id, keeps_former)| CorpusField::Id { id, keeps_former }),
    ]
}

fn statement_fields() -> impl Strategy<Value = StatementField> {
    let relays =
        (option::of(ids(ACTORS)), option::of(places())).prop_map(|(actor, cue)| Relay { actor, cue });
    let about =
        ids(STATEMENTS).prop_map(|statement| About { statement, relation: Token(Relation::Corrects) });
    prop_oneof![
        kinds().prop_map(StatementField::Kind),
        option::of(Just(Token(Act::Demands))).prop_map(StatementField::Act),
        speakers().prop_map(StatementField::Speaker),
        option::of(ids(ACTORS)).prop_map(StatementField::OnBehalfOf),
        vec(relays, 0..2).prop_map(StatementField::Via),
        vec(ids(ACTORS), 0..3).prop_map(StatementField::Addressees),
        option::of(places()).prop_map(StatementField::Cue),
        option::of(ids(STATEMENTS)).prop_map(StatementField::Parent),
        option::of(about).prop_map(StatementField::About),
        option::of(Just(Token(Confidence::Low))).prop_map(StatementField::Confidence),
        texts().prop_map(StatementField::Note),
    ]
}

fn some_statements() -> impl Strategy<Value = Vec<IdText>> {
    vec(ids(&["s1", "s2", "s3", "s4", "s5"]), 0..3)
}

fn single_edits() -> impl Strategy<Value = Edit> {
    let actor_fields = prop_oneof![
        texts().prop_map(ActorField::Name),
        Just(ActorField::Kind(Token(ActorKind::Office))),
        option::of(ids(ACTORS)).prop_map(ActorField::PartOf),
        vec(texts(), 0..3).prop_map(ActorField::Aliases),
    ];
    let new_issue = (ids(ISSUES), texts());
    let new_issue =
        new_issue.prop_map(|(id, label)| Box::new(raw::Issue { id, label, ..Default::default() }));
    let rows =
        prop_oneof![
            corpus_fields().prop_map(Edit::SetCorpus),
            (new_rows(), option::of(0usize..4)).prop_map(|(row, at)| Edit::Add { row, at }),
            row_ids().prop_map(Edit::Remove),
            (row_ids(), 0usize..9).prop_map(|(row, to)| Edit::Move { row, to }),
            (row_ids(), ids(STATEMENTS), any::<bool>()).prop_map(|(row, to, keeps_former)| Edit::Rename {
                row,
                to,
                keeps_former
            }),
            (ids(CODERS), texts()).prop_map(|(coder, name)| Edit::SetCoder { coder, name }),
            (ids(ACTORS), actor_fields).prop_map(|(actor, to)| Edit::SetActor { actor, to }),
            (ids(ISSUES), texts())
                .prop_map(|(issue, label)| Edit::SetIssue { issue, to: IssueField::Label(label) }),
            (ids(DOCUMENTS), texts())
                .prop_map(|(document, note)| Edit::SetDocument { document, to: DocumentField::Note(note) }),
            (ids(DOCUMENTS), texts()).prop_map(|(document, text)| Edit::CorrectText { document, text }),
            (ids(ACTORS), ids(ACTORS)).prop_map(|(from, into)| Edit::MergeActors { from, into }),
            (ids(ISSUES), ids(ISSUES)).prop_map(|(from, into)| Edit::MergeIssues { from, into }),
            (ids(ACTORS), actors(), some_statements()).prop_map(|(from, new, statements)| Edit::SplitActor {
                from,
                new,
                statements
            }),
            (ids(ISSUES), new_issue, some_statements())
                .prop_map(|(from, new, statements)| Edit::SplitIssue { from, new, statements }),
        ];
    let known = || ids(STATEMENTS);
    let statements = prop_oneof![
        4 => (some_statements(), statement_fields())
            .prop_map(|(statements, to)| Edit::SetStatements { statements, to }),
        1 => (known(), spans()).prop_map(|(statement, span)| Edit::AddSpan { statement, span }),
        1 => (known(), 0usize..3, spans()).prop_map(|(statement, at, span)| Edit::SetSpan { statement, at, span }),
        1 => (known(), 0usize..3).prop_map(|(statement, at)| Edit::RemoveSpan { statement, at }),
        2 => (known(), positions()).prop_map(|(statement, position)| Edit::AddPosition { statement, position }),
        1 => (known(), 0usize..3, positions())
            .prop_map(|(statement, at, position)| Edit::SetPosition { statement, at, position }),
        1 => (known(), 0usize..3).prop_map(|(statement, at)| Edit::RemovePosition { statement, at }),
    ];
    prop_oneof![rows, statements]
}

fn edits() -> impl Strategy<Value = Edit> {
    prop_oneof![6 => single_edits(), 1 => vec(single_edits(), 0..3).prop_map(Edit::Many)]
}

#[derive(Debug, Clone)]
enum Press {
    Apply(Box<Edit>),
    Undo,
    Redo,
    Save,
}

fn presses() -> impl Strategy<Value = Press> {
    prop_oneof![
        6 => edits().prop_map(|edit| Press::Apply(Box::new(edit))),
        2 => Just(Press::Undo),
        1 => Just(Press::Redo),
        1 => Just(Press::Save),
    ]
}

fn bytes(draft: &Draft) -> String {
    draft.file().to_json()
}

fn undo_all(draft: &mut Draft) {
    while draft.undo().is_some() {}
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    /// A draft does what a list of files does that one goes back and forth in.
    #[test]
    fn a_draft_goes_back_and_forth_between_the_same_files(presses in vec(presses(), 0..30)) {
        let mut draft = ferry();
        let (mut files, mut at, mut saved) = (vec![bytes(&draft)], 0, None);
        for press in presses {
            match press {
                Press::Apply(edit) => {
                    let before = draft.clone();
                    match draft.apply(*edit) {
                        Err(refusal) => {
                            prop_assert_eq!(&draft, &before);
                            prop_assert!(!refusal.to_string().is_empty());
                        }
                        Ok(()) if draft.history().done.len() == at => prop_assert_eq!(&draft, &before),
                        Ok(()) => {
                            files.truncate(at + 1);
                            saved = saved.filter(|saved| *saved <= at);
                            files.push(bytes(&draft));
                            at += 1;
                        }
                    }
                }
                Press::Undo => {
                    prop_assert_eq!(draft.undo().is_some(), at > 0);
                    at = at.saturating_sub(1);
                }
                Press::Redo => {
                    prop_assert_eq!(draft.redo().is_some(), at + 1 < files.len());
                    at = (at + 1).min(files.len() - 1);
                }
                Press::Save => {
                    draft.mark_saved();
                    saved = Some(at);
                }
            }
            prop_assert_eq!(&bytes(&draft), &files[at]);
            prop_assert_eq!(draft.is_saved(), saved == Some(at));
            let history = draft.history();
            prop_assert_eq!((history.done.len(), history.undone.len()), (at, files.len() - 1 - at));
        }
        undo_all(&mut draft);
        prop_assert_eq!(bytes(&draft), bytes(&ferry()));
        while draft.redo().is_some() {}
        prop_assert_eq!(&bytes(&draft), files.last().unwrap());
    }

    #[test]
    fn any_edits_leave_a_file_that_is_read_or_a_list_of_problems(edits in vec(edits(), 0..20)) {
        let mut draft = ferry();
        for edit in edits {
            let _refused_or_not = draft.apply(edit);
            prop_assert_eq!(&raw::Corpus::read(bytes(&draft).as_bytes()).unwrap(), draft.file());
        }
        if let Err(invalid) = Corpus::read(bytes(&draft).as_bytes()) {
            prop_assert!(!invalid.problems.is_empty());
        }
    }

    #[test]
    fn a_draft_that_was_kept_in_the_middle_goes_on_as_if_nothing_had_been(
        edits in vec(edits(), 0..12), undone in 0usize..6, more in vec(edits(), 0..6)
    ) {
        let mut draft = ferry();
        for edit in edits {
            let _refused_or_not = draft.apply(edit);
        }
        for _ in 0..undone {
            draft.undo();
        }
        let mut kept = Draft::from_json(&draft.to_json()).unwrap();
        prop_assert_eq!(&kept, &draft);
        prop_assert_eq!(kept.redo().is_some(), draft.redo().is_some());
        for edit in more {
            prop_assert_eq!(kept.apply(edit.clone()), draft.apply(edit));
        }
        prop_assert_eq!(&kept, &draft);
        undo_all(&mut kept);
        prop_assert_eq!(bytes(&kept), bytes(&ferry()));
    }

    #[test]
    fn two_drafts_edited_in_turn_share_nothing(one in vec(edits(), 0..8), two in vec(edits(), 0..8)) {
        let alone = |edits: &[Edit]| {
            let mut draft = ferry();
            for edit in edits {
                let _refused_or_not = draft.apply(edit.clone());
            }
            draft
        };
        let first = ferry();
        let (mut a, mut b) = (first.clone(), first.clone());
        for at in 0..8 {
            for (draft, edits) in [(&mut a, &one), (&mut b, &two)] {
                if let Some(edit) = edits.get(at) {
                    let _refused_or_not = draft.apply(edit.clone());
                }
            }
        }
        prop_assert_eq!(a, alone(&one));
        prop_assert_eq!(b, alone(&two));
        prop_assert_eq!(first.file(), &raw::Corpus::read(FERRY.as_bytes()).unwrap());
    }

    /// Edits of parts that do not name each other, each part's in its own order.
    #[test]
    fn the_file_is_the_same_whatever_the_way_to_it(
        parts in independent_parts(), first in vec(0usize..9, 40), second in vec(0usize..9, 40)
    ) {
        let interleaved = |order: &[usize]| {
            let mut queues: Vec<_> = parts.iter().map(|edits| edits.iter()).collect();
            let mut draft = ferry();
            for at in order.iter().copied().chain((0..parts.len()).cycle().take(9 * 6)) {
                let next = queues.get_mut(at).and_then(Iterator::next);
                if let Some(edit) = next {
                    let _refused_or_not = draft.apply(edit.clone());
                }
            }
            draft
        };
        prop_assert_eq!(bytes(&interleaved(&first)), bytes(&interleaved(&second)));
    }
}

fn independent_parts() -> impl Strategy<Value = Vec<Vec<Edit>>> {
    let title = || texts().prop_map(|title| Edit::SetCorpus(CorpusField::Title(title)));
    let note =
        |id: &'static str| texts().prop_map(move |note| Edit::set_statement(id, StatementField::Note(note)));
    let act = |id: &'static str| {
        option::of(Just(Token(Act::Asks)))
            .prop_map(move |act| Edit::set_statement(id, StatementField::Act(act)))
    };
    let add = |id: &'static str, document: &'static str| {
        vec(spans(), 1..3).prop_map(move |spans| Edit::Add {
            row: NewRow::Statement(Box::new(raw::Statement {
                id: IdText(id.into()),
                document: IdText(document.into()),
                spans,
                ..raw::Statement::default()
            })),
            at: None,
        })
    };
    let name =
        texts().prop_map(|name| Edit::SetActor { actor: IdText("town".into()), to: ActorField::Name(name) });
    let label = texts()
        .prop_map(|label| Edit::SetIssue { issue: IdText("fee".into()), to: IssueField::Label(label) });
    (
        vec(title(), 0..3),
        vec(prop_oneof![note("s1"), act("s1")], 0..4),
        vec(prop_oneof![note("s4"), act("s4")], 0..4),
        vec(add("new-1", "letter"), 0..2),
        vec(add("new-2", "report"), 0..2),
        vec(add("new-3", "report"), 0..2),
        vec(name, 0..3),
        vec(label, 0..3),
        vec(add("new-4", "letter"), 0..2),
    )
        .prop_map(|(a, b, c, d, e, f, g, h, i)| vec![a, b, c, d, e, f, g, h, i])
}
