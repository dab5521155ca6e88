//! The position of a row. One without all that is said of it would say something else, and is left out.

use super::cells::{flag, listed, one_or_more};
use super::column::Column;
use super::import::{Import, Left};
use super::offsets::MeasuredText;
use super::place::{self, Placed};
use super::table::Row;
use crate::corpus::raw;
use crate::draft::single_out;

impl Import<'_> {
    /// The position of a row; none where it names no issue.
    pub(super) fn position(&mut self, row: &Row, text: &MeasuredText) -> Result<Option<raw::Position>, Left> {
        let (issue, stance) = (row.get(Column::Issue), row.get(Column::Stance));
        if issue.is_empty() && stance.is_empty() {
            return Ok(None);
        }
        if issue.is_empty() {
            return Err(self.left(
                row,
                Column::Issue,
                "a stance is on an issue; the position was left out".to_owned(),
            ));
        }
        let Some(stance) = raw::Token::of_word(&stance.to_lowercase()) else {
            let said = "a stance is one of supports, opposes, neutral, open, unclear, none; the position was left out";
            return Err(self.left(row, Column::Stance, said.to_owned()));
        };
        let condition = self.anchors(row, Column::Condition, text)?;
        let terms = self.anchors(row, Column::Terms, text)?;
        let holder = self.actors(row, Column::Holder);
        if holder.len() < listed(row.get(Column::Holder)).count() {
            // It would be taken for the speaker's own.
            return Err(Left);
        }
        let issue = match self.names.issue(issue, row.get(Column::Proposition)) {
            Ok(issue) => issue,
            Err(said) => {
                return Err(self.left(row, Column::Issue, format!("{said}; the position was left out")));
            }
        };
        let coder = match row.get(Column::Coder) {
            "" => None,
            name => self.names.coder(name).map_err(|said| self.note(row, Column::Coder, said)).ok(),
        };
        let hedged = flag(row.get(Column::Hedged));
        if hedged.is_none() && !row.get(Column::Hedged).is_empty() {
            self.note(row, Column::Hedged, "hedged is yes or no; it was left out".to_owned());
        }
        Ok(Some(raw::Position {
            issue,
            stance,
            holder: one_or_more(holder),
            condition: one_or_more(condition),
            terms: one_or_more(terms),
            hedged: hedged.unwrap_or(false),
            rationale: row.get(Column::Rationale).to_owned(),
            coder,
            confidence: self.token(row, Column::Confidence),
            spans: Vec::new(),
        }))
    }

    /// Words elsewhere in the text, without which a position would say something else.
    fn anchors(
        &mut self,
        row: &Row,
        column: Column,
        text: &MeasuredText,
    ) -> Result<Vec<raw::TextSelector>, Left> {
        if row.get(column).is_empty() {
            return Ok(Vec::new());
        }
        match place::spans(row.raw(column), &text.text) {
            Placed::At(spans) => {
                let selectors = spans.into_iter().map(|span| {
                    let raw::TextSelector { exact, prefix, suffix, start, end, .. } =
                        single_out(&text.text, span);
                    raw::TextSelector { exact, prefix, suffix, start, end, label: String::new() }
                });
                Ok(selectors.collect())
            }
            Placed::Nowhere(said) => {
                Err(self.left(row, column, format!("{said} (the position was left out)")))
            }
        }
    }
}
