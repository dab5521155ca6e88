//! A document's text with its statements marked: flat runs in reading order. The first run of a
//! statement is its link; its other runs hand a press on. A run that belongs to several statements
//! has an underline for each, the innermost nearest to the words.

use super::facets::line;
use super::link;
use super::marks;
use super::scene::Scene;
use super::words;
use crate::corpus::{Corpus, DocumentIx, PartRole, StatementIx};
use crate::query::{Block, Needle, Owner, Run, blocks};
use crate::view::Action;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct ArticleProps {
    pub scene: Scene,
    pub document: DocumentIx,
    pub preview: Option<StatementIx>,
    /// A statement is pointed at or focused, or no longer.
    pub on_preview: Callback<Option<StatementIx>>,
}

#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let (scene, document) = (&props.scene, props.document);
    let corpus = scene.corpus();
    let blocks = use_memo((scene.view.filter.q.clone(), document), |(q, document)| {
        let text = &corpus.documents[*document].text;
        let hits = Needle::new(q).map(|needle| needle.hits(text)).unwrap_or_default();
        blocks(corpus, *document, &hits)
    });
    let doc = &corpus.documents[document];
    let leave = {
        let on_preview = props.on_preview.clone();
        Callback::from(move |_: MouseEvent| on_preview.emit(None))
    };
    let filtered = scene.view.filter.choices().next().is_some();
    html! {
        <article class={classes!("article", filtered.then_some("is-filtered"))} lang={doc.language.clone()}
            aria-label={doc.title.clone()} onmouseleave={leave}>
            { for blocks.iter().map(|block| draw(props, block)) }
        </article>
    }
}

fn draw(props: &ArticleProps, block: &Block) -> Html {
    let runs = block.runs.iter().map(|r| run(props, r));
    match block.role {
        Some(PartRole::Heading) => html! { <h3>{ for runs }</h3> },
        Some(PartRole::PullQuote) => html! { <blockquote class="pullquote"><p>{ for runs }</p></blockquote> },
        Some(PartRole::Attribution) => html! { <p class="attribution">{ for runs }</p> },
        Some(PartRole::Dateline) | None => html! { <p>{ for runs }</p> },
    }
}

fn run(props: &ArticleProps, run: &Run) -> Html {
    let corpus = props.scene.corpus();
    let words = corpus.documents[props.document].text.get(run.span);
    let mut inner = marks::text(words);
    if run.hit {
        inner = html! { <mark class="hit">{ inner }</mark> };
    }
    if run.dateline {
        inner = html! { <span class="dateline">{ inner }</span> };
    }
    let Some(innermost) = run.owners.last() else { return inner };

    // The link is the innermost statement that begins here; others that begin here as well get a
    // link of their own in front of it.
    let linked = run.owners.iter().rev().find(|owner| owner.first).map(|owner| owner.statement);
    let before = run.owners.iter().filter(|o| o.first && Some(o.statement) != linked);
    let before: Vec<Html> = before.map(|owner| beginning(props, owner)).collect();
    for (depth, owner) in run.owners.iter().rev().enumerate() {
        let class = classes!(
            "line",
            line(corpus.statements[owner.statement].kind),
            format!("depth-{}", depth.min(3)),
            state(props, owner),
            owner.quoted.then_some("is-quoted"),
            owner.last.then_some("is-last")
        );
        inner = html! { <span {class} data-number={owner.last.then(|| words::number(corpus, owner.statement).to_string())}>{ inner }</span> };
    }
    let over = preview(props, innermost.statement);
    let press = link::follow(&props.scene, Action::Open(props.scene.opened(innermost.statement)));
    match linked {
        Some(statement) => html! { <>{ for before }{ anchor(props, statement, words, inner) }</> },
        None => html! { <span class="run" onclick={press} onmouseenter={over}>{ inner }</span> },
    }
}

/// The link of a statement that begins where another one has its link already.
fn beginning(props: &ArticleProps, owner: &Owner) -> Html {
    anchor(props, owner.statement, "", html! { <span class="start" aria-hidden="true" /> })
}

fn anchor(props: &ArticleProps, statement: StatementIx, words: &str, inner: Html) -> Html {
    let scene = &props.scene;
    let s = &scene.corpus().statements[statement];
    let action = Action::Open(scene.opened(statement));
    let over = preview(props, statement);
    let focus = {
        let on_preview = props.on_preview.clone();
        Callback::from(move |_: FocusEvent| on_preview.emit(Some(statement)))
    };
    let blur = {
        let on_preview = props.on_preview.clone();
        Callback::from(move |_: FocusEvent| on_preview.emit(None))
    };
    let number = words::number(scene.corpus(), statement);
    let name = format!("Statement {number}, {}. {words}", words::summary(scene.corpus(), s));
    html! {
        <a class="run" id={format!("s={}", s.id)} href={link::href_after(scene, &action)}
            aria-label={name} aria-current={(scene.open() == Some(statement)).then_some("true")}
            onclick={link::follow(scene, action)} onmouseenter={over} onfocus={focus} onblur={blur}>{ inner }</a>
    }
}

fn preview(props: &ArticleProps, statement: StatementIx) -> Callback<MouseEvent> {
    let on_preview = props.on_preview.clone();
    Callback::from(move |_| on_preview.emit(Some(statement)))
}

fn state(props: &ArticleProps, owner: &Owner) -> Option<&'static str> {
    if props.scene.open() == Some(owner.statement) {
        Some("is-open")
    } else if props.preview == Some(owner.statement) {
        Some("is-near")
    } else if !props.scene.answer.has(owner.statement) {
        Some("is-out")
    } else {
        None
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
