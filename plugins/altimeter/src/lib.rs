//! Altimeter: what the summary of a report says, one finding a line.

use gainsay_plugin::wire::Says;
use gainsay_plugin::{Document, Shape, Sink, Source, SourceError, export_source, match_shapes};

const SHAPES: &[Shape] = &[
    Shape {
        id: "ecosystem-contributors",
        words: "{} ecosystem contributors",
        concept: "asked-for-report",
        facets: &[("kind", "ecosystem")],
        says: Says::Count,
        ..Shape::NONE
    },
    Shape {
        id: "interviewed-in-the-role",
        words: "interviewed {} in the role",
        concept: "asked-for-report",
        facets: &[("kind", "in-the-role")],
        says: Says::Count,
        ..Shape::NONE
    },
    Shape {
        id: "interviewed-besides",
        words: "interviewed {} more",
        concept: "asked-for-report",
        facets: &[("kind", "besides")],
        says: Says::Count,
        ..Shape::NONE
    },
    Shape {
        id: "formalized-programme",
        words: "only {} have a formalized program",
        concept: "has-formalized-programme",
        ..Shape::NONE
    },
    Shape {
        id: "reports-to-marketing",
        words: "{} report to Marketing",
        concept: "reports-to",
        facets: &[("department", "marketing")],
        ..Shape::NONE
    },
];

/// Reads reports on how companies organise social media.
#[derive(Default)]
pub struct Altimeter;

impl Source for Altimeter {
    const ID: &'static str = "altimeter";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_shapes(document, SHAPES, sink)
    }
}

export_source!(Altimeter);
