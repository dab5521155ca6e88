//! The app folder: which assets there are, what they are called, and the shells of pages. An asset's name ends with a
//! hash of its content; shells, whose places are filled for each site, keep their names.

use super::bindgen::Program;
use super::shell::Shell;
use super::{Build, Result, bindgen, catalogs, scripts, stylesheets};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use standpoint::corpus::checksum;
use standpoint::route::{Language, direction};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the app folder anew, from a folder with the linked programs.
pub fn write(programs: &Path, out: &Path, build: Build) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    let assets = Assets { folder: out.join("assets"), build };
    fs::create_dir_all(&assets.folder)?;
    let names = ["full", "initial", "validator", "coding", "converter"];
    let [full, initial, validator, coding, converter] = bindgen::bind_all(programs, names, build);
    let (full, coding_program, converter_program) = (full?, coding?, converter?);
    let initial = assets.program("initial", &initial?)?;
    let full_files = assets.program("full", &full)?;
    let validator = assets.program("validator", &validator?)?;
    let coding = assets.program("coding", &coding_program)?;
    let converter = assets.program("converter", &converter_program)?;
    let styles = assets.styles()?;
    let catalogs = catalogs()?;
    let embed = assets.script("embed", &build.function(&scripts::bundle("embed.js", &[])?)?)?;
    let head = build.function(&scripts::bundle("head.js", &[("languages", &languages())])?)?;

    let validator_script = validator.script.quoted();
    let checks =
        [("validator_js", validator_script.as_str()), ("validator_wasm", validator.wasm.name.as_str())];
    let deferred = assets.script("deferred", &build.module(&scripts::bundle("deferred.js", &checks)?)?)?;
    let focus = assets.script("focus", &build.module(&scripts::bundle("focus.js", &[])?)?)?;
    let loader = assets.loader(&initial, &full_files, [&deferred, &focus], &catalogs)?;
    let draft = assets.draft_loader(&full_files)?;
    let coding_loader = assets.coding_loader(&coding, &converter)?;
    assets.script("redirect", &build.function(&scripts::bundle("redirect.js", &[])?)?)?;

    let shell = |name: &str, text: String| fs::write(out.join(name), text);
    // The builder fills a place in the worker, so that it is no script yet.
    shell("sw.js", scripts::without_comments(&scripts::bundle("service-worker.js", &[])?))?;
    shell("corpora.js", build.function(&scripts::bundle("corpora.js", &checks)?)?)?;
    shell("not-found.js", build.function(&scripts::bundle("not-found.js", &[])?)?)?;
    let page = site_page(&head, &styles, &[&initial, &full_files], &loader, &embed);
    shell("page.html", page.fill(&fs::read_to_string("index.html")?)?)?;
    let coding_page = coding_page(&head, &styles, &coding_loader);
    shell("coding.html", coding_page.fill(&fs::read_to_string("index.html")?)?)?;
    let draft_page = draft_page(&head, &styles, &draft);
    shell("draft.html", draft_page.fill(&fs::read_to_string("index.html")?)?)?;
    let single = single_file(&head, &styles, &full, &catalogs, build)?;
    // For the tests, which say what they were run with.
    shell("build.txt", build.name().to_owned())?;
    let reader = single.fill(&fs::read_to_string("index.html")?)?;
    let coding_file =
        coding_file(&head, &styles, [&coding_program, &converter_program], (&reader, &single), build)?;
    shell("coding-file.html", coding_file.fill(&fs::read_to_string("index.html")?)?)?;
    shell("single.html", reader)?;
    Ok(())
}

/// A script or sheet: the name of its file, and what a browser holds its bytes against.
struct Checked {
    name: String,
    integrity: String,
}

impl Checked {
    /// Both as an array in a script.
    fn quoted(&self) -> String {
        json!([self.name, self.integrity]).to_string()
    }

    /// Both in an attribute.
    fn spaced(&self) -> String {
        format!("assets/{} {}", self.name, self.integrity)
    }
}

/// The names of a program's files.
struct ProgramFiles {
    script: Checked,
    wasm: Checked,
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
    /// The files of the later tiers.
    initial_file: Checked,
    full_file: Checked,
    coding_file: Checked,
}

struct Assets {
    folder: PathBuf,
    build: Build,
}

impl Assets {
    /// Writes a file under a name that ends with its sum, which a page holds its bytes against.
    fn named(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("{stem}-{:08x}.{ending}", checksum(bytes));
        fs::write(self.folder.join(&name), bytes)?;
        Ok(name)
    }

