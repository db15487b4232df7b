//! Lists of options: the answers to one question, among one group of people.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Claim, Statement},
    period::Period,
    side_by_side,
    wire::{QuestionKind, Standing},
};

use super::lead::lead;
use crate::{
    judgement::{
        Evidence, LeftOut, OptionList, People, PropositionJudgement, RankedOption, Reason, Size,
    },
    part::Part,
    stats::{Answers, Ends, Thresholds},
};

/// What makes claims answers to one question. Without a question, claims of one study on
/// one concept are taken for it, as long as they differ in one facet only.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Key<'a> {
    study: &'a str,
    question: Option<&'a str>,
    concept: &'a str,
    people: People,
    base: Vec<&'a str>,
    period: Option<Period>,
}

/// What the claims of a question say.
#[derive(Default)]
struct Answered<'a> {
    shares: Vec<(&'a Claim, RankedOption)>,
    ranks: Vec<(&'a Claim, RankedOption)>,
}

/// Collects every list of at least two options, or with a published first place.
pub(super) fn lists(
    judged: &[PropositionJudgement],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<OptionList> {
    let alone = judged.iter().filter(|one| one.proposition.joined.is_none());
    let told = side_by_side(alone.collect(), |one| (shares(one, base), ranks(one, base)));
    let mut questions: HashMap<Key<'_>, Answered<'_>> = HashMap::new();
    for (shares, ranks) in told {
        for (key, told) in shares {
            questions.entry(key).or_default().shares.push(told);
        }
        for (key, told) in ranks {
            questions.entry(key).or_default().ranks.push(told);
        }
    }
    let mut questions: Vec<_> = questions.into_iter().collect();
    questions.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
    let lists = side_by_side(questions, |(key, answered)| list(&key, &answered, thresholds));
    let mut lists: Vec<OptionList> = lists.into_iter().flatten().collect();
    let facets = option_facets(&lists);
    for list in &mut lists {
        let varying = facets.get(&list.topic.concept);
        list.topic.facets.retain(|facet, _| varying.is_none_or(|one| !one.contains(facet)));
    }
    lists
}

/// A claim and the option that it tells of, with the question that it answers.
type Told<'a> = (Key<'a>, (&'a Claim, RankedOption));

/// The options of which claims on a proposition state a share.
fn shares<'a>(judged: &PropositionJudgement, base: &'a EvidenceBase) -> Vec<Told<'a>> {
    let told = |evidence: &Evidence| {
        let claim = base.claims.get(evidence.claim.as_ref())?;
        // The bound that a compound leaves to its part is no answer of its own.
        let is_own = *claim.proposition == judged.proposition;
        let key = key(claim).filter(|_| is_own)?;
        Some((key, (claim, by_share(claim, evidence, base)?)))
    };
    judged.evidence.iter().filter_map(told).collect()
}

/// The options of which claims on a proposition state a rank.
fn ranks<'a>(judged: &PropositionJudgement, base: &'a EvidenceBase) -> Vec<Told<'a>> {
    let told = |claim: &'a Claim| Some((key(claim)?, (claim, by_rank(claim)?)));
    published(&judged.left_out, base).filter_map(told).collect()
}

fn key(claim: &Claim) -> Option<Key<'_>> {
    Some(Key {
        study: claim.study()?,
        question: claim.said.question.as_ref().map(|question| question.id.as_str()),
        concept: &claim.proposition.concept,
        people: people_of(claim),
        base: claim.base.steps.iter().map(|step| step.who.as_str()).collect(),
        period: claim.period,
    })
}

/// Those of whom a claim is.
pub(super) fn people_of(claim: &Claim) -> People {
    let who = claim.base.who().map(str::to_owned);
    People { who, regions: claim.population.regions.clone() }
}

/// What publishers say of their own studies that is no share.
fn published<'a>(left_out: &[LeftOut], base: &'a EvidenceBase) -> impl Iterator<Item = &'a Claim> {
    left_out
        .iter()
        .filter(|one| one.reason == Reason::NotAShare)
        .filter_map(|one| base.claims.get(&one.claim))
        .filter(|claim| claim.is_published() && claim.said.standing != Standing::Deprecated)
}

