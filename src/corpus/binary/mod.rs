//! The binary form of a validated corpus. `standpoint build` and the validator write it; the page reads nothing else, and
//! therefore validates only the checksum, the range of keys, and that nothing is missing or left over. Encoder and
//! decoder stand side by side. `postcard` was measured: 29 ms more on a slow network before the first filter works.

mod columns;
mod shards;

use super::actor::{Actor, ActorKind, Role, Until};
use super::date::PartialDate;
use super::document::{Document, Part, PartRole, WebAddress};
use super::id::{ActorIx, CoderIx, DocumentIx, Id, IssueIx, Key, StatementIx, Table};
use super::index::Index;
use super::snapshot::{Loaded, Orphan, ShardPaths, Snapshot};
use super::statement::{
    About, Act, Confidence, Kind, LabelledSpan, Relation, Relay, Speaker, Stance, StatementSpan,
};
use super::text::{Span, Text};
use super::{Coder, Corpus, Issue, IssueKind};

/// Changes whenever what follows is written otherwise.
const MAGIC: &[u8] = b"standpoint tables 6\n";

impl Snapshot {
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.orphans.encode(&mut bytes);
        (self.statement_count as u32).encode(&mut bytes);
        match &self.loaded {
            Loaded::Everything => None,
            Loaded::Index(parts, _) => Some(parts.clone()),
        }
        .encode(&mut bytes);
        self.corpus.encode(&mut bytes);
        with_header(&bytes)
    }

    /// `None` when the bytes are not whole, of another version, or hold what no corpus could have written.
    pub fn from_bytes(bytes: &[u8]) -> Option<Snapshot> {
        let from = &mut Decoder::new(strip_header(bytes)?);
        let (orphans, statement_count) = (decode(from), u32::decode(from) as usize);
        let parts: Option<ShardPaths> = decode(from);
        let loaded = parts.map_or(Loaded::Everything, |parts| Loaded::Index(parts, None));
        let corpus = decode(from);
        from.is_complete().then_some(Snapshot { orphans, statement_count, loaded, corpus })
    }
}

/// Bytes behind the magic number of their version and a checksum.
pub(super) fn with_header(bytes: &[u8]) -> Vec<u8> {
    [MAGIC, &checksum(bytes).to_le_bytes(), bytes].concat()
}

/// The bytes behind a header; `None` when they are not whole, or of another version.
pub(super) fn strip_header(bytes: &[u8]) -> Option<&[u8]> {
    let (stated, rest) = bytes.strip_prefix(MAGIC)?.split_first_chunk::<4>()?;
    (u32::from_le_bytes(*stated) == checksum(rest)).then_some(rest)
}

/// FNV-1a: tells whole bytes from broken ones, and one file from another that was put in its place. No guard
/// against malice; `checksum.js` computes the same.
pub fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// What is left to read.
pub(super) struct Decoder<'a> {
    rest: &'a [u8],
    /// How many rows each table has, as far as that is known.
    rows: [usize; 5],
    /// Whether something was read that nothing could have written: a key behind the end of its table, a value of no
    /// list, more than there is.
    is_broken: bool,
}

