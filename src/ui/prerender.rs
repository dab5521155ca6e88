//! The page as it stands in its file: both screens of one document, nothing chosen, no script yet. The prerenderer
//! draws it. A program that hydrates the page for another view draws the same once, without what `loader.js` has taken
//! away by then.

use super::context::{Context, ContextData, Features, LoadedCorpus, Phase, Site};
use crate::query::Derived;
use crate::route::{Compare, PagePath, Route};
use std::rc::Rc;

impl Context {
    /// The prerendered page for what `place` names. Of a large corpus it compares one document only.
    pub fn prerendered(
        known: Rc<LoadedCorpus>,
        place: &PagePath,
        site: Site,
        features: Option<&'static dyn Features>,
        is_sharded: bool,
        phase: Phase,
    ) -> Context {
        let (route, _) = Route::default().at(place).resolve(&known.corpus);
        let derived = Derived::new(&known.corpus, &known.columns, features.map(|full| full as _), route);
        let asked = Compare { here: is_sharded, ..Compare::default() };
        let derived = derived.with_comparison(&known.corpus, &known.columns, &asked);
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
            narrow: false,
            site,
            visible_chunks: None,
            features,
            phase,
            is_sharded,
            command: Default::default(),
            known,
        })
    }
}
