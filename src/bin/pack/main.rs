//! Packs the compiled page into a folder of static files: script glue for the wasm, one style sheet, the
//! boot script, the shell, the worker. Everything but shell and worker is named by its content. `pack --size DIR PAGE` prints what
//! the first visit of a site loads.

mod lean;
mod said;
mod script;
mod words;

use lean::lean;
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
        ["--words"] => update_words(),
        ["--size", site, page] => size(Path::new(site), page),
        [folder, out] => pack(Path::new(folder), Path::new(out)),
        _ => Err("usage: pack WASM_FOLDER OUT, pack --words, or pack --size SITE PAGE".into()),
    };
    if let Err(problem) = done {
        eprintln!("pack: {problem}");
        std::process::exit(1);
    }
}

fn update_words() -> Outcome<()> {
    for (language, _) in words::languages() {
        let missing = words::update(language)?;
        println!("{}: {missing} messages wait for a translation", words::file(language).display());
    }
    Ok(())
}

fn pack(folder: &Path, out: &Path) -> Outcome<()> {
    let assets = out.join("assets");
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(&assets)?;

    let linked = |name: &str| fs::read(folder.join(format!("{name}.wasm")));
    let (glue, program) =
        bound(&lean(&linked("page")?)?, &out.join("glue"), "start, learn, stop, show, speak")?;
    let (reading_glue, reading) =
        bound(&lean(&linked("reading")?)?, &out.join("glue"), "start, learn, stop, speak")?;
    let (checker_glue, checker) = bound(&linked("checker")?, &out.join("glue"), "check")?;
    let own = |name: &str| fs::read_to_string(format!("src/web/{name}"));
    let (boot, inline) = (own("boot.js")?, script::classic(&own("inline.js")?)?);
    // What the first screen looks like stands in the page; the rest comes while the program does.
    let (first, later, whole) = (style("styles")?, style("styles/later")?, style("styles/whole")?);
    // It may come to the page before the other; the order of the layers is the same.
    let order = first
        .lines()
        .next()
        .filter(|line| line.starts_with("@layer "))
        .ok_or("tokens.css names no layers")?;
    let all = format!("{first}\n{later}\n{whole}");
    let (later, whole) = (format!("{order}\n{later}"), format!("{order}\n{whole}"));

    let exported = |glue: &str| script::module(&format!("export default {glue}"));
    let page = named(&assets, "page", "js", exported(&glue)?.as_bytes())?;
    let wasm = named(&assets, "page", "wasm", &program)?;
    let reading_js = named(&assets, "reading", "js", exported(&reading_glue)?.as_bytes())?;
    let reading_wasm = named(&assets, "reading", "wasm", &reading)?;
    let checker_js = named(&assets, "checker", "js", exported(&checker_glue)?.as_bytes())?;
    let checker_wasm = named(&assets, "checker", "wasm", &checker)?;
    let mut spoken: Vec<(String, Vec<u8>)> = Vec::new();
    for (language, tag) in words::languages() {
        spoken.push((tag.to_owned(), words::packed(language)?));
    }
    // By language, first what is said by the program that reads, then all there is.
    let mut names = serde_json::Map::new();
    for ((language, _), (tag, bytes)) in words::languages().zip(&spoken) {
        let reading = words::packed_for_reading(language)?;
        let reading = named(&assets, &format!("reading-words-{tag}"), "words", &reading)?;
        let whole = named(&assets, &format!("words-{tag}"), "words", bytes)?;
        names.insert(tag.clone(), serde_json::json!({ "reading": reading, "whole": whole }));
    }
    let names = serde_json::Value::Object(names).to_string();
    let from_site = [
        ("words", &names),
        ("page_js", &page),
        ("page_wasm", &wasm),
        ("reading_js", &reading_js),
        ("reading_wasm", &reading_wasm),
        ("checker_js", &checker_js),
        ("checker_wasm", &checker_wasm),
    ]
    .iter()
    .fold(own("from-site.js")?, |text, (place, name)| text.replace(&format!("{{{{{place}}}}}"), name));
    let begin = script::module(&format!("{boot}\n{from_site}\n{}", own("offline.js")?))?;
    let begin = named(&assets, "boot", "js", begin.as_bytes())?;
    named(&assets, "style", "css", all.as_bytes())?;
    let later_css = named(&assets, "later", "css", later.as_bytes())?;
    let whole_css = named(&assets, "whole", "css", whole.as_bytes())?;
    named(&assets, "lead", "js", script::classic(&own("lead.js")?)?.as_bytes())?;

    fs::write(out.join("sw.js"), script::without_comments(&own("sw.js")?))?;
    let start =
        own("start.js")?.replace("{{checker_js}}", &checker_js).replace("{{checker_wasm}}", &checker_wasm);
    fs::write(out.join("start.js"), script::classic(&format!("(() => {{\n{start}\n}})();"))?)?;

    let shell = fs::read_to_string("index.html")?;
    // inline.js takes the template's files out when the first words are painted; the worker finds them in the head.
    let head = format!(
        "<link rel=\"alternate\" type=\"application/json\" data-corpus href=\"{{{{root}}}}{{{{corpus}}}}\">\n\
         <template id=\"soon\">\
         {{{{tables}}}}\
         <link rel=\"modulepreload\" href=\"{{{{root}}}}assets/{reading_js}\">\
         <script type=\"module\" src=\"{{{{root}}}}assets/{begin}\"></script>\
         </template>\n\
         <noscript><link rel=\"stylesheet\" href=\"{{{{root}}}}assets/{later_css}\">\
         <link rel=\"stylesheet\" href=\"{{{{root}}}}assets/{whole_css}\"></noscript>"
    );
    let programs = format!(
        " data-reading=\"assets/{reading_wasm}\" data-whole=\"assets/{wasm}\" data-later=\"assets/{later_css}\" data-more=\"assets/{whole_css}\""
    );
    // On a slow network it comes while the program is on its way.
    let inside = format!("<template id=\"later\"><style>{later}</style></template>\n{{{{inside}}}}");
    let site = Shell {
        inline: &inline,
        style: &first,
        later: Some(&later),
        head: &head,
        scripts: &inside,
        programs: &programs,
        main: None,
    };
    fs::write(out.join("page.html"), site.fill(&shell)?)?;

    // No module: WebKit runs none from a disk. What a module knows of its own address is never asked for there.
    let own_glue = glue.replace("import.meta.url", "location.href");
    let main = format!("(() => {{\nconst glue = {own_glue};\n{boot}\n{}\n}})();", own("from-file.js")?);
    let main = script::classic(&main)?;
    if main.contains("</script") || main.contains("<!--") {
        return Err("the program's script cannot stand inside html".into());
    }
    let blocks: String = spoken
        .iter()
        .map(|(tag, bytes)| {
            let bytes = STANDARD.encode(bytes);
            format!("<script type=\"text/plain\" id=\"words-{tag}\">{bytes}</script>\n")
        })
        .collect();
    let scripts = format!(
        "<script type=\"application/json\" id=\"corpus\">{{{{corpus}}}}</script>\n\
         {{{{inside}}}}\
         <script type=\"application/wasm;base64\" id=\"program\">{}</script>\n\
         {blocks}<script>{main}</script>",
        STANDARD.encode(&program)
    );
    let single = Shell {
        inline: &inline,
        style: &all,
        later: None,
        head: "",
        scripts: &scripts,
        programs: "",
        main: Some(&main),
    };
    fs::write(out.join("single.html"), single.fill(&shell)?)?;
    Ok(())
}

