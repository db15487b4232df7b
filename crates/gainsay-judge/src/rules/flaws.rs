//! Diagnostics that are made of what cannot be true inside one study.

use gainsay_claims::{
    Check, Diagnostic,
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
    kind: FlawKind,
) -> Vec<Diagnostic> {
    let flaws = judged.flaws.iter().filter(|flaw| flaw.kind == kind);
    flaws.map(|flaw| diagnostic(if flaw.sure { sure } else { open }, flaw)).collect()
}

fn diagnostic(check: &'static Check, flaw: &Flaw) -> Diagnostic {
    let facts = flaw.facts.iter().cloned().map(Fact::Study);
    let note = |fact| Note { about: Vec::new(), facts: vec![fact] };
    Diagnostic {
        labels: flaw.labels.clone(),
        notes: facts.map(note).collect(),
        ..Diagnostic::new(check, Subject::Name(flaw.subject.clone()))
    }
}
