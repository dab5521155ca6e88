//! Text size, theme, language and shortcuts: what a reader sets for their own browser, and the language, which the
//! address holds.

use crate::route::Language;
use crate::ui::context::{Command, Context, Dialog, Settings, TextSize, Theme};
use crate::ui::header::in_language;
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::links;
use yew::prelude::*;

pub fn settings(context: &Context) -> Html {
    let set = context.settings;
    let theme = |theme: Theme, label: &'static str| {
        radio(context, "theme", label, set.theme == theme, Settings { theme, ..set })
    };
    let size = |size: TextSize, label: &'static str| {
        radio(context, "size", label, set.size == size, Settings { size, ..set })
    };
    let shortcuts = {
        let command = context.command.clone();
        let prefer = Settings { no_shortcuts: !set.no_shortcuts, ..set };
        Callback::from(move |_: Event| command.emit(Command::SetSettings(prefer)))
    };
    html! {
        <div id="settings" class="popover" popover="auto" role="dialog" aria-label="Text size, theme and shortcuts">
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
                { for Language::ALL.into_iter().map(|(language, tag, name)| in_language(context, language, tag, name)) }
            </fieldset>
            <fieldset class="choices">
                <legend>{ "Keyboard" }</legend>
                <label class="choice"><input type="checkbox" checked={!set.no_shortcuts} onchange={shortcuts} />
                    { "Single-key shortcuts" }</label>
                { links::button(context, Command::OpenDialog(Some(Dialog::Help)), tr("Show the shortcuts")) }
            </fieldset>
            { links::button(context, Command::Print, tr("Print")) }
        </div>
    }
}

fn radio(
    context: &Context,
    name: &'static str,
    label: &'static str,
    checked: bool,
    prefer: Settings,
) -> Html {
    let command = context.command.clone();
    let onchange = Callback::from(move |_: Event| command.emit(Command::SetSettings(prefer)));
    html! { <label class="choice"><input type="radio" {name} {checked} {onchange} />{ label }</label> }
}
