//! What the page says of a link that asked for more than there is: one sentence for each notice.

use crate::route::{Facet, Notice};
use crate::ui::i18n::{interpolate, tr, tr_format};
use std::fmt;

/// Somebody else's words inside a sentence of ours: never at length.
struct Short<'a>(&'a str);

impl fmt::Display for Short<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(60) {
            Some((end, _)) => write!(f, "{}…", self.0.get(..end).unwrap_or_default()),
            None => f.write_str(self.0),
        }
    }
}

pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::UnknownKey(key) => {
            tr_format!("This page does not know the part “{key}” of the link.", key = Short(key))
        }
        Notice::UnknownWord { key, value } => {
            tr_format!("“{value}” means nothing as “{key}” in the link.", value = Short(value), key = key)
        }
        Notice::Malformed { key, value } => {
            tr_format!("“{value}” cannot be read as “{key}” in the link.", value = Short(value), key = key)
        }
        Notice::Contradiction { value, .. } => tr_format!(
            "The link both asks for “{value}” and leaves it out; the last mention holds.",
            value = Short(value)
        ),
        Notice::EmptyDateRange => {
            tr("The dates of the link end before they begin, so nothing can match.").to_owned()
        }
        Notice::SeveralFocuses { kept } => {
            tr_format!("The link asks for several of pair, col and row; only “{key}” is shown.", key = kept)
        }
        Notice::ComparisonOnly(key) => {
            tr_format!("“{key}” belongs to the comparison, but the link opens the text.", key = key)
        }
        Notice::NotHere(key) => tr_format!("“{key}” says nothing of what the link opens.", key = key),
        Notice::Nameless => {
            tr("The link asks for the page of an actor or an issue and does not say of which.").to_owned()
        }
        Notice::OpensText => {
            tr("The link names a statement, so its text is shown and not a list.").to_owned()
        }
        Notice::UnknownCoder(id) => {
            tr_format!("This corpus has no coder “{id}”; as a filter it matches nothing.", id = Short(id))
        }
        Notice::Newer(version) => tr_format!(
            "The link was made by a newer page (version {version}); some of it may be missing.",
            version = Short(version)
        ),
        Notice::TooLong => tr("The link is too long; the end of it was not read.").to_owned(),
        Notice::TooMany => {
            tr("The link asks for too many things; the last of them were not read.").to_owned()
        }
        Notice::ExternalCorpus(address) => {
            tr_format!("This site reads its own corpora only, not “{address}”.", address = Short(address))
        }
        Notice::OtherCorpus(id) => tr_format!("The link is for another corpus, “{id}”.", id = Short(id)),
        Notice::UnknownDocument(id) => {
            tr_format!("This corpus has no document “{id}”; the first one is shown.", id = Short(id))
        }
        Notice::UnknownStatement(id) => tr_format!("This corpus has no statement “{id}”.", id = Short(id)),
        Notice::UnknownActor(id) => tr_format!("This corpus has no speaker “{id}”.", id = Short(id)),
        Notice::UnknownIssue(id) => tr_format!("This corpus has no issue “{id}”.", id = Short(id)),
        Notice::UnknownValue { facet, value } => unknown_value(*facet, Short(value)),
        Notice::WordingChanged => {
            tr("The wording of the open statement has changed since this link was made.").to_owned()
        }
    }
}

/// A whole sentence each: what is missing has a gender in many languages.
fn unknown_value(facet: Facet, value: Short) -> String {
    let sentence = match facet {
        Facet::Speaker => tr("There is no speaker “{value}” here; as a filter it matches nothing."),
        Facet::Group => tr("There is no group “{value}” here; as a filter it matches nothing."),
        Facet::Via => tr("There is no relay “{value}” here; as a filter it matches nothing."),
        Facet::Issue => tr("There is no issue “{value}” here; as a filter it matches nothing."),
        Facet::Stance => tr("There is no stance “{value}” here; as a filter it matches nothing."),
        Facet::Kind => tr("There is no way of quoting “{value}” here; as a filter it matches nothing."),
        Facet::Act => tr("Words do not do “{value}” here; as a filter it matches nothing."),
    };
    interpolate(sentence, &[("value", &value)])
}
