//! How the figure of a draft and that of a claim compare.

use gainsay_claims::{
    claim::{Claim, Statement},
    value::{Quantity, Rational, ReportingSet},
};

/// How a figure of a draft and that of a claim compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FigureFit {
    /// One can be a rounding of the other.
    Same,
    /// It can, of those of whom it is not true.
    Complement,
    /// The same number with another meaning: a change for a level, points for percent.
    OtherUnit,
    /// Neither.
    Other,
}

/// How much it says that two figures compare so, 0..=1.
pub(super) fn weight(fit: FigureFit, quantity: &Quantity, claim: &Claim) -> f64 {
    match fit {
        FigureFit::Same => together(precision(quantity), precision_of(claim)),
        FigureFit::Complement => 0.5 * precision(quantity),
        FigureFit::OtherUnit => 0.6,
        FigureFit::Other => 0.0,
    }
}

/// How the figure of a draft compares with that of a claim.
pub(crate) fn fit(quantity: &Quantity, claim: &Claim) -> FigureFit {
    match (quantity, &claim.statement) {
        (Quantity::Share { hard, .. }, Statement::Share(share)) => {
            if meet(hard, &share.hard) && !is_within_vagueness(ends(hard), ends(&share.hard)) {
                FigureFit::Same
            } else if is_rest(hard, &share.hard) {
                FigureFit::Complement
            } else {
                FigureFit::Other
            }
        }
        (one, Statement::Count(reading) | Statement::Money(reading) | Statement::Mean(reading)) => {
            fits(one, &reading.quantity)
        }
        (one, Statement::Change(reading)) => match fits(one, &reading.quantity) {
            FigureFit::Other if same_number(one, &reading.quantity) => FigureFit::OtherUnit,
            fit => fit,
        },
        (one @ (Quantity::Points(_) | Quantity::PercentChange(_)), Statement::Share(share)) => {
            let share = Quantity::Share { hard: share.hard, soft: share.hard };
            if same_number(one, &share) { FigureFit::OtherUnit } else { FigureFit::Other }
        }
        (Quantity::Rank(rank), Statement::Rank { place, .. }) if rank == place => FigureFit::Same,
        _ => FigureFit::Other,
    }
}

/// Whether the figure of a draft can be that of those of whom a claim is not true, whether or not
/// it can be that of the others as well: "at most two thirds" of 34 %.
pub(crate) fn may_be_rest(quantity: &Quantity, claim: &Claim) -> bool {
    match (quantity, &claim.statement) {
        (Quantity::Share { hard, .. }, Statement::Share(share)) => is_rest(hard, &share.hard),
        _ => false,
    }
}

fn is_rest(one: &ReportingSet, other: &ReportingSet) -> bool {
    meet(&one.complement(), other)
}

/// The ends of a figure: of a share or a difference as fractions of the base, of a count or
/// an amount as it is; none of other figures.
pub(super) fn numbers(quantity: &Quantity) -> Option<[f64; 2]> {
    match quantity {
        Quantity::Share { hard, .. } => Some(ends(hard)),
        Quantity::Points(set) => Some(ends(set)),
        Quantity::PercentChange(set) => Some([set.lo_f64() - 1.0, set.hi_f64()? - 1.0]),
        Quantity::Count { set } | Quantity::Money { set, .. } => {
            Some([set.lo_f64(), set.hi_f64().unwrap_or(f64::INFINITY)])
        }
        _ => None,
    }
}

/// The ends of a figure that is a share.
pub(super) fn share(quantity: &Quantity) -> Option<[f64; 2]> {
    match quantity {
        Quantity::Share { hard, .. } => Some(ends(hard)),
        _ => None,
    }
}

/// Whether two shares, by their ends, are so far apart that neither they nor the one and the rest
/// of the other can meet, whatever their exact ends are. To know it costs less than to compare
/// them.
pub(super) fn are_far_apart(said: [f64; 2], claimed: [f64; 2]) -> bool {
    /// In fractions.
    const FAR: f64 = 1e-6;
    let is_apart = |[lo, hi]: [f64; 2]| claimed[0] - hi > FAR || lo - claimed[1] > FAR;
    is_apart(said) && is_apart([1.0 - said[1], 1.0 - said[0]])
}

/// The ends of the figure of a claim that is a share.
pub(super) fn share_of(claim: &Claim) -> Option<[f64; 2]> {
    match &claim.statement {
        Statement::Share(share) => Some(ends(&share.hard)),
        _ => None,
    }
}

/// The same of a claim.
pub(super) fn numbers_of(claim: &Claim) -> Option<[f64; 2]> {
    match &claim.statement {
        Statement::Share(share) => Some(ends(&share.hard)),
        Statement::Count(reading)
        | Statement::Money(reading)
        | Statement::Mean(reading)
        | Statement::Change(reading) => numbers(&reading.quantity),
        _ => None,
    }
}

