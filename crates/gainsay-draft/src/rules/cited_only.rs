//! Figures that the base knows only from a citation, told as if the study had been read.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "cited-only",
    level: Level::Warning,
    headline: Text {
        en: "“{}” is told as if the study had been read",
        fr: "«\u{a0}{}\u{a0}» est donné comme si l'étude avait été lue",
    },
    help: Text { en: "say in what it was cited", fr: "dire dans quoi il a été cité" },
    explanation: include_str!("cited-only.md"),
};
