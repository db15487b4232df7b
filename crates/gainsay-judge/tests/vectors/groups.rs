//! Statistics of groups of studies.

use std::collections::BTreeMap;

use gainsay_judge::stats::pool::{
    Average, Count, Effect, Estimator, LeftOut, PoolError, Pooled, binomial_normal, critical_size,
    dissenters, leave_one_out, pool, share, shares, tau2_interval,
};
use gainsay_judge::stats::{Alpha, DesignEffect, Effective, Ends, Interval};

use crate::table::{Row, rows};

/// The quantile of the normal distribution that the reference's prediction intervals use, where
/// the product uses that of t.
const Z: f64 = 1.959_963_984_540_054;

#[test]
fn computed() {
    let groups = groups();
    for row in rows("meta_computed.csv") {
        let expected = row.number("value");
        row.check_group(&groups, expected, tolerance(&row) * expected.abs());
    }
}

#[test]
fn published() {
    let groups = groups();
    for row in rows("meta_published.csv") {
        row.check_group(&groups, row.number("published"), row.number("tolerance"));
        let expected = row.number("computed");
        row.check_group(&groups, expected, tolerance(&row) * expected.abs());
    }
}

#[test]
fn groups_too_small_are_typed_errors() {
    let equal = Effect::new(0.3, 0.1).unwrap();
    let mut checked = 0;
    for row in rows("errors.csv").iter().filter(|row| row.text("fn") == "meta") {
        match row.text("expect") {
            "Err(TooFew)" => {
                let one = pool(&[equal], Estimator::RestrictedLikelihood);
                assert_eq!(one, Err(PoolError::TooFew));
            }
            "Ok but no PI, no rstudent" => {
                let pooled = pool(&[equal; 2], Estimator::RestrictedLikelihood).unwrap();
                assert_eq!(pooled.average.prediction(Alpha::FIVE_PERCENT), None);
                let left_out = leave_one_out(&[equal; 2], Estimator::RestrictedLikelihood);
                assert_eq!(left_out, Err(PoolError::TooFew));
            }
            "tau2=0 Q=0 I2=0" => {
                let pooled = pool(&[equal; 5], Estimator::RestrictedLikelihood).unwrap();
                assert_eq!((pooled.average.tau2, pooled.q, pooled.i2()), (0.0, 0.0, 0.0));
            }
            other => panic!("unknown expectation {other}"),
        }
        checked += 1;
    }
    assert_eq!(checked, 3);
}

/// Three shares, rounded to whole percents, of samples of 1,000 and of 300 at a design effect of 2.
/// The expected values are rounded to the digits given.
#[test]
fn three_shares_and_their_dissenter() {
    let alpha = Alpha::FIVE_PERCENT;
    let reported = [0.28, 0.18, 0.13].map(|y| Ends::new(y - 0.005, y + 0.005).unwrap());
    for (deff, n) in [(DesignEffect::ONE, 84), (DesignEffect::TWO, 168)] {
        assert_eq!(critical_size(&reported, deff, alpha), Ok(Some(n)));
    }
    let near = |computed: f64, expected: f64, half_digit: f64| {
        assert!((computed - expected).abs() <= half_digit, "{computed} is not {expected}");
    };
    for (n, q, i2, without, named) in
        [(1000.0, 34.8, 0.94, 0.78, None), (300.0, 10.6, 0.81, 0.29, Some(0))]
    {
        let size = Effective::new(n / 2.0).unwrap();
        let effects = reported.map(|ends| Effect::log_odds(ends, size).unwrap());
        let whole = pool(&effects, Estimator::RestrictedLikelihood).unwrap();
        let left_out = leave_one_out(&effects, Estimator::RestrictedLikelihood).unwrap();
        near(whole.q, q, 0.05);
        near(whole.i2(), i2, 0.005);
        near(left_out[0].others.i2(), without, 0.005);
        let named_first = dissenters(&whole, &left_out, alpha).first().map(|one| one.study);
        assert_eq!(named_first, named, "{n}");
    }
}

