//! Styles that are none, or set no references.

use gainsay_cite::{RenderError, Style, StyleError};
use gainsay_report::clean;

pub(super) fn not_a_style(name: &str, why: Option<&StyleError>) -> [String; 2] {
    let (name, known) = (clean(name), Style::NAMES.join(", "));
    match why {
        None => [
            format!("there is no style `{name}`; write {known} or the path of a .csl file"),
            format!(
                "il n'y a pas de style `{name}`\u{a0}; écrire {known} ou le chemin d'un fichier .csl"
            ),
        ],
        Some(StyleError::NotCsl { place }) => {
            let place = place.as_deref().map(|at| format!(" ({})", clean(at))).unwrap_or_default();
            [
                format!("`{name}` is no independent style in CSL 1.0{place}"),
                format!("`{name}` n'est pas un style indépendant en CSL 1.0{place}"),
            ]
        }
        Some(StyleError::Circular { name: used }) => {
            let used = clean(used);
            [
                format!("in `{name}`, the macro `{used}` uses itself"),
                format!("dans `{name}`, la macro `{used}` s'emploie elle-même"),
            ]
        }
    }
}

pub(super) fn unset(error: &RenderError) -> [String; 2] {
    match error {
        RenderError::NoList => [
            "the style has no list of references; take another".to_owned(),
            "le style n'a pas de liste de références\u{a0}; en prendre un autre".to_owned(),
        ],
        RenderError::Engine => [
            "the citation engine cannot use the style; take another".to_owned(),
            "le moteur de citations ne sait pas employer ce style\u{a0}; en prendre un autre"
                .to_owned(),
        ],
    }
}
