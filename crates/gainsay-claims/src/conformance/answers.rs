//! How a plugin answers what it is not used to.

use crate::{
    check_group::CheckGroup,
    diagnostic::{Check, Level, Text},
};

/// A source that accepts a setting it does not know.
pub const ACCEPTS_UNKNOWN_SETTING: Check = Check {
    id: "accepts-unknown-setting",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` accepts a setting that it does not know",
        fr: "`{}` accepte un réglage qu'il ne connaît pas",
    },
    help: Text {
        en: "return an error from `configure` for every key that is not a setting",
        fr: "renvoyer une erreur dans `configure` pour toute clé qui n'est pas un réglage",
    },
    explanation: include_str!("accepts-unknown-setting.md"),
};

/// A source that crashes on settings it cannot use.
pub const BREAKS_ON_BAD_SETTINGS: Check = Check {
    id: "breaks-on-bad-settings",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text { en: "`{}` breaks on bad settings", fr: "`{}` casse sur de mauvais réglages" },
    help: Text {
        en: "return an error that names the setting",
        fr: "renvoyer une erreur qui nomme le réglage",
    },
    explanation: include_str!("breaks-on-bad-settings.md"),
};

/// A source that crashes on damaged documents.
pub const BREAKS_ON_BAD_DOCUMENTS: Check = Check {
    id: "breaks-on-bad-documents",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` breaks on a damaged document",
        fr: "`{}` casse sur un document abîmé",
    },
    help: Text {
        en: "return an error with the place that cannot be read",
        fr: "renvoyer une erreur avec l'endroit illisible",
    },
    explanation: include_str!("breaks-on-bad-documents.md"),
};

/// An operation that is not refused.
pub const UNKNOWN_OPERATION: Check = Check {
    id: "unknown-operation",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` answers an operation that it does not know",
        fr: "`{}` répond à une opération qu'il ne connaît pas",
    },
    help: Text {
        en: "return `GAINSAY_UNSUPPORTED` (4) for every operation but 1",
        fr: "renvoyer `GAINSAY_UNSUPPORTED` (4) pour toute opération autre que 1",
    },
    explanation: include_str!("unknown-operation.md"),
};

/// A plugin that goes on when it is told to stop.
pub const IGNORED_STOP: Check = Check {
    id: "ignored-stop",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text {
        en: "`{}` goes on when it is told to stop",
        fr: "`{}` continue quand on lui dit de s'arrêter",
    },
    help: Text {
        en: "return as soon as `emit` returns anything but 0",
        fr: "rendre la main dès que `emit` renvoie autre chose que 0",
    },
    explanation: include_str!("ignored-stop.md"),
};

/// A source that can be made only once.
pub const ONE_TIME_SOURCE: Check = Check {
    id: "one-time-source",
    group: CheckGroup::Plugins,
    level: Level::Error,
    headline: Text { en: "`{}` cannot be made twice", fr: "`{}` ne peut être créé deux fois" },
    help: Text {
        en: "keep everything in the state that `create` returns, nothing in statics",
        fr: "tout garder dans l'état que `create` renvoie, rien dans des variables globales",
    },
    explanation: include_str!("one-time-source.md"),
};
