//! `standpoint import` of a project: a file of the Discourse Network Analyzer becomes a corpus file. It overwrites nothing.

use super::check::{checked, count, lines, shown};
use super::output;
use crate::convert::dna::{Imported, Refusal, UNFINISHED, import as read};
use crate::corpus::raw;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes the corpus file of a project's bytes, which were read from `file`, and prints what is to be told.
pub fn import_dna(file: &Path, bytes: &[u8], out: &Path, language: Option<&str>) -> Result<(), String> {
    let refused = |refusal: Refusal| format!("{} {refusal}", shown(file));
    if let Some(name) = unfinished(file) {
        return Err(refused(Refusal::Unfinished(name)));
    }
    let title = file.file_stem().unwrap_or_default().to_string_lossy();
    let Imported { file: corpus, notes } = read(bytes, &title, language).map_err(refused)?;
    let json = corpus.to_json();
    check(json.as_bytes(), out)?;
    write(out, json.as_bytes())?;
    for note in notes {
        output::line(format!("{}: {note}", shown(file)));
    }
    output::line(format!("{}: {}", shown(out), counts(&corpus)));
    Ok(())
}

/// The name of a file beside this one that holds changes which are not in it yet.
fn unfinished(file: &Path) -> Option<String> {
    UNFINISHED.iter().find_map(|ending| {
        let mut beside = file.as_os_str().to_owned();
        beside.push(ending);
        let beside = PathBuf::from(beside);
        let is_there = fs::metadata(&beside).is_ok_and(|data| data.len() > 0);
        is_there.then(|| beside.file_name().unwrap_or_default().to_string_lossy().into_owned())
    })
}

/// A file that would not be a corpus is not written.
fn check(json: &[u8], out: &Path) -> Result<(), String> {
    checked(json).map(|_| ()).map_err(|problems| {
        lines(out, &problems).iter().for_each(output::line);
        format!("{} is not written, see above", shown(out))
    })
}

fn write(out: &Path, json: &[u8]) -> Result<(), String> {
    let opened = OpenOptions::new().write(true).create_new(true).open(out);
    let written = opened.and_then(|mut to| to.write_all(json).and_then(|()| to.flush()));
    written.map_err(|problem| format!("{} cannot be written: {problem}", shown(out)))
}

fn counts(corpus: &raw::Corpus) -> String {
    let counts = [
        count(corpus.statements.len(), "statement"),
        count(corpus.actors.len(), "actor"),
        count(corpus.issues.len(), "issue"),
        count(corpus.documents.len(), "document"),
    ];
    counts.join(", ")
}
