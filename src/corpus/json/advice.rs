//! What a file is warned of: it can be shown, but hardly as its author means it. Each warning is a sentence that says what
//! to do. A file with problems is warned, too, as far as its shape is sound.

use super::findings::{Finding, Findings, Places};
use super::hard_wrap::is_hard_wrapped;
use super::language_tag;
use super::problem;
use super::quotations::{self, Found};
use super::quote::quoted;
use super::raw;
use super::selector::TextSelector;
use super::tree::JsonPath;
use super::unused;
use crate::corpus::Corpus;
use crate::corpus::date::PartialDate;
use crate::corpus::document::PartRole;
use crate::corpus::quotation::{Marks, ends_inside, marks};
use crate::corpus::statement::Kind;
use crate::corpus::text::{Span, Text};
use std::collections::HashMap;
use std::fmt;

/// A warning with its place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// From 1.
    pub line: usize,
    /// In bytes, from 1.
    pub column: usize,
    /// What it is about, as `statement s1, spans[0]`.
    pub about: String,
    pub advice: Advice,
}

/// The first warnings about a file, in its order, and how many there are besides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Warnings {
    pub listed: Vec<Warning>,
    pub more: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// Quoted words were selected with the marks around them.
    MarksInside,
    /// A quotation ends and another begins inside words that are given as one.
    QuotationEnds,
    /// Lines of a text end where a page was full.
    HardWrapped,
    UnusedActor,
    UnusedIssue,
    /// A tag that passes for one and names no language, with the one that was probably meant.
    LanguageTag {
        tag: String,
        meant: Option<&'static str>,
    },
    /// A condition or terms whose words stand in no paragraph of their statement.
    OtherParagraph(&'static str),
    /// A statement later than the document that it stands in.
    LaterThanDocument {
        said: PartialDate,
        published: PartialDate,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.about, self.advice)
    }
}

impl fmt::Display for Advice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Advice::MarksInside => write!(
                f,
                "the quotation marks at the ends are not the speaker’s words; leave them out of \"exact\", the page sets its own"
            ),
            Advice::QuotationEnds => write!(
                f,
                "a quotation ends inside these words and another begins; make two spans of them, and leave out what stands between"
            ),
            Advice::HardWrapped => write!(
                f,
                "lines of this text end in the middle of sentences, as in a PDF or a mail; write each paragraph on one line and \"\\n\\n\" between two, since single line breaks are shown as they stand, for verse and minutes"
            ),
            Advice::UnusedActor => write!(
                f,
                "no statement, role or other actor names this actor; name it where it belongs, take it out, or say in its \"note\" why it stands here"
            ),
            Advice::UnusedIssue => {
                write!(f, "no position is on this issue; code one, or take the issue out of \"issues\"")
            }
            Advice::LanguageTag { tag, meant: Some(meant) } => {
                write!(f, "{} is no tag that browsers know a language by; write \"{meant}\"", quoted(tag))
            }
            Advice::LanguageTag { tag, meant: None } => write!(
                f,
                "{} has not the shape of a language tag (BCP 47); write one like en, uk or pt-BR",
                quoted(tag)
            ),
            Advice::OtherParagraph(what) => write!(
                f,
                "the words of this {what} stand in no paragraph of the statement; take those that stand beside it, or give the statement a span there"
            ),
            Advice::LaterThanDocument { said, published } => write!(
                f,
                "the statement is dated {said}, after the document that reports it, {published}; put one of the two dates right"
            ),
        }
    }
}

impl Corpus {
    /// Warnings about a file, in its order; none where its shape cannot be read.
    pub fn warnings(bytes: &[u8]) -> Warnings {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let Ok(file) = std::str::from_utf8(bytes) else { return Warnings::default() };
        let Ok(raw) = serde_json::from_str::<raw::Corpus>(file) else { return Warnings::default() };
        let places = Places::of(file);
        let mut adviser = Adviser { raw: &raw, places: &places, found: Findings::default() };
        adviser.read();
        if adviser.found.is_empty() {
            return Warnings::default();
        }
        let (first, more) = adviser.found.first();
        let lines = places.lines();
        let located = first.into_iter().map(|Finding { at, path, found }| {
            let (line, column) = lines.line_column(at);
            let about = problem::about(&places.row(&path), &path.written());
            Warning { line, column, about, advice: found }
        });
        Warnings { listed: located.collect(), more }
    }
}

