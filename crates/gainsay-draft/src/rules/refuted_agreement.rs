//! Figures that a draft says agree, and do not: the judge's own rule, and where it compares
//! no propositions, what the judge found of the two and how far apart they are.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic,
    claim::{Claim, Statement},
    diagnostic::{Subject, Text},
    wire::Says,
};

use super::{Rule, contradiction_not_cited::contradicting};
use crate::check::View;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "refuted-agreement",
    group: CheckGroup::Citations,
    level: gainsay_claims::Level::Warning,
    headline: Text {
        en: "the figures of which the draft says “{}” do not agree",
        fr: "les chiffres dont le brouillon dit «\u{a0}{}\u{a0}» ne concordent pas",
    },
    help: Text {
        en: "give both figures with their bases, and leave the comparison to the reader",
        fr: "donner les deux chiffres avec leur base, et laisser la comparaison au lecteur",
    },
    explanation: include_str!("refuted-agreement.md"),
};

/// So many times the policy's material gap, and a number of people that nobody disclosed
/// explains no difference any more.
const FAR: f64 = 2.0;

/// Where the judge cannot tell, the draft is left in peace, unless the figures are far apart.
fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let (refuted, open): (Vec<_>, Vec<_>) = view
        .stated
        .refuted_agreements()
        .into_iter()
        .partition(|one| one.check.level == CHECK.level);
    let open: Vec<Subject> = open.into_iter().map(|one| one.subject).collect();
    let refuted = refuted.into_iter().map(|one| view.reworded(one, &CHECK));
    refuted
        .chain(view.stated.claims.values().filter_map(|claim| not_tested(claim, &open, view)))
        .collect()
}

/// Figures that the judge did not test: on one concept in other respects, or of studies that
/// do not say how many they asked.
fn not_tested(claim: &Claim, open: &[Subject], view: &View<'_>) -> Option<Diagnostic> {
    let Says::Agreement(agreement) = &claim.said.says else { return None };
    let source = |id: &String| {
        let cited = view.stated.claims.get(id)?.said.cites.as_ref()?;
        view.base.claims.get(cited)
    };
    let [one, other] = agreement.between.as_slice() else { return None };
    let (one, other) = (source(one)?, source(other)?);
    let is_open = open.contains(&Subject::Name(claim.id.clone()));
    let material = match one.proposition == other.proposition {
        true if !is_open => return None,
        true => FAR * view.base.policy.delta,
        false => view.base.policy.delta,
    };
    let refuted = contradicting(&one.id, view).contains(&other.id.as_str())
        || gap(one, other).is_some_and(|gap| gap > material);
    if !refuted {
        return None;
    }
    let words = view.draft.text.get(claim.at.span.clone()).unwrap_or_default().to_owned();
    let diagnostic = view.with_claim(Diagnostic::new(&CHECK, Subject::Name(words)), &claim.id);
    Some(view.with_claim(view.with_claim(diagnostic, &one.id), &other.id))
}

/// How far the middles of two shares are apart, in points, once both are of those of whom
/// it is true.
fn gap(one: &Claim, other: &Claim) -> Option<f64> {
    let middle = |claim: &Claim| {
        let Statement::Share(share) = &claim.statement else { return None };
        let yes = if claim.said.negated { share.hard.complement() } else { share.hard };
        Some(f64::midpoint(yes.lo_f64(), yes.hi_f64()))
    };
    Some((middle(one)? - middle(other)?).abs())
}
