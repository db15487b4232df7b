//! What the file of a library shows before any of its code runs.

use crate::{
    check_group::CheckGroup,
    diagnostic::{Check, Level, Text},
};

/// A file that is no library, or holds no manifest.
pub const UNREADABLE_LIBRARY: Check = Check {
    id: "unreadable-library",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "the library of `{}` cannot be read as a plugin",
        fr: "la bibliothèque de `{}` ne se lit pas comme un greffon",
    },
    help: Text {
        en: "build a shared library that exports a source with `export_source!`, or with the C header; lay the manifest of an executable beside it",
        fr: "construire une bibliothèque partagée qui exporte une source par `export_source!`, ou par l'en-tête C\u{a0}; mettre le manifeste d'un exécutable à côté de lui",
    },
    explanation: include_str!("unreadable-library.md"),
};

/// A manifest that names another schema of records.
pub const OTHER_SCHEMA: Check = Check {
    id: "other-schema",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` emits records of another schema",
        fr: "`{}` émet des enregistrements d'un autre schéma",
    },
    help: Text {
        en: "build the plugin with the SDK of this program's version",
        fr: "construire le greffon avec le SDK de la version de ce programme",
    },
    explanation: include_str!("other-schema.md"),
};

/// A library that exports more than its table.
pub const EXTRA_EXPORT: Check = Check {
    id: "extra-export",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "the library of `{}` exports more than its table",
        fr: "la bibliothèque de `{}` exporte plus que sa table",
    },
    help: Text {
        en: "make every function `static`, or hide it (`-fvisibility=hidden`)",
        fr: "rendre chaque fonction `static`, ou la cacher (`-fvisibility=hidden`)",
    },
    explanation: include_str!("extra-export.md"),
};

/// A library that needs others than those of the system.
pub const FOREIGN_LIBRARY: Check = Check {
    id: "foreign-library",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` needs a library that may be missing elsewhere",
        fr: "`{}` a besoin d'une bibliothèque qui peut manquer ailleurs",
    },
    help: Text {
        en: "link it statically, or do without it",
        fr: "la lier statiquement, ou s'en passer",
    },
    explanation: include_str!("foreign-library.md"),
};

/// Code that runs while the library is loaded.
pub const EXTRA_CONSTRUCTOR: Check = Check {
    id: "extra-constructor",
    group: CheckGroup::Plugins,
    level: Level::Warning,
    headline: Text {
        en: "`{}` runs code while it is loaded",
        fr: "`{}` exécute du code pendant son chargement",
    },
    help: Text {
        en: "do it when the source is made, or not at all",
        fr: "le faire à la création de la source, ou pas du tout",
    },
    explanation: include_str!("extra-constructor.md"),
};
