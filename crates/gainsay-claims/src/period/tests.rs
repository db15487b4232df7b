use proptest::prelude::*;

use super::{Period, PeriodReason, Precision, months_apart};
use crate::lang::Lang::{self, En, Fr};
use crate::relation::Relation;

/// Text as printed, and the text form of what it means.
type Case = (&'static str, &'static str);

const TEXT_FORMS: [&str; 14] = [
    "2013",
    "2013-Q2",
    "2013-03",
    "2013-03-12",
    "2012-spring",
    "2012-winter",
    "2013-03-12..2013-04-02",
    "2012-10..2013-01",
    "2011..2012",
    "2012-Q4..2013-Q1",
    "2012..2013-02",
    "2013-Q2..2013-Q3",
    "2012-spring..2012-summer",
    "2012-11-30..2013",
];

const ENGLISH: [Case; 54] = [
    ("2012-10-08 to 2012-11-30", "2012-10-08..2012-11-30"),
    ("2012-10-08–2012-11-30", "2012-10-08..2012-11-30"),
    ("2012-02 to 2013-06", "2012-02..2013-06"),
    ("2011-2012", "2011..2012"),
    ("2011–2013", "2011..2013"),
    ("March 2013", "2013-03"),
    ("in March 2013", "2013-03"),
    ("MARCH\u{a0}2013", "2013-03"),
    ("Mar. 2010", "2010-03"),
    ("Apr 2012", "2012-04"),
    ("May 2014", "2014-05"),
    ("Sept 2010", "2010-09"),
    ("Q2 2012", "2012-Q2"),
    ("2012 Q3", "2012-Q3"),
    ("first quarter of 2013", "2013-Q1"),
    ("the third quarter of 2012", "2012-Q3"),
    ("2nd quarter 2012", "2012-Q2"),
    ("Q2–Q3 2012", "2012-Q2..2012-Q3"),
    ("8–9 Feb 2010", "2010-02-08..2010-02-09"),
    ("8-9 Feb 2010", "2010-02-08..2010-02-09"),
    ("8 and 9 Feb 2010", "2010-02-08..2010-02-09"),
    ("8/9 Feb 2010", "2010-02-08..2010-02-09"),
    ("12–14 Jun 2013", "2013-06-12..2013-06-14"),
    ("8 Oct–30 Nov 2012", "2012-10-08..2012-11-30"),
    ("8 Oct – 30 Nov 2012", "2012-10-08..2012-11-30"),
    ("23 Jun–9 Jul 2011", "2011-06-23..2011-07-09"),
    ("12 Dec 2012–22 Jan 2013", "2012-12-12..2013-01-22"),
    ("October 8th–16th, 2012", "2012-10-08..2012-10-16"),
    ("from October 8th to November 30th, 2012", "2012-10-08..2012-11-30"),
    ("August–September 2012", "2012-08..2012-09"),
    ("between August and September 2012", "2012-08..2012-09"),
    ("between August and October 2012", "2012-08..2012-10"),
    ("August and September 2012", "2012-08..2012-09"),
    ("Jan/Feb 2013", "2013-01..2013-02"),
    ("Dec 2012–Jan 2013", "2012-12..2013-01"),
    ("Feb 2012–Jun 2013", "2012-02..2013-06"),
    ("Jun through Sep 2016", "2016-06..2016-09"),
    ("early 2013", "2013-Q1"),
    ("late 2013", "2013-Q4"),
    ("end of 2014", "2014-Q4"),
    ("the beginning of 2011", "2011-Q1"),
    ("mid-2013", "2013-Q2..2013-Q3"),
    ("late 2014–early 2015", "2014-Q4..2015-Q1"),
    ("late March 2011", "2011-03"),
    ("spring 2012", "2012-spring"),
    ("summer of 2013", "2013-summer"),
    ("Fall 2016", "2016-autumn"),
    ("winter 2012/13", "2012-winter"),
    ("winter 2012–2013", "2012-winter"),
    ("March 8, 2012", "2012-03-08"),
    ("30 Mar 2011", "2011-03-30"),
    ("28 Apr 2014", "2014-04-28"),
    ("November 10th, 2010", "2010-11-10"),
    ("29 February 2012", "2012-02-29"),
];

