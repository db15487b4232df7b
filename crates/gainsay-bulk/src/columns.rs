//! The columns of the claims table: one list, of which every form of the table is made.

use gainsay_claims::diagnostic::Text;

/// The version of the table. A column may be added at the end; any other change makes a new one.
pub const VERSION: &str = "claims-table/1";

/// A column of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a cell may be empty.
    pub nullable: bool,
    /// What it means.
    pub meaning: Text,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text in UTF-8.
    Text,
    /// `true` or `false`.
    Bool,
    /// A whole number from 0 to 2³² - 1.
    U32,
    /// A whole number from 0 to 2⁶⁴ - 1.
    U64,
    /// A number in double precision; `inf` is allowed where the meaning says so.
    F64,
    /// A day of the Gregorian calendar, `YYYY-MM-DD`.
    Date,
}

impl Kind {
    /// What a cell is not that holds something else.
    pub(crate) fn words(self) -> Text {
        let [en, fr] = match self {
            Self::Text => ["a text", "un texte"],
            Self::Bool => ["`true` or `false`", "`true` ou `false`"],
            Self::U32 | Self::U64 => ["a whole number from 0 up", "un nombre entier à partir de 0"],
            Self::F64 => ["a number", "un nombre"],
            Self::Date => ["a day like 2024-01-31", "un jour comme 2024-01-31"],
        };
        Text { en, fr }
    }

    /// Its name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Bool => "bool",
            Self::U32 => "u32",
            Self::U64 => "u64",
            Self::F64 => "f64",
            Self::Date => "date",
        }
    }
}

/// The text of the column `conditions` in every row of a table that has no such column.
pub const ALL_ALIKE: &str = "alike";

/// How many months apart two periods may lie where the column `months` is empty.
pub const YEAR: u32 = 12;

