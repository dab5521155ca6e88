//! Each problem of a corpus file as one plain sentence: what it is, and what to write instead. Words of the file or of a
//! document stand in typographic quotation marks, and nothing else does; what is to be written stands as JSON writes it.

use super::language_tag;
use super::nearest::Near;
use super::problem::Problem;
use super::quote::{quoted, short};
use super::syntax::OpenDelimiter;
use std::fmt;

/// How many things there are behind those that are listed, as `… and 3 more problems`; `what` is one of them.
#[cfg(not(target_arch = "wasm32"))]
pub fn and_more(number: usize, what: &str) -> String {
    format!("… and {number} more {what}{}", if number == 1 { "" } else { "s" })
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotUtf8
            | Problem::Utf16
            | Problem::Compressed(_)
            | Problem::NotJson(_)
            | Problem::EmptyFile
            | Problem::CutOff(_)
            | Problem::NewerFormat(_)
            | Problem::NoFormat
            | Problem::WrongFormat { .. } => self.of_file(f),
            Problem::WrongType { .. }
            | Problem::UnknownWord { .. }
            | Problem::UnknownKey { .. }
            | Problem::DuplicateKey(_)
            | Problem::MissingKey { .. }
            | Problem::BrokenText
            | Problem::TooDeep
            | Problem::TooLarge { .. } => self.of_shape(f),
            Problem::NotFound { .. }
            | Problem::Ambiguous { .. }
            | Problem::ContextDisagrees { .. }
            | Problem::OffsetsDisagree { .. }
            | Problem::OutOfRange { .. } => self.of_words(f),
            Problem::NoSpeaker
            | Problem::NoSpans
            | Problem::QuotedMissing
            | Problem::QuotedAgainstKind
            | Problem::CodedTwice { .. }
            | Problem::Overlap
            | Problem::PartsOverlap
            | Problem::OutsideParent(_)
            | Problem::OtherDocument(_)
            | Problem::ParentNotPlaced(_)
            | Problem::OutsideStatement
            | Problem::HolderSpeaks(_)
            | Problem::HolderSpokenFor(_)
            | Problem::AboutSomebodyElse(_)
            | Problem::AboutLater(_)
            | Problem::NestedTooDeep => self.of_statement(f),
            Problem::TooLong { .. }
            | Problem::Empty
            | Problem::ControlCharacter(_)
            | Problem::BadId(_)
            | Problem::ReservedId(_)
            | Problem::UnportableId(_)
            | Problem::DuplicateId { .. }
            | Problem::UnknownReference { .. }
            | Problem::DocumentAmongActors
            | Problem::BadDate(_)
            | Problem::DatesReversed
            | Problem::BadAddress(_)
            | Problem::BadContact(_)
            | Problem::BadLanguage(_)
            | Problem::BadSum
            | Problem::Cycle { .. } => self.of_value(f),
        }
    }
}

