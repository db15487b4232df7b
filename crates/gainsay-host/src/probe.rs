//! What a plugin process finds out about its plugin when it is asked to.

mod watch;

use std::{
    cell::RefCell,
    rc::Rc,
    time::{Duration, Instant},
};

use gainsay_plugin::{Kind, abi};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    failure::Phase,
    library::{Gate, Library, Receive},
    worker::{JobBytes, run_job},
};

pub(crate) use watch::Watch;

/// An operation that no version of the interface has.
const NO_OPERATION: u32 = 0x7fff_ffff;

/// What is to be found out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Probe {
    /// Whether the library loads; its source is not made.
    Load,
    /// What a run leaves behind and costs.
    Footprint,
    /// What an operation is answered that does not exist.
    Operation,
    /// How long a run goes on that is told to stop.
    Stop,
    /// Whether a second run in the same process is like the first.
    Twice,
}

/// What was found out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Probed {
    /// It loads.
    Loaded,
    /// What a run left behind and cost; nothing where the system does not tell.
    Footprint(Option<Footprint>),
    /// What the operation was answered.
    Operation { operation: u32, code: i32 },
    /// How long it went on; nothing where it emitted nothing.
    Stop { after: Option<Duration> },
    /// What each run returned, and whether they emitted the same.
    Twice { codes: [i32; 2], same: bool },
}

/// What a run left behind and cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Footprint {
    /// The beginning of what was written to the standard output.
    pub(crate) written: String,
    /// Threads that are left.
    pub(crate) threads: u64,
    /// Bytes of memory at the peak.
    pub(crate) memory: u64,
    /// Processor time.
    pub(crate) time: Duration,
}

/// A plugin and a job to try it with.
pub(crate) struct Trial<'a> {
    pub(crate) library: &'a Library,
    pub(crate) job: &'a JobBytes,
    pub(crate) max_output: usize,
}

impl Trial<'_> {
    /// Finds it out. `enter` hears what is being done.
    pub(crate) fn answer(
        &self,
        probe: Probe,
        watch: Option<&Watch>,
        enter: &mut dyn FnMut(Phase),
    ) -> Probed {
        match probe {
            Probe::Load => Probed::Loaded,
            Probe::Footprint => Probed::Footprint(watch.and_then(|watch| {
                watch.footprint(|| {
                    // What it returns is told of by the run that counts.
                    let _ = self.round(enter, Box::new(|_, _| true));
                })
            })),
            Probe::Operation => {
                let code = self.operate(NO_OPERATION, enter);
                Probed::Operation { operation: NO_OPERATION, code }
            }
            Probe::Stop => Probed::Stop { after: self.stop(enter) },
            Probe::Twice => {
                let (first, digest) = self.digested(enter);
                let (second, again) = self.digested(enter);
                Probed::Twice { codes: [first, second], same: digest == again }
            }
        }
    }

    /// Makes a source, has it read the documents, and destroys it.
    fn round(&self, enter: &mut dyn FnMut(Phase), receive: Box<Receive>) -> i32 {
        let code = run_job(self.library, self.job, self.max_output, enter, receive);
        code.unwrap_or(abi::ERROR)
    }

    fn operate(&self, operation: u32, enter: &mut dyn FnMut(Phase)) -> i32 {
        let gate = Gate::open(self.max_output, Box::new(|_, _| true));
        enter(Phase::Create);
        match self.library.create(gate, &self.job.config) {
            Ok(mut source) => {
                enter(Phase::Collect);
                source.call(operation, &self.job.input)
            }
            Err(code) => code,
        }
    }

    /// The time between the first refusal and the end of the run.
    fn stop(&self, enter: &mut dyn FnMut(Phase)) -> Option<Duration> {
        let told: Rc<RefCell<Option<Instant>>> = Rc::default();
        let shared = Rc::clone(&told);
        let receive = move |_: Kind, _: &[u8]| {
            shared.borrow_mut().get_or_insert_with(Instant::now);
            false
        };
        self.round(enter, Box::new(receive));
        let told = *told.borrow();
        told.map(|at| at.elapsed())
    }

    fn digested(&self, enter: &mut dyn FnMut(Phase)) -> (i32, [u8; 32]) {
        let digest: Rc<RefCell<Sha256>> = Rc::default();
        let shared = Rc::clone(&digest);
        let receive = move |kind: Kind, bytes: &[u8]| {
            let mut digest = shared.borrow_mut();
            digest.update([kind as u8]);
            digest.update(bytes.len().to_le_bytes());
            digest.update(bytes);
            true
        };
        let code = self.round(enter, Box::new(receive));
        let digest = digest.borrow().clone().finalize().into();
        (code, digest)
    }
}
