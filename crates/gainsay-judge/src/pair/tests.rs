use gainsay_claims::{sample::Sample, wire};

use super::*;
use crate::{
    evidence::admit,
    fixtures::{Told, base as base_of, told},
    judgement::Grade,
    sanity::Flawed,
    stats::{BreakEven, Strength, UnknownSizeVerdict},
};

fn pairs(claims: impl IntoIterator<Item = Told>) -> Vec<PairJudgement> {
    let base = base_of(claims);
    let claims: Vec<_> = base.claims.values().collect();
    let thresholds = Thresholds::default();
    let (admitted, _) = admit(&claims, &base, &Flawed::default(), &thresholds);
    judge_pairs(&admitted, &base, &thresholds).0
}

fn pair(left: Told, right: Told) -> PairJudgement {
    let mut pairs = pairs([left, right]);
    assert_eq!(pairs.len(), 1);
    pairs.remove(0)
}

#[test]
fn two_known_sizes_are_tested() {
    let strength = |n| {
        let n = Sample::Exactly(n);
        let right = told("fixture-b").share("18 %").size(n);
        match pair(told("fixture-a").size(n), right).outcome {
            Outcome::Tested { conflict, .. } => conflict.map(|one| one.0),
            Outcome::Untested { .. } => panic!("both sizes are known"),
        }
    };
    // The break-even sizes of 28 % and 18 % are 338 and 675 at design effects 2 and 4.
    assert_eq!(strength(337), None);
    assert_eq!(strength(338), Some(Strength::Solid));
    assert_eq!(strength(675), Some(Strength::Robust));
}

#[track_caller]
fn untested(left: Sample, right: Sample, known: Option<&str>, expected: UnknownSizeVerdict) {
    let other = told("fixture-b").share("18 %").size(right);
    match pair(told("fixture-a").size(left), other).outcome {
        Outcome::Untested { known: found, verdict, break_even, .. } => {
            assert_eq!(verdict, expected);
            assert_eq!(found.as_deref(), known);
            if let UnknownSizeVerdict::IfAtLeast(n) = verdict {
                assert_eq!(break_even, BreakEven::At(n));
            }
        }
        Outcome::Tested { .. } => panic!("a size is unknown"),
    }
}

#[test]
fn an_unknown_size_leaves_a_break_even_size() {
    let unknown = Sample::Unknown;
    untested(unknown, unknown, None, UnknownSizeVerdict::IfAtLeast(338));
    let (left, right) = ("fixture-a/survey/bought", "fixture-b/survey/bought");
    untested(Sample::Exactly(100), unknown, Some(left), UnknownSizeVerdict::NotEstablished);
    untested(unknown, Sample::Exactly(100), Some(right), UnknownSizeVerdict::NotEstablished);
}

#[test]
fn a_study_is_never_held_against_itself() {
    let wave = told("fixture-a").named("wave-two").share("68 %");
    assert_eq!(pairs([told("fixture-a"), wave]), []);
}

#[test]
fn countries_are_compared_with_their_own() {
    let asked = |source, code| told(source).named(code).region(&code.to_uppercase());
    let found = pairs([
        asked("fixture-a", "fr"),
        asked("fixture-a", "us"),
        asked("fixture-b", "fr"),
        asked("fixture-b", "us"),
    ]);
    let ids: Vec<_> = found.iter().map(|pair| (&*pair.left, &*pair.right)).collect();
    let expected = [
        ("fixture-a/survey/fr", "fixture-b/survey/fr"),
        ("fixture-a/survey/us", "fixture-b/survey/us"),
    ];
    assert_eq!(ids, expected);
    assert!(found.iter().all(|pair| pair.grade == Grade::A));
}

#[test]
fn one_set_in_the_other_is_agreement() {
    let bound = told("fixture-b").share("more than 20 %");
    assert!(pair(told("fixture-a"), bound).contains);
    assert!(!pair(told("fixture-a"), told("fixture-b").share("29 %")).contains);
}