impl<'a> Decoder<'a> {
    fn new(rest: &'a [u8]) -> Decoder<'a> {
        Decoder { rest, rows: [0; 5], is_broken: false }
    }

    /// A decoder of bytes with keys into a corpus that is known already.
    pub fn of(corpus: &Corpus, rest: &'a [u8]) -> Decoder<'a> {
        let mut bytes = Decoder::new(rest);
        bytes.expect::<ActorIx>(corpus.actors.len());
        bytes.expect::<CoderIx>(corpus.coders.len());
        bytes.expect::<DocumentIx>(corpus.documents.len());
        bytes.expect::<IssueIx>(corpus.issues.len());
        bytes.expect::<StatementIx>(corpus.statements.len());
        bytes
    }

    fn expect<K: Key>(&mut self, rows: usize) {
        self.rows.get_mut(K::TABLE).into_iter().for_each(|known| *known = rows);
    }

    /// Whether all was read, and nothing else.
    pub fn is_complete(&self) -> bool {
        !self.is_broken && self.rest.is_empty()
    }

    fn byte(&mut self) -> u8 {
        let byte = self.rest.split_off_first().copied();
        self.or_broken(byte)
    }

    fn or_broken<T: Default>(&mut self, value: Option<T>) -> T {
        self.is_broken |= value.is_none();
        value.unwrap_or_default()
    }
}

/// What can be written and read back.
pub(super) trait Codec: Sized {
    fn encode(&self, to: &mut Vec<u8>);
    fn decode(from: &mut Decoder) -> Self;
}

/// What lists are made of. The length of a list stands before its rows.
pub(super) trait Row: Sized {
    fn encode_rows(rows: &[&Self], to: &mut Vec<u8>);
    fn decode_rows(count: usize, from: &mut Decoder) -> Vec<Self>;
}

/// Most lists are short: one row stands after the other.
impl<T: Codec> Row for T {
    fn encode_rows(rows: &[&T], to: &mut Vec<u8>) {
        rows.iter().for_each(|row| row.encode(to));
    }

    fn decode_rows(count: usize, from: &mut Decoder) -> Vec<T> {
        let mut rows = Vec::with_capacity(count);
        for _ in 0..count {
            rows.push(decode(from));
        }
        rows
    }
}

fn decode<T: Codec>(from: &mut Decoder) -> T {
    T::decode(from)
}

impl Codec for u32 {
    fn encode(&self, to: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 127 {
            to.push(rest as u8 | 128);
            rest >>= 7;
        }
        to.push(rest as u8);
    }

    fn decode(from: &mut Decoder) -> u32 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = from.byte();
            number |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 || shift > 28 {
                return number;
            }
        }
    }
}

impl Codec for bool {
    fn encode(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }

    fn decode(from: &mut Decoder) -> bool {
        let byte = from.byte();
        from.is_broken |= byte > 1;
        byte == 1
    }
}

impl Codec for String {
    fn encode(&self, to: &mut Vec<u8>) {
        (self.len() as u32).encode(to);
        to.extend_from_slice(self.as_bytes());
    }

    fn decode(from: &mut Decoder) -> String {
        let length = u32::decode(from) as usize;
        let bytes = from.rest.split_off(..length);
        from.or_broken(bytes.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()))
    }
}

impl<T: Codec> Codec for Option<T> {
    fn encode(&self, to: &mut Vec<u8>) {
        self.is_some().encode(to);
        if let Some(value) = self {
            value.encode(to);
        }
    }

    fn decode(from: &mut Decoder) -> Option<T> {
        bool::decode(from).then(|| decode(from))
    }
}

impl<T: Row> Codec for Vec<T> {
    fn encode(&self, to: &mut Vec<u8>) {
        (self.len() as u32).encode(to);
        T::encode_rows(&self.iter().collect::<Vec<_>>(), to);
    }

    fn decode(from: &mut Decoder) -> Vec<T> {
        let length = u32::decode(from) as usize;
        // A row takes a byte at least: no more can follow than there are bytes.
        from.is_broken |= length > from.rest.len();
        T::decode_rows(length.min(from.rest.len()), from)
    }
}

impl<A: Codec, B: Codec> Codec for (A, B) {
    fn encode(&self, to: &mut Vec<u8>) {
        self.0.encode(to);
        self.1.encode(to);
    }

    fn decode(from: &mut Decoder) -> (A, B) {
        (decode(from), decode(from))
    }
}

macro_rules! codec_struct {
    ($($name:ident { $($field:ident)* })*) => {$(
        impl Codec for $name {
            fn encode(&self, to: &mut Vec<u8>) {
                $(self.$field.encode(to);)*
            }

            fn decode(from: &mut Decoder) -> $name {
                $(let $field = decode(from);)*
                $name { $($field),* }
            }
        }
    )*};
}

codec_struct! {
    Orphan { statement words problems }
    ShardPaths { everything documents }
    Coder { id name }
    Actor { id former_ids name kind aliases roles part_of names note }
    Role { title of from to attested }
    Issue { id former_ids label proposition kind }
    Document { id former_ids title date language publisher author url archived license sha256 note text structure }
    Part { role span }
    StatementSpan { span quoted lang }
    Relay { by cue }
    About { statement relation }
    LabelledSpan { span label }
}

/// Small values of a closed list, by their place in it.
macro_rules! codec_enum {
    ($($name:ident [$first:ident $($value:ident)*])*) => {$(
        impl Codec for $name {
            fn encode(&self, to: &mut Vec<u8>) {
                to.push(*self as u8);
            }

            fn decode(from: &mut Decoder) -> $name {
                const ALL: &[$name] = &[$name::$first, $($name::$value),*];
                let value = ALL.get(from.byte() as usize).copied();
                from.is_broken |= value.is_none();
                value.unwrap_or($name::$first)
            }
        }
    )*};
}

