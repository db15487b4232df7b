//! Reading the words at a place: figures, periods, sizes, ages.

use std::ops::Range;

use super::{Trouble, words_at};
use crate::{
    age::AgeRange,
    checks,
    claim::Share,
    diagnostic::Location,
    document::{Document, Words},
    facts::Problem,
    lang::Lang,
    period::Period,
    sample::Sample,
    study::StatedMargin,
    value::{
        Extent, Hedge, Kind, Quantity, Rational, Reading, ReportingSet, Unit, ValueError, read,
    },
    wire::{DateOrder, DecimalSign, Derived, Figure, Margin, Notation, Place, StudyRecord},
};

/// Reads a figure in its own unit, or in the one its header names.
pub(super) fn quantity<'d>(
    document: &'d Document,
    place: Place,
    unit: Option<Unit>,
) -> Result<(Words<'d>, Reading), Trouble> {
    quantity_by(document, place, |text| read(text, None, unit))
}

fn quantity_by(
    document: &Document,
    place: Place,
    read: impl Fn(&str) -> Result<Reading, ValueError>,
) -> Result<(Words<'_>, Reading), Trouble> {
    let words = words_at(document, place)?;
    let reading = read(words.text).map_err(|error| {
        unreadable(&words.at, Problem::NotAFigure { text: words.text.to_owned(), error })
    })?;
    refuse_part(&words, &reading, |text| read(text).ok())?;
    Ok((words, reading))
}

/// Reads a figure of a study whose numbers of cases have decimals after this sign.
fn decimal_count(text: &str, unit: Option<Unit>, sign: DecimalSign) -> Result<Reading, ValueError> {
    let parts = if unit == Some(Unit::Count) { sign.part(text)? } else { None };
    let Some((whole, decimals)) = parts else { return read(text, None, unit) };
    if decimals.bytes().all(|byte| byte == b'0') {
        return read(whole, None, unit);
    }
    let lang = match sign {
        DecimalSign::Point => Lang::En,
        DecimalSign::Comma => Lang::Fr,
    };
    // Of the plain numbers that have decimals, a factor is the one without a bound.
    let reading = read(text, Some(lang), Some(Unit::Factor))?;
    Ok(match reading.quantity {
        Quantity::Factor(set) => Reading { quantity: Quantity::Count { set }, ..reading },
        _ => reading,
    })
}

/// Refuses words that are only part of what is written: when a few more words to
/// the left or the right read as something else, they belong to it ("*less than*
/// 5 %", "5 % *or more*", "*more than* 300").
fn refuse_part<T: PartialEq>(
    words: &Words<'_>,
    value: &T,
    read: impl Fn(&str) -> Option<T>,
) -> Result<(), Trouble> {
    let left = word_starts(words.before).map(|start| {
        let more = &words.before[start..];
        format!("{more}{}", words.text)
    });
    let right = word_ends(words.after).map(|end| {
        let more = &words.after[..end];
        format!("{}{more}", words.text)
    });
    let is_other = |longer: String| read(&longer).is_some_and(|other| other != *value);
    if !left.chain(right).any(is_other) {
        return Ok(());
    }
    let problem = Problem::LeavesOutHedge { text: words.text.to_owned() };
    Err(Trouble { check: &checks::MISPLACED_FIGURE, at: words.at.clone(), problem })
}

/// How many words on either side may belong to a figure.
const REACH: usize = 4;

/// Where the last few words of a text start, the last one first.
fn word_starts(text: &str) -> impl Iterator<Item = usize> {
    words_in(text).collect::<Vec<_>>().into_iter().rev().map(|word| word.start).take(REACH)
}

/// Where the first few words of a text end, the first one first.
fn word_ends(text: &str) -> impl Iterator<Item = usize> {
    words_in(text).map(|word| word.end).take(REACH)
}

/// The words of a text, by their bytes.
fn words_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.split_whitespace().map(|word| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        start..start + word.len()
    })
}

