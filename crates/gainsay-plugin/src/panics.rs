//! Where a panic happened, for the diagnostic that reports it.

use std::any::Any;
use std::io::Write as _;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Mutex, Once, PoisonError};

use crate::{Diagnostic, Severity, SourceDiagnostic};

static LAST: Mutex<Option<Diagnostic>> = Mutex::new(None);
static INSTALLED: Once = Once::new();

/// Remembers the place of every panic from now on.
///
/// A plugin library has a standard library of its own, so the hook of the
/// program that loads it is not touched.
pub(crate) fn watch() {
    INSTALLED.call_once(|| panic::set_hook(Box::new(remember)));
}

/// Runs `body`; a panic in it becomes the diagnostic that reports it.
pub(crate) fn caught<T>(body: impl FnOnce() -> T) -> Result<T, Box<Diagnostic>> {
    panic::catch_unwind(AssertUnwindSafe(body)).map_err(|payload| {
        let diagnostic = LAST.lock().unwrap_or_else(PoisonError::into_inner).take();
        let diagnostic = diagnostic.unwrap_or_else(|| panicked(message(&*payload), None));
        // A payload may panic when it is dropped; what that panic carries may too.
        if let Err(again) = panic::catch_unwind(AssertUnwindSafe(|| drop(payload))) {
            std::mem::forget(again);
        }
        Box::new(diagnostic)
    })
}

fn remember(info: &PanicHookInfo<'_>) {
    let place = info.location().map(|at| format!("{}:{}", at.file(), at.line()));
    let message = message(info.payload());
    // The default hook prints the thread's number, which differs from run to run.
    let shown = place.as_deref().unwrap_or("an unknown place");
    writeln!(std::io::stderr(), "panicked at {shown}: {message}").ok();
    *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(panicked(message, place));
}

fn panicked(message: String, place: Option<String>) -> Diagnostic {
    Diagnostic {
        severity: Severity::Panic,
        document: None,
        panicked_at: place,
        what: SourceDiagnostic::new(message),
    }
}

fn message(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        return (*text).to_owned();
    }
    match payload.downcast_ref::<String>() {
        Some(text) => text.clone(),
        None => "panic without a message".to_owned(),
    }
}
