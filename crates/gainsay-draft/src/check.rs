//! Holds a draft against an evidence base.

mod differing;
mod outcome;
mod sizes;
mod suppress;
mod unknown;
mod view;

use gainsay_claims::{
    Diagnostic, EvidenceBase, Lang,
    claim::Claim,
    facts::{Match, MatchReason},
    wire::Role,
};
use gainsay_judge::{Judgement, judge_citations};

pub(crate) use view::View;

use crate::{
    agreement,
    figures::Figure,
    lexicon::Lexicon,
    prose::Draft,
    restate::{self, restates},
    rules,
    said::{self, Read, Said},
    score::Candidates,
};

/// What came of a draft.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Its figures, in order.
    pub figures: Vec<CheckedFigure>,
    /// What is wrong with it, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// A figure and what the base knows of it.
#[derive(Clone, Debug)]
pub struct CheckedFigure {
    /// The passage that it stands in.
    pub passage: usize,
    /// The figure.
    pub figure: Figure,
    /// What the base knows.
    pub outcome: Outcome,
    /// The claim that the draft makes with it, by its id, if it makes one.
    pub claim: Option<String>,
}

/// What the base knows of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// A claim says what it says.
    Found(Match),
    /// A claim is about the same and gives another figure.
    Differs(Match),
    /// The claim of another study than the one that is named.
    OtherStudy(Match),
    /// How many people a study asked, by its id.
    Size(String),
    /// The study that is named asked another number of people.
    SizeDiffers(String),
    /// No claim says it; the nearest ones, the best first.
    NotFound(Vec<Match>),
    /// A word that allows no exception, on what these claims are about.
    Universal(Match),
    /// Nothing of what the base is about.
    NotChecked,
}

impl Outcome {
    /// The claims that the figure was held against, the nearest first.
    pub fn matches(&self) -> &[Match] {
        match self {
            Self::Found(found)
            | Self::Differs(found)
            | Self::OtherStudy(found)
            | Self::Universal(found) => std::slice::from_ref(found),
            Self::NotFound(near) => near,
            Self::Size(_) | Self::SizeDiffers(_) | Self::NotChecked => &[],
        }
    }

    /// Whether nothing more need be looked for.
    fn is_settled(&self) -> bool {
        matches!(self, Self::Found(_) | Self::Size(_) | Self::Universal(_))
    }
}

/// Checks drafts against one base.
pub struct Checker {
    english: Lexicon,
    french: Lexicon,
}

impl Checker {
    /// Prepares the words of a base.
    pub fn new(base: &EvidenceBase) -> Self {
        Self { english: Lexicon::new(base, Lang::En), french: Lexicon::new(base, Lang::Fr) }
    }

    /// Checks a draft. What it says is added to the base as claims that cite, in place of
    /// what it said when it was checked before, so that diagnostics can show it; the base
    /// must hold the draft as a document of its name. `digest` gives the digest of a
    /// generated table as the base has it now.
    pub fn check(
        &self,
        draft: &Draft,
        base: &mut EvidenceBase,
        judgement: &mut Judgement,
        digest: &dyn Fn(&EvidenceBase, &Judgement, &str) -> Option<String>,
    ) -> Checked {
        base.claims.retain(|_, claim| claim.source != draft.name);
        let read = said::read(draft, |lang| self.lexicon(lang));
        let (figures, stated) = self.state(draft, &read, base);
        base.claims.extend(stated.into_iter().map(|claim| (claim.id.clone(), claim)));
        judgement.citations = judge_citations(base);
        let view = View::new(draft, &read, base, judgement, &figures, digest);
        let found = rules::ALL.iter().flat_map(|rule| rule.find(&view));
        let mut diagnostics: Vec<Diagnostic> = found.collect();
        suppress::apply(draft, &mut diagnostics);
        diagnostics.sort_by_key(|one| (start(one), one.check.id));
        Checked { figures, diagnostics }
    }

    fn lexicon(&self, lang: Lang) -> &Lexicon {
        match lang {
            Lang::En => &self.english,
            Lang::Fr => &self.french,
        }
    }

    /// What a draft says: its figures with what the base knows of them, and its claims.
    fn state(
        &self,
        draft: &Draft,
        read: &[Read<'_>],
        base: &EvidenceBase,
    ) -> (Vec<CheckedFigure>, Vec<Claim>) {
        let all = || base.claims.values();
        let candidates = Candidates::new(all().filter(|claim| is_candidate(claim, base)));
        let restating = Candidates::new(all().filter(|claim| restates(claim, base)));
        let mut figures: Vec<CheckedFigure> = Vec::new();
        let mut claims: Vec<Claim> = Vec::new();
        for (index, one) in read.iter().enumerate() {
            for figure in &one.figures {
                let mut said = Said::around(read, index, figure, self.lexicon(one.passage.lang));
                said.go_on_with(last_claim(&figures, read, index, base));
                let mut outcome = outcome::of(&said, &candidates, base);
                if !outcome.is_settled() {
                    // Others may have told it so before, and moved away from the source.
                    let retold = outcome::retold(&said, &restating, base);
                    outcome = retold.map_or(outcome, Outcome::Found);
                }
                let claim = claim(draft, &said, &outcome, base);
                let id = claim.as_ref().map(|claim| claim.id.clone());
                claims.extend(claim);
                let figure = figure.clone();
                figures.push(CheckedFigure { passage: index, figure, outcome, claim: id });
            }
        }
        let agreements = agreement::find(draft, read, &figures, &claims);
        claims.extend(agreements);
        (figures, claims)
    }
}

/// Whether a draft may be held against a claim: not against one that itself restates
/// another one of the base, nor against an author's opinion.
fn is_candidate(claim: &Claim, base: &EvidenceBase) -> bool {
    claim.said.role != Role::Opinion && !restates(claim, base)
}

/// From this score on, a match hands its study on to the figures after it though no name
/// supports it.
const SURE: f64 = 0.7;

/// The claim of the last figure before that was surely found, in the same passage or the one
/// before it of the same speaker. A figure of somebody else between them ends the talk of it.
fn last_claim<'a>(
    figures: &[CheckedFigure],
    read: &[Read<'_>],
    passage: usize,
    base: &'a EvidenceBase,
) -> Option<&'a Claim> {
    let voice = |passage: usize| &read[passage].passage.voice;
    let is_near = |figure: &&CheckedFigure| {
        passage - figure.passage <= 1 && voice(figure.passage) == voice(passage)
    };
    let here = figures.iter().rev().take_while(is_near);
    let here = here.take_while(|figure| !matches!(figure.outcome, Outcome::NotFound(_)));
    here.into_iter().find_map(|figure| match &figure.outcome {
        Outcome::Found(found) if is_sure(found) => base.claims.get(&found.claim),
        _ => None,
    })
}

fn is_sure(found: &Match) -> bool {
    let is_named = found.reasons.iter().any(|one| matches!(one, MatchReason::NamesSource(_)));
    is_named || found.score >= SURE
}

/// The claim that a draft makes with a figure that was matched.
fn claim(draft: &Draft, said: &Said<'_>, outcome: &Outcome, base: &EvidenceBase) -> Option<Claim> {
    match outcome {
        Outcome::Found(found) => {
            Some(restate::citing(draft, said, base.claims.get(&found.claim)?, base))
        }
        Outcome::Universal(found) => {
            Some(restate::universal(draft, said, base.claims.get(&found.claim)?, base))
        }
        _ => None,
    }
}

fn start(diagnostic: &Diagnostic) -> usize {
    diagnostic.labels.first().map_or(0, |label| label.at.span.start)
}
