//! One html file that needs nothing beside it: the program, the styles and the corpus stand inside.

use super::Source;
use super::bundle::App;
use super::metadata;
use super::page::Drawn;
use super::site::start_of;
use super::staging::at;
use super::template::escape_json_for_script;
use std::fs;
use std::path::Path;

pub fn write(app: &App, source: &Source, site: Option<&str>, out: &Path) -> Result<String, String> {
    if out.extension().is_none_or(|ending| ending != "html") {
        return Err(format!("{}: a single file’s name ends in .html", out.display()));
    }
    let ours = |html: String| html.contains(metadata::GENERATOR);
    if out.exists() && !fs::read_to_string(out).is_ok_and(ours) {
        return Err(format!(
            "{} was not made by standpoint; choose another name or remove it",
            out.display()
        ));
    }
    let corpus = source.corpus();
    let text = std::str::from_utf8(&source.bytes).map_err(|problem| problem.to_string())?;
    // Everything has its place behind `#`; the file itself stands open at the start of its corpus.
    let page = start_of(corpus);
    let drawn = Drawn {
        source,
        page: page.clone(),
        place: None,
        site,
        several: false,
        statements: false,
        meta: &metadata::of_page(&metadata::Page { source, page, site, path: None, preview: None }),
        corpus: &escape_json_for_script(text.trim_start_matches('\u{feff}')),
        tables: None,
        part: None,
    };
    let html = drawn.html(&app.single)?;
    let fresh = out.with_extension("html.new");
    fs::write(&fresh, &html).map_err(at(&fresh))?;
    fs::rename(&fresh, out).map_err(at(out))?;
    Ok(format!("{}: one file of {} kB that opens from a disk", out.display(), html.len().div_ceil(1000)))
}
