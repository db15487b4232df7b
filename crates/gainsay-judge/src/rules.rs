//! The rules of the judge: one file each, with its explanation beside it.

mod agreement_too_close;
mod diverging_shares;
mod diverging_shares_across_populations;
mod groups;
mod incoherent_claims;
mod one_sided_houses;
mod pairs;
mod scattered_shares;
mod unchecked_coherence;
mod untestable_shares;

use gainsay_claims::{Check, Diagnostic, EvidenceBase};

use crate::judgement::Judgement;

/// Every rule, in order of id.
pub const ALL: &[Rule] = &[
    agreement_too_close::RULE,
    diverging_shares::RULE,
    diverging_shares_across_populations::RULE,
    incoherent_claims::RULE,
    one_sided_houses::RULE,
    scattered_shares::RULE,
    unchecked_coherence::RULE,
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
