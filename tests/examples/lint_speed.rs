//! Measures how long it takes to hold a draft against the shipped base, in its own
//! process and once the base is loaded.
//!
//! `cargo run --release -p gainsay-tests --example lint_speed` prints the times of drafts
//! of several lengths, made of those of the tuning half, and of what comes before them.

use std::{
    fs,
    io::{self, Write},
    time::{Duration, Instant},
};

use gainsay_draft::{Checker, Format, read};
use gainsay_judge::judge;
use gainsay_tests::{base::loaded, corpus::Half};

/// How many words the drafts have.
const WORDS: [usize; 3] = [2_500, 5_000, 10_000];
/// How often each is checked; the quickest run counts, as others are disturbed.
const RUNS: usize = 5;

fn main() -> io::Result<()> {
    let base = &loaded().base;
    let mut out = io::stdout();
    let (judgement, judged) = timed(|| judge(base));
    let (checker, prepared) = timed(|| Checker::new(base));
    writeln!(
        out,
        "{} claims: judged in {judged:.1?}, made ready in {prepared:.1?}",
        base.claims.len()
    )?;
    let mut first = None;
    for words in WORDS {
        let text = text(words);
        let (draft, reading) = timed(|| read("draft.md", &text, Format::Markdown));
        let (checked, checking) = timed(|| checker.check(&draft, base, &judgement, &|_| None));
        let once = *first.get_or_insert(checking);
        writeln!(
            out,
            "{words} words, {} figures, {} diagnostics: read in {reading:.1?}, checked in \
             {checking:.1?} ({:.1} times the first)",
            checked.figures.len(),
            checked.diagnostics.len(),
            checking.as_secs_f64() / once.as_secs_f64(),
        )?;
    }
    Ok(())
}

/// What a function gives, and how long its quickest run took.
fn timed<T>(mut run: impl FnMut() -> T) -> (T, Duration) {
    let mut best: Option<(T, Duration)> = None;
    for _ in 0..RUNS {
        let start = Instant::now();
        let result = run();
        let time = start.elapsed();
        if best.as_ref().is_none_or(|(_, quickest)| time < *quickest) {
            best = Some((result, time));
        }
    }
    best.expect("it ran at least once")
}

/// The drafts in Markdown of the tuning half, one after another and over again, up to so
/// many words.
fn text(words: usize) -> String {
    let drafts = Half::Tuning.drafts().into_iter();
    let drafts = drafts.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let texts: Vec<String> =
        drafts.map(|path| fs::read_to_string(path).expect("a draft")).collect();
    let mut left = words;
    let lines = texts.iter().flat_map(|text| text.split_inclusive('\n')).cycle();
    let lines = lines.take_while(|line| {
        let count = line.split_whitespace().count();
        let fits = count <= left;
        left = left.saturating_sub(count);
        fits
    });
    lines.collect()
}
