//! The note about a pair of claims: its facts, gathered into few lines.

use gainsay_claims::{
    Lang,
    facts::{CoherenceFact, Dimension, Fact, PairFact, Side, SizeReason},
};

use super::{colon, list};
use crate::Speaker;

impl Speaker<'_> {
    /// One line for each fact, except that sizes assumed on both sides share a
    /// line, and so do all dimensions that differ and all that are not disclosed.
    pub(crate) fn pair_lines(&self, facts: &[Fact]) -> Vec<String> {
        let (assumed, rest): (Vec<_>, Vec<_>) =
            facts.iter().partition(|fact| is_assumed(fact) && both_assumed(facts));
        let (differing, rest): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|fact| matches!(fact, Fact::Pair(PairFact::Differs { .. })));
        let mut lines: Vec<String> =
            rest.into_iter().map(|fact| self.pair_line(fact, rests_on_assumption(facts))).collect();
        lines.extend(self.assumed_on_both_sides(&assumed));
        lines.extend(self.differing(&differing));
        lines.extend(self.undisclosed_dimensions(&differing));
        lines
    }

    /// Only how far apart the two are, how sure that is and in what they differ, or that
    /// they differ in nothing.
    pub(crate) fn telling_lines(&self, facts: &[Fact]) -> Vec<String> {
        let is_tested =
            facts.iter().any(|fact| matches!(fact, Fact::Pair(PairFact::Tested { .. })));
        let telling = facts.iter().filter(|fact| is_telling(fact, is_tested));
        let mut lines: Vec<String> =
            telling.map(|fact| self.pair_line(fact, rests_on_assumption(facts))).collect();
        let all: Vec<&Fact> = facts.iter().collect();
        if differences(&all).next().is_none() {
            let same = facts.iter().filter(|fact| matches!(fact, Fact::Pair(PairFact::Same(_))));
            lines.extend(same.map(|fact| self.fact(fact)));
        }
        lines.extend(self.differing(&all));
        lines.extend(self.undisclosed_dimensions(&all));
        lines
    }

    /// A test says in its own line when it rests on an assumed size.
    fn pair_line(&self, fact: &Fact, assumed: bool) -> String {
        match fact {
            Fact::Pair(PairFact::Tested { p, reach, .. }) => self.tested(*p, *reach, assumed),
            _ => self.fact(fact),
        }
    }

    fn assumed_on_both_sides(&self, facts: &[&Fact]) -> Option<String> {
        let sizes: Vec<_> = facts
            .iter()
            .filter_map(|fact| match fact {
                Fact::Pair(PairFact::AssumedSize { size, of, .. }) => {
                    Some((self.count(*size), self.count(*of)))
                }
                _ => None,
            })
            .collect();
        let [(left, of_left), (right, of_right)] = &sizes[..] else { return None };
        Some(match self.lang {
            Lang::En => format!(
                "n of both bases not disclosed: {left} of {of_left} and {right} of {of_right} assumed"
            ),
            Lang::Fr => format!(
                "n des deux bases non communiqué\u{a0}: {left} sur {of_left} et {right} sur {of_right} supposés"
            ),
        })
    }

    fn differing(&self, facts: &[&Fact]) -> Option<String> {
        let parts: Vec<String> = differences(facts)
            .filter(|(_, sides)| !undisclosed(sides))
            .map(|(dimension, sides)| {
                let [left, right] = sides.each_ref().map(|side| self.side(side));
                format!("{} ({left} / {right})", self.dimension(dimension))
            })
            .collect();
        let lead = match self.lang {
            Lang::En => "different",
            Lang::Fr => "différences",
        };
        (!parts.is_empty()).then(|| format!("{lead}{}{}", colon(self.lang), parts.join(", ")))
    }

    fn undisclosed_dimensions(&self, facts: &[&Fact]) -> Option<String> {
        let names: Vec<String> = differences(facts)
            .filter(|(_, sides)| undisclosed(sides))
            .map(|(dimension, _)| self.dimension(dimension).to_owned())
            .collect();
        let lead = match self.lang {
            Lang::En => "not disclosed on either side",
            Lang::Fr => "non communiqué de part et d'autre",
        };
        let names = (!names.is_empty()).then(|| list(self.lang, &names))?;
        Some(format!("{lead}{}{names}", colon(self.lang)))
    }
}

fn differences<'a>(facts: &[&'a Fact]) -> impl Iterator<Item = (Dimension, &'a [Side; 2])> {
    facts.iter().filter_map(|fact| match fact {
        Fact::Pair(PairFact::Differs { dimension, sides }) => Some((*dimension, sides)),
        _ => None,
    })
}

fn undisclosed(sides: &[Side; 2]) -> bool {
    *sides == [Side::Unknown, Side::Unknown]
}

/// Whether a fact on its own tells why two claims are held to differ. Where there is a
/// test, the size that would decide is a detail.
fn is_telling(fact: &Fact, is_tested: bool) -> bool {
    match fact {
        Fact::Pair(
            PairFact::BreakEven { .. }
            | PairFact::BreakEvenOther { .. }
            | PairFact::NeverEnough { .. },
        ) => !is_tested,
        Fact::Pair(
            PairFact::Same(_)
            | PairFact::Differs { .. }
            | PairFact::AssumedSize { .. }
            | PairFact::Decided { .. }
            | PairFact::Usual { .. },
        )
        | Fact::Coherence(CoherenceFact::Compound { .. }) => false,
        _ => true,
    }
}

/// Whether a size is one that the policy assumes; one that follows from published
/// shares has a line of its own.
fn is_assumed(fact: &Fact) -> bool {
    matches!(fact, Fact::Pair(PairFact::AssumedSize { by: SizeReason::SubsampleFloor, .. }))
}

fn rests_on_assumption(facts: &[Fact]) -> bool {
    facts.iter().any(|fact| matches!(fact, Fact::Pair(PairFact::AssumedSize { .. })))
}

fn both_assumed(facts: &[Fact]) -> bool {
    facts.iter().filter(|fact| is_assumed(fact)).count() == 2
}
