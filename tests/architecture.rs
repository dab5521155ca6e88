//! The rooms of `src/lib.rs`, held apart: what each may import, that every file says what it owns, that no
//! colour stands outside the tokens. Each law is also shown to notice a breach.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A room, the rooms it may import, and words that must not occur in it.
const ROOMS: [(&str, &[&str], &[&str]); 8] = [
    ("corpus", &[], &["yew", "web_sys", "gloo", "std::fs", "std::net"]),
    ("draft", &["corpus"], &["yew", "web_sys", "gloo", "std::fs", "std::net"]),
    ("route", &["corpus"], &["yew", "web_sys", "gloo", "std::fs", "serde"]),
    ("query", &["corpus", "route"], &["yew", "web_sys", "gloo", "std::fs", "serde"]),
    ("convert", &["corpus", "draft"], &["yew", "web_sys", "gloo", "std::fs", "std::net"]),
    (
        "ui",
        &["corpus", "draft", "route", "query", "convert"],
        &[
            "gloo",
            "web_sys::window",
            "query_selector",
            "std::fs",
            "from_html_unchecked",
            "inner_html",
            "serde",
        ],
    ),
    (
        "web",
        &["corpus", "draft", "route", "query", "convert", "ui"],
        &["std::fs", "inner_html", "from_html_unchecked"],
    ),
    ("cli", &["corpus", "draft", "route", "query", "convert", "ui"], &["web_sys", "gloo"]),
];

