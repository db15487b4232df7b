//! Two claims of a base held against each other, whatever keeps a rule from doing so:
//! a citation that another claim stands for, another proposition, no share at all.

use gainsay_claims::{
    EvidenceBase,
    claim::Claim,
    facts::{AgreementTest, CitationFact, CoherenceFact, Dimension, Fact, PairFact, Succession},
};

use crate::{
    all_asked::AllAsked,
    citations::root,
    comparability::{comparisons_of, distances_of, is_hard},
    evidence::{Admitted, admit_one},
    judgement::{
        Distance, Distances, Grade, Judgement, Outcome, PairJudgement, PropositionJudgement,
    },
    partners::Graded,
    rules::{compound, layers, same_and_apart},
    sanity::Flawed,
    stats::{PairVerdict, UnknownSizeVerdict},
    thresholds::thresholds,
};

/// What there is to say of two claims.
#[derive(Clone, Debug, PartialEq)]
pub struct Confrontation {
    /// The claims, as asked for.
    pub claims: [String; 2],
    /// How they stand to each other.
    pub answer: Answer,
    /// In what they are the same, and in what not.
    pub comparability: Vec<PairFact>,
    /// How far apart their shares are, as if random samples of all who were asked.
    /// Absent where one has no share or no known size, and where they are not about one
    /// thing in two studies.
    pub test: Option<AgreementTest>,
    /// The difference in layers, where their figures conflict. Shares of those who decided
    /// are in the order of the claims.
    pub layers: Vec<PairFact>,
    /// Those of the claims that count something else together with what is compared.
    pub compounds: Vec<CoherenceFact>,
    /// Why the two may be one piece of evidence.
    pub dependence: Option<PairFact>,
}

/// How two claims stand to each other. The first that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Both come from one finding.
    OneFinding,
    /// One takes the place of the other.
    Superseded(Succession),
    /// They are about different things.
    OtherThing,
    /// One study about different people or another time: a contrast.
    Contrast,
    /// One study gives one figure for different people: perhaps one for the other.
    OneFigure,
    /// One study about the same people: only arithmetic is held against it.
    OneStudy,
    /// One of them has no share that could be tested.
    NoShare,
    /// Waves of one publisher: what differs is a trend.
    Trend,
    /// Their figures conflict, and what exactly these claims measure is not known.
    Unspoken(Vec<String>),
    /// They are comparable, and their figures conflict.
    Conflict,
    /// Their figures conflict, and what was measured differs in these dimensions.
    ConflictIfComparable(Vec<Dimension>),
    /// Told apart, by less than what matters.
    SmallGap,
    /// It depends on a size that is not disclosed.
    Open,
    /// One figure holds the other.
    Inclusion,
    /// No conflict: they agree, or cannot be told apart.
    NoConflict,
}

/// Holds two claims against each other. None where one of them is not in the base.
pub fn confront(
    claims: [&str; 2],
    judged: &Judgement,
    base: &EvidenceBase,
) -> Option<Confrontation> {
    let pair = [base.claims.get(claims[0])?, base.claims.get(claims[1])?];
    let flawed = Flawed::new(&judged.flaws, base);
    let thresholds = thresholds(&base.policy);
    let admitted = pair.map(|claim| admit_one(claim, base, &flawed, &thresholds).ok());
    let distances = distances_of(claims, base);
    let confronted = Confronted { pair, admitted: &admitted, distances, judged, base };
    let comparability = distances.map(|distances| comparisons_of(claims, distances, base));
    let judged_pair = confronted.judged_pair();
    let pair = match judged_pair {
        Some((_, pair)) => Some(pair.clone()),
        None => confronted.graded().map(|pair| pair.judge(&thresholds)),
    };
    let compounds = judged_pair.map(|(one, _)| claims.map(|id| compound(id, one, base)));
    let layers = judged_pair.filter(|(_, pair)| pair.is_conflict()).map(|(one, pair)| {
        let facts = layers(pair, one, &judged.contrasts, base);
        facts.into_iter().map(|fact| in_order(fact, *pair.left == *claims[0])).collect()
    });
    Some(Confrontation {
        layers: layers.unwrap_or_default(),
        compounds: compounds.into_iter().flatten().flatten().collect(),
        claims: claims.map(str::to_owned),
        answer: confronted.answer(pair.as_ref()),
        comparability: comparability.map(same_and_apart).unwrap_or_default(),
        test: confronted.test(),
        dependence: pair
            .and_then(|pair| pair.dependence)
            .map(|found| PairFact::Dependent { declared: found.declared, why: found.why }),
    })
}

fn in_order(fact: PairFact, is_forth: bool) -> PairFact {
    match fact {
        PairFact::Decided { shares: [left, right], z } if !is_forth => {
            PairFact::Decided { shares: [right, left], z }
        }
        other => other,
    }
}

/// The claims that two claims come from, if not both are published themselves.
pub fn roots(claims: [&str; 2], base: &EvidenceBase) -> Option<[String; 2]> {
    let pair = [base.claims.get(claims[0])?, base.claims.get(claims[1])?];
    let roots = pair.map(|claim| root(claim, base).id.clone());
    (roots != claims && roots[0] != roots[1]).then_some(roots)
}

