//! The output of `gainsay read`.

use gainsay_claims::value::{Quantity, Reading};
use schemars::JsonSchema;
use serde::Serialize;

use super::{parts::Set, text};

/// What `gainsay read --output-format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Read {
    /// `gainsay/read/1`.
    schema: &'static str,
    text: String,
    quantity: QuantityKind,
    /// The lower end of what the words mean: fractions of the base for a share
    /// or a change in points, ratios for other changes.
    lo: f64,
    /// The upper end; absent when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    hi: Option<f64>,
    /// Whether the lower end is not part of it.
    lo_open: bool,
    /// Whether the upper end is not part of it.
    hi_open: bool,
    /// What a reader likely takes a share for.
    #[serde(skip_serializing_if = "Option::is_none")]
    soft: Option<Set>,
    /// ISO 4217 code of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    currency: Option<String>,
    hedge: &'static str,
    kind: &'static str,
    /// Digits after the decimal sign.
    decimals: u8,
    /// Whether the words exaggerate by habit and are no evidence.
    rhetorical: bool,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum QuantityKind {
    Share,
    Points,
    PercentChange,
    Factor,
    Count,
    Money,
    Rank,
}

/// Writes how a text was read.
pub fn read(source: &str, reading: &Reading) -> String {
    let set = Ends::of(&reading.quantity);
    text(&Read {
        schema: "gainsay/read/1",
        text: source.to_owned(),
        quantity: quantity(&reading.quantity),
        lo: set.lo,
        hi: set.hi,
        lo_open: set.lo_open,
        hi_open: set.hi_open,
        soft: match &reading.quantity {
            Quantity::Share { soft, .. } => Some((*soft).into()),
            _ => None,
        },
        currency: match &reading.quantity {
            Quantity::Money { currency, .. } => Some(currency.to_string()),
            _ => None,
        },
        hedge: reading.hedge.name(),
        kind: reading.kind.name(),
        decimals: reading.decimals,
        rhetorical: reading.rhetorical,
    })
}

struct Ends {
    lo: f64,
    hi: Option<f64>,
    lo_open: bool,
    hi_open: bool,
}

impl Ends {
    fn of(quantity: &Quantity) -> Self {
        let set = match quantity {
            Quantity::Share { hard, .. } => (*hard).into(),
            Quantity::Points(set) => (*set).into(),
            Quantity::PercentChange(set) | Quantity::Factor(set) => *set,
            Quantity::Count { set } | Quantity::Money { set, .. } => *set,
            Quantity::Rank(place) => {
                return Self {
                    lo: f64::from(*place),
                    hi: Some(f64::from(*place)),
                    lo_open: false,
                    hi_open: false,
                };
            }
        };
        Self { lo: set.lo_f64(), hi: set.hi_f64(), lo_open: set.lo_open(), hi_open: set.hi_open() }
    }
}

fn quantity(quantity: &Quantity) -> QuantityKind {
    match quantity {
        Quantity::Share { .. } => QuantityKind::Share,
        Quantity::Points(_) => QuantityKind::Points,
        Quantity::PercentChange(_) => QuantityKind::PercentChange,
        Quantity::Factor(_) => QuantityKind::Factor,
        Quantity::Count { .. } => QuantityKind::Count,
        Quantity::Money { .. } => QuantityKind::Money,
        Quantity::Rank(_) => QuantityKind::Rank,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::word;

    #[test]
    fn a_quantity_has_one_name() {
        for text in ["28 %", "+3 points", "+54 %", "quadrupled", "300", "3 €", "first"] {
            let read = gainsay_claims::value::read(text, None, None).expect(text).quantity;
            assert_eq!(word(&quantity(&read)), read.name(), "{text}");
        }
    }
}
