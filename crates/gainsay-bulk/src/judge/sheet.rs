//! The rows of one proposition that have the same conditions, in order of time.

use std::ops::Range;

use gainsay_judge::stats::{
    Arms, Effective, Ends, Facing, PairVerdict, Quantile, Reported, Thresholds, compare,
};

use super::{
    family::Judge,
    groups::{Member, Members},
    tree::Tree,
};
use crate::{
    claims::Packed,
    days::Day,
    intern::NONE,
    judged::{Contradicting, Corrected},
};

/// From so many rows on that are to be looked at, those that may be significant are looked up.
const MANY: usize = 1 << 12;

/// Rows in columns, so that a row is held against those that begin after it in one go.
#[derive(Default)]
pub(super) struct Sheet {
    /// Its place among the members of the proposition.
    pub(super) member: Vec<u32>,
    // Of a row of unknown size, at the size that any plausible survey reaches.
    arms: Vec<Arms>,
    pub(super) known: Vec<bool>,
    /// What the bound of a lower row has to stay below ([`Arms::as_upper`]), rounded up.
    pub(super) high: Vec<f32>,
    /// The bound ([`Arms::as_lower`]), rounded down.
    pub(super) low: Vec<f32>,
    pub(super) study: Vec<u32>,
    pub(super) collection: Vec<u32>,
    pub(super) publisher: Vec<u32>,
    pub(super) start: Vec<Day>,
    pub(super) free: Vec<Day>,
    /// The first place whose period begins too late to be compared.
    pub(super) end: Vec<u32>,
    pub(super) months: u32,
    /// How many rows, the first ones, are held against all later ones: all but those beyond a cut.
    pub(super) own: usize,
    /// Whether rows of one study are of one collection.
    pub(super) nested: bool,
}

/// What is found among the rows of a sheet.
#[derive(Default)]
pub(super) struct Found {
    pub(super) conflicts: Vec<Conflict>,
    pub(super) below: Vec<f64>,
}

/// Two rows that conflict, by their places among the members of the proposition.
#[derive(Clone, Copy)]
pub(super) struct Conflict {
    pub(super) upper: u32,
    pub(super) lower: u32,
    gap: f64,
    odds: f64,
    /// None where a size is unknown.
    pub(super) p: Option<f64>,
}

impl Conflict {
    /// The pair of rows, with its test as if it were the only one.
    pub(super) fn pair(&self, members: &Members) -> Contradicting {
        let [upper, lower] = [self.upper, self.lower].map(|place| members.all[place as usize].row);
        let test = self.p.map(|p| Corrected { p, holm: p, bh: None, q: None });
        Contradicting { upper, lower, gap: self.gap, odds: self.odds, test, stays: true }
    }
}

impl Sheet {
    /// Fills the sheet with the members of one group.
    pub(super) fn fill(&mut self, members: &Members, group: Range<usize>, judge: Judge<'_>) {
        let Judge { groups, thresholds: usual, level, extent, .. } = judge;
        self.clear();
        self.nested = groups.nested;
        let months = members.all[group.clone()].iter().map(|member| member.packed.months).min();
        self.months = extent.cut().map(|cut| cut.months).or(months).unwrap_or_default();
        for (place, member) in (0..).zip(&members.all).skip(group.start).take(group.len()) {
            // The ends and the size of a row were checked when it was taken in.
            if let Some(arms) = arms(&member.packed, usual, level) {
                self.own += usize::from(!member.is_beyond);
                self.add(place, member, arms);
            }
        }
        for place in 0..self.member.len() {
            let limit = self.limit(place);
            let later = &self.start[place + 1..];
            let near = later.partition_point(|start| *start < limit);
            self.end.push((place + 1 + near) as u32);
        }
    }

    /// Counts the pairs of some rows with all later ones that are comparable, and those of them of
    /// which both sizes are known.
    pub(super) fn count(&self, places: Range<usize>) -> (u64, u64) {
        let (mut comparable, mut tested) = (0, 0);
        for place in places {
            let own_known = self.known[place];
            for other in place + 1..self.end[place] as usize {
                let counts = !self.is_excluded(place, other);
                comparable += u64::from(counts);
                tested += u64::from(counts & own_known & self.known[other]);
            }
        }
        (comparable, tested)
    }

    /// Finds the conflicts of some rows with all later ones, and every p below the level.
    pub(super) fn find(
        &self,
        places: Range<usize>,
        tree: Option<&Tree>,
        usual: &Thresholds,
        found: &mut Found,
    ) {
        for place in places {
            let (high, low) = (self.high[place], self.low[place]);
            let range = place + 1..self.end[place] as usize;
            let mut hold = |other: usize| {
                let is_upper = self.lo(place) > self.hi(other);
                let (upper, lower) = if is_upper { (place, other) } else { (other, place) };
                if self.lo(upper) > self.hi(lower) {
                    self.hold(upper, lower, usual, found);
                }
            };
            match tree.filter(|_| range.len() >= MANY) {
                Some(tree) => tree.candidates(range, [high, low], self, &mut hold),
                None => self.candidates(range, [high, low], &mut hold),
            }
        }
    }

