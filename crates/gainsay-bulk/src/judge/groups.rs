//! The rows in order of proposition, conditions and time.

use std::ops::Range;

use crate::{
    claims::{Claims, Packed},
    intern::NONE,
    slices::Cut,
};

/// A proposition of so many rows is judged by all threads together.
const LARGE: usize = 1 << 15;

/// Propositions are judged in chunks of so many rows, that a thread takes at once.
const CHUNK: usize = 1 << 13;

/// Rows that are compared, proposition by proposition.
pub(super) struct Groups {
    rows: Vec<u32>,
    // Where the rows of each proposition begin in `rows`; one more than there are propositions.
    starts: Vec<u32>,
    large: Vec<u32>,
    // Ranges of propositions without those that are large.
    chunks: Vec<Range<u32>>,
    /// Whether every study is in one collection, so that to compare these is enough.
    pub(super) nested: bool,
}

impl Groups {
    pub(super) fn new(claims: &Claims) -> Self {
        let mut starts = vec![0_u32; claims.propositions.len() + 1];
        let compared = || claims.rows.iter().filter(|row| row.proposition != NONE);
        for row in compared() {
            starts[row.proposition as usize + 1] += 1;
        }
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let mut rows = vec![0; compared().count()];
        let mut next = starts.clone();
        for (number, row) in (0..).zip(&claims.rows) {
            if let Some(place) = next.get_mut(row.proposition as usize) {
                rows[*place as usize] = number;
                *place += 1;
            }
        }
        let (large, chunks) = chunks(&starts);
        Self { rows, starts, large, chunks, nested: is_nested(claims) }
    }

    /// The propositions that are large.
    pub(super) fn large(&self) -> impl Iterator<Item = u32> {
        self.large.iter().copied()
    }

    /// How many chunks the others are in.
    pub(super) fn chunks(&self) -> usize {
        self.chunks.len()
    }

    /// The propositions of a chunk.
    pub(super) fn chunk(&self, chunk: usize) -> Range<u32> {
        self.chunks[chunk].clone()
    }

    /// How many propositions have a row.
    pub(super) fn propositions(&self) -> u64 {
        self.starts.windows(2).filter(|ends| ends[0] < ends[1]).count() as u64
    }

    /// The rows of a proposition that disclose their conditions and their time, in order of both;
    /// of those that begin on one day first those that are not beyond the cut.
    pub(super) fn members(
        &self,
        claims: &Claims,
        proposition: u32,
        cut: Option<Cut>,
        into: &mut Members,
    ) {
        let place = proposition as usize;
        let all = &self.rows[self.starts[place] as usize..self.starts[place + 1] as usize];
        let member = |&row: &u32| {
            let packed = claims.rows[row as usize];
            let is_beyond = cut.is_some_and(|cut| cut.is_beyond(claims, row));
            (packed.conditions != NONE).then_some(Member { row, is_beyond, packed })
        };
        into.all.clear();
        into.all.extend(all.iter().filter_map(member));
        let order =
            |one: &Member| (one.packed.conditions, one.packed.start, one.is_beyond, one.row);
        into.all.sort_unstable_by_key(order);
    }
}

/// The rows of one proposition, side by side in memory.
#[derive(Default)]
pub(super) struct Members {
    pub(super) all: Vec<Member>,
}

/// A row of a proposition.
pub(super) struct Member {
    pub(super) row: u32,
    /// Whether it is beyond the cut.
    pub(super) is_beyond: bool,
    pub(super) packed: Packed,
}

impl Members {
    /// Those that have the same conditions, as ranges of their places.
    pub(super) fn alike(&self) -> impl Iterator<Item = Range<usize>> {
        let groups =
            self.all.chunk_by(|one, other| one.packed.conditions == other.packed.conditions);
        groups.scan(0, |start, group| {
            let range = *start..*start + group.len();
            *start = range.end;
            Some(range)
        })
    }
}

/// The large propositions, and chunks of the others.
fn chunks(starts: &[u32]) -> (Vec<u32>, Vec<Range<u32>>) {
    let (mut large, mut chunks) = (Vec::new(), Vec::new());
    let (mut first, mut held) = (0, 0);
    for (proposition, ends) in (0..).zip(starts.windows(2)) {
        let rows = (ends[1] - ends[0]) as usize;
        if rows >= LARGE || held >= CHUNK {
            chunks.push(first..proposition);
            (first, held) = (proposition, 0);
        }
        if rows >= LARGE {
            large.push(proposition);
            first = proposition + 1;
        } else {
            held += rows;
        }
    }
    chunks.push(first..u32::try_from(starts.len() - 1).unwrap_or(NONE));
    chunks.retain(|chunk| !chunk.is_empty());
    (large, chunks)
}

fn is_nested(claims: &Claims) -> bool {
    let mut collections = vec![NONE; claims.studies.len()];
    claims.rows.iter().all(|row| {
        let known = &mut collections[row.study as usize];
        let first = *known == NONE;
        if first {
            *known = row.collection;
        }
        *known == row.collection
    })
}
