//! Corpora under work: their site is made in a folder for this run alone, in this process, and anew with every save;
//! a page of it when it is asked for. What keeps it from being made is told at the terminal and stands in the place of
//! every page.

use super::problems_page::{self, Trouble};
use super::{BUILT, Shown};
use crate::cli::site::{self, SiteUnderWork};
use crate::cli::{check, output};
use std::fs::{self, DirBuilder};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch::Sender;

pub struct Corpora {
    pub files: Vec<PathBuf>,
    /// The folder of their site.
    pub site: PathBuf,
    app: Option<PathBuf>,
    folder: Folder,
}

/// The folder of a run with the site in it; whoever writes there holds it meanwhile. `None` once it is gone.
#[derive(Clone)]
pub struct Folder(Arc<Mutex<Option<Held>>>);

struct Held {
    path: PathBuf,
    /// The site of the corpora as they are; `None` before it is made, and while problems keep it from that.
    site: Option<SiteUnderWork>,
}

impl Corpora {
    pub fn open(files: Vec<PathBuf>, app: Option<PathBuf>) -> Result<(Corpora, Folder), String> {
        site::find_app(app.as_deref())?;
        if let Some(file) = files.iter().find(|file| !file.is_file()) {
            return Err(format!("{} is no file", check::shown(file)));
        }
        let path = new_folder()?;
        let site = path.join("site");
        let folder = Folder(Arc::new(Mutex::new(Some(Held { path, site: None }))));
        if let Err(problem) = fs::create_dir(&site) {
            folder.remove();
            return Err(format!("{}: {problem}", site.display()));
        }
        Ok((Corpora { files, site, app, folder: folder.clone() }, folder))
    }

    /// Makes the site, or the page that says why there is none, and tells the pages that are open.
    pub fn build(&self, shown: &Sender<Shown>) {
        let (mut is_first, mut found) = (false, Vec::new());
        {
            // What is to be shown changes while the folder is held, as whoever writes there reads it. Lines are printed
            // behind it, since a terminal may let them wait.
            let mut held = self.folder.hold();
            let Some(held) = held.as_mut() else { return };
            // Two of a large corpus would take twice the memory.
            held.site = None;
            match self.site() {
                Ok(site) => held.site = Some(site),
                Err(troubles) => found = troubles,
            }
            let instead = (!found.is_empty()).then(|| Arc::from(problems_page::page(&found)));
            shown.send_modify(|shown| {
                is_first = shown.number == 0;
                *shown = Shown { number: shown.number + 1, instead };
            });
        }
        match found.as_slice() {
            [] if is_first => {}
            [] => output::line(BUILT),
            troubles => problems_page::lines(troubles).iter().for_each(output::line),
        }
    }

    /// The site, or what keeps it from being made.
    fn site(&self) -> Result<SiteUnderWork, Vec<Trouble>> {
        let (mut read, mut troubles) = (Vec::new(), Vec::new());
        for file in &self.files {
            match check::bytes(file) {
                Err(problem) => {
                    troubles
                        .push(Trouble::Other(format!("{} cannot be read: {problem}", check::shown(file))));
                }
                Ok(bytes) => match check::checked(&bytes) {
                    Ok(reading) => read.push((bytes, reading)),
                    Err(problems) => troubles.push(Trouble::Problems(file.clone(), problems)),
                },
            }
        }
        if !troubles.is_empty() {
            return Err(troubles);
        }
        let made = SiteUnderWork::new(&self.files, read, self.app.as_deref(), &self.site);
        made.map_err(|problem| vec![Trouble::Other(problem)])
    }
}

impl Folder {
    /// Takes the folder away, once nobody builds in it.
    pub fn remove(&self) {
        if let Some(held) = self.hold().take() {
            // Nothing depends on it any more; the system clears what is left.
            let _ = fs::remove_dir_all(held.path);
        }
    }

    /// Writes the page or shard that a path asks for, where the site has it and it does not stand there yet; gives what
    /// is to be shown of the site in which it did so.
    pub fn write(&self, path: &str, shown: &Sender<Shown>) -> (Result<(), String>, Shown) {
        let mut held = self.hold();
        let site = held.as_mut().and_then(|held| held.site.as_mut());
        let written = site.map_or(Ok(()), |site| site.write(path));
        (written, shown.borrow().clone())
    }

    fn hold(&self) -> MutexGuard<'_, Option<Held>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A folder that nobody had before, and that nobody else may look into: corpora under work are not published.
fn new_folder() -> Result<PathBuf, String> {
    let all = std::env::temp_dir();
    let name = |at: u32| all.join(format!("standpoint-serve-{}-{at}", std::process::id()));
    for at in 0..100 {
        match make(&name(at)) {
            Ok(()) => return Ok(name(at)),
            Err(problem) if problem.kind() == ErrorKind::AlreadyExists => {}
            Err(problem) => return Err(format!("{}: {problem}", all.display())),
        }
    }
    Err(format!("{} has no room for another folder standpoint-serve-…", all.display()))
}

fn make(folder: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
