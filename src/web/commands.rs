//! What the page asks for, done: the next route, a dialog, a word to those who cannot see.

use super::app::App;
use super::{browser, layout, loader};
use crate::route::{Action, Route, Screen};
use crate::ui::i18n::tr;
use crate::ui::{Command, Dialog, next};
use std::rc::Rc;
use yew::AttrValue;

impl App {
    pub(super) fn run(&mut self, ctx: &yew::Context<Self>, command: Command) {
        match command {
            Command::Navigate(action) => self.navigate(ctx, &action),
            Command::StepStatement { back } => self.step(ctx, back),
            Command::OpenDialog(dialog) => {
                layout::close_dialog();
                self.dialog = None;
                dialog.into_iter().for_each(|dialog| self.open_dialog(dialog));
                self.site.keeps = browser::kept_size().map(AttrValue::from);
            }
            Command::Hover(statement) => self.hovered = statement,
            Command::ShowAllValues => self.all_values = true,
            Command::SearchList(list, words) => {
                let searches = Rc::make_mut(&mut self.list_searches);
                searches.retain(|(key, _)| *key != list);
                searches.push((list, words));
            }
            Command::Fold(group) => {
                let folded = Rc::make_mut(&mut self.folded);
                match folded.iter().position(|known| *known == group) {
                    Some(at) => drop(folded.swap_remove(at)),
                    None => folded.push(group),
                }
            }
            Command::FocusText => browser::focus("#main"),
            Command::DismissNotices => self.notices = Rc::default(),
            other => match self.features {
                Some(full) => full.run(self, ctx, other),
                // The full program begins with what was asked for.
                None => {
                    browser::leave("asks-for-hit", "");
                    loader::load_full(None);
                }
            },
        }
    }

    pub(super) fn navigate(&mut self, ctx: &yew::Context<Self>, action: &Action) {
        let (mut route, how) = self.derived.route.apply(action);
        if let Action::Search(typed) = action {
            route.filter.q = browser::nfc(typed);
        }
        // Opening a statement of another document brings that document along.
        let (route, _) = route.resolve(&self.known.corpus);
        if route == *self.derived.route {
            return;
        }
        self.notices = Rc::default();
        self.announcement = AttrValue::default();
        browser::close_popover();
        let before = self.derived.route.clone();
        let is_other = std::mem::discriminant(&before.screen) != std::mem::discriminant(&route.screen)
            || before.place() != route.place();
        self.scroll_to_top = is_other && route.open().is_none();
        self.has_narrowed = !is_other && narrows(action, &route);
        if matches!(&before.screen, Screen::Compare(asked) if asked.cell.is_some()) {
            // What was opened from here leaves; its cell stays.
            browser::focus(".cell.is-open");
        }
        let closed = before.open().filter(|_| *action == Action::Close).map(|opened| opened.id.clone());
        closed.iter().for_each(|id| browser::focus(&format!("[id='s={id}']")));
        self.set_route(route);
        self.history.push(how, self.history.of_view(&self.derived.route));
        self.write(ctx);
    }

    pub(super) fn step(&mut self, ctx: &yew::Context<Self>, back: bool) {
        let context = self.context(ctx);
        match next(&context, context.open(), back) {
            Some(statement) => self.navigate(ctx, &Action::Step(context.opened(statement))),
            None => self.announce(if back {
                tr("This is the first statement.")
            } else {
                tr("This is the last statement.")
            }),
        }
    }

    pub(super) fn announce(&mut self, words: &'static str) {
        // A no-break space makes the same words news again to a screen reader.
        let again = self.announcement.as_str() == words;
        self.announcement =
            if again { AttrValue::from(format!("{words}\u{a0}")) } else { AttrValue::from(words) };
    }

    pub(super) fn open_dialog(&mut self, dialog: Dialog) {
        if self.features.is_none() && dialog != Dialog::Filters {
            return loader::load_full(Some(dialog));
        }
        self.dialog = Some(dialog);
        self.announcement = AttrValue::default();
    }
}

/// Whether fewer words of a text match now by what was chosen or typed among the filters.
fn narrows(action: &Action, route: &Route) -> bool {
    let is_filter = match action {
        Action::Search(words) => !words.is_empty(),
        Action::ToggleInclude(..) | Action::ToggleExclude(..) | Action::Range(..) | Action::Coder(_) => {
            route.filter.choices().next().is_some()
        }
        _ => false,
    };
    is_filter && matches!(route.screen, Screen::Read { open: None })
}
