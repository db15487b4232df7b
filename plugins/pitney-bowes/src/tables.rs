//! The tables: the last caption names the country, rows are answers, columns
//! are who answered.

use gainsay_plugin::wire::{
    Derived, Figure, Finding, Order, People, QuestionKind, Rank, Says, Side,
};
use gainsay_plugin::{Cell, Document, Grid, Header, Shape, Sink, SourceError, among, answers};

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
    let header = Header::of(document);
    let study = document.study_id();
    sink.study(header.study(&study)?)?;
    for part in Grid::parts(document, header.body())? {
        for cell in part.findings() {
            let finding = finding(&study, &header, &part, &cell)?;
            if cell.row == NONE_BAD {
                sink.finding(complement(finding.clone(), &cell))?;
            }
            sink.finding(finding)?;
        }
    }
    Ok(())
}

fn finding(
    study: &str,
    header: &Header<'_>,
    part: &Grid<'_>,
    cell: &Cell<'_>,
) -> Result<Finding, SourceError> {
    let row = ROWS.iter().find(|row| row.words == cell.row);
    let country = COUNTRIES.iter().find(|(label, ..)| *label == part.caption());
    let (Some(row), Some((_, suffix, regions))) = (row, country) else {
        return Err(part.refuse(cell));
    };
    let finding = row.finding(study, header.page(cell.seen, cell.at)?, cell.figure());
    let finding = if regions.is_empty() { finding } else { among(finding, regions) };
    let finding = Finding { n: part.cases(cell.column), ..finding };
    match cell.column {
        "Share" => Ok(Finding { id: format!("{}-{suffix}", finding.id), ..finding }),
        "Consumers" => {
            let rank = Rank { figure: cell.figure(), from_last: false };
            let id = format!("{}-consumers", finding.id);
            Ok(Finding { id, says: Says::Rank(rank), ..finding })
        }
        "Marketers" => Ok(of_marketers(finding)),
        "Order" => Ok(consumers_above_marketers(finding, cell)),
        _ => Err(part.refuse(cell)),
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
