//! Options that do not go together, or select nothing.

use gainsay_report::clean;

pub(super) fn nothing_selected() -> [String; 2] {
    [
        "no claim is from the sources, people, regions and years asked for".to_owned(),
        "aucune affirmation ne correspond aux sources, personnes, régions et années demandées"
            .to_owned(),
    ]
}

pub(super) fn unsuited(option: &str, format: &str) -> [String; 2] {
    [
        format!("{option} goes with --format {format} only"),
        format!("{option} ne va qu'avec --format {format}"),
    ]
}

pub(super) fn fixed_columns() -> [String; 2] {
    [
        "csv and json have columns of their own; leave out --columns".to_owned(),
        "csv et json ont leurs propres colonnes\u{a0}; ne pas donner --columns".to_owned(),
    ]
}

pub(super) fn only_findings() -> [String; 2] {
    [
        "sarif, github, gitlab and junit are forms of `gainsay check` and `gainsay lint`"
            .to_owned(),
        "sarif, github, gitlab et junit sont des formes de `gainsay check` et `gainsay lint`"
            .to_owned(),
    ]
}

pub(super) fn locked() -> [String; 2] {
    [
        "this command would write files, and --locked forbids it; leave out --locked".to_owned(),
        "cette commande écrirait des fichiers, ce que --locked interdit\u{a0}; ne pas donner --locked"
            .to_owned(),
    ]
}

pub(super) fn watched_input() -> [String; 2] {
    [
        "--watch needs files; standard input is read once".to_owned(),
        "--watch demande des fichiers\u{a0}; l'entrée standard n'est lue qu'une fois".to_owned(),
    ]
}

/// `SOURCE_DATE_EPOCH` holds no number of seconds.
pub(super) fn bad_epoch(text: &str) -> [String; 2] {
    let text = clean(text);
    [
        format!("SOURCE_DATE_EPOCH is `{text}`, and not a number of seconds since 1970"),
        format!("SOURCE_DATE_EPOCH vaut `{text}`, et non un nombre de secondes depuis 1970"),
    ]
}

pub(super) fn sizes_of_claims() -> [String; 2] {
    [
        "the base records the sizes of claims; leave out --n".to_owned(),
        "la base consigne les tailles des affirmations\u{a0}; ne pas donner --n".to_owned(),
    ]
}

/// A form of one study, and none is named.
pub(super) fn no_study_named() -> [String; 2] {
    [
        "`--format ddi` is of one study; name it".to_owned(),
        "`--format ddi` est celui d'une étude\u{a0}; la nommer".to_owned(),
    ]
}
