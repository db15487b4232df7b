//! What goes wrong, as the one exception of the package.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::{PyErr, PyResult, Python, import_exception, pyfunction};

import_exception!(gainsay._error, GainsayError);

/// What went wrong, in words for whoever wrote the call.
pub(crate) fn refused(why: impl ToString) -> PyErr {
    GainsayError::new_err(why.to_string())
}

/// Runs without holding up other threads of Python. A panic in it is a bug of gainsay, and ends
/// the call, not the program around it.
///
/// # Errors
/// What `work` says, and a panic.
pub(crate) fn guarded<T: Send>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<T, String> + Send,
) -> PyResult<T> {
    let done = py.detach(|| catch_unwind(AssertUnwindSafe(work)));
    match done {
        Ok(done) => done.map_err(refused),
        Err(payload) => {
            let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
            let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
            Err(refused(format!(
                "gainsay itself failed, which is a bug whatever it was given; please report it \
                 with the call and these words: {}",
                text.unwrap_or_else(|| "a panic without words".to_owned())
            )))
        }
    }
}

/// Fails as a bug would, for the test that a bug ends a call and nothing else.
///
/// # Errors
/// Always.
#[pyfunction]
#[pyo3(name = "_panic")]
pub(crate) fn panic(py: Python<'_>, words: String) -> PyResult<()> {
    guarded(py, || std::panic::resume_unwind(Box::new(words)))
}
