//! The table of a proposition: one value, several formats, nothing lost.

mod csv;
mod markdown;
mod terminal;

use gainsay_claims::{
    EvidenceBase, Lang, Proposition,
    claim::{Claim, Statement},
    facts::SizeReason,
    value::ReportingSet,
};
use gainsay_judge::{Evidence, PropositionJudgement, Reason, Size, stats::Interval};

use crate::{
    Speaker, clean,
    lang::{decimal, integer, mark, pick, range, role, share, size},
    place::{Place, place},
};

pub(crate) use self::markdown::escape;
pub use self::{csv::csv, markdown::markdown, terminal::terminal};

/// Every claim on a proposition, as evidence or left out.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// What the claims are about.
    pub proposition: &'a Proposition,
    /// Its rows, evidence first, in order of claim.
    pub rows: Vec<Row<'a>>,
}

/// One claim of a table.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// The share of those of whom the proposition is true, as fractions.
    pub share: Option<ReportingSet>,
    /// What that share was computed from, when the claim is evidence.
    pub size: Option<Size>,
    /// What is left open as if the base were a random sample of its effective
    /// size.
    pub interval: Option<Interval>,
    /// Why it is not compared, if it is not.
    pub left_out: Option<&'a Reason>,
    pub(crate) place: Place,
}

impl<'a> Table<'a> {
    /// The table of a judged proposition. Claims that the base does not hold are
    /// left out.
    pub fn new(base: &'a EvidenceBase, judgement: &'a PropositionJudgement) -> Self {
        let evidence = judgement.evidence.iter().filter_map(|one| evidence_row(base, one));
        let left_out = judgement.left_out.iter().filter_map(|one| {
            let claim = base.claims.get(&one.claim)?;
            Some(Row {
                claim,
                share: shown_share(base, claim),
                size: None,
                interval: None,
                left_out: Some(&one.reason),
                place: place(base, &claim.at),
            })
        });
        Self { proposition: &judgement.proposition, rows: evidence.chain(left_out).collect() }
    }
}

fn evidence_row<'a>(base: &'a EvidenceBase, evidence: &Evidence) -> Option<Row<'a>> {
    let claim = base.claims.get(&evidence.claim)?;
    Some(Row {
        claim,
        share: Some(evidence.share),
        size: Some(evidence.size),
        interval: evidence.interval,
        left_out: None,
        place: place(base, &claim.at),
    })
}

/// A share that is no evidence (a forecast, say) is still shown.
fn shown_share(base: &EvidenceBase, claim: &Claim) -> Option<ReportingSet> {
    claim.share_of_yes(&base.vocabulary).or(match &claim.statement {
        Statement::Share(share) => Some(share.hard),
        _ => None,
    })
}

/// The headings of the columns, in the order of [`Speaker::cells`].
fn headings(lang: Lang) -> [&'static str; 9] {
    pick(
        lang,
        [
            [
                "source, study",
                "as published",
                "share of yes",
                "among",
                "period",
                "n",
                "as if a random sample",
                "place",
                "standing",
            ],
            [
                "source, étude",
                "chiffre publié",
                "part de oui",
                "parmi",
                "période",
                "n",
                "comme un échantillon aléatoire",
                "endroit",
                "statut",
            ],
        ],
    )
}

impl Speaker<'_> {
    /// The cells of a row, for people.
    fn cells(&self, row: &Row<'_>) -> [String; 9] {
        [
            self.source_and_study(row.claim),
            self.published(row.claim),
            row.share.map_or_else(|| self.statement(row.claim), |yes| share(self.lang, &yes)),
            self.people(row.claim),
            self.when(row.claim),
            self.row_size(row),
            row.interval.map_or_else(|| "–".to_owned(), |one| range(self.lang, one.lo, one.hi)),
            format!("{}:{}", row.place.path, row.place.line),
            self.standing(row),
        ]
    }

    fn source_and_study(&self, claim: &Claim) -> String {
        match self.base.study_of(claim) {
            Some(study) => {
                format!("{}, {}", clean(&study.said.publisher), clean(&study.said.title))
            }
            None => clean(&claim.source),
        }
    }

    /// The words at the place of the figure.
    pub(crate) fn published(&self, claim: &Claim) -> String {
        let words = self
            .base
            .documents
            .get(&claim.at.document)
            .and_then(|document| document.text.get(claim.at.span.clone()));
        clean(words.unwrap_or_default().trim())
    }

    fn row_size(&self, row: &Row<'_>) -> String {
        let known = size(self.lang, row.claim.n);
        let deff = |deff| {
            let shown = decimal(self.lang, deff, 1);
            match self.lang {
                Lang::En => format!("design effect {shown}"),
                Lang::Fr => format!("effet de plan {shown}"),
            }
        };
        match (row.size, self.lang) {
            (Some(Size::Published { deff: one, .. }), _) => format!("{known}, {}", deff(one)),
            (Some(Size::Assumed { n, of, by, deff: one }), _) => {
                let semicolon = if self.lang == Lang::En { "; " } else { "\u{a0}; " };
                format!("{known}{semicolon}{}, {}", self.derived(n, of, by), deff(one))
            }
            (Some(Size::Unknown | Size::Census) | None, _) => known,
        }
    }

    /// A size that is not published for a base, and what it follows from.
    fn derived(&self, n: u64, of: u64, by: SizeReason) -> String {
        let (n, of) = (integer(self.lang, n), integer(self.lang, of));
        match (by, self.lang) {
            (SizeReason::SubsampleFloor, Lang::En) => format!("{n} assumed, of {of} asked"),
            (SizeReason::SubsampleFloor, Lang::Fr) => format!("{n} supposés, sur {of} interrogés"),
            (SizeReason::PublishedShares, Lang::En) => {
                format!("{n} by its published share of {of} asked")
            }
            (SizeReason::PublishedShares, Lang::Fr) => {
                format!("{n} d'après sa part publiée de {of} interrogés")
            }
        }
    }

    fn standing(&self, row: &Row<'_>) -> String {
        let said = &row.claim.said;
        let standing = format!("{}, {}", role(self.lang, said.role), mark(self.lang, said.mark));
        let Some(reason) = row.left_out else {
            return standing;
        };
        let not_compared = pick(self.lang, ["not compared", "non comparé"]);
        format!("{standing}, {not_compared} ({})", self.reason(reason))
    }
}

#[cfg(test)]
mod tests;
