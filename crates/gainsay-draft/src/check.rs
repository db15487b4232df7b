//! Holds a draft against an evidence base.

mod difference;
mod differing;
mod found;
mod outcome;
mod propose;
mod sizes;
mod suppress;
mod swapped;
mod unknown;
mod view;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, OnceLock, PoisonError},
};

use gainsay_claims::{
    Diagnostic, EvidenceBase, Lang,
    claim::Claim,
    facts::{Match, MatchReason},
    value,
    wire::Role,
};
use gainsay_judge::{Judgement, Stated};

pub use propose::{Apart, Doubt, Proposed, ProposedFigure, ProposedSubject, Told, Verdict};
pub(crate) use view::View;

use crate::{
    agreement,
    figures::Figure,
    lexicon::{Lexicon, Term, TermId, Terms},
    prose::Draft,
    restate::{self, restates},
    rules,
    said::{self, Read, Said, Sentence},
    score::{Candidates, FigureFit, fit},
};

/// What came of a draft.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// Its figures, in order.
    pub figures: Vec<CheckedFigure>,
    /// What it says, by id: claims that cite those of the base.
    pub claims: BTreeMap<String, Claim>,
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
    /// Points between two figures of the draft, of these claims.
    Difference([String; 2]),
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
            Self::Difference(_) | Self::Size(_) | Self::SizeDiffers(_) | Self::NotChecked => &[],
        }
    }

    /// Whether nothing more need be looked for.
    fn is_settled(&self) -> bool {
        matches!(self, Self::Found(_) | Self::Size(_) | Self::Universal(_))
    }
}

/// Checks drafts against one base.
pub struct Checker {
    /// The words of the base in each language, once a draft has a passage in it: many have none
    /// in the other.
    english: OnceLock<Lexicon>,
    french: OnceLock<Lexicon>,
    /// What words stand for, with those of either language.
    terms: Mutex<Terms>,
    /// The claims that a draft may be held against.
    citable: Candidates,
    /// Those that restate one of these.
    restating: Candidates,
    /// The numbers of the concepts, by name.
    concepts: BTreeMap<String, TermId>,
}

impl Checker {
    /// Prepares the claims of a base; its words follow with the first draft.
    pub fn new(base: &EvidenceBase) -> Self {
        let mut terms = Terms::default();
        let citable = base.claims.values().filter(|claim| is_candidate(claim, base));
        let restating = base.claims.values().filter(|claim| restates(claim, base));
        Self {
            english: OnceLock::new(),
            french: OnceLock::new(),
            citable: Candidates::new(citable, base, &mut terms),
            restating: Candidates::new(restating, base, &mut terms),
            concepts: concepts(base, &mut terms),
            terms: Mutex::new(terms),
        }
    }

    /// Checks a draft against the base that was prepared. `digest` gives the digest of a
    /// generated table as the base has it now.
    pub fn check(
        &self,
        draft: &Draft,
        base: &EvidenceBase,
        judgement: &Judgement,
        digest: &dyn Fn(&str) -> Option<String>,
    ) -> Checked {
        self.check_meanwhile(draft, base, || judgement, digest)
    }

