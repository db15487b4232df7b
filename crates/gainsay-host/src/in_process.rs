//! Runs a plugin in this very process, for debuggers and sanitizers.

use std::cell::RefCell;
use std::rc::Rc;

use gainsay_claims::Said;
use gainsay_plugin::Kind;

use crate::failure::{Failure, How, Phase, Refusal};
use crate::fault::fault_of;
use crate::frames::{Counts, Done, Started, Tag};
use crate::image::Image;
use crate::intake::{Collected, Intake};
use crate::library::Library;
use crate::processes::{Job, NO_JOBS, RunOptions};
use crate::sandbox::SandboxReport;
use crate::worker;

/// Runs jobs of one library. Returns what came of each; a library that does not
/// load fails all of them.
pub(crate) fn run(jobs: &[&Job], options: &RunOptions) -> Vec<Result<Collected, Failure>> {
    let failure = |phase, how| Failure { phase, how, wrote: None, limits: options.limits() };
    match load(jobs) {
        Ok((library, started)) => jobs
            .iter()
            .map(|job| {
                run_one(&library, &started, job, options)
                    .map_err(|(phase, how)| failure(phase, how))
            })
            .collect(),
        Err((phase, reason)) => {
            let how = How::Refused { reason };
            jobs.iter().map(|_| Err(failure(phase, how.clone()))).collect()
        }
    }
}

fn load(jobs: &[&Job]) -> Result<(Library, Started), (Phase, Refusal)> {
    let first = jobs.first().ok_or_else(|| (Phase::Spawn, Said::from(NO_JOBS).into()))?;
    let image = Image::open(&first.plugin, &first.expect_id, first.digest.as_ref())
        .map_err(|reason| (Phase::Inspect, reason))?;
    if image.executable.is_some() {
        return Err((Phase::Inspect, Refusal::OwnProcess));
    }
    let (digest, manifest, path) = (image.digest, image.manifest.clone(), image.path.clone());
    // One that is refused stays loaded, too.
    image.keep();
    let library = Library::open(&path, &manifest).map_err(|fault| (Phase::Load, fault.into()))?;
    Ok((library, Started { digest, manifest, sandbox: SandboxReport::default() }))
}

fn run_one(
    library: &Library,
    started: &Started,
    job: &Job,
    options: &RunOptions,
) -> Result<Collected, (Phase, How)> {
    let refused = |error: std::io::Error| How::Refused { reason: fault_of(&error).into() };
    let bytes = job.to_bytes().map_err(|error| (Phase::Spawn, refused(error)))?;
    let intake = Rc::new(RefCell::new((Intake::new(options.max_output), Counts::default(), None)));
    let shared = Rc::clone(&intake);
    let receive = Box::new(move |kind, bytes: &[u8]| {
        let tag = match kind {
            Kind::Records => Tag::Records,
            Kind::Diagnostic => Tag::Diagnostic,
            Kind::Log => return true,
        };
        let (intake, counts, refused) = &mut *shared.borrow_mut();
        counts.add(tag, bytes.len());
        // What was refused stays refused, whatever the plugin emits after it.
        if refused.is_none() {
            *refused = intake.add(tag, bytes.to_vec()).err();
        }
        refused.is_none()
    });
    let mut phase = Phase::Create;
    let mut enter = |next| phase = next;
    let result = worker::run_job(library, &bytes, options.max_output, &mut enter, receive);
    let (intake, counts, refused) = &mut *intake.borrow_mut();
    let code = result.map_err(|failed| (phase, failed.into()))?;
    if let Some(how) = refused.take() {
        return Err((phase, how));
    }
    intake.finish(Done { code, counts: *counts }, started).map_err(|how| (phase, how))
}
