//! Krippendorff's alpha for nominal values: agreement of any number of coders beyond what chance would give.
//! Units may lack coders. Counts stay whole numbers until the last division, so that neither the order of coders and
//! units nor the names of the values changes a digit. No other metric, and no interval around the figure.

use std::collections::BTreeMap;

/// How often each value met each other value in one unit: the coincidence matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct Coincidences<V> {
    units: usize,
    /// In ascending order, each with how often it occurs in units of at least two values.
    totals: BTreeMap<V, u64>,
    /// Ordered pairs of values, and how many there are of each weight.
    pairs: BTreeMap<(V, V), Weighted>,
}

/// Numbers of pairs by the number of values of their unit, less one: a pair of a unit with m values counts 1/(m − 1).
type Weighted = BTreeMap<u64, u64>;

/// The parts of α = 1 − Dₒ/Dₑ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// n: values that can be paired.
    pub values: u64,
    /// Σ oₖₗ over unlike values: the pairs that differ.
    pub unlike_pairs: f64,
    /// Σ nₖ·nₗ over unlike values: the pairs that differ among all values thrown together.
    pub unlike_by_chance: u64,
}

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// No unit has the values of two coders.
    NothingPairable,
    /// Only one value was ever used, so that coders could not have differed by chance.
    OneValue,
}

impl<V: Ord + Clone> Coincidences<V> {
    /// Each unit is the values that its coders gave it; a unit of fewer than two counts for nothing.
    pub fn of(units: impl IntoIterator<Item = Vec<V>>) -> Coincidences<V> {
        let mut all = Coincidences { units: 0, totals: BTreeMap::new(), pairs: BTreeMap::new() };
        for unit in units.into_iter().filter(|unit| unit.len() > 1) {
            all.add(unit);
        }
        all
    }

    fn add(&mut self, unit: Vec<V>) {
        self.units += 1;
        let weight = unit.len() as u64 - 1;
        let mut counts: BTreeMap<V, u64> = BTreeMap::new();
        for value in unit {
            *counts.entry(value).or_default() += 1;
        }
        for (value, count) in &counts {
            *self.totals.entry(value.clone()).or_default() += count;
            for (other, others) in &counts {
                let others = if value == other { others - 1 } else { *others };
                if others > 0 {
                    let pairs = self.pairs.entry((value.clone(), other.clone())).or_default();
                    *pairs.entry(weight).or_default() += count * others;
                }
            }
        }
    }

    /// Units that at least two coders saw.
    pub fn units(&self) -> usize {
        self.units
    }

    /// n: the values in these units.
    pub fn pairable(&self) -> u64 {
        self.totals.values().sum()
    }

    /// Each value that occurs, with how often: the margin of the table.
    pub fn totals(&self) -> impl ExactSizeIterator<Item = (&V, u64)> {
        self.totals.iter().map(|(value, total)| (value, *total))
    }

    /// A cell of the table.
    pub fn observed(&self, value: &V, other: &V) -> f64 {
        self.pairs.get(&(value.clone(), other.clone())).map_or(0.0, sum)
    }

    /// The parts of the formula, or why there are none.
    pub fn alpha(&self) -> Result<Alpha, Undefined> {
        let values = self.pairable();
        let alike_by_chance: u64 = self.totals.values().map(|total| total * total).sum();
        let unlike_by_chance = values * values - alike_by_chance;
        if values < 2 {
            return Err(Undefined::NothingPairable);
        }
        if unlike_by_chance == 0 {
            return Err(Undefined::OneValue);
        }
        let mut unlike = Weighted::new();
        for (_, pairs) in self.pairs.iter().filter(|((value, other), _)| value != other) {
            for (weight, count) in pairs {
                *unlike.entry(*weight).or_default() += count;
            }
        }
        Ok(Alpha { values, unlike_pairs: sum(&unlike), unlike_by_chance })
    }
}

impl Alpha {
    /// Dₒ: the share of pairs that differ.
    pub fn observed_disagreement(self) -> f64 {
        self.unlike_pairs / self.values as f64
    }

    /// Dₑ: the share that would differ if coders drew from all values blindly.
    pub fn expected_disagreement(self) -> f64 {
        self.unlike_by_chance as f64 / (self.values * (self.values - 1)) as f64
    }

    /// 1: they agree throughout; 0: as chance would have it; below: they differ more often than that.
    pub fn value(self) -> f64 {
        1.0 - self.observed_disagreement() / self.expected_disagreement()
    }
}

fn sum(pairs: &Weighted) -> f64 {
    pairs.iter().fold(0.0, |sum, (weight, count)| sum + *count as f64 / *weight as f64)
}
