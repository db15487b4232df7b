//! The findings of one question.

use gainsay_plugin::{
    SourceError,
    form::{Figures, Words, error, missing, page, steps},
    wire::{BaseStep, Figure, Finding, Mark, Medium, People, Place, Question as Asked, Says, Work},
};
use toml::Spanned;

use super::{Column, Mapping, Seen};
use crate::{
    address::address,
    cell::{self, Parts, Said, said},
    form::{AnswerForm, Measure, QuestionForm, Stand},
    heads::Other,
    sheet::{At, Sheet},
};

/// A question, the sheet it is in, and the rows of its bases.
pub(super) struct Question<'a> {
    pub(super) mapping: &'a Mapping<'a>,
    seen: &'a Seen<'a>,
    pub(super) sheet: &'a Sheet,
    pub(super) name: &'a Words,
    pub(super) form: &'a QuestionForm,
    pub(super) columns: Vec<Column<'a>>,
    pub(super) unweighted: Option<usize>,
    pub(super) weighted: Option<usize>,
    pub(super) effective: Option<usize>,
    /// Those of its rows of bases that stand over counts and shares both.
    over_both: Vec<usize>,
}

impl<'a> Question<'a> {
    pub(super) fn of(
        mapping: &'a Mapping<'a>,
        seen: &'a Seen<'a>,
        name: &'a Words,
        form: &'a QuestionForm,
    ) -> Result<Self, SourceError> {
        let layout = &mapping.form.layout;
        let base = |own: &Option<Spanned<usize>>, shared: &Option<Spanned<usize>>| {
            own.as_ref().or(shared.as_ref()).map(|row| mapping.row(seen, row)).transpose()
        };
        let mut question = Self {
            mapping,
            seen,
            sheet: seen.sheet,
            name,
            form,
            columns: mapping.columns_of(form)?,
            unweighted: base(&form.unweighted, &layout.unweighted)?,
            weighted: base(&form.weighted, &layout.weighted)?,
            effective: base(&form.effective, &layout.effective)?,
            over_both: Vec::new(),
        };
        let bases = [question.unweighted, question.weighted, question.effective].into_iter();
        question.over_both = bases.flatten().filter(|&row| question.is_over_both(row)).collect();
        let figures = question.figures();
        if figures == Figures::Count && question.whole().is_none() {
            let message = [
                "counts need a row of their base",
                "des effectifs demandent une ligne qui donne leur base",
            ];
            return Err(error(mapping.document, name, message));
        }
        if let Some(counts) = layout.counts.as_ref().filter(|_| figures == Figures::Count) {
            let message = [
                "counts stand beside shares, and the figures are counts themselves",
                "des effectifs sont à côté de parts, et les chiffres sont eux-mêmes des effectifs",
            ];
            return Err(mapping.error_at(counts, message));
        }
        Ok(question)
    }

    /// The findings of all answers, row by row.
    ///
    /// # Errors
    ///
    /// When a row is not there or has another label, or an answer has none of several pages.
    pub(super) fn findings(&self) -> Result<Vec<Finding>, SourceError> {
        let (mut findings, alike) = (Vec::new(), self.alike());
        for (name, answer) in self.answers() {
            let row = self.row(answer)?;
            let says_something = answer.says != Measure::NoAnswer && !alike.contains(&name);
            let Some(concept) = self.concept(answer).filter(|_| says_something) else {
                continue;
            };
            for column in self.columns.iter().filter(|one| self.counts(one)) {
                let at = (row, column.at);
                if let Some(parts) = self.figure(at) {
                    findings.push(self.finding(concept, (name, answer), at, *column, parts)?);
                }
            }
        }
        Ok(findings)
    }

    /// Whether a row tells of those who answered neither yes nor no.
    fn has_no_answer(&self) -> bool {
        self.form.answer.values().any(|answer| answer.says == Measure::NoAnswer)
    }

    /// Whether anybody has said whom a column is about.
    fn counts(&self, column: &Column<'_>) -> bool {
        !self.seen.about_nobody.contains(column.name.get_ref().as_str())
    }

