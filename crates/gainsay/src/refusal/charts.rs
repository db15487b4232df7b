//! Charts that cannot be drawn.

use std::path::Path;

use gainsay_claims::Lang;
use gainsay_picture::PictureError;
use gainsay_report::{
    chart::{FOREST_ROWS, NoChart},
    clean,
};

/// A file whose ending tells no form of picture.
pub(super) fn no_form(file: &Path) -> [String; 2] {
    let file = clean(&file.to_string_lossy());
    [
        format!("`{file}` ends with no form of picture; use .svg, .png or .pdf"),
        format!(
            "`{file}` ne se termine par aucune forme d'image\u{a0}; utiliser .svg, .png ou .pdf"
        ),
    ]
}

/// A name that stands for several propositions.
pub(super) fn several(lang: Lang, name: &str, first: &[String], count: usize) -> String {
    let name = clean(name);
    let listed: Vec<String> = first.iter().map(|one| format!("`{}`", clean(one))).collect();
    let more = if count > first.len() { ", …" } else { "" };
    let listed = listed.join(", ") + more;
    match lang {
        Lang::En => format!("`{name}` stands for {count} propositions; name one: {listed}"),
        Lang::Fr => {
            format!("`{name}` désigne {count} propositions\u{a0}; en nommer une\u{a0}: {listed}")
        }
    }
}

/// An option that a kind of chart does not take.
pub(super) fn no_option(option: &str, kind: &str) -> [String; 2] {
    [
        format!("a chart of the kind `{kind}` takes no `{option}`"),
        format!("un graphique du genre `{kind}` n'accepte pas `{option}`"),
    ]
}

/// A chart that the base does not hold.
pub(super) fn no_chart(name: &str, why: NoChart) -> [String; 2] {
    let name = clean(name);
    match why {
        NoChart::NoShare => [
            format!("no claim on `{name}` states a share that could be drawn"),
            format!("aucune affirmation sur `{name}` ne donne de part à dessiner"),
        ],
        NoChart::TooMany { count } => [
            format!(
                "{count} claims on `{name}`, and a forest shows {FOREST_ROWS}; narrow them with --since and \
                 --until, or draw --kind timeline"
            ),
            format!(
                "{count} affirmations sur `{name}`, et une forêt en montre {FOREST_ROWS}\u{a0}; en retenir moins \
                 avec --since et --until, ou dessiner --kind timeline"
            ),
        ],
        NoChart::NoDates => [
            format!("`{name}` has no two comparable shares with different dates of fieldwork"),
            format!("`{name}` n'a pas deux parts comparables à des dates de terrain différentes"),
        ],
        NoChart::NoOrders => [
            format!("no two groups of people order options of `{name}`"),
            format!("il n'y a pas deux groupes de personnes qui ordonnent des options de `{name}`"),
        ],
    }
}

/// A picture that cannot be drawn.
pub(super) fn picture(error: &PictureError) -> [String; 2] {
    match error {
        PictureError::NoFont => [
            "the system has no font to draw letters with; install one, or write .svg".to_owned(),
            "le système n'a pas de police pour dessiner les lettres\u{a0}; en installer une, ou écrire en .svg"
                .to_owned(),
        ],
        PictureError::Size => [
            "the chart is too large to be drawn; write .svg".to_owned(),
            "le graphique est trop grand pour être dessiné\u{a0}; écrire en .svg".to_owned(),
        ],
        PictureError::Written(why) => [
            format!("the chart cannot be written: {}", clean(why)),
            format!("le graphique ne peut pas être écrit\u{a0}: {}", clean(why)),
        ],
    }
}
