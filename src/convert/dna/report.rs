//! What an import tells besides the corpus: what did not fit, what had to be supposed, and how often. Each is one
//! sentence that stands alone.

use super::STATEMENT;
use crate::corpus::visible;
use std::fmt;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Statements of another type stay out.
    OtherType {
        label: String,
        statements: usize,
    },
    /// Values of a variable that has no place in a corpus.
    OtherVariable {
        name: String,
        values: usize,
    },
    /// Documents whose field of this name has no place in a corpus.
    Field {
        name: &'static str,
        documents: usize,
    },
    /// What DNA keeps of its entities: types, aliases, notes of them.
    Attributes(usize),
    /// Links between statements.
    Links(usize),
    /// Rows of a kind that no statement names, or that did nothing.
    Unused {
        what: &'static str,
        rows: usize,
    },
    /// Documents that stay out, with how many statements.
    LeftOut {
        why: NoDocument,
        documents: Rows,
        statements: usize,
    },
    /// Statements that stay out.
    Unplaced {
        why: Misplaced,
        statements: Rows,
    },
    /// Nothing tells whether words are quoted.
    Indirect(usize),
    /// Statements that are read as agreement, as an untouched box is.
    Agreements(usize),
    /// The stance of these is “unclear”: there is no agreement.
    NoAgreement(usize),
    /// The stance of these is “unclear”: the agreement is a number, kept as the rationale.
    NumericAgreement(usize),
    NoConcept(usize),
    NoSpeaker(usize),
    /// Persons who got a role of the organization that stands beside them.
    Roles {
        persons: usize,
        title: &'static str,
    },
    /// Persons who stand beside more than one organization.
    SeveralRoles(usize),
    /// Documents with a time of day, of which the day is kept.
    TimesOfDay(usize),
    /// Version 2: all moments are midnight of one zone that is not UTC.
    LocalMidnights(usize),
    /// Version 2: moments of a clock whose zone is not known.
    UnknownClock(usize),
    /// Documents that have no title.
    Untitled(usize),
    /// Names that were set on one line, or cut.
    Tidied(usize),
    CarriageReturns(usize),
    /// In which unit offsets were read, for how many statements that matters, and the first passages.
    Units {
        differing: usize,
        passages: Vec<String>,
    },
    /// The last changes may stand in a file beside the database.
    Log,
}

/// Why a document stays out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoDocument {
    NoText,
    LongText,
    NoDate,
}

/// Why a statement stays out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Misplaced {
    /// Its document is not in the file.
    NoDocument,
    /// It ends before it begins, or where it begins.
    Reversed,
    BehindTheEnd,
    InsideALetter,
}

/// Rows by their numbers: how many, and the first of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rows {
    pub count: usize,
    pub first: Vec<i64>,
}

impl Rows {
    pub fn add(&mut self, row: i64) {
        const NAMED: usize = 5;
        self.count += 1;
        if self.first.len() < NAMED {
            self.first.push(row);
        }
    }
}

impl fmt::Display for Rows {
    /// `(3, 7, …)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let first: Vec<String> = self.first.iter().map(i64::to_string).collect();
        let more = if self.count > self.first.len() { ", …" } else { "" };
        write!(f, "({}{more})", first.join(", "))
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::Log => f.write_str(
                "its last changes may stand in a file beside it whose name ends with -wal; \
                 open and close it in DNA before",
            ),
            Note::Units { differing, passages } => {
                let shown: Vec<String> =
                    passages.iter().map(|words| format!("“{}”", visible(words))).collect();
                write!(
                    f,
                    "DNA keeps no words of a statement: its offsets are read as UTF-16, which matters for {}; \
                     the first passages are {}",
                    count(*differing, "statement"),
                    shown.join(", ")
                )
            }
            _ => {
                let (number, what, said) = self.counted();
                write!(f, "{}{said}", count(number, what))
            }
        }
    }
}

