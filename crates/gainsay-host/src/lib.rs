//! Reads an evidence base and runs its source plugins, each in a process of its own.

mod answers;
mod child;
mod config;
mod digest;
mod failure;
mod files;
mod frames;
mod fresh;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
mod gather;
mod git;
mod group;
mod image;
mod in_process;
mod intake;
mod library;
mod listing;
mod load;
mod output;
mod plugins;
mod processes;
mod revision;
mod sandbox;
mod scratch;
#[cfg(unix)]
mod sys;
#[cfg(not(unix))]
#[path = "sys_elsewhere.rs"]
mod sys;
mod whole;
mod worker;

pub use config::CONFIG_NAMES;
pub use files::path_inside;
pub use fresh::{make_file, make_folder};
pub use gainsay_claims::failure::{Failure, How, Limits, Phase};
pub use git::{GitError, signature};
pub use image::{ManifestError, read_manifest};
pub use intake::Collected;
pub use listing::files_of_base;
pub use load::{LoadError, LoadOptions, Loaded, load};
pub use processes::{Isolation, Job, Outcome, RunOptions, run};
pub use revision::{Before, RevisionError};
pub use sandbox::{SandboxMode, SandboxReport};
pub use whole::{create_whole, make_whole, write_whole};
pub use worker::{WORKER_ARGUMENT, worker_main};
