//! Rows split and prepared on all threads, and taken in order on one.

use std::{
    collections::BTreeMap,
    io::{self, Read},
    num::NonZero,
    panic::resume_unwind,
    sync::{Mutex, MutexGuard, PoisonError, mpsc},
    thread::{self, available_parallelism},
};

use super::split::{Batch, RowCells, Splitter};
use crate::cells::Bad;

/// Rows of a block, and what was made of each but the names of the columns.
struct Prepared<T> {
    batch: Batch,
    rows: Vec<Result<T, Bad>>,
}

impl<T> Prepared<T> {
    fn hand_over(&mut self, take: &mut impl FnMut(u64, RowCells<'_>, Result<T, Bad>)) {
        let rows = self.batch.rows();
        let names = rows.len() - self.rows.len();
        for ((line, cells), row) in rows.skip(names).zip(self.rows.drain(..)) {
            take(line, cells, row);
        }
    }
}

/// What the threads share: the table, of which each takes the next block.
struct Source<R, T> {
    splitter: Splitter<R>,
    // The block that the names of the columns were read from, until somebody takes it.
    first: Option<Batch>,
    taken: usize,
    has_failed: bool,
    // Kept as memory only.
    spare: Vec<Prepared<T>>,
}

impl<R: Read, T> Source<R, T> {
    fn new(splitter: Splitter<R>, first: Batch) -> Self {
        Self { splitter, first: Some(first), taken: 0, has_failed: false, spare: Vec::new() }
    }

    /// The next block with its number, and how many of its rows are names of columns.
    fn next(&mut self) -> io::Result<Option<(usize, Prepared<T>, usize)>> {
        let number = self.taken;
        self.taken += 1;
        if let Some(batch) = self.first.take() {
            return Ok(Some((number, Prepared { batch, rows: Vec::new() }, 1)));
        }
        let new = || Prepared { batch: Batch::default(), rows: Vec::new() };
        let mut next = self.spare.pop().unwrap_or_else(new);
        if self.has_failed {
            return Ok(None);
        }
        let is_there = self.splitter.next(&mut next.batch);
        self.has_failed = is_there.is_err();
        Ok(is_there?.then_some((number, next, 0)))
    }
}

/// Splits and prepares the rows behind the names of columns, and calls with them in their order.
pub(super) fn in_order<T: Send>(
    splitter: Splitter<impl Read + Send>,
    first: Batch,
    prepare: &(impl Fn(RowCells<'_>) -> Result<T, Bad> + Sync),
    mut take: impl FnMut(u64, RowCells<'_>, Result<T, Bad>),
) -> io::Result<()> {
    let source = Mutex::new(Source::new(splitter, first));
    // The rows are taken on this thread, which costs about as much as to prepare them.
    let threads = available_parallelism().map_or(1, NonZero::get).saturating_sub(1).max(1);
    let (full, filled) = mpsc::sync_channel(threads);
    thread::scope(|scope| {
        let start = |full| scope.spawn(|| prepare_all(&source, prepare, full));
        let workers: Vec<_> = (0..threads).map(|_| start(full.clone())).collect();
        // The last worker closes the way.
        drop(full);
        let (mut wanted, mut early) = (0, BTreeMap::new());
        for (number, prepared) in filled {
            early.insert(number, prepared);
            while let Some(mut prepared) = early.remove(&wanted) {
                wanted += 1;
                prepared.hand_over(&mut take);
                locked(&source).spare.push(prepared);
            }
        }
        workers.into_iter().try_for_each(|one| one.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}

/// Prepares one block after the other until there is none.
fn prepare_all<T>(
    source: &Mutex<Source<impl Read, T>>,
    prepare: impl Fn(RowCells<'_>) -> Result<T, Bad>,
    full: mpsc::SyncSender<(usize, Prepared<T>)>,
) -> io::Result<()> {
    loop {
        let next = locked(source).next()?;
        let Some((number, mut next, names)) = next else { return Ok(()) };
        next.batch.split();
        next.rows.extend(next.batch.rows().skip(names).map(|(_, cells)| prepare(cells)));
        // Nobody takes it if the other thread panicked.
        if full.send((number, next)).is_err() {
            return Ok(());
        }
    }
}

/// Whoever panicked did so between two blocks.
fn locked<T>(source: &Mutex<T>) -> MutexGuard<'_, T> {
    source.lock().unwrap_or_else(PoisonError::into_inner)
}
