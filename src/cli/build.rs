//! `standpoint build`: a packed app and a corpus become a folder of static files. The folder is written
//! beside its place and then moved there, so that a crash leaves the site before it whole.

use super::check;
use crate::corpus::Corpus;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// Says that a folder was made by this command and may be replaced by it.
const MARK: &str = ".standpoint-site";

pub fn build(app: &Path, corpus: &Path, out: &Path, site: Option<&str>) -> ExitCode {
    let Ok((bytes, reading)) = check::read(corpus) else {
        eprintln!("standpoint: nothing was built, since {} has problems", corpus.display());
        return ExitCode::FAILURE;
    };
    match write(app, &bytes, &reading.corpus, out, site) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("standpoint: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn write(app: &Path, bytes: &[u8], corpus: &Corpus, out: &Path, site: Option<&str>) -> Result<(), String> {
    let occupied = out.exists() && fs::read_dir(out).map_err(at(out))?.next().is_some();
    if occupied && !out.join(MARK).exists() {
        return Err(format!(
            "{} is not empty and was not made by standpoint; choose another folder or empty it",
            out.display()
        ));
    }
    let shell = app.join("index.html");
    let shell = fs::read_to_string(&shell).map_err(at(&shell))?;

    let (fresh, old) = (beside(out, "new")?, beside(out, "old")?);
    clear(&fresh)?;
    copy(&app.join("assets"), &fresh.join("assets"))?;
    let name = format!("{}.json", corpus.id);
    fs::create_dir_all(fresh.join("corpus")).map_err(at(&fresh))?;
    fs::write(fresh.join("corpus").join(&name), bytes).map_err(at(&fresh))?;
    let schema =
        serde_json::to_string_pretty(&crate::corpus::schema()).map_err(|problem| problem.to_string())?;
    fs::write(fresh.join("schema.json"), schema).map_err(at(&fresh))?;
    fs::write(fresh.join("index.html"), page(&shell, corpus, &name, site)).map_err(at(&fresh))?;
    fs::write(fresh.join(MARK), "").map_err(at(&fresh))?;

    clear(&old)?;
    if out.exists() {
        fs::rename(out, &old).map_err(at(out))?;
    } else if let Some(parent) = out.parent() {
        fs::create_dir_all(parent).map_err(at(parent))?;
    }
    fs::rename(&fresh, out).map_err(at(out))?;
    clear(&old)
}

/// The shell with this corpus' own words, which stay readable without any script.
fn page(shell: &str, corpus: &Corpus, name: &str, site: Option<&str>) -> String {
    let texts = corpus.documents.iter().flat_map(|(_, document)| {
        let title = format!("<h1>{}</h1>", escaped(&document.title));
        let paragraphs = document.text.as_str().split("\n\n").map(str::trim).filter(|p| !p.is_empty());
        std::iter::once(title).chain(paragraphs.map(|p| format!("<p>{}</p>", escaped(p))).collect::<Vec<_>>())
    });
    let texts: Vec<String> = texts.collect();
    let site = site.map_or(String::new(), |site| {
        format!("<meta name=\"standpoint:site\" content=\"{}\">\n</head>", escaped(site))
    });
    let mut page = shell.to_owned();
    if !site.is_empty() {
        page = page.replacen("</head>", &site, 1);
    }
    // The text last: nothing in it is taken for a place to fill.
    for (place, text) in [
        ("{{corpus}}", format!("corpus/{name}")),
        ("{{title}}", escaped(&corpus.title)),
        ("{{description}}", escaped(corpus.summary.as_deref().unwrap_or(&corpus.title))),
        ("{{noscript}}", texts.join("\n")),
    ] {
        page = page.replacen(place, &text, 1);
    }
    page
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('{', "&#123;")
}

fn beside(out: &Path, ending: &str) -> Result<std::path::PathBuf, String> {
    let name = out.file_name().ok_or_else(|| format!("{} is no folder to write to", out.display()))?;
    Ok(out.with_file_name(format!(".{}.{ending}", name.to_string_lossy())))
}

fn clear(folder: &Path) -> Result<(), String> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(at(folder)) } else { Ok(()) }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(at(to))?;
    for entry in fs::read_dir(from).map_err(at(from))? {
        let entry = entry.map_err(at(from))?;
        fs::copy(entry.path(), to.join(entry.file_name())).map_err(at(from))?;
    }
    Ok(())
}

fn at(path: &Path) -> impl Fn(std::io::Error) -> String + '_ {
    move |problem| format!("{}: {problem}", path.display())
}
