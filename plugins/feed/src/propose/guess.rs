//! What the columns of a table seem to be, by their names and by what stands in them.

use std::collections::BTreeSet;

use gainsay_plugin::{form::Figures, wire::DateOrder};

use crate::table::Table;

/// Rows that are looked at.
const ROWS: usize = 500;

/// What collectors write where there is nothing.
const MISSING: [&str; 5] = ["NA", "N/A", "n/a", "-", "NaN"];

/// The kinds of a population that a table may have, at most.
const POPULATIONS: usize = 12;

/// What a column tells of a poll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Poll,
    House,
    Sponsor,
    Size,
    First,
    Last,
    Published,
    Population,
    Page,
    Option,
}

/// The names that columns of a role have, most telling first, in lowercase letters only.
const NAMES: [(Role, &[&str]); 10] = [
    (Role::Poll, &["pollid", "idsondage"]),
    (Role::House, &["house", "pollster", "nominstitut", "institut", "institute", "company"]),
    (Role::Sponsor, &["sponsor", "sponsors", "commanditaire", "client"]),
    (Role::Size, &["n", "samplesize", "echantillon", "sample"]),
    (Role::First, &["start", "startdate", "debutenquete", "collectperiodfrom", "from", "debut"]),
    (Role::Last, &["end", "enddate", "finenquete", "collectperiodto", "to", "fin", "polldate"]),
    (Role::Published, &["publdate", "published", "publicationdate", "datepublication"]),
    (Role::Population, &["population", "pop", "universe"]),
    (Role::Page, &["url", "lien", "link"]),
    (Role::Option, &["candidat", "candidatename", "candidate", "answer", "option", "choice"]),
];

/// What a long table calls its figures.
const VALUES: [&str; 6] = ["pct", "percent", "intentions", "share", "value", "support"];

/// What a table seems to be.
#[derive(Debug)]
pub(super) struct Guess<'a> {
    pub(super) roles: Vec<(Role, &'a str)>,
    /// The columns of shares.
    pub(super) values: Vec<&'a str>,
    /// All other columns.
    pub(super) others: Vec<&'a str>,
    /// What stands in cells that say nothing.
    pub(super) missing: Vec<&'static str>,
    pub(super) figures: Figures,
    pub(super) order: Option<DateOrder>,
    /// What stands in the column of populations.
    pub(super) populations: Vec<&'a str>,
}

impl<'a> Guess<'a> {
    pub(super) fn of(table: &'a Table<'a>) -> Self {
        let mut roles: Vec<(Role, &str)> = Vec::new();
        for (role, names) in NAMES {
            let called = |wanted: &&str| table.columns().find(|(name, _)| bare(name) == **wanted);
            let found = names.iter().find_map(called);
            roles.extend(found.map(|(name, _)| (role, name)));
        }
        let has_role = |name: &str| roles.iter().any(|(_, own)| *own == name);
        let mut free: Vec<_> = table.columns().filter(|(name, _)| !has_role(name)).collect();
        free.sort_by_key(|(_, column)| *column);
        let is_share = |&&(_, column): &&(&str, usize)| is_share(table, column);
        let mut values: Vec<_> = free.iter().filter(is_share).map(|(name, _)| *name).collect();
        if roles.iter().any(|(role, _)| *role == Role::Option) {
            let is_called =
                |wanted: &&str| values.iter().copied().find(|name| bare(name) == **wanted);
            if let Some(value) = VALUES.iter().find_map(is_called) {
                values = vec![value];
            }
        }
        let others = free.iter().map(|(name, _)| *name).filter(|name| !values.contains(name));
        let column = |role: Role| {
            let name = roles.iter().find(|(own, _)| *own == role)?.1;
            table.column(name)
        };
        Self {
            others: others.collect(),
            missing: missing(table),
            figures: figures(table, &values),
            order: [Role::First, Role::Last]
                .into_iter()
                .filter_map(column)
                .find_map(|one| order(table, one)),
            populations: column(Role::Population).map_or_else(Vec::new, |one| {
                let words: BTreeSet<_> = told(table, one).collect();
                words.into_iter().take(POPULATIONS).collect()
            }),
            values,
            roles,
        }
    }

    /// The column of a role.
    pub(super) fn role(&self, role: Role) -> Option<&'a str> {
        self.roles.iter().find(|(own, _)| *own == role).map(|(_, name)| *name)
    }

    /// Whether each row is one answer.
    pub(super) fn is_long(&self) -> bool {
        self.role(Role::Option).is_some() && self.values.len() == 1
    }
}

/// The letters of the last part of a column's name, in lowercase.
fn bare(name: &str) -> String {
    let last = name.rsplit('.').next().unwrap_or(name).to_lowercase();
    last.chars().filter(|sign| sign.is_alphabetic()).collect()
}

/// What is told in a column, row by row.
fn told<'a>(table: &'a Table<'a>, column: usize) -> impl Iterator<Item = &'a str> {
    let cells = (0..table.len().min(ROWS)).map(move |row| table.words(row, column));
    cells.filter(|words| !words.is_empty() && !MISSING.contains(words))
}

/// A share, in percent or as a fraction.
fn share(words: &str) -> Option<f64> {
    let number = words.trim_end_matches('%').trim_end().replace(',', ".").parse::<f64>().ok()?;
    (0.0..=100.0).contains(&number).then_some(number)
}

/// Whether a column holds shares only, and not the same one or a row's number throughout.
fn is_share(table: &Table<'_>, column: usize) -> bool {
    let shares: Option<Vec<f64>> = told(table, column).map(share).collect();
    let Some(shares) = shares else { return false };
    let differ = shares.len() == 1 || shares.iter().any(|one| *one != shares[0]);
    differ && shares.iter().any(|one| *one != 0.0 && *one != 1.0)
}

fn missing(table: &Table<'_>) -> Vec<&'static str> {
    let rows = 0..table.len().min(ROWS);
    let columns: Vec<_> = table.columns().map(|(_, column)| column).collect();
    let stands = |mark: &&&str| {
        rows.clone().any(|row| columns.iter().any(|&column| table.words(row, column) == **mark))
    };
    MISSING.iter().filter(stands).copied().collect()
}

fn figures(table: &Table<'_>, values: &[&str]) -> Figures {
    let mut shares = values
        .iter()
        .filter_map(|name| table.column(name))
        .flat_map(|column| told(table, column))
        .filter_map(share)
        .peekable();
    let is_fraction = shares.peek().is_some() && shares.all(|share| share <= 1.0);
    if is_fraction { Figures::Fraction } else { Figures::Percent }
}

/// The order of dates of digits and slashes, if one of them tells it.
fn order(table: &Table<'_>, column: usize) -> Option<DateOrder> {
    let parts = |words: &str| {
        let (first, rest) = words.split_once('/')?;
        let second = rest.split('/').next()?;
        Some((first.parse::<u8>().ok()?, second.parse::<u8>().ok()?))
    };
    told(table, column).filter_map(parts).find_map(|(first, second)| match (first, second) {
        (13.., _) => Some(DateOrder::DayMonthYear),
        (_, 13..) => Some(DateOrder::MonthDayYear),
        _ => None,
    })
}
