//! Packs the compiled page into a folder of static files: the programs and their scripts, the styles, the words, the
//! boot script, the shell, the worker. Everything but shell and worker is named by its content. `pack --size DIR PAGE`
//! prints what the first visit of a site loads.

mod alike;
mod bind;
mod lean;
mod said;
mod script;
mod shell;
mod size;
mod style;
mod words;

use base64::{Engine, engine::general_purpose::STANDARD};
use bind::bound;
use lean::lean;
use sha2::{Digest, Sha256};
use shell::Shell;
use size::size;
use std::error::Error;
use std::fs;
use std::path::Path;
use style::style;

type Outcome<T> = Result<T, Box<dyn Error>>;

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
    let checker = [("checker_js", &checker_js), ("checker_wasm", &checker_wasm)];
    let after = script::module(&filled(&format!("{}\n{}", own("after.js")?, own("offline.js")?), &checker))?;
    let after = named(&assets, "after", "js", after.as_bytes())?;
    let from_site = [
        ("words", &names),
        ("page_js", &page),
        ("page_wasm", &wasm),
        ("reading_js", &reading_js),
        ("reading_wasm", &reading_wasm),
        ("after_js", &after),
    ];
    let begin = script::module(&format!("{boot}\n{}", filled(&own("from-site.js")?, &from_site)))?;
    let begin = named(&assets, "boot", "js", begin.as_bytes())?;
    named(&assets, "style", "css", all.as_bytes())?;
    let later_css = named(&assets, "later", "css", later.as_bytes())?;
    let whole_css = named(&assets, "whole", "css", whole.as_bytes())?;
    named(&assets, "lead", "js", script::classic(&own("lead.js")?)?.as_bytes())?;

    fs::write(out.join("sw.js"), script::without_comments(&own("sw.js")?))?;
    let start = filled(&own("start.js")?, &checker);
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

    // No module: WebKit runs none from a disk.
    let main = format!("(() => {{\nconst glue = {glue};\n{boot}\n{}\n}})();", own("from-file.js")?);
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

/// A script with what belongs in its places in double braces.
fn filled(script: &str, places: &[(&str, &String)]) -> String {
    places
        .iter()
        .fold(script.to_owned(), |text, (place, name)| text.replace(&format!("{{{{{place}}}}}"), name))
}

/// Writes a file under a name that changes with its content.
fn named(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Outcome<String> {
    let sum = Sha256::digest(bytes);
    let short: String = sum.iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    let name = format!("{stem}-{short}.{ending}");
    fs::write(folder.join(&name), bytes)?;
    Ok(name)
}
