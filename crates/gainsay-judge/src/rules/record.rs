//! What simulations have shown of each rule: `docs/record.md`, in numbers.

/// A measured rate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Of what.
    pub measure: Measure,
    /// The share of cases.
    pub rate: f64,
    /// Its Monte Carlo standard error, a difference of fractions.
    pub error: f64,
    /// How many cases were simulated.
    pub cases: u64,
}

/// What was measured. Gaps are of 10 points and studies of 1,000 people, where nothing
/// else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// Of bases in which nothing differs, those in which the rule speaks.
    FalseAlarms,
    /// The same, where it is highest of all that was tried.
    WorstFalseAlarms,
    /// Of bases in which two random samples differ, those in which the rule speaks.
    RandomRecall,
    /// The same of samples with a true design effect of 2.
    ClusteredRecall,
    /// Of the pairs of random samples that the rule points to, those that differ, where
    /// one pair in five does.
    RandomPrecision,
    /// The same of samples with a true design effect of 2.
    ClusteredPrecision,
    /// Of mistyped figures, those that the rule sets against another study.
    TypingErrors,
    /// Of bases with five publishers that lean by 3 points (standard deviation), those
    /// in which this rule speaks or a pair conflicts.
    LeansFound,
    /// Of bases with two publishers that differ by 3 points in each of twelve months,
    /// those in which the rule speaks.
    DifferenceFound,
    /// Of bases in which one publisher moves its share three quarters of the way to
    /// that of another, twelve times, those in which the rule speaks.
    CopiesFound,
    /// Of bases in which sizes are hidden and one study of five differs, those in which
    /// the rule speaks.
    GapsUntested,
    /// Of break-even sizes, those that hold once the sizes are known.
    BreakEvenRight,
}

impl Measure {
    const ALL: [Self; 12] = [
        Self::FalseAlarms,
        Self::WorstFalseAlarms,
        Self::RandomRecall,
        Self::ClusteredRecall,
        Self::RandomPrecision,
        Self::ClusteredPrecision,
        Self::TypingErrors,
        Self::LeansFound,
        Self::DifferenceFound,
        Self::CopiesFound,
        Self::GapsUntested,
        Self::BreakEvenRight,
    ];

    /// Its name in the record.
    pub fn key(self) -> &'static str {
        match self {
            Self::FalseAlarms => "false-alarms",
            Self::WorstFalseAlarms => "worst-false-alarms",
            Self::RandomRecall => "random-recall",
            Self::ClusteredRecall => "clustered-recall",
            Self::RandomPrecision => "random-precision",
            Self::ClusteredPrecision => "clustered-precision",
            Self::TypingErrors => "typing-errors",
            Self::LeansFound => "leans-found",
            Self::DifferenceFound => "difference-found",
            Self::CopiesFound => "copies-found",
            Self::GapsUntested => "gaps-untested",
            Self::BreakEvenRight => "break-even-right",
        }
    }
}

/// The record of a rule by its id; empty for a rule that was not measured.
///
/// The numbers are written by `cargo run --release -p gainsay-judge --example record`.
pub fn measured(rule: &str) -> Vec<Measured> {
    let lines = include_str!("record.csv").lines().filter_map(read);
    lines.filter(|(of, _)| *of == rule).map(|(_, measured)| measured).collect()
}

/// Reads a line of the record: the rule, and what was measured of it.
fn read(line: &str) -> Option<(&str, Measured)> {
    let cells: Vec<&str> = line.split(',').collect();
    let [rule, key, rate, error, cases] = cells[..] else {
        return None;
    };
    let measure = Measure::ALL.into_iter().find(|one| one.key() == key)?;
    let [rate, error] = [rate.parse().ok()?, error.parse().ok()?];
    Some((rule, Measured { measure, rate, error, cases: cases.parse().ok()? }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::ALL;

    #[test]
    fn every_line_of_the_record_is_read_and_belongs_to_a_rule() {
        let lines: Vec<&str> = include_str!("record.csv").lines().collect();
        assert_eq!(lines[0], "rule,measure,rate,error,cases");
        for line in &lines[1..] {
            let (rule, _) = read(line).unwrap_or_else(|| panic!("{line}"));
            assert!(ALL.iter().any(|one| one.check.id == rule), "{line}");
        }
        let told: usize = ALL.iter().map(|one| measured(one.check.id).len()).sum();
        assert_eq!(told, lines.len() - 1);
    }

    #[test]
    fn a_broken_line_is_no_record() {
        for line in ["", "rule", "a-rule,random-recall,high,0.1,9", "a-rule,luck,0.5,0.1,9"] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[track_caller]
    fn rate(rule: &str, measure: Measure) -> f64 {
        let found = measured(rule).into_iter().find(|one| one.measure == measure);
        found.unwrap_or_else(|| panic!("{rule}: {measure:?}")).rate
    }

    // By the usual policy: a level of 5 % for each base.
    #[test]
    fn rules_keep_their_level_and_find_gaps_of_ten_points() {
        let compared = ["diverging-shares", "diverging-shares-across-populations"];
        let grouped = ["scattered-shares", "one-sided-houses", "agreement-too-close"];
        for rule in compared.into_iter().chain(grouped) {
            assert!(rate(rule, Measure::FalseAlarms) <= 0.05, "{rule}");
        }
        assert!(rate("diverging-shares", Measure::WorstFalseAlarms) <= 0.05);
        assert!(rate("diverging-shares", Measure::RandomRecall) >= 0.80);
        assert!(rate("diverging-shares", Measure::ClusteredRecall) >= 0.80);
        assert!(rate("diverging-shares", Measure::RandomPrecision) >= 0.95);
    }
}
