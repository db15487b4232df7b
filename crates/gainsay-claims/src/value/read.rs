//! The entry points: read a whole text, or the figure that a text begins with.

use super::error::ValueError;
use super::grammar::Grammar;
use super::plain;
use super::reading::{Quantity, Reading, Unit};
use super::token::{token, tokens};
use super::vocabulary;
use crate::lang::Lang;

/// Reads a text that is one figure and nothing else, but space around it.
///
/// `unit` says how a number without a unit is to be read (else it is a count),
/// and refuses a text that names another unit.
///
/// Without a language, English and French are both tried and the reading that
/// goes further is taken. So `1,050` and `1.050` are both the count 1050: three
/// digits behind one separator are thousands, as a count has no decimals.
///
/// # Errors
/// A [`ValueError`] that says what was not understood, and where. Among them,
/// without a language, [`ValueError::AmbiguousLanguage`] where both read the same
/// text as different values (`3 billion`, `+1,050 %`); money with the currency
/// before the amount is taken as English.
pub fn read(text: &str, lang: Option<Lang>, unit: Option<Unit>) -> Result<Reading, ValueError> {
    plain::read(text, unit).unwrap_or_else(|| read_by_grammar(text, lang, unit))
}

/// The same for every text, be it as plain as it may.
pub(super) fn read_by_grammar(
    text: &str,
    lang: Option<Lang>,
    unit: Option<Unit>,
) -> Result<Reading, ValueError> {
    let (reading, end) = read_prefix(text, lang, unit)?;
    let rest = text[end..].trim();
    if rest.is_empty() {
        return Ok(reading);
    }
    let at = text.len() - text[end..].trim_start().len();
    Err(ValueError::TrailingText { at, found: first_word(rest) })
}

/// Reads the longest figure that a text begins with, and returns how many bytes
/// of the text it takes.
///
/// # Errors
/// Like [`read`], but for what follows the figure.
pub fn read_prefix(
    text: &str,
    lang: Option<Lang>,
    unit: Option<Unit>,
) -> Result<(Reading, usize), ValueError> {
    if let Some(lang) = lang {
        return Grammar::new(text, lang, unit).figure();
    }
    let english = Grammar::new(text, Lang::En, unit).figure();
    let french = Grammar::new(text, Lang::Fr, unit).figure();
    match (english, french) {
        (Ok(english), Ok(french)) => further(text, english, french),
        (Ok(only), Err(_)) | (Err(_), Ok(only)) => Ok(only),
        (Err(english), Err(french)) if english.offset() < french.offset() => Err(french),
        (Err(english), Err(_)) => Err(english),
    }
}

/// How many words are looked at before a figure is tried.
const FORESIGHT: usize = 8;

/// Tells whether a figure may begin with the first word of a text. Most words begin
/// none, and to know this costs less than to try.
#[must_use]
pub fn may_begin(text: &str, lang: Lang) -> bool {
    token(text, 0).is_some_and(|first| vocabulary::may_lead(lang, &first))
        && vocabulary::starts(lang, &tokens(text, FORESIGHT))
}

/// Chooses between the readings of two languages.
fn further(
    text: &str,
    english: (Reading, usize),
    french: (Reading, usize),
) -> Result<(Reading, usize), ValueError> {
    let (en_end, fr_end) = (english.1, french.1);
    if en_end != fr_end {
        return Ok(if en_end > fr_end { english } else { french });
    }
    let is_money = matches!(english.0.quantity, Quantity::Money { .. });
    if english == french || (is_money && begins_with_currency(text)) {
        return Ok(english);
    }
    let at = text.len() - text.trim_start().len();
    Err(ValueError::AmbiguousLanguage { at })
}

fn begins_with_currency(text: &str) -> bool {
    text.find(['$', '€', '£', '¥'])
        .zip(text.find(|sign: char| sign.is_ascii_digit()))
        .is_some_and(|(sign, digit)| sign < digit)
}

/// Returns the first word of a text, for a message.
pub(super) fn first_word(text: &str) -> String {
    text.split_whitespace().next().unwrap_or_default().chars().take(40).collect()
}
