//! The crosstab: rows are answers, columns are bases, the wave before, and the
//! change since then.

use gainsay_plugin::wire::{BaseStep, Disclosed, Finding, People, Says, StudyRecord};
use gainsay_plugin::{Cell, Document, Grid, Header, Shape, Sink, SourceError};

/// The column with the wave before.
const EARLIER: &str = "Social media users, April 2012";
/// The column with the change since the wave before.
const CHANGE: &str = "Change since April 2012";
/// Where in the label of the earlier wave its month is written.
const EARLIER_MONTH: &str = "April 2012";
/// The name of the wave before.
const EARLIER_STUDY: &str = "yougov/2012-social-media-journey";

/// The universes that a column is about, outermost first.
const COLUMNS: &[(&str, &[&str])] = &[
    ("Social media users", &["social-media-users"]),
    (EARLIER, &["social-media-users"]),
    (CHANGE, &["social-media-users"]),
    ("Followers and likers", &["social-media-users", "brand-followers"]),
    ("Facebook users", &["social-media-users", "facebook-users"]),
];

const ROWS: &[Shape] = &[
    Shape {
        id: "likes-brand-page",
        words: "Liked or joined a brand page",
        concept: "follows-brand",
        facets: &[("behaviour", "likes-or-joins-page")],
        ..Shape::NONE
    },
    Shape {
        id: "follows-on-twitter",
        words: "Followed a brand on Twitter",
        concept: "follows-brand",
        facets: &[("channel", "twitter")],
        ..Shape::NONE
    },
    Shape {
        id: "current-customers",
        words: "Current customers of the brand",
        concept: "already-customer",
        facets: &[("asked-as", "status")],
        ..Shape::NONE
    },
    Shape {
        id: "something-in-return",
        words: "Want something in return",
        concept: "reason-to-follow",
        facets: &[("reason", "something-in-return"), ("asked-as", "primary-motivation")],
        ..Shape::NONE
    },
    Shape {
        id: "special-offers",
        words: "Encouraged by special offers",
        concept: "reason-to-follow",
        facets: &[("reason", "discount"), ("asked-as", "would-encourage")],
        ..Shape::NONE
    },
    Shape {
        id: "stops-over-disagreement",
        words: "Would stop if the company said something they disagree with",
        concept: "reason-to-unfollow",
        facets: &[("unfollow-reason", "disagreement")],
        ..Shape::NONE
    },
    Shape {
        id: "researched",
        words: "Researched a product after reading on social media sites",
        concept: "researched-after-social-media",
        facets: &[("trigger", "reading")],
        ..Shape::NONE
    },
    Shape {
        id: "bought",
        words: "Bought something after reading on social media sites",
        concept: "bought-after-social-media",
        facets: &[("trigger", "reading")],
        ..Shape::NONE
    },
    Shape {
        id: "stopped-over-marketing",
        words: "Stopped using sites: fed up with marketing",
        concept: "stopped-using-networks",
        facets: &[("stop-reason", "marketing")],
        ..Shape::NONE
    },
    Shape {
        id: "stopped-over-data",
        words: "Stopped using sites: third parties use their data",
        concept: "stopped-using-networks",
        facets: &[("stop-reason", "third-party-data")],
        ..Shape::NONE
    },
    Shape {
        id: "clicked-advertisement",
        words: "Clicked an advertisement in the last year",
        concept: "clicked-advertisement",
        facets: &[("channel", "facebook"), ("recall", "last-year")],
        ..Shape::NONE
    },
    Shape {
        id: "relevant-advertisements",
        words: "Find targeted advertisements relevant",
        concept: "finds-targeted-ads-relevant",
        ..Shape::NONE
    },
    Shape {
        id: "hides-updates",
        words: "Hide updates of companies that update too often",
        concept: "ignores-brand-posts",
        facets: &[("behaviour", "hides"), ("condition", "too-often")],
        also: |finding| Finding { note: Some("base not stated".into()), ..finding },
        ..Shape::NONE
    },
];

/// Reads a crosstab: the study of its head, the wave before, and the cells.
pub(crate) fn read(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    let header = Header::of(document);
    let study = header.study(document.study_id())?;
    let parts = Grid::parts(document, header.body())?;
    let heading = parts.iter().find_map(|part| part.heading(EARLIER));
    let earlier = heading.map(|heading| wave_before(&study, &heading));
    sink.study(study)?;
    if let Some(earlier) = earlier {
        sink.study(earlier)?;
    }
    for part in &parts {
        for cell in part.findings() {
            sink.finding(finding(document, &header, part, &cell)?)?;
        }
    }
    Ok(())
}

/// The wave before, of which only its month is known besides the method.
fn wave_before(study: &StudyRecord, heading: &Cell<'_>) -> StudyRecord {
    let month = heading.words.len() - EARLIER_MONTH.len()..heading.words.len();
    let title = format!("{}, the wave of {EARLIER_MONTH}", study.title);
    StudyRecord {
        people: People {
            regions: study.people.regions.clone(),
            pooled: Disclosed::No,
            universe: study.people.universe.clone(),
            ..People::default()
        },
        fieldwork: Some(heading.at.within(month)),
        ..StudyRecord::new(EARLIER_STUDY, heading.at, title, &study.publisher)
    }
}

fn finding(
    document: &Document,
    header: &Header<'_>,
    part: &Grid<'_>,
    cell: &Cell<'_>,
) -> Result<Finding, SourceError> {
    let row = ROWS.iter().find(|row| row.words == cell.row);
    let column = COLUMNS.iter().find(|(label, _)| *label == cell.column);
    let (Some(row), Some((_, universes))) = (row, column) else {
        return Err(part.refuse(cell));
    };
    let study = match cell.column {
        EARLIER => EARLIER_STUDY.to_owned(),
        _ => document.study_id(),
    };
    let finding = row.finding(&study, header.page(cell.seen, cell.at)?, cell.figure());
    let finding = match cell.column {
        CHANGE => Finding {
            id: format!("{}-change", finding.id),
            says: Says::Change(cell.figure()),
            ..finding
        },
        _ => finding,
    };
    let step = |&who: &&str| BaseStep { who: who.to_owned(), share: None, words: None };
    Ok(Finding {
        base: universes.iter().map(step).collect(),
        n: part.cases(cell.column),
        ..finding
    })
}
