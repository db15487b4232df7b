//! Rows of one proposition cut along time, so that several processes judge it together.
//!
//! A [`Slice`] has rows of its own, those that begin in it, and as *lookahead* the later rows that
//! are near enough to one of its own. Every pair is judged in exactly one slice: that of the row
//! that begins first. [`slices`] makes slices of about equally many pairs, and
//! [`slice`](crate::slice) judges one.

use std::num::NonZero;

use crate::{claims::Claims, days::Day, intern::NONE};

/// So many binary digits tell apart the rows that begin on one day.
const TIE: u32 = 32;

/// Where a row stands among those that it may be held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// What it is about.
    pub proposition: &'a str,
    /// What must be the same.
    pub conditions: &'a str,
    /// The first day, as a number in order of time.
    pub start: i32,
    /// The day after the last one, as such a number.
    pub free: i32,
    /// How many months apart periods may lie; of a group the least counts.
    pub months: u32,
}

/// Rows of a group that begin and end on the same days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stay {
    /// [`Place::start`].
    pub start: i32,
    /// [`Place::free`].
    pub free: i32,
    /// How many rows.
    pub rows: u64,
}

/// A part of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The moment ([`Claims::moment`]) of the first of its own rows.
    pub from: i64,
    /// The first moment that is beyond it.
    pub until: i64,
    /// The first day on which a row begins too late to be near any of its own.
    pub reach: i32,
    /// The months of the whole group.
    pub months: u32,
    /// About how many pairs are to be judged.
    pub pairs: u64,
}

/// What the judge has to know of a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The months of the whole group, of which a slice may lack the row with the least.
    pub months: u32,
    /// Rows from this moment on are lookahead.
    pub until: i64,
}

impl Claims {
    /// Where a row stands; none if it is compared with nothing.
    pub fn place(&self, row: u32) -> Option<Place<'_>> {
        let packed = self.rows.get(row as usize)?;
        let compared = packed.proposition != NONE && packed.conditions != NONE;
        compared.then(|| Place {
            proposition: self.propositions.get(packed.proposition),
            conditions: self.conditions.get(packed.conditions),
            start: packed.start.0,
            free: packed.free.0,
            months: packed.months,
        })
    }

    /// When a row begins, rows of one day being told apart by the names of their claims; 0 if there
    /// is no such row. It is the same in every process.
    pub fn moment(&self, row: u32) -> i64 {
        let start = self.rows.get(row as usize).map_or(0, |packed| packed.start.0);
        moment(start) | i64::from(mixed(self.name(row)))
    }
}

impl Cut {
    /// Whether a row is lookahead.
    pub(crate) fn is_beyond(self, claims: &Claims, row: u32) -> bool {
        claims.moment(row) >= self.until
    }
}

impl Slice {
    /// Whether a row of the group that begins at this moment is one of its own, or lookahead.
    pub fn takes(&self, moment: i64) -> bool {
        self.from <= moment && (moment < self.until || moment >> TIE < i64::from(self.reach))
    }

    /// What the judge has to know.
    pub fn cut(&self) -> Cut {
        Cut { months: self.months, until: self.until }
    }
}

/// One day of a group.
struct Begun {
    start: i32,
    rows: u64,
    reach: i32,
    /// Pairs of its rows with each other and with later ones.
    pairs: u64,
}

/// Cuts a group into slices of about `most` pairs of rows that are near enough; a single row is
/// never cut. All that begins is in one of them, also what no stay tells of.
pub fn slices(stays: &[Stay], months: u32, most: u64) -> Vec<Slice> {
    let most = most.max(1);
    let mut found: Vec<Slice> = Vec::new();
    let mut is_open = false;
    for day in days(stays, months) {
        let pieces = if day.pairs > most { (2 * day.pairs).div_ceil(most) } else { 1 };
        let pieces = pieces.clamp(1, day.rows.clamp(1, 1 << TIE));
        for piece in 0..pieces {
            let pairs = day.pairs / pieces;
            match found.last_mut().filter(|last| is_open && last.pairs + pairs <= most) {
                Some(last) => {
                    last.pairs += pairs;
                    last.reach = last.reach.max(day.reach);
                }
                None => {
                    // Below 2³², as `piece` is below `pieces`.
                    let tie = ((u128::from(piece) << TIE) / u128::from(pieces)) as i64;
                    let from = moment(day.start) | tie;
                    found.push(Slice { from, until: i64::MAX, reach: day.reach, months, pairs });
                }
            }
            is_open = pieces == 1;
        }
    }
    close(&mut found);
    found
}

/// Lets every slice end where the next begins, and the first begin before everything.
fn close(slices: &mut [Slice]) {
    for place in 1..slices.len() {
        slices[place - 1].until = slices[place].from;
    }
    if let Some(first) = slices.first_mut() {
        first.from = i64::MIN;
    }
}

fn days(stays: &[Stay], months: u32) -> Vec<Begun> {
    let mut stays = stays.to_vec();
    stays.sort_unstable_by_key(|stay| stay.start);
    let runs: Vec<&[Stay]> = stays.chunk_by(|one, other| one.start == other.start).collect();
    // How many rows begin before each day, and in all.
    let mut before = vec![0];
    for run in &runs {
        let rows: u64 = run.iter().map(|stay| stay.rows).sum();
        before.push(before[before.len() - 1] + rows);
    }
    let begun = |(place, run): (usize, &&[Stay])| {
        let limit = |stay: &Stay| Day(stay.free).limit(months).0;
        let rows = before[place + 1] - before[place];
        let later = |stay: &Stay| {
            let near = runs.partition_point(|other| other[0].start < limit(stay)).max(place + 1);
            stay.rows * (before[near] - before[place + 1])
        };
        let reach = run.iter().map(limit).max().unwrap_or(i32::MIN);
        let pairs = rows * rows.saturating_sub(1) / 2 + run.iter().map(later).sum::<u64>();
        Begun { start: run[0].start, rows, reach, pairs }
    };
    runs.iter().enumerate().map(begun).collect()
}

/// The first moment of a day.
fn moment(start: i32) -> i64 {
    i64::from(start) << TIE
}

/// Which of so many places a text is given: evenly, and the same in every process.
pub fn spread(text: &str, places: NonZero<u32>) -> u32 {
    let place = (u64::from(mixed(text)) * u64::from(places.get())) >> 32;
    // Below `places`, as the first factor is below 2³².
    place as u32
}

/// A number that spreads texts evenly and is the same everywhere: FNV-1a of 64 bits, its upper half
/// after a multiplication (Steele, Lea and Flood 2014, the finalizer of SplitMix64).
fn mixed(text: &str) -> u32 {
    let fnv = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.as_bytes().iter().fold(0xcbf2_9ce4_8422_2325, fnv);
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (hash >> 32) as u32
}

#[cfg(test)]
mod tests;
