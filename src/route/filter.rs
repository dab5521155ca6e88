//! Which statements are asked for: a choice for each facet, a range of days, words to find. Values are
//! strings as an address holds them; whether a corpus has such a value is not known here, so that a value
//! it lacks can stay and be shown as one that matches nothing.

use super::percent;
use crate::corpus::PartialDate;
use std::ops::{Index, IndexMut};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    pub choices: PerFacet<FacetSelection>,
    /// Only positions that this coder found count.
    pub coder: Option<String>,
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    /// Words to find, as they were typed.
    pub q: String,
}

/// What a choice can be made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    Speaker,
    Group,
    Via,
    Issue,
    Stance,
    Kind,
    Act,
}

/// What is known of a facet without a corpus.
struct Spec {
    /// Its key in an address.
    key: &'static str,
    /// Whose ids are its values.
    ids: Option<Ids>,
    /// The values that are no ids of a corpus; where there are ids too, these begin with `~`.
    tokens: &'static [&'static str],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    Actors,
    Issues,
}

const UNNAMED: &[&str] = &["~none", "~document"];
const STANCES: &[&str] =
    &["supports", "supports-if", "opposes", "opposes-if", "neutral", "open", "unclear", "none"];
const KINDS: &[&str] = &["direct", "mixed", "indirect", "scare"];
const ACTS: &[&str] = &[
    "asserts",
    "asks",
    "demands",
    "promises",
    "warns",
    "predicts",
    "proposes",
    "denies",
    "refuses",
    "declines-to-comment",
];

impl Facet {
    /// In the order in which an address and the page list them.
    pub const ALL: [Facet; 7] =
        [Facet::Speaker, Facet::Group, Facet::Via, Facet::Issue, Facet::Stance, Facet::Kind, Facet::Act];

    const fn spec(self) -> Spec {
        let (key, ids, tokens) = match self {
            Facet::Speaker => ("actor", Some(Ids::Actors), UNNAMED),
            Facet::Group => ("group", Some(Ids::Actors), &[] as &[&str]),
            Facet::Via => ("via", Some(Ids::Actors), UNNAMED),
            Facet::Issue => ("issue", Some(Ids::Issues), &[] as &[&str]),
            Facet::Stance => ("stance", None, STANCES),
            Facet::Kind => ("kind", None, KINDS),
            Facet::Act => ("act", None, ACTS),
        };
        Spec { key, ids, tokens }
    }

    pub fn key(self) -> &'static str {
        self.spec().key
    }

    pub fn ids(self) -> Option<Ids> {
        self.spec().ids
    }

    pub fn tokens(self) -> &'static [&'static str] {
        self.spec().tokens
    }

    /// Whether its tokens are all the values there are.
    pub fn is_closed(self) -> bool {
        self.spec().ids.is_none()
    }
}

/// One value for each facet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PerFacet<T>([T; Facet::ALL.len()]);

impl<T> PerFacet<T> {
    pub fn of(make: impl FnMut(Facet) -> T) -> PerFacet<T> {
        PerFacet(Facet::ALL.map(make))
    }
}

#[allow(clippy::indexing_slicing, reason = "as long as the list of all facets, in its order")]
impl<T> Index<Facet> for PerFacet<T> {
    type Output = T;
    fn index(&self, facet: Facet) -> &T {
        &self.0[facet as usize]
    }
}

#[allow(clippy::indexing_slicing, reason = "as long as the list of all facets, in its order")]
impl<T> IndexMut<Facet> for PerFacet<T> {
    fn index_mut(&mut self, facet: Facet) -> &mut T {
        &mut self.0[facet as usize]
    }
}

/// What is included and what is left out; no value is both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FacetSelection {
    included: Values,
    excluded: Values,
}

impl FacetSelection {
    pub fn included(&self) -> impl Iterator<Item = &str> {
        self.included.0.iter().map(String::as_str)
    }

