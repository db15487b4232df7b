//! How many pairs of a sheet are comparable, without looking at every pair.

use super::sheet::Sheet;
use crate::{days::Day, intern::NONE};

/// What two rows have in common; rows without it have nothing in common.
type Key = (u32, u32, u32);

/// Counts the comparable pairs of a sheet from one of its places on, and those of which both sizes
/// are known.
pub(super) fn count(sheet: &Sheet, first: usize) -> (u64, u64) {
    let all: Vec<u32> = (first as u32..sheet.member.len() as u32).collect();
    let known: Vec<u32> =
        all.iter().copied().filter(|&place| sheet.known[place as usize]).collect();
    (comparable(sheet, &all), comparable(sheet, &known))
}

/// Counts the comparable pairs among some rows, which are in order of time: those near enough, less
/// those of one collection or study and the waves of one publisher, each once (inclusion and
/// exclusion).
fn comparable(sheet: &Sheet, places: &[u32]) -> u64 {
    let near = alike(sheet, places, false, |_| Some((0, 0, 0)));
    let collections = |place: usize| Some(sheet.collection[place]);
    let publishers = |place: usize| Some(sheet.publisher[place]).filter(|&one| one != NONE);
    let mut apart = alike(sheet, places, false, |place| Some((collections(place)?, 0, 0)))
        + waves(sheet, places, |place| Some((publishers(place)?, 0, 0)))
        - waves(sheet, places, |place| Some((publishers(place)?, collections(place)?, 0)));
    if !sheet.nested {
        let study = |place: usize| sheet.study[place];
        // First what is to be added, so that no difference is below zero.
        apart += alike(sheet, places, false, |place| Some((study(place), 0, 0)))
            + waves(sheet, places, |place| {
                Some((publishers(place)?, collections(place)?, study(place)))
            });
        apart -= alike(sheet, places, false, |place| Some((study(place), collections(place)?, 0)))
            + waves(sheet, places, |place| Some((publishers(place)?, study(place), 0)));
    }
    near - apart
}

/// Counts pairs of rows of one key, which has the publisher, that are near enough and no two
/// pieces of evidence: all where periods have to overlap, else those whose periods do not.
fn waves(sheet: &Sheet, places: &[u32], key: impl Fn(usize) -> Option<Key> + Copy) -> u64 {
    let near = alike(sheet, places, false, key);
    if sheet.months == 0 { near } else { near - alike(sheet, places, true, key) }
}

/// Counts pairs of rows of one key whose periods are near enough, or overlap.
fn alike(
    sheet: &Sheet,
    places: &[u32],
    overlapping: bool,
    key: impl Fn(usize) -> Option<Key>,
) -> u64 {
    let mut keyed: Vec<(Key, u32)> =
        places.iter().filter_map(|&place| Some((key(place as usize)?, place))).collect();
    // Places are in order of time, and so are those of a key.
    keyed.sort_unstable();
    let runs = keyed.chunk_by(|one, other| one.0 == other.0);
    runs.map(|run| {
        let later = |index: usize| {
            let place = run[index].1 as usize;
            let rest = &run[index + 1..];
            if overlapping {
                let free: Day = sheet.free[place];
                rest.partition_point(|&(_, other)| sheet.start[other as usize] < free)
            } else {
                rest.partition_point(|&(_, other)| other < sheet.end[place])
            }
        };
        (0..run.len()).map(|index| later(index) as u64).sum::<u64>()
    })
    .sum()
}
