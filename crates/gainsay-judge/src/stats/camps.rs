//! Which claims can be true together: groups of intervals with a value in common.

use std::collections::BTreeSet;

use super::{Interval, StatsError};

/// The fewest values that satisfy all intervals, and which interval each satisfies.
#[derive(Clone, Debug, PartialEq)]
pub struct Stabbing {
    /// The values, from the lowest; one when all intervals are compatible (Helly).
    pub points: Vec<f64>,
    /// For each interval the index of a value in it.
    pub cluster: Vec<usize>,
}

/// Finds the fewest values such that every closed interval holds one of them: by right ends, a
/// value is added for each interval that holds none so far, at its right end.
///
/// # Errors
/// [`StatsError::NotFinite`] for an end that is no number, [`StatsError::EmptySet`] for ends in
/// the wrong order.
pub fn stabbing(intervals: &[Interval]) -> Result<Stabbing, StatsError> {
    check(intervals)?;
    let mut order: Vec<usize> = (0..intervals.len()).collect();
    order.sort_by(|&a, &b| intervals[a].hi.total_cmp(&intervals[b].hi));
    let mut points: Vec<f64> = Vec::new();
    let mut cluster = vec![0; intervals.len()];
    for index in order {
        let Interval { lo, hi } = intervals[index];
        if points.last().is_none_or(|&last| last < lo) {
            points.push(hi);
        }
        cluster[index] = points.len() - 1;
    }
    Ok(Stabbing { points, cluster })
}

/// Finds the camps: the largest groups of closed intervals that have a value in common, from the
/// lowest value to the highest, each as indices in increasing order. An interval may belong to
/// several camps, and every two intervals that overlap share one.
///
/// These are the maximal cliques of the interval graph, at most as many as there are intervals:
/// on the way from left to right, a group is complete when an interval ends after another began.
///
/// # Errors
/// As [`stabbing`].
pub fn camps(intervals: &[Interval]) -> Result<Vec<Vec<usize>>, StatsError> {
    check(intervals)?;
    let mut starts: Vec<usize> = (0..intervals.len()).collect();
    let mut stops = starts.clone();
    starts.sort_by(|&a, &b| intervals[a].lo.total_cmp(&intervals[b].lo));
    stops.sort_by(|&a, &b| intervals[a].hi.total_cmp(&intervals[b].hi));
    let mut starts = starts.into_iter().peekable();
    let mut camps = Vec::new();
    let mut open = BTreeSet::new();
    let mut grown = false;
    for stop in stops {
        while let Some(start) = starts.next_if(|&i| intervals[i].lo <= intervals[stop].hi) {
            open.insert(start);
            grown = true;
        }
        if grown {
            camps.push(open.iter().copied().collect());
            grown = false;
        }
        open.remove(&stop);
    }
    Ok(camps)
}

fn check(intervals: &[Interval]) -> Result<(), StatsError> {
    for interval in intervals {
        if !(interval.lo.is_finite() && interval.hi.is_finite()) {
            return Err(StatsError::NotFinite);
        }
        if interval.lo > interval.hi {
            return Err(StatsError::EmptySet);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intervals(ends: &[(f64, f64)]) -> Vec<Interval> {
        ends.iter().map(|&(lo, hi)| Interval { lo, hi }).collect()
    }

    #[test]
    fn an_interval_between_two_camps_belongs_to_both() {
        let bridged = intervals(&[(0.4, 0.5), (0.1, 0.2), (0.15, 0.45), (0.12, 0.18)]);
        assert_eq!(camps(&bridged), Ok(vec![vec![1, 2, 3], vec![0, 2]]));
        let found = stabbing(&bridged).unwrap();
        assert_eq!(found, Stabbing { points: vec![0.18, 0.5], cluster: vec![1, 0, 0, 0] });
    }

    #[test]
    fn nothing_has_no_camp() {
        assert_eq!(camps(&[]), Ok(vec![]));
        assert_eq!(stabbing(&[]).unwrap().points, Vec::<f64>::new());
    }

    #[test]
    fn no_intervals_are_refused() {
        for (ends, error) in [
            ((0.5, 0.4), StatsError::EmptySet),
            ((f64::NAN, 0.4), StatsError::NotFinite),
            ((0.5, f64::INFINITY), StatsError::NotFinite),
        ] {
            assert_eq!(camps(&intervals(&[ends])), Err(error));
            assert_eq!(stabbing(&intervals(&[ends])), Err(error));
        }
    }
}
