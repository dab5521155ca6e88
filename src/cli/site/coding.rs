//! The coding page of a site, and the page on which the reader shows what is being made there. Neither knows a corpus of
//! the site.

use super::bundle::App;
use super::html_file;
use super::metadata::GENERATOR;
use super::template::fill;
use std::path::Path;

/// The rules by which the corpora of this project are coded, to which choices on the page lead.
pub const RULES: &str = include_str!("../../../corpus/CODEBOOK.md");

/// Where they stand beside the coding page.
pub const CODEBOOK_PATH: &str = "code/CODEBOOK.md";

/// The pages, each by the path of its folder.
pub fn pages(app: &App) -> [(&'static str, String); 2] {
    [
        ("code/", page(&app.coding, "../", "Make a corpus", START)),
        ("code/read/", page(&app.draft, "../../", "Draft", "")),
    ]
}

/// Writes the coding page as one file, and returns a sentence about it.
pub fn write_file(app: &App, out: &Path) -> Result<String, String> {
    html_file::check_name(out)?;
    html_file::put(out, &page(&app.coding_file, "", "Make a corpus", START))
}

/// What stands there until the program comes.
const START: &str = "<main class=\"small\"><h1>Make a corpus</h1><p>Mark in a text who says what, in whose words, and \
                     where they stand. What you make is one file; nothing is sent anywhere.</p></main>";

fn page(shell: &str, root: &str, title: &str, body: &str) -> String {
    let attributes = if root.is_empty() { String::new() } else { format!(" data-root=\"{root}\"") };
    let meta = format!("{GENERATOR}\n<meta name=\"robots\" content=\"noindex\">");
    let values = [
        ("lang", "en"),
        ("attributes", attributes.as_str()),
        ("title", title),
        ("root", root),
        ("meta", meta.as_str()),
        ("app", ""),
        ("page", body),
        ("filters", ""),
    ];
    fill(shell, &values)
}