/// Reads a share and derives the claim's share from it.
pub(super) fn share(
    document: &Document,
    figure: &Figure,
    notation: Notation,
) -> Result<(Location, Share), Trouble> {
    let quantity = |at| {
        let (words, reading) = quantity_by(document, at, |text| match notation.decimals {
            Some(sign) => decimal_count(text, figure.unit, sign),
            None => read(text, None, figure.unit),
        })?;
        let reading = as_rounded(words.text, reading, figure.unit, notation);
        Ok((words, reading))
    };
    let (words, reading) = quantity(figure.at)?;
    if let Some(Derived::Ratio(whole)) = figure.derived {
        let whole = quantity(whole)?;
        return ratio(words, reading, whole).map(|(words, share)| (words.at, share));
    }
    let sets = share_sets(&words, &reading)?;
    let mut share = Share { text: words.text.to_owned(), reading, hard: sets.0, soft: sets.1 };
    match &figure.derived {
        None | Some(Derived::Ratio(_)) => {}
        Some(Derived::Complement) => {
            share.text = format!("100 % − {}", share.text);
            (share.hard, share.soft) = (share.hard.complement(), share.soft.complement());
        }
        Some(Derived::Sum(others)) => {
            for &other in others {
                let (words, reading) = quantity(other)?;
                let (hard, soft) = share_sets(&words, &reading)?;
                share.text = format!("{} + {}", share.text, words.text);
                share.hard = add(&words, share.hard, hard)?;
                share.soft = add(&words, share.soft, soft)?;
            }
        }
    }
    Ok((words.at, share))
}

/// The share that one count is of another one. Counts of weighted cases are rounded, so
/// each is taken to be up to half a case off, unless the words leave open more.
fn ratio<'d>(
    words: Words<'d>,
    reading: Reading,
    (whole_words, whole): (Words<'d>, Reading),
) -> Result<(Words<'d>, Share), Trouble> {
    let (Some(part), Some(all)) = (count_set(&reading), count_set(&whole)) else {
        return Err(other_quantity(&words));
    };
    let half = Rational::new(1, 2);
    let zero = Rational::from(0);
    let [lo, least] = [part.lo(), all.lo()].map(|end| (end - half).max(zero));
    let (Some(hi), Some(most)) = (part.hi(), all.hi()) else { return Err(other_quantity(&words)) };
    if least <= zero || part.lo() > most {
        return Err(other_quantity(&whole_words));
    }
    let hi = ((hi + half) / least).min(1.into());
    // No case at all is no rounded case.
    let lo = lo / (most + half);
    let hard = ReportingSet::new(lo, hi, false, false).map_err(|_| other_quantity(&whole_words))?;
    let text = format!("{} ÷ {}", words.text, whole_words.text);
    Ok((words, Share { text, reading, hard, soft: hard }))
}

fn count_set(reading: &Reading) -> Option<Extent> {
    match reading.quantity {
        Quantity::Count { set } => Some(set),
        _ => None,
    }
}

/// A share as it was rounded, which the digits of a table need not show.
fn as_rounded(text: &str, reading: Reading, unit: Option<Unit>, notation: Notation) -> Reading {
    if notation.half_points {
        let set = half_point(&reading).map(|set| Quantity::Share { hard: set, soft: set });
        return Reading { quantity: set.unwrap_or(reading.quantity), ..reading };
    }
    let whole = text.strip_suffix(".0").filter(|_| notation.padded_shares);
    whole.and_then(|whole| read(whole, None, unit).ok()).unwrap_or(reading)
}

/// The values that are rounded to the half point that a plain share in percent is,
/// if it is one.
fn half_point(reading: &Reading) -> Option<ReportingSet> {
    let Quantity::Share { hard, .. } = reading.quantity else { return None };
    let around = |value: Rational, reach: Rational| {
        let [lo, hi] = [(value - reach).max(0.into()), (value + reach).min(1.into())];
        ReportingSet::new(lo, hi, false, false).ok()
    };
    // At the ends the rounding interval is cut in half.
    let value = match (hard.lo(), hard.hi()) {
        (lo, _) if lo == 0.into() => lo,
        (_, hi) if hi == 1.into() => hi,
        (lo, hi) => (lo + hi) / 2,
    };
    let last_digit = Rational::new(1, 100 * 10_i128.pow(reading.decimals.into()));
    let is_plain = reading.kind == Kind::Exact && reading.hedge == Hedge::None;
    // A range such as "10-20 %" is not one figure that was rounded.
    let is_one = around(value, last_digit / 2) == Some(hard);
    let is_half = (value * 200).is_integer();
    (is_plain && is_one && is_half).then(|| around(value, Rational::new(1, 400)))?
}

fn share_sets(
    words: &Words<'_>,
    reading: &Reading,
) -> Result<(ReportingSet, ReportingSet), Trouble> {
    match reading.quantity {
        Quantity::Share { hard, soft } => Ok((hard, soft)),
        _ => Err(other_quantity(words)),
    }
}

