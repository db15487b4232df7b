//! The published record, `docs/drafts.md`.

use std::{fmt::Write, fs};

use super::{
    Half, Score, agreement,
    passages::FOLDER,
    root,
    score::{Tally, rate},
};

/// What the project asks of the held-out half.
const FIGURES: f64 = 0.98;
const PRECISION: f64 = 0.95;
const RECALL: f64 = 0.85;

const HEAD: &str = "\
# A measured record of the draft checker

What `gainsay lint` finds in drafts of which a careful reader has said what is in them. This
page is written by

```console
$ cargo run -p gainsay-tests --example drafts -- --write
```

and a test fails when it is not what the present code measures. One half of the corpus is
for tuning: what is measured there says how well the checker fits. Of the other half nobody
who works on the checker is to look at a draft or at a difference; only its counts are
printed, here and by the command. *Passages* are sentences apart from any draft, and tell how
freely a finding may be worded.

A figure is *found* when the checker reads one where the reader marked one, and *matched*
when it is held against a claim that the reader lists. A diagnostic is right when the reader
expects its rule at that place. *Too many* are diagnostics that the reader does not expect,
*missed* those that are not told; precision is right / (right + too many), recall
right / (right + missed). The counts of most rules are small: one draft more would move
their rates. What is wrong may be told by another rule than the reader's (a figure of another
study as one that differs): the last row counts *places* where something is wrong, by whichever
rule it is told. What the project asks is held against the strict rates of the rules.

Left out: a figure that is read where the reader marked none counts as too many only when
it is taken for a finding and something is said of it; a word that allows no exception
(such as nobody) is never matched wrongly, as any claim on its subject will do; and of `drift` it is
not counted on which axis it was found.
";

/// The record of what was measured, in the order of [`Half::ALL`], and of the passages.
pub fn page(scores: &[Score; 2], passages: &Score) -> String {
    let [_, held_out] = scores;
    let mut text = format!("{HEAD}\n{}\n", goals(held_out));
    for (half, score) in Half::ALL.into_iter().zip(scores) {
        let _ = writeln!(text, "{}", score.table(half.name()));
    }
    let _ = writeln!(text, "{}", passages.table("passages"));
    text.push_str("## How the corpus was made\n\nThe words of those who made it.\n");
    for half in Half::ALL {
        let _ = write!(text, "\n### {}\n\n{}", half.name(), below(&half.readme("")));
    }
    let passages = fs::read_to_string(root().join(FOLDER).join("README.md"));
    let passages = passages.expect("the passages say how they were made");
    let _ = write!(text, "\n### passages\n\n{}", below(&passages));
    for (title, folder) in [("read again", "second"), ("settled", "settled")] {
        let readme = below(&Half::HeldOut.readme(folder));
        let _ = write!(text, "\n### held-out, {title}\n\n{readme}");
    }
    text
}

/// What is asked, what was measured, and what is not met.
fn goals(score: &Score) -> String {
    let all = score.all_rules();
    let asked = [
        ("figures found: recall", FIGURES, score.figures().recall()),
        ("all rules: precision", PRECISION, all.precision()),
        ("all rules: recall", RECALL, all.recall()),
    ];
    let mut text = String::from(
        "## What the project asks\n\nOf the held-out half:\n\n\
         | asked | at least | measured | holds |\n|---|--:|--:|---|\n",
    );
    for (what, least, measured) in asked {
        let holds = if is_met(measured, least) { "yes" } else { "**no**" };
        let _ = writeln!(text, "| {what} | {least:.2} | {} | {holds} |", rate(measured));
    }
    let short: Vec<String> = score.rules().filter_map(|(rule, tally)| short(rule, tally)).collect();
    let rules = if short.is_empty() { "none".to_owned() } else { short.join("; ") };
    let _ = write!(text, "\nRules that alone fall short of these rates: {rules}.\n\n");
    text.push_str(&readers());
    text
}

/// How far two readers agree.
fn readers() -> String {
    let tally = agreement();
    let [precision, recall] = [tally.precision(), tally.recall()].map(rate);
    format!(
        "How far two careful readers agree on these drafts: held against the first \
         annotation like the checker, a second has precision {precision} and recall {recall}. A \
         third settled where they differed.\n"
    )
}

/// In what a rule alone falls short, if in anything.
fn short(rule: &str, tally: Tally) -> Option<String> {
    let rates = [("precision", tally.precision(), PRECISION), ("recall", tally.recall(), RECALL)];
    let missed = rates.into_iter().filter(|(_, measured, least)| !is_met(*measured, *least));
    let missed: Vec<String> =
        missed.map(|(what, measured, _)| format!("{what} {}", rate(measured))).collect();
    (!missed.is_empty()).then(|| format!("`{rule}` ({})", missed.join(", ")))
}

/// Where nothing was counted nothing falls short.
fn is_met(measured: Option<f64>, least: f64) -> bool {
    measured.is_none_or(|measured| measured >= least)
}

/// A text below a heading of the third level: without its title, its sections one deeper.
fn below(readme: &str) -> String {
    let body = readme.split_once('\n').map_or("", |(_, body)| body).trim();
    let lines = body.lines().map(|line| match line.strip_prefix("## ") {
        Some(title) => format!("#### {title}\n"),
        None => format!("{line}\n"),
    });
    lines.collect()
}
