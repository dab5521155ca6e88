//! Files with texts, as `new` and `import` are given them: each becomes a document, a folder stands for those in it, and a
//! corpus file for the documents that it has.

use super::check::shown;
use super::output;
use crate::convert::{NewIds, Source};
use crate::corpus::{MAX_FILE_SIZE, PartialDate, raw};
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// The files themselves, and those of folders that hold texts, in the order of their names.
pub fn listed(paths: &[PathBuf]) -> Result<Vec<PathBuf>, String> {
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let problem = |problem: std::io::Error| format!("{}: {problem}", shown(path));
        let entries: Result<Vec<_>, _> = std::fs::read_dir(path).map_err(problem)?.collect();
        let entries = entries.map_err(problem)?.into_iter().map(|entry| entry.path());
        let mut own: Vec<PathBuf> =
            entries.filter(|file| file.is_file() && Source::is_source(&name(file))).collect();
        if own.is_empty() {
            return Err(format!("{} holds no text (.txt, .md or .docx)", shown(path)));
        }
        own.sort();
        files.extend(own);
    }
    Ok(files)
}

/// The documents of texts, each with an id of its own. What is to be told of them is printed.
pub fn documents(
    files: &[PathBuf],
    date: Option<&str>,
    ids: &mut NewIds,
) -> Result<Vec<raw::Document>, String> {
    let date = date.map(|date| {
        PartialDate::parse(date).ok_or_else(|| format!("--date {date}: write YYYY, YYYY-MM or YYYY-MM-DD"))
    });
    let date = date.transpose()?;
    let (mut documents, mut problems, mut without_date) = (Vec::new(), Vec::new(), Vec::new());
    for file in files {
        let source = read(file).and_then(|bytes| {
            Source::read(&name(file), &bytes).map_err(|problem| format!("{} {problem}", shown(file)))
        });
        match source {
            Err(problem) => problems.push(problem),
            Ok(source) => {
                source.notes.iter().for_each(|note| output::line(format!("{} {note}", shown(file))));
                match source.document(date, ids) {
                    Ok(document) => documents.push(document),
                    Err(_) => without_date.push(shown(file)),
                }
            }
        }
    }
    if !without_date.is_empty() {
        problems.push(format!(
            "neither name nor first lines say as YYYY-MM-DD when this was published: {}; give it with --date, as --date 2024-05-31",
            without_date.join(", ")
        ));
    }
    if problems.is_empty() { Ok(documents) } else { Err(problems.join("\nstandpoint: ")) }
}

/// What a file holds, up to what a corpus may.
pub fn read(file: &Path) -> Result<Vec<u8>, String> {
    let cannot = |problem: std::io::Error| format!("{} cannot be read: {problem}", shown(file));
    let mut bytes = Vec::new();
    let opened = File::open(file).map_err(cannot)?;
    opened.take(MAX_FILE_SIZE as u64 + 1).read_to_end(&mut bytes).map_err(cannot)?;
    if bytes.len() > MAX_FILE_SIZE {
        return Err(format!("{} has more than {MAX_FILE_SIZE} bytes; split it", shown(file)));
    }
    Ok(bytes)
}

/// Writes a file that is not there yet: nobody's work is overwritten.
pub fn write_new(file: &Path, bytes: &[u8]) -> Result<(), String> {
    let mut new = File::create_new(file).map_err(|problem| match problem.kind() {
        ErrorKind::AlreadyExists => {
            format!("{} is there already; choose another name for --out", shown(file))
        }
        _ => format!("{} cannot be written: {problem}", shown(file)),
    })?;
    new.write_all(bytes).map_err(|problem| format!("{} cannot be written: {problem}", shown(file)))
}

/// The name of a file without its ending.
pub fn stem(file: &Path) -> String {
    file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
