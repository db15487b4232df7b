//! Studies of which a draft tells one direction only.

use gainsay_claims::{Check, Level, diagnostic::Text};

pub(crate) static CHECK: Check = Check {
    id: "opposite-finding-not-cited",
    level: Level::Note,
    headline: Text {
        en: "the study behind “{}” also points the other way",
        fr: "l'étude derrière «\u{a0}{}\u{a0}» va aussi dans l'autre sens",
    },
    help: Text { en: "tell readers both findings", fr: "donner aux lecteurs les deux résultats" },
    explanation: include_str!("opposite-finding-not-cited.md"),
};
