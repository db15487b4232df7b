//! Stands in for the calls of Unix where there are neither signals nor groups of
//! processes. A plugin then has a process and a deadline; what it starts itself
//! is not ended, and what it prints spoils its own result. Not tested.

use std::fs::File;
use std::io;
use std::os::windows::io::AsHandle as _;

/// Does nothing: the caller ends the process itself.
pub(crate) fn kill_group(_leader: u32) {}

/// Says no: the caller then waits for its deadline.
pub(crate) fn has_ended(_child: u32) -> bool {
    false
}

/// Ends this process.
#[expect(clippy::exit, reason = "the only way to end without unwinding")]
pub(crate) fn end(code: i32) -> ! {
    std::process::exit(code)
}

/// The standard output as a file of its own.
pub(crate) fn take_stdout() -> io::Result<File> {
    io::stdout().as_handle().try_clone_to_owned().map(File::from)
}
