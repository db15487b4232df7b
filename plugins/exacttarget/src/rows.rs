//! What the rows of the tables measure.

use gainsay_plugin::Shape;

/// The concept of the investments that people wish for.
pub(crate) const INVESTMENT: &str = "wants-investment-in";

/// What marketers and consumers are.
pub(crate) const ARE: &[Shape] = &[
    Shape {
        words: "Facebook fan",
        id: "fan",
        concept: "follows-brand",
        facets: &[("channel", "facebook"), ("behaviour", "fan")],
        ..Shape::NONE
    },
    Shape {
        words: "Twitter follower",
        id: "follower",
        concept: "follows-brand",
        facets: &[("channel", "twitter"), ("behaviour", "follower")],
        ..Shape::NONE
    },
    Shape {
        words: "Email subscriber",
        id: "subscriber",
        concept: "follows-brand",
        facets: &[("channel", "email"), ("behaviour", "subscriber")],
        ..Shape::NONE
    },
    Shape {
        words: "Smartphone owner",
        id: "smartphone",
        concept: "owns-smartphone",
        ..Shape::NONE
    },
];

/// The messages that made them buy.
pub(crate) const BOUGHT: &[Shape] = &[
    Shape {
        words: "email",
        id: "bought-email",
        concept: "bought-after-email",
        facets: &[("trigger", "message")],
        ..Shape::NONE
    },
    Shape {
        words: "Facebook",
        id: "bought-facebook",
        concept: "bought-after-social-media",
        facets: &[("channel", "facebook"), ("trigger", "message")],
        ..Shape::NONE
    },
];

/// Where companies should invest so that people stay loyal.
pub(crate) const INVEST: &[Shape] = &[
    invest("content about products", "invest-content", &[("investment", "product-content")]),
    invest("content about related topics", "invest-topics", &[("investment", "topic-content")]),
    invest("apps", "invest-apps", &[("investment", "apps")]),
    invest("email", "invest-email", &[("investment", "email")]),
    invest("Facebook", "invest-facebook", &[("investment", "facebook")]),
    invest("Twitter", "invest-twitter", &[("investment", "twitter")]),
    invest("Google+", "invest-google-plus", &[("investment", "google-plus")]),
    invest("Foursquare", "invest-foursquare", &[("investment", "foursquare")]),
    invest("in-store help", "invest-help", &[("investment", "in-store-help")]),
];

const fn invest(
    words: &'static str,
    id: &'static str,
    facets: &'static [(&'static str, &'static str)],
) -> Shape {
    Shape { words, id, concept: INVESTMENT, facets, ..Shape::NONE }
}
