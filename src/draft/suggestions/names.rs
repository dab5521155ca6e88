//! Names in the writer's own words: actors that are known, and sequences of capitalised words. Where every noun is
//! capitalised, a single word is a name only behind a title, right beside a verb of saying, or where it was part of a
//! name before.

use super::KnownActor;
use super::pieces::Sentence;
use super::sayings::Saying;
use super::words::Words;
use crate::corpus::Id;
use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its pieces in the sentence.
    pub pieces: Range<usize>,
    /// Its code points in the text.
    pub at: Range<usize>,
    pub words: String,
    pub known: Option<Id>,
    /// Whether it may be who speaks: no preposition stands before it, and it owns nothing.
    pub may_speak: bool,
    /// Whether a verb of saying says that they speak.
    pub speaks: bool,
    pub paragraph: usize,
}

impl Name {
    /// Those that speak or are known before those with two names, before places and all else.
    pub fn rank(&self) -> usize {
        match self.may_speak {
            true if self.speaks || self.known.is_some() => 0,
            true if self.words.contains(' ') => 1,
            _ => 2,
        }
    }
}

/// Written small inside names.
const PARTICLES: &[&str] = &[
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "zu", "bin", "al",
    "el",
];

/// The names of a sentence, in its order.
pub fn names(
    sentence: &Sentence,
    sayings: &[Saying],
    words: &Words,
    known: &[KnownActor],
    earlier: &[Name],
) -> Vec<Name> {
    let finder = Finder { sentence, sayings, words, earlier };
    let mut all = Vec::new();
    let mut at = 0;
    while at < sentence.pieces.len() {
        let name = finder.known(at, known).or_else(|| finder.capitalised(at));
        at = name.as_ref().map_or(at + 1, |name| name.pieces.end.max(at + 1));
        all.extend(name);
    }
    all
}

struct Finder<'a> {
    sentence: &'a Sentence,
    sayings: &'a [Saying],
    words: &'a Words,
    earlier: &'a [Name],
}

impl Finder<'_> {
    /// The longest name of a known actor that begins here.
    fn known(&self, at: usize, known: &[KnownActor]) -> Option<Name> {
        let fits = |name: &str| {
            let mut end = at;
            for word in name.split_whitespace() {
                let own = self.sentence.word(end)?;
                let is_begin = end == at && at == 0 && own.to_lowercase() == word.to_lowercase();
                (own == word || is_begin || without_possessive(own).0 == word).then_some(())?;
                end += 1;
            }
            (end > at).then_some(end)
        };
        let ends = known
            .iter()
            .flat_map(|actor| actor.names.iter().filter_map(move |name| Some((fits(name)?, &actor.id))));
        let (end, id) = ends.max_by_key(|(end, _)| *end)?;
        self.name(at..end, Some(id.clone()))
    }

    fn capitalised(&self, at: usize) -> Option<Name> {
        let is_part = |at: usize| {
            let piece = self.sentence.pieces.get(at);
            piece.is_some_and(|piece| piece.is_capitalised())
                && !self.words.is_no_name(without_possessive(self.sentence.word(at).unwrap_or_default()).0)
        };
        if !is_part(at) {
            return None;
        }
        let mut end = at + 1;
        loop {
            let particles =
                (end..).take_while(|at| self.sentence.word(*at).is_some_and(|w| PARTICLES.contains(&w)));
            let next = end + particles.count();
            let owns = self.sentence.word(end - 1).is_some_and(|word| without_possessive(word).1);
            if owns || !is_part(next) {
                break;
            }
            end = next + 1;
        }
        let title = (at..end)
            .rev()
            .find(|at| self.sentence.word(*at).is_some_and(|word| self.is_title(word, end - at)));
        let start = title.map_or(at, |title| title + 1);
        if start == end {
            return None;
        }
        let is_name = end - start > 1 || self.is_single_name(start, start > at);
        is_name.then(|| self.name(start..end, None)).flatten()
    }

    /// Three nouns in a row are a role and a name where all nouns are capitalised.
    fn is_title(&self, word: &str, count: usize) -> bool {
        let is_role =
            ["in", "er", "or", "ent", "ist", "ektin", "loge"].iter().any(|ending| word.ends_with(ending));
        self.words.is_title(word) || self.words.nouns_are_capitalised && count > 2 && is_role
    }

    fn is_single_name(&self, at: usize, has_title: bool) -> bool {
        let Some(word) = self.sentence.word(at) else { return false };
        let word = without_possessive(word).0;
        let was_named = self.earlier.iter().any(|name| name.words.split(' ').any(|part| part == word));
        let beside = |saying: &Saying| saying.at.end == at || saying.at.start == at + 1;
        let has_article =
            at.checked_sub(1).and_then(|at| self.sentence.word(at)).is_some_and(|w| self.words.is_no_name(w));
        let is_beside = !has_article && self.sayings.iter().any(beside);
        let is_first = at == 0;
        has_title || was_named || is_beside || !is_first && !self.words.nouns_are_capitalised
    }

    fn name(&self, pieces: Range<usize>, known: Option<Id>) -> Option<Name> {
        let found = self.sentence.pieces.get(pieces.clone())?;
        let (first, last) = (found.first()?, found.last()?);
        let spoken: Vec<&str> = found.iter().filter_map(|piece| piece.word()).collect();
        let all = spoken.join(" ");
        let (words, owns) = without_possessive(&all);
        let cut = all.chars().count() - words.chars().count();
        let before = pieces.start.checked_sub(1).and_then(|at| self.sentence.word(at));
        let is_behind = before.is_some_and(|word| self.words.prepositions.has(&word.to_lowercase()))
            && !self.sayings.iter().any(|saying| saying.at.end == pieces.start);
        Some(Name {
            at: first.at.start..last.at.end - cut,
            words: words.to_owned(),
            known,
            may_speak: !owns && !is_behind,
            speaks: false,
            paragraph: self.sentence.paragraph,
            pieces,
        })
    }
}

/// A word without "'s", and whether it had one.
fn without_possessive(word: &str) -> (&str, bool) {
    let bare = ["'s", "’s"].iter().find_map(|ending| word.strip_suffix(ending));
    (bare.unwrap_or(word), bare.is_some())
}
