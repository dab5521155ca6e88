//! Where in a file something stands. Paths are cheap while checking; the file is read a second time, into a
//! tree that knows its places, only when there is something to report.

use super::limits;
use super::members::{Member, Members};
use crate::corpus::id::Id;
use std::borrow::Cow;
use std::fmt::Write;

/// A JSON path, on the stack of whoever is checking.
#[derive(Clone, Copy)]
pub enum JsonPath<'a> {
    Root,
    Key(&'a JsonPath<'a>, &'a str),
    At(&'a JsonPath<'a>, usize),
}

impl<'a> JsonPath<'a> {
    pub fn key(&'a self, key: &'a str) -> JsonPath<'a> {
        JsonPath::Key(self, key)
    }

    pub fn at(&'a self, at: usize) -> JsonPath<'a> {
        JsonPath::At(self, at)
    }

    pub fn steps(&self) -> JsonPathBuf {
        let mut steps = Vec::new();
        let mut path = self;
        loop {
            path = match path {
                JsonPath::Root => break,
                JsonPath::Key(before, key) => {
                    steps.push(Step::Key((*key).to_owned()));
                    before
                }
                JsonPath::At(before, at) => {
                    steps.push(Step::At(*at));
                    before
                }
            };
        }
        steps.reverse();
        JsonPathBuf(steps)
    }
}

/// A path that outlives the check.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct JsonPathBuf(Vec<Step>);

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    At(usize),
}

impl JsonPathBuf {
    /// The list that the path leads into, and the row there.
    fn row(&self) -> Option<(&str, usize)> {
        match self.0.as_slice() {
            [Step::Key(list), Step::At(at), ..] => Some((list, *at)),
            _ => None,
        }
    }

    pub fn written(&self) -> String {
        let mut out = String::new();
        for step in &self.0 {
            let _ = match step {
                Step::Key(key) if out.is_empty() => write!(out, "{key}"),
                Step::Key(key) => write!(out, ".{key}"),
                Step::At(at) => write!(out, "[{at}]"),
            };
        }
        out
    }
}

/// A value of the file and the byte at which it begins.
pub struct JsonTree<'a> {
    pub at: usize,
    pub value: Value<'a>,
}