    /// The answers in the order of their rows.
    pub(super) fn answers(&self) -> Vec<(&'a Words, &'a AnswerForm)> {
        let mut answers: Vec<_> = self.form.answer.iter().collect();
        answers.sort_by_key(|(name, answer)| (*answer.row.get_ref(), name.span().start));
        answers
    }

    /// The row of an answer, counted from 0.
    fn row(&self, answer: &AnswerForm) -> Result<usize, SourceError> {
        let row = self.mapping.row(self.seen, &answer.row)?;
        let Some(label) = &answer.label else { return Ok(row) };
        let found = self.mapping.label(self.sheet, row);
        if found == label.get_ref().trim() {
            return Ok(row);
        }
        let number = row + 1;
        let message = [
            format!("the label of row {number} is `{found}`"),
            format!("le libellé de la ligne {number} est `{found}`"),
        ];
        Err(self.mapping.error_at(label, message))
    }

    /// The figure of a cell, if it says one.
    pub(super) fn figure(&self, at: At) -> Option<Parts<'a>> {
        let layout = &self.mapping.form.layout;
        let has_letters =
            layout.letters.as_ref().is_some_and(|letters| letters.stand == Stand::Behind);
        match said(self.sheet.whole(at), &layout.marks, has_letters) {
            Said::Nothing => None,
            Said::Figure(parts) => Some(parts),
        }
    }

    fn finding(
        &self,
        concept: &str,
        (name, answer): (&Words, &AnswerForm),
        at: At,
        column: Column<'_>,
        parts: Parts<'_>,
    ) -> Result<Finding, SourceError> {
        let document = self.mapping.document;
        let page = self.page(name)?;
        let path = [document.stem(), self.name.get_ref(), name.get_ref(), column.name.get_ref()];
        let regions = column.form.regions.clone();
        Ok(Finding {
            seen_at: page.map(|page| page.url.clone()),
            medium: Medium::Table,
            facets: self.facets(answer),
            cut: answer.cut.clone(),
            negated: answer.negated,
            undecided: answer.undecided || answer.negated && self.has_no_answer(),
            base: self.base(column),
            people: (!regions.is_empty()).then(|| People { regions, ..People::default() }),
            n: self.size(self.unweighted, column),
            n_effective: self.size(self.effective, column),
            question: Some(self.asked()),
            note: note(&parts.marks, at),
            ..Finding::new(
                path.join("/"),
                document.study_id(),
                page.map_or(Mark::Publisher, |page| page.mark),
                concept,
                self.says(answer, at, &parts),
            )
        })
    }

    fn says(&self, answer: &AnswerForm, at: At, parts: &Parts<'_>) -> Says {
        let whole = self.sheet.whole(at);
        let place = match parts.bytes.len() == whole.trim().len() {
            true => self.seen.places[&at],
            false => self.seen.places[&at].within(parts.bytes.clone()),
        };
        if answer.says == Measure::Mean {
            return Says::Mean(Figure::at(place));
        }
        let words = &whole[parts.bytes.clone()];
        Says::Share(self.figures().figure(place, words, self.base_place(at.1)))
    }

    /// How the figures of the question are written.
    pub(super) fn figures(&self) -> Figures {
        self.form.figures.unwrap_or(self.mapping.form.layout.figures)
    }

    /// The row of what counts are a share of.
    pub(super) fn whole(&self) -> Option<usize> {
        self.weighted.or(self.unweighted)
    }

    fn base_place(&self, column: usize) -> Option<Place> {
        self.seen.places.get(&(self.whole()?, column)).copied()
    }

    /// Where the number of cases of a column is written, unless a mark says that there
    /// is none.
    fn size(&self, row: Option<usize>, column: Column<'_>) -> Option<Place> {
        let at = self.size_at(row?, column);
        self.figure(at).and_then(|_| self.seen.places.get(&at).copied())
    }

    /// The cell of a row of bases: of counts beside shares, the one of the counts, unless the
    /// row stands over both.
    pub(super) fn size_at(&self, row: usize, column: Column<'_>) -> At {
        (row, if self.over_both.contains(&row) { column.at } else { column.sizes })
    }

    /// Whether a row has no counts, and what it has instead is more than what all shares come
    /// to.
    fn is_over_both(&self, row: usize) -> bool {
        let is_base = |column: &Column<'_>| {
            let own = (row, column.at);
            let is_whole = |cases: f64| [1.0, 100.0].contains(&cases);
            !self.sheet.words(own).contains('%')
                && self.cases(own).is_some_and(|cases| !is_whole(cases))
        };
        self.columns.iter().all(|column| self.figure((row, column.sizes)).is_none())
            && self.columns.iter().any(is_base)
    }

    /// The number of cases that a cell states.
    pub(super) fn cases(&self, at: At) -> Option<f64> {
        let parts = self.figure(at)?;
        cell::cases(&self.sheet.whole(at)[parts.bytes])
    }

    /// Those who were asked the question, then those of the column.
    fn base(&self, column: Column<'_>) -> Vec<BaseStep> {
        let mut names = self.form.base.clone();
        let own = column.form.base.iter().flatten();
        names.extend(own.filter(|name| !self.form.base.contains(name)).cloned());
        steps(names)
    }

    /// The page on which it was seen; a mapping with one page need not name it. Where there
    /// is no page, the table itself was seen: a document of its publisher.
    fn page(&self, answer: &Words) -> Result<Option<&'a Work>, SourceError> {
        let (document, seen) = (self.mapping.document, &self.mapping.form.seen);
        match page(document, seen, self.form.seen.as_ref())? {
            None if !seen.is_empty() => {
                Err(error(document, answer, ["no page is named", "aucune page n'est nommée"]))
            }
            page => Ok(page),
        }
    }

    fn asked(&self) -> Asked {
        let form = self.form;
        Asked {
            id: self.name.get_ref().clone(),
            kind: form.kind,
            text: form.text.clone(),
            lang: form.lang.clone(),
            options: form.options.clone(),
            complete: form.complete,
            recall: form.recall.clone(),
        }
    }
}

