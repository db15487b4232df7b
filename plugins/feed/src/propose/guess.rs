//! What the columns of a table seem to be, by their names and by what stands in them.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_plugin::{form::Figures, slug, wire::DateOrder};

use super::{askings, sums::Sums};
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
    /// How many of them answered the question.
    Part,
    First,
    Last,
    Published,
    Population,
    Page,
    /// The wording of the question.
    Text,
    Option,
}

/// The names that columns of a role have, most telling first, in lowercase letters only.
const NAMES: [(Role, &[&str]); 12] = [
    (Role::Poll, &["pollid", "surveyid", "idsondage", "sondageid", "id"]),
    (Role::House, &["house", "pollster", "nominstitut", "institut", "institute", "company"]),
    (Role::Sponsor, &["sponsor", "sponsors", "commanditaire", "client"]),
    (
        Role::Size,
        &[
            "n",
            "samplesize",
            "echantillon",
            "sample",
            "effectif",
            "effectifs",
            "tailleechantillon",
            "interviews",
            "respondents",
            "base",
        ],
    ),
    (Role::Part, &["souséchantillon", "sousechantillon", "subsample", "subsamplesize"]),
    (Role::First, &["start", "startdate", "debutenquete", "collectperiodfrom", "from", "debut"]),
    (
        Role::Last,
        &[
            "end",
            "enddate",
            "finenquete",
            "collectperiodto",
            "to",
            "fin",
            "polldate",
            "day",
            "jour",
            "date",
        ],
    ),
    (Role::Published, &["publdate", "published", "publicationdate", "datepublication"]),
    (Role::Population, &["population", "pop", "universe"]),
    (Role::Page, &["url", "lien", "link"]),
    (Role::Text, &["text", "wording", "questiontext", "questionwording", "libelle"]),
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
    /// Whether numbers of cases have decimals, after a point.
    pub(super) has_decimals: bool,
    /// Whether a poll has several rows for one answer, or in a wide table several at all.
    pub(super) is_grouped: bool,
    /// The columns that tell one question of a poll from another.
    pub(super) askings: Vec<&'a str>,
    /// What the shares of a poll come to.
    pub(super) sums: Sums<'a>,
    /// Whether whole shares are written with a decimal.
    pub(super) is_padded: bool,
    /// What stands in the column of populations.
    pub(super) populations: Vec<&'a str>,
}

impl<'a> Guess<'a> {
    pub(super) fn of(table: &'a Table<'a>) -> Self {
        let mut roles: Vec<(Role, &str)> = Vec::new();
        for (role, names) in NAMES {
            // Of several, the outermost: an answer's own number is none of the poll.
            let called = |wanted: &&str| {
                let alike = table.columns().filter(|(name, _)| bare(name) == **wanted);
                alike.min_by_key(|(name, _)| name.split('.').count())
            };
            let found = names.iter().find_map(called);
            let found = found.filter(|(_, id)| role != Role::Poll || is_poll(table, *id));
            roles.extend(found.map(|(name, _)| (role, name)));
        }
        let has_role = |name: &str| roles.iter().any(|(_, own)| *own == name);
        let mut free: Vec<_> = table.columns().filter(|(name, _)| !has_role(name)).collect();
        free.sort_by_key(|(_, column)| *column);
        let is_share = |&&(_, column): &&(&str, usize)| is_share(table, column);
        let mut values: Vec<_> = free.iter().filter(is_share).map(|(name, _)| *name).collect();
        let is_called = |wanted: &&str| values.iter().copied().find(|name| bare(name) == **wanted);
        let called = VALUES.iter().find_map(is_called);
        let only = called.or(values.first().copied().filter(|_| values.len() == 1));
        let has_option = roles.iter().any(|(role, _)| *role == Role::Option);
        let beside = only.filter(|_| !has_option).and_then(|value| {
            let in_list = |&&(name, column): &&(&str, usize)| {
                list_of(name).is_some() && list_of(name) == list_of(value) && is_text(table, column)
            };
            free.iter().find(in_list).map(|(name, _)| *name)
        });
        roles.extend(beside.map(|name| (Role::Option, name)));
        if let Some(value) = called.filter(|_| has_option || beside.is_some()) {
            values = vec![value];
        }
        let others = free.iter().map(|(name, _)| *name);
        let others = others.filter(|name| !values.contains(name) && beside != Some(*name));
        let others: Vec<&str> = others.collect();
        let column = |role: Role| {
            let name = roles.iter().find(|(own, _)| *own == role)?.1;
            table.column(name)
        };
        Self {
            missing: missing(table),
            figures: figures(table, &values),
            order: [Role::First, Role::Last]
                .into_iter()
                .filter_map(column)
                .find_map(|one| order(table, one)),
            populations: column(Role::Population).map_or_else(Vec::new, |one| {
                let all = (0..table.len()).map(|row| table.words(row, one));
                let words: BTreeSet<_> = all.filter(|words| !words.is_empty()).collect();
                words.into_iter().take(POPULATIONS).collect()
            }),
            has_decimals: [Role::Size, Role::Part]
                .into_iter()
                .filter_map(column)
                .any(|one| has_decimals(table, one)),
            is_padded: is_padded(table, &values),
            sums: Sums::OfOne,
            is_grouped: false,
            askings: Vec::new(),
            values,
            others,
            roles,
        }
        .with_askings(table)
        .with_sums(table)
    }

