//! What goes wrong, as the exception of the package.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, RecvTimeoutError},
    },
    time::Duration,
};

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
    py.detach(|| caught(work)).map_err(refused)
}

fn caught<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
        let text = text.or_else(|| payload.downcast_ref::<String>().cloned());
        Err(format!(
            "gainsay itself failed, which is a bug whatever it was given; please report it \
             with the call and these words: {}",
            text.unwrap_or_else(|| "a panic without words".to_owned())
        ))
    })
}

/// Whether nobody waits any more for the work that is told so.
#[derive(Clone, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(crate) fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Runs as [`guarded`] does, on a thread of its own, so that Python can be interrupted while it
/// waits (Ctrl-C). The work is then told to stop, and what it still does is nobody's.
///
/// # Errors
/// What `work` says, and a panic; what the handler of a signal raises.
pub(crate) fn interruptible<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce(&Stop) -> Result<T, String> + Send + 'static,
) -> PyResult<T> {
    /// How long a signal waits at most.
    const PATIENCE: Duration = Duration::from_millis(100);
    let (stop, (sender, mut receiver)) = (Stop::default(), mpsc::sync_channel(1));
    let told = stop.clone();
    let run = move || {
        // Nobody waits for it after an interruption.
        let _ = sender.send(caught(|| work(&told)));
    };
    let spawned = std::thread::Builder::new().name("gainsay".to_owned()).spawn(run);
    spawned.map_err(|error| refused(format!("no thread can be started: {error}")))?;
    loop {
        let (back, done) = py.detach(move || {
            let done = receiver.recv_timeout(PATIENCE);
            (receiver, done)
        });
        receiver = back;
        match done {
            Ok(done) => return done.map_err(refused),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                return Err(refused("the thread that judges has ended without a word"));
            }
        }
        if let Err(raised) = py.check_signals() {
            stop.0.store(true, Ordering::Relaxed);
            return Err(raised);
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
