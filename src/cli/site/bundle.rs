//! The packed app: what every page of every site is made of. It comes from a folder that `pack` wrote, or from
//! inside this program, when it was built to carry one.

use super::site_folder::io_error;
use crate::ui::i18n::Catalog;
use std::borrow::Cow;
use std::fs;
use std::path::Path;

pub struct App {
    /// The shell of a page of a site.
    pub page: String,
    /// The shell of a single file, with the program inside.
    pub single_file_shell: String,
    /// The shells of the coding page, and of the page on which the reader shows a draft.
    pub coding: String,
    pub draft: String,
    /// The coding page as one file.
    pub coding_file: String,
    /// The worker of a site, which keeps pages for reading without a network.
    pub worker: String,
    /// The script of the list of corpora.
    pub corpora: String,
    /// The script of the page for what is not there.
    pub not_found: String,
    /// Files named by their content.
    pub assets: Vec<(String, Cow<'static, [u8]>)>,
}

impl App {
    pub fn open(folder: Option<&Path>) -> Result<App, String> {
        match folder {
            Some(folder) => App::read(folder),
            None => App::carried().ok_or_else(|| {
                "this program carries no packed page; give its folder with --app (`make` packs it into target/app)"
                    .to_owned()
            }),
        }
    }

    fn read(folder: &Path) -> Result<App, String> {
        let shell = |name: &str| {
            let file = folder.join(name);
            fs::read_to_string(&file).map_err(io_error(&file))
        };
        let list = folder.join("assets");
        let mut assets = Vec::new();
        for entry in fs::read_dir(&list).map_err(io_error(&list))? {
            let entry = entry.map_err(io_error(&list))?;
            let bytes = fs::read(entry.path()).map_err(io_error(&list))?;
            assets.push((entry.file_name().to_string_lossy().into_owned(), bytes.into()));
        }
        assets.sort();
        App::of(shell, assets)
    }

    /// The app of these assets, with shells by their names.
    fn of<E>(
        shell: impl Fn(&str) -> Result<String, E>,
        assets: Vec<(String, Cow<'static, [u8]>)>,
    ) -> Result<App, E> {
        Ok(App {
            page: shell("page.html")?,
            single_file_shell: shell("single.html")?,
            coding: shell("coding.html")?,
            draft: shell("draft.html")?,
            coding_file: shell("coding-file.html")?,
            worker: shell("sw.js")?,
            corpora: shell("corpora.js")?,
            not_found: shell("not-found.js")?,
            assets,
        })
    }

    #[cfg(feature = "carry")]
    fn carried() -> Option<App> {
        use include_dir::{Dir, include_dir};
        static PACKED: Dir = include_dir!("$CARGO_MANIFEST_DIR/target/app-small");
        let text = |name: &str| PACKED.get_file(name)?.contents_utf8().map(str::to_owned);
        let assets = PACKED.get_dir("assets")?.files().filter_map(|file| {
            let name = file.path().file_name()?.to_string_lossy().into_owned();
            Some((name, Cow::Borrowed(file.contents())))
        });
        App::of(|name| text(name).ok_or(()), assets.collect()).ok()
    }

    #[cfg(not(feature = "carry"))]
    fn carried() -> Option<App> {
        None
    }

    /// The page's own words in a language; none for English, and where the app has none.
    pub fn words(&self, tag: &str) -> Option<Catalog> {
        let name = self.asset(&format!("full-{tag}"), ".words").ok()?;
        let (_, bytes) = self.assets.iter().find(|(known, _)| known == name)?;
        Catalog::read(bytes)
    }

    /// The name of the asset that begins and ends like this: its middle changes with its content.
    pub fn asset(&self, stem: &str, ending: &str) -> Result<&str, String> {
        let found = self.assets.iter().find(|(name, _)| {
            name.strip_prefix(stem).is_some_and(|rest| rest.starts_with('-') && rest.ends_with(ending))
        });
        found.map(|(name, _)| name.as_str()).ok_or_else(|| format!("the packed app has no {stem}-….{ending}"))
    }
}
