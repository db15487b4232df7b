//! Diagnostics that are made of what cannot be true inside one study.

use gainsay_claims::{
    Check, Diagnostic, EvidenceBase,
    diagnostic::{Note, Subject},
    facts::Fact,
};

use crate::{
    judgement::Judgement,
    sanity::{Flaw, FlawKind},
};

/// Makes one diagnostic for each flaw of a kind: of the first check if it is sure,
/// of the second if it hangs on what the source does not tell.
pub(super) fn diagnose(
    [sure, open]: [&'static Check; 2],
    judged: &Judgement,
    base: &EvidenceBase,
    kind: FlawKind,
) -> Vec<Diagnostic> {
    let flaws = judged.flaws.iter().filter(|flaw| flaw.kind == kind);
    flaws.map(|flaw| diagnostic(if flaw.sure { sure } else { open }, flaw, base)).collect()
}

fn diagnostic(check: &'static Check, flaw: &Flaw, base: &EvidenceBase) -> Diagnostic {
    let facts = flaw.facts.iter().cloned().map(Fact::Study);
    let note = |fact| Note { about: Vec::new(), facts: vec![fact] };
    Diagnostic {
        labels: flaw.labels.clone(),
        notes: facts.map(note).collect(),
        ..Diagnostic::new(check, Subject::Name(flaw.subject.clone()))
    }
    .resting_on(claims(flaw, base))
}

/// The claims that a flaw is about. What a study says of itself concerns all it claims.
fn claims<'a>(flaw: &'a Flaw, base: &'a EvidenceBase) -> Vec<&'a str> {
    let shown = flaw.labels.iter().filter_map(|label| match &label.fact {
        Fact::Claim { id } => Some(id.as_str()),
        _ => None,
    });
    let claims: Vec<_> = shown.chain(flaw.fatal.iter().map(String::as_str)).collect();
    if !claims.is_empty() {
        return claims;
    }
    let of_study = base.claims.values().filter(|one| one.study() == Some(flaw.subject.as_str()));
    of_study.map(|one| one.id.as_str()).collect()
}
