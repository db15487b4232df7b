//! Making verdicts of today.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    Diagnostic, EvidenceBase, Location,
    facts::{Dimension, Directness, Fact, PairFact, Side, Status},
};
use jiff::civil::Date;

use crate::{
    relied::Relied,
    verdict::{Verdict, latest},
};

/// What a reviewer says of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// What it is.
    pub status: Status,
    /// In what the studies differ; never empty where that explains it.
    pub cause: Vec<Dimension>,
    /// How directly they bear on the same thing, in each dimension that was rated.
    pub directness: BTreeMap<Dimension, Directness>,
    /// Why, in the reviewer's words.
    pub reason: String,
}

impl Given {
    /// A verdict on a finding as it is now. Without an end it holds as long as it may.
    pub fn on(
        self,
        finding: &Diagnostic,
        base: &EvidenceBase,
        who: &str,
        today: Date,
        until: Option<Date>,
    ) -> Verdict {
        let claims = finding.claims.iter().filter_map(|id| base.claims.get(id));
        Verdict {
            finding: finding.key(),
            given: self,
            who: who.to_owned(),
            on: today,
            until: until.unwrap_or_else(|| latest(today)),
            evidence: claims.map(|claim| Relied::of(claim, base)).collect(),
            at: Location { document: String::new(), span: 0..0 },
        }
    }
}

/// The dimensions in which the rule that found it says that studies differ, in order. What
/// is not disclosed explains nothing.
pub fn differences(finding: &Diagnostic) -> Vec<Dimension> {
    let facts = finding.notes.iter().flat_map(|note| &note.facts);
    let dimension = |fact: &Fact| match fact {
        Fact::Pair(PairFact::Differs { dimension, sides }) => {
            let known = sides.iter().filter(|side| **side != Side::Unknown).count();
            // One who names what exactly was asked differs from one who does not.
            let least = if *dimension == Dimension::Wording { 1 } else { 2 };
            (known >= least).then_some(*dimension)
        }
        _ => None,
    };
    let found: BTreeSet<Dimension> = facts.filter_map(dimension).collect();
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use gainsay_claims::facts::ReviewState;

    use super::*;
    use crate::{
        fixture::{self, DAY},
        state::Review,
        verdict::Verdicts,
    };

    #[test]
    fn what_is_given_today_holds_today() {
        let base = fixture::base();
        let finding = fixture::finding(&base);
        let given = fixture::verdict("A", Status::Confirmed, &base).given;
        let verdict = given.on(&finding, &base, "B", DAY, None);
        assert_eq!((verdict.who.as_str(), verdict.until), ("B", latest(DAY)));
        let verdicts = Verdicts { verdicts: vec![verdict], ..Verdicts::default() };
        let review = Review::new(std::slice::from_ref(&finding), &base, &verdicts, DAY);
        let states: Vec<_> = review.standings().map(|(_, one)| one.state).collect();
        assert_eq!(states, [ReviewState::Settled(Status::Confirmed)]);
    }

    #[test]
    fn differences_are_those_that_the_rule_names() {
        let differs = |dimension| {
            let sides = ["a", "b"].map(|name| Side::Name(name.to_owned()));
            Fact::Pair(PairFact::Differs { dimension, sides })
        };
        let sides = [Side::Unknown, Side::Name("a".to_owned())];
        let undisclosed = Fact::Pair(PairFact::Differs { dimension: Dimension::Base, sides });
        let same = Fact::Pair(PairFact::Same(vec![Dimension::Unit]));
        let finding = fixture::finding(&fixture::base())
            .note(differs(Dimension::Mode))
            .note(same)
            .note(undisclosed)
            .note(differs(Dimension::Wording))
            .note(differs(Dimension::Mode));
        assert_eq!(differences(&finding), [Dimension::Wording, Dimension::Mode]);
    }
}
