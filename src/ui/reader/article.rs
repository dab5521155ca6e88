//! A document's text with its statements marked: flat runs in reading order. The first run of a
//! statement is its link; its other runs hand a press on. A run that belongs to several statements
//! has an underline for each, the innermost nearest to the words. The article listens for all of its runs.

use crate::corpus::{Corpus, DocumentIx, PartRole, StatementIx};
use crate::query::{Block, RunStatement, TextRun};
use crate::route::{Action, direction};
use crate::ui::class::{class, when};
use crate::ui::context::{Command, Context};
use crate::ui::html::html;
use crate::ui::i18n::{number, tr_format};
use crate::ui::labels;
use crate::ui::links;
use crate::ui::source_text;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// What every run is drawn from.
struct Text<'a> {
    context: &'a Context,
    document: DocumentIx,
    /// The statement that is pointed at.
    hovered: Option<StatementIx>,
}

pub fn article(context: &Context, document: DocumentIx, hovered: Option<StatementIx>) -> Html {
    let text = Text { context, document, hovered };
    let doc = &context.corpus().documents[document];
    let [over, out, into, from] = [context.clone(), context.clone(), context.clone(), context.clone()];
    let filtered = context.route().filter.choices().next().is_some();
    // Where spaces or tabs set words apart they stay; elsewhere those at the end of a line would be underlined.
    let is_set = doc.text.as_str().contains('\t') || doc.text.as_str().contains("  ");
    html! {
        <article class={class(&["article", when(filtered, "is-filtered"), when(is_set, "is-set")])} lang={doc.language.clone()}
            dir={direction(&doc.language)}
            aria-label={doc.title.clone()} onclick={open(context)}
            onmouseover={Callback::from(move |event: MouseEvent| point(&over, &event))}
            onmouseleave={Callback::from(move |_: MouseEvent| leave(&out))}
            onfocusin={Callback::from(move |event: FocusEvent| point(&into, &event))}
            onfocusout={Callback::from(move |_: FocusEvent| leave(&from))}>
            { for context.blocks().iter().map(|block| draw(&text, block)) }
        </article>
    }
}

/// The statement of the run that something happened to.
fn at(context: &Context, event: &Event) -> Option<StatementIx> {
    let run = event.target_dyn_into::<Element>()?.closest("[data-of]").ok()??;
    context.corpus().statement_by_id(&run.get_attribute("data-of")?)
}

fn open(context: &Context) -> Callback<MouseEvent> {
    let context = context.clone();
    Callback::from(move |event: MouseEvent| {
        match at(&context, &event) {
            Some(statement) => {
                links::navigate(&context.command, &event, Rc::new(Action::Open(context.opened(statement))));
            }
            // On a phone the card lies over the text; a tap on the text puts it away.
            None if context.narrow && context.open().is_some() => context.navigate(Action::Close),
            None => {}
        }
    })
}

/// Says which statement is pointed at.
fn point(context: &Context, event: &Event) {
    if let Some(statement) = at(context, event) {
        context.command.emit(Command::Hover(Some(statement)));
    }
}

/// Says that none is any more.
fn leave(context: &Context) {
    context.command.emit(Command::Hover(None));
}

fn draw(text: &Text, block: &Block) -> Html {
    let runs = block.runs.iter().map(|r| run(text, r));
    match block.role {
        Some(PartRole::Heading) => html! { <h3>{ for runs }</h3> },
        Some(PartRole::PullQuote) => html! { <blockquote class="pullquote"><p>{ for runs }</p></blockquote> },
        Some(PartRole::Attribution) => html! { <p class="attribution">{ for runs }</p> },
        Some(PartRole::Dateline) | None => html! { <p>{ for runs }</p> },
    }
}

/// How far below the words a line stands; deeper ones share the last place.
const DEPTHS: [&str; 4] = ["depth-0", "depth-1", "depth-2", "depth-3"];

