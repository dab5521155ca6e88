//! What a reader includes and leaves out, facet by facet.

use crate::corpus::PartialDate;
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    Who,
    Group,
    Via,
    Issue,
    Stance,
    Kind,
}

impl Facet {
    /// In the order in which an address names them.
    pub const ALL: [Facet; 6] =
        [Facet::Who, Facet::Group, Facet::Via, Facet::Issue, Facet::Stance, Facet::Kind];
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    choices: [Choice; 6],
    /// First and last day asked for, inclusive.
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    /// The words looked for, in NFC.
    pub q: String,
}

/// Values of one facet: ids, tokens, `~none` or `~document`. A value is included or left out, never both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    included: BTreeSet<String>,
    excluded: BTreeSet<String>,
}

/// One thing that a filter asks for, as a chip shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Applied {
    Value { facet: Facet, value: String, excluded: bool },
    From(PartialDate),
    To(PartialDate),
    Words(String),
}

impl Filter {
    pub fn choice(&self, facet: Facet) -> &Choice {
        let [who, group, via, issue, stance, kind] = &self.choices;
        match facet {
            Facet::Who => who,
            Facet::Group => group,
            Facet::Via => via,
            Facet::Issue => issue,
            Facet::Stance => stance,
            Facet::Kind => kind,
        }
    }

    pub fn choice_mut(&mut self, facet: Facet) -> &mut Choice {
        let [who, group, via, issue, stance, kind] = &mut self.choices;
        match facet {
            Facet::Who => who,
            Facet::Group => group,
            Facet::Via => via,
            Facet::Issue => issue,
            Facet::Stance => stance,
            Facet::Kind => kind,
        }
    }

    /// Everything it asks for, in the order of the address.
    pub fn choices(&self) -> impl Iterator<Item = Applied> + '_ {
        let values = Facet::ALL.into_iter().flat_map(|facet| {
            let value = move |excluded| move |value: &str| Applied::Value { facet, value: value.to_owned(), excluded };
            let choice = self.choice(facet);
            choice.included().map(value(false)).chain(choice.excluded().map(value(true)))
        });
        let words = Some(&self.q).filter(|q| !q.is_empty()).map(|q| Applied::Words(q.clone()));
        values.chain(self.from.map(Applied::From)).chain(self.to.map(Applied::To)).chain(words)
    }

    /// Takes one thing back.
    pub fn clear(&mut self, applied: &Applied) {
        match applied {
            Applied::Value { facet, value, .. } => self.choice_mut(*facet).forget(value),
            Applied::From(_) => self.from = None,
            Applied::To(_) => self.to = None,
            Applied::Words(_) => self.q.clear(),
        }
    }
}

impl Choice {
    pub fn included(&self) -> impl Iterator<Item = &str> {
        self.included.iter().map(String::as_str)
    }

    pub fn excluded(&self) -> impl Iterator<Item = &str> {
        self.excluded.iter().map(String::as_str)
    }

    pub fn includes(&self, value: &str) -> bool {
        self.included.contains(value)
    }

    pub fn excludes(&self, value: &str) -> bool {
        self.excluded.contains(value)
    }

    /// Whether the value is asked for in either way.
    pub fn has(&self, value: &str) -> bool {
        self.includes(value) || self.excludes(value)
    }

    /// Asks for a value. What no address can carry is ignored: nothing, a comma, a leading `-`.
    pub fn include(&mut self, value: &str) {
        if is_value(value) && !value.starts_with('-') {
            self.excluded.remove(value);
            self.included.insert(value.to_owned());
        }
    }

    /// Leaves a value out; the same limits as [`Choice::include`].
    pub fn exclude(&mut self, value: &str) {
        if is_value(value) {
            self.included.remove(value);
            self.excluded.insert(value.to_owned());
        }
    }

    pub fn forget(&mut self, value: &str) {
        self.included.remove(value);
        self.excluded.remove(value);
    }
}

/// Whether an address gives this value back as it is.
fn is_value(value: &str) -> bool {
    !value.is_empty() && !value.contains(',') && value.trim() == value && super::percent::is_stable(value)
}