    fn checked(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<Checked> {
        let integrity = format!("sha256-{}", STANDARD.encode(Sha256::digest(bytes)));
        Ok(Checked { name: self.named(stem, ending, bytes)?, integrity })
    }

    fn script(&self, stem: &str, script: &str) -> Result<Checked> {
        self.checked(stem, "js", script.as_bytes())
    }

    fn program(&self, stem: &str, program: &Program) -> Result<ProgramFiles> {
        let script = self.build.module(&format!("export default {}", program.script))?;
        let script = self.script(stem, &script)?;
        Ok(ProgramFiles { script, wasm: self.checked(stem, "wasm", &program.wasm)? })
    }

    fn styles(&self) -> Result<Styles> {
        let critical = stylesheets::join(&["styles", "styles/critical"])?;
        let order = critical.split_inclusive(';').next().filter(|first| first.starts_with("@layer "));
        let order = order.ok_or("tokens.css names no layers")?;
        let tier = |folder: &str| {
            Ok::<_, Box<dyn std::error::Error>>(format!("{order}{}", stylesheets::join(&[folder])?))
        };
        let (initial, full) = (tier("styles/initial")?, tier("styles/full")?);
        // Pages without a program have all of it.
        self.named("style", "css", format!("{critical}\n{initial}\n{full}").as_bytes())?;
        let initial_file = self.checked("initial", "css", initial.as_bytes())?;
        let full_file = self.checked("full", "css", full.as_bytes())?;
        let coding_file = self.checked("coding", "css", tier("styles/coding")?.as_bytes())?;
        Ok(Styles { critical, initial, full, initial_file, full_file, coding_file })
    }

    /// The script of a page of a site; it names what it may have to fetch.
    fn loader(
        &self,
        initial: &ProgramFiles,
        full: &ProgramFiles,
        [deferred, focus]: [&Checked; 2],
        all: &[Catalog],
    ) -> Result<Checked> {
        let mut names = Map::new();
        for catalog in all {
            let of_initial = self.named(&format!("initial-{}", catalog.tag), "words", &catalog.initial)?;
            let of_full = self.named(&format!("full-{}", catalog.tag), "words", &catalog.full)?;
            names.insert(catalog.tag.to_owned(), json!({ "initial": of_initial, "full": of_full }));
        }
        let names = Value::Object(names).to_string();
        let places = [
            ("catalogs", names.as_str()),
            // The html has asked for it already, with its integrity.
            ("initial_js", &json!([initial.script.name]).to_string()),
            ("initial_wasm", &initial.wasm.name),
            ("full_js", &full.script.quoted()),
            ("full_wasm", &full.wasm.name),
            ("deferred_js", &deferred.quoted()),
            ("focus_js", &focus.quoted()),
        ];
        self.script("loader", &self.build.module(&scripts::bundle("source_site.js", &places)?)?)
    }

    /// The script of the coding page of a site.
    fn coding_loader(&self, coding: &ProgramFiles, converter: &ProgramFiles) -> Result<Checked> {
        let catalogs = self.catalogs("coding", catalogs::coding_catalog)?;
        let places = [
            ("catalogs", catalogs.as_str()),
            ("coding_js", &coding.script.quoted()),
            ("coding_wasm", &coding.wasm.quoted()),
            ("converter_js", &converter.script.quoted()),
            ("converter_wasm", &converter.wasm.quoted()),
        ];
        self.script("code", &self.build.module(&scripts::bundle("coding_site.js", &places)?)?)
    }

    /// The script of the page on which the reader shows a draft.
    fn draft_loader(&self, full: &ProgramFiles) -> Result<Checked> {
        let catalogs = self.catalogs("full", catalogs::full_catalog)?;
        let places = [
            ("catalogs", catalogs.as_str()),
            ("full_js", &full.script.quoted()),
            ("full_wasm", &full.wasm.quoted()),
        ];
        self.script("draft", &self.build.module(&scripts::bundle("source_draft.js", &places)?)?)
    }

    /// The catalogs of a program by language, for scripts: the name of each, and what a browser holds it against.
    fn catalogs(
        &self,
        stem: &str,
        read: impl Fn(Language) -> std::result::Result<Vec<u8>, String>,
    ) -> Result<String> {
        let mut names = Map::new();
        for (language, tag) in catalogs::translated_languages() {
            let file = self.checked(&format!("{stem}-{tag}"), "words", &read(language)?)?;
            names.insert(tag.to_owned(), json!([file.name, file.integrity]));
        }
        Ok(Value::Object(names).to_string())
    }
}

/// What a reader without scripts is told on the coding page.
const CODING: &str = "Making a corpus needs JavaScript and WebAssembly, which are switched off here.";

/// The shell of the coding page.
fn coding_page(head: &str, styles: &Styles, loader: &Checked) -> Shell {
    let links = sheet(&styles.coding_file) + &module(loader);
    Shell { links, no_script: CODING, ..page_without_corpus(head, styles) }
}

/// The shell of the page on which the reader shows a draft.
fn draft_page(head: &str, styles: &Styles, loader: &Checked) -> Shell {
    let links = sheet(&styles.initial_file) + &sheet(&styles.full_file) + &module(loader);
    Shell { links, ..page_without_corpus(head, styles) }
}

fn sheet(file: &Checked) -> String {
    let (name, integrity) = (&file.name, &file.integrity);
    format!("<link rel=\"stylesheet\" href=\"{{{{root}}}}assets/{name}\" integrity=\"{integrity}\">\n")
}

fn module(script: &Checked) -> String {
    let (name, integrity) = (&script.name, &script.integrity);
    format!("<script type=\"module\" src=\"{{{{root}}}}assets/{name}\" integrity=\"{integrity}\"></script>")
}

fn page_without_corpus(head: &str, styles: &Styles) -> Shell {
    Shell {
        head: head.to_owned(),
        style: styles.critical.clone(),
        initial_style: None,
        links: String::new(),
        scripts: String::new(),
        attributes: String::new(),
        no_script: READER,
        also: Vec::new(),
        also_style: Vec::new(),
        main: None,
    }
}

/// What a reader without scripts is told.
const READER: &str = "Filters, cards and changing views need JavaScript and WebAssembly, which are switched off here. \
                      What this page says is below; the texts are linked.";

/// The shell of a page of a site. `[initial, full]` are the programs.
fn site_page(
    head: &str,
    styles: &Styles,
    programs: &[&ProgramFiles; 2],
    loader: &Checked,
    embed: &Checked,
) -> Shell {
    let [initial, full] = programs;
    let Styles { initial_file, full_file, .. } = styles;
    // The head script takes the files of the template out once the first words are painted; the worker finds them
    // there.
    let links = format!(
        "<link rel=\"alternate\" type=\"application/json\" data-corpus href=\"{{{{root}}}}{{{{corpus}}}}\">\n\
         <template id=\"initial-files\">\
         {{{{tables}}}}\
         <link rel=\"modulepreload\" href=\"{{{{root}}}}assets/{}\" integrity=\"{}\">\
         <script type=\"module\" src=\"{{{{root}}}}assets/{}\" integrity=\"{}\"></script>\
         </template>\n\
         <template id=\"embed-files\"><script src=\"{{{{root}}}}assets/{}\"></script></template>\n\
         <noscript><link rel=\"stylesheet\" href=\"{{{{root}}}}assets/{}\">\
         <link rel=\"stylesheet\" href=\"{{{{root}}}}assets/{}\"></noscript>",
        initial.script.name,
        initial.script.integrity,
        loader.name,
        loader.integrity,
        embed.name,
        initial_file.name,
        full_file.name
    );
    let attributes = format!(
        " data-initial-program=\"assets/{}\" data-full-program=\"assets/{}\" data-initial-style=\"{}\" data-full-style=\"{}\"",
        initial.wasm.name,
        full.wasm.name,
        initial_file.spaced(),
        full_file.spaced()
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
        no_script: READER,
        also: Vec::new(),
        also_style: Vec::new(),
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
        no_script: READER,
        also: Vec::new(),
        also_style: Vec::new(),
        main: Some(main),
    })
}

