//! A table, row by row.

use super::draw::{Draw, Kind, Shuffle};
use super::row::Row;
use super::study::{self, Study};
use super::{Totals, sizes};

/// So many of a thousand claims are displaced.
pub(super) const DISPLACED: u64 = 20;

/// So many of a thousand claims say "at least" or "at most".
pub(super) const BOUNDS: u64 = 50;

/// So many of a thousand claims are given to a tenth of a percent, the others in whole percent.
pub(super) const TENTHS: u64 = 200;

/// The standard deviation of what one house finds on one proposition, as a fraction.
pub(super) const HOUSE: f64 = 0.01;

/// A claims table that was never measured: its rows are computed one by one, in the order of
/// studies, and no row needs another.
#[derive(Debug)]
pub struct Table {
    seed: u64,
    rows: u64,
    /// The first claim of each proposition, before they are shuffled.
    starts: Vec<u64>,
}

impl Table {
    /// Makes a table of so many claims. Takes eight bytes for each proposition, a megabyte for
    /// a million claims.
    pub fn new(rows: u64, seed: u64) -> Self {
        Self { seed, rows, starts: sizes::starts(seed, rows) }
    }

    /// Iterates over its claims.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        let order = Shuffle::new(self.seed, self.rows);
        (0..self.rows).map(move |claim| self.row(claim, order.at(claim)))
    }

    /// Counts what it holds, which means to go through all of it.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::new(self.seed, self.sizes());
        self.rows().for_each(|row| totals.add(&row));
        totals
    }

    /// How many claims each proposition has, by its rank.
    fn sizes(&self) -> impl Iterator<Item = u64> {
        let ends = self.starts.iter().skip(1).copied().chain([self.rows]);
        self.starts.iter().zip(ends).map(|(start, end)| end - start)
    }

    fn row(&self, claim: u64, member: u64) -> Row {
        let rank = self.starts.partition_point(|&start| start <= member) as u64;
        let study = Study::new(self.seed, claim / study::CLAIMS);
        let mut draw = Draw::new(self.seed, Kind::Claim, claim);
        // Of the other three in ten only a part was asked.
        let asked = if draw.happens(700) { 100 } else { 20 + draw.below(60) };
        let n = study.size * asked / 100;
        let effective = n * 100 / study.design_effect;
        let is_displaced = draw.happens(DISPLACED);
        let truth = self.truth(rank, study.publisher, is_displaced, &mut draw);
        let error = (truth * (1.0 - truth) * 10.0 / effective as f64).sqrt();
        let found = (truth + error * draw.normal()).clamp(0.0, 1.0);
        let (lo, hi) = reported(found, &mut draw);
        Row {
            claim,
            study: study.number,
            publisher: study.publisher,
            proposition: rank,
            conditions: conditions(&mut draw),
            lo,
            hi,
            size: study.is_disclosed.then_some((n, effective)),
            from: study.from,
            to: study.to,
            truth,
            is_displaced,
        }
    }

    /// The share that is true of those whom a study could ask, a fraction.
    fn truth(&self, rank: u64, publisher: u64, is_displaced: bool, draw: &mut Draw) -> f64 {
        let everybody = 0.05 + 0.9 * Draw::new(self.seed, Kind::Proposition, rank).fraction();
        let house =
            Draw::new(self.seed, Kind::House, rank * study::PUBLISHERS + publisher).normal();
        let aside = if is_displaced { 0.15 + 0.2 * draw.fraction() } else { 0.0 };
        let aside = if everybody < 0.5 { aside } else { -aside };
        (everybody + HOUSE * house + aside).clamp(0.01, 0.99)
    }
}

/// The reporting set that a publisher's words leave of what was found, in two thousandths.
fn reported(found: f64, draw: &mut Draw) -> (u32, u32) {
    let (step, half) = if draw.happens(TENTHS) { (2, 1) } else { (20, 10) };
    let middle = (found * 2000.0 / f64::from(step)).round() as u32 * step;
    let (lo, hi) = (middle.saturating_sub(half), (middle + half).min(2000));
    match draw.happens(BOUNDS).then(|| draw.below(2)) {
        Some(0) => (lo, 2000),
        Some(_) => (0, hi),
        None => (lo, hi),
    }
}

fn conditions(draw: &mut Draw) -> Option<&'static str> {
    match draw.below(100) {
        0..90 => Some("adults; all asked; the whole country"),
        90..97 => Some("voters; all asked; the whole country"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