/// How a figure with such numbers compares with that of a claim, where that can be told
/// without exact arithmetic.
pub(super) fn fit_roughly(
    quantity: &Quantity,
    said: [f64; 2],
    claim: &Claim,
    claimed: [f64; 2],
) -> Option<FigureFit> {
    let (Quantity::Share { .. }, Statement::Share(_)) = (quantity, &claim.statement) else {
        return (overlap(said, claimed) == Some(false)).then_some(FigureFit::Other);
    };
    if overlap(said, claimed)? && !is_within_vagueness(said, claimed) {
        return Some(FigureFit::Same);
    }
    let others = [1.0 - said[1], 1.0 - said[0]];
    Some(if overlap(others, claimed)? { FigureFit::Complement } else { FigureFit::Other })
}

/// Whether two sets have more than a point in common; nothing where one is a point, and
/// rounding of the arithmetic decides.
fn overlap(one: [f64; 2], other: [f64; 2]) -> Option<bool> {
    const NEAR: f64 = 1e-9;
    let (end, start) = (one[1].min(other[1]), one[0].max(other[0]));
    let common = end - start;
    let near = NEAR * start.abs().max(1.0);
    let is_wide = |set: [f64; 2]| set[1] - set[0] > 2.0 * near;
    let is_sure = common.abs() > near || is_wide(one) && is_wide(other);
    is_sure.then_some(common > near)
}

/// Whether one figure can be a rounding of the other. Sets that only touch (34 and 35
/// percent, at 34.5) are of two figures.
fn meet(one: &ReportingSet, other: &ReportingSet) -> bool {
    let is_point = |set: &ReportingSet| set.lo() == set.hi();
    one.intersect(other).is_some_and(|both| !is_point(&both) || is_point(one) || is_point(other))
}

/// Whether an exact figure is only one of many that a bound or a word leaves open: 61 % of
/// "more than half". At the bound itself it may be the bound told as exact.
fn is_within_vagueness(said: [f64; 2], claimed: [f64; 2]) -> bool {
    const EXACT: f64 = 0.03;
    const VAGUE: f64 = 0.09;
    const REACH: f64 = EXACT / 2.0;
    let width = |set: [f64; 2]| set[1] - set[0];
    // "0.17 %" is one of many that "less than 0.25 %" leaves open.
    let is_tiny = claimed[1] < REACH;
    let (vague, reach) =
        if is_tiny { (9.0 * width(said), 1.5 * width(said)) } else { (VAGUE, REACH) };
    let near = |end: f64| said[0] - reach <= end && end <= said[1] + reach;
    let at_bound = claimed.into_iter().any(near);
    width(said) <= EXACT && width(claimed) > vague && !at_bound
}

fn ends(set: &ReportingSet) -> [f64; 2] {
    [set.lo_f64(), set.hi_f64()]
}

fn fits(one: &Quantity, other: &Quantity) -> FigureFit {
    let same = match (one, other) {
        (Quantity::Points(one), Quantity::Points(other)) => meet(one, other),
        (Quantity::Share { hard: one, .. }, Quantity::Share { hard: other, .. }) => {
            meet(one, other)
        }
        (Quantity::PercentChange(one), Quantity::PercentChange(other))
        | (Quantity::Factor(one) | Quantity::PercentChange(one), Quantity::Factor(other))
        | (Quantity::Factor(one), Quantity::PercentChange(other))
        | (Quantity::Count { set: one }, Quantity::Count { set: other }) => one.meets(other),
        (
            Quantity::Money { set: one, currency },
            Quantity::Money { set: other, currency: second },
        ) => currency == second && one.meets(other),
        _ => false,
    };
    if same { FigureFit::Same } else { FigureFit::Other }
}

/// Whether two figures are written with the same number of percent or points.
fn same_number(one: &Quantity, other: &Quantity) -> bool {
    let percent = |quantity: &Quantity| -> Option<[Rational; 2]> {
        match quantity {
            Quantity::Share { hard, .. } => Some([hard.lo(), hard.hi()]),
            Quantity::Points(set) => Some([set.lo(), set.hi()]),
            Quantity::PercentChange(set) => {
                let one = Rational::from_integer(1);
                Some([set.lo() - one, set.hi()? - one])
            }
            _ => None,
        }
    };
    let is_share = matches!(one, Quantity::Share { .. });
    let (Some(one), Some(other)) = (percent(one), percent(other)) else { return false };
    // "23 % below" is a fall told without its sign.
    let is_fall = is_share && other[1] < Rational::from_integer(0);
    let other = if is_fall { [-other[1], -other[0]] } else { other };
    let holds_middle = |set: [Rational; 2], of: [Rational; 2]| {
        let twice = of[0] + of[1];
        set[0] + set[0] < twice && twice < set[1] + set[1]
    };
    holds_middle(one, other) && holds_middle(other, one)
}

