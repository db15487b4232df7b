//! Sprout Social: editions of an index, one finding a line.

use gainsay_plugin::{Document, Shape, Sink, Source, SourceError, export_source, match_shapes};

const SHAPES: &[Shape] = &[
    Shape {
        id: "follows-brands",
        words: "{} of social media users want to and do follow brands",
        concept: "follows-brand",
        facets: &[("behaviour", "wants-to-and-does")],
        base: &["social-media-users"],
        ..Shape::NONE
    },
    Shape {
        id: "annoyed-by-promotions",
        words: "{} are annoyed with too many promotions",
        concept: "annoyed-by-promotions",
        ..Shape::NONE
    },
    Shape {
        id: "bought-after-seeing",
        words: "{} have purchased something because they saw it on social media",
        concept: "bought-after-social-media",
        facets: &[("trigger", "seen")],
        cut: Some("never"),
        ..Shape::NONE
    },
    Shape {
        id: "more-likely-to-buy",
        words: "{} are more likely to buy from a brand they follow",
        concept: "more-likely-to-buy",
        ..Shape::NONE
    },
    Shape {
        id: "buys-from-followed",
        words: "{} buy from a brand they follow",
        concept: "buys-from-followed-brand",
        base: &["brand-followers"],
        ..Shape::NONE
    },
    Shape {
        id: "spends-more",
        words: "{} spend more with a brand they follow",
        concept: "spends-more-with-followed-brand",
        base: &["brand-followers"],
        ..Shape::NONE
    },
    Shape {
        id: "follows-for-new-products",
        words: "{} follow to learn about new products or services",
        concept: "reason-to-follow",
        facets: &[("reason", "new-products")],
        ..Shape::NONE
    },
];

/// The source `sprout-social`.
#[derive(Default)]
pub struct SproutSocial;

impl Source for SproutSocial {
    const ID: &'static str = "sprout-social";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_shapes(document, SHAPES, sink)
    }
}

export_source!(SproutSocial);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const NAME: &str = "sources/sprout-social/2016-q3.txt";
    const TEXT: &str =
        include_str!("../../../data/brands-on-social-media/sources/sprout-social/2016-q3.txt");

    #[test]
    fn hedges_belong_to_the_figure() {
        let document = document("sprout-social", NAME, TEXT);
        let reading = Reading::of::<SproutSocial>(&document);
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.figure(&document, "2016-q3/annoyed-by-promotions"), "nearly 60 %");
    }

    #[test]
    fn refuses_a_line_that_it_does_not_know() {
        let document = document("sprout-social", NAME, format!("{TEXT}[a] 9 % of them dance\n"));
        assert_eq!(Reading::of::<SproutSocial>(&document).diagnostics.len(), 1);
    }
}
