//! The start of a site with several corpora: what is on offer, how large it is, of when, under which licence, and
//! how it was coded. Drawn where a site is built; `corpora.js` holds it against the index that a host may have edited.

use crate::corpus::{Corpus, PartialDate};
use crate::route::{Language, direction};
use crate::ui::html::html;
use crate::ui::i18n::{language, tr, tr_format, tr_plural};
use crate::ui::labels;
use crate::ui::source_text;
use yew::prelude::*;

pub fn start(corpora: &[&Corpus], has_coding: bool) -> Html {
    let coding = match language() {
        Language::English => "code/".to_owned(),
        other => ["code/#lang=", other.tag()].concat(),
    };
    html! {
        <main class="small offers" lang={language().tag()} dir={direction(language().tag())}>
            <h1>{ "Who said what, and where they stand" }</h1>
            <p class="soft">{ "Each corpus holds texts in which statements are marked: who speaks, in whose words, who passes it on, and on what." }</p>
            <ul class="offered" aria-label="Corpora">{ for corpora.iter().map(|corpus| offered(corpus)) }</ul>
            // For a corpus that the index names and this page was not made with.
            <template id="offered"><li class="offer-row"><h2><a></a></h2><p class="offer-summary"></p></li></template>
            <template id="broken-index"><p class="offer-broken" role="alert">
                { "The list of corpora cannot be read, so here are those that this site was built with. What is wrong: " }</p>
            </template>
            <template id="broken"><p class="offer-broken" role="alert">{ "This corpus cannot be opened: " }</p>
                </template>
            if has_coding { <p><a href={coding}>{ "Make a corpus" }</a></p> }
            <nav class="languages" aria-label="Language">{ for Language::ALL.into_iter().map(in_language) }</nav>
        </main>
    }
}

fn offered(corpus: &Corpus) -> Html {
    let size = [
        tr_plural(corpus.documents.len(), "{n} document", "{n} documents"),
        tr_plural(corpus.statements.len(), "{n} statement", "{n} statements"),
        tr_plural(corpus.actors.len(), "{n} actor", "{n} actors"),
        tr_plural(corpus.issues.len(), "{n} issue", "{n} issues"),
    ];
    let to = match language() {
        Language::English => format!("{}/", corpus.id),
        other => [corpus.id.as_str(), "/#lang=", other.tag()].concat(),
    };
    let row = |term: &'static str, value: Html| html! { <><dt>{ term }</dt><dd>{ value }</dd></> };
    html! {
        <li class="offer-row" data-corpus={corpus.id.to_string()}>
            <h2><a href={to} lang={corpus.language.clone()} dir={direction(&corpus.language)}>
                { source_text::text(&corpus.title) }</a></h2>
            if let Some(summary) = &corpus.summary {
                <p class="offer-summary" lang={corpus.language.clone()} dir={direction(&corpus.language)}>
                    { source_text::text(summary) }</p>
            } else { <p class="offer-summary"></p> }
            <dl class="details">
                { row(tr("Size"), html! { { size.join(" · ") } }) }
                if let Some((first, last)) = span(corpus) { { row(tr("Documents of"), html! { { between(first, last) } }) } }
                { row(tr("Licence"), match &corpus.license {
                    Some(license) => source_text::text(license),
                    None => html! { { "rights unknown" } },
                }) }
                { row(tr("How it was coded"), coding(corpus)) }
            </dl>
        </li>
    }
}

/// The first part of what a corpus says of its coding; the page of the corpus has all of it.
fn coding(corpus: &Corpus) -> Html {
    match corpus.method.as_deref().and_then(|method| method.split("\n\n").next()) {
        Some(first) => html! { <bdi lang={corpus.language.clone()}>{ source_text::text(first) }</bdi> },
        None => html! { { "This corpus does not say how its statements were coded." } },
    }
}

/// The dates of the first and of the last document.
pub fn span(corpus: &Corpus) -> Option<(PartialDate, PartialDate)> {
    let dates = || corpus.documents.iter().map(|(_, document)| document.date);
    Some((dates().min_by_key(|date| date.first_day())?, dates().max_by_key(|date| date.last_day())?))
}

fn between(first: PartialDate, last: PartialDate) -> String {
    if first == last {
        return labels::date(first);
    }
    tr_format!("{from} to {to}", from = labels::date(first), to = labels::date(last))
}

fn in_language((offered, tag, name): (Language, &'static str, &'static str)) -> Html {
    let here = offered == language();
    html! {
        <><a class="language" href={["#lang=", tag].concat()} lang={tag} hreflang={tag} dir={direction(tag)}
            aria-current={here.then_some("true")}>{ name }</a>{ " " }</>
    }
}