    /// With the columns that tell the rows of a poll apart.
    fn with_askings(self, table: &Table<'a>) -> Self {
        let poll = numbers(table, self.known_by());
        let is_repeated = || self.is_long() || askings::are_repeated(table, &poll);
        if poll.is_empty() || !is_repeated() {
            return self;
        }
        let rows = [Role::Population, Role::Option].into_iter().filter_map(|role| self.role(role));
        let key = [&poll[..], &numbers(table, rows)].concat();
        let words = numbers(table, self.others.iter().copied());
        let words: Vec<_> = words.into_iter().filter(|&one| is_text(table, one)).collect();
        let telling = askings::telling(table, &key, &words);
        let is_telling = |name: &&str| table.column(name).is_some_and(|one| telling.contains(&one));
        let (askings, others) = self.others.iter().copied().partition(is_telling);
        Self { is_grouped: true, askings, others, ..self }
    }

    /// With what the shares of each question come to.
    fn with_sums(self, table: &Table<'a>) -> Self {
        let question = self.known_by().into_iter().chain(self.role(Role::Population));
        let question = numbers(table, question.chain(self.askings.iter().copied()));
        let key = if self.is_long() { question } else { Vec::new() };
        let sums = Sums::of(table, &key, &self.values, self.figures);
        let is_beside = |name: &&str| matches!(&sums, Sums::Beside(all) if all.contains(name));
        let values = self.values.iter().copied().filter(|name| !is_beside(name)).collect();
        Self { sums, values, ..self }
    }

    /// The column of a role.
    pub(super) fn role(&self, role: Role) -> Option<&'a str> {
        self.roles.iter().find(|(own, _)| *own == role).map(|(_, name)| *name)
    }

    /// The column of the last day, or of the one that there is.
    pub(super) fn day(&self) -> Option<&'a str> {
        [Role::Last, Role::First, Role::Published].into_iter().find_map(|role| self.role(role))
    }

    /// The columns that tell a poll from others: its id, if it has one.
    pub(super) fn known_by(&self) -> Vec<&'a str> {
        if let Some(poll) = self.role(Role::Poll) {
            return vec![poll];
        }
        let roles = [Role::House, Role::First, Role::Last, Role::Published];
        roles.into_iter().filter_map(|role| self.role(role)).collect()
    }

    /// Whether each row is one answer.
    pub(super) fn is_long(&self) -> bool {
        self.role(Role::Option).is_some() && self.values.len() == 1
    }
}

/// The numbers of columns.
fn numbers<'n>(table: &Table<'_>, names: impl IntoIterator<Item = &'n str>) -> Vec<usize> {
    names.into_iter().filter_map(|name| table.column(name)).collect()
}

/// The letters of the last part of a column's name, in lowercase and without accents.
pub(super) fn bare(name: &str) -> String {
    let last = slug(name.rsplit('.').next().unwrap_or(name));
    last.chars().filter(|sign| sign.is_alphabetic()).collect()
}

/// The list in which a column of a text in JSON stands.
fn list_of(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(list, _)| list)
}

/// Whether a column holds words that are no numbers.
fn is_text(table: &Table<'_>, column: usize) -> bool {
    let mut words = told(table, column).peekable();
    words.peek().is_some() && words.all(|one| one.parse::<f64>().is_err())
}

/// Whether an id is one of polls: all of its rows have one house and the same days, and it
/// does not number rows that have these in common.
fn is_poll(table: &Table<'_>, id: usize) -> bool {
    let roles = [Role::House, Role::First, Role::Last];
    let names = NAMES.iter().filter(|(role, _)| roles.contains(role)).flat_map(|(_, names)| *names);
    let names: Vec<_> = names.collect();
    let columns = table.columns().filter(|(name, _)| names.contains(&&bare(name).as_str()));
    let columns: Vec<_> = columns.map(|(_, column)| column).collect();
    let says = |row: usize| columns.iter().map(|&one| table.words(row, one)).collect::<Vec<_>>();
    let mut polls: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let is_one = (0..table.len().min(ROWS)).all(|row| {
        let poll = table.words(row, id);
        !poll.is_empty() && *polls.entry(poll).or_insert_with(|| says(row)) == says(row)
    });
    let kinds: BTreeSet<_> = polls.values().collect();
    is_one && (polls.len() < table.len().min(ROWS) || kinds.len() == polls.len())
}

/// What is told in a column, row by row.
fn told<'a>(table: &'a Table<'a>, column: usize) -> impl Iterator<Item = &'a str> {
    let cells = (0..table.len().min(ROWS)).map(move |row| table.words(row, column));
    cells.filter(|words| !words.is_empty() && !MISSING.contains(words))
}

/// A share, in percent or as a fraction.
pub(super) fn share(words: &str) -> Option<f64> {
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

/// Whether all shares have one decimal, of which most are none.
fn is_padded(table: &Table<'_>, values: &[&str]) -> bool {
    let columns = values.iter().filter_map(|name| table.column(name));
    let shares: Vec<&str> = columns.flat_map(|column| told(table, column)).collect();
    let has_one = |words: &&&str| words.split_once('.').is_some_and(|(_, rest)| rest.len() == 1);
    let none = shares.iter().filter(|words| words.ends_with(".0")).count();
    shares.iter().all(|words| has_one(&words)) && 2 * none > shares.len()
}

/// Whether a column holds numbers that are not whole.
fn has_decimals(table: &Table<'_>, column: usize) -> bool {
    let is_broken = |words: &str| {
        let (whole, decimals) = words.split_once('.')?;
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        // Three digits may be thousands.
        (is_digits(whole) && is_digits(decimals) && decimals.len() != 3).then_some(())
    };
    told(table, column).filter_map(is_broken).next().is_some()
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
