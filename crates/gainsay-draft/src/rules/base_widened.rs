//! Figures of a part that are said of a larger group, and universals that figures refute.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "base-widened",
    level: Level::Warning,
    headline: Text {
        en: "“{}” is said of more people than the evidence covers",
        fr: "«\u{a0}{}\u{a0}» est dit de plus de monde que les données n'en couvrent",
    },
    help: Text { en: "say whom the share is a share of", fr: "dire de qui la part est une part" },
    explanation: include_str!("base-widened.md"),
};
