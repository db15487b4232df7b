//! The value grammar against reference values and random texts.

#![expect(clippy::unwrap_used, reason = "a test may fail where its vectors are wrong")]

use std::path::PathBuf;

use gainsay_claims::Lang;
use gainsay_claims::value::{
    Extent, Hedge, Kind, Quantity, Rational, Reading, ReportingSet, Unit, ValueError, may_begin,
    read, read_prefix,
};
use proptest::prelude::*;

fn rows(file: &str, delimiter: u8) -> Vec<Vec<String>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(file);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).quoting(false).from_path(path).unwrap();
    let rows = reader.records().map(|row| row.unwrap());
    rows.map(|row| row.iter().map(unescape).collect()).collect()
}

fn unescape(field: &str) -> String {
    let mut parts = field.split("\\u");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let code = u32::from_str_radix(&part[..4], 16).unwrap();
        text.push(char::from_u32(code).unwrap());
        text.push_str(&part[4..]);
    }
    text
}

fn lang(code: &str) -> Option<Lang> {
    match code {
        "en" => Some(Lang::En),
        "fr" => Some(Lang::Fr),
        "" => None,
        _ => panic!("no language `{code}`"),
    }
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "" => return None,
        "percent" => Unit::Percent,
        "proportion" => Unit::Proportion,
        "points" => Unit::Points,
        "percent-change" => Unit::PercentChange,
        "factor" => Unit::Factor,
        "count" => Unit::Count,
        "rank" => Unit::Rank,
        money => Unit::Money(money.strip_prefix("money:").unwrap().parse().unwrap()),
    })
}

/// Reads `42.5` and `700/24`.
fn exact(text: &str) -> Rational {
    if let Some((numerator, denominator)) = text.split_once('/') {
        return exact(numerator) / exact(denominator);
    }
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let digits: i128 = text.replace('.', "").parse().unwrap();
    Rational::new(digits, 10_i128.pow(decimals.try_into().unwrap()))
}

/// Reads `[42.5 45)`, with both ends divided by `by`.
fn set(text: &str, by: i128) -> Extent {
    let (lo, hi) = text[1..text.len() - 1].split_once(' ').unwrap();
    let end = |text: &str| exact(text) / by;
    let hi = Some(hi).filter(|hi| *hi != "inf").map(end);
    Extent::new(end(lo), hi, text.starts_with('('), text.ends_with(')')).unwrap()
}

/// Returns the quantity as the vectors name it, with its hard set.
fn named(quantity: Quantity, text: &str) -> (&'static str, Extent) {
    match quantity {
        Quantity::Share { hard, .. } => ("share", hard.into()),
        Quantity::Points(change) => ("points", change.into()),
        Quantity::PercentChange(ratio) => ("change", ratio),
        Quantity::Factor(ratio) => ("factor", ratio),
        Quantity::Count { set } => ("count", set),
        Quantity::Money { set, currency } => {
            assert!(text.ends_with(currency.code()), "{currency}");
            ("money", set)
        }
        Quantity::Rank(rank) => {
            let rank = Rational::from_integer(rank.into());
            ("rank", Extent::new(rank, Some(rank), false, false).unwrap())
        }
    }
}

fn hedge(name: &str) -> Hedge {
    match name {
        "none" => Hedge::None,
        "about" => Hedge::About,
        "nearly" => Hedge::Nearly,
        "just-over" => Hedge::JustOver,
        "more-than" => Hedge::MoreThan,
        "at-least" => Hedge::AtLeast,
        "less-than" => Hedge::LessThan,
        "at-most" => Hedge::AtMost,
        _ => panic!("no hedge `{name}`"),
    }
}

