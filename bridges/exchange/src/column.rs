//! A column of Arrow, whatever type a program gave it.

use arrow_array::{
    Array, ArrowPrimitiveType, BooleanArray, PrimitiveArray,
    cast::AsArray,
    types::{
        Date32Type, Date64Type, Float16Type, Float32Type, Float64Type, Int8Type, Int16Type,
        Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
        TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type,
        UInt64Type,
    },
};
use arrow_schema::{DataType, TimeUnit};

use crate::{cell::Value, decimal::decimals, zone::Clock};

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
    Decimal(Box<dyn Fn(usize) -> Value<'a> + 'a>),
    Day(Box<dyn Fn(usize) -> i64 + 'a>),
    /// The distinct values, and which of them stands in each row.
    Coded(Box<Column<'a>>, Vec<usize>),
}

impl<'a> Column<'a> {
    /// A column.
    ///
    /// # Errors
    /// What it holds, in words, where that means nothing here.
    pub(crate) fn new(array: &'a dyn Array) -> Result<Self, String> {
        Ok(Self { array, get: get(array)? })
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
            Get::Decimal(number) => number(row),
            Get::Day(days) => Value::Day(days(row)),
            Get::Coded(values, keys) => values.value(keys[row]),
        }
    }
}

fn get(array: &dyn Array) -> Result<Get<'_>, String> {
    Ok(match array.data_type() {
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
        DataType::Float16 => {
            let numbers = array.as_primitive::<Float16Type>();
            Get::Float(Box::new(|row| numbers.value(row).to_f64()))
        }
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
                return Ok(Get::Empty);
            }
            Get::Coded(Box::new(values), coded.normalized_keys())
        }
        _ => match whole(array).or_else(|| decimals(array).map(Get::Decimal)) {
            Some(numbers) => numbers,
            None => return day(array),
        },
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

/// Days; of a moment the day on its own clock, which is that of its time zone, if it has one.
fn day(array: &dyn Array) -> Result<Get<'_>, String> {
    fn of<T: ArrowPrimitiveType<Native = i64>>(
        array: &PrimitiveArray<T>,
        in_second: i64,
        clock: Option<Clock>,
    ) -> Get<'_> {
        let second = move |row| array.value(row).div_euclid(in_second);
        match clock {
            None => Get::Day(Box::new(move |row| second(row).div_euclid(DAY_IN_SECONDS))),
            Some(clock) => Get::Day(Box::new(move |row| clock.day(second(row)))),
        }
    }
    Ok(match array.data_type() {
        DataType::Date32 => {
            let days = array.as_primitive::<Date32Type>();
            Get::Day(Box::new(|row| days.value(row).into()))
        }
        DataType::Date64 => of(array.as_primitive::<Date64Type>(), 1000, None),
        DataType::Timestamp(unit, zone) => {
            let clock = clock(zone.as_deref())?;
            match unit {
                TimeUnit::Second => of(array.as_primitive::<TimestampSecondType>(), 1, clock),
                TimeUnit::Millisecond => {
                    of(array.as_primitive::<TimestampMillisecondType>(), 1000, clock)
                }
                TimeUnit::Microsecond => {
                    of(array.as_primitive::<TimestampMicrosecondType>(), 1_000_000, clock)
                }
                TimeUnit::Nanosecond => {
                    of(array.as_primitive::<TimestampNanosecondType>(), 1_000_000_000, clock)
                }
            }
        }
        other => return Err(format!("values of the type {other}")),
    })
}

/// The clock of a time zone, if one is named.
fn clock(zone: Option<&str>) -> Result<Option<Clock>, String> {
    let Some(name) = zone.filter(|name| !name.is_empty()) else { return Ok(None) };
    let unknown = || format!("moments in the time zone {name}, which is not known");
    Clock::of(name).map(Some).ok_or_else(unknown)
}
