//! New customers by channel, their value, and the growth of a channel.

use gainsay_plugin::wire::{Figure, FigureUnit, Finding, Says};
use gainsay_plugin::{Entry, Shape};

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

/// The share of a channel, or the value of its customers.
pub(crate) fn by_channel(entry: &Entry<'_>) -> Option<Finding> {
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
    let says = Says::Change(Figure::in_unit(entry.cell.at, FigureUnit::PercentChange));
    let note = Some("against the average customer".to_owned());
    Finding { id, says, note, ..finding }
}

/// How the share of a channel grew.
pub(crate) fn growth(entry: &Entry<'_>) -> Option<Finding> {
    let finding = entry.finding(entry.shape(CHANNELS)?);
    let (suffix, says) = match entry.cell.column {
        year @ ("2009" | "2013") => {
            let id = format!("{}-{year}", finding.id);
            let period = entry.part.heading(year).map(|cell| cell.at);
            return Some(Finding { id, period, ..finding });
        }
        "in words" => ("growth", Says::Change(Figure::at(entry.cell.at))),
        "upswing" => {
            ("upswing", Says::Change(Figure::in_unit(entry.cell.at, FigureUnit::PercentChange)))
        }
        _ => return None,
    };
    let year = |label| entry.part.heading(label).map(|cell| cell.at);
    Some(Finding {
        id: format!("{}-{suffix}", finding.id),
        says,
        since: year("2009"),
        period: year("2013"),
        ..finding
    })
}

/// How many retailers were studied.
pub(crate) fn retailers(entry: &Entry<'_>) -> Finding {
    Finding { says: Says::Count(Figure::at(entry.cell.at)), ..entry.finding(&RETAILERS) }
}
