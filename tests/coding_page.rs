//! The coding page without a browser: what each press makes of the file, and that a corpus can be made again in it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use standpoint::convert::csv::{export, import};
use standpoint::corpus::raw::{self, IdText, Speaker, Statement};
use standpoint::corpus::{Act, Corpus, Kind, Relation, Span, Stance, TextSelector};
use standpoint::draft::{ActorField, Draft, Edit, IssueField, List, RowId, Selection, StatementField};
use standpoint::ui::coding::{Attached, Choice, Do, Field, Pick, Split, Work};

fn read(file: &str) -> raw::Corpus {
    raw::Corpus::read(&std::fs::read(file).unwrap()).unwrap()
}

/// Chooses a row by its name as somebody types it, or makes one.
fn choose(work: &mut Work, field: Field, name: &str) {
    work.act(Do::Focus(Some(field)));
    work.act(Do::Type(name.to_owned()));
    let choices = work.choices();
    let is_it = |choice: &Choice| match choice {
        Choice::Row { name: known, .. } | Choice::New(known) => known == name,
        Choice::Statement { words, .. } => words.contains(name),
        Choice::Nobody | Choice::TheText => false,
    };
    let at = choices.iter().position(is_it).unwrap_or_else(|| panic!("{name} is not among {choices:?}"));
    work.act(Do::Choose(Some(at)));
}

fn select(work: &mut Work, span: Span) {
    let selection = Selection::of(work.text(), span.start(), span.end());
    work.act(Do::Select(Some(selection.unwrap())));
}

/// The place of words in the text that is shown.
fn place(work: &Work, words: TextSelector) -> Span {
    words.place(work.text()).unwrap()
}

/// Marks a statement as the file has it, by what the page offers alone.
fn make(work: &mut Work, file: &raw::Corpus, wanted: &Statement) {
    let id = &wanted.id;
    let name = |id: &str| file.actors.iter().find(|actor| actor.id.0 == id).unwrap().name.clone();
    work.act(Do::ShowDocument(wanted.document.clone()));
    let spans: Vec<Span> = wanted.spans.iter().map(|words| place(work, words.into())).collect();
    // Marks at the ends are left out of a selection; who wants them in moves the edges.
    let has_marks =
        |span: &&Span| Selection::of(work.text(), span.start(), span.end()).unwrap().span != **span;
    let first = *spans.iter().find(has_marks).unwrap_or(&spans[0]);
    select(work, first);
    work.act(Do::Mark(Some(wanted.kind.0)));
    let made = work.statement().unwrap().id.clone();
    let own = |work: &Work| {
        let statement = work.statement().unwrap();
        TextSelector::from(&statement.spans[0]).place(work.text()).unwrap()
    };
    while own(work).start() > first.start() {
        work.act(Do::MoveEdge { is_end: false, forward: false });
    }
    while own(work).end() < first.end() {
        work.act(Do::MoveEdge { is_end: true, forward: true });
    }
    for span in spans.iter().filter(|span| **span != first) {
        select(work, *span);
        work.act(Do::Attach(Attached::Words));
    }
    let set = |to: StatementField| Do::Edit(Edit::set_statement(&made.0, to));
    for (at, words) in wanted.spans.iter().enumerate() {
        let now = &work.statement().unwrap().spans[at];
        assert_eq!(now.exact, words.exact, "{id:?}");
        assert_eq!(now.quoted, words.quoted, "{id:?}: {}", words.exact);
    }
    if let Speaker::Actors(ids) = &wanted.speaker {
        choose(work, Field::Speaker, &name(&ids[0]));
        ids.iter().skip(1).for_each(|id| choose(work, Field::JointSpeaker, &name(id)));
    }
    wanted.via.iter().for_each(|relay| choose(work, Field::Relay, &name(&relay.actor.as_ref().unwrap().0)));
    wanted.on_behalf_of.iter().for_each(|body| choose(work, Field::OnBehalfOf, &name(&body.0)));
    wanted.act.iter().for_each(|act| work.act(set(StatementField::Act(Some(*act)))));
    wanted.date.iter().for_each(|date| work.act(set(StatementField::Date(Some(date.clone())))));
    for (at, held) in wanted.positions.iter().enumerate() {
        let issue = file.issues.iter().find(|issue| issue.id == held.issue).unwrap();
        let is_new = work.issue(&held.issue.0).is_none();
        choose(work, Field::Position, &issue.label);
        if is_new {
            work.act(Do::Propose(issue.proposition.clone()));
        }
        work.act(Do::Take(held.stance.0));
        for words in held.condition.as_slice() {
            let span = place(work, words.into());
            select(work, span);
            work.act(Do::Attach(Attached::Condition(at)));
        }
    }
    let row = RowId { list: List::Statements, id: made };
    work.act(Do::Edit(Edit::Rename { row, to: id.clone(), keeps_former: false }));
}

