//! Words of a corpus among words of the page: isolated where their direction could reach beyond them. What hides in
//! words is shown wherever text stands; names are looked at more strictly.

use super::html::{Unseen, html};
use super::unseen::{WordKind, pieces, script};
use yew::prelude::*;

/// The words of a text, as they stand.
pub fn text(words: &str) -> Html {
    html! { { words.to_owned() } }
}

/// Words of a corpus among words of the page: in their own direction.
pub fn isolated(words: &str) -> Html {
    html! { <bdi>{ text(words) }</bdi> }
}

/// A name: in its own direction, and with every hidden character shown. Mixed scripts are flagged.
pub fn name(words: &str) -> Html {
    let piece = |(piece, is_shown): (&str, bool)| match is_shown {
        true => html! { { Unseen(piece) } },
        false => text(piece),
    };
    html! {
        <bdi>
            if words.is_ascii() { { text(words) } } else {
                { for pieces(words, WordKind::Name).into_iter().map(piece) }
            }
            if mixes_scripts(words) {
                <span class="flag" title="This name mixes letters of several scripts that look alike.">
                    { " (mixed scripts)" }</span>
            }
        </bdi>
    }
}

fn mixes_scripts(name: &str) -> bool {
    // What stands between words: ASCII that is no letter or digit, white space, typographic marks.
    let parts = |c: char| match c {
        '\u{2000}'..='\u{206f}' => true,
        _ => c.is_whitespace() || c.is_ascii() && !c.is_ascii_alphanumeric(),
    };
    name.split(parts).any(|word| {
        let mut scripts = word.chars().filter_map(script);
        scripts.next().is_some_and(|first| scripts.any(|other| other != first))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_mixes_look_alike_scripts_is_flagged() {
        for (name, mixed) in [
            ("Volodymyr Zelenskyy", false),
            ("Володимир Зеленський", false),
            ("Jоe Biden", true),
            ("Müller Łukasz", false),
            ("Αlpha", true),
            ("NATO і Україна", false),
        ] {
            assert_eq!(mixes_scripts(name), mixed, "{name}");
        }
    }
}