fn run(text: &Text, run: &TextRun) -> Html {
    let corpus = text.context.corpus();
    let words = corpus.documents[text.document].text.get(run.span);
    let mut inner = source_text::text(words);
    if let Some(language) = language(corpus, run) {
        inner = html! { <span lang={language.to_owned()} dir={direction(language)}>{ inner }</span> };
    }
    if let Some(hit) = run.hit {
        let class = class(&["hit", when(!hit.is_whole, "is-part"), when(!hit.first, "is-more")]);
        inner = html! { <mark {class}>{ inner }</mark> };
    }
    if run.dateline {
        inner = html! { <span class="dateline">{ inner }</span> };
    }
    let Some(innermost) = run.owners.last() else { return inner };

    // The link is the innermost statement that begins here; others that begin here as well get a
    // link of their own in front of it.
    let linked = run.owners.iter().rev().find(|owner| owner.first).map(|owner| owner.statement);
    let before = run.owners.iter().filter(|o| o.first && Some(o.statement) != linked);
    let before: Vec<Html> = before.map(|owner| beginning(text, owner)).collect();
    for (depth, owner) in run.owners.iter().rev().enumerate() {
        let class = class(&[
            "line",
            labels::underline_class(corpus.statements[owner.statement].kind),
            DEPTHS.get(depth).copied().unwrap_or("depth-3"),
            state(text, owner),
            when(owner.quoted, "is-quoted"),
            when(owner.last, "is-last"),
        ]);
        inner = html! { <span {class}
        data-number={owner.last.then(|| number(labels::number(corpus, owner.statement)))}>{ inner }</span> };
    }
    match linked {
        Some(statement) => html! { <>{ for before }{ anchor(text, statement, words, inner) }</> },
        None => {
            let of = corpus.statements[innermost.statement].id.to_string();
            html! { <span class="run" data-of={of}>{ inner }</span> }
        }
    }
}

/// The language of words that are not in the document's, by the innermost statement that says so.
fn language<'a>(corpus: &'a Corpus, run: &TextRun) -> Option<&'a str> {
    run.owners.iter().rev().find_map(|owner| {
        let spans = &corpus.statements[owner.statement].spans;
        spans.iter().find(|words| words.span.contains(run.span))?.lang.as_deref()
    })
}

/// The link of a statement that begins where another one has its link already.
fn beginning(text: &Text, owner: &RunStatement) -> Html {
    anchor(text, owner.statement, "", html! { <span class="start" aria-hidden="true" /> })
}

fn anchor(text: &Text, statement: StatementIx, words: &str, inner: Html) -> Html {
    let context = text.context;
    let s = &context.corpus().statements[statement];
    let action = Action::Open(context.opened(statement));
    let name = tr_format!(
        "Statement {n}, {summary}. {words}",
        n = number(labels::number(context.corpus(), statement)),
        summary = labels::summary(context.corpus(), s),
        words = words
    );
    html! {
        <a class="run" draggable="false" id={format!("s={}", s.id)} data-of={s.id.to_string()}
            href={links::href_after(context, &action)} aria-label={name}
            aria-current={(context.open() == Some(statement)).then_some("true")}>{ inner }</a>
    }
}

fn state(text: &Text, owner: &RunStatement) -> &'static str {
    if text.context.open() == Some(owner.statement) {
        "is-open"
    } else if text.hovered == Some(owner.statement) {
        "is-near"
    } else if !text.context.answer().has(owner.statement) {
        "is-out"
    } else {
        ""
    }
}

/// The other statements that share words with this one.
pub fn sharing(corpus: &Corpus, statement: StatementIx) -> Vec<StatementIx> {
    let s = &corpus.statements[statement];
    let others = corpus.statements.iter().filter(|(ix, other)| {
        *ix != statement
            && other.document == s.document
            && other.spans.iter().any(|a| s.spans.iter().any(|b| a.span.overlaps(b.span)))
    });
    others.map(|(ix, _)| ix).collect()
}
