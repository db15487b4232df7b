//! Statistics of one share.

use gainsay_judge::stats::{
    Alpha, Effective, Ends, Sample, StatsError, clopper_pearson, design_effect, jeffreys,
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
