//! What may be done to a draft: each edit is one step for whoever undoes it, and plain data, so that it can be kept,
//! listed and done to many statements at once. `apply.rs` says what each does.

use super::row::RowId;
use crate::corpus::raw::{
    About, Actor, Coder, DateText, Document, IdText, Issue, Names, Part, Position, QuotedWords, Relay, Role,
    Speaker, Statement, TextSelector, Token,
};
use crate::corpus::{Act, ActorKind, Confidence, IssueKind, Kind};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edit {
    SetCorpus(CorpusField),
    /// A new row. A statement stands where its words stand, anything else at the end or before the row at `at`.
    Add {
        row: NewRow,
        at: Option<usize>,
    },
    /// Takes a row out that no other names.
    Remove(RowId),
    /// Moves a row so that it is then the row at `to`, counted from 0, or the last.
    Move {
        row: RowId,
        to: usize,
    },
    /// Gives a row another id, everywhere.
    Rename {
        row: RowId,
        to: IdText,
        /// Whether the row is to be found by its old id, too: links to it are about.
        keeps_former: bool,
    },
    SetCoder {
        coder: IdText,
        name: String,
    },
    SetActor {
        actor: IdText,
        to: ActorField,
    },
    SetIssue {
        issue: IdText,
        to: IssueField,
    },
    SetDocument {
        document: IdText,
        to: DocumentField,
    },
    /// Another text for a document, in which everything anchored is found again or listed as lost.
    CorrectText {
        document: IdText,
        text: String,
    },
    /// One actor for two: `from` goes, and all that names it names `into`.
    MergeActors {
        from: IdText,
        into: IdText,
    },
    /// One issue for two; the words of `into` stay.
    MergeIssues {
        from: IdText,
        into: IdText,
    },
    /// Two actors for one: what these statements say of `from` they say of the new one.
    SplitActor {
        from: IdText,
        new: Box<Actor>,
        statements: Vec<IdText>,
    },
    SplitIssue {
        from: IdText,
        new: Box<Issue>,
        statements: Vec<IdText>,
    },
    /// The same for one statement or many.
    SetStatements {
        statements: Vec<IdText>,
        to: StatementField,
    },
    /// More words of a statement; they stand where they stand in the text.
    AddSpan {
        statement: IdText,
        span: QuotedWords,
    },
    SetSpan {
        statement: IdText,
        at: usize,
        span: QuotedWords,
    },
    RemoveSpan {
        statement: IdText,
        at: usize,
    },
    AddPosition {
        statement: IdText,
        position: Box<Position>,
    },
    SetPosition {
        statement: IdText,
        at: usize,
        position: Box<Position>,
    },
    RemovePosition {
        statement: IdText,
        at: usize,
    },
    /// Several edits, one after the other, as one step.
    Many(Vec<Edit>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NewRow {
    Coder(Coder),
    Actor(Box<Actor>),
    Issue(Box<Issue>),
    Document(Box<Document>),
    Statement(Box<Statement>),
}

/// A field of the corpus' own data, with what is to stand there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CorpusField {
    Id { id: IdText, keeps_former: bool },
    Title(String),
    Summary(String),
    Language(String),
    Version(String),
    Updated(Option<DateText>),
    Contact(String),
    License(String),
    Method(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorField {
    Name(String),
    Kind(Token<ActorKind>),
    Aliases(Vec<String>),
    Roles(Vec<Role>),
    PartOf(Option<IdText>),
    Names(Names),
    Note(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IssueField {
    Label(String),
    Proposition(String),
    Kind(Option<Token<IssueKind>>),
}

/// A field of a document; its text has an edit of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentField {
    Title(String),
    Date(DateText),
    Language(Option<String>),
    Publisher(String),
    Author(String),
    Url(String),
    Archived(String),
    License(String),
    Sha256(String),
    Note(String),
    Structure(Vec<Part>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementField {
    Kind(Token<Kind>),
    Act(Option<Token<Act>>),
    Speaker(Speaker),
    OnBehalfOf(Option<IdText>),
    Via(Vec<Relay>),
    Addressees(Vec<IdText>),
    Occasion(String),
    Cue(Option<TextSelector>),
    Date(Option<DateText>),
    Parent(Option<IdText>),
    About(Option<About>),
    Confidence(Option<Token<Confidence>>),
    Note(String),
}

impl Edit {
    /// One field of one statement.
    pub fn set_statement(statement: &str, to: StatementField) -> Edit {
        Edit::SetStatements { statements: vec![IdText(statement.to_owned())], to }
    }
}
