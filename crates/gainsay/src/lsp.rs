//! The server of editors: the Language Server Protocol, as far as drafts need it.
//!
//! The main thread reads what the editor sends and answers what needs no thought; a worker
//! keeps the drafts and the base, and checks.

mod actions;
mod desk;
mod diagnostics;
mod open;
mod server;
mod settings;
mod task;
mod text;
mod uri;
mod wire;
mod worker;

pub(crate) use server::serve;
pub(crate) use settings::Settings;
pub(crate) use wire::WireError;
