//! Showing a page in the system's browser.

use std::{
    io,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::Duration,
};

/// What opens a file with the program that the reader chose for its kind.
const OPENER: &[&str] = if cfg!(target_os = "macos") {
    &["open"]
} else if cfg!(windows) {
    &["rundll32", "url.dll,FileProtocolHandler"]
} else {
    &["xdg-open"]
};

/// How often is looked whether the opener gave up, and how long that takes.
const LOOKS: u32 = 20;
const PAUSE: Duration = Duration::from_millis(50);

/// Opens a file; whether somebody took it. Some openers stay as long as the browser, so
/// one that is still there after a second is believed.
pub(crate) fn open(file: &Path) -> bool {
    start(file).and_then(is_taken).unwrap_or(false)
}

fn start(file: &Path) -> io::Result<Child> {
    let [program, arguments @ ..] = OPENER else { return Err(io::ErrorKind::NotFound.into()) };
    Command::new(program)
        .args(arguments)
        // From the root, so that no name looks like an option.
        .arg(std::path::absolute(file)?)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}

fn is_taken(mut child: Child) -> io::Result<bool> {
    for _ in 0..LOOKS {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        sleep(PAUSE);
    }
    Ok(true)
}
