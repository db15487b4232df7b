//! Currencies by their ISO 4217 code.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A currency, named by its ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency(
    // Invariant: three ASCII capitals.
    [u8; 3],
);

/// A text that is not the form of an ISO 4217 code.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a currency code of three capitals")]
pub struct CurrencyError(String);

impl Currency {
    /// The US dollar; a `$` without a country is read as this one.
    pub const USD: Self = Self(*b"USD");
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");
    /// The pound sterling.
    pub const GBP: Self = Self(*b"GBP");
    /// The yen; a `¥` without a country is read as this one.
    pub const JPY: Self = Self(*b"JPY");
    /// The Swiss franc.
    pub const CHF: Self = Self(*b"CHF");
    /// The Canadian dollar.
    pub const CAD: Self = Self(*b"CAD");
    /// The Australian dollar.
    pub const AUD: Self = Self(*b"AUD");

    /// Returns the code.
    #[must_use]
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(code) if code.iter().all(u8::is_ascii_uppercase) => Ok(Self(code)),
            _ => Err(CurrencyError(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = CurrencyError;

    fn try_from(text: String) -> Result<Self, CurrencyError> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_three_capitals() {
        assert_eq!("EUR".parse(), Ok(Currency::EUR));
        for wrong in ["eur", "EU", "EURO", "€", ""] {
            assert!(wrong.parse::<Currency>().is_err(), "{wrong}");
        }
    }
}
