//! The output of `gainsay table`.

use gainsay_judge::Size;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    check::SizeOutput,
    parts::{At, Cases, Range, Set},
    text, word,
};
use crate::{
    Speaker,
    lang::reason_key,
    table::{Row, Table},
};

/// What `gainsay table --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TableOutput {
    /// `gainsay/table/1`.
    schema: &'static str,
    /// `concept[facet=value]`.
    proposition: String,
    /// In the language asked for, like `among`.
    label: String,
    rows: Vec<RowOutput>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct RowOutput {
    claim: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    study: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    /// The words at the figure's place.
    published: String,
    /// Those of whom the proposition is true; absent when the claim states no
    /// share.
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Set>,
    /// Universe, place and ages.
    among: String,
    /// `2013`, `2013-Q2`, `2013-03..2013-04`; absent when not disclosed.
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    /// As published.
    cases: Cases,
    /// As used; absent when the claim is not compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    size: Option<SizeOutput>,
    /// As if the base were a random sample of its effective size.
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<Range>,
    at: At,
    role: String,
    mark: String,
    /// Why the claim is not compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    left_out: Option<&'static str>,
}

/// Writes a table.
pub fn table(speaker: Speaker<'_>, table: &Table<'_>) -> String {
    text(&TableOutput {
        schema: "gainsay/table/1",
        proposition: table.proposition.to_string(),
        label: speaker.proposition(table.proposition),
        rows: table.rows.iter().map(|one| row(speaker, one)).collect(),
    })
}

fn row(speaker: Speaker<'_>, row: &Row<'_>) -> RowOutput {
    let claim = row.claim;
    let study = speaker.base.study_of(claim);
    RowOutput {
        claim: claim.id.clone(),
        study: claim.study().map(str::to_owned),
        publisher: study.map(|study| study.said.publisher.clone()),
        title: study.map(|study| study.said.title.clone()),
        published: speaker.published(claim),
        share: row.share.map(Set::from),
        among: speaker.people(claim),
        period: claim.period.map(|period| period.to_string()),
        cases: claim.n.into(),
        size: row.size.map(|size: Size| size.into()),
        interval: row.interval.map(Range::from),
        at: At::new(speaker.base, &claim.at),
        role: word(&claim.said.role),
        mark: word(&claim.said.mark),
        left_out: row.left_out.map(reason_key),
    }
}
