//! Which rows are sound. Of the columns that no figure is made of, each is a check on the
//! others: a row whose cells are shifted or mistyped is not believed.

use gainsay_plugin::{Row, SourceDiagnostic, slug};

use super::{SHARES, poll, remark::Remarks};
use crate::{
    dates::iso,
    table::{NOT_A_DATE, NOT_A_SHARE},
};

/// The columns that hold numbers, or nothing.
const NUMBERS: &[&str] = &[
    "question_id",
    "race_id",
    "year",
    "pollster_rating_id",
    "cand1_id",
    "cand2_id",
    "cand3_pct",
    "margin_poll",
    "cand1_actual",
    "cand2_actual",
    "margin_actual",
    "error",
    "bias",
    "rightcall",
    "advancedplusminus",
];

/// What is wrong with a row, if anything is.
pub(super) fn fault(row: &Row<'_>) -> Option<SourceDiagnostic> {
    if !row.is_whole() {
        return Some(row.remark(
            "",
            [
                "the row has another number of cells than the head",
                "la ligne n'a pas le même nombre de cellules que l'en-tête",
            ],
        ));
    }
    names_fault(row).or_else(|| words_fault(row)).or_else(|| numbers_fault(row))
}

/// What is not told that the row is known by.
fn names_fault(row: &Row<'_>) -> Option<SourceDiagnostic> {
    let needed = ["poll_id", "race", "cand1_name", "cand2_name"];
    if let Some(missing) = needed.into_iter().find(|column| slug(row.get(column)).is_empty()) {
        return Some(row.remark(
            "",
            [format!("the row has no `{missing}`"), format!("la ligne n'a pas de `{missing}`")],
        ));
    }
    if row.get("pollster").is_empty() {
        return Some(
            row.remark("", ["the row names no pollster", "la ligne ne nomme aucun institut"]),
        );
    }
    let [one, other] = poll::candidates(row);
    (one == other).then(|| {
        row.remark(
            "cand2_name",
            ["the two candidates are one", "les deux candidats n'en font qu'un"],
        )
    })
}

fn words_fault(row: &Row<'_>) -> Option<SourceDiagnostic> {
    if iso(row.get("polldate")).is_none() {
        return Some(row.remark("polldate", NOT_A_DATE));
    }
    if poll::modes(row.get("methodology")).is_none() {
        return Some(row.remark(
            "methodology",
            ["not a method that is known", "n'est pas une méthode connue"],
        ));
    }
    let is_strange = Remarks::of(row.get("comment")).is_none();
    is_strange.then(|| {
        row.remark("comment", ["not a remark that is known", "n'est pas une remarque connue"])
    })
}

fn numbers_fault(row: &Row<'_>) -> Option<SourceDiagnostic> {
    let number = |column: &str| row.get(column).parse::<f64>().ok();
    let is_share = |share: f64| (0.0..=100.0).contains(&share);
    if let Some(strange) = SHARES.into_iter().find(|share| !number(share).is_some_and(is_share)) {
        return Some(row.remark(strange, NOT_A_SHARE));
    }
    let mut told = NUMBERS.iter().filter(|column| row.at(column).is_some());
    if let Some(strange) = told.find(|column| number(column).is_none()) {
        return Some(row.remark(strange, ["not a number", "n'est pas un nombre"]));
    }
    let is_lead = |[lead, first, second]: [&str; 3]| {
        let [lead, first, second] = [number(lead)?, number(first)?, number(second)?];
        // Whole percents or two decimals, each of them rounded.
        Some((first - second - lead).abs() < 0.02)
    };
    let leads = [
        ["margin_poll", "cand1_pct", "cand2_pct"],
        ["margin_actual", "cand1_actual", "cand2_actual"],
    ];
    let strange = leads.into_iter().find(|columns| is_lead(*columns) == Some(false))?[0];
    Some(row.remark(
        strange,
        [
            "not how far the first candidate is before the second",
            "n'est pas l'avance du premier candidat sur le second",
        ],
    ))
}
