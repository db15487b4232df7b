//! A column of Arrow, whatever type a program gave it.

use arrow_array::{
    Array, ArrowPrimitiveType, BooleanArray, PrimitiveArray,
    cast::AsArray,
    types::{
        Date32Type, Date64Type, Float32Type, Float64Type, Int8Type, Int16Type, Int32Type,
        Int64Type, TimestampMicrosecondType, TimestampMillisecondType, TimestampNanosecondType,
        TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
    },
};
use arrow_schema::{DataType, TimeUnit};

use crate::cell::Value;

const DAY_IN_SECONDS: i64 = 86_400;

/// A column whose values can be told.
pub(crate) struct Column<'a> {
    array: &'a dyn Array,
    get: Get<'a>,
}

enum Get<'a> {
    Empty,
    Text(Box<dyn Fn(usize) -> &'a str + 'a>),
    Bool(&'a BooleanArray),
    Int(Box<dyn Fn(usize) -> i128 + 'a>),
    Float(Box<dyn Fn(usize) -> f64 + 'a>),
    Day(Box<dyn Fn(usize) -> i64 + 'a>),
    /// The distinct values, and which of them stands in each row.
    Coded(Box<Column<'a>>, Vec<usize>),
}

impl<'a> Column<'a> {
    /// A column; none where values of its type mean nothing here.
    pub(crate) fn new(array: &'a dyn Array) -> Option<Self> {
        Some(Self { array, get: get(array)? })
    }

    /// The value in a row.
    pub(crate) fn value(&self, row: usize) -> Value<'a> {
        if self.array.is_null(row) {
            return Value::Null;
        }
        match &self.get {
            Get::Empty => Value::Null,
            Get::Text(text) => Value::Text(text(row)),
            Get::Bool(array) => Value::Bool(array.value(row)),
            Get::Int(number) => Value::Int(number(row)),
            Get::Float(number) => Value::Float(number(row)),
            Get::Day(days) => Value::Day(days(row)),
            Get::Coded(values, keys) => values.value(keys[row]),
        }
    }
}

fn get(array: &dyn Array) -> Option<Get<'_>> {
    Some(match array.data_type() {
        DataType::Null => Get::Empty,
        DataType::Utf8 => {
            let texts = array.as_string::<i32>();
            Get::Text(Box::new(|row| texts.value(row)))
        }
        DataType::LargeUtf8 => {
            let texts = array.as_string::<i64>();
            Get::Text(Box::new(|row| texts.value(row)))
        }
        DataType::Utf8View => {
            let texts = array.as_string_view();
            Get::Text(Box::new(|row| texts.value(row)))
        }
        DataType::Boolean => Get::Bool(array.as_boolean()),
        DataType::Float32 => {
            let numbers = array.as_primitive::<Float32Type>();
            Get::Float(Box::new(|row| numbers.value(row).into()))
        }
        DataType::Float64 => {
            let numbers = array.as_primitive::<Float64Type>();
            Get::Float(Box::new(|row| numbers.value(row)))
        }
        DataType::Dictionary(_, _) => {
            let coded = array.as_any_dictionary();
            let values = Column::new(coded.values().as_ref())?;
            // Without values there is nothing to normalize to, and every row is null.
            if coded.values().is_empty() {
                return Some(Get::Empty);
            }
            Get::Coded(Box::new(values), coded.normalized_keys())
        }
        _ => return whole(array).or_else(|| day(array)),
    })
}

fn whole(array: &dyn Array) -> Option<Get<'_>> {
    fn of<T: ArrowPrimitiveType>(array: &PrimitiveArray<T>) -> Get<'_>
    where
        T::Native: Into<i128>,
    {
        Get::Int(Box::new(|row| array.value(row).into()))
    }
    Some(match array.data_type() {
        DataType::Int8 => of(array.as_primitive::<Int8Type>()),
        DataType::Int16 => of(array.as_primitive::<Int16Type>()),
        DataType::Int32 => of(array.as_primitive::<Int32Type>()),
        DataType::Int64 => of(array.as_primitive::<Int64Type>()),
        DataType::UInt8 => of(array.as_primitive::<UInt8Type>()),
        DataType::UInt16 => of(array.as_primitive::<UInt16Type>()),
        DataType::UInt32 => of(array.as_primitive::<UInt32Type>()),
        DataType::UInt64 => of(array.as_primitive::<UInt64Type>()),
        _ => return None,
    })
}

/// Days; of a moment the day on its own clock, or in UTC if it is of a time zone.
fn day(array: &dyn Array) -> Option<Get<'_>> {
    fn of<T: ArrowPrimitiveType<Native = i64>>(array: &PrimitiveArray<T>, in_day: i64) -> Get<'_> {
        Get::Day(Box::new(move |row| array.value(row).div_euclid(in_day)))
    }
    Some(match array.data_type() {
        DataType::Date32 => {
            let days = array.as_primitive::<Date32Type>();
            Get::Day(Box::new(|row| days.value(row).into()))
        }
        DataType::Date64 => of(array.as_primitive::<Date64Type>(), DAY_IN_SECONDS * 1000),
        DataType::Timestamp(unit, _) => match unit {
            TimeUnit::Second => of(array.as_primitive::<TimestampSecondType>(), DAY_IN_SECONDS),
            TimeUnit::Millisecond => {
                of(array.as_primitive::<TimestampMillisecondType>(), DAY_IN_SECONDS * 1000)
            }
            TimeUnit::Microsecond => {
                of(array.as_primitive::<TimestampMicrosecondType>(), DAY_IN_SECONDS * 1_000_000)
            }
            TimeUnit::Nanosecond => {
                of(array.as_primitive::<TimestampNanosecondType>(), DAY_IN_SECONDS * 1_000_000_000)
            }
        },
        _ => return None,
    })
}
