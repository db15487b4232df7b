//! What a plugin understood of a file that it proposes a document for.

use gainsay_claims::Lang;

use crate::{
    clean,
    lang::{colon, pick},
};

/// Says what was understood, one line for each thing, sheet by sheet.
pub fn render(lang: Lang, understood: &[[String; 2]]) -> String {
    let line = |[what, value]: &[String; 2]| {
        let indent = if matches!(what.as_str(), "sheet" | "table" | "data" | "codebook") {
            ""
        } else {
            "  "
        };
        let lead = lead(lang, what);
        match value.is_empty() {
            true => format!("{indent}{lead}\n"),
            false => format!("{indent}{lead}{}{}\n", colon(lang), clean(value)),
        }
    };
    understood.iter().map(line).collect()
}

/// The words for a thing; what a newer plugin may tell of stays as it is.
fn lead(lang: Lang, what: &str) -> String {
    let words = match what {
        "sheet" => ["sheet", "feuille"],
        "table" => ["table", "tableau"],
        "data" => ["answers of each person", "réponses de chaque personne"],
        "codebook" => ["codebook", "dictionnaire des variables"],
        "title" => ["title", "titre"],
        "publisher" => ["publisher", "éditeur"],
        "cases" => ["cases", "individus"],
        "variables" => ["variables", "variables"],
        "variable" => ["variable", "variable"],
        "no-answer" => ["  no answer", "  sans réponse"],
        "more-variables" => {
            ["more variables, which the mapping lists", "autres variables, que le mapping énumère"]
        }
        "weight" => ["weight that the file declares", "pondération déclarée par le fichier"],
        "weight-perhaps" => [
            "weights perhaps, by their names: none is used",
            "pondérations peut-être, d'après leur nom\u{a0}: aucune n'est employée",
        ],
        "remark" => ["remark", "remarque"],
        "rows" => ["rows", "lignes"],
        "poll" => ["columns that tell of a poll", "colonnes qui décrivent un sondage"],
        "option" => ["column of answers", "colonne des réponses"],
        "columns-not-understood" => ["columns not understood", "colonnes non comprises"],
        "cells" => ["filled cells", "cellules remplies"],
        "figures" => ["of them figures", "dont chiffres"],
        "banner" => ["rows of column heads", "lignes d'en-têtes"],
        "columns" => ["columns with figures", "colonnes de chiffres"],
        "column" => ["column", "colonne"],
        "question" => ["question, answers", "question, réponses"],
        "question-untitled" => {
            ["question without a title, answers", "question sans titre, réponses"]
        }
        "asked" => ["  put to, in the words of the table", "  posée à, selon le tableau"],
        "unweighted" => ["rows of the unweighted base", "lignes de la base brute"],
        "weighted" => ["rows of the weighted base", "lignes de la base pondérée"],
        "effective" => ["rows of the effective base", "lignes de la base efficace"],
        "letters-behind" => [
            "letters of significance stand behind the figures",
            "les lettres de significativité suivent les chiffres",
        ],
        "letters-below" => [
            "letters of significance stand below the figures",
            "les lettres de significativité sont sous les chiffres",
        ],
        "letters-right" => [
            "letters of significance stand to the right of the figures",
            "les lettres de significativité sont à droite des chiffres",
        ],
        "counts-left" => [
            "the counts stand to the left of their shares",
            "les effectifs sont à gauche de leurs pourcentages",
        ],
        "counts-right" => [
            "the counts stand to the right of their shares",
            "les effectifs sont à droite de leurs pourcentages",
        ],
        "encoding" => ["read as", "lu en"],
        "marks" => ["marks", "marques"],
        "formulas-unsaved" => [
            "formulas without a saved result, read as empty (open and save the file in a \
             spreadsheet program)",
            "formules sans résultat enregistré, lues comme vides (ouvrez le fichier dans un \
             tableur et enregistrez-le)",
        ],
        "under-others" => [
            "rows under other column heads, left out: they want a mapping of their own",
            "lignes sous d'autres en-têtes, laissées de côté\u{a0}: il leur faut leur propre fichier",
        ],
        "not-understood" => ["rows not understood", "lignes non comprises"],
        other => return clean(other),
    };
    pick(lang, words).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_understood_is_said_in_both_languages() {
        let understood = [
            ["sheet", "Q2"],
            ["question-untitled", "3"],
            ["letters-behind", ""],
            ["marks", "-, *"],
            ["encoding", "Windows-1252"],
            ["new", "1"],
        ];
        let understood = understood.map(|one| one.map(str::to_owned));
        let english = "sheet: Q2\n  question without a title, answers: 3\n  letters of significance stand behind the figures\n  \
                       marks: -, *\n  read as: Windows-1252\n  new: 1\n";
        assert_eq!(render(Lang::En, &understood), english);
        let french = "feuille\u{a0}: Q2\n  question sans titre, réponses\u{a0}: 3\n  les lettres de significativité suivent les chiffres\n  \
                      marques\u{a0}: -, *\n  lu en\u{a0}: Windows-1252\n  new\u{a0}: 1\n";
        assert_eq!(render(Lang::Fr, &understood), french);
    }
}