struct Adviser<'a> {
    raw: &'a raw::Corpus,
    places: &'a Places<'a>,
    found: Findings<Advice>,
}

impl Adviser<'_> {
    fn read(&mut self) {
        let raw = self.raw;
        self.language(Some(&raw.language), &JsonPath::Root.key("language"));
        let list = JsonPath::Root.key("actors");
        for (at, actor) in raw.actors.iter().enumerate() {
            for (tag, _) in &actor.names.0 {
                self.language(Some(tag), &list.at(at).key("names").key(tag));
            }
        }
        for at in unused::actors(raw) {
            self.note(&list.at(at), Advice::UnusedActor);
        }
        let list = JsonPath::Root.key("issues");
        for at in unused::issues(raw) {
            self.note(&list.at(at), Advice::UnusedIssue);
        }
        let list = JsonPath::Root.key("documents");
        for (at, document) in raw.documents.iter().enumerate() {
            if is_hard_wrapped(&document.text) {
                self.note(&list.at(at).key("text"), Advice::HardWrapped);
            }
            self.language(document.language.as_ref(), &list.at(at).key("language"));
        }
        let list = JsonPath::Root.key("statements");
        let mut by_document: HashMap<&str, Vec<(usize, &raw::Statement)>> = HashMap::new();
        for (at, statement) in raw.statements.iter().enumerate() {
            self.spans(statement, &list.at(at).key("spans"));
            by_document.entry(&statement.document.0).or_default().push((at, statement));
        }
        // One after the other: what is known of a document takes more room than its text.
        for document in &raw.documents {
            let own = by_document.remove(document.id.0.as_str()).unwrap_or_default();
            let statements = own.iter().map(|(_, statement)| *statement);
            let known = Known::of(document, statements.filter(|statement| has_surroundings(statement)));
            for (at, statement) in own {
                self.date(statement, &known, &list.at(at).key("date"));
                self.positions(statement, &known, &list.at(at).key("positions"));
            }
        }
    }

    /// What is wrong enough to be a problem is told as one.
    fn language(&mut self, tag: Option<&String>, path: &JsonPath) {
        let Some(tag) = tag.filter(|tag| language_tag::is_tag(tag)) else { return };
        let meant = language_tag::meant(tag);
        if meant.is_some() || !language_tag::is_well_formed(tag) {
            self.note(path, Advice::LanguageTag { tag: tag.clone(), meant });
        }
    }

    fn spans(&mut self, statement: &raw::Statement, path: &JsonPath) {
        let by_kind = matches!(statement.kind.0, Kind::Direct | Kind::Scare);
        for (at, words) in statement.spans.iter().enumerate() {
            let span = path.at(at);
            self.language(words.lang.as_ref(), &span.key("lang"));
            if !words.quoted.unwrap_or(by_kind) {
                continue;
            }
            if ends_inside(&words.exact) {
                self.note(&span.key("exact"), Advice::QuotationEnds);
            } else if marks(&words.exact) != Marks::Around(&words.exact) {
                self.note(&span.key("exact"), Advice::MarksInside);
            }
        }
    }

    fn date(&mut self, statement: &raw::Statement, document: &Known, path: &JsonPath) {
        let said = statement.date.as_ref().and_then(|date| PartialDate::parse(&date.0));
        let Some((said, published)) = said.zip(document.date) else { return };
        if said.first_day() > published.last_day() {
            self.note(path, Advice::LaterThanDocument { said, published });
        }
    }

    fn positions(&mut self, statement: &raw::Statement, document: &Known, path: &JsonPath) {
        if !has_surroundings(statement) {
            return;
        }
        let spans = statement.spans.iter().filter_map(|words| document.place(words));
        let spans: Vec<Span> = spans.collect();
        if spans.iter().any(|span| document.is_pulled(*span)) {
            return;
        }
        let own = spans.into_iter().map(|span| document.paragraphs(span));
        let Some((first, last)) = own.reduce(|(a, b), (c, d)| (a.min(c), b.max(d))) else { return };
        for (at, position) in statement.positions.iter().enumerate() {
            let position_path = path.at(at);
            for (key, anchors) in [("condition", &position.condition), ("terms", &position.terms)] {
                let list = position_path.key(key);
                for (at, anchor) in anchors.as_slice().iter().enumerate() {
                    let stands = document.place(anchor).map(|span| document.paragraphs(span));
                    if stands.is_some_and(|(from, to)| to < first || last < from) {
                        self.note(&list.at(at).key("exact"), Advice::OtherParagraph(key));
                    }
                }
            }
        }
    }

    fn note(&mut self, path: &JsonPath, advice: Advice) {
        self.found.add(self.places.finding(path, advice));
    }
}

