//! What was done to a draft, one entry after the other, so that each can be kept by itself as soon as it is done and
//! all of them be done again to the file that the draft began with.

use super::{Draft, Edit, Refusal};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Entry {
    Edit(Edit),
    Undo,
    Redo,
    /// The file was saved as it then was.
    Saved,
}

impl Entry {
    pub fn to_json(&self) -> String {
        // Writing plain data as JSON cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }

    pub fn from_json(kept: &str) -> Result<Entry, Refusal> {
        serde_json::from_str(kept).map_err(|problem| Refusal::Unreadable(problem.to_string()))
    }
}

impl Draft {
    /// Does what an entry says.
    pub fn replay(&mut self, entry: Entry) -> Result<(), Refusal> {
        match entry {
            Entry::Edit(edit) => return self.apply(edit),
            Entry::Undo => {
                self.undo();
            }
            Entry::Redo => {
                self.redo();
            }
            Entry::Saved => self.mark_saved(),
        }
        Ok(())
    }
}
