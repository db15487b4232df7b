//! The parent's side of one plugin process: start it, listen, end it.

mod ask;

use std::io::{self, BufReader, Read, Write as _};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::answers::{Answers, bad_output};
use crate::failure::{Failure, How, Phase};
use crate::fault::{fault, fault_of};
use crate::frames::{self, Frame, Order, Tag};
use crate::group::Group;
use crate::intake::Collected;
use crate::output::{Notes, Output};
use crate::plugin_file::may_be_executable;
use crate::probe::Probe;
use crate::processes::{Job, NO_JOBS, RunOptions};
use crate::worker::WORKER_ARGUMENT;

pub(crate) use ask::{Unanswered, ask, processor_time};

/// How long a process that has closed its channel may take to be gone.
const GRACE: Duration = Duration::from_millis(50);

/// Runs jobs of one library one after the other in a new process. Returns what
/// came of them up to the first that failed; a library that does not load fails
/// all of them. An executable runs one job in a process.
pub(crate) fn run(jobs: &[&Job], options: &RunOptions) -> Vec<Result<Collected, Failure>> {
    let jobs = match jobs {
        [first, _, ..] if may_be_executable(&first.plugin) => &jobs[..1],
        jobs => jobs,
    };
    let session = Session::start(jobs, None, options);
    let heard = session.map(|session| session.hear(jobs.len(), options));
    let heard = heard.unwrap_or_else(|error| Heard {
        collected: Vec::new(),
        phase: Phase::Spawn,
        failed: Some(How::Refused { reason: fault_of(&error).into() }),
        notes: Notes::default(),
    });
    heard.outcomes(jobs.len(), options)
}

/// All that came from one process.
struct Heard {
    /// Sources that finished, in order.
    collected: Vec<Collected>,
    /// What was being done last.
    phase: Phase,
    /// Why the source after those did not finish, if there was one.
    failed: Option<How>,
    notes: Notes,
}

impl Heard {
    fn outcomes(self, jobs: usize, options: &RunOptions) -> Vec<Result<Collected, Failure>> {
        let finished = self.collected.len();
        let failure = self.failed.map(|how| Failure {
            phase: self.phase,
            how,
            wrote: self.notes.wrote(finished),
            limits: options.limits(),
        });
        let failures = match self.phase {
            Phase::Spawn | Phase::Inspect | Phase::Confine | Phase::Load => jobs - finished,
            Phase::Create | Phase::Collect => 1,
        };
        let collected = self.collected.into_iter().enumerate();
        collected
            .map(|(job, collected)| Collected { output_note: self.notes.note(job), ..collected })
            .map(Ok)
            .chain(failure.into_iter().flat_map(|one| vec![Err(one); failures]))
            .collect()
    }
}

struct Session {
    group: Group,
    frames: Receiver<io::Result<Frame>>,
    output: Output,
    answers: Answers,
}

impl Session {
    fn start(jobs: &[&Job], probe: Option<Probe>, options: &RunOptions) -> io::Result<Self> {
        let orders = orders(jobs, probe, options)?;
        let mut child = spawn(options)?;
        let missing = || fault(["no pipe", "pas de canal"]);
        let mut stdin = child.stdin.take().ok_or_else(missing)?;
        let stdout = child.stdout.take().ok_or_else(missing)?;
        let stderr = child.stderr.take().ok_or_else(missing)?;
        // A program that does not read its orders must not block this one.
        thread::spawn(move || stdin.write_all(&orders));
        let limit = options.max_output.saturating_add(1 << 16);
        Ok(Self {
            group: Group::of(child),
            frames: listen(stdout, limit),
            output: Output::of(stderr),
            answers: Answers::new(options.max_output),
        })
    }

    /// Listens until all jobs are done or one has failed, and ends the process.
    fn hear(mut self, jobs: usize, options: &RunOptions) -> Heard {
        let mut collected = Vec::new();
        let mut failed = None;
        while collected.len() < jobs && failed.is_none() {
            match self.next(options) {
                Ok(next) => collected.push(next),
                Err(how) => failed = Some(how),
            }
        }
        self.group.end();
        Heard { collected, phase: self.answers.phase(), failed, notes: self.output.notes() }
    }

