//! Reads an evidence base and runs its source plugins, each in a process of its own.

mod child;
mod failure;
mod frames;
mod image;
mod in_process;
mod intake;
mod library;
mod output;
mod processes;
mod sandbox;
mod sys;
mod worker;

pub use failure::{Failure, How, Limits, Phase};
pub use image::{ManifestError, read_manifest};
pub use intake::Collected;
pub use processes::{Isolation, Job, Outcome, RunOptions, run};
pub use sandbox::{SandboxMode, SandboxReport};
pub use worker::{WORKER_ARGUMENT, worker_main};
