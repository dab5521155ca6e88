//! The text that is coded, by paragraphs, with the words of its statements marked. A paragraph whose marks did not
//! change is not drawn again, so that a long text answers at once. Text nodes of a paragraph together are its words and
//! nothing else, so that places can be counted in them.

use super::action::{Action, Do};
use super::view::View;
use super::work::{Placed, Work};
use crate::corpus::{Kind, Span};
use crate::route::direction;
use crate::ui::class::{class, when};
use crate::ui::html::html;
use crate::ui::labels::underline_class;
use std::rc::Rc;
use yew::prelude::*;
use yew::virtual_dom::{Key, VChild};

/// A stretch of a paragraph that looks alike: so many code points.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    length: u32,
    look: Option<Look>,
    edge: Option<Edge>,
}

/// An edge of the open statement that stands before a piece, or behind it; it can be dragged.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Edge {
    Start,
    End,
    Both,
}

/// How a stretch looks; the statement is the one that a press on it opens.
#[derive(Debug, Clone, PartialEq)]
struct Look {
    statement: Option<AttrValue>,
    kind: Option<Kind>,
    is_open: bool,
    is_suggested: bool,
    is_verb: bool,
}

#[derive(Properties, PartialEq)]
struct ParagraphProps {
    /// The first code point, counted in the text.
    start: u32,
    words: Rc<str>,
    /// All of it, one after the other; none where nothing is marked.
    pieces: Vec<Piece>,
}

#[component]
fn Paragraph(props: &ParagraphProps) -> Html {
    if props.pieces.is_empty() {
        return html! { <p data-start={props.start.to_string()}>{ props.words.to_string() }</p> };
    }
    let mut points = props.words.chars();
    let pieces = props.pieces.iter().map(|Piece { length, look, edge }| {
        let words: String = points.by_ref().take(*length as usize).collect();
        let words = match look {
            None => html! { { words } },
            Some(look) => html! {
                <mark class={class(&[
                        look.kind.map_or("", underline_class),
                        when(look.statement.is_some(), "is-statement"),
                        when(look.is_open, "is-open"),
                        when(look.is_suggested, "is-suggested"),
                        when(look.is_verb, "is-verb"),
                    ])} data-of={look.statement.clone()}>{ words }</mark>
            },
        };
        // Without words, so that places can be counted. Keys and buttons move edges, too.
        let handle =
            |name: &'static str| html! { <span class="edge" data-edge={name} aria-hidden="true"></span> };
        match edge {
            None => words,
            Some(Edge::Start) => html! { <>{ handle("start") }{ words }</> },
            Some(Edge::End) => html! { <>{ words }{ handle("end") }</> },
            Some(Edge::Both) => html! { <>{ handle("start") }{ words }{ handle("end") }</> },
        }
    });
    html! { <p data-start={props.start.to_string()}>{ for pieces }</p> }
}

/// What marks a stretch of the text.
struct Stretch<'a> {
    span: Span,
    /// A statement's words, or what is suggested. (What is selected the browser shows itself: other nodes in its
    /// place would end the selection.)
    statement: Option<&'a Placed>,
    is_suggested: bool,
    is_verb: bool,
}

