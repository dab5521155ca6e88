//! The kinds of value that objects of the file hold, each with the shape that the walk and the schema know.

use super::IssueKind;
use super::actor::ActorKind;
use super::document::PartRole;
use super::shape::{Form, Shape, Shaped};
use super::statement::{Act, Confidence, Kind, Stance};
use serde::de::value::MapAccessDeserializer;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use std::fmt;
use std::marker::PhantomData;

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

macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident $form:ident)*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, serde::Deserialize)]
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
pub trait Tokens: Copy + 'static {
    const FIRST: Self;
    const WORDS: &'static [&'static str];
    const VALUES: &'static [Self];
}

/// A value that the file writes as one of a few words.
#[derive(Debug, Clone, Copy)]
pub struct Token<T>(pub T);

impl<'de, T: Tokens> Deserialize<'de> for Token<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let word = std::borrow::Cow::<str>::deserialize(from)?;
        let at = T::WORDS.iter().position(|known| *known == word);
        at.and_then(|at| T::VALUES.get(at))
            .map(|value| Token(*value))
            .ok_or_else(|| D::Error::custom("unknown word"))
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
}

impl<T: Shaped> Shaped for Vec<T> {
    fn shape() -> Shape {
        Shape::List(T::shape)
    }
}

/// One thing, or a list of such.
#[derive(Debug, Clone)]
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
}

impl<T> Default for OneOrMore<T> {
    fn default() -> Self {
        OneOrMore::More(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMore<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Read<T> {
            type Value = OneOrMore<T>;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("one or a list")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<Self::Value, E> {
                T::deserialize(word.into_deserializer()).map(OneOrMore::One)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(OneOrMore::One)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::new();
                while let Some(one) = list.next_element()? {
                    all.push(one);
                }
                Ok(OneOrMore::More(all))
            }
        }
        from.deserialize_any(Read(PhantomData))
    }
}

impl<T: Shaped> Shaped for OneOrMore<T> {
    fn shape() -> Shape {
        Shape::OneOrMore(T::shape)
    }
}

/// Whose words; ids are not checked yet.
#[derive(Debug, Clone, Default)]
pub enum Speaker {
    #[default]
    Nobody,
    Document,
    Actors(Vec<String>),
}

impl Shaped for Speaker {
    fn shape() -> Shape {
        Shape::Speaker
    }
}

impl<'de> Deserialize<'de> for Speaker {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Read;
        impl<'de> Visitor<'de> for Read {
            type Value = Speaker;

            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a speaker")
            }

            fn visit_unit<E>(self) -> Result<Speaker, E> {
                Ok(Speaker::Nobody)
            }

            fn visit_str<E>(self, word: &str) -> Result<Speaker, E> {
                Ok(if word == "@document" {
                    Speaker::Document
                } else {
                    Speaker::Actors(vec![word.to_owned()])
                })
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Speaker, A::Error> {
                let mut all = Vec::new();
                while let Some(id) = list.next_element()? {
                    all.push(id);
                }
                Ok(Speaker::Actors(all))
            }
        }
        from.deserialize_any(Read)
    }
}

/// Texts by key, in the order of the file; a key twice is an error.
#[derive(Debug, Clone, Default)]
pub struct Names(pub Vec<(String, String)>);

impl Shaped for Names {
    fn shape() -> Shape {
        Shape::Map
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
                    if names.iter().any(|(known, _)| *known == key) {
                        return Err(A::Error::custom("duplicate key"));
                    }
                    names.push((key, name));
                }
                Ok(Names(names))
            }
        }
        from.deserialize_map(Read)
    }
}