const FRENCH: [Case; 35] = [
    ("2013-03-12..2013-04-02", "2013-03-12..2013-04-02"),
    ("mars 2013", "2013-03"),
    ("en mars 2013", "2013-03"),
    ("Août 2012", "2012-08"),
    ("aou\u{302}t 2012", "2012-08"),
    ("févr. 2013", "2013-02"),
    ("déc. 2012", "2012-12"),
    ("2e trimestre 2012", "2012-Q2"),
    ("2ème trimestre 2012", "2012-Q2"),
    ("1er trimestre de 2013", "2013-Q1"),
    ("T2 2012", "2012-Q2"),
    ("troisième trimestre 2012", "2012-Q3"),
    ("T4 2012–T1 2013", "2012-Q4..2013-Q1"),
    ("1er mai 2014", "2014-05-01"),
    ("le 1er mai 2014", "2014-05-01"),
    ("28 avril 2014", "2014-04-28"),
    ("12-14 juin 2013", "2013-06-12..2013-06-14"),
    ("le 12 et 13 juin 2013", "2013-06-12..2013-06-13"),
    ("du 8 au 16 octobre 2012", "2012-10-08..2012-10-16"),
    ("du 8 octobre au 30 novembre 2012", "2012-10-08..2012-11-30"),
    ("du 12 décembre 2012 au 22 janvier 2013", "2012-12-12..2013-01-22"),
    ("du 1er au 15 mai 2014", "2014-05-01..2014-05-15"),
    ("entre août et septembre 2012", "2012-08..2012-09"),
    ("d’août à octobre 2012", "2012-08..2012-10"),
    ("de février 2012 à juin 2013", "2012-02..2013-06"),
    ("fin 2013", "2013-Q4"),
    ("début 2011", "2011-Q1"),
    ("fin de l'année 2013", "2013-Q4"),
    ("à la fin de 2013", "2013-Q4"),
    ("mi-2013", "2013-Q2..2013-Q3"),
    ("fin mars 2011", "2011-03"),
    ("entre fin 2013 et début 2014", "2013-Q4..2014-Q1"),
    ("printemps 2012", "2012-spring"),
    ("à l'été 2012", "2012-summer"),
    ("hiver 2012-2013", "2012-winter"),
];

#[test]
fn prose_is_read() {
    for (lang, cases) in [(En, &ENGLISH[..]), (Fr, &FRENCH[..])] {
        for (text, expected) in cases {
            let found = Period::parse(text, lang).map(|period| period.to_string());
            assert_eq!(found.as_deref(), Ok(*expected), "{text}");
        }
    }
}

#[test]
fn text_forms_are_read_in_every_language_and_in_none() {
    for text in TEXT_FORMS {
        let period: Period = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(period.to_string(), text);
        assert_eq!(Period::parse(text, En), Ok(period), "{text}");
        assert_eq!(Period::parse(text, Fr), Ok(period), "{text}");
    }
}

#[test]
fn units_have_their_days_and_precision() {
    let cases = [
        ("2013", "2013-01-01", "2013-12-31", Precision::Year),
        ("2013-Q2", "2013-04-01", "2013-06-30", Precision::Quarter),
        ("2012-spring", "2012-03-01", "2012-05-31", Precision::Quarter),
        ("2012-winter", "2012-12-01", "2013-02-28", Precision::Quarter),
        ("2012-02", "2012-02-01", "2012-02-29", Precision::Month),
        ("2013-03-12", "2013-03-12", "2013-03-12", Precision::Day),
        ("2012-12-12..2013-01", "2012-12-12", "2013-01-31", Precision::Month),
    ];
    for (text, start, end, precision) in cases {
        let period = period(text);
        assert_eq!(period.start().to_string(), start, "{text}");
        assert_eq!(period.end().to_string(), end, "{text}");
        assert_eq!(period.precision(), precision, "{text}");
    }
}

