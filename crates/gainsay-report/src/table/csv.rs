//! Tables as comma-separated values, with raw numbers for spreadsheets.

use gainsay_claims::{sample::Sample, value::ReportingSet};
use gainsay_judge::{Reason, Relation, Size};

use super::{Options, Row, Table, Works};
use crate::{
    Speaker,
    escape::{Dialect, csv as text, csv_field},
    json::word,
};

const COLUMNS: [&str; 32] = [
    "claim",
    "study",
    "publisher",
    "title",
    "published",
    "value",
    "lo",
    "lo_open",
    "hi",
    "hi_open",
    "unit",
    "among",
    "period",
    "n",
    "interval_lo",
    "interval_hi",
    "path",
    "line",
    "mark",
    "left_out",
    "proposition",
    "role",
    "asked",
    "n_used",
    "design_effect",
    "verdict",
    "conflicts_with",
    "differs_from",
    "notes",
    "key",
    "url",
    "cited_in",
];

/// Writes tables below one heading. Numbers are fractions of the base; names of
/// columns are never translated.
pub(super) fn csv(
    speaker: Speaker<'_>,
    tables: &[Table<'_>],
    options: &Options,
    works: &Works<'_>,
    dialect: Dialect,
) -> String {
    let mut text = dialect.mark().to_owned() + &line(dialect, COLUMNS.map(str::to_owned));
    for table in tables {
        for row in table.shown(speaker.base, options) {
            text += &line(dialect, speaker.fields(table, row, works, dialect));
        }
    }
    text
}

impl<'a> Speaker<'a> {
    fn fields(
        &self,
        table: &Table<'a>,
        row: &Row<'a>,
        works: &Works<'_>,
        dialect: Dialect,
    ) -> [String; 32] {
        let claim = row.claim;
        let study = self.base.study_of(claim);
        let number = |value: Option<f64>| value.map(|one| dialect.number(one)).unwrap_or_default();
        let flag = |value: Option<bool>| value.map(|value| value.to_string()).unwrap_or_default();
        let question = claim.said.question.as_ref().and_then(|question| question.text.as_deref());
        let (used, deff) = used(row.size);
        let others = |relation| text(&row.verdict.others(relation).join(" "));
        let source = works.source(claim);
        let urls = source.as_ref().map(|source| source.urls().join(" ")).unwrap_or_default();
        let cited_in = source.as_ref().map(|source| source.cited_in().join(" "));
        [
            text(&claim.id),
            text(claim.study().unwrap_or_default()),
            text(study.map(|study| study.said.publisher.as_str()).unwrap_or_default()),
            text(study.map(|study| study.said.title.as_str()).unwrap_or_default()),
            text(row.published),
            number(row.share.and_then(|set| value(&set))),
            number(row.share.map(|set| set.lo_f64())),
            flag(row.share.map(|set| set.lo_open())),
            number(row.share.map(|set| set.hi_f64())),
            flag(row.share.map(|set| set.hi_open())),
            row.share.map(|_| "fraction").unwrap_or_default().to_owned(),
            text(&self.people(claim)),
            claim.period.map(|period| period.to_string()).unwrap_or_default(),
            sample(claim.n),
            number(row.interval.map(|interval| interval.lo)),
            number(row.interval.map(|interval| interval.hi)),
            text(&row.place.path),
            row.place.line.to_string(),
            word(&claim.said.mark),
            row.left_out().map(Reason::name).unwrap_or_default().to_owned(),
            text(&table.proposition.to_string()),
            word(&claim.said.role),
            text(question.unwrap_or_default()),
            used.map(|n| n.to_string()).unwrap_or_default(),
            number(deff),
            row.verdict.name().to_owned(),
            others(Relation::Conflicts),
            others(Relation::Differs),
            text(&self.all_notes(table, row).join(" ")),
            text(works.key(claim).unwrap_or_default()),
            text(&urls),
            text(&cited_in.unwrap_or_default()),
        ]
    }
}

/// The number of cases that an interval rests on, and its design effect.
fn used(size: Option<Size>) -> (Option<u64>, Option<f64>) {
    match size {
        Some(Size::Published { n, deff } | Size::Assumed { n, deff, .. }) => (Some(n), Some(deff)),
        Some(Size::Unknown | Size::Census) | None => (None, None),
    }
}

/// The middle of a share; none of a bound, whose middle nobody published.
fn value(set: &ReportingSet) -> Option<f64> {
    let (lo, hi) = (set.lo_f64(), set.hi_f64());
    let is_bound = lo <= 0.0 || hi >= 1.0;
    let middle = (set.lo() + set.hi()) / 2;
    let value = *middle.numer() as f64 / *middle.denom() as f64;
    (!is_bound || lo == hi).then_some(value)
}

/// A number of cases as published, with its hedge as a sign.
pub(super) fn sample(sample: Sample) -> String {
    match sample {
        Sample::Unknown => String::new(),
        Sample::Census => "census".to_owned(),
        Sample::Exactly(n) => n.to_string(),
        Sample::About(n) => format!("~{n}"),
        Sample::AtLeast(n) => format!(">={n}"),
        Sample::AtMost(n) => format!("<={n}"),
        Sample::Between(lo, hi) => format!("{lo}-{hi}"),
    }
}

fn line(dialect: Dialect, fields: [String; 32]) -> String {
    let separator = dialect.separator().to_string();
    fields.map(|field| csv_field(&field)).join(&separator) + "\n"
}
