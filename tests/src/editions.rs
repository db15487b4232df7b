//! A base of real polls in two editions of its table: as published in 2021, and as
//! revised by 2023.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use crate::tree;

/// Where the table stands in the base.
pub const TABLE: &str = "sources/fivethirtyeight/raw-polls.csv";

/// Where the later edition of the table is kept, in the folder that ships.
const LATER: &str = "later/raw-polls.csv";

/// A row of the table: its cells by the labels of their columns.
pub type Row = BTreeMap<String, String>;

/// An edition of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edition {
    /// As published in 2021.
    First,
    /// As published in 2023.
    Later,
}

impl Edition {
    /// Makes the base in a folder, with this edition of the table and without the other.
    ///
    /// # Panics
    /// When a file cannot be read or written.
    pub fn write_base(self, folder: &Path) {
        let mut base = tree::read(&kept(), &["later"]);
        base.insert(TABLE.to_owned(), self.table().into_bytes());
        tree::write(folder, &base);
    }

    /// The table.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn table(self) -> String {
        let path = match self {
            Self::First => TABLE,
            Self::Later => LATER,
        };
        fs::read_to_string(kept().join(path)).expect("the table is kept")
    }

    /// The rows of the table by poll and race, read apart from gainsay: none of its cells
    /// holds a comma.
    ///
    /// # Panics
    /// When it is no table of bare cells.
    pub fn rows(self) -> BTreeMap<[String; 2], Row> {
        let table = self.table();
        let mut lines = table.lines().map(|line| line.split(',').map(str::to_owned));
        let labels: Vec<_> = lines.next().expect("the table has a head").collect();
        let rows = lines.map(|cells| {
            let row: Row = labels.iter().cloned().zip(cells).collect();
            assert_eq!(row.len(), labels.len(), "{row:?}");
            (["poll_id", "race"].map(|column| row[column].clone()), row)
        });
        rows.collect()
    }
}

/// The folder that ships.
fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/us-races")
}
