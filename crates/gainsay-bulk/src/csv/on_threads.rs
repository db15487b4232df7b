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

/// A table, of which each thread takes the next block.
pub(super) struct Source<R> {
    splitter: Splitter<R>,
    // The block that the names of the columns were read from, until somebody takes it.
    first: Option<Batch>,
    taken: usize,
    has_failed: bool,
}

impl<R: Read> Source<R> {
    pub(super) fn new(splitter: Splitter<R>, first: Batch) -> Self {
        Self { splitter, first: Some(first), taken: 0, has_failed: false }
    }

    /// Reads the next block, and tells its number and how many of its rows are names of columns;
    /// none if there is no more.
    fn next(&mut self, into: &mut Batch) -> io::Result<Option<(usize, usize)>> {
        let number = self.taken;
        self.taken += 1;
        if let Some(first) = self.first.take() {
            *into = first;
            return Ok(Some((number, 1)));
        }
        if self.has_failed {
            return Ok(None);
        }
        let is_there = self.splitter.next(into);
        self.has_failed = is_there.is_err();
        Ok(is_there?.then_some((number, 0)))
    }
}

/// On how many threads rows are prepared: they are taken on another one, which costs about as much.
pub(super) fn threads() -> NonZero<usize> {
    let all = available_parallelism().map_or(1, NonZero::get);
    NonZero::new(all - 1).unwrap_or(NonZero::<usize>::MIN)
}

/// Splits and prepares the rows behind the names of columns on some threads, and calls with them
/// in their order on this one.
pub(super) fn in_order<T: Send>(
    threads: NonZero<usize>,
    source: Source<impl Read + Send>,
    prepare: &(impl Fn(RowCells<'_>) -> Result<T, Bad> + Sync),
    mut take: impl FnMut(u64, RowCells<'_>, Result<T, Bad>),
) -> io::Result<()> {
    let source = Mutex::new(source);
    let (full, filled) = mpsc::channel();
    let (empty, emptied) = mpsc::channel();
    // So many blocks are in memory, however far one thread falls behind.
    for _ in 0..2 * threads.get() + 1 {
        // The other end is here.
        let _ = empty.send(Prepared { batch: Batch::default(), rows: Vec::new() });
    }
    let emptied = Mutex::new(emptied);
    thread::scope(|scope| {
        let start = |full| scope.spawn(|| prepare_all(&source, &emptied, prepare, full));
        let workers: Vec<_> = (0..threads.get()).map(|_| start(full.clone())).collect();
        // The last worker closes the way there, and this thread the way back.
        drop(full);
        let empty = empty;
        let (mut wanted, mut early) = (0, BTreeMap::new());
        for (number, prepared) in filled {
            early.insert(number, prepared);
            while let Some(mut prepared) = early.remove(&wanted) {
                wanted += 1;
                prepared.hand_over(&mut take);
                let _ = empty.send(prepared);
            }
        }
        workers.into_iter().try_for_each(|one| one.join().unwrap_or_else(|why| resume_unwind(why)))
    })
}

/// Prepares one block after the other until there is none.
fn prepare_all<T>(
    source: &Mutex<Source<impl Read>>,
    emptied: &Mutex<mpsc::Receiver<Prepared<T>>>,
    prepare: impl Fn(RowCells<'_>) -> Result<T, Bad>,
    full: mpsc::Sender<(usize, Prepared<T>)>,
) -> io::Result<()> {
    loop {
        // First the memory, then the block: so whoever has the block that is waited for can go on.
        // Nobody gives any back if the other thread panicked.
        let Ok(mut next) = locked(emptied).recv() else { return Ok(()) };
        let taken = locked(source).next(&mut next.batch)?;
        let Some((number, names)) = taken else { return Ok(()) };
        next.batch.split();
        next.rows.extend(next.batch.rows().skip(names).map(|(_, cells)| prepare(cells)));
        if full.send((number, next)).is_err() {
            return Ok(());
        }
    }
}

/// Whoever panicked did so between two blocks.
fn locked<T>(source: &Mutex<T>) -> MutexGuard<'_, T> {
    source.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that fails after so many bytes.
    struct Failing<'a>(&'a [u8]);

    impl Read for Failing<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            match self.0.read(into)? {
                0 => Err(io::Error::other("the disk is gone")),
                read => Ok(read),
            }
        }
    }

    /// The lines and the numbers of a table's rows, on so many threads.
    fn rows(threads: usize, input: impl Read + Send) -> io::Result<Vec<(u64, String)>> {
        let (mut splitter, mut first) = (Splitter::new(input, b','), Batch::default());
        assert!(splitter.next(&mut first)?);
        first.split();
        let prepare = |cells: RowCells<'_>| Ok(cells.get(0).unwrap_or_default().to_owned());
        let mut rows = Vec::new();
        let threads = NonZero::new(threads).unwrap();
        in_order(threads, Source::new(splitter, first), &prepare, |line, cells, name| {
            assert_eq!(cells.get(0), name.as_deref().ok());
            rows.push((line, name.unwrap()));
        })?;
        Ok(rows)
    }

    fn table(rows: usize) -> String {
        let row = |row: usize| match row % 1000 {
            // Blocks with quotes are split while they are read, the others are not.
            7 => format!("\"c{row}\",\"two\nlines\"\n"),
            _ => format!("c{row},{}\n", "x".repeat(row % 60)),
        };
        "claim,words\n".to_owned() + &(0..rows).map(row).collect::<String>()
    }

    #[test]
    fn rows_are_taken_in_order_whatever_the_threads() {
        let table = table(40_000);
        let mut line = 2;
        let expected: Vec<(u64, String)> = (0..40_000)
            .map(|row| {
                let told = (line, format!("c{row}"));
                line += 1 + u64::from(row % 1000 == 7);
                told
            })
            .collect();
        for threads in [1, 2, 4] {
            assert_eq!(rows(threads, table.as_bytes()).unwrap(), expected, "{threads} threads");
        }
    }

    #[test]
    fn a_table_that_breaks_off_is_told_so() {
        let table = table(30_000);
        for threads in [1, 4] {
            let error = rows(threads, Failing(table.as_bytes())).unwrap_err();
            assert_eq!(error.to_string(), "the disk is gone");
        }
    }

    #[test]
    fn a_panic_ends_the_threads() {
        let table = table(40_000);
        let found = std::panic::catch_unwind(|| {
            let (mut splitter, mut first) =
                (Splitter::new(table.as_bytes(), b','), Batch::default());
            splitter.next(&mut first).unwrap();
            first.split();
            let source = Source::new(splitter, first);
            let threads = NonZero::new(3).unwrap();
            in_order(threads, source, &|_| Ok(()), |line, _, _| assert!(line < 9000, "enough"))
        });
        assert!(found.is_err());
    }
}
