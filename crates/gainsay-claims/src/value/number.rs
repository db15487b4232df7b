//! Decimal numbers as they are printed in English and in French.

use crate::lang::Lang;

/// The most digits that a printed number may have: every value that the
/// grammar computes from one then fits 128 bits.
pub(super) const MAX_DIGITS: usize = 15;

/// The most digits that a program prints of a number it computed.
const COMPUTED_DIGITS: usize = 17;

/// How many of those are kept: the last ones say how it was computed, and not what
/// the figure is (`29.599999999999998`).
const KEPT_DIGITS: usize = 12;

/// A printed number: `mantissa` times ten to the power of `exponent`, which is
/// the place of the last digit printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) mantissa: i128,
    pub(super) exponent: i32,
    /// Digits printed after the decimal sign.
    pub(super) decimals: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberError {
    Malformed,
    TooManyDigits,
}

impl Number {
    pub(super) fn whole(mantissa: u32) -> Self {
        Self { mantissa: mantissa.into(), exponent: 0, decimals: 0 }
    }

    /// Returns the number times a power of ten: `1.1` of a `billion`.
    pub(super) fn shifted(self, power: i32) -> Self {
        Self { exponent: self.exponent + power, ..self }
    }

    /// Returns the number if it is a whole one that was printed as such.
    pub(super) fn as_u32(self) -> Option<u32> {
        let plain = self.exponent == 0 && self.decimals == 0;
        u32::try_from(self.mantissa).ok().filter(|_| plain)
    }
}

/// Reads digits with their separators.
///
/// A comma or point before exactly three digits groups thousands in the
/// language that writes it so (`1,050` in English, `1.050` in French); else it
/// is the decimal sign, whatever the language, as no other reading is left.
/// Decimals beyond the digits that are kept are rounded off.
pub(super) fn parse(printed: &str, lang: Lang) -> Result<Number, NumberError> {
    let text: String = printed.chars().filter(|sign| !sign.is_whitespace()).collect();
    let spaced = text.len() < printed.len();
    let (whole, decimals) = match decimal_sign(&text, spaced, lang)? {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text.as_str(), ""),
    };
    let digits: String =
        whole.chars().chain(decimals.chars()).filter(char::is_ascii_digit).collect();
    let places = u8::try_from(decimals.len()).map_err(|_| NumberError::TooManyDigits)?;
    let surplus = surplus(digits.trim_start_matches('0').len(), places);
    let places = surplus.and_then(|surplus| places.checked_sub(surplus));
    let (Some(places), Some(surplus)) = (places, surplus) else {
        return Err(NumberError::TooManyDigits);
    };
    let (kept, rest) = digits.split_at(digits.len() - usize::from(surplus));
    let kept: i128 = format!("0{kept}").parse().map_err(|_| NumberError::Malformed)?;
    let mantissa = if rest >= "5" { kept + 1 } else { kept };
    Ok(Number { mantissa, exponent: -i32::from(places), decimals: places })
}

/// How many decimals are too many, unless nobody prints so many digits at all.
fn surplus(significant: usize, places: u8) -> Option<u8> {
    let beyond = usize::from(places).saturating_sub(MAX_DIGITS);
    if significant <= MAX_DIGITS && beyond == 0 {
        return Some(0);
    }
    let is_computed = (KEPT_DIGITS + 1..=COMPUTED_DIGITS).contains(&significant);
    let surplus = is_computed.then(|| beyond.max(significant - KEPT_DIGITS))?;
    u8::try_from(surplus).ok()
}

/// Returns the place of the decimal sign, if the number has one.
fn decimal_sign(text: &str, spaced: bool, lang: Lang) -> Result<Option<usize>, NumberError> {
    let Some(last) = text.rfind(['.', ',']) else {
        return Ok(None);
    };
    let (whole, sign) = (&text[..last], if text[last..].starts_with('.') { '.' } else { ',' });
    if whole.contains(['.', ',']) {
        let repeated = whole.contains(sign);
        let groups = if repeated { text } else { whole };
        let separator = if repeated == (sign == '.') { '.' } else { ',' };
        return match is_grouped(groups, separator) && !spaced {
            true if repeated => Ok(None),
            true => Ok(Some(last)),
            false => Err(NumberError::Malformed),
        };
    }
    let thousands = match lang {
        Lang::En => ',',
        Lang::Fr => '.',
    };
    let groups = sign == thousands && !spaced && is_grouped(text, sign);
    Ok(if groups { None } else { Some(last) })
}

/// Tells whether `separator` parts the digits as 1 to 3, then always 3.
fn is_grouped(text: &str, separator: char) -> bool {
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = text.split(separator);
    let leads = groups.next().is_some_and(|group| {
        (1..=3).contains(&group.len()) && is_digits(group) && !group.starts_with('0')
    });
    leads && groups.all(|group| group.len() == 3 && is_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(printed: &str, lang: Lang, expected: Option<(i128, u8)>) {
        let number = parse(printed, lang).ok();
        assert_eq!(number.map(|number| (number.mantissa, number.decimals)), expected, "{printed}");
    }

    #[test]
    fn three_digits_after_a_separator_depend_on_the_language() {
        check("1,050", Lang::En, Some((1050, 0)));
        check("1,050", Lang::Fr, Some((1050, 3)));
        check("16.000", Lang::Fr, Some((16000, 0)));
        check("16.000", Lang::En, Some((16000, 3)));
    }

    #[test]
    fn other_separators_do_not() {
        for lang in [Lang::En, Lang::Fr] {
            check("0,25", lang, Some((25, 2)));
            check("0.125", lang, Some((125, 3)));
            check(".17", lang, Some((17, 2)));
            check("1,234,567", lang, Some((1_234_567, 0)));
            check("1.234,5", lang, Some((12345, 1)));
            check("1,234.5", lang, Some((12345, 1)));
            check("1 234,5", lang, Some((12345, 1)));
            check("12.5.3", lang, None);
            check("1,23,456", lang, None);
            check("1 234,567.8", lang, None);
        }
    }

    #[test]
    fn what_a_program_computed_is_rounded() {
        check("29.599999999999998", Lang::En, Some((296_000_000_000, 10)));
        check("0,37037037037037035", Lang::Fr, Some((370_370_370_370, 12)));
        check("0.037037037037037035", Lang::En, Some((370_370_370_370, 13)));
        check("100.00000000000001", Lang::En, Some((100_000_000_000, 9)));
        check("0.0714285714285714", Lang::En, Some((714_285_714_286, 13)));
        // As many digits as are kept of others are kept here, too.
        check("1.23456789012345", Lang::En, Some((123_456_789_012_345, 14)));
    }

    #[test]
    fn digits_are_capped() {
        assert!(parse("123456789012345", Lang::En).is_ok());
        assert_eq!(parse("1234567890123456", Lang::En), Err(NumberError::TooManyDigits));
        assert_eq!(parse("0.0000000000000001", Lang::En), Err(NumberError::TooManyDigits));
        assert_eq!(parse("12345678901234.56", Lang::En), Err(NumberError::TooManyDigits));
        assert_eq!(parse("0.123456789012345678", Lang::En), Err(NumberError::TooManyDigits));
        assert_eq!(
            parse(&format!("0.{}", "0".repeat(300)), Lang::En),
            Err(NumberError::TooManyDigits)
        );
    }
}
