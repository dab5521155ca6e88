//! The reading screen: the text, a note beside each statement that matches, and the card of the one
//! that is open or pointed at. Notes are pushed down so that none overlap; only this file measures.

use super::article::Article;
use super::card;
use super::link;
use super::marks;
use super::scene::{Panel, Scene, Wish};
use super::status;
use super::words;
use crate::corpus::{DocumentIx, StatementIx};
use crate::query::StanceToken;
use crate::view::Action;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Element, HtmlElement, ResizeObserver, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ReadProps {
    pub scene: Scene,
    pub document: DocumentIx,
}

#[component]
pub fn Read(props: &ReadProps) -> Html {
    let scene = &props.scene;
    let preview = use_state(|| None::<StatementIx>);
    let on_preview = {
        let preview = preview.clone();
        use_callback((), move |statement, ()| preview.set(statement))
    };
    let near = (*preview).filter(|statement| Some(*statement) != scene.open());
    let room = use_node_ref();
    let size = use_state(|| 0);
    {
        let (room, size) = (room.clone(), size.setter());
        use_effect_with((), move |_| watch_size(&room, move |height| size.set(height)));
    }
    {
        let room = room.clone();
        let open = scene.open();
        use_effect_with((scene.answer.matching.clone(), open, near, *size), move |_| lay_out(&room));
    }
    {
        let room = room.clone();
        let (open, narrow) =
            (scene.open().map(|ix| scene.corpus().statements[ix].id.to_string()), scene.narrow);
        use_effect_with(open, move |open| {
            if let Some(id) = open {
                show(&room, id, narrow);
            }
        });
    }
    html! {
        <div class="read" ref={room}>
            <div class="column">
                { status::status(scene) }
                { status::nothing_left(scene) }
                { about(scene, props.document) }
                <Article scene={scene.clone()} document={props.document} preview={near} {on_preview} />
                { end_notes(scene, props.document) }
            </div>
            <aside class="notes" aria-label="Notes">
                <div class="notes-list">{ for beside(scene, props.document).map(|ix| note(scene, ix, near)) }</div>
            </aside>
        </div>
    }
}

/// What is known of the document, over its text.
fn about(scene: &Scene, document: DocumentIx) -> Html {
    let doc = &scene.corpus().documents[document];
    let how = {
        let wish = scene.wish.clone();
        Callback::from(move |_: MouseEvent| wish.emit(Wish::Show(Some(Panel::Method))))
    };
    html! {
        <div class="about-document">
            <h2 class="document-title">{ marks::text(&doc.title) }</h2>
            <p>
                { words::date(doc.date) }
                if let Some(publisher) = &doc.publisher { { " · " }{ marks::text(publisher) } }
                if let Some(author) = &doc.author { { " · " }{ marks::text(author) } }
                if let Some(url) = &doc.url { { " · " }{ link::elsewhere(url, "original article") } }
                if let Some(archived) = &doc.archived { { " · " }{ link::elsewhere(archived, "archived copy") } }
                <span class="about-coding">{ " · " }<button type="button" class="as-link" aria-haspopup="dialog" onclick={how}>{ "how it was coded" }</button></span>
            </p>
        </div>
    }
}

/// The statements of a document. All have their note: those that a filter leaves out are only hidden, since
/// making them anew costs more than the press that brings them back.
fn beside(scene: &Scene, document: DocumentIx) -> impl Iterator<Item = StatementIx> {
    scene.corpus().statements.iter().filter(move |(_, s)| s.document == document).map(|(ix, _)| ix)
}

/// The note beside a statement; the open one is the card, the one pointed at a glance of it.
fn note(scene: &Scene, ix: StatementIx, near: Option<StatementIx>) -> Html {
    let corpus = scene.corpus();
    let statement = &corpus.statements[ix];
    let id = statement.id.to_string();
    let label =
        format!("Statement {}: {}", words::number(corpus, ix), words::speaker(corpus, &statement.speaker));
    if scene.open() == Some(ix) {
        return html! {
            <section key={id.clone()} class="card is-open" data-beside={id} tabindex="-1" aria-label={label}>{ card::card(scene, ix) }</section>
        };
    }
    if near == Some(ix) {
        return html! { <div key={format!("near {id}")} class="card is-near" data-beside={id}>{ card::glance(scene, ix) }</div> };
    }
    let action = Action::Open(scene.opened(ix));
    let mut positions = statement.positions.iter().map(|p| {
        let issue = &corpus.issues[p.issue];
        let sign = words::stance(StanceToken::of(p), issue.kind);
        let condition = p.condition.first().and_then(|c| c.label.clone());
        html! {
            <span class="note-position">
                if !p.is_own() { { format!("of {}: ", words::list(&words::names(corpus, &p.holder))) } }
                <span class={classes!("sign", sign.tone)}><span class="glyph" aria-hidden="true">{ sign.glyph }</span>
                    { match condition { Some(c) => format!("{} {c}", sign.word.trim_end_matches(", if").trim_end_matches(" if")), None => sign.word.to_owned() } }</span>
                { " " }{ marks::text(&issue.label) }
            </span>
        }
    }).peekable();
    html! {
        <div key={id.clone()} class={if scene.answer.has(ix) { "note" } else { "note is-out" }} data-beside={id}>
            <a tabindex="-1" href={link::href_after(scene, &action)} onclick={link::follow(scene, action)}>
                <b>{ words::speaker(corpus, &statement.speaker) }</b>{ " " }
                <span class="note-kind">{ words::kind(statement.kind) }</span>
                if positions.peek().is_none() { <span class="note-position">{ "takes no position" }</span> }
                { for positions }
            </a>
        </div>
    }
}

