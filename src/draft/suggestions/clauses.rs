//! Which quotations are one statement, and what is said around them: sentence by sentence, with the names of the
//! sentences before.

use super::marks::{Quotation, quotations};
use super::names::{Name, names};
use super::pieces::{Sentence, is_stop, sentences};
use super::sayings::{Saying, sayings};
use super::speakers::{Subject, subject};
use super::words::Words;
use super::{Candidate, KnownActor, OFFERED, Suggestion, Suggestions};
use crate::corpus::{Kind, Span, Text};
use std::ops::Range;

/// Names that are thought of when nobody is named beside a quotation.
const REMEMBERED: usize = 50;

pub fn read(text: &Text, language: &str, known: &[KnownActor]) -> Suggestions {
    let chars: Vec<char> = text.as_str().chars().collect();
    let quotations = quotations(&chars, language);
    let words = Words::of(language);
    let sentences = sentences(&chars, &quotations, words);
    let mut reader = Reader {
        chars: &chars,
        quotations: &quotations,
        words,
        known,
        earlier: Vec::new(),
        groups: Vec::new(),
        verbs: Vec::new(),
        continued: None,
    };
    sentences.iter().for_each(|sentence| reader.read(sentence));
    let span = |at: Range<usize>| text.span(at.start as u32, at.end as u32);
    let verbs = reader.verbs.into_iter().filter_map(span).collect();
    let statements = reader.groups.into_iter().map(|group| group.suggestion(&quotations, span)).collect();
    Suggestions { statements, verbs }
}

/// Quotations that are one statement.
struct Group {
    quotations: Vec<usize>,
    kind: Kind,
    said: Said,
}

/// What stands around quotations. Without a cue there is no verb of saying.
#[derive(Default)]
struct Said {
    cue: Option<Range<usize>>,
    candidates: Vec<Name>,
    preselected: bool,
}

struct Reader<'a> {
    chars: &'a [char],
    quotations: &'a [Quotation],
    words: &'static Words,
    known: &'a [KnownActor],
    /// Names of the sentences before, each where it stood last.
    earlier: Vec<Name>,
    groups: Vec<Group>,
    verbs: Vec<Range<usize>>,
    /// The paragraph and the group that go on if the next sentence is nothing but a quotation.
    continued: Option<(usize, usize)>,
}

