use super::*;
use crate::claims::Entry;

fn stay(start: i32, length: i32, rows: u64) -> Stay {
    Stay { start, free: start + length, rows }
}

#[test]
fn a_group_of_few_pairs_is_one_slice_that_takes_everything() {
    let found = slices(&[stay(10, 5, 3), stay(400, 5, 1)], 12, 100);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].pairs, 3 + 3);
    for moment in [i64::MIN, 0, moment(10), moment(i32::MAX)] {
        assert!(found[0].takes(moment), "{moment}");
    }
}

#[test]
fn pairs_that_are_not_near_are_not_counted() {
    // Overlap ends on day 15; a year and a month after that is 13 × 31 days.
    let near = |months, start| slices(&[stay(10, 5, 1), stay(start, 1, 1)], months, 100)[0].pairs;
    assert_eq!([near(0, 14), near(0, 15)], [1, 0]);
    assert_eq!([near(12, 15 + 13 * 31 - 1), near(12, 15 + 13 * 31)], [1, 0]);
}

#[test]
fn days_are_put_together_up_to_the_bound_and_looked_beyond() {
    let days: Vec<Stay> = (0..100).map(|day| stay(day, 10, 4)).collect();
    let found = slices(&days, 0, 500);
    assert!(found.len() > 20 && found.len() < 50, "{}", found.len());
    assert!(found.iter().all(|one| one.pairs <= 500));
    for pair in found.windows(2) {
        assert_eq!(pair[0].until, pair[1].from);
        assert!(pair[0].takes(pair[1].from) && !pair[1].takes(pair[1].from - 1));
        // The last own day is one before the end; its rows reach nine days further.
        let last = (pair[0].until >> TIE) as i32 - 1;
        assert!(pair[0].takes(moment(last + 9)) && !pair[0].takes(moment(last + 10)));
    }
}

#[test]
fn a_day_of_many_rows_is_cut_too() {
    let found = slices(&[stay(3, 1, 2), stay(7, 30, 1000), stay(9, 1, 2)], 0, 100_000);
    let of_day = found.iter().filter(|one| one.from >> TIE == 7).count();
    assert!(of_day >= 5, "{found:?}");
    assert!(found.iter().all(|one| one.pairs <= 100_000));
    let own =
        |moment: i64| found.iter().filter(move |one| one.from <= moment && moment < one.until);
    for tie in [0, 1 << 20, 1 << 31, (1 << 32) - 1] {
        assert_eq!(own(moment(7) | tie).count(), 1);
    }
}

#[test]
fn rows_of_one_day_spread_over_its_moments() {
    let mut claims = Claims::default();
    let names: Vec<String> = (0..4000).map(|row| format!("study-{row}/a")).collect();
    let day = Some(jiff::civil::date(2014, 1, 1));
    for name in &names {
        let entry = Entry { from: day, ..Entry::new(name, name, "bought", (0.2, 0.3)) };
        claims.push(&entry).unwrap();
    }
    let (mut quarters, mut fifths) = ([0; 4], [0; 5]);
    let five = NonZero::new(5).unwrap();
    for row in 0..4000 {
        fifths[spread(claims.name(row), five) as usize] += 1;
        quarters[(claims.moment(row) >> 30 & 3) as usize] += 1;
    }
    assert!(fifths.iter().all(|rows| (700..900).contains(rows)), "{fifths:?}");
    assert!(quarters.iter().all(|rows| (900..1100).contains(rows)), "{quarters:?}");
    assert_eq!(claims.moment(7) >> TIE, i64::from(claims.place(7).unwrap().start));
}

#[test]
fn a_row_compared_with_nothing_has_no_place() {
    let mut claims = Claims::default();
    let day = Some(jiff::civil::date(2014, 1, 1));
    let good = Entry { from: day, ..Entry::new("a", "a", "bought", (0.2, 0.3)) };
    claims.push(&good).unwrap();
    claims.push(&Entry { claim: "b", from: None, ..good }).unwrap();
    claims.push(&Entry { claim: "c", conditions: None, ..good }).unwrap();
    claims.push(&Entry { claim: "d", evidence: false, ..good }).unwrap();
    assert!(claims.place(0).is_some_and(|place| place.proposition == "bought"));
    assert!((1..5).all(|row| claims.place(row).is_none()));
}
