//! A page drawn natively, without a browser: for a corpus and an address, its html.

use standpoint::corpus::{Corpus, Snapshot};
use standpoint::route::{Address, Route};
use standpoint::ui::full::{Full, notice};
use standpoint::ui::{Context, ContextData, Dialog, LoadedCorpus, Phase, Site, page};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
struct ShownProps {
    context: Context,
}

impl PartialEq for ShownProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    page(&props.context)
}

/// The html of a page as the full program draws it; white space as it comes.
pub fn draw(corpus: Corpus, address: &str, dialog: Option<Dialog>) -> String {
    draw_with(Some(&Full), corpus, address, dialog)
}

/// The same as the initial program draws it, which has no features; or with these.
pub fn draw_with(
    features: Option<&'static Full>,
    corpus: Corpus,
    address: &str,
    dialog: Option<Dialog>,
) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let address = address.to_owned();
    runtime.block_on(async move {
        let known = Rc::new(LoadedCorpus::new(Snapshot::from(corpus), "corpus/town.json".to_owned()));
        let asked = Route::parse(&Address { fragment: &address, query: "" }, &|text: &str| text.to_owned()).0;
        let (route, notices) = asked.resolve(&known.corpus);
        let context = Context::new(ContextData {
            derived: known.derive(features.map(|full| full as _), route),
            hit: None,
            hovered: None,
            all_values: false,
            touch_start: Rc::default(),
            notices: Rc::new(notices.iter().map(notice).collect()),
            announcement: AttrValue::default(),
            dialog,
            settings: Default::default(),
            readers_language: None,
            list_searches: Rc::default(),
            more_parts: 0,
            folded: Rc::default(),
            is_on_paper: false,
            narrow: false,
            site: Site { base: Some("https://example.org/".into()), ..Site::default() },
            features: features.map(|full| full as _),
            phase: Phase::Complete,
            redrawn: 0,
            is_sharded: false,
            command: Callback::noop(),
            known,
        });
        yew::LocalServerRenderer::<Shown>::with_props(ShownProps { context }).hydratable(false).render().await
    })
}