impl Note {
    /// Whether there was no such thing.
    pub fn is_about_nothing(&self) -> bool {
        match self {
            Note::Log => false,
            Note::Units { passages, .. } => passages.is_empty(),
            Note::LeftOut { documents, .. } => documents.count == 0,
            _ => self.counted().0 == 0,
        }
    }

    /// How many of what, and what is said of them.
    fn counted(&self) -> (usize, &'static str, String) {
        let of = |number: &usize, what, said: &str| (*number, what, said.to_owned());
        match self {
            Note::OtherType { label, statements } => {
                let label = visible(label);
                (
                    *statements,
                    "statement",
                    format!(" of the type “{label}” left out; only “{STATEMENT}” is read"),
                )
            }
            Note::OtherVariable { name, values } => {
                (*values, "value", format!(" of the variable “{}” left out", visible(name)))
            }
            Note::Field { name, documents } => (*documents, "document", format!(": {name} left out")),
            Note::Attributes(values) => {
                of(values, "attribute", " of persons, organizations and concepts left out")
            }
            Note::Links(links) => of(links, "link", " between statements left out"),
            Note::Unused { what, rows } => (*rows, what, " that no statement names left out".to_owned()),
            Note::LeftOut { why, documents, statements } => {
                let theirs = count(*statements, "statement");
                (documents.count, "document", format!(" {documents} with {theirs} left out: {why}"))
            }
            Note::Unplaced { why, statements } => {
                (statements.count, "statement", format!(" {statements} left out: {why}"))
            }
            Note::Indirect(statements) => of(
                statements,
                "statement",
                " set as “indirect”, because DNA does not say whose words they are; change those that are quoted",
            ),
            Note::Agreements(statements) => of(
                statements,
                "statement",
                " read as “supports”; DNA ticks the box of agreement by itself, so some may only be untouched",
            ),
            Note::NoAgreement(statements) => {
                of(statements, "statement", " with a concept and no agreement: the stance is “unclear”")
            }
            Note::NumericAgreement(statements) => of(
                statements,
                "statement",
                " with a number as agreement: the stance is “unclear”, and the number its rationale",
            ),
            Note::NoConcept(statements) => {
                of(statements, "statement", " without a concept, and so without a position")
            }
            Note::NoSpeaker(statements) => of(
                statements,
                "statement",
                " with neither person nor organization, as the words of nobody named",
            ),
            Note::Roles { persons, title } => (
                *persons,
                "person",
                format!(
                    " with a new role, “{title}”, of the organization that stands beside them; \
                     DNA says neither which office it was nor when"
                ),
            ),
            Note::SeveralRoles(persons) => of(
                persons,
                "person",
                " beside several organizations, counting for each of them at all times; give these roles their dates",
            ),
            Note::TimesOfDay(documents) => of(documents, "document", ": time of day left out"),
            Note::LocalMidnights(documents) => of(
                documents,
                "document",
                " with a date that is midnight somewhere: the nearest day is taken; compare one with its text",
            ),
            Note::UnknownClock(documents) => of(
                documents,
                "document",
                " with a date in an unknown time zone, read as UTC: it may be a day early or late",
            ),
            Note::Untitled(documents) => of(documents, "document", " without a title, called by a number"),
            Note::Tidied(names) => of(names, "name", " set on one line or cut to be short enough"),
            Note::CarriageReturns(documents) => {
                of(documents, "document", " with line ends of Windows; look whether the passages fit")
            }
            Note::Log | Note::Units { .. } => of(&0, "", ""),
        }
    }
}

impl fmt::Display for NoDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoDocument::NoText => "there is no text",
            NoDocument::LongText => "the text is longer than a corpus may have",
            NoDocument::NoDate => "there is no date within the years 1 to 9999",
        })
    }
}

impl fmt::Display for Misplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Misplaced::NoDocument => "there is no such document in the file",
            Misplaced::Reversed => "it ends where it begins, or before",
            Misplaced::BehindTheEnd => "it goes on behind the end of its text",
            Misplaced::InsideALetter => "it begins or ends inside a letter",
        })
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
