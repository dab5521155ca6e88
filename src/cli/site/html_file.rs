//! One html file on a disk: it takes the place of an earlier one of ours, and of nothing else.

use super::metadata;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Whether a file of this name may be written here.
pub fn check_name(out: &Path) -> Result<(), String> {
    if out.extension().is_none_or(|ending| ending != "html") {
        return Err(format!("{}: a single file’s name ends in .html", out.display()));
    }
    let is_ours = |html: String| html.contains(metadata::GENERATOR);
    if out.exists() && !fs::read_to_string(out).is_ok_and(is_ours) {
        return Err(format!(
            "{} was not made by standpoint; choose another name or remove it",
            out.display()
        ));
    }
    Ok(())
}

/// Puts a file in its place, and returns a sentence about it.
pub fn put(out: &Path, html: &str) -> Result<String, String> {
    let temporary = out.with_extension("html.new");
    replace(out, &temporary, html.as_bytes()).map_err(|problem| {
        // It is ours: it was made anew.
        if problem.kind() != ErrorKind::AlreadyExists {
            let _ = fs::remove_file(&temporary);
        }
        match problem.kind() {
            ErrorKind::AlreadyExists => {
                format!("{} is in the way; move it somewhere else", temporary.display())
            }
            _ => format!("{}: {problem}", out.display()),
        }
    })?;
    Ok(format!("{}: one file of {} kB that opens from a disk", out.display(), html.len().div_ceil(1000)))
}

/// Writes a new file and puts it in the place of the other.
fn replace(out: &Path, temporary: &Path, bytes: &[u8]) -> std::io::Result<()> {
    File::create_new(temporary)?.write_all(bytes)?;
    fs::rename(temporary, out)
}