/// Whether conditions or terms are said of a statement, which have to stand beside it.
fn has_surroundings(statement: &raw::Statement) -> bool {
    let mut positions = statement.positions.iter();
    positions.any(|at| !at.condition.as_slice().is_empty() || !at.terms.as_slice().is_empty())
}

/// What is asked of a document for every statement in it.
struct Known<'a> {
    text: Text,
    found: Found<'a>,
    date: Option<PartialDate>,
    /// Where its paragraphs end: the code points of blank lines.
    ends: Vec<u32>,
    /// Words that are taken out of their paragraph to catch the eye, by where they begin, each with where it or one
    /// before it ends at the latest.
    pull_quotes: Vec<(u32, u32)>,
}

impl<'a> Known<'a> {
    fn of(document: &'a raw::Document, statements: impl Iterator<Item = &'a raw::Statement>) -> Known<'a> {
        let (mut ends, mut at) = (Vec::new(), 0);
        for line in document.text.split_inclusive('\n') {
            if line.trim().is_empty() {
                ends.push(at);
            }
            at += line.chars().count() as u32;
        }
        let date = PartialDate::parse(&document.date.0);
        let text = Text::new(document.text.clone());
        let pulled = document.structure.iter().filter(|part| matches!(part.role.0, PartRole::PullQuote));
        let pulled: Vec<TextSelector> = pulled.map(TextSelector::from).collect();
        let of_statements = statements.flat_map(quotations::of_statement);
        let found = Found::of(pulled.iter().copied().chain(of_statements), &text);
        let mut known = Known { text, found, date, ends, pull_quotes: Vec::new() };
        let mut places: Vec<Span> = pulled.into_iter().filter_map(|words| known.place(words)).collect();
        places.sort();
        let mut end = 0;
        known.pull_quotes.extend(places.into_iter().map(|span| {
            end = span.end().max(end);
            (span.start(), end)
        }));
        known
    }

    fn place<'w>(&self, words: impl Into<TextSelector<'w>>) -> Option<Span> {
        let find = |words: &str| self.found.get(words, &self.text);
        words.into().place_by(&self.text, find, |_, _| None).ok()
    }

    /// Whether a span lies in a pull quote.
    fn is_pulled(&self, span: Span) -> bool {
        let begun = self.pull_quotes.partition_point(|(start, _)| *start <= span.start());
        let last = begun.checked_sub(1).and_then(|last| self.pull_quotes.get(last));
        last.is_some_and(|(_, end)| span.end() <= *end)
    }

    /// The first and the last paragraph that a span touches, by their numbers.
    fn paragraphs(&self, span: Span) -> (usize, usize) {
        let number = |point: u32| self.ends.partition_point(|end| *end <= point);
        (number(span.start()), number(span.end().saturating_sub(1)))
    }
}
