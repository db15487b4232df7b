//! What a reader must be told beside a cell, without being asked.

use gainsay_claims::{
    Proposition,
    claim::{Claim, Statement},
    facts::SizeReason,
    period::Period,
    study::{Element, Study},
    wire::{Derived, Figure, Interest, Mark, Medium, Mood, Role, Says},
};
use gainsay_judge::Size;

use super::{Column, Row, Table};
use crate::{Speaker, escape::web_address};

/// A note on a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Note<'a> {
    /// One sentence, whatever the cell.
    Plain(Remark),
    /// The study does not tell these elements of disclosure.
    Undisclosed(Vec<Element>),
    /// The figure was not seen at the publisher's.
    Seen {
        /// Where it was seen.
        mark: Mark,
        /// Who quotes it, or the page if it has no address.
        by: Option<&'a str>,
    },
    /// It is a forecast for this time.
    Forecast(&'a Period),
    /// It was counted at another step of the scale, and is a bound.
    Cut {
        /// The concept.
        concept: &'a str,
        /// The step.
        step: &'a str,
    },
    /// It counts more than the proposition, and is a bound.
    Compound(&'a Proposition),
    /// The number of cases is derived from the study's.
    Assumed {
        /// Number of cases.
        n: u64,
        /// The study's number of cases.
        of: u64,
        /// What it was derived by.
        by: SizeReason,
    },
    /// The interval takes the sample for that many times smaller than it is.
    DesignEffect(f64),
}

/// A note that says the same wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Remark {
    /// Who paid for it sells what the study is about.
    Vendor,
    /// Who paid for it argues for one side.
    Advocacy,
    /// An author's own opinion.
    Opinion,
    /// Somebody else than the publisher states it.
    Quoted,
    /// All others were published.
    Complement,
    /// It is the sum of published figures.
    Sum,
    /// It is a published count over the count of its base.
    Ratio,
    /// It was read off a chart.
    Chart,
    /// It was read off an image that is lost.
    LostImage,
    /// The source reports it without asserting it.
    Reported,
    /// The figure counts those of whom the proposition is not true.
    Negated,
    /// Those who were not sure are in neither figure.
    Undecided,
    /// The words exaggerate by habit.
    Rhetorical,
}

