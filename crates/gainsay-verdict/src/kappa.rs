//! How far reviewers agree beyond what chance makes of it.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::facts::{Dimension, Directness, Status};

use crate::{
    reviewer::Reviewers,
    verdict::{Verdict, Verdicts},
};

/// How far reviewers agree on what several of them rated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// How many reviewers rated something that another one rated too.
    pub raters: usize,
    /// How many things at least two of them rated.
    pub subjects: usize,
    /// How many things have to be rated twice before kappa says much: twice the square of the
    /// number of ratings there are to choose from (Cicchetti 1981, "Testing the normal
    /// approximation and minimal sample size requirements of weighted kappa", doi
    /// 10.1177/014662168100500114).
    pub enough: usize,
    /// The share of pairs of ratings on one thing that agree.
    pub observed: f64,
    /// Agreement beyond chance: 1 is perfect, 0 what chance makes of it. None where all
    /// ratings are the same, so that chance would agree too.
    pub kappa: Option<f64>,
}

/// Ratings by subject, and by who gave them.
type Ratings<Subject, Rating> = BTreeMap<Subject, BTreeMap<String, Rating>>;

/// How far reviewers agree on the status of findings. What was put off was not rated.
/// None: nothing was rated twice.
pub fn on_status(verdicts: &Verdicts) -> Option<Agreement> {
    let rated = verdicts.verdicts.iter().filter(|one| one.given.status != Status::Deferred);
    let choices = Status::ALL.len() - 1;
    agreement(ratings(verdicts, rated, |one| vec![((), one.given.status)]), choices)
}

/// How far reviewers agree on how direct findings are, dimension by dimension. The degrees
/// are taken as names: one that is next to another counts as different.
pub fn on_directness(verdicts: &Verdicts) -> Option<Agreement> {
    let degrees = |one: &Verdict| -> Vec<(Dimension, Directness)> {
        one.given.directness.iter().map(|(dimension, degree)| (*dimension, *degree)).collect()
    };
    let rated = verdicts.verdicts.iter();
    agreement(ratings(verdicts, rated, degrees), Directness::ALL.len())
}

/// The latest rating of each reviewer.
fn ratings<'a, Part: Ord, Rating>(
    verdicts: &Verdicts,
    rated: impl Iterator<Item = &'a Verdict>,
    rate: impl Fn(&Verdict) -> Vec<(Part, Rating)>,
) -> Ratings<(&'a str, Part), Rating> {
    let reviewers = Reviewers::of(verdicts.signatures());
    let mut in_time: Vec<&Verdict> = rated.collect();
    in_time.sort_by_key(|one| one.on);
    let mut ratings = Ratings::new();
    for one in in_time {
        for (part, rating) in rate(one) {
            let subject = (one.finding.as_str(), part);
            ratings.entry(subject).or_default().insert(reviewers.person(&one.who), rating);
        }
    }
    ratings
}

/// Cohen's kappa where the same two rated everything, else Fleiss'.
fn agreement<Subject, Rating: Copy + Ord>(
    mut ratings: Ratings<Subject, Rating>,
    choices: usize,
) -> Option<Agreement>
where
    Subject: Ord,
{
    ratings.retain(|_, by| by.len() > 1);
    let raters: BTreeSet<&str> =
        ratings.values().flat_map(|by| by.keys().map(String::as_str)).collect();
    let (observed, expected) = if raters.len() == 2 {
        let pair =
            |by: &BTreeMap<String, Rating>| Some((*by.values().next()?, *by.values().nth(1)?));
        cohen(&ratings.values().filter_map(pair).collect::<Vec<_>>())?
    } else {
        fleiss(&ratings.values().map(counts).collect::<Vec<_>>())?
    };
    let kappa = (expected < 1.0).then(|| (observed - expected) / (1.0 - expected));
    let (raters, subjects, enough) = (raters.len(), ratings.len(), 2 * choices * choices);
    Some(Agreement { raters, subjects, enough, observed, kappa })
}

fn counts<Rating: Copy + Ord>(by: &BTreeMap<String, Rating>) -> BTreeMap<Rating, usize> {
    let mut counts = BTreeMap::new();
    for rating in by.values() {
        *counts.entry(*rating).or_default() += 1;
    }
    counts
}

/// Observed and expected agreement of two raters, each with habits of their own
/// (Cohen 1960, "A coefficient of agreement for nominal scales", doi
/// 10.1177/001316446002000104).
#[expect(clippy::cast_precision_loss, reason = "ratings are counted, no double loses one")]
fn cohen<Rating: Copy + Ord>(pairs: &[(Rating, Rating)]) -> Option<(f64, f64)> {
    if pairs.is_empty() {
        return None;
    }
    let all = pairs.len() as f64;
    let agreeing = pairs.iter().filter(|(one, other)| one == other).count() as f64;
    let ratings: BTreeSet<Rating> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let expected = ratings.iter().map(|rating| {
        let first = pairs.iter().filter(|(one, _)| one == rating).count() as f64;
        let second = pairs.iter().filter(|(_, other)| other == rating).count() as f64;
        first / all * (second / all)
    });
    Some((agreeing / all, expected.sum()))
}

