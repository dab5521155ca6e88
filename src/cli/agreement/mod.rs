//! `standpoint agreement`: how far coders agree, by Krippendorff's alpha, and where they differ. Two files of the same
//! texts are two coders; one file is compared by the coders of its positions.

mod differences;
mod tables;

use super::check::{count, shown};
use super::{check, output};
use crate::corpus::Corpus;
use crate::draft::coders::{Agreement, Difference, TwoFiles, coders_of, compare};
use clap::Args;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[derive(Args)]
pub struct Wanted {
    /// A corpus file, by one coder or by several.
    a: PathBuf,
    /// The same texts, coded by somebody else.
    b: Option<PathBuf>,
    /// Print each table of coincidences, the parts of the formula, and every difference.
    #[arg(long)]
    details: bool,
}

pub fn print(wanted: &Wanted) -> ExitCode {
    let Ok((_, a)) = check::read(&wanted.a) else { return ExitCode::FAILURE };
    let lines = match &wanted.b {
        None => one_file(&a.corpus, wanted),
        Some(path) => {
            let Ok((_, b)) = check::read(path) else { return ExitCode::FAILURE };
            two_files(&a.corpus, &b.corpus, path, wanted)
        }
    };
    match lines {
        Ok(lines) => {
            lines.iter().for_each(output::line);
            ExitCode::SUCCESS
        }
        Err(problem) => {
            output::error_line(format!("standpoint: {problem}"));
            ExitCode::FAILURE
        }
    }
}

fn two_files(a: &Corpus, b: &Corpus, path: &Path, wanted: &Wanted) -> Result<Vec<String>, String> {
    let compared = compare(a, b);
    let (name_a, name_b) = (shown(&wanted.a), shown(path));
    let altered: Vec<&str> = compared.counterparts.other_texts.iter().map(|id| id.as_str()).collect();
    let altered = altered.join(", ");
    if compared.counterparts.documents.iter().len() == 0 {
        let but = match altered.as_str() {
            "" => String::new(),
            ids => format!(", but different texts under the id {ids}"),
        };
        return Err(format!(
            "{name_a} and {name_b} have no text in common{but}; \
             give two files that hold the same text, letter by letter"
        ));
    }
    let only = |wanted: fn(&Difference) -> bool| compared.differences.iter().filter(|d| wanted(d)).count();
    let mut lines = vec![format!(
        "{} that both coders saw: {} of both, {} only in {name_a}, {} only in {name_b}",
        count(compared.seen_by_both.len(), "text"),
        count(compared.matches.len(), "statement"),
        only(|difference| matches!(difference, Difference::OnlyInA(_))),
        only(|difference| matches!(difference, Difference::OnlyInB(_))),
    )];
    if !altered.is_empty() {
        lines.push(format!("different texts under one id, so nothing in them is compared: {altered}"));
    }
    let differences = || two_sided(a, b, &compared, &format!("{name_a} | {name_b}"));
    lines.extend(report(&compared.agreements, wanted.details, compared.differences.len(), differences));
    Ok(lines)
}

fn two_sided(a: &Corpus, b: &Corpus, compared: &TwoFiles, files: &str) -> Vec<String> {
    let lines = compared.differences.iter().map(|difference| differences::between_files(a, b, difference));
    std::iter::once(format!("differences, {files}")).chain(lines).collect()
}

fn one_file(corpus: &Corpus, wanted: &Wanted) -> Result<Vec<String>, String> {
    let compared = coders_of(corpus);
    let name = shown(&wanted.a);
    if compared.statements == 0 {
        return Err(format!(
            "{name} has no statement with positions by two coders; write who coded as \"coder\" in each position, \
             or give a second file of the same texts"
        ));
    }
    let mut lines =
        vec![format!("{} with positions by two coders or more", count(compared.statements, "statement"))];
    let differences = || {
        let lines = compared.differences.iter().map(|readings| differences::in_one_file(corpus, readings));
        std::iter::once("differences".to_owned()).chain(lines).collect()
    };
    lines.extend(report(&compared.agreements, wanted.details, compared.differences.len(), differences));
    Ok(lines)
}

/// The table of all variables, then either each of them and the differences, or how many these are.
fn report(
    agreements: &[Agreement],
    details: bool,
    differing: usize,
    differences: impl Fn() -> Vec<String>,
) -> Vec<String> {
    let mut lines = vec![String::new()];
    lines.extend(tables::summary(agreements));
    lines.push(String::new());
    if !details {
        let hint = if differing > 0 { "; --details lists them" } else { "" };
        lines.push(format!("{}{hint}", count(differing, "difference")));
        return lines;
    }
    for agreement in agreements.iter().filter(|agreement| agreement.coincidences.units() > 0) {
        lines.extend(tables::details(agreement));
        lines.push(String::new());
    }
    if differing > 0 {
        lines.extend(differences());
    } else {
        lines.push(count(0, "difference"));
    }
    lines
}
