//! How far apart the lines of a page stand.

use crate::segments::Segment;

/// How far the lines of a page are from each other, in their sizes: the middle of all
/// distances to the next line below, of a page that is printed wide no less than `1.0` and no
/// more than [`WIDEST`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leading(f64);

/// Lines farther apart are none of one paragraph.
const WIDEST: f64 = 2.2;
/// Lines of one paragraph are no farther apart than so many of their sizes ...
const PARAGRAPH: f64 = 1.5;
/// ... or than so many distances of the page.
const PARAGRAPHS: f64 = 1.15;
/// Lines are farther apart than so many of their sizes where one block ends ...
const BLOCK: f64 = 1.8;
/// ... and than so many distances of the page.
const BLOCKS: f64 = 1.3;

impl Leading {
    /// That of a page of these parts.
    pub(crate) fn of(segments: &[Segment]) -> Self {
        let mut upright: Vec<&Segment> = segments.iter().filter(|one| one.turn == 0).collect();
        upright.sort_by(|one, other| one.base.total_cmp(&other.base));
        let below = |(at, one): (usize, &&Segment)| {
            let near = upright[at + 1..].iter();
            let mut near = near.take_while(|next| next.base - one.base <= WIDEST * one.size);
            let next = near.find(|next| {
                let is_lower = next.base - one.base > 0.5 * one.size;
                is_lower && next.left < one.right && one.left < next.right
            });
            next.map(|next| (next.base - one.base) / one.size.max(next.size))
        };
        let mut distances: Vec<f64> = upright.iter().enumerate().filter_map(below).collect();
        distances.sort_by(f64::total_cmp);
        let middle = distances.get(distances.len() / 2).copied().unwrap_or(1.0);
        Self(middle.clamp(1.0, WIDEST))
    }

    /// Whether lines so far apart may be of one paragraph.
    pub(crate) fn is_within_paragraph(self, distance: f64, size: f64) -> bool {
        distance <= size * PARAGRAPH.max(PARAGRAPHS * self.0)
    }

    /// Whether lines so far apart are of two blocks.
    pub(crate) fn is_between_blocks(self, distance: f64, size: f64) -> bool {
        distance > size * BLOCK.max(BLOCKS * self.0)
    }
}
