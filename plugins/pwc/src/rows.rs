//! What the rows of the tables measure.

use gainsay_plugin::Shape;

/// What online shoppers do on social media.
pub(crate) const ON_SOCIAL_MEDIA: &[Shape] = &[
    Shape {
        words: "bought after getting information",
        id: "bought",
        concept: "bought-after-social-media",
        facets: &[("trigger", "information")],
        ..Shape::NONE
    },
    Shape { words: "shop", id: "shops", concept: "shops-on-social-media", ..Shape::NONE },
    Shape {
        words: "were led to a specific online store",
        id: "led-to-store",
        concept: "led-to-shop-by-social-media",
        ..Shape::NONE
    },
    Shape {
        words: "follow, discover and give feedback",
        id: "follows-and-gives-feedback",
        concept: "follows-brand",
        facets: &[("behaviour", "follows-discovers-gives-feedback")],
        ..Shape::NONE
    },
    Shape {
        words: "follow favourite brands",
        id: "follows-favourites",
        concept: "follows-brand",
        facets: &[("behaviour", "follows-favourites")],
        ..Shape::NONE
    },
    Shape {
        words: "discovered brands",
        id: "discovers",
        concept: "discovers-brands-on-social-media",
        ..Shape::NONE
    },
    Shape {
        words: "are there every day",
        id: "uses-daily",
        concept: "uses-social-media-daily",
        ..Shape::NONE
    },
];

/// What those do who were contacted, online shoppers or not.
pub(crate) const CONTACTED: &[Shape] = &[Shape {
    words: "shop online less than once a year",
    id: "hardly-shops-online",
    concept: "hardly-shops-online",
    base: &["people-contacted"],
    ..Shape::NONE
}];
