//! Figures that the figure of their source cannot be rounded to.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "figure-differs",
    level: Level::Warning,
    headline: Text {
        en: "“{}” is not the figure of its source",
        fr: "«\u{a0}{}\u{a0}» n'est pas le chiffre de sa source",
    },
    help: Text { en: "take the figure from the source", fr: "reprendre le chiffre de la source" },
    explanation: include_str!("figure-differs.md"),
};
