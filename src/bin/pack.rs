//! Packs the compiled page into a folder of static files: script glue for the wasm, one style sheet, the
//! boot script, the shell. Everything but the shell is named by its content. `pack --size DIR` prints what
//! the first visit of a site loads.

use std::error::Error;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

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
    let script = without_comments(&fs::read_to_string(glue.join("page.js"))?);
    let program = fs::read(glue.join("page_bg.wasm"))?;
    fs::remove_dir_all(&glue)?;

    let page = named(&assets, "page", "js", script.as_bytes())?;
    let wasm = named(&assets, "page", "wasm", &program)?;
    let boot = fs::read_to_string("src/web/boot.js")?.replace("{{page}}", &page);
    let boot = named(&assets, "boot", "js", without_comments(&boot).as_bytes())?;
    let style = named(&assets, "style", "css", style()?.as_bytes())?;

    let inline = without_comments(&fs::read_to_string("src/web/inline.js")?);
    let mut shell = fs::read_to_string("index.html")?;
    for (place, text) in [
        ("{{csp}}", &policy(&inline)),
        ("{{inline}}", &inline),
        ("{{style}}", &format!("assets/{style}")),
        ("{{wasm}}", &format!("assets/{wasm}")),
        ("{{page}}", &format!("assets/{page}")),
        ("{{boot}}", &format!("assets/{boot}")),
    ] {
        if !shell.contains(place) {
            return Err(format!("index.html has no {place}").into());
        }
        shell = shell.replace(place, text);
    }
    fs::write(out.join("index.html"), shell)?;
    Ok(())
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

fn policy(inline: &str) -> String {
    let sum = base64(&Sha256::digest(inline.as_bytes()));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-{sum}'; style-src 'self'; \
         connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types standpoint"
    )
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let word =
            chunk.iter().enumerate().fold(0u32, |word, (at, byte)| word | u32::from(*byte) << (16 - 8 * at));
        for at in 0..4 {
            let digit = DIGITS.get((word >> (18 - 6 * at) & 63) as usize).copied().unwrap_or(b'=');
            out.push(if at <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
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
