//! Figures: other ones, at another cut, of the other polarity, in another unit.

use gainsay_claims::{
    claim::{Claim, Share, Statement},
    facts::{Axis, Value},
    value::{Extent, Hedge, Kind, Quantity, Rational, Reading, ReportingSet},
    vocabulary::Vocabulary,
};

use super::Sides;

/// The axes on which the figure of a citation moved.
pub(super) fn axes(sides: Sides<'_>, vocabulary: &Vocabulary, of_study: &[&Claim]) -> Vec<Axis> {
    match sides.map(|claim| &claim.statement) {
        [Statement::Share(one), Statement::Share(other)] => shares(sides, [one, other], vocabulary),
        [Statement::Share(one), Statement::Change(other)] => {
            vec![level_to_change(sides, one, other, of_study)]
        }
        [Statement::Change(one), Statement::Share(other)] => vec![change_to_level(one, other)],
        [Statement::Change(one), Statement::Change(other)] => changes(one, other),
        [Statement::Count(one), Statement::Count(other)]
        | [Statement::Money(one), Statement::Money(other)]
        | [Statement::Mean(one), Statement::Mean(other)] => apart(one, other),
        [Statement::Share(one), Statement::Rank { .. } | Statement::Words(_)] => {
            vec![Axis::Magnitude(one.hard)]
        }
        _ => Vec::new(),
    }
}

fn shares(sides: Sides<'_>, shares: [&Share; 2], vocabulary: &Vocabulary) -> Vec<Axis> {
    let [one, other] = shares;
    if other.reading.rhetorical && !one.reading.rhetorical {
        let leaves_room = one.hard.intersect(&other.hard).is_some();
        let exception = (!leaves_room).then(|| Axis::Universal(vec![sides.source.id.clone()]));
        return exception.into_iter().collect();
    }
    threshold(sides, vocabulary).into_iter().chain(amount(sides, shares)).collect()
}

/// Another step of the scale: "never or hardly ever" became "never".
fn threshold(sides: Sides<'_>, vocabulary: &Vocabulary) -> Option<Axis> {
    let [concept, cited] = sides.map(|claim| claim.proposition.concept.as_str());
    let entry = vocabulary.concepts.get(concept).filter(|_| concept == cited)?;
    entry.scale.as_ref()?;
    let [from, to] = sides.map(|claim| claim.said.cut.as_ref().or(entry.cut.as_ref()));
    let steps = [from?.clone(), to?.clone()];
    if steps[0] == steps[1] {
        return None;
    }
    let shares = match sides.map(|claim| claim.share_of_yes(vocabulary)) {
        [Some(one), Some(other)] => Some([one, other]),
        _ => None,
    };
    Some(Axis::Threshold { concept: concept.to_owned(), steps, shares })
}

fn amount(sides: Sides<'_>, shares: [&Share; 2]) -> Option<Axis> {
    let [from, to] = shares.map(|share| share.hard);
    let meet = |one: &ReportingSet, other: &ReportingSet| one.intersect(other).is_some();
    let [denied, denies] = sides.map(|claim| claim.said.negated);
    if denied == denies {
        if !meet(&from, &to) {
            return Some(Axis::Figure([from, to].map(Value::Share)));
        }
        let sharpened = is_open(&shares[0].reading) && is_exact(&shares[1].reading);
        return sharpened.then_some(Axis::Exactness([from, to]));
    }
    let of_yes =
        [if denied { from.complement() } else { from }, if denies { to.complement() } else { to }];
    if meet(&of_yes[0], &of_yes[1]) {
        return Some(Axis::Derived { from: sides.source.id.clone() });
    }
    Some(if meet(&from, &to) {
        Axis::Polarity(of_yes)
    } else {
        Axis::Figure(of_yes.map(Value::Share))
    })
}

/// Whether a figure is a bound or a word: "more than half", "most".
fn is_open(reading: &Reading) -> bool {
    let bound =
        matches!(reading.hedge, Hedge::MoreThan | Hedge::AtLeast | Hedge::LessThan | Hedge::AtMost);
    bound || !matches!(reading.kind, Kind::Exact | Kind::Fraction)
}

fn is_exact(reading: &Reading) -> bool {
    reading.hedge == Hedge::None && matches!(reading.kind, Kind::Exact | Kind::Fraction)
}

/// "to 50 %" became "by 50 %"; "51 % of" became "51 % more".
fn level_to_change(sides: Sides<'_>, level: &Share, change: &Reading, of_study: &[&Claim]) -> Axis {
    let values = [Value::Share(level.hard), Value::Reading(change.clone())];
    let in_time =
        sides.map(|claim| claim.target.is_some() || claim.since.is_some()).contains(&true);
    if !in_time && !matches!(change.quantity, Quantity::Points(_)) {
        return Axis::Ratio(values);
    }
    let starts = of_study.iter().find(|claim| {
        claim.proposition == sides.source.proposition
            && claim.target.is_none()
            && claim.evidence().is_some()
    });
    let leads_to = starts.and_then(|claim| reached(&claim.evidence()?.hard, change));
    Axis::ToBy { sides: values, leads_to }
}

fn change_to_level(change: &Reading, level: &Share) -> Axis {
    let sides = [Value::Reading(change.clone()), Value::Share(level.hard)];
    match change.quantity {
        Quantity::Points(_) => Axis::ToBy { sides, leads_to: None },
        _ => Axis::Ratio(sides),
    }
}

fn changes(one: &Reading, other: &Reading) -> Vec<Axis> {
    let in_points = |reading: &Reading| matches!(reading.quantity, Quantity::Points(_));
    if in_points(one) != in_points(other) {
        return vec![Axis::Points([one, other].map(|reading| Value::Reading(reading.clone())))];
    }
    apart(one, other)
}

fn apart(one: &Reading, other: &Reading) -> Vec<Axis> {
    let meet = match (extent(one), extent(other)) {
        (Some(from), Some(to)) => from.meets(&to),
        _ => true,
    };
    let figures = || Axis::Figure([one, other].map(|reading| Value::Reading(reading.clone())));
    if meet { Vec::new() } else { vec![figures()] }
}

/// The values that a figure other than a share leaves open; money only of amounts
/// that need no conversion.
pub(crate) fn extent(reading: &Reading) -> Option<Extent> {
    match reading.quantity {
        Quantity::Points(set) => Some(set.into()),
        Quantity::PercentChange(set) | Quantity::Factor(set) => Some(set),
        Quantity::Count { set } | Quantity::Money { set, .. } => Some(set),
        Quantity::Share { .. } | Quantity::Rank(_) => None,
    }
}

/// The share that a change leads to from a level, a fraction of the base; nothing
/// when it leads beyond the whole.
pub(crate) fn reached(level: &ReportingSet, change: &Reading) -> Option<ReportingSet> {
    match change.quantity {
        Quantity::Points(points) => level.sum(&points)?.times(&once()),
        Quantity::PercentChange(times) | Quantity::Factor(times) => level.times(&times),
        _ => None,
    }
}

/// The ratio of what stays as it is.
fn once() -> Extent {
    let one = Rational::from_integer(1);
    ReportingSet::new(one, one, false, false).map(Extent::from).expect("a point is no empty set")
}
