//! Polls: which rows are sound, which of them are one poll, and its study.

mod fault;

use std::collections::HashMap;

use gainsay_plugin::{
    Names, SourceDiagnostic, Wave,
    form::cases,
    grouped, shared_days, slug,
    wire::{Dependence, Mark, Notation, People, StudyRecord, Work},
};

use crate::{
    columns::{Condition, Row},
    mapping::Mapping,
    template::Template,
};

/// The rows of a poll; there is at least one.
pub(crate) struct Poll<'m> {
    /// What it is called in ids.
    pub(crate) name: String,
    pub(crate) rows: Vec<Row<'m>>,
    /// Whom the study is about; rows may be about others.
    pub(crate) universe: Option<String>,
    depends_on: Vec<Dependence>,
}

/// The sound rows that are read, and what is wrong with the others.
pub(crate) fn sound_rows<'m>(mapping: &'m Mapping<'_>) -> (Vec<Row<'m>>, Vec<SourceDiagnostic>) {
    let (mut sound, mut remarks) = (Vec::new(), Vec::new());
    let mut lines: HashMap<Vec<&str>, usize> = HashMap::new();
    for index in 0..mapping.cells.table.len() {
        let row = Row { cells: &mapping.cells, index };
        if !all_hold(&mapping.poll.filter, row) {
            continue;
        }
        if let Some(remark) = fault::fault(mapping, row) {
            remarks.push(remark);
            continue;
        }
        let number = mapping.cells.table.number(index);
        let says = mapping.read.iter().map(|&column| row.get(column)).collect();
        let first = *lines.entry(says).or_insert(number);
        match first == number {
            true => sound.push(row),
            false => {
                let message = [
                    format!("says the same as row {first}"),
                    format!("dit la même chose que la ligne {first}"),
                ];
                remarks.push(row.remark(None, message));
            }
        }
    }
    (sound, remarks)
}

/// Brings the rows of each poll together, in the order of their first.
pub(crate) fn polls<'m>(mapping: &'m Mapping<'_>, rows: Vec<Row<'m>>) -> Vec<Poll<'m>> {
    let by = &mapping.poll.by;
    let polls = match by.is_empty() {
        true => rows.into_iter().map(|row| vec![row]).collect(),
        false => grouped(rows, |row| by.iter().map(|&one| row.get(one)).collect::<Vec<_>>()),
    };
    let mut names = Names::default();
    let named = polls.into_iter().map(|rows| {
        let name = names.give(slug(&mapping.poll.id.fill(rows[0])));
        let universe = mapping.universe(widest(mapping, &rows));
        Poll { name, rows, universe, depends_on: Vec::new() }
    });
    let mut polls: Vec<_> = named.collect();
    let dependences = dependences(mapping, &polls);
    for (poll, depends_on) in polls.iter_mut().zip(dependences) {
        poll.depends_on = depends_on;
    }
    polls
}

/// For each poll, the earlier ones that it shares respondents with.
fn dependences(mapping: &Mapping<'_>, polls: &[Poll<'_>]) -> Vec<Vec<Dependence>> {
    let Some(rolling) = &mapping.poll.rolling else { return Vec::new() };
    let day = |poll: &Poll<'_>, column: Option<usize>| {
        let day = column.and_then(|column| poll.rows[0].day(column));
        day.map_or_else(String::new, |day| day.to_string())
    };
    let wave = |poll: &Poll<'_>| Wave {
        study: mapping.study_id(poll),
        house: mapping.poll.publisher.fill(poll.rows[0]),
        first: day(poll, mapping.poll.first),
        last: day(poll, mapping.poll.last),
        rolling: poll.rows.iter().any(|row| all_hold(rolling, *row)),
    };
    shared_days(&polls.iter().map(wave).collect::<Vec<_>>())
}

