//! Those rows of a long range that may differ significantly from a bound, without looking at the
//! others.

use std::ops::Range;

use super::sheet::Sheet;

/// Blocks of the lowest level have two to this power of rows.
const LOWEST: u32 = 9;

/// Each level has blocks two to this power as long as the one below.
const STEP: u32 = 3;

/// A sheet in blocks of several lengths, each with its rows sorted by both bounds: of a range, a
/// few whole blocks are read as far as their bounds go, and the rest row by row.
pub(super) struct Tree {
    // From the shortest blocks to the longest.
    levels: Vec<Level>,
}

/// Blocks of one length, one behind the other.
struct Level {
    shift: u32,
    // In every block in increasing order of the bound of a lower row.
    by_low: Vec<(f32, u32)>,
    // In every block in decreasing order of the bound of an upper row.
    by_high: Vec<(f32, u32)>,
}

impl Tree {
    /// Sorts the whole blocks of a sheet.
    pub(super) fn new(sheet: &Sheet) -> Self {
        let rows = sheet.member.len();
        let shifts = (LOWEST..u32::BITS).step_by(STEP as usize);
        let levels = shifts.take_while(|&shift| rows >> shift > 0);
        Self { levels: levels.map(|shift| Level::new(sheet, shift)).collect() }
    }

    /// Calls with every place in a range whose row may differ significantly from one of these
    /// bounds, as [`Sheet::candidates`] does, in another order.
    pub(super) fn candidates(
        &self,
        range: Range<usize>,
        bounds: [f32; 2],
        sheet: &Sheet,
        hold: &mut impl FnMut(usize),
    ) {
        let mut place = range.start;
        while place < range.end {
            let fits = |level: &&Level| {
                let length = 1 << level.shift;
                place.is_multiple_of(length) && place + length <= range.end
            };
            if let Some(level) = self.levels.iter().rev().find(fits) {
                level.read(place, bounds, sheet, hold);
                place += 1 << level.shift;
            } else {
                let next = (place + 1).next_multiple_of(1 << LOWEST).min(range.end);
                sheet.candidates(place..next, bounds, hold);
                place = next;
            }
        }
    }
}

impl Level {
    fn new(sheet: &Sheet, shift: u32) -> Self {
        let whole = (sheet.member.len() >> shift) << shift;
        let numbered = |bounds: &Vec<f32>| -> Vec<_> {
            bounds[..whole].iter().copied().zip(0_u32..).collect()
        };
        let [mut by_low, mut by_high] = [&sheet.low, &sheet.high].map(numbered);
        for block in by_low.chunks_mut(1 << shift) {
            block.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
        }
        for block in by_high.chunks_mut(1 << shift) {
            block.sort_unstable_by(|one, other| other.0.total_cmp(&one.0));
        }
        Self { shift, by_low, by_high }
    }

    fn read(
        &self,
        start: usize,
        [high, low]: [f32; 2],
        sheet: &Sheet,
        hold: &mut impl FnMut(usize),
    ) {
        let block = start..start + (1 << self.shift);
        let lower = self.by_low[block.clone()].iter().take_while(|(bound, _)| *bound < high);
        lower.for_each(|&(_, place)| hold(place as usize));
        let upper = self.by_high[block].iter().take_while(|(bound, _)| *bound > low);
        // Bounds are a little too wide, so that a row may be within both: it was told already.
        let once = upper.filter(|&&(_, place)| sheet.low[place as usize] >= high);
        once.for_each(|&(_, place)| hold(place as usize));
    }
}
