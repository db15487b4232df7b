//! How a plugin runs on its own documents.

use crate::{
    check_group::CheckGroup,
    diagnostic::{Check, Level, Text},
};

/// A source that does not finish on its documents under the full sandbox.
pub const FAILS_UNDER_SANDBOX: Check = Check {
    id: "fails-under-sandbox",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` does not finish under the sandbox",
        fr: "`{}` ne va pas à son terme sous le bac à sable",
    },
    help: Text {
        en: "read only what the host hands over: no files, no network, no processes; return errors",
        fr: "ne lire que ce que l'hôte remet\u{a0}: ni fichiers, ni réseau, ni processus\u{a0}; renvoyer des erreurs",
    },
    explanation: include_str!("fails-under-sandbox.md"),
};

/// A plugin that writes to the standard output.
pub const WRITES_TO_STDOUT: Check = Check {
    id: "writes-to-stdout",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` writes to the standard output",
        fr: "`{}` écrit sur la sortie standard",
    },
    help: Text {
        en: "emit records and diagnostics; write what is for developers to the standard error",
        fr: "émettre des enregistrements et des diagnostics\u{a0}; écrire sur la sortie d'erreur ce qui s'adresse aux développeurs",
    },
    explanation: include_str!("writes-to-stdout.md"),
};

/// A plugin that leaves threads behind.
pub const LEFTOVER_THREAD: Check = Check {
    id: "leftover-thread",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` leaves threads running",
        fr: "`{}` laisse des fils d'exécution actifs",
    },
    help: Text {
        en: "join every thread before the call returns",
        fr: "attendre la fin de chaque fil avant de rendre la main",
    },
    explanation: include_str!("leftover-thread.md"),
};

/// A source that takes more time than its budget.
pub const SLOW_SOURCE: Check = Check {
    id: "slow-source",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` takes more processor time than a source may",
        fr: "`{}` prend plus de temps de calcul qu'une source ne doit",
    },
    help: Text { en: "read each document once", fr: "ne lire chaque document qu'une fois" },
    explanation: include_str!("slow-source.md"),
};

/// A source that takes more memory than its budget.
pub const MEMORY_HUNGRY: Check = Check {
    id: "memory-hungry",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` takes more memory than a source may",
        fr: "`{}` prend plus de mémoire qu'une source ne doit",
    },
    help: Text {
        en: "emit records as they are found, and keep none",
        fr: "émettre les enregistrements au fur et à mesure, sans les garder",
    },
    explanation: include_str!("memory-hungry.md"),
};
