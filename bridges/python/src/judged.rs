//! Judging a table, at once or in parts.

use gainsay_bulk::{
    Claims, Counts, Faults, Partial, Tests, finish, judge as judged, partial as part_of,
};
use gainsay_claims::policy::Policy;
use gainsay_exchange::pairs;
use pyo3::{Bound, IntoPyObject, PyAny, PyResult, Python, pyclass, pyfunction, pymethods};

use crate::{
    fault::guarded,
    stream::{Batches, reader},
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
/// When it is no table of Arrow, or breaks off.
#[pyfunction]
pub(crate) fn judge(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    policy: Constants,
) -> PyResult<Found> {
    let (policy, reader) = (policy.policy()?, reader(table)?);
    guarded(py, || {
        let (claims, faults) = claims(reader)?;
        let judged = judged(&claims, &policy);
        let batch = pairs(&claims, &judged.pairs).map_err(|error| error.to_string())?;
        let (told, count) = told(&faults);
        Ok((Batches::from(batch), judged.counts.into(), told, count))
    })
}

/// A part of a table, judged but for `q`, which takes the tests of all parts.
#[pyclass(frozen, module = "gainsay._gainsay")]
pub(crate) struct Part {
    claims: Claims,
    partial: Partial,
    policy: Policy,
    faults: Faults,
}

/// How many tests were made, and the p below the level, each with how often it was found.
pub(crate) type Runs = (u64, Vec<(f64, u64)>);

/// Judges a part of a table that has all rows of its propositions.
///
/// # Errors
/// As for [`judge`].
#[pyfunction]
pub(crate) fn partial(
    py: Python<'_>,
    table: &Bound<'_, PyAny>,
    policy: Constants,
) -> PyResult<Part> {
    let (policy, reader) = (policy.policy()?, reader(table)?);
    guarded(py, || {
        let (claims, faults) = claims(reader)?;
        let partial = part_of(&claims, &policy);
        Ok(Part { claims, partial, policy, faults })
    })
}

#[pymethods]
impl Part {
    /// The tests of this part, to be merged with those of others.
    #[getter]
    fn tests(&self) -> Runs {
        runs(&self.partial.tests)
    }

    /// How much there was in this part.
    #[getter]
    fn counts(&self) -> Counted {
        self.partial.counts.into()
    }

    /// What is wrong with this part of the table, and how much of that there is.
    #[getter]
    fn faults(&self) -> (Vec<Told>, u64) {
        told(&self.faults)
    }

    /// The pairs of this part, corrected for the tests of all parts.
    fn finish(&self, py: Python<'_>, tests: Runs) -> PyResult<Batches> {
        guarded(py, || {
            let tests = Tests::of_runs(tests.0, tests.1);
            let judged = finish(self.partial.clone(), &tests, &self.policy);
            let batch = pairs(&self.claims, &judged.pairs).map_err(|error| error.to_string())?;
            Ok(Batches::from(batch))
        })
    }
}

/// Puts the tests of two parts together.
#[pyfunction]
#[pyo3(name = "merge_tests")]
pub(crate) fn tests_merged(one: Runs, other: Runs) -> Runs {
    let [one, other] = [one, other].map(|(made, below)| Tests::of_runs(made, below));
    runs(&one.merged(&other))
}

fn runs(tests: &Tests) -> Runs {
    (tests.made, tests.below().to_vec())
}
