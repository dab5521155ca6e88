//! The dialog with a statement's citation in each form, to be read before it is copied.

use super::{bibtex, blockquote, csl, markdown, plain};
use crate::corpus::StatementIx;
use crate::route::{Action, Filter, Route};
use crate::ui::context::{Command, Context};
use crate::ui::dialog::dialog;
use crate::ui::html::html;
use crate::ui::i18n::tr;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

pub fn cite_dialog(context: &Context, ix: StatementIx) -> Html {
    let corpus = context.corpus();
    let statement = &corpus.statements[ix];
    let reader = reader_link(context, ix);
    let reader = reader.as_deref();
    let forms = [
        (tr("Plain text"), tr("Copy plain text"), plain(corpus, statement, reader)),
        ("Markdown", tr("Copy Markdown"), markdown(corpus, statement, reader)),
        ("HTML", tr("Copy HTML"), blockquote(corpus, statement, reader)),
        ("BibTeX", tr("Copy BibTeX"), bibtex(corpus, statement, reader)),
        ("CSL-JSON", tr("Copy CSL-JSON"), csl(corpus, statement, reader)),
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

/// The link of the statement by itself, where others can open it.
pub fn reader_link(context: &Context, ix: StatementIx) -> Option<String> {
    context.site.base.as_ref()?;
    let opened = context.route().apply(&Action::ReadInText(context.opened(ix))).0;
    let alone = Route { filter: Filter::default(), ..opened };
    Some(context.link_of_statement(&alone))
}
