//! What processes that share a table say of their parts, in one form of rows.
//!
//! A row is a pair (it has `upper`), a p below the level with how often it was found (it has
//! `times`), or how much there was (it has `comparable`). What is `done` needs no other part but for
//! `q`; the rest is to be [`joined`], all parts of a proposition together.

mod line;

use std::{collections::BTreeMap, num::NonZero, sync::Arc};

use arrow_array::{ArrayRef, Float64Array, RecordBatch};
use gainsay_bulk::{
    Claims, Contradicting, Corrected, Cut, Partial, Tests, finish_slices, partial_on, slice,
};
use gainsay_claims::policy::Policy;

use crate::{ExchangeError, pairs};
pub use line::part_schema;
use line::{Line, batch, numbers};

/// Judges rows that have all rows of their propositions, on one thread.
///
/// # Errors
/// When a column holds more text than Arrow can address: 2 GiB.
pub fn whole(claims: &Claims, policy: &Policy) -> Result<RecordBatch, ExchangeError> {
    let partial = partial_on(claims, policy, NonZero::<usize>::MIN);
    batch(&lines(claims, &partial, None))
}

/// Judges a slice of one proposition, on one thread.
///
/// # Errors
/// As for [`whole`], and when the rows are of several propositions.
pub fn part(
    claims: &Claims,
    policy: &Policy,
    cut: Option<Cut>,
) -> Result<RecordBatch, ExchangeError> {
    let rows = 0..u32::try_from(claims.len()).unwrap_or(u32::MAX);
    let mut names = rows.map(|row| claims.proposition(row)).filter(|name| !name.is_empty());
    let Some(name) = names.next() else { return batch(&[]) };
    if names.any(|other| other != name) {
        return Err(ExchangeError("a slice has rows of several propositions".to_owned()));
    }
    batch(&lines(claims, &slice(claims, policy, cut), Some(name)))
}

/// Puts together the parts of propositions that are not done, and corrects their pairs.
///
/// # Errors
/// When the batch has other columns than those of [`part_schema`].
pub fn joined(parts: &RecordBatch, policy: &Policy) -> Result<RecordBatch, ExchangeError> {
    let mut found: Vec<Line<'_>> = Vec::new();
    let mut families: BTreeMap<&str, Vec<Line<'_>>> = BTreeMap::new();
    let (mut below, mut comparable, mut tested) = (Vec::new(), 0, 0);
    for line in line::read(parts)? {
        comparable += line.comparable.unwrap_or(0);
        tested += line.tested.unwrap_or(0);
        below.extend(line.p.zip(line.times).map(run));
        if !line.done {
            families.entry(line.proposition.unwrap_or_default()).or_default().push(line);
        } else if line.upper.is_some() {
            found.push(line);
        }
    }
    families.into_values().for_each(|family| corrected(family, policy, &mut found));
    let tests = Tests::of_runs(tested.unsigned_abs(), below);
    found.extend(test_lines(&tests, None));
    found.push(Line { comparable: Some(comparable), tested: Some(tested), ..Line::DONE });
    batch(&found)
}

/// Corrects the pairs of one proposition for the tests of all its slices.
fn corrected<'a>(family: Vec<Line<'a>>, policy: &Policy, found: &mut Vec<Line<'a>>) {
    let made: i64 = family.iter().filter_map(|line| line.tested).sum();
    let below = family.iter().filter_map(|line| line.p.zip(line.times)).map(run);
    let tests = Tests::of_runs(made.unsigned_abs(), below.collect());
    let lines: Vec<Line<'_>> = family.into_iter().filter(|line| line.upper.is_some()).collect();
    let pair = |(number, line): (u32, &Line<'_>)| Contradicting {
        upper: number,
        lower: number,
        gap: line.gap.unwrap_or_default(),
        odds: line.odds.unwrap_or_default(),
        test: line.p.map(|p| Corrected { p, holm: p, bh: None, q: None }),
        stays: true,
    };
    let mut pairs: Vec<Contradicting> = (0..).zip(&lines).map(pair).collect();
    finish_slices(&mut pairs, &tests, policy);
    found.extend(lines.into_iter().zip(pairs).map(|(line, pair)| Line {
        holm: pair.test.map(|test| test.holm),
        bh: pair.test.and_then(|test| test.bh),
        stays: Some(pair.stays),
        done: true,
        ..line
    }));
}

