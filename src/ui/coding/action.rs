//! What somebody may ask for on the coding page, as values.

use crate::corpus::raw::IdText;
use crate::corpus::{Kind, Relation, Stance};
use crate::draft::{Edit, RowId, Selection, StatementField};

/// Something that the page is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A new draft of the text that stands in the field at the start.
    Begin,
    /// Lets a person choose files.
    ChooseFiles,
    OpenDraft(String),
    DeleteDraft(String),
    /// Back to the list of drafts.
    Close,
    Save,
    /// Shows the draft in the reader.
    Read,
    /// Lets a person choose a second coder's file of the same texts.
    ChooseBeside,
    /// Puts a caret into the text, or takes it away.
    Caret,
    /// A notice was read.
    Dismiss,
    /// Nothing of the text is selected any more.
    Deselect,
    Do(Do),
}

/// Something that is done to the draft at work, or to what is seen of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Do {
    Show(Tab),
    ShowDocument(IdText),
    /// A statement into the panel; none closes it.
    Open(Option<IdText>),
    /// The statement after the open one, or before it.
    Step {
        back: bool,
    },
    /// Words were selected in the text; none were.
    Select(Option<Selection>),
    /// A statement of what is selected, of this kind, or of the kind that its quotation marks show.
    Mark(Option<Kind>),
    /// What is selected becomes this part of the open statement.
    Attach(Attached),
    /// The open statement's first or last words reach one character or word further, or less far.
    MoveEdge {
        is_end: bool,
        forward: bool,
    },
    /// They begin or end at this code point of the text.
    SetEdge {
        is_end: bool,
        at: u32,
    },
    SetKind(Kind),
    /// The speaker and the issues of the statement that was marked before.
    Repeat,
    /// A position on the issue that was chosen last.
    Take(Stance),
    /// The stance of a position that is there.
    SetStance(usize, Stance),
    /// The proposition of the issue that is being made.
    Propose(String),
    Edit(Edit),
    Undo,
    Redo,
    /// A field with choices was gone to; or left.
    Focus(Option<Field>),
    /// Back from a field to the text.
    LeaveField,
    Type(String),
    /// The next choice, or the one before.
    MoveChoice {
        back: bool,
    },
    /// The choice at this place of those that are offered, or the one that is marked.
    Choose(Option<usize>),
    /// Who codes, by name; an empty one leaves it open.
    SetCoder(String),
    /// What the open statement does to another, which is chosen then.
    Relate(Option<Relation>),
    Pick(Pick),
    Split(Split),
    /// Suggestions for the document that is shown, or none.
    ToggleSuggestions,
    /// What becomes of the suggestion that is asked about.
    Answer(Answer),
    /// The first difference from the second file: as in the draft, or as there.
    Settle(bool),
    RemoveBeside,
    /// A text to the documents.
    AddDocument(String),
    /// Another text for a document.
    Correct(IdText, String),
}

/// Several statements are picked, over all texts, and changed in one step.
#[derive(Debug, Clone, PartialEq)]
pub enum Pick {
    Begin,
    End,
    Statement(IdText, bool),
    /// All of the text that is shown.
    Text,
    All,
    Nothing,
    Set(StatementField),
    Remove,
}

/// Two actors or two issues are made of one: the picked statements go over to the new one.
#[derive(Debug, Clone, PartialEq)]
pub enum Split {
    Begin(RowId),
    End,
    Name(String),
    /// The proposition of the new issue.
    Propose(String),
    Finish,
}

/// What a person says to a suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Take,
    NextName,
    No,
}

/// What the panel beside the text shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Statement,
    Actors,
    Issues,
    Document,
    Corpus,
    Problems,
    History,
    Beside,
}

/// A part of a statement that words of the text can be; positions are counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attached {
    Words,
    Cue,
    /// The words by which the step of the relay at this place passes it on.
    RelayCue(usize),
    Condition(usize),
    Terms(usize),
}

/// A field in which a row is found by typing, or made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    Speaker,
    /// Somebody else who says the same jointly.
    JointSpeaker,
    OnBehalfOf,
    /// One more step of the relay, the last.
    Relay,
    Addressee,
    /// The issue of a position that is not there yet.
    Position,
    /// Whose position it is, where it is attributed to others.
    Holder(usize),
    /// The actor into which this one is merged.
    MergeActor(IdText),
    MergeIssue(IdText),
    /// The body of which an actor is an organ.
    PartOf(IdText),
    /// The statement to which the open one does something.
    About,
    /// Who speaks in all statements that are picked.
    PickedSpeaker,
    PickedBehalf,
}

impl Field {
    /// The id of its element on the page.
    pub fn element(&self) -> String {
        match self {
            Field::Speaker => "field-speaker".to_owned(),
            Field::JointSpeaker => "field-joint".to_owned(),
            Field::OnBehalfOf => "field-behalf".to_owned(),
            Field::Relay => "field-relay".to_owned(),
            Field::Addressee => "field-addressee".to_owned(),
            Field::Position => "field-position".to_owned(),
            Field::Holder(at) => ["field-holder-", &at.to_string()].concat(),
            Field::MergeActor(id) => ["field-merge-actor-", &id.0].concat(),
            Field::MergeIssue(id) => ["field-merge-issue-", &id.0].concat(),
            Field::PartOf(id) => ["field-part-of-", &id.0].concat(),
            Field::About => "field-about".to_owned(),
            Field::PickedSpeaker => "field-picked-speaker".to_owned(),
            Field::PickedBehalf => "field-picked-behalf".to_owned(),
        }
    }

    /// Whether issues are found in it, and not actors.
    pub fn is_of_issues(&self) -> bool {
        matches!(self, Field::Position | Field::MergeIssue(_))
    }
}
