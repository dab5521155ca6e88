//! The file format as data: one description of every object, from which come the types that read a file
//! (through [`shapes!`]), the walk that finds everything wrong with its shape, and the published schema.
//! They cannot drift apart. serde's derive would take a list for an object (`["x", "X"]`), and `schemars` would be a second
//! description.

use super::problem::Problem;
use super::tree::{JsonPath, JsonPathBuf, JsonTree, Member, Value};
use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use std::fmt;

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
}

/// Declares the objects of the file: types for serde, and the same as [`Shape`].
macro_rules! shapes {
    ($($(#[doc = $doc:literal])* struct $name:ident {
        required { $($(#[doc = $rdoc:literal])* $rkey:literal $rfield:ident: $rtype:ty,)* }
        optional { $($(#[doc = $odoc:literal])* $okey:literal $ofield:ident: $otype:ty,)* }
    })*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default)]
        pub struct $name {
            $($(#[doc = $rdoc])* pub $rfield: $rtype,)*
            $($(#[doc = $odoc])* pub $ofield: $otype,)*
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                struct Read;
                impl<'de> serde::de::Visitor<'de> for Read {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        #[allow(non_camel_case_types)]
                        enum Key { $($rfield,)* $($ofield,)* }
                        const KEYS: &[&str] = &[$($rkey,)* $($okey,)*];
                        const REQUIRED: usize = [$($rkey,)* ""].len() - 1;
                        let mut read = $name::default();
                        let mut seen = crate::corpus::json::shape::Seen::default();
                        while let Some(key) = map.next_key_seed(crate::corpus::json::shape::Keys(KEYS))? {
                            seen.note(key)?;
                            $(if key == Key::$rfield as usize { read.$rfield = map.next_value()?; continue; })*
                            $(if key == Key::$ofield as usize { read.$ofield = map.next_value::<Option<_>>()?.unwrap_or_default(); continue; })*
                        }
                        seen.all(REQUIRED)?;
                        Ok(read)
                    }
                }
                from.deserialize_map(Read)
            }
        }

        impl crate::corpus::json::shape::Shaped for $name {
            fn shape() -> crate::corpus::json::shape::Shape {
                const FIELDS: &[crate::corpus::json::shape::Field] = &[
                    $(crate::corpus::json::shape::Field { name: $rkey, required: true, shape: <$rtype as crate::corpus::json::shape::Shaped>::shape, #[cfg(not(target_arch = "wasm32"))] doc: concat!($($rdoc),*) },)*
                    $(crate::corpus::json::shape::Field { name: $okey, required: false, shape: <$otype as crate::corpus::json::shape::Shaped>::shape, #[cfg(not(target_arch = "wasm32"))] doc: concat!($($odoc),*) },)*
                ];
                crate::corpus::json::shape::Shape::Object(FIELDS)
            }
        }
    )*};
}
pub(super) use shapes;

/// Everything that is wrong with the shape of a file.
pub fn walk(node: &JsonTree, shape: Shape) -> Vec<(usize, JsonPathBuf, Problem)> {
    let mut found = Vec::new();
    Walk { found: &mut found }.value(node, shape, &JsonPath::Root);
    found
}

struct Walk<'a> {
    found: &'a mut Vec<(usize, JsonPathBuf, Problem)>,
}

impl Walk<'_> {
    fn value(&mut self, node: &JsonTree, shape: Shape, path: &JsonPath) {
        match (shape, &node.value) {
            (_, Value::Text(None)) => self.note(node.at, path, Problem::BrokenText),
            (Shape::Text(_), Value::Text(Some(_)))
            | (Shape::Flag, Value::Flag)
            | (Shape::Speaker, Value::Null | Value::Text(_)) => {}
            (Shape::Number, Value::Number(digits)) if digits.parse::<u32>().is_ok() => {}
            (Shape::Word(words), Value::Text(Some(word))) => {
                if !words.contains(&word.as_str()) {
                    let problem = Problem::UnknownWord { found: word.clone(), allowed: words.join(", ") };
                    self.note(node.at, path, problem);
                }
            }
            (Shape::Speaker, Value::List(list)) => self.list(list, Shape::Text(Form::Id), path),
            (Shape::List(of) | Shape::OneOrMore(of), Value::List(list)) => self.list(list, of(), path),
            (Shape::OneOrMore(of), _) => self.value(node, of(), path),
            (Shape::Map, Value::Object(members)) => {
                self.duplicates(members, path);
                for member in members {
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

    fn object(&mut self, at: usize, members: &[Member], fields: &'static [Field], path: &JsonPath) {
        self.duplicates(members, path);
        for field in fields.iter().filter(|f| f.required) {
            if !members.iter().any(|m| m.key == field.name) {
                self.note(at, path, Problem::MissingKey { key: field.name, wanted: wanted((field.shape)()) });
            }
        }
        for member in members {
            let path = path.key(&member.key);
            match fields.iter().find(|f| f.name == member.key) {
                Some(field) if !field.required && matches!(member.value.value, Value::Null) => {}
                Some(field) => self.value(&member.value, (field.shape)(), &path),
                None => {
                    let meant = fields.iter().map(|f| f.name).find(|name| is_near(name, &member.key));
                    self.note(member.at, &path, Problem::UnknownKey { key: member.key.clone(), meant });
                }
            }
        }
    }

    fn duplicates(&mut self, members: &[Member], path: &JsonPath) {
        for (at, member) in members.iter().enumerate() {
            if members.iter().take(at).any(|m| m.key == member.key) {
                self.note(member.at, &path.key(&member.key), Problem::DuplicateKey(member.key.clone()));
            }
        }
    }

    fn note(&mut self, at: usize, path: &JsonPath, problem: Problem) {
        self.found.push((at, path.steps(), problem));
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
    let fold = |text: &str| text.to_ascii_lowercase().replace(['-', '_', ' '], "").into_bytes();
    let (a, b) = (fold(a), fold(b));
    let front = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let back = a.iter().skip(front).rev().zip(b.iter().skip(front).rev()).take_while(|(a, b)| a == b).count();
    let (left, right) = (a.len() - front - back, b.len() - front - back);
    left.max(right) <= 1
        || (left, right) == (2, 2) && a.get(front) == b.get(front + 1) && a.get(front + 1) == b.get(front)
}

/// Finds a key of the file among the keys of an object.
pub struct Keys(pub &'static [&'static str]);

impl<'de> DeserializeSeed<'de> for Keys {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<usize, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Keys {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        self.0.iter().position(|known| *known == key).ok_or_else(|| E::custom("unknown key"))
    }
}

/// Which keys of an object were read, one bit each. Careful sentences come from the walk over the shape; here
/// it is enough that something is wrong.
#[derive(Default)]
pub struct Seen(u32);

impl Seen {
    pub fn note<E: Error>(&mut self, key: usize) -> Result<(), E> {
        let bit = 1 << key;
        if self.0 & bit != 0 {
            return Err(E::custom("duplicate key"));
        }
        self.0 |= bit;
        Ok(())
    }

    /// Whether the first so many keys, which are the required ones, were there.
    pub fn all<E: Error>(&self, required: usize) -> Result<(), E> {
        if self.0.trailing_ones() as usize >= required { Ok(()) } else { Err(E::custom("missing key")) }
    }
}
