//! Figures given to another study than their own.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "wrong-study",
    level: Level::Error,
    headline: Text {
        en: "“{}” is the figure of another study",
        fr: "«\u{a0}{}\u{a0}» est le chiffre d'une autre étude",
    },
    help: Text {
        en: "name the study that the figure is of",
        fr: "nommer l'étude d'où vient le chiffre",
    },
    explanation: include_str!("wrong-study.md"),
};
