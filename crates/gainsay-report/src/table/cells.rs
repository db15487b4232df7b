//! What the cells of a table say.

use std::collections::BTreeSet;

use gainsay_claims::{
    claim::{Claim, Statement},
    sample::Sample,
    study::Study,
    value::Unit,
    wire::Says,
};
use gainsay_judge::Relation;

use super::{Cell, Column, Row, Table, facts::published, verdict::Verdict};
use crate::{
    Speaker, clean,
    lang::{mark, number_of_cases, quoted, range, role, share},
};

/// Said of what there is not.
const NONE: &str = "–";

impl<'a> Speaker<'a> {
    /// The words of a cell, without notes and sources.
    pub(crate) fn cell(&self, table: &Table<'a>, row: &Row<'a>, column: Column) -> Cell {
        let claim = row.claim;
        let (text, second) = match column {
            Column::Who => (self.source_and_study(claim), Some(self.when(claim))),
            Column::Publisher => (self.publisher(claim), None),
            Column::Study => (self.title(claim), None),
            Column::Period => (self.when(claim), None),
            Column::Asked => self.asked(claim),
            Column::Published => (self.published(claim), None),
            Column::Share => (self.as_read(row), Some(self.people(claim))),
            Column::People => (self.people(claim), None),
            Column::N => (self.cases(claim.n), None),
            Column::Interval => {
                let interval = row.interval.map(|one| range(self.lang, one.lo, one.hi));
                (interval.unwrap_or_else(|| NONE.to_owned()), None)
            }
            Column::Verdict => (self.verdict(table, row), None),
            Column::Standing => {
                let said = &claim.said;
                let seen = mark(self.lang, said.mark);
                (format!("{}, {seen}", role(self.lang, said.role)), None)
            }
            Column::Place => (format!("{}:{}", row.place.path, row.place.line), None),
            Column::Claim => (clean(&claim.id), None),
        };
        Cell { text, second, ..Cell::default() }
    }

    fn source_and_study(&self, claim: &Claim) -> String {
        match self.base.study_of(claim) {
            Some(_) => format!("{}, {}", self.publisher(claim), self.title(claim)),
            None => self.publisher(claim),
        }
    }

    fn publisher(&self, claim: &Claim) -> String {
        let author = claim.said.chain.first().map_or(claim.source.as_str(), |hop| &hop.who);
        let study = self.base.study_of(claim);
        clean(study.map_or(author, |study| &study.said.publisher))
    }

    fn title(&self, claim: &Claim) -> String {
        let study = self.base.study_of(claim);
        study.map_or_else(|| NONE.to_owned(), |study| clean(&study.said.title))
    }

    /// Whether it is known what was asked.
    pub(super) fn is_asked(&self, claim: &Claim) -> bool {
        let question = claim.said.question.as_ref();
        question.is_some_and(|one| one.text.is_some()) || !claim.wording.is_empty()
    }

    /// The question as published, and how it was worded.
    fn asked(&self, claim: &Claim) -> (String, Option<String>) {
        let question = claim.said.question.as_ref().and_then(|question| question.text.as_deref());
        let question = question.map(|text| quoted(self.lang, &clean(text)));
        let wording = (!claim.wording.is_empty()).then(|| self.facets(&claim.wording));
        match (question, wording) {
            (Some(question), wording) => (question, wording),
            (None, Some(wording)) => (wording, None),
            (None, None) => (self.not_disclosed().to_owned(), None),
        }
    }

    /// The figure as published; a unit that is written elsewhere is in brackets.
    pub(crate) fn published(&self, claim: &Claim) -> String {
        let words = clean(match &claim.statement {
            Statement::Share(share) => &share.text,
            _ => published(self.base, claim),
        });
        let unit = match &claim.said.says {
            Says::Share(figure) => figure.unit,
            _ => None,
        };
        let is_bare = words.ends_with(|last: char| last.is_ascii_digit());
        if unit == Some(Unit::Percent) && is_bare { words + " [%]" } else { words }
    }

    fn as_read(&self, row: &Row<'_>) -> String {
        row.share.map_or_else(|| self.statement(row.claim), |yes| share(self.lang, &yes))
    }

    fn cases(&self, n: Sample) -> String {
        match n {
            Sample::Unknown => self.not_disclosed().to_owned(),
            _ => number_of_cases(self.lang, n),
        }
    }

    fn verdict(&self, table: &Table<'a>, row: &Row<'a>) -> String {
        match &row.verdict {
            Verdict::NotCompared(reason) => self.left_out_for(reason),
            Verdict::Alone => self.stands_alone().to_owned(),
            Verdict::Compared(pairs) => {
                let parts = RELATIONS.into_iter().filter_map(|relation| {
                    let names = self.names(table, pairs, relation);
                    (!names.is_empty()).then(|| self.stands_to(relation, &names))
                });
                parts.collect::<Vec<_>>().join(crate::lang::semicolon(self.lang))
            }
        }
    }

    /// What the studies of a relation are called, each of them once: by publisher,
    /// with the period or the title where that is not enough. A study that stands in
    /// several relations is named in the gravest, with which the pairs begin.
    fn names(
        &self,
        table: &Table<'a>,
        pairs: &[(Relation, &str)],
        relation: Relation,
    ) -> Vec<String> {
        if pairs.iter().all(|(one, _)| *one != relation) {
            return Vec::new();
        }
        let studies: BTreeSet<&str> =
            table.rows.iter().filter_map(|row| row.claim.study()).collect();
        let studies: Vec<&Study> =
            studies.into_iter().filter_map(|id| self.base.studies.get(id)).collect();
        let mut seen = BTreeSet::new();
        let mut names = Vec::new();
        for (one, claim) in pairs {
            let Some(claim) = self.base.claims.get(*claim) else { continue };
            if seen.insert(claim.study()) && *one == relation {
                names.push(self.name(&studies, claim));
            }
        }
        names
    }

    fn name(&self, studies: &[&Study], claim: &Claim) -> String {
        let publisher = self.publisher(claim);
        let of_publisher: Vec<_> =
            studies.iter().filter(|study| clean(&study.said.publisher) == publisher).collect();
        if of_publisher.len() < 2 {
            return publisher;
        }
        let Some(study) = self.base.study_of(claim) else { return publisher };
        let when = |study: &Study| study.fieldwork.or(study.published);
        let same_time = of_publisher.iter().filter(|one| when(one) == when(study)).count();
        match when(study) {
            Some(period) if same_time == 1 => format!("{publisher} ({})", self.period(&period)),
            _ => format!("{publisher}, {}", clean(&study.said.title)),
        }
    }
}

/// The gravest first.
const RELATIONS: [Relation; 5] = [
    Relation::Conflicts,
    Relation::Differs,
    Relation::Open,
    Relation::Agrees,
    Relation::NoConflict,
];
