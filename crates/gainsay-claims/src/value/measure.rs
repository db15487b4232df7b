//! What a figure measures: from printed numbers and a unit to a reading.

use num_rational::Ratio;
use num_traits::{One, Zero};

use super::currency::Currency;
use super::error::ValueError;
use super::exact::Rational;
use super::figure::{Figure, Meant};
use super::number::Number;
use super::reading::{Hedge, Kind, Quantity, Reading, Unit};
use super::set::{EmptySet, Extent, ReportingSet};

/// Turns figures into readings, and refuses other units than the expected one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    pub(super) unit: Option<Unit>,
}

/// A number or range as printed, with its scale word applied.
#[derive(Debug, Clone, Copy)]
pub(super) struct Printed {
    pub(super) low: Number,
    /// The second number of a range.
    pub(super) high: Option<Number>,
    pub(super) hedge: Hedge,
    /// True for a rise, false for a fall.
    pub(super) sign: Option<bool>,
    /// The byte offset of the figure.
    pub(super) at: usize,
}

impl Printed {
    pub(super) fn one(number: Number, hedge: Hedge, at: usize) -> Self {
        Self { low: number, high: None, hedge, sign: None, at }
    }

    fn figure(&self, of: impl Fn(Number) -> Figure) -> Result<Figure, ValueError> {
        let low = of(self.low);
        let Some(high) = self.high else {
            return Ok(low);
        };
        low.up_to(of(high)).ok_or(ValueError::ReversedRange { at: self.at })
    }

    /// Returns the figure in hundredths, if no scale word blew it up.
    fn hundredths(&self) -> Result<Figure, ValueError> {
        let is_scaled = |number: &Number| number.exponent != -i32::from(number.decimals);
        if is_scaled(&self.low) || self.high.as_ref().is_some_and(is_scaled) {
            return Err(ValueError::OutOfRange { at: self.at });
        }
        self.figure(|number| Figure::percent(number.shifted(-2)))
    }

    fn limit_places(&self, places: i32) -> Result<(), ValueError> {
        let lowest =
            self.high.map_or(self.low.exponent, |high| high.exponent.min(self.low.exponent));
        let fits = lowest >= -places;
        if fits { Ok(()) } else { Err(ValueError::TooManyDecimals { at: self.at }) }
    }

    fn reading(&self, quantity: Quantity) -> Reading {
        Reading {
            quantity,
            hedge: self.hedge,
            kind: Kind::Exact,
            decimals: self.low.decimals,
            rhetorical: false,
        }
    }
}

impl Measure {
    /// Reads a number that names no unit.
    pub(super) fn bare(&self, printed: &Printed) -> Result<Reading, ValueError> {
        let at = printed.at;
        match self.unit {
            Some(Unit::Points) => return self.points(printed),
            Some(Unit::PercentChange) => return self.percent_change(printed),
            _ if printed.sign.is_some() => return Err(ValueError::MisplacedSign { at }),
            _ => {}
        }
        match self.unit {
            Some(Unit::Percent) => self.percent(printed),
            Some(Unit::Proportion) => {
                let figure = printed.figure(Figure::percent)?;
                self.share(&figure, printed.hedge, Kind::Exact, printed.low.decimals, at)
            }
            Some(Unit::Factor) => self.factor(printed, false),
            Some(Unit::Money(currency)) => self.money(printed, currency),
            Some(Unit::Rank) => {
                let rank = printed.low.as_u32().filter(|_| printed.high.is_none());
                self.rank(rank.ok_or(ValueError::OutOfRange { at })?, printed.hedge, at)
            }
            _ => self.count(printed),
        }
    }

    /// Reads a share in percent.
    pub(super) fn percent(&self, printed: &Printed) -> Result<Reading, ValueError> {
        self.expect(Unit::Percent, printed.at)?;
        let figure = printed.hundredths()?;
        let decimals = printed.low.decimals;
        self.share(&figure, printed.hedge, Kind::Exact, decimals, printed.at)
    }

    /// Reads a share of the base; words for one fit every unit of shares.
    pub(super) fn share(
        &self,
        figure: &Figure,
        hedge: Hedge,
        kind: Kind,
        decimals: u8,
        at: usize,
    ) -> Result<Reading, ValueError> {
        if self.unit != Some(Unit::Proportion) {
            self.expect(Unit::Percent, at)?;
        }
        if figure.top() > Rational::one() {
            return Err(ValueError::MoreThanWhole { at });
        }
        let Meant { hard, soft } = meant(figure, hedge, at)?;
        let clip = |set: Extent| set.clip(Rational::zero(), Rational::one()).map_err(no_value(at));
        let quantity = Quantity::Share { hard: clip(hard)?, soft: clip(soft)? };
        Ok(Reading { quantity, hedge, kind, decimals, rhetorical: false })
    }

