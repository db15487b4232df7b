//! Citations that say something else than what they restate.

use std::collections::BTreeSet;

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level, Proposition,
    diagnostic::{Note, Subject, Text},
    facts::{Axis, CitationFact, Fact, Moved},
};

use super::{Rule, claims::pointing_to};
use crate::judgement::{CitationHop, CitationJudgement, Judgement, Restated};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

/// How many claims of the source a diagnostic points to.
const SHOWN: usize = 3;

const WARNING: Check = Check {
    id: "citation-drift",
    group: CheckGroup::Citations,
    level: Level::Warning,
    headline: Text {
        en: "the citation `{}` says something else than its source",
        fr: "la citation `{}` dit autre chose que sa source",
    },
    help: Text {
        en: "cite what the source says, in its words and with its base",
        fr: "citer ce que dit la source, dans ses termes et avec sa base",
    },
    explanation: include_str!("citation-drift.md"),
};

static CHECK: Check = WARNING;

/// The message turned into its opposite.
static REVERSED: Check = Check {
    level: Level::Error,
    headline: Text {
        en: "the citation `{}` says the opposite of its source",
        fr: "la citation `{}` dit le contraire de sa source",
    },
    ..WARNING
};

/// It was told otherwise before: the notes say through whom.
static REPEATED: Check = Check {
    headline: Text {
        en: "the citation `{}` repeats what already said something else than its source",
        fr: "la citation `{}` reprend ce qui disait déjà autre chose que sa source",
    },
    ..WARNING
};

/// Nothing is told otherwise, but a size or an origin is not told.
static LESS: Check = Check {
    level: Level::Note,
    headline: Text {
        en: "the citation `{}` tells less than its source",
        fr: "la citation `{}` en dit moins que sa source",
    },
    ..WARNING
};

/// The record of the source leaves it open.
static POSSIBLE: Check = Check {
    level: Level::Note,
    headline: Text {
        en: "the citation `{}` may say something else than its source",
        fr: "la citation `{}` dit peut-être autre chose que sa source",
    },
    help: Text {
        en: "look at the source itself, and complete its record",
        fr: "consulter la source elle-même et compléter sa fiche",
    },
    ..WARNING
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let moved = judged.citations.iter().filter(|one| one.moved().next().is_some());
    moved.map(|one| diagnose(one, base)).collect()
}

fn diagnose(citation: &CitationJudgement, base: &EvidenceBase) -> Diagnostic {
    let subject = Subject::Name(citation.claim.clone());
    let claims = pointed_to(citation, SHOWN);
    let all = pointed_to(citation, usize::MAX);
    let mut diagnostic = Diagnostic::new(check(citation, base.policy.delta), subject)
        .resting_on(all.iter().map(String::as_str));
    diagnostic = pointing_to(diagnostic, claims.iter().map(String::as_str), base);
    diagnostic.notes = citation.hops.iter().filter_map(|hop| note(hop, citation, base)).collect();
    diagnostic
}

/// How bad it is: only what surely moved alters a message, and only who moved it across
/// one half says the opposite of what was restated.
fn check(citation: &CitationJudgement, delta: f64) -> &'static Check {
    let altered = |(_, moved): &(_, &Moved)| moved.surely && moved.axis.alters();
    let is_own = |hop: &CitationHop| hop.citing == citation.claim;
    let sure: Vec<_> = citation.moved().filter(altered).collect();
    let mut own = sure.iter().filter(|(hop, _)| is_own(hop)).peekable();
    if own.peek().is_some() {
        let reversed = own.any(|(_, moved)| moved.axis.reverses(delta));
        return if reversed { &REVERSED } else { &CHECK };
    }
    if !sure.is_empty() {
        return &REPEATED;
    }
    let open = citation.moved().any(|(_, moved)| !moved.surely);
    if open { &POSSIBLE } else { &LESS }
}

/// The citation, what it restates, and what its study says against it, up to so many each.
fn pointed_to(citation: &CitationJudgement, most: usize) -> Vec<String> {
    let mut claims = vec![citation.claim.clone()];
    for hop in &citation.hops {
        match &hop.restated {
            Restated::Claim(source) => claims.push(source.clone()),
            Restated::Study { nearest, .. } if in_doubt(hop) => {
                claims.extend(nearest.iter().take(most).cloned());
            }
            Restated::Study { .. } => {}
        }
    }
    for (_, moved) in citation.moved() {
        match &moved.axis {
            Axis::Universal(against) => claims.extend(against.iter().take(most).cloned()),
            Axis::Derived { from } => claims.push(from.clone()),
            _ => {}
        }
    }
    let mut seen = BTreeSet::new();
    claims.retain(|claim| seen.insert(claim.clone()));
    claims
}

/// Whether it depends on the claim that is restated how the citation moved.
fn in_doubt(hop: &CitationHop) -> bool {
    hop.moved.iter().any(|moved| !moved.surely)
}

