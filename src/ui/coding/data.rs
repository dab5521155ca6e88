//! What is to be said of a text and of the corpus itself.

use super::action::{Action, Do};
use super::fields::{line, lines, text_field};
use super::view::{View, value_of};
use super::work::Work;
use crate::corpus::raw::{DateText, IdText};
use crate::draft::{CorpusField, DocumentField, Edit, List, RowId};
use crate::ui::html::html;
use crate::ui::i18n::tr;
use yew::prelude::*;

pub fn document(view: &View, work: &Work) -> Html {
    let Some(shown) = work.document() else { return add_text(view) };
    let id = shown.id.clone();
    let set = move |to: DocumentField| Some(Do::Edit(Edit::SetDocument { document: id.clone(), to }));
    let field = |name: &'static str, label: &'static str, value: &str, to: fn(String) -> DocumentField| {
        let set = set.clone();
        line(view, &["document-", name].concat(), label, value, move |words| set(to(words.trim().to_owned())))
    };
    let language = shown.language.clone().unwrap_or_default();
    let own = shown.id.clone();
    let correct = view.emit.reform(move |text| Action::Do(Do::Correct(own.clone(), text)));
    let row = RowId { list: List::Documents, id: shown.id.clone() };
    let rename = {
        let row = row.clone();
        line(view, "document-id", tr("Id in addresses"), &shown.id.0, move |to| {
            let to = IdText(to.trim().to_owned());
            (to != row.id).then(|| Do::Edit(Edit::Rename { row: row.clone(), to, keeps_former: true }))
        })
    };
    html! {
        <section class="rows-panel" aria-label="This text"><h2>{ "This text" }</h2>
            { field("title", tr("Title"), &shown.title, DocumentField::Title) }
            { field("date", tr("When it was published: YYYY-MM-DD, YYYY-MM or YYYY"), &shown.date.0,
                |date| DocumentField::Date(DateText(date))) }
            { field("language", tr("Its language, where it is another than the corpus’: en, uk, pt-BR"), &language,
                |tag| DocumentField::Language((!tag.is_empty()).then_some(tag))) }
            { field("publisher", tr("Publisher"), &shown.publisher, DocumentField::Publisher) }
            { field("author", tr("Author"), &shown.author, DocumentField::Author) }
            { field("url", tr("Where it was published: a web address"), &shown.url, DocumentField::Url) }
            { field("archived", tr("Where a copy is kept: a web address"), &shown.archived, DocumentField::Archived) }
            { field("license", tr("Licence of the text"), &shown.license, DocumentField::License) }
            { field("note", tr("Note for readers"), &shown.note, DocumentField::Note) }
            { rename }
            <details class="more"><summary>{ "Correct the text" }</summary>
                { text_field("document-text",
                    tr("What is marked is found again, or listed as lost. Takes effect when you leave the field."),
                    &shown.text, 12, Some(correct)) }
            </details>
            <button type="button" class="tool" onclick={view.on_do(Do::Edit(Edit::Remove(row)))}>{ "Remove this text" }</button>
            { add_text(view) }
        </section>
    }
}

fn add_text(view: &View) -> Html {
    let emit = view.emit.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        let field =
            event.target_dyn_into::<web_sys::Element>().and_then(|button| button.previous_element_sibling());
        let text = value_of(field.map(Into::into)).filter(|text| !text.trim().is_empty());
        if let Some(text) = text {
            emit.emit(Action::Do(Do::AddDocument(text)));
        }
    });
    html! {
        <details class="more"><summary>{ "Another text" }</summary>
            <div class="field"><label for="another-text">{ "Paste it here" }</label>
                <textarea id="another-text" data-text="" rows="6"></textarea>
                <button type="button" class="tool" {onclick}>{ "Add it" }</button></div></details>
    }
}

pub fn corpus(view: &View, work: &Work) -> Html {
    let file = work.file();
    let set = |to: CorpusField| Some(Do::Edit(Edit::SetCorpus(to)));
    let field = |name: &'static str, label: &'static str, value: &str, to: fn(String) -> CorpusField| {
        line(view, &["corpus-", name].concat(), label, value, move |words| set(to(words.trim().to_owned())))
    };
    let updated = file.updated.as_ref().map(|date| date.0.as_str()).unwrap_or_default();
    let is_published = !file.statements.is_empty();
    html! {
        <section class="rows-panel" aria-label="The corpus"><h2>{ "The corpus" }</h2>
            { field("title", tr("Title"), &file.title, CorpusField::Title) }
            { line(view, "corpus-id", tr("Id in addresses"), &file.id.0, move |id| {
                set(CorpusField::Id { id: IdText(id.trim().to_owned()), keeps_former: is_published })
            }) }
            { field("language", tr("Language: en, uk, pt-BR"), &file.language, CorpusField::Language) }
            { lines(view, "corpus-summary", tr("What it is about, in a sentence or two"), &file.summary,
                move |words| set(CorpusField::Summary(words.trim().to_owned()))) }
            { lines(view, "corpus-method", tr("How it was coded: who, by which rules, how well coders agreed"), &file.method,
                move |words| set(CorpusField::Method(words.trim().to_owned()))) }
            { field("license", tr("Licence"), &file.license, CorpusField::License) }
            { field("contact", tr("Where errors are reported: mailto: or https:"), &file.contact, CorpusField::Contact) }
            { field("version", tr("Version"), &file.version, CorpusField::Version) }
            { line(view, "corpus-updated", tr("Last changed: YYYY-MM-DD"), updated, move |date| {
                let date = date.trim().to_owned();
                set(CorpusField::Updated((!date.is_empty()).then_some(DateText(date))))
            }) }
            { line(view, "corpus-coder", tr("Who codes: your name, as readers may see it"),
                work.coder().unwrap_or_default(), |name| Some(Do::SetCoder(name))) }
        </section>
    }
}
