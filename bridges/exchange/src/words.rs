//! Numbers in columns of texts: a program that reads CSV makes numbers of names that look like some.

use std::fmt::Write as _;

use gainsay_bulk::{
    Cell,
    columns::{COLUMNS, Kind},
};

use crate::{
    cell::{EXACT, Value, cell},
    read::at,
};

/// The values of a row, of each column by its place.
pub(crate) type Values<'a> = [Option<Value<'a>>; COLUMNS.len()];

/// The texts that stand for the numbers of a row; kept from row to row, for their room.
#[derive(Default)]
pub(crate) struct Words([String; COLUMNS.len()]);

impl Words {
    /// Writes the texts of the next row.
    ///
    /// A whole number is a name by its digits, also if it is held as a float. Of any other the
    /// digits that were read are lost: `2.10` and `2.1` are one number. A `figure` is read by its
    /// digits, as in CSV; between 0 and 1 nobody knows whether they are a fraction or percent, so
    /// such a number is no text where the row's share hangs on it.
    pub(crate) fn write(&mut self, values: &Values<'_>) {
        for (place, column) in COLUMNS.iter().enumerate() {
            let text = &mut self.0[place];
            text.clear();
            // Writing to a text cannot fail.
            let _ = match values[place] {
                Some(_) if column.kind != Kind::Text => Ok(()),
                Some(Value::Int(number)) => write!(text, "{number}"),
                #[expect(clippy::cast_possible_truncation, reason = "just compared")]
                Some(Value::Float(number)) if is_whole(number) => {
                    write!(text, "{}", number as i64)
                }
                Some(Value::Float(number))
                    if place == const { at("figure") } && number.is_finite() =>
                {
                    if is_needed(values) && number.abs() < 1.0 {
                        Ok(())
                    } else {
                        write!(text, "{number}")
                    }
                }
                _ => Ok(()),
            };
        }
    }

    /// The text of a column, if a number stands there that is one.
    pub(crate) fn of(&self, place: usize) -> Option<&str> {
        Some(self.0[place].as_str()).filter(|text| !text.is_empty())
    }
}

fn is_whole(number: f64) -> bool {
    number.fract() == 0.0 && number.abs() <= EXACT
}

/// Whether the share is read from the figure: its ends are empty, and the row is compared.
fn is_needed(values: &Values<'_>) -> bool {
    let is = |name: &str, cell_is: Cell<'_>| {
        let (place, column) = (at(name), &COLUMNS[at(name)]);
        values[place].is_some_and(|value| cell(value, column) == Ok(cell_is))
    };
    let is_empty = |name| values[at(name)].is_none() || is(name, Cell::Empty);
    is_empty("lo") && is_empty("hi") && !is("evidence", Cell::Bool(false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(columns: &[(&str, Value<'_>)], name: &str) -> Option<String> {
        let mut values = [None; COLUMNS.len()];
        for (name, value) in columns {
            values[at(name)] = Some(*value);
        }
        let mut words = Words::default();
        words.write(&values);
        words.of(at(name)).map(str::to_owned)
    }

    #[test]
    fn whole_numbers_are_names() {
        for value in [Value::Int(51), Value::Float(51.0)] {
            for name in ["claim", "study", "publisher", "figure"] {
                assert_eq!(written(&[(name, value)], name).as_deref(), Some("51"));
            }
            assert_eq!(written(&[("n", value)], "n"), None);
        }
        assert_eq!(written(&[("claim", Value::Float(-0.0))], "claim").as_deref(), Some("0"));
        for number in [1.5, 1e300, f64::INFINITY, f64::NAN] {
            assert_eq!(written(&[("claim", Value::Float(number))], "claim"), None, "{number}");
        }
        for value in [Value::Bool(true), Value::Day(3), Value::Null, Value::Text("a")] {
            assert_eq!(written(&[("claim", value)], "claim"), None, "{value:?}");
        }
    }

    #[test]
    fn a_figure_is_its_digits_unless_it_may_be_a_fraction() {
        let figure = |number| ("figure", Value::Float(number));
        assert_eq!(written(&[figure(51.5)], "figure").as_deref(), Some("51.5"));
        assert_eq!(written(&[figure(0.51)], "figure"), None);
        assert_eq!(written(&[figure(0.51), ("lo", Value::Null)], "figure"), None);
        assert_eq!(written(&[figure(f64::INFINITY)], "figure"), None);
        let ends = ("lo", Value::Float(0.505));
        assert_eq!(written(&[figure(0.51), ends], "figure").as_deref(), Some("0.51"));
        let not_compared = ("evidence", Value::Bool(false));
        assert_eq!(written(&[figure(0.51), not_compared], "figure").as_deref(), Some("0.51"));
    }

    #[test]
    fn a_row_forgets_the_one_before() {
        let mut values = [None; COLUMNS.len()];
        let mut words = Words::default();
        values[at("claim")] = Some(Value::Int(51));
        words.write(&values);
        assert_eq!(words.of(at("claim")), Some("51"));
        values[at("claim")] = Some(Value::Null);
        words.write(&values);
        assert_eq!(words.of(at("claim")), None);
    }
}