#[test]
fn three_shares_of_large_samples() {
    let size = Effective::new(500.0).unwrap();
    let effects = [0.28, 0.18, 0.13]
        .map(|y| Effect::log_odds(Ends::new(y - 0.005, y + 0.005).unwrap(), size).unwrap());
    for estimator in [Estimator::RestrictedLikelihood, Estimator::PauleMandel] {
        let pooled = pool(&effects, estimator).unwrap();
        let average = pooled.average;
        assert!((average.tau2 - 0.218).abs() < 5e-4, "{average:?}");
        assert!((share(average.mean) - 0.190).abs() < 5e-4, "{average:?}");
        let knapp = shares(pooled.hartung_knapp(Alpha::FIVE_PERCENT));
        assert!((knapp.lo - 0.066).abs() < 1e-3 && (knapp.hi - 0.437).abs() < 1e-3, "{knapp:?}");
        // With three studies a further one may find anything at all.
        let further = shares(average.prediction(Alpha::FIVE_PERCENT).unwrap());
        assert!(further.lo < 0.001 && 0.99 < further.hi, "{further:?}");
    }
}

/// Relative tolerance. The mixed model's reference was found by a search that compares values of
/// the likelihood, which is flat at its top, so that only half of the digits tell where that is.
fn tolerance(row: &Row) -> f64 {
    if row.text("model") == "GLMM-logit-ML" { 1e-7 } else { 1e-8 }
}

/// Everything that the rows of one data set and one model ask for.
struct Group {
    average: Average,
    pooled: Option<Pooled>,
    left_out: Vec<LeftOut>,
    tau2_interval: Option<Interval>,
    /// Whether means and their intervals are told as shares.
    as_shares: bool,
}

type Groups = BTreeMap<(String, String), Group>;

fn groups() -> Groups {
    let mut groups = Groups::new();
    let tables = [rows("meta_computed.csv"), rows("meta_published.csv")];
    for row in tables.iter().flatten() {
        let (dataset, model) = (row.text("dataset"), row.text("model"));
        groups
            .entry((dataset.to_owned(), model.to_owned()))
            .or_insert_with(|| group(dataset, model));
    }
    groups
}

fn group(dataset: &str, model: &str) -> Group {
    let (estimator, effects) = match model {
        "GLMM-logit-ML" => {
            let average = binomial_normal(&counts(dataset)).expect("a maximum");
            let left_out = Vec::new();
            return Group { average, pooled: None, left_out, tau2_interval: None, as_shares: true };
        }
        "REML-logit" => (Estimator::RestrictedLikelihood, of_counts(dataset, Effect::log_odds)),
        "REML-raw" => (Estimator::RestrictedLikelihood, of_counts(dataset, Effect::proportion)),
        "REML" | "REML-HKSJ" => (Estimator::RestrictedLikelihood, given(dataset)),
        "DL" | "DL-HKSJ" => (Estimator::DerSimonianLaird, given(dataset)),
        "PM" => (Estimator::PauleMandel, given(dataset)),
        other => panic!("unknown model {other}"),
    };
    let pooled = pool(&effects, estimator).expect("a group");
    Group {
        average: pooled.average,
        pooled: Some(pooled),
        left_out: leave_one_out(&effects, estimator).expect("a group"),
        tau2_interval: Some(tau2_interval(&effects, Alpha::FIVE_PERCENT).expect("a group")),
        as_shares: model == "REML-logit",
    }
}

fn of_dataset(file: &str, dataset: &str) -> Vec<Row> {
    rows(file).into_iter().filter(|row| row.text("dataset") == dataset).collect()
}

fn given(dataset: &str) -> Vec<Effect> {
    let rows = of_dataset("meta_yi_vi.csv", dataset);
    let effect = |row: &Row| Effect::new(row.number("yi"), row.number("vi"));
    rows.iter().map(|row| effect(row).expect("an effect")).collect()
}