/// A compiled program as the script that starts it and the wasm it starts; it exports one function.
fn bound(linked: &[u8], glue: &Path, export: &str) -> Outcome<(String, Vec<u8>)> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_bytes("page", linked.to_vec())
        .out_name("page")
        .web(true)?
        .typescript(false)
        .remove_name_section(true);
    bindgen.remove_producers_section(true).generate(glue)?;
    let script = script::without_comments(&fs::read_to_string(glue.join("page.js"))?);
    let program = fs::read(glue.join("page_bg.wasm"))?;
    fs::remove_dir_all(glue)?;
    let (script, program) = short_names(&script, &program)?;
    Ok((fresh_each_time(&script, export)?, program))
}

/// Gives what the program imports names of a letter or two instead of some forty characters, half of them a hash
/// that no compression shortens. In the script an import is a line that begins with its name.
fn short_names(script: &str, program: &[u8]) -> Outcome<(String, Vec<u8>)> {
    let (mut script, mut out, mut names) =
        (script.to_owned(), program.get(..8).unwrap_or_default().to_vec(), 0);
    let mut rest = Wasm(program.get(8..).unwrap_or_default());
    while let Some(kind) = rest.byte() {
        let size = rest.number() as usize;
        let section = rest.take(size);
        // What stands under no number is for tools, not for browsers.
        if kind == 0 {
            continue;
        }
        let section = if kind == 2 { imports(section, &mut script, &mut names)? } else { section.to_vec() };
        out.push(kind);
        number(section.len() as u32, &mut out);
        out.extend(section);
    }
    Ok((script.replacen("\"./page_bg.js\": import0", "\"_\": import0", 1), out))
}