pub fn text(view: &View, work: &Work) -> Html {
    let Some(document) = work.document() else {
        return html! { <p class="soft">{ "This corpus has no text yet. Paste one, or open a file." }</p> };
    };
    let open = work.statement().map(|statement| statement.id.0.as_str());
    let edges = (work.edge(false).map(|(_, span)| span.start()), work.edge(true).map(|(_, span)| span.end()));
    let stretches = stretches(work);
    let mut first = 0;
    let paragraphs = work.paragraphs().iter().map(|(span, words)| {
        let span = *span;
        while stretches.get(first).is_some_and(|stretch| stretch.span.end() <= span.start()) {
            first += 1;
        }
        let near = stretches.get(first..).unwrap_or_default();
        let near = near.iter().take_while(|stretch| stretch.span.start() < span.end());
        let own: Vec<&Stretch> = near.filter(|stretch| stretch.span.overlaps(span)).collect();
        let pieces = if own.is_empty() { Vec::new() } else { pieces(span, &own, open, edges) };
        let props = ParagraphProps { start: span.start(), words: words.clone(), pieces };
        Html::from(VChild::<Paragraph>::new(props, Some(Key::from(u64::from(span.start())))))
    });
    let language = document.language.clone().unwrap_or_else(|| work.file().language.clone());
    let emit = view.emit.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(id) = pressed_statement(&event) {
            emit.emit(Action::Do(Do::Open(Some(crate::corpus::raw::IdText(id)))));
        }
    });
    html! {
        <div id="text" key={view.redrawn.to_string()} tabindex="0" dir={direction(&language)}
            class={class(&["coding-text", when(view.has_caret, "has-caret")])}
            role={view.has_caret.then_some("textbox")} aria-multiline={view.has_caret.then_some("true")}
            aria-readonly={view.has_caret.then_some("true")} aria-label="Text" lang={language}
            contenteditable={view.has_caret.then_some("true")} inputmode={view.has_caret.then_some("none")}
            spellcheck="false" {onclick}>{ for paragraphs }</div>
    }
}

/// The statement whose words were pressed, where nothing was selected by that.
fn pressed_statement(event: &MouseEvent) -> Option<String> {
    let element = event.target_dyn_into::<web_sys::Element>()?;
    element.closest("[data-of]").ok().flatten()?.get_attribute("data-of")
}

/// All that is marked, by where it begins.
fn stretches(work: &Work) -> Vec<Stretch<'_>> {
    let stretch = |span: Span| Stretch { span, statement: None, is_suggested: false, is_verb: false };
    let mut all: Vec<Stretch> = Vec::new();
    for placed in work.placed() {
        all.extend(placed.spans.iter().map(|span| Stretch { statement: Some(placed), ..stretch(*span) }));
    }
    let (suggested, verbs) = work.suggested();
    all.extend(suggested.into_iter().map(|span| Stretch { is_suggested: true, ..stretch(span) }));
    all.extend(verbs.iter().map(|span| Stretch { is_verb: true, ..stretch(*span) }));
    all.sort_by_key(|stretch| (stretch.span.start(), stretch.span.end()));
    all
}

/// A paragraph cut wherever a mark begins or ends.
fn pieces(
    span: Span,
    marked: &[&Stretch],
    open: Option<&str>,
    (start, end): (Option<u32>, Option<u32>),
) -> Vec<Piece> {
    let mut cuts: Vec<u32> = vec![span.start(), span.end()];
    for stretch in marked {
        cuts.push(stretch.span.start().max(span.start()));
        cuts.push(stretch.span.end().min(span.end()));
    }
    cuts.sort_unstable();
    cuts.dedup();
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    pairs
        .map(|(from, to)| {
            let own: Vec<&&Stretch> = marked
                .iter()
                .filter(|stretch| stretch.span.start() <= *from && stretch.span.end() >= *to)
                .collect();
            let edge = match (Some(*from) == start, Some(*to) == end) {
                (false, false) => None,
                (true, false) => Some(Edge::Start),
                (false, true) => Some(Edge::End),
                (true, true) => Some(Edge::Both),
            };
            Piece { length: to - from, look: look(&own, open), edge }
        })
        .collect()
}

fn look(own: &[&&Stretch], open: Option<&str>) -> Option<Look> {
    if own.is_empty() {
        return None;
    }
    let length = |placed: &&Placed| placed.spans.iter().map(|span| span.end() - span.start()).sum::<u32>();
    // The innermost is the one that is meant.
    let statement = own.iter().filter_map(|stretch| stretch.statement).min_by_key(length);
    let is_open = own.iter().filter_map(|s| s.statement).any(|placed| Some(placed.id.0.as_str()) == open);
    Some(Look {
        statement: statement.map(|placed| placed.id.0.clone().into()),
        kind: statement.map(|placed| placed.kind),
        is_open,
        is_suggested: own.iter().any(|stretch| stretch.is_suggested),
        is_verb: own.iter().any(|stretch| stretch.is_verb),
    })
}
