//! The statements of a project that a corpus can have: their words at their place, and what DNA's variables say.

use super::documents::Documents;
use super::names::Names;
use super::report::{Misplaced, Rows};
use super::schema::{Datum, Project, Statement};
use crate::convert::utf16::NoPoint;
use crate::corpus::Stance;
use crate::corpus::raw::QuotedWords;
use std::collections::BTreeMap;

/// Bytes of texts that are read to see whether words occur once; from there on every statement has offsets.
const SEARCHED: usize = 1 << 30;
/// Code points of a passage that is shown.
const SHOWN: usize = 80;

/// The numbers of DNA's own variables in a project; some may be missing.
pub struct Variables {
    pub person: Option<i64>,
    pub organization: Option<i64>,
    pub concept: Option<i64>,
    pub agreement: Option<i64>,
}

/// A statement; names are places in the lists of [`Coded`].
pub struct CodedStatement {
    pub number: i64,
    /// The number of its document.
    pub document: i64,
    pub words: QuotedWords,
    pub person: Option<usize>,
    pub organization: Option<usize>,
    pub concept: Option<usize>,
    pub agreement: Agreement,
    pub coder: Option<usize>,
}

/// How a statement stands to its concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    Stance(Stance),
    /// A project may count agreement in steps of its own.
    Number(i64),
    Missing,
}

#[derive(Default)]
pub struct Coded {
    pub statements: Vec<CodedStatement>,
    pub persons: Names,
    pub organizations: Names,
    pub concepts: Names,
    pub coders: Names,
    pub unplaced: BTreeMap<Misplaced, Rows>,
    /// The documents of statements that stay out with these.
    pub lost: Vec<i64>,
    /// Statements whose offsets would be others in code points.
    pub differing: usize,
    /// The first words.
    pub passages: Vec<String>,
    searched: usize,
}

impl Variables {
    pub fn of(project: &Project, of_type: i64) -> Variables {
        let find = |names: &[&str]| {
            let is_it = |name: &str| names.iter().any(|known| name.trim().eq_ignore_ascii_case(known));
            let mut own = project.variables.iter().filter(|(_, variable)| variable.of_type == of_type);
            own.find(|(_, variable)| is_it(&variable.name)).map(|(number, _)| *number)
        };
        Variables {
            person: find(&["person"]),
            organization: find(&["organization", "organisation"]),
            concept: find(&["concept"]),
            agreement: find(&["agreement"]),
        }
    }

    /// Whether a value of a variable has a place in a corpus.
    pub fn is_read(&self, variable: i64, datum: Datum) -> bool {
        let of = |own: Option<i64>| own == Some(variable);
        match datum {
            Datum::Entity(_) => of(self.person) || of(self.organization) || of(self.concept),
            Datum::Flag(_) | Datum::Number(_) => of(self.agreement),
            Datum::Long(_) => false,
        }
    }
}

impl Coded {
    pub fn of(project: &Project, documents: &Documents, of_type: i64, variables: &Variables) -> Coded {
        let mut all = Coded::default();
        for (number, statement) in project.statements.iter().filter(|(_, own)| own.of_type == of_type) {
            match all.words(documents, statement) {
                Ok(words) => {
                    let coded = all.coded(project, *number, statement, words, variables);
                    all.statements.push(coded);
                }
                Err(Misplaced::NoDocument) if documents.is_left_out(statement.document) => {
                    all.lost.push(statement.document);
                }
                Err(why) => all.unplaced.entry(why).or_default().add(*number),
            }
        }
        all
    }

    /// The words at the offsets of a statement: alone where they occur once in the text, else with offsets.
    fn words(&mut self, documents: &Documents, statement: &Statement) -> Result<QuotedWords, Misplaced> {
        let document = documents.kept.get(&statement.document).ok_or(Misplaced::NoDocument)?;
        if statement.stop <= statement.start {
            return Err(Misplaced::Reversed);
        }
        let point = |unit: i64| {
            let unit = u32::try_from(unit).map_err(|_| Misplaced::BehindTheEnd)?;
            document.units.point(unit).map_err(|why| match why {
                NoPoint::BehindTheEnd => Misplaced::BehindTheEnd,
                NoPoint::InsideALetter => Misplaced::InsideALetter,
            })
        };
        let (start, end) = (point(statement.start)?, point(statement.stop)?);
        let span = document.text.span(start, end).ok_or(Misplaced::BehindTheEnd)?;
        let exact = document.text.get(span).to_owned();
        self.differing +=
            usize::from(i64::from(start) != statement.start || i64::from(end) != statement.stop);
        if self.passages.len() < 3 {
            self.passages.push(exact.chars().take(SHOWN).collect());
        }
        self.searched = self.searched.saturating_add(document.text.as_str().len());
        let is_alone = self.searched <= SEARCHED && document.text.find(&exact).nth(1).is_none();
        let (start, end) = if is_alone { (None, None) } else { (Some(span.start()), Some(span.end())) };
        Ok(QuotedWords { exact, start, end, ..QuotedWords::default() })
    }

    fn coded(
        &mut self,
        project: &Project,
        number: i64,
        statement: &Statement,
        words: QuotedWords,
        variables: &Variables,
    ) -> CodedStatement {
        let value = |variable: Option<i64>| project.values.get(&(number, variable?)).copied();
        let name = |variable| match value(variable) {
            Some(Datum::Entity(entity)) => project.entities.get(&entity).map_or("", |entity| &entity.name),
            _ => "",
        };
        let concept = self.concepts.place(name(variables.concept));
        // Who coded a statement without a position is told nowhere in a corpus.
        let coder = concept.and_then(|_| project.coders.get(&statement.coder));
        CodedStatement {
            number,
            document: statement.document,
            words,
            person: self.persons.place(name(variables.person)),
            organization: self.organizations.place(name(variables.organization)),
            concept,
            agreement: match value(variables.agreement) {
                Some(Datum::Flag(true)) => Agreement::Stance(Stance::Supports),
                Some(Datum::Flag(false)) => Agreement::Stance(Stance::Opposes),
                Some(Datum::Number(number)) => Agreement::Number(number),
                Some(Datum::Entity(_) | Datum::Long(_)) | None => Agreement::Missing,
            },
            coder: coder.and_then(|name| self.coders.place(name)),
        }
    }
}
