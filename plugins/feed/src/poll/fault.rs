//! What is wrong with a row. One that is shifted or mistyped is not believed in part.

use gainsay_plugin::{SourceDiagnostic, form::Figures, slug};

use super::all_hold;
use crate::{
    columns::Row,
    mapping::{Mapping, Question},
};

const NOT_A_SIZE: [&str; 2] = ["not a number of cases", "n'est pas un nombre de cas"];

/// What is wrong with a row, if anything is.
pub(super) fn fault(mapping: &Mapping<'_>, row: Row<'_>) -> Option<SourceDiagnostic> {
    if !mapping.cells.table.is_whole(row.index) {
        let message = [
            "the row has another number of cells than the head",
            "la ligne n'a pas le même nombre de cellules que l'en-tête",
        ];
        return Some(row.remark(None, message));
    }
    words_fault(mapping, row).or_else(|| days_fault(mapping, row)).or_else(|| {
        let sizes = mapping.questions.iter().map(|question| question.n).chain([mapping.poll.n]);
        let is_strange = |column: &usize| row.at(*column).is_some() && !is_size(row.get(*column));
        let strange = sizes.flatten().find(is_strange);
        let strange = strange.map(|column| row.remark(Some(column), NOT_A_SIZE));
        strange.or_else(|| shares_fault(mapping, row))
    })
}

/// What is not told that the poll is known by, or has no meaning.
fn words_fault(mapping: &Mapping<'_>, row: Row<'_>) -> Option<SourceDiagnostic> {
    for (number, meanings) in mapping.cells.meanings.iter().enumerate() {
        if row.meaning(number).is_none() {
            let words = row.get(meanings.column);
            let message = [
                format!("`{words}` is none of the words that the mapping knows"),
                format!("`{words}` n'est aucun des mots que connaît le mapping"),
            ];
            return Some(row.remark(Some(meanings.column), message));
        }
    }
    if slug(&mapping.poll.id.fill(row)).is_empty() || mapping.poll.publisher.fill(row).is_empty() {
        let message = [
            "the row does not tell the poll or its publisher",
            "la ligne ne dit pas quel est le sondage, ou qui l'a publié",
        ];
        return Some(row.remark(None, message));
    }
    None
}

fn days_fault(mapping: &Mapping<'_>, row: Row<'_>) -> Option<SourceDiagnostic> {
    let is_strange = |&&column: &&usize| row.at(column).is_some() && row.day(column).is_none();
    let strange = mapping.cells.days.iter().find(is_strange)?;
    let message = ["not a date that is known", "n'est pas une date connue"];
    Some(row.remark(Some(*strange), message))
}

fn shares_fault(mapping: &Mapping<'_>, row: Row<'_>) -> Option<SourceDiagnostic> {
    for (question, column, _) in mapping.shares(row) {
        let message = match question.figures {
            Figures::Count if number(row.get(column)).is_none() => NOT_A_SIZE,
            Figures::Count => continue,
            Figures::Percent if !is_within(row.get(column), 100.0) => {
                ["not a share in percent", "n'est pas une part en pourcentage"]
            }
            Figures::Fraction if !is_within(row.get(column), 1.0) => {
                ["not a share of one", "n'est pas une part de 1"]
            }
            Figures::Percent | Figures::Fraction => continue,
        };
        return Some(row.remark(Some(column), message));
    }
    let mut answers = mapping.questions_of(row).flat_map(|question| &question.answers);
    let nameless = answers.find(|answer| slug(&answer.name.fill(row)).is_empty())?;
    let message = ["the row does not tell the answer", "la ligne ne dit pas quelle est la réponse"];
    Some(row.remark(Some(nameless.column), message))
}

/// A number written with a point, as data sets write it; for telling what cannot be one,
/// never for a claim.
pub(super) fn number(words: &str) -> Option<f64> {
    let number = words.parse::<f64>().ok()?;
    let is_plain = words.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_plain.then_some(number)
}

/// A sign of percent does not count against a share.
fn is_within(words: &str, most: f64) -> bool {
    let bare = words.strip_suffix('%').map_or(words, str::trim_end);
    let most = if bare == words { most } else { 100.0 };
    number(&bare.replace(',', ".")).is_some_and(|share| share <= most)
}

/// Whether words may be a number of cases: how they are written is the core's business.
fn is_size(words: &str) -> bool {
    words.bytes().any(|byte| (b'1'..=b'9').contains(&byte))
}

impl<'a> Mapping<'a> {
    /// The questions of a row.
    pub(crate) fn questions_of<'m>(
        &'m self,
        row: Row<'m>,
    ) -> impl Iterator<Item = &'m Question<'a>> {
        self.questions.iter().filter(move |question| all_hold(&question.filter, row))
    }

    /// Every column of a row that has a figure, with its question.
    pub(crate) fn shares<'m>(
        &'m self,
        row: Row<'m>,
    ) -> impl Iterator<Item = (&'m Question<'a>, usize, Row<'m>)> {
        self.questions_of(row).flat_map(move |question| {
            let columns = question.answers.iter().map(|answer| answer.column).chain(question.rest);
            let told = columns.filter(move |&column| row.at(column).is_some());
            told.map(move |column| (question, column, row))
        })
    }
}
