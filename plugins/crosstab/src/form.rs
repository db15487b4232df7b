//! The keys that a mapping may have, as the TOML reader sees them.

use gainsay_plugin::{
    form::{Encoding, Figures, StudyForm, Words},
    wire::{QuestionKind, Work},
};
use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

/// A mapping.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Form {
    /// The file name of the table beside the mapping.
    pub(crate) table: Words,
    pub(crate) encoding: Option<Spanned<Encoding>>,
    /// None as long as nobody has said whose table it is.
    pub(crate) study: Option<StudyForm>,
    /// The pages where the study was seen, each with a short name. Without any, the table
    /// itself is what was seen.
    #[serde(default)]
    pub(crate) seen: IndexMap<String, Work>,
    pub(crate) layout: Layout,
    /// Each column that is read, by a name of its own.
    #[serde(default)]
    pub(crate) column: IndexMap<Words, ColumnForm>,
    #[serde(default)]
    pub(crate) question: IndexMap<Words, QuestionForm>,
    #[serde(default)]
    pub(crate) left_out: LeftOut,
}

/// `[layout]`: what all sheets share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Layout {
    /// The rows of column heads, outermost first, counted from 1.
    #[serde(default)]
    pub(crate) banner: Vec<usize>,
    /// The columns in which the labels of rows stand.
    pub(crate) labels: Vec<Words>,
    pub(crate) figures: Figures,
    /// What stands in a cell that says nothing, and behind figures to be careful with.
    #[serde(default)]
    pub(crate) marks: Vec<String>,
    pub(crate) letters: Option<LettersForm>,
    /// On which side of each column of shares the counts of the same answers stand.
    pub(crate) counts: Option<Spanned<Side>>,
    /// The rows of bases where one holds for every question of a sheet.
    pub(crate) unweighted: Option<Spanned<usize>>,
    pub(crate) weighted: Option<Spanned<usize>>,
    pub(crate) effective: Option<Spanned<usize>>,
}

/// A side of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Side {
    Left,
    Right,
}

impl Side {
    /// The column on this side of another one.
    pub(crate) fn of(self, column: usize) -> Option<usize> {
        match self {
            Self::Left => column.checked_sub(1),
            Self::Right => column.checked_add(1),
        }
    }

    /// The word of a mapping.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// `letters = { stand, level }`: which columns are said to be below a column.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LettersForm {
    pub(crate) stand: Stand,
    /// The level of confidence of capital letters. None as long as nobody has said it: letters
    /// are not compared then.
    pub(crate) level: Option<Spanned<f64>>,
    /// The one of small letters, if there are any.
    pub(crate) lower_level: Option<Spanned<f64>>,
}

/// Where the letters of a figure stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Stand {
    /// In its cell.
    Behind,
    /// In the row below.
    Below,
    /// In the column to its right.
    Right,
}

impl Stand {
    /// The word of a mapping.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Behind => "behind",
            Self::Below => "below",
            Self::Right => "right",
        }
    }
}

/// `[column.NAME]`: one column, and whom it is about.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ColumnForm {
    pub(crate) at: Words,
    /// What its heads say, outermost first, so that a table that changed is noticed.
    pub(crate) head: Option<Spanned<Vec<String>>>,
    /// Whom it is about: of an empty list everybody. None as long as nobody has said it.
    pub(crate) base: Option<Vec<String>>,
    #[serde(default)]
    pub(crate) regions: Vec<String>,
    pub(crate) letter: Option<char>,
    /// Columns are compared by letters within their group.
    #[serde(default)]
    pub(crate) group: String,
}

/// `[question.NAME]`: a question, and what all its answers share.
// Transcripts have most of these keys, too. They are listed once more, as flattened ones
// would lose the places of their words, and that of a key that is unknown.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct QuestionForm {
    pub(crate) sheet: Option<Words>,
    pub(crate) kind: QuestionKind,
    pub(crate) text: Option<String>,
    pub(crate) lang: Option<String>,
    #[serde(default)]
    pub(crate) options: Vec<String>,
    #[serde(default)]
    pub(crate) complete: bool,
    pub(crate) recall: Option<String>,
    pub(crate) concept: Option<String>,
    #[serde(default)]
    pub(crate) facets: IndexMap<String, String>,
    #[serde(default)]
    pub(crate) base: Vec<String>,
    pub(crate) seen: Option<Words>,
    pub(crate) figures: Option<Figures>,
    pub(crate) unweighted: Option<Spanned<usize>>,
    pub(crate) weighted: Option<Spanned<usize>>,
    pub(crate) effective: Option<Spanned<usize>>,
    /// The names of the columns that are read, if not all are.
    pub(crate) columns: Option<Vec<Words>>,
    #[serde(default)]
    pub(crate) answer: IndexMap<Words, AnswerForm>,
}

/// `[question.NAME.answer.NAME]`: a row, and what it counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AnswerForm {
    pub(crate) row: Spanned<usize>,
    /// What its label says, so that a table that changed is noticed.
    pub(crate) label: Option<Words>,
    #[serde(default)]
    pub(crate) says: Measure,
    pub(crate) concept: Option<String>,
    #[serde(default)]
    pub(crate) facets: IndexMap<String, String>,
    pub(crate) cut: Option<String>,
    #[serde(default)]
    pub(crate) negated: bool,
    #[serde(default)]
    pub(crate) undecided: bool,
}

/// What the figures of a row are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Measure {
    /// Shares of the base.
    #[default]
    Share,
    /// Means.
    Mean,
    /// Shares of those who gave none of the other answers: they did not know, or did not say.
    NoAnswer,
}

impl Measure {
    /// Whether the figures are shares, whatever they are shares of.
    pub(crate) fn is_share(self) -> bool {
        self != Self::Mean
    }
}

/// `[left-out]`: what is not read on purpose.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LeftOut {
    #[serde(default)]
    pub(crate) sheets: Vec<Words>,
    /// Letters of columns.
    #[serde(default)]
    pub(crate) columns: Vec<Words>,
    /// `9-12` in every sheet, `q2!9-12` in one.
    #[serde(default)]
    pub(crate) rows: Vec<Words>,
}