    /// The same where the base may be judged meanwhile: its judgement is asked for once all that
    /// needs none is done.
    pub fn check_meanwhile<'a>(
        &self,
        draft: &Draft,
        base: &'a EvidenceBase,
        judgement: impl FnOnce() -> &'a Judgement,
        digest: &dyn Fn(&str) -> Option<String>,
    ) -> Checked {
        let read = self.read(draft, base);
        let (figures, claims) = self.state(draft, &read, base, |_, _| {});
        let stated = Stated { claims: &claims, base, judgement: judgement() };
        let citations = stated.citations();
        let view = View::new(draft, &read, &figures, stated, &citations, digest);
        let found = rules::ALL.iter().flat_map(|rule| rule.find(&view));
        let mut diagnostics: Vec<Diagnostic> = found.collect();
        suppress::apply(draft, &mut diagnostics);
        diagnostics.sort_by_key(|one| (start(one), one.check.id));
        Checked { figures, claims, diagnostics }
    }

    /// Reads the passages of a draft.
    fn read<'a>(&'a self, draft: &'a Draft, base: &EvidenceBase) -> Vec<Read<'a>> {
        // The passages are read side by side: whichever came first would number the terms.
        for lang in [Lang::En, Lang::Fr] {
            if draft.passages.iter().any(|passage| passage.lang == lang) {
                self.lexicon(lang, base);
            }
        }
        said::read(draft, |lang| self.lexicon(lang, base))
    }

    /// The words of the base that was prepared in a language.
    fn lexicon(&self, lang: Lang, base: &EvidenceBase) -> &Lexicon {
        let lexicon = match lang {
            Lang::En => &self.english,
            Lang::Fr => &self.french,
        };
        lexicon.get_or_init(|| {
            let mut terms = self.terms.lock().unwrap_or_else(PoisonError::into_inner);
            Lexicon::new(base, lang, &mut terms)
        })
    }

    /// What a draft says: its figures with what the base knows of them, and its claims. `each`
    /// is shown what is said around each figure, in its passage.
    fn state(
        &self,
        draft: &Draft,
        read: &[Read<'_>],
        base: &EvidenceBase,
        mut each: impl FnMut(usize, &Said<'_>),
    ) -> (Vec<CheckedFigure>, BTreeMap<String, Claim>) {
        let mut checked: Vec<CheckedFigure> = Vec::new();
        let mut claims: BTreeMap<String, Claim> = BTreeMap::new();
        let mut last: Option<LastClaim<'_>> = None;
        let mut told: BTreeSet<String> = BTreeSet::new();
        let sentences = read.iter().enumerate().flat_map(|(passage, one)| {
            let sentences = one.figures.chunk_by(|one, next| one.sentence == next.sentence);
            sentences.map(move |figures| (passage, figures))
        });
        for (passage, figures) in sentences {
            let [first, ..] = figures else { continue };
            let lexicon = self.lexicon(read[passage].passage.lang, base);
            let sentence = Sentence::new(read, passage, first.sentence.clone(), lexicon);
            let start = checked.len();
            let may_be_swapped = figures.len() > 1;
            let mut named = Vec::new();
            for (at, figure) in figures.iter().enumerate() {
                let near = last.filter(|last| last.is_near(passage, read));
                let around = |figure| {
                    let mut said = Said::around(&sentence, figure);
                    said.go_on_with(near.map(|last| last.claim));
                    said.look_back_at(&told);
                    said
                };
                let said = around(figure);
                each(passage, &said);
                let own = self.outcome(&said, base);
                // "Nearly two thirds (62 %)": the number says which figure is meant, and more.
                let text = said.passage.prose.text();
                let number = figures.get(at + 1).filter(|next| {
                    said::is_gloss(text, figure, next)
                        && !own.matches().iter().any(|one| fits(next, one, base))
                });
                let outcome = match number.map(|number| self.outcome(&around(number), base)) {
                    Some(Outcome::Found(found)) if fits(figure, &found, base) => {
                        Outcome::Found(found)
                    }
                    Some(Outcome::Found(_)) => Outcome::NotChecked,
                    _ => own,
                };
                last = LastClaim::after(last, &outcome, passage, base);
                let claim = claim(draft, &said, &outcome, base);
                if may_be_swapped {
                    named.push(swapped::named_beside(&said));
                }
                // "Most" leaves the figure to be told.
                if let Outcome::Found(found) = &outcome
                    && matches!(figure.reading.kind, value::Kind::Exact | value::Kind::Fraction)
                {
                    told.insert(found.claim.clone());
                }
                let id = claim.as_ref().map(|claim| claim.id.clone());
                claims.extend(claim.map(|claim| (claim.id.clone(), claim)));
                let figure = figure.clone();
                checked.push(CheckedFigure { passage, figure, outcome, claim: id });
            }
            for id in swapped::tell(&mut checked[start..], &named, base) {
                claims.remove(&id);
            }
        }
        for id in difference::explain(&mut checked) {
            claims.remove(&id);
        }
        let agreements = agreement::find(draft, read, &checked, &claims);
        claims.extend(agreements.into_iter().map(|claim| (claim.id.clone(), claim)));
        (checked, claims)
    }

    /// What the base knows of a figure.
    fn outcome(&self, said: &Said<'_>, base: &EvidenceBase) -> Outcome {
        let outcome = outcome::of(said, &self.citable, base);
        if outcome.is_settled() {
            return outcome;
        }
        // Others may have told it so before, and moved away from the source.
        let is_of_another = matches!(outcome, Outcome::OtherStudy(_));
        let retold = found::retold(said, &self.restating, is_of_another, base);
        retold.map_or(outcome, Outcome::Found)
    }
}

/// Whether a figure can be that of the claim that was found.
fn fits(figure: &Figure, found: &Match, base: &EvidenceBase) -> bool {
    let claim = base.claims.get(&found.claim);
    claim.is_some_and(|claim| fit(&figure.reading.quantity, claim) == FigureFit::Same)
}

/// The numbers of the concepts of a base.
fn concepts(base: &EvidenceBase, terms: &mut Terms) -> BTreeMap<String, TermId> {
    let names = base.vocabulary.concepts.keys();
    names.map(|name| (name.clone(), terms.id(&Term::Concept(name.clone())))).collect()
}

/// The claim of the figure that was surely found last.
#[derive(Clone, Copy)]
struct LastClaim<'a> {
    claim: &'a Claim,
    passage: usize,
}

/// From this score on, a match hands its study on to the figures after it though no name
/// supports it.
const SURE: f64 = 0.7;

impl<'a> LastClaim<'a> {
    /// What the text spoke of last, once it has told another figure. One that nobody knows
    /// ends the talk of what was found before.
    fn after(
        last: Option<Self>,
        outcome: &Outcome,
        passage: usize,
        base: &'a EvidenceBase,
    ) -> Option<Self> {
        match outcome {
            Outcome::NotFound(_) => None,
            Outcome::Found(found) if is_sure(found) => {
                base.claims.get(&found.claim).map(|claim| Self { claim, passage })
            }
            // What is given to another study is still what the text goes on with.
            Outcome::OtherStudy(other) => {
                base.claims.get(&other.claim).map(|claim| Self { claim, passage })
            }
            _ => last,
        }
    }

    /// Whether it stands in a passage or the one before it of the same speaker.
    fn is_near(&self, passage: usize, read: &[Read<'_>]) -> bool {
        let voice = |passage: usize| &read[passage].passage.voice;
        passage - self.passage <= 1 && voice(passage) == voice(self.passage)
    }
}

/// Whether a draft may be held against a claim: not against one that itself restates
/// another one of the base, nor against an author's opinion.
fn is_candidate(claim: &Claim, base: &EvidenceBase) -> bool {
    claim.said.role != Role::Opinion && !restates(claim, base)
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
