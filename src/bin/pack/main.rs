//! Packs the compiled page into an app folder, of which `standpoint build` makes sites. `pack --messages` brings the
//! message files up to the source, `pack --size SITE PAGE` prints what the first visit of a site loads.

mod app_folder;
mod bindgen;
mod catalogs;
mod extract_messages;
mod scripts;
mod shell;
mod size_budget;
#[cfg(feature = "dist")]
mod stub_functions;
mod stylesheets;

use std::error::Error;
use std::path::Path;

/// How small a page is made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Build {
    /// As it was compiled, which needs nothing but stable Rust.
    Plain,
    /// With small scripts and without what the programs never come to, for distribution.
    #[cfg(feature = "dist")]
    Small,
}

impl Build {
    #[cfg(feature = "dist")]
    const BEST: Build = Build::Small;
    #[cfg(not(feature = "dist"))]
    const BEST: Build = Build::Plain;

    fn name(self) -> &'static str {
        if self == Build::Plain { "plain" } else { "small" }
    }
}

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--messages"] => update_messages(),
        ["--size", site, page] => size_budget::print(Path::new(site), page),
        ["--plain", programs, out] => app_folder::write(Path::new(programs), Path::new(out), Build::Plain),
        [programs, out] => app_folder::write(Path::new(programs), Path::new(out), Build::BEST),
        _ => {
            Err("usage: pack [--plain] PROGRAMS_FOLDER OUT, pack --messages, or pack --size SITE PAGE".into())
        }
    };
    if let Err(problem) = done {
        eprintln!("pack: {problem}");
        std::process::exit(1);
    }
}

fn update_messages() -> Result<()> {
    for (language, _) in catalogs::translated_languages() {
        let untranslated = catalogs::update(language)?;
        println!("{}: {untranslated} messages wait for a translation", catalogs::po_path(language).display());
    }
    Ok(())
}
