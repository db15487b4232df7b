//! The native part of the Python package `gainsay`.
//!
//! It reads figures, compares them and judges tables; the classes that users see are written in
//! Python (`python/gainsay`). Nothing here reads a file or runs a plugin.

mod fault;
mod figures;
mod judged;
mod slices;
mod stream;
mod table;

/// The native part of the package `gainsay`; use that instead.
#[pyo3::pymodule]
mod _gainsay {
    #[pymodule_export]
    use crate::fault::panic;
    #[pymodule_export]
    use crate::figures::{compare, read};
    #[pymodule_export]
    use crate::judged::judge;
    #[pymodule_export]
    use crate::slices::{coarsened, cut, join, part, places, route, step_up, with_q};
    #[pymodule_export]
    use crate::stream::{Batches, open_arrow};
    #[pymodule_export]
    use crate::table::ensure_policy;

    #[pymodule_init]
    fn init(module: &pyo3::Bound<'_, pyo3::types::PyModule>) -> pyo3::PyResult<()> {
        pyo3::types::PyModuleMethods::add(module, "__version__", env!("CARGO_PKG_VERSION"))
    }
}
