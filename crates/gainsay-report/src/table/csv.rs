//! A table as comma-separated values, with raw numbers for spreadsheets.

use gainsay_claims::{sample::Sample, value::ReportingSet};

use super::{Row, Table};
use crate::{Speaker, clean, lang::reason_key};

const COLUMNS: [&str; 20] = [
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
];

/// Writes a table. Numbers are fractions of the base with a decimal point, in
/// every language; names of columns are never translated.
pub fn csv(speaker: Speaker<'_>, table: &Table<'_>) -> String {
    let mut text = line(COLUMNS.map(str::to_owned));
    for row in &table.rows {
        text += &line(speaker.fields(row));
    }
    text
}

impl Speaker<'_> {
    fn fields(&self, row: &Row<'_>) -> [String; 20] {
        let claim = row.claim;
        let study = self.base.study_of(claim);
        let number = |value: Option<f64>| value.map(|value| value.to_string()).unwrap_or_default();
        let flag = |value: Option<bool>| value.map(|value| value.to_string()).unwrap_or_default();
        [
            text(&claim.id),
            text(claim.study().unwrap_or_default()),
            text(study.map(|study| study.said.publisher.as_str()).unwrap_or_default()),
            text(study.map(|study| study.said.title.as_str()).unwrap_or_default()),
            text(&self.published(claim)),
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
            crate::json::word(&claim.said.mark),
            row.left_out.map(reason_key).unwrap_or_default().to_owned(),
        ]
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
fn sample(sample: Sample) -> String {
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

/// Text that no spreadsheet takes for a formula.
fn text(text: &str) -> String {
    let text = clean(text);
    let is_formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '\u{2212}', '＝', '＋', '－', '＠']);
    if is_formula { format!("'{text}") } else { text }
}

fn line(fields: [String; 20]) -> String {
    fields.map(|field| quote(&field)).join(",") + "\n"
}

fn quote(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r', ';']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
