//! Reads an evidence base and runs its source plugins, each in a process of its own.

mod answers;
mod cache;
mod child;
mod config;
mod conformance;
mod digest;
mod documents;
mod failure;
mod fault;
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
mod inspect;
mod install;
mod intake;
mod library;
mod listing;
mod load;
mod load_fault;
mod lock;
mod output;
mod plugin_file;
mod plugins;
mod probe;
mod processes;
mod program;
mod propose;
mod revision;
mod sandbox;
mod scratch;
mod sources;
#[cfg(unix)]
mod sys;
#[cfg(not(unix))]
#[path = "sys_elsewhere.rs"]
mod sys;
mod trust;
mod whole;
mod worker;

pub use config::{
    CONFIG_NAMES, is_source_id,
    plan::{PlanError, PlannedSource, plan_source},
};
pub use conformance::{Asked, Budget, Examination, ExamineError, Target, examine};
pub use fault::{fault_of, no_file, too_large};
pub use files::path_inside;
pub use fresh::{make_file, make_folder, remove_made};
pub use gainsay_claims::failure::{Failure, How, Limits, Phase};
pub use gainsay_plugin::abi::HEADER as C_HEADER;
pub use git::{GitError, signature};
pub use image::{ManifestError, read_manifest};
pub use inspect::inspect;
pub use install::{Installed, install};
pub use intake::Collected;
pub use listing::files_of_base;
pub use load::{LoadError, LoadOptions, Loaded, Locking, load, read_policy};
pub use processes::{Isolation, Job, Outcome, RunOptions, Surroundings, run};
pub use propose::{Parts, Proposal, ProposeError, list_parts, propose};
pub use revision::{Before, RevisionError};
pub use sandbox::{SandboxMode, SandboxReport};
pub use trust::{TrustError, Trusted, trust};
pub use whole::{create_whole, make_whole, write_whole};
pub use worker::{WORKER_ARGUMENT, worker_main};
