//! The page's own words as they stand in its source: what goes through `tr`, `mark`, `say!` and `plural`, and what
//! `html!` looks up by itself. Source is read as trees of tokens, so that line breaks and comments make no difference.

use std::fs;
use std::path::{Path, PathBuf};

/// A message, and where it is said: "src/ui/page.rs:12".
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub english: String,
    /// The form for many, where there is one.
    pub many: Option<String>,
    pub places: Vec<String>,
}

/// What looks words up.
const MACHINERY: [&str; 2] = ["src/ui/html.rs", "src/ui/tongue.rs"];
/// What writes data for other programs.
const DATA: &str = "src/ui/csv.rs";

/// Every message, in the order of files and lines. The same words, singular or plural, are one message.
pub fn said() -> Vec<Said> {
    // A number as a language writes it, which `number` reads as an example.
    let number =
        Said { english: "1,234,567".to_owned(), many: None, places: vec!["src/ui/tongue.rs:1".to_owned()] };
    let mut all: Vec<Said> = vec![number];
    for (path, source) in sources(&["src/ui", "src/web"]) {
        if path == DATA {
            continue;
        }
        for Found { english, many, line } in read(&source).said {
            let place = format!("{path}:{line}");
            let alike = |other: &&mut Said| {
                other.english == english && (other.many == many || other.many.is_none() || many.is_none())
            };
            match all.iter_mut().find(alike) {
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
    let mut reader = Reader { chars: source.chars().collect(), at: 0, line: 1 };
    let mut words = Words::default();
    code(&reader.trees(), &mut words);
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
        "tr" | "mark" | "say" => words.said.extend(text().map(|text| found(text, None))),
        "plural" => {
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

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
}

impl Reader {
    fn next(&mut self) -> Option<char> {
        let next = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(next == '\n');
        Some(next)
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    /// The trees up to the end, or to the bracket that closes them.
    fn trees(&mut self) -> Vec<Tree> {
        let mut trees = Vec::new();
        while let Some(c) = self.next() {
            match c {
                '/' if self.peek(0) == Some('/') => while self.next().is_some_and(|c| c != '\n') {},
                '"' => {
                    let line = self.line;
                    trees.push(Text(self.text(), line));
                }
                '\'' => self.letter(),
                '(' | '[' | '{' => trees.push(Group(c, self.trees())),
                ')' | ']' | '}' => return trees,
                c if c.is_alphanumeric() || c == '_' => trees.push(Word(self.word(c))),
                c if c.is_whitespace() => {}
                c => trees.push(Sign(c)),
            }
        }
        trees
    }

    fn word(&mut self, first: char) -> String {
        let mut word = String::from(first);
        while let Some(c) = self.peek(0).filter(|c| c.is_alphanumeric() || *c == '_') {
            word.push(c);
            self.at += 1;
        }
        let raw = word == "r" && matches!(self.peek(0), Some('"' | '#'));
        assert!(!raw, "line {}: raw strings are not read", self.line);
        word
    }

    /// Skips a letter between quotes; the quote of a lifetime is skipped alone.
    fn letter(&mut self) {
        let escaped = self.peek(0) == Some('\\');
        if escaped || self.peek(1) == Some('\'') {
            self.at += 1 + usize::from(escaped);
            while self.next().is_some_and(|c| c != '\'') {}
        }
    }

    /// The rest of a string whose first quote was read, with its escapes undone.
    fn text(&mut self) -> String {
        let mut text = String::new();
        while let Some(c) = self.next() {
            match c {
                '"' => break,
                '\\' => text.extend(self.escape()),
                c => text.push(c),
            }
        }
        text
    }

    fn escape(&mut self) -> Option<char> {
        match self.next()? {
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            '0' => Some('\0'),
            'u' => {
                let code: String = std::iter::from_fn(|| self.next().filter(|c| *c != '}')).collect();
                char::from_u32(u32::from_str_radix(code.trim_start_matches('{'), 16).unwrap_or_default())
            }
            '\n' => {
                while self.peek(0).is_some_and(char::is_whitespace) {
                    self.next();
                }
                None
            }
            other => Some(other),
        }
    }
}
