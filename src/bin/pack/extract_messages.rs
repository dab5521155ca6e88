//! The page's own words as they stand in its source: what goes through `tr`, `tr_noop`, `tr_format!` and `tr_plural`,
//! and what `html!` looks up by itself. Source is read as trees of tokens, so that line breaks and comments make no
//! difference.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use syn::LitStr;

/// A message, its plural if it has one, and where it stands: "src/ui/page.rs:12".
#[derive(Debug, Clone, PartialEq)]
pub struct ExtractedMessage {
    pub english: String,
    pub plural: Option<String>,
    pub references: Vec<String>,
}

/// What looks words up.
const MACHINERY: [&str; 2] = ["src/ui/html.rs", "src/ui/i18n/mod.rs"];
/// What writes data for other programs.
const DATA: &str = "src/ui/full/csv.rs";

/// Every message, in the order of files and lines. The same words, singular or plural, are one message. The source is
/// read once.
pub fn extract_messages() -> &'static [ExtractedMessage] {
    static EXTRACTED: LazyLock<Vec<ExtractedMessage>> = LazyLock::new(read_sources);
    &EXTRACTED
}

fn read_sources() -> Vec<ExtractedMessage> {
    // A number as a language writes it, which `number` reads as an example.
    let number = ExtractedMessage {
        english: "1,234,567".to_owned(),
        plural: None,
        references: vec!["src/ui/i18n/mod.rs:1".to_owned()],
    };
    let mut all: Vec<ExtractedMessage> = vec![number];
    for (path, source) in sources(&["src/ui", "src/web"]) {
        if path == DATA {
            continue;
        }
        for Occurrence { english, plural, line } in read(&source).messages {
            let reference = format!("{path}:{line}");
            let is_same = |other: &&mut ExtractedMessage| {
                other.english == english
                    && (other.plural == plural || other.plural.is_none() || plural.is_none())
            };
            match all.iter_mut().find(is_same) {
                Some(known) => {
                    known.plural = known.plural.take().or(plural);
                    known.references.push(reference);
                }
                None => all.push(ExtractedMessage { english, plural, references: vec![reference] }),
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

/// A message at its line.
#[derive(Debug, PartialEq)]
pub struct Occurrence {
    pub english: String,
    pub plural: Option<String>,
    pub line: usize,
}

/// The messages of one source, and the patterns of its `format!`, which are not translated.
#[derive(Debug, Default, PartialEq)]
pub struct SourceStrings {
    pub messages: Vec<Occurrence>,
    pub formats: Vec<(String, usize)>,
}

pub fn read(source: &str) -> SourceStrings {
    let mut strings = SourceStrings::default();
    // A source that does not parse holds no messages.
    code(&trees(source.parse().unwrap_or_default()), &mut strings);
    strings
}

enum Tree {
    /// A name, a keyword or a number.
    Ident(String),
    /// A string, and its line.
    Literal(String, usize),
    Punct(char),
    /// What stands between brackets, by the opening one.
    Group(char, Vec<Tree>),
}

use Tree::{Group, Ident, Literal, Punct};

/// Plain Rust: only what is called for it looks words up.
fn code(trees: &[Tree], strings: &mut SourceStrings) {
    let mut rest = trees;
    while let [first, after @ ..] = rest {
        rest = match rest {
            [Ident(name), Punct('!'), Group(_, inner), after @ ..] if name == "html" => {
                markup(inner, strings);
                after
            }
            _ => {
                call(rest, strings);
                if let Group(_, inner) = first {
                    code(inner, strings);
                }
                after
            }
        };
    }
}

/// What begins here, when it is a call that says something.
fn call(trees: &[Tree], strings: &mut SourceStrings) {
    let (name, arguments) = match trees {
        [Ident(name), Group('(', arguments), ..] => (name.as_str(), arguments),
        [Ident(name), Punct('!'), Group('(', arguments), ..] => (name.as_str(), arguments),
        _ => return,
    };
    let mut arguments = arguments.split(|tree| matches!(tree, Punct(',')));
    let mut text = || match arguments.next() {
        Some([Literal(text, line)]) => Some((text.clone(), *line)),
        _ => None,
    };
    match name {
        "tr" | "tr_noop" | "tr_format" | "say" => {
            strings.messages.extend(text().map(|text| found(text, None)))
        }
        "tr_plural" => {
            text();
            strings.messages.extend(text().zip(text()).map(|(one, (plural, _))| found(one, Some(plural))));
        }
        "format" => strings.formats.extend(text()),
        _ => {}
    }
}

fn found((english, line): (String, usize), plural: Option<String>) -> Occurrence {
    Occurrence { english, plural, line }
}

/// The inside of `html!`: literals in braces and in attributes that are read are looked up as they stand.
fn markup(trees: &[Tree], strings: &mut SourceStrings) {
    let mut rest = trees;
    while let [first, after @ ..] = rest {
        rest = match rest {
            [Ident(word), condition @ ..] if word == "if" => {
                let end = condition.iter().position(|tree| matches!(tree, Group('{', _)));
                let (condition, after) = condition.split_at(end.unwrap_or(condition.len()));
                code(condition, strings);
                branches(after, strings)
            }
            [Ident(a), Punct('-'), Ident(b), Punct('='), Literal(text, line), after @ ..]
                if a == "aria" && b == "label" =>
            {
                strings.messages.push(found((text.clone(), *line), None));
                after
            }
            [Ident(name), Punct('='), Literal(text, line), after @ ..]
                if name == "title" || name == "placeholder" =>
            {
                strings.messages.push(found((text.clone(), *line), None));
                after
            }
            [Punct('='), Group(_, value), after @ ..] => {
                code(value, strings);
                after
            }
            _ => {
                child(first, strings);
                after
            }
        };
    }
}

/// `{ … }` or `{ … } else { … }` of an `if` in markup; what stands behind it is left.
fn branches<'a>(trees: &'a [Tree], strings: &mut SourceStrings) -> &'a [Tree] {
    match trees {
        [Group('{', then), Ident(word), Group('{', other), after @ ..] if word == "else" => {
            markup(then, strings);
            markup(other, strings);
            after
        }
        [Group('{', then), after @ ..] => {
            markup(then, strings);
            after
        }
        _ => trees,
    }
}

fn child(tree: &Tree, strings: &mut SourceStrings) {
    let Group(_, inner) = tree else { return };
    match inner.as_slice() {
        [Literal(text, line)] if text.contains(char::is_alphabetic) => {
            strings.messages.push(found((text.clone(), *line), None));
        }
        _ => code(inner, strings),
    }
}

/// The tokens of a source as trees; comments are none.
fn trees(tokens: TokenStream) -> Vec<Tree> {
    let tree = |token| match token {
        TokenTree::Group(group) => Group(opening(group.delimiter()), trees(group.stream())),
        TokenTree::Ident(name) => Ident(name.to_string()),
        TokenTree::Punct(sign) => Punct(sign.as_char()),
        TokenTree::Literal(literal) => match syn::parse_str::<LitStr>(&literal.to_string()) {
            Ok(text) => Literal(text.value(), literal.span().start().line),
            Err(_) => Ident(literal.to_string()),
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
