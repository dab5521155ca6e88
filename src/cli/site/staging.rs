//! A folder that is written beside its place and moved there when it is whole. A folder that somebody else made
//! is never touched, a link never followed, and a build that fails leaves nothing behind.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Says that a folder was made by this command and may be replaced by it.
const MARK: &str = ".standpoint-site";

pub struct Stage {
    out: PathBuf,
    fresh: PathBuf,
    old: PathBuf,
    is_finished: bool,
}

impl Stage {
    pub fn open(out: &Path) -> Result<Stage, String> {
        let name = out.file_name().ok_or_else(|| format!("{} is no folder to write to", out.display()))?;
        let beside = |ending: &str| out.with_file_name(format!(".{}.{ending}", name.to_string_lossy()));
        let (fresh, old) = (beside("new"), beside("old"));
        for folder in [out, &fresh, &old] {
            let is_link = fs::symlink_metadata(folder).is_ok_and(|about| about.is_symlink());
            if is_link {
                return Err(format!(
                    "{} is a symbolic link; name the folder itself, or remove the link",
                    folder.display()
                ));
            }
        }
        for folder in [&fresh, &old] {
            if folder.exists() && !folder.join(MARK).exists() {
                return Err(format!(
                    "{} is in the way and was not made by standpoint; move it somewhere else",
                    folder.display()
                ));
            }
        }
        let stage = Stage { out: out.to_owned(), fresh, old, is_finished: false };
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
        stage.write(MARK, "")?;
        Ok(stage)
    }

    /// A site that stands in its place, for what is added to it.
    pub fn of_finished(out: &Path) -> Stage {
        Stage { out: out.to_owned(), fresh: out.to_owned(), old: PathBuf::new(), is_finished: true }
    }

    /// Writes a file at a path below the site, with the folders it needs. No two files have one path.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<(), String> {
        let file = self.fresh.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(io_error(folder))?;
        }
        let mut new = match File::create_new(&file) {
            Err(problem) if problem.kind() == ErrorKind::AlreadyExists => {
                return Err(format!(
                    "two pages of the site would stand at {path}; give one of them another id"
                ));
            }
            opened => opened.map_err(io_error(&file))?,
        };
        new.write_all(bytes.as_ref()).map_err(io_error(&file))
    }

    /// Puts the new folder in the place of the old one.
    pub fn finish(mut self) -> Result<(), String> {
        clear(&self.old)?;
        if self.out.exists() {
            fs::rename(&self.out, &self.old).map_err(io_error(&self.out))?;
        }
        fs::rename(&self.fresh, &self.out).map_err(io_error(&self.out))?;
        self.is_finished = true;
        clear(&self.old)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.is_finished {
            // What went wrong has been said already.
            let _ = clear(&self.fresh);
        }
    }
}

fn clear(folder: &Path) -> Result<(), String> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(io_error(folder)) } else { Ok(()) }
}

/// The error of a file operation, with the path.
pub fn io_error(path: &Path) -> impl Fn(std::io::Error) -> String + '_ {
    move |problem| format!("{}: {problem}", path.display())
}