    /// Calls with every place in a range whose row may differ significantly from one of these bounds.
    pub(super) fn candidates(
        &self,
        range: Range<usize>,
        [high, low]: [f32; 2],
        hold: &mut impl FnMut(usize),
    ) {
        let bounds = self.low[range.clone()].iter().zip(&self.high[range.clone()]);
        for (place, (&other_low, &other_high)) in range.zip(bounds) {
            if (other_low < high) | (other_high > low) {
                hold(place);
            }
        }
    }

    fn hold(&self, upper: usize, lower: usize, usual: &Thresholds, found: &mut Found) {
        if self.is_excluded(upper.min(lower), upper.max(lower)) {
            return;
        }
        let (high, low) = (&self.arms[upper], &self.arms[lower]);
        if !(self.known[upper] && self.known[lower]) {
            let both = !(self.known[upper] || self.known[lower]);
            if is_conflict_at_floors(high, low, both, usual) {
                found.conflicts.push(self.conflict(upper, lower, None));
            }
        } else if high.is_significant_to(low, usual.alpha) {
            let p = high.p_to(low);
            found.below.push(p);
            if is_conflict(high, low, usual) {
                found.conflicts.push(self.conflict(upper, lower, Some(p)));
            }
        }
    }

    fn conflict(&self, upper: usize, lower: usize, p: Option<f64>) -> Conflict {
        let [one, other] = [upper, lower].map(|place| self.arms[place].claim().ends);
        let facing = Facing::new(one, other);
        let (gap, odds) = (facing.gap(), facing.odds());
        Conflict { upper: self.member[upper], lower: self.member[lower], gap, odds, p }
    }

    /// Whether two rows are of one collection, or waves of one publisher; the first begins no
    /// later.
    fn is_excluded(&self, first: usize, second: usize) -> bool {
        let is_same_study = !self.nested && self.study[first] == self.study[second];
        let is_wave = self.publisher[first] == self.publisher[second]
            && self.publisher[first] != NONE
            && (self.months == 0 || self.start[second] >= self.free[first]);
        (self.collection[first] == self.collection[second]) | is_same_study | is_wave
    }

    fn lo(&self, place: usize) -> f64 {
        self.arms[place].claim().ends.lo()
    }

    fn hi(&self, place: usize) -> f64 {
        self.arms[place].claim().ends.hi()
    }

    /// The first day on which a later period would begin too late.
    fn limit(&self, place: usize) -> Day {
        self.free[place].limit(self.months)
    }

    fn add(&mut self, place: u32, member: &Member, arms: Arms) {
        let packed = &member.packed;
        self.member.push(place);
        self.known.push(!packed.size.is_nan());
        // Each is widened by more than its rounding, so that rounding hides no pair.
        self.high.push((arms.as_upper() as f32).next_up());
        self.low.push((arms.as_lower() as f32).next_down());
        self.arms.push(arms);
        self.study.push(packed.study);
        self.collection.push(packed.collection);
        self.publisher.push(packed.publisher);
        self.start.push(packed.start);
        self.free.push(packed.free);
    }

    fn clear(&mut self) {
        self.own = 0;
        self.member.clear();
        self.arms.clear();
        self.known.clear();
        self.high.clear();
        self.low.clear();
        self.study.clear();
        self.collection.clear();
        self.publisher.clear();
        self.start.clear();
        self.free.clear();
        self.end.clear();
    }
}

/// The arms of a row at its size, or else at its floor.
fn arms(packed: &Packed, usual: &Thresholds, level: Quantile) -> Option<Arms> {
    let deff = usual.deff.value();
    let floor = if packed.floor == 0 { usual.floor as f64 } else { f64::from(packed.floor) };
    let size = match packed.size {
        size if size.is_nan() => (floor / deff).max(f64::MIN_POSITIVE),
        size if size < 0.0 => -size / deff,
        size => size,
    };
    let (ends, size) = (Ends::new(packed.lo, packed.hi).ok()?, Effective::new(size).ok()?);
    Some(Arms::new(Reported { ends, size }, level))
}

/// Whether two rows that differ significantly conflict, as [`compare`] says.
fn is_conflict(high: &Arms, low: &Arms, usual: &Thresholds) -> bool {
    if !high.is_material_to(low, usual) {
        return false;
    }
    let facing = Facing::new(high.claim().ends, low.claim().ends);
    // Shares that differ by less than what matters, if only in the last digit, may agree.
    let beyond = facing.gap() >= usual.delta || facing.odds() >= usual.rho;
    beyond || compare(high.claim(), low.claim(), usual).verdict == PairVerdict::Conflict
}

/// Whether two rows, of one or both of which the size is unknown, would conflict at the floors:
/// of two unknown sizes at the smaller one.
fn is_conflict_at_floors(high: &Arms, low: &Arms, both: bool, usual: &Thresholds) -> bool {
    let sizes = [high, low].map(|one| one.claim().size);
    let at = |one: &Arms, size: Effective| {
        let own = one.claim();
        if own.size == size {
            *one
        } else {
            Arms::new(Reported { size, ..own }, usual.alpha.quantile())
        }
    };
    let smaller = if sizes[0] <= sizes[1] { sizes[0] } else { sizes[1] };
    let [high_size, low_size] = if both { [smaller; 2] } else { sizes };
    let (high, low) = (at(high, high_size), at(low, low_size));
    high.is_material_to(&low, usual) && high.excludes_zero_to(&low)
}