fn counts(dataset: &str) -> Vec<Count> {
    let rows = of_dataset("meta_counts.csv", dataset);
    let count = |row: &Row| Count::new(row.number("x"), row.number("n"));
    rows.iter().map(|row| count(row).expect("a count")).collect()
}

fn of_counts(
    dataset: &str,
    effect: impl Fn(Ends, Effective) -> Result<Effect, PoolError>,
) -> Vec<Effect> {
    let exact = |row: &Row| {
        let y = row.number("x") / row.number("n");
        let size = Effective::new(row.number("n")).expect("a size");
        effect(Ends::new(y, y).expect("a share"), size).expect("an effect")
    };
    of_dataset("meta_counts.csv", dataset).iter().map(exact).collect()
}

impl Row {
    #[track_caller]
    fn check_group(&self, groups: &Groups, expected: f64, tolerance: f64) {
        let key = (self.text("dataset").to_owned(), self.text("model").to_owned());
        let (stat, group) = (self.text("stat"), &groups[&key]);
        let computed = group
            .of_mean(stat)
            .or_else(|| group.of_heterogeneity(stat))
            .or_else(|| group.of_left_out(stat))
            .unwrap_or_else(|| panic!("unknown statistic {stat}"));
        let close = (computed - expected).abs() <= tolerance;
        assert!(close, "{stat} of {key:?}: {computed} is not {expected}");
    }
}

impl Group {
    fn of_mean(&self, stat: &str) -> Option<f64> {
        let average = &self.average;
        let wald = average.wald(Alpha::FIVE_PERCENT);
        let half = Z * average.prediction_error();
        let told = |value| if self.as_shares { share(value) } else { value };
        Some(match stat {
            "mu" => average.mean,
            "se" => average.standard_error,
            "tau2" => average.tau2,
            "tau" => average.tau2.sqrt(),
            "pred" => told(average.mean),
            "ci_lo" => told(wald.lo),
            "ci_hi" => told(wald.hi),
            "pi_lo" => told(average.mean - half),
            "pi_hi" => told(average.mean + half),
            "mu_exp" => average.mean.exp(),
            "pi_lo_exp" => (average.mean - half).exp(),
            "pi_hi_exp" => (average.mean + half).exp(),
            _ => return None,
        })
    }

    fn of_heterogeneity(&self, stat: &str) -> Option<f64> {
        let (pooled, tau2) = (self.pooled?, self.tau2_interval?);
        let mean = pooled.hartung_knapp(Alpha::FIVE_PERCENT);
        Some(match stat {
            "Q" => pooled.q,
            "I2" => 100.0 * pooled.i2(),
            "H2" => pooled.h2(),
            "se_tau2" => pooled.tau2_error?,
            "se_hk" => pooled.hartung_knapp_error(),
            "ci_hk_lo" => mean.lo,
            "ci_hk_hi" => mean.hi,
            "tau2_qprofile_lo" => tau2.lo,
            "tau2_qprofile_hi" => tau2.hi,
            _ => return None,
        })
    }

    /// Reads `loo3_mu`, `rstudent_3` and `tau2_del_3`, all counted from 1.
    fn of_left_out(&self, stat: &str) -> Option<f64> {
        let (study, stat) = match stat.strip_prefix("loo") {
            Some(rest) => rest.split_once('_')?,
            None => stat.rsplit_once('_').map(|(stat, study)| (study, stat))?,
        };
        let left_out = self.left_out.get(study.parse::<usize>().ok()? - 1)?;
        let others = left_out.others;
        Some(match stat {
            "mu" => others.average.mean,
            "se" => others.average.standard_error,
            "tau2" | "tau2_del" => others.average.tau2,
            "I2" => 100.0 * others.i2(),
            "H2" => others.h2(),
            "rstudent" => left_out.residual,
            _ => return None,
        })
    }
}
