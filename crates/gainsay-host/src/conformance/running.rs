//! How a plugin runs on its own documents.

use gainsay_claims::{
    conformance::NotRun,
    facts::{Fact, PluginFact},
};

use super::{Subject, Trouble, subject::is_confined};
use crate::RunOptions;

pub(super) fn finishes(subject: &Subject<'_>) -> Result<(), Trouble> {
    if let Err(failure) = subject.first() {
        return Err(PluginFact::Failed(failure.clone()).into());
    }
    // It finished, but not under all that it must bear.
    if !is_confined(&subject.options) || !subject.sandbox().is_complete() {
        return Err(NotRun::NoSandbox.into());
    }
    Ok(())
}

pub(super) fn stdout(subject: &Subject<'_>) -> Result<(), Trouble> {
    let written = &subject.footprint()?.written;
    if written.is_empty() {
        return Ok(());
    }
    Err(PluginFact::Wrote { text: written.clone() }.into())
}

pub(super) fn threads(subject: &Subject<'_>) -> Result<(), Trouble> {
    match subject.footprint()?.threads {
        0 => Ok(()),
        count => Err(PluginFact::Threads { count }.into()),
    }
}

pub(super) fn time(subject: &Subject<'_>) -> Result<(), Trouble> {
    let (used, budget) = (subject.processor_time()?, subject.budget.time);
    if used <= budget { Ok(()) } else { Err(PluginFact::Time { used, budget }.into()) }
}

pub(super) fn memory(subject: &Subject<'_>) -> Result<(), Trouble> {
    let budget = subject.budget.memory;
    if subject.is_executable() {
        return runs_within(subject, budget);
    }
    let used = subject.footprint()?.memory;
    if used <= budget { Ok(()) } else { Err(PluginFact::Memory { used, budget }.into()) }
}

/// Whether a source finishes that may have no more memory than this. It does so with more.
fn runs_within(subject: &Subject<'_>, max_memory: u64) -> Result<(), Trouble> {
    let options = RunOptions { max_memory, ..subject.options.clone() };
    let Err(failure) = subject.run_alone(subject.job.clone(), &options) else { return Ok(()) };
    let facts = [PluginFact::Squeezed { budget: max_memory }, PluginFact::Failed(failure)];
    Err(Trouble::Broken(facts.map(Fact::Plugin).into(), Vec::new()))
}
