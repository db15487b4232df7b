//! Sets of values and sizes of samples in words.

use gainsay_claims::{
    Lang,
    sample::Sample,
    value::{Extent, ReportingSet},
};

use super::{integer, percent};

/// A set of shares: `28%`, `27.5% to 28.5%`, `less than 0.25%`, `at least 50%`.
/// A bound that is also open says so ("less than"), one that is not does too.
pub(crate) fn share(lang: Lang, set: &ReportingSet) -> String {
    let (lo, hi) = (set.lo_f64(), set.hi_f64());
    let (from_nothing, to_all) = (lo <= 0.0, hi >= 1.0);
    if lo == hi {
        return percent(lang, lo);
    }
    match (from_nothing, to_all) {
        (true, false) => below(lang, &percent(lang, hi), set.hi_open()),
        (false, true) => above(lang, &percent(lang, lo), set.lo_open()),
        _ => range(lang, lo, hi),
    }
}

/// Two shares as the ends of a range.
pub(crate) fn range(lang: Lang, lo: f64, hi: f64) -> String {
    between(lang, &percent(lang, lo), &percent(lang, hi))
}

/// A set of numbers, each written by `number`.
pub(crate) fn extent(lang: Lang, set: &Extent, number: impl Fn(f64) -> String) -> String {
    let lo = set.lo_f64();
    match set.hi_f64() {
        None => above(lang, &number(lo), set.lo_open()),
        Some(hi) if hi == lo => number(lo),
        Some(hi) if lo == 0.0 => below(lang, &number(hi), set.hi_open()),
        Some(hi) => between(lang, &number(lo), &number(hi)),
    }
}

/// How many were asked: `n = 1,004`, `n not disclosed`.
pub(crate) fn size(lang: Lang, sample: Sample) -> String {
    match (sample, lang) {
        (Sample::Unknown, Lang::En) => "n not disclosed".to_owned(),
        (Sample::Unknown, Lang::Fr) => "n non communiqué".to_owned(),
        (Sample::Census, Lang::En) => "a full count".to_owned(),
        (Sample::Census, Lang::Fr) => "recensement".to_owned(),
        (Sample::Exactly(_) | Sample::Between(..), _) => {
            format!("n = {}", number_of_cases(lang, sample))
        }
        (Sample::About(_) | Sample::AtLeast(_) | Sample::AtMost(_), _) => {
            format!("n {}", number_of_cases(lang, sample))
        }
    }
}

/// How many were asked, where a heading says what it is: `1,004`, `≈ 1,000`.
pub(crate) fn number_of_cases(lang: Lang, sample: Sample) -> String {
    match sample {
        Sample::Unknown | Sample::Census => size(lang, sample),
        Sample::Exactly(n) => integer(lang, n),
        Sample::About(n) => format!("≈ {}", integer(lang, n)),
        Sample::AtLeast(n) => format!("≥ {}", integer(lang, n)),
        Sample::AtMost(n) => format!("≤ {}", integer(lang, n)),
        Sample::Between(lo, hi) => between(lang, &integer(lang, lo), &integer(lang, hi)),
    }
}

/// The ends of a range; one value where both are written alike.
pub(crate) fn between(lang: Lang, lo: &str, hi: &str) -> String {
    match lang {
        _ if lo == hi => lo.to_owned(),
        Lang::En => format!("{lo} to {hi}"),
        Lang::Fr => format!("{lo} à {hi}"),
    }
}

fn below(lang: Lang, hi: &str, open: bool) -> String {
    match (lang, open) {
        (Lang::En, true) => format!("less than {hi}"),
        (Lang::En, false) => format!("at most {hi}"),
        (Lang::Fr, true) => format!("moins de {hi}"),
        (Lang::Fr, false) => format!("au plus {hi}"),
    }
}

fn above(lang: Lang, lo: &str, open: bool) -> String {
    match (lang, open) {
        (Lang::En, true) => format!("more than {lo}"),
        (Lang::En, false) => format!("at least {lo}"),
        (Lang::Fr, true) => format!("plus de {lo}"),
        (Lang::Fr, false) => format!("au moins {lo}"),
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::value::{Quantity, read};

    use super::*;

    #[track_caller]
    fn check(text: &str, en: &str, fr: &str) {
        let reading = read(text, None, None).expect(text);
        let Quantity::Share { hard, .. } = reading.quantity else {
            panic!("{text} is no share");
        };
        assert_eq!(share(Lang::En, &hard), en);
        assert_eq!(share(Lang::Fr, &hard).replace('\u{202f}', "_"), fr);
    }

    #[test]
    fn shares_read_as_ranges_and_bounds() {
        check("28 %", "27.5% to 28.5%", "27,5_% à 28,5_%");
        check("moins de 0,25 %", "less than 0.25%", "moins de 0,25_%");
        check("at least half", "at least 50%", "au moins 50_%");
        check("more than 12 %", "more than 12%", "plus de 12_%");
        check("up to 40 %", "at most 40%", "au plus 40_%");
    }

    #[test]
    fn a_range_whose_ends_are_written_alike_is_one_value() {
        assert_eq!(range(Lang::Fr, 0.343_728_51, 0.343_729_49), "34,4\u{202f}%");
        assert_eq!(range(Lang::En, 0.343, 0.344), "34.3% to 34.4%");
    }

    #[test]
    fn sizes_say_how_well_they_are_known() {
        assert_eq!(size(Lang::En, Sample::Exactly(1004)), "n = 1,004");
        assert_eq!(size(Lang::Fr, Sample::Between(600, 700)), "n = 600 à 700");
        assert_eq!(size(Lang::Fr, Sample::Unknown), "n non communiqué");
    }
}
