//! The panel with the open statement's citation in each form, to be read before it is copied.

use super::{bibtex, csl, markdown, plain};
use crate::ui::dialog::dialog;
use crate::ui::html::html;
use crate::ui::link;
use crate::ui::marks;
use crate::ui::scene::{Scene, Wish};
use yew::prelude::*;

pub fn panel(scene: &Scene) -> Html {
    let Some(ix) = scene.open() else { return html! {} };
    let corpus = scene.corpus();
    let statement = &corpus.statements[ix];
    let forms = [
        ("Plain text", "Copy plain text", plain(corpus, statement)),
        ("Markdown", "Copy Markdown", markdown(corpus, statement)),
        ("BibTeX", "Copy BibTeX", bibtex(corpus, statement)),
        ("CSL-JSON", "Copy CSL-JSON", csl(corpus, statement)),
    ];
    let forms = forms.into_iter().map(|(name, copy, text)| {
        html! { <section key={name}>
            <h3>{ name }</h3>
            <output class="address cited" aria-label={name}>{ marks::text(&text) }</output>
            <p>{ link::button(scene, Wish::Copy { text, said: "Citation copied." }, copy) }</p>
        </section> }
    });
    dialog(scene, "Cite this statement", "", html! { <>{ for forms }</> })
}
