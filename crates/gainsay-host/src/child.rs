//! The parent's side of one plugin process: start it, listen, end it.

use std::io::{self, BufReader, Read, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, How, Phase};
use crate::frames::{self, Done, Failed, Frame, Order, Started, Tag};
use crate::intake::{Collected, Intake};
use crate::output::{self, Output};
use crate::processes::{Job, RunOptions};
use crate::sys;
use crate::worker::WORKER_ARGUMENT;

/// How long a process that has closed its channel may take to be gone.
const GRACE: Duration = Duration::from_millis(50);

/// Runs jobs of one library one after the other in a new process. Returns what
/// came of them up to the first that failed; a library that does not load fails
/// all of them.
pub(crate) fn run(jobs: &[&Job], options: &RunOptions) -> Vec<Result<Collected, Failure>> {
    let limits = options.limits();
    let mut session = match Session::start(jobs, options) {
        Ok(session) => session,
        Err(error) => {
            let how = How::Refused { reason: error.to_string() };
            let failure = Failure { phase: Phase::Spawn, how, first_line: None, limits };
            return jobs.iter().map(|_| Err(failure.clone())).collect();
        }
    };
    let mut results = Vec::new();
    let failed = loop {
        if results.len() == jobs.len() {
            break None;
        }
        match session.next(options) {
            Ok(collected) => results.push(collected),
            Err(how) => break Some(how),
        }
    };
    let (phase, how) = (session.phase, failed);
    let notes = session.end();
    let mut outcomes: Vec<_> = results
        .into_iter()
        .enumerate()
        .map(|(job, collected)| Ok(Collected { output_note: notes.note(job), ..collected }))
        .collect();
    if let Some(how) = how {
        let first_line = notes.first_line(outcomes.len());
        let failure = Failure { phase, how, first_line, limits };
        let everybody = if phase <= Phase::Load { jobs.len() - outcomes.len() } else { 1 };
        outcomes.extend((0..everybody).map(|_| Err(failure.clone())));
    }
    outcomes
}

struct Session {
    child: Child,
    frames: Receiver<io::Result<Frame>>,
    output: Output,
    started: Option<Started>,
    phase: Phase,
    intake: Intake,
}

impl Session {
    fn start(jobs: &[&Job], options: &RunOptions) -> io::Result<Self> {
        let orders = orders(jobs, options)?;
        let mut child = spawn(options)?;
        let missing = || io::Error::other("no pipe");
        let mut stdin = child.stdin.take().ok_or_else(missing)?;
        let stdout = child.stdout.take().ok_or_else(missing)?;
        let stderr = child.stderr.take().ok_or_else(missing)?;
        // A program that does not read its orders must not block this one.
        thread::spawn(move || stdin.write_all(&orders));
        let limit = options.max_output.saturating_add(1 << 16);
        Ok(Self {
            child,
            frames: listen(stdout, limit),
            output: Output::of(stderr),
            started: None,
            phase: Phase::Spawn,
            intake: Intake::new(options.max_output),
        })
    }

    /// Listens until the next job is done.
    fn next(&mut self, options: &RunOptions) -> Result<Collected, How> {
        let begin = Instant::now();
        loop {
            let left = options.deadline.saturating_sub(begin.elapsed());
            let frame = match self.frames.recv_timeout(left) {
                Ok(Ok(frame)) => frame,
                Ok(Err(error)) => {
                    return Err(How::BadOutput { reason: error.to_string() });
                }
                Err(RecvTimeoutError::Disconnected) => return Err(self.how_it_ended()),
                // What it has started may still hold the channel open.
                Err(RecvTimeoutError::Timeout) if sys::has_ended(self.child.id()) => {
                    return Err(self.how_it_ended());
                }
                Err(RecvTimeoutError::Timeout) => {
                    return Err(How::Timeout { after: options.deadline });
                }
            };
            if let Some(collected) = self.take(frame)? {
                return Ok(collected);
            }
        }
    }

