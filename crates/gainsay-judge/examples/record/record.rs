//! The record of all scenarios, as a document and as numbers.

use std::thread;

use crate::{
    scenarios,
    section::{Goal, Section, Table, Told},
};

const HEAD: &str = "\
# A measured record of the rules

What the rules of `gainsay` find in evidence bases whose truth is known, because they were
simulated. This document and the numbers that `gainsay explain` tells are written by

```console
$ cargo run --release -p gainsay-judge --example record
```

from fixed seeds, so the same code gives the same bytes. Every figure is drawn, printed as
publishers print it, read and judged like any other, by the default policy unless a table
says otherwise. Rates are in percent; `±` is their Monte Carlo standard error, over bases
where one base gives several chances. Where something never or always happened it is that
of one case more.

## What this is not

- **Not a measurement of real surveys.** Real publishers lean in ways that nobody has
  measured; the house effects here are drawn from one distribution with a spread that was
  chosen. Real design effects differ from study to study; here they are 1 or 2.
- **The question is always the same**, and so are the people, unless a scenario says
  otherwise. That two studies asked the same thing is what the records of a base say, not
  what the rules can find out; where the records are wrong, no rate below holds.
- **Nobody lies, nobody weights, nobody stops early.** No answer is missing, no sample is
  a panel that people chose to join, and no figure was picked because it was remarkable.
- **The rates belong to these truths.** Precision depends on how many pairs truly differ;
  one in five was chosen.

";

const GOALS: &str = "\
The design effect that the policy assumes is a margin of safety. Where samples are random
it is not needed, and nearly every contradiction is true. Where the true design effect is
as large as the assumed one, nothing of the margin is left: false contradictions stay below
the level, but where most pairs agree they are a visible part of the few that are reported.
And two rules look at every group: each keeps the level, both together may exceed it.

";

/// What every scenario showed.
pub(crate) struct Record {
    bases: usize,
    sections: Vec<Section>,
}

impl Record {
    /// Simulates every scenario with so many bases in each cell of its tables.
    pub(crate) fn simulate(bases: usize) -> Self {
        let sections = thread::scope(|scope| {
            let running: Vec<_> = scenarios::ALL
                .iter()
                .map(|simulate| scope.spawn(move || simulate(bases)))
                .collect();
            let joined = running.into_iter().map(|one| one.join().expect("no scenario panics"));
            joined.collect()
        });
        Self { bases, sections }
    }

    /// The document; a short run stands at its end.
    pub(crate) fn document(&self, short: &Self) -> String {
        let sections: String =
            self.sections.iter().map(|section| format!("{}\n", section.markdown())).collect();
        let numbers = format!(
            "## The numbers in short\n\n{} bases in each cell, twice as many for precision, four\n\
             times as many for typing errors, ten times as many for gaps of 10 points at n = 1000.\n\n{}\n",
            self.bases,
            self.table()
        );
        let goals = self.goals_table();
        format!("{HEAD}{goals}{numbers}{sections}{}", short.short_run())
    }

    /// The section that a test repeats.
    pub(crate) fn short_run(&self) -> String {
        format!(
            "## A short run\n\n{} bases in each cell. A test repeats it, so that this document cannot\n\
             stay behind the code; it is too short to say anything else.\n\n{}",
            self.bases,
            self.table()
        )
    }

    /// What `gainsay explain` tells: `rule,measure,rate,error,cases`, rates as fractions.
    pub(crate) fn numbers(&self) -> String {
        let lines = self.measures().map(|Told { rule, measure, rate }| {
            let (value, error, cases) = (rate.value(), rate.error(), rate.chances());
            format!("{rule},{},{value},{error},{cases}\n", measure.key())
        });
        format!("rule,measure,rate,error,cases\n{}", lines.collect::<String>())
    }

    /// Every number, by rule.
    pub(crate) fn measures(&self) -> impl Iterator<Item = &Told> {
        let mut measures: Vec<_> = self.sections.iter().flat_map(|one| &one.measures).collect();
        // Stable: the measures of a rule stay in the order of the sections.
        measures.sort_by_key(|one| one.rule);
        measures.into_iter()
    }

    /// What the project asks, in order of the sections.
    pub(crate) fn goals(&self) -> impl Iterator<Item = &Goal> {
        self.sections.iter().flat_map(|one| &one.goals)
    }

    fn goals_table(&self) -> String {
        let mut table = Table::new(
            "For gaps of 10 points at n = 1000, by the default policy; of false alarms the worst \
             cell of the first table below, of precision where one pair in five truly differs.",
            &["asked", "where", "measured", "holds"],
        );
        for goal in self.goals() {
            let Goal { asked, under, rate, .. } = goal;
            let cells = [asked, *under, &rate.to_string(), goal.verdict()];
            table.rows.push(cells.map(str::to_owned).into());
        }
        format!("## What the project asks of its rules\n\n{}\n{GOALS}", table.markdown())
    }

    fn table(&self) -> String {
        let mut table = Table::new(
            "What `gainsay explain` tells, in percent.",
            &["rule", "measure", "rate", "cases"],
        );
        for Told { rule, measure, rate } in self.measures() {
            let cells = [format!("`{rule}`"), measure.key().to_owned(), rate.to_string()];
            table.rows.push(cells.into_iter().chain([rate.chances().to_string()]).collect());
        }
        table.markdown()
    }
}