#[test]
fn what_is_no_period_is_refused_at_its_place() {
    use PeriodReason::{
        AmbiguousWinter, Empty, Gap, Impossible, Misplaced, MissingMonth, MissingYear,
        StartAfterEnd, Unfinished, Unknown,
    };
    let unknown = |word: &str| Unknown(word.to_owned());
    let misplaced = |word: &str| Misplaced(word.to_owned());
    let cases = [
        ("", En, "", Empty),
        ("of the", En, "of the", Empty),
        ("soon", En, "soon", unknown("soon")),
        ("mars 2013", En, "mars", unknown("mars")),
        ("March 2013", Fr, "March", unknown("March")),
        ("March 20135", En, "20135", unknown("20135")),
        ("12h 2013", En, "12h", unknown("12h")),
        ("2013?", En, "?", unknown("?")),
        ("3.08.2011", En, "08", misplaced("08")),
        ("31 Feb 2013", En, "31 Feb 2013", Impossible),
        ("29 February 2013", En, "29 February 2013", Impossible),
        ("2013-13", En, "2013-13", Impossible),
        ("2013-Q5", Fr, "2013-Q5", Impossible),
        ("9999-winter", En, "9999-winter", Impossible),
        ("March", En, "March", MissingYear),
        ("23 Jun–9 Jul", En, "23 Jun", MissingYear),
        ("Aug-2012", En, "Aug", MissingYear),
        ("2011–12", En, "12", MissingYear),
        ("8 2013", En, "8 2013", MissingMonth),
        ("8–9 2013", En, "8", MissingMonth),
        ("2013-04-02..2013-03-12", En, "2013-04-02..2013-03-12", StartAfterEnd),
        ("8 Dec–22 Jan 2013", En, "8 Dec–22 Jan 2013", StartAfterEnd),
        ("August and October 2012", En, "August and October 2012", Gap),
        ("février/avril 2013", Fr, "février/avril 2013", Gap),
        ("2012 to", En, "to", Unfinished),
        ("–2012", En, "–", Unfinished),
        ("between August 2012", En, "", Unfinished),
        ("winter 2012", En, "winter 2012", AmbiguousWinter),
        ("hiver 2012", Fr, "hiver 2012", AmbiguousWinter),
        ("March April 2012", En, "April", misplaced("April")),
        ("2012–2013–2014", En, "–", misplaced("–")),
        ("2012-03 5", En, "5", misplaced("5")),
        ("early 8 March 2012", En, "early 8 March 2012", misplaced("early 8 March 2012")),
    ];
    for (text, lang, place, reason) in cases {
        let error = Period::parse(text, lang).expect_err(text);
        assert_eq!((&text[error.at.clone()], error.reason), (place, reason), "{text}");
    }
}

#[test]
fn files_hold_no_prose() {
    for text in ["March 2013", "2013 - 2014", " 2013", "Q2 2013", "2013/2014", "8..9"] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
}

#[test]
fn files_hold_text_or_a_bare_year() {
    #[derive(serde::Serialize, serde::Deserialize)]
    struct Holder {
        period: Period,
    }
    let read = |text: &str| toml::from_str::<Holder>(text).map(|holder| holder.period);
    assert_eq!(read("period = 2013").unwrap(), period("2013"));
    assert_eq!(read("period = \"2013-Q2\"").unwrap(), period("2013-Q2"));
    assert!(read("period = 13").is_err());
    assert!(read("period = -2013").is_err());
    assert!(read("period = \"March 2013\"").is_err());
    let text = toml::to_string(&Holder { period: period("2012-10-08..2012-11-30") }).unwrap();
    assert_eq!(text, "period = \"2012-10-08..2012-11-30\"\n");
}

#[test]
fn months_apart_counts_whole_free_months() {
    let cases = [
        ("2012-12", "2013-01", 0),
        ("2012-12", "2013-02", 1),
        ("2012-spring", "2012-12-12..2013-01-22", 6),
        ("2012", "2012-06", 0),
        ("2010", "2012", 12),
        ("2013-01-30", "2013-03-01", 1),
        ("2013-01-30", "2013-02-28", 0),
        ("2012-11-15", "2013-01-16", 2),
    ];
    for (first, second, expected) in cases {
        let (first, second) = (period(first), period(second));
        assert_eq!(months_apart(&first, &second), expected, "{first} {second}");
        assert_eq!(months_apart(&second, &first), expected, "{second} {first}");
    }
}

