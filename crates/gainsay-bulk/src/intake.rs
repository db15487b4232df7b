//! What is the same of every form of the table while it is read.

use crate::{
    cells::missing,
    claims::{Claims, Entry, Measures},
    columns::place,
    fault::{FaultKind, Faults, clean},
};

/// What is to be judged, as rows come in.
pub struct Intake<'n> {
    name: &'n str,
    claims: Claims,
    // Of each row that was taken.
    lines: Vec<u64>,
}

impl<'n> Intake<'n> {
    /// Begins with no row; `name` is what faults call the table.
    pub fn new(name: &'n str) -> Self {
        Self { name, claims: Claims::default(), lines: Vec::new() }
    }

    /// Takes in a row, and the line or number by which faults tell it.
    ///
    /// # Errors
    /// As for [`Claims::push`].
    pub fn add(&mut self, entry: &Entry<'_>, line: u64) -> Result<(), FaultKind> {
        self.add_measured(entry, &Measures::of(entry)?, line)
    }

    /// Takes in a row whose numbers and days were looked at before.
    pub(crate) fn add_measured(
        &mut self,
        texts: &Entry<'_>,
        measures: &Measures,
        line: u64,
    ) -> Result<(), FaultKind> {
        self.claims.add(texts, measures)?;
        self.lines.push(line);
        Ok(())
    }

    /// The line of every row that was taken.
    pub fn lines(&self) -> &[u64] {
        &self.lines
    }

    /// Leaves out what stands twice, and adds that to the other faults.
    pub fn end(mut self, mut faults: Faults) -> (Claims, Faults) {
        for row in self.claims.drop_repeated() {
            let kind = FaultKind::Repeated(clean(self.claims.name(row)));
            faults.add(self.name, self.lines[row as usize], None, kind);
        }
        faults.sort();
        (self.claims, faults)
    }
}

/// For each name of a column its place in [`COLUMNS`](crate::columns::COLUMNS), if it has one.
#[derive(Default)]
pub struct Header {
    /// The places.
    pub places: Vec<Option<usize>>,
    /// Whether rows can be read by them: no name stands twice, and none is missing.
    pub is_readable: bool,
}

impl Header {
    /// Reads the names of columns, which stand in this line of the table.
    pub fn read(table: &str, line: u64, names: &[&str], faults: &mut Faults) -> Self {
        let mut header = Self { places: Vec::new(), is_readable: true };
        for (index, &column) in names.iter().enumerate() {
            let found = place(column);
            if found.is_none() {
                let kind = FaultKind::UnknownColumn(clean(column));
                faults.add(table, line, Some(index + 1), kind);
            } else if header.places.contains(&found) {
                header.is_readable = false;
                let kind = FaultKind::RepeatedColumn(clean(column));
                faults.add(table, line, Some(index + 1), kind);
            }
            header.places.push(found);
        }
        if let Some(column) = missing(|column| names.contains(&column)) {
            header.is_readable = false;
            faults.add(table, line, None, FaultKind::MissingColumn(column));
        }
        header
    }

    /// The number of the column of a place, from 1.
    pub fn number(&self, place: usize) -> Option<usize> {
        self.places.iter().position(|one| *one == Some(place)).map(|index| index + 1)
    }
}
