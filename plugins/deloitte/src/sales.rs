//! The series of sales that digital influences: one row a point in time.
//!
//! Columns: `share`, `amount`, then what is said of both: `in` (the year they
//! are of), `by the end of` (the year they are forecast for), `restates` and
//! `replaces` (the claim of an earlier wave).

use gainsay_plugin::wire::{Figure, FigureUnit, Finding, Forecast, People, Role, Says};
use gainsay_plugin::{Entry, Shape};

const IN_STORE_SALES: &str = "in-store-sales";

const SALES: Shape = Shape {
    id: "influenced",
    concept: "influenced-by-digital",
    base: &[IN_STORE_SALES],
    ..Shape::NONE
};

/// What a cell of the series says.
pub(crate) fn findings(entry: &Entry<'_>) -> Option<Vec<Finding>> {
    match entry.cell.column {
        "share" => {
            let supersedes = entry.beside("replaces").map(|cell| cell.words.to_owned());
            let says = Says::Share(share(entry)?);
            Some(vec![Finding { says, supersedes, ..of_row(entry) }])
        }
        "amount" => {
            entry.beside("share")?;
            let share = of_row(entry);
            Some(vec![Finding {
                id: format!("{}-money", share.id),
                says: Says::Money(Figure::at(entry.cell.at)),
                same_as: Some(format!("{}/{}", study_root(entry.study), share.id)),
                ..share
            }])
        }
        "in" | "by the end of" | "restates" | "replaces" => Some(Vec::new()),
        _ => None,
    }
}

/// All of a row but its figure.
fn of_row(entry: &Entry<'_>) -> Finding {
    let (of, until) = (entry.beside("in"), entry.beside("by the end of"));
    let finding = entry.finding(&SALES);
    let id = match (&of, &until) {
        (_, Some(year)) => finding.id.replace(SALES.id, &format!("forecast-{}", year.words)),
        (Some(date), None) => format!("{}-{}", finding.id, last_word(date.words)),
        (None, None) => finding.id.clone(),
    };
    let restated = entry.beside("restates").map(|cell| cell.words);
    Finding {
        id,
        period: of.map(|cell| cell.at),
        forecast: until.map(|cell| Forecast { target: cell.at, issued: None }),
        // Sales, whoever was asked to estimate them.
        people: Some(People { universe: Some(IN_STORE_SALES.to_owned()), ..People::default() }),
        role: if restated.is_some() { Role::Cited } else { Role::Published },
        study: Some(restated.map_or(entry.study, study_of).to_owned()),
        cites: restated.map(str::to_owned),
        ..finding
    }
}

/// The figure of a share: `36 percent`, `to 50 percent`, or cents of a dollar,
/// which are hundredths: `64 cents`.
fn share(entry: &Entry<'_>) -> Option<Figure> {
    let words = entry.cell.words;
    let lead = if words.starts_with("to ") { "to ".len() } else { 0 };
    let from = entry.cell.at.span.map_or(0, |[start, _]| start);
    let part = |end: usize| entry.cell.at.within(from + lead..from + end);
    match words.strip_suffix(" cents") {
        Some(cents) => Some(Figure::in_unit(part(cents.len()), FigureUnit::Percent)),
        None => words.ends_with(" percent").then(|| Figure::at(part(words.len()))),
    }
}

fn last_word(words: &str) -> &str {
    words.rsplit(' ').next().unwrap_or(words)
}

/// The study of a claim's full id.
fn study_of(claim: &str) -> &str {
    claim.rsplit_once('/').map_or(claim, |(study, _)| study)
}

/// The source of a study's full id.
fn study_root(study: &str) -> &str {
    study.split('/').next().unwrap_or(study)
}
