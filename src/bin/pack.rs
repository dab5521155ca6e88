//! Packs the compiled page into a folder of static files: script glue for the wasm, one style sheet, the
//! boot script, the shell. Everything but the shell is named by its content. `pack --size DIR` prints what
//! the first visit of a site loads.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// Most that a first visit may load, in bytes after brotli.
const BUDGET: usize = 150_000;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--size", site] => size(Path::new(site)),
        [wasm, out] => pack(Path::new(wasm), Path::new(out)),
        _ => Err("usage: pack PAGE.wasm OUT, or pack --size SITE".into()),
    };
    if let Err(problem) = done {
        eprintln!("pack: {problem}");
        std::process::exit(1);
    }
}

fn pack(wasm: &Path, out: &Path) -> Outcome<()> {
    let assets = out.join("assets");
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(&assets)?;

    let glue = out.join("glue");
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(wasm).out_name("page").web(true)?.typescript(false).remove_name_section(true);
    bindgen.remove_producers_section(true).generate(&glue)?;
    let glue_script = without_comments(&fs::read_to_string(glue.join("page.js"))?);
    let program = fs::read(glue.join("page_bg.wasm"))?;
    fs::remove_dir_all(&glue)?;

    let glue = fresh_each_time(&glue_script)?;
    let script =
        |name: &str| fs::read_to_string(format!("src/web/{name}")).map(|text| without_comments(&text));
    let (boot, inline, style) = (script("boot.js")?, script("inline.js")?, style()?);

    let page = named(&assets, "page", "js", format!("export default {glue}").as_bytes())?;
    let wasm = named(&assets, "page", "wasm", &program)?;
    let begin = format!("{boot}\n{}", script("from-site.js")?.replace("{{page}}", &page));
    let begin = named(&assets, "boot", "js", begin.as_bytes())?;
    named(&assets, "style", "css", style.as_bytes())?;
    named(&assets, "lead", "js", script("lead.js")?.as_bytes())?;

    let shell = fs::read_to_string("index.html")?;
    let head = [
        "<link rel=\"preload\" as=\"fetch\" type=\"application/json\" crossorigin data-corpus href=\"{{root}}{{corpus}}\">".to_owned(),
        format!("<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin data-wasm href=\"{{{{root}}}}assets/{wasm}\">"),
        format!("<link rel=\"modulepreload\" href=\"{{{{root}}}}assets/{page}\">"),
        format!("<script type=\"module\" src=\"{{{{root}}}}assets/{begin}\"></script>"),
    ];
    let site = Shell { inline: &inline, style: &style, head: &head.join("\n"), scripts: "", main: None };
    fs::write(out.join("page.html"), site.fill(&shell)?)?;

    let main = format!("const glue = {glue};\n{boot}\n{}", script("from-file.js")?);
    if main.contains("</script") || main.contains("<!--") {
        return Err("the program's script cannot stand inside html".into());
    }
    let scripts = format!(
        "<script type=\"application/json\" id=\"corpus\">{{{{corpus}}}}</script>\n\
         <script type=\"application/wasm;base64\" id=\"program\">{}</script>\n\
         <script type=\"module\">{main}</script>",
        STANDARD.encode(&program)
    );
    let single = Shell { inline: &inline, style: &style, head: "", scripts: &scripts, main: Some(&main) };
    fs::write(out.join("single.html"), single.fill(&shell)?)?;
    Ok(())
}

/// Bindgen's module as one function that gives a fresh program at each call: the module itself would give the
/// same one again, even after it died.
fn fresh_each_time(module: &str) -> Outcome<String> {
    let ending = "export { initSync, __wbg_init as default };";
    let Some(body) = module.trim_end().strip_suffix(ending) else {
        return Err("bindgen's script ends otherwise than this packer knows".into());
    };
    let body = body.replace("\nexport function ", "\nfunction ").replacen("export function ", "function ", 1);
    if body.lines().any(|line| line.starts_with("export ") || line.starts_with("import ")) {
        return Err("bindgen's script exports or imports what this packer does not know".into());
    }
    Ok(format!("() => {{\n{body}return {{ init: __wbg_init, start }};\n}}"))
}

