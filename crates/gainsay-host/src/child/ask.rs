//! A question to a plugin process of its own.

use std::time::{Duration, Instant};

use super::Session;
use crate::{
    answers::read_json,
    failure::{Failure, How, Phase},
    fault::fault_of,
    frames::{Failed, Tag},
    load_fault::LoadFault,
    probe::{Probe, Probed},
    processes::{Job, RunOptions},
};

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Unanswered {
    pub(crate) failure: Failure,
    /// Why the library was refused, if it was.
    pub(crate) fault: Option<LoadFault>,
}

/// Starts a process, has it find something out with a job, and ends it.
pub(crate) fn ask(job: &Job, probe: Probe, options: &RunOptions) -> Result<Probed, Unanswered> {
    let session = Session::start(&[job], Some(probe), options);
    session.map_err(|error| refused(&error, options))?.answer(options)
}

fn refused(error: &std::io::Error, options: &RunOptions) -> Unanswered {
    let how = How::Refused { reason: fault_of(error).into() };
    let (phase, limits) = (Phase::Spawn, options.limits());
    Unanswered { failure: Failure { phase, how, wrote: None, limits }, fault: None }
}

/// Runs a job of an executable, and tells how much processor time its process has used in
/// all; nothing where the system does not tell.
pub(crate) fn processor_time(
    job: &Job,
    options: &RunOptions,
) -> Result<Option<Duration>, Unanswered> {
    let session = Session::start(&[job], None, options);
    let mut session = session.map_err(|error| refused(&error, options))?;
    let answer = session.next(options);
    let used = session.group.processor_time();
    session.group.end();
    answer.map(|_| used).map_err(|how| session.unanswered(how, None, options))
}

impl Session {
    fn answer(mut self, options: &RunOptions) -> Result<Probed, Unanswered> {
        let mut fault = None;
        let answer = self.listen(&mut fault, options);
        self.group.end();
        answer.map_err(|how| self.unanswered(how, fault, options))
    }

    fn unanswered(self, how: How, fault: Option<LoadFault>, options: &RunOptions) -> Unanswered {
        let failure = Failure {
            phase: self.answers.phase(),
            how,
            wrote: self.output.notes().wrote(0),
            limits: options.limits(),
        };
        Unanswered { failure, fault }
    }

    fn listen(
        &mut self,
        fault: &mut Option<LoadFault>,
        options: &RunOptions,
    ) -> Result<Probed, How> {
        let begin = Instant::now();
        loop {
            let frame = self.frame(begin, options)?;
            match frame.tag {
                Tag::Probed => return read_json(&frame.bytes),
                Tag::Failed => {
                    let failed: Failed = read_json(&frame.bytes)?;
                    if let Failed::NotLoaded(why) = &failed {
                        *fault = Some(why.clone());
                    }
                    return Err(failed.into());
                }
                _ => drop(self.answers.take(frame)?),
            }
        }
    }
}
