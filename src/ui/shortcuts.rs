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

/// The shortcut of a pressed key: by what it types, and by its place (`code`) where that is a letter of another script.
pub fn shortcut(key: &str, code: &str, shift: bool, single_keys_off: bool) -> Option<Shortcut> {
    let by_place = match code.strip_prefix("Key") {
        Some(letter) => letter,
        None if code == "Slash" && shift => "?",
        None if code == "Slash" => "/",
        None => "",
    };
    let is = |known: &&str| if key.is_ascii() { *known == key } else { known.eq_ignore_ascii_case(by_place) };
    let found = SHORTCUTS.iter().find(|(keys, ..)| keys.iter().any(is)).map(|(_, shortcut, _)| *shortcut);
    found.filter(|shortcut| !single_keys_off || *shortcut == Shortcut::Close)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_does_one_thing_and_only_escape_stays_when_single_keys_are_off() {
        for (keys, does, _) in SHORTCUTS {
            for key in keys {
                assert_eq!(shortcut(key, "", false, false), Some(does), "{key}");
                let off = (does == Shortcut::Close).then_some(does);
                assert_eq!(shortcut(key, "", false, true), off, "{key}");
            }
        }
        assert_eq!(shortcut("x", "KeyX", false, false), None);
    }

    #[test]
    fn a_letter_of_another_script_counts_by_its_place() {
        for (key, code, shift, does) in [
            ("о", "KeyJ", false, Some(Shortcut::Next)),
            ("т", "KeyN", false, Some(Shortcut::Next)),
            ("л", "KeyK", false, Some(Shortcut::Previous)),
            ("з", "KeyP", false, Some(Shortcut::Previous)),
            ("а", "KeyF", false, Some(Shortcut::Filters)),
            ("к", "KeyR", false, Some(Shortcut::Read)),
            ("с", "KeyC", false, Some(Shortcut::Compare)),
            ("д", "KeyL", false, Some(Shortcut::CopyLink)),
            ("ы", "KeyS", false, Some(Shortcut::Share)),
            ("ت", "KeyJ", false, Some(Shortcut::Next)),
            ("ظ", "Slash", false, Some(Shortcut::Search)),
            ("ξ", "KeyJ", false, Some(Shortcut::Next)),
            ("؟", "Slash", true, Some(Shortcut::Help)),
            // Letters of ours elsewhere, as on other Latin layouts, and places where none of ours is.
            ("j", "KeyC", false, Some(Shortcut::Next)),
            (".", "Slash", false, None),
            ("-", "Slash", false, None),
            ("h", "KeyJ", false, None),
            ("ю", "Period", false, None),
            ("é", "Digit2", false, None),
        ] {
            assert_eq!(shortcut(key, code, shift, false), does, "{key} at {code}");
        }
        assert_eq!(shortcut("о", "KeyJ", false, true), None, "single keys are off");
    }
}
