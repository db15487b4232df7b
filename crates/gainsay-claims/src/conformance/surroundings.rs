//! What the output of a plugin must not depend on.

use crate::{
    check_group::CheckGroup,
    diagnostic::{Check, Level, Text},
};

/// Output that depends on the time zone.
pub const TIME_ZONE_DEPENDENCE: Check = Check {
    id: "time-zone-dependence",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` says something else in another time zone",
        fr: "`{}` dit autre chose dans un autre fuseau horaire",
    },
    help: Text {
        en: "leave dates as they are written; the core reads them",
        fr: "laisser les dates telles qu'écrites\u{a0}; le noyau les lit",
    },
    explanation: include_str!("time-zone-dependence.md"),
};

/// Output that depends on the locale.
pub const LOCALE_DEPENDENCE: Check = Check {
    id: "locale-dependence",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` says something else in another locale",
        fr: "`{}` dit autre chose dans d'autres paramètres régionaux",
    },
    help: Text {
        en: "compare and convert text without the locale",
        fr: "comparer et convertir les textes sans les paramètres régionaux",
    },
    explanation: include_str!("locale-dependence.md"),
};

/// Output that depends on the working folder.
pub const FOLDER_DEPENDENCE: Check = Check {
    id: "folder-dependence",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` says something else in another folder",
        fr: "`{}` dit autre chose dans un autre dossier",
    },
    help: Text { en: "read only what the host hands over", fr: "ne lire que ce que l'hôte remet" },
    explanation: include_str!("folder-dependence.md"),
};

/// Output that differs from process to process.
pub const UNSTABLE_OUTPUT: Check = Check {
    id: "unstable-output",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` says something else each time",
        fr: "`{}` dit autre chose à chaque fois",
    },
    help: Text {
        en: "use no clock, no random number, no address and no order of a hash map",
        fr: "n'utiliser ni horloge, ni hasard, ni adresse, ni l'ordre d'une table de hachage",
    },
    explanation: include_str!("unstable-output.md"),
};

/// Output that depends on the other documents of a call.
pub const BATCH_DEPENDENCE: Check = Check {
    id: "batch-dependence",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` reads a document differently beside others",
        fr: "`{}` lit autrement un document entouré d'autres",
    },
    help: Text {
        en: "keep nothing between two documents",
        fr: "ne rien garder d'un document à l'autre",
    },
    explanation: include_str!("batch-dependence.md"),
};
