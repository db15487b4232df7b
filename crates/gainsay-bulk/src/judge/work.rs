//! Work that threads share.

use std::{
    num::NonZero,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

/// Does pieces of work numbered from 0, whichever thread is free taking the next, and returns what
/// each thread gathered. Which pieces one thread gathered is left to chance.
pub(super) fn share<T: Send>(
    threads: NonZero<usize>,
    pieces: usize,
    empty: impl Fn() -> T + Sync,
    work: impl Fn(&mut T, usize) + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let run = || {
        let mut gathered = empty();
        loop {
            let piece = next.fetch_add(1, Ordering::Relaxed);
            if piece >= pieces {
                return gathered;
            }
            work(&mut gathered, piece);
        }
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads.get().min(pieces)).map(|_| scope.spawn(run)).collect();
        let mut gathered = vec![run()];
        gathered.extend(others.into_iter().filter_map(|one| match one.join() {
            Ok(one) => Some(one),
            Err(panic) => std::panic::resume_unwind(panic),
        }));
        gathered
    })
}
