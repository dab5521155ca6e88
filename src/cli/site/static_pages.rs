//! Pages that need no program: a statement's own page for previews, a former address that leads on, the list
//! of corpora, and the page for an address that a site does not have.

use super::bundle::App;
use super::metadata::{GENERATOR, statement_title};
use super::page::render_static;
use super::settings::Settings;
use super::template::escape_html;
use crate::corpus::{Corpus, StatementIx};
use crate::route::{Language, PagePath};
use crate::ui::full::part_path;
use crate::ui::spelled;
use crate::ui::standalone::small_statement;
use crate::ui::{LoadedCorpus, i18n};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::rc::Rc;
use yew::Html;

/// A page whose one purpose is to lead to another.
pub struct Lead<'a> {
    pub title: &'a str,
    pub said: &'a str,
    pub link: &'a str,
    /// The address it leads to, relative to itself.
    pub to: &'a str,
    /// From itself to the site's root.
    pub up: &'a str,
}

pub fn lead(app: &App, lead: &Lead) -> Result<String, String> {
    let to = escape_html(lead.to);
    let body = format!(
        "<main class=\"small\"><h1>{}</h1><p>{}</p><p><a data-lead href=\"{to}\">{}</a></p></main>",
        escape_html(&spelled(lead.title)),
        escape_html(lead.said),
        escape_html(lead.link)
    );
    let meta = format!(
        "{GENERATOR}\n<meta name=\"robots\" content=\"noindex\">\n<noscript><meta http-equiv=\"refresh\" content=\"0; url={to}\"></noscript>"
    );
    page(app, lead.up, lead.title, &meta, &body, Script::Leads)
}

/// A statement's words on a page of their own, which leads on into the text.
pub fn statement(app: &App, known: &Rc<LoadedCorpus>, ix: StatementIx, meta: &str) -> Result<String, String> {
    let corpus = &known.corpus;
    let statement = &corpus.statements[ix];
    let title = statement_title(corpus, statement);
    let drawn = known.clone();
    let body = render_static(move || small_statement(&drawn.corpus, ix))?;
    page(app, "../../../", &title, meta, &body, Script::Leads)
}

/// A later part of a long list, counted from 0, of so many.
pub fn part(
    app: &App,
    place: &PagePath,
    rows: Html,
    (part, parts): (usize, usize),
    title: &str,
) -> Result<String, String> {
    let up = format!("../{}", place.to_root());
    let to = |part: usize| match part {
        0 => "../".to_owned(),
        later => format!("../{}", part_path(later)),
    };
    let link =
        |part: usize, rel: &str, words: &str| format!("<a rel=\"{rel}\" href=\"{}\">{words}</a>", to(part));
    let before = link(part.saturating_sub(1), "prev", "Previous");
    let after = part.checked_add(1).filter(|next| *next < parts).map(|next| link(next, "next", "Next"));
    let nav = format!(
        "<nav class=\"list-parts\" aria-label=\"Parts of this list\">{before} <span>part {} of {parts}</span> {}</nav>",
        part.saturating_add(1),
        after.unwrap_or_default()
    );
    // The rows are drawn for the place of the first part, and all their links stay on the site.
    let rows = render_static(move || rows.clone())?.replace(" href=\"", " href=\"../");
    let body = format!(
        "<main class=\"small offers\"><h1><a href=\"../\">{}</a></h1>{nav}{rows}{nav}</main>",
        escape_html(&spelled(title))
    );
    let title = format!("{title}, part {} of {parts}", part.saturating_add(1));
    page(app, &up, &title, GENERATOR, &body, Script::None)
}

/// The start of a site with several corpora, in every language that the app speaks.
pub fn start(app: &App, corpora: &[Rc<LoadedCorpus>], settings: &Settings) -> Result<String, String> {
    let (site, has_coding) = (settings.site.as_deref(), settings.has_coding);
    let drawn = || {
        let known = corpora.to_vec();
        render_static(move || {
            let corpora: Vec<&Corpus> = known.iter().map(|known| &*known.corpus).collect();
            crate::ui::standalone::start(&corpora, has_coding)
        })
    };
    let mut body = drawn()?;
    for (_, tag, _) in Language::ALL {
        let Some(words) = app.words(tag) else { continue };
        i18n::set_catalog(Some(words));
        let own = drawn();
        i18n::set_catalog(None);
        body.push_str(&format!("\n<template data-lang=\"{tag}\">{}</template>", own?));
    }
    body.push_str(&format!("\n<script>{}</script>", app.corpora));
    let mut meta = GENERATOR.to_owned();
    if let Some(site) = site {
        meta.push_str(&format!("\n<link rel=\"canonical\" href=\"{}\">", escape_html(site)));
    }
    page(app, "", "Standpoint", &meta, &body, Script::Own(&app.corpora))
}

/// What runs on a small page.
enum Script<'a> {
    None,
    /// It leads on to another page.
    Leads,
    /// A script of its own inside it.
    Own(&'a str),
}

fn page(app: &App, up: &str, title: &str, meta: &str, body: &str, runs: Script) -> Result<String, String> {
    let style = app.asset("style", ".css")?;
    let (script, admitted) = match runs {
        Script::None => (String::new(), "script-src 'none'".to_owned()),
        Script::Leads => {
            let redirect = app.asset("redirect", ".js")?;
            (
                format!("<script type=\"module\" src=\"{up}assets/{redirect}\"></script>\n"),
                "script-src 'self'".to_owned(),
            )
        }
        Script::Own(script) => {
            let sum = STANDARD.encode(Sha256::digest(script.as_bytes()));
            let rule = format!("script-src 'sha256-{sum}' 'self' 'wasm-unsafe-eval'; connect-src 'self'");
            (String::new(), rule)
        }
    };
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; {admitted}; style-src 'self'; \
         img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n{meta}\n\
         <link rel=\"stylesheet\" href=\"{up}assets/{style}\">\n{script}</head>\n<body>\n{body}\n</body>\n</html>\n",
        escape_html(&spelled(title))
    ))
}

/// For any address that the site does not have; at whatever depth it is served, it finds the site's root and
/// leads on where a corpus answers to the first name.
pub fn missing(script: &str, style: &str, site: Option<&str>) -> String {
    let sum = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    let home = site.map_or("/".to_owned(), escape_html);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-{}'; \
         style-src 'sha256-{}'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>This page is not here</title>\n<style>{style}</style>\n</head>\n<body>\n\
         <main class=\"small\"><h1>This page is not here</h1>\
         <p>The address may be mistyped, or the page was taken away. Nothing else is wrong.</p>\
         <p><a id=\"on\" href=\"{home}\">Go to the start of this site</a></p></main>\n\
         <script>{script}</script>\n</body>\n</html>\n",
        sum(script),
        sum(style),
    )
}