impl Problem {
    fn of_file(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotUtf8 => write!(f, "the file is not UTF-8 from here on; save it in this encoding"),
            Problem::Utf16 => write!(f, "the file is UTF-16; save it as UTF-8"),
            Problem::Compressed(form) => write!(f, "the file is compressed ({form}); unpack it first"),
            Problem::NotJson(syntax) => write!(f, "this is not JSON: {syntax}"),
            Problem::EmptyFile => write!(f, "the file is empty"),
            Problem::CutOff(Some(OpenDelimiter { delimiter, line })) => write!(
                f,
                "the file ends while the {delimiter} of line {line} is still open; close it, or get the file again if it was cut off"
            ),
            Problem::CutOff(None) => {
                write!(f, "the file ends in the middle; it was probably cut off, so get it again")
            }
            Problem::NewerFormat(version) => write!(
                f,
                "this corpus is written in format {version}, and this reader knows format 1; use a newer Standpoint"
            ),
            Problem::WrongFormat { is_text: true } => {
                write!(f, "“standpoint” must be the number 1, without quotation marks")
            }
            Problem::WrongFormat { is_text: false } => write!(f, "“standpoint” must be the number 1"),
            _ => write!(f, "this is no corpus: a corpus stands in {{ }} and begins with \"standpoint\": 1"),
        }
    }

    fn of_shape(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::WrongType { wanted, found } => write!(f, "{found} stands where {wanted} was expected"),
            Problem::UnknownWord { found, allowed } => {
                write!(f, "{} cannot stand here; choose one of {allowed}", quoted(found))
            }
            Problem::UnknownKey { key, meant: Some(meant) } => {
                write!(f, "unknown key {}; did you mean \"{meant}\"?", quoted(key))
            }
            Problem::UnknownKey { key, meant: None } => write!(f, "unknown key {}; remove it", quoted(key)),
            Problem::DuplicateKey(key) => {
                write!(f, "the key {} stands here a second time; keep one", quoted(key))
            }
            Problem::MissingKey { key, wanted } => {
                write!(f, "the key \"{key}\" is missing; add it, with {wanted}")
            }
            Problem::BrokenText => write!(
                f,
                "this text holds half a surrogate pair, which is no character; write the character itself"
            ),
            Problem::TooLarge { what, limit } => write!(f, "more than {limit} {what}; split the corpus"),
            _ => write!(f, "brackets stand inside each other too deeply; no key needs more than seven"),
        }
    }

    fn of_value(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::TooLong { limit } => write!(f, "this text is longer than {limit} bytes; shorten it"),
            Problem::Empty => write!(f, "this text is empty; write at least a word"),
            Problem::ControlCharacter(c) => {
                write!(f, "the control character U+{:04X} stands in this text; remove it", *c as u32)
            }
            Problem::BadId(id) => write!(f, "{} is no id: use a–z, 0–9, then also . _ -", quoted(id)),
            Problem::ReservedId(id) => {
                write!(f, "{} is a word that a site uses in its own addresses; choose another id", quoted(id))
            }
            Problem::UnportableId(id) => write!(
                f,
                "{} cannot be the name of a folder on Windows, where a site may be unpacked; choose another id",
                quoted(id)
            ),
            Problem::DuplicateId { id, what } => {
                write!(f, "the {what} id {} is taken already; choose another", quoted(id))
            }
            Problem::UnknownReference { id, what, meant: Some(meant) } => {
                write!(f, "there is no {what} {} in this corpus; did you mean {}?", quoted(id), quoted(meant))
            }
            Problem::UnknownReference { id, what, meant: None } => write!(
                f,
                "there is no {what} {} in this corpus; add it to \"{what}s\", or write the id of another",
                quoted(id)
            ),
            Problem::DocumentAmongActors => {
                write!(f, "“@document” is a speaker that stands alone; here write the id of an actor")
            }
            Problem::BadDate(date) if date.starts_with(['-', '−']) || date.starts_with("0000") => write!(
                f,
                "{} lies before the year 0001, for which this format has no dates; write in a note when it was",
                quoted(date)
            ),
            Problem::BadDate(date) => {
                write!(f, "{} is no date: write YYYY, YYYY-MM or YYYY-MM-DD", quoted(date))
            }
            Problem::DatesReversed => write!(f, "this ends before it begins; put \"from\" and \"to\" right"),
            Problem::BadAddress(address) => write!(
                f,
                "{} is no address that a reader may follow: it must begin with https:// or http:// and name a host",
                quoted(address)
            ),
            Problem::BadContact(contact) => write!(
                f,
                "{} is no way to reach somebody: write mailto: and a mail address, or a web address",
                quoted(contact)
            ),
            Problem::BadLanguage(tag) => match language_tag::meant(tag) {
                Some(meant) => write!(f, "{} is no language tag; write \"{meant}\"", quoted(tag)),
                None => write!(f, "{} is no language tag; write one like en, uk or pt-BR", quoted(tag)),
            },
            Problem::BadSum => {
                write!(f, "a SHA-256 sum has 64 digits, 0–9 and a–f; write all of them, or leave the key out")
            }
            Problem::Cycle { ids, what } => write!(
                f,
                "{what} leads round in a circle: {}; leave one of them out",
                short(&ids.join(" → "))
            ),
            _ => Ok(()),
        }
    }

    fn of_words(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NotFound { words, near } => {
                write!(f, "these words are not in the document: {}", quoted(words))?;
                match near {
                    Some(Near::Alike(found, differences)) => {
                        write!(f, ". The document has {}", quoted(found))?;
                        for (at, difference) in differences.iter().enumerate() {
                            let before = match at {
                                0 => ", with",
                                _ if at + 1 < differences.len() => ",",
                                _ => " and",
                            };
                            write!(f, "{before} {difference}")?;
                        }
                        write!(f, ".")
                    }
                    Some(Near::Passage(found)) => write!(f, ". Nearest to them is {}.", quoted(found)),
                    None => write!(f, "; copy them from its text"),
                }
            }
            Problem::Ambiguous { words, times } => {
                let often = if *times == 2 { "twice".to_owned() } else { format!("{times} times") };
                write!(
                    f,
                    "these words stand there {often}: {}; add \"prefix\": \"the words right before\" or \"suffix\": \"the words right after\"",
                    quoted(words)
                )
            }
            Problem::ContextDisagrees { before, after } => {
                write!(f, "the words are there, but not with this prefix and suffix around them; there ")?;
                match (before.as_str(), after.as_str()) {
                    ("", "") => write!(f, "they are all of the text"),
                    ("", after) => write!(f, "the text begins with them, and {} follows", quoted(after)),
                    (before, "") => {
                        write!(f, "{} stands before them, and the text ends with them", quoted(before))
                    }
                    (before, after) => {
                        write!(f, "{} stands before them and {} behind", quoted(before), quoted(after))
                    }
                }
            }
            Problem::OffsetsDisagree { found, start, end } => write!(
                f,
                "at this start and end the document has other words: {}; write \"start\": {start}, \"end\": {end}",
                quoted(found)
            ),
            Problem::OutOfRange { length } => write!(
                f,
                "start and end do not lie in the document, which has {length} code points; leave both out, or put them right"
            ),
            _ => Ok(()),
        }
    }

    fn of_statement(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::NestedTooDeep => {
                write!(f, "statements stand inside statements more than {} deep", super::limits::NESTED)
            }
            Problem::NoSpeaker => {
                write!(f, "an empty list of speakers; write null when the text leaves it open")
            }
            Problem::NoSpans => {
                write!(
                    f,
                    "a statement has at least one span of words; write [{{ \"exact\": \"the words\" }}]"
                )
            }
            Problem::QuotedMissing => write!(
                f,
                "kind is mixed: write \"quoted\": true on the speaker’s own words and \"quoted\": false on the rest (or make it direct or indirect)"
            ),
            Problem::QuotedAgainstKind => write!(
                f,
                "“quoted” contradicts the kind of this statement; make it mixed or leave the key out"
            ),
            Problem::CodedTwice { issue, coder, has_holder } => {
                write!(f, "this statement has two positions on {}", quoted(issue))?;
                if let Some(coder) = coder {
                    write!(f, " by the coder {}", quoted(coder))?;
                }
                if *has_holder {
                    write!(f, " for the same holder")?;
                }
                write!(f, "; keep one, or make two statements")
            }
            Problem::Overlap => {
                write!(f, "these words share letters with another span of the same statement; join the two")
            }
            Problem::PartsOverlap => {
                write!(f, "these words share letters with another part of the structure; keep one")
            }
            Problem::OutsideParent(parent) => write!(
                f,
                "these words are not inside those of the parent {}; leave the parent out, or give it more words",
                quoted(parent)
            ),
            Problem::OtherDocument(parent) => write!(
                f,
                "the parent {} is a statement of another document; leave it out, or put the document right",
                quoted(parent)
            ),
            Problem::ParentNotPlaced(parent) => {
                write!(f, "its parent {} could not be placed; mend that first", quoted(parent))
            }
            Problem::OutsideStatement => write!(
                f,
                "these words are not inside the statement; take words of its own spans, or add them there"
            ),
            Problem::HolderSpeaks(id) => write!(
                f,
                "{} speaks here, so that its position needs no holder; leave the holder out, and give whoever else is spoken of a position of their own",
                quoted(id)
            ),
            Problem::HolderSpokenFor(id) => write!(
                f,
                "the statement is on behalf of {}, so that its position needs no holder; leave the holder out, and give whoever else is spoken of a position of their own",
                quoted(id)
            ),
            Problem::AboutSomebodyElse(id) => write!(
                f,
                "{} is neither by the same actor nor for the same body; about names an earlier statement of one’s own",
                quoted(id)
            ),
            Problem::AboutLater(id) => {
                write!(f, "{} was said later; about names an earlier statement", quoted(id))
            }
            _ => Ok(()),
        }
    }
}
