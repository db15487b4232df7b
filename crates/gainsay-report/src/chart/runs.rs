//! Where the line of a publisher stops.

/// Runs of points without a gap: one more than four times as wide as is usual between two
/// neighbours.
pub(super) fn runs(places: &[[f64; 2]]) -> Vec<Vec<[f64; 2]>> {
    let mut gaps: Vec<f64> = places.windows(2).map(|two| two[1][0] - two[0][0]).collect();
    gaps.sort_by(f64::total_cmp);
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or_default();
    // Below three pixels no gap is seen.
    let widest = (4.0 * usual).max(3.0);
    let mut runs: Vec<Vec<[f64; 2]>> = Vec::new();
    for &place in places {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|last| place[0] - last[0] <= widest) => {
                run.push(place)
            }
            _ => runs.push(vec![place]),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stop_where_nothing_was_asked() {
        let places: Vec<[f64; 2]> =
            [0.0, 10.0, 20.0, 30.0, 90.0, 100.0, 190.0].map(|x| [x, 0.0]).into();
        let found: Vec<usize> = runs(&places).iter().map(Vec::len).collect();
        assert_eq!(found, [4, 2]);
        assert!(runs(&places[..1]).is_empty() && runs(&[]).is_empty());
    }
}
