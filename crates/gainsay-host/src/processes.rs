//! Runs the sources of a base: each library in a process of its own.
//!
//! Linux is where this is tested. Other systems have the process and the
//! deadline, but no sandbox and no limit on memory; the report says so.

use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use gainsay_claims::wire::SCHEMA;
use gainsay_plugin::{Config, Document};
use indexmap::IndexMap;
use serde::Serialize;

use crate::child;
use crate::failure::{Failure, Limits};
use crate::in_process;
use crate::intake::Collected;
use crate::sandbox::SandboxMode;
use crate::worker::JobBytes;

/// What is said where there is nothing to do.
pub(crate) const NO_JOBS: [&str; 2] = ["no jobs", "aucune tâche"];

/// One source to run.
#[derive(Debug, Clone)]
pub struct Job {
    /// Name of the source in the base.
    pub source: String,
    /// The plugin's library, or its executable.
    pub plugin: PathBuf,
    /// What the plugin must call itself.
    pub expect_id: String,
    /// Settings of the source.
    pub config: Config,
    /// Documents of the source, in the order of the base.
    pub documents: Vec<Document>,
    /// SHA-256 that the plugin must have, if the base names one.
    pub digest: Option<[u8; 32]>,
}

/// What a source is asked to read, as [`Input`](gainsay_plugin::Input) has it.
#[derive(Serialize)]
struct Given<'a> {
    schema: &'a str,
    source: &'a str,
    documents: &'a [Document],
}

impl Job {
    pub(crate) fn to_bytes(&self) -> io::Result<JobBytes> {
        let config = serde_json::to_vec(&self.config)?;
        // An `Input`, whose documents need not be copied for it: they may be large.
        let input = Given { schema: SCHEMA, source: &self.source, documents: &self.documents };
        let input = serde_json::to_vec(&input)?;
        Ok(JobBytes { config, input })
    }
}

/// Where plugins run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Isolation {
    /// Each library, and each source of an executable, in a process of its own.
    #[default]
    Process,
    /// In this process, for debuggers: no sandbox, no deadline, and a plugin that
    /// crashes or exits ends the program.
    InProcess,
}

/// How sources are run.
#[derive(Debug, Clone)]
pub struct RunOptions {
    /// Where plugins run.
    pub isolation: Isolation,
    /// Whether they are confined.
    pub sandbox: SandboxMode,
    /// Wall time for each source.
    pub deadline: Duration,
    /// Bytes that a source may emit.
    pub max_output: usize,
    /// Bytes of private memory that a plugin process may use (Linux).
    pub max_memory: u64,
    /// Processes at the same time.
    pub jobs: usize,
    /// The program that becomes a plugin process; this one, if none is given.
    pub worker_exe: Option<PathBuf>,
    /// What a plugin process finds around it.
    pub surroundings: Surroundings,
}

/// What a plugin process finds around it; nothing that it says may depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surroundings {
    /// `TZ`.
    pub time_zone: String,
    /// `LANG`.
    pub locale: String,
    /// The working folder (Unix).
    pub folder: PathBuf,
}

impl Default for Surroundings {
    fn default() -> Self {
        Self { time_zone: "UTC".into(), locale: "C.UTF-8".into(), folder: "/".into() }
    }
}

impl Default for RunOptions {
    fn default() -> Self {
        Self {
            isolation: Isolation::default(),
            sandbox: SandboxMode::default(),
            deadline: Duration::from_secs(10),
            max_output: 64 << 20,
            max_memory: 512 << 20,
            jobs: thread::available_parallelism().map_or(1, usize::from),
            worker_exe: None,
            surroundings: Surroundings::default(),
        }
    }
}

impl RunOptions {
    pub(crate) fn limits(&self) -> Limits {
        Limits { deadline: self.deadline, max_output: self.max_output, max_memory: self.max_memory }
    }

    pub(crate) fn worker(&self) -> io::Result<PathBuf> {
        match &self.worker_exe {
            Some(worker) => std::path::absolute(worker),
            // Still right after the file has been replaced by a newer build.
            None if cfg!(target_os = "linux") => Ok(PathBuf::from("/proc/self/exe")),
            None => std::env::current_exe(),
        }
    }
}

/// What came of one source.
pub type Outcome = Result<Collected, Failure>;

/// Runs all jobs and returns what came of each, in their order, whatever
/// finished first. `progress` hears of each source as it finishes.
///
/// Jobs of one library share a process, one after the other; when a job fails,
/// those after it get a new one. Those of an executable have one each.
pub fn run(
    jobs: &[Job],
    options: &RunOptions,
    progress: &dyn Fn(&str, &Outcome),
) -> Vec<(String, Outcome)> {
    let groups = by_library(jobs);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut outcomes: Vec<Option<Outcome>> = jobs.iter().map(|_| None).collect();
    let workers = match options.isolation {
        Isolation::Process => options.jobs.clamp(1, groups.len().max(1)),
        Isolation::InProcess => 1,
    };
    thread::scope(|scope| {
        for _ in 0..workers {
            let (sender, groups, next) = (sender.clone(), &groups, &next);
            scope.spawn(move || {
                while let Some(group) = groups.get(next.fetch_add(1, Ordering::Relaxed)) {
                    run_group(jobs, group, options, &sender);
                }
            });
        }
        drop(sender);
        for (index, outcome) in receiver {
            progress(&jobs[index].source, &outcome);
            outcomes[index] = Some(outcome);
        }
    });
    let outcomes = outcomes.into_iter();
    let outcomes = outcomes.map(|outcome| outcome.expect("each group reports each of its jobs"));
    jobs.iter().map(|job| job.source.clone()).zip(outcomes).collect()
}

/// Indices of jobs that may share a process, in the order of the first of each.
fn by_library(jobs: &[Job]) -> Vec<Vec<usize>> {
    let mut groups: IndexMap<_, Vec<usize>> = IndexMap::new();
    for (index, job) in jobs.iter().enumerate() {
        groups.entry((&job.plugin, &job.expect_id, job.digest)).or_default().push(index);
    }
    groups.into_values().collect()
}

fn run_group(
    jobs: &[Job],
    group: &[usize],
    options: &RunOptions,
    report: &Sender<(usize, Outcome)>,
) {
    let mut rest = group;
    while !rest.is_empty() {
        let chosen: Vec<&Job> = rest.iter().map(|&index| &jobs[index]).collect();
        let outcomes = match options.isolation {
            Isolation::Process => child::run(&chosen, options),
            Isolation::InProcess => in_process::run(&chosen, options),
        };
        let (done, left) = rest.split_at(outcomes.len());
        for (&index, outcome) in done.iter().zip(outcomes) {
            report.send((index, outcome)).expect("the receiver lives until all groups are done");
        }
        rest = left;
    }
}
