//! A part of the record: what was assumed, and what came out.

use gainsay_judge::rules::Measure;

use crate::rate::Rate;

/// What one scenario showed.
pub(crate) struct Section {
    /// Its heading.
    pub(crate) title: &'static str,
    /// What was assumed.
    pub(crate) assumptions: &'static str,
    /// Its tables.
    pub(crate) tables: Vec<Table>,
    /// What `gainsay explain` tells of it.
    pub(crate) measures: Vec<Told>,
    /// What the project asks of it.
    pub(crate) goals: Vec<Goal>,
}

/// A bound that the project has set itself.
pub(crate) struct Goal {
    /// What is asked.
    pub(crate) asked: &'static str,
    /// Under which conditions it was measured.
    pub(crate) under: &'static str,
    /// What came out.
    pub(crate) rate: Rate,
    /// How far that is within the bound; negative, beyond it.
    pub(crate) slack: f64,
}

/// A table of rates.
pub(crate) struct Table {
    /// What it shows.
    pub(crate) caption: &'static str,
    /// The heads of its columns.
    pub(crate) head: Vec<&'static str>,
    /// Its cells.
    pub(crate) rows: Vec<Vec<String>>,
}

/// A number for the record of a rule.
pub(crate) struct Told {
    /// The rule's id.
    pub(crate) rule: &'static str,
    /// What was measured.
    pub(crate) measure: Measure,
    /// How often.
    pub(crate) rate: Rate,
}

impl Goal {
    /// Whether the bound is kept, as far as the Monte Carlo error lets one tell.
    pub(crate) fn verdict(&self) -> &'static str {
        match self.slack {
            slack if slack.abs() < 2.0 * self.rate.error() => "too close to tell",
            slack if slack > 0.0 => "yes",
            _ => "**no**",
        }
    }
}

impl Told {
    /// A number of a rule.
    pub(crate) fn new(rule: &'static str, measure: Measure, rate: Rate) -> Self {
        Self { rule, measure, rate }
    }
}

impl Table {
    /// A table without rows.
    pub(crate) fn new(caption: &'static str, head: &[&'static str]) -> Self {
        Self { caption, head: head.to_vec(), rows: Vec::new() }
    }

    /// Adds a row: what was varied, then the rates.
    pub(crate) fn row<const N: usize>(&mut self, varied: [String; N], rates: &[Rate]) {
        let rates = rates.iter().map(Rate::to_string);
        self.rows.push(varied.into_iter().chain(rates).collect());
    }

    /// The table as Markdown.
    pub(crate) fn markdown(&self) -> String {
        let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
        let head: Vec<String> = self.head.iter().map(|&cell| cell.to_owned()).collect();
        let rule = vec!["---".to_owned(); head.len()];
        let rows: String = self.rows.iter().map(|row| line(row)).collect();
        format!("{}\n\n{}{}{rows}", wrapped(self.caption), line(&head), line(&rule))
    }
}

impl Section {
    /// The section as Markdown.
    pub(crate) fn markdown(&self) -> String {
        let tables: String =
            self.tables.iter().map(|table| format!("\n{}", table.markdown())).collect();
        format!("## {}\n\n{}\n{tables}", self.title, wrapped(self.assumptions))
    }
}

/// A paragraph in lines of at most ninety characters.
pub(crate) fn wrapped(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= 90 => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}
