//! From counted cases to findings, and to the list of figures that they point into.

use gainsay_plugin::{
    Document, SourceError,
    form::{error, missing, page, steps},
    wire::{
        BaseStep, Figure, Finding, Listing, Mark, Medium, People, Place, Question, QuestionKind,
        Says, Work,
    },
};

use crate::{
    count::{Counted, counted},
    form::{FindingForm, GroupForm, Mapping},
    select::{Condition, Survey},
    tally::Tally,
};

/// All that a mapping says of its data.
pub(crate) struct Findings {
    pub(crate) listing: Listing,
    pub(crate) findings: Vec<Finding>,
}

/// What every entry of a mapping shares.
pub(crate) struct Maker<'a> {
    pub(crate) survey: Survey<'a>,
    pub(crate) mapping: &'a Mapping,
    /// Conditions of `[data]`.
    pub(crate) filter: Vec<Condition<'a>>,
    /// The name of the weight and its values.
    pub(crate) weight: Option<(String, &'a [Option<f64>])>,
    pub(crate) made: Findings,
}

/// One entry among one group.
struct Among<'a> {
    id: String,
    group: Option<&'a GroupForm>,
    conditions: Vec<&'a Condition<'a>>,
}

impl Maker<'_> {
    /// Adds the findings of an entry: one among all, one for each of its groups.
    ///
    /// # Errors
    ///
    /// When it names what the data do not have, or when nobody is in a base.
    pub(crate) fn add(&mut self, entry: &FindingForm) -> Result<(), SourceError> {
        let counted = counted(&self.survey, entry)?;
        let own = self.survey.conditions(&entry.filter)?;
        let id = format!("{}/{}", self.document().stem(), entry.id.get_ref());
        let all = Among {
            id: id.clone(),
            group: None,
            conditions: self.filter.iter().chain(&own).collect(),
        };
        let mut made = vec![self.count(entry, &counted, &all)?];
        for name in &entry.groups {
            let none = || missing(self.document(), "group", name);
            let group = self.mapping.group.get(name.get_ref()).ok_or_else(none)?;
            let conditions = self.survey.conditions(&group.filter)?;
            let among = Among {
                id: format!("{id}-{}", name.get_ref()),
                group: Some(group),
                conditions: self.filter.iter().chain(&own).chain(&conditions).collect(),
            };
            made.push(self.count(entry, &counted, &among)?);
        }
        for (rows, finding) in made {
            let first = self.made.listing.entries.len();
            self.made.listing.entries.extend(rows);
            self.made.findings.push(moved(finding, first));
        }
        Ok(())
    }

    fn document(&self) -> &Document {
        self.survey.document
    }

    /// A finding, and its rows of the list: places count from the first of them.
    fn count(
        &self,
        entry: &FindingForm,
        counted: &Counted<'_>,
        among: &Among<'_>,
    ) -> Result<(Vec<[String; 2]>, Finding), SourceError> {
        let weights = self.weight.as_ref().map(|(_, weights)| *weights);
        let tally = counted.tally(self.survey.answers.cases, weights, &among.conditions);
        let nobody = || {
            let id = &among.id;
            let message = [
                format!("nobody is in the base of `{id}`"),
                format!("personne n'est dans la base de `{id}`"),
            ];
            error(self.document(), &entry.id, message)
        };
        let unsound = || {
            let message =
                ["the weights do not add up to a number", "la somme des poids n'est pas un nombre"];
            error(self.document(), &entry.id, message)
        };
        if tally.cases == 0 {
            return Err(nobody());
        }
        let rows = self.rows(counted, among, &tally).ok_or_else(unsound)?;
        let at = |row: usize| Place::cell(row, 1);
        let page = self.page(entry)?;
        let study = self.document().study_id();
        let age = among.group.and_then(|group| group.age.as_ref()).map(|_| at(rows.len() - 1));
        let says = Says::Share(Figure::at(at(0)));
        let mark = entry.mark.unwrap_or(Mark::Computed);
        let finding = Finding {
            seen_at: page.map(|page| page.url.clone()),
            medium: Medium::Table,
            facets: entry.facets.clone(),
            cut: entry.cut.clone(),
            negated: entry.negated,
            undecided: entry.undecided,
            base: base(entry, among.group),
            people: people(among.group, age),
            n: Some(at(1)),
            n_effective: self.weight.as_ref().map(|_| at(2)),
            question: Some(question(entry, counted)),
            note: entry.note.clone(),
            ..Finding::new(among.id.clone(), study, mark, entry.concept.clone(), says)
        };
        Ok((rows, finding))
    }

    /// The figures of a tally with their addresses: the share, the cases, and with
    /// weights the effective cases and the design effect.
    fn rows(
        &self,
        counted: &Counted<'_>,
        among: &Among<'_>,
        tally: &Tally,
    ) -> Option<Vec<[String; 2]>> {
        let mut address = counted.shown.clone();
        for condition in &among.conditions {
            address.push_str(" | ");
            address.push_str(&condition.shown);
        }
        if let Some((name, _)) = &self.weight {
            address.push_str(" × ");
            address.push_str(name);
        }
        let mut rows = vec![
            [format!("% {address}"), format!("{:.4} %", tally.share()? * 100.0)],
            [format!("n {address}"), tally.cases.to_string()],
        ];
        if self.weight.is_some() {
            // Never more than there are, whatever the sums were rounded to.
            let effective = tally.effective()?.floor().max(1.0);
            rows.push([format!("n_eff {address}"), format!("{effective:.0}")]);
            rows.push([format!("deff {address}"), format!("{:.4}", tally.design_effect()?)]);
        }
        if let Some(age) = among.group.and_then(|group| group.age.as_ref()) {
            rows.push([format!("age {address}"), age.clone()]);
        }
        Some(rows)
    }

    /// The page that describes the data; a mapping with one page need not name it.
    fn page(&self, entry: &FindingForm) -> Result<Option<&Work>, SourceError> {
        page(self.document(), &self.mapping.seen, entry.seen.as_ref())
    }
}

/// A finding whose places count from another row.
fn moved(mut finding: Finding, rows: usize) -> Finding {
    let moved = |place: Place| match place.cell {
        Some([row, column]) => Place::cell(row + rows, column),
        None => place,
    };
    if let Says::Share(figure) = &mut finding.says {
        figure.at = moved(figure.at);
    }
    finding.n = finding.n.map(moved);
    finding.n_effective = finding.n_effective.map(moved);
    if let Some(people) = &mut finding.people {
        people.age = people.age.map(moved);
    }
    finding
}

fn base(entry: &FindingForm, group: Option<&GroupForm>) -> Vec<BaseStep> {
    let added = group.map(|group| group.base.as_slice()).unwrap_or_default();
    steps(entry.base.iter().chain(added))
}

fn people(group: Option<&GroupForm>, age: Option<Place>) -> Option<People> {
    let group = group.filter(|group| age.is_some() || !group.regions.is_empty())?;
    Some(People { regions: group.regions.clone(), age, ..People::default() })
}

fn question(entry: &FindingForm, counted: &Counted<'_>) -> Question {
    let name = entry.variable.as_ref().or(entry.set.as_ref()).unwrap_or(&entry.id);
    let kind = if counted.is_multi() { QuestionKind::Multi } else { QuestionKind::Single };
    Question {
        id: name.get_ref().trim_start_matches('$').to_owned(),
        kind,
        text: None,
        lang: None,
        options: Vec::new(),
        complete: false,
        recall: None,
    }
}
