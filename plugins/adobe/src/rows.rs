//! What the rows of the matrices say.

use gainsay_plugin::wire::{Figure, Order, QuestionKind, Rank, Says, Side};
use gainsay_plugin::{Shape, answers};

/// The row with the share that likes brands.
pub(crate) const LIKED: &str = "Liked a brand";

/// Every row that the source reads. Rows with the same words say several things.
pub(crate) const ROWS: &[Shape] = &[
    Shape {
        id: "likes-brand",
        words: LIKED,
        concept: "follows-brand",
        facets: &[("behaviour", "likes-brand")],
        base: &["social-media-users"],
        ..Shape::NONE
    },
    Shape {
        id: "regularly-buys",
        words: "Regularly buy it",
        facets: &[("reason", "customer"), MULTI],
        ..REASON
    },
    Shape {
        id: "already-customer",
        words: "Regularly buy it",
        concept: "already-customer",
        facets: &[("asked-as", "reason")],
        base: REASON.base,
        ..Shape::NONE
    },
    Shape {
        id: "promotion",
        words: "Promotion",
        facets: &[("reason", "discount"), MULTI],
        ..REASON
    },
    Shape {
        id: "stands-for",
        words: "What it stands for",
        facets: &[("reason", "values"), MULTI],
        ..REASON
    },
    Shape { id: "style", words: "Style", facets: &[("reason", "style"), MULTI], ..REASON },
    Shape {
        id: "aspires-to-buy",
        words: "Aspire to buy it",
        facets: &[("reason", "aspires-to-buy"), MULTI],
        ..REASON
    },
    Shape {
        id: "was-asked",
        words: "Were asked to",
        facets: &[("reason", "asked-to"), MULTI],
        ..REASON
    },
    Shape {
        id: "knows-someone",
        words: "Know someone there",
        facets: &[("reason", "knows-someone"), MULTI],
        ..REASON
    },
    Shape {
        id: "friends-liked",
        words: "Friends liked it",
        facets: &[("reason", "friends"), MULTI],
        ..REASON
    },
    Shape {
        id: "friends-like-leads-to-purchase",
        words: "Would lead to purchase",
        concept: "reacts-to-friends-like",
        facets: &[("reaction", "purchase")],
        ..Shape::NONE
    },
    Shape {
        id: "friends-like-leaves-cold",
        words: "No reaction",
        concept: "reacts-to-friends-like",
        facets: &[("reaction", "none")],
        ..Shape::NONE
    },
    Shape {
        id: "traditional-credible",
        words: "Traditional media credible and effective",
        concept: "finds-advertising-credible-and-effective",
        facets: &[("advertising-medium", "traditional")],
        ..Shape::NONE
    },
    Shape {
        id: "digital-credible",
        words: "Digital media credible and effective",
        concept: "finds-advertising-credible-and-effective",
        facets: &[("advertising-medium", "digital")],
        ..Shape::NONE
    },
    Shape {
        id: "banners-do-not-work",
        words: "Banners do not work",
        concept: "finds-banners-effective",
        negated: true,
        ..Shape::NONE
    },
    Shape {
        id: "respondents",
        words: "Respondents",
        concept: "cases-studied",
        facets: &[("case", "respondents")],
        says: |figure| Says::Count(Figure::at(figure.at)),
        ..Shape::NONE
    },
    Shape {
        id: "trusts-company-pages",
        words: "Company pages on social media",
        concept: "trusts",
        facets: &[("object", "company-social"), ("company-form", "pages"), UNKNOWN_MEASURE],
        ..Shape::NONE
    },
    Shape {
        id: "site-above-blog",
        words: "Company site above blog",
        concept: "trusts",
        facets: &[UNKNOWN_MEASURE],
        says: |figure| above(&figure, "brand-sites", "company-blogs"),
        ..Shape::NONE
    },
    Shape {
        id: "site-above-social-page",
        words: "Company site above social page",
        concept: "trusts",
        facets: &[UNKNOWN_MEASURE],
        says: |figure| above(&figure, "brand-sites", "company-social"),
        ..Shape::NONE
    },
    Shape {
        id: "people-known-first",
        words: "Family, friends and colleagues",
        concept: "trusts",
        facets: &[("object", "people-known"), ("measure", "most-credible")],
        says: |figure| Says::Rank(Rank { figure, from_last: false }),
        ..Shape::NONE
    },
];

const MULTI: (&str, &str) = ("asked-as", "multi-answer");

/// The wording of the question about credibility was never seen.
const UNKNOWN_MEASURE: (&str, &str) = ("measure", "unknown");

const REASON: Shape = Shape {
    concept: "reason-to-follow",
    base: &["social-media-users", "brand-followers"],
    also: |finding| answers(finding, "why-liked", QuestionKind::Multi, false),
    ..Shape::NONE
};

fn above(figure: &Figure, greater: &str, lesser: &str) -> Says {
    let side = |object: &str| Side {
        facets: [("object".to_owned(), object.to_owned())].into_iter().collect(),
        ..Side::default()
    };
    Says::Order(Box::new(Order {
        words: figure.at,
        greater: side(greater),
        lesser: side(lesser),
        by_far: false,
    }))
}
