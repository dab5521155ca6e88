//! Pages that need no program: a statement's own page for previews, a former address that leads on, the list
//! of corpora, and the page for an address that a site does not have.

use super::app::App;
use super::document::render_still;
use super::meta::{GENERATOR, statement_title};
use super::template::escaped;
use crate::corpus::{Corpus, StatementIx};
use crate::ui::{Known, small_statement};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::rc::Rc;

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
    let to = escaped(lead.to);
    let body = format!(
        "<main class=\"small\"><h1>{}</h1><p>{}</p><p><a data-lead href=\"{to}\">{}</a></p></main>",
        escaped(lead.title),
        escaped(lead.said),
        escaped(lead.link)
    );
    let meta = format!(
        "{GENERATOR}\n<meta name=\"robots\" content=\"noindex\">\n<noscript><meta http-equiv=\"refresh\" content=\"0; url={to}\"></noscript>"
    );
    page(app, lead.up, lead.title, &meta, &body, true)
}

/// A statement's words on a page of their own, which leads on into the text.
pub fn statement(app: &App, known: &Rc<Known>, ix: StatementIx, meta: &str) -> Result<String, String> {
    let corpus = &known.corpus;
    let statement = &corpus.statements[ix];
    let title = statement_title(corpus, statement);
    let drawn = known.clone();
    let body = render_still(move || small_statement(&drawn.corpus, ix))?;
    page(app, "../../../", &title, meta, &body, true)
}

/// The corpora that a site has.
pub fn start(app: &App, corpora: &[&Corpus], site: Option<&str>) -> Result<String, String> {
    let rows = corpora.iter().map(|corpus| {
        let summary = corpus.summary.as_deref().map(|s| format!("<p>{}</p>", escaped(s))).unwrap_or_default();
        format!("<li><h2><a href=\"{}/\">{}</a></h2>{summary}</li>", corpus.id, escaped(&corpus.title))
    });
    let body = format!(
        "<main class=\"small\"><h1>Who said what, and where they stand</h1><ul>{}</ul></main>",
        rows.collect::<String>()
    );
    let mut meta = GENERATOR.to_owned();
    if let Some(site) = site {
        meta.push_str(&format!("\n<link rel=\"canonical\" href=\"{}\">", escaped(site)));
    }
    page(app, "", "Standpoint", &meta, &body, false)
}

fn page(app: &App, up: &str, title: &str, meta: &str, body: &str, leads: bool) -> Result<String, String> {
    let style = app.asset("style", ".css")?;
    let script = if leads {
        format!("<script type=\"module\" src=\"{up}assets/{}\"></script>\n", app.asset("lead", ".js")?)
    } else {
        String::new()
    };
    Ok(format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; \
         img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n{meta}\n\
         <link rel=\"stylesheet\" href=\"{up}assets/{style}\">\n{script}</head>\n<body>\n{body}\n</body>\n</html>\n",
        escaped(title)
    ))
}

/// For any address that the site does not have; at whatever depth it is served, it finds the site's root and
/// leads on where a corpus answers to the first name.
pub fn missing(style: &str, site: Option<&str>) -> String {
    let script = include_str!("missing.js");
    let sum = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    let home = site.map_or("/".to_owned(), escaped);
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
