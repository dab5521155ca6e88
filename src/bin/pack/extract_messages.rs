//! The page's own words as they stand in its source: what goes through `tr`, `tr_noop`, `tr_format!` and `tr_plural`,
//! and what
//! `html!` looks up by itself. Source is read as trees of tokens, so that line breaks and comments make no difference.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::fs;
use std::path::{Path, PathBuf};
use syn::LitStr;

/// A message, and where it is said: "src/ui/page.rs:12".
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub english: String,
    /// The form for many, where there is one.
    pub many: Option<String>,
    pub places: Vec<String>,
}

/// What looks words up.
const MACHINERY: [&str; 2] = ["src/ui/html.rs", "src/ui/i18n/mod.rs"];
/// What writes data for other programs.
const DATA: &str = "src/ui/full/csv.rs";

/// Every message, in the order of files and lines. The same words, singular or plural, are one message.
pub fn said() -> Vec<Said> {
    // A number as a language writes it, which `number` reads as an example.
    let number =
        Said { english: "1,234,567".to_owned(), many: None, places: vec!["src/ui/i18n/mod.rs:1".to_owned()] };
    let mut all: Vec<Said> = vec![number];
    for (path, source) in sources(&["src/ui", "src/web"]) {
        if path == DATA {
            continue;
        }
        for Found { english, many, line } in read(&source).said {
            let place = format!("{path}:{line}");
            let is_same = |other: &&mut Said| {
                other.english == english && (other.many == many || other.many.is_none() || many.is_none())
            };
            match all.iter_mut().find(is_same) {
                Some(known) => {
                    known.many = known.many.take().or(many);
                    known.places.push(place);
                }
                None => all.push(Said { english, many, places: vec![place] }),
            }
        }
    }
    all
}

/// The files of these folders, by their path from the root, without their tests and without what looks words up.
pub fn sources(folders: &[&str]) -> Vec<(String, String)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    folders.iter().for_each(|folder| gather(&root.join(folder), &mut files));
    files.sort();
    let read = |file: PathBuf| {
        let path = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        // Tests stand at the end of a file.
        let source = fs::read_to_string(&file).unwrap_or_default();
        (path, source.split("#[cfg(test)]").next().unwrap_or_default().to_owned())
    };
    files.into_iter().map(read).filter(|(path, _)| !MACHINERY.contains(&path.as_str())).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

/// Words that are looked up.
#[derive(Debug, PartialEq)]
pub struct Found {
    pub english: String,
    pub many: Option<String>,
    pub line: usize,
}

/// What one source says, and the patterns of its `format!`, which are never looked up.
#[derive(Debug, Default, PartialEq)]
pub struct Words {
    pub said: Vec<Found>,
    pub formats: Vec<(String, usize)>,
}

pub fn read(source: &str) -> Words {
    let mut words = Words::default();
    // What the compiler refuses says nothing.
    code(&trees(source.parse().unwrap_or_default()), &mut words);
    words
}

enum Tree {
    /// A name, a keyword or a number.
    Word(String),
    /// A string, and its line.
    Text(String, usize),
    Sign(char),
    /// What stands between brackets, by the opening one.
    Group(char, Vec<Tree>),
}

use Tree::{Group, Sign, Text, Word};

/// Plain Rust: only what is called for it looks words up.
fn code(trees: &[Tree], words: &mut Words) {
    let mut rest = trees;
    while let [first, after @ ..] = rest {
        rest = match rest {
            [Word(name), Sign('!'), Group(_, inner), after @ ..] if name == "html" => {
                markup(inner, words);
                after
            }
            _ => {
                call(rest, words);
                if let Group(_, inner) = first {
                    code(inner, words);
                }
                after
            }
        };
    }
}

/// What begins here, when it is a call that says something.
fn call(trees: &[Tree], words: &mut Words) {
    let (name, arguments) = match trees {
        [Word(name), Group('(', arguments), ..] => (name.as_str(), arguments),
        [Word(name), Sign('!'), Group('(', arguments), ..] => (name.as_str(), arguments),
        _ => return,
    };
    let mut arguments = arguments.split(|tree| matches!(tree, Sign(',')));
    let mut text = || match arguments.next() {
        Some([Text(text, line)]) => Some((text.clone(), *line)),
        _ => None,
    };
    match name {
        "tr" | "tr_noop" | "tr_format" => words.said.extend(text().map(|text| found(text, None))),
        "tr_plural" => {
            text();
            words.said.extend(text().zip(text()).map(|(one, (many, _))| found(one, Some(many))));
        }
        "format" => words.formats.extend(text()),
        _ => {}
    }
}

fn found((english, line): (String, usize), many: Option<String>) -> Found {
    Found { english, many, line }
}

/// The inside of `html!`: literals in braces and in attributes that are read are looked up as they stand.
fn markup(trees: &[Tree], words: &mut Words) {
    let mut rest = trees;
    while let [first, after @ ..] = rest {
        rest = match rest {
            [Word(word), condition @ ..] if word == "if" => {
                let end = condition.iter().position(|tree| matches!(tree, Group('{', _)));
                let (condition, after) = condition.split_at(end.unwrap_or(condition.len()));
                code(condition, words);
                branches(after, words)
            }
            [Word(a), Sign('-'), Word(b), Sign('='), Text(text, line), after @ ..]
                if a == "aria" && b == "label" =>
            {
                words.said.push(found((text.clone(), *line), None));
                after
            }
            [Word(name), Sign('='), Text(text, line), after @ ..]
                if name == "title" || name == "placeholder" =>
            {
                words.said.push(found((text.clone(), *line), None));
                after
            }
            [Sign('='), Group(_, value), after @ ..] => {
                code(value, words);
                after
            }
            _ => {
                child(first, words);
                after
            }
        };
    }
}

/// `{ … }` or `{ … } else { … }` of an `if` in markup; what stands behind it is left.
fn branches<'a>(trees: &'a [Tree], words: &mut Words) -> &'a [Tree] {
    match trees {
        [Group('{', then), Word(word), Group('{', other), after @ ..] if word == "else" => {
            markup(then, words);
            markup(other, words);
            after
        }
        [Group('{', then), after @ ..] => {
            markup(then, words);
            after
        }
        _ => trees,
    }
}

fn child(tree: &Tree, words: &mut Words) {
    let Group(_, inner) = tree else { return };
    match inner.as_slice() {
        [Text(text, line)] if text.contains(char::is_alphabetic) => {
            words.said.push(found((text.clone(), *line), None));
        }
        _ => code(inner, words),
    }
}

/// The tokens of a source as trees; comments are none.
fn trees(tokens: TokenStream) -> Vec<Tree> {
    let tree = |token| match token {
        TokenTree::Group(group) => Group(opening(group.delimiter()), trees(group.stream())),
        TokenTree::Ident(name) => Word(name.to_string()),
        TokenTree::Punct(sign) => Sign(sign.as_char()),
        TokenTree::Literal(literal) => match syn::parse_str::<LitStr>(&literal.to_string()) {
            Ok(text) => Text(text.value(), literal.span().start().line),
            Err(_) => Word(literal.to_string()),
        },
    };
    tokens.into_iter().map(tree).collect()
}

fn opening(delimiter: Delimiter) -> char {
    match delimiter {
        Delimiter::Parenthesis => '(',
        Delimiter::Bracket => '[',
        Delimiter::Brace | Delimiter::None => '{',
    }
}