fn imports(section: &[u8], script: &mut String, names: &mut u32) -> Outcome<Vec<u8>> {
    let (mut from, mut out) = (Wasm(section), Vec::new());
    let count = from.number();
    number(count, &mut out);
    for _ in 0..count {
        let (module, name) = (from.text(), from.text());
        if module != "./page_bg.js" {
            return Err(format!("the program imports from {module}, which this packer does not know").into());
        }
        let short = format!("_{names:x}");
        *names += 1;
        let (long, line) = (format!("\n{name}:"), format!("\n{short}:"));
        if !script.contains(&long) {
            return Err(format!("bindgen's script has no import {name}").into());
        }
        *script = script.replacen(&long, &line, 1);
        for text in ["_", &short] {
            number(text.len() as u32, &mut out);
            out.extend_from_slice(text.as_bytes());
        }
        let kind = from.byte().unwrap_or_default();
        if kind != 0 {
            return Err("the program imports something else than functions".into());
        }
        out.push(kind);
        number(from.number(), &mut out);
    }
    Ok(out)
}

/// A wasm file as it is read: bytes, and numbers in LEB128.
struct Wasm<'a>(&'a [u8]);

impl<'a> Wasm<'a> {
    fn byte(&mut self) -> Option<u8> {
        self.0.split_off_first().copied()
    }

    fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        while let Some(byte) = self.byte() {
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 {
                break;
            }
        }
        value
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        self.0.split_off(..length).unwrap_or_default()
    }

    fn text(&mut self) -> String {
        let length = self.number() as usize;
        String::from_utf8_lossy(self.take(length)).into_owned()
    }
}

