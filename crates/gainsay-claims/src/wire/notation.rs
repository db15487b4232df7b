use serde::{Deserialize, Serialize};

use crate::value::ValueError;

/// How a document writes what reads in more than one way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Notation {
    /// Day and month in dates of digits and slashes, `6/28/2019`. Absent: such
    /// dates are not read, because none of both orders is more likely.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    /// The sign before the decimals of a number of cases, or of a count that is divided
    /// by one. Absent: there are no decimals, and `541.968` is 541 968 cases. Where
    /// there are, `1.500` is refused: it is hardly one person and a half.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<DecimalSign>,
    /// Whether the program that wrote the table added `.0` to every whole share:
    /// then `16.0` is 16, rounded to whole percent, and says no more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub padded_shares: bool,
    /// Whether the shares were rounded to half points: then `16.0` and `16` are
    /// 15.75 to 16.25 percent, and `16.5` is 16.25 to 16.75, whatever `padded_shares`
    /// says. Shares between two half points are as exact as they are written.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub half_points: bool,
}

/// In which order a date of digits gives its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// `28/6/2019`.
    DayMonthYear,
    /// `6/28/2019`.
    MonthDayYear,
}

/// What stands before the decimals of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecimalSign {
    /// `541.968`.
    Point,
    /// `541,968`.
    Comma,
}

impl DecimalSign {
    /// The digits before and behind the sign, if a text is a number that is written so.
    ///
    /// # Errors
    ///
    /// When it is a digit, the sign and three digits: `1.500` may be thousands all the same.
    pub(crate) fn part(self, text: &str) -> Result<Option<(&str, &str)>, ValueError> {
        let is_digits =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let parts = text.trim().split_once(self.sign());
        let parts = parts.filter(|(whole, decimals)| is_digits(whole) && is_digits(decimals));
        match parts {
            Some((whole, decimals)) if whole.len() == 1 && whole != "0" && decimals.len() == 3 => {
                Err(ValueError::AmbiguousLanguage { at: 0 })
            }
            parts => Ok(parts),
        }
    }

    /// The sign itself.
    pub(crate) fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }
}

impl Notation {
    /// Whether nothing is declared.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}
