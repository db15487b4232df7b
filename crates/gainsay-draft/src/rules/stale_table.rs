//! Generated tables whose evidence has changed.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "stale-table",
    level: Level::Warning,
    headline: Text {
        en: "the table “{}” is not what the base holds now",
        fr: "le tableau «\u{a0}{}\u{a0}» n'est plus ce que contient la base",
    },
    help: Text {
        en: "run `gainsay sync` on the draft",
        fr: "lancer «\u{a0}gainsay sync\u{a0}» sur le brouillon",
    },
    explanation: include_str!("stale-table.md"),
};