/// The shell of the coding page as a single file, with its programs and the reader inside. A page that it makes of the
/// reader is held to this one's policy, too.
fn coding_file(
    head: &str,
    styles: &Styles,
    [coding, converter]: [&Program; 2],
    (reader, reader_shell): (&str, &Shell),
    build: Build,
) -> Result<Shell> {
    let main = scripts::bundle("coding_file.js", &[])?;
    let glue = format!("const glue = {};\nconst converterGlue = {};\n", coding.script, converter.script);
    let main = build.function(&format!("{glue}{main}"))?;
    if main.contains("</script") || main.contains("<!--") {
        return Err("the coding program's script cannot stand inside html".into());
    }
    let mut blocks = String::new();
    for (language, tag) in catalogs::translated_languages() {
        let bytes = STANDARD.encode(catalogs::coding_catalog(language)?);
        blocks.push_str(&format!("<script type=\"text/plain\" id=\"words-{tag}\">{bytes}</script>\n"));
    }
    let scripts = format!(
        "<script type=\"application/wasm;base64\" id=\"program\">{}</script>\n\
         <script type=\"application/wasm;base64\" id=\"converter\">{}</script>\n\
         <script type=\"text/plain\" id=\"reader\">{}</script>\n{blocks}<script>{main}</script>",
        STANDARD.encode(&coding.wasm),
        STANDARD.encode(&converter.wasm),
        STANDARD.encode(reader)
    );
    let coding_style = stylesheets::join(&["styles/coding"])?;
    Ok(Shell {
        style: format!("{}\n{coding_style}", styles.critical),
        scripts,
        no_script: CODING,
        main: Some(main),
        also: reader_shell.main.iter().cloned().collect(),
        also_style: vec![reader_shell.style.clone()],
        ..page_without_corpus(head, styles)
    })
}