codec_enum! {
    ActorKind [Person Organisation State Office Collective Unnamed]
    IssueKind [Policy Claim]
    PartRole [Heading PullQuote Attribution Dateline]
    Kind [Direct Mixed Indirect Scare]
    Act [Asserts Asks Demands Promises Warns Predicts Proposes Denies Refuses DeclinesToComment]
    Relation [Withdraws Corrects Disowns Repeats]
    Stance [Supports Opposes Neutral Open Unclear None]
    Confidence [High Medium Low]
}

/// Values that are one other value, and come back from it.
macro_rules! codec_via {
    ($($name:ident: $inner:ty, $out:expr, $back:expr;)*) => {$(
        impl Codec for $name {
            fn encode(&self, to: &mut Vec<u8>) {
                let out: fn(&$name) -> $inner = $out;
                out(self).encode(to);
            }

            fn decode(from: &mut Decoder) -> $name {
                let back: fn($inner) -> $name = $back;
                back(decode(from))
            }
        }
    )*};
}

codec_via! {
    Id: String, |id| id.as_str().to_owned(), |text| Id::or_empty(&text);
    WebAddress: String, |address| address.as_str().to_owned(), WebAddress::kept;
    Text: String, |text| text.as_str().to_owned(), Text::new;
    Span: (u32, u32), |span| (span.start(), span.end() - span.start()), |(start, length)| Span::kept(start, length);
    PartialDate: u32, |date| date.packed(), PartialDate::unpacked;
    Until: Option<PartialDate>, |until| match until { Until::Still => None, Until::Date(date) => Some(*date) },
        |date| date.map_or(Until::Still, Until::Date);
    Speaker: (bool, Vec<ActorIx>), |speaker| (*speaker == Speaker::Document, speaker.actors().to_vec()),
        |(document, actors)| match (document, actors.is_empty()) {
            (true, _) => Speaker::Document,
            (_, true) => Speaker::Unnamed,
            _ => Speaker::Actors(actors),
        };
}

/// Keys, which have to point into a table that was begun before.
macro_rules! keys {
    ($($name:ident)*) => {$(
        impl Codec for $name {
            fn encode(&self, to: &mut Vec<u8>) {
                (self.position() as u32).encode(to);
            }

            fn decode(from: &mut Decoder) -> $name {
                let at = u32::decode(from);
                let rows = from.rows.get($name::TABLE).copied().unwrap_or(0);
                from.is_broken |= at as usize >= rows;
                $name::at(at)
            }
        }
    )*};
}

keys! { ActorIx CoderIx DocumentIx IssueIx StatementIx }

impl<K: Key, T: Row> Codec for Table<K, T> {
    fn encode(&self, to: &mut Vec<u8>) {
        (self.len() as u32).encode(to);
        T::encode_rows(&self.iter().map(|(_, row)| row).collect::<Vec<_>>(), to);
    }

    fn decode(from: &mut Decoder) -> Table<K, T> {
        // Rows may refer to rows of their own table.
        let rows = u32::decode(&mut Decoder::new(from.rest));
        from.expect::<K>(rows as usize);
        Table::new(decode(from))
    }
}

impl Codec for Corpus {
    fn encode(&self, to: &mut Vec<u8>) {
        self.id.encode(to);
        self.former_ids.encode(to);
        self.title.encode(to);
        self.summary.encode(to);
        self.language.encode(to);
        self.version.encode(to);
        self.updated.encode(to);
        self.contact.encode(to);
        self.license.encode(to);
        self.method.encode(to);
        self.coders.encode(to);
        self.actors.encode(to);
        self.issues.encode(to);
        self.documents.encode(to);
        self.statements.encode(to);
    }

    fn decode(from: &mut Decoder) -> Corpus {
        let (id, former_ids, title, summary) = (decode(from), decode(from), decode(from), decode(from));
        let (language, version, updated, contact) = (decode(from), decode(from), decode(from), decode(from));
        let (license, method, coders) = (decode(from), decode(from), decode(from));
        let (actors, issues, documents, statements) =
            (decode(from), decode(from), decode(from), decode(from));
        let index = Index::of(&actors, &issues, &documents, &statements);
        Corpus {
            id,
            former_ids,
            title,
            summary,
            language,
            version,
            updated,
            contact,
            license,
            method,
            coders,
            actors,
            issues,
            documents,
            statements,
            index,
        }
    }
}