#[test]
fn hetch_hetchy_is_made_again_in_the_page_byte_for_byte() {
    let case = "tests/cases/hetch-hetchy.json";
    let corpus = Corpus::read(&std::fs::read(case).unwrap()).unwrap().corpus;
    let mut texts = read(case);
    (texts.statements, texts.actors, texts.issues) = (Vec::new(), Vec::new(), Vec::new());
    let imported = import(&export(&corpus).unwrap().bytes, texts.clone()).unwrap().file;
    let mut work = Work::new(Draft::new(texts));
    for statement in &imported.statements {
        make(&mut work, &imported, statement);
    }
    for actor in &imported.actors {
        let own = work.file().actors.iter().find(|own| own.name == actor.name).unwrap().clone();
        let to = ActorField::Kind(actor.kind);
        work.act(Do::Edit(Edit::SetActor { actor: own.id, to }));
    }
    for issue in &imported.issues {
        work.act(Do::Edit(Edit::SetIssue { issue: issue.id.clone(), to: IssueField::Kind(issue.kind) }));
    }
    assert!(work.file().to_json() == imported.to_json(), "{}", difference(work.file(), &imported));
    // And all of it can be taken back.
    while !work.draft().history().done.is_empty() {
        work.act(Do::Undo);
    }
    assert!(work.file().statements.is_empty() && work.file().actors.is_empty());
}

/// The first lines that differ.
fn difference(own: &raw::Corpus, other: &raw::Corpus) -> String {
    let (own, other) = (own.to_json(), other.to_json());
    let pair = own.lines().zip(other.lines()).enumerate().find(|(_, (own, other))| own != other);
    format!("{pair:#?}")
}

const KINDS: [Kind; 4] = [Kind::Direct, Kind::Indirect, Kind::Mixed, Kind::Scare];

#[test]
fn a_statement_is_what_was_selected_and_pressed() {
    for kind in KINDS {
        let mut texts = read("tests/cases/hetch-hetchy.json");
        texts.statements.clear();
        let mut work = Work::new(Draft::new(texts));
        let words = work.text().find("I will not pay twice for one glass of water,").next().unwrap();
        select(&mut work, words);
        work.act(Do::Mark(Some(kind)));
        let made = work.statement().unwrap();
        assert_eq!((made.kind.0, made.spans[0].exact.as_str()), (kind, work.text().get(words)));
        assert_eq!(made.spans[0].quoted, (kind == Kind::Mixed).then_some(true));
        assert_eq!(made.id, IdText("s1".to_owned()));
        work.act(Do::SetKind(Kind::Indirect));
        assert_eq!(work.statement().unwrap().kind.0, Kind::Indirect);
        work.act(Do::Undo);
        if kind != Kind::Indirect {
            assert_eq!(work.statement().unwrap().kind.0, kind);
        }
    }
}

