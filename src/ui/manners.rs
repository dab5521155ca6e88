//! Text size, theme, language and shortcuts: what a reader sets for their own browser, and the language, which the
//! address holds.

use super::header::in_language;
use super::html::html;
use super::link;
use super::scene::{Panel, Preferences, Scene, TextSize, Theme, Wish};
use super::tongue::tr;
use crate::view::Language;
use yew::prelude::*;

pub fn manners(scene: &Scene) -> Html {
    let set = scene.preferences;
    let theme = |theme: Theme, label: &'static str| {
        radio(scene, "theme", label, set.theme == theme, Preferences { theme, ..set })
    };
    let size = |size: TextSize, label: &'static str| {
        radio(scene, "size", label, set.size == size, Preferences { size, ..set })
    };
    let shortcuts = {
        let wish = scene.wish.clone();
        let prefer = Preferences { no_shortcuts: !set.no_shortcuts, ..set };
        Callback::from(move |_: Event| wish.emit(Wish::Prefer(prefer)))
    };
    html! {
        <div id="manners" class="popover" popover="auto" role="dialog" aria-label="Text size, theme and shortcuts">
            <fieldset class="choices">
                <legend>{ "Text size" }</legend>
                { size(TextSize::Small, tr("Small")) }
                { size(TextSize::Medium, tr("Medium")) }
                { size(TextSize::Large, tr("Large")) }
                { size(TextSize::Largest, tr("Largest")) }
            </fieldset>
            <fieldset class="choices">
                <legend>{ "Theme" }</legend>
                { theme(Theme::System, tr("As the system")) }
                { theme(Theme::Light, tr("Light")) }
                { theme(Theme::Dark, tr("Dark")) }
                { theme(Theme::Contrast, tr("More contrast")) }
            </fieldset>
            <fieldset class="choices">
                <legend>{ "Language" }</legend>
                { for Language::ALL.into_iter().map(|(language, tag, name)| in_language(scene, language, tag, name)) }
            </fieldset>
            <fieldset class="choices">
                <legend>{ "Keyboard" }</legend>
                <label class="choice"><input type="checkbox" checked={!set.no_shortcuts} onchange={shortcuts} />
                    { "Single-key shortcuts" }</label>
                { link::button(scene, Wish::Show(Some(Panel::Help)), tr("Show the shortcuts")) }
            </fieldset>
            { link::button(scene, Wish::Print, tr("Print")) }
        </div>
    }
}

fn radio(scene: &Scene, name: &'static str, label: &'static str, checked: bool, prefer: Preferences) -> Html {
    let wish = scene.wish.clone();
    let onchange = Callback::from(move |_: Event| wish.emit(Wish::Prefer(prefer)));
    html! { <label class="choice"><input type="radio" {name} {checked} {onchange} />{ label }</label> }
}
