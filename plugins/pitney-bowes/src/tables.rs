//! The tables: the last caption names the country, rows are answers, columns
//! are who answered.

use gainsay_plugin::wire::{
    Derived, Figure, Finding, Order, People, QuestionKind, Rank, Says, Side,
};
use gainsay_plugin::{
    Cell, Document, Entry, Shape, Sink, SourceError, among, answers, match_entries,
};

/// The countries that a caption names, how ids call them, and which they are
/// where they are not those of the study.
const COUNTRIES: &[(&str, &str, &[&str])] =
    &[("Five countries", "pool", &[]), ("Australia", "australia", &["AU"])];

const ROWS: &[Shape] = &[
    Shape {
        id: "worst-first",
        words: "First answer listed",
        facets: &[("experience", "first-listed")],
        ..WORST
    },
    Shape {
        id: "worst-second",
        words: "Second answer listed",
        facets: &[("experience", "second-listed")],
        ..WORST
    },
    Shape {
        id: "worst-third",
        words: "Third answer listed",
        facets: &[("experience", "third-listed")],
        ..WORST
    },
    Shape {
        id: "worst-fourth",
        words: "Fourth answer listed",
        facets: &[("experience", "fourth-listed")],
        ..WORST
    },
    Shape {
        id: "worst-fifth",
        words: "Fifth answer listed",
        facets: &[("experience", "fifth-listed")],
        ..WORST
    },
    Shape {
        id: "no-bad-experience",
        words: NONE_BAD,
        concept: "bad-experience",
        negated: true,
        ..WORST
    },
    Shape {
        id: "bad-experience",
        words: "Had a bad experience",
        concept: "bad-experience",
        ..Shape::NONE
    },
    Shape {
        id: "uses-to-follow-brands",
        words: "To follow brands",
        concept: "follows-brand",
        facets: &[("behaviour", "uses-it-to-follow")],
        ..Shape::NONE
    },
    Shape {
        id: "uses-for-friends",
        words: "For friends",
        concept: "uses-networks-for",
        facets: &[("use", "friends")],
        ..Shape::NONE
    },
    Shape {
        id: "welcomes-followed",
        words: "Positive about messages of brands they follow",
        concept: "welcomes-brand-messages",
        base: &["social-media-users"],
        ..Shape::NONE
    },
    Shape {
        id: "annoyed-by-unfollowed",
        words: "Annoyed by messages of brands they don't follow",
        concept: "annoyed-by-messages-of-unfollowed-brands",
        ..Shape::NONE
    },
    Shape {
        id: "welcomes-unfollowed",
        words: "Welcome messages of brands they don't follow",
        concept: "welcomes-messages-of-unfollowed-brands",
        ..Shape::NONE
    },
    Shape {
        id: "drops-irritating-brand",
        words: "Would stop using a brand that irritated them",
        concept: "drops-irritating-brand",
        ..Shape::NONE
    },
    Shape { id: "wants-discount", words: "Discounts", facets: &[("reason", "discount")], ..WANTS },
    Shape {
        id: "wants-new-products",
        words: "New products",
        facets: &[("reason", "new-products")],
        ..WANTS
    },
    Shape { id: "wants-sales", words: "Sales", facets: &[("reason", "sales")], ..WANTS },
];

/// The answers about the worst experience sum to the whole: one per person.
const WORST: Shape = Shape {
    concept: "worst-experience",
    also: |finding| answers(finding, "worst-experience", QuestionKind::Single, true),
    ..Shape::NONE
};

const WANTS: Shape = Shape { concept: "wants-from-brands", ..Shape::NONE };

/// The answer whose complement is what the release leads with.
const NONE_BAD: &str = "No bad experience";

/// Reads the tables of a document and the study of its head.
pub(crate) fn read(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    match_entries(document, sink, |entry| {
        let finding = finding(entry)?;
        let all_others =
            (entry.cell.row == NONE_BAD).then(|| complement(finding.clone(), &entry.cell));
        Some(all_others.into_iter().chain([finding]).collect())
    })
}

fn finding(entry: &Entry<'_>) -> Option<Finding> {
    let (part, cell) = (entry.part, &entry.cell);
    let row = entry.shape(ROWS)?;
    let (_, suffix, regions) = COUNTRIES.iter().find(|(label, ..)| *label == part.caption())?;
    let finding = entry.finding(row);
    let finding = if regions.is_empty() { finding } else { among(finding, regions) };
    match cell.column {
        "Share" => Some(Finding { id: format!("{}-{suffix}", finding.id), ..finding }),
        "Consumers" => {
            let rank = Rank { figure: cell.figure(), from_last: false };
            let id = format!("{}-consumers", finding.id);
            Some(Finding { id, says: Says::Rank(rank), ..finding })
        }
        "Marketers" => Some(of_marketers(finding)),
        "Order" => Some(consumers_above_marketers(finding, cell)),
        _ => None,
    }
}

/// The finding among the marketers, who were asked beside the consumers.
fn of_marketers(finding: Finding) -> Finding {
    let id = format!("{}-marketers", finding.id);
    let people = People { universe: Some("marketers".to_owned()), ..People::default() };
    Finding { id, people: Some(people), ..finding }
}

/// What consumers want most stands at the bottom of the marketers' list.
fn consumers_above_marketers(finding: Finding, cell: &Cell<'_>) -> Finding {
    let side = |who: &str| Side { universe: Some(who.to_owned()), ..Side::default() };
    let order = Order {
        words: cell.at,
        greater: side("consumers"),
        lesser: side("marketers"),
        by_far: false,
    };
    let id = format!("{}-order", finding.id);
    Finding { id, says: Says::Order(Box::new(order)), ..finding }
}

/// Everybody but those without a bad experience: the figure of the headline.
fn complement(finding: Finding, cell: &Cell<'_>) -> Finding {
    let figure = Figure { derived: Some(Derived::Complement), ..cell.figure() };
    Finding {
        id: finding.id.replace("no-bad-experience", "bad-experience") + "-complement",
        negated: false,
        says: Says::Share(figure),
        question: None,
        ..finding
    }
}
