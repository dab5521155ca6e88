//! Which key asks for what. One table serves the keys and the dialog that lists them, so that no key is promised that
//! does nothing.

use super::i18n::tr_noop;

/// What a key does, wherever the reader is not typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shortcut {
    Next,
    Previous,
    Search,
    Filters,
    Read,
    Compare,
    CopyLink,
    Share,
    Help,
    Close,
}

/// Every key, in the order in which the dialog lists them. `Escape` works also when single keys are off.
pub const SHORTCUTS: [(&[&str], Shortcut, &str); 10] = [
    (&["j", "n"], Shortcut::Next, tr_noop("next statement")),
    (&["k", "p"], Shortcut::Previous, tr_noop("previous statement")),
    (&["/"], Shortcut::Search, tr_noop("search the text")),
    (&["f"], Shortcut::Filters, tr_noop("filters")),
    (&["r"], Shortcut::Read, tr_noop("read")),
    (&["c"], Shortcut::Compare, tr_noop("compare")),
    (&["l"], Shortcut::CopyLink, tr_noop("copy the link of this view")),
    (&["s"], Shortcut::Share, tr_noop("share and download")),
    (&["?"], Shortcut::Help, tr_noop("this list")),
    (&["Escape"], Shortcut::Close, tr_noop("close what is open")),
];

/// The shortcut of a pressed key.
pub fn shortcut(key: &str, single_keys_off: bool) -> Option<Shortcut> {
    let found = SHORTCUTS.iter().find(|(keys, ..)| keys.contains(&key)).map(|(_, shortcut, _)| *shortcut);
    found.filter(|shortcut| !single_keys_off || *shortcut == Shortcut::Close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_does_one_thing_and_only_escape_stays_when_single_keys_are_off() {
        for (keys, does, _) in SHORTCUTS {
            for key in keys {
                assert_eq!(shortcut(key, false), Some(does), "{key}");
                let off = (does == Shortcut::Close).then_some(does);
                assert_eq!(shortcut(key, true), off, "{key}");
            }
        }
        assert_eq!(shortcut("x", false), None);
    }
}
