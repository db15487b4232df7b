//! What people said about digital and social media.

use gainsay_plugin::wire::{Finding, Join, Joined, Term};
use gainsay_plugin::{Entry, Shape};

const STATEMENTS: &[Shape] = &[
    Shape {
        words: "visitors who use digital",
        id: "uses-digital",
        concept: "uses-digital-for-shopping",
        base: &["store-visitors"],
        ..Shape::NONE
    },
    Shape {
        words: "spend more",
        id: "spends-more",
        concept: "spends-more-because-of-digital",
        base: &["unknown"],
        ..Shape::NONE
    },
    Shape {
        words: "found product information that influenced shopping and enhanced loyalty",
        id: "social-information",
        concept: "influenced-by-social-media",
        facets: &[("trigger", "product-information")],
        base: &["unknown"],
        also: and_loyal,
        ..Shape::NONE
    },
];

/// The share of people of whom a statement is true.
pub(crate) fn said(entry: &Entry<'_>) -> Option<Finding> {
    (entry.cell.column == "share").then_some(entry.finding(entry.shape(STATEMENTS)?))
}

/// Influence and loyalty are counted together.
fn and_loyal(finding: Finding) -> Finding {
    let loyal = Term {
        concept: "loyal-because-of-social-media".to_owned(),
        facets: finding.facets.clone(),
        negated: false,
    };
    let note = "base not stated; it presupposes that people found such information".to_owned();
    Finding {
        joined: Some(Joined { by: Join::And, with: vec![loyal] }),
        note: Some(note),
        ..finding
    }
}
