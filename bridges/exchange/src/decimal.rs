//! Decimal numbers: exact where they are whole, else the nearest double.

use arrow_array::{
    Array, PrimitiveArray,
    cast::AsArray,
    types::{Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, DecimalType},
};
use arrow_schema::DataType;

use crate::cell::Value;

/// Tells the values of a column of decimal numbers, if it is one.
pub(crate) fn decimals<'a>(array: &'a dyn Array) -> Option<Box<dyn Fn(usize) -> Value<'a> + 'a>> {
    fn of<'a, T: DecimalType>(
        array: &'a PrimitiveArray<T>,
    ) -> Box<dyn Fn(usize) -> Value<'a> + 'a> {
        Box::new(|row| number(&array.value_as_string(row)))
    }
    Some(match array.data_type() {
        DataType::Decimal32(_, _) => of(array.as_primitive::<Decimal32Type>()),
        DataType::Decimal64(_, _) => of(array.as_primitive::<Decimal64Type>()),
        DataType::Decimal128(_, _) => of(array.as_primitive::<Decimal128Type>()),
        DataType::Decimal256(_, _) => of(array.as_primitive::<Decimal256Type>()),
        _ => return None,
    })
}

/// Reads the digits: dividing by a power of ten instead would round twice.
fn number(digits: &str) -> Value<'static> {
    let (whole, after) = digits.split_once('.').unwrap_or((digits, ""));
    let is_whole = after.bytes().all(|digit| digit == b'0');
    match whole.parse() {
        Ok(number) if is_whole => Value::Int(number),
        _ => Value::Float(digits.parse().unwrap_or(f64::NAN)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_ones_are_exact_and_others_the_nearest_double() {
        assert_eq!(number("900"), Value::Int(900));
        assert_eq!(number("900.00"), Value::Int(900));
        assert_eq!(number("-3"), Value::Int(-3));
        assert_eq!(number("18446744073709551615.0"), Value::Int(u64::MAX.into()));
        assert_eq!(number("0.2000"), Value::Float(0.2));
        assert_eq!(number("-0.5"), Value::Float(-0.5));
        assert_eq!(number("0.123456789012345678"), Value::Float(0.123_456_789_012_345_68));
        let more_than_fits = format!("1{}", "0".repeat(60));
        assert_eq!(number(&more_than_fits), Value::Float(1e60));
    }
}
