//! A checked corpus as bytes, for a program that need not check it again: `build` writes them, and so does the
//! checker that stands beside the page; the page reads nothing else. Printer and parser side by side. Reading
//! never fails half-way: bytes that end too early give empty values, and a sum over all of them, looked at
//! first, tells whether they are whole.

use super::actor::{Actor, ActorKind, Role, Until};
use super::date::PartialDate;
use super::document::{Document, Part, PartRole, WebAddress};
use super::edition::{Edition, Extent, Lost, Parts};
use super::id::{ActorIx, CoderIx, DocumentIx, Id, IssueIx, Key, StatementIx, Table};
use super::lookup::Index;
use super::statement::{Act, Confidence, Kind, Labelled, Position, Relay, Speaker, Stance, Statement, Words};
use super::text::{Span, Text};
use super::{Coder, Corpus, Issue, IssueKind};

/// Changes whenever what follows is written otherwise.
const MARK: &[u8] = b"standpoint tables 3\n";

impl Edition {
    pub fn to_tables(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.lost.put(&mut bytes);
        (self.stated as u32).put(&mut bytes);
        match &self.extent {
            Extent::Whole => None,
            Extent::Head(parts, _) => Some(parts.clone()),
        }
        .put(&mut bytes);
        self.corpus.put(&mut bytes);
        sealed(&bytes)
    }

    /// `None` when the bytes are not whole, of another version, or hold what no corpus could have written.
    pub fn from_tables(bytes: &[u8]) -> Option<Edition> {
        let from = &mut Bytes::new(unsealed(bytes)?);
        let (lost, stated) = (take(from), u32::take(from) as usize);
        let parts: Option<Parts> = take(from);
        let extent = parts.map_or(Extent::Whole, |parts| Extent::Head(parts, None));
        let corpus = take(from);
        from.is_read_whole().then_some(Edition { lost, stated, extent, corpus })
    }
}

/// Bytes with a mark of their version and a sum over them.
pub(super) fn sealed(bytes: &[u8]) -> Vec<u8> {
    [MARK, &sum(bytes).to_le_bytes(), bytes].concat()
}

/// The bytes that were sealed; `None` when they are not whole, or of another version.
pub(super) fn unsealed(bytes: &[u8]) -> Option<&[u8]> {
    let (stated, rest) = bytes.strip_prefix(MARK)?.split_first_chunk::<4>()?;
    (u32::from_le_bytes(*stated) == sum(rest)).then_some(rest)
}

/// FNV-1a: tells whole bytes from broken ones, and one file from another that was put in its place. No guard
/// against malice; `boot.js` computes the same.
pub fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// What is left to read.
pub(super) struct Bytes<'a> {
    rest: &'a [u8],
    /// How many rows each table has, as far as that is known.
    rows: [usize; 5],
    /// Whether something was read that nothing could have written: a key behind the end of its table, a value of no list,
    /// more than there is.
    is_broken: bool,
}