#[test]
fn every_room_imports_earlier_rooms_only() {
    let mut breaches = Vec::new();
    for (room, ..) in ROOMS {
        for file in files(&root().join("src").join(room), "rs") {
            breaches.extend(
                breaches_of(room, &read(&file)).into_iter().map(|b| format!("{}: {b}", file.display())),
            );
        }
    }
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

#[test]
fn a_breach_is_noticed() {
    for (room, source, noticed) in [
        ("query", "use crate::ui::Context;", true),
        ("query", "use crate::corpus::Corpus;", false),
        ("corpus", "use yew::prelude::*;", true),
        ("draft", "use crate::corpus::raw;", false),
        ("draft", "use crate::query::search;", true),
        ("query", "use crate::draft::Draft;", true),
        ("route", "fn f() { crate::query::answer() }", true),
        ("ui", "let w = web_sys::window();", true),
        ("ui", "use crate::web::browser;", true),
        ("ui", "Html::from_html_unchecked(x)", true),
        ("cli", "use crate::{corpus, web};", true),
        ("ui", "//! never crate::web", false),
    ] {
        assert_eq!(!breaches_of(room, source).is_empty(), noticed, "{room}: {source}");
    }
}

#[test]
fn every_source_file_begins_with_what_it_owns() {
    for folder in ["src", "tests"] {
        for file in files(&root().join(folder), "rs") {
            assert!(read(&file).starts_with("//! "), "{} has no header", file.display());
        }
    }
}

/// Who may name what only the full program has; pages without a program are drawn by the command line.
const BEYOND_INITIAL: [&str; 6] =
    ["src/ui/full/", "src/ui/standalone/", "src/ui/mod.rs", "src/web/full.rs", "src/cli/", "src/bin/full.rs"];

#[test]
fn what_only_the_full_program_has_is_named_by_nothing_else() {
    let mut breaches = Vec::new();
    for file in files(&root().join("src"), "rs") {
        let path = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if !BEYOND_INITIAL.iter().any(|allowed| path.starts_with(allowed)) && names_full(&code(&read(&file)))
        {
            breaches.push(path);
        }
    }
    assert!(breaches.is_empty(), "these import from ui::full or ui::standalone: {}", breaches.join(", "));
    for (source, noticed) in [
        ("use crate::ui::full::Full;", true),
        ("use super::full::{Full, notice};", true),
        ("use crate::ui::{Context, full};", true),
        ("fn f() { crate::ui::standalone::corpora() }", true),
        ("let full = context.features;", false),
    ] {
        assert_eq!(names_full(source), noticed, "{source}");
    }
}

fn names_full(code: &str) -> bool {
    let paths = code.split(|c: char| !c.is_alphanumeric() && c != '_' && c != ':');
    let in_path = paths.clone().any(|path| {
        let parts: Vec<&str> = path.split("::").collect();
        parts.windows(2).any(|pair| matches!(pair, ["ui" | "super", "full" | "standalone"]))
    });
    let grouped = code.split("ui::{").skip(1).any(|rest| {
        let group = rest.split('}').next().unwrap_or_default();
        group.split([',', ' ', '\n']).any(|name| matches!(name, "full" | "standalone"))
    });
    in_path || grouped
}

/// Who may name what only the coding program has.
const CODING: [&str; 5] = ["src/ui/coding/", "src/web/coding/", "src/cli/", "src/convert/", "src/draft/"];

#[test]
fn the_reader_knows_nothing_of_drafts_and_of_other_formats() {
    let is_about = |code: &str| {
        ["crate::draft", "crate::convert", "ui::coding", "web::coding", "super::coding"]
            .iter()
            .any(|name| code.contains(name))
    };
    let mut breaches = Vec::new();
    for file in files(&root().join("src"), "rs") {
        let path = file.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if !CODING.iter().any(|allowed| path.starts_with(allowed)) && is_about(&code(&read(&file))) {
            breaches.push(path);
        }
    }
    assert!(breaches.is_empty(), "these name what only the coding program has: {}", breaches.join(", "));
    assert!(is_about("use crate::draft::Draft;") && !is_about("use crate::corpus::raw;"));
}

#[test]
fn elements_are_written_within_the_width_of_the_page() {
    for folder in ["src/ui", "src/web"] {
        for file in files(&root().join(folder), "rs") {
            // The macro itself is rows of patterns.
            if file.ends_with("ui/html.rs") {
                continue;
            }
            for (at, line) in read(&file).lines().enumerate() {
                let width = without_sentences(line).chars().count();
                assert!(width <= 120, "{}:{} has {width} columns", file.display(), at + 1);
            }
        }
    }
    assert_eq!(without_sentences(r#"  <p class="a">{ "b \" c" }</p>"#), r#"  <p class="">{ "" }</p>"#);
}

/// A line with empty strings: a sentence is read whole by a translator, and is not broken.
fn without_sentences(line: &str) -> String {
    let (mut rest, mut is_inside, mut is_escaped) = (String::new(), false, false);
    for c in line.chars() {
        let is_quote = c == '"' && !is_escaped;
        if !is_inside || is_quote {
            rest.push(c);
        }
        is_inside ^= is_quote;
        is_escaped = c == '\\' && !is_escaped;
    }
    rest
}

#[test]
fn files_stay_small() {
    for file in files(&root().join("src"), "rs") {
        let lines = read(&file).lines().count();
        assert!(lines <= 450, "{} has {lines} lines: split it", file.display());
    }
}

#[test]
fn the_map_names_every_room() {
    let map = read(&root().join("src/lib.rs"));
    for (room, ..) in ROOMS {
        assert!(map.contains(&format!("`{room}`")), "lib.rs does not name {room}");
    }
}

#[test]
fn no_colour_stands_outside_the_tokens() {
    let sheets =
        files(&root().join("styles"), "css").into_iter().filter(|file| !file.ends_with("tokens.css"));
    let sources = files(&root().join("src"), "rs").into_iter().chain(files(&root().join("src"), "js"));
    for file in sheets.chain(sources).chain([root().join("index.html")]) {
        let sheet = read(&file);
        let found = literal_colours(&sheet);
        assert!(found.is_empty(), "{}: {found:?}", file.display());
    }
    assert_eq!(literal_colours("a { color: #fff; } b { color: rgb(0 0 0); }").len(), 2);
}

#[test]
fn no_files_of_a_room_import_each_other_in_a_circle() {
    let modules: BTreeMap<String, String> =
        files(&root().join("src"), "rs").iter().map(|file| (module(file), code(&read(file)))).collect();
    let found = circles(&modules);
    assert!(found.is_empty(), "these stand in a circle: {}", found.join(", "));
}

#[test]
fn a_circle_is_noticed() {
    let modules = |b: &str| {
        let sources = [("ui::a", "use super::b::{c, d};"), ("ui::b", b), ("ui::c", "use crate::{ui::{a}};")];
        BTreeMap::from(sources.map(|(module, source)| (module.to_owned(), source.to_owned())))
    };
    assert!(circles(&modules("use crate::corpus::Id;")).is_empty());
    assert_eq!(circles(&modules("use super::a;")), ["ui::a", "ui::b"]);
    assert_eq!(circles(&modules("fn f() { super::{c::g}() }")), ["ui::a", "ui::b", "ui::c"]);
}

/// The modules from which imports lead back to themselves.
fn circles(modules: &BTreeMap<String, String>) -> Vec<String> {
    let imports = |from: &str| -> Vec<String> {
        paths(&modules[from], from).iter().filter_map(|path| owner(path, modules, from)).collect()
    };
    let mut found = Vec::new();
    for module in modules.keys() {
        let (mut reached, mut next) = (Vec::new(), imports(module));
        while let Some(at) = next.pop() {
            if !reached.contains(&at) {
                next.extend(imports(&at));
                reached.push(at);
            }
        }
        if reached.contains(module) {
            found.push(module.clone());
        }
    }
    found
}

/// `src/ui/cite/mod.rs` is `ui::cite`, `src/lib.rs` is the crate itself.
fn module(file: &Path) -> String {
    let below = file.strip_prefix(root().join("src")).unwrap().with_extension("");
    let parts: Vec<_> =
        below.iter().map(|part| part.to_string_lossy()).filter(|part| part != "mod").collect();
    parts.join("::")
}

/// A source without comments and without its tests, which stand at its end.
fn code(source: &str) -> String {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Every path that begins with `super::` or `crate::`, from the crate on; groups in braces one by one.
fn paths(code: &str, module: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (keyword, from) in [("super::", true), ("crate::", false)] {
        for (at, _) in code.match_indices(keyword) {
            let before = code[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || before == '_' || before == ':' {
                continue;
            }
            let mut base: Vec<&str> = if from { module.split("::").collect() } else { Vec::new() };
            let mut rest = &code[at + keyword.len()..];
            base.truncate(base.len().saturating_sub(usize::from(from)));
            while let Some(more) = rest.strip_prefix("super::") {
                base.pop();
                rest = more;
            }
            expand(&base.join("::"), rest, &mut all);
        }
    }
    all
}

fn expand(base: &str, rest: &str, all: &mut Vec<String>) {
    let join = |name: &str| if base.is_empty() { name.to_owned() } else { format!("{base}::{name}") };
    if let Some(group) = rest.strip_prefix('{') {
        let (mut depth, mut start) = (0, 0);
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                ',' if depth == 0 => {
                    expand(base, group[start..at].trim(), all);
                    start = at + 1;
                }
                '}' if depth == 0 => return expand(base, group[start..at].trim(), all),
                '}' => depth -= 1,
                _ => {}
            }
        }
        return;
    }
    let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    match rest[name.len()..].strip_prefix("::") {
        Some(more) if !name.is_empty() => expand(&join(&name), more, all),
        _ => all.push(join(&name)),
    }
}

/// The file that owns a path: the longest module that it begins with. A folder's own file hands on what stands in the
/// folder, so that to it no import is counted.
fn owner(path: &str, modules: &BTreeMap<String, String>, from: &str) -> Option<String> {
    let mut path = path.to_owned();
    while !modules.contains_key(&path) {
        path = path.rsplit_once("::")?.0.to_owned();
    }
    let is_above = path == from || from.starts_with(&format!("{path}::"));
    let is_below = path.starts_with(&format!("{from}::"));
    (!is_above && !is_below).then_some(path)
}

#[test]
fn functions_fit_a_screen_or_two() {
    let mut long = Vec::new();
    for ending in ["rs", "js"] {
        for file in files(&root().join("src"), ending) {
            long.extend(long_functions(&read(&file)));
        }
    }
    assert!(long.is_empty(), "more than {LINES} lines: {long:?}");
    let body = "    let a = 1;\n".repeat(LINES);
    assert_eq!(long_functions(&format!("pub fn f() {{\n{body}}}\n")), [("f".to_owned(), LINES + 2)]);
    assert_eq!(long_functions(&format!("  async function g() {{\n{body}  }}\n")).len(), 1);
    assert!(long_functions(&format!("fn f() {{\n}}\n{body}")).is_empty());
}

/// The lines that a function may have.
const LINES: usize = 120;

/// Functions with more lines than they may have; they end where a brace stands as far left as they begin.
fn long_functions(source: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = source.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let words: Vec<&str> =
            line.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
        let keyword = words.iter().position(|word| *word == "fn" || *word == "function");
        let Some(name) = keyword.and_then(|at| words.get(at + 1)).filter(|_| line.ends_with('{')) else {
            continue;
        };
        let indent = line.len() - line.trim_start().len();
        let is_end = |line: &&&str| {
            line.trim_start().starts_with('}') && line.len() - line.trim_start().len() == indent
        };
        let length = lines[at..].iter().position(|line| is_end(&line)).map_or(0, |end| end + 1);
        if length > LINES {
            found.push(((*name).to_owned(), length));
        }
    }
    found
}

fn breaches_of(room: &str, source: &str) -> Vec<String> {
    let Some((_, allowed, forbidden)) = ROOMS.iter().find(|(name, ..)| *name == room) else {
        return vec![format!("{room} is not on the map")];
    };
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let imports = ROOMS.iter().filter(|(other, ..)| *other != room && !allowed.contains(other));
    let mut found: Vec<String> = imports
        .filter(|(other, ..)| {
            let grouped = code.split("crate::{").skip(1).any(|rest| {
                rest.split("};")
                    .next()
                    .unwrap_or_default()
                    .split([',', ' ', '\n'])
                    .any(|word| word.split("::").next() == Some(other))
            });
            code.contains(&format!("crate::{other}")) || grouped
        })
        .map(|(other, ..)| format!("{room} imports {other}"))
        .collect();
    found.extend(
        forbidden.iter().filter(|word| code.contains(**word)).map(|word| format!("{room} uses {word}")),
    );
    found
}

fn literal_colours(css: &str) -> Vec<&str> {
    let is_colour = |word: &&str| {
        let hex = word.strip_prefix('#').is_some_and(|rest| {
            let digits = rest.trim_end_matches([';', ',', ')']);
            matches!(digits.len(), 3 | 4 | 6 | 8) && digits.chars().all(|c| c.is_ascii_hexdigit())
        });
        hex || ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|start| word.starts_with(start))
    };
    css.split([' ', ':', '(', '\n', '"', '\''])
        .filter(|word| is_colour(word) || ["rgb", "rgba", "hsl"].contains(word))
        .collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            all.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            all.push(path);
        }
    }
    all
}
