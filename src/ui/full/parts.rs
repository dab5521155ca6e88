//! Long lists in parts. A page of a site holds the first part; the others stand beside it as pages that need no script
//! (`~2/`, `~3/`), and the program draws more with each press.

use crate::corpus::Corpus;
use crate::route::PageKind;
use crate::ui::context::{Command, Context};
use crate::ui::html::html;
use crate::ui::i18n::{number, tr, tr_format};
use std::ops::Range;
use yew::prelude::*;

/// A list of so many rows is whole on a prerendered page, and the program draws so many of a longer one at once. With
/// 500, a press took a quarter of a second; what is not drawn, the browser's own search does not find.
const AT_ONCE: usize = 200;

/// A table of so many cells is drawn whole, in a page of a site and by the program.
pub const CELLS: usize = 5_000;
/// The program draws so many cells of a larger one at once.
const DRAWN_CELLS: usize = 1_500;

/// How many rows of a longer list a prerendered page holds: with what else stands in it, less than 80 KB.
#[derive(Debug, Clone, Copy)]
pub enum PartSize {
    /// A name, and a line on it.
    Names = 200,
    /// Words of a source, or whoever speaks in them.
    Words = 40,
}

impl PartSize {
    /// How many parts there are of so many rows.
    fn parts(self, all: usize) -> usize {
        if all <= AT_ONCE { 1 } else { all.div_ceil(self as usize) }
    }
}

/// Where a later part of a list stands below its first; no id begins so.
pub fn part_path(part: usize) -> String {
    format!("~{}/", part.saturating_add(1))
}

/// How many parts the list of a page has, where they are pages of the site.
pub fn parts_of(corpus: &Corpus, page: &PageKind, has_statement_pages: bool) -> usize {
    match page {
        PageKind::Corpus => PartSize::Words.parts(corpus.documents.len()),
        PageKind::Actors => PartSize::Names.parts(corpus.actors.len()),
        PageKind::Issues => PartSize::Names.parts(corpus.issues.len()),
        PageKind::Statements if has_statement_pages => PartSize::Words.parts(corpus.statements.len()),
        PageKind::Statements
        | PageKind::Document(_)
        | PageKind::Compare
        | PageKind::Actor(_)
        | PageKind::Issue(_) => 1,
    }
}

/// The rows that are drawn of so many.
pub fn rows(context: &Context, all: usize, size: PartSize) -> Range<usize> {
    let (from, count) = match context.is_incomplete() {
        true if all <= AT_ONCE => (0, all),
        true => (context.site.part.saturating_mul(size as usize), size as usize),
        false if context.is_on_paper => (0, all),
        false => (0, drawn(context, AT_ONCE)),
    };
    from.min(all)..from.saturating_add(count).min(all)
}

/// How many rows are drawn of a table of so many rows and columns.
pub fn table_rows(context: &Context, rows: usize, columns: usize) -> usize {
    if context.is_on_paper || rows.saturating_mul(columns) <= CELLS {
        return rows;
    }
    drawn(context, DRAWN_CELLS.div_ceil(columns.max(1))).min(rows)
}

/// How many rows are drawn where so many come at once, with those that were asked for since.
fn drawn(context: &Context, at_once: usize) -> usize {
    at_once.saturating_mul(context.more_parts.saturating_add(1))
}

/// What of something is within a range, or as much of it as there is.
pub fn part<T>(all: &[T], rows: Range<usize>) -> &[T] {
    all.get(rows).unwrap_or_default()
}

/// How much of a list is drawn, and the way to the rest; `has_pages` where its later parts are pages of the site.
pub fn rest(context: &Context, all: usize, rows: &Range<usize>, has_pages: bool) -> Html {
    if rows.len() == all || context.site.part > 0 {
        return html! {};
    }
    let command = context.command.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        command.emit(Command::ShowMore);
    });
    let said = tr_format!("{n} of {all} are shown.", n = number(rows.len()), all = number(all));
    let own = context.route().place();
    let next = context.site.place.as_ref().filter(|_| has_pages).map(|place| {
        let way = if *place == own { String::new() } else { [place.to_root(), own.path()].concat() };
        [way, part_path(1)].concat()
    });
    html! {
        <p class="list-rest" data-rows={(all - rows.len()).to_string()}><span class="soft">{ said }</span>{ " " }
            if let Some(next) = next { <a class="button" href={next} {onclick}>{ tr("Show more") }</a> }
            else { <button type="button" class="button" {onclick}>{ tr("Show more") }</button> }</p>
    }
}
