//! The rules of the judge: one file each, with its explanation beside it.

mod agreement_too_close;
mod base_size_mismatch;
mod circular_citation;
mod circular_order;
mod citation_drift;
mod claims;
mod contrasting_ranks;
mod diverging_first_places;
mod diverging_shares;
mod diverging_shares_across_populations;
mod duplicate_evidence;
mod flaws;
mod groups;
mod impossible_change;
mod impossible_count;
mod impossible_dates;
mod impossible_sum;
mod incoherent_claims;
mod mixture_outside_parts;
mod one_sided_houses;
pub(crate) mod opposite_finding;
mod opposite_orders;
mod orders;
mod pairs;
mod part_above_whole;
mod record;
pub(crate) mod refuted_agreement;
pub(crate) mod refuted_universal;
mod reversed_ranks;
mod sample_mismatch;
mod scattered_shares;
mod self_contradiction;
mod superseded_forecast;
mod unchecked_coherence;
mod unestablished_order;
mod unsettled_first_places;
mod untestable_shares;

use gainsay_claims::{Check, Diagnostic, EvidenceBase};

pub(crate) use pairs::{compound, layers, same_and_apart};
pub use record::{Measure, Measured, measured};

use crate::judgement::Judgement;

/// Every rule, in order of id.
pub const ALL: &[Rule] = &[
    agreement_too_close::RULE,
    base_size_mismatch::RULE,
    circular_citation::RULE,
    circular_order::RULE,
    citation_drift::RULE,
    contrasting_ranks::RULE,
    diverging_first_places::RULE,
    diverging_shares::RULE,
    diverging_shares_across_populations::RULE,
    duplicate_evidence::RULE,
    impossible_change::RULE,
    impossible_count::RULE,
    impossible_dates::RULE,
    impossible_sum::RULE,
    incoherent_claims::RULE,
    mixture_outside_parts::RULE,
    one_sided_houses::RULE,
    opposite_finding::RULE,
    opposite_orders::RULE,
    part_above_whole::RULE,
    refuted_agreement::RULE,
    refuted_universal::RULE,
    reversed_ranks::RULE,
    sample_mismatch::RULE,
    scattered_shares::RULE,
    self_contradiction::RULE,
    superseded_forecast::RULE,
    unchecked_coherence::RULE,
    unestablished_order::RULE,
    unsettled_first_places::RULE,
    untestable_shares::RULE,
];

/// Something that the judge looks for.
#[derive(Debug)]
pub struct Rule {
    /// What it is called, how bad it is, and its words.
    pub check: &'static Check,
    find: fn(&Judgement, &EvidenceBase) -> Vec<Diagnostic>,
}

impl Rule {
    /// Looks for it in a judgement whose diagnostics are still to come. It is found at
    /// most once in each proposition, study or claim, in order.
    pub fn find(&self, judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
        (self.find)(judged, base)
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    #[test]
    fn rules_are_listed_in_order_and_explained() {
        assert!(ALL.is_sorted_by(|one, other| one.check.id < other.check.id));
        for Rule { check, .. } in ALL {
            let heading = format!("# {}\n", check.id);
            assert!(check.explanation.starts_with(&heading), "{}", check.id);
            for text in [check.headline.en, check.headline.fr] {
                assert_eq!(text.matches("{}").count(), 1, "{text}");
                assert!(text.starts_with(char::is_lowercase), "{text}");
            }
            let texts = [check.headline, check.help];
            for text in texts.iter().flat_map(|text| [text.en, text.fr]) {
                assert!(!text.ends_with('.'), "{text}");
            }
        }
    }

    #[test]
    fn every_explanation_belongs_to_a_rule() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
        let files = fs::read_dir(folder).expect("the rules have a folder");
        let explained: BTreeSet<String> = files
            .map(|file| file.expect("the folder can be read").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
            .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
            .collect();
        let listed = ALL.iter().map(|rule| rule.check.id.to_owned()).collect();
        assert_eq!(explained, listed);
    }
}
