//! What is wrong with a table: located, one by one, and never the end of the reading.

use gainsay_claims::{Lang, Localized};

use crate::columns::Kind;

/// How many faults are kept with their place; of the others only the number is.
pub const MOST_FAULTS: usize = 100;

/// The longest row that is read, in bytes, but for one that ends in the same block.
pub(crate) const LONGEST_ROW: usize = 1 << 20;

/// One thing that is wrong with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The table, as it was named.
    pub path: String,
    /// The line on which the row begins, from 1; of a table without lines the row.
    pub line: u64,
    /// The column, from 1; none where it is the whole row.
    pub column: Option<usize>,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What can be wrong. A row with a fault is left out, the others are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// The table has no rows, not even one of names.
    Empty,
    /// A column that has to be there is not.
    MissingColumn(&'static str),
    /// A name stands twice in the first row.
    RepeatedColumn(String),
    /// No column is called so. It is not read.
    UnknownColumn(String),
    /// The row has another number of cells than the first one.
    Cells {
        /// How many it has.
        found: usize,
        /// How many the first has.
        expected: usize,
    },
    /// The row is no text in UTF-8.
    NotUtf8,
    /// The lines of the table end with a carriage return alone.
    OldLineEnds,
    /// The row is no object of JSON with a value for each name.
    NotJson,
    /// The row is longer than a MiB.
    TooLong,
    /// A cell is no value of its column.
    NotA {
        /// The column.
        column: &'static str,
        /// What its cells hold.
        kind: Kind,
        /// The cell, cut short.
        found: String,
    },
    /// A cell that has to be filled is not.
    EmptyCell(&'static str),
    /// The figure is read as no share.
    NoShare(String),
    /// A row to be compared has no share.
    NothingToCompare,
    /// An end is no fraction, or the lower is above the upper one.
    NotInOrder,
    /// A size is zero, negative or no number.
    NoSize,
    /// The last day is before the first.
    Backwards,
    /// Another row has the same claim. The first is kept.
    Repeated(String),
    /// There are more rows, or more text, than fit.
    TooMany,
}

/// All that is wrong with a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    /// The first that were found, at most [`MOST_FAULTS`], in order of line.
    pub first: Vec<Fault>,
    /// How many there are.
    pub count: u64,
    /// How many of them keep something from being judged: all but columns that nobody reads.
    pub serious: u64,
}

impl Faults {
    /// Adds one.
    pub fn add(&mut self, path: &str, line: u64, column: Option<usize>, kind: FaultKind) {
        self.count += 1;
        self.serious += u64::from(kind.is_serious());
        if self.first.len() < MOST_FAULTS {
            self.first.push(Fault { path: path.to_owned(), line, column, kind });
        }
    }

    /// Puts them in order of line.
    pub(crate) fn sort(&mut self) {
        self.first.sort_by_key(|fault| fault.line);
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }
}

impl Fault {
    /// The fault in a language, with its place; what is quoted is stripped of control characters.
    pub fn say(&self, lang: Lang) -> String {
        let column = self.column.map(|column| format!(":{column}")).unwrap_or_default();
        format!("{}:{}{column}: {}", self.path, self.line, lang.pick(&self.kind.words()))
    }
}

impl FaultKind {
    /// Whether it keeps something from being judged; only a column that nobody reads does not.
    pub fn is_serious(&self) -> bool {
        !matches!(self, Self::UnknownColumn(_))
    }

    /// The words in both languages, lowercase and without a full stop.
    pub fn words(&self) -> Localized {
        let [en, fr] = match self {
            Self::Empty => ["the table is empty", "la table est vide"].map(str::to_owned),
            Self::MissingColumn(name) => {
                [format!("no column `{name}`"), format!("pas de colonne `{name}`")]
            }
            Self::RepeatedColumn(name) => [
                format!("column `{}` stands twice", clean(name)),
                format!("la colonne `{}` figure deux fois", clean(name)),
            ],
            Self::UnknownColumn(name) => [
                format!(
                    "no column of the claims table is called `{}`; it is not read",
                    clean(name)
                ),
                format!(
                    "aucune colonne de la table ne s'appelle `{}` ; elle n'est pas lue",
                    clean(name)
                ),
            ],
            Self::Cells { found, expected } => [
                format!("{found} cells where the first row has {expected}"),
                format!("{found} cellules, la première ligne en a {expected}"),
            ],
            Self::NotUtf8 => [
                "the row is not UTF-8; save the table in that encoding",
                "la ligne n'est pas en UTF-8 ; enregistrer la table dans ce codage",
            ]
            .map(str::to_owned),
            Self::OldLineEnds => [
                "lines end with CR alone; save the table with LF or CR LF",
                "les lignes finissent par CR seul ; enregistrer la table avec LF ou CR LF",
            ]
            .map(str::to_owned),
            Self::NotJson => [
                "not an object of JSON with a plain value for each column",
                "n'est pas un objet JSON avec une valeur simple par colonne",
            ]
            .map(str::to_owned),
            Self::TooLong => ["the row is too long", "la ligne est trop longue"].map(str::to_owned),
            Self::NotA { column, kind, found } => [
                format!("`{}` in `{column}` is not {}", clean(found), kind.words().en),
                format!("`{}` dans `{column}` n'est pas {}", clean(found), kind.words().fr),
            ],
            Self::EmptyCell(column) => {
                [format!("`{column}` is empty"), format!("`{column}` est vide")]
            }
            Self::NoShare(figure) => [
                format!("`{}` is read as no share", clean(figure)),
                format!("`{}` ne se lit pas comme une part", clean(figure)),
            ],
            Self::NothingToCompare => [
                "neither `lo` with `hi` nor a `figure`, and the row is to be compared",
                "ni `lo` et `hi` ni `figure`, alors que la ligne est à comparer",
            ]
            .map(str::to_owned),
            Self::NotInOrder => [
                "`lo` and `hi` are not fractions from 0 to 1 in order",
                "`lo` et `hi` ne sont pas des fractions de 0 à 1 dans l'ordre",
            ]
            .map(str::to_owned),
            Self::NoSize => {
                ["a size is not above 0", "un effectif n'est pas supérieur à 0"].map(str::to_owned)
            }
            Self::Backwards => ["`to` is before `from`", "`to` précède `from`"].map(str::to_owned),
            Self::Repeated(claim) => [
                format!("claim `{}` stands twice; the first row is kept", clean(claim)),
                format!(
                    "l'affirmation `{}` figure deux fois ; la première ligne est gardée",
                    clean(claim)
                ),
            ],
            Self::TooMany => [
                "more rows or more text than a table may have",
                "plus de lignes ou de texte qu'une table n'en peut avoir",
            ]
            .map(str::to_owned),
        };
        Localized { en, fr }
    }
}

/// A text of a table as messages show it: without what could move a terminal's cursor, cut short.
pub fn clean(text: &str) -> String {
    const MOST: usize = 80;
    let mut kept: String =
        text.chars().filter(|sign| !gainsay_claims::is_harmful(*sign)).take(MOST).collect();
    if text.chars().count() > MOST {
        kept.push('…');
    }
    kept
}
