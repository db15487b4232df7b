//! What a written table rests on, in sixteen digits.

use gainsay_claims::value::ReportingSet;
use gainsay_judge::Size;
use serde::Serialize;

use super::{Row, Table, verdict::Verdict};
use crate::{fingerprint::sha256, json::word};

/// Everything of one row that a table says, free of language.
#[derive(Serialize)]
struct Evidence<'a> {
    claim: &'a str,
    published: &'a str,
    share: Option<[String; 2]>,
    n: String,
    size: Option<String>,
    period: [Option<String>; 3],
    base: Vec<&'a str>,
    regions: Option<Vec<&'static str>>,
    age: Option<String>,
    said: [String; 2],
    verdict: Vec<[&'a str; 2]>,
}

/// The first sixteen hexadecimal digits of SHA-256 over the evidence behind a table:
/// ids of claims, shares with open ends, numbers of cases, periods, bases, the words
/// published at each place, verdicts. All claims on the proposition count, whatever
/// a selection shows; order, language and wording of the program do not.
pub fn digest(table: &Table<'_>) -> String {
    let mut rows: Vec<&Row<'_>> = table.rows.iter().collect();
    rows.sort_by_key(|row| (&row.claim.id, row.verdict.name()));
    let evidence: Vec<_> = rows.into_iter().map(evidence).collect();
    let all = ("gainsay/evidence/1", table.proposition.to_string(), evidence);
    // Strings, lists and options only: nothing that could fail to be written.
    let bytes = serde_json::to_vec(&all).unwrap_or_default();
    sha256(bytes, 8)
}

fn evidence<'a>(row: &Row<'a>) -> Evidence<'a> {
    let claim = row.claim;
    let steps = claim.base.steps.iter().map(|step| step.who.as_str());
    let regions = claim.population.regions.as_ref();
    Evidence {
        claim: &claim.id,
        published: row.published,
        share: row.share.map(|set| ends(&set)),
        n: super::csv::sample(claim.n),
        size: row.size.map(size),
        period: [claim.period, claim.since, claim.target].map(|one| Some(one?.to_string())),
        base: claim.population.universe.as_deref().into_iter().chain(steps).collect(),
        regions: regions.map(|regions| regions.iter().map(|one| one.code()).collect()),
        age: claim.population.age.as_ref().map(ToString::to_string),
        said: [word(&claim.said.role), word(&claim.said.mark)],
        verdict: verdict(&row.verdict),
    }
}

/// Both ends as exact fractions, and whether they are open.
fn ends(set: &ReportingSet) -> [String; 2] {
    let sign = |open: bool| if open { "open" } else { "closed" };
    [
        format!("{} {}", sign(set.lo_open()), set.lo()),
        format!("{} {}", sign(set.hi_open()), set.hi()),
    ]
}

fn size(size: Size) -> String {
    match size {
        Size::Unknown => "unknown".to_owned(),
        Size::Census => "census".to_owned(),
        Size::Published { n, deff } => format!("{n} deff {deff}"),
        Size::Assumed { n, of, deff, .. } => format!("{n} of {of} deff {deff}"),
    }
}

fn verdict<'a>(verdict: &Verdict<'a>) -> Vec<[&'a str; 2]> {
    match verdict {
        Verdict::NotCompared(reason) => vec![["not-compared", reason.name()]],
        Verdict::Alone => Vec::new(),
        Verdict::Compared(pairs) => pairs
            .iter()
            .map(|(relation, other)| [super::verdict::name(*relation), *other])
            .collect(),
    }
}
