//! What can be wrong with a draft: one file each, with its explanation beside it.

mod base_widened;
mod cited_only;
mod contradiction_not_cited;
mod drift;
mod figure_differs;
pub(crate) mod invalid_suppression;
mod opposite_finding_not_cited;
mod refuted_agreement;
mod stale_table;
mod unknown_figure;
mod unnamed_source;
pub(crate) mod unused_suppression;
mod wrong_study;

use gainsay_claims::{Check, Diagnostic};

use crate::check::View;

/// Every rule, in order of id.
pub static ALL: &[Rule] = &[
    base_widened::RULE,
    cited_only::RULE,
    contradiction_not_cited::RULE,
    drift::RULE,
    figure_differs::RULE,
    invalid_suppression::RULE,
    opposite_finding_not_cited::RULE,
    refuted_agreement::RULE,
    stale_table::RULE,
    unknown_figure::RULE,
    unnamed_source::RULE,
    unused_suppression::RULE,
    wrong_study::RULE,
];

/// Something that is looked for in drafts.
pub struct Rule {
    /// What it is called, how bad it is, and its words.
    pub check: &'static Check,
    /// None: it is looked for among suppressions, when everything else is found.
    find: Option<fn(&View<'_>) -> Vec<Diagnostic>>,
}

impl Rule {
    /// Looks for it, in order of figure.
    pub(crate) fn find(&self, view: &View<'_>) -> Vec<Diagnostic> {
        self.find.map_or_else(Vec::new, |find| find(view))
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    const PARTS: [&str; 5] = [
        "**Why.** ",
        "**How it is decided.** ",
        "**Source.** ",
        "**Example.** ",
        "**To resolve.** ",
    ];

    #[test]
    fn rules_are_listed_in_order_and_explained() {
        assert!(ALL.is_sorted_by(|one, other| one.check.id < other.check.id));
        for Rule { check, .. } in ALL {
            let heading = format!("# {}\n", check.id);
            assert!(check.explanation.starts_with(&heading), "{}", check.id);
            for text in [check.headline.en, check.headline.fr] {
                assert_eq!(text.matches("{}").count(), 1, "{text}");
                assert!(text.starts_with(|first: char| !first.is_uppercase()), "{text}");
            }
            for text in [check.headline, check.help].iter().flat_map(|text| [text.en, text.fr]) {
                assert!(!text.ends_with('.'), "{text}");
            }
        }
    }

    #[test]
    fn every_explanation_has_its_parts_in_order() {
        for Rule { check, .. } in ALL {
            let at = PARTS.map(|part| check.explanation.find(&format!("\n\n{part}")));
            assert!(at.iter().all(Option::is_some), "{}: {at:?}", check.id);
            assert!(at.is_sorted(), "{}: {at:?}", check.id);
            let paragraph = check.explanation.lines().map(|line| line.chars().count());
            assert!(paragraph.max() <= Some(96), "{} has a long line", check.id);
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