#[test]
fn dependence_is_seen_from_either_side() {
    let depends = |declared| wire::Dependence {
        study: "fixture-b/survey".to_owned(),
        declared,
        why: "same panel".to_owned(),
    };
    let link = |declared| {
        told("fixture-a").with(|study, _| study.said.depends_on = vec![depends(declared)])
    };
    let found = pair(link(false), told("fixture-b")).dependence;
    assert_eq!(found.map(|found| found.declared), Some(false));
    let declared = told("fixture-b").with(|study, _| {
        let back = wire::Dependence { study: "fixture-a/survey".to_owned(), ..depends(true) };
        study.said.depends_on = vec![back];
    });
    let found = pair(link(false), declared).dependence;
    assert_eq!(found.map(|found| found.declared), Some(true));
    assert_eq!(pair(link(false), told("fixture-c")).dependence, None);
}

/// Whether two releases of one publisher are a trend: when people were asked and
/// when it was published, of each; empty is not known.
#[track_caller]
fn trend(left: [&str; 2], right: [&str; 2], expected: bool) {
    let release = |source, [asked, published]: [&str; 2]| {
        told(source).with(|study, claim| {
            study.said.publisher = "One House".to_owned();
            study.published = published.parse().ok();
            claim.period = asked.parse().ok();
        })
    };
    let [left, right] = [release("fixture-a", left), release("fixture-b", right)];
    assert_eq!(pair(left.clone(), right.clone()).trend, expected);
    let other_house = right.with(|study, _| study.said.publisher = "Other House".to_owned());
    assert!(!pair(left, other_house).trend);
}

#[test]
fn interviews_one_after_the_other_are_waves() {
    trend(["2012-03", ""], ["2013-03", ""], true);
    trend(["2012", "2012"], ["2012-03", "2013"], false);
    trend(["2013-03", "2012"], ["2013-03", "2013"], false);
}

#[test]
fn publications_are_waves_from_half_a_year_apart() {
    trend(["", "2012-09"], ["", "2013-03"], true);
    trend(["", "2012-10"], ["", "2013-03"], false);
    trend(["", "2012-09-15"], ["", "2013-03-14"], false);
    trend(["2012-03", "2012-09"], ["", "2013-03"], true);
    trend(["2012-03", ""], ["", "2013-03"], false);
    trend(["2012-03", "2013"], ["", "2013-09"], false);
    trend(["", ""], ["", ""], false);
}

#[test]
fn any_survey_has_fewer_people_in_a_subgroup() {
    let hidden = |source, share: &str| told(source).share(share).size(Sample::Unknown);
    let (left, right) = (hidden("fixture-a", "68 %"), hidden("fixture-b", "35 %"));
    let conflicts = |left: &Told, right: &Told| pair(left.clone(), right.clone()).is_conflict();
    // 37 people each tell them apart: any survey asks so many, and not in a subgroup.
    assert!(conflicts(&left, &right));
    assert!(!conflicts(&left.clone().among_part(), &right.clone().among_part()));
    assert!(!conflicts(&left, &right.clone().among_part()));
    let known = right.size(Sample::Exactly(5000));
    assert!(conflicts(&left, &known));
    assert!(!conflicts(&left.among_part(), &known));
}

#[test]
fn an_untold_base_is_held_against_the_widest() {
    let untold = told("fixture-a").share("75 %").with(|_, claim| {
        claim.base.steps[0].who = "unknown".to_owned();
    });
    let whole = told("fixture-b").share("35 %");
    let part = whole.clone().among_part().named("part");
    let found = pairs([untold, whole, part]);
    let found: Vec<_> = found.iter().map(|pair| [&*pair.left, &*pair.right]).collect();
    assert_eq!(found, [["fixture-a/survey/bought", "fixture-b/survey/bought"]]);
}