impl<'a> Mapping<'a> {
    fn columns_of(&self, question: &QuestionForm) -> Result<Vec<Column<'_>>, SourceError> {
        let Some(names) = &question.columns else { return Ok(self.columns.clone()) };
        let find = |name: &Words| {
            let found = self.columns.iter().find(|one| one.name.get_ref() == name.get_ref());
            found.copied().ok_or_else(|| missing(self.document, "column", name))
        };
        names.iter().map(find).collect()
    }

    /// A row of the sheet, counted from 0.
    fn row(&self, seen: &Seen<'_>, row: &Spanned<usize>) -> Result<usize, SourceError> {
        let found = row.get_ref().checked_sub(1);
        let Some(at) = found.filter(|&at| seen.sheet.row(at).next().is_some()) else {
            let is_unsaved = |at: &At| Some(at.0) == found;
            let [en, fr] = match seen.sheet.unsaved.iter().any(is_unsaved) {
                true => [
                    "only formulas without a saved result are written",
                    "seules des formules sans résultat enregistré sont écrites",
                ],
                false => ["nothing is written", "rien n'est écrit"],
            };
            let row_number = row.get_ref();
            let message =
                [format!("{en} in row {row_number}"), format!("{fr} à la ligne {row_number}")];
            return Err(self.error_at(row, message));
        };
        let Some(Other { at: head, words }) = seen.under.get(&at) else { return Ok(at) };
        let (number, head) = (row.get_ref(), address(*head));
        let message = [
            format!(
                "row {number} stands under other heads than the banner's: {head} is `{words}`; map \
                 its table in a file of its own"
            ),
            format!(
                "la ligne {number} est sous d'autres en-têtes que ceux de la bannière\u{a0}: {head} \
                 est `{words}`\u{a0}; décrire son tableau dans un mapping à part"
            ),
        ];
        Err(self.error_at(row, message))
    }

    /// The label of a row: the innermost one.
    pub(super) fn label<'s>(&self, sheet: &'s Sheet, row: usize) -> &'s str {
        let words = self.labels.iter().map(|&column| sheet.words((row, column)));
        words.rev().find(|words| !words.is_empty()).unwrap_or_default()
    }
}

fn note(marks: &[&str], at: At) -> Option<String> {
    let marks: Vec<_> = marks.iter().map(|mark| format!("`{mark}`")).collect();
    (!marks.is_empty()).then(|| format!("{} ({})", marks.join(", "), address(at)))
}
