//! L2: bounds on the customers that brands acquire by channel.

use gainsay_plugin::wire::{Figure, Finding, Order, Says, Side};
use gainsay_plugin::{
    Document, Entry, Shape, Sink, Source, SourceError, export_source, match_entries,
};

const CHANNELS: &[Shape] = &[
    Shape {
        words: "Facebook",
        id: "facebook",
        concept: "acquired-via",
        facets: &[("channel", "facebook"), ("attribution", "unknown")],
        ..Shape::NONE
    },
    Shape {
        words: "Twitter",
        id: "twitter",
        concept: "acquired-via",
        facets: &[("channel", "twitter"), ("attribution", "unknown")],
        ..Shape::NONE
    },
];

const STAYS: Shape = Shape { id: "customers-stay", concept: "customer-lifetime", ..Shape::NONE };

const BRANDS: Shape = Shape {
    id: "brands",
    concept: "cases-studied",
    facets: &[("case", "brands")],
    says: Says::Count,
    ..Shape::NONE
};

/// The L2 source.
#[derive(Default)]
pub struct L2;

impl Source for L2 {
    const ID: &'static str = "l2";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_entries(document, sink, |entry| match entry.part.caption() {
            "New customers by channel" => acquired(entry),
            "How long customers stay" => stays(entry).map(|finding| vec![finding]),
            "Brands covered" => Some(vec![brands(entry)]),
            _ => None,
        })
    }
}

export_source!(L2);

fn acquired(entry: &Entry<'_>) -> Option<Vec<Finding>> {
    let finding = entry.finding(entry.shape(CHANNELS)?);
    match entry.cell.column {
        "part des nouveaux clients" => {
            let note = entry.beside("période").map(|period| period.words.to_owned());
            Some(vec![Finding { note, ..finding }])
        }
        "as remembered" => {
            Some(vec![Finding { id: format!("{}-remembered", finding.id), ..finding }])
        }
        "période" => Some(Vec::new()),
        _ => None,
    }
}

/// A cell says how long the customers of the row stay, against those of the column.
fn stays(entry: &Entry<'_>) -> Option<Finding> {
    let side = |label: &str| {
        let channel = match label {
            "médias sociaux" => "social-media",
            "search" => "search",
            _ => return None,
        };
        let facets = [("channel".to_owned(), channel.to_owned())].into_iter().collect();
        Some(Side { facets, ..Side::default() })
    };
    let (row, column) = (side(entry.cell.row)?, side(entry.cell.column)?);
    let (greater, lesser) = match entry.cell.words {
        "plus longtemps" => (row, column),
        "moins longtemps" => (column, row),
        _ => return None,
    };
    let order = Order { words: entry.cell.at, greater, lesser, by_far: false };
    Some(Finding { says: Says::Order(Box::new(order)), ..entry.finding(&STAYS) })
}

fn brands(entry: &Entry<'_>) -> Finding {
    Finding { says: Says::Count(Figure::at(entry.cell.at)), ..entry.finding(&BRANDS) }
}

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const DOCUMENT: &str = include_str!("../../../data/brands-on-social-media/sources/l2/2014.csv");

    #[test]
    fn reads_bounds_and_an_order() {
        let document = document("l2", "sources/l2/2014.csv", DOCUMENT);
        let read = Reading::of::<L2>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.studies[0].id, "l2/2014");
        assert_eq!(read.figure(&document, "2014/facebook"), "moins de 0,25 %");
        assert_eq!(read.figure(&document, "2014/twitter"), "moins de 0,1 %");
        assert_eq!(read.figure(&document, "2014/brands"), "près de 250");
        let Says::Order(order) = &read.finding("2014/customers-stay").unwrap().says else {
            panic!("not an order");
        };
        assert_eq!(order.greater.facets["channel"], "search");
    }

    #[test]
    fn refuses_a_channel_it_does_not_know() {
        let text = DOCUMENT.replace("Twitter,", "Carrier pigeon,");
        let read = Reading::of::<L2>(&document("l2", "sources/l2/2014.csv", &text));
        assert!(read.diagnostics[0].what.message.contains("Carrier pigeon"));
    }
}
