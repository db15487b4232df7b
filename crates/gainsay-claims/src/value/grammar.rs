//! The grammar of one figure: which words may follow which.

use super::currency::Currency;
use super::cursor::Cursor;
use super::error::ValueError;
use super::figure::Figure;
use super::measure::{Measure, Printed};
use super::number::Number;
use super::reading::{Hedge, Kind, Reading, Unit};
use super::vocabulary::Meaning;
use crate::lang::Lang;

/// Longer denominators are no fractions: "two in 2013".
const LARGEST_DENOMINATOR: u32 = 1000;

/// What people are counted out of where a noun parts the two numbers; others are two
/// figures: "une étude sur 300 Américains".
const ROUND_DENOMINATORS: &[u32] = &[2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 1000];

/// The most words of that noun: "deux utilisateurs de Facebook sur trois".
const LONGEST_NOUN: usize = 3;

/// Reads one figure in one language.
pub(super) struct Grammar<'t> {
    cursor: Cursor<'t>,
    measure: Measure,
}

/// What stood before a number.
#[derive(Debug, Clone, Copy)]
struct Lead {
    hedge: Hedge,
    /// True for a rise, false for a fall.
    sign: Option<bool>,
    currency: Option<Currency>,
    /// The byte offset of the figure.
    at: usize,
}

impl<'t> Grammar<'t> {
    pub(super) fn new(text: &'t str, lang: Lang, unit: Option<Unit>) -> Self {
        Self { cursor: Cursor::new(text, lang), measure: Measure { unit } }
    }

    /// Reads the figure at the start, with the bytes that it takes.
    pub(super) fn figure(mut self) -> Result<(Reading, usize), ValueError> {
        let reading = self.value()?;
        let end = self.cursor.end();
        if self.cursor.cuts_a_word() { Err(self.cursor.trailing()) } else { Ok((reading, end)) }
    }

    fn value(&mut self) -> Result<Reading, ValueError> {
        let start = self.cursor.offset();
        if let Some(kind) = self.quantifier() {
            return self.measure.quantifier(kind, start);
        }
        self.fillers();
        let hedge = self.hedge().unwrap_or(Hedge::None);
        self.fillers();
        let at = self.cursor.offset();
        if hedge != Hedge::None && self.quantifier().is_some() {
            return Err(ValueError::MisplacedHedge { at });
        }
        self.core(Lead { hedge, sign: None, currency: None, at })
    }

    /// Reads what a hedge applies to.
    fn core(&mut self, lead: Lead) -> Result<Reading, ValueError> {
        let Lead { hedge, at, .. } = lead;
        let mark = self.cursor.mark();
        match self.cursor.take(Some) {
            Some(Meaning::Direction(up)) => self.direction(up, lead),
            Some(Meaning::Plus) => self.signed(true, lead),
            Some(Meaning::Dash) => self.signed(false, lead),
            Some(Meaning::Currency(currency)) => {
                self.number(Lead { currency: Some(currency), ..lead })
            }
            Some(Meaning::Between) => self.between(lead),
            Some(Meaning::RankMark) => self.marked_rank(lead),
            Some(Meaning::TimesSign) => self.times_sign(lead),
            Some(Meaning::Multiplied(times)) => {
                self.cursor.take_only(Meaning::AsMany);
                self.measure.factor(&word(times, hedge, at), false)
            }
            Some(Meaning::Divided(times)) => self.measure.factor(&word(times, hedge, at), true),
            Some(Meaning::Ordinal(rank)) => self.measure.rank(rank, hedge, at),
            Some(Meaning::Part(parts)) => self.fraction(1, parts, lead),
            Some(Meaning::Fraction(numerator, denominator)) => {
                self.fraction(numerator, denominator, lead)
            }
            Some(Meaning::IndefiniteArticle) => self.indefinite(lead),
            _ => {
                self.cursor.reset(mark);
                self.number(lead)
            }
        }
    }

    /// Reads what follows "a": one part, one of a scale, or any figure.
    fn indefinite(&mut self, lead: Lead) -> Result<Reading, ValueError> {
        if let Some((parts, lead)) = self.slanted_parts(1, lead) {
            return self.fraction(1, parts, lead);
        }
        if matches!(self.cursor.meaning(), Some(Meaning::Scale(_))) {
            return self.measured(Number::whole(1), None, lead);
        }
        self.core(lead)
    }

    /// Reads what follows "up" or "en baisse de".
    fn direction(&mut self, up: bool, lead: Lead) -> Result<Reading, ValueError> {
        if lead.hedge != Hedge::None {
            return Err(ValueError::MisplacedHedge { at: lead.at });
        }
        let hedge = self.hedge().unwrap_or(Hedge::None);
        self.number(Lead { hedge, sign: Some(up), ..lead })
    }

    /// Reads what follows a plus or minus sign.
    fn signed(&mut self, up: bool, lead: Lead) -> Result<Reading, ValueError> {
        let is_bound = !matches!(lead.hedge, Hedge::None | Hedge::About);
        if is_bound && !up {
            return Err(ValueError::SignedBound { at: lead.at });
        }
        self.number(Lead { sign: Some(up), ..lead })
    }

