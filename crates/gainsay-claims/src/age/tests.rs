use proptest::prelude::*;

use super::{AgeError, AgeRange, OLDEST};
use crate::relation::Relation;

#[test]
fn prose_is_read() {
    let cases = [
        ("18+", "18+"),
        ("18 +", "18+"),
        ("18 and older", "18+"),
        ("18 and up", "18+"),
        ("18 years and over", "18+"),
        ("18 years old or older", "18+"),
        ("aged 16+", "16+"),
        ("ages 18 and above", "18+"),
        ("18 ans et plus", "18+"),
        ("âgés de 15 ans ou plus", "15+"),
        ("a\u{302}gées de 15 ans et plus", "15+"),
        ("18\u{a0}ans et plus", "18+"),
        ("16-64", "16-64"),
        ("12–17", "12-17"),
        ("12–17 year-olds", "12-17"),
        ("16 to 64", "16-64"),
        ("between 16 and 64", "16-64"),
        ("16-64 ans", "16-64"),
        ("de 16 à 64 ans", "16-64"),
        ("entre 16 et 64 ans", "16-64"),
        ("under 18", "<18"),
        ("17 and under", "<18"),
        ("moins de 35 ans", "<35"),
        ("all ages", "all"),
    ];
    for (text, expected) in cases {
        let found = AgeRange::parse(text).map(|range| range.to_string());
        assert_eq!(found.as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn what_is_no_range_is_refused() {
    let unknown = |word: &str, start: usize| AgeError::Unknown {
        word: word.to_owned(),
        at: start..start + word.len(),
    };
    let cases = [
        ("", AgeError::NoRange),
        ("18", AgeError::NoRange),
        ("older", AgeError::NoRange),
        ("<0", AgeError::NoRange),
        ("18-24-34", AgeError::NoRange),
        ("adults 18+", unknown("adults", 0)),
        ("18 % and older", unknown("%", 3)),
        ("999+", unknown("999", 0)),
        ("130+", AgeError::TooOld(130)),
        ("64-16", AgeError::Inverted { min: 64, max: 16 }),
        ("over 18", AgeError::Unclear(18)),
        ("plus de 65 ans", AgeError::Unclear(65)),
    ];
    for (text, expected) in cases {
        assert_eq!(AgeRange::parse(text), Err(expected), "{text}");
    }
}

#[test]
fn ranges_are_compared_by_the_ages_they_cover() {
    let range = |text| AgeRange::parse(text).unwrap();
    let relation = |first, second| range(first).relation(&range(second));
    assert_eq!(relation("18+", "18 ans et plus"), Relation::Same);
    assert_eq!(relation("0+", "all"), Relation::Same);
    assert_eq!(relation("18+", "16+"), Relation::Within);
    assert_eq!(relation("16+", "16-64"), Relation::Contains);
    assert_eq!(relation("18+", "16-64"), Relation::Overlaps);
    assert_eq!(relation("<18", "18+"), Relation::Disjoint);
}

proptest! {
    #[test]
    fn any_text_is_refused_or_reads_back(text in any::<String>()) {
        if let Ok(range) = AgeRange::parse(&text) {
            prop_assert_eq!(AgeRange::parse(&range.to_string()), Ok(range));
        }
    }

    #[test]
    fn any_words_are_refused_or_read_back(text in "([0-9]{1,3}|and|or|older|à|ans|aged|under|[+<–-]| ){0,7}") {
        if let Ok(range) = AgeRange::parse(&text) {
            prop_assert_eq!(AgeRange::parse(&range.to_string()), Ok(range));
        }
    }

    #[test]
    fn any_range_reads_back(min in any::<Option<u8>>(), max in any::<Option<u8>>()) {
        match AgeRange::new(min, max) {
            Ok(range) => prop_assert_eq!(range.to_string().parse(), Ok(range)),
            Err(AgeError::TooOld(age)) => prop_assert!(age > OLDEST),
            Err(_) => prop_assert!(min > max),
        }
    }
}
