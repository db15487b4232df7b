//! What a plugin says.

use crate::{
    check_group::CheckGroup,
    diagnostic::{Check, Level, Text},
};

/// A document that the source refuses.
pub const REFUSED_DOCUMENT: Check = Check {
    id: "refused-document",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` refuses a document of its own",
        fr: "`{}` refuse un de ses propres documents",
    },
    help: Text {
        en: "correct the document, or teach the plugin this form",
        fr: "corriger le document, ou apprendre cette forme au greffon",
    },
    explanation: include_str!("refused-document.md"),
};

/// A record that the core cannot use: no figure at its place, or an unknown word.
pub const REFUSED_RECORD: Check = Check {
    id: "refused-record",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` emits a record that cannot be used",
        fr: "`{}` émet un enregistrement inutilisable",
    },
    help: Text {
        en: "point to the whole figure with its hedge and unit, and use words of the vocabulary",
        fr: "pointer sur le chiffre entier, avec sa nuance et son unité, et employer les mots du vocabulaire",
    },
    explanation: include_str!("refused-record.md"),
};

/// An id that is given twice.
pub const REPEATED_ID: Check = Check {
    id: "repeated-id",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` gives an id twice", fr: "`{}` donne deux fois le même identifiant"
    },
    help: Text {
        en: "make the id tell what the finding measures, so that two findings differ in it",
        fr: "faire dire à l'identifiant ce que mesure le résultat, pour que deux résultats diffèrent",
    },
    explanation: include_str!("repeated-id.md"),
};

/// An id that does not begin with its source.
pub const STRAY_ID: Check = Check {
    id: "stray-id",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` gives an id that is not its own",
        fr: "`{}` donne un identifiant qui n'est pas le sien",
    },
    help: Text {
        en: "begin a study's id with the source, and a finding's with its study",
        fr: "commencer l'identifiant d'une étude par la source, et celui d'un résultat par son étude",
    },
    explanation: include_str!("stray-id.md"),
};

/// An id of the previous version that is gone.
pub const LOST_ID: Check = Check {
    id: "lost-id",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` no longer gives an id that it gave",
        fr: "`{}` ne donne plus un identifiant qu'il donnait",
    },
    help: Text {
        en: "keep the id, or list it under `retired` of the source in `gainsay.toml`",
        fr: "garder l'identifiant, ou l'inscrire sous `retired` de la source dans `gainsay.toml`",
    },
    explanation: include_str!("lost-id.md"),
};