#[test]
fn a_second_file_is_settled_until_nothing_is_left() {
    let mut mine = read("tests/cases/hetch-hetchy.json");
    let mut theirs = mine.clone();
    mine.coders = vec![raw::Coder { id: IdText("ann".into()), name: "Ann".into() }];
    theirs.coders = vec![raw::Coder { id: IdText("ben".into()), name: "Ben".into() }];
    for (file, coder) in [(&mut mine, "ann"), (&mut theirs, "ben")] {
        for held in file.statements.iter_mut().flat_map(|statement| &mut statement.positions) {
            held.coder = Some(IdText(coder.to_owned()));
        }
    }
    let free = |file: &raw::Corpus, skip: usize| {
        let is_named = |id: &IdText| {
            let names = |other: &Statement| {
                other.parent.as_ref() == Some(id)
                    || other.about.as_ref().is_some_and(|about| about.statement == *id)
            };
            file.statements.iter().any(names)
        };
        file.statements.iter().map(|s| s.id.clone()).filter(|id| !is_named(id)).nth(skip).unwrap()
    };
    let (only_mine, only_theirs) = (free(&mine, 0), free(&mine, 1));
    theirs.statements.retain(|statement| statement.id != only_mine);
    mine.statements.retain(|statement| statement.id != only_theirs);
    let held = theirs.statements.iter_mut().find(|statement| !statement.positions.is_empty()).unwrap();
    let stance = &mut held.positions[0].stance.0;
    *stance = match stance {
        Stance::Supports => Stance::Opposes,
        _ => Stance::Supports,
    };
    for takes_other in [false, true] {
        let mut work = Work::new(Draft::new(mine.clone()));
        work.put_beside("ben.json".to_owned(), theirs.clone()).unwrap();
        let mut left = work.beside().unwrap().open().count();
        assert_eq!(left, 3, "{:?}", work.beside().unwrap().open().collect::<Vec<_>>());
        while left > 0 {
            work.act(Do::Settle(takes_other));
            let now = work.beside().unwrap().open().count();
            assert_eq!(now, left - 1, "{:?}", work.take_said());
            left = now;
        }
        let file = work.file();
        let coders: Vec<&str> = file.coders.iter().map(|coder| coder.id.0.as_str()).collect();
        assert_eq!(coders, ["ann", "ben", "settled"]);
        let settled = file.statements.iter().flat_map(|statement| &statement.positions);
        let settled = settled.filter(|held| held.coder == Some(IdText("settled".to_owned()))).count();
        assert_eq!(settled, 1, "one choice stands beside the two readings");
        // One was taken out and one taken over, or neither.
        assert_eq!(file.statements.len(), mine.statements.len());
        let has_mine = file.statements.iter().any(|statement| statement.id == only_mine);
        assert_eq!(has_mine, !takes_other);
        let read = Corpus::read(file.to_json().as_bytes());
        assert!(read.is_ok(), "{:?}", read.err().map(|invalid| invalid.lines("settled")));
    }
}

fn hetch_hetchy() -> Work {
    Work::new(Draft::new(read("tests/cases/hetch-hetchy.json")))
}

/// The ids of the statements that name a row.
fn naming(work: &Work, list: List, id: &str) -> Vec<String> {
    let row = RowId { list, id: IdText(id.to_owned()) };
    work.draft().statements_naming(&row).map(|statement| statement.id.0.clone()).collect()
}

#[test]
fn picked_statements_of_several_texts_are_changed_in_one_step() {
    let mut work = hetch_hetchy();
    let before = work.file().to_json();
    let all = work.file().statements.len();
    work.act(Do::Pick(Pick::Begin));
    work.act(Do::Pick(Pick::All));
    let first = work.file().statements[0].clone();
    work.act(Do::Pick(Pick::Statement(first.id.clone(), false)));
    choose(&mut work, Field::PickedSpeaker, "The Mayor of Nowhere");
    work.act(Do::Pick(Pick::Set(StatementField::Act(Some(raw::Token(Act::Asks))))));
    let made = work.file().actors.last().unwrap().id.0.clone();
    assert_eq!(naming(&work, List::Actors, &made).len(), all - 1);
    let asks = work.file().statements.iter().filter(|statement| statement.act == Some(raw::Token(Act::Asks)));
    assert!(asks.count() >= all - 1);
    assert_eq!(work.file().statements[0], first, "what is not picked stays");
    assert_eq!(work.draft().history().done.len(), 2, "one step each");
    work.act(Do::Undo);
    work.act(Do::Undo);
    assert!(work.file().to_json() == before);
}

#[test]
fn statements_inside_others_are_removed_with_them_whatever_their_order() {
    let mut work = hetch_hetchy();
    work.act(Do::Pick(Pick::Begin));
    work.act(Do::Pick(Pick::All));
    work.act(Do::Pick(Pick::Remove));
    assert!(work.file().statements.is_empty(), "{:?}", work.take_said());
    assert_eq!(work.draft().history().done.len(), 1);
    work.act(Do::Pick(Pick::Remove));
    assert_eq!(work.take_said().as_deref(), Some("Pick statements first."));
}

