//! The corpus file as it is written: the only types that serde reads. They promise nothing but their shape;
//! `validate` turns them into a `Corpus`. From one description `shapes!` makes each type, the walk that finds every
//! fault of shape with its place, the published schema, and what writes a file: in the order in which keys stand
//! here.

use super::objects::shapes;
pub use super::value::{DateText, IdText, Names, OneOrMore, Speaker, Token, Tokens, UntilText};
use super::write;
use crate::corpus::IssueKind;
use crate::corpus::actor::ActorKind;
use crate::corpus::document::PartRole;
use crate::corpus::statement::{Act, Confidence, Kind, Relation, Stance};

shapes! {
    /// A whole file.
    struct Corpus {
        /// Where this schema stands; ignored.
        optional "$schema" schema: String,
        /// The version of this format: 1.
        required "standpoint" format: u32,
        /// The corpus' id in addresses.
        required "id" id: IdText,
        /// Ids that the corpus had before; old links keep working.
        optional "former_ids" former_ids: Vec<IdText>,
        /// What the corpus is called.
        required "title" title: String,
        /// What it is about, in a sentence or two.
        optional "summary" summary: String,
        /// The language of the corpus' own words, a BCP 47 tag.
        required "language" language: String,
        /// The version of this corpus.
        optional "version" version: String,
        /// When it was last changed.
        optional "updated" updated: Option<DateText>,
        /// Where errors are reported: a mailto: or https: address.
        optional "contact" contact: String,
        /// The licence; null is shown as "rights unknown".
        optional "license" license: String,
        /// Who or what coded the statements, how, and how well coders agreed.
        optional "method" method: String,
        /// Who coded.
        optional "coders" coders: Vec<Coder>,
        /// Who speaks, is spoken for, or is spoken of.
        optional "actors" actors: Vec<Actor>,
        /// Propositions on which actors take positions.
        optional "issues" issues: Vec<Issue>,
        /// The texts.
        optional "documents" documents: Vec<Document>,
        /// What was said.
        optional "statements" statements: Vec<Statement>,
    }
    /// Somebody, or something, that coded statements.
    struct Coder {
        /// The coder's id.
        required "id" id: IdText,
        /// The coder's name.
        required "name" name: String,
    }
    /// A person, body, state, office or unnamed source.
    struct Actor {
        /// The actor's id.
        required "id" id: IdText,
        /// The name as the page shows it.
        required "name" name: String,
        /// What kind of actor it is.
        required "kind" kind: Token<ActorKind>,
        /// Other names in the texts; they help search and never resolve a speaker.
        optional "aliases" aliases: Vec<String>,
        /// Offices, with their dates; the first is the main one.
        optional "roles" roles: Vec<Role>,
        /// The body of which this actor is an organ.
        optional "part_of" part_of: Option<IdText>,
        /// Names in other languages, by language tag.
        optional "names" names: Names,
        /// Ids that the actor had before.
        optional "former_ids" former_ids: Vec<IdText>,
        /// Anything a reader should know.
        optional "note" note: String,
    }
    /// What an actor was, and when.
    struct Role {
        /// The title of the office.
        required "title" title: String,
        /// The body, state or office it belongs to.
        optional "of" of: Option<IdText>,
        /// First day, as far as it is known.
        optional "from" from: Option<DateText>,
        /// Last day, or .. while the role goes on.
        optional "to" to: Option<UntilText>,
        /// A day on which a text shows the role.
        optional "attested" attested: Option<DateText>,
    }
    /// A proposition.
    struct Issue {
        /// The issue's id.
        required "id" id: IdText,
        /// A short name for a column.
        required "label" label: String,
        /// The whole proposition, one sentence.
        required "proposition" proposition: String,
        /// Something should be so (policy), or something is or will be so (claim).
        optional "type" kind: Option<Token<IssueKind>>,
        /// Ids that the issue had before.
        optional "former_ids" former_ids: Vec<IdText>,
    }
    /// A text.
    struct Document {
        /// The document's id.
        required "id" id: IdText,
        /// Ids that the document had before.
        optional "former_ids" former_ids: Vec<IdText>,
        /// Its title.
        required "title" title: String,
        /// When it was published.
        required "date" date: DateText,
        /// Its language, where it is not the corpus'.
        optional "language" language: Option<String>,
        /// Who published it.
        optional "publisher" publisher: String,
        /// Who wrote it.
        optional "author" author: String,
        /// Where it was published, http or https.
        optional "url" url: String,
        /// Where a copy is kept, http or https.
        optional "archived" archived: String,
        /// The licence of the text; null is shown as "rights unknown".
        optional "license" license: String,
        /// SHA-256 of the text, 64 hexadecimal digits.
        optional "sha256" sha256: String,
        /// Anything a reader should know.
        optional "note" note: String,
        /// The text exactly as published, paragraphs separated by blank lines; single line breaks stay.
        required "text" text: String,
        /// Stretches that are not running prose.
        optional "structure" structure: Vec<Part>,
    }
    /// A heading, pull quote, attribution or dateline.
    struct Part {
        /// What it is.
        required "role" role: Token<PartRole>,
        /// Its words.
        required "exact" exact: String,
        /// The words right before it.
        optional "prefix" prefix: String,
        /// The words right after it.
        optional "suffix" suffix: String,
        /// Offset of the first code point.
        optional "start" start: Option<u32>,
        /// Offset of the code point behind the last.
        optional "end" end: Option<u32>,
    }
    /// One speaker's words under one reporting clause or in one quotation.
    struct Statement {
        /// The statement's id.
        required "id" id: IdText,
        /// Ids that the statement had before.
        optional "former_ids" former_ids: Vec<IdText>,
        /// The document it stands in.
        required "document" document: IdText,
        /// Its words; several spans are one split quotation.
        required "spans" spans: Vec<QuotedWords>,
        /// How the words are given: quoted, paraphrased, both, or as words that the writer keeps at a distance.
        required "kind" kind: Token<Kind>,
        /// What the speaker did by saying it.
        optional "act" act: Option<Token<Act>>,
        /// Whose words: an id, a list for a joint statement, "@document", or null where nobody is named.
        required "speaker" speaker: Speaker,
        /// The body for which an officer or organ speaks.
        optional "on_behalf_of" on_behalf_of: Option<IdText>,
        /// Who passes the words on, outermost first.
        optional "via" via: Vec<Relay>,
        /// To whom it was said, if the text says so.
        optional "addressees" addressees: Vec<IdText>,
        /// Where or when it was said, in words.
        optional "occasion" occasion: String,
        /// The reporting clause, like "she said".
        optional "cue" cue: Option<TextSelector>,
        /// When it was said, if that is known.
        optional "date" date: Option<DateText>,
        /// The statement that this one stands inside.
        optional "parent" parent: Option<IdText>,
        /// What it does to an earlier statement of the same actor or body.
        optional "about" about: Option<About>,
        /// Where the speaker, or whoever it speaks of, stands.
        optional "positions" positions: Vec<Position>,
        /// Certainty of kind, speaker and relay.
        optional "confidence" confidence: Option<Token<Confidence>>,
        /// Anything a reader should know.
        optional "note" note: String,
    }
    /// Words of a statement that stand together in the document.
    struct QuotedWords {
        /// The words as they stand in the text.
        required "exact" exact: String,
        /// The words right before it.
        optional "prefix" prefix: String,
        /// The words right after it.
        optional "suffix" suffix: String,
        /// Offset of the first code point.
        optional "start" start: Option<u32>,
        /// Offset of the code point behind the last.
        optional "end" end: Option<u32>,
        /// Their language, where it is not the document's.
        optional "lang" lang: Option<String>,
        /// In a mixed statement: whether these words are the speaker's own.
        optional "quoted" quoted: Option<bool>,
    }
    /// Words of the document, found by themselves, by what stands around them, or by offsets.
    struct TextSelector {
        /// The words as they stand in the text.
        required "exact" exact: String,
        /// The words right before it.
        optional "prefix" prefix: String,
        /// The words right after it.
        optional "suffix" suffix: String,
        /// Offset of the first code point.
        optional "start" start: Option<u32>,
        /// Offset of the code point behind the last.
        optional "end" end: Option<u32>,
        /// A short form for a table's cell; for conditions and terms.
        optional "label" label: String,
    }
    /// One step of a relay.
    struct Relay {
        /// Who passes the words on; null for a bare "reportedly".
        optional "actor" actor: Option<IdText>,
        /// The words by which it is passed on, like "according to".
        optional "cue" cue: Option<TextSelector>,
    }
    /// What a statement does to an earlier one.
    struct About {
        /// The earlier statement.
        required "statement" statement: IdText,
        /// Takes it back, puts it right, denies having been spoken for, or says the same words again.
        required "relation" relation: Token<Relation>,
    }
    /// A stance on an issue.
    struct Position {
        /// The issue.
        required "issue" issue: IdText,
        /// The stance; "none": the words take no position. Where that cannot be told, the stance is "unclear".
        required "stance" stance: Token<Stance>,
        /// Others to whom the speaker attributes this position.
        optional "holder" holder: OneOrMore<IdText>,
        /// The part of the statement that carries it.
        optional "spans" spans: Vec<TextSelector>,
        /// What the stance depends on.
        optional "condition" condition: OneOrMore<TextSelector>,
        /// How, where, with whom or how far.
        optional "terms" terms: OneOrMore<TextSelector>,
        /// Whether a word of the text weakens it.
        optional "hedged" hedged: bool,
        /// Why it was coded so.
        optional "rationale" rationale: String,
        /// Who coded it.
        optional "coder" coder: Option<IdText>,
        /// Certainty of this position.
        optional "confidence" confidence: Option<Token<Confidence>>,
    }
}

impl Corpus {
    /// The file's text, with a line break at its end. [`Corpus::read`] makes an equal file of it.
    pub fn to_json(&self) -> String {
        write::file(self)
    }
}
