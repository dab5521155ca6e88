//! Who tells us: from the publisher over whoever passed the words on to who spoke.

use super::positions::names;
use crate::corpus::{Corpus, Document, Kind, Span, Speaker, Statement};
use crate::route::direction;
use crate::ui::html::html;
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use yew::prelude::*;

/// The relay chain as steps: from who tells us to who spoke.
pub fn relay(corpus: &Corpus, statement: &Statement) -> Html {
    let document = &corpus.documents[statement.document];
    let (language, towards) = (document.language.as_str(), direction(&document.language));
    let cue = |span: Option<Span>| match span {
        Some(span) => html! { <q class="cue" lang={language.to_owned()} dir={towards}>
        { source_text::text(document.text.get(span)) }</q> },
        None => html! {},
    };
    let by = |speaker: &Speaker| match speaker {
        Speaker::Actors(actors) => names(corpus, actors),
        other => html! { { labels::by(corpus, other) } },
    };
    let own_voice = statement.speaker == Speaker::Document;
    let last = match &statement.speaker {
        // Whose word it is that a writer sets in marks, the marks do not tell.
        Speaker::Unnamed if statement.kind == Kind::Scare => html! { { "in quotation marks in the text" } },
        Speaker::Document => html! { { "in the text’s own words" } },
        speaker => {
            html! { <>{ by(speaker) }<span class="act">{ " " }{ labels::act(statement.act) }</span></> }
        }
    };
    html! {
        <ol class="relay" aria-label="Who tells us">
            <li>{ publisher(document) }{ " " }if !own_voice { { cue(statement.cue) } }</li>
            { for statement.via.iter().map(|step| html! { <li>{ by(&step.by) }{ " " }{ cue(step.cue) }</li> }) }
            <li>{ last }</li>
        </ol>
    }
}

fn publisher(document: &Document) -> Html {
    match &document.publisher {
        Some(publisher) => source_text::name(publisher),
        None => links::document_title(&document.title, &document.language),
    }
}
