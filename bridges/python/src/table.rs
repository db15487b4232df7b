//! The claims table as it comes from Python.

use gainsay_bulk::{Claims, Fault, FaultKind, Faults, clean, columns::Kind};
use gainsay_claims::{facts::Problem, policy::Policy};
use gainsay_exchange::claims_of;
use pyo3::{FromPyObject, IntoPyObject, PyResult, pyfunction};

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
            Problem::BadPolicy { key } => refused(out_of_range(&key, &policy)),
            _ => refused("not a policy"),
        };
        policy.check().map_err(bad)?;
        Ok(policy)
    }
}

/// Says which constant is out of range, and what it may be.
fn out_of_range(key: &str, policy: &Policy) -> String {
    let (value, range) = match key {
        "alpha" => (policy.alpha, "above 0 and at most 0.5"),
        "delta" => (policy.delta, "above 0 and at most 1"),
        "rho" => (policy.rho, "above 1"),
        "design-effect" => (policy.design_effect, "at least 1"),
        "subsample-floor" => (policy.subsample_floor, "above 0 and at most 1"),
        _ => {
            let Policy { floor, ceiling, .. } = policy;
            return format!("a policy cannot have ceiling={ceiling}: it is below floor={floor}");
        }
    };
    format!("a policy cannot have {}={value}: it has to be {range}", key.replace('-', "_"))
}

/// Refuses constants that the statistics cannot work with.
///
/// # Errors
/// Which one, and what it may be.
#[pyfunction]
pub(crate) fn ensure_policy(policy: Constants) -> PyResult<()> {
    policy.policy().map(|_| ())
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
        message: words(fault),
        path: fault.path.clone(),
        line: fault.line,
        column: fault.column,
    });
    (told.collect(), faults.serious)
}

/// What a fault says to whoever made the table in Python: of a column's type what to cast it to, by
/// the names that data frames have.
fn words(fault: &Fault) -> String {
    match &fault.kind {
        FaultKind::NotA { column, kind, found } if fault.line == 0 => {
            let cast = match kind {
                Kind::Text => "strings",
                Kind::Bool => "booleans",
                Kind::U32 | Kind::U64 => "integers",
                Kind::F64 => "floats",
                Kind::Date => "dates",
            };
            format!("column `{column}` holds {}; cast it to {cast}", clean(found))
        }
        FaultKind::NotA { column: "figure", found, .. } if found.parse::<f64>().is_ok() => {
            format!(
                "`{}` in `figure` may be a fraction or percent; give it as published, such as \
                 \"28 %\", or give `lo` and `hi`",
                clean(found)
            )
        }
        kind => kind.words().en,
    }
}

/// Reads the rows that are to be judged.
pub(crate) fn claims(reader: Reader) -> Result<(Claims, Faults), String> {
    let schema = reader.schema();
    claims_of("table", &schema, reader).map_err(|error| error.to_string())
}