fn by_share(claim: &Claim, evidence: &Evidence, base: &EvidenceBase) -> Option<RankedOption> {
    let share = Ends::of(&evidence.share)?;
    let part = Part::of(claim, base.study_of(claim)?, &base.policy);
    Some(RankedOption {
        proposition: claim.proposition.clone(),
        claim: claim.id.clone(),
        share: Some(share),
        size: evidence.size,
        floor: part.at_least(base.policy.floor),
        score: f64::midpoint(share.lo(), share.hi()),
    })
}

/// Places counted from the last stand below all others.
fn by_rank(claim: &Claim) -> Option<RankedOption> {
    const LAST: f64 = 1e12;
    let Statement::Rank { place, from_last } = claim.statement else {
        return None;
    };
    let place = f64::from(place);
    Some(RankedOption {
        proposition: claim.proposition.clone(),
        claim: claim.id.clone(),
        share: None,
        size: Size::Unknown,
        floor: 0,
        score: if from_last { place - LAST } else { -place },
    })
}

fn list(key: &Key<'_>, answered: &Answered<'_>, thresholds: &Thresholds) -> Option<OptionList> {
    let Answered { shares, ranks } = answered;
    let used = if shares.len() > 1 { shares } else { ranks };
    let first = ranks.iter().find(|(claim, _)| is_first(claim));
    let mut options: Vec<RankedOption> = used.iter().map(|(_, option)| option.clone()).collect();
    if (options.len() < 2 && first.is_none()) || !is_one_list(&options, key.question.is_some()) {
        return None;
    }
    options.sort_by(|one, other| other.score.total_cmp(&one.score));
    let questions = || used.iter().filter_map(|(claim, _)| claim.said.question.as_ref());
    let single = questions().any(|question| question.kind == QuestionKind::Single);
    let answers = if single { Answers::One } else { Answers::Several };
    let leads =
        options[1..].iter().filter_map(|other| lead(&options[0], other, answers, thresholds));
    Some(OptionList {
        study: key.study.to_owned(),
        topic: common(&options),
        people: key.people.clone(),
        complete: questions().any(|question| question.complete),
        answers,
        leads: leads.collect(),
        stated_first: first.map(|(claim, _)| (claim.id.clone(), claim.proposition.clone())),
        options,
    })
}

/// Whether a claim is that an option is first.
fn is_first(claim: &Claim) -> bool {
    claim.statement == Statement::Rank { place: 1, from_last: false }
}

/// Whether options are different ones, and of one question: without a question, they may
/// differ in one facet only.
fn is_one_list(options: &[RankedOption], has_question: bool) -> bool {
    let distinct: BTreeSet<_> = options.iter().map(|option| &option.proposition).collect();
    distinct.len() == options.len() && (has_question || varying(options).len() < 2)
}

/// The facets in which options differ.
fn varying(options: &[RankedOption]) -> BTreeSet<&str> {
    let facets = options.iter().flat_map(|option| option.proposition.facets.keys());
    let facets: BTreeSet<&str> = facets.map(String::as_str).collect();
    let values = |facet: &str| -> BTreeSet<Option<&String>> {
        options.iter().map(|option| option.proposition.facets.get(facet)).collect()
    };
    facets.into_iter().filter(|facet| values(facet).len() > 1).collect()
}

/// What all options have in common.
fn common(options: &[RankedOption]) -> Proposition {
    let varying = varying(options);
    let mut topic = options[0].proposition.as_ref().clone();
    topic.facets.retain(|facet, _| !varying.contains(facet.as_str()));
    topic
}

/// For each concept the facets that tell the options of some list apart.
fn option_facets(lists: &[OptionList]) -> BTreeMap<String, BTreeSet<String>> {
    let mut facets: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for list in lists {
        let varying = varying(&list.options).into_iter().map(str::to_owned);
        facets.entry(list.topic.concept.clone()).or_default().extend(varying);
    }
    facets
}
