//! Checks of verdicts.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};

/// Every check of verdicts, in order of id. They are notes: how bad a finding is that has
/// to be looked at again, it says itself.
pub const ALL: &[&Check] =
    &[&CONFLICTING_VERDICTS, &EXPIRED_VERDICT, &STALE_VERDICT, &UNMATCHED_VERDICT];

/// Verdicts that hold, and contradict each other.
pub const CONFLICTING_VERDICTS: Check = Check {
    id: "conflicting-verdicts",
    group: CheckGroup::Verdicts,
    level: Level::Note,
    headline: Text {
        en: "reviewers disagree on `{}`",
        fr: "les relecteurs ne s'accordent pas sur `{}`",
    },
    help: Text {
        en: "agree on one status, and correct or delete the other verdict",
        fr: "convenir d'un statut, et corriger ou supprimer l'autre verdict",
    },
    explanation: include_str!("checks/conflicting-verdicts.md"),
};

/// A verdict or a rejection past its last day.
pub const EXPIRED_VERDICT: Check = Check {
    id: "expired-verdict",
    group: CheckGroup::Verdicts,
    level: Level::Note,
    headline: Text { en: "the verdict on `{}` has ended", fr: "le verdict sur `{}` a pris fin" },
    help: Text {
        en: "look at the finding again with `gainsay review --expiring`, or delete the verdict",
        fr: "revoir le constat avec `gainsay review --expiring`, ou supprimer le verdict",
    },
    explanation: include_str!("checks/expired-verdict.md"),
};

/// A verdict that relied on something else than what is there now.
pub const STALE_VERDICT: Check = Check {
    id: "stale-verdict",
    group: CheckGroup::Verdicts,
    level: Level::Note,
    headline: Text {
        en: "what the verdict on `{}` relied on has changed",
        fr: "ce sur quoi reposait le verdict sur `{}` a changé",
    },
    help: Text {
        en: "look at what changed with `gainsay review --stale`",
        fr: "voir ce qui a changé avec `gainsay review --stale`",
    },
    explanation: include_str!("checks/stale-verdict.md"),
};

/// A verdict on something that is not found.
pub const UNMATCHED_VERDICT: Check = Check {
    id: "unmatched-verdict",
    group: CheckGroup::Verdicts,
    level: Level::Note,
    headline: Text {
        en: "nothing is found that the verdict on `{}` answers",
        fr: "rien n'est constaté à quoi réponde le verdict sur `{}`",
    },
    help: Text {
        en: "delete it if the finding was settled at its source, or correct its key",
        fr: "le supprimer si le constat a été réglé à la source, ou corriger sa clé",
    },
    explanation: include_str!("checks/unmatched-verdict.md"),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_listed_in_order_and_explained() {
        assert!(ALL.is_sorted_by(|one, other| one.id < other.id));
        for check in ALL {
            assert!(check.explanation.starts_with(&format!("# {}\n", check.id)), "{}", check.id);
            for text in [check.headline.en, check.headline.fr] {
                assert_eq!(text.matches("{}").count(), 1, "{text}");
                assert!(!text.ends_with('.'), "{text}");
            }
        }
    }
}