/// The row of most cases, the first of equals: registered voters are broken out of adults.
fn widest<'m>(mapping: &Mapping<'_>, rows: &[Row<'m>]) -> Row<'m> {
    let size = |row: &Row<'_>| {
        let words = mapping.poll.n.map_or("", |column| row.get(column));
        let cases = cases(words).or_else(|| fault::number(words));
        // The bits of positive numbers stand in their order.
        cases.map_or(0, f64::to_bits)
    };
    // The first of equals, as `max_by_key` would take the last.
    rows.iter().rev().max_by_key(|row| size(row)).copied().unwrap_or(rows[0])
}

pub(crate) fn all_hold(conditions: &[Condition<'_>], row: Row<'_>) -> bool {
    conditions.iter().all(|one| one.holds(row))
}

impl Mapping<'_> {
    /// The study of a poll.
    pub(crate) fn study(&self, poll: &Poll<'_>) -> StudyRecord {
        let (first, widest) = (poll.rows[0], widest(self, &poll.rows));
        let at = |column: Option<usize>| column.and_then(|column| first.at(column));
        let said = |template: &Option<Template>| {
            template.as_ref().map(|one| one.fill(first)).filter(|words| !words.is_empty())
        };
        StudyRecord {
            id: self.study_id(poll),
            at: first.start(),
            title: self.poll.title.fill(first),
            publisher: self.poll.publisher.fill(first),
            conducted_by: said(&self.poll.conducted_by),
            sponsor: said(&self.poll.sponsor),
            edition: said(&self.poll.edition),
            fieldwork: at(self.poll.first),
            fieldwork_end: at(self.poll.last),
            published: at(self.poll.published),
            n: self.poll.n.and_then(|column| widest.at(column)),
            people: People { universe: poll.universe.clone(), ..self.study.people.clone() },
            notation: self.notation(poll),
            limitations: self.limitations(poll),
            works: self.works(poll),
            depends_on: poll.depends_on.clone(),
            ..self.study.clone()
        }
    }

    fn study_id(&self, poll: &Poll<'_>) -> String {
        format!("{}/{}", self.cells.table.document.source, poll.name)
    }

    /// Whom a row is about.
    pub(crate) fn universe(&self, row: Row<'_>) -> Option<String> {
        let own = self.poll.universe.as_ref().map(|one| one.fill(row));
        own.filter(|words| !words.is_empty()).or_else(|| self.study.people.universe.clone())
    }

    /// How a poll rounded its shares: to whole percents, to half ones, or to the decimal
    /// that is written, where the table writes them all with one.
    fn notation(&self, poll: &Poll<'_>) -> Notation {
        if !self.form.poll.padded {
            return self.study.notation;
        }
        let all = |is: fn(&str) -> bool| {
            let mut shares = poll.rows.iter().flat_map(|row| self.shares(*row));
            shares.all(|(_, column, row)| is(row.get(column)))
        };
        let padded_shares = all(|share| share.ends_with(".0"));
        let half_points =
            !padded_shares && all(|share| share.ends_with(".0") || share.ends_with(".5"));
        Notation { padded_shares, half_points, ..self.study.notation }
    }

    fn limitations(&self, poll: &Poll<'_>) -> Vec<String> {
        let of_poll = |(says, conditions): &(Template, Vec<Condition<'_>>)| {
            let row = poll.rows.iter().find(|row| all_hold(conditions, **row))?;
            Some(says.fill(*row))
        };
        let own = self.limitations.iter().filter_map(of_poll);
        self.study.limitations.iter().cloned().chain(own).collect()
    }

    /// The pages of the table, and those of the publisher that it names.
    fn works(&self, poll: &Poll<'_>) -> Vec<Work> {
        let mut works = self.study.works.clone();
        for row in &poll.rows {
            let url = self.poll.page.map_or("", |column| row.get(column));
            if !url.is_empty() && works.iter().all(|work| work.url != url) {
                works.push(Work { url: url.to_owned(), mark: Mark::CitedOnly });
            }
        }
        works
    }
}
