//! Style sheets joined into one, without comments and indentation.

use super::Result;
use std::fs;
use std::path::PathBuf;

/// The sheets of some folders as one. Its first line names the order of the layers, where one of the sheets does.
pub fn join(folders: &[&str]) -> Result<String> {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in folders {
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "css"));
    files.sort_by_key(|file| (!file.ends_with("tokens.css"), file.file_name().map(ToOwned::to_owned)));
    let mut sheet = String::new();
    for file in files {
        sheet.push_str(&fs::read_to_string(file)?);
    }
    while let Some((before, rest)) = sheet.split_once("/*") {
        let after = rest.split_once("*/").map_or("", |(_, after)| after);
        sheet = format!("{before}{after}");
    }
    let lines = sheet.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.collect::<Vec<_>>().join("\n"))
}