struct Confronted<'a> {
    pair: [&'a Claim; 2],
    admitted: &'a [Option<Admitted<'a>>; 2],
    distances: Option<Distances>,
    judged: &'a Judgement,
    base: &'a EvidenceBase,
}

impl<'a> Confronted<'a> {
    fn graded(&self) -> Option<Graded<'a, 'a>> {
        let [Some(left), Some(right)] = self.admitted else {
            return None;
        };
        Some(Graded::new([left, right], self.base))
    }

    /// The pair as a rule sees it: also where one claim is compared as a bound of a part
    /// of what it counts.
    fn judged_pair(&self) -> Option<(&'a PropositionJudgement, &'a PairJudgement)> {
        let ids = self.pair.map(|claim| claim.id.as_str());
        let is_pair =
            |pair: &&PairJudgement| ids.contains(&&*pair.left) && ids.contains(&&*pair.right);
        let mut propositions = self.judged.propositions.iter();
        propositions.find_map(|one| Some((one, one.pairs.iter().find(is_pair)?)))
    }

    fn all_asked(&self) -> Option<AllAsked> {
        let [Some(left), Some(right)] = self.admitted else {
            return None;
        };
        AllAsked::of([&left.evidence, &right.evidence])
    }

    fn test(&self) -> Option<AgreementTest> {
        let [one, other] = self.pair;
        let apart = one.proposition == other.proposition && one.study() != other.study();
        self.all_asked().filter(|_| apart)?.test(&self.base.policy)
    }

    fn answer(&self, pair: Option<&PairJudgement>) -> Answer {
        self.apart_from_figures().unwrap_or_else(|| match pair {
            Some(pair) => self.figures(pair),
            None => Answer::NoShare,
        })
    }

    /// What can be said without looking at the figures.
    fn apart_from_figures(&self) -> Option<Answer> {
        let [one, other] = self.pair;
        if root(one, self.base).id == root(other, self.base).id {
            return Some(Answer::OneFinding);
        }
        if let Some(by) = self.succession() {
            return Some(Answer::Superseded(by));
        }
        if one.proposition != other.proposition && self.judged_pair().is_none() {
            return Some(Answer::OtherThing);
        }
        if one.study().is_some() && one.study() == other.study() {
            return Some(self.inside_one_study());
        }
        None
    }

    fn inside_one_study(&self) -> Answer {
        let people = [Dimension::Population, Dimension::Base, Dimension::Period];
        if !self.apart().iter().any(|dimension| people.contains(dimension)) {
            return Answer::OneStudy;
        }
        let shares = self.admitted.each_ref().map(|one| Some(&one.as_ref()?.evidence.share));
        match shares {
            [Some(one), Some(other)] if one == other => Answer::OneFigure,
            _ => Answer::Contrast,
        }
    }

    fn figures(&self, pair: &PairJudgement) -> Answer {
        if pair.trend {
            return Answer::Trend;
        }
        if pair.is_conflict() || (self.matters(pair) && self.tells_apart()) {
            return self.conflict(pair);
        }
        if self.tells_apart() {
            return Answer::SmallGap;
        }
        if pair.contains {
            return Answer::Inclusion;
        }
        let open = |outcome: &Outcome| match outcome {
            Outcome::Tested { test, .. } => test.verdict == PairVerdict::Inconclusive,
            Outcome::Untested { verdict, .. } => !matches!(verdict, UnknownSizeVerdict::Compatible),
        };
        if open(&pair.outcome) { Answer::Open } else { Answer::NoConflict }
    }

    /// What to say of figures that conflict.
    fn conflict(&self, pair: &PairJudgement) -> Answer {
        if !pair.unspoken.is_empty() {
            return Answer::Unspoken(pair.unspoken.clone());
        }
        match pair.is_conflict() && pair.is_independent() && pair.grade <= Grade::B {
            true => Answer::Conflict,
            false => Answer::ConflictIfComparable(self.apart()),
        }
    }

    fn matters(&self, pair: &PairJudgement) -> bool {
        let policy = &self.base.policy;
        pair.gap() >= policy.delta || pair.odds() >= policy.rho
    }

    /// Whether the shares would be told apart if all who were asked had been in the
    /// bases.
    fn tells_apart(&self) -> bool {
        self.all_asked().is_some_and(|all| all.tells_apart(&self.base.policy))
    }

    /// The dimensions that can explain a gap, where the two differ or may differ.
    fn apart(&self) -> Vec<Dimension> {
        let apart = self.distances.into_iter().flat_map(Distances::iter);
        apart
            .filter(|(dimension, distance)| {
                *distance != Distance::Same && is_hard(*dimension, *distance)
            })
            .map(|(dimension, _)| dimension)
            .collect()
    }

    fn succession(&self) -> Option<Succession> {
        let ids = self.pair.map(|claim| root(claim, self.base).id.as_str());
        let notes = self.judged.diagnostics.iter().flat_map(|one| &one.notes);
        notes.flat_map(|note| &note.facts).find_map(|fact| {
            let Fact::Citation(fact) = fact else { return None };
            match &**fact {
                CitationFact::Superseded { earlier, later, by }
                    if ids.contains(&earlier.as_str()) && ids.contains(&later.as_str()) =>
                {
                    Some(*by)
                }
                _ => None,
            }
        })
    }
}

#[cfg(test)]
mod tests;
