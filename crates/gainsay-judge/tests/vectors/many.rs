//! Statistics of many claims together.

use std::collections::BTreeMap;

use gainsay_judge::stats::{
    Effective, Interval, Opposed, Reported, StatsError, Thresholds, benjamini_hochberg,
    benjamini_yekutieli, camps, holm, stabbing, sweep,
};

use crate::table::{Row, rows};

type Adjust = fn(&[f64]) -> Result<Vec<f64>, StatsError>;

#[test]
fn multiplicity() {
    let mut sets: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows("multiplicity.csv") {
        sets.entry(row.text("set").to_owned()).or_default().push(row);
    }
    for set in sets.values() {
        let p: Vec<f64> = set.iter().map(|row| row.number("p")).collect();
        let columns: [(&str, Adjust); 3] =
            [("holm", holm), ("bh", benjamini_hochberg), ("by", benjamini_yekutieli)];
        for (column, adjust) in columns {
            let adjusted = adjust(&p).unwrap();
            assert_eq!(adjusted.len(), set.len());
            for (row, adjusted) in set.iter().zip(adjusted) {
                row.check_p(column, adjusted);
            }
        }
    }
}

#[test]
fn camps_of_intervals() {
    for row in rows("stab_cliques.csv") {
        let intervals: Vec<Interval> = row.text("intervals").split(';').map(interval).collect();
        let found = stabbing(&intervals).unwrap();
        assert_eq!(found.points.len().to_string(), row.text("stab_number"));
        assert_eq!(found.points, numbers::<f64>(row.text("points"), ' '));
        assert_eq!(found.cluster, numbers::<usize>(row.text("cluster"), ' '));
        let expected: Vec<Vec<usize>> =
            row.text("maximal_cliques").split('|').map(|camp| numbers(camp, ',')).collect();
        assert_eq!(camps(&intervals).unwrap(), expected);
    }
}

#[test]
fn conflicts_among_many() {
    let claims: Vec<Reported> = rows("sweep_claims.csv").iter().map(reported).collect();
    let place = |row: &Row, column: &str| row.text(column).parse().unwrap();
    let mut expected: Vec<Opposed> = rows("sweep_conflicts.csv")
        .iter()
        .map(|row| Opposed { upper: place(row, "hi"), lower: place(row, "lo") })
        .collect();
    expected.sort_unstable();
    assert_eq!(sweep(&claims, &Thresholds::default()), expected);
}

fn reported(row: &Row) -> Reported {
    Reported { ends: row.ends("a", "b"), size: Effective::new(row.number("m")).expect("above 0") }
}

fn interval(ends: &str) -> Interval {
    let ends: Vec<f64> = numbers(ends, ',');
    Interval { lo: ends[0], hi: ends[1] }
}

fn numbers<N: std::str::FromStr<Err: std::fmt::Debug>>(list: &str, separator: char) -> Vec<N> {
    list.split(separator).map(|number| number.parse().expect("a number")).collect()
}
