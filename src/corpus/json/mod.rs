//! From bytes to a corpus, or to everything that is wrong with them.

mod checker;
mod limits;
mod outcome;
mod problem;
mod raw;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
mod selector;
mod shape;
mod statement_checker;
mod tree;
mod validate;
mod validate_statements;
mod value;

pub use outcome::{InvalidCorpus, OrphanStatement, Reading};
pub use problem::{LocatedProblem, Problem};
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;

use super::Corpus;

use tree::{JsonPathBuf, JsonTree, LineIndex, Value};

use shape::Shaped;

impl Corpus {
    /// Reads and checks a corpus file of format 1.
    pub fn read(bytes: &[u8]) -> Result<Reading, InvalidCorpus> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.len() > limits::FILE {
            return Err(problem_of_file(Problem::TooLarge { what: "bytes in a file", limit: limits::FILE }));
        }
        let file = match std::str::from_utf8(bytes) {
            Ok(file) => file,
            Err(broken) => {
                let problem = if broken.error_len().is_none() { Problem::CutOff } else { Problem::NotUtf8 };
                return Err(problem_at(bytes, broken.valid_up_to(), problem));
            }
        };
        let raw = match serde_json::from_str::<raw::Corpus>(file) {
            Ok(raw) if raw.standpoint == 1 => raw,
            Ok(_) => return Err(shape_problems(file, None)),
            Err(problem) => return Err(shape_problems(file, Some(&problem))),
        };
        let checked = validate::check(&raw);
        if checked.errors.is_empty() && checked.orphans.is_empty() {
            return checked.finish(Vec::new());
        }
        let Some(tree) = JsonTree::read(file) else { return Err(problem_of_file(Problem::TooDeep)) };
        let lines = LineIndex::of(bytes);
        let locate = |(steps, problem): (JsonPathBuf, Problem)| {
            let (at, steps) = tree.find(&steps);
            located(&lines, at, &steps, problem)
        };
        if !checked.errors.is_empty() {
            let orphans = checked.orphans.into_iter().flat_map(|fault| fault.problems);
            return Err(sorted(checked.errors.into_iter().chain(orphans).map(locate).collect()));
        }
        let orphans = checked.orphans.iter().map(|fault| {
            let raw = fault.raw;
            let words = raw.spans.first().map(|span| span.exact.chars().take(80).collect());
            OrphanStatement {
                statement: raw.id.0.clone(),
                document: raw.document.0.clone(),
                words: words.unwrap_or_default(),
                problems: sorted(fault.problems.iter().cloned().map(locate).collect()).problems,
            }
        });
        let orphans = orphans.collect();
        checked.finish(orphans)
    }
}

/// A file that serde does not take: no JSON at all, a newer format, or with problems of shape.
fn shape_problems(file: &str, problem: Option<&serde_json::Error>) -> InvalidCorpus {
    if let Err(problem) = serde_json::from_str::<serde::de::IgnoredAny>(file) {
        let lines = LineIndex::of(file.as_bytes());
        let kind = if problem.is_eof() { Problem::CutOff } else { Problem::NotJson(reason(&problem)) };
        let (line, column) = if problem.is_eof() {
            lines.line_column(file.len())
        } else {
            (problem.line(), problem.column().max(1))
        };
        return InvalidCorpus {
            problems: vec![LocatedProblem { path: String::new(), line, column, problem: kind }],
        };
    }
    let Some(tree) = JsonTree::read(file) else { return problem_of_file(Problem::TooDeep) };
    let lines = LineIndex::of(file.as_bytes());
    let Value::Object(members) = &tree.value else {
        return problem_at(file.as_bytes(), tree.at, Problem::NoFormat);
    };
    match members.iter().find(|m| m.key == "standpoint").map(|m| &m.value) {
        Some(node) => match node.value {
            Value::Number("1") => {}
            Value::Number(version) if version.parse::<u32>().is_ok_and(|v| v > 1) => {
                return problem_at(file.as_bytes(), node.at, Problem::NewerFormat(version.to_owned()));
            }
            _ => return problem_at(file.as_bytes(), node.at, Problem::NoFormat),
        },
        None => return problem_at(file.as_bytes(), tree.at, Problem::NoFormat),
    }
    let found = shape::walk(&tree, raw::Corpus::shape());
    let problems: Vec<LocatedProblem> =
        found.into_iter().map(|(at, steps, problem)| located(&lines, at, &steps, problem)).collect();
    if problems.is_empty() {
        // What only serde notices, with its own words.
        let problem = problem.map_or(Problem::NoFormat, |problem| Problem::NotJson(reason(problem)));
        return problem_at(file.as_bytes(), tree.at, problem);
    }
    sorted(problems)
}

/// serde_json's sentence without the place, which is told apart.
fn reason(problem: &serde_json::Error) -> String {
    let sentence = problem.to_string();
    sentence.rsplit_once(" at line ").map_or(sentence.clone(), |(reason, _)| reason.to_owned())
}

fn located(lines: &LineIndex, at: usize, steps: &JsonPathBuf, problem: Problem) -> LocatedProblem {
    let (line, column) = lines.line_column(at);
    LocatedProblem { path: steps.written(), line, column, problem }
}

fn sorted(mut problems: Vec<LocatedProblem>) -> InvalidCorpus {
    problems.sort_by_key(|at| (at.line, at.column));
    InvalidCorpus { problems }
}

fn problem_at(bytes: &[u8], at: usize, problem: Problem) -> InvalidCorpus {
    let (line, column) = LineIndex::of(bytes).line_column(at);
    InvalidCorpus { problems: vec![LocatedProblem { path: String::new(), line, column, problem }] }
}

fn problem_of_file(problem: Problem) -> InvalidCorpus {
    InvalidCorpus { problems: vec![LocatedProblem { path: String::new(), line: 1, column: 1, problem }] }
}
