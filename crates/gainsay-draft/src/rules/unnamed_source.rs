//! Appeals to studies that are not named.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "unnamed-source",
    level: Level::Warning,
    headline: Text {
        en: "“{}” names no study", fr: "«\u{a0}{}\u{a0}» ne nomme aucune étude"
    },
    help: Text {
        en: "name the study and its publisher", fr: "nommer l'étude et qui l'a publiée"
    },
    explanation: include_str!("unnamed-source.md"),
};
