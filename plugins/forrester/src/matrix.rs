//! The matrix: rows are channels or answers, columns are regions.

use gainsay_plugin::wire::Finding;
use gainsay_plugin::{Cell, Document, Grid, Header, Shape, Sink, SourceError, among};

/// The row with the dates of fieldwork of each region.
const FIELDWORK: &str = "Fieldwork";

/// The regions that a column names, and how ids call them.
const REGIONS: &[(&str, &str, &[&str])] = &[
    ("United States", "us", &["US"]),
    ("Canada", "canada", &["CA"]),
    ("Europe", "europe", &["FR", "DE", "IT", "NL", "PL", "ES", "SE", "GB"]),
];

/// How trust was measured where the page says so.
const TOP_TWO: (&str, &str) = ("measure", "top-two-of-five");

const ROWS: &[Shape] = &[
    Shape {
        id: "people-known",
        words: "Recommendations of friends and family",
        facets: &[("object", "people-known"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "professional-reviews",
        words: "Professional reviews",
        facets: &[("object", "professional-reviews"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "professional-reviews",
        words: "Professional reviews, scale not stated",
        facets: &[("object", "professional-reviews"), ("measure", "unknown")],
        ..TRUST
    },
    Shape {
        id: "consumer-reviews",
        words: "Consumer reviews",
        facets: &[("object", "consumer-reviews"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "natural-search",
        words: "Natural search results",
        facets: &[("object", "natural-search"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "brand-sites",
        words: "Sites of brands",
        facets: &[("object", "brand-sites"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "company-emails",
        words: "Emails of companies",
        facets: &[("object", "company-emails"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "company-posts",
        words: "Posts of companies on social networks",
        facets: &[("object", "company-social"), ("company-form", "posts"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "mobile-apps",
        words: "Mobile applications",
        facets: &[("object", "mobile-apps"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "banners",
        words: "Banner advertisements",
        facets: &[("object", "banners"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "text-messages",
        words: "Text messages of companies",
        facets: &[("object", "text-messages"), TOP_TWO],
        ..TRUST
    },
    Shape {
        id: "unwelcome",
        words: "No brand presence",
        concept: "brands-unwelcome",
        ..Shape::NONE
    },
    Shape {
        id: "befriends-brand",
        words: "Want to be friends with a brand",
        concept: "wants-to-befriend-brand",
        ..Shape::NONE
    },
    Shape {
        id: "expects-interaction",
        words: "Expect interaction",
        concept: "expects-interaction",
        ..Shape::NONE
    },
    Shape {
        id: "trusts-profile",
        words: "Trust the profile of a company",
        facets: &[("object", "company-social"), ("company-form", "pages"), ("measure", "unknown")],
        ..TRUST
    },
];

const TRUST: Shape = Shape { concept: "trusts", ..Shape::NONE };

/// Reads the matrix of a document and the study of its head.
pub(crate) fn read(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    let header = Header::of(document);
    let study = document.study_id();
    sink.study(header.study(&study)?)?;
    let one_country = header.get("regions").is_some_and(|regions| !regions.contains(','));
    for part in Grid::parts(document, header.body())? {
        for cell in part.findings().filter(|cell| cell.row != FIELDWORK) {
            let finding = finding(&study, &header, &part, &cell)?;
            let (suffix, regions) = region(&part, &cell)?;
            sink.finding(match one_country {
                true => finding,
                false => in_region(finding, &part, &cell, suffix, regions),
            })?;
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
    let row = ROWS.iter().find(|row| row.words == cell.row).ok_or_else(|| part.refuse(cell))?;
    Ok(row.finding(study, header.page(cell.seen, cell.at)?, cell.figure()))
}

/// How ids call the region of a column, and which countries it is.
fn region(
    part: &Grid<'_>,
    cell: &Cell<'_>,
) -> Result<(&'static str, &'static [&'static str]), SourceError> {
    let region = REGIONS.iter().find(|(label, ..)| *label == cell.column);
    region.map(|&(_, suffix, regions)| (suffix, regions)).ok_or_else(|| part.refuse(cell))
}

/// The finding in one region of several, with that region's cases and dates.
fn in_region(
    finding: Finding,
    part: &Grid<'_>,
    cell: &Cell<'_>,
    suffix: &str,
    regions: &[&str],
) -> Finding {
    let id = format!("{}-{suffix}", finding.id);
    let period = part.cell(FIELDWORK, cell.column).map(|cell| cell.at);
    Finding { id, n: part.cases(cell.column), period, ..among(finding, regions) }
}
