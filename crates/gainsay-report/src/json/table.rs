//! The output of `gainsay table`.

use std::collections::BTreeMap;

use gainsay_judge::{Reason, Size};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    check::SizeOutput,
    line,
    parts::{At, Cases, Range, Set},
    text, word,
};
use crate::{
    Speaker,
    table::{Options, Row, Sources, Table, Verdict, Works, digest, label, relation_name, works},
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
    /// The heading of the table, in the language asked for.
    caption: String,
    /// What cross-references call the table.
    id: String,
    /// The first sixteen hexadecimal digits of SHA-256 over the evidence behind the
    /// table, whatever is shown of it.
    digest: String,
    rows: Vec<RowOutput>,
    /// The works that the rows cite.
    sources: Vec<SourceOutput>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SourceOutput {
    /// The key of the study, or of the work that was read; absent when the base has
    /// neither.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// How it is to be cited, in the language asked for.
    text: String,
    /// The keys of the works that were read, if it was only seen in those.
    cited_in: Vec<String>,
    /// Addresses of the works that were read.
    urls: Vec<String>,
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
    /// The key of citations; absent when no study of the base is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// The keys of the works in which the figure was seen, if it was not seen at the
    /// study's publisher's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cited_in: Vec<String>,
    /// The question, word for word; absent when it is not disclosed.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    /// Qualifying facets: how it was worded.
    wording: BTreeMap<String, String>,
    /// `conflicts`, `differs`, `open`, `agrees`, `no-conflict`, `alone` or
    /// `not-compared`; the gravest that holds.
    verdict: &'static str,
    /// How it stands to every claim that it is compared with.
    against: Vec<AgainstOutput>,
    /// What a reader must be told of it, in the language asked for.
    notes: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AgainstOutput {
    /// The other claim.
    claim: String,
    /// `conflicts`, `differs` (and so do the studies), `open`, `agrees` or
    /// `no-conflict`.
    relation: &'static str,
}

/// Writes a table.
pub fn table<'a>(speaker: Speaker<'a>, table: &Table<'a>, options: &Options) -> String {
    let works = works(speaker, std::slice::from_ref(table), options);
    text(&output(speaker, table, options, &works))
}

/// Some rows of a table on one line; the digest is that of the whole. The works that all
/// tables cite are read once, as that takes longer than all else.
pub(crate) fn part<'a>(
    speaker: Speaker<'a>,
    whole: &Table<'a>,
    part: &Table<'a>,
    works: &Works<'a>,
) -> String {
    line(&with_digest(speaker, part, digest(whole), &Options::default(), works))
}

/// A table as a value for programs and templates.
pub(crate) fn output<'a>(
    speaker: Speaker<'a>,
    table: &Table<'a>,
    options: &Options,
    works: &Works<'a>,
) -> TableOutput {
    with_digest(speaker, table, digest(table), options, works)
}

fn with_digest<'a>(
    speaker: Speaker<'a>,
    table: &Table<'a>,
    digest: String,
    options: &Options,
    works: &Works<'a>,
) -> TableOutput {
    let mut sources = Sources::default();
    let shown = table.shown(speaker.base, options);
    let rows = shown.into_iter().map(|one| row(speaker, table, one, works, &mut sources));
    let rows = rows.collect();
    let owned = |keys: Vec<&str>| keys.into_iter().map(str::to_owned).collect();
    TableOutput {
        schema: "gainsay/table/1",
        proposition: table.proposition.to_string(),
        label: speaker.proposition(table.proposition),
        caption: speaker.caption(table.proposition),
        id: label(&table.proposition.to_string()),
        digest,
        rows,
        sources: sources
            .list
            .iter()
            .map(|one| SourceOutput {
                key: one.key.clone(),
                text: one.words(),
                cited_in: owned(one.cited_in()),
                urls: one.urls(),
            })
            .collect(),
    }
}

/// A row, whose source joins those of the table.
fn row<'a>(
    speaker: Speaker<'a>,
    table: &Table<'a>,
    row: &Row<'a>,
    works: &Works<'_>,
    sources: &mut Sources,
) -> RowOutput {
    let claim = row.claim;
    let study = speaker.base.study_of(claim);
    let source = works.source(claim);
    let cited_in = source.as_ref().map(|source| source.cited_in());
    let cited_in = cited_in.into_iter().flatten().map(str::to_owned).collect();
    if let Some(source) = source {
        sources.place(source);
    }
    RowOutput {
        claim: claim.id.clone(),
        study: claim.study().map(str::to_owned),
        publisher: study.map(|study| study.said.publisher.clone()),
        title: study.map(|study| study.said.title.clone()),
        published: row.published.to_owned(),
        share: row.share.map(Set::from),
        among: speaker.people(claim),
        period: claim.period.map(|period| period.to_string()),
        cases: claim.n.into(),
        size: row.size.map(|size: Size| size.into()),
        interval: row.interval.map(Range::from),
        at: At::new(speaker.base, &claim.at),
        role: word(&claim.said.role),
        mark: word(&claim.said.mark),
        left_out: row.left_out().map(Reason::name),
        key: works.key(claim).map(str::to_owned),
        cited_in,
        question: claim.said.question.as_ref().and_then(|question| question.text.clone()),
        wording: claim.wording.clone(),
        verdict: row.verdict.name(),
        against: against(&row.verdict),
        notes: speaker.all_notes(table, row),
    }
}

fn against(verdict: &Verdict<'_>) -> Vec<AgainstOutput> {
    let Verdict::Compared(pairs) = verdict else {
        return Vec::new();
    };
    let pairs = pairs.iter();
    pairs
        .map(|(relation, other)| AgainstOutput {
            claim: (*other).to_owned(),
            relation: relation_name(*relation),
        })
        .collect()
}