impl Reader<'_> {
    fn read(&mut self, sentence: &Sentence) {
        let sayings = sayings(sentence, self.words);
        let names = names(sentence, &sayings, self.words, self.known, &self.earlier);
        let quoted: Vec<usize> =
            (0..sentence.pieces.len()).filter(|at| quotation_at(sentence, *at).is_some()).collect();
        if quoted.is_empty() {
            self.verbs.extend(sayings.iter().filter_map(|saying| place(sentence, saying.at.clone())));
            self.continued = None;
        } else if !self.continues(sentence) {
            self.read_quoted(sentence, &quoted, &sayings, &names);
        }
        let speaking: Vec<Range<usize>> = sayings
            .iter()
            .filter_map(|saying| match subject(sentence, saying, &names, self.words) {
                Subject::Named(name) => Some(name.pieces.clone()),
                Subject::Pronoun(_) | Subject::Unnamed => None,
            })
            .collect();
        for mut name in names {
            name.speaks = speaking.contains(&name.pieces);
            self.hear(name);
        }
    }

    /// Keeps everybody once, under the fuller name, by when they were named last.
    fn hear(&mut self, name: Name) {
        let is_same = |other: &Name| {
            let rest = other.words.strip_suffix(&name.words);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        let kept = match self.earlier.iter().rposition(is_same) {
            Some(at) => {
                let known = self.earlier.remove(at);
                Name { paragraph: name.paragraph, speaks: known.speaks || name.speaks, ..known }
            }
            None => name,
        };
        self.earlier.push(kept);
    }

    /// Whether a sentence of nothing but quotations went to the statement before it: “X,” said Y. “Z.”
    fn continues(&mut self, sentence: &Sentence) -> bool {
        let Some((paragraph, group)) = self.continued else { return false };
        let is_bare = sentence.pieces.iter().all(|piece| piece.word().is_none());
        let Some(group) = self.groups.get_mut(group).filter(|_| is_bare && paragraph == sentence.paragraph)
        else {
            return false;
        };
        group.quotations.extend(sentence.pieces.iter().filter_map(|piece| piece.quotation()));
        true
    }

    fn read_quoted(&mut self, sentence: &Sentence, quoted: &[usize], sayings: &[Saying], names: &[Name]) {
        let runs = self.runs(sentence, quoted, sayings);
        let mut free: Vec<&Saying> = sayings.iter().collect();
        let mut used: Option<&Saying> = None;
        let mut region_start = 0;
        for (number, run) in runs.iter().enumerate() {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let region_end = runs.get(number + 1).and_then(|next| next.first()).copied();
            let region = region_start..region_end.unwrap_or(sentence.pieces.len());
            let near = free.iter().filter(|saying| region.contains(&saying.at.start));
            let own = near.min_by_key(|saying| distance(saying, *first, *last)).copied();
            free.retain(|saying| Some(*saying) != own);
            region_start = last + 1;
            let is_one_word = run.iter().all(|at| self.is_one_word(sentence, *at));
            let saying = own.or(used.filter(|_| !is_one_word));
            used = saying.or(used);
            self.take(sentence, run, saying, names);
        }
        let begins = quoted.first() == Some(&0) && runs.len() == 1;
        let last = self.groups.len().checked_sub(1).filter(|_| begins);
        let is_said = |group: &usize| self.groups.get(*group).is_some_and(|group| group.said.cue.is_some());
        self.continued = last.filter(is_said).map(|group| (sentence.paragraph, group));
    }

    /// Quotations of a sentence that are one: joined by a comma or "and", with at most one verb of saying among them.
    fn runs(&self, sentence: &Sentence, quoted: &[usize], sayings: &[Saying]) -> Vec<Vec<usize>> {
        let mut runs: Vec<Vec<usize>> = Vec::new();
        let (mut said, mut end) = (0, 0);
        for at in quoted {
            let said_here = sayings.iter().filter(|saying| (end..*at).contains(&saying.at.start)).count();
            let is_joined = at.checked_sub(1).is_some_and(|before| {
                let is_and = sentence.word(before).is_some_and(|word| self.words.conjunctions.has(word));
                before + 1 == end
                    || sentence.is_mark(before, ",;:–—") && said + said_here < 2
                    || is_and && said_here == 0
            });
            said += said_here;
            end = at + 1;
            match runs.last_mut().filter(|_| is_joined) {
                Some(run) => run.push(*at),
                None => {
                    runs.push(vec![*at]);
                    said = said_here.min(1);
                }
            }
        }
        runs
    }

    fn take(&mut self, sentence: &Sentence, run: &[usize], saying: Option<&Saying>, names: &[Name]) {
        let Some(first) = run.first() else { return };
        let quotations: Vec<usize> = run.iter().filter_map(|at| quotation_at(sentence, *at)).collect();
        let said = self.said(sentence, *first, saying, names);
        let runs_on =
            |group: &&mut Group| quotations.first().is_some_and(|first| group.quotations.contains(first));
        if let Some(group) = self.groups.iter_mut().rev().find(runs_on) {
            group.quotations.extend(quotations.iter().skip(1));
            if group.said.cue.is_none() {
                group.said = said;
            }
            return;
        }
        if saying.is_none() && run.len() == 1 && self.is_title(sentence, *first) {
            return;
        }
        let kind = self.kind(sentence, run, saying.is_some());
        let said = if kind == Kind::Scare { Said::default() } else { said };
        self.groups.push(Group { quotations, kind, said });
    }

    fn said(&self, sentence: &Sentence, first: usize, saying: Option<&Saying>, names: &[Name]) -> Said {
        let found = saying.map(|saying| (saying, subject(sentence, saying, names, self.words)));
        let (mut candidates, mut preselected, mut with) = (Vec::new(), false, None);
        let before = names.iter().rev().filter(|name| name.pieces.end <= first);
        let mut near: Vec<&Name> =
            before.chain(names.iter().filter(|name| name.pieces.start > first)).collect();
        near.sort_by_key(|name| !name.may_speak);
        let mut earlier: Vec<&Name> = self.earlier.iter().rev().take(REMEMBERED).collect();
        earlier.sort_by_key(|name| (name.paragraph != sentence.paragraph, name.rank()));
        match found.map(|(_, subject)| subject) {
            Some(Subject::Named(name)) => {
                preselected = true;
                with = Some(name.pieces.clone());
                candidates.push(name);
                candidates.extend(near);
            }
            Some(Subject::Pronoun(at)) => with = Some(at..at + 1),
            Some(Subject::Unnamed) | None => candidates.extend(near),
        }
        candidates.extend(earlier);
        let cue = found.and_then(|(saying, _)| {
            let with = with.unwrap_or(saying.at.clone());
            let hull = saying.at.start.min(with.start)..saying.at.end.max(with.end);
            let is_plain = hull.clone().all(|at| quotation_at(sentence, at).is_none());
            place(sentence, if is_plain { hull } else { saying.at.clone() })
        });
        Said { cue, candidates: offered(candidates), preselected }
    }

    fn kind(&self, sentence: &Sentence, run: &[usize], is_said: bool) -> Kind {
        let Some(first) = run.first() else { return Kind::Direct };
        let is_one_word = run.iter().all(|at| self.is_one_word(sentence, *at));
        let words = self.quoted(sentence, *first);
        let is_small = words.first().is_some_and(|c| c.is_lowercase());
        let is_whole = words.last().is_some_and(|c| is_stop(*c) || *c == ',');
        let is_behind_comma = run.last().is_some_and(|at| sentence.is_mark(at + 1, ",–—"));
        if is_one_word && !is_said && !is_whole && !is_behind_comma {
            return Kind::Scare;
        }
        let Some(before) = first.checked_sub(1) else { return Kind::Direct };
        match sentence.word(before) {
            Some(word) if self.words.clause_openers.has(word) => Kind::Direct,
            Some(word) if is_small || is_one_word || self.words.prepositions.has(&word.to_lowercase()) => {
                Kind::Mixed
            }
            Some(_) if !is_said && !is_whole && words.first().is_some_and(|c| c.is_uppercase()) => {
                Kind::Mixed
            }
            // What goes on in small letters goes on with the writer's sentence.
            None if is_small && sentence.is_mark(before, ",–—") => Kind::Mixed,
            _ => Kind::Direct,
        }
    }

    /// "The Last Ferry Home": every word but small ones is capitalised, and it is no clause.
    fn is_title(&self, sentence: &Sentence, at: usize) -> bool {
        let words: String = self.quoted(sentence, at).iter().collect();
        let is_capitalised = |word: &str| word.starts_with(char::is_uppercase) || word.chars().count() <= 3;
        let mut all = words.split_whitespace();
        let ends_plainly = words.ends_with(char::is_alphanumeric);
        let begins = all.next().is_some_and(|word| word.starts_with(char::is_uppercase));
        let capitalised =
            words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
        let follows = at.checked_sub(1).is_some_and(|at| sentence.is_mark(at, ",:"));
        begins
            && all.all(is_capitalised)
            && capitalised > 1
            && ends_plainly
            && !follows
            && !sentence.is_mark(at + 1, ",")
    }

    fn is_one_word(&self, sentence: &Sentence, at: usize) -> bool {
        let words = self.quoted(sentence, at);
        // Scripts that put no space between words.
        let is_unspaced = |c: &char| *c >= '\u{2e80}' || matches!(c, '\u{e00}'..='\u{eff}');
        !(words.iter().any(|c| c.is_whitespace()) || words.len() > 4 && words.iter().any(is_unspaced))
    }

    /// The first part of a quotation.
    fn quoted(&self, sentence: &Sentence, at: usize) -> &[char] {
        let quotation = quotation_at(sentence, at).and_then(|number| self.quotations.get(number));
        let part = quotation.and_then(|quotation| quotation.parts.first());
        part.and_then(|part| self.chars.get(part.words.clone())).unwrap_or_default()
    }
}

