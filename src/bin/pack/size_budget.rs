//! What the first visit of a site loads, against its budget.

use super::Result;
use std::fs;
use std::io::Write;
use std::path::Path;

/// Most that a first visit may load, in bytes after brotli.
const BUDGET: usize = 151_500;

pub fn print(site: &Path, page: &str) -> Result<()> {
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
        .collect::<std::io::Result<_>>()?;
    assets.sort();
    for asset in assets {
        let begins = ["assets/loader-", "assets/initial-", "assets/deferred-"]
            .iter()
            .any(|stem| asset.starts_with(stem));
        if asset.starts_with("assets/initial-") && asset.ends_with(".words") {
            languages.push(asset);
            continue;
        }
        let stands_inside = ["assets/style-", "assets/redirect-"].iter().any(|stem| asset.starts_with(stem))
            || asset.starts_with("assets/initial-") && asset.ends_with(".css");
        if begins && !stands_inside {
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

fn listed(site: &Path, head: &str, files: &[String]) -> Result<usize> {
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

fn brotli(bytes: &[u8]) -> Result<usize> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 24);
    writer.write_all(bytes)?;
    drop(writer);
    Ok(out.len())
}
