//! What a plugin process wrote to its standard output and error.

use std::io::Read;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use crate::worker::END_OF_JOB;

/// Bytes that are kept of everything a process wrote.
const KEPT: usize = 1 << 16;
/// Characters of the note about one source.
const NOTE: usize = 4096;
/// Characters of a first line.
const LINE: usize = 200;
/// How long to wait for the end of the stream once the process is gone: what it
/// has started elsewhere may hold it open for ever.
const PATIENCE: Duration = Duration::from_millis(100);

/// A stream that is read as it comes, so that its writer never blocks.
pub(crate) struct Output {
    kept: Arc<Mutex<Vec<u8>>>,
    end: Receiver<()>,
}

impl Output {
    /// Starts to read `stream`.
    pub(crate) fn of(mut stream: impl Read + Send + 'static) -> Self {
        let kept = Arc::new(Mutex::new(Vec::new()));
        let (sender, end) = mpsc::channel();
        let shared = Arc::clone(&kept);
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(length @ 1..) = stream.read(&mut buffer) {
                keep(&shared, &buffer[..length]);
            }
            // Nobody may be waiting any more.
            sender.send(()).ok();
        });
        Self { kept, end }
    }

    /// Adds what came another way.
    pub(crate) fn add(&self, bytes: &[u8]) {
        keep(&self.kept, bytes);
    }

    /// Returns what has been written, after the writer has ended.
    pub(crate) fn notes(self) -> Notes {
        // Whether the stream has ended or not, this is all there is to say.
        self.end.recv_timeout(PATIENCE).ok();
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        Notes(kept.split(|&byte| byte == END_OF_JOB).map(printable).collect())
    }
}

fn keep(kept: &Mutex<Vec<u8>>, bytes: &[u8]) {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    let room = KEPT.saturating_sub(kept.len()).min(bytes.len());
    kept.extend_from_slice(&bytes[..room]);
}

/// What was written during each job.
#[derive(Default)]
pub(crate) struct Notes(Vec<String>);

impl Notes {
    /// What was written during a job, if anything.
    pub(crate) fn note(&self, job: usize) -> Option<String> {
        let text = self.0.get(job)?.trim();
        (!text.is_empty()).then(|| text.chars().take(NOTE).collect())
    }

    /// The first line that was written during a job, and the last one: which of them says
    /// what went wrong depends on the language of the plugin.
    pub(crate) fn wrote(&self, job: usize) -> Option<String> {
        let mut lines = self.0.get(job)?.lines().map(str::trim).filter(|line| !line.is_empty());
        let short = |line: &str| line.chars().take(LINE).collect::<String>();
        let first = short(lines.next()?);
        Some(match lines.next_back() {
            Some(last) => format!("{first} ... {}", short(last)),
            None => first,
        })
    }
}

/// Text without what could move the cursor of a terminal, and without the
/// numbers of threads, which differ from run to run.
fn printable(bytes: &[u8]) -> String {
    let plain = |c: char| {
        if c.is_control() && c != '\n' && c != '\t' { '\u{fffd}' } else { c }
    };
    let text: String = String::from_utf8_lossy(bytes).chars().map(plain).collect();
    text.lines().map(without_thread_number).collect::<Vec<_>>().join("\n")
}

/// `thread 'main' (4711) has overflowed` without ` (4711)`.
fn without_thread_number(line: &str) -> String {
    let number = || {
        let (before, rest) = line.strip_prefix("thread '")?.split_once("' (")?;
        let (number, after) = rest.split_once(')')?;
        number.bytes().all(|byte| byte.is_ascii_digit()).then_some((before, after))
    };
    match number() {
        Some((before, after)) => format!("thread '{before}'{after}"),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn output_is_kept_by_job_and_cleaned() {
        let python = b"Traceback (most recent call last):\n  File \"a.py\"\nValueError: no 4\n";
        let told = Output::of(python.as_slice()).notes().wrote(0);
        assert_eq!(told.unwrap(), "Traceback (most recent call last): ... ValueError: no 4");
        let written = b"\nthread 'main' (4711) has overflowed\nred\x1b[31m\x1e\x1elate";
        let notes = Output::of(written.as_slice()).notes();
        let first = notes.wrote(0).unwrap();
        assert_eq!(first, "thread 'main' has overflowed ... red\u{fffd}[31m");
        assert_eq!(notes.note(0).unwrap(), "thread 'main' has overflowed\nred\u{fffd}[31m");
        assert_eq!(notes.note(1), None);
        assert_eq!(notes.note(2).unwrap(), "late");
        assert_eq!(notes.wrote(3), None);
    }

    #[test]
    fn a_flood_is_cut() {
        let notes = Output::of(io_repeat(1 << 20)).notes();
        assert_eq!(notes.note(0).unwrap().len(), NOTE);
        assert_eq!(notes.wrote(0).unwrap().len(), LINE);
    }

    fn io_repeat(length: u64) -> impl Read + Send {
        std::io::repeat(b'x').take(length)
    }
}
