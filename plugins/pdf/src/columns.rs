//! The order in which the parts of a page are read.

use crate::{
    leading::Leading,
    lines::distinct,
    segments::{APART, Segment},
};

/// Lines on either side of white space that is one between columns of prose.
const LINES: usize = 3;
/// Characters that the parts of lines of prose have at least, on average.
const CHARACTERS: usize = 15;
/// How often a page is cut in two, one cut within the other.
const DEPTH: usize = 64;

/// The parts of a page in blocks, in the order in which they are read: columns from left to
/// right where white space parts prose from top to bottom, else from top to bottom. Columns
/// of a table are left together.
pub(crate) fn blocks(mut segments: Vec<Segment>, leading: Leading) -> Vec<Vec<Segment>> {
    let mut blocks = Vec::new();
    // What is turned stands apart, such as the name of an axis.
    segments.sort_by_key(|segment| (segment.turn != 0, segment.turn));
    let turned = segments.iter().position(|segment| segment.turn != 0).unwrap_or(segments.len());
    let turned = segments.split_off(turned);
    cut(segments, leading, 0, &mut blocks);
    for same in turned.chunk_by(|one, other| one.turn == other.turn) {
        blocks.push(same.to_vec());
    }
    blocks
}

fn cut(segments: Vec<Segment>, leading: Leading, depth: usize, blocks: &mut Vec<Vec<Segment>>) {
    let parted = match depth < DEPTH && segments.len() > 1 {
        true => beside(&segments).or_else(|| below(&segments, leading)),
        false => None,
    };
    let Some(cut_at) = parted else {
        if !segments.is_empty() {
            blocks.push(segments);
        }
        return;
    };
    let (first, second) = segments.into_iter().partition(|segment| cut_at.is_before(segment));
    cut(first, leading, depth + 1, blocks);
    cut(second, leading, depth + 1, blocks);
}

/// Where a page is cut.
#[derive(Clone, Copy, Debug)]
enum Cut {
    /// What lies left of this is read first.
    Beside(f64),
    /// What stands above this is.
    Below(f64),
}

impl Cut {
    fn is_before(self, segment: &Segment) -> bool {
        match self {
            Self::Beside(at) => segment.left < at,
            Self::Below(at) => segment.base < at,
        }
    }
}

/// The widest white space from top to bottom with prose on either side.
fn beside(segments: &[Segment]) -> Option<Cut> {
    let mut sides: Vec<_> = segments.iter().map(|one| (one.left, one.right, one.size)).collect();
    sides.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut end, mut gaps) = (f64::NEG_INFINITY, Vec::new());
    for (left, right, size) in sides {
        if end.is_finite() && left - end > APART * size {
            gaps.push((left - end, f64::midpoint(left, end)));
        }
        end = end.max(right);
    }
    gaps.sort_by(|one, other| other.0.total_cmp(&one.0));
    let cuts = gaps.into_iter().map(|(_, at)| Cut::Beside(at));
    cuts.into_iter().find(|cut| {
        let (left, right): (Vec<_>, Vec<_>) =
            segments.iter().partition(|segment| cut.is_before(segment));
        is_prose(&left) && is_prose(&right)
    })
}

fn is_prose(segments: &[&Segment]) -> bool {
    let characters: usize = segments.iter().map(|one| one.text.chars().count()).sum();
    let lines = distinct(segments.iter().map(|one| (one.base, one.size)));
    lines >= LINES && characters >= CHARACTERS * segments.len()
}

/// The widest white space from left to right between two blocks.
fn below(segments: &[Segment], leading: Leading) -> Option<Cut> {
    let mut lines: Vec<_> = segments.iter().map(|one| (one.base, one.size)).collect();
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    let gaps = lines.windows(2).filter_map(|pair| match *pair {
        [(above, one), (below, other)]
            if leading.is_between_blocks(below - above, one.max(other)) =>
        {
            Some((below - above, f64::midpoint(above, below)))
        }
        _ => None,
    });
    let widest = gaps.max_by(|one, other| one.0.total_cmp(&other.0))?;
    Some(Cut::Below(widest.1))
}
