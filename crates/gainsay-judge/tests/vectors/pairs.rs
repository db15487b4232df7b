//! Statistics of two shares.

use gainsay_judge::stats::{
    Alpha, Correction, PairVerdict, Polled, Thresholds, compare, miettinen_nurminen,
    miettinen_nurminen_z, newcombe, newcombe_p, pooled_z, two_sided_p,
};

use crate::table::rows;

#[test]
fn differences() {
    let (five, ten) = (Alpha::FIVE_PERCENT, Alpha::new(0.1).unwrap());
    for row in rows("differences.csv") {
        let (first, second) = (row.sample("count1", "m1"), row.sample("count2", "m2"));
        for (alpha, lo, hi) in
            [(five, "newcombe95_lo", "newcombe95_hi"), (ten, "newcombe90_lo", "newcombe90_hi")]
        {
            let interval = newcombe(first, second, alpha);
            row.check(lo, interval.lo);
            row.check(hi, interval.hi);
        }
        row.check_p("newcombe_p", newcombe_p(first, second));
        let z = pooled_z(first, second).unwrap();
        row.check("pooled_z", z);
        row.check_p("pooled_p", two_sided_p(z));
        let score = miettinen_nurminen_z(first, second, 0.0, Correction::SmallSample).unwrap();
        row.check_cubic("mn_z", score);
        for (correction, lo, hi) in [
            (Correction::None, "mn95_nocorr_lo", "mn95_nocorr_hi"),
            (Correction::SmallSample, "mn95_corr_lo", "mn95_corr_hi"),
        ] {
            let interval = miettinen_nurminen(first, second, five, correction).unwrap();
            row.check_cubic(lo, interval.lo);
            row.check_cubic(hi, interval.hi);
        }
    }
}

#[test]
fn constrained_differences() {
    for row in rows("mn_constrained.csv") {
        let (first, second) = (row.sample("x1", "n1"), row.sample("x2", "n2"));
        let z =
            |correction| miettinen_nurminen_z(first, second, row.number("d0"), correction).unwrap();
        row.check_cubic("z_corr", z(Correction::SmallSample));
        row.check_cubic("z_nocorr", z(Correction::None));
    }
}

#[test]
fn verdicts() {
    for row in rows("verdicts.csv") {
        let thresholds = Thresholds {
            alpha: row.alpha(),
            delta: row.number("delta"),
            rho: row.number("rho"),
            ..Thresholds::default()
        };
        let deff = row.deff("deff");
        let first = Polled { ends: row.ends("a1", "b1"), n: row.size("n1") };
        let second = Polled { ends: row.ends("a2", "b2"), n: row.size("n2") };
        let test = compare(first.at(deff), second.at(deff), &thresholds);
        let id = row.text("id");
        row.check("facing1", test.facing.first);
        row.check("facing2", test.facing.second);
        row.check("odds", test.odds);
        row.check_p("p", test.p);
        row.check("ci_lo", test.ci.lo);
        row.check("ci_hi", test.ci.hi);
        assert_eq!(test.material, row.flag("material"), "{id}");
        assert_eq!(test.within_margin, row.flag("equiv"), "{id}");
        assert_eq!(test.beyond_margin, row.flag("beyond_margin"), "{id}");
        assert_eq!(name(test.verdict), row.text("verdict"), "{id}");
    }
}

fn name(verdict: PairVerdict) -> &'static str {
    match verdict {
        PairVerdict::Agree => "agree",
        PairVerdict::Compatible => "compatible",
        PairVerdict::Inconclusive => "inconclusive",
        PairVerdict::Conflict => "conflict",
    }
}
