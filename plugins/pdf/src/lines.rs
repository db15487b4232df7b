//! The lines of a block.

use crate::segments::{APART, Segment};

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    /// What it says; what stands far apart on it is parted by tabs.
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// Where it stands, downwards.
    pub(crate) base: f64,
    pub(crate) size: f64,
}

/// Parts that are no farther from each other, of their size, are on one line.
const SAME: f64 = 0.4;

/// The lines of a block, from top to bottom.
pub(crate) fn lines(mut segments: Vec<Segment>) -> Vec<Line> {
    segments.sort_by(|one, other| one.base.total_cmp(&other.base));
    let is_one = |one: &Segment, next: &Segment| is_same(one.base, next.base, next.size);
    segments.chunk_by(is_one).map(|line| joined(line.to_vec())).collect()
}

/// How many lines stand at such places, of such sizes.
pub(crate) fn distinct(lines: impl Iterator<Item = (f64, f64)>) -> usize {
    let mut lines: Vec<_> = lines.collect();
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    lines.chunk_by(|one, next| is_same(one.0, next.0, next.1)).count()
}

fn is_same(one: f64, next: f64, size: f64) -> bool {
    next - one <= SAME * size
}

/// A line made of its parts.
fn joined(mut parts: Vec<Segment>) -> Line {
    parts.sort_by(|one, other| one.left.total_cmp(&other.left));
    let mut line = Line {
        text: String::new(),
        left: f64::INFINITY,
        right: f64::NEG_INFINITY,
        base: 0.0,
        size: 0.0,
    };
    for part in parts {
        if !line.text.is_empty() {
            // Figures in neighbouring cells must not become one.
            let is_apart = part.left - line.right > APART * part.size;
            line.text.push(if is_apart { '\t' } else { ' ' });
        }
        line.text.push_str(&part.text);
        line.left = line.left.min(part.left);
        line.right = line.right.max(part.right);
        line.base = part.base;
        line.size = line.size.max(part.size);
    }
    line
}
