//! What the rules look at.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    Check, Diagnostic, EvidenceBase, Location,
    claim::Claim,
    diagnostic::Subject,
    facts::{DraftFact, Fact},
};
use gainsay_judge::{CitationHop, CitationJudgement, Judgement, Stated};

use super::{CheckedFigure, Outcome};
use crate::{
    prose::{Draft, Passage, Voice},
    said::Read,
};

/// Gives the digest of a generated table as the base has it now.
type Digest<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A draft with all that is known of it.
pub(crate) struct View<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) read: &'a [Read<'a>],
    pub(crate) base: &'a EvidenceBase,
    pub(crate) judgement: &'a Judgement,
    pub(crate) figures: &'a [CheckedFigure],
    /// What the draft says beside the base.
    pub(crate) stated: Stated<'a>,
    digest: Digest<'a>,
    /// The studies that the draft names, shows in a table or cites a figure of.
    named: BTreeSet<String>,
    /// How the claims of the draft stand to what they cite, by claim.
    hops: BTreeMap<&'a str, &'a CitationHop>,
    /// Its figures by the claims that it makes with them.
    by_claim: BTreeMap<&'a str, &'a CheckedFigure>,
}

impl<'a> View<'a> {
    pub(super) fn new(
        draft: &'a Draft,
        read: &'a [Read<'a>],
        figures: &'a [CheckedFigure],
        stated: Stated<'a>,
        citations: &'a [CitationJudgement],
        digest: Digest<'a>,
    ) -> Self {
        let Stated { base, judgement, .. } = stated;
        let named = named(draft, read, figures, base);
        let hops = citations.iter();
        let hops = hops.filter_map(|one| Some((one.claim.as_str(), one.hops.first()?)));
        let hops = hops.collect();
        let by_claim = figures.iter().filter_map(|one| Some((one.claim.as_deref()?, one)));
        let by_claim = by_claim.collect();
        Self { draft, read, base, judgement, figures, stated, digest, named, hops, by_claim }
    }

    /// The claim that a figure was matched with.
    pub(crate) fn source(&self, figure: &CheckedFigure) -> Option<&'a Claim> {
        match &figure.outcome {
            Outcome::Found(found) => self.base.claims.get(&found.claim),
            _ => None,
        }
    }

    /// How a figure moved away from the claim that it was matched with.
    pub(crate) fn hop(&self, figure: &CheckedFigure) -> Option<&'a CitationHop> {
        let claim = figure.claim.as_ref()?;
        self.hops.get(claim.as_str()).copied()
    }

    /// Whether the draft tells readers of a study.
    pub(crate) fn tells_of(&self, study: &str) -> bool {
        self.named.contains(study)
    }

    pub(crate) fn passage(&self, figure: &CheckedFigure) -> &'a Passage {
        self.read[figure.passage].passage
    }

    /// The passage up to the sentence behind that of a figure, and the notes to its own.
    pub(crate) fn up_to(&self, figure: &CheckedFigure) -> String {
        let read = &self.read[figure.passage];
        let text = read.passage.prose.text();
        let own = read.sentence_of(figure.figure.sentence.start);
        let last = read.sentences.get(own + 1).or(read.sentences.get(own));
        let near = text.get(..last.map_or(text.len(), |one| one.end)).unwrap_or_default();
        let called = |from: (usize, usize)| {
            from.0 == figure.passage && figure.figure.sentence.contains(&from.1)
        };
        let notes = self.read.iter().filter(|one| one.passage.called_from.is_some_and(called));
        let notes = notes.map(|one| one.passage.prose.text());
        std::iter::once(near).chain(notes).collect::<Vec<_>>().join(" ")
    }

    /// The digest of a table as the base has it now.
    pub(crate) fn digest(&self, table: &str) -> Option<String> {
        (self.digest)(table)
    }

    /// A part of a passage, in the file.
    pub(crate) fn place(&self, passage: &Passage, part: std::ops::Range<usize>) -> Location {
        Location { document: self.draft.name.clone(), span: passage.prose.place(part) }
    }

    /// A diagnostic of a figure, which points to it.
    pub(crate) fn about(&self, figure: &CheckedFigure, check: &'static Check) -> Diagnostic {
        let passage = self.passage(figure);
        let span = figure.figure.span.clone();
        let text = passage.prose.text().get(span.clone()).unwrap_or_default();
        let fact = Fact::Draft(DraftFact::Reads(figure.figure.reading.clone()));
        let diagnostic = Diagnostic::new(check, Subject::Name(text.to_owned()))
            .label(self.place(passage, span), fact);
        match &passage.voice {
            Voice::Author => diagnostic,
            Voice::Commenter(who) => {
                diagnostic.note(Fact::Draft(DraftFact::SaidBy { who: who.clone() }))
            }
        }
    }

    /// Points to a claim of the draft or of the base as well.
    pub(crate) fn with_claim(&self, diagnostic: Diagnostic, claim: &str) -> Diagnostic {
        let own = self.stated.claims.get(claim);
        match own.or_else(|| self.base.claims.get(claim)) {
            Some(claim) => diagnostic.label(claim.at.clone(), Fact::Claim { id: claim.id.clone() }),
            None => diagnostic,
        }
    }

    /// A diagnostic of the judge under a rule of drafts: its subject and first place are the
    /// words of the draft.
    pub(crate) fn reworded(&self, found: Diagnostic, check: &'static Check) -> Diagnostic {
        let span = found.labels.first().map(|label| label.at.span.clone()).unwrap_or_default();
        let words = self.draft.text.get(span).unwrap_or_default().trim().to_owned();
        let mut labels = found.labels;
        let figure = match &found.subject {
            Subject::Name(claim) => self.by_claim.get(claim.as_str()),
            _ => None,
        };
        if let (Some(first), Some(figure)) = (labels.first_mut(), figure) {
            first.fact = Fact::Draft(DraftFact::Reads(figure.figure.reading.clone()));
        }
        Diagnostic { check, subject: Subject::Name(words), labels, ..found }
    }
}

fn named(
    draft: &Draft,
    read: &[Read<'_>],
    figures: &[CheckedFigure],
    base: &EvidenceBase,
) -> BTreeSet<String> {
    let by_name = read.iter().flat_map(|one| &one.names).flat_map(|name| name.studies.iter());
    let by_figure = figures.iter().filter_map(|figure| match &figure.outcome {
        Outcome::Found(found) => base.claims.get(&found.claim)?.study(),
        _ => None,
    });
    let shown = |claim: &&Claim| {
        draft.tables.iter().any(|table| table.name == claim.proposition.to_string())
    };
    let by_table = base.claims.values().filter(|_| !draft.tables.is_empty()).filter(shown);
    let studies = by_figure.chain(by_table.filter_map(Claim::study)).map(str::to_owned);
    by_name.cloned().chain(studies).collect()
}
