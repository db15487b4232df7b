//! Figures whose words moved away from their source.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "drift",
    level: Level::Warning,
    headline: Text {
        en: "“{}” says something else than its source",
        fr: "«\u{a0}{}\u{a0}» dit autre chose que sa source",
    },
    help: Text {
        en: "say what the source says, in its words and with its base",
        fr: "dire ce que dit la source, dans ses termes et avec sa base",
    },
    explanation: include_str!("drift.md"),
};