    /// Reads a word for a share: "most", "nobody".
    pub(super) fn quantifier(&self, kind: Kind, at: usize) -> Result<Reading, ValueError> {
        if self.unit != Some(Unit::Proportion) {
            self.expect(Unit::Percent, at)?;
        }
        // Ends in half percents; the first of each pair is what the word means.
        let (hard, soft) = match kind {
            Kind::Majority => ((100, 200, true, false), (100, 190, true, false)),
            Kind::AlmostAll => ((100, 200, true, false), (180, 200, false, false)),
            Kind::Minority => ((0, 100, false, true), (0, 100, false, true)),
            Kind::Few => ((0, 100, false, true), (0, 50, false, false)),
            Kind::AlmostNone => ((0, 100, false, true), (0, 20, false, false)),
            Kind::None => ((0, 1, false, false), (0, 1, false, false)),
            Kind::All => ((199, 200, false, false), (199, 200, false, false)),
            Kind::Exact | Kind::Fraction => return Err(ValueError::NoValue { at }),
        };
        let set = |(lo, hi, lo_open, hi_open)| {
            ReportingSet::new(Ratio::new(lo, 200), Ratio::new(hi, 200), lo_open, hi_open)
                .map_err(no_value(at))
        };
        Ok(Reading {
            quantity: Quantity::Share { hard: set(hard)?, soft: set(soft)? },
            hedge: Hedge::None,
            kind,
            decimals: 0,
            rhetorical: matches!(kind, Kind::None | Kind::All),
        })
    }

    /// Reads a change in points; without a sign it is a rise.
    pub(super) fn points(&self, printed: &Printed) -> Result<Reading, ValueError> {
        let at = printed.at;
        self.expect(Unit::Points, at)?;
        let figure = printed.hundredths()?;
        if figure.top() > Rational::one() {
            return Err(ValueError::OutOfRange { at });
        }
        let size = meant(&figure, printed.hedge, at)?.hard;
        let rise = size.clip(-Rational::one(), Rational::one()).map_err(no_value(at))?;
        let change = if printed.sign == Some(false) { rise.negate() } else { rise };
        Ok(printed.reading(Quantity::Points(change)))
    }

    /// Reads a change in percent, as the ratio after / before.
    pub(super) fn percent_change(&self, printed: &Printed) -> Result<Reading, ValueError> {
        let at = printed.at;
        self.expect(Unit::PercentChange, at)?;
        let figure = printed.hundredths()?;
        let size = meant(&figure, printed.hedge, at)?.hard;
        if printed.sign != Some(false) {
            return Ok(printed.reading(Quantity::PercentChange(size.plus_one())));
        }
        if figure.top() > Rational::one() {
            return Err(ValueError::OutOfRange { at });
        }
        let fall = size.clip(-Rational::one(), Rational::one()).map_err(no_value(at))?;
        Ok(printed.reading(Quantity::PercentChange(fall.complement().into())))
    }

    /// Reads a ratio, or the one that divides by it.
    pub(super) fn factor(&self, printed: &Printed, divides: bool) -> Result<Reading, ValueError> {
        let at = printed.at;
        self.expect(Unit::Factor, at)?;
        if printed.sign.is_some() {
            return Err(ValueError::MisplacedSign { at });
        }
        let figure = printed.figure(Figure::ratio)?;
        let times = meant(&figure, printed.hedge, at)?.hard;
        let times = times.clip_below_zero().map_err(no_value(at))?;
        let ratio = if divides { times.reciprocal().map_err(no_value(at))? } else { times };
        Ok(printed.reading(Quantity::Factor(ratio)))
    }

    /// Reads an amount of money, rounded at the last digit printed.
    pub(super) fn money(
        &self,
        printed: &Printed,
        currency: Currency,
    ) -> Result<Reading, ValueError> {
        let at = printed.at;
        self.expect(Unit::Money(currency), at)?;
        if printed.sign.is_some() {
            return Err(ValueError::MisplacedSign { at });
        }
        // No currency here is printed to a third decimal: `$1.050` by an English
        // writer is a mistake for one of two amounts.
        printed.limit_places(2)?;
        let figure = printed.figure(Figure::amount)?;
        let set = meant(&figure, printed.hedge, at)?.hard;
        let set = set.clip_below_zero().map_err(no_value(at))?;
        Ok(printed.reading(Quantity::Money { set, currency }))
    }

    /// Reads a place in an order.
    pub(super) fn rank(&self, rank: u32, hedge: Hedge, at: usize) -> Result<Reading, ValueError> {
        self.expect(Unit::Rank, at)?;
        if hedge != Hedge::None {
            return Err(ValueError::MisplacedHedge { at });
        }
        if rank == 0 {
            return Err(ValueError::OutOfRange { at });
        }
        Ok(Printed::one(Number::whole(rank), hedge, at).reading(Quantity::Rank(rank)))
    }

    fn count(&self, printed: &Printed) -> Result<Reading, ValueError> {
        let at = printed.at;
        self.expect(Unit::Count, at)?;
        printed.limit_places(0)?;
        let figure = printed.figure(Figure::count)?;
        let set = meant(&figure, printed.hedge, at)?.hard;
        let set = set.clip_below_zero().map_err(no_value(at))?;
        Ok(printed.reading(Quantity::Count { set }))
    }

    fn expect(&self, found: Unit, at: usize) -> Result<(), ValueError> {
        match self.unit {
            Some(expected) if expected != found => {
                Err(ValueError::UnitMismatch { at, expected, found })
            }
            _ => Ok(()),
        }
    }
}

fn meant(figure: &Figure, hedge: Hedge, at: usize) -> Result<Meant, ValueError> {
    if figure.is_range() && !matches!(hedge, Hedge::None | Hedge::About) {
        return Err(ValueError::MisplacedHedge { at });
    }
    figure.hedged(hedge).map_err(no_value(at))
}

fn no_value(at: usize) -> impl Fn(EmptySet) -> ValueError {
    move |EmptySet| ValueError::NoValue { at }
}