    fn times_sign(&mut self, lead: Lead) -> Result<Reading, ValueError> {
        let number = self.expect_number()?;
        self.measure.factor(&Printed::one(number, lead.hedge, lead.at), false)
    }

    fn marked_rank(&mut self, lead: Lead) -> Result<Reading, ValueError> {
        let number = self.expect_number()?;
        let rank = number.as_u32().ok_or(ValueError::OutOfRange { at: lead.at })?;
        self.measure.rank(rank, lead.hedge, lead.at)
    }

    /// Reads the range that "between" opens.
    fn between(&mut self, lead: Lead) -> Result<Reading, ValueError> {
        let low = self.expect_number()?;
        if !self.cursor.take_only(Meaning::And) {
            return Err(ValueError::MissingNumber { at: self.cursor.offset() });
        }
        let high = self.expect_number()?;
        self.measured(low, Some(high), lead)
    }

    /// Reads a number and what it is a number of.
    fn number(&mut self, lead: Lead) -> Result<Reading, ValueError> {
        let number = self.expect_number()?;
        let plain = lead.sign.is_none() && lead.currency.is_none();
        if let (true, Some(whole)) = (plain, number.as_u32()) {
            if let Some(denominator) = self.denominator(whole)? {
                return self.fraction(whole, denominator, lead);
            }
            if let Some((parts, lead)) = self.slanted_parts(whole, lead) {
                return self.fraction(whole, parts, lead);
            }
            if self.cursor.is_glued() && self.cursor.take_only(Meaning::OrdinalSuffix) {
                return self.measure.rank(whole, lead.hedge, lead.at);
            }
        }
        let high = self.range_end()?;
        self.measured(number, high, lead)
    }

    /// Reads the scale and the unit of a number or range.
    fn measured(
        &mut self,
        low: Number,
        high: Option<Number>,
        lead: Lead,
    ) -> Result<Reading, ValueError> {
        let power = self.scale(lead.currency.is_some());
        let Lead { hedge, sign, at, .. } = lead;
        let shifted = |number: Number| number.shifted(power);
        let mut printed = Printed { low: shifted(low), high: high.map(shifted), hedge, sign, at };
        let currency = lead.currency.or_else(|| self.currency());
        let unit = if currency.is_some() { None } else { self.unit_word() };
        printed.hedge = self.trailing_hedge(&printed);
        if let Some(currency) = currency {
            return self.measure.money(&printed, currency);
        }
        match unit {
            Some(Meaning::Percent) => self.percent(&printed),
            Some(Meaning::Points) => self.measure.points(&printed),
            Some(_) => {
                let divides = self.compares_down();
                self.measure.factor(&printed, divides)
            }
            None => self.measure.bare(&printed),
        }
    }

    /// Reads "54 %" as a share or, with a sign or "more" behind it, a change.
    fn percent(&mut self, printed: &Printed) -> Result<Reading, ValueError> {
        let mark = self.cursor.mark();
        let compared = self.cursor.take_among(|meaning| match meaning {
            Meaning::Comparative(more) => Some(more),
            _ => None,
        });
        // "68 % de plus de 300 personnes" has another figure behind it.
        if compared.is_some() && printed.sign.is_none() && !self.cursor.is_before_de() {
            return self.measure.percent_change(&Printed { sign: compared, ..*printed });
        }
        self.cursor.reset(mark);
        let wants_change = self.measure.unit == Some(Unit::PercentChange);
        if printed.sign.is_some() || wants_change {
            return self.measure.percent_change(printed);
        }
        self.measure.percent(printed)
    }

    fn fraction(
        &mut self,
        numerator: u32,
        denominator: u32,
        lead: Lead,
    ) -> Result<Reading, ValueError> {
        let Lead { hedge, at, .. } = lead;
        if denominator == 0 || numerator > denominator {
            return Err(ValueError::NoFraction { at });
        }
        let figure = Figure::fraction(numerator, denominator);
        self.measure.share(&figure, hedge, Kind::Fraction, 0, at)
    }

    /// Takes "plus", "as many" or "fewer" behind "four times", and tells whether it
    /// divides. "Trois fois de plus" is three more times.
    fn compares_down(&mut self) -> bool {
        if self.cursor.is_before_de() || self.cursor.take_only(Meaning::AsMany) {
            return false;
        }
        let compared = self.cursor.take_among(|meaning| match meaning {
            Meaning::Comparative(more) => Some(more),
            _ => None,
        });
        compared == Some(false)
    }

    /// Takes "in 10", if it follows, or "Français sur dix", with a noun that is counted.
    fn denominator(&mut self, numerator: u32) -> Result<Option<u32>, ValueError> {
        if let Some(denominator) = self.out_of()? {
            return Ok(Some(denominator));
        }
        let mark = self.cursor.mark();
        for _ in 0..LONGEST_NOUN {
            if !self.cursor.take_noun() {
                break;
            }
            if let Ok(Some(denominator)) = self.out_of()
                && ROUND_DENOMINATORS.contains(&denominator)
                && numerator < denominator
                && !self.cursor.is_before_plural(numerator == 1)
            {
                return Ok(Some(denominator));
            }
        }
        self.cursor.reset(mark);
        Ok(None)
    }