#[test]
fn figures_read_as_the_vectors_say() {
    let mut wrong = Vec::new();
    let rows = rows("figures.csv", b';');
    for row in &rows {
        let [code, unit_name, text, quantity, values, hedge_name] = &row[..] else {
            panic!("{row:?}")
        };
        let by = if matches!(quantity.as_str(), "share" | "points") { 100 } else { 1 };
        let bounds = values
            .rsplit_once(' ')
            .filter(|_| quantity == "money")
            .map_or(values.as_str(), |(set, _)| set);
        let bounds =
            if quantity == "rank" { format!("[{bounds} {bounds}]") } else { bounds.to_owned() };
        let expected = (quantity.as_str(), set(&bounds, by), hedge(hedge_name));
        match read(text, lang(code), unit(unit_name)) {
            Ok(reading) => {
                let begins = [Lang::En, Lang::Fr].iter().any(|lang| may_begin(text, *lang));
                assert!(begins, "{text}");
                let (name, extent) = named(reading.quantity, values);
                if (name, extent, reading.hedge) != expected {
                    wrong.push(format!("{text:?} ({code}): {reading:?}"));
                }
            }
            Err(error) => wrong.push(format!("{text:?} ({code}): {error}")),
        }
    }
    assert!(rows.len() >= 120);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn shares_have_the_reference_sets() {
    for row in rows("reporting_sets.csv", b',') {
        for text in row[0].split(" / ") {
            let text = text.trim_end_matches(" (50 %)");
            let reading = read(text, None, None).unwrap_or_else(|error| panic!("{text}: {error}"));
            let Quantity::Share { hard, soft } = reading.quantity else { panic!("{text}") };
            let flags = (row[7] == "True", row[8] == "True");
            let expected =
                ReportingSet::new(exact(&row[5]), exact(&row[6]), flags.0, flags.1).unwrap();
            assert_eq!(hard, expected, "{text}");
            assert_eq!((soft.lo(), soft.hi()), (exact(&row[9]), exact(&row[10])), "soft: {text}");
            assert_eq!(hard.lo_f64(), row[11].parse::<f64>().unwrap(), "{text}");
            assert_eq!(hard.hi_f64(), row[12].parse::<f64>().unwrap(), "{text}");
            assert!(hard.contains_set(&soft), "soft is not within hard: {text}");
        }
    }
}

/// Returns the name of the error's variant.
fn variant(error: &ValueError) -> String {
    let debug = format!("{error:?}");
    debug.split([' ', '{']).next().unwrap().to_owned()
}

#[test]
fn what_is_no_value_is_refused_with_its_place() {
    let rows = rows("refusals.csv", b';');
    let mut wrong = Vec::new();
    for row in &rows {
        let [code, unit_name, text, error, at] = &row[..] else { panic!("{row:?}") };
        match read(text, lang(code), unit(unit_name)) {
            Err(found) if variant(&found) == *error && found.offset().to_string() == *at => {}
            other => wrong.push(format!("{text:?} ({code}): {other:?}")),
        }
    }
    assert!(rows.len() >= 30);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_prefix_ends_with_its_figure() {
    let cases = [
        ("68% des consommateurs américains", Lang::Fr, 3),
        ("la moitié des sondés", Lang::Fr, 10),
        ("1 sur 4 aspire", Lang::Fr, 7),
        ("près de 250 marques", Lang::Fr, 12),
        ("68 % de plus de 300 personnes", Lang::Fr, 4),
        ("51 % more likely", Lang::En, 9),
        ("two in 2013", Lang::En, 3),
        ("4 in Europe", Lang::En, 1),
        ("12 % to 18 %", Lang::En, 4),
        ("1100 milliards de dollars.", Lang::Fr, 25),
    ];
    for (text, lang, end) in cases {
        let prefix = read_prefix(text, Some(lang), None);
        assert_eq!(prefix.map(|(_, end)| end), Ok(end), "{text}");
    }
}

#[test]
fn words_that_begin_no_figure_are_known_as_such() {
    for text in ["plus de bruit", "le client", "clients", "% de plus", "pour cent", "des marques"] {
        assert!(!may_begin(text, Lang::Fr), "{text}");
    }
    for text in ["plus de 300", "la plupart", "un bon tiers", "près des deux tiers", "68 %"] {
        assert!(may_begin(text, Lang::Fr), "{text}");
    }
    for text in ["a million", "the vast majority", "up by nearly 7 points", "a good third", "$3"] {
        assert!(may_begin(text, Lang::En), "{text}");
    }
}

#[test]
fn only_the_rhetorical_words_are_flagged() {
    let flag = |text| read(text, None, None).map(|reading| reading.rhetorical);
    for text in ["nobody", "personne", "tous", "everyone"] {
        assert_eq!(flag(text), Ok(true), "{text}");
    }
    for text in ["0 %", "most", "almost all", "très peu", "100 %"] {
        assert_eq!(flag(text), Ok(false), "{text}");
    }
}

#[test]
fn the_form_of_a_figure_is_kept() {
    let cases = [
        ("68 %", Kind::Exact),
        ("nearly 300", Kind::Exact),
        ("1 sur 4", Kind::Fraction),
        ("près de la moitié", Kind::Fraction),
        ("la plupart", Kind::Majority),
        ("a minority", Kind::Minority),
        ("très peu", Kind::Few),
        ("personne", Kind::None),
        ("everyone", Kind::All),
        ("nearly all", Kind::AlmostAll),
        ("presque personne", Kind::AlmostNone),
    ];
    for (text, kind) in cases {
        assert_eq!(read(text, None, None).map(|reading| reading.kind), Ok(kind), "{text}");
    }
}

#[test]
fn printed_decimals_are_kept() {
    let decimals = |text| read(text, None, None).map(|reading: Reading| reading.decimals);
    assert_eq!(decimals("0,25 %"), Ok(2));
    assert_eq!(decimals("$1.1 trillion"), Ok(1));
    assert_eq!(decimals("68 %"), Ok(0));
}

fn any_set() -> impl Strategy<Value = ReportingSet> {
    let end = 0_i128..=1000;
    (end.clone(), end, any::<bool>(), any::<bool>()).prop_filter_map(
        "not empty",
        |(lo, hi, lo_open, hi_open)| {
            let end = |value| Rational::new(value, 1000);
            ReportingSet::new(end(lo), end(hi), lo_open, hi_open).ok()
        },
    )
}

/// Texts made of pieces of the grammar, which reach deeper than random ones.
fn near_figures() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "plus de ",
        "nearly ",
        "1",
        "999999999999999",
        "0.000000000000001",
        ",",
        ".",
        " ",
        "\u{a0}",
        "%",
        " in ",
        " sur ",
        "10",
        "trillion ",
        "milliards ",
        "de ",
        "$",
        "€",
        "-",
        "+",
        "×",
        "/",
        "points",
        "half",
        "la ",
        "moitié",
        "quatre-vingt-",
        "dix",
        "th",
        "up ",
        "doubled",
        "more",
        "a ",
        "no. ",
        "between ",
        " and ",
        "0",
        "#",
        "±",
        "e\u{301}",
        "’",
        "ou plus",
        "divisé par deux",
    ]);
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>(), fr in any::<bool>()) {
        let lang = if fr { Lang::Fr } else { Lang::En };
        let _ = read(&text, Some(lang), None);
        let _ = read(&text, None, Some(Unit::Percent));
    }

    #[test]
    fn no_text_that_looks_like_a_figure_panics(text in near_figures()) {
        for unit in [None, Some(Unit::Proportion), Some(Unit::Points), Some(Unit::Factor)] {
            if let Ok((reading, end)) = read_prefix(&text, None, unit) {
                prop_assert!(text.is_char_boundary(end) && end > 0);
                if let Quantity::Share { hard, soft } = reading.quantity {
                    prop_assert!(hard.contains_set(&soft));
                }
            }
        }
    }

    #[test]
    fn complement_twice_is_the_set(set in any_set()) {
        prop_assert_eq!(set.complement().complement(), set);
        prop_assert_eq!(set.negate().negate(), set);
    }

    #[test]
    fn an_intersection_holds_what_both_hold(one in any_set(), other in any_set(), value in 0_i128..=1000) {
        let value = Rational::new(value, 1000);
        let both = one.intersect(&other).is_some_and(|set| set.contains(value));
        prop_assert_eq!(both, one.contains(value) && other.contains(value));
        prop_assert!(!one.contains_set(&other) || !other.contains(value) || one.contains(value));
    }

    #[test]
    fn sums_and_multiples_hold_those_of_their_values(one in any_set(), other in any_set()) {
        let sum = one.sum(&other).unwrap();
        prop_assert_eq!(sum.hi() - sum.lo(), one.hi() - one.lo() + other.hi() - other.lo());
        prop_assert_eq!(one.scale(-Rational::from_integer(1)), Some(one.negate()));
        let doubled = one.scale(Rational::from_integer(2)).unwrap();
        prop_assert_eq!(doubled.contains(one.hi() * 2), one.contains(one.hi()));
    }

    #[test]
    fn bounds_contain_the_set(set in any_set()) {
        prop_assert!(set.lower_bound().contains_set(&set));
        prop_assert!(set.upper_bound().contains_set(&set));
    }

    #[test]
    fn a_printed_percent_reads_to_a_set_around_it(thousandths in 0_u32..=100_000, places in 0_usize..=3) {
        let percent = f64::from(thousandths) / 1000.0;
        let value = Rational::new(thousandths.into(), 100_000);
        let english = format!("{percent:.places$} %");
        for text in [english.clone(), english.replace('.', ",")] {
            let reading = read(&text, None, None).unwrap();
            let Quantity::Share { hard, .. } = reading.quantity else { panic!("{text}") };
            prop_assert!(hard.contains(value), "{}", text);
        }
    }
}