/// What moved in one hop, and what more is known of it.
fn note(hop: &CitationHop, citation: &CitationJudgement, base: &EvidenceBase) -> Option<Note> {
    if hop.moved.is_empty() {
        return None;
    }
    let own = hop.citing == citation.claim;
    let fact = |moved: &Moved| match own {
        true => CitationFact::Moved(moved.clone()),
        false => CitationFact::MovedBefore { at: hop.citing.clone(), moved: moved.clone() },
    };
    let mut facts: Vec<_> = hop.moved.iter().map(fact).collect();
    let mut about = vec![hop.citing.clone()];
    if let Restated::Claim(source) = &hop.restated {
        about.push(source.clone());
        facts.extend(incomplete(source, base));
    }
    facts.extend(own_figure(hop, base));
    Some(Note {
        about,
        facts: facts.into_iter().map(|fact| Fact::Citation(Box::new(fact))).collect(),
    })
}

fn incomplete(source: &str, base: &EvidenceBase) -> Option<CitationFact> {
    let claim = base.claims.get(source).filter(|claim| claim.said.incomplete)?;
    Some(CitationFact::Incomplete { claim: claim.id.clone() })
}

/// What the study publishes for the part of a compound that the citation keeps.
fn own_figure(hop: &CitationHop, base: &EvidenceBase) -> Option<CitationFact> {
    let compound = |moved: &Moved| match &moved.axis {
        Axis::Compound([_, kept]) => Some(kept.clone()),
        _ => None,
    };
    let kept: Proposition = hop.moved.iter().find_map(compound)?;
    let study = base.claims.get(&hop.citing)?.study()?;
    let own = base.claims.values().find(|claim| {
        claim.study() == Some(study) && claim.is_published() && *claim.proposition == kept
    });
    own.map(|claim| CitationFact::OwnFigure { claim: claim.id.clone() })
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{claim::Statement, wire::Role};

    use super::*;
    use crate::{
        fixtures::{Told, base, told},
        judge,
    };

    /// A claim of the study of `fixture-a` that restates a claim.
    fn restating(source: &str, cited: &str) -> Told {
        told(source).with(|_, claim| {
            claim.said.role = Role::Cited;
            claim.said.study = Some("fixture-a/survey".to_owned());
            claim.said.cites = Some(format!("{cited}/survey/bought"));
        })
    }

    /// How bad it is that 28 % are restated so.
    fn level(change: impl FnOnce(Told) -> Told) -> Option<Level> {
        level_of("28 %", change(restating("fixture-b", "fixture-a")))
    }

    fn level_of(source: &str, citation: Told) -> Option<Level> {
        let judged = judge(&base([told("fixture-a").share(source), citation]));
        judged.diagnostics.iter().find(|one| one.check.id == CHECK.id).map(|one| one.check.level)
    }

    #[test]
    fn it_is_as_bad_as_what_surely_moved() {
        let first = Statement::Rank { place: 1, from_last: false };
        assert_eq!(level(|one| one), None);
        assert_eq!(level(|one| one.share("38 %")), Some(Level::Warning));
        assert_eq!(level(|one| one.share("72 %")), Some(Level::Error));
        assert_eq!(level(|one| one.with(|_, claim| claim.statement = first)), Some(Level::Note));
    }

    // 0.05 is the policy's delta, between the ends that face each other.
    #[test]
    fn the_opposite_is_as_far_as_a_difference_that_matters() {
        let restated = |share: &str| restating("fixture-b", "fixture-a").share(share);
        assert_eq!(level_of("49 %", restated("51 %")), Some(Level::Warning));
        assert_eq!(level_of("46 %", restated("51 %")), Some(Level::Warning));
        assert_eq!(level_of("46 %", restated("53 %")), Some(Level::Error));
        assert_eq!(level_of("53 %", restated("46 %")), Some(Level::Error));
        assert_eq!(level_of("20 %", restated("45 %")), Some(Level::Warning));
    }

    #[test]
    fn who_repeats_an_opposite_says_through_whom() {
        let reversing = restating("fixture-b", "fixture-a").share("72 %");
        let repeating = restating("fixture-c", "fixture-b").share("72 %");
        let judged = judge(&base([told("fixture-a"), reversing, repeating]));
        let found = judged.diagnostics.iter().filter(|one| one.check.id == CHECK.id);
        let headlines: Vec<_> = found.map(|one| one.check.headline.en).collect();
        assert_eq!(headlines, [REVERSED.headline.en, REPEATED.headline.en]);
        let notes = judged.diagnostics.iter().filter(|one| one.check.level == Level::Warning);
        let facts: Vec<_> = notes.flat_map(|one| &one.notes).flat_map(|note| &note.facts).collect();
        let through = facts.iter().any(|fact| {
            matches!(fact, Fact::Citation(one) if matches!(
                &**one,
                CitationFact::MovedBefore { at, .. } if at == "fixture-b/survey/bought"
            ))
        });
        assert!(through, "{facts:?}");
    }
}
