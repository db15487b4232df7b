//! What the claims of one study have in common.

use super::dates::Day;
use super::draw::{Draw, Kind};

/// So many claims in a row are of one study.
pub(super) const CLAIMS: u64 = 8;

/// So many houses publish studies.
pub(super) const PUBLISHERS: u64 = 40;

/// In so many of a thousand studies the size is not disclosed.
pub(super) const UNKNOWN: u64 = 200;

/// Fieldwork begins on one of so many days, such that two studies in five overlap.
const DAYS: u64 = 850;

/// Sizes that are asked for, more or less.
const SIZES: [u64; 8] = [500, 800, 1000, 1000, 1000, 1500, 2000, 3000];

pub(super) struct Study {
    pub(super) number: u64,
    pub(super) publisher: u64,
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) size: u64,
    pub(super) is_disclosed: bool,
    /// In tenths, from 10 to 24.
    pub(super) design_effect: u64,
}

impl Study {
    pub(super) fn new(seed: u64, number: u64) -> Self {
        let mut draw = Draw::new(seed, Kind::Study, number);
        let from = draw.below(DAYS);
        // A few days, a quarter, or tracked through the year.
        let length = match draw.below(4) {
            0 => 2 + draw.below(28),
            1 => 91,
            _ => 365,
        };
        let asked = SIZES[draw.below(8) as usize];
        Self {
            number,
            publisher: draw.below(PUBLISHERS),
            from: Day(from as u32),
            to: Day((from + length - 1) as u32),
            size: asked + draw.below(asked / 10),
            is_disclosed: !draw.happens(UNKNOWN),
            design_effect: 10 + draw.below(15),
        }
    }
}