/// On paper: the numbered statements that match.
fn end_notes(scene: &Scene, document: DocumentIx) -> Html {
    let corpus = scene.corpus();
    let rows = beside(scene, document).map(|ix| {
        let statement = &corpus.statements[ix];
        html! {
            <li value={words::number(corpus, ix).to_string()} hidden={!scene.answer.has(ix)}>
                { words::summary(corpus, statement) }{ ", " }{ words::said(corpus.said(statement)) }</li>
        }
    });
    html! {
        <section class="end-notes print-only" aria-hidden="true">
            <h2>{ "Statements" }</h2>
            <ol>{ for rows }</ol>
        </section>
    }
}

/// Calls back with the height of the text whenever it changes: fonts, text size, width.
fn watch_size(room: &NodeRef, changed: impl Fn(i32) + 'static) -> Box<dyn FnOnce()> {
    let Some(element) = room.cast::<Element>() else { return Box::new(|| {}) };
    let measured = element.clone();
    let callback =
        Closure::<dyn Fn()>::new(move || changed(measured.client_height() * 31 + measured.client_width()));
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return Box::new(|| {}) };
    observer.observe(&element);
    Box::new(move || {
        observer.disconnect();
        drop(callback);
    })
}

/// Puts every note beside the line where its statement begins, or below the note before it. The open
/// card keeps its place: notes above it move up as far as they must.
fn lay_out(room: &NodeRef) {
    let Some(room) = room.cast::<Element>() else { return };
    let origin =
        room.query_selector(".notes-list").ok().flatten().map(|list| list.get_bounding_client_rect().top());
    let Some(origin) = origin else { return };
    let Ok(list) = room.query_selector_all(".notes [data-beside]:not(.is-out)") else { return };
    let mut notes: Vec<(HtmlElement, f64, f64)> = Vec::new();
    for at in 0..list.length() {
        let Some(note) = list.get(at).and_then(|n| n.dyn_into::<HtmlElement>().ok()) else { continue };
        let top = mark_of(&room, &note).map_or(0.0, |mark| mark.get_bounding_client_rect().top() - origin);
        let height = f64::from(note.offset_height());
        notes.push((note, top, height));
    }
    let place = |note: &HtmlElement, top: f64| {
        let _ = note.style().set_property("top", &format!("{}px", top as i32));
    };
    let floating = |note: &HtmlElement| note.class_list().contains("is-near");
    let mut below = f64::MIN;
    let mut card = None;
    for (note, top, height) in notes.iter().filter(|(note, ..)| !floating(note)) {
        let top = top.max(below);
        place(note, top);
        below = top + height + GAP;
        if note.class_list().contains("is-open") {
            card = Some((top, below));
        }
    }
    // What is only pointed at lies over the notes, but never over the open card.
    for (note, top, height) in notes.iter().filter(|(note, ..)| floating(note)) {
        let over = card.filter(|(from, to)| top + height > *from && top < to);
        place(note, over.map_or(*top, |(_, to)| to));
    }
}

/// Space between two notes, in CSS pixels.
const GAP: f64 = 10.0;

fn mark_of(room: &Element, note: &HtmlElement) -> Option<Element> {
    let id = note.get_attribute("data-beside")?;
    room.owner_document()?.get_element_by_id(&format!("s={id}"))
}

/// Brings an opened statement into sight and its card into focus.
fn show(room: &NodeRef, id: &str, narrow: bool) {
    let Some(room) = room.cast::<Element>() else { return };
    let Some(mark) = room.query_selector(&format!("[id='s={id}']")).ok().flatten() else { return };
    if let Some(card) =
        room.query_selector(".card.is-open").ok().flatten().and_then(|c| c.dyn_into::<HtmlElement>().ok())
    {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = card.focus_with_options(&options);
    }
    // A statement that stands well in sight stays where it is; its card needs room below.
    let (top, height) = (
        mark.get_bounding_client_rect().top(),
        f64::from(room.owner_document().map_or(0, |d| d.document_element().map_or(0, |e| e.client_height()))),
    );
    if top > height * 0.2 && top < height * 0.4 {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Auto);
    // On a small screen the sheet leaves room for little more than the words themselves.
    options.set_block(if narrow { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Center });
    mark.scroll_into_view_with_scroll_into_view_options(&options);
}
