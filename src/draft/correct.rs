//! Correcting a document's text. Whatever is anchored in it is found again where its words still stand, or is listed as
//! lost: nothing moves to other words, be they the same. What is lost stays in the file, where the check finds it.

use super::anchors::{Anchor, AnchorPlace, of_document, of_statement};
use super::kept::{Kept, kept};
use super::recorder::Recorder;
use super::single_out::single_out;
use crate::corpus::raw;
use crate::corpus::{Span, Text};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// An anchor whose words the corrected text does not have any more, or not at their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostAnchor {
    pub place: AnchorPlace,
    /// What it was anchored to.
    pub words: String,
}

/// Gives the document at `at` another text; what of the file is lost by that.
pub fn correct(to: &mut Recorder, at: usize, text: &str) -> Vec<LostAnchor> {
    let Some(document) = to.file().documents.get(at) else { return Vec::new() };
    let id = document.id.clone();
    let correction = Correction::new(&document.text, text);
    let mut lost = Vec::new();
    let (old_sum, new_sum) = (sha256(&document.text), sha256(text));
    to.set_text(at, text.to_owned());
    to.set(at, |document: &mut raw::Document| {
        of_document(document, &mut |place, anchor| lost.extend(correction.find_again(place, anchor)));
        // A checksum that was right is right again; another one says something that nobody here knows.
        if document.sha256.eq_ignore_ascii_case(&old_sum) {
            document.sha256 = new_sum;
        }
    });
    let statements = to.file().statements.iter().enumerate();
    let found = statements.filter(|(_, statement)| statement.document == id);
    for at in found.map(|(at, _)| at).collect::<Vec<_>>() {
        to.set(at, |statement| {
            of_statement(statement, &mut |place, anchor| lost.extend(correction.find_again(place, anchor)));
        });
    }
    lost
}

fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

struct Correction {
    old: Text,
    new: Text,
    kept: Vec<Kept>,
}

impl Correction {
    fn new(old: &str, new: &str) -> Correction {
        Correction { old: Text::new(old.to_owned()), new: Text::new(new.to_owned()), kept: kept(old, new) }
    }

    /// Lets an anchor find its words in the new text. One that had no place before is left as it is.
    fn find_again(&self, place: AnchorPlace, mut anchor: Anchor) -> Option<LostAnchor> {
        let before = anchor.place(&self.old).ok()?;
        match self.moved(before) {
            Some(now) => {
                self.single_out(&mut anchor, now);
                None
            }
            None => {
                let words = anchor.exact.to_owned();
                self.pin(&mut anchor, before);
                Some(LostAnchor { place, words })
            }
        }
    }

    /// Where a span of the old text stands in the new one, if all of it was kept.
    fn moved(&self, span: Span) -> Option<Span> {
        let behind = self.kept.partition_point(|kept| kept.old <= span.start());
        let kept = self.kept.get(behind.checked_sub(1)?)?;
        let is_whole = span.end() <= kept.old.checked_add(kept.length)?;
        let start = (span.start() - kept.old).checked_add(kept.new)?;
        let now = self.new.span(start, start.checked_add(span.end() - span.start())?)?;
        (is_whole && self.new.get(now) == self.old.get(span)).then_some(now)
    }

    /// Changes as little as leads an anchor to its new place.
    fn single_out(&self, anchor: &mut Anchor, now: Span) {
        if anchor.start.is_some() {
            *anchor.start = Some(now.start());
        }
        if anchor.end.is_some() {
            *anchor.end = Some(now.end());
        }
        let (before, after) = self.new.around(now);
        if !before.ends_with(anchor.prefix.as_str()) {
            anchor.prefix.clear();
        }
        if !after.starts_with(anchor.suffix.as_str()) {
            anchor.suffix.clear();
        }
        if anchor.place(&self.new) != Ok(now) {
            let found = single_out(&self.new, now);
            *anchor.prefix = found.prefix;
            *anchor.suffix = found.suffix;
            (*anchor.start, *anchor.end) = (found.start, found.end);
        }
    }

    /// Leaves a lost anchor as it is if nothing in the new text fits it. Where the same words stand elsewhere it gets
    /// as much of what stood around it as keeps it from being found there.
    fn pin(&self, anchor: &mut Anchor, before: Span) {
        const WIDTHS: [usize; 6] = [16, 32, 64, 128, 256, usize::MAX];
        let (in_front, behind) = self.old.around(before);
        for width in WIDTHS {
            if anchor.place(&self.new).is_err() {
                return;
            }
            let from = in_front.char_indices().rev().nth(width.saturating_sub(1)).map_or(0, |(at, _)| at);
            let to = behind.char_indices().nth(width).map_or(behind.len(), |(at, _)| at);
            in_front.get(from..).unwrap_or_default().clone_into(anchor.prefix);
            behind.get(..to).unwrap_or_default().clone_into(anchor.suffix);
        }
        // All of the old text stands in the new one, so only its offsets tell them apart.
        if anchor.place(&self.new).is_ok() {
            (*anchor.start, *anchor.end) = (Some(before.start()), Some(before.end()));
        }
    }
}
