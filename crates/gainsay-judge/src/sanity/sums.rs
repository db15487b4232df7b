//! Answers that exclude each other and add up to more than everybody, or, where
//! all of them are known, to less.

use std::collections::HashMap;

use gainsay_claims::{
    EvidenceBase,
    claim::Claim,
    facts::StudyFact,
    value::{Rational, ReportingSet},
    vocabulary::{PropositionRelation, RelationKind},
    wire::QuestionKind,
};

use super::{
    Flaw, FlawKind,
    class::{Class, grouped},
    own::{Own, Stated, is_settled},
};

pub(super) fn check(own: &Own<'_>, base: &EvidenceBase) -> Vec<Flaw> {
    let relations = base.vocabulary.relations.iter();
    let groups = questions(own)
        .into_iter()
        .chain(relations.flat_map(|relation| related(own, relation)))
        .chain(opposites(own));
    let mut flaws: Vec<Flaw> = Vec::new();
    for flaw in groups.filter_map(|group| group.flaw()) {
        if flaws.iter().all(|other| other.fatal != flaw.fatal) {
            flaws.push(flaw);
        }
    }
    flaws
}

/// Answers of which nobody gave two.
struct Exclusive<'a> {
    answers: Vec<Stated<'a>>,
    /// Whether everybody gave one of them.
    complete: bool,
}

/// The answers to each question that allows one.
fn questions<'a>(own: &Own<'a>) -> Vec<Exclusive<'a>> {
    let is_answer = |claim: &Claim| {
        let single =
            claim.said.question.as_ref().is_some_and(|one| one.kind == QuestionKind::Single);
        single && claim.proposition.joined.is_none() && claim.said.cut.is_none()
    };
    let asked = |claim: &'a Claim, class: Class| {
        (claim.said.question.as_ref().map(|asked| &asked.id), class.people)
    };
    let mut all = HashMap::new();
    for (claim, class) in own.classed().filter(|(claim, _)| is_answer(claim)) {
        *all.entry(asked(claim, class)).or_insert(0) += 1;
    }
    let answers = own.shares.iter().filter(|one| is_answer(one.claim) && one.is_direct());
    grouped(answers, |one| asked(one.claim, one.class), |_, _| true)
        .into_iter()
        .map(|group| {
            let first = group[0];
            let is_known = first.claim.said.question.as_ref().is_some_and(|asked| asked.complete);
            let all = all.get(&asked(first.claim, first.class)).copied();
            let complete = is_known && all == Some(group.len());
            Exclusive { answers: distinct(group), complete }
        })
        .collect()
}

/// Claims on propositions of which the vocabulary says that they exclude each
/// other.
fn related<'a>(own: &Own<'a>, relation: &PropositionRelation) -> Vec<Exclusive<'a>> {
    let exhaustive = match relation.kind {
        RelationKind::Excludes => false,
        RelationKind::Complement | RelationKind::Partition => true,
        RelationKind::Implies | RelationKind::Equivalent => return Vec::new(),
    };
    let concerns = |claim: &Claim| {
        let plain = !claim.said.negated && claim.said.cut.is_none();
        plain && is_settled(claim) && relation.of.contains(&claim.proposition)
    };
    let answers = own.shares.iter().filter(|one| concerns(one.claim));
    grouped(answers, |one| (one.class.people, &one.claim.wording), |_, _| true)
        .into_iter()
        .map(|group| {
            let answers = distinct(group);
            let complete = exhaustive && answers.len() == relation.of.len();
            Exclusive { answers, complete }
        })
        .collect()
}

/// Each claim that something is so, beside the one that it is not. The rest may
/// not have answered.
fn opposites<'a>(own: &Own<'a>) -> Vec<Exclusive<'a>> {
    let settled = own.shares.iter().filter(|one| is_settled(one.claim));
    grouped(settled, |one| (one.class.topic, one.class.people), |_, _| true)
        .into_iter()
        .filter(|group| group.len() > 1)
        .map(|group| Exclusive { answers: distinct(group), complete: false })
        .collect()
}

/// One claim for each answer, the least where an answer is stated twice: that
/// the two are not the same is told elsewhere.
fn distinct<'a>(claims: Vec<&Stated<'a>>) -> Vec<Stated<'a>> {
    let answer = |one: &Stated<'a>| (one.class.proposition, &one.claim.wording, one.class.negated);
    // What is not told is an answer of its own.
    let answers = grouped(claims, answer, |one, _| is_settled(one.claim)).into_iter();
    let least =
        |group: Vec<&Stated<'a>>| group.into_iter().min_by_key(|one| one.share.hard.lo()).copied();
    answers.filter_map(least).collect()
}

impl Exclusive<'_> {
    fn flaw(&self) -> Option<Flaw> {
        let whole = Rational::from_integer(1);
        let sets = self.answers.iter().map(|one| one.share.hard);
        let sum = sets.reduce(|sum, set| sum.sum(&set).unwrap_or(sum))?;
        let too_much = sum.lo() > whole || (sum.lo() == whole && sum.lo_open());
        let too_little =
            self.complete && (sum.hi() < whole || (sum.hi() == whole && sum.hi_open()));
        if self.answers.len() < 2 || !(too_much || too_little) {
            return None;
        }
        let flaw =
            Flaw::of_claims(FlawKind::ImpossibleSum, self.answers.iter().map(|one| one.claim));
        // Of a shortfall, people who did not answer may be the reason.
        let flaw = Flaw { sure: too_much, ..flaw };
        Some(flaw.fact(self.arithmetic(&sum, too_much)))
    }

    fn arithmetic(&self, sum: &ReportingSet, too_much: bool) -> StudyFact {
        let nearest = |one: &Stated<'_>| {
            let hard = &one.share.hard;
            if too_much { hard.lo_f64() } else { hard.hi_f64() }
        };
        let terms: Vec<f64> =
            self.answers.iter().map(|one| one.printed().unwrap_or_else(|| nearest(one))).collect();
        let limit = terms.iter().sum::<f64>() - if too_much { sum.lo_f64() } else { sum.hi_f64() };
        StudyFact::Sum { terms, limit: 1.0 + limit }
    }
}
