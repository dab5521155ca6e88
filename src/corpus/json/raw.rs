//! The corpus file as it is written: the only types that serde reads. They promise nothing but their
//! shape; `validate` turns them into a `Corpus`. From one description `shapes!` makes each type, the walk that finds every
//! fault of shape with its place, and the published schema.

use super::shape::shapes;
pub use super::value::{DateText, IdText, Names, OneOrMore, Speaker, Token, UntilText};
use crate::corpus::IssueKind;
use crate::corpus::actor::ActorKind;
use crate::corpus::document::PartRole;
use crate::corpus::statement::{Act, Confidence, Kind, Relation, Stance};

shapes! {
    /// A whole file.
    struct Corpus {
        required {
            /// The version of this format: 1.
            "standpoint" format: u32,
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
            /// Last day, or .. while the role goes on.
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
            /// The text exactly as published, paragraphs separated by blank lines; single line breaks stay.
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
            /// Offset of the first code point.
            "start" start: Option<u32>,
            /// Offset of the code point behind the last.
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
            "spans" spans: Vec<QuotedWords>,
            /// How the words are given: quoted, paraphrased, both, or as words that the writer keeps at a distance.
            "kind" kind: Token<Kind>,
            /// Whose words: an id, a list for a joint statement, "@document", or null where nobody is named.
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
            /// The reporting clause, like "she said".
            "cue" cue: Option<TextSelector>,
            /// When it was said, if that is known.
            "date" date: Option<DateText>,
            /// The statement that this one stands inside.
            "parent" parent: Option<IdText>,
            /// What it does to an earlier statement of the same actor or body.
            "about" about: Option<About>,
            /// Where the speaker, or whoever it speaks of, stands.
            "positions" positions: Vec<Position>,
            /// Certainty of kind, speaker and relay.
            "confidence" confidence: Option<Token<Confidence>>,
            /// Anything a reader should know.
            "note" note: String,
        }
    }
    /// Words of a statement that stand together in the document.
    struct QuotedWords {
        required {
            /// The words as they stand in the text.
            "exact" exact: String,
        }
        optional {
            /// The words right before it.
            "prefix" prefix: String,
            /// The words right after it.
            "suffix" suffix: String,
            /// Offset of the first code point.
            "start" start: Option<u32>,
            /// Offset of the code point behind the last.
            "end" end: Option<u32>,
            /// Their language, where it is not the document's.
            "lang" lang: Option<String>,
            /// In a mixed statement: whether these words are the speaker's own.
            "quoted" quoted: Option<bool>,
        }
    }
    /// Words of the document, found by themselves, by what stands around them, or by offsets.
    struct TextSelector {
        required {
            /// The words as they stand in the text.
            "exact" exact: String,
        }
        optional {
            /// The words right before it.
            "prefix" prefix: String,
            /// The words right after it.
            "suffix" suffix: String,
            /// Offset of the first code point.
            "start" start: Option<u32>,
            /// Offset of the code point behind the last.
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
            /// The words by which it is passed on, like "according to".
            "cue" cue: Option<TextSelector>,
        }
    }
    /// What a statement does to an earlier one.
    struct About {
        required {
            /// The earlier statement.
            "statement" statement: IdText,
            /// Takes it back, puts it right, denies having been spoken for, or says the same words again.
            "relation" relation: Token<Relation>,
        }
        optional {}
    }
    /// A stance on an issue.
    struct Position {
        required {
            /// The issue.
            "issue" issue: IdText,
            /// The stance; "none": the words take no position. Where that cannot be told, the stance is "unclear".
            "stance" stance: Token<Stance>,
        }
        optional {
            /// Others to whom the speaker attributes this position.
            "holder" holder: OneOrMore<IdText>,
            /// The part of the statement that carries it.
            "spans" spans: Vec<TextSelector>,
            /// What the stance depends on.
            "condition" condition: OneOrMore<TextSelector>,
            /// How, where, with whom or how far.
            "terms" terms: OneOrMore<TextSelector>,
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
