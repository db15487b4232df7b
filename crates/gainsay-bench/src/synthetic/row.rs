//! One claim of a table, as CSV has it.

use std::fmt;

use super::dates::Day;

/// The columns of a table, those of the claims table that judging needs.
pub const HEADER: &str =
    "claim,study,publisher,proposition,conditions,months,lo,hi,n,n_effective,from,to";

/// A claim, and the truth behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number in the table, from 0.
    pub claim: u64,
    /// The number of its study.
    pub study: u64,
    /// The number of the house that published it.
    pub publisher: u64,
    /// The rank of its proposition, from 1; the first has most claims.
    pub proposition: u64,
    /// What must be alike for two claims to be compared; none where it is not disclosed.
    pub conditions: Option<&'static str>,
    /// The lower end of its reporting set, in two thousandths.
    pub lo: u32,
    /// The upper end, likewise.
    pub hi: u32,
    /// How many were asked, and the effective size in tenths, if that is disclosed.
    pub size: Option<(u64, u64)>,
    /// The first day of the fieldwork.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// The share that is true of those whom the study could ask, a fraction.
    pub truth: f64,
    /// Whether that share differs from what is true of everybody: a conflict that is there.
    pub is_displaced: bool,
}

impl Row {
    /// The lower end of the reporting set, as a fraction.
    pub fn lower(&self) -> f64 {
        f64::from(self.lo) / 2000.0
    }

    /// The upper end, likewise.
    pub fn upper(&self) -> f64 {
        f64::from(self.hi) / 2000.0
    }
}

impl fmt::Display for Row {
    /// The row of a CSV file, without its end of line. No cell needs quotes.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { claim, study, publisher, proposition, .. } = self;
        let conditions = self.conditions.unwrap_or_default();
        write!(to, "c{claim},house-{publisher}/{study},house-{publisher},")?;
        write!(to, "holds[statement={proposition}],{conditions},0,")?;
        write!(to, "{},{},", Share(self.lo), Share(self.hi))?;
        match self.size {
            Some((n, tenths)) => write!(to, "{n},{}.{}", tenths / 10, tenths % 10)?,
            None => to.write_str(",")?,
        }
        write!(to, ",{},{}", self.from, self.to)
    }
}

/// A share in two thousandths as a decimal fraction, without zeros that say nothing.
struct Share(u32);

impl fmt::Display for Share {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 2000, self.0 % 2000 * 5);
        match rest {
            0 => write!(to, "{whole}"),
            _ if rest.is_multiple_of(100) => write!(to, "{whole}.{:02}", rest / 100),
            _ if rest.is_multiple_of(10) => write!(to, "{whole}.{:03}", rest / 10),
            _ => write!(to, "{whole}.{rest:04}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_written_exactly() {
        let written = [0, 1, 10, 550, 1000, 1999, 2000].map(|one| Share(one).to_string());
        assert_eq!(written, ["0", "0.0005", "0.005", "0.275", "0.50", "0.9995", "1"]);
        for one in 0..=2000 {
            let read: f64 = Share(one).to_string().parse().unwrap();
            assert_eq!(read, f64::from(one) / 2000.0, "{one}");
        }
    }

    #[test]
    fn what_is_not_disclosed_is_empty() {
        let row = Row {
            claim: 3,
            study: 2,
            publisher: 1,
            proposition: 9,
            conditions: None,
            lo: 550,
            hi: 2000,
            size: None,
            from: Day(0),
            to: Day(30),
            truth: 0.3,
            is_displaced: false,
        };
        let expected = "c3,house-1/2,house-1,holds[statement=9],,0,0.275,1,,,2020-01-01,2020-01-31";
        assert_eq!(row.to_string(), expected);
        let known = Row { size: Some((1000, 6667)), conditions: Some("adults"), ..row };
        assert!(known.to_string().contains(",adults,0,0.275,1,1000,666.7,"), "{known}");
    }
}
