//! What cannot be true inside one study, whatever the truth is.
//!
//! All answers of one study come from the same people, so that arithmetic has to
//! hold up to rounding: there is no sampling error between them. What does not
//! hold is bad input, and no contradiction may rest on it. Only what a study's
//! own publisher states is looked at; what others restate is another matter, but
//! that restating each other they have no origin.

mod bases;
mod changes;
mod circles;
mod class;
mod counts;
mod dates;
mod duplicates;
mod flaw;
mod mixtures;
mod own;
mod parts;
mod samples;
mod sums;
mod twice;

use std::collections::BTreeMap;

use gainsay_claims::{EvidenceBase, Proposition, claim::Claim, side_by_side};

pub use flaw::{Flaw, FlawKind};
use own::Own;

type Check = fn(&Own<'_>, &EvidenceBase) -> Vec<Flaw>;

const CHECKS: [Check; 10] = [
    bases::check,
    changes::check,
    counts::check,
    dates::check,
    duplicates::check,
    mixtures::check,
    parts::check,
    samples::check,
    sums::check,
    twice::check,
];

/// Finds what cannot be true inside each study, what is there twice, and what is cited in a
/// circle.
pub(crate) fn find(base: &EvidenceBase) -> Vec<Flaw> {
    let studies = own::studies(base);
    let mut flaws = circles::check(base);
    flaws.extend(duplicates::studies(&studies));
    let of_each = side_by_side(studies.iter().collect(), |own| {
        CHECKS.iter().flat_map(|check| check(own, base)).collect::<Vec<_>>()
    });
    flaws.extend(of_each.into_iter().flatten());
    flaws
}

/// The claims that nothing may rest on.
#[derive(Debug, Default)]
pub(crate) struct Flawed<'a> {
    claims: BTreeMap<&'a str, FlawKind>,
    // What a study's own publisher got wrong, others restate wrongly.
    restated: BTreeMap<(&'a str, &'a Proposition), FlawKind>,
}

impl<'a> Flawed<'a> {
    /// Gathers the claims of flaws.
    pub(crate) fn new(flaws: &'a [Flaw], base: &'a EvidenceBase) -> Self {
        let mut flawed = Self::default();
        for flaw in flaws {
            for id in &flaw.fatal {
                flawed.claims.entry(id).or_insert(flaw.kind);
                let claim = base.claims.get(id).filter(|_| flaw.kind.makes_figures_doubtful());
                if let Some((claim, study)) = claim.and_then(|one| Some((one, one.study()?))) {
                    flawed.restated.entry((study, &claim.proposition)).or_insert(flaw.kind);
                }
            }
        }
        flawed
    }

    /// Why nothing may rest on a claim.
    pub(crate) fn reason(&self, claim: &Claim) -> Option<FlawKind> {
        let own = self.claims.get(claim.id.as_str());
        let restated = || {
            let study = claim.study().filter(|_| !claim.is_published())?;
            self.restated.get(&(study, &claim.proposition))
        };
        own.or_else(restated).copied()
    }
}
