//! From bytes to a corpus, or to everything that is wrong with them.

use super::Corpus;
use super::check;
use super::limits;
use super::outcome::{Fault, Reading, Refusal};
use super::place::{Lines, Node, Steps, Value};
use super::problem::{Located, Problem};
use super::raw;
use super::shape::{self, Shaped};

impl Corpus {
    /// Reads and checks a corpus file of format 1.
    pub fn read(bytes: &[u8]) -> Result<Reading, Refusal> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if bytes.len() > limits::FILE {
            return Err(whole(Problem::TooLarge { what: "bytes in a file", limit: limits::FILE }));
        }
        let file = match std::str::from_utf8(bytes) {
            Ok(file) => file,
            Err(broken) => {
                let problem = if broken.error_len().is_none() { Problem::CutOff } else { Problem::NotUtf8 };
                return Err(one(bytes, broken.valid_up_to(), problem));
            }
        };
        let raw = match serde_json::from_str::<raw::Corpus>(file) {
            Ok(raw) if raw.standpoint == 1 => raw,
            Ok(_) => return Err(misshapen(file, None)),
            Err(problem) => return Err(misshapen(file, Some(&problem))),
        };
        let checked = check::check(&raw);
        if checked.errors.is_empty() && checked.faults.is_empty() {
            return checked.finish(Vec::new());
        }
        let Some(tree) = Node::read(file) else { return Err(whole(Problem::TooDeep)) };
        let lines = Lines::of(bytes);
        let locate = |(steps, problem): (Steps, Problem)| {
            let (at, steps) = tree.find(&steps);
            located(&lines, at, &steps, problem)
        };
        if !checked.errors.is_empty() {
            let faults = checked.faults.into_iter().flat_map(|fault| fault.problems);
            return Err(sorted(checked.errors.into_iter().chain(faults).map(locate).collect()));
        }
        let faults = checked.faults.iter().map(|fault| {
            let raw = fault.raw;
            let words = raw.spans.first().map(|span| span.exact.chars().take(80).collect());
            Fault {
                statement: raw.id.0.clone(),
                document: raw.document.0.clone(),
                words: words.unwrap_or_default(),
                problems: sorted(fault.problems.iter().cloned().map(locate).collect()).problems,
            }
        });
        let faults = faults.collect();
        checked.finish(faults)
    }
}

/// A file that serde does not take: no JSON at all, a newer format, or with problems of shape.
fn misshapen(file: &str, problem: Option<&serde_json::Error>) -> Refusal {
    if let Err(problem) = serde_json::from_str::<serde::de::IgnoredAny>(file) {
        let lines = Lines::of(file.as_bytes());
        let kind = if problem.is_eof() { Problem::CutOff } else { Problem::NotJson(reason(&problem)) };
        let (line, column) = if problem.is_eof() {
            lines.place(file.len())
        } else {
            (problem.line(), problem.column().max(1))
        };
        return Refusal { problems: vec![Located { path: String::new(), line, column, problem: kind }] };
    }
    let Some(tree) = Node::read(file) else { return whole(Problem::TooDeep) };
    let lines = Lines::of(file.as_bytes());
    let Value::Object(members) = &tree.value else { return one(file.as_bytes(), tree.at, Problem::NoFormat) };
    match members.iter().find(|m| m.key == "standpoint").map(|m| &m.value) {
        Some(node) => match node.value {
            Value::Number("1") => {}
            Value::Number(version) if version.parse::<u32>().is_ok_and(|v| v > 1) => {
                return one(file.as_bytes(), node.at, Problem::NewerFormat(version.to_owned()));
            }
            _ => return one(file.as_bytes(), node.at, Problem::NoFormat),
        },
        None => return one(file.as_bytes(), tree.at, Problem::NoFormat),
    }
    let found = shape::walk(&tree, raw::Corpus::shape());
    let problems: Vec<Located> =
        found.into_iter().map(|(at, steps, problem)| located(&lines, at, &steps, problem)).collect();
    if problems.is_empty() {
        // What only serde notices, with its own words.
        let problem = problem.map_or(Problem::NoFormat, |problem| Problem::NotJson(reason(problem)));
        return one(file.as_bytes(), tree.at, problem);
    }
    sorted(problems)
}

/// serde_json's sentence without the place, which is told apart.
fn reason(problem: &serde_json::Error) -> String {
    let whole = problem.to_string();
    whole.rsplit_once(" at line ").map_or(whole.clone(), |(reason, _)| reason.to_owned())
}

fn located(lines: &Lines, at: usize, steps: &Steps, problem: Problem) -> Located {
    let (line, column) = lines.place(at);
    Located { path: steps.written(), line, column, problem }
}

fn sorted(mut problems: Vec<Located>) -> Refusal {
    problems.sort_by_key(|at| (at.line, at.column));
    Refusal { problems }
}

fn one(bytes: &[u8], at: usize, problem: Problem) -> Refusal {
    let (line, column) = Lines::of(bytes).place(at);
    Refusal { problems: vec![Located { path: String::new(), line, column, problem }] }
}

fn whole(problem: Problem) -> Refusal {
    Refusal { problems: vec![Located { path: String::new(), line: 1, column: 1, problem }] }
}
