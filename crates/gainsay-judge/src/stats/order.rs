//! Whether the order of two options of one question is established.

pub use gainsay_claims::facts::OrderVerdict;

use super::{Alpha, Effective, Ends, Facing, Interval, StatsError};

/// How many options of the question a respondent could choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// Several: some unknown share chose both options.
    Several,
    /// One: nobody chose both.
    One,
}

/// The comparison of two options of one question, asked of the same people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    /// The distance of the facing ends, a difference of fractions; 0 where rounding alone may
    /// have made the order.
    pub gap: f64,
    /// The least and the greatest standard error of the gap that the unknown share leaves open,
    /// differences of fractions.
    pub standard_error: Interval,
    /// The verdict.
    pub verdict: OrderVerdict,
}

/// Says whether two options of one question stand in the order in which their shares stand.
///
/// With the shares `a` and `b` at the facing ends, the share `j` that chose both and the effective
/// size `m`, the variance of the gap is `(a + b - 2 j - (a - b)²) / m`, with `j` between
/// `max(0, a + b - 1)` and `min(a, b)` (Fréchet), or 0 for exclusive options. The gap is taken as
/// normal, which wants a large sample. Farther values of the sets establish what the facing ends
/// establish: at either bound of `j`, gap over error grows with the higher share and falls with
/// the lower one.
///
/// The level is that of claiming the wrong order, which is one tail: of two shares one is the
/// lower one (Jones and Tukey 2000, Psychological Methods 5:411).
///
/// # Errors
/// [`StatsError::NotExclusive`] when exclusive options must add up to more than 1.
pub fn order(
    first: Ends,
    second: Ends,
    size: Effective,
    answers: Answers,
    alpha: Alpha,
) -> Result<Order, StatsError> {
    if answers == Answers::One && first.lo() + second.lo() > 1.0 + 1e-12 {
        return Err(StatsError::NotExclusive);
    }
    let facing = Facing::new(first, second);
    let (a, b, gap) = (facing.first, facing.second, facing.gap());
    let error = |both: f64| {
        let variance = a + b - 2.0 * both - gap * gap;
        (variance.max(0.0) / size.value()).sqrt()
    };
    let standard_error = match answers {
        Answers::Several => Interval { lo: error(a.min(b)), hi: error((a + b - 1.0).max(0.0)) },
        Answers::One => Interval { lo: error(0.0), hi: error(0.0) },
    };
    let z = alpha.one_sided_z();
    let verdict = if gap > z * standard_error.hi {
        OrderVerdict::Established
    } else if gap > z * standard_error.lo {
        OrderVerdict::Undecided
    } else {
        OrderVerdict::Tie
    };
    Ok(Order { gap, standard_error, verdict })
}

impl Order {
    /// Returns the gaps from which on an order is established at this level, differences of
    /// fractions: the least and the greatest that the unknown share leaves open.
    pub fn margins(&self, alpha: Alpha) -> Interval {
        let z = alpha.one_sided_z();
        Interval { lo: z * self.standard_error.lo, hi: z * self.standard_error.hi }
    }

    /// Returns how many times as large the sample would have to be for the order to be
    /// established however many chose both; none where rounding alone may have made it.
    pub fn growth_needed(&self, alpha: Alpha) -> Option<f64> {
        (self.gap > 0.0).then(|| (self.margins(alpha).hi / self.gap).powi(2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(percent: f64, half_rounding: f64) -> Ends {
        let end = |x: f64| (x / 100.0).clamp(0.0, 1.0);
        Ends::new(end(percent - half_rounding), end(percent + half_rounding)).unwrap()
    }

    fn compare(first: Ends, second: Ends, n: f64, answers: Answers) -> Result<Order, StatsError> {
        order(first, second, Effective::new(n).unwrap(), answers, Alpha::FIVE_PERCENT)
    }

    #[track_caller]
    fn check(first: f64, second: f64, n: f64, answers: Answers, verdict: OrderVerdict) {
        for (a, b) in [(first, second), (second, first)] {
            let found = compare(percent(a, 0.5), percent(b, 0.5), n, answers).unwrap();
            assert_eq!(found.verdict, verdict, "{found:?}");
        }
    }

    // Whole percents and sizes as published by IBM 2011, Syncapse 2013, Kentico 2014 and YouGov
    // 2013; the size of Adobe's 2013 sample is assumed.
    #[test]
    fn published_orders_are_established_or_not() {
        check(61.0, 55.0, 1056.0, Answers::Several, OrderVerdict::Established);
        check(49.0, 42.0, 2080.0, Answers::Several, OrderVerdict::Established);
        check(40.0, 39.0, 300.0, Answers::Several, OrderVerdict::Tie);
        check(53.0, 46.0, 500.0, Answers::Several, OrderVerdict::Undecided);
        check(34.0, 33.0, 1995.0, Answers::Several, OrderVerdict::Tie);
    }

    // Margins in points at 95 %, computed by hand from the shares as if they were exact.
    #[test]
    fn the_margin_depends_on_who_chose_both() {
        for (first, second, n, least, greatest) in [
            (61.0, 55.0, 1056.0, 1.4, 5.5),
            (49.0, 42.0, 2080.0, 1.1, 4.1),
            (40.0, 39.0, 300.0, 1.1, 10.0),
            (53.0, 46.0, 500.0, 2.2, 8.7),
        ] {
            let exact = |share| percent(share, 0.0);
            let found = compare(exact(first), exact(second), n, Answers::Several).unwrap();
            let margin = |error: f64| 100.0 * Alpha::FIVE_PERCENT.z() * error;
            let Interval { lo, hi } = found.standard_error;
            assert!((margin(lo) - least).abs() < 0.05, "{}", margin(lo));
            assert!((margin(hi) - greatest).abs() < 0.06, "{}", margin(hi));
        }
    }

    // What is established at a size is not at one a little smaller.
    #[test]
    fn the_size_needed_is_where_the_verdict_turns() {
        let at = |n| compare(percent(61.0, 0.5), percent(55.0, 0.5), n, Answers::Several).unwrap();
        let needed = 528.0 * at(528.0).growth_needed(Alpha::FIVE_PERCENT).unwrap();
        assert!((900.0..920.0).contains(&needed), "{needed}");
        assert_eq!(at(needed + 1.0).verdict, OrderVerdict::Established);
        assert_eq!(at(needed - 1.0).verdict, OrderVerdict::Undecided);
        let tie = compare(percent(40.0, 0.5), percent(39.0, 0.5), 300.0, Answers::Several).unwrap();
        assert_eq!(tie.growth_needed(Alpha::FIVE_PERCENT), None);
    }

    #[test]
    fn exclusive_options_leave_nothing_open() {
        check(34.0, 23.0, 3000.0, Answers::One, OrderVerdict::Established);
        check(53.0, 46.0, 500.0, Answers::One, OrderVerdict::Tie);
        let found = compare(percent(34.0, 0.5), percent(23.0, 0.5), 10.0, Answers::One).unwrap();
        assert_eq!(found.standard_error.lo, found.standard_error.hi);
        let impossible = compare(percent(60.0, 0.5), percent(45.0, 0.5), 100.0, Answers::One);
        assert_eq!(impossible, Err(StatsError::NotExclusive));
        assert!(compare(percent(51.0, 0.5), percent(50.0, 0.5), 100.0, Answers::One).is_ok());
    }

    #[test]
    fn a_census_tells_any_order_that_rounding_leaves() {
        check(41.0, 39.0, f64::INFINITY, Answers::Several, OrderVerdict::Established);
        check(40.0, 39.0, f64::INFINITY, Answers::Several, OrderVerdict::Tie);
    }
}