impl<'a> Bytes<'a> {
    fn new(rest: &'a [u8]) -> Bytes<'a> {
        Bytes { rest, rows: [0; 5], is_broken: false }
    }

    /// Bytes with keys into a corpus that is known already.
    pub fn of(corpus: &Corpus, rest: &'a [u8]) -> Bytes<'a> {
        let mut bytes = Bytes::new(rest);
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
    pub fn is_read_whole(&self) -> bool {
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
pub(super) trait Kept: Sized {
    fn put(&self, to: &mut Vec<u8>);
    fn take(from: &mut Bytes) -> Self;
}

fn take<T: Kept>(from: &mut Bytes) -> T {
    T::take(from)
}

impl Kept for u32 {
    fn put(&self, to: &mut Vec<u8>) {
        let mut rest = *self;
        while rest > 127 {
            to.push(rest as u8 | 128);
            rest >>= 7;
        }
        to.push(rest as u8);
    }

    fn take(from: &mut Bytes) -> u32 {
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

impl Kept for bool {
    fn put(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }

    fn take(from: &mut Bytes) -> bool {
        let byte = from.byte();
        from.is_broken |= byte > 1;
        byte == 1
    }
}

impl Kept for String {
    fn put(&self, to: &mut Vec<u8>) {
        (self.len() as u32).put(to);
        to.extend_from_slice(self.as_bytes());
    }

    fn take(from: &mut Bytes) -> String {
        let length = u32::take(from) as usize;
        let bytes = from.rest.split_off(..length);
        from.or_broken(bytes.and_then(|bytes| String::from_utf8(bytes.to_vec()).ok()))
    }
}

impl<T: Kept> Kept for Option<T> {
    fn put(&self, to: &mut Vec<u8>) {
        self.is_some().put(to);
        if let Some(value) = self {
            value.put(to);
        }
    }

    fn take(from: &mut Bytes) -> Option<T> {
        bool::take(from).then(|| take(from))
    }
}

impl<T: Kept> Kept for Vec<T> {
    fn put(&self, to: &mut Vec<u8>) {
        (self.len() as u32).put(to);
        self.iter().for_each(|row| row.put(to));
    }

    fn take(from: &mut Bytes) -> Vec<T> {
        let length = u32::take(from) as usize;
        // A row takes a byte at least: no more can follow than there are bytes.
        from.is_broken |= length > from.rest.len();
        let length = length.min(from.rest.len());
        let mut rows = Vec::with_capacity(length);
        for _ in 0..length {
            rows.push(take(from));
        }
        rows
    }
}

impl<A: Kept, B: Kept> Kept for (A, B) {
    fn put(&self, to: &mut Vec<u8>) {
        self.0.put(to);
        self.1.put(to);
    }

    fn take(from: &mut Bytes) -> (A, B) {
        (take(from), take(from))
    }
}

macro_rules! kept {
    ($($name:ident { $($field:ident)* })*) => {$(
        impl Kept for $name {
            fn put(&self, to: &mut Vec<u8>) {
                $(self.$field.put(to);)*
            }

            fn take(from: &mut Bytes) -> $name {
                $(let $field = take(from);)*
                $name { $($field),* }
            }
        }
    )*};
}

kept! {
    Lost { statement words problems }
    Parts { whole documents }
    Coder { id name }
    Actor { id former_ids name kind aliases roles part_of names note }
    Role { title of from to attested }
    Issue { id former_ids label proposition kind }
    Document { id former_ids title date language publisher author url archived license sha256 note text structure }
    Part { role span }
    Statement {
        id former_ids document spans kind act speaker on_behalf_of via addressees occasion cue date parent positions
        confidence note sum
    }
    Words { span quoted lang }
    Relay { by cue }
    Position { issue stance holder spans condition terms hedged rationale coder confidence }
    Labelled { span label }
}

/// Small values of a closed list, by their place in it.
macro_rules! places {
    ($($name:ident [$first:ident $($value:ident)*])*) => {$(
        impl Kept for $name {
            fn put(&self, to: &mut Vec<u8>) {
                to.push(*self as u8);
            }

            fn take(from: &mut Bytes) -> $name {
                const ALL: &[$name] = &[$name::$first, $($name::$value),*];
                let value = ALL.get(from.byte() as usize).copied();
                from.is_broken |= value.is_none();
                value.unwrap_or($name::$first)
            }
        }
    )*};
}

places! {
    ActorKind [Person Organisation State Office Collective Unnamed]
    IssueKind [Policy Claim]
    PartRole [Heading PullQuote Attribution Dateline]
    Kind [Direct Mixed Indirect Scare]
    Act [Asserts Asks Demands Promises Warns Predicts Proposes Denies Refuses DeclinesToComment]
    Stance [Supports Opposes Neutral Open Unclear None]
    Confidence [High Medium Low]
}

/// Values that are one other value, and come back from it.
macro_rules! wraps {
    ($($name:ident: $inner:ty, $out:expr, $back:expr;)*) => {$(
        impl Kept for $name {
            fn put(&self, to: &mut Vec<u8>) {
                let out: fn(&$name) -> $inner = $out;
                out(self).put(to);
            }

            fn take(from: &mut Bytes) -> $name {
                let back: fn($inner) -> $name = $back;
                back(take(from))
            }
        }
    )*};
}

wraps! {
    Id: String, |id| id.as_str().to_owned(), |text| Id::or_none(&text);
    WebAddress: String, |address| address.as_str().to_owned(), WebAddress::kept;
    Text: String, |text| text.as_str().to_owned(), Text::new;
    Span: (u32, u32), |span| (span.start(), span.end() - span.start()), |(start, length)| Span::kept(start, length);
    PartialDate: u32, |date| date.packed(), PartialDate::unpacked;
    Until: Option<PartialDate>, |until| match until { Until::Still => None, Until::Date(date) => Some(*date) },
        |date| date.map_or(Until::Still, Until::Date);
    Speaker: (bool, Vec<ActorIx>), |speaker| (*speaker == Speaker::Document, speaker.actors().to_vec()),
        |(document, actors)| match (document, actors.is_empty()) {
            (true, _) => Speaker::Document,
            (_, true) => Speaker::Nobody,
            _ => Speaker::Actors(actors),
        };
}

/// Keys, which have to point into a table that was begun before.
macro_rules! keys {
    ($($name:ident)*) => {$(
        impl Kept for $name {
            fn put(&self, to: &mut Vec<u8>) {
                (self.position() as u32).put(to);
            }

            fn take(from: &mut Bytes) -> $name {
                let at = u32::take(from);
                let rows = from.rows.get($name::TABLE).copied().unwrap_or(0);
                from.is_broken |= at as usize >= rows;
                $name::at(at)
            }
        }
    )*};
}

keys! { ActorIx CoderIx DocumentIx IssueIx StatementIx }

impl<K: Key, T: Kept> Kept for Table<K, T> {
    fn put(&self, to: &mut Vec<u8>) {
        (self.len() as u32).put(to);
        self.iter().for_each(|(_, row)| row.put(to));
    }

    fn take(from: &mut Bytes) -> Table<K, T> {
        // Rows may refer to rows of their own table.
        let rows = u32::take(&mut Bytes::new(from.rest));
        from.expect::<K>(rows as usize);
        Table::new(take(from))
    }
}

impl Kept for Corpus {
    fn put(&self, to: &mut Vec<u8>) {
        self.id.put(to);
        self.former_ids.put(to);
        self.title.put(to);
        self.summary.put(to);
        self.language.put(to);
        self.version.put(to);
        self.updated.put(to);
        self.contact.put(to);
        self.license.put(to);
        self.method.put(to);
        self.coders.put(to);
        self.actors.put(to);
        self.issues.put(to);
        self.documents.put(to);
        self.statements.put(to);
    }

    fn take(from: &mut Bytes) -> Corpus {
        let (id, former_ids, title, summary) = (take(from), take(from), take(from), take(from));
        let (language, version, updated, contact) = (take(from), take(from), take(from), take(from));
        let (license, method, coders) = (take(from), take(from), take(from));
        let (actors, issues, documents, statements) = (take(from), take(from), take(from), take(from));
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
