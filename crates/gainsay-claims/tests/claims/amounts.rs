//! Money, counts, sizes and forecasts.

use gainsay_claims::{
    Lang,
    claim::{Claim, Statement},
    period::Period,
    sample::Sample,
    value::{Currency, Quantity, Rational},
    wire::{Finding, Forecast, Says, Standing, StudyRecord},
};

use crate::support::{
    DOCUMENT, STUDY, about, at, claim, figure, finding, read_study, reading_of, share_of,
};

#[test]
fn money_is_read_with_the_scale_words_of_its_language() {
    for (text, amount, currency) in [
        ("$1.1 trillion", 1_100_000_000_000, Currency::USD),
        ("1100 milliards de dollars", 1_100_000_000_000, Currency::USD),
        ("$326 million", 326_000_000, Currency::USD),
        ("200 000 €", 200_000, Currency::EUR),
    ] {
        let reading = reading_of(&money(text, text));
        let Quantity::Money { set, currency: read } = reading.quantity else {
            panic!("expected money, found {reading:?}")
        };
        assert!(set.contains(Rational::from(amount)), "{text}");
        assert_eq!(read, currency, "{text}");
    }
}

#[test]
fn a_share_and_an_amount_may_say_the_same() {
    let text = "le digital influencerait 36% des dépenses soit 1100 milliards de dollars";
    let amount = "fixture-a/survey/amount".to_owned();
    let said = about("influenced-spending", Says::Share(figure(text, "36%")));
    let share = claim(text, Finding { same_as: Some(amount.clone()), ..said });
    assert_eq!(share.said.same_as, Some(amount));
    assert!(matches!(share.statement, Statement::Share(_)));
    let money = money(text, "1100 milliards de dollars");
    assert_eq!(money.proposition, share.proposition);
}

#[test]
fn a_forecast_has_a_target_and_is_no_evidence() {
    let text = "issued May 2014: 64 % by the end of 2015; revised since";
    let said = about("influenced-spending", Says::Share(figure(text, "64 %")));
    let plain = claim(text, said.clone());
    let forecast = Forecast { target: at(text, "2015"), issued: Some(at(text, "May 2014")) };
    let forecast = claim(
        text,
        Finding {
            forecast: Some(forecast),
            supersedes: Some("fixture-a/survey/before".into()),
            standing: Standing::Deprecated,
            ..said
        },
    );
    assert_eq!(forecast.target, Period::parse("2015", Lang::En).ok());
    assert_eq!(share_of(&forecast).text, "64 %");
    assert!(plain.evidence().is_some() && forecast.evidence().is_none());
}

#[test]
fn a_count_is_read_with_the_separators_of_its_language() {
    for (text, expected) in [("16.000", 16_000), ("8.000", 8000), ("1,050", 1050)] {
        let Quantity::Count { set } = reading_of(&count(text, None)).quantity else {
            panic!("expected a count in {text}")
        };
        assert_eq!((set.lo(), set.hi()), (expected.into(), Some(expected.into())), "{text}");
    }
}

#[test]
fn a_dated_counter_is_a_count_with_a_period_of_its_own() {
    let dated = count("16.000 in April 2011", Some("April 2011"));
    assert_eq!(dated.period, Period::parse("April 2011", Lang::En).ok());
    // Without one, it is as old as the study.
    let undated = count("16.000 in April 2011", None);
    assert_eq!(undated.period, Period::parse("May 2013", Lang::En).ok());
}

#[test]
fn a_size_is_held_as_it_is_published() {
    for (text, expected) in [
        ("1000", Sample::Exactly(1000)),
        ("près de 250", Sample::About(250)),
        ("near 250", Sample::About(250)),
        ("about 1000", Sample::About(1000)),
        ("nearly 6,000", Sample::About(6000)),
        ("more than 300", Sample::AtLeast(300)),
        ("over 2,000", Sample::AtLeast(2000)),
        ("at least 1000", Sample::AtLeast(1000)),
        ("600 to 700", Sample::Between(600, 700)),
    ] {
        let said = StudyRecord {
            document: DOCUMENT.into(),
            n: Some(at(text, text)),
            ..StudyRecord::new(STUDY, at(text, text), "Survey", "Fixture A")
        };
        assert_eq!(read_study(text, said).expect("it is sound").n, expected, "{text}");
        let text = format!("12 % of {text}");
        let n = Some(at(&text, &text["12 % of ".len()..]));
        let said = Finding { n, ..finding(Says::Share(figure(&text, "12 %"))) };
        assert_eq!(claim(&text, said).n, expected, "{text}");
    }
}

#[test]
fn an_unknown_size_is_unknown() {
    let said = StudyRecord {
        document: DOCUMENT.into(),
        ..StudyRecord::new(STUDY, at("Survey", "Survey"), "Survey", "Fixture A")
    };
    assert_eq!(read_study("Survey", said).expect("it is sound").n, Sample::Unknown);
}

#[track_caller]
fn money(text: &str, words: &str) -> Claim {
    claim(text, about("influenced-spending", Says::Money(figure(text, words))))
}

#[track_caller]
fn count(text: &str, period: Option<&str>) -> Claim {
    let words = text.split(' ').next().expect("there is a first word");
    let said = about("trained-staff", Says::Count(figure(text, words)));
    claim(text, Finding { period: period.map(|words| at(text, words)), ..said })
}
