//! What keeps the site of corpora under work, or a page of it, from being made, as lines for the terminal and as a page in
//! the place of the site's. It needs no script but the one that loads it again.

use crate::cli::check::{count, line, shown};
use crate::cli::site::escape_html;
use crate::corpus::InvalidCorpus;
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

pub enum Trouble {
    /// A file with its problems, at least one.
    Problems(PathBuf, InvalidCorpus),
    /// What is wrong besides, in a sentence.
    Other(String),
    /// Why a page cannot be drawn, in a sentence.
    Page(String),
}

impl Trouble {
    fn heading(&self) -> String {
        match self {
            Trouble::Problems(file, problems) => heading(file, problems),
            Trouble::Other(_) => "The site cannot be made".to_owned(),
            Trouble::Page(_) => "This page cannot be drawn".to_owned(),
        }
    }
}

/// How many problems of a file are told one by one.
const TOLD: usize = 200;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}\
    li{margin:.5rem 0;overflow-wrap:anywhere}code{margin-inline-end:.5rem}";

/// Each problem as `check` prints it, and how many there are.
pub fn lines(troubles: &[Trouble]) -> Vec<String> {
    let mut lines = Vec::new();
    for trouble in troubles {
        match trouble {
            Trouble::Problems(file, problems) => {
                lines.extend(problems.problems.iter().take(TOLD).map(|at| line(file, at)));
                lines.extend(more(file, problems));
                lines.push(format!("{}; open pages show them.", heading(file, problems)));
            }
            Trouble::Other(problem) | Trouble::Page(problem) => lines.push(problem.clone()),
        }
    }
    lines
}

pub fn page(troubles: &[Trouble]) -> String {
    let title = match troubles {
        [only] => only.heading(),
        _ => "The site cannot be made".to_owned(),
    };
    let next = match troubles {
        [Trouble::Page(_)] => "Load this page again when that is mended.",
        _ => "Mend them and save: this page loads again by itself.",
    };
    let level = if troubles.len() == 1 { "h1" } else { "h2" };
    let mut body = if troubles.len() == 1 { String::new() } else { format!("<h1>{title}</h1>\n") };
    for trouble in troubles {
        body.push_str(&format!("<{level}>{}</{level}>\n", escape_html(&trouble.heading())));
        match trouble {
            Trouble::Problems(file, problems) => {
                body.push_str(&list(problems));
                body.extend(more(file, problems).map(|more| format!("<p>{}</p>\n", escape_html(&more))));
            }
            Trouble::Other(problem) | Trouble::Page(problem) => {
                body.push_str(&format!("<p>{}</p>\n", escape_html(problem)));
            }
        }
    }
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; connect-src 'self'; \
         style-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n\
         <title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{body}\
         <p>{next}</p>\n</main>\n</body>\n</html>\n",
        STANDARD.encode(Sha256::digest(STYLE.as_bytes())),
        escape_html(&title),
    )
}

fn list(problems: &InvalidCorpus) -> String {
    let rows = problems.problems.iter().take(TOLD).map(|at| {
        format!("<li><code>{}:{}</code>{}</li>\n", at.line, at.column, escape_html(&at.sentence()))
    });
    format!("<ul>\n{}</ul>\n", rows.collect::<String>())
}

fn heading(file: &Path, problems: &InvalidCorpus) -> String {
    format!("{} in {}", count(problems.count(), "problem"), shown(file))
}

fn more(file: &Path, problems: &InvalidCorpus) -> Option<String> {
    let left = problems.count().checked_sub(TOLD).filter(|left| *left > 0)?;
    Some(format!("And {left} more; standpoint check {} {}.", shown(file), problems.listed_elsewhere()))
}
