//! From bytes to a corpus, or to everything that is wrong with them.

#[cfg(not(target_arch = "wasm32"))]
mod advice;
mod checker;
mod findings;
#[cfg(not(target_arch = "wasm32"))]
mod hard_wrap;
mod host;
mod language_tag;
mod likeness;
pub mod limits;
mod members;
mod nearest;
mod objects;
mod outcome;
mod problem;
mod quotations;
mod quote;
pub mod raw;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod selector;
mod sentences;
mod shape;
mod statement_checker;
mod syntax;
mod syntax_reader;
mod tree;
#[cfg(not(target_arch = "wasm32"))]
mod unused;
mod validate;
mod validate_statements;
mod value;
mod voices;
mod write;

#[cfg(not(target_arch = "wasm32"))]
pub use advice::{Advice, Warning, Warnings};
pub use checker::{id_problem, is_usable_id};
pub use likeness::{Difference, Folded};
pub use limits::{RESERVED, RESERVED_IN_LISTS};
pub use nearest::Near;
pub use outcome::{InvalidCorpus, OrphanStatement, Reading};
pub use problem::{LocatedProblem, Problem};
pub use quote::visible;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use selector::TextSelector;
#[cfg(not(target_arch = "wasm32"))]
pub use sentences::and_more;
pub use shape::is_near;
pub use syntax::{OpenDelimiter, SyntaxError};

use super::Corpus;

use findings::Places;
use tree::{JsonTree, LineIndex, Value};

use shape::Shaped;

/// Bytes that a corpus file may have.
pub const MAX_FILE_SIZE: usize = limits::FILE;

impl Corpus {
    /// Reads and checks a corpus file of format 1.
    pub fn read(bytes: &[u8]) -> Result<Reading, InvalidCorpus> {
        let file = text_of(bytes)?;
        let mut raw = parse(file)?;
        let texts = raw.documents.iter_mut().map(|document| std::mem::take(&mut document.text)).collect();
        let places = Places::of(file);
        let checked = validate::check(&raw, texts, &places);
        let (orphans, faults) = (checked.orphans, checked.faults);
        match checked.corpus {
            Some(corpus) => Ok(outcome::reading(corpus, &raw, orphans, faults, &places)),
            None => {
                let mut all = checked.errors;
                all.extend(faults.map(|(_, problem)| problem));
                Err(outcome::invalid(all, &places))
            }
        }
    }
}

impl raw::Corpus {
    /// Reads a corpus file of format 1 as it is written, without a check of what it says.
    pub fn read(bytes: &[u8]) -> Result<raw::Corpus, InvalidCorpus> {
        parse(text_of(bytes)?)
    }
}

/// A file as text.
fn text_of(bytes: &[u8]) -> Result<&str, InvalidCorpus> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.len() > limits::FILE {
        return Err(problem_of_file(Problem::TooLarge { what: "bytes in a file", limit: limits::FILE }));
    }
    if let Some(problem) = other_format(bytes) {
        return Err(problem_of_file(problem));
    }
    std::str::from_utf8(bytes).map_err(|broken| {
        let end = broken.valid_up_to();
        let sound = bytes.get(..end).and_then(|sound| std::str::from_utf8(sound).ok());
        match broken.error_len() {
            None => not_json(sound.unwrap_or_default(), None),
            Some(_) => problem_at(bytes, end, Problem::NotUtf8),
        }
    })
}

/// What a file is that is known by its first bytes, and no JSON in UTF-8.
fn other_format(bytes: &[u8]) -> Option<Problem> {
    match bytes {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..] => Some(Problem::Utf16),
        [0x1f, 0x8b, ..] => Some(Problem::Compressed("gzip")),
        [b'P', b'K', 3, 4, ..] => Some(Problem::Compressed("zip")),
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Problem::Compressed("zstd")),
        _ => None,
    }
}

fn parse(file: &str) -> Result<raw::Corpus, InvalidCorpus> {
    match serde_json::from_str::<raw::Corpus>(file) {
        Ok(raw) if raw.format == 1 => Ok(raw),
        Ok(_) | Err(_) => Err(shape_problems(file)),
    }
}

/// A file that serde does not take: no JSON at all, a newer format, or with problems of shape.
fn shape_problems(file: &str) -> InvalidCorpus {
    if let Err(problem) = serde_json::from_str::<serde::de::IgnoredAny>(file) {
        return not_json(file, Some(&problem));
    }
    let Some(tree) = JsonTree::read(file) else { return problem_of_file(Problem::TooDeep) };
    let Value::Object(members) = &tree.value else {
        return problem_at(file.as_bytes(), tree.at, Problem::NoFormat);
    };
    match members.find("standpoint").map(|m| &m.value) {
        Some(node) => match node.value {
            Value::Number("1") => {}
            Value::Number(version) if version.parse::<u32>().is_ok_and(|v| v > 1) => {
                return problem_at(file.as_bytes(), node.at, Problem::NewerFormat(version.to_owned()));
            }
            _ => {
                let is_text = matches!(node.value, Value::Text(_));
                return problem_at(file.as_bytes(), node.at, Problem::WrongFormat { is_text });
            }
        },
        None => return problem_at(file.as_bytes(), tree.at, Problem::NoFormat),
    }
    let found = shape::walk(&tree, raw::Corpus::shape());
    if found.is_empty() {
        // What serde alone would notice; no such thing is known.
        return problem_at(file.as_bytes(), tree.at, Problem::NoFormat);
    }
    outcome::invalid(found, &Places::read(file, tree))
}

/// A file that is no JSON: `problem` is what serde_json says of it, `None` where it ends inside a character.
fn not_json(file: &str, problem: Option<&serde_json::Error>) -> InvalidCorpus {
    let lines = LineIndex::of(file.as_bytes());
    let is_cut = problem.is_none_or(serde_json::Error::is_eof);
    let broken = syntax_reader::explain(file);
    if is_cut {
        let is_empty = problem.is_some() && file.trim().is_empty();
        let open = broken.and_then(|broken| broken.open);
        let problem = if is_empty { Problem::EmptyFile } else { Problem::CutOff(open) };
        return problem_at(file.as_bytes(), file.len(), problem);
    }
    if let Some((broken, syntax)) =
        broken.and_then(|mut broken| broken.syntax.take().map(|syntax| (broken, syntax)))
    {
        let (line, column) = lines.line_column(broken.at);
        let row = broken.row.map(|(list, id)| tree::row_name(&list, &id)).unwrap_or_default();
        let problem = Problem::NotJson(syntax);
        return InvalidCorpus::one(LocatedProblem { row, path: broken.path, line, column, problem });
    }
    let (line, column) = problem.map_or((1, 1), |problem| (problem.line(), problem.column().max(1)));
    let byte = lines.byte(line, column);
    let found = file.get(byte..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
    problem_at(file.as_bytes(), byte, Problem::NotJson(SyntaxError::Unexpected(found)))
}

fn problem_at(bytes: &[u8], at: usize, problem: Problem) -> InvalidCorpus {
    let (line, column) = LineIndex::of(bytes).line_column(at);
    InvalidCorpus::one(LocatedProblem { row: String::new(), path: String::new(), line, column, problem })
}

fn problem_of_file(problem: Problem) -> InvalidCorpus {
    problem_at(&[], 0, problem)
}
