//! The file format as data, from which come the walk that finds everything wrong with a file's shape, and the published
//! schema. What it consists of is said once, in `raw.rs`.

use super::findings::{Finding, Findings};
use super::members::Members;
use super::problem::Problem;
use super::tree::{JsonPath, JsonTree, Value};

/// What a value may be.
#[derive(Clone, Copy)]
pub enum Shape {
    Text(Form),
    Flag,
    Number,
    /// One of these words.
    Word(&'static [&'static str]),
    /// An id, a list of ids, `@document`, or null.
    Speaker,
    List(fn() -> Shape),
    OneOrMore(fn() -> Shape),
    /// Any keys, each with a text.
    Map,
    Object(&'static [Field]),
}

/// What a text has to look like.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Any,
    Id,
    Date,
    /// A date, or `..` for "still".
    Until,
}

#[derive(Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub required: bool,
    pub shape: fn() -> Shape,
    /// What it means, for the schema, which only native programs print.
    #[cfg(not(target_arch = "wasm32"))]
    pub doc: &'static str,
}

pub trait Shaped {
    fn shape() -> Shape;

    /// Gives back the room that was taken for more of the same while it was read.
    fn shrink(&mut self) {}
}

/// Everything that is wrong with the shape of a file.
pub fn walk(node: &JsonTree, shape: Shape) -> Findings<Problem> {
    let mut walk = Walk::default();
    walk.value(node, shape, &JsonPath::Root);
    walk.found
}

#[derive(Default)]
struct Walk {
    found: Findings<Problem>,
}

impl Walk {
    fn value(&mut self, node: &JsonTree, shape: Shape, path: &JsonPath) {
        match (shape, &node.value) {
            (_, Value::Text(None)) => self.note(node.at, path, Problem::BrokenText),
            (Shape::Text(_), Value::Text(Some(_)))
            | (Shape::Flag, Value::Flag)
            | (Shape::Speaker, Value::Null | Value::Text(_)) => {}
            (Shape::Number, Value::Number(digits)) if digits.parse::<u32>().is_ok() => {}
            (Shape::Word(words), Value::Text(Some(word))) => {
                if !words.contains(&word.as_ref()) {
                    let problem = Problem::UnknownWord { found: word.to_string(), allowed: words.join(", ") };
                    self.note(node.at, path, problem);
                }
            }
            (Shape::Speaker, Value::List(list)) => self.list(list, Shape::Text(Form::Id), path),
            (Shape::List(of) | Shape::OneOrMore(of), Value::List(list)) => self.list(list, of(), path),
            (Shape::OneOrMore(of), _) => self.value(node, of(), path),
            (Shape::Map, Value::Object(members)) => {
                self.duplicates(members, path);
                for member in members.iter() {
                    if !member.sound {
                        self.note(member.at, path, Problem::BrokenText);
                    }
                    self.value(&member.value, Shape::Text(Form::Any), &path.key(&member.key));
                }
            }
            (Shape::Object(fields), Value::Object(members)) => self.object(node.at, members, fields, path),
            (shape, value) => {
                let problem = Problem::WrongType { wanted: wanted(shape), found: found(value) };
                self.note(node.at, path, problem);
            }
        }
    }

    fn list(&mut self, list: &[JsonTree], shape: Shape, path: &JsonPath) {
        for (at, node) in list.iter().enumerate() {
            self.value(node, shape, &path.at(at));
        }
    }

    fn object(
        &mut self,
        at: usize,
        members: &Members<'_, JsonTree<'_>>,
        fields: &'static [Field],
        path: &JsonPath,
    ) {
        self.duplicates(members, path);
        for field in fields.iter().filter(|f| f.required) {
            if members.find(field.name).is_none() {
                self.note(at, path, Problem::MissingKey { key: field.name, wanted: wanted((field.shape)()) });
            }
        }
        for member in members.iter() {
            let path = path.key(&member.key);
            match fields.iter().find(|f| f.name == member.key) {
                Some(field) if !field.required && matches!(member.value.value, Value::Null) => {}
                Some(field) => self.value(&member.value, (field.shape)(), &path),
                None => {
                    let meant = fields.iter().map(|f| f.name).find(|name| is_near(name, &member.key));
                    self.note(member.at, &path, Problem::UnknownKey { key: member.key.to_string(), meant });
                }
            }
        }
    }

    fn duplicates(&mut self, members: &Members<'_, JsonTree<'_>>, path: &JsonPath) {
        for member in members.duplicates() {
            self.note(member.at, &path.key(&member.key), Problem::DuplicateKey(member.key.to_string()));
        }
    }

    fn note(&mut self, at: usize, path: &JsonPath, problem: Problem) {
        self.found.add(Finding { at, path: path.steps(), found: problem });
    }
}

fn wanted(shape: Shape) -> String {
    match shape {
        Shape::Text(Form::Id) => "an id".to_owned(),
        Shape::Text(Form::Date | Form::Until) => "a date in quotation marks".to_owned(),
        Shape::Text(Form::Any) => "a text".to_owned(),
        Shape::Flag => "true or false".to_owned(),
        Shape::Number => "a whole number from 0".to_owned(),
        Shape::Word(words) => format!("one of {}", words.join(", ")),
        Shape::Speaker => "an id, a list of ids, \"@document\" or null".to_owned(),
        Shape::List(of) => match wanted(of()).strip_prefix("an object") {
            Some(with) => format!("a list in [ ] of objects{with}"),
            None => "a list in [ ]".to_owned(),
        },
        Shape::OneOrMore(of) => format!("{} or a list of such", wanted(of())),
        Shape::Object(fields) => {
            let keys: Vec<String> = fields
                .iter()
                .filter(|field| field.required)
                .map(|field| format!("\"{}\"", field.name))
                .collect();
            match keys.split_last() {
                None => "an object".to_owned(),
                Some((only, [])) => format!("an object with {only}"),
                Some((last, others)) => format!("an object with {} and {last}", others.join(", ")),
            }
        }
        Shape::Map => "an object".to_owned(),
    }
}

fn found(value: &Value) -> &'static str {
    match value {
        Value::Object(_) => "an object",
        Value::List(_) => "a list",
        Value::Text(_) => "a text",
        Value::Number(_) => "a number",
        Value::Flag => "true or false",
        Value::Null => "null",
    }
}

/// Whether two keys or ids differ by one letter put in, left out, changed or swapped, by case, or by `-` for `_`.
pub fn is_near(a: &str, b: &str) -> bool {
    Likeness::of(a).is_near(b)
}

/// A key or id as it is compared with many others: most differ so much in their lengths that nothing else is compared.
pub struct Likeness(Vec<char>);

impl Likeness {
    pub fn of(text: &str) -> Likeness {
        Likeness(letters(text).collect())
    }

    pub fn is_near(&self, other: &str) -> bool {
        let a = &self.0;
        // One more than is compared is enough to know.
        let b: Vec<char> = letters(other).take(a.len() + 2).collect();
        if a.len().abs_diff(b.len()) > 1 {
            return false;
        }
        let front = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
        let back =
            a.iter().skip(front).rev().zip(b.iter().skip(front).rev()).take_while(|(a, b)| a == b).count();
        let (left, right) = (a.len() - front - back, b.len() - front - back);
        left.max(right) <= 1
            || (left, right) == (2, 2) && a.get(front) == b.get(front + 1) && a.get(front + 1) == b.get(front)
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).map(|c| c.to_ascii_lowercase())
}
