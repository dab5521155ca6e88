//! The page as it stands in its file: both screens of one document, nothing chosen, no script yet. The prerenderer
//! draws it. A program that hydrates the page for another view draws the same once, without what `loader.js` has taken
//! away by then.

use super::context::{Context, ContextData, Features, LoadedCorpus, Phase, Site};
use crate::route::{Compare, PagePath, Route};
use std::rc::Rc;

impl Context {
    /// The prerendered page for what `place` names. The page of a document compares that one only.
    pub fn prerendered(
        known: Rc<LoadedCorpus>,
        place: &PagePath,
        site: Site,
        features: Option<&'static dyn Features>,
        is_sharded: bool,
        phase: Phase,
    ) -> Context {
        let (route, _) = Route::default().at(place).resolve(&known.corpus);
        let derived = known.derive(features.map(|full| full as _), route);
        let here = derived.route.document.is_some();
        let asked = Compare { here, ..Compare::default() };
        // A list shows no comparison, which is as much work as the corpus is large.
        let derived = match derived.route.screen.is_of_document() {
            true => derived.with_comparison(&known.corpus, &known.columns, &asked),
            false => derived,
        };
        Context::new(ContextData {
            derived,
            notices: Rc::default(),
            hovered: None,
            hit: None,
            all_values: false,
            touch_start: Rc::default(),
            announcement: Default::default(),
            dialog: None,
            settings: Default::default(),
            readers_language: None,
            list_searches: Rc::default(),
            more_parts: 0,
            folded: Rc::default(),
            is_on_paper: false,
            narrow: false,
            site,
            features,
            phase,
            redrawn: 0,
            is_sharded,
            command: Default::default(),
            known,
        })
    }

    /// The same page with another part of its list, counted from 0.
    pub fn of_part(&self, part: usize) -> Context {
        let mut data = ContextData::clone(self);
        data.site.part = part;
        Context::new(data)
    }
}
