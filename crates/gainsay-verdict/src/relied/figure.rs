//! Figures in words that are never translated.

use gainsay_claims::{
    claim::{Claim, Statement},
    value::{Extent, Quantity, Rational, Reading, ReportingSet},
    wire::{Says, Side},
};

/// The figure. Words of others stand between quotation marks, so that whoever tells it to a
/// reader knows them from those of this module.
pub(super) fn figure(claim: &Claim) -> String {
    match &claim.statement {
        Statement::Share(share) => set(&share.hard),
        Statement::Count(reading)
        | Statement::Money(reading)
        | Statement::Mean(reading)
        | Statement::Change(reading) => quantity(reading),
        Statement::Rank { place, from_last: false } => format!("rank {place}"),
        Statement::Rank { place, from_last: true } => format!("rank {place} from last"),
        Statement::Order => match &claim.said.says {
            Says::Order(order) => {
                format!("order “{} > {}”", side(&order.greater), side(&order.lesser))
            }
            _ => "order".to_owned(),
        },
        Statement::Agreement => match &claim.said.says {
            Says::Agreement(agreement) => format!("agreement “{}”", agreement.between.join(", ")),
            _ => "agreement".to_owned(),
        },
        Statement::Instance(cases) => {
            cases.iter().map(|case| format!("“{case}”")).collect::<Vec<_>>().join(", ")
        }
        Statement::Words(words) => format!("“{words}”"),
    }
}

/// In what a side of an order differs from the finding.
fn side(side: &Side) -> String {
    let facets = side.facets.iter().map(|(facet, value)| format!("{facet}={value}"));
    let mut words: Vec<String> = side.concept.iter().chain(&side.universe).cloned().collect();
    words.extend(facets);
    words.extend(side.regions.iter().cloned());
    words.join(" ")
}

fn quantity(reading: &Reading) -> String {
    match &reading.quantity {
        Quantity::Share { hard, .. } => set(hard),
        Quantity::Points(points) => format!("{} points", set(points)),
        Quantity::PercentChange(ratio) | Quantity::Factor(ratio) => format!("× {}", extent(ratio)),
        Quantity::Count { set } => extent(set),
        Quantity::Money { set, currency } => format!("{} {currency}", extent(set)),
        Quantity::Rank(place) => format!("rank {place}"),
    }
}

/// The ends of a share in percent: `27.5 % to 28.5 %`, `> 50 % to 100 %`.
pub(super) fn set(set: &ReportingSet) -> String {
    let percent = |end: Rational| match end.numer().checked_mul(100) {
        Some(numerator) => format!("{} %", number(Rational::new(numerator, *end.denom()))),
        None => end.to_string(),
    };
    let (lo, hi) = (percent(set.lo()), percent(set.hi()));
    ends(&lo, set.lo_open(), Some(&hi), set.hi_open())
}

fn extent(extent: &Extent) -> String {
    let hi = extent.hi().map(number);
    ends(&number(extent.lo()), extent.lo_open(), hi.as_deref(), extent.hi_open())
}

fn ends(lo: &str, lo_open: bool, hi: Option<&str>, hi_open: bool) -> String {
    let above = if lo_open { "> " } else { "" };
    let below = if hi_open { "< " } else { "" };
    match hi {
        None => format!("{}{lo}", if lo_open { "> " } else { "≥ " }),
        Some(hi) if hi == lo => lo.to_owned(),
        Some(hi) => format!("{above}{lo} to {below}{hi}"),
    }
}

/// A number in decimals: exact, or rounded to four where it goes on for ever. What differs
/// by less is the same figure.
fn number(value: Rational) -> String {
    const ROUNDED: u32 = 4;
    let (numerator, denominator) = (*value.numer(), *value.denom());
    let scaled = |decimals: u32| numerator.checked_mul(10_i128.pow(decimals));
    for decimals in 0..=12 {
        match scaled(decimals) {
            Some(scaled) if scaled % denominator == 0 => {
                return with_point(scaled / denominator, decimals);
            }
            Some(_) => {}
            None => break,
        }
    }
    match scaled(ROUNDED).and_then(|scaled| scaled.checked_add(denominator / 2)) {
        Some(scaled) => with_point(scaled.div_euclid(denominator), ROUNDED),
        None => value.to_string(),
    }
}

/// A whole number of units of the last decimal.
fn with_point(units: i128, decimals: u32) -> String {
    if decimals == 0 {
        return units.to_string();
    }
    let sign = if units < 0 { "-" } else { "" };
    let decimals = decimals as usize;
    let digits = format!("{:0>width$}", units.unsigned_abs(), width = decimals + 1);
    let (whole, rest) = digits.split_at(digits.len() - decimals);
    format!("{sign}{whole}.{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact() {
        for (lo, hi, expected) in [
            ((55, 200), (57, 200), "27.5 % to 28.5 %"),
            ((1, 3), (2, 3), "33.3333 % to 66.6667 %"),
            ((0, 1), (1, 400), "0 % to 0.25 %"),
        ] {
            let end = |(numerator, denominator)| Rational::new(numerator, denominator);
            let range = ReportingSet::new(end(lo), end(hi), false, false).expect("not empty");
            assert_eq!(set(&range), expected);
        }
        let half = Rational::new(1, 2);
        let above = ReportingSet::new(half, Rational::from_integer(1), true, false);
        assert_eq!(set(&above.expect("not empty")), "> 50 % to 100 %");
        assert_eq!(number(Rational::new(-7, 100)), "-0.07");
    }
}
