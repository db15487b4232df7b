//! A table judged in slices against the same table judged as a whole.

use std::collections::BTreeMap;

use gainsay_bulk::{
    Claims, Contradicting, Corrected, Cut, Entry, Slice, Stay, Tests, finish, finish_slices, judge,
    partial, slice, slices,
};
use gainsay_claims::policy::Policy;
use jiff::civil::{Date, date};

/// A row, in the plainest form.
#[derive(Clone)]
struct Plain {
    name: String,
    study: String,
    publisher: Option<String>,
    proposition: String,
    conditions: String,
    months: Option<u32>,
    share: (f64, f64),
    n: Option<u64>,
    from: Date,
    to: Date,
}

/// How rows are spread over time.
struct Spread {
    rows: usize,
    propositions: u32,
    days: i32,
    longest: i32,
    months: &'static [Option<u32>],
}

fn drawn(spread: &Spread, seed: u64) -> Vec<Plain> {
    let mut random = fastrand::Rng::with_seed(seed);
    let day =
        |number: i32| date(2000, 1, 1).checked_add(jiff::Span::new().days(number)).expect("near");
    let row = |number: usize| {
        let percent = 30.0 + f64::from(random.u8(0..16));
        let lifted = if random.u8(0..40) == 0 { 20.0 } else { 0.0 };
        let share = (percent + lifted) / 100.0;
        let start = random.i32(0..spread.days);
        Plain {
            name: format!("c{}", number * 7919 % 1_000_003),
            study: format!("s{}", random.u32(0..spread.rows as u32)),
            publisher: (random.u8(0..4) > 0).then(|| format!("u{}", random.u8(0..40))),
            proposition: format!("p{}", random.u32(0..spread.propositions)),
            conditions: format!("k{}", u8::from(random.u8(0..8) == 0)),
            months: spread.months[random.usize(0..spread.months.len())],
            share: (share - 0.005, share + 0.005),
            n: (random.u8(0..5) > 0).then(|| random.u64(100..3000)),
            from: day(start),
            to: day(start + random.i32(0..spread.longest)),
        }
    };
    (0..spread.rows).map(row).collect()
}

fn claims<'a>(rows: impl IntoIterator<Item = &'a Plain>) -> Claims {
    let mut claims = Claims::default();
    for row in rows {
        let entry = Entry {
            publisher: row.publisher.as_deref(),
            conditions: Some(&row.conditions),
            months: row.months,
            n: row.n,
            from: Some(row.from),
            to: Some(row.to),
            ..Entry::new(&row.name, &row.study, &row.proposition, row.share)
        };
        claims.push(&entry).expect("the row is good");
    }
    claims
}

type Found = (String, String, String, f64, f64, Option<Corrected>, bool);

fn told<'a>(
    pairs: &'a [Contradicting],
    claims: &'a Claims,
) -> impl Iterator<Item = Found> + use<'a> {
    pairs.iter().map(|pair| {
        let [upper, lower] = [pair.upper, pair.lower].map(|row| claims.name(row).to_owned());
        let proposition = claims.proposition(pair.upper).to_owned();
        (proposition, upper, lower, pair.gap, pair.odds, pair.test, pair.stays)
    })
}

/// How many rows begin and end on two days.
type Stays = BTreeMap<(i32, i32), u64>;

/// The slices of every group, by proposition and conditions.
fn cut(whole: &Claims, most: u64) -> BTreeMap<(String, String), Vec<Slice>> {
    let mut groups: BTreeMap<(String, String), (u32, Stays)> = BTreeMap::new();
    for place in (0..whole.len() as u32).filter_map(|row| whole.place(row)) {
        let key = (place.proposition.to_owned(), place.conditions.to_owned());
        let (months, stays) = groups.entry(key).or_insert((u32::MAX, Stays::new()));
        *months = place.months.min(*months);
        *stays.entry((place.start, place.free)).or_default() += 1;
    }
    let stay = |(&(start, free), &rows): (&(i32, i32), &u64)| Stay { start, free, rows };
    let cut = |(months, stays): (u32, Stays)| {
        let stays: Vec<Stay> = stays.iter().map(stay).collect();
        slices(&stays, months, most)
    };
    groups.into_iter().map(|(key, group)| (key, cut(group))).collect()
}

