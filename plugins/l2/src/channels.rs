//! New customers by channel, and how long they stay.

use gainsay_plugin::wire::{Figure, Finding, Order, Says, Side};
use gainsay_plugin::{Entry, Shape};

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

/// A bound on the share of new customers of a channel.
pub(crate) fn acquired(entry: &Entry<'_>) -> Option<Vec<Finding>> {
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
pub(crate) fn stays(entry: &Entry<'_>) -> Option<Finding> {
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

/// How many brands were studied.
pub(crate) fn brands(entry: &Entry<'_>) -> Finding {
    Finding { says: Says::Count(Figure::at(entry.cell.at)), ..entry.finding(&BRANDS) }
}
