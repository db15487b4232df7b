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

/// The source `altimeter`.
#[derive(Default)]
pub struct Altimeter;

impl Source for Altimeter {
    const ID: &'static str = "altimeter";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_shapes(document, SHAPES, sink)
    }
}

export_source!(Altimeter);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const NAME: &str = "sources/altimeter/2010-strategist.txt";
    const TEXT: &str =
        include_str!("../../../data/brands-on-social-media/sources/altimeter/2010-strategist.txt");

    #[test]
    fn people_are_counted_and_shares_are_shares() {
        let document = document("altimeter", NAME, TEXT);
        let reading = Reading::of::<Altimeter>(&document);
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.figure(&document, "2010-strategist/interviewed-in-the-role"), "39");
        assert_eq!(reading.figure(&document, "2010-strategist/reports-to-marketing"), "41 %");
    }

    #[test]
    fn refuses_a_line_that_it_does_not_know() {
        let document = document("altimeter", NAME, format!("{TEXT}[a] 9 % of them dance\n"));
        assert_eq!(Reading::of::<Altimeter>(&document).diagnostics.len(), 1);
    }
}