/// The sum of two shares, which cannot exceed the whole.
fn add(words: &Words<'_>, one: ReportingSet, other: ReportingSet) -> Result<ReportingSet, Trouble> {
    let whole = ReportingSet::new(0.into(), 1.into(), false, false).ok();
    one.sum(&other).and_then(|sum| sum.intersect(&whole?)).ok_or_else(|| other_quantity(words))
}

/// Says that a figure is not of the kind that the finding calls it.
pub(super) fn other_quantity(words: &Words<'_>) -> Trouble {
    unreadable(&words.at, Problem::OtherQuantity { text: words.text.to_owned() })
}

/// Reads a period, if a place is given.
pub(super) fn period(document: &Document, place: Option<Place>) -> Result<Option<Period>, Trouble> {
    date(document, place, None)
}

/// Reads a date of a study, where the study may have declared how it writes them.
pub(super) fn date(
    document: &Document,
    place: Option<Place>,
    order: Option<DateOrder>,
) -> Result<Option<Period>, Trouble> {
    let read = |text: &str| Period::read(text, order);
    optional(document, place, read, |text| Problem::NotAPeriod { text })
}

/// Reads the dates of fieldwork, at one place or at two.
pub(super) fn fieldwork(
    document: &Document,
    said: &StudyRecord,
) -> Result<Option<Period>, Trouble> {
    let first = date(document, said.fieldwork, said.notation.dates)?;
    let last = date(document, said.fieldwork_end, said.notation.dates)?;
    let (Some(first), Some(last), Some(place)) = (first, last, said.fieldwork_end) else {
        return Ok(first);
    };
    let at = words_at(document, place)?.at;
    let backwards = || unreadable(&at, Problem::NotAPeriod { text: format!("{first}..{last}") });
    first.through(&last).map(Some).ok_or_else(backwards)
}

/// Reads a number of cases; no place means unknown.
pub(super) fn sample(
    document: &Document,
    place: Option<Place>,
    decimals: Option<DecimalSign>,
) -> Result<Sample, Trouble> {
    let read_size = |text: &str| match decimals {
        None => Sample::read(text),
        Some(sign) => Sample::read_decimal(text, sign),
    };
    let read = optional(document, place, read_size, |text| Problem::NotASize { text })?;
    if let Some((place, size)) = place.zip(read) {
        refuse_part(&words_at(document, place)?, &size, read_size)?;
    }
    Ok(read.unwrap_or_default())
}

/// Reads a range of ages, if a place is given.
pub(super) fn age(document: &Document, place: Option<Place>) -> Result<Option<AgeRange>, Trouble> {
    optional(document, place, |text| AgeRange::parse(text).ok(), |text| Problem::NotAnAge { text })
}

/// Reads a margin of error: `± 3 %`, `2.8 points`.
pub(super) fn margin(document: &Document, margin: &Margin) -> Result<StatedMargin, Trouble> {
    let words = words_at(document, margin.at)?;
    let bare = words.text.trim_start_matches(['±', '+', '-', '−', '/', ' ', '\u{a0}', '\u{202f}']);
    let set = match read(bare, None, None).map(|reading| reading.quantity) {
        Ok(Quantity::Share { hard, .. }) | Ok(Quantity::Points(hard)) => hard,
        _ => return Err(other_quantity(&words)),
    };
    let level = match margin.level {
        None => None,
        Some(place) => Some(share(document, &Figure::at(place), Notation::default())?.1.hard),
    };
    Ok(StatedMargin {
        margin: f64::midpoint(set.lo_f64(), set.hi_f64()),
        rounding: (set.hi_f64() - set.lo_f64()) / 2.0,
        level: level.map(|set| f64::midpoint(set.lo_f64(), set.hi_f64())),
        n: sample(document, margin.n, None)?,
    })
}

fn optional<T>(
    document: &Document,
    place: Option<Place>,
    read: impl Fn(&str) -> Option<T>,
    problem: impl Fn(String) -> Problem,
) -> Result<Option<T>, Trouble> {
    let Some(place) = place else { return Ok(None) };
    let words = words_at(document, place)?;
    match read(words.text) {
        Some(value) => Ok(Some(value)),
        None => Err(unreadable(&words.at, problem(words.text.to_owned()))),
    }
}

fn unreadable(at: &Location, problem: Problem) -> Trouble {
    Trouble { check: &checks::UNREADABLE_FIGURE, at: at.clone(), problem }
}