    pub fn excluded(&self) -> impl Iterator<Item = &str> {
        self.excluded.0.iter().map(String::as_str)
    }

    pub fn includes(&self, value: &str) -> bool {
        self.included.contains(value)
    }

    pub fn excludes(&self, value: &str) -> bool {
        self.excluded.contains(value)
    }

    /// Whether the value is chosen, either way.
    pub fn has(&self, value: &str) -> bool {
        self.includes(value) || self.excludes(value)
    }

    pub fn is_empty(&self) -> bool {
        self.included.0.is_empty() && self.excluded.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.included.0.len() + self.excluded.0.len()
    }

    /// Asks for a value, even if it was left out before; `false` when no address can hold it.
    pub fn include(&mut self, value: &str) -> bool {
        let sound = percent::is_value(value);
        if sound {
            self.excluded.remove(value);
            self.included.insert(value);
        }
        sound
    }

    /// Leaves a value out, even if it was asked for before; `false` when no address can hold it.
    pub fn exclude(&mut self, value: &str) -> bool {
        let sound = percent::is_value(value);
        if sound {
            self.included.remove(value);
            self.excluded.insert(value);
        }
        sound
    }

    /// Whether the value was chosen before.
    pub fn remove(&mut self, value: &str) -> bool {
        self.included.remove(value) | self.excluded.remove(value)
    }
}

/// Values in alphabetical order, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Values(Vec<String>);

impl Values {
    fn find(&self, value: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|known| known.as_str().cmp(value))
    }

    fn contains(&self, value: &str) -> bool {
        self.find(value).is_ok()
    }

    fn insert(&mut self, value: &str) {
        if let Err(at) = self.find(value) {
            self.0.insert(at, value.to_owned());
        }
    }

    /// Whether it was there.
    fn remove(&mut self, value: &str) -> bool {
        let found = self.find(value);
        if let Ok(at) = found {
            self.0.remove(at);
        }
        found.is_ok()
    }
}

/// One thing that a filter asks: what a chip shows and a press takes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActiveFilter {
    Value { facet: Facet, value: String, excluded: bool },
    Coder(String),
    From(PartialDate),
    To(PartialDate),
    Words(String),
}

impl Filter {
    pub fn choice(&self, facet: Facet) -> &FacetSelection {
        &self.choices[facet]
    }

    pub fn choice_mut(&mut self, facet: Facet) -> &mut FacetSelection {
        &mut self.choices[facet]
    }

    /// All that is asked, in the order of the address.
    pub fn choices(&self) -> std::vec::IntoIter<ActiveFilter> {
        let mut all = Vec::new();
        for facet in Facet::ALL {
            let FacetSelection { included, excluded } = &self.choices[facet];
            for (values, excluded) in [(included, false), (excluded, true)] {
                all.extend(values.0.iter().map(|value| ActiveFilter::Value {
                    facet,
                    value: value.clone(),
                    excluded,
                }));
            }
        }
        all.extend(self.coder.clone().map(ActiveFilter::Coder));
        all.extend(self.from.map(ActiveFilter::From));
        all.extend(self.to.map(ActiveFilter::To));
        all.extend(Some(self.q.trim()).filter(|q| !q.is_empty()).map(|q| ActiveFilter::Words(q.to_owned())));
        all.into_iter()
    }

    /// Takes one thing back; what is not asked, or asked otherwise, is no change.
    pub fn remove(&mut self, applied: &ActiveFilter) {
        if !self.choices().any(|asked| asked == *applied) {
            return;
        }
        match applied {
            ActiveFilter::Value { facet, value, .. } => {
                self.choices[*facet].remove(value);
            }
            ActiveFilter::Coder(_) => self.coder = None,
            ActiveFilter::From(_) => self.from = None,
            ActiveFilter::To(_) => self.to = None,
            ActiveFilter::Words(_) => self.q.clear(),
        }
    }
}
