//! What loading a library shows.

use crate::{
    check_group::CheckGroup,
    diagnostic::{Check, Level, Text},
};

/// A library that does not load with all its symbols bound.
pub const UNLOADABLE_LIBRARY: Check = Check {
    id: "unloadable-library",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "the library of `{}` does not load",
        fr: "la bibliothèque de `{}` ne se charge pas",
    },
    help: Text {
        en: "link what is missing, and let constructors do nothing that can fail",
        fr: "lier ce qui manque, et ne rien faire dans les constructeurs qui puisse échouer",
    },
    explanation: include_str!("unloadable-library.md"),
};

/// A table of another interface.
pub const FOREIGN_INTERFACE: Check = Check {
    id: "foreign-interface",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "the table of `{}` is not of this interface",
        fr: "la table de `{}` n'est pas de cette interface",
    },
    help: Text {
        en: "fill the table as the C header of this program's version says",
        fr: "remplir la table comme le dit l'en-tête C de la version de ce programme",
    },
    explanation: include_str!("foreign-interface.md"),
};

/// A manifest in the file that differs from the one in the table.
pub const MANIFEST_MISMATCH: Check = Check {
    id: "manifest-mismatch",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "the two manifests of `{}` differ",
        fr: "les deux manifestes de `{}` diffèrent",
    },
    help: Text {
        en: "give table and section the same bytes",
        fr: "donner les mêmes octets à la table et à la section",
    },
    explanation: include_str!("manifest-mismatch.md"),
};