    /// Listens until the next job is done.
    fn next(&mut self, options: &RunOptions) -> Result<Collected, How> {
        let begin = Instant::now();
        loop {
            let frame = self.frame(begin, options)?;
            if frame.tag == Tag::Log {
                self.output.add(&[&frame.bytes, b"\n".as_slice()].concat());
                continue;
            }
            if let Some(collected) = self.answers.take(frame)? {
                return Ok(collected);
            }
        }
    }

    /// Listens until the next frame.
    fn frame(&mut self, begin: Instant, options: &RunOptions) -> Result<Frame, How> {
        // A process that never falls silent is stopped, too.
        let left = options.deadline.saturating_sub(begin.elapsed());
        match self.frames.recv_timeout(left) {
            Ok(_) if left.is_zero() => Err(self.too_late(options)),
            Ok(Ok(frame)) => Ok(frame),
            Ok(Err(error)) => Err(bad_output(fault_of(&error))),
            Err(RecvTimeoutError::Disconnected) => Err(self.how_it_ended()),
            Err(RecvTimeoutError::Timeout) => Err(self.too_late(options)),
        }
    }

    /// What a process comes to that has not delivered in time.
    fn too_late(&mut self, options: &RunOptions) -> How {
        // It may have ended, and what it has started holds the channel open.
        if self.group.has_ended() {
            return self.how_it_ended();
        }
        How::Timeout { after: options.deadline }
    }

    /// How a process whose channel is closed has ended, or that it has not.
    fn how_it_ended(&mut self) -> How {
        let until = Instant::now() + GRACE;
        while !self.group.has_ended() {
            if until < Instant::now() {
                return How::Closed;
            }
            thread::sleep(Duration::from_millis(1));
        }
        self.group.end().map_or(How::Closed, ended)
    }
}

fn spawn(options: &RunOptions) -> io::Result<Child> {
    let mut command = Command::new(options.worker()?);
    let around = &options.surroundings;
    command.arg(WORKER_ARGUMENT).env_clear();
    command.env("LANG", &around.locale).env("TZ", &around.time_zone);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        command.current_dir(&around.folder).process_group(0);
    }
    command.spawn()
}

/// What is written to the standard input of the process.
fn orders(jobs: &[&Job], probe: Option<Probe>, options: &RunOptions) -> io::Result<Vec<u8>> {
    let first = jobs.first().ok_or_else(|| fault(NO_JOBS))?;
    let plugin: PathBuf = std::path::absolute(&first.plugin)?;
    let plugin = plugin
        .to_str()
        .ok_or_else(|| fault(["path is not UTF-8", "chemin qui n'est pas en UTF-8"]))?;
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
        probe,
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

/// Reads frames as they are taken. At most one waits: each may be as long as
/// all the output of a source.
fn listen(stdout: impl Read + Send + 'static, limit: usize) -> Receiver<io::Result<Frame>> {
    let (sender, receiver) = mpsc::sync_channel(1);
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
        return How::Signal { number, name: crate::sys::signal_name(number) };
    }
    How::Exit { code: status.code().unwrap_or(-1) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    /// A stream that counts how much of it has been read.
    struct Counted(io::Cursor<Vec<u8>>, Arc<AtomicUsize>);

    impl Read for Counted {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.0.read(buffer)?;
            self.1.fetch_add(length, Ordering::SeqCst);
            Ok(length)
        }
    }

    #[test]
    fn frames_that_nobody_takes_are_not_read_ahead() {
        const LENGTH: usize = 1 << 16;
        let mut bytes = Vec::new();
        for _ in 0..12 {
            frames::write(&mut bytes, Tag::Records, &[b'x'; LENGTH]).unwrap();
        }
        let read = Arc::new(AtomicUsize::new(0));
        let frames = listen(Counted(io::Cursor::new(bytes), Arc::clone(&read)), LENGTH);
        thread::sleep(Duration::from_millis(200));
        // One waits in the channel, one to get in; a little is buffered.
        assert!(read.load(Ordering::SeqCst) < 3 * LENGTH);
        assert_eq!(frames.iter().filter(Result::is_ok).count(), 12);
    }
}
