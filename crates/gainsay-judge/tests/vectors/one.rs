//! Statistics of one share.

use gainsay_claims::value::{Rational, ReportingSet};
use gainsay_judge::stats::{
    Alpha, Effective, Ends, Sample, StatsError, clopper_pearson, design_effect, grim, jeffreys,
    newcombe_p, wilson,
};

use crate::table::rows;

#[test]
fn intervals() {
    for row in rows("intervals.csv") {
        let sample = row.sample("count", "m");
        let alpha = row.alpha();
        let score = wilson(sample, alpha);
        row.check("wilson_lo", score.lo);
        row.check("wilson_hi", score.hi);
        let exact = clopper_pearson(sample, alpha).unwrap();
        row.check("cp_lo", exact.lo);
        row.check("cp_hi", exact.hi);
        let posterior = jeffreys(sample, alpha).unwrap();
        row.check("jeffreys_lo", posterior.lo);
        row.check("jeffreys_hi", posterior.hi);
    }
}

#[test]
fn counts_of_respondents() {
    for row in rows("grim.csv") {
        let n = row.text("n").parse().unwrap();
        let found = grim(&rounded(row.text("percent"), row.text("decimals")), n).unwrap();
        assert_eq!(found.counts.is_some(), row.flag("consistent"));
        let counts: Vec<String> =
            found.counts.into_iter().flatten().map(|count| count.to_string()).collect();
        assert_eq!(counts.join(" "), row.text("counts"));
    }
}

/// Returns all shares that round to a percentage written with so many decimals.
fn rounded(percent: &str, decimals: &str) -> ReportingSet {
    let decimals: u32 = decimals.parse().expect("a number");
    let (whole, fraction) = percent.split_once('.').unwrap_or((percent, ""));
    let fraction = format!("{fraction:0<width$}", width = decimals as usize);
    let digits: i128 = format!("{whole}{fraction}").parse().expect("digits");
    // In halves of the last digit, of which 100 % has so many.
    let all = 200 * 10_i128.pow(decimals);
    let end = |halves: i128| Rational::new(halves.clamp(0, all), all);
    ReportingSet::new(end(2 * digits - 1), end(2 * digits + 1), false, false).expect("in order")
}

#[test]
fn design_effects_of_stated_margins() {
    for row in rows("moe_deff.csv") {
        let (_, digits) = row.text("moe").split_once('.').unwrap();
        let half_rounding = 0.5 * 0.1_f64.powi(i32::try_from(digits.len()).unwrap());
        let alpha = Alpha::new(1.0 - row.number("conf")).unwrap();
        let stated = design_effect(row.number("moe"), half_rounding, row.size("n"), alpha).unwrap();
        row.check("srs_moe", stated.srs_margin);
        row.check("deff", stated.deff);
        row.check("deff_lo", stated.range.lo);
        row.check("deff_hi", stated.range.hi);
    }
}

#[test]
fn bad_input_is_a_typed_error() {
    let mut checked = 0;
    for row in rows("errors.csv") {
        let found = match row.text("fn") {
            "wilson" => Effective::new(row.number("m"))
                .and_then(|m| Sample::new(row.number("y"), m))
                .map(|sample| wilson(sample, Alpha::FIVE_PERCENT).lo),
            "reporting_set" => Ends::new(0.6, 0.5).map(Ends::lo),
            "newcombe_p" => {
                let m = Effective::new(300.0).unwrap();
                let (first, second) = (Sample::new(0.3, m), Sample::new(0.3, Effective::CENSUS));
                Ok(newcombe_p(first.unwrap(), second.unwrap()))
            }
            _ => continue,
        };
        let expected = match row.text("expect") {
            "Err(NotFinite)" => Err(StatsError::NotFinite),
            "Err(OutOfRange)" => Err(StatsError::OutOfRange),
            "Err(InvalidN)" => Err(StatsError::InvalidSize),
            "Err(EmptySet)" => Err(StatsError::EmptySet),
            "Ok(1)" => Ok(1.0),
            other => panic!("unknown expectation {other}"),
        };
        assert_eq!(found, expected);
        checked += 1;
    }
    assert_eq!(checked, 7);
}
