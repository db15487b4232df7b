//! The citation engine leaves some texts and styles to panics.

use std::{
    cell::Cell,
    panic::{self, AssertUnwindSafe},
    sync::Once,
};

thread_local! {
    static IS_EXPECTED: Cell<bool> = const { Cell::new(false) };
}

static INSTALLED: Once = Once::new();

/// Runs `body`, which must not call this again; `None` if it panics, of which nothing is
/// printed. Panics elsewhere are reported as they were before.
pub(super) fn caught<T>(body: impl FnOnce() -> T) -> Option<T> {
    INSTALLED.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if !IS_EXPECTED.get() {
                before(info);
            }
        }));
    });
    IS_EXPECTED.set(true);
    let done = panic::catch_unwind(AssertUnwindSafe(body));
    IS_EXPECTED.set(false);
    done.ok()
}
