//! A shorter way to ask nearly the same: where a link names most of what there is, it may leave out the
//! few others instead. Offered, never done unasked: an include list never grows with the corpus, an exclude
//! list admits newcomers, and a statement by two speakers is left out with either of them.

use super::{Facet, FacetSelection, Route};

impl Route {
    /// The same view asked by what it leaves out, if its link is shorter. `known` lists the ids that a
    /// corpus has for a facet; where it is empty the facet stays as it is.
    pub fn complement(&self, known: impl Fn(Facet) -> Vec<String>) -> Option<Route> {
        let mut other = self.clone();
        for facet in Facet::ALL {
            if let Some(choice) = self.left_out(facet, &known(facet)) {
                let mut next = other.clone();
                *next.filter.choice_mut(facet) = choice;
                if next.to_fragment().len() < other.to_fragment().len() {
                    other = next;
                }
            }
        }
        (other != *self).then_some(other)
    }

    fn left_out(&self, facet: Facet, known: &[String]) -> Option<FacetSelection> {
        // People and their groups are one facet: what either includes, the other cannot leave out.
        let united = match facet {
            Facet::Speaker => self.filter.choice(Facet::Group).included().next(),
            Facet::Group => self.filter.choice(Facet::Speaker).included().next(),
            _ => None,
        };
        let choice = self.filter.choice(facet);
        let is_known = |value: &str| facet.tokens().contains(&value) || known.iter().any(|id| id == value);
        if known.is_empty() || united.is_some() || !choice.included().all(is_known) {
            return None;
        }
        choice.included().next()?;
        let mut rest = FacetSelection::default();
        for value in known.iter().map(String::as_str).chain(facet.tokens().iter().copied()) {
            if !choice.includes(value) && !rest.exclude(value) {
                return None;
            }
        }
        // Leaving nobody out would ask for more than was asked.
        (!rest.is_empty()).then_some(rest)
    }
}