    fn out_of(&mut self) -> Result<Option<u32>, ValueError> {
        let mark = self.cursor.mark();
        if self.cursor.take_only(Meaning::OutOf)
            && let Some(number) = self.cursor.number()?
            && let Some(denominator) = number.as_u32()
            && denominator <= LARGEST_DENOMINATOR
        {
            return Ok(Some(denominator));
        }
        self.cursor.reset(mark);
        Ok(None)
    }

    /// Takes the parts of "a third" or "a good third", with what "good" adds to the lead.
    fn slanted_parts(&mut self, numerator: u32, lead: Lead) -> Option<(u32, Lead)> {
        let mark = self.cursor.mark();
        let slant = self.cursor.take(|meaning| match meaning {
            Meaning::Slant(hedge) if numerator == 1 && lead.hedge == Hedge::None => Some(hedge),
            _ => None,
        });
        let parts = self.parts(numerator);
        if parts.is_none() {
            self.cursor.reset(mark);
        }
        Some((parts?, Lead { hedge: slant.unwrap_or(lead.hedge), ..lead }))
    }

    /// Takes "quarters", or "third" behind one.
    fn parts(&mut self, numerator: u32) -> Option<u32> {
        self.cursor.take(|meaning| match meaning {
            Meaning::Part(parts) => Some(parts),
            Meaning::Ordinal(parts) if parts >= 3 && numerator == 1 => Some(parts),
            _ => None,
        })
    }

    /// Takes the second number of a range, if there is one.
    fn range_end(&mut self) -> Result<Option<Number>, ValueError> {
        let mark = self.cursor.mark();
        let joins = self.cursor.take_only(Meaning::Dash) || self.cursor.take_only(Meaning::RangeTo);
        if joins && let Some(end) = self.cursor.number()? {
            return Ok(Some(end));
        }
        self.cursor.reset(mark);
        Ok(None)
    }

    /// Takes a scale word and returns its power of ten, else 0.
    ///
    /// A small letter is a scale beside a currency only: "10 m" are metres.
    fn scale(&mut self, after_currency: bool) -> i32 {
        let mark = self.cursor.mark();
        let power = self.cursor.take(|meaning| match meaning {
            Meaning::Scale(power) => Some(power),
            _ => None,
        });
        let before_currency = matches!(self.cursor.meaning(), Some(Meaning::Currency(_)));
        match power {
            Some(power)
                if after_currency || before_currency || !self.cursor.took_small_letter() =>
            {
                power
            }
            _ => {
                self.cursor.reset(mark);
                0
            }
        }
    }

    fn currency(&mut self) -> Option<Currency> {
        let mark = self.cursor.mark();
        self.cursor.take_de();
        let currency = self.cursor.take(|meaning| match meaning {
            Meaning::Currency(currency) => Some(currency),
            _ => None,
        });
        if currency.is_none() {
            self.cursor.reset(mark);
        }
        currency
    }

    fn unit_word(&mut self) -> Option<Meaning> {
        if self.cursor.is_glued() && self.cursor.take_only(Meaning::TimesSign) {
            return Some(Meaning::Times);
        }
        self.cursor.take(|meaning| match meaning {
            Meaning::Percent | Meaning::Points | Meaning::Times => Some(meaning),
            _ => None,
        })
    }

    /// Takes "or more" behind a figure that has no other hedge.
    fn trailing_hedge(&mut self, printed: &Printed) -> Hedge {
        if printed.hedge != Hedge::None || printed.high.is_some() || printed.sign.is_some() {
            return printed.hedge;
        }
        if self.cursor.is_glued() && self.cursor.take_only(Meaning::Plus) {
            return Hedge::AtLeast;
        }
        let hedge = self.cursor.take(|meaning| match meaning {
            Meaning::Trailing(hedge) => Some(hedge),
            _ => None,
        });
        hedge.unwrap_or(Hedge::None)
    }

    fn quantifier(&mut self) -> Option<Kind> {
        let mark = self.cursor.mark();
        self.fillers();
        let found = self.cursor.take(|meaning| match meaning {
            Meaning::Quantifier(kind) => Some(kind),
            _ => None,
        });
        if found.is_none() {
            self.cursor.reset(mark);
        }
        found
    }

    fn hedge(&mut self) -> Option<Hedge> {
        self.cursor.take(|meaning| match meaning {
            Meaning::Hedge(hedge) => Some(hedge),
            _ => None,
        })
    }

    fn fillers(&mut self) {
        while self.cursor.take(|meaning| (meaning == Meaning::Filler).then_some(())).is_some() {}
    }

    fn expect_number(&mut self) -> Result<Number, ValueError> {
        match self.cursor.number()? {
            Some(number) => Ok(number),
            None => Err(self.cursor.not_a_figure()),
        }
    }
}

fn word(times: u32, hedge: Hedge, at: usize) -> Printed {
    Printed::one(Number::whole(times), hedge, at)
}
