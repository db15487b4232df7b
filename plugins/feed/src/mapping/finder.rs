//! Looks columns up by their names, and keeps which ones were named.

use std::collections::BTreeSet;

use gainsay_plugin::{
    Document, Said, SourceError,
    form::{Figures, Words, error, page},
    wire::{DateOrder, Place, StudyRecord},
};
use indexmap::IndexMap;
use toml::Spanned;

use super::{Answer, PollColumns, Question};
use crate::{
    columns::{Cells, Column, Condition, Meanings},
    form::{AnswerForm, ConditionForm, Form, QuestionForm},
    table::Table,
    template::Template,
};

/// Looks columns up.
pub(super) struct Finder<'a> {
    document: &'a Document,
    form: &'a Form,
    table: &'a Table<'a>,
    meanings: Vec<Meanings<'a>>,
    /// The columns with days.
    days: BTreeSet<usize>,
    /// The columns that were named, but for those in `aside`.
    read: BTreeSet<usize>,
    /// The columns with pages and notes.
    aside: BTreeSet<usize>,
}

impl<'a> Finder<'a> {
    pub(super) fn of(
        document: &'a Document,
        form: &'a Form,
        table: &'a Table<'a>,
    ) -> Result<Self, SourceError> {
        let [days, read, aside] = [BTreeSet::new(), BTreeSet::new(), BTreeSet::new()];
        let meanings = Vec::new();
        let mut finder = Self { document, form, table, meanings, days, read, aside };
        for words in form.words.values() {
            let (column, others) = (finder.column(&words.column)?, words.others.as_deref());
            finder.meanings.push(Meanings { column, mean: &words.mean, others });
        }
        let poll = &form.poll;
        for day in [&poll.first, &poll.last, &poll.published].into_iter().flatten() {
            let column = finder.column(day)?;
            finder.days.insert(column);
        }
        Ok(finder)
    }

