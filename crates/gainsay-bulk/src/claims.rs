//! The columns that judging needs, for millions of rows.

use jiff::civil::Date;

use crate::{
    columns::{ALL_ALIKE, YEAR},
    days::Day,
    fault::FaultKind,
    intern::{Hasher, Interner, NONE, Texts},
    row::Row,
};

/// Rows of the claims table, of each what judging needs: about a hundred bytes and its name.
///
/// Rows are numbered from 0 in the order in which they came; no answer depends on that order.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    pub(crate) names: Texts,
    pub(crate) propositions: Interner,
    pub(crate) conditions: Interner,
    pub(crate) publishers: Interner,
    // Studies and collections: a study without a collection is one of its own name.
    pub(crate) studies: Interner,
    pub(crate) rows: Vec<Packed>,
    pub(crate) evidence: u64,
}

/// A row, as small as it goes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Packed {
    pub(crate) lo: f64,
    pub(crate) hi: f64,
    /// Above 0 an effective size, below 0 a number of cases, NaN if neither is known.
    pub(crate) size: f64,
    pub(crate) proposition: u32,
    /// NONE: compared with nothing.
    pub(crate) conditions: u32,
    pub(crate) study: u32,
    pub(crate) collection: u32,
    /// NONE: not told.
    pub(crate) publisher: u32,
    pub(crate) months: u32,
    /// 0: the policy's.
    pub(crate) floor: u32,
    /// The first day.
    pub(crate) start: Day,
    /// The day after the last one.
    pub(crate) free: Day,
}

/// What is told of a row to be judged; each field is the column of its name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Entry<'a> {
    /// Id of the claim, which may be no other row's.
    pub claim: &'a str,
    /// Id of the data collection.
    pub study: &'a str,
    /// What the figure is about.
    pub proposition: &'a str,
    /// What must be the same; none is not disclosed, and comparable with nothing.
    pub conditions: Option<&'a str>,
    /// Who published it.
    pub publisher: Option<&'a str>,
    /// One name for studies that depend on each other.
    pub collection: Option<&'a str>,
    /// How many months apart periods may lie; none is a year.
    pub months: Option<u32>,
    /// Whether it is compared at all.
    pub evidence: bool,
    /// Ends of the share, as fractions; has to be there if it is compared.
    pub share: Option<(f64, f64)>,
    /// Number of cases.
    pub n: Option<u64>,
    /// Effective size; infinite for a census.
    pub n_effective: Option<f64>,
    /// Size that any plausible survey reaches.
    pub floor: Option<u64>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl<'a> Entry<'a> {
    /// The row of a table that has only these columns, and everything else alike.
    pub fn new(claim: &'a str, study: &'a str, proposition: &'a str, share: (f64, f64)) -> Self {
        Self {
            claim,
            study,
            proposition,
            conditions: Some(ALL_ALIKE),
            evidence: true,
            share: Some(share),
            ..Self::default()
        }
    }
}

impl<'a> From<&'a Row> for Entry<'a> {
    fn from(row: &'a Row) -> Self {
        Self {
            claim: &row.claim,
            study: &row.study,
            proposition: &row.proposition,
            conditions: row.conditions.as_deref(),
            publisher: row.publisher.as_deref(),
            collection: row.collection.as_deref(),
            months: row.months,
            evidence: row.evidence,
            share: row.lo.zip(row.hi),
            n: row.n,
            n_effective: row.n_effective,
            floor: row.floor,
            from: row.from,
            to: row.to,
        }
    }
}

impl Claims {
    /// Adds a row and tells its number.
    ///
    /// # Errors
    /// What is wrong with the row, which is then not added. That a claim is there twice is told by
    /// [`drop_repeated`](Self::drop_repeated).
    pub fn push(&mut self, entry: &Entry<'_>) -> Result<u32, FaultKind> {
        self.add(entry, &Measures::of(entry)?)
    }

    /// Adds a row whose numbers and days were looked at before: of the entry only the texts count.
    pub(crate) fn add(&mut self, texts: &Entry<'_>, measures: &Measures) -> Result<u32, FaultKind> {
        let packed = self.pack(texts, measures).ok_or(FaultKind::TooMany)?;
        let number = self.names.push(texts.claim).ok_or(FaultKind::TooMany)?;
        self.evidence += u64::from(packed.proposition != NONE);
        self.rows.push(packed);
        Ok(number)
    }

