//! A mapping with its columns looked up in the table.

mod finder;

use std::collections::BTreeSet;

use gainsay_plugin::{
    Document, SourceError,
    form::{Figures, Words, error},
    wire::{Place, StudyRecord, Work},
};
use indexmap::IndexMap;

use crate::{
    columns::{Cells, Condition},
    form::{AnswerForm, Form, QuestionForm},
    table::Table,
    template::Template,
};
use finder::{Finder, in_order};

/// A mapping.
#[derive(Debug)]
pub(crate) struct Mapping<'a> {
    pub(crate) form: &'a Form,
    pub(crate) cells: Cells<'a>,
    /// What all polls share; without a title where nobody has said whose they are.
    pub(crate) study: StudyRecord,
    pub(crate) poll: PollColumns<'a>,
    pub(crate) limitations: Vec<(Template, Vec<Condition<'a>>)>,
    pub(crate) questions: Vec<Question<'a>>,
    /// Every column that is read, in order, but for pages and notes: two rows that are
    /// alike in these say one thing twice.
    pub(crate) read: BTreeSet<usize>,
    /// Columns that the mapping does not name, in order of name.
    pub(crate) unnamed: Vec<&'a str>,
}

/// What the columns say of a poll.
#[derive(Debug)]
pub(crate) struct PollColumns<'a> {
    pub(crate) id: Template,
    pub(crate) title: Template,
    pub(crate) publisher: Template,
    pub(crate) conducted_by: Option<Template>,
    pub(crate) sponsor: Option<Template>,
    pub(crate) edition: Option<Template>,
    pub(crate) by: Vec<usize>,
    pub(crate) n: Option<usize>,
    pub(crate) first: Option<usize>,
    pub(crate) last: Option<usize>,
    pub(crate) published: Option<usize>,
    pub(crate) universe: Option<Template>,
    pub(crate) page: Option<usize>,
    pub(crate) rolling: Option<Vec<Condition<'a>>>,
    pub(crate) filter: Vec<Condition<'a>>,
}

/// A question, and the columns of its answers.
#[derive(Debug)]
pub(crate) struct Question<'a> {
    pub(crate) key: &'a Words,
    pub(crate) form: &'a QuestionForm,
    pub(crate) name: Option<Template>,
    pub(crate) text: Option<Template>,
    pub(crate) note: Option<Template>,
    pub(crate) by: Vec<usize>,
    pub(crate) filter: Vec<Condition<'a>>,
    pub(crate) rest: Option<usize>,
    pub(crate) n: Option<usize>,
    /// Where it was seen, if that was another place than the table itself.
    pub(crate) page: Option<&'a Work>,
    pub(crate) figures: Figures,
    pub(crate) answers: Vec<Answer<'a>>,
}

/// A column of figures.
#[derive(Debug)]
pub(crate) struct Answer<'a> {
    pub(crate) column: usize,
    /// What it is called in ids.
    pub(crate) name: Template,
    /// What it measures; without one, its figures do not count.
    pub(crate) concept: Option<&'a str>,
    pub(crate) facets: IndexMap<&'a str, Template>,
    /// What a wide table says of it; in a long one, all answers are alike.
    pub(crate) form: Option<&'a AnswerForm>,
}

impl<'a> Mapping<'a> {
    /// Looks up what a mapping names.
    ///
    /// # Errors
    ///
    /// When it names a column or page that is not there, or does not say enough.
    pub(crate) fn of(
        document: &'a Document,
        form: &'a Form,
        table: &'a Table<'a>,
    ) -> Result<Self, SourceError> {
        let at = Place::span(form.table.span());
        let study = match &form.study {
            Some(study) => study.record(document, form.seen.values())?,
            None => StudyRecord::new(document.study_id(), at, "", ""),
        };
        if has_places(&study) {
            let message = [
                "`[study]` has what each poll has of its own: name columns in `[poll]`",
                "`[study]` dit ce que chaque sondage a en propre\u{a0}: nommer des colonnes dans \
                 `[poll]`",
            ];
            return Err(error(document, &form.table, message));
        }
        let mut finder = Finder::of(document, form, table)?;
        let poll = finder.poll(&study)?;
        let mut limitations = Vec::new();
        for one in &form.limitation {
            let says = finder.template(&one.says)?;
            limitations.push((says, finder.conditions(&one.filter)?));
        }
        let mut questions = Vec::new();
        for (name, question) in in_order(&form.question) {
            questions.push(finder.question(name, question)?);
        }
        let unnamed = finder.unnamed()?;
        let (cells, read) = finder.cells(study.notation.dates);
        Ok(Self { form, cells, study, poll, limitations, questions, read, unnamed })
    }
}

impl Mapping<'_> {
    /// Whether a mapping says what is needed for anything of the table to count.
    pub(crate) fn counts(&self) -> bool {
        let mut answers = self.questions.iter().flat_map(|question| &question.answers);
        self.form.study.is_some() && answers.any(|answer| answer.concept.is_some())
    }
}

/// Whether a study says what is written in the mapping only: its record could not point
/// there and into the table.
fn has_places(study: &StudyRecord) -> bool {
    let places = [study.people.age, study.fieldwork, study.published, study.n, study.response_rate];
    places.iter().any(Option::is_some) || study.margin.is_some() || !study.n_elsewhere.is_empty()
}
