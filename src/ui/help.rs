//! The shortcuts, and what the lines under the words mean. One table serves the dialog and the keys,
//! so that no key is promised that does nothing.

use super::class::class;
use super::dialog::dialog;
use super::html::html;
use super::scene::{Scene, Wish};
use super::tongue::{mark, tr};
use super::words;
use crate::query::KINDS;
use yew::prelude::*;

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
    (&["j", "n"], Shortcut::Next, mark("next statement")),
    (&["k", "p"], Shortcut::Previous, mark("previous statement")),
    (&["/"], Shortcut::Search, mark("search the text")),
    (&["f"], Shortcut::Filters, mark("filters")),
    (&["r"], Shortcut::Read, mark("read")),
    (&["c"], Shortcut::Compare, mark("compare")),
    (&["l"], Shortcut::CopyLink, mark("copy the link of this view")),
    (&["s"], Shortcut::Share, mark("share and download")),
    (&["?"], Shortcut::Help, mark("this list")),
    (&["Escape"], Shortcut::Close, mark("close what is open")),
];

/// The shortcut of a pressed key.
pub fn shortcut(key: &str, single_keys_off: bool) -> Option<Shortcut> {
    let found = SHORTCUTS.iter().find(|(keys, ..)| keys.contains(&key)).map(|(_, shortcut, _)| *shortcut);
    found.filter(|shortcut| !single_keys_off || *shortcut == Shortcut::Close)
}

pub fn help(scene: &Scene) -> Html {
    let rows = SHORTCUTS.iter().map(|(keys, _, does)| {
        html! { <div class="keys-row">
            <dt>{ for keys.iter().enumerate().map(|(i, key)| html! { <>if i > 0 { { " or " } }<kbd>{ *key }</kbd></> }) }</dt>
            <dd>{ tr(does) }</dd>
        </div> }
    });
    let off = scene.preferences.no_shortcuts;
    let prefer = super::scene::Preferences { no_shortcuts: !off, ..scene.preferences };
    let wish = scene.wish.clone();
    let onchange = Callback::from(move |_: Event| wish.emit(Wish::Prefer(prefer)));
    let body = html! { <>
            <dl class="keys">{ for rows }</dl>
            <label class="choice"><input type="checkbox" checked={!off} {onchange} />{ "Single-key shortcuts" }</label>
            <h3>{ "The lines under the words" }</h3>
            <ul class="legend">{ for KINDS.iter().map(|kind| html! { <li><span class={class(&["line-sample", words::line(*kind)])}>{ words::kind(*kind) }</span></li> }) }</ul>
            <p>{ "Quoted words have a tint, a paraphrase has none. Statements that a filter leaves out keep their words and lose their tint." }</p>
    </> };
    dialog(scene, tr("Keyboard and marks"), "", body)
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