#[test]
fn periods_are_compared_by_their_days() {
    let relation = |first, second| period(first).relation(&period(second));
    assert_eq!(relation("2012-Q2", "2012-04..2012-06"), Relation::Same);
    assert_eq!(relation("2012-Q2", "2012"), Relation::Within);
    assert_eq!(relation("2012", "2012-10-08..2012-11-30"), Relation::Contains);
    assert_eq!(relation("2012-winter", "2013-Q1"), Relation::Overlaps);
    assert_eq!(relation("2012", "2013"), Relation::Disjoint);
    assert!(period("2012").precedes(&period("2013")));
    assert!(!period("2012").precedes(&period("2012-12..2013-01")));
}

fn period(text: &str) -> Period {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Texts of one calendar unit, among them some that do not exist.
fn unit() -> impl Strategy<Value = String> {
    let year = 2009..2013_i16;
    prop_oneof![
        year.clone().prop_map(|year| year.to_string()),
        (year.clone(), 1..5).prop_map(|(year, quarter)| format!("{year}-Q{quarter}")),
        (year.clone(), prop::sample::select(vec!["spring", "summer", "autumn", "winter"]))
            .prop_map(|(year, season)| format!("{year}-{season}")),
        (year.clone(), 1..13).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (year, 1..13, 1..32).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
}

/// Prose of the words that dates have, in any order.
fn babble() -> impl Strategy<Value = String> {
    let words = "8 31 1er 9th 2012 2013 10000 March mars Q2 T2 trimestre quarter spring winter hiver early fin mid- \
                 – - .. / to au and et between entre of de , 2012-03 2012-Q4 2013-winter é \u{301}";
    let words: Vec<&str> = words.split_whitespace().collect();
    prop::collection::vec(prop::sample::select(words), 0..8).prop_map(|words| words.join(" "))
}

fn reads_back(text: &str, lang: Lang) -> Result<(), TestCaseError> {
    match Period::parse(text, lang) {
        Ok(period) => {
            prop_assert!(period.start() <= period.end());
            prop_assert_eq!(period.to_string().parse(), Ok(period));
        }
        Err(error) => prop_assert!(text.get(error.at).is_some()),
    }
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_refused_or_reads_back(text in any::<String>()) {
        reads_back(&text, En)?;
        reads_back(&text, Fr)?;
    }

    #[test]
    fn any_words_are_refused_or_read_back(text in babble()) {
        reads_back(&text, En)?;
        reads_back(&text, Fr)?;
    }

    #[test]
    fn any_range_is_refused_or_reads_back(first in unit(), second in unit()) {
        reads_back(&first, En)?;
        reads_back(&format!("{first}..{second}"), En)?;
    }

    #[test]
    fn a_gap_means_that_one_precedes(first in unit(), second in unit()) {
        if let (Ok(first), Ok(second)) = (first.parse::<Period>(), second.parse::<Period>()) {
            let apart = months_apart(&first, &second);
            prop_assert_eq!(apart, months_apart(&second, &first));
            prop_assert!(apart == 0 || first.precedes(&second) || second.precedes(&first));
        }
    }
}

#[test]
fn a_period_ends_after_another_only_when_that_is_sure() {
    let after = |one: &str, other: &str| {
        let [one, other] = [one, other].map(|text| text.parse::<Period>().unwrap());
        one.ends_after(&other)
    };
    assert!(after("2014-05", "2014-03"));
    assert!(after("2012-10..2013-03", "2013-02-10"));
    assert!(after("2014", "2013"));
    assert!(after("2012-10-08..2012-11-30", "2012-11-29"));
    assert!(after("2012-06-01..2012-07-31", "2012-06-30"));
    // Any of them may have ended in time.
    for (one, other) in [
        ("2013", "2013-03"),
        ("2013-Q1", "2013-02-10"),
        ("2012..2013", "2013-01"),
        ("2013-03", "2013-03-10"),
        ("2012-10-08..2012-11-30", "2012-11-30"),
        ("2012-07-01..2012-07-31", "2012-07-30"),
    ] {
        assert!(!after(one, other), "{one}, {other}");
    }
}