/// Judges every slice by itself, and puts together what they say. Tells how many there were.
fn in_slices(rows: &[Plain], most: u64) -> (usize, Vec<Found>, [u64; 2]) {
    let policy = Policy::default();
    let whole = claims(rows);
    let (mut parts, mut number) = (BTreeMap::<String, Vec<_>>::new(), 0);
    for ((proposition, conditions), slices) in cut(&whole, most) {
        for one in slices {
            let taken = |row: u32| {
                let place = whole.place(row);
                let of_group = place.is_some_and(|place| {
                    (place.proposition, place.conditions) == (&*proposition, &*conditions)
                });
                of_group && one.takes(whole.moment(row))
            };
            let own = (0..rows.len() as u32).filter(|&row| taken(row));
            let claims = claims(own.map(|row| &rows[row as usize]));
            let partial = slice(&claims, &policy, Some(one.cut()));
            parts.entry(proposition.clone()).or_default().push((claims, partial));
            number += 1;
        }
    }
    let mut all = Tests::default();
    let mut counts = [0, 0];
    for (_, partial) in parts.values().flatten() {
        all = all.merged(&partial.tests);
        counts = [counts[0] + partial.counts.comparable, counts[1] + partial.counts.tested];
    }
    let mut found = Vec::new();
    for parts in parts.into_values() {
        let tests = parts.iter().fold(Tests::default(), |all, one| all.merged(&one.1.tests));
        for (claims, mut partial) in parts {
            finish_slices(&mut partial.pairs, &tests, &policy);
            let judged = finish(partial, &all, &policy);
            found.extend(told(&judged.pairs, &claims));
        }
    }
    found.sort_by(|one, other| (&one.0, &one.1, &one.2).cmp(&(&other.0, &other.1, &other.2)));
    (number, found, counts)
}

#[track_caller]
fn check(spread: &Spread, seed: u64, most: u64) -> usize {
    let rows = drawn(spread, seed);
    let claims = claims(&rows);
    let whole = judge(&claims, &Policy::default());
    let (number, found, counts) = in_slices(&rows, most);
    assert!(found == told(&whole.pairs, &claims).collect::<Vec<_>>(), "{number} slices differ");
    assert_eq!(counts, [whole.counts.comparable, whole.counts.tested]);
    assert!(found.len() > 50 && found.iter().any(|pair| !pair.6), "{}", found.len());
    number
}

const MIXED: &[Option<u32>] = &[None, None, Some(3), Some(14)];

#[test]
fn slices_say_what_the_whole_says() {
    for (seed, most) in [(1, 1), (2, 40), (3, 700), (4, 1500), (5, u64::MAX)] {
        let (days, longest) = (3000, 90);
        let number =
            check(&Spread { rows: 700, propositions: 3, days, longest, months: MIXED }, seed, most);
        assert!(if most > 5000 { number == 6 } else { number > 6 }, "{number}");
    }
}

#[test]
fn rows_of_one_day_are_held_against_each_other_once() {
    // All on three days, so that every slice begins inside a day.
    let spread = Spread { rows: 400, propositions: 1, days: 3, longest: 2, months: &[None] };
    assert!(check(&spread, 6, 3000) > 10);
}

#[test]
fn periods_that_have_to_overlap_are_cut_too() {
    let spread = Spread { rows: 900, propositions: 1, days: 1000, longest: 60, months: &[Some(0)] };
    assert!(check(&spread, 7, 500) > 10);
}

#[test]
fn many_rows_are_counted_without_the_pairs_of_others() {
    // More than a proposition may have to be counted pair by pair.
    let (days, longest) = (9000, 3);
    let spread = Spread { rows: 40_000, propositions: 1, days, longest, months: &[Some(0)] };
    assert_eq!(check(&spread, 8, 90_000_000), 2);
    let rows = drawn(&spread, 8);
    let claims = claims(&rows);
    let whole = partial(&claims, &Policy::default()).counts;
    let until = claims.moment(0);
    let first = slice(&claims, &Policy::default(), Some(Cut { months: 0, until })).counts;
    let beyond = (0..claims.len() as u32).filter(|&row| claims.moment(row) >= until);
    let beyond = self::claims(beyond.map(|row| &rows[row as usize]));
    let second = slice(&beyond, &Policy::default(), None).counts;
    assert!(first.comparable > 1000 && second.comparable > 1000);
    assert_eq!(first.comparable + second.comparable, whole.comparable);
    assert_eq!(first.tested + second.tested, whole.tested);
}