impl Group {
    fn suggestion(self, quotations: &[Quotation], span: impl Fn(Range<usize>) -> Option<Span>) -> Suggestion {
        let parts =
            self.quotations.iter().filter_map(|number| quotations.get(*number)).flat_map(|q| &q.parts);
        let candidates = self
            .said
            .candidates
            .into_iter()
            .filter_map(|name| Some(Candidate { name: span(name.at)?, actor: name.known }));
        Suggestion {
            spans: parts.filter_map(|part| span(part.words.clone())).collect(),
            kind: self.kind,
            cue: self.said.cue.and_then(&span),
            candidates: candidates.collect(),
            preselected: self.said.preselected,
        }
    }
}

/// Each person once, under the likelier name: "Novak" is "Peter Novak".
fn offered(names: Vec<&Name>) -> Vec<Name> {
    let mut all: Vec<Name> = Vec::new();
    let is_same = |a: &Name, b: &Name| {
        let ends = |long: &str, short: &str| {
            long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        ends(&a.words, &b.words) || ends(&b.words, &a.words)
    };
    for name in names {
        if all.len() < OFFERED && !all.iter().any(|other| is_same(other, name)) {
            all.push(name.clone());
        }
    }
    all
}

fn quotation_at(sentence: &Sentence, at: usize) -> Option<usize> {
    sentence.pieces.get(at)?.quotation()
}

/// Pieces between a saying and the quotations from `first` to `last`.
fn distance(saying: &Saying, first: usize, last: usize) -> usize {
    if saying.at.start > last { saying.at.start - last - 1 } else { first.saturating_sub(saying.at.end) }
}

/// Code points of some pieces.
fn place(sentence: &Sentence, pieces: Range<usize>) -> Option<Range<usize>> {
    let pieces = sentence.pieces.get(pieces)?;
    Some(pieces.first()?.at.start..pieces.last()?.at.end)
}
