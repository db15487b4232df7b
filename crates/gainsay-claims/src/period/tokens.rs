//! Cuts a text into the words, numbers and signs of a date.

use std::ops::Range;

use super::error::{PeriodError, PeriodReason};
use super::unit::{Season, Unit, YEARS};
use super::words;
use crate::fold::fold;
use crate::lang::Lang;

/// Smallest part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A number of one or two digits: a day, or which quarter.
    Number(i8),
    Year(i16),
    Month(i8),
    Quarter(i8),
    /// The word "quarter", whose number stands before it.
    QuarterWord,
    Season(Season),
    Edge(Edge),
    /// A date in the text form, such as `2013-03`.
    Unit(Unit),
    /// "to": everything between the two ends belongs to the period.
    Through,
    /// "and": the two must adjoin, unless "between" stands before them.
    And,
    Between,
    Filler,
}

/// Part of a year named without months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    Early,
    Mid,
    Late,
}

/// Token with its bytes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    pub(super) token: Token,
    pub(super) at: Range<usize>,
}

/// Cuts `text` into tokens; fillers are left out.
pub(super) fn tokens(text: &str, lang: Option<Lang>) -> Result<Vec<Placed>, PeriodError> {
    let mut found: Vec<Placed> = Vec::new();
    let mut from = 0;
    while let Some(first) = text[from..].chars().next() {
        let rest = &text[from..];
        let (token, length) = match first {
            '0'..='9' => iso(rest).map_or_else(|| number(rest, lang), Ok),
            letter if letter.is_alphabetic() => named(rest, lang),
            sign => sign_token(rest, sign, lang, found.last()),
        }
        .map_err(|length| unknown(text, from..from + length))?;
        let at = from..from + length;
        from = at.end;
        // « au printemps », « à l'automne »: what joins two ends elsewhere opens a date here.
        let opens = found.is_empty() && token == Token::Through && first.is_alphabetic();
        if token != Token::Filler && !opens {
            found.push(Placed { token, at });
        }
    }
    Ok(found)
}

/// A token with its length in bytes, or the length of what is none.
type Cut = Result<(Token, usize), usize>;

/// Reads a unit of the text form that is finer than a year.
fn iso(rest: &str) -> Option<(Token, usize)> {
    let year = digits(rest, 4).filter(|year| YEARS.contains(year))?;
    let fine = rest[4..].strip_prefix('-')?;
    let (unit, length) = match fine.chars().next()? {
        'Q' => (Unit::Quarter(year, small(&fine[1..], 1)?), 2),
        '0'..='9' => {
            let month = small(fine, 2)?;
            match fine[2..].strip_prefix('-').and_then(|day| small(day, 2)) {
                Some(day) => (Unit::Day(year, month, day), 5),
                None => (Unit::Month(year, month), 2),
            }
        }
        _ => {
            let word = &fine[..run(fine, char::is_alphabetic)];
            let season = Season::ALL.into_iter().find(|season| season.word() == word)?;
            (Unit::Season(year, season), word.len())
        }
    };
    let ends = !fine[length..].starts_with(char::is_alphanumeric);
    ends.then_some((Token::Unit(unit), "2013-".len() + length))
}

/// Reads a year, or a day with or without ordinal ending.
fn number(rest: &str, lang: Option<Lang>) -> Cut {
    let length = run(rest, |letter| letter.is_ascii_digit());
    let ending = run(&rest[length..], is_word);
    let whole = length + ending;
    if ending == 0
        && let Some(year) = digits(rest, 4).filter(|year| YEARS.contains(year))
    {
        return Ok((Token::Year(year), whole));
    }
    let ordinal = fold(&rest[length..whole]);
    if ending > 0 && !words::is_ordinal_ending(&ordinal, lang) {
        return Err(whole);
    }
    let number = small(rest, 1).or_else(|| small(rest, 2)).filter(|_| lang.is_some());
    number.map(|number| (Token::Number(number), whole)).ok_or(whole)
}

fn named(rest: &str, lang: Option<Lang>) -> Cut {
    let length = run(rest, is_word);
    words::word(&fold(&rest[..length]), lang).map(|token| (token, length)).ok_or(length)
}

fn sign_token(rest: &str, sign: char, lang: Option<Lang>, last: Option<&Placed>) -> Cut {
    if rest.starts_with("..") {
        return Ok((Token::Through, "..".len()));
    }
    if lang.is_none() {
        return Err(sign.len_utf8());
    }
    let after_edge = last.is_some_and(|last| matches!(last.token, Token::Edge(_)));
    let token = match sign {
        // The hyphen of "mid-2013".
        '-' if after_edge => Token::Filler,
        '-' | '\u{2010}'..='\u{2015}' => Token::Through,
        '/' | '&' => Token::And,
        '.' | ',' | '\'' | '’' => Token::Filler,
        space if space.is_whitespace() => Token::Filler,
        _ => return Err(sign.len_utf8()),
    };
    Ok((token, sign.len_utf8()))
}

/// Reads exactly `count` (at most 4) digits that no other digit follows.
fn digits(text: &str, count: usize) -> Option<i16> {
    let length = run(text, |letter| letter.is_ascii_digit());
    (length == count).then(|| text[..length].parse().ok())?
}

fn small(text: &str, count: usize) -> Option<i8> {
    digits(text, count).and_then(|number| i8::try_from(number).ok())
}

/// Returns how many bytes at the start of `text` fit.
fn run(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !fits(letter)).unwrap_or(text.len())
}

/// Letters, digits and the accents that a decomposed text writes after its letters.
fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter)
}

fn unknown(text: &str, at: Range<usize>) -> PeriodError {
    PeriodError { reason: PeriodReason::Unknown(text[at.clone()].to_owned()), at }
}
