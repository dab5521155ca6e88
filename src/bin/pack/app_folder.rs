//! The app folder: which assets there are, what they are called, and the shells of pages. An asset's name ends with a
//! hash of its content; shells, whose places are filled for each site, keep their names.

use super::bindgen::Program;
use super::shell::Shell;
use super::{Build, Result, bindgen, catalogs, scripts, stylesheets};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use standpoint::route::direction;
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the app folder anew, from a folder with the linked programs.
pub fn write(programs: &Path, out: &Path, build: Build) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    let assets = Assets { folder: out.join("assets"), build };
    fs::create_dir_all(&assets.folder)?;
    let full = bindgen::bind(programs, "full", build)?;
    let initial = assets.program("initial", &bindgen::bind(programs, "initial", build)?)?;
    let full_files = assets.program("full", &full)?;
    let validator = assets.program("validator", &bindgen::bind(programs, "validator", build)?)?;
    let styles = assets.styles()?;
    let catalogs = catalogs()?;
    let embed = assets.script("embed", &build.function(&scripts::bundle("embed.js", &[])?)?)?;
    let head = build.function(&scripts::bundle("head.js", &[("languages", &languages())])?)?;

    let checks = [("validator_js", validator.script.as_str()), ("validator_wasm", validator.wasm.as_str())];
    let deferred = assets.script("deferred", &build.module(&scripts::bundle("deferred.js", &checks)?)?)?;
    let loader = assets.loader(&initial, &full_files, &deferred, &catalogs)?;
    assets.script("redirect", &build.function(&scripts::bundle("redirect.js", &[])?)?)?;

    let shell = |name: &str, text: String| fs::write(out.join(name), text);
    // The builder fills a place in the worker, so that it is no script yet.
    shell("sw.js", scripts::without_comments(&scripts::bundle("service-worker.js", &[])?))?;
    shell("corpora.js", build.function(&scripts::bundle("corpora.js", &checks)?)?)?;
    shell("not-found.js", build.function(&scripts::bundle("not-found.js", &[])?)?)?;
    let page = site_page(&head, &styles, &[&initial, &full_files], &loader, &embed);
    shell("page.html", page.fill(&fs::read_to_string("index.html")?)?)?;
    let single = single_file(&head, &styles, &full, &catalogs, build)?;
    // For the tests, which say what they were run with.
    shell("build.txt", build.name().to_owned())?;
    shell("single.html", single.fill(&fs::read_to_string("index.html")?)?)?;
    Ok(())
}

/// The names of a program's files.
struct ProgramFiles {
    script: String,
    wasm: String,
}

/// The messages of a language: its tag, those of the initial program, and all.
struct Catalog {
    tag: &'static str,
    initial: Vec<u8>,
    full: Vec<u8>,
}

fn catalogs() -> Result<Vec<Catalog>> {
    let read = |(language, tag)| {
        Ok(Catalog {
            tag,
            initial: catalogs::initial_catalog(language)?,
            full: catalogs::full_catalog(language)?,
        })
    };
    catalogs::translated_languages().map(read).collect()
}

/// The languages that the page can be in besides English, with their directions, for scripts.
fn languages() -> String {
    let pairs = catalogs::translated_languages().map(|(_, tag)| (tag.to_owned(), json!(direction(tag))));
    Value::Object(pairs.collect::<Map<_, _>>()).to_string()
}

/// The sheets of each tier. Those of a later tier begin with the order of the layers, since they may come first.
struct Styles {
    critical: String,
    initial: String,
    full: String,
    /// Names of the files of the later tiers.
    initial_file: String,
    full_file: String,
}

struct Assets {
    folder: PathBuf,
    build: Build,
}

