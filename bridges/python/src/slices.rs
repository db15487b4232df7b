//! Tables that several processes judge together: what each is told and tells, as rows of Arrow.

use std::num::NonZero;

use arrow_array::RecordBatch;
use arrow_pyarrow::PyArrowType;
use gainsay_bulk::{Claims, Cut, Faults, clean};
use gainsay_claims::policy::Policy;
use gainsay_exchange::{self as exchange, ExchangeError, numbered_claims_of};
use pyo3::{Bound, PyAny, PyResult, Python, pyfunction};

use crate::{
    fault::{guarded, refused},
    stream::{Batches, reader},
    table::{Constants, Told, claims, told},
};

/// One batch that comes from Python.
type Batch = PyArrowType<RecordBatch>;

/// Rows, what is wrong with the table that they were made of, and how much of that there is.
type Found = (Batches, Vec<Told>, u64);

/// Tells where each row of a table stands among those that it may be held against.
///
/// # Errors
/// When it is no table of Arrow, or breaks off; when two rows have one claim.
#[pyfunction]
pub(crate) fn places(py: Python<'_>, table: &Bound<'_, PyAny>) -> PyResult<Found> {
    let reader = reader(table)?;
    guarded(py, || {
        let (mut claims, faults) = claims(reader)?;
        ensure_apart(&mut claims, &faults)?;
        let (first, count) = told(&faults);
        Ok((batches(exchange::places(&claims))?, first, count))
    })
}

/// Cuts a group, told as `start`, `free` and `rows`, into slices of about `most` pairs.
///
/// # Errors
/// When a column is missing.
#[pyfunction]
pub(crate) fn cut(py: Python<'_>, stays: Batch, months: u32, most: u64) -> PyResult<Batches> {
    guarded(py, || batches(exchange::cut(&stays.0, months, most)))
}

/// Tells to which slices and partitions the rows of a batch go; those that cannot be judged go
/// nowhere, as [`places`] has told.
///
/// # Errors
/// When a column is missing, or there is no partition; when two rows have one claim.
#[pyfunction]
pub(crate) fn route(
    py: Python<'_>,
    table: Batch,
    plan: Batch,
    partitions: u32,
) -> PyResult<Batches> {
    let partitions = NonZero::new(partitions).ok_or_else(|| refused("no partition to go to"))?;
    guarded(py, || {
        let schema = table.0.schema();
        let read = numbered_claims_of("table", &schema, [Ok(table.0)]);
        let (mut claims, numbers, faults) = read.map_err(|error| error.to_string())?;
        ensure_apart(&mut claims, &faults)?;
        batches(exchange::routed(&claims, &numbers, &plan.0, partitions))
    })
}

/// Judges a table that has all rows of its propositions, or with `slice` a slice of one
/// proposition: its months and the moment from which on its rows are lookahead, if it is cut.
///
/// # Errors
/// When it is no table of Arrow, or breaks off; when a slice has several propositions, or two rows
/// have one claim.
#[pyfunction]
#[pyo3(signature = (table, policy, is_slice, cut))]
pub(crate) fn part(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    policy: Constants,
    is_slice: bool,
    cut: Option<(u32, i64)>,
) -> PyResult<Batches> {
    let (policy, reader) = (policy.policy()?, reader(table)?);
    let cut = cut.map(|(months, until)| Cut { months, until });
    guarded(py, || {
        let (mut claims, faults) = claims(reader)?;
        ensure_apart(&mut claims, &faults)?;
        let found = if is_slice {
            exchange::part(&claims, &policy, cut)
        } else {
            exchange::whole(&claims, &policy)
        };
        batches(found)
    })
}

/// Refuses two rows of one claim: of rows that several processes share, nobody knows the first.
///
/// # Errors
/// When a claim stands twice.
fn ensure_apart(claims: &mut Claims, faults: &Faults) -> Result<(), String> {
    if faults.is_empty() {
        return Ok(());
    }
    // Of the faults only the first are kept, and these come last.
    match claims.drop_repeated().first() {
        None => Ok(()),
        Some(&row) => {
            let claim = clean(claims.name(row));
            Err(format!("claim `{claim}` stands twice; each needs its own name"))
        }
    }
}

/// Puts the slices of propositions together.
///
/// # Errors
/// When a column is missing.
#[pyfunction]
pub(crate) fn join(py: Python<'_>, parts: Batch, policy: Constants) -> PyResult<Batches> {
    with_policy(py, policy, |policy| exchange::joined(&parts.0, policy))
}

/// Rounds the p of tests up to so many binary digits.
///
/// # Errors
/// When a column is missing.
#[pyfunction]
pub(crate) fn coarsened(py: Python<'_>, tests: Batch, digits: u32) -> PyResult<Batches> {
    guarded(py, || batches(exchange::coarsened(&tests.0, digits)))
}

/// Corrects the p of all tests of a table by Benjamini and Hochberg.
///
/// # Errors
/// When a column is missing.
#[pyfunction]
pub(crate) fn step_up(
    py: Python<'_>,
    made: u64,
    tests: Batch,
    policy: Constants,
) -> PyResult<Batches> {
    with_policy(py, policy, |policy| exchange::step_up(made, &tests.0, policy))
}

/// The pairs among parts, with their `q`.
///
/// # Errors
/// When a column is missing.
#[pyfunction]
pub(crate) fn with_q(py: Python<'_>, parts: Batch, q: Batch) -> PyResult<Batches> {
    guarded(py, || batches(exchange::with_q(&parts.0, &q.0)))
}

fn with_policy(
    py: Python<'_>,
    policy: Constants,
    work: impl FnOnce(&Policy) -> Result<RecordBatch, ExchangeError> + Send,
) -> PyResult<Batches> {
    let policy = policy.policy()?;
    guarded(py, || batches(work(&policy)))
}

fn batches(made: Result<RecordBatch, ExchangeError>) -> Result<Batches, String> {
    made.map(Batches::from).map_err(|error| error.to_string())
}
