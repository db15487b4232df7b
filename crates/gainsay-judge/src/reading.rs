//! The order in which somebody who has little time reads what was found: one place for
//! every report, list and page.
//!
//! 1. **Reversal**: what is of level error. Comparable studies contradict each other, or
//!    figures cannot all be true.
//! 2. **Direct**: other rules that claim something to be wrong, at level warning.
//! 3. **Robust**: studies that differ in one point (grade C), and shares that conflict at
//!    twice the assumed design effect, or on both sides of one half.
//! 4. **Undecided**: comparable studies (grade A or B) whose conflict hangs on a size or
//!    a wording that is not disclosed, or on samples that are too small.
//! 5. **Folded**: shares of studies that differ in more, and everything of level note.
//!
//! Of a finding about pairs the pair that is read first decides, whether it is shown or not. Within a tier, what is
//! between studies comes before flaws inside one study and citations that moved; then the
//! worse level, both sides of one half, the stronger and the wider gap.

use std::{
    cmp::{Ordering, Reverse},
    collections::BTreeSet,
};

use gainsay_claims::{
    CheckGroup, Diagnostic, Level, Tier,
    diagnostic::{Note, Subject},
    facts::Strength,
};

use crate::judgement::{
    Evidence, Grade, Judgement, Outcome, PairJudgement, PropositionJudgement, Relation,
};

/// Gives each finding its tier and puts them in the order of reading. `alpha` is the level
/// of significance. Equals stay by rule, and in the order of the rule.
pub(crate) fn put_in_order(findings: &mut Vec<Diagnostic>, judged: &Judgement, alpha: f64) {
    let placed = findings.drain(..).map(|mut finding| {
        let place = Place::of(&finding, judged, alpha);
        finding.tier = place.tier;
        (place, finding)
    });
    let mut placed: Vec<_> = placed.collect();
    // Stable: within a rule the propositions stay in order.
    placed.sort_by(|(place, one), (other_place, other)| {
        place.compare(other_place).then_with(|| one.check.id.cmp(other.check.id))
    });
    findings.extend(placed.into_iter().map(|(_, finding)| finding));
}

/// Where a finding stands in the order.
struct Place {
    tier: Tier,
    /// Not between studies.
    is_aside: bool,
    level: Level,
    pull: Pull,
}

impl Place {
    fn of(finding: &Diagnostic, judged: &Judgement, alpha: f64) -> Self {
        let check = finding.check;
        let is_aside = matches!(check.group, CheckGroup::Internal | CheckGroup::Citations);
        let whole = (of_level(check.level), Pull::default());
        let pairs = pairs(finding, judged, alpha).map(|(pair, judged)| {
            let pull = Pull::of(pair, judged);
            (of_pair(pair, &pull, alpha), pull)
        });
        let first = pairs.min_by(|(tier, pull), (other, other_pull)| {
            tier.cmp(other).then_with(|| pull.compare(other_pull))
        });
        let (tier, pull) = match (first, check.level) {
            (Some((_, pull)), Level::Error) => (Tier::Reversal, pull),
            (Some(of_pairs), _) => of_pairs,
            (None, _) => whole,
        };
        Self { tier, is_aside, level: check.level, pull }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let key = |place: &Self| (place.tier, place.is_aside, Reverse(place.level));
        key(self).cmp(&key(other)).then_with(|| self.pull.compare(&other.pull))
    }
}

/// How much a pair of claims pulls apart what is said.
#[derive(Default)]
struct Pull {
    /// One share is wholly a majority, the other wholly none.
    crosses_half: bool,
    /// Absent where nothing could be tested.
    strength: Option<Strength>,
    /// The distance of the facing ends, a difference of fractions.
    gap: f64,
}

impl Pull {
    fn of(pair: &PairJudgement, judged: &PropositionJudgement) -> Self {
        let sides = [&pair.left, &pair.right].map(|claim| judged.evidence_of(claim).and_then(side));
        let strength = match &pair.outcome {
            Outcome::Tested { conflict, .. } => conflict.as_deref().map(|(strength, _)| *strength),
            Outcome::Untested { .. } => None,
        };
        Self {
            crosses_half: matches!(sides, [Some(left), Some(right)] if left != right),
            strength,
            gap: pair.gap(),
        }
    }

    /// The stronger pull comes first.
    fn compare(&self, other: &Self) -> Ordering {
        let key = |pull: &Self| (pull.crosses_half, pull.strength);
        key(other).cmp(&key(self)).then(other.gap.total_cmp(&self.gap))
    }
}

fn of_level(level: Level) -> Tier {
    match level {
        Level::Error => Tier::Reversal,
        Level::Warning => Tier::Direct,
        Level::Note => Tier::Folded,
    }
}

fn of_pair(pair: &PairJudgement, pull: &Pull, alpha: f64) -> Tier {
    let is_robust = pull.crosses_half || pull.strength == Some(Strength::Robust);
    match (pair.relation(alpha), pair.grade) {
        (Some(Relation::Conflicts), _) => Tier::Direct,
        (Some(Relation::Differs), Grade::C) if is_robust => Tier::Robust,
        (Some(Relation::Open), Grade::A | Grade::B) => Tier::Undecided,
        _ => Tier::Folded,
    }
}

/// The pairs that a finding about a proposition is about, shown or not: those that stand to
/// each other as the shown ones do.
fn pairs<'a>(
    finding: &'a Diagnostic,
    judged: &'a Judgement,
    alpha: f64,
) -> impl Iterator<Item = (&'a PairJudgement, &'a PropositionJudgement)> {
    let judged = match &finding.subject {
        Subject::Proposition(about) => judged.on(about),
        Subject::Name(_) => None,
    };
    judged.into_iter().flat_map(move |judged| {
        let shown = finding.notes.iter().filter_map(|note| pair_of(note, judged));
        let relations: BTreeSet<_> = shown.map(|pair| relation(pair, alpha)).collect();
        let is_meant = move |pair: &&PairJudgement| {
            let both = [&pair.left, &pair.right];
            relations.contains(&relation(pair, alpha))
                && both.into_iter().all(|claim| finding.claims.contains(claim.as_ref()))
        };
        judged.pairs.iter().filter(is_meant).map(move |pair| (pair, judged))
    })
}

/// What a pair comes to, and whether what is not disclosed decides.
fn relation(pair: &PairJudgement, alpha: f64) -> (Option<Relation>, bool) {
    (pair.relation(alpha), pair.depends_on_size() || pair.depends_on_wording(alpha))
}

fn pair_of<'a>(note: &Note, judged: &'a PropositionJudgement) -> Option<&'a PairJudgement> {
    let [left, right] = &note.about[..] else { return None };
    judged.pairs.iter().find(|one| *one.left == **left && *one.right == **right)
}

/// Whether a share is wholly a majority; none if it may be either.
fn side(evidence: &Evidence) -> Option<bool> {
    const HALF: f64 = 0.5;
    let (lo, hi) = (evidence.share.lo_f64(), evidence.share.hi_f64());
    match (lo >= HALF, hi <= HALF) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
