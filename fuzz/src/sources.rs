//! The readers of documents, one for each plugin.

use gainsay_claims::{document::PlaceError, wire::Place};
use gainsay_plugin::{Document, Handed, Input, Kind, Source, collect};
use serde_json::Value;

use crate::text;

/// Reads a document; returns the batches of records that were emitted.
type Read = fn(&Document) -> Vec<Value>;

const READERS: &[(&str, Read)] = &[
    ("adobe", read::<gainsay_source_adobe::Adobe>),
    ("altimeter", read::<gainsay_source_altimeter::Altimeter>),
    ("articles", read::<gainsay_source_articles::Articles>),
    ("concentric", read::<gainsay_source_concentric::Concentric>),
    ("custora", read::<gainsay_source_custora::Custora>),
    ("deloitte", read::<gainsay_source_deloitte::Deloitte>),
    ("exacttarget", read::<gainsay_source_exacttarget::ExactTarget>),
    ("fivethirtyeight", read::<gainsay_source_fivethirtyeight::FiveThirtyEight>),
    ("forrester", read::<gainsay_source_forrester::Forrester>),
    ("gallup", read::<gainsay_source_gallup::Gallup>),
    ("ibm", read::<gainsay_source_ibm::Ibm>),
    ("kentico", read::<gainsay_source_kentico::Kentico>),
    ("l2", read::<gainsay_source_l2::L2>),
    ("market-force", read::<gainsay_source_market_force::MarketForce>),
    ("nsppolls", read::<gainsay_source_nsppolls::NspPolls>),
    ("pitney-bowes", read::<gainsay_source_pitney_bowes::PitneyBowes>),
    ("pwc", read::<gainsay_source_pwc::Pwc>),
    ("socialnomics", read::<gainsay_source_socialnomics::Socialnomics>),
    ("sprout-social", read::<gainsay_source_sprout_social::SproutSocial>),
    ("swedish-polls", read::<gainsay_source_swedish_polls::SwedishPolls>),
    ("transcript", read::<gainsay_source_transcript::Transcript>),
    ("yougov", read::<gainsay_source_yougov::YouGov>),
];

/// Reads a document, before which a line names the plugin and the file: `kentico/2014.txt`.
/// Every place that is named must be in the document.
pub fn source(data: &[u8]) {
    let text = text(data);
    let Some((name, text)) = text.split_once('\n') else { return };
    let Some((plugin, _)) = name.split_once('/') else { return };
    let Some((_, read)) = READERS.iter().find(|(one, _)| *one == plugin) else { return };
    // What is no document for the core is none for the plugin.
    let Ok(handed) = Handed::of(name, text.into()) else { return };
    let batches = read(&handed.for_plugin(plugin));
    let document = handed.into_core();
    for place in batches.iter().flat_map(places) {
        match document.words(place) {
            Ok(_) | Err(PlaceError::CutsFigure) => {}
            Err(error) => panic!("{place:?} is no place of the document: {error:?}"),
        }
    }
}

fn read<S: Source>(document: &Document) -> Vec<Value> {
    let mut batches = Vec::new();
    let input = Input::new(S::ID, vec![document.clone()]);
    collect(&S::default(), &input, &mut |kind, bytes| {
        let batch: Value = serde_json::from_slice(bytes).expect("what is emitted is JSON");
        if kind == Kind::Records {
            batches.push(batch);
        }
        Ok(())
    })
    .expect("nothing asks to stop");
    batches
}

/// Every place in a record: what has a span or a cell, and nothing else.
fn places(value: &Value) -> Vec<Place> {
    match value {
        Value::Array(values) => values.iter().flat_map(places).collect(),
        Value::Object(fields) => {
            let is_place = fields.keys().all(|key| key == "span" || key == "cell");
            match serde_json::from_value(value.clone()) {
                Ok(place) if is_place && !fields.is_empty() => vec![place],
                _ => fields.values().flat_map(places).collect(),
            }
        }
        _ => Vec::new(),
    }
}
