//! From the rows of a poll to its figures.

use gainsay_plugin::{
    Names,
    form::steps,
    grouped,
    wire::{
        BaseStep, Derived, Figure, Finding, Mark, Medium, People, Place, Question as Asked, Says,
        StudyRecord,
    },
};

use crate::{
    apart::{Alike, Told},
    columns::Row,
    mapping::{Answer, Mapping, Question},
    poll::{Poll, all_hold},
};

/// Where the words stand that make the id of a figure.
const ID: &str = "{poll}/{question}/{answer}";

/// The figures of a poll, question by question and row by row; those that nothing tells
/// from others are put aside.
pub(crate) fn findings<'m>(
    mapping: &'m Mapping<'_>,
    poll: &Poll<'_>,
    study: &StudyRecord,
    alike: &mut Alike<'m>,
) -> Vec<Finding> {
    let mut told = Vec::new();
    let (mut names, mut ids) = (Names::default(), Names::default());
    for question in &mapping.questions {
        for rows in askings(question, poll) {
            let name = question.name.as_ref().map(|one| one.name(rows[0]));
            let name = name.filter(|name| !name.is_empty());
            let name = names.give(name.unwrap_or_else(|| question.key.get_ref().clone()));
            for &row in &rows {
                let sizes = [question.n, mapping.poll.n];
                let asked = sizes.map(|n| n.map_or("", |column| row.get(column)).to_owned());
                let maker = Maker { mapping, poll, study, question, row, name: &name };
                for answer in &question.answers {
                    let Some((at, concept)) = row.at(answer.column).zip(answer.concept) else {
                        continue;
                    };
                    let finding = maker.finding((answer, concept), at);
                    let finding = Finding { id: ids.give(finding.id.clone()), ..finding };
                    let number = mapping.cells.table.number(row.index);
                    let (question, answer) = (question.key, answer.name.name(row));
                    told.push(Told {
                        finding,
                        question,
                        answer,
                        row: number,
                        asked: asked.clone(),
                    });
                }
            }
        }
    }
    alike.part(told)
}

/// The rows of each time that a question was asked: those that are alike in some columns,
/// all of a long table, or each of a wide one.
fn askings<'m>(question: &Question<'_>, poll: &Poll<'m>) -> Vec<Vec<Row<'m>>> {
    let rows = poll.rows.iter().copied().filter(|row| all_hold(&question.filter, *row));
    let is_wide = question.answers.iter().all(|answer| answer.form.is_some());
    match is_wide && question.by.is_empty() {
        true => rows.map(|row| vec![row]).collect(),
        false => {
            grouped(rows, |row| question.by.iter().map(|&one| row.get(one)).collect::<Vec<_>>())
        }
    }
}

/// A row in which a question is, and what it is called in ids.
struct Maker<'a, 'm> {
    mapping: &'a Mapping<'m>,
    poll: &'a Poll<'a>,
    study: &'a StudyRecord,
    question: &'a Question<'m>,
    row: Row<'a>,
    name: &'a str,
}

impl Maker<'_, '_> {
    fn finding(&self, (answer, concept): (&Answer<'_>, &str), at: Place) -> Finding {
        let (question, row) = (self.question, self.row);
        let n = question.n.and_then(|column| row.at(column));
        let words = row.get(answer.column);
        let says = Says::Share(question.figures.figure(at, words, n));
        let name = answer.name.name(row);
        let facets = answer.facets.iter().filter_map(|(facet, value)| {
            let value = value.name(row);
            (!value.is_empty()).then(|| ((*facet).to_owned(), value))
        });
        let form = answer.form;
        let rest = question.rest.and_then(|column| row.at(column));
        // What stands in the table of another is not on the publisher's own page.
        let mark = question.page.map_or(Mark::Secondary, |page| page.mark);
        let note = question.note.as_ref().map(|note| note.fill(row));
        Finding {
            seen_at: question.page.map(|page| page.url.clone()),
            medium: Medium::Table,
            facets: facets.collect(),
            cut: form.and_then(|form| form.cut.clone()),
            negated: form.is_some_and(|form| form.negated),
            undecided: form.is_some_and(|form| form.undecided),
            base: self.base(rest),
            people: self.people(),
            // Where the rest is told, how many are in the base follows from it.
            n: n.filter(|_| rest.is_none()),
            question: self.asked(),
            note: note.filter(|note| !note.is_empty()),
            ..Finding::new(self.id(&name), &self.study.id, mark, concept, says)
        }
    }

    fn id(&self, answer: &str) -> String {
        let form = self.mapping.form.poll.finding.as_ref();
        let template = form.map_or(ID, |words| words.get_ref().as_str());
        let filled = template.replace("{poll}", &self.poll.name);
        filled.replace("{question}", self.name).replace("{answer}", answer)
    }

    fn base(&self, rest: Option<Place>) -> Vec<BaseStep> {
        let mut base = steps(&self.question.form.base);
        if let (Some(last), Some(at)) = (base.last_mut(), rest) {
            let words = self.question.rest.map_or("", |column| self.row.get(column));
            let figure = self.question.figures.figure(at, words, None);
            last.share = Some(Figure { derived: Some(Derived::Complement), ..figure });
        }
        base
    }

    /// The people of the row, where they are others than those of the poll.
    fn people(&self) -> Option<People> {
        let universe = self.mapping.universe(self.row);
        (universe != self.poll.universe).then(|| People { universe, ..People::default() })
    }

    fn asked(&self) -> Option<Asked> {
        let Question { form, answers, .. } = self.question;
        let text = self.question.text.as_ref().map(|text| text.fill(self.row));
        let text = text.filter(|text| !text.is_empty());
        let is_told = |answer: &Answer<'_>| self.row.at(answer.column).is_some();
        Some(Asked {
            id: self.name.to_owned(),
            kind: form.kind?,
            lang: form.lang.clone().filter(|_| text.is_some()),
            text,
            options: form.options.clone(),
            complete: form.complete && answers.iter().all(is_told),
            recall: form.recall.clone(),
        })
    }
}
