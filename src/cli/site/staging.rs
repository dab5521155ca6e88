//! A folder that is written beside its place and moved there when it is whole. A folder that somebody else made
//! is never touched, a link never followed, and a build that fails leaves nothing behind.

use super::site_folder::{SiteFolder, io_error};
use std::fs;
use std::path::{Path, PathBuf};

/// Says that a folder was made by this command and may be replaced by it.
const MARK: &str = ".standpoint-site";

pub struct Stage {
    out: PathBuf,
    fresh: SiteFolder,
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
        let fresh = SiteFolder::empty(fresh);
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
        let fresh = stage.fresh.path();
        clear(fresh)?;
        fs::create_dir_all(fresh).map_err(io_error(fresh))?;
        stage.fresh.write(MARK, "")?;
        Ok(stage)
    }

    /// Where the files of the site are written.
    pub fn folder(&self) -> &SiteFolder {
        &self.fresh
    }

    /// Puts the new folder in the place of the old one.
    pub fn finish(mut self) -> Result<(), String> {
        clear(&self.old)?;
        if self.out.exists() {
            fs::rename(&self.out, &self.old).map_err(io_error(&self.out))?;
        }
        fs::rename(self.fresh.path(), &self.out).map_err(io_error(&self.out))?;
        self.is_finished = true;
        clear(&self.old)
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if !self.is_finished {
            // What went wrong has been said already.
            let _ = clear(self.fresh.path());
        }
    }
}

fn clear(folder: &Path) -> Result<(), String> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(io_error(folder)) } else { Ok(()) }
}
