//! The dialog with the open statement's citation in each form, to be read before it is copied.

use super::{bibtex, csl, markdown, plain};
use crate::ui::context::{Command, Context};
use crate::ui::dialog::dialog;
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

pub fn cite_dialog(context: &Context) -> Html {
    let Some(ix) = context.open() else { return html! {} };
    let corpus = context.corpus();
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
            <output class="address cited" aria-label={name}>{ source_text::text(&text) }</output>
            <p>{ links::button(context, Command::Copy { text, said: tr("Citation copied.") }, copy) }</p>
        </section> }
    });
    dialog(context, tr("Cite this statement"), "", html! { <>{ for forms }</> })
}