impl<'a> Speaker<'a> {
    /// The notes on a cell, in a fixed order.
    pub(super) fn cell_notes(
        &self,
        table: &Table<'a>,
        row: &Row<'a>,
        column: Column,
    ) -> Vec<Note<'a>> {
        match column {
            Column::Who | Column::Study | Column::Publisher => self.study_notes(row.claim),
            Column::Published => figure_notes(row.claim),
            Column::Share => self.share_notes(table, row),
            Column::N => assumed(row).into_iter().collect(),
            Column::Interval => design_effect(row).into_iter().collect(),
            Column::Period
            | Column::Asked
            | Column::People
            | Column::Verdict
            | Column::Standing
            | Column::Place
            | Column::Claim => Vec::new(),
        }
    }

    /// The notes on all that is known of a row, in words, each of them once.
    pub(crate) fn all_notes(&self, table: &Table<'a>, row: &Row<'a>) -> Vec<String> {
        let columns = [Column::Who, Column::Published, Column::Share, Column::N, Column::Interval];
        let notes = columns.into_iter().flat_map(|column| self.cell_notes(table, row, column));
        notes.map(|note| self.table_note(&note)).collect()
    }

    fn study_notes(&self, claim: &Claim) -> Vec<Note<'a>> {
        let Some(study) = self.base.study_of(claim) else {
            return Vec::new();
        };
        let mut missing = self.undisclosed_elements(study);
        // No record has a field for it, so that it would stand in every note.
        missing.retain(|element| *element != Element::Processing);
        let interest = match study.said.sponsor_interest {
            Interest::Vendor => Some(Note::Plain(Remark::Vendor)),
            Interest::Advocacy => Some(Note::Plain(Remark::Advocacy)),
            Interest::None | Interest::Unknown => None,
        };
        let missing = (!missing.is_empty()).then_some(Note::Undisclosed(missing));
        missing.into_iter().chain(interest).collect()
    }

    /// The elements of disclosure that a study lacks, in the checklist's order.
    pub(crate) fn undisclosed_elements(&self, study: &Study) -> Vec<Element> {
        let has_wording = self.base.claims.values().any(|claim| {
            let question = claim.said.question.as_ref();
            // Few have one, and studies have long names that are much alike.
            question.is_some_and(|one| one.text.is_some()) && claim.study() == Some(&study.id)
        });
        study.undisclosed(has_wording)
    }

    fn share_notes(&self, table: &Table<'a>, row: &Row<'a>) -> Vec<Note<'a>> {
        let said = &row.claim.said;
        let Statement::Share(share) = &row.claim.statement else {
            return Vec::new();
        };
        let mut notes = Vec::new();
        notes.extend((said.negated && row.share.is_some()).then_some(Note::Plain(Remark::Negated)));
        notes.extend((said.negated && said.undecided).then_some(Note::Plain(Remark::Undecided)));
        notes.extend(self.cut(row.claim));
        let counted = row.claim.proposition.as_ref();
        notes.extend((counted != table.proposition).then_some(Note::Compound(counted)));
        notes.extend(share.reading.rhetorical.then_some(Note::Plain(Remark::Rhetorical)));
        notes
    }

    fn cut(&self, claim: &'a Claim) -> Option<Note<'a>> {
        let step = claim.said.cut.as_deref()?;
        let concept = &claim.proposition.concept;
        let meant = self.base.vocabulary.concepts.get(concept)?.cut.as_deref();
        (meant != Some(step)).then_some(Note::Cut { concept, step })
    }
}

fn figure_notes(claim: &Claim) -> Vec<Note<'_>> {
    let said = &claim.said;
    // An address stands with the source already.
    let page = said.seen_at.as_deref().filter(|page| web_address(page).is_none());
    let by = said.chain.first().map(|hop| hop.who.as_str()).or(page);
    let seen = (said.mark != Mark::Publisher).then_some(Note::Seen { mark: said.mark, by });
    let role = match said.role {
        Role::Opinion => Some(Remark::Opinion),
        Role::Cited if said.mark != Mark::CitedOnly => Some(Remark::Quoted),
        Role::Cited | Role::Published => None,
    };
    let medium = match said.medium {
        Medium::Chart => Some(Remark::Chart),
        Medium::LostImage => Some(Remark::LostImage),
        Medium::Text | Medium::Table => None,
    };
    let reported = (said.mood == Mood::Reported).then_some(Remark::Reported);
    let remarks = [role, derived(&said.says), medium, reported].into_iter().flatten();
    let forecast = claim.target.as_ref().map(Note::Forecast);
    seen.into_iter().chain(remarks.map(Note::Plain)).chain(forecast).collect()
}

fn derived(says: &Says) -> Option<Remark> {
    let Says::Share(Figure { derived, .. }) = says else {
        return None;
    };
    Some(match derived.as_ref()? {
        Derived::Complement => Remark::Complement,
        Derived::Sum(_) => Remark::Sum,
        Derived::Ratio(_) => Remark::Ratio,
    })
}

fn assumed(row: &Row<'_>) -> Option<Note<'static>> {
    match row.size? {
        Size::Assumed { n, of, by, .. } => Some(Note::Assumed { n, of, by }),
        Size::Unknown | Size::Census | Size::Published { .. } => None,
    }
}

fn design_effect(row: &Row<'_>) -> Option<Note<'static>> {
    row.interval?;
    match row.size? {
        Size::Published { deff, .. } | Size::Assumed { deff, .. } => Some(Note::DesignEffect(deff)),
        Size::Unknown | Size::Census => None,
    }
}
