use gainsay_claims::{
    facts::{Dimension, GroupFact, Side, SizeReason},
    sample::Sample,
};

use crate::{
    fixtures::{Told, base, told},
    judge,
};

use super::*;

/// The one diagnostic of a base.
fn only(claims: impl IntoIterator<Item = Told>) -> Diagnostic {
    let mut found = judge(&base(claims)).diagnostics;
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

fn facts(diagnostic: &Diagnostic, note: usize) -> Vec<PairFact> {
    let facts = diagnostic.notes[note].facts.iter();
    facts
        .filter_map(|fact| match fact {
            Fact::Pair(fact) => Some(fact.clone()),
            _ => None,
        })
        .collect()
}

fn ids(diagnostic: &Diagnostic) -> Vec<&str> {
    let labels = diagnostic.labels.iter();
    labels
        .filter_map(|label| match &label.fact {
            Fact::Claim { id } => Some(id.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn facts_come_in_order() {
    let part = told("fixture-a").among_part();
    let assumed = told("fixture-b").among_part().share("18 %").size(Sample::Unknown);
    let assumed = assumed.with(|study, _| {
        study.n = Sample::Exactly(100_000);
        study.said.mode.clear();
    });
    let diagnostic = only([part, assumed]);
    assert_eq!(diagnostic.check.id, "diverging-shares");
    let facts = facts(&diagnostic, 0);
    let [
        PairFact::Apart { gap, rounding: Some(rounding) },
        PairFact::Tested { p, reach, .. },
        PairFact::BreakEvenOther { claim: open, size: needed, any_plausible: false },
        PairFact::AssumedSize { claim, size, of, by: SizeReason::SubsampleFloor },
        PairFact::Same(same),
        PairFact::Differs { dimension, sides },
    ] = &facts[..]
    else {
        panic!("{facts:?}");
    };
    assert!((gap - 0.09).abs() < 1e-12);
    assert!((rounding - 0.01).abs() < 1e-12);
    assert!(*p < 0.05 && reach.tested < *gap && 0.0 < reach.random);
    assert!(reach.random < reach.tested && reach.tested < reach.total);
    assert!((reach.left - (gap - reach.total).max(0.0)).abs() < 1e-12);
    assert_eq!(open, claim);
    assert!(*needed > 100 && needed < size, "{needed}");
    assert_eq!((claim.as_str(), *size, *of), ("fixture-b/survey/bought", 5000, 100_000));
    assert_eq!((same.len(), *dimension), (6, Dimension::Mode));
    assert_eq!(sides, &[Side::Modes(vec!["online".into()]), Side::Unknown]);
}

// At the facing ends sampling alone would reach 1.96 · √(p q / 500 + ...) = 5.2 points.
#[test]
fn what_sampling_explains_does_not_depend_on_the_order() {
    let explained = |left: &str, right: &str| {
        let diagnostic = only([told("fixture-a").share(left), told("fixture-b").share(right)]);
        match facts(&diagnostic, 0)[..] {
            [_, PairFact::Tested { reach, .. }, ..] => reach.tested,
            ref facts => panic!("{facts:?}"),
        }
    };
    let (one, other) = (explained("28 %", "18 %"), explained("18 %", "28 %"));
    assert!((one - other).abs() < 1e-12 && (one - 0.052).abs() < 0.001, "{one}");
}

#[test]
fn a_gap_that_only_matters_by_odds_says_so() {
    let of = |source, share: &str| told(source).share(share).size(Sample::Exactly(5000));
    let diagnostic = only([of("fixture-a", "1 %"), of("fixture-b", "4 %")]);
    assert!(matches!(
        facts(&diagnostic, 0)[..],
        [PairFact::Apart { .. }, PairFact::OddsApart { ratio }, ..] if ratio >= 2.0
    ));
}

#[test]
fn break_even_sizes_are_said_of_the_study_that_hides_its_size() {
    let hidden = |source, share: &str| told(source).share(share).size(Sample::Unknown);
    let none = only([hidden("fixture-a", "28 %"), hidden("fixture-b", "18 %")]);
    let expected = PairFact::BreakEven { size: 338, any_plausible: false };
    assert_eq!(facts(&none, 0)[1], expected);
    let one = only([told("fixture-a"), hidden("fixture-b", "18 %")]);
    assert!(matches!(
        &facts(&one, 0)[1],
        PairFact::BreakEvenOther { claim, any_plausible: false, .. }
            if claim == "fixture-b/survey/bought"
    ));
    let far = only([told("fixture-a"), hidden("fixture-b", "90 %")]);
    assert!(matches!(&facts(&far, 0)[1], PairFact::BreakEvenOther { any_plausible: true, .. }));
}

#[test]
fn the_most_telling_pairs_are_shown() {
    let diagnostic = only([
        told("fixture-a").share("10 %"),
        told("fixture-b").share("30 %"),
        told("fixture-c").share("50 %"),
        told("fixture-d").share("70 %"),
    ]);
    let about: Vec<_> = diagnostic
        .notes
        .iter()
        .map(|note| note.about.iter().map(|id| &id[8..9]).collect::<String>())
        .collect();
    // 60 points apart first; of the pairs 40 points apart neither is more so.
    assert_eq!(about[0], "ad");
    // Three pairs, the family of tests, and the rest.
    assert_eq!(about.len(), 5);
    assert!(matches!(
        diagnostic.notes[3].facts[..],
        [Fact::Group(GroupFact::Family {
            tested: 6,
            untestable: 0,
            conflicts: 6,
            corrected: 6,
            ..
        })]
    ));
    let last = &diagnostic.notes[4];
    assert!(last.about.is_empty());
    assert!(matches!(last.facts[..], [Fact::More { count: 3, .. }]));
    assert_eq!(ids(&diagnostic)[..2], ["fixture-a/survey/bought", "fixture-d/survey/bought"]);
    assert_eq!(ids(&diagnostic).len(), 4);
}

#[test]
fn better_comparable_pairs_come_first() {
    let elsewhere = told("fixture-b").share("60 %").region("US");
    let also = told("fixture-c").share("40 %").with(|study, claim| {
        study.said.sponsor = Some("Fixture Shop".to_owned());
        claim.period = "2013".parse().ok();
    });
    let found = judge(&base([told("fixture-a"), elsewhere, also])).diagnostics;
    let checks: Vec<_> = found.iter().map(|one| (one.check.id, one.notes.len())).collect();
    // Errors come first; the two pairs with another country share a warning.
    let expected = [("diverging-shares", 1), ("diverging-shares-across-populations", 3)];
    assert_eq!(checks, expected);
}

#[test]
fn waves_of_one_house_are_a_trend() {
    let wave = |source, share: &str, period: &str| {
        told(source).share(share).with(|study, claim| {
            study.said.publisher = "One House".to_owned();
            claim.period = period.parse().ok();
        })
    };
    let rules = |period| {
        let waves = [wave("fixture-a", "28 %", "2013-03"), wave("fixture-b", "10 %", period)];
        judge(&base(waves)).diagnostics.len()
    };
    assert_eq!(rules("2012-04"), 0);
    assert_eq!(rules("2013-03"), 1);
}
