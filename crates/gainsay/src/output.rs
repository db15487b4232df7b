//! Results to standard output, everything else to standard error.

use std::{
    io::{self, ErrorKind, IsTerminal, Write},
    path::Path,
};

use anstream::{AutoStream, ColorChoice};
use gainsay_claims::Lang;

use crate::{args::Color, refusal::Refusal};

/// Prints results. Whoever closed the pipe has read enough.
pub(crate) fn print(text: &str, color: Color) -> Result<(), Refusal> {
    match write(text, color) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(Refusal::Write),
    }
}

/// Prints results for programs, bit by bit and as they are. Whoever closed the pipe has read enough.
pub(crate) fn stream(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Refusal> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    match write(&mut out).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(Refusal::Write),
    }
}

/// Writes results; a closed pipe is an error of its own kind.
pub(crate) fn write(text: &str, color: Color) -> io::Result<()> {
    let mut out = AutoStream::new(io::stdout().lock(), choice(color));
    out.write_all(text.as_bytes()).and_then(|()| out.flush())
}

/// Prints what is to be known of results, beside them.
pub(crate) fn tell(text: &str, color: Color) {
    let mut out = AutoStream::new(io::stderr().lock(), choice(color));
    // Nothing is left to be told when standard error is closed.
    let _ = out.write_all(text.as_bytes());
}

/// Prints why the program could not run.
pub(crate) fn refuse(refusal: &Refusal, lang: Lang) {
    let lead = match lang {
        Lang::En => "error:",
        Lang::Fr => "erreur\u{a0}:",
    };
    // Nothing is left to be told when standard error is closed.
    let _ = writeln!(io::stderr(), "{lead} {}", refusal.say(lang));
}

/// Tells somebody who watches that the program waits for files to be saved.
pub(crate) fn watching(lang: Lang) {
    if !is_watched() {
        return;
    }
    let text = match lang {
        Lang::En => "waiting for files to be saved; Ctrl-C ends",
        Lang::Fr => "en attente d'un enregistrement\u{a0}; Ctrl-C termine",
    };
    let _ = writeln!(io::stderr(), "{text}");
}

/// Tells that there is nothing to show a page in.
pub(crate) fn no_browser(file: &Path, lang: Lang) {
    let file = gainsay_report::clean(&file.to_string_lossy());
    let text = match lang {
        Lang::En => format!("no browser could be started; the page is {file}"),
        Lang::Fr => format!("aucun navigateur n'a pu être lancé\u{a0}; la page est {file}"),
    };
    let _ = writeln!(io::stderr(), "{text}");
}

/// Shows which source has finished, on one line that is overwritten.
pub(crate) fn progress(source: &str) {
    let _ = write!(io::stderr(), "\r\u{1b}[K{}", gainsay_report::clean(source));
}

/// Removes the line of progress.
pub(crate) fn end_progress() {
    let _ = write!(io::stderr(), "\r\u{1b}[K");
}

/// Whether somebody watches standard error.
pub(crate) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

fn choice(color: Color) -> ColorChoice {
    match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}
