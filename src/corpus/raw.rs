//! The corpus file as it is written: the only types that serde reads. They promise nothing but their
//! shape; `check` turns them into a `Corpus`.

use super::IssueKind;
use super::actor::ActorKind;
use super::document::PartRole;
use super::shape::{Form, Shape, Shaped, shapes};
use super::statement::{Act, Confidence, Kind, Stance};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

shapes! {
    /// A whole file.
    struct Corpus {
        required {
            /// The version of this format: 1.
            "standpoint" standpoint: u32,
            /// The corpus' id in addresses.
            "id" id: IdText,
            /// What the corpus is called.
            "title" title: String,
            /// The language of the corpus' own words, a BCP 47 tag.
            "language" language: String,
        }
        optional {
            /// Where this schema stands; ignored.
            "$schema" schema: String,
            /// Ids that the corpus had before; old links keep working.
            "former_ids" former_ids: Vec<IdText>,
            /// What it is about, in a sentence or two.
            "summary" summary: String,
            /// The version of this corpus.
            "version" version: String,
            /// When it was last changed.
            "updated" updated: Option<DateText>,
            /// Where errors are reported: a mailto: or https: address.
            "contact" contact: String,
            /// The licence; null is shown as "rights unknown".
            "license" license: String,
            /// Who or what coded the statements, how, and how well coders agreed.
            "method" method: String,
            /// Who coded.
            "coders" coders: Vec<Coder>,
            /// Who speaks, is spoken for, or is spoken of.
            "actors" actors: Vec<Actor>,
            /// Propositions on which actors take positions.
            "issues" issues: Vec<Issue>,
            /// The texts.
            "documents" documents: Vec<Document>,
            /// What was said.
            "statements" statements: Vec<Statement>,
        }
    }
    /// Somebody, or something, that coded statements.
    struct Coder {
        required {
            /// The coder's id.
            "id" id: IdText,
            /// The coder's name.
            "name" name: String,
        }
        optional {}
    }
    /// A person, body, state, office or unnamed source.
    struct Actor {
        required {
            /// The actor's id.
            "id" id: IdText,
            /// The name as the page shows it.
            "name" name: String,
            /// What kind of actor it is.
            "kind" kind: Token<ActorKind>,
        }
        optional {
            /// Ids that the actor had before.
            "former_ids" former_ids: Vec<IdText>,
            /// Other names in the texts; they help search and never resolve a speaker.
            "aliases" aliases: Vec<String>,
            /// Offices, with their dates; the first is the main one.
            "roles" roles: Vec<Role>,
            /// The body of which this actor is an organ.
            "part_of" part_of: Option<IdText>,
            /// Names in other languages, by language tag.
            "names" names: Names,
            /// Anything a reader should know.
            "note" note: String,
        }
    }
    /// What an actor was, and when.
    struct Role {
        required {
            /// The title of the office.
            "title" title: String,
        }
        optional {
            /// The body, state or office it belongs to.
            "of" of: Option<IdText>,
            /// First day, as far as it is known.
            "from" from: Option<DateText>,
            /// Last day, or .. for "still".
            "to" to: Option<UntilText>,
            /// A day on which a text shows the role.
            "attested" attested: Option<DateText>,
        }
    }
    /// A proposition.
    struct Issue {
        required {
            /// The issue's id.
            "id" id: IdText,
            /// A short name for a column.
            "label" label: String,
            /// The whole proposition, one sentence.
            "proposition" proposition: String,
        }
        optional {
            /// Something should be so (policy), or something is or will be so (claim).
            "type" kind: Option<Token<IssueKind>>,
            /// Ids that the issue had before.
            "former_ids" former_ids: Vec<IdText>,
        }
    }
    /// A text.
    struct Document {
        required {
            /// The document's id.
            "id" id: IdText,
            /// Its title.
            "title" title: String,
            /// When it was published.
            "date" date: DateText,
            /// The text exactly as published, paragraphs separated by blank lines.
            "text" text: String,
        }
        optional {
            /// Ids that the document had before.
            "former_ids" former_ids: Vec<IdText>,
            /// Its language, where it is not the corpus'.
            "language" language: Option<String>,
            /// Who published it.
            "publisher" publisher: String,
            /// Who wrote it.
            "author" author: String,
            /// Where it was published, http or https.
            "url" url: String,
            /// Where a copy is kept, http or https.
            "archived" archived: String,
            /// The licence of the text; null is shown as "rights unknown".
            "license" license: String,
            /// SHA-256 of the text, 64 hexadecimal digits.
            "sha256" sha256: String,
            /// Anything a reader should know.
            "note" note: String,
            /// Stretches that are not running prose.
            "structure" structure: Vec<Part>,
        }
    }
    /// A heading, pull quote, attribution or dateline.
    struct Part {
        required {
            /// What it is.
            "role" role: Token<PartRole>,
            /// Its words.
            "exact" exact: String,
        }
        optional {
            /// The words right before it.
            "prefix" prefix: String,
            /// The words right after it.
            "suffix" suffix: String,
            /// First code point.
            "start" start: Option<u32>,
            /// Code point after the last.
            "end" end: Option<u32>,
        }
    }
    /// One speaker's words under one reporting clause or in one quotation.
    struct Statement {
        required {
            /// The statement's id.
            "id" id: IdText,
            /// The document it stands in.
            "document" document: IdText,
            /// Its words; several spans are one split quotation.
            "spans" spans: Vec<Words>,
            /// How the words are given.
            "kind" kind: Token<Kind>,
            /// Whose words: an id, a list for a joint statement, "@document", or null when left open.
            "speaker" speaker: Speaker,
        }
        optional {
            /// Ids that the statement had before.
            "former_ids" former_ids: Vec<IdText>,
            /// What the speaker did by saying it.
            "act" act: Option<Token<Act>>,
            /// The body for which an officer or organ speaks.
            "on_behalf_of" on_behalf_of: Option<IdText>,
            /// Who passes the words on, outermost first.
            "via" via: Vec<Relay>,
            /// To whom it was said, if the text says so.
            "addressees" addressees: Vec<IdText>,
            /// Where or when it was said, in words.
            "occasion" occasion: String,
            /// The words that report it.
            "cue" cue: Option<Anchor>,
            /// When it was said, if that is known.
            "date" date: Option<DateText>,
            /// The statement that this one stands inside.
            "parent" parent: Option<IdText>,
            /// Where the speaker, or whoever it speaks of, stands.
            "positions" positions: Vec<Position>,
            /// Certainty of kind, speaker and relay.
            "confidence" confidence: Option<Token<Confidence>>,
            /// Anything a reader should know.
            "note" note: String,
        }
    }
    /// A stretch of a statement's words.
    struct Words {
        required {
            /// The words as they stand in the text.
            "exact" exact: String,
        }
        optional {
            /// The words right before it.
            "prefix" prefix: String,
            /// The words right after it.
            "suffix" suffix: String,
            /// First code point.
            "start" start: Option<u32>,
            /// Code point after the last.
            "end" end: Option<u32>,
            /// Their language, where it is not the document's.
            "lang" lang: Option<String>,
            /// In a mixed statement: whether these words are the speaker's own.
            "quoted" quoted: Option<bool>,
        }
    }
    /// Words of the text.
    struct Anchor {
        required {
            /// The words as they stand in the text.
            "exact" exact: String,
        }
        optional {
            /// The words right before it.
            "prefix" prefix: String,
            /// The words right after it.
            "suffix" suffix: String,
            /// First code point.
            "start" start: Option<u32>,
            /// Code point after the last.
            "end" end: Option<u32>,
            /// A short form for a table's cell; for conditions and terms.
            "label" label: String,
        }
    }
    /// One step of a relay.
    struct Relay {
        required {}
        optional {
            /// Who passes the words on; null for a bare "reportedly".
            "actor" actor: Option<IdText>,
            /// The words that say so.
            "cue" cue: Option<Anchor>,
        }
    }
    /// A stance on an issue.
    struct Position {
        required {
            /// The issue.
            "issue" issue: IdText,
            /// The stance; "none": takes no position, and the coder is sure.
            "stance" stance: Token<Stance>,
        }
        optional {
            /// Others to whom the speaker attributes this position.
            "holder" holder: OneOrMore<IdText>,
            /// The part of the statement that carries it.
            "spans" spans: Vec<Anchor>,
            /// What the stance depends on.
            "condition" condition: OneOrMore<Anchor>,
            /// How, where, with whom or how far.
            "terms" terms: OneOrMore<Anchor>,
            /// Whether a word of the text weakens it.
            "hedged" hedged: bool,
            /// Why it was coded so.
            "rationale" rationale: String,
            /// Who coded it.
            "coder" coder: Option<IdText>,
            /// Certainty of this position.
            "confidence" confidence: Option<Token<Confidence>>,
        }
    }
}

/// Absent and null mean the same as empty.
pub fn or_default<'de, D: Deserializer<'de>, T: Default + Deserialize<'de>>(from: D) -> Result<T, D::Error> {
    Ok(Option::<T>::deserialize(from)?.unwrap_or_default())
}

macro_rules! texts {
    ($($(#[doc = $doc:literal])* $name:ident $form:ident)*) => {$(
        $(#[doc = $doc])*
        #[derive(Debug, Clone, serde::Deserialize)]
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

macro_rules! tokens {
    ($($type:ident { $($word:literal $value:ident),* })*) => {$(
        impl Tokens for $type {
            const WORDS: &'static [&'static str] = &[$($word),*];
            const VALUES: &'static [Self] = &[$($type::$value),*];
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
#[derive(Debug, Clone)]
pub enum Speaker {
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
