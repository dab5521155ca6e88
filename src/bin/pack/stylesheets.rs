//! Style sheets joined into one, without comments and without spaces that mean nothing.

use super::Result;
use std::fs;
use std::path::PathBuf;

/// The sheets of some folders as one. It begins with the order of the layers, where one of the sheets names it.
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
    // What stands between quotation marks stays as it is.
    let parts = sheet.split('"').enumerate();
    let parts = parts.map(|(at, part)| if at % 2 == 0 { without_spaces(part) } else { part.to_owned() });
    Ok(parts.collect::<Vec<_>>().join("\""))
}

/// Without line breaks, and without spaces beside what ends or begins something by itself. The space before a colon
/// stays: in a selector it has a meaning.
fn without_spaces(part: &str) -> String {
    let mut small = part.split_whitespace().collect::<Vec<_>>().join(" ");
    if part.starts_with(char::is_whitespace) {
        small.insert(0, ' ');
    }
    if part.ends_with(char::is_whitespace) {
        small.push(' ');
    }
    for sign in ["{", "}", ";"] {
        small = small.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
    }
    small.replace(";}", "}").replace(": ", ":").replace(", ", ",")
}
