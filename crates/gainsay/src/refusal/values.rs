//! Figures and sizes that cannot be compared.

use gainsay_claims::{Lang, value::ValueError};
use gainsay_report::clean;

pub(super) fn not_a_figure(lang: Lang, text: &str, error: &ValueError) -> [String; 2] {
    let (text, why) = (clean(text), gainsay_report::read::refusal(lang, error));
    [
        format!("cannot read “{text}”: {why}"),
        format!("impossible de lire «\u{a0}{text}\u{a0}»\u{a0}: {why}"),
    ]
}

pub(super) fn not_a_share(text: &str) -> [String; 2] {
    let text = clean(text);
    [
        format!("“{text}” is no share of a base; write for instance 28 %"),
        format!(
            "«\u{a0}{text}\u{a0}» n'est pas une part d'une base\u{a0}; écrire par exemple 28 %"
        ),
    ]
}

pub(super) fn not_a_size(text: &str) -> [String; 2] {
    let text = clean(text);
    [
        format!("“{text}” is no number of people; write a number, or ? if unknown"),
        format!(
            "«\u{a0}{text}\u{a0}» n'est pas un nombre de personnes\u{a0}; écrire un nombre, ou ? s'il est inconnu"
        ),
    ]
}

pub(super) fn too_many_sizes() -> [String; 2] {
    [
        "give --n at most twice, once for each figure".to_owned(),
        "donner --n deux fois au plus, une par chiffre".to_owned(),
    ]
}

pub(super) fn sizes_of_claims() -> [String; 2] {
    [
        "the base records the sizes of claims; leave out --n".to_owned(),
        "la base consigne les tailles des affirmations\u{a0}; ne pas donner --n".to_owned(),
    ]
}

pub(super) fn bad_design_effect() -> [String; 2] {
    [
        "a design effect is a number of at least 1".to_owned(),
        "un effet de plan est un nombre d'au moins 1".to_owned(),
    ]
}
