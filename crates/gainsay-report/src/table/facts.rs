//! What a table holds, before anything is said of it.

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Claim, Statement},
    value::ReportingSet,
};
use gainsay_judge::{Evidence, PropositionJudgement, Reason, Size, stats::Interval};

use super::{
    digest::digest,
    verdict::{Verdict, Verdicts},
};
use crate::place::{Place, place};

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
    /// The words at the figure's place.
    pub published: &'a str,
    /// The share of those of whom the proposition is true, as fractions.
    pub share: Option<ReportingSet>,
    /// What that share was computed from, when the claim is evidence.
    pub size: Option<Size>,
    /// What is left open as if the base were a random sample of its effective
    /// size.
    pub interval: Option<Interval>,
    /// How it stands to the claims of other studies.
    pub verdict: Verdict<'a>,
    pub(crate) place: Place,
}

impl<'a> Table<'a> {
    /// The table of a judged proposition. Claims that the base does not hold are
    /// left out.
    pub fn new(base: &'a EvidenceBase, judgement: &'a PropositionJudgement) -> Self {
        let verdicts = Verdicts::new(judgement, base.policy.alpha);
        let evidence =
            judgement.evidence.iter().filter_map(|one| evidence_row(base, &verdicts, one));
        let left_out = judgement.left_out.iter().filter_map(|one| {
            let claim = base.claims.get(&one.claim)?;
            Some(Row {
                claim,
                published: published(base, claim),
                share: shown_share(base, claim),
                size: None,
                interval: None,
                verdict: Verdict::NotCompared(&one.reason),
                place: place(base, &claim.at),
            })
        });
        Self { proposition: &judgement.proposition, rows: evidence.chain(left_out).collect() }
    }

    /// The line that a written table carries, without the signs of a comment:
    /// `gainsay:table NAME sha256:0123456789abcdef`.
    pub fn mark(&self) -> String {
        // Names of a vocabulary hold none of these, which could end a comment.
        let name = crate::clean(&self.proposition.to_string()).replace(['<', '>'], "-");
        format!("gainsay:table {name} sha256:{}", digest(self))
    }
}

impl<'a> Row<'a> {
    /// Why it is not compared, if it is not.
    pub fn left_out(&self) -> Option<&'a Reason> {
        match self.verdict {
            Verdict::NotCompared(reason) => Some(reason),
            Verdict::Alone | Verdict::Compared(_) => None,
        }
    }
}

fn evidence_row<'a>(
    base: &'a EvidenceBase,
    verdicts: &Verdicts<'a>,
    evidence: &Evidence,
) -> Option<Row<'a>> {
    let claim = base.claims.get(evidence.claim.as_ref())?;
    Some(Row {
        claim,
        published: published(base, claim),
        share: Some(evidence.share),
        size: Some(evidence.size),
        interval: evidence.interval,
        verdict: verdicts.of(&claim.id),
        place: place(base, &claim.at),
    })
}

/// The words of the document that a claim is read from.
pub(super) fn published<'a>(base: &'a EvidenceBase, claim: &Claim) -> &'a str {
    let document = base.documents.get(&claim.at.document);
    let words = document.and_then(|document| document.text.get(claim.at.span.clone()));
    words.unwrap_or_default().trim()
}

/// A share that is no evidence (a forecast, say) is still shown.
fn shown_share(base: &EvidenceBase, claim: &Claim) -> Option<ReportingSet> {
    claim.share_of_yes(&base.vocabulary).or(match &claim.statement {
        Statement::Share(share) => Some(share.hard),
        _ => None,
    })
}
