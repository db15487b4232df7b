//! Laws of the judgement that hold for all claims, whatever their numbers.

use std::collections::BTreeSet;

use gainsay_claims::{
    EvidenceBase,
    sample::Sample,
    value::{Rational, ReportingSet},
    wire::Role,
};
use proptest::prelude::*;

use crate::{
    fixtures::{Told, among, base, told},
    judge,
    judgement::{Judgement, Outcome, PairJudgement},
};

const SOURCES: [&str; 4] = ["fixture-a", "fixture-b", "fixture-c", "fixture-d"];

fn set(lo: i128, width: i128) -> ReportingSet {
    let ends = [lo, (lo + width).min(1000)].map(|permille| Rational::new(permille, 1000));
    ReportingSet::new(ends[0], ends[1], false, false).expect("the ends are in order")
}

/// A claim of any share, size and comparability.
fn claim() -> impl Strategy<Value = Told> {
    let sizes = prop_oneof![
        2 => (1..5000_u64).prop_map(Sample::Exactly),
        1 => Just(Sample::Unknown),
        1 => Just(Sample::Census),
    ];
    let region = prop_oneof![Just("FR"), Just("US")];
    let who = prop_oneof![Just("adults"), Just("people")];
    (0..=1000_i128, 0..60_i128, sizes, region, who).prop_map(|(lo, width, n, region, who)| {
        told("fixture-a")
            .set(set(lo, width))
            .size(n)
            .region(region)
            .with(|_, claim| claim.base = among(who))
    })
}

fn claims() -> impl Strategy<Value = Vec<Told>> {
    prop::collection::vec(claim(), 2..=4)
}

/// The same claim, made by another source.
fn by(one: &Told, source: &str) -> Told {
    let Told { mut study, claim } = told(source);
    study.n = one.study.n;
    let claim = gainsay_claims::claim::Claim {
        statement: one.claim.statement.clone(),
        population: one.claim.population.clone(),
        base: one.claim.base.clone(),
        n: one.claim.n,
        n_effective: one.claim.n_effective,
        ..claim
    };
    Told { study, claim }
}

fn of_sources<'a>(claims: &[Told], sources: impl IntoIterator<Item = &'a str>) -> EvidenceBase {
    base(claims.iter().zip(sources).map(|(one, source)| by(one, source)))
}

fn kinds(judgement: &Judgement) -> BTreeSet<&'static str> {
    judgement.diagnostics.iter().map(|one| one.check.id).collect()
}

fn conflicts(base: &EvidenceBase) -> usize {
    let judged = judge(base);
    let pairs = judged.propositions.iter().flat_map(|one| &one.pairs);
    pairs.filter(|pair| pair.is_conflict()).count()
}

