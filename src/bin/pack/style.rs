//! Style sheets made one, and small.

use super::Outcome;
use std::fs;
use std::path::PathBuf;

/// The sheets of a folder as one: the tokens first, since they name the order of the layers.
pub fn style(folder: &str) -> Outcome<String> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|e| e == "css"));
    files.sort_by_key(|file| (!file.ends_with("tokens.css"), file.clone()));
    let mut sheet = String::new();
    for file in files {
        sheet.push_str(&fs::read_to_string(file)?);
    }
    while let Some((before, rest)) = sheet.split_once("/*") {
        let after = rest.split_once("*/").map_or("", |(_, after)| after);
        sheet = format!("{before}{after}");
    }
    let mut lines = sheet.lines().map(str::trim).filter(|line| !line.is_empty());
    // The first line names the layers. No sheet has a text in which what is taken away here stands.
    let (first, rest): (&str, String) = (lines.next().unwrap_or_default(), lines.collect());
    let spaces = [
        ("; }", "}"),
        (";}", "}"),
        (" { ", "{"),
        (" {", "{"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        (" > ", ">"),
        (" 0.", " ."),
        (":0.", ":."),
    ];
    let rest = spaces.iter().fold(rest, |sheet, (wide, narrow)| sheet.replace(wide, narrow));
    Ok(format!("{first}\n{rest}"))
}
