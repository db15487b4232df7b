//! The keys that a mapping may have, as the TOML reader sees them.

use gainsay_plugin::{
    form::{Encoding, Figures, StudyForm, Words},
    wire::{QuestionKind, Work},
};
use indexmap::IndexMap;
use serde::Deserialize;

/// A mapping. Words with a column in braces, `"{house}, {month}"`, say for each row what
/// its cells say.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Form {
    /// The file name of the table beside the mapping.
    pub(crate) table: Words,
    /// How the table is written, if not in UTF-8.
    pub(crate) encoding: Option<Encoding>,
    /// What all polls share. Title, publisher and who asked may name columns. None as long as
    /// nobody has said whose polls they are.
    pub(crate) study: Option<StudyForm>,
    /// The pages where the table was seen, each with a short name. Without any, the table
    /// itself is what was seen.
    #[serde(default)]
    pub(crate) seen: IndexMap<String, Work>,
    pub(crate) poll: PollForm,
    /// What cells of a column mean, as a column of its own.
    #[serde(default)]
    pub(crate) words: IndexMap<Words, WordsForm>,
    #[serde(default)]
    pub(crate) limitation: Vec<LimitationForm>,
    #[serde(default)]
    pub(crate) question: IndexMap<Words, QuestionForm>,
    #[serde(default)]
    pub(crate) left_out: LeftOut,
}

/// `[poll]`: which rows are a poll, and what their columns say of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PollForm {
    /// What the poll is called in ids.
    pub(crate) id: Words,
    /// The columns that are alike in all rows of a poll; without any, each row is a poll.
    #[serde(default)]
    pub(crate) by: Vec<Words>,
    /// How many were asked.
    pub(crate) n: Option<Words>,
    /// The first day of fieldwork.
    pub(crate) first: Option<Words>,
    /// The last one.
    pub(crate) last: Option<Words>,
    /// The day of publication.
    pub(crate) published: Option<Words>,
    /// Whom it is about, as the vocabulary calls them.
    pub(crate) universe: Option<Words>,
    /// The publisher's own page, which nobody saw.
    pub(crate) page: Option<Words>,
    /// The rows whose respondents stay in the next poll of their publisher.
    pub(crate) rolling: Option<Vec<ConditionForm>>,
    /// The rows that are read.
    #[serde(default, rename = "where")]
    pub(crate) filter: Vec<ConditionForm>,
    /// What stands in a cell that says nothing, besides an empty one.
    #[serde(default)]
    pub(crate) missing: Vec<String>,
    pub(crate) figures: Figures,
    /// Whether the table writes `.0` behind every whole share.
    #[serde(default)]
    pub(crate) padded: bool,
    /// The id of a figure, of `{poll}`, `{question}` and `{answer}`.
    pub(crate) finding: Option<Words>,
}

/// `[words.NAME]`: a column by what the words of another one mean.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct WordsForm {
    pub(crate) column: Words,
    pub(crate) mean: IndexMap<String, String>,
    /// What all other words mean; without it, a row with such a word is told and left out.
    pub(crate) others: Option<String>,
}

/// One entry of `where`: all of them have to hold.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ConditionForm {
    pub(crate) column: Words,
    /// What the cell says; `""` where it says nothing.
    pub(crate) is: Option<Vec<String>>,
    /// What it does not say.
    #[serde(default)]
    pub(crate) not: Vec<String>,
}

/// `[[limitation]]`: something to know of polls.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LimitationForm {
    pub(crate) says: Words,
    /// Of which: those with a row like this.
    #[serde(default, rename = "where")]
    pub(crate) filter: Vec<ConditionForm>,
}

/// `[question.NAME]`: a question, and what all its answers share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct QuestionForm {
    /// Without it, its figures are answers to no question that the table tells.
    pub(crate) kind: Option<QuestionKind>,
    /// What it is called in ids, where a poll has several of its kind.
    pub(crate) name: Option<Words>,
    pub(crate) text: Option<Words>,
    pub(crate) lang: Option<String>,
    #[serde(default)]
    pub(crate) options: Vec<String>,
    /// Whether the table has every answer, where it has a figure for each.
    #[serde(default)]
    pub(crate) complete: bool,
    pub(crate) recall: Option<String>,
    /// The columns that are alike in all rows of one question.
    #[serde(default)]
    pub(crate) by: Vec<Words>,
    /// The rows in which it is.
    #[serde(default, rename = "where")]
    pub(crate) filter: Vec<ConditionForm>,
    pub(crate) concept: Option<String>,
    #[serde(default)]
    pub(crate) facets: IndexMap<String, Words>,
    #[serde(default)]
    pub(crate) base: Vec<String>,
    /// The share of those who are not in the last step of the base.
    pub(crate) rest: Option<Words>,
    /// How many are in the base.
    pub(crate) n: Option<Words>,
    pub(crate) note: Option<Words>,
    pub(crate) seen: Option<Words>,
    pub(crate) figures: Option<Figures>,
    /// Of a long table: the column of figures.
    pub(crate) value: Option<Words>,
    /// Of a long table: what the answer is called in ids.
    pub(crate) option: Option<Words>,
    /// Of a wide table: a column for each answer.
    #[serde(default)]
    pub(crate) answer: IndexMap<Words, AnswerForm>,
}

/// `[question.NAME.answer.NAME]`: a column, and what it counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AnswerForm {
    pub(crate) column: Words,
    pub(crate) concept: Option<String>,
    #[serde(default)]
    pub(crate) facets: IndexMap<String, Words>,
    pub(crate) cut: Option<String>,
    #[serde(default)]
    pub(crate) negated: bool,
    #[serde(default)]
    pub(crate) undecided: bool,
}

/// `[left-out]`: what is not read on purpose.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LeftOut {
    #[serde(default)]
    pub(crate) columns: Vec<Words>,
}
