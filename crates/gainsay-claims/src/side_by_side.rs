//! Work on many things at once, with the same outcome as on one after the other.

use std::{
    num::NonZero,
    panic::resume_unwind,
    sync::{Mutex, PoisonError},
    thread,
};

/// The most items that a thread takes in one turn, so that nobody waits for somebody else at
/// every item. Fewer towards the end, and never many: work is uneven, and what is heavy often
/// stands together.
const TURN: usize = 8;

/// Does the same with each item, on as many threads as there are processors, and returns what
/// came of each in the order of the items. What is done with one item must not depend on when
/// it is done, so that the outcome is the same however many threads there are.
///
/// # Panics
/// When the work panics.
pub fn side_by_side<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    on_threads(threads.min(items.len()), items, &work)
}

fn on_threads<T: Send, R: Send>(
    threads: usize,
    items: Vec<T>,
    work: &(impl Fn(T) -> R + Sync),
) -> Vec<R> {
    if threads < 2 {
        return items.into_iter().map(work).collect();
    }
    let count = items.len();
    let open = Mutex::new((0, items.into_iter()));
    let take = || {
        // Whoever panicked did so after taking its items.
        let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
        let turn = open.1.len().div_ceil(threads * TURN).min(TURN);
        let taken: Vec<_> = open.1.by_ref().take(turn).collect();
        open.0 += 1;
        (open.0, taken)
    };
    // What came of the items of one turn stays together: it may be large to move.
    let do_part = || {
        let mut done = Vec::new();
        loop {
            let (number, taken) = take();
            if taken.is_empty() {
                return done;
            }
            done.push((number, taken.into_iter().map(work).collect::<Vec<_>>()));
        }
    };
    let mut done: Vec<(usize, Vec<R>)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(do_part)).collect();
        let own = do_part();
        let others =
            others.into_iter().map(|one| one.join().unwrap_or_else(|why| resume_unwind(why)));
        own.into_iter().chain(others.flatten()).collect()
    });
    done.sort_unstable_by_key(|(number, _)| *number);
    let mut all = Vec::with_capacity(count);
    all.extend(done.into_iter().flat_map(|(_, outcomes)| outcomes));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_items_whatever_the_threads() {
        for count in [0, 1, 2, 31, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let expected: Vec<usize> = items.iter().map(|one| one * one).collect();
            for threads in [0, 1, 2, 3, 16] {
                let found = on_threads(threads, items.clone(), &|one| one * one);
                assert_eq!(found, expected, "{count} items on {threads} threads");
            }
            assert_eq!(side_by_side(items, |one| one * one), expected);
        }
    }

    #[test]
    fn a_panic_is_not_lost() {
        let found = std::panic::catch_unwind(|| {
            on_threads(2, (0..64).collect(), &|one: usize| assert!(one != 40, "forty"))
        });
        assert!(found.is_err());
    }
}