#[test]
fn an_actor_and_an_issue_are_split_by_the_statements_that_go_over() {
    for list in [List::Actors, List::Issues] {
        let mut work = hetch_hetchy();
        let before = work.file().to_json();
        let ids: Vec<String> = match list {
            List::Actors => work.file().actors.iter().map(|actor| actor.id.0.clone()).collect(),
            _ => work.file().issues.iter().map(|issue| issue.id.0.clone()).collect(),
        };
        let id = ids.iter().find(|id| naming(&work, list, id).len() > 1).unwrap();
        let named = naming(&work, list, id);
        work.act(Do::Split(Split::Begin(RowId { list, id: IdText(id.clone()) })));
        for (wanted, said) in [
            (Do::Split(Split::Name("Somebody else".to_owned())), "Write what the new one is called."),
            (Do::Pick(Pick::Statement(IdText(named[0].clone()), true)), "Pick the statements that go over"),
        ] {
            work.act(Do::Split(Split::Finish));
            assert!(work.take_said().unwrap().starts_with(said));
            work.act(wanted);
        }
        if list == List::Issues {
            work.act(Do::Split(Split::Finish));
            assert!(work.take_said().unwrap().starts_with("Write the proposition"));
            work.act(Do::Split(Split::Propose("Somebody else should pay.".to_owned())));
        }
        work.act(Do::Split(Split::Finish));
        assert_eq!(naming(&work, list, "somebody-else"), [named[0].clone()]);
        assert_eq!(naming(&work, list, id), named[1..]);
        assert!(work.picked.is_none() && Corpus::read(work.file().to_json().as_bytes()).is_ok());
        work.act(Do::Undo);
        assert!(work.file().to_json() == before);
    }
}

#[test]
fn a_statement_says_what_it_does_to_another() {
    let mut work = hetch_hetchy();
    let all: Vec<Statement> = work.file().statements.clone();
    let later = all.iter().rev().find(|statement| statement.about.is_none()).unwrap();
    let earlier = all.iter().find(|known| known.about.is_none() && known.id != later.id).unwrap();
    work.act(Do::Open(Some(later.id.clone())));
    work.act(Do::Relate(Some(Relation::Corrects)));
    assert!(work.statement().unwrap().about.is_none(), "nothing is said before it is known of what");
    choose(&mut work, Field::About, &earlier.spans[0].exact[..20]);
    let about = work.statement().unwrap().about.clone().unwrap();
    assert_eq!((about.statement, about.relation.0), (earlier.id.clone(), Relation::Corrects));
    work.act(Do::Relate(Some(Relation::Withdraws)));
    assert_eq!(work.statement().unwrap().about.as_ref().unwrap().relation.0, Relation::Withdraws);
    work.act(Do::Relate(None));
    assert!(work.statement().unwrap().about.is_none());
}

#[test]
fn who_codes_is_asked_once_and_stands_in_every_position_from_then_on() {
    let issue = |work: &Work| work.file().issues[0].label.clone();
    for (name, stands) in [(None, None), (Some(""), None), (Some("Ann Lee"), Some("ann-lee"))] {
        let mut work = hetch_hetchy();
        assert!(work.asks_for_coder());
        if let Some(name) = name {
            work.act(Do::SetCoder(name.to_owned()));
        }
        assert_eq!(work.asks_for_coder(), name.is_none());
        assert!(work.file().coders.is_empty(), "who has coded nothing yet is no coder");
        for at in 0..2 {
            let id = work.file().statements[at].id.clone();
            work.act(Do::Open(Some(id)));
            let label = issue(&work);
            choose(&mut work, Field::Position, &label);
            work.act(Do::Take(Stance::Open));
            let made = work.statement().unwrap().positions.last().unwrap().clone();
            assert_eq!(made.coder.map(|coder| coder.0).as_deref(), stands);
        }
        let coders: Vec<&str> = work.file().coders.iter().map(|coder| coder.name.as_str()).collect();
        assert_eq!(coders, Vec::from_iter(stands.and(name)));
    }
}

#[test]
fn an_edge_that_is_dragged_stops_before_the_words_are_gone_and_cuts_no_character() {
    let mut texts = read("tests/cases/hetch-hetchy.json");
    texts.statements.clear();
    texts.documents[0].text = "She said e\u{301}te\u{301} twice.".to_owned();
    let mut work = Work::new(Draft::new(texts));
    let words = work.text().span(9, 14).unwrap();
    select(&mut work, words);
    work.act(Do::Mark(Some(Kind::Indirect)));
    let own = |work: &Work| work.statement().unwrap().spans[0].exact.clone();
    for (is_end, at, now) in [
        (true, 10, "e\u{301}"),
        (true, 9, "e\u{301}"),
        (true, 20, "e\u{301}te\u{301} twice"),
        (false, 10, "e\u{301}te\u{301} twice"),
        (false, 4, "said e\u{301}te\u{301} twice"),
        (true, 900, "said e\u{301}te\u{301} twice"),
    ] {
        work.act(Do::SetEdge { is_end, at });
        assert_eq!(own(&work), now, "{is_end} {at}");
    }
}
