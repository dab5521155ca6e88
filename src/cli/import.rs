//! `standpoint import`: a table of statements and its texts become a corpus file. It overwrites nothing.

use super::check::{checked, count, lines, shown};
use super::import_dna::import_dna;
use super::{output, texts};
use crate::convert::csv::{Imported, import};
use crate::convert::dna::is_dna;
use crate::convert::{NewIds, starter};
use crate::corpus::raw;
use clap::Args;
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Args)]
pub struct Wanted {
    /// The table, CSV with a header row; or a project, a .dna file of version 3 or 2.
    table: PathBuf,
    /// The texts that it quotes (.txt, .md, .docx), folders of such, or a corpus file (.json) that has them.
    #[arg(long, num_args = 1..)]
    texts: Vec<PathBuf>,
    /// The corpus file to write.
    #[arg(long)]
    out: PathBuf,
    /// When the texts were published, for those that do not say it: YYYY, YYYY-MM or YYYY-MM-DD.
    #[arg(long)]
    date: Option<String>,
    /// The language of the texts, as en, uk or pt-BR.
    #[arg(long)]
    language: Option<String>,
}

/// Fails also when something did not fit: what did is written all the same.
pub fn run(wanted: &Wanted) -> Result<ExitCode, String> {
    let table = texts::read(&wanted.table)?;
    if is_dna(&table) {
        let language = wanted.language.as_deref();
        return import_dna(&wanted.table, &table, &wanted.out, language).map(|()| ExitCode::SUCCESS);
    }
    if wanted.table.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("dna")) {
        let no_project = "is no project of DNA (it is no SQLite database, or one that is encrypted)";
        return Err(format!("{} {no_project}", shown(&wanted.table)));
    }
    if wanted.texts.is_empty() {
        return Err("a table is anchored in the texts that it quotes: name them with --texts".to_owned());
    }
    let base = base(wanted)?;
    let done = import(&table, base).map_err(|refusal| format!("{}: {refusal}", shown(&wanted.table)))?;
    let Imported { file, misfits, notes } = done;
    let json = file.to_json();
    texts::write_new(&wanted.out, json.as_bytes())?;
    for misfit in &misfits {
        output::line(format!("{}:{}: {}: {}", shown(&wanted.table), misfit.line, misfit.column, misfit.said));
    }
    notes.iter().for_each(|note| output::line(format!("{}: {note}", shown(&wanted.table))));
    let problems = checked(json.as_bytes()).err().unwrap_or_default();
    lines(&wanted.out, &problems).iter().for_each(output::line);
    let counts = [
        count(file.statements.len(), "statement"),
        count(file.actors.len(), "actor"),
        count(file.issues.len(), "issue"),
        count(file.documents.len(), "document"),
    ];
    let misfit = match misfits.len() {
        0 => String::new(),
        1 => "; 1 thing did not fit, see above".to_owned(),
        several => format!("; {several} things did not fit, see above"),
    };
    output::line(format!("{}: {}{misfit}", shown(&wanted.out), counts.join(", ")));
    let is_good = misfits.is_empty() && problems.is_empty();
    Ok(if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A file with the texts, and who and what is known beside them.
fn base(wanted: &Wanted) -> Result<raw::Corpus, String> {
    let files = texts::listed(&wanted.texts)?;
    let is_corpus =
        |file: &&PathBuf| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let (corpora, files): (Vec<&PathBuf>, Vec<&PathBuf>) = files.iter().partition(is_corpus);
    let mut ids = NewIds::default();
    let mut base = match corpora.as_slice() {
        [] => None,
        [file] => {
            let known =
                raw::Corpus::read(&texts::read(file)?).map_err(|refusal| lines(file, &refusal).join("\n"))?;
            if !known.statements.is_empty() {
                let statements = count(known.statements.len(), "statement");
                output::line(format!(
                    "{}: its {statements} stay there; those of the table are written",
                    shown(file)
                ));
            }
            known.documents.iter().for_each(|document| ids.take(&document.id.0));
            Some(known)
        }
        _ => return Err("--texts takes one corpus file; put the documents of several into one".to_owned()),
    };
    let files: Vec<PathBuf> = files.into_iter().cloned().collect();
    let documents = texts::documents(&files, wanted.date.as_deref(), &mut ids)?;
    match &mut base {
        Some(base) => base.documents.extend(documents),
        None => {
            base = Some(starter::corpus(&texts::stem(&wanted.out), documents, wanted.language.as_deref()))
        }
    }
    Ok(base.unwrap_or_default())
}
