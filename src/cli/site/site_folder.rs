//! The folder into which the files of a site are written.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

pub struct SiteFolder {
    path: PathBuf,
    /// Whether a file takes the place of what stands at its path; otherwise no two files have one path.
    replaces: bool,
}

impl SiteFolder {
    /// A folder that has nothing of the site yet.
    pub fn empty(path: PathBuf) -> SiteFolder {
        SiteFolder { path, replaces: false }
    }

    /// The folder of a site that stands there, for what is added to it, however often.
    pub fn finished(path: &Path) -> SiteFolder {
        SiteFolder { path: path.to_owned(), replaces: true }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file at a path below the site, with the folders it needs.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> Result<(), String> {
        let file = self.path.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder).map_err(io_error(folder))?;
        }
        let opened = if self.replaces { File::create(&file) } else { File::create_new(&file) };
        let mut opened = match opened {
            Err(problem) if problem.kind() == ErrorKind::AlreadyExists => {
                return Err(format!(
                    "two pages of the site would stand at {path}; give one of them another id"
                ));
            }
            opened => opened.map_err(io_error(&file))?,
        };
        opened.write_all(bytes.as_ref()).map_err(io_error(&file))
    }
}

/// The error of a file operation, with the path.
pub fn io_error(path: &Path) -> impl Fn(std::io::Error) -> String + '_ {
    move |problem| format!("{}: {problem}", path.display())
}
