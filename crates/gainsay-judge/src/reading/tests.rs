use gainsay_claims::{Check, EvidenceBase, checks::BROKEN_SOURCE, sample::Sample};

use crate::{
    fixtures::{Told, among, base, told},
    judge,
};

use super::*;

/// What is found, in order: rule, tier, subject.
fn read(base: &EvidenceBase) -> Vec<(&'static str, Tier)> {
    let judgement = judge(base);
    judgement.diagnostics.iter().map(|one| (one.check.id, one.tier)).collect()
}

#[track_caller]
fn check(studies: [Told; 2], expected: (&str, Tier)) {
    assert_eq!(read(&base(studies)), [expected]);
}

#[test]
fn comparable_studies_that_contradict_each_other_come_first() {
    check([told("a"), told("b").share("45 %")], ("diverging-shares", Tier::Reversal));
}

#[test]
fn what_differs_in_one_point_is_robust_or_folded() {
    let rule = "diverging-shares-across-populations";
    let abroad = |share| told("b").share(share).region("US");
    check([told("a"), abroad("45 %")], (rule, Tier::Robust));
    check([told("a"), abroad("35.5 %")], (rule, Tier::Folded));
}

// 28 % against 35.5 % is shown, of all pairs the least likely; 45 % against 53 % of the
// same two studies is not, and lies on both sides of one half.
#[test]
fn a_pair_that_is_not_shown_counts_too() {
    let rule = "diverging-shares-across-populations";
    let teens = |source: &str, region: &str, share: &str| {
        let one = told(source).named("teens").share(share).region(region);
        one.with(|_, claim| claim.base = among("teens"))
    };
    let adults = || [told("a"), told("b").share("35.5 %").region("US")];
    assert_eq!(read(&base(adults())), [(rule, Tier::Folded)]);
    let all = adults().into_iter().chain([teens("a", "FR", "45 %"), teens("b", "US", "53 %")]);
    let judgement = judge(&base(all));
    let found = judgement.diagnostics.iter().find(|one| one.check.id == rule);
    let found = found.expect("the studies differ");
    assert_eq!(found.notes.iter().filter(|note| note.about.len() == 2).count(), 1);
    assert_eq!(found.tier, Tier::Robust);
}

#[test]
fn what_a_size_would_decide_is_folded_where_the_studies_differ_too() {
    let unknown = told("b").share("37 %").size(Sample::Unknown);
    check([told("a"), unknown.clone()], ("untestable-shares", Tier::Undecided));
    check([told("a"), unknown.region("US")], ("untestable-shares", Tier::Folded));
}

#[test]
fn the_wider_gap_comes_first_and_both_sides_of_one_half_before_it() {
    let pull = |crosses_half, strength, gap| Pull { crosses_half, strength, gap };
    let first_to_last = [
        pull(true, Some(Strength::Fragile), 0.06),
        pull(false, Some(Strength::Robust), 0.2),
        pull(false, Some(Strength::Robust), 0.1),
        pull(false, Some(Strength::Solid), 0.3),
        pull(false, None, 0.4),
    ];
    assert!(first_to_last.is_sorted_by(|one, other| one.compare(other).is_lt()));
}

#[test]
fn flaws_inside_one_study_come_after_contradictions() {
    let twice = told("c").named("other").share("70 %");
    let studies = [told("a"), told("b").share("45 %"), told("c"), twice];
    let found = read(&base(studies));
    let reversals: Vec<_> =
        found.iter().filter(|(_, tier)| *tier == Tier::Reversal).map(|(rule, _)| *rule).collect();
    assert_eq!(reversals, ["diverging-shares", "self-contradiction"]);
}

#[test]
fn what_no_rule_of_the_judge_found_is_to_be_mended() {
    const NOTE: Check = Check { level: Level::Note, ..BROKEN_SOURCE };
    let placed = |check| {
        let found = Diagnostic::new(check, Subject::Name("fixture-a".to_owned()));
        (found.tier, found.is_folded())
    };
    assert_eq!(placed(&BROKEN_SOURCE), (Tier::Input, false));
    assert_eq!(placed(&const { NOTE }), (Tier::Input, true));
    static VERDICT: Check = Check { group: CheckGroup::Verdicts, ..NOTE };
    assert_eq!(placed(&VERDICT), (Tier::Input, false));
}
