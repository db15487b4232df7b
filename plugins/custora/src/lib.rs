//! Custora: the share of new customers and their lifetime value by channel.

use gainsay_plugin::value::Unit;
use gainsay_plugin::wire::{Figure, Finding, Says};
use gainsay_plugin::{
    Document, Entry, Shape, Sink, Source, SourceError, export_source, match_entries,
};

const CHANNELS: &[Shape] = &[
    channel("Organic search", "organic-search", &[("channel", "organic-search"), ATTRIBUTION]),
    channel("CPC", "paid-search", &[("channel", "paid-search"), ATTRIBUTION]),
    channel("Email", "email", &[("channel", "email"), ATTRIBUTION]),
    channel("Facebook", "facebook", &[("channel", "facebook"), ATTRIBUTION]),
    channel("Twitter", "twitter", &[("channel", "twitter"), ATTRIBUTION]),
];

const ATTRIBUTION: (&str, &str) = ("attribution", "tagged-link");

const RETAILERS: Shape = Shape {
    id: "retailers",
    concept: "cases-studied",
    facets: &[("case", "retailers")],
    ..Shape::NONE
};

const fn channel(
    words: &'static str,
    id: &'static str,
    facets: &'static [(&'static str, &'static str)],
) -> Shape {
    Shape { words, id, concept: "acquired-via", facets, ..Shape::NONE }
}

/// The Custora source.
#[derive(Default)]
pub struct Custora;

impl Source for Custora {
    const ID: &'static str = "custora";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_entries(document, sink, |entry| {
            let finding = match entry.part.caption() {
                "New customers and their lifetime value" => by_channel(entry),
                "Growth of email" => growth(entry),
                "Retailers covered" => Some(retailers(entry)),
                _ => None,
            };
            finding.map(|finding| vec![finding])
        })
    }
}

export_source!(Custora);

fn by_channel(entry: &Entry<'_>) -> Option<Finding> {
    let shape = entry.shape(CHANNELS)?;
    match entry.cell.column {
        "% of new customers" => Some(entry.finding(shape)),
        "value against the average, %" => Some(value(entry, shape, "value")),
        "value on another page, %" => Some(value(entry, shape, "value-elsewhere")),
        _ => None,
    }
}

/// The lifetime value of a channel's customers, as a change against the average.
fn value(entry: &Entry<'_>, shape: &Shape, prefix: &str) -> Finding {
    let finding = entry.finding(&Shape { concept: "customer-lifetime-value", ..*shape });
    let id = finding.id.replace(shape.id, &format!("{prefix}-{}", shape.id));
    let says = Says::Change(Figure::in_unit(entry.cell.at, Unit::PercentChange));
    let note = Some("against the average customer".to_owned());
    Finding { id, says, note, ..finding }
}

fn growth(entry: &Entry<'_>) -> Option<Finding> {
    let finding = entry.finding(entry.shape(CHANNELS)?);
    let (suffix, says) = match entry.cell.column {
        year @ ("2009" | "2013") => {
            let id = format!("{}-{year}", finding.id);
            return Some(Finding {
                id,
                period: entry.part.heading(year).map(|cell| cell.at),
                ..finding
            });
        }
        "in words" => ("growth", Says::Change(Figure::at(entry.cell.at))),
        "upswing" => ("upswing", Says::Change(Figure::in_unit(entry.cell.at, Unit::PercentChange))),
        _ => return None,
    };
    let note = Some("2009 to 2013".to_owned());
    Some(Finding { id: format!("{}-{suffix}", finding.id), says, note, ..finding })
}

fn retailers(entry: &Entry<'_>) -> Finding {
    Finding { says: Says::Count(Figure::at(entry.cell.at)), ..entry.finding(&RETAILERS) }
}

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const DOCUMENT: &str =
        include_str!("../../../data/brands-on-social-media/sources/custora/2013.csv");

    #[test]
    fn reads_shares_values_and_growth() {
        let document = document("custora", "sources/custora/2013.csv", DOCUMENT);
        let read = Reading::of::<Custora>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.figure(&document, "2013/facebook"), ".17");
        assert_eq!(read.figure(&document, "2013/twitter"), "< .01");
        assert_eq!(read.figure(&document, "2013/value-twitter"), "-23");
        assert_eq!(read.figure(&document, "2013/email-growth"), "quadrupled");
        let before = read.finding("2013/email-2009").unwrap();
        assert_eq!(document.words(before.period.unwrap()), "2009");
    }

    #[test]
    fn refuses_a_column_it_does_not_know() {
        let text = DOCUMENT.replace("in words", "in colours");
        let read = Reading::of::<Custora>(&document("custora", "sources/custora/2013.csv", &text));
        assert!(read.diagnostics[0].what.message.contains("in colours"));
    }
}
