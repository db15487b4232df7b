//! Figures that no claim of the base says.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "unknown-figure",
    level: Level::Warning,
    headline: Text {
        en: "no claim of the base says “{}”",
        fr: "aucune affirmation de la base ne dit «\u{a0}{}\u{a0}»",
    },
    help: Text {
        en: "name the source and add it to the base, or leave the figure out",
        fr: "nommer la source et l'ajouter à la base, ou renoncer au chiffre",
    },
    explanation: include_str!("unknown-figure.md"),
};
