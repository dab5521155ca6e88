//! `standpoint new`: the beginning of a corpus file, of texts. It overwrites nothing.

use super::check::{checked, count, lines, shown};
use super::{output, texts};
use crate::convert::{NewIds, starter};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct Wanted {
    /// Texts (.txt, .md, .docx), or folders of such.
    #[arg(required = true)]
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
    /// Also write the JSON Schema beside the file, and name it there, for editors that complete as one types.
    #[arg(long)]
    schema: bool,
}

pub fn new(wanted: &Wanted) -> Result<(), String> {
    let files = texts::listed(&wanted.texts)?;
    let documents = texts::documents(&files, wanted.date.as_deref(), &mut NewIds::default())?;
    let counted = count(documents.len(), "document");
    let stem = texts::stem(&wanted.out);
    let mut file = starter::corpus(&stem, documents, wanted.language.as_deref());
    let schema = wanted.schema.then(|| format!("{stem}.schema.json"));
    if let Some(schema) = &schema {
        file.schema = format!("./{schema}");
    }
    let json = starter::to_json(&file);
    if let Err(problems) = checked(json.as_bytes()) {
        let lines = lines(&wanted.out, &problems).join("\n");
        return Err(format!("nothing was written, since it would have problems:\n{lines}"));
    }
    if wanted.out.exists() {
        return Err(format!("{} is there already; choose another name for --out", shown(&wanted.out)));
    }
    if let Some(schema) = &schema {
        let text = serde_json::to_string_pretty(&crate::corpus::schema()).map_err(|e| e.to_string())?;
        texts::write_new(&wanted.out.with_file_name(schema), text.as_bytes())?;
    }
    texts::write_new(&wanted.out, json.as_bytes())?;
    let out = shown(&wanted.out);
    output::line(format!("{out}: {counted}"));
    let language = if wanted.language.is_none() { "its language, " } else { "" };
    output::line(format!(
        "1. Write {language}actors, issues and statements into it (`standpoint schema` lists all keys)."
    ));
    output::line(format!(
        "2. `standpoint check {out}` says what is wrong, where, and what to write instead."
    ));
    output::line(format!("3. `standpoint serve --corpus {out}` shows it, and anew with every save."));
    Ok(())
}
