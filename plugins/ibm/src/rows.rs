//! What the rows of the tables measure.

use gainsay_plugin::Shape;

/// Reasons to interact with brands.
pub(crate) const REASONS: &[Shape] = &[
    reason("Discount", "discount", &[("reason", "discount")]),
    reason("Purchase", "purchase", &[("reason", "purchase")]),
    reason("Feel connected", "connected", &[("reason", "connected")]),
    reason("Be part of a community", "community", &[("reason", "community")]),
];

/// What people go to social sites for.
pub(crate) const USES: &[Shape] = &[
    Shape {
        words: "Family and friends",
        id: "use-friends",
        concept: "uses-networks-for",
        facets: &[("use", "friends")],
        ..Shape::NONE
    },
    Shape {
        words: "Interact with brands",
        id: "use-brands",
        concept: "uses-networks-for",
        facets: &[("use", "interact-with-brands")],
        ..Shape::NONE
    },
];

/// Who does not engage with brands.
pub(crate) const ENGAGEMENT: &[Shape] = &[Shape {
    words: "do not engage with brands via social media at all",
    id: "does-not-engage",
    concept: "follows-brand",
    facets: &[("behaviour", "engages")],
    negated: true,
    ..Shape::NONE
}];

const fn reason(
    words: &'static str,
    id: &'static str,
    facets: &'static [(&'static str, &'static str)],
) -> Shape {
    Shape { words, id, concept: "reason-to-follow", facets, ..Shape::NONE }
}
