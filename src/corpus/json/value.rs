//! The kinds of value that objects of the file hold, each with the shape that the walk and the schema know.

use super::shape::{Form, Shape, Shaped};
use crate::corpus::IssueKind;
use crate::corpus::actor::ActorKind;
use crate::corpus::document::PartRole;
use crate::corpus::statement::{Act, Confidence, Kind, Relation, Stance};
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident $form:ident)*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl Shaped for $name {
            fn shape() -> Shape {
                Shape::Text(Form::$form)
            }
        }
    )*};
}

texts! {
    /// A text that has to be an id.
    IdText Id
    /// A text that has to be a date.
    DateText Date
    /// A text that has to be a date or `..`.
    UntilText Until
}

/// The words of the file that stand for the values of a closed list.
pub trait Tokens: Copy + PartialEq + 'static {
    const FIRST: Self;
    const WORDS: &'static [&'static str];
    const VALUES: &'static [Self];
}

/// A value that the file writes as one of a few words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<T>(pub T);

impl<T: Tokens> Token<T> {
    /// The value that the file writes as `word`.
    pub fn of_word(word: &str) -> Option<Token<T>> {
        let at = T::WORDS.iter().position(|known| *known == word)?;
        T::VALUES.get(at).map(|value| Token(*value))
    }

    /// The word that the file writes for it.
    pub fn word(self) -> &'static str {
        let at = T::VALUES.iter().position(|value| *value == self.0);
        at.and_then(|at| T::WORDS.get(at)).copied().unwrap_or_default()
    }
}

impl<T: Tokens> Serialize for Token<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.word())
    }
}

impl<'de, T: Tokens> Deserialize<'de> for Token<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = std::borrow::Cow::<str>::deserialize(from)?;
        Token::of_word(&word).ok_or_else(|| D::Error::custom("unknown word"))
    }
}

impl<T: Tokens> Shaped for Token<T> {
    fn shape() -> Shape {
        Shape::Word(T::WORDS)
    }
}

/// What an object holds before its value is read; a required one always is.
impl<T: Tokens> Default for Token<T> {
    fn default() -> Self {
        Token(T::FIRST)
    }
}

macro_rules! tokens {
    ($($type:ident { $first_word:literal $first:ident $(, $word:literal $value:ident)* })*) => {$(
        impl Tokens for $type {
            const FIRST: Self = $type::$first;
            const WORDS: &'static [&'static str] = &[$first_word $(, $word)*];
            const VALUES: &'static [Self] = &[$type::$first $(, $type::$value)*];
        }
    )*};
}

tokens! {
    ActorKind { "person" Person, "organisation" Organisation, "state" State, "office" Office, "collective" Collective, "unnamed" Unnamed }
    IssueKind { "policy" Policy, "claim" Claim }
    PartRole { "heading" Heading, "pullquote" PullQuote, "attribution" Attribution, "dateline" Dateline }
    Kind { "direct" Direct, "indirect" Indirect, "mixed" Mixed, "scare" Scare }
    Act { "asserts" Asserts, "asks" Asks, "demands" Demands, "promises" Promises, "warns" Warns, "predicts" Predicts,
          "proposes" Proposes, "denies" Denies, "refuses" Refuses, "declines-to-comment" DeclinesToComment }
    Relation { "withdraws" Withdraws, "corrects" Corrects, "disowns" Disowns, "repeats" Repeats }
    Stance { "supports" Supports, "opposes" Opposes, "neutral" Neutral, "open" Open, "unclear" Unclear, "none" None }
    Confidence { "high" High, "medium" Medium, "low" Low }
}

impl Shaped for String {
    fn shape() -> Shape {
        Shape::Text(Form::Any)
    }
}

impl Shaped for bool {
    fn shape() -> Shape {
        Shape::Flag
    }
}

impl Shaped for u32 {
    fn shape() -> Shape {
        Shape::Number
    }
}

impl<T: Shaped> Shaped for Option<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn shrink(&mut self) {
        self.iter_mut().for_each(T::shrink);
    }
}

impl<T: Shaped> Shaped for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }

    fn shrink(&mut self) {
        self.shrink_to_fit();
    }
}

/// One thing, or a list of such.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum OneOrMore<T> {
    More(Vec<T>),
    One(T),
}

impl<T> OneOrMore<T> {
    pub fn as_slice(&self) -> &[T] {
        match self {
            OneOrMore::One(one) => std::slice::from_ref(one),
            OneOrMore::More(more) => more,
        }
    }

    pub fn as_mut_slice(&mut self) -> &mut [T] {
        match self {
            OneOrMore::One(one) => std::slice::from_mut(one),
            OneOrMore::More(more) => more,
        }
    }
}

impl<T> Default for OneOrMore<T> {
    fn default() -> Self {
        OneOrMore::More(Vec::new())
    }
}

impl<T: Shaped> Shaped for OneOrMore<T> {
    fn shape() -> Shape {
        Shape::OneOrMore(T::shape)
    }

    fn shrink(&mut self) {
        if let OneOrMore::More(more) = self {
            more.shrink_to_fit();
        }
    }
}

/// Whose words; ids are not checked yet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Option<OneOrMore<String>>")]
pub enum Speaker {
    #[default]
    Unnamed,
    Document,
    Actors(Vec<String>),
}

impl Shaped for Speaker {
    fn shape() -> Shape {
        Shape::Speaker
    }

    fn shrink(&mut self) {
        if let Speaker::Actors(actors) = self {
            actors.shrink_to_fit();
        }
    }
}

impl From<Option<OneOrMore<String>>> for Speaker {
    fn from(written: Option<OneOrMore<String>>) -> Speaker {
        match written {
            None => Speaker::Unnamed,
            Some(OneOrMore::One(word)) if word == "@document" => Speaker::Document,
            Some(OneOrMore::One(id)) => Speaker::Actors(vec![id]),
            Some(OneOrMore::More(ids)) => Speaker::Actors(ids),
        }
    }
}

impl Speaker {
    /// As the file has it. A list of one is a list only where its word alone would mean something else.
    pub fn written(&self) -> Option<OneOrMore<&str>> {
        match self {
            Speaker::Unnamed => None,
            Speaker::Document => Some(OneOrMore::One("@document")),
            Speaker::Actors(ids) => Some(match ids.as_slice() {
                [id] if id != "@document" => OneOrMore::One(id),
                ids => OneOrMore::More(ids.iter().map(String::as_str).collect()),
            }),
        }
    }
}

impl Serialize for Speaker {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(to)
    }
}

/// Texts by key, in the order of the file; a key twice is an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(pub Vec<(String, String)>);

impl Shaped for Names {
    fn shape() -> Shape {
        Shape::Map
    }

    fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Names;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("names")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                let mut names: Vec<(String, String)> = Vec::new();
                while let Some((key, name)) = map.next_entry::<String, String>()? {
                    names.push((key, name));
                }
                let mut keys: Vec<&str> = names.iter().map(|(key, _)| key.as_str()).collect();
                keys.sort_unstable();
                if keys.iter().zip(keys.iter().skip(1)).any(|(key, next)| key == next) {
                    return Err(A::Error::custom("duplicate key"));
                }
                Ok(Names(names))
            }
        }
        from.deserialize_map(Read)
    }
}

impl Serialize for Names {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_map(self.0.iter().map(|(key, name)| (key, name)))
    }
}
