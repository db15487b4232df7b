//! Reading of the reference tables, and comparison with them.

use std::collections::BTreeMap;
use std::path::Path;

use gainsay_judge::stats::{Alpha, DesignEffect, Effective, Ends, Sample, SampleSize};

/// One line of a table, by column name.
pub(crate) struct Row(BTreeMap<String, String>);

/// Reads all lines of a table, of which there is at least one.
pub(crate) fn rows(file: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(file);
    let mut reader = csv::Reader::from_path(path).expect("the table is there");
    let rows: Vec<Row> =
        reader.deserialize().map(|row| Row(row.expect("the table is regular"))).collect();
    assert!(!rows.is_empty(), "{file} has no rows");
    rows
}

impl Row {
    #[track_caller]
    pub(crate) fn text(&self, column: &str) -> &str {
        self.0.get(column).unwrap_or_else(|| panic!("no column {column}"))
    }

    #[track_caller]
    pub(crate) fn number(&self, column: &str) -> f64 {
        self.text(column).parse().expect("a number")
    }

    #[track_caller]
    pub(crate) fn flag(&self, column: &str) -> bool {
        self.text(column) == "True"
    }

    pub(crate) fn alpha(&self) -> Alpha {
        Alpha::new(self.number("alpha")).expect("a level")
    }

    pub(crate) fn deff(&self, column: &str) -> DesignEffect {
        DesignEffect::new(self.number(column)).expect("a design effect")
    }

    pub(crate) fn ends(&self, lo: &str, hi: &str) -> Ends {
        Ends::new(self.number(lo), self.number(hi)).expect("a reporting set")
    }

    pub(crate) fn size(&self, column: &str) -> SampleSize {
        SampleSize::new(self.number(column)).expect("a size")
    }

    pub(crate) fn sample(&self, count: &str, size: &str) -> Sample {
        let m = self.number(size);
        let size = Effective::new(m).expect("an effective size");
        Sample::new(self.number(count) / m, size).expect("a share")
    }

    /// Asserts that a closed form gives the number in the column.
    #[track_caller]
    pub(crate) fn check(&self, column: &str, computed: f64) {
        self.close(column, computed, 1e-12);
    }

    /// Asserts that a statistic gives the number in the column, where both rest on a root of a
    /// cubic equation that loses digits for small shares.
    #[track_caller]
    pub(crate) fn check_cubic(&self, column: &str, computed: f64) {
        self.close(column, computed, 1e-10);
    }

    /// Asserts that a probability is the number in the column.
    #[track_caller]
    pub(crate) fn check_p(&self, column: &str, computed: f64) {
        let expected = self.number(column);
        let close = (computed - expected).abs() <= 1e-9 * expected;
        assert!(close, "{column}: {computed} is not {expected} in {:?}", self.0);
    }

    #[track_caller]
    fn close(&self, column: &str, computed: f64, tolerance: f64) {
        let expected = self.number(column);
        let close = computed == expected
            || (computed - expected).abs() <= tolerance * expected.abs().max(1.0);
        assert!(close, "{column}: {computed} is not {expected} in {:?}", self.0);
    }
}