/// How much it says that two figures of such precision are the same: an exact one is one
/// of many that "most" may stand for.
fn together(one: f64, other: f64) -> f64 {
    if (one - other).abs() > 0.5 { 0.1 } else { one.min(other) }
}

fn precision_of(claim: &Claim) -> f64 {
    match &claim.statement {
        Statement::Share(share) => {
            precision(&Quantity::Share { hard: share.soft, soft: share.soft })
        }
        _ => 1.0,
    }
}

/// How much the agreement of two figures says: that of "most" says little.
fn precision(quantity: &Quantity) -> f64 {
    let Quantity::Share { hard, .. } = quantity else { return 1.0 };
    let width = hard.hi_f64() - hard.lo_f64();
    if width <= 0.03 {
        1.0
    } else if width <= 0.12 {
        0.8
    } else {
        0.45
    }
}

/// How far apart the middles of two figures that may be the same are, 0..=1: 33 percent
/// is more of a third than 31 is.
pub(super) fn apart(quantity: &Quantity, claim: &Claim) -> f64 {
    let (Quantity::Share { soft, .. }, Statement::Share(share)) = (quantity, &claim.statement)
    else {
        return 0.0;
    };
    let middle = |set: &ReportingSet| f64::midpoint(set.lo_f64(), set.hi_f64());
    (10.0 * (middle(soft) - middle(&share.soft)).abs()).min(1.0)
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{Lang, value::read};

    use super::*;

    fn share(text: &str) -> ReportingSet {
        match read(text, Some(Lang::En), None).expect(text).quantity {
            Quantity::Share { hard, .. } => hard,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn figures_that_only_touch_are_two() {
        assert!(meet(&share("34 %"), &share("about 34 %")));
        assert!(meet(&share("a third"), &share("34 %")));
        assert!(!meet(&share("34 %"), &share("35 %")));
    }

    #[test]
    fn a_bound_may_be_the_rest_as_well() {
        let both = |said, claimed| {
            let (said, claimed) = (share(said), share(claimed));
            [meet(&said, &claimed), is_rest(&said, &claimed)]
        };
        assert_eq!(both("at most two thirds", "34 %"), [true, true]);
        assert_eq!(both("66 %", "34 %"), [false, true]);
        assert_eq!(both("34 %", "34 %"), [true, false]);
    }

    #[test]
    fn shares_that_are_far_apart_never_meet_and_many_are() {
        let texts =
            ["0.17 %", "less than 0.25 %", "12 %", "a third", "34 %", "66 %", "most", "88 %"];
        let sets = texts.map(share);
        let mut far = 0;
        for (one, other) in sets.iter().flat_map(|one| sets.iter().map(move |other| (one, other))) {
            let is_far = are_far_apart(ends(one), ends(other));
            assert!(!is_far || !meet(one, other) && !is_rest(one, other), "{one:?} {other:?}");
            far += usize::from(is_far);
        }
        assert_eq!(2 * far, sets.len() * sets.len(), "half of these pairs");
        assert!(!are_far_apart(ends(&share("34 %")), ends(&share("66 %"))), "the rest of it");
    }

    #[test]
    fn an_exact_figure_is_no_bound_but_at_the_bound() {
        let vague = |said, claimed| is_within_vagueness(ends(&share(said)), ends(&share(claimed)));
        assert!(vague("61 %", "more than half"));
        assert!(!vague("50 %", "more than half"));
        assert!(!vague("61 %", "60.7 %"));
        assert!(vague("0.17 %", "less than 0.25 %"));
        assert!(!vague("0.25 %", "less than 0.25 %"));
        assert!(!vague("most", "more than half"));
    }

    #[test]
    fn points_and_percent_may_be_the_same_number() {
        let read = |text| read(text, Some(Lang::En), None).expect(text).quantity;
        assert!(same_number(&read("18 points"), &read("18 %")));
        assert!(!same_number(&read("18 points"), &read("19 %")));
        // One number is among those that round to the other.
        assert!(!same_number(&read("0.71 %"), &read("1 point")));
    }

    #[test]
    fn vague_words_say_little_of_an_exact_figure() {
        let quantity = |text| read(text, Some(Lang::En), None).expect(text).quantity;
        assert!(precision(&quantity("68 %")) > precision(&quantity("two thirds")));
        assert!(precision(&quantity("two thirds")) > precision(&quantity("most")));
        assert!(together(1.0, 0.45) < 0.2);
    }
}
