//! Changes: ratios, percent, points; to and by.

use gainsay_claims::{
    Lang,
    claim::Claim,
    period::Period,
    value::{Quantity, Rational, Unit},
    wire::{Figure, Finding, Says, Side},
};

use crate::support::{about, at, claim, closed, facets, figure, finding, reading_of, share};

#[test]
fn a_factor_is_a_ratio() {
    for (text, words, factor) in [("use has quadrupled", "quadrupled", 4), ("up ×7.8", "×7.8", 8)]
    {
        let reading = reading_of(&change(text, figure(text, words)));
        let Quantity::Factor(extent) = reading.quantity else {
            panic!("expected a factor, found {reading:?}")
        };
        assert_eq!(extent.lo().round(), Rational::from(factor), "{words}");
    }
}

#[test]
fn a_relative_change_is_a_ratio_to_what_was_before() {
    let text = "Twitter customer value −23 %";
    let reading =
        reading_of(&change(text, Figure::in_unit(at(text, "−23 %"), Unit::PercentChange)));
    let Quantity::PercentChange(ratio) = reading.quantity else {
        panic!("expected a change in percent, found {reading:?}")
    };
    assert!(ratio.contains(Rational::new(77, 100)));
    assert!(!ratio.contains(Rational::new(23, 100)));
}

#[test]
fn a_relative_change_may_be_one_between_groups() {
    let text = "fans are 27% more likely to say so than others";
    let figure = Figure::in_unit(at(text, "27%"), Unit::PercentChange);
    let than = Side { universe: Some("adults".into()), ..Side::default() };
    let said = Finding { than: Some(than), ..about("trusts", Says::Change(figure)) };
    let claim = claim(text, said);
    assert!(matches!(reading_of(&claim).quantity, Quantity::PercentChange(_)));
    assert_eq!(claim.said.than.and_then(|than| than.universe).as_deref(), Some("adults"));
}

#[test]
fn a_change_in_points_has_two_waves() {
    let text = "up seven percentage points from March 2012 to May 2013";
    let said = Finding {
        since: Some(at(text, "March 2012")),
        period: Some(at(text, "May 2013")),
        ..finding(Says::Change(figure(text, "up seven percentage points")))
    };
    let claim = claim(text, said);
    assert_eq!(reading_of(&claim).quantity, Quantity::Points(closed(65, 75)));
    assert_eq!(claim.since, Period::parse("March 2012", Lang::En).ok());
    assert_eq!(claim.period, Period::parse("May 2013", Lang::En).ok());
}

#[test]
fn a_change_in_points_is_no_change_in_percent() {
    let (points, percent) = ("+7 points", "+7 %");
    let of = |text| reading_of(&change(text, figure(text, text))).quantity;
    assert!(matches!(of(points), Quantity::Points(_)));
    assert!(matches!(of(percent), Quantity::PercentChange(_)));
}

#[test]
fn to_is_a_share_and_by_is_a_change() {
    let text = "it will grow to 50 percent";
    assert_eq!(share(text, "50 percent").hard, closed(495, 505));
    let text = "un chiffre qui devrait progresser de 50%";
    let by = change(text, Figure::in_unit(at(text, "50%"), Unit::PercentChange));
    let Quantity::PercentChange(ratio) = reading_of(&by).quantity else {
        panic!("expected a change in percent")
    };
    assert!(ratio.contains(Rational::new(3, 2)) && !ratio.contains(Rational::new(1, 2)));
}

#[track_caller]
fn change(text: &str, figure: Figure) -> Claim {
    let value = about("customer-value", Says::Change(figure));
    claim(text, Finding { facets: facets(&[("channel", "twitter")]), ..value })
}
