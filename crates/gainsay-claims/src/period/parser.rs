//! Puts the tokens of a date together: one part, or two that a range joins.

use std::ops::Range;

use super::error::{PeriodError, PeriodReason};
use super::tokens::{Edge, Placed, Token, tokens};
use super::unit::{Season, Unit, months};
use super::{Period, Precision};
use crate::lang::Lang;

/// Reads `text`; without a language only the text form is understood.
pub(super) fn parse(text: &str, lang: Option<Lang>) -> Result<Period, PeriodError> {
    let found = join_winters(tokens(text, lang)?);
    let between = found.first().is_some_and(|first| first.token == Token::Between);
    let found = if between { &found[1..] } else { &found[..] };
    let Some(last) = found.last() else {
        return Err(PeriodError { at: 0..text.len(), reason: PeriodReason::Empty });
    };
    let end = last.at.end..last.at.end;
    let joint = found.iter().position(|placed| matches!(placed.token, Token::Through | Token::And));
    let Some(joint) = joint else {
        let whole = Part::read(text, found)?;
        return if between { error(end, PeriodReason::Unfinished) } else { whole.period() };
    };
    let mut first = Part::read(text, &found[..joint])?;
    let mut second = Part::read(text, &found[joint + 1..])?;
    if first.is_empty() || second.is_empty() {
        return error(found[joint].at.clone(), PeriodReason::Unfinished);
    }
    first.share_with(&mut second);
    let adjoin = found[joint].token == Token::And && !between;
    range(first.period()?, second.period()?, adjoin)
        .map_err(|reason| PeriodError { at: first.at.start..second.at.end, reason })
}

/// Joins two periods; with `adjoin` no day may lie between them.
pub(super) fn range(first: Period, second: Period, adjoin: bool) -> Result<Period, PeriodReason> {
    if second.start < first.start || second.end < first.end {
        return Err(PeriodReason::StartAfterEnd);
    }
    if adjoin && first.end.tomorrow().is_ok_and(|next| next < second.start) {
        return Err(PeriodReason::Gap);
    }
    let precision = first.precision.max(second.precision);
    Ok(Period { start: first.start, end: second.end, precision })
}

/// Makes `winter 2012/13`, `hiver 2012-2013` one unit.
fn join_winters(found: Vec<Placed>) -> Vec<Placed> {
    let mut joined: Vec<Placed> = Vec::with_capacity(found.len());
    for placed in found {
        joined.push(placed);
        let [.., winter, begins, joint, ends] = &joined[..] else {
            continue;
        };
        let (Token::Season(Season::Winter), Token::Year(year), Token::Through | Token::And) =
            (winter.token, begins.token, joint.token)
        else {
            continue;
        };
        let next = match ends.token {
            Token::Year(next) => next == year + 1,
            Token::Number(next) => i16::from(next) == (year + 1) % 100,
            _ => false,
        };
        if next {
            let token = Token::Unit(Unit::Season(year, Season::Winter));
            let at = winter.at.start..ends.at.end;
            joined.truncate(joined.len() - 4);
            joined.push(Placed { token, at });
        }
    }
    joined
}

/// What one end of a range says, in any order; the other end may say the rest.
#[derive(Debug, Default)]
struct Part {
    at: Range<usize>,
    year: Option<i16>,
    frame: Option<Frame>,
    day: Option<i8>,
    edge: Option<Edge>,
    unit: Option<Unit>,
}

/// Part of a year with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    Month(i8),
    Quarter(i8),
    Season(Season),
}

impl Part {
    fn read(text: &str, found: &[Placed]) -> Result<Self, PeriodError> {
        let mut part = Self::default();
        if let [first, .., last] | [first @ last] = found {
            part.at = first.at.start..last.at.end;
        }
        for placed in found {
            if !part.take(placed.token) {
                let word = text[placed.at.clone()].to_owned();
                return error(placed.at.clone(), PeriodReason::Misplaced(word));
            }
        }
        // Only years and months are long enough to have an early and a late part.
        let short = part.day.is_some() || !matches!(part.frame, None | Some(Frame::Month(_)));
        if part.edge.is_some() && short {
            let words = text[part.at.clone()].to_owned();
            return error(part.at, PeriodReason::Misplaced(words));
        }
        Ok(part)
    }

