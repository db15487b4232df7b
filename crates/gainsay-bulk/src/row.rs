//! One row of the claims table, with every column.

use gainsay_claims::wire::Role;
use jiff::civil::Date;

use crate::{claims::Entry, columns::COLUMNS};

/// A row: what each field means is told in [`COLUMNS`].
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the columns are documented in one place")]
pub struct Row {
    pub claim: String,
    pub source: String,
    pub study: String,
    pub publisher: Option<String>,
    pub sponsor: Option<String>,
    pub role: Role,
    pub proposition: String,
    pub conditions: Option<String>,
    pub months: Option<u32>,
    pub collection: Option<String>,
    pub evidence: bool,
    pub left_out: Option<String>,
    pub figure: String,
    pub lo: Option<f64>,
    pub hi: Option<f64>,
    pub n: Option<u64>,
    pub n_effective: Option<f64>,
    pub floor: Option<u64>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub document: String,
    pub line: u32,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// A text.
    Text(&'a str),
    /// A truth value.
    Bool(bool),
    /// A number of things, of a column of [`Kind::U32`](crate::columns::Kind::U32) or
    /// [`Kind::U64`](crate::columns::Kind::U64).
    Count(u64),
    /// A number.
    Number(f64),
    /// A day.
    Date(Date),
}

impl From<Entry<'_>> for Row {
    /// The columns that judging needs; the others are empty.
    fn from(entry: Entry<'_>) -> Self {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        Self {
            claim: entry.claim.to_owned(),
            study: entry.study.to_owned(),
            publisher: owned(entry.publisher),
            proposition: entry.proposition.to_owned(),
            conditions: owned(entry.conditions),
            months: entry.months,
            collection: owned(entry.collection),
            evidence: entry.evidence,
            lo: entry.share.map(|(lo, _)| lo),
            hi: entry.share.map(|(_, hi)| hi),
            n: entry.n,
            n_effective: entry.n_effective,
            floor: entry.floor,
            from: entry.from,
            to: entry.to,
            ..Self::default()
        }
    }
}

impl Row {
    /// The cells of the row, in the order of [`COLUMNS`].
    pub fn cells(&self) -> [Cell<'_>; COLUMNS.len()] {
        [
            Cell::Text(&self.claim),
            Cell::Text(&self.source),
            Cell::Text(&self.study),
            optional(self.publisher.as_deref(), Cell::Text),
            optional(self.sponsor.as_deref(), Cell::Text),
            Cell::Text(role_name(self.role)),
            Cell::Text(&self.proposition),
            optional(self.conditions.as_deref(), Cell::Text),
            optional(self.months, |months| Cell::Count(months.into())),
            optional(self.collection.as_deref(), Cell::Text),
            Cell::Bool(self.evidence),
            optional(self.left_out.as_deref(), Cell::Text),
            Cell::Text(&self.figure),
            optional(self.lo, Cell::Number),
            optional(self.hi, Cell::Number),
            optional(self.n, Cell::Count),
            optional(self.n_effective, Cell::Number),
            optional(self.floor, Cell::Count),
            optional(self.from, Cell::Date),
            optional(self.to, Cell::Date),
            Cell::Text(&self.document),
            Cell::Count(self.line.into()),
        ]
    }
}

fn optional<'a, T>(value: Option<T>, cell: impl FnOnce(T) -> Cell<'a>) -> Cell<'a> {
    value.map_or(Cell::Empty, cell)
}

/// The shortest digits that read back to the same number: `0.25`, `1`, `4.5e-7`, `inf`.
pub(crate) fn digits(number: f64, buffer: &mut zmij::Buffer) -> &str {
    let digits = buffer.format(number);
    digits.strip_suffix(".0").unwrap_or(digits)
}

/// The name of a role in the table.
pub(crate) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Published => "published",
        Role::Cited => "cited",
        Role::Opinion => "opinion",
    }
}

/// The role of a name.
pub fn role_of(name: &str) -> Option<Role> {
    [Role::Published, Role::Cited, Role::Opinion].into_iter().find(|&role| role_name(role) == name)
}
