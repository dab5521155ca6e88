//! Who codes: asked once, and named by every position that is coded from then on.

use super::{Coder, Pending, Then, Work};
use crate::corpus::raw::{self, IdText};
use crate::draft::{Edit, List, NewRow};

impl Work {
    pub(super) fn set_coder(&mut self, name: &str) {
        let known = self.file().coders.iter().find(|coder| coder.name == name);
        self.coder = match known {
            Some(coder) => Coder::Known(coder.id.clone()),
            None if name.is_empty() => Coder::Withheld,
            None => Coder::Named(name.to_owned()),
        };
        // It was asked beside a stance, which is what comes next.
        if matches!(self.pending, Some(Pending::Stance(_))) {
            self.then.push(Then::Focus("stances".to_owned()));
        }
    }

    /// The coder whom a new position names, with the edit that puts a new one into the file.
    pub(super) fn coder_of_new(&self) -> (Option<IdText>, Option<Edit>) {
        match &self.coder {
            Coder::Unknown | Coder::Withheld => (None, None),
            Coder::Known(id) => (Some(id.clone()), None),
            Coder::Named(name) => {
                let id = self.draft.new_id(List::Coders, name);
                let coder = raw::Coder { id: id.clone(), name: name.clone() };
                (Some(id), Some(Edit::Add { row: NewRow::Coder(coder), at: None }))
            }
        }
    }

    /// Goes on with the coder that an edit has put into the file.
    pub(super) fn know_coder(&mut self) {
        if let Coder::Named(name) = &self.coder {
            let name = name.clone();
            self.set_coder(&name);
        }
    }
}
