//! Judging a table at once.

use gainsay_bulk::{Counts, judge as judged};
use gainsay_exchange::pairs;
use pyo3::{Bound, IntoPyObject, PyAny, PyResult, Python, pyfunction};

use crate::{
    fault::interruptible,
    stream::{Batches, reader, until},
    table::{Constants, Told, claims, told},
};

/// How much there was to judge; a dictionary in Python.
#[derive(IntoPyObject)]
pub(crate) struct Counted {
    rows: u64,
    evidence: u64,
    propositions: u64,
    comparable: u64,
    tested: u64,
    untestable: u64,
    conflicts: u64,
    contradictions: u64,
    expected_false_alarms: f64,
}

impl From<Counts> for Counted {
    fn from(counts: Counts) -> Self {
        Self {
            rows: counts.rows,
            evidence: counts.evidence,
            propositions: counts.propositions,
            comparable: counts.comparable,
            tested: counts.tested,
            untestable: counts.untestable,
            conflicts: counts.conflicts,
            contradictions: counts.contradictions,
            expected_false_alarms: counts.expected_false_alarms,
        }
    }
}

/// Pairs, counts, what is wrong with the table, and how much of that there is.
type Found = (Batches, Counted, Vec<Told>, u64);

/// Judges a table of Arrow.
///
/// # Errors
/// When it is no table of Arrow, or breaks off; when it is interrupted.
#[pyfunction]
pub(crate) fn judge(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    policy: Constants,
) -> PyResult<Found> {
    let (policy, reader) = (policy.policy()?, reader(table)?);
    interruptible(py, move |stop| {
        let (claims, faults) = claims(until(reader, stop))?;
        let judged = judged(&claims, &policy);
        let batch = pairs(&claims, &judged.pairs).map_err(|error| error.to_string())?;
        let (told, count) = told(&faults);
        Ok((Batches::from(batch), judged.counts.into(), told, count))
    })
}
