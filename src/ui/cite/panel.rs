//! The panel with the open statement's citation in each form, to be read before it is copied.

use super::{bibtex, csl, markdown, plain};
use crate::ui::dialog::dialog;
use crate::ui::html::html;
use crate::ui::link;
use crate::ui::marks;
use crate::ui::scene::{Scene, Wish};
use crate::ui::tongue::tr;
use yew::prelude::*;

pub fn panel(scene: &Scene) -> Html {
    let Some(ix) = scene.open() else { return html! {} };
    let corpus = scene.corpus();
    let statement = &corpus.statements[ix];
    let forms = [
        (tr("Plain text"), tr("Copy plain text"), plain(corpus, statement)),
        ("Markdown", tr("Copy Markdown"), markdown(corpus, statement)),
        ("BibTeX", tr("Copy BibTeX"), bibtex(corpus, statement)),
        ("CSL-JSON", tr("Copy CSL-JSON"), csl(corpus, statement)),
    ];
    let forms = forms.into_iter().map(|(name, copy, text)| {
        html! { <section key={name}>
            <h3>{ name }</h3>
            <output class="address cited" aria-label={name}>{ marks::text(&text) }</output>
            <p>{ link::button(scene, Wish::Copy { text, said: tr("Citation copied.") }, copy) }</p>
        </section> }
    });
    dialog(scene, tr("Cite this statement"), "", html! { <>{ for forms }</> })
}