    pub(super) fn poll(&mut self, study: &StudyRecord) -> Result<PollColumns<'a>, SourceError> {
        let form = &self.form.poll;
        let mut maybe_said = |words: &Option<String>| {
            words.as_ref().map(|words| self.said(words, study.at)).transpose()
        };
        let conducted_by = maybe_said(&study.conducted_by)?;
        let sponsor = maybe_said(&study.sponsor)?;
        let edition = maybe_said(&study.edition)?;
        Ok(PollColumns {
            id: self.template(&form.id)?,
            title: self.said(&study.title, study.at)?,
            publisher: self.said(&study.publisher, study.at)?,
            conducted_by,
            sponsor,
            edition,
            by: self.columns(&form.by)?,
            n: self.maybe(form.n.as_ref())?,
            first: self.maybe(form.first.as_ref())?,
            last: self.maybe(form.last.as_ref())?,
            published: self.maybe(form.published.as_ref())?,
            universe: self.templates(form.universe.as_ref())?,
            page: form.page.as_ref().map(|page| self.column_aside(page)).transpose()?,
            rolling: form.rolling.as_ref().map(|one| self.conditions(one)).transpose()?,
            filter: self.conditions(&form.filter)?,
        })
    }

    pub(super) fn question(
        &mut self,
        key: &'a Words,
        form: &'a QuestionForm,
    ) -> Result<Question<'a>, SourceError> {
        let document = self.document;
        let page = page(document, &self.form.seen, form.seen.as_ref())?;
        if page.is_none() && !self.form.seen.is_empty() {
            return Err(error(document, key, ["no page is named", "aucune page n'est nommée"]));
        }
        let figures = form.figures.unwrap_or(self.form.poll.figures);
        let n = self.maybe(form.n.as_ref())?;
        if figures == Figures::Count && n.is_none() {
            let message = [
                "counts need `n`, the column of their base",
                "des effectifs demandent `n`, la colonne de leur base",
            ];
            return Err(error(document, key, message));
        }
        if let Some(rest) = form.rest.as_ref().filter(|_| form.base.is_empty()) {
            let message = [
                "there is no base that these are not in",
                "il n'y a pas de base dont ceux-ci soient exclus",
            ];
            return Err(error(document, rest, message));
        }
        Ok(Question {
            key,
            form,
            name: self.templates(form.name.as_ref())?,
            text: self.templates(form.text.as_ref())?,
            note: self.note(form.note.as_ref())?,
            by: self.columns(&form.by)?,
            filter: self.conditions(&form.filter)?,
            rest: self.maybe(form.rest.as_ref())?,
            n,
            page,
            figures,
            answers: self.answers(key, form)?,
        })
    }

    /// The columns of figures: one of a long table, several of a wide one.
    fn answers(
        &mut self,
        key: &'a Words,
        form: &'a QuestionForm,
    ) -> Result<Vec<Answer<'a>>, SourceError> {
        let document = self.document;
        match (&form.value, &form.option) {
            (Some(value), Some(option)) if form.answer.is_empty() => Ok(vec![Answer {
                column: self.column(value)?,
                name: self.template(option)?,
                concept: form.concept.as_deref(),
                facets: self.facets([&form.facets], None)?,
                form: None,
            }]),
            (None, None) if !form.answer.is_empty() => {
                let answers = in_order(&form.answer).into_iter();
                answers.map(|(name, answer)| self.answer(name, answer, form)).collect()
            }
            _ => {
                let message = [
                    "a question has either `value` and `option`, or its answers",
                    "une question a soit `value` et `option`, soit ses réponses",
                ];
                Err(error(document, key, message))
            }
        }
    }

    fn answer(
        &mut self,
        key: &Words,
        answer: &'a AnswerForm,
        question: &'a QuestionForm,
    ) -> Result<Answer<'a>, SourceError> {
        Ok(Answer {
            column: self.column(&answer.column)?,
            name: self.template(key)?,
            concept: answer.concept.as_deref().or(question.concept.as_deref()),
            facets: self.facets([&question.facets, &answer.facets], Some(key))?,
            form: Some(answer),
        })
    }

    /// What narrows an answer; where it is a column, `{answer}` is its own name.
    fn facets<const N: usize>(
        &mut self,
        all: [&'a IndexMap<String, Words>; N],
        answer: Option<&Words>,
    ) -> Result<IndexMap<&'a str, Template>, SourceError> {
        let own = answer.filter(|_| self.table.column("answer").is_none());
        let of = |words: &Words| match own {
            None => words.clone(),
            Some(own) => {
                Spanned::new(words.span(), words.get_ref().replace("{answer}", own.get_ref()))
            }
        };
        let all = all.into_iter().flatten();
        all.map(|(name, words)| Ok((name.as_str(), self.template(&of(words))?))).collect()
    }

    pub(super) fn conditions(
        &mut self,
        conditions: &'a [ConditionForm],
    ) -> Result<Vec<Condition<'a>>, SourceError> {
        let one = |form: &'a ConditionForm| {
            let column = self.column(&form.column)?;
            Ok(Condition { column, is: form.is.as_deref(), not: &form.not })
        };
        conditions.iter().map(one).collect()
    }

    /// Columns that nothing names, in order of name.
    ///
    /// # Errors
    ///
    /// When one is left out that is not there.
    pub(super) fn unnamed(&mut self) -> Result<Vec<&'a str>, SourceError> {
        for words in &self.form.left_out.columns {
            self.column_aside(words)?;
        }
        let is_named = |column: &usize| self.read.contains(column) || self.aside.contains(column);
        let columns = self.table.columns().filter(|(_, column)| !is_named(column));
        Ok(columns.map(|(name, _)| name).collect())
    }

    /// The cells as the mapping reads them, and the columns that say what a row says.
    pub(super) fn cells(self, order: Option<DateOrder>) -> (Cells<'a>, BTreeSet<usize>) {
        let Self { form, table, meanings, days, read, aside, .. } = self;
        let cells = Cells { table, missing: &form.poll.missing, order, meanings, days };
        (cells, read.difference(&aside).copied().collect())
    }

    /// A column by its name.
    fn column(&mut self, words: &Words) -> Result<usize, SourceError> {
        let column = self.named(words)?;
        self.read.insert(column);
        Ok(column)
    }

    fn column_aside(&mut self, words: &Words) -> Result<usize, SourceError> {
        let column = self.named(words)?;
        self.aside.insert(column);
        Ok(column)
    }

    fn named(&self, words: &Words) -> Result<usize, SourceError> {
        let name = words.get_ref();
        self.table.column(name).ok_or_else(|| error(self.document, words, no_column(name)))
    }

    fn columns(&mut self, all: &[Words]) -> Result<Vec<usize>, SourceError> {
        all.iter().map(|words| self.column(words)).collect()
    }

    fn maybe(&mut self, words: Option<&Words>) -> Result<Option<usize>, SourceError> {
        words.map(|words| self.column(words)).transpose()
    }

    pub(super) fn template(&mut self, words: &Words) -> Result<Template, SourceError> {
        let template = self.parts(words.get_ref());
        template.map_err(|message| error(self.document, words, message))
    }

    fn templates(&mut self, words: Option<&Words>) -> Result<Option<Template>, SourceError> {
        words.map(|words| self.template(words)).transpose()
    }

    /// Words of a study, whose places are not known but for that of the title.
    fn said(&mut self, words: &str, at: Place) -> Result<Template, SourceError> {
        let template = self.parts(words);
        template.map_err(|message| SourceError::new(message).at(self.document, at))
    }

    /// A note, whose columns do not tell a row from others.
    fn note(&mut self, words: Option<&Words>) -> Result<Option<Template>, SourceError> {
        let before = self.read.clone();
        let note = self.templates(words)?;
        self.aside.extend(self.read.difference(&before));
        self.read = before;
        Ok(note)
    }

    fn parts(&mut self, words: &str) -> Result<Template, Said> {
        Template::of(words, |name| {
            if let Some(number) = self.form.words.keys().position(|one| one.get_ref() == name) {
                return Ok(Column::Meaning(number));
            }
            let column = self.table.column(name).ok_or_else(|| no_column(name))?;
            self.read.insert(column);
            Ok(if self.days.contains(&column) {
                Column::Day(column)
            } else {
                Column::Words(column)
            })
        })
    }
}

fn no_column(name: &str) -> Said {
    [format!("the table has no column `{name}`"), format!("le tableau n'a pas de colonne `{name}`")]
        .into()
}

/// Entries in the order in which they are written.
pub(super) fn in_order<T>(entries: &IndexMap<Words, T>) -> Vec<(&Words, &T)> {
    let mut entries: Vec<_> = entries.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}
