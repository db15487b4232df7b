//! What loading a library shows.

use gainsay_claims::facts::{PluginFact, TableFault};

use super::{Subject, Trouble};
use crate::load_fault::LoadFault;

pub(super) fn loads(subject: &Subject<'_>) -> Result<(), Trouble> {
    let Err(unanswered) = subject.loading() else { return Ok(()) };
    Err(match &unanswered.fault {
        Some(LoadFault::Table(_)) => return Ok(()),
        Some(LoadFault::Loader(reason)) => PluginFact::Unloadable { reason: reason.clone() },
        None => PluginFact::Failed(unanswered.failure.clone()),
    }
    .into())
}

pub(super) fn interface(subject: &Subject<'_>) -> Result<(), Trouble> {
    match fault(subject) {
        None | Some(TableFault::Manifest) => Ok(()),
        Some(fault) => Err(PluginFact::Table(fault).into()),
    }
}

pub(super) fn manifest(subject: &Subject<'_>) -> Result<(), Trouble> {
    match fault(subject) {
        Some(TableFault::Manifest) => Err(PluginFact::Table(TableFault::Manifest).into()),
        _ => Ok(()),
    }
}

fn fault(subject: &Subject<'_>) -> Option<TableFault> {
    match subject.loading().err()?.fault {
        Some(LoadFault::Table(fault)) => Some(fault),
        _ => None,
    }
}
