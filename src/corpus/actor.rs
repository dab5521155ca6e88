//! Who may speak, be spoken for, or be spoken of: persons, bodies and states, with what they were when.

use super::date::PartialDate;
use super::id::{ActorIx, Id};

#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    pub id: Id,
    pub former_ids: Vec<Id>,
    pub name: String,
    pub kind: ActorKind,
    /// Other names in the texts; they help search and never resolve a speaker.
    pub aliases: Vec<String>,
    pub roles: Vec<Role>,
    /// The body of which this actor is an organ; never cyclic.
    pub part_of: Option<ActorIx>,
    /// Names in other languages: language tag and name.
    pub names: Vec<(String, String)>,
    pub note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActorKind {
    Person,
    Organisation,
    State,
    Office,
    Collective,
    Unnamed,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Role {
    pub title: String,
    pub of: Option<ActorIx>,
    /// First day of the role, where it is known.
    pub from: Option<PartialDate>,
    pub to: Option<Until>,
    /// A day on which a text shows the role.
    pub attested: Option<PartialDate>,
}

/// When a role ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    Still,
    Date(PartialDate),
}

impl Role {
    /// Whether the file gives a beginning or an end; `attested` alone is a sighting, not a term.
    pub fn is_dated(&self) -> bool {
        self.from.is_some() || self.to.is_some()
    }

    /// Whether this role of a body begins where another one of the same body ends.
    pub fn follows(&self, other: &Role) -> bool {
        let (Some(from), Some(Until::Date(to))) = (self.from, other.to) else { return false };
        self.of == other.of && to.first_day() <= from.first_day()
    }

    /// Whether a dated role is known to have been held on `date`: an unknown end reaches as far as the
    /// text attests the role, never further.
    pub fn covers(&self, date: PartialDate) -> bool {
        let seen = self.attested.or(self.from);
        let first = self.from.or(self.attested).map(PartialDate::first_day);
        let last = match self.to {
            Some(Until::Still) => Some(u32::MAX),
            Some(Until::Date(to)) => Some(to.last_day()),
            None => seen.map(PartialDate::last_day),
        };
        let first = first.or(match self.to {
            Some(Until::Date(to)) => Some(to.first_day()),
            _ => None,
        });
        matches!((first, last), (Some(first), Some(last)) if first <= date.last_day() && date.first_day() <= last)
    }
}
