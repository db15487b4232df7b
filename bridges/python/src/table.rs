//! The claims table as it comes from Python.

use gainsay_bulk::{Claims, Faults};
use gainsay_claims::{facts::Problem, policy::Policy};
use gainsay_exchange::claims_of;
use pyo3::{FromPyObject, IntoPyObject, PyResult};

use crate::{fault::refused, stream::Reader};

/// The constants of a policy, as a tuple of Python.
#[derive(Clone, Copy, FromPyObject)]
pub(crate) struct Constants(f64, f64, f64, f64, u64, u64, f64);

impl Constants {
    /// The policy.
    ///
    /// # Errors
    /// When a constant is one that the statistics cannot work with.
    pub(crate) fn policy(self) -> PyResult<Policy> {
        let Self(alpha, delta, rho, design_effect, floor, ceiling, subsample_floor) = self;
        let policy = Policy { alpha, delta, rho, design_effect, floor, ceiling, subsample_floor };
        let bad = |problem| match problem {
            Problem::BadPolicy { key } => {
                refused(format!("a policy cannot have this {}", key.replace('-', "_")))
            }
            _ => refused("not a policy"),
        };
        policy.check().map_err(bad)?;
        Ok(policy)
    }
}

/// What is wrong with a row or a column; a dictionary in Python.
#[derive(IntoPyObject)]
pub(crate) struct Told {
    rule: &'static str,
    level: &'static str,
    message: String,
    path: String,
    line: u64,
    column: Option<usize>,
}

/// The first faults, and how many there are that keep something from being judged.
pub(crate) fn told(faults: &Faults) -> (Vec<Told>, u64) {
    let told = faults.first.iter().map(|fault| Told {
        rule: "claims-table",
        level: if fault.kind.is_serious() { "error" } else { "warning" },
        message: fault.kind.words().en,
        path: fault.path.clone(),
        line: fault.line,
        column: fault.column,
    });
    (told.collect(), faults.serious)
}

/// Reads the rows that are to be judged.
pub(crate) fn claims(reader: Reader) -> Result<(Claims, Faults), String> {
    let schema = reader.schema();
    claims_of("table", &schema, reader).map_err(|error| error.to_string())
}