impl Assets {
    /// Writes a file under a name that changes with its content.
    fn named(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<String> {
        let hash = Sha256::digest(bytes);
        let short: String = hash.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        let name = format!("{stem}-{short}.{ending}");
        fs::write(self.folder.join(&name), bytes)?;
        Ok(name)
    }

    fn script(&self, stem: &str, script: &str) -> Result<String> {
        self.named(stem, "js", script.as_bytes())
    }

    fn program(&self, stem: &str, program: &Program) -> Result<ProgramFiles> {
        let script = self.build.module(&format!("export default {}", program.script))?;
        let script = self.script(stem, &script)?;
        Ok(ProgramFiles { script, wasm: self.named(stem, "wasm", &program.wasm)? })
    }

    fn styles(&self) -> Result<Styles> {
        let critical = stylesheets::join(&["styles", "styles/critical"])?;
        let order = critical.lines().next().filter(|line| line.starts_with("@layer "));
        let order = order.ok_or("tokens.css names no layers")?;
        let tier = |folder: &str| {
            Ok::<_, Box<dyn std::error::Error>>(format!("{order}\n{}", stylesheets::join(&[folder])?))
        };
        let (initial, full) = (tier("styles/initial")?, tier("styles/full")?);
        // Pages without a program have all of it.
        self.named("style", "css", format!("{critical}\n{initial}\n{full}").as_bytes())?;
        let initial_file = self.named("initial", "css", initial.as_bytes())?;
        let full_file = self.named("full", "css", full.as_bytes())?;
        Ok(Styles { critical, initial, full, initial_file, full_file })
    }

    /// The script of a page of a site; it names what it may have to fetch.
    fn loader(
        &self,
        initial: &ProgramFiles,
        full: &ProgramFiles,
        deferred: &str,
        all: &[Catalog],
    ) -> Result<String> {
        let mut names = Map::new();
        for catalog in all {
            let of_initial = self.named(&format!("initial-{}", catalog.tag), "words", &catalog.initial)?;
            let of_full = self.named(&format!("full-{}", catalog.tag), "words", &catalog.full)?;
            names.insert(catalog.tag.to_owned(), json!({ "initial": of_initial, "full": of_full }));
        }
        let names = Value::Object(names).to_string();
        let places = [
            ("catalogs", names.as_str()),
            ("initial_js", &initial.script),
            ("initial_wasm", &initial.wasm),
            ("full_js", &full.script),
            ("full_wasm", &full.wasm),
            ("deferred_js", deferred),
        ];
        self.script("loader", &self.build.module(&scripts::bundle("source_site.js", &places)?)?)
    }
}

/// The shell of a page of a site. `[initial, full]` are the programs.
fn site_page(head: &str, styles: &Styles, programs: &[&ProgramFiles; 2], loader: &str, embed: &str) -> Shell {
    let [initial, full] = programs;
    let Styles { initial_file, full_file, .. } = styles;
    // The head script takes the files of the template out once the first words are painted; the worker finds them
    // there.
    let links = format!(
        "<link rel=\"alternate\" type=\"application/json\" data-corpus href=\"{{{{root}}}}{{{{corpus}}}}\">\n\
         <template id=\"initial-files\">\
         {{{{tables}}}}\
         <link rel=\"modulepreload\" href=\"{{{{root}}}}assets/{}\">\
         <script type=\"module\" src=\"{{{{root}}}}assets/{loader}\"></script>\
         </template>\n\
         <template id=\"embed-files\"><script src=\"{{{{root}}}}assets/{embed}\"></script></template>\n\
         <noscript><link rel=\"stylesheet\" href=\"{{{{root}}}}assets/{initial_file}\">\
         <link rel=\"stylesheet\" href=\"{{{{root}}}}assets/{full_file}\"></noscript>",
        initial.script
    );
    let attributes = format!(
        " data-initial-program=\"assets/{}\" data-full-program=\"assets/{}\" data-initial-style=\"assets/{initial_file}\" data-full-style=\"assets/{full_file}\"",
        initial.wasm, full.wasm
    );
    // On a slow network it arrives while the program is on its way.
    let inside = format!(
        "<template id=\"initial-style\"><style>{}</style></template>\n{{{{inside}}}}",
        styles.initial
    );
    Shell {
        head: head.to_owned(),
        style: styles.critical.clone(),
        initial_style: Some(styles.initial.clone()),
        links,
        scripts: inside,
        attributes,
        main: None,
    }
}

/// The shell of a single file, with the full program inside.
fn single_file(
    head: &str,
    styles: &Styles,
    full: &Program,
    catalogs: &[Catalog],
    build: Build,
) -> Result<Shell> {
    // No module: WebKit runs none from a disk.
    let main = scripts::bundle("source_file.js", &[])?;
    let main = build.function(&format!("const glue = {};\n{main}", full.script))?;
    if main.contains("</script") || main.contains("<!--") {
        return Err("the program's script cannot stand inside html".into());
    }
    let blocks: String = catalogs
        .iter()
        .map(|Catalog { tag, full, .. }| {
            let bytes = STANDARD.encode(full);
            format!("<script type=\"text/plain\" id=\"words-{tag}\">{bytes}</script>\n")
        })
        .collect();
    let scripts = format!(
        "<script type=\"application/json\" id=\"corpus\">{{{{corpus}}}}</script>\n\
         {{{{inside}}}}\
         <script type=\"application/wasm;base64\" id=\"program\">{}</script>\n\
         {blocks}<script>{main}</script>",
        STANDARD.encode(&full.wasm)
    );
    Ok(Shell {
        head: head.to_owned(),
        style: format!("{}\n{}\n{}", styles.critical, styles.initial, styles.full),
        initial_style: None,
        links: String::new(),
        scripts,
        attributes: String::new(),
        main: Some(main),
    })
}
