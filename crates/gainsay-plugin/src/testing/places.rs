//! The places that a record points to, whatever field they stand in.

use gainsay_claims::wire::Place;
use serde::Serialize;
use serde_json::Value;

/// Every place in a record. It goes by the form of a place on the wire, so that
/// a field that a later schema adds is not forgotten here.
pub(super) fn places(record: &impl Serialize) -> Vec<Place> {
    let mut found = Vec::new();
    let value = serde_json::to_value(record).expect("records hold strings and places only");
    collect(&value, &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<Place>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => {
            let place = fields.keys().all(|key| key == "span" || key == "cell");
            match serde_json::from_value::<Place>(value.clone()) {
                Ok(one) if place && !fields.is_empty() => found.push(one),
                _ => fields.values().for_each(|value| collect(value, found)),
            }
        }
        _ => {}
    }
}