/// Observed and expected agreement of raters who need not be the same for each subject
/// (Fleiss 1971, "Measuring nominal scale agreement among many raters", doi
/// 10.1037/h0031619). Where subjects have different numbers of ratings, each subject counts
/// alike in the agreement observed, and each rating in the one expected.
#[expect(clippy::cast_precision_loss, reason = "ratings are counted, no double loses one")]
fn fleiss<Rating: Ord>(subjects: &[BTreeMap<Rating, usize>]) -> Option<(f64, f64)> {
    if subjects.is_empty() {
        return None;
    }
    let pairs = |count: usize| (count * count.saturating_sub(1)) as f64;
    let observed = subjects.iter().map(|counts| {
        let agreeing: f64 = counts.values().map(|count| pairs(*count)).sum();
        agreeing / pairs(counts.values().sum())
    });
    let observed = observed.sum::<f64>() / subjects.len() as f64;
    let mut totals: BTreeMap<&Rating, usize> = BTreeMap::new();
    for (rating, count) in subjects.iter().flatten() {
        *totals.entry(rating).or_default() += count;
    }
    let all = totals.values().sum::<usize>() as f64;
    let expected = totals.values().map(|count| (*count as f64 / all).powi(2)).sum();
    Some((observed, expected))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[track_caller]
    fn near(found: f64, expected: f64) {
        assert!((found - expected).abs() < 5e-4, "{found}, not {expected}");
    }

    fn kappa((observed, expected): (f64, f64)) -> f64 {
        (observed - expected) / (1.0 - expected)
    }

    // By hand: 20 and 15 of 50 agree, so 0.7; 25 and 30 of 50 say yes, so
    // 0.5 × 0.6 + 0.5 × 0.4 = 0.5 by chance.
    #[test]
    fn two_raters_have_habits_of_their_own() {
        let cells =
            [((true, true), 20), ((true, false), 5), ((false, true), 10), ((false, false), 15)];
        let pairs: Vec<_> = cells.iter().flat_map(|(pair, n)| vec![*pair; *n]).collect();
        let found = cohen(&pairs).expect("there are pairs");
        near(found.0, 0.7);
        near(kappa(found), 0.4);
    }

    // The worked example of many textbooks: ten subjects, fourteen raters, five categories.
    #[test]
    fn many_raters_share_theirs() {
        const TABLE: [[usize; 5]; 10] = [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
        ];
        let subjects = TABLE.map(|row| row.into_iter().enumerate().collect::<BTreeMap<_, _>>());
        let found = fleiss(&subjects).expect("there are subjects");
        near(found.0, 0.378);
        near(found.1, 0.213);
        near(kappa(found), 0.210);
    }

    #[test]
    fn only_what_two_reviewers_rated_counts() {
        let base = fixture::base();
        let given = |finding: &str, who: &str, status| Verdict {
            finding: finding.to_owned(),
            ..fixture::verdict(who, status, &base)
        };
        let of = |verdicts: Vec<Verdict>| on_status(&Verdicts { verdicts, ..Verdicts::default() });
        let (explained, confirmed) = (Status::Explained, Status::Confirmed);
        assert_eq!(of(vec![given("a", "A", explained), given("b", "B", explained)]), None);
        let put_off = vec![given("a", "A", explained), given("a", "B", Status::Deferred)];
        assert_eq!(of(put_off), None);
        let alike = of(vec![given("a", "A", explained), given("a", "B", explained)]);
        let alike = alike.expect("both rated it");
        assert_eq!((alike.raters, alike.observed, alike.kappa), (2, 1.0, None));
        let apart = of(vec![
            given("a", "A", explained),
            given("a", "B", explained),
            given("b", "A", confirmed),
            given("b", "B", confirmed),
            given("c", "A", explained),
        ]);
        let apart = apart.expect("two findings were rated twice");
        assert_eq!((apart.subjects, apart.enough, apart.kappa), (2, 18, Some(1.0)));
    }

    #[test]
    fn who_signs_in_two_ways_is_one_reviewer() {
        let base = fixture::base();
        let signed = ["Bob", "Bob <b@example.org>"];
        let given = |who: &str| fixture::verdict(who, Status::Confirmed, &base);
        let of = |verdicts| on_status(&Verdicts { verdicts, ..Verdicts::default() });
        assert_eq!(of(signed.map(given).to_vec()), None);
        let others = [signed[0], signed[1], "Bob <bob@example.com>"].map(given).to_vec();
        assert_eq!(of(others).map(|one| one.raters), Some(3));
    }
}
