//! What a table holds, and the truth that it was made with.

use std::fmt;

use super::row::Row;
use super::{study, table};

/// Counts of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Totals {
    /// The seed that it was made with.
    pub seed: u64,
    /// Claims.
    pub claims: u64,
    /// Studies.
    pub studies: u64,
    /// Propositions.
    pub propositions: u64,
    /// Claims of the propositions that have most.
    pub largest: Vec<u64>,
    /// Pairs of claims on one proposition, whether they can be compared or not.
    pub pairs: u64,
    /// Claims that are displaced.
    pub displaced: u64,
    /// Claims of unknown size.
    pub unknown: u64,
    /// Claims that say "at least" or "at most".
    pub bounds: u64,
    /// Claims that do not disclose their conditions.
    pub undisclosed: u64,
}

impl Totals {
    /// Counts of no rows yet, of propositions with so many claims.
    pub(super) fn new(seed: u64, sizes: impl Iterator<Item = u64>) -> Self {
        let mut totals = Self {
            seed,
            claims: 0,
            studies: 0,
            propositions: 0,
            largest: Vec::new(),
            pairs: 0,
            displaced: 0,
            unknown: 0,
            bounds: 0,
            undisclosed: 0,
        };
        for size in sizes {
            totals.propositions += 1;
            totals.pairs += size * (size - 1) / 2;
            if totals.largest.len() < 5 {
                totals.largest.push(size);
            }
        }
        totals
    }

    pub(super) fn add(&mut self, row: &Row) {
        self.claims += 1;
        self.studies = self.studies.max(row.study + 1);
        self.displaced += u64::from(row.is_displaced);
        self.unknown += u64::from(row.size.is_none());
        self.bounds += u64::from(row.lo == 0 || row.hi == 2000);
        self.undisclosed += u64::from(row.conditions.is_none());
    }
}

impl fmt::Display for Totals {
    /// TOML: what was counted, then what it was drawn from.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |per_mille: u64| per_mille as f64 / 10.0;
        writeln!(to, "[table]")?;
        writeln!(to, "seed = {}", self.seed)?;
        writeln!(to, "claims = {}", self.claims)?;
        writeln!(to, "studies = {}", self.studies)?;
        writeln!(to, "propositions = {}", self.propositions)?;
        writeln!(to, "largest-propositions = {:?}", self.largest)?;
        writeln!(to, "pairs-on-one-proposition = {}", self.pairs)?;
        writeln!(to, "displaced = {}", self.displaced)?;
        writeln!(to, "size-unknown = {}", self.unknown)?;
        writeln!(to, "at-least-or-at-most = {}", self.bounds)?;
        writeln!(to, "conditions-undisclosed = {}", self.undisclosed)?;
        writeln!(to, "\n[truth]")?;
        writeln!(to, "share-of-a-proposition = \"uniform from 5 % to 95 %\"")?;
        writeln!(to, "house-effect-points = {}", 100.0 * table::HOUSE)?;
        writeln!(to, "displaced-percent = {}", percent(table::DISPLACED))?;
        writeln!(to, "displaced-by = \"15 to 35 points, towards the middle\"")?;
        writeln!(to, "size-unknown-percent = {}", percent(study::UNKNOWN))?;
        writeln!(to, "at-least-or-at-most-percent = {}", percent(table::BOUNDS))?;
        writeln!(to, "in-tenths-of-a-percent-percent = {}", percent(table::TENTHS))?;
        writeln!(to, "design-effect = \"1.0 to 2.4\"")?;
        writeln!(to, "publishers = {}", study::PUBLISHERS)?;
        writeln!(to, "claims-of-a-study = {}", study::CLAIMS)
    }
}
