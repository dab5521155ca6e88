//! A page with an address of its own: a document, or one about all of them. It is the prerendered page, drawn by the
//! components that the program will hydrate, in the shell that the packer filled.

use super::Source;
use super::template::{escape_html, fill};
use crate::corpus::Corpus;
use crate::route::{PageKind, PagePath, Route};
use crate::ui::full::Full;
use crate::ui::{Context, LoadedCorpus, Phase, Site, page, title};
use std::rc::Rc;
use yew::prelude::*;

/// What one page is made of.
pub struct PageContent<'a> {
    pub source: &'a Source,
    pub page: PageKind,
    /// Where the page stands on its site; `None` in a single file.
    pub place: Option<PagePath>,
    pub site: Option<&'a str>,
    /// The site offers several corpora.
    pub has_several_corpora: bool,
    /// The site has a page on which one makes a corpus.
    pub has_coding: bool,
    /// Each statement has a page of its own.
    pub has_statement_pages: bool,
    pub meta: &'a str,
    /// Path of the corpus, or its text inside a single file.
    pub corpus: &'a str,
    /// Path of its tables, where they do not stand in the page.
    pub tables: Option<&'a str>,
    /// Path of the document's part of a large corpus.
    pub part: Option<&'a str>,
}

impl PageContent<'_> {
    fn has_codebook(&self) -> bool {
        self.place.is_some() && self.source.codebook.is_some()
    }

    pub fn html(&self, shell: &str) -> Result<String, String> {
        let corpus = self.source.corpus();
        let title = title_of(corpus, &self.page);
        let root = self.place.as_ref().map(PagePath::to_root).unwrap_or_default();
        let mut app = format!(" data-sum=\"{}\"", self.source.sum);
        if let Some(place) = &self.place {
            app.push_str(&format!(" data-place=\"{}\"", escape_html(&place.path())));
        }
        if self.has_several_corpora {
            app.push_str(" data-several");
        }
        if self.has_codebook() {
            app.push_str(" data-codebook");
        }
        if self.place.is_some() && !self.has_coding {
            app.push_str(" data-no-coding");
        }
        if self.has_statement_pages {
            app.push_str(" data-statements");
        }
        let mut attributes =
            self.place.as_ref().map(|_| format!(" data-root=\"{root}\"")).unwrap_or_default();
        if self.place.is_some() && self.source.split.is_some() {
            attributes.push_str(&format!(" data-corpus=\"{}\"", self.source.tables_path));
        }
        match self.page {
            PageKind::Document(_) => {}
            // What is about all documents, the initial program does not have.
            PageKind::Compare => attributes.push_str(" data-screen=\"compare\""),
            _ => attributes.push_str(" data-screen=\"list\""),
        }
        let asked = |name: &str, path: &str| {
            format!("<link rel=\"preload\" as=\"fetch\" crossorigin data-{name} href=\"{root}{path}\">")
        };
        let part = self.part.map(|part| asked("part", part) + "\n");
        let tables = self.tables.map(|path| asked("tables", path));
        let inside = match self.tables {
            Some(_) => String::new(),
            None => {
                format!("<script type=\"text/plain\" id=\"tables\">{}</script>\n", self.source.tables_text())
            }
        };
        let meta = part.unwrap_or_default() + self.meta;
        let prerendered = self.prerender()?;
        let (page, filters) = apart(&prerendered).ok_or("a page without a place for its filters")?;
        Ok(fill(
            shell,
            &[
                ("lang", "en"),
                ("attributes", &attributes),
                ("title", &escape_html(&title)),
                ("root", &root),
                ("corpus", self.corpus),
                ("tables", &tables.unwrap_or_default()),
                ("inside", &inside),
                ("meta", &meta),
                ("app", &app),
                ("page", &page),
                ("filters", filters),
            ],
        ))
    }

    /// The page of the document, drawn.
    fn prerender(&self) -> Result<String, String> {
        let context = self.context();
        render(move || page(&context))
    }

    /// What the page is drawn from.
    pub fn context(&self) -> Context {
        let known: Rc<LoadedCorpus> = self.source.known.clone();
        let place = self.place.clone().unwrap_or_default();
        let shown = PagePath::of(&known.corpus, self.page.clone());
        let site = Site {
            place: self.place.as_ref().map(|_| place),
            base: self.site.map(|site| AttrValue::from(site.to_owned())),
            has_several_corpora: self.has_several_corpora,
            has_codebook: self.has_codebook(),
            has_coding: self.has_coding,
            has_statement_pages: self.has_statement_pages,
            is_edited: false,
            part: 0,
            keeps: None,
        };
        Context::prerendered(
            known.clone(),
            &shown,
            site,
            Some(&Full),
            self.source.split.is_some(),
            Phase::Prerendered,
        )
    }
}

/// A page, and what stands in its filters: the words come first, and loader.js puts the filters in their place.
fn apart(page: &str) -> Option<(String, &str)> {
    const PLACE: &str = "<aside class=\"facets\" aria-label=\"Filters\">";
    let (before, from) = page.split_at(page.find(PLACE)? + PLACE.len());
    let (filters, after) = from.split_at(from.find("</aside>")?);
    Some((format!("{before}{after}"), filters))
}

/// The title of a page of a corpus.
pub fn title_of(corpus: &Corpus, page: &PageKind) -> String {
    title(corpus, &Route::default().at(&PagePath::of(corpus, page.clone())).resolve(corpus).0)
}

#[derive(Properties)]
struct DrawnProps {
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for DrawnProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

#[component]
fn Whole(props: &DrawnProps) -> Html {
    (props.draw)()
}

/// Html as the program can take it over.
pub fn render(draw: impl Fn() -> Html + 'static) -> Result<String, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|e| e.to_string())?;
    let draw: Rc<dyn Fn() -> Html> = Rc::new(draw);
    Ok(runtime.block_on(async {
        yew::LocalServerRenderer::<Whole>::with_props(DrawnProps { draw }).render().await
    }))
}

/// Html that stays as it is.
pub fn render_static(draw: impl Fn() -> Html + 'static) -> Result<String, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|e| e.to_string())?;
    let draw: Rc<dyn Fn() -> Html> = Rc::new(draw);
    let renderer = yew::LocalServerRenderer::<Whole>::with_props(DrawnProps { draw }).hydratable(false);
    Ok(runtime.block_on(renderer.render()))
}
