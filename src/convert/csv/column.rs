//! The columns of the table, by their names.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    Id,
    Document,
    Words,
    Start,
    End,
    Unit,
    Quoted,
    Kind,
    Speaker,
    SpeakerKind,
    Via,
    OnBehalfOf,
    Act,
    Date,
    Addressees,
    Issue,
    Proposition,
    Stance,
    Holder,
    Condition,
    Terms,
    Hedged,
    Rationale,
    Coder,
    Confidence,
}

impl Column {
    /// In the order in which a table has them.
    pub const ALL: [Column; 25] = [
        Column::Id,
        Column::Document,
        Column::Words,
        Column::Start,
        Column::End,
        Column::Unit,
        Column::Quoted,
        Column::Kind,
        Column::Speaker,
        Column::SpeakerKind,
        Column::Via,
        Column::OnBehalfOf,
        Column::Act,
        Column::Date,
        Column::Addressees,
        Column::Issue,
        Column::Proposition,
        Column::Stance,
        Column::Holder,
        Column::Condition,
        Column::Terms,
        Column::Hedged,
        Column::Rationale,
        Column::Coder,
        Column::Confidence,
    ];

    /// Without these a row is no statement.
    pub const REQUIRED: [Column; 4] = [Column::Document, Column::Words, Column::Kind, Column::Speaker];

    /// What rows of one statement have in common.
    pub const OF_STATEMENT: [Column; 12] = [
        Column::Document,
        Column::Words,
        Column::Start,
        Column::End,
        Column::Quoted,
        Column::Kind,
        Column::Speaker,
        Column::Via,
        Column::OnBehalfOf,
        Column::Act,
        Column::Date,
        Column::Addressees,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Column::Id => "id",
            Column::Document => "document",
            Column::Words => "words",
            Column::Start => "start",
            Column::End => "end",
            Column::Unit => "unit",
            Column::Quoted => "quoted",
            Column::Kind => "kind",
            Column::Speaker => "speaker",
            Column::SpeakerKind => "speaker_kind",
            Column::Via => "via",
            Column::OnBehalfOf => "on_behalf_of",
            Column::Act => "act",
            Column::Date => "date",
            Column::Addressees => "addressees",
            Column::Issue => "issue",
            Column::Proposition => "proposition",
            Column::Stance => "stance",
            Column::Holder => "holder",
            Column::Condition => "condition",
            Column::Terms => "terms",
            Column::Hedged => "hedged",
            Column::Rationale => "rationale",
            Column::Coder => "coder",
            Column::Confidence => "confidence",
        }
    }

    /// The column that a header names, in letters of any size, with spaces or hyphens for underscores.
    pub fn named(header: &str) -> Option<Column> {
        let name = header.trim().to_lowercase().replace([' ', '-'], "_");
        Column::ALL.into_iter().find(|column| column.name() == name)
    }
}

impl fmt::Display for Column {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