/// The columns, in order.
pub const COLUMNS: [Column; 22] = [
    column(
        "claim",
        Kind::Text,
        false,
        [
            "id of the claim, unique in the table; the number of the row where there is no such column",
            "identifiant de l'affirmation, unique dans la table ; le numéro de la ligne si la colonne manque",
        ],
    ),
    column(
        "source",
        Kind::Text,
        false,
        ["id of the source that states it", "identifiant de la source qui l'énonce"],
    ),
    column(
        "study",
        Kind::Text,
        false,
        [
            "id of the data collection; rows of one study are never held against each other",
            "identifiant de la collecte ; les lignes d'une même étude ne sont jamais opposées",
        ],
    ),
    column("publisher", Kind::Text, true, ["who published the study", "qui a publié l'étude"]),
    column("sponsor", Kind::Text, true, ["who paid for it", "qui l'a payée"]),
    column(
        "role",
        Kind::Text,
        false,
        [
            "`published` by the study's own publisher, `cited` by somebody else, or an `opinion`",
            "`published` par l'éditeur de l'étude, `cited` par un autre, ou `opinion`",
        ],
    ),
    column(
        "proposition",
        Kind::Text,
        false,
        [
            "what the figure is about: the concept with its identifying facets",
            "ce dont parle le chiffre : le concept et ses facettes identifiantes",
        ],
    ),
    column(
        "conditions",
        Kind::Text,
        true,
        [
            "all that must be the same for two figures to be held directly against each other, as one text; empty is not disclosed and comparable with nothing, no such column is all alike",
            "tout ce qui doit être identique pour opposer directement deux chiffres, en un texte ; vide : non divulgué, comparable à rien ; colonne absente : tout est semblable",
        ],
    ),
    column(
        "months",
        Kind::U32,
        true,
        [
            "how many whole months two periods may lie apart; 0 is overlapping periods of different publishers; empty is 12; of rows that are held against each other the least counts",
            "combien de mois entiers peuvent séparer deux périodes ; 0 : périodes qui se recouvrent, d'éditeurs différents ; vide : 12 ; entre lignes opposées le plus petit compte",
        ],
    ),
    column(
        "collection",
        Kind::Text,
        true,
        [
            "one name for studies that depend on each other; empty is the study",
            "un même nom pour les études qui dépendent l'une de l'autre ; vide : l'étude",
        ],
    ),
    column(
        "evidence",
        Kind::Bool,
        false,
        [
            "whether it is compared at all; true where there is no such column",
            "si elle est comparée ; vrai si la colonne manque",
        ],
    ),
    column("left_out", Kind::Text, true, ["why it is not", "pourquoi elle ne l'est pas"]),
    column(
        "figure",
        Kind::Text,
        false,
        [
            "the words at the figure's place; read as a share where `lo` and `hi` are empty",
            "les mots à la place du chiffre ; lus comme une part si `lo` et `hi` sont vides",
        ],
    ),
    column(
        "lo",
        Kind::F64,
        true,
        [
            "least share that the words leave open of those of whom the proposition is true, a fraction",
            "la plus petite part que les mots laissent possible, une fraction",
        ],
    ),
    column("hi", Kind::F64, true, ["greatest such share", "la plus grande"]),
    column("n", Kind::U64, true, ["number of cases", "nombre de cas"]),
    column(
        "n_effective",
        Kind::F64,
        true,
        [
            "n over the design effect; `inf` is a census; empty with `n` is n over the policy's, without is unknown",
            "n sur l'effet de plan ; `inf` : recensement ; vide avec `n` : n sur celui de la politique, sans : inconnu",
        ],
    ),
    column(
        "floor",
        Kind::U64,
        true,
        [
            "number of cases that any plausible survey reaches there; empty is the policy's floor",
            "nombre de cas que toute enquête plausible y atteint ; vide : celui de la politique",
        ],
    ),
    column(
        "from",
        Kind::Date,
        true,
        ["first day that it holds for", "premier jour pour lequel elle vaut"],
    ),
    column(
        "to",
        Kind::Date,
        true,
        [
            "last day; of the two days one alone stands for both, and without any the row is comparable with nothing",
            "dernier jour ; un seul des deux vaut pour les deux, sans aucun la ligne n'est comparable à rien",
        ],
    ),
    column(
        "document",
        Kind::Text,
        false,
        ["the document that it is read from", "le document où elle est lue"],
    ),
    column(
        "line",
        Kind::U32,
        false,
        ["its line there, from 1; 0 is not told", "sa ligne, à partir de 1 ; 0 : non dite"],
    ),
];

const fn column(
    name: &'static str,
    kind: Kind,
    nullable: bool,
    [en, fr]: [&'static str; 2],
) -> Column {
    Column { name, kind, nullable, meaning: Text { en, fr } }
}

/// The place of a column, if there is one of that name.
pub fn place(name: &str) -> Option<usize> {
    COLUMNS.iter().position(|column| column.name == name)
}

/// The columns as a table in Markdown, as `docs/claims-table.md` has them.
pub fn markdown() -> String {
    let mut text = "| column | type | may be empty | meaning |\n|---|---|---|---|\n".to_owned();
    for Column { name, kind, nullable, meaning } in &COLUMNS {
        let empty = if *nullable { "yes" } else { "no" };
        text += &format!("| `{name}` | {} | {empty} | {} |\n", kind.name(), meaning.en);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_has_the_columns() {
        let document = include_str!("../../../docs/claims-table.md");
        let after = document.split_once("<!-- columns -->\n").unwrap().1;
        let (told, _) = after.split_once("<!-- /columns -->").unwrap();
        assert_eq!(told, markdown(), "renew the table by what the right side says");
    }

    #[test]
    fn every_column_has_a_name_of_its_own_and_words_in_both_languages() {
        for (index, column) in COLUMNS.iter().enumerate() {
            assert_eq!(place(column.name), Some(index));
            assert!(column.meaning.en != column.meaning.fr, "{}", column.name);
        }
        assert_eq!(place("confidence"), None);
    }
}