/// The shell of a page, with all that is the same for every page; what is left in double braces is filled by
/// `standpoint build`.
struct Shell<'a> {
    inline: &'a str,
    style: &'a str,
    head: &'a str,
    scripts: &'a str,
    /// The main script where it stands inside the page.
    main: Option<&'a str>,
}

impl Shell<'_> {
    fn fill(&self, shell: &str) -> Outcome<String> {
        let mut shell = shell.to_owned();
        for (place, text) in [
            ("{{csp}}", self.policy().as_str()),
            ("{{inline}}", self.inline),
            ("{{head}}", self.head),
            ("{{style}}", self.style),
            ("{{scripts}}", self.scripts),
        ] {
            if !shell.contains(place) {
                return Err(format!("index.html has no {place}").into());
            }
            shell = shell.replacen(place, text, 1);
        }
        Ok(shell)
    }

    fn policy(&self) -> String {
        let sum = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text.as_bytes())));
        let (inline, style) = (sum(self.inline), sum(self.style));
        match self.main.map(sum) {
            None => format!(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {inline}; style-src 'self' {style}; \
                 connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
                 form-action 'none'; require-trusted-types-for 'script'; trusted-types standpoint"
            ),
            Some(main) => format!(
                "default-src 'none'; script-src 'wasm-unsafe-eval' {inline} {main}; style-src {style}; img-src data:; \
                 base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
            ),
        }
    }
}

/// Writes a file under a name that changes with its content.
fn named(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Outcome<String> {
    let sum = Sha256::digest(bytes);
    let short: String = sum.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{short}.{ending}");
    fs::write(folder.join(&name), bytes)?;
    Ok(name)
}

/// One sheet: the tokens first, since they name the order of the layers.
fn style() -> Outcome<String> {
    let mut files: Vec<PathBuf> =
        fs::read_dir("styles")?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|e| e == "css"));
    files.sort_by_key(|file| (!file.ends_with("tokens.css"), file.clone()));
    let mut sheet = String::new();
    for file in files {
        sheet.push_str(&fs::read_to_string(file)?);
    }
    while let Some((before, rest)) = sheet.split_once("/*") {
        let after = rest.split_once("*/").map_or("", |(_, after)| after);
        sheet = format!("{before}{after}");
    }
    Ok(sheet.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// Script lines without those that are comments alone. Neither our scripts nor bindgen's have a string that
/// runs over lines, so a line's indentation is nobody's.
fn without_comments(script: &str) -> String {
    let comment = |line: &&str| {
        line.is_empty() || ["//", "/*", "* ", "*/"].iter().any(|mark| line.starts_with(mark)) || *line == "*"
    };
    script.lines().map(str::trim).filter(|line| !comment(line)).collect::<Vec<_>>().join("\n")
}

fn size(site: &Path) -> Outcome<()> {
    let mut files: Vec<PathBuf> = vec![site.join("index.html")];
    for folder in ["assets", "corpus"] {
        let mut found: Vec<PathBuf> = fs::read_dir(site.join(folder))?
            .map(|entry| entry.map(|e| e.path()))
            .collect::<Result<_, _>>()?;
        found.sort();
        files.append(&mut found);
    }
    let (mut raw, mut packed) = (0, 0);
    println!("{:<36} {:>9} {:>9}", "first load", "bytes", "brotli");
    for file in files {
        let bytes = fs::read(&file)?;
        let small = brotli(&bytes)?;
        println!("{:<36} {:>9} {:>9}", file.strip_prefix(site)?.display(), bytes.len(), small);
        (raw, packed) = (raw + bytes.len(), packed + small);
    }
    println!("{:<36} {:>9} {:>9}  of {BUDGET}", "in all", raw, packed);
    if packed > BUDGET { Err(format!("{} bytes over the budget", packed - BUDGET).into()) } else { Ok(()) }
}

fn brotli(bytes: &[u8]) -> Outcome<usize> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(out.len())
}