fn number(mut value: u32, out: &mut Vec<u8>) {
    while value > 127 {
        out.push(value as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Bindgen's module as one function that gives a fresh program at each call: the module itself would give the
/// same one again, even after it died.
fn fresh_each_time(module: &str, export: &str) -> Outcome<String> {
    let ending = "export { initSync, __wbg_init as default };";
    let Some(body) = module.trim_end().strip_suffix(ending) else {
        return Err("bindgen's script ends otherwise than this packer knows".into());
    };
    let body = body.replace("\nexport function ", "\nfunction ").replacen("export function ", "function ", 1);
    if body.lines().any(|line| line.starts_with("export ") || line.starts_with("import ")) {
        return Err("bindgen's script exports or imports what this packer does not know".into());
    }
    Ok(format!("() => {{\n{body}return {{ init: __wbg_init, {export} }};\n}}"))
}

/// The shell of a page, with all that is the same for every page; what is left in double braces is filled by
/// `standpoint build`.
struct Shell<'a> {
    inline: &'a str,
    /// The first screen's style.
    style: &'a str,
    /// A style that stands in a template.
    later: Option<&'a str>,
    head: &'a str,
    scripts: &'a str,
    /// Attributes that say where the programs stand.
    programs: &'a str,
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
            ("{{programs}}", self.programs),
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
        let inline = sum(self.inline);
        let style =
            [Some(self.style), self.later].into_iter().flatten().map(sum).collect::<Vec<_>>().join(" ");
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

/// The sheets of a folder as one: the tokens first, since they name the order of the layers.
fn style(folder: &str) -> Outcome<String> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
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
    let mut lines = sheet.lines().map(str::trim).filter(|line| !line.is_empty());
    // The first line names the layers. No sheet has a text in which what is taken away here stands.
    let (first, rest): (&str, String) = (lines.next().unwrap_or_default(), lines.collect());
    let spaces = [
        ("; }", "}"),
        (";}", "}"),
        (" { ", "{"),
        (" {", "{"),
        ("; ", ";"),
        (": ", ":"),
        (", ", ","),
        (" > ", ">"),
        (" 0.", " ."),
        (":0.", ":."),
    ];
    let rest = spaces.iter().fold(rest, |sheet, (wide, narrow)| sheet.replace(wide, narrow));
    Ok(format!("{first}\n{rest}"))
}

fn size(site: &Path, page: &str) -> Outcome<()> {
    let page = format!("{page}index.html");
    let html = fs::read_to_string(site.join(&page))?;
    // What the page names: its corpus, and the tables made from it.
    let named = |mark: &str| {
        let href = html.split_once(&format!("{mark} href=\"")).and_then(|(_, rest)| rest.split_once('"'));
        href.map(|(path, _)| path.to_owned()).ok_or_else(|| format!("{page} has no {mark}"))
    };
    let below = |path: String| path.trim_start_matches("../").to_owned();
    let mut first = vec![page.clone(), below(named("data-corpus")?)];
    first.extend(named("data-tables").ok().map(below));
    let (mut later, mut languages) = (Vec::new(), Vec::new());
    let mut assets: Vec<String> = fs::read_dir(site.join("assets"))?
        .map(|entry| entry.map(|e| format!("assets/{}", e.file_name().to_string_lossy())))
        .collect::<Result<_, _>>()?;
    assets.sort();
    for asset in assets {
        let begins = ["assets/boot-", "assets/reading-"].iter().any(|stem| asset.starts_with(stem));
        if asset.starts_with("assets/reading-words-") {
            languages.push(asset);
            continue;
        }
        let stands_inside =
            ["assets/style-", "assets/later-", "assets/lead-"].iter().any(|stem| asset.starts_with(stem));
        if begins {
            first.push(asset);
        } else if !stands_inside && !first.contains(&asset) && !asset.ends_with(".tables") {
            later.push(asset);
        }
    }
    let packed = listed(site, "first load", &first)?;
    println!("{:<44} {:>9} {:>9}  of {BUDGET}\n", "in all", "", packed);
    let mut largest = 0;
    for language in &languages {
        largest = largest.max(listed(site, "and in another language", std::slice::from_ref(language))?);
    }
    println!("{:<44} {:>9} {:>9}  of {BUDGET}\n", "in all, in the largest language", "", packed + largest);
    listed(site, "when it is asked for", &later)?;
    let most = packed + largest;
    if most > BUDGET { Err(format!("{} bytes over the budget", most - BUDGET).into()) } else { Ok(()) }
}

fn listed(site: &Path, head: &str, files: &[String]) -> Outcome<usize> {
    println!("{head:<44} {:>9} {:>9}", "bytes", "brotli");
    let mut sum = 0;
    for file in files {
        let bytes = fs::read(site.join(file))?;
        let small = brotli(&bytes)?;
        println!("{file:<44} {:>9} {small:>9}", bytes.len());
        sum += small;
    }
    Ok(sum)
}

fn brotli(bytes: &[u8]) -> Outcome<usize> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(out.len())
}
