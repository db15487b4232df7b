//! Figures that another study contradicts, which the draft leaves out.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "contradiction-not-cited",
    level: Level::Warning,
    headline: Text {
        en: "a study that contradicts “{}” is not cited",
        fr: "une étude qui contredit «\u{a0}{}\u{a0}» n'est pas citée",
    },
    help: Text {
        en: "cite both studies, or say why one is preferred",
        fr: "citer les deux études, ou dire pourquoi l'une est préférée",
    },
    explanation: include_str!("contradiction-not-cited.md"),
};
