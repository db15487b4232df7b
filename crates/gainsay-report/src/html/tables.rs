//! What a page shows of a base: chosen once, for all of its sections.

use std::{cmp::Reverse, collections::BTreeMap};

use gainsay_claims::{Diagnostic, Proposition, claim::Claim};
use gainsay_judge::{PropositionJudgement, Relation};

use super::{
    Page, anchor,
    limits::{ALL_ROWS, ROWS, TABLES},
    part::Part,
    views::gravest,
};
use crate::{
    Counts, Speaker,
    lang::pick,
    table::{Options, Row, Table, Verdict, Works},
};

/// What a page shows.
pub(super) struct Tables<'a> {
    /// What it is made of.
    pub(super) page: &'a Page<'a>,
    /// Propositions on which studies can be compared, the gravest first.
    pub(super) shown: Vec<Shown<'a>>,
    /// Those on which studies are compared, and for whose table there is no room, the
    /// gravest first.
    pub(super) crowded_out: Vec<&'a PropositionJudgement>,
    /// Those on which nothing can be compared, in order.
    pub(super) uncompared: Vec<&'a PropositionJudgement>,
    /// How the claims of the tables are to be cited.
    pub(super) works: Works<'a>,
    /// What rules and checks found, each with its name on the page, in reading order.
    pub(super) findings: Vec<Told<'a>>,
    /// What was looked at, in numbers.
    pub(super) counts: Counts,
    /// In whose table the row of a claim is that links lead to.
    rows: BTreeMap<&'a str, &'a Proposition>,
}

/// A proposition with a table.
pub(super) struct Shown<'a> {
    /// The proposition, judged.
    pub(super) judged: &'a PropositionJudgement,
    /// All that is known of it.
    pub(super) whole: Table<'a>,
    /// The rows that the page has room for, in order of time.
    pub(super) table: Table<'a>,
    /// How many rows there was no room for.
    pub(super) more: usize,
}

/// A finding on the page.
pub(super) struct Told<'a> {
    /// What was found.
    pub(super) diagnostic: &'a Diagnostic,
    /// Where it is listed.
    pub(super) part: Part,
    /// Its name for links.
    pub(super) anchor: String,
}

impl<'a> Tables<'a> {
    /// Chooses what a page shows.
    pub(super) fn new(page: &'a Page<'a>) -> Self {
        let (shown, crowded_out, uncompared) = choose(page);
        let mut rows: BTreeMap<&'a str, &'a Proposition> = BTreeMap::new();
        let mut claims: Vec<&'a Claim> = Vec::new();
        for one in &shown {
            for row in &one.table.rows {
                // A claim may be a bound on another proposition, too.
                rows.entry(&row.claim.id).or_insert(&one.judged.proposition);
                claims.push(row.claim);
            }
        }
        Self {
            works: Works::new(page.speaker, claims.into_iter()),
            rows,
            findings: findings(page),
            counts: Counts::new(page.speaker.base, page.judgement, page.shown),
            page,
            shown,
            crowded_out,
            uncompared,
        }
    }

    /// Who speaks.
    pub(super) fn speaker(&self) -> Speaker<'a> {
        self.page.speaker
    }

    /// The words of the page's language.
    pub(super) fn say<T>(&self, words: [T; 2]) -> T {
        pick(self.page.speaker.lang, words)
    }

    /// Whether a claim has a row on the page.
    pub(super) fn has_row(&self, claim: &str) -> bool {
        self.rows.contains_key(claim)
    }

    /// The name of a row for links, if it is the one that they lead to.
    pub(super) fn row_name(&self, shown: &Shown<'_>, row: &Row<'_>) -> Option<String> {
        let id = row.claim.id.as_str();
        let is_first = self.rows.get(id) == Some(&&shown.judged.proposition);
        is_first.then(|| anchor::anchor("c", id))
    }

    /// Whether a proposition has a table on the page.
    pub(super) fn has_table(&self, proposition: &Proposition) -> bool {
        self.shown.iter().any(|one| one.judged.proposition == *proposition)
    }
}

impl Shown<'_> {
    /// The name of the table for links.
    pub(super) fn anchor(&self) -> String {
        anchor::anchor("p", &self.judged.proposition.to_string())
    }
}

/// Propositions with a table, those for whose table there is no room, and those on which
/// nothing is compared.
fn choose<'a>(
    page: &'a Page<'a>,
) -> (Vec<Shown<'a>>, Vec<&'a PropositionJudgement>, Vec<&'a PropositionJudgement>) {
    let base = page.speaker.base;
    let judged = page.judgement.propositions.iter();
    let (mut compared, others): (Vec<_>, Vec<_>) = judged
        .map(|one| (gravest(one, base.policy.alpha), one))
        .partition(|(standing, _)| standing.is_some());
    compared.sort_by_key(|(standing, one)| (*standing, Reverse(one.evidence.len())));
    let mut room = ALL_ROWS;
    let mut shown = Vec::new();
    let mut compared = compared.into_iter();
    for (_, judged) in compared.by_ref().take(TABLES) {
        let whole = Table::new(base, judged);
        let (table, more) = cut(page.speaker, &whole, room.min(ROWS));
        room -= table.rows.len();
        shown.push(Shown { judged, whole, table, more });
        if room == 0 {
            break;
        }
    }
    let mut uncompared: Vec<_> = others.into_iter().map(|(_, one)| one).collect();
    uncompared.sort_by_key(|one| &one.proposition);
    (shown, compared.map(|(_, one)| one).collect(), uncompared)
}

/// The rows that matter most, in order of time, those that are not compared last; and how
/// many more there are.
fn cut<'a>(speaker: Speaker<'a>, whole: &Table<'a>, room: usize) -> (Table<'a>, usize) {
    let mut rows: Vec<Row<'a>> =
        whole.shown(speaker.base, &Options::default()).into_iter().cloned().collect();
    let starts: BTreeMap<&str, String> =
        rows.iter().map(|row| (row.claim.id.as_str(), start(speaker, row))).collect();
    let start = |row: &Row<'a>| starts.get(row.claim.id.as_str()).cloned().unwrap_or_default();
    rows.sort_by_cached_key(|row| (gravity(row), Reverse(start(row))));
    let more = rows.len().saturating_sub(room);
    rows.truncate(room);
    rows.sort_by_cached_key(|row| (row.left_out().is_some(), start(row), row.claim.id.clone()));
    (Table { proposition: whole.proposition, rows }, more)
}

/// The first day of a row, or of the publication; the unknown comes first.
fn start(speaker: Speaker<'_>, row: &Row<'_>) -> String {
    let published = || speaker.base.study_of(row.claim)?.published;
    let period = row.claim.period.or_else(published);
    period.map(|period| period.start().to_string()).unwrap_or_default()
}

/// How much a row matters, the least first.
fn gravity(row: &Row<'_>) -> (bool, Option<Relation>) {
    match &row.verdict {
        Verdict::NotCompared(_) => (true, None),
        Verdict::Alone => (true, Some(Relation::NoConflict)),
        Verdict::Compared(pairs) => (false, pairs.first().map(|(relation, _)| *relation)),
    }
}

fn findings<'a>(page: &'a Page<'a>) -> Vec<Told<'a>> {
    let anchors = anchor::of_findings(page.shown.iter());
    let told = page.shown.iter().zip(anchors).map(|(diagnostic, anchor)| Told {
        part: Part::of(diagnostic),
        diagnostic,
        anchor,
    });
    let mut told: Vec<_> = told.collect();
    // Stable: what is listed in one part stays in the order of the judge.
    told.sort_by_key(|one| one.part);
    told
}