/// The numbers of a pair, whichever of the two is the left one.
fn statistics(pair: &PairJudgement) -> String {
    let grade = pair.grade;
    match &pair.outcome {
        Outcome::Tested { test, conflict, .. } => {
            let strength = conflict.as_deref().map(|(strength, _)| *strength);
            format!("{grade:?} {:?} {:?} {:?} {strength:?}", test.gap, test.p, test.verdict)
        }
        Outcome::Untested { gap, verdict, .. } => format!("{grade:?} {gap:?} {verdict:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_study_alone_is_compared_with_nothing(one in claim(), other in claim()) {
        let same_study = by(&other, "fixture-a").named("other");
        let judged = judge(&base([by(&one, "fixture-a"), same_study]));
        prop_assert_eq!(&judged.propositions[0].pairs, &[]);
        // What is wrong inside a study is told by a rule of its own.
        let flaws: BTreeSet<_> = judged.flaws.iter().map(|flaw| flaw.kind.id()).collect();
        prop_assert_eq!(kinds(&judged), flaws);
    }

    #[test]
    fn the_order_of_studies_is_irrelevant(claims in claims()) {
        let forth = of_sources(&claims, SOURCES);
        let back = base(claims.iter().zip(SOURCES).rev().map(|(one, source)| by(one, source)));
        prop_assert_eq!(format!("{:?}", judge(&forth)), format!("{:?}", judge(&back)));
    }

    #[test]
    fn names_change_no_statistic(claims in claims()) {
        let numbers = |base: &EvidenceBase| {
            let judged = judge(base);
            let mut numbers: Vec<_> = judged.propositions[0].pairs.iter().map(statistics).collect();
            numbers.sort();
            (numbers, kinds(&judged))
        };
        let renamed = of_sources(&claims, SOURCES.into_iter().rev());
        prop_assert_eq!(numbers(&of_sources(&claims, SOURCES)), numbers(&renamed));
    }

    // Another publisher with the same numbers would be more evidence; a citation is not.
    #[test]
    fn the_same_study_twice_finds_nothing_new(mut claims in claims()) {
        claims.truncate(3);
        let before = of_sources(&claims, SOURCES);
        let again = by(&claims[0], SOURCES[0]).with(|_, claim| {
            claim.id = "fixture-d/article/bought".to_owned();
            claim.said.role = Role::Cited;
        });
        let told = claims.iter().zip(SOURCES).map(|(one, source)| by(one, source));
        let after = base(told.chain([again]));
        let [before, after] = [before, after].map(|base| judge(&base));
        prop_assert_eq!(&before.diagnostics, &after.diagnostics);
        prop_assert_eq!(&before.propositions[0].groups, &after.propositions[0].groups);
    }

    #[test]
    fn asking_the_opposite_gives_the_same_verdict(claims in claims()) {
        let opposite: Vec<_> = claims
            .iter()
            .map(|one| {
                let base = base([one.clone()]);
                let yes = one.claim.share_of_yes(&base.vocabulary).expect("it is a share");
                one.clone().set(yes.complement())
            })
            .collect();
        let mut negated = of_sources(&opposite, SOURCES);
        for claim in negated.claims.values_mut() {
            claim.said.negated = true;
        }
        // The complement of a complement is exact.
        let judged = format!("{:?}", judge(&of_sources(&claims, SOURCES)));
        prop_assert_eq!(judged, format!("{:?}", judge(&negated)));
    }

    #[test]
    fn wider_rounding_never_adds_a_conflict(claims in claims(), more in 0..100_i128) {
        let exact = of_sources(&claims, SOURCES);
        let mut wider = claims;
        let hard = wider[0].claim.evidence().expect("it is a share").hard;
        let added = Rational::new(more, 1000);
        let hi = (hard.hi() + added).min(1.into());
        let widened = ReportingSet::new(hard.lo(), hi, false, false).expect("it only grows");
        wider[0] = wider[0].clone().set(widened);
        prop_assert!(conflicts(&of_sources(&wider, SOURCES)) <= conflicts(&exact));
    }

    // Every published survey is assumed to have asked as many as the floor.
    #[test]
    fn hiding_a_size_never_adds_a_conflict(
        claims in claims(),
        asked in prop::collection::vec((100..5000_u64, any::<bool>(), any::<bool>()), 4),
    ) {
        let with_sizes = |hides: bool| {
            let told = claims.iter().zip(SOURCES).zip(&asked);
            base(told.map(|((one, source), &(n, is_hidden, is_part))| {
                let one = by(one, source);
                let one = if is_part { one.among_part() } else { one };
                let n = if hides && is_hidden { Sample::Unknown } else { Sample::Exactly(n) };
                one.size(Sample::Unknown).with(|study, _| study.n = n)
            }))
        };
        prop_assert!(conflicts(&with_sizes(true)) <= conflicts(&with_sizes(false)));
    }

    #[test]
    fn larger_samples_never_remove_a_conflict(claims in claims(), times in 1..10_u64) {
        let larger: Vec<_> = claims
            .iter()
            .map(|one| match one.claim.n {
                Sample::Exactly(n) => one.clone().size(Sample::Exactly(n * times)),
                _ => one.clone(),
            })
            .collect();
        let before = conflicts(&of_sources(&claims, SOURCES));
        prop_assert!(before <= conflicts(&of_sources(&larger, SOURCES)));
    }
}