/// Rounds the p of tests, so that a table of any size has few ([`Tests::coarsened`]).
///
/// # Errors
/// When a column is missing.
pub fn coarsened(parts: &RecordBatch, digits: u32) -> Result<RecordBatch, ExchangeError> {
    batch(&test_lines(&tests(0, parts)?.coarsened(digits), None).collect::<Vec<_>>())
}

/// Corrects the p of so many tests of a whole table by Benjamini and Hochberg: `p` and `q`, in
/// order, as far as `q` is below the level.
///
/// # Errors
/// When a column is missing.
pub fn step_up(
    made: u64,
    parts: &RecordBatch,
    policy: &Policy,
) -> Result<RecordBatch, ExchangeError> {
    let tests = tests(made, parts)?;
    let q = tests.step_up();
    let known = q.partition_point(|&q| q < policy.alpha);
    let p = tests.below()[..known].iter().map(|&(p, _)| p);
    let columns: [(&str, ArrayRef); 2] = [
        ("p", Arc::new(Float64Array::from_iter_values(p))),
        ("q", Arc::new(Float64Array::from_iter_values(q[..known].iter().copied()))),
    ];
    Ok(RecordBatch::try_from_iter(columns)?)
}

/// The pairs among parts that are done, as [`pairs`](crate::pairs) gives them, with the `q` that
/// [`step_up`] told.
///
/// # Errors
/// When a column is missing.
pub fn with_q(parts: &RecordBatch, q: &RecordBatch) -> Result<RecordBatch, ExchangeError> {
    let (p, q) = (numbers(q, "p")?.values(), numbers(q, "q")?.values());
    let lines: Vec<Line<'_>> =
        line::read(parts)?.into_iter().filter(|line| line.upper.is_some()).collect();
    // Rounded p are not below their own: the next greater one stands for it.
    let q = |line: &Line<'_>| q.get(p.partition_point(|kept| Some(*kept) < line.p)).copied();
    let found: Float64Array = lines.iter().map(|line| line.p.and_then(|_| q(line))).collect();
    let all = batch(&lines)?;
    let schema = pairs::schema();
    let columns = schema.fields().iter().map(|field| match field.name().as_str() {
        "q" => Ok(Arc::new(found.clone()) as ArrayRef),
        name => all.column_by_name(name).cloned().ok_or_else(|| line::missing(name)),
    });
    let columns: Result<Vec<ArrayRef>, ExchangeError> = columns.collect();
    Ok(RecordBatch::try_new(schema, columns?)?)
}

fn tests(made: u64, parts: &RecordBatch) -> Result<Tests, ExchangeError> {
    let (p, times) = (numbers(parts, "p")?, line::counts(parts, "times")?);
    let below = p.iter().zip(times).filter_map(|(p, times)| p.zip(times)).map(run);
    Ok(Tests::of_runs(made, below.collect()))
}

fn run((p, times): (f64, i64)) -> (f64, u64) {
    (p, times.unsigned_abs())
}

/// What is told of a part: done if no proposition is named, of which it is a slice.
fn lines<'a>(claims: &'a Claims, partial: &Partial, slice_of: Option<&'a str>) -> Vec<Line<'a>> {
    let plain = Line { done: slice_of.is_none(), ..Line::DONE };
    let pair = |pair: &Contradicting| Line {
        proposition: Some(claims.proposition(pair.upper)),
        upper: Some(claims.name(pair.upper)),
        lower: Some(claims.name(pair.lower)),
        gap: Some(pair.gap),
        odds: Some(pair.odds),
        p: pair.test.map(|test| test.p),
        holm: pair.test.map(|test| test.holm),
        bh: pair.test.and_then(|test| test.bh),
        stays: Some(pair.stays),
        ..plain
    };
    let mut found: Vec<Line<'_>> = partial.pairs.iter().map(pair).collect();
    found.extend(test_lines(&partial.tests, slice_of));
    let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    found.push(Line {
        proposition: slice_of,
        comparable: Some(count(partial.counts.comparable)),
        tested: Some(count(partial.counts.tested)),
        ..plain
    });
    found
}

fn test_lines<'a>(tests: &Tests, slice_of: Option<&'a str>) -> impl Iterator<Item = Line<'a>> {
    tests.below().iter().map(move |&(p, times)| Line {
        proposition: slice_of,
        p: Some(p),
        times: Some(i64::try_from(times).unwrap_or(i64::MAX)),
        done: slice_of.is_none(),
        ..Line::DONE
    })
}

#[cfg(test)]
mod tests;
