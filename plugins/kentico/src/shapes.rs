//! What the sentences of Kentico's releases say, told by their words.

use gainsay_plugin::wire::{Finding, QuestionKind};
use gainsay_plugin::{Shape, answers};

/// The pages do not tell whether all were counted or those who like brands.
const UNDISCLOSED: &[&str] = &["unknown"];

/// The reasons to like a brand, as the pages that reported them tell them apart.
const INTERESTED: &[(&str, &str)] = &[("reason", "customer"), ("asked-as", "single-answer")];
const OFFER: &[(&str, &str)] = &[("reason", "discount"), ("asked-as", "single-answer")];
const FRIEND: &[(&str, &str)] = &[("reason", "friends"), ("asked-as", "single-answer")];
const LEARN: &[(&str, &str)] = &[("reason", "information"), ("asked-as", "single-answer")];

/// Every sentence that the source reads.
pub(crate) const SHAPES: &[Shape] = &[
    Shape {
        id: "ignores-posts",
        words: "{} never or hardly ever pay attention to posts of brands they like or follow",
        concept: "ignores-brand-posts",
        facets: &[("behaviour", "pays-no-attention")],
        base: UNDISCLOSED,
        ..Shape::NONE
    },
    Shape {
        id: "mostly-ignores-posts",
        words: "{} mostly or always ignore brand posts",
        concept: "ignores-brand-posts",
        facets: &[("behaviour", "mostly-ignores")],
        base: UNDISCLOSED,
        ..Shape::NONE
    },
    Shape {
        id: "ignorers-unlike",
        words: "of the same group, {} report unliking",
        concept: "unfollows-brand",
        base: &["post-ignorers"],
        ..Shape::NONE
    },
    Shape {
        id: "hardly-ever-buys",
        words: "{} never or hardly ever purchase a product after hearing about it on a social network",
        concept: "bought-after-social-media",
        facets: &[("trigger", "heard-on-network")],
        cut: Some("hardly-ever"),
        negated: true,
        ..Shape::NONE
    },
    Shape {
        id: "buys-on-recommendations",
        words: "{} buy on recommendations from prior search or purchase history",
        concept: "buys-on-recommendations",
        ..Shape::NONE
    },
    Shape {
        id: "view-hardly-ever-changes",
        words: "{} never or hardly ever have brand encounters that change perception",
        concept: "brand-encounters-change-view",
        cut: Some("hardly-ever"),
        negated: true,
        ..Shape::NONE
    },
    Shape {
        id: "likes-no-brand",
        words: "{} like no brand",
        concept: "follows-brand",
        facets: &[("behaviour", "likes-brand")],
        negated: true,
        also: number_of_brands,
        ..Shape::NONE
    },
    Shape {
        id: "likes-1-to-10",
        words: "{} like 1 to 10 brands",
        concept: "number-of-brands-followed",
        facets: &[("number-of-brands", "1-to-10")],
        also: number_of_brands,
        ..Shape::NONE
    },
    Shape {
        id: "likes-11-to-20",
        words: "{} like 11 to 20 brands",
        concept: "number-of-brands-followed",
        facets: &[("number-of-brands", "11-to-20")],
        also: number_of_brands,
        ..Shape::NONE
    },
    Shape {
        id: "likes-21-to-30",
        words: "{} like 21 to 30 brands",
        concept: "number-of-brands-followed",
        facets: &[("number-of-brands", "21-to-30")],
        also: number_of_brands,
        ..Shape::NONE
    },
    Shape {
        id: "interested",
        words: "of all, {} like brands they are already interested in",
        facets: INTERESTED,
        ..OF_ALL
    },
    Shape {
        id: "offer",
        words: "of all, {} like brands for a special offer",
        facets: OFFER,
        ..OF_ALL
    },
    Shape {
        id: "friend",
        words: "of all, {} like brands because of a friend",
        facets: FRIEND,
        ..OF_ALL
    },
    Shape { id: "learn", words: "of all, {} like brands to learn", facets: LEARN, ..OF_ALL },
    Shape {
        id: "likers-interested",
        words: "of those who like brands, {} like brands they are already interested in",
        facets: INTERESTED,
        ..OF_LIKERS
    },
    Shape {
        id: "likers-offer",
        words: "of those who like brands, {} like brands for a special offer",
        facets: OFFER,
        ..OF_LIKERS
    },
    Shape {
        id: "likers-friend",
        words: "of those who like brands, {} like brands because of a friend",
        facets: FRIEND,
        ..OF_LIKERS
    },
    Shape {
        id: "likers-learn",
        words: "of those who like brands, {} like brands to learn",
        facets: LEARN,
        ..OF_LIKERS
    },
    Shape {
        id: "unfollows-uninteresting",
        words: "unfollow: uninteresting {}",
        facets: &[("unfollow-reason", "uninteresting")],
        ..UNFOLLOWS
    },
    Shape {
        id: "unfollows-too-many-posts",
        words: "unfollow: too many posts {}",
        facets: &[("unfollow-reason", "too-many-posts")],
        ..UNFOLLOWS
    },
];

/// One page reads the reasons as shares of everybody asked ...
const OF_ALL: Shape = Shape {
    concept: "reason-to-follow",
    also: |finding| answers(finding, "reasons-of-all", QuestionKind::Single, true),
    ..Shape::NONE
};

/// ... and another as shares of those who like brands.
const OF_LIKERS: Shape = Shape {
    concept: "reason-to-follow",
    base: &["brand-followers"],
    also: |finding| answers(finding, "reasons-of-likers", QuestionKind::Single, true),
    ..Shape::NONE
};

const UNFOLLOWS: Shape = Shape {
    concept: "reason-to-unfollow",
    also: |finding| Finding { note: Some("base not stated".into()), ..finding },
    ..Shape::NONE
};

/// The published answers leave out those who like more than 30 brands.
fn number_of_brands(finding: Finding) -> Finding {
    answers(finding, "brands-liked", QuestionKind::Single, false)
}