    fn take(&mut self, Frame { tag, bytes }: Frame) -> Result<Option<Collected>, How> {
        let bad = |error: serde_json::Error| How::BadOutput { reason: error.to_string() };
        match tag {
            Tag::Phase => {
                let index = bytes.first().copied().unwrap_or_default();
                self.phase = *Phase::ALL.get(usize::from(index)).unwrap_or(&self.phase);
            }
            Tag::Started => self.started = Some(serde_json::from_slice(&bytes).map_err(bad)?),
            Tag::Records | Tag::Diagnostic => self.intake.add(tag, bytes)?,
            Tag::Failed => {
                return Err(serde_json::from_slice::<Failed>(&bytes).map_err(bad)?.into());
            }
            Tag::Done => {
                let done: Done = serde_json::from_slice(&bytes).map_err(bad)?;
                let started = self.started.as_ref();
                let started = started
                    .ok_or_else(|| How::BadOutput { reason: "done before it started".into() })?;
                return self.intake.finish(done, started).map(Some);
            }
            Tag::Order | Tag::Config | Tag::Input => {
                return Err(How::BadOutput { reason: "an order from the child".into() });
            }
        }
        Ok(None)
    }

    /// How a process whose channel is closed has ended, or that it has not.
    fn how_it_ended(&mut self) -> How {
        let until = Instant::now() + GRACE;
        while !sys::has_ended(self.child.id()) {
            if until < Instant::now() {
                return How::Closed;
            }
            thread::sleep(Duration::from_millis(1));
        }
        sys::kill_group(self.child.id());
        self.child.wait().map_or(How::Closed, ended)
    }

    /// Ends the process and all it has started, reaps it, and returns what it wrote.
    fn end(mut self) -> output::Notes {
        sys::kill_group(self.child.id());
        // These fail only where it has been reaped before.
        self.child.kill().ok();
        self.child.wait().ok();
        self.output.notes()
    }
}

fn spawn(options: &RunOptions) -> io::Result<Child> {
    let mut command = Command::new(options.worker()?);
    command.arg(WORKER_ARGUMENT).env_clear().env("LANG", "C.UTF-8").env("TZ", "UTC");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        command.current_dir("/").process_group(0);
    }
    command.spawn()
}

/// What is written to the standard input of the process.
fn orders(jobs: &[&Job], options: &RunOptions) -> io::Result<Vec<u8>> {
    let first = jobs.first().ok_or_else(|| io::Error::other("no jobs"))?;
    let plugin: PathBuf = std::path::absolute(&first.plugin)?;
    let plugin = plugin.to_str().ok_or_else(|| io::Error::other("path is not UTF-8"))?;
    // A backstop for a process whose parent cannot end it: four busy threads.
    let seconds = options.deadline.as_secs().saturating_add(1);
    let max_seconds = seconds.saturating_mul(4).saturating_mul(jobs.len() as u64);
    let order = Order {
        plugin: plugin.to_owned(),
        expect_id: first.expect_id.clone(),
        digest: first.digest,
        sandbox: options.sandbox,
        max_output: options.max_output,
        max_memory: options.max_memory,
        max_seconds,
    };
    let mut orders = Vec::new();
    frames::write_json(&mut orders, Tag::Order, &order)?;
    for job in jobs {
        let bytes = job.to_bytes()?;
        frames::write(&mut orders, Tag::Config, &bytes.config)?;
        frames::write(&mut orders, Tag::Input, &bytes.input)?;
    }
    Ok(orders)
}

fn listen(stdout: impl Read + Send + 'static, limit: usize) -> Receiver<io::Result<Frame>> {
    let (sender, receiver) = mpsc::sync_channel(16);
    thread::spawn(move || {
        let mut stdout = BufReader::new(stdout);
        // Ends with the stream, with a bad frame, or when nobody listens any more.
        while let Some(frame) = frames::read(&mut stdout, limit).transpose() {
            let last = frame.is_err();
            if sender.send(frame).is_err() || last {
                break;
            }
        }
    });
    receiver
}

fn ended(status: ExitStatus) -> How {
    #[cfg(unix)]
    if let Some(number) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return How::Signal { number, name: sys::signal_name(number) };
    }
    How::Exit { code: status.code().unwrap_or(-1) }
}
