//! Whose words they are: who stands where the subject of a verb of saying stands. Only a name there is sure enough to
//! be preselected; a pronoun is never resolved.

use super::names::Name;
use super::pieces::Sentence;
use super::sayings::{Form, Saying};
use super::words::Words;

/// Who a saying says speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    Named(&'a Name),
    /// The piece with the pronoun.
    Pronoun(usize),
    /// "A senior official", or nobody that the rules can see.
    Unnamed,
}

pub fn subject<'a>(sentence: &Sentence, saying: &Saying, names: &'a [Name], words: &Words) -> Subject<'a> {
    let clause = Clause { sentence, saying, names, words };
    match saying.form {
        Form::Before => clause.behind(),
        Form::After => clause.right_before(),
        Form::Verb => match clause.right_before() {
            Subject::Unnamed if clause.follows_quotation() => clause.behind(),
            Subject::Unnamed if words.nouns_are_capitalised => match clause.behind() {
                Subject::Unnamed => clause.earlier(),
                found => found,
            },
            Subject::Unnamed => clause.earlier(),
            found => found,
        },
    }
}

struct Clause<'a, 's> {
    sentence: &'s Sentence,
    saying: &'s Saying,
    names: &'a [Name],
    words: &'s Words,
}

impl<'a> Clause<'a, '_> {
    /// "Ann Ames said", "she said".
    fn right_before(&self) -> Subject<'a> {
        let start = self.saying.at.start;
        if let Some(name) = self.names.iter().find(|name| name.pieces.end == start && name.may_speak) {
            return Subject::Named(name);
        }
        let before = start.checked_sub(1);
        let word = before.and_then(|at| self.sentence.word(at));
        match (before, word) {
            (Some(at), Some(word)) if self.words.pronouns.has(&word.to_lowercase()) => Subject::Pronoun(at),
            _ => Subject::Unnamed,
        }
    }

    /// Whether nothing but a comma stands between a quotation and the verb.
    fn follows_quotation(&self) -> bool {
        let before = self.sentence.pieces.iter().take(self.saying.at.start).rev();
        let mut rest = before.skip_while(|piece| piece.is_mark(",–—-"));
        rest.next().is_some_and(|piece| piece.quotation().is_some())
    }

    /// "said Ann Ames", "said the minister, Ann Ames": up to the first preposition or mark.
    fn behind(&self) -> Subject<'a> {
        let from = self.saying.at.end;
        for (at, piece) in self.sentence.pieces.iter().enumerate().skip(from) {
            if let Some(name) = self.names.iter().find(|name| name.pieces.start == at) {
                return if name.may_speak { Subject::Named(name) } else { Subject::Unnamed };
            }
            let Some(word) = piece.word() else {
                return if piece.is_mark(",") && at > from {
                    self.apposition(at + 1)
                } else {
                    Subject::Unnamed
                };
            };
            if self.words.pronouns.has(&word.to_lowercase()) {
                return Subject::Pronoun(at);
            }
            if self.words.prepositions.has(word) || self.words.conjunctions.has(word) {
                return Subject::Unnamed;
            }
        }
        Subject::Unnamed
    }

    /// A name between two commas, or between a comma and the end.
    fn apposition(&self, at: usize) -> Subject<'a> {
        let name = self.names.iter().find(|name| name.pieces.start == at && name.may_speak);
        match name
            .filter(|name| self.sentence.pieces.get(name.pieces.end).is_none_or(|next| next.word().is_none()))
        {
            Some(name) => Subject::Named(name),
            None => Subject::Unnamed,
        }
    }

    /// Further in front: in the verb's own clause, or before what was put in between commas. Whoever stands behind
    /// another verb is its object, so that behind "and" only the beginning of a clause counts.
    fn earlier(&self) -> Subject<'a> {
        let verb = self.saying.at.start;
        let before = self.sentence.pieces.get(..verb).unwrap_or_default();
        let clause = before.iter().rposition(|piece| piece.word().is_none()).map_or(0, |at| at + 1);
        let is_joined = |from: usize| {
            let between = before.get(from..).unwrap_or_default();
            between.iter().any(|piece| piece.word().is_some_and(|word| self.words.conjunctions.has(word)))
        };
        let is_bare = before
            .get(clause..)
            .unwrap_or_default()
            .iter()
            .all(|piece| piece.word().is_some_and(|word| self.words.conjunctions.has(word)));
        let found = self.names.iter().filter(|name| name.pieces.end <= verb && name.may_speak).find(|name| {
            let is_own = name.pieces.start >= clause && !is_joined(name.pieces.end);
            is_own || (is_bare || name.pieces.start >= clause) && self.begins_clause(name)
        });
        found.map_or(Subject::Unnamed, Subject::Named)
    }

    /// Whether nothing but articles and titles stands between a mark and a name.
    fn begins_clause(&self, name: &Name) -> bool {
        let before = self.sentence.pieces.get(..name.pieces.start).unwrap_or_default();
        let words = before.iter().rev().map_while(|piece| piece.word());
        words.into_iter().all(|word| self.words.is_no_name(word) || self.words.is_title(word))
    }
}