    /// Adds what a token says, unless it says what is said already.
    fn take(&mut self, token: Token) -> bool {
        if self.unit.is_some() {
            return false;
        }
        match token {
            Token::Unit(unit) => self.is_empty() && put(&mut self.unit, unit),
            Token::Year(year) => put(&mut self.year, year),
            Token::Month(month) => put(&mut self.frame, Frame::Month(month)),
            Token::Quarter(quarter) => put(&mut self.frame, Frame::Quarter(quarter)),
            Token::Season(season) => put(&mut self.frame, Frame::Season(season)),
            Token::Number(day) => put(&mut self.day, day),
            Token::QuarterWord => {
                let number = self.day.take();
                number.is_some_and(|number| put(&mut self.frame, Frame::Quarter(number)))
            }
            Token::Edge(edge) => put(&mut self.edge, edge),
            Token::Through | Token::And | Token::Between | Token::Filler => false,
        }
    }

    fn is_empty(&self) -> bool {
        self.unit.is_none() && self.year.is_none() && !self.is_finer_than_year()
    }

    fn is_finer_than_year(&self) -> bool {
        self.frame.is_some() || self.day.is_some() || self.edge.is_some()
    }

    /// Gives each end of a range what only the other one says: `8–9 Feb 2010`, `October 8th–16th, 2012`.
    fn share_with(&mut self, second: &mut Self) {
        if self.day.is_some() && self.frame.is_none() {
            self.frame = second.frame;
        } else if second.day.is_some() && second.frame.is_none() {
            second.frame = self.frame;
        }
        // In `Aug-2012` the year is no end of its own: the hyphen joins no range.
        if self.is_finer_than_year() && second.is_finer_than_year() && self.year.is_none() {
            self.year = second.year;
        }
    }

    fn period(&self) -> Result<Period, PeriodError> {
        let period = self.known().map_err(|reason| PeriodError { at: self.at.clone(), reason })?;
        period.ok_or_else(|| PeriodError { at: self.at.clone(), reason: PeriodReason::Impossible })
    }

    /// Returns the period of what is said, or none if the calendar does not have it.
    fn known(&self) -> Result<Option<Period>, PeriodReason> {
        if let Some(unit) = self.unit {
            return Ok(unit.period());
        }
        let year = self.year.ok_or(PeriodReason::MissingYear)?;
        let unit = match (self.frame, self.day, self.edge) {
            (Some(Frame::Month(month)), Some(day), None) => Unit::Day(year, month, day),
            (Some(Frame::Month(month)), None, _) => Unit::Month(year, month),
            (Some(Frame::Quarter(quarter)), None, None) => Unit::Quarter(year, quarter),
            (Some(Frame::Season(Season::Winter)), None, None) => {
                return Err(PeriodReason::AmbiguousWinter);
            }
            (Some(Frame::Season(season)), None, None) => Unit::Season(year, season),
            (None, None, Some(Edge::Early)) => Unit::Quarter(year, 1),
            (None, None, Some(Edge::Mid)) => return Ok(months(year, 4, 6, Precision::Quarter)),
            (None, None, Some(Edge::Late)) => Unit::Quarter(year, 4),
            (None, None, None) => Unit::Year(year),
            _ => return Err(PeriodReason::MissingMonth),
        };
        Ok(unit.period())
    }
}

/// Fills an empty place; returns whether it was empty.
fn put<T>(place: &mut Option<T>, value: T) -> bool {
    let empty = place.is_none();
    place.get_or_insert(value);
    empty
}

fn error<T>(at: Range<usize>, reason: PeriodReason) -> Result<T, PeriodError> {
    Err(PeriodError { at, reason })
}
