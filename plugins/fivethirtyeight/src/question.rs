//! The answers to the questions of a poll.

use gainsay_plugin::wire::{
    BaseStep, Figure, FigureUnit, Finding, Mark, Medium, People, Place, Question, QuestionKind,
    Says, StudyRecord,
};
use gainsay_plugin::{Names, Row};

use crate::{
    layout::{Group, Layout},
    poll::{PAGE, is_restricted, universe},
};

/// The figures of a poll, row by row and group by group.
pub(crate) fn findings(
    layout: &Layout,
    rows: &[Row<'_>],
    study: &StudyRecord,
    name: &str,
) -> Vec<Finding> {
    let mut names = Names::default();
    let mut findings = Vec::new();
    for row in rows {
        let question = match (layout.question)(row) {
            unnamed if unnamed.is_empty() => "question".to_owned(),
            named => named,
        };
        let question = names.give(question);
        let asked = Asked { layout, row, study, name, question };
        findings.extend(layout.groups.iter().flat_map(|group| asked.answers(group)));
    }
    findings
}

/// A row, and the poll that it belongs to.
struct Asked<'a> {
    layout: &'a Layout,
    row: &'a Row<'a>,
    study: &'a StudyRecord,
    name: &'a str,
    question: String,
}

impl Asked<'_> {
    /// What a group says: yes, no, neither.
    fn answers(&self, group: &Group) -> Vec<Finding> {
        let Layout { concept, undecided, .. } = self.layout;
        let answer = |column: &str, name: &str, concept: &str| {
            Some(self.finding(group, name, concept, self.row.at(column)?))
        };
        let yes = answer(group.yes, "yes", concept);
        // Some were not sure: who says no is not everybody but those who say yes.
        let no = answer(group.no, "no", concept);
        let no = no.map(|no| Finding { negated: true, undecided: true, ..no });
        let unsure = answer(group.unsure, "unsure", undecided);
        // How many are not sure depends on whether that was read out, which the tables do not tell.
        let unsure = unsure.map(|mut unsure| {
            unsure.facets.insert("offered".to_owned(), "unknown".to_owned());
            unsure
        });
        [yes, no, unsure].into_iter().flatten().collect()
    }

    fn finding(&self, group: &Group, answer: &str, concept: &str, at: Place) -> Finding {
        let id = format!("{}/{}/{answer}{}", self.name, self.question, group.suffix);
        let says = Says::Share(Figure::in_unit(at, FigureUnit::Percent));
        let facets = (self.layout.facets)(self.row).into_iter();
        Finding {
            seen_at: Some(PAGE.into()),
            medium: Medium::Table,
            facets: facets.map(|(facet, value)| (facet.to_owned(), value)).collect(),
            base: self.base(group),
            people: self.people(),
            n: self.row.at(group.n),
            question: Some(self.question(group)),
            note: self.note(),
            ..Finding::new(id, &self.study.id, Mark::Secondary, concept, says)
        }
    }

    fn base(&self, group: &Group) -> Vec<BaseStep> {
        let following = is_restricted(self.layout, self.row).then_some("following-the-story");
        let steps = following.into_iter().chain(group.who);
        steps.map(|who| BaseStep { who: who.to_owned(), share: None, words: None }).collect()
    }

    /// The people of the row, where they are others than those of the poll.
    fn people(&self) -> Option<People> {
        let universe = universe(self.row.get(self.layout.population)).map(str::to_owned);
        (universe != self.study.people.universe).then(|| People { universe, ..People::default() })
    }

    /// Every group is asked the question, and each has answers of its own.
    fn question(&self, group: &Group) -> Question {
        let text = self.row.get(self.layout.text);
        let given = |column: &str| self.row.at(column).is_some();
        Question {
            id: format!("{}{}", self.question, group.suffix),
            kind: QuestionKind::Single,
            text: Some(text).filter(|text| !text.is_empty()).map(str::to_owned),
            lang: (!text.is_empty()).then(|| "en".to_owned()),
            options: Vec::new(),
            complete: [group.yes, group.no, group.unsure].into_iter().all(given),
            recall: None,
        }
    }

    fn note(&self) -> Option<String> {
        let notes = self.row.get(self.layout.notes);
        let left_out = self.row.get(self.layout.include) == "no";
        let left_out = left_out.then_some("the collectors left it out of their average");
        let notes = Some(notes).filter(|notes| !notes.is_empty());
        let all: Vec<_> = notes.into_iter().chain(left_out).collect();
        (!all.is_empty()).then(|| all.join("; "))
    }
}
