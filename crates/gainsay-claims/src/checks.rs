//! Checks of the input. The judge's rules are of the same type and stand in
//! `gainsay-judge`.

use crate::{
    check_group::CheckGroup,
    diagnostic::{Check, Level, Text},
};

/// Every check of the input, in order of id.
pub const ALL: &[&Check] = &[
    &BROKEN_DOCUMENT,
    &BROKEN_SOURCE,
    &CITED_AS_READ,
    &DUPLICATE_ID,
    &INVALID_FILE,
    &INVALID_RECORD,
    &MISPLACED_FIGURE,
    &OUTDATED_LOCK,
    &SOURCE_REMARK,
    &STALE_PLUGIN,
    &UNKNOWN_REFERENCE,
    &UNKNOWN_WORD,
    &UNREADABLE_FIGURE,
];

/// A document that its plugin cannot read.
pub const BROKEN_DOCUMENT: Check = Check {
    id: "broken-document",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "`{}` could not be read by its plugin",
        fr: "`{}` n'a pas pu être lu par son greffon",
    },
    help: Text {
        en: "correct the document, or teach the plugin this form",
        fr: "corriger le document, ou apprendre cette forme au greffon",
    },
    explanation: include_str!("checks/broken-document.md"),
};

/// A source whose plugin did not finish.
pub const BROKEN_SOURCE: Check = Check {
    id: "broken-source",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "source `{}` was not loaded", fr: "la source `{}` n'a pas été chargée"
    },
    help: Text {
        en: "correct the source or its plugin, or accept the gap with `--allow-missing`",
        fr: "corriger la source ou son greffon, ou accepter la lacune avec `--allow-missing`",
    },
    explanation: include_str!("checks/broken-source.md"),
};

/// A draft that cites a study of which nothing was read.
pub const CITED_AS_READ: Check = Check {
    id: "cited-as-read",
    group: CheckGroup::Citations,
    level: Level::Warning,
    headline: Text {
        en: "`{}` is cited as if it had been read",
        fr: "`{}` est cité comme s'il avait été lu",
    },
    help: Text {
        en: "cite the work in which the figure was seen, or find the study's own page",
        fr: "citer l'ouvrage où le chiffre a été vu, ou trouver la page de l'étude elle-même",
    },
    explanation: include_str!("checks/cited-as-read.md"),
};

/// An id that is used twice.
pub const DUPLICATE_ID: Check = Check {
    id: "duplicate-id",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text { en: "`{}` is defined twice", fr: "`{}` est défini deux fois" },
    help: Text { en: "rename one of the two", fr: "renommer l'un des deux" },
    explanation: include_str!("checks/duplicate-id.md"),
};

/// A file of the base that is not what it should be.
pub const INVALID_FILE: Check = Check {
    id: "invalid-file",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text { en: "`{}` is not valid", fr: "`{}` n'est pas valide" },
    help: Text { en: "correct the file", fr: "corriger le fichier" },
    explanation: include_str!("checks/invalid-file.md"),
};

/// A record that contradicts the schema or the vocabulary.
pub const INVALID_RECORD: Check = Check {
    id: "invalid-record",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "`{}` is not a valid study or finding",
        fr: "`{}` n'est pas une étude ou un résultat valide",
    },
    help: Text {
        en: "correct the plugin or the document",
        fr: "corriger le greffon ou le document",
    },
    explanation: include_str!("checks/invalid-record.md"),
};

/// A place that is not in the document, or cuts a figure.
pub const MISPLACED_FIGURE: Check = Check {
    id: "misplaced-figure",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "`{}` points to a place that holds no whole figure",
        fr: "`{}` pointe vers un endroit qui ne contient pas de chiffre entier",
    },
    help: Text {
        en: "make the plugin point to the whole figure with its hedge and unit",
        fr: "faire pointer le greffon sur le chiffre entier, avec sa nuance et son unité",
    },
    explanation: include_str!("checks/misplaced-figure.md"),
};

/// A lock that would have to change.
pub const OUTDATED_LOCK: Check = Check {
    id: "outdated-lock",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "the lock does not fit what is said of `{}`",
        fr: "le verrou ne correspond pas à ce qui est dit de `{}`",
    },
    help: Text {
        en: "write it anew with `gainsay source trust`, and commit it",
        fr: "le réécrire avec `gainsay source trust`, et le valider",
    },
    explanation: include_str!("checks/outdated-lock.md"),
};

/// A remark of a plugin.
pub const SOURCE_REMARK: Check = Check {
    id: "source-remark",
    group: CheckGroup::Input,
    level: Level::Warning,
    headline: Text { en: "source `{}` remarks", fr: "remarque de la source `{}`" },
    help: Text { en: "look at the place it names", fr: "regarder l'endroit indiqué" },
    explanation: include_str!("checks/source-remark.md"),
};

/// A library that is not the one that is trusted.
pub const STALE_PLUGIN: Check = Check {
    id: "stale-plugin",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "the plugin of `{}` is not one that is trusted, and was not loaded",
        fr: "le greffon de `{}` n'est pas un greffon de confiance, et n'a pas été chargé",
    },
    help: Text {
        en: "look at it with `gainsay source inspect` and `gainsay source check`, then trust it",
        fr: "l'examiner avec `gainsay source inspect` et `gainsay source check`, puis s'y fier",
    },
    explanation: include_str!("checks/stale-plugin.md"),
};

/// A key in a draft that is no reference of the base.
pub const UNKNOWN_REFERENCE: Check = Check {
    id: "unknown-reference",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "`{}` is no reference of the base",
        fr: "`{}` n'est pas une référence de la base",
    },
    help: Text {
        en: "correct the key, or add the reference to `references.json` or `references.bib`",
        fr: "corriger la clé, ou ajouter la référence à `references.json` ou `references.bib`",
    },
    explanation: include_str!("checks/unknown-reference.md"),
};

/// A word that the vocabulary does not hold.
pub const UNKNOWN_WORD: Check = Check {
    id: "unknown-word",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "`{}` uses a word that is not in the vocabulary",
        fr: "`{}` emploie un mot absent du vocabulaire",
    },
    help: Text {
        en: "correct the word, or add it to a file in `vocabulary/`",
        fr: "corriger le mot, ou l'ajouter à un fichier de `vocabulary/`",
    },
    explanation: include_str!("checks/unknown-word.md"),
};

/// Words that are no figure, date, size or age.
pub const UNREADABLE_FIGURE: Check = Check {
    id: "unreadable-figure",
    group: CheckGroup::Input,
    level: Level::Error,
    headline: Text {
        en: "`{}` points to words that cannot be read",
        fr: "`{}` pointe vers des mots illisibles",
    },
    help: Text {
        en: "try the words with `gainsay read`",
        fr: "essayer ces mots avec `gainsay read`",
    },
    explanation: include_str!("checks/unreadable-figure.md"),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_are_listed_in_order_and_explained() {
        assert!(ALL.is_sorted_by_key(|check| check.id));
        for check in ALL {
            assert!(check.explanation.starts_with(&format!("# {}\n", check.id)), "{}", check.id);
            for text in [check.headline.en, check.headline.fr] {
                assert_eq!(text.matches("{}").count(), 1, "{text}");
                assert!(!text.ends_with('.'), "{text}");
            }
        }
    }
}