    /// Makes the columns of rows.
    ///
    /// The faults are those of [`push`](Self::push), each with the number of its row.
    pub fn from_rows<'a>(rows: impl IntoIterator<Item = &'a Row>) -> (Self, Vec<(u64, FaultKind)>) {
        let (mut claims, mut faults) = (Self::default(), Vec::new());
        let mut numbers = Vec::new();
        for (number, row) in (0..).zip(rows) {
            match claims.push(&Entry::from(row)) {
                Ok(_) => numbers.push(number),
                Err(fault) => faults.push((number, fault)),
            }
        }
        for row in claims.drop_repeated() {
            let name = claims.name(row).to_owned();
            faults.push((numbers[row as usize], FaultKind::Repeated(name)));
        }
        faults.sort_by_key(|(number, _)| *number);
        (claims, faults)
    }

    /// Leaves out every row whose claim an earlier row has, and tells their numbers in order.
    pub fn drop_repeated(&mut self) -> Vec<u32> {
        let names = &self.names;
        let count = u32::try_from(names.len()).unwrap_or(NONE);
        // Names that are numbered are in order of their lengths, too.
        let order = |row| (names.get(row).len(), names.get(row));
        let in_order = (1..count).all(|row| names.get(row - 1) < names.get(row))
            || (1..count).all(|row| order(row - 1) < order(row));
        if in_order {
            return Vec::new();
        }
        let hasher = Hasher::default();
        let mut hashed: Vec<(u64, u32)> =
            (0..count).map(|row| (hasher.hash(names.get(row).as_bytes()), row)).collect();
        hashed.sort_unstable();
        let mut repeated: Vec<u32> = hashed
            .chunk_by(|one, other| one.0 == other.0)
            .filter(|run| run.len() > 1)
            .flat_map(|run| {
                run.iter().enumerate().filter_map(|(place, &(_, row))| {
                    let mut before = run[..place].iter();
                    before.any(|&(_, first)| names.get(first) == names.get(row)).then_some(row)
                })
            })
            .collect();
        repeated.sort_unstable();
        for &row in &repeated {
            let packed = &mut self.rows[row as usize];
            self.evidence -= u64::from(packed.proposition != NONE);
            packed.proposition = NONE;
        }
        repeated
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The claim of a row; empty if there is no such row.
    pub fn name(&self, row: u32) -> &str {
        self.names.get(row)
    }

    /// The proposition of a row that is compared; empty for any other.
    pub fn proposition(&self, row: u32) -> &str {
        let number = self.rows.get(row as usize).map_or(NONE, |packed| packed.proposition);
        if number == NONE { "" } else { self.propositions.get(number) }
    }

    /// Packs a row; none if its texts do not fit.
    fn pack(&mut self, texts: &Entry<'_>, measures: &Measures) -> Option<Packed> {
        let number = |known: &mut Interner, text: Option<&str>| match text {
            None | Some("") => Some(NONE),
            Some(text) => known.number(text),
        };
        let &Measures { evidence, lo, hi, size, months, floor, days } = measures;
        let study = self.studies.number(texts.study)?;
        let collection = number(&mut self.studies, texts.collection)?;
        let proposition = Some(texts.proposition).filter(|_| evidence);
        let conditions = texts.conditions.filter(|_| days.is_some());
        let (start, free) = days.unwrap_or((Day(0), Day(0)));
        Some(Packed {
            lo,
            hi,
            size,
            proposition: number(&mut self.propositions, proposition)?,
            conditions: number(&mut self.conditions, conditions)?,
            study,
            collection: if collection == NONE { study } else { collection },
            publisher: number(&mut self.publishers, texts.publisher)?,
            months,
            floor,
            start,
            free,
        })
    }
}

/// The numbers and days of a row, as they are packed.
pub(crate) struct Measures {
    evidence: bool,
    lo: f64,
    hi: f64,
    size: f64,
    months: u32,
    floor: u32,
    days: Option<(Day, Day)>,
}

impl Measures {
    /// Looks at an entry.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(crate) fn of(entry: &Entry<'_>) -> Result<Self, FaultKind> {
        let required = [("study", entry.study), ("proposition", entry.proposition)];
        if let Some((column, _)) =
            required.iter().find(|(_, text)| text.is_empty() && entry.evidence)
        {
            return Err(FaultKind::EmptyCell(column));
        }
        let (size, days) = (size(entry)?, days(entry)?);
        let (lo, hi) = share(entry)?;
        Ok(Self {
            evidence: entry.evidence,
            lo,
            hi,
            size,
            months: entry.months.unwrap_or(YEAR),
            floor: entry.floor.map_or(0, |floor| u32::try_from(floor).unwrap_or(u32::MAX)),
            days,
        })
    }
}

fn share(entry: &Entry<'_>) -> Result<(f64, f64), FaultKind> {
    match entry.share {
        Some((lo, hi)) if 0.0 <= lo && lo <= hi && hi <= 1.0 => Ok((lo, hi)),
        Some(_) => Err(FaultKind::NotInOrder),
        None if entry.evidence => Err(FaultKind::NothingToCompare),
        None => Ok((0.0, 1.0)),
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no survey asks more people than a double can count"
)]
fn size(entry: &Entry<'_>) -> Result<f64, FaultKind> {
    match (entry.n_effective, entry.n) {
        (Some(size), _) if size > 0.0 => Ok(size),
        (None, Some(n)) if n > 0 => Ok(-(n as f64)),
        (None, None) => Ok(f64::NAN),
        _ => Err(FaultKind::NoSize),
    }
}

/// The first day and the one after the last; none if neither day is known.
fn days(entry: &Entry<'_>) -> Result<Option<(Day, Day)>, FaultKind> {
    let Some(from) = entry.from.or(entry.to) else { return Ok(None) };
    let to = entry.to.unwrap_or(from);
    if to < from {
        return Err(FaultKind::Backwards);
    }
    Ok(Some((Day::new(from), Day::after(to))))
}
