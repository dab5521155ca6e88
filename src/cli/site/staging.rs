//! A folder that is written beside its place and moved there when it is whole. A folder that somebody else made
//! is never touched.

use std::fs;
use std::path::{Path, PathBuf};

/// Says that a folder was made by this command and may be replaced by it.
const MARK: &str = ".standpoint-site";

pub struct Stage {
    out: PathBuf,
    fresh: PathBuf,
    old: PathBuf,
}

impl Stage {
    pub fn open(out: &Path) -> Result<Stage, String> {
        let name = out.file_name().ok_or_else(|| format!("{} is no folder to write to", out.display()))?;
        let beside = |ending: &str| out.with_file_name(format!(".{}.{ending}", name.to_string_lossy()));
        let stage = Stage { out: out.to_owned(), fresh: beside("new"), old: beside("old") };
        // A move that broke off in the middle: the site before is whole, only not in its place.
        if !out.exists() && stage.old.join(MARK).exists() {
            fs::rename(&stage.old, out).map_err(io_error(out))?;
        }
        if out.is_file() {
            return Err(format!("{} is a file; a site is a folder", out.display()));
        }
        let occupied = out.exists() && fs::read_dir(out).map_err(io_error(out))?.next().is_some();
        if occupied && !out.join(MARK).exists() {
            return Err(format!(
                "{} is not empty and was not made by standpoint; choose another folder or empty it",
                out.display()
            ));
        }
        clear(&stage.fresh)?;
        fs::create_dir_all(&stage.fresh).map_err(io_error(&stage.fresh))?;
        Ok(stage)
    }

    /// Writes a file at a path below the site, with the folders it needs.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<(), String> {
        let file = self.fresh.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(io_error(folder))?;
        }
        fs::write(&file, bytes).map_err(io_error(&file))
    }

    /// Puts the new folder in the place of the old one.
    pub fn finish(self) -> Result<(), String> {
        self.write(MARK, "")?;
        clear(&self.old)?;
        if self.out.exists() {
            fs::rename(&self.out, &self.old).map_err(io_error(&self.out))?;
        }
        fs::rename(&self.fresh, &self.out).map_err(io_error(&self.out))?;
        clear(&self.old)
    }
}

fn clear(folder: &Path) -> Result<(), String> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(io_error(folder)) } else { Ok(()) }
}

/// The error of a file operation, with the path.
pub fn io_error(path: &Path) -> impl Fn(std::io::Error) -> String + '_ {
    move |problem| format!("{}: {problem}", path.display())
}
