//! The page as it stands in its file: both screens of one document, nothing chosen, no script yet. The prerenderer draws
//! it. A program that takes the page over for another view draws the same once, without what `boot.js` has taken away
//! by then.

use super::scene::{Given, Known, Parts, Scene, Site, Stage};
use crate::query::Answers;
use crate::view::{Compare, Place, View};
use std::rc::Rc;

impl Scene {
    /// The still page for what `place` names. Of a large corpus it compares one document only.
    pub fn still(
        known: Rc<Known>,
        place: &Place,
        site: Site,
        parts: Option<Parts>,
        is_large: bool,
        stage: Stage,
    ) -> Scene {
        let (view, _) = View::default().at(place).resolve(&known.corpus);
        let answers = Answers::new(&known.corpus, &known.columns, parts.map(|parts| parts.derive), view);
        let asked = Compare { here: is_large, ..Compare::default() };
        let answers = answers.with_comparison(&known.corpus, &known.columns, &asked);
        Scene::new(Given {
            answers,
            notices: Rc::default(),
            near: None,
            all_values: false,
            swipe: Rc::default(),
            said: Default::default(),
            panel: None,
            preferences: Default::default(),
            readers_language: None,
            narrow: false,
            site,
            near_stretches: None,
            parts,
            stage,
            is_large,
            wish: Default::default(),
            known,
        })
    }
}