pub enum Value<'a> {
    Object(Members<'a, JsonTree<'a>>),
    List(Vec<JsonTree<'a>>),
    /// `None` when it is no text: half a surrogate pair.
    Text(Option<Cow<'a, str>>),
    Number(&'a str),
    Flag,
    Null,
}

impl<'a> JsonTree<'a> {
    /// The tree of a file that serde_json has found to be JSON; `None` when it is too deep.
    pub fn read(file: &'a str) -> Option<JsonTree<'a>> {
        Reader { file, at: 0 }.node(0)
    }

    /// The byte at which a path stands, or as far as it leads, and the path as the file has it: one thing
    /// may stand where there could be a list.
    pub fn find(&self, path: &JsonPathBuf) -> (usize, JsonPathBuf) {
        let (mut node, mut found) = (self, Vec::with_capacity(path.0.len()));
        for step in &path.0 {
            let next = match (step, &node.value) {
                (Step::Key(key), Value::Object(members)) => members.find(key).map(|m| &m.value),
                (Step::At(at), Value::List(list)) => list.get(*at),
                (Step::At(0), _) => continue,
                _ => None,
            };
            match next {
                Some(next) => node = next,
                None => break,
            }
            found.push(step.clone());
        }
        (node.at, JsonPathBuf(found))
    }

    /// What a path is about, as `statement s1`; empty where that is the corpus itself or has no good id.
    pub fn row(&self, path: &JsonPathBuf) -> String {
        let found = path.row().and_then(|(list, at)| {
            let Value::List(rows) = &self.member(list)?.value else { return None };
            match &rows.get(at)?.member("id")?.value {
                Value::Text(Some(id)) => Some(row_name(list, id)),
                _ => None,
            }
        });
        found.unwrap_or_default()
    }

    fn member(&self, key: &str) -> Option<&JsonTree<'a>> {
        let Value::Object(members) = &self.value else { return None };
        members.find(key).map(|member| &member.value)
    }
}

/// A row by the list it stands in and its id; empty where this is no id.
pub fn row_name(list: &str, id: &str) -> String {
    const LISTS: [&str; 5] = ["coders", "actors", "issues", "documents", "statements"];
    let is_good = LISTS.contains(&list) && id.len() <= limits::SHORT && Id::new(id).is_some();
    if is_good { format!("{} {id}", list.trim_end_matches('s')) } else { String::new() }
}

struct Reader<'a> {
    file: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn node(&mut self, depth: usize) -> Option<JsonTree<'a>> {
        if depth > limits::DEPTH {
            return None;
        }
        self.space();
        let at = self.at;
        let value = match self.peek()? {
            b'{' => Value::Object(self.members(depth)?),
            b'[' => Value::List(self.list(depth)?),
            b'"' => Value::Text(self.text()),
            b't' | b'f' => self.word(Value::Flag),
            b'n' => self.word(Value::Null),
            _ => {
                self.word(Value::Null);
                Value::Number(self.file.get(at..self.at).unwrap_or_default())
            }
        };
        Some(JsonTree { at, value })
    }

    fn members(&mut self, depth: usize) -> Option<Members<'a, JsonTree<'a>>> {
        let mut members = Vec::new();
        while self.next_item(b'}') {
            let at = self.at;
            let text = self.text();
            let (sound, key) = (text.is_some(), text.unwrap_or_default());
            self.space();
            self.at += 1;
            members.push(Member { key, sound, at, value: self.node(depth + 1)? });
        }
        members.shrink_to_fit();
        Some(Members::of(members))
    }

    fn list(&mut self, depth: usize) -> Option<Vec<JsonTree<'a>>> {
        let mut list = Vec::new();
        while self.next_item(b']') {
            list.push(self.node(depth + 1)?);
        }
        list.shrink_to_fit();
        Some(list)
    }

    /// Passes the opening bracket or comma; `false` when it came to `end` and passed that.
    fn next_item(&mut self, end: u8) -> bool {
        self.space();
        if self.peek() != Some(end) {
            self.at += 1;
            self.space();
        }
        match self.peek() {
            None => false,
            Some(found) if found == end => {
                self.at += 1;
                false
            }
            Some(_) => true,
        }
    }

    /// A text, as it stands in the file where nothing in it is escaped.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        let (start, mut is_escaped) = (self.at, false);
        self.at += 1;
        while let Some(byte) = self.peek() {
            is_escaped |= byte == b'\\';
            self.at += if byte == b'\\' { 2 } else { 1 };
            if byte == b'"' {
                break;
            }
        }
        let written = self.file.get(start..self.at)?;
        if is_escaped {
            return serde_json::from_str(written).ok().map(Cow::Owned);
        }
        written.strip_prefix('"')?.strip_suffix('"').map(Cow::Borrowed)
    }

    fn word(&mut self, value: Value<'a>) -> Value<'a> {
        while self.peek().is_some_and(|byte| !b",]} \t\r\n".contains(&byte)) {
            self.at += 1;
        }
        value
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|byte| b" \t\r\n".contains(&byte)) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.file.as_bytes().get(self.at).copied()
    }
}

/// Turns bytes into lines and columns, both from 1.
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    pub fn of(file: &[u8]) -> LineIndex {
        let breaks = file.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        LineIndex { starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The byte at a line and column.
    pub fn byte(&self, line: usize, column: usize) -> usize {
        let start = line.checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or(0);
        start + column.saturating_sub(1)
    }

    pub fn line_column(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at);
        let start = line.checked_sub(1).and_then(|i| self.starts.get(i)).copied().unwrap_or(0);
        (line.max(1), at - start + 1)
    }
}
