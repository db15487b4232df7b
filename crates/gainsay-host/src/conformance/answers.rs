//! How a plugin answers what it is not used to.

use std::time::Duration;

use gainsay_claims::{
    conformance::{FAILS_UNDER_SANDBOX, NotRun},
    facts::{Damage, Fact, PluginFact},
};
use gainsay_plugin::{Config, Document, Handed, abi, testing::damaged};
use serde_json::Value;

use super::{
    Subject, Trouble,
    subject::{FINISHED, is_orderly},
    surroundings::is_stable,
};
use crate::{
    Failure, Job,
    probe::{Probe, Probed},
    run,
};

const NO_SETTING: &str = "no-such-setting";

/// How many damaged documents are held in memory.
const AT_ONCE: usize = 8;

/// How long a call may go on that is told to stop.
const STOP: Duration = Duration::from_secs(1);

pub(super) fn unknown_setting(subject: &Subject<'_>) -> Result<(), Trouble> {
    // What fails anyway refuses nothing.
    if subject.first().is_err() {
        return Err(NotRun::Without(&FAILS_UNDER_SANDBOX).into());
    }
    match subject.run_alone(with_settings(subject, unknown(subject)), &subject.options) {
        Ok(_) => Err(PluginFact::Accepted { setting: NO_SETTING.to_owned() }.into()),
        // How it refuses is the next rule's business.
        Err(_) => Ok(()),
    }
}

pub(super) fn bad_settings(subject: &Subject<'_>) -> Result<(), Trouble> {
    let own = &subject.job.config;
    let of_no_kind = own.keys().map(|key| {
        let mut settings = own.clone();
        settings.insert(key.clone(), Value::Array(vec![Value::Null]));
        settings
    });
    for settings in std::iter::once(unknown(subject)).chain(of_no_kind) {
        let json = Value::Object(settings.clone()).to_string();
        let outcome = subject.run_alone(with_settings(subject, settings), &subject.options);
        if let Err(failure) = outcome
            && !is_orderly(&failure)
        {
            return Err(broken(PluginFact::Settings { json }, failure));
        }
    }
    Ok(())
}

/// Damaged documents share processes as long as none fails.
pub(super) fn bad_documents(subject: &Subject<'_>) -> Result<(), Trouble> {
    if subject.job.documents.is_empty() {
        return Err(NotRun::NoDocuments.into());
    }
    for group in subject.groups() {
        for own in &group {
            let mut rest = damaged(&own.name, &subject.on_disk(own)).into_iter().peekable();
            let others: Vec<_> = group.iter().filter(|one| one.name != own.name).collect();
            while rest.peek().is_some() {
                survives(subject, rest.by_ref().take(AT_ONCE), &others)?;
            }
        }
    }
    Ok(())
}

/// Runs damaged documents, each as a job of its own, with the others that go with it.
fn survives(
    subject: &Subject<'_>,
    damaged: impl Iterator<Item = (String, Damage, Vec<u8>)>,
    others: &[&Document],
) -> Result<(), Trouble> {
    let (mut jobs, mut damages) = (Vec::new(), Vec::new());
    for (name, damage, bytes) in damaged {
        // What is no document for the core is none for the plugin.
        let Ok(document) = Handed::of(&name, bytes) else { continue };
        let mut documents = vec![document.for_plugin(&subject.name)];
        documents.extend(others.iter().filter(|one| one.name != name).copied().cloned());
        jobs.push(Job { documents, ..subject.job.clone() });
        damages.push((name, damage));
    }
    let outcomes = run(&jobs, &subject.options, &|_, _| ());
    for ((_, outcome), (document, damage)) in outcomes.into_iter().zip(damages) {
        if let Err(failure) = outcome
            && !is_orderly(&failure)
        {
            return Err(broken(PluginFact::Damaged { document, damage }, failure));
        }
    }
    Ok(())
}

pub(super) fn unknown_operation(subject: &Subject<'_>) -> Result<(), Trouble> {
    match subject.ask(Probe::Operation) {
        Ok(Probed::Operation { code: abi::UNSUPPORTED, .. }) => Ok(()),
        Ok(Probed::Operation { operation, code }) => {
            Err(PluginFact::Answered { operation, code }.into())
        }
        Ok(_) => Err(NotRun::NotHere.into()),
        Err(unanswered) => Err(PluginFact::Failed(unanswered.failure).into()),
    }
}

pub(super) fn stop(subject: &Subject<'_>) -> Result<(), Trouble> {
    match subject.ask(Probe::Stop) {
        Ok(Probed::Stop { after: Some(after) }) if after > STOP => {
            Err(PluginFact::WentOn { after }.into())
        }
        Ok(Probed::Stop { after: Some(_) }) => Ok(()),
        Ok(_) => Err(NotRun::Silent.into()),
        Err(unanswered) => Err(PluginFact::Failed(unanswered.failure).into()),
    }
}

pub(super) fn twice(subject: &Subject<'_>) -> Result<(), Trouble> {
    match subject.ask(Probe::Twice) {
        // What differs from run to run anyway is another rule's business; here only a second
        // source in the same process is looked at.
        Ok(Probed::Twice { codes: [FINISHED, FINISHED], same }) => {
            if same || !is_stable(subject) {
                Ok(())
            } else {
                Err(PluginFact::Second { code: FINISHED }.into())
            }
        }
        Ok(Probed::Twice { codes: [_, code], .. }) => Err(PluginFact::Second { code }.into()),
        Ok(_) => Err(NotRun::NotHere.into()),
        Err(unanswered) => Err(PluginFact::Failed(unanswered.failure).into()),
    }
}

fn unknown(subject: &Subject<'_>) -> Config {
    let mut settings = subject.job.config.clone();
    settings.insert(NO_SETTING.to_owned(), Value::Bool(true));
    settings
}

fn with_settings(subject: &Subject<'_>, config: Config) -> Job {
    Job { config, ..subject.job.clone() }
}

fn broken(what: PluginFact, failure: Failure) -> Trouble {
    let facts = [what, PluginFact::Failed(failure)].map(Fact::Plugin);
    Trouble::Broken(facts.into(), Vec::new())
}
