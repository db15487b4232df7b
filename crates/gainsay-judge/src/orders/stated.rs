//! Published orders against the shares of the same question.

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    facts::{Lead, OrderVerdict},
    wire::{Role, Says, Standing as Worth},
};

use super::{arrows::standing, lead::lead, list::people_of};
use crate::{
    judgement::{OptionList, RankedOption, Standing, Unestablished},
    stats::Thresholds,
};

/// Finds every rank and every order in words that the shares of the same study, among the
/// same people, do not bear out, in order of claim.
pub(super) fn unestablished(
    lists: &[OptionList],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Vec<Unestablished> {
    let claims = base.claims.values().filter(|claim| {
        claim.said.role != Role::Opinion && claim.said.standing != Worth::Deprecated
    });
    claims
        .filter_map(|claim| {
            let lead = match (&claim.statement, &claim.said.says) {
                (&Statement::Rank { place, from_last }, _) => {
                    rank(claim, place, from_last, lists, thresholds)
                }
                (_, Says::Order(order)) => {
                    let sides = [&order.greater, &order.lesser]
                        .map(|side| standing(claim, side, &base.vocabulary));
                    in_words(claim, &sides, lists, thresholds)
                }
                _ => None,
            }?;
            Some(Unestablished { claim: claim.id.clone(), lead })
        })
        .collect()
}

/// What speaks against a rank: an option that stands on the other side of it, or one that
/// no sampling error could have put behind it.
fn rank(
    claim: &Claim,
    place: u32,
    from_last: bool,
    lists: &[OptionList],
    thresholds: &Thresholds,
) -> Option<Lead> {
    let standing = Standing { proposition: claim.proposition.clone(), people: people_of(claim) };
    let (list, own) = option_of(claim, &standing, lists)?;
    let others = list.options.iter().filter(|other| other.claim != own.claim);
    let leads: Vec<Lead> =
        others.filter_map(|other| lead(own, other, list.answers, thresholds)).collect();
    let is_ahead = |lead: &&Lead| lead.ahead == own.claim;
    let beyond: Vec<&Lead> =
        leads.iter().filter(|lead| lead.gap > 0.0 && is_ahead(lead) == from_last).collect();
    let place = usize::try_from(place).ok()?;
    if beyond.len() >= place {
        return beyond.into_iter().min_by(|one, other| one.gap.total_cmp(&other.gap)).cloned();
    }
    let is_tie = |lead: &&Lead| lead.as_random == OrderVerdict::Tie;
    // Whoever is not first may stand beside anybody.
    leads.iter().find(is_tie).filter(|_| place == 1).cloned()
}

/// What speaks against an order in words: the other order, or a tie.
fn in_words(
    claim: &Claim,
    [greater, lesser]: &[Standing; 2],
    lists: &[OptionList],
    thresholds: &Thresholds,
) -> Option<Lead> {
    let (list, more) = option_of(claim, greater, lists)?;
    let less = list.option(&lesser.proposition).filter(|_| greater.people == lesser.people)?;
    let lead = lead(more, less, list.answers, thresholds)?;
    // An established order against the publisher's own words is a circle.
    let is_circle = claim.is_published() && lead.verdict == OrderVerdict::Established;
    let is_opposite = lead.ahead != more.claim && lead.gap > 0.0 && !is_circle;
    (is_opposite || lead.as_random == OrderVerdict::Tie).then_some(lead)
}

/// The share behind an order: of the same study and people.
fn option_of<'a>(
    claim: &Claim,
    standing: &Standing,
    lists: &'a [OptionList],
) -> Option<(&'a OptionList, &'a RankedOption)> {
    let of_study = lists.iter().filter(|list| {
        Some(list.study.as_str()) == claim.study() && list.people == standing.people
    });
    let mut found = of_study
        .filter_map(|list| Some((list, list.option(&standing.proposition)?)))
        .filter(|(_, option)| option.share.is_some());
    // Two questions may ask for the same: then it is open which of them is meant.
    let one = found.next()?;
    found.next().is_none().then_some(one)
}
