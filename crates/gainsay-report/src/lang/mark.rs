//! What is wrong with the marks of a table, in words.

use gainsay_claims::{Lang, facts::MarkProblem};

use super::pick;
use crate::clean;

/// Why nothing is written between two marks, and what to do.
pub(crate) fn mark_problem(lang: Lang, problem: &MarkProblem) -> String {
    let option = |texts: [&str; 2], name: &str| {
        pick(lang, texts).replace("{}", &format!("`{}`", clean(name)))
    };
    let fixed = match problem {
        MarkProblem::UnknownOption { name, nearest } => {
            return unknown(lang, name, nearest.as_deref());
        }
        MarkProblem::DoubledOption { name } => {
            let texts = ["{} is given twice", "{} est donné deux fois"];
            return option(texts, name);
        }
        MarkProblem::NoValue { name } => {
            let texts = ["{} needs a value, after `=`", "{} demande une valeur, après `=`"];
            return option(texts, name);
        }
        MarkProblem::NeedlessValue { name } => {
            return option(["{} takes no value", "{} ne prend pas de valeur"], name);
        }
        MarkProblem::NoTable => [
            "no table is named; add `table=NAME`",
            "aucun tableau n'est nommé\u{a0}; ajouter `table=NOM`",
        ],
        MarkProblem::NoEnd => [
            "no `gainsay:end` follows in a comment of its own",
            "aucun `gainsay:end` ne suit dans un commentaire à lui",
        ],
        MarkProblem::NoBegin => {
            ["no `gainsay:begin` comes before", "aucun `gainsay:begin` ne précède"]
        }
        MarkProblem::Nested => [
            "it begins before the mark above has its `gainsay:end`; neither is refreshed",
            "elle commence avant le `gainsay:end` de la précédente\u{a0}; aucune des deux n'est actualisée",
        ],
        MarkProblem::NotAlone => {
            ["put the mark on a line of its own", "mettre la balise seule sur sa ligne"]
        }
        MarkProblem::OpenQuote => {
            ["a quotation mark is not closed", "un guillemet n'est pas fermé"]
        }
        MarkProblem::BreaksOut => [
            "with what the template writes, the marks of this draft would no longer be found",
            "avec ce qu'écrit le modèle, les balises du brouillon ne seraient plus trouvées",
        ],
    };
    pick(lang, fixed).to_owned()
}

fn unknown(lang: Lang, name: &str, nearest: Option<&str>) -> String {
    let name = clean(name);
    match (lang, nearest) {
        (Lang::En, None) => format!("a mark has no option `{name}`"),
        (Lang::En, Some(near)) => format!("a mark has no option `{name}`; the nearest is `{near}`"),
        (Lang::Fr, None) => format!("une balise n'a pas d'option `{name}`"),
        (Lang::Fr, Some(near)) => {
            format!("une balise n'a pas d'option `{name}`\u{a0}; la plus proche est `{near}`")
        }
    }
}
