//! Selecting what a check shows.

use gainsay_claims::{
    Diagnostic, EvidenceBase, Proposition, diagnostic::Subject, facts::Fact, vocabulary::nearest,
};
use gainsay_judge::{Judgement, PropositionJudgement};

use crate::refusal::Refusal;

/// Propositions, concepts and sources to show; empty shows everything.
#[derive(Debug, Default)]
pub(crate) struct Selection<'a> {
    names: &'a [String],
}

impl<'a> Selection<'a> {
    /// Selects by name.
    ///
    /// # Errors
    ///
    /// A name that is no proposition, concept or source of the base.
    pub(crate) fn new(
        names: &'a [String],
        base: &EvidenceBase,
        judgement: &Judgement,
    ) -> Result<Self, Refusal> {
        let mut known: Vec<String> = base.sources.keys().cloned().collect();
        known.extend(base.vocabulary.concepts.keys().cloned());
        known.extend(judgement.propositions.iter().map(|one| one.proposition.to_string()));
        match names.iter().find(|name| !known.contains(name)) {
            None => Ok(Self { names }),
            Some(name) => Err(unknown(name, known.iter().map(String::as_str))),
        }
    }

    /// Keeps the propositions that are selected.
    pub(crate) fn propositions(&self, judgement: &mut Judgement) {
        judgement.propositions.retain(|one| self.has_proposition(one));
    }

    /// Whether a diagnostic is about something that is selected.
    pub(crate) fn has(&self, diagnostic: &Diagnostic, base: &EvidenceBase) -> bool {
        if self.names.is_empty() {
            return true;
        }
        let of_subject = match &diagnostic.subject {
            Subject::Proposition(proposition) => self.names_proposition(proposition),
            Subject::Name(name) => self.names_source_of(name),
        };
        let of_label = || {
            diagnostic.labels.iter().any(|label| match &label.fact {
                Fact::Claim { id } => {
                    base.claims.get(id).is_some_and(|claim| self.names.contains(&claim.source))
                }
                _ => false,
            })
        };
        of_subject || of_label()
    }

    fn has_proposition(&self, judged: &PropositionJudgement) -> bool {
        self.names.is_empty()
            || self.names_proposition(&judged.proposition)
            || judged.evidence.iter().any(|one| self.names_source_of(&one.claim))
    }

    fn names_proposition(&self, proposition: &Proposition) -> bool {
        self.names.contains(&proposition.concept) || self.names.contains(&proposition.to_string())
    }

    /// Whether an id, such as `source/study/name`, or a document, such as
    /// `sources/source/name.txt`, belongs to a source.
    fn names_source_of(&self, id: &str) -> bool {
        let id = id.strip_prefix("sources/").unwrap_or(id);
        let source = id.split('/').next().unwrap_or(id);
        self.names.iter().any(|name| name == source)
    }
}

/// A name that is not known, with the nearest one that is.
pub(crate) fn unknown<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Refusal {
    Refusal::Unknown { name: name.to_owned(), nearest: nearest(name, known).map(str::to_owned) }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::checks::{BROKEN_DOCUMENT, BROKEN_SOURCE};

    use super::*;

    fn base() -> EvidenceBase {
        let mut base = EvidenceBase::default();
        for source in ["fixture-a", "fixture-b"] {
            base.sources.insert(source.to_owned(), Default::default());
        }
        base
    }

    #[track_caller]
    fn check(name: &str, check: &'static gainsay_claims::Check, subject: &str, is_shown: bool) {
        let (base, names) = (base(), [name.to_owned()]);
        let selection = Selection::new(&names, &base, &Judgement::default()).expect("it is known");
        let diagnostic = Diagnostic::new(check, Subject::Name(subject.to_owned()));
        assert_eq!(selection.has(&diagnostic, &base), is_shown);
    }

    #[test]
    fn a_source_selects_what_is_about_it() {
        check("fixture-a", &BROKEN_SOURCE, "fixture-a", true);
        check("fixture-a", &BROKEN_DOCUMENT, "sources/fixture-a/raw.txt", true);
        check("fixture-a", &BROKEN_SOURCE, "fixture-b", false);
    }

    #[test]
    fn a_name_that_is_not_known_is_refused() {
        let names = ["fixture-c".to_owned()];
        let refused = Selection::new(&names, &base(), &Judgement::default());
        let Err(Refusal::Unknown { nearest, .. }) = refused else {
            panic!("it is not known");
        };
        assert_eq!(nearest.as_deref(), Some("fixture-a"));
    }
}
