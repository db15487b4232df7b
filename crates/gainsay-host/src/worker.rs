//! The plugin process: what `gainsay plugin-host` does.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read, Write as _};
use std::path::Path;
use std::rc::Rc;

use gainsay_claims::{Said, facts::TableFault};
use gainsay_plugin::{Kind, abi};
use serde::Serialize;

use crate::failure::{Phase, Refusal};
use crate::frames::{self, Counts, Done, FRAMES, Failed, Order, Started, Tag};
use crate::image::{self, Executable, Image};
use crate::library::{Gate, Library, Receive};
use crate::load_fault::LoadFault;
use crate::probe::{Probe, Probed, Trial, Watch};
use crate::sandbox::{self, SandboxMode, SandboxReport};
use crate::sys;

/// The hidden argument with which the program becomes a plugin process.
pub const WORKER_ARGUMENT: &str = "plugin-host";

/// Written to the standard error after each job, so that the parent can tell
/// whose output is whose.
pub(crate) const END_OF_JOB: u8 = 0x1e;

/// Runs the jobs that the parent has written to the standard input, writes what
/// comes of them to the standard output, and ends the process.
///
/// To be called first thing in `main`: before any thread is started and before
/// arguments are parsed.
pub fn worker_main() -> ! {
    // An error means that the parent is gone, so there is nobody to tell.
    sys::end(if serve().is_ok() { 0 } else { 2 })
}

fn serve() -> io::Result<()> {
    let outlet = Outlet::new(sys::take_stdout()?);
    let (order, jobs) = read_orders(&mut io::stdin().lock())?;
    outlet.phase(Phase::Inspect)?;
    let image = match Image::open(Path::new(&order.plugin), &order.expect_id, order.digest.as_ref())
    {
        Ok(image) => image,
        Err(reason) => return outlet.json(Tag::Failed, &Failed::Refused(reason)),
    };
    let input = prepared(&image, &jobs);
    let watch = order.probe.and_then(Watch::begin);
    outlet.phase(Phase::Confine)?;
    let confined = input.and_then(|input| Ok((input, confine(&order, image.executable.as_ref())?)));
    let (input, sandbox) = match confined {
        Ok(confined) => confined,
        Err(reason) => return outlet.json(Tag::Failed, &Failed::Refused(reason)),
    };
    let Image { digest, manifest, .. } = &image;
    let started = Started { digest: *digest, manifest: manifest.clone(), sandbox };
    outlet.json(Tag::Started, &started)?;
    outlet.phase(Phase::Load)?;
    if let (Some(executable), Some(input)) = (&image.executable, input) {
        return outlet.become_executable(executable, &image.path, input, order.probe);
    }
    outlet.load(image, &order, &jobs, watch.as_ref())
}

/// What an executable finds at its standard input, made before no file can be written any
/// more; nothing for a library.
fn prepared(image: &Image, jobs: &[JobBytes]) -> Result<Option<File>, Refusal> {
    if image.executable.is_none() {
        return Ok(None);
    }
    let told = |error| {
        Said::from([
            format!("its documents cannot be copied to memory: {error}"),
            format!("ses documents ne peuvent être copiés en mémoire\u{a0}: {error}"),
        ])
    };
    let mut frames = Vec::new();
    // It has a process for each of its sources.
    for job in jobs.iter().take(1) {
        frames::write(&mut frames, Tag::Config, &job.config).map_err(told)?;
        frames::write(&mut frames, Tag::Input, &job.input).map_err(told)?;
    }
    Ok(Some(image::sealed("documents", &frames, false).map_err(told)?))
}

fn confine(order: &Order, executable: Option<&Executable>) -> Result<SandboxReport, Refusal> {
    sandbox::limit(order.max_memory, order.max_seconds).map_err(|error| {
        Said::from([
            format!("limits cannot be set: {error}"),
            format!("les limites ne peuvent être posées\u{a0}: {error}"),
        ])
    })?;
    let limits = sandbox::limits_hold(order.max_memory, order.max_seconds);
    let needs = executable.map(|one| one.program.needs.as_slice());
    let reached = match order.sandbox {
        SandboxMode::Off => SandboxReport { executable: needs.is_some(), ..Default::default() },
        SandboxMode::Auto | SandboxMode::Require => sandbox::confine(needs),
    };
    let report = SandboxReport { limits, ..reached };
    if !order.sandbox.accepts(&report) {
        return Err(Refusal::Sandbox(report));
    }
    Ok(report)
}

/// Settings and input of one job, as JSON.
pub(crate) struct JobBytes {
    pub(crate) config: Vec<u8>,
    pub(crate) input: Vec<u8>,
}

/// Runs one job in this process and returns what the plugin returned.
///
/// # Errors
/// When what the plugin emitted could not even be looked at.
pub(crate) fn run_job(
    library: &Library,
    job: &JobBytes,
    max_output: usize,
    enter: &mut dyn FnMut(Phase),
    receive: Box<Receive>,
) -> Result<i32, Failed> {
    let gate = Gate::open(max_output, receive);
    enter(Phase::Create);
    let mut created = library.create(gate, &job.config);
    let code = match &mut created {
        Ok(source) => {
            enter(Phase::Collect);
            source.collect(&job.input)
        }
        Err(code) => *code,
    };
    gate.close().map_or(Ok(code), |fault| Err(Failed::BadOutput(fault)))
}

/// Reads what the parent has written.
///
/// # Errors
/// When frames are missing, cut or in another order.
pub(crate) fn read_orders(from: &mut impl Read) -> io::Result<(Order, Vec<JobBytes>)> {
    let mut next = |tag| match frames::read(from, usize::MAX)? {
        Some(frame) if frame.tag == tag => Ok(Some(frame.bytes)),
        Some(_) => Err(io::Error::other("frames out of order")),
        None => Ok(None),
    };
    let missing = || io::Error::other("orders end early");
    let order = serde_json::from_slice(&next(Tag::Order)?.ok_or_else(missing)?)?;
    let mut jobs = Vec::new();
    while let Some(config) = next(Tag::Config)? {
        let input = next(Tag::Input)?.ok_or_else(missing)?;
        jobs.push(JobBytes { config, input });
    }
    Ok((order, jobs))
}

/// The way to the parent, shared with what receives from the plugin.
#[derive(Clone)]
struct Outlet(Rc<RefCell<(File, Counts)>>);

impl Outlet {
    fn new(file: File) -> Self {
        Self(Rc::new(RefCell::new((file, Counts::default()))))
    }

    fn phase(&self, phase: Phase) -> io::Result<()> {
        frames::write(&mut self.0.borrow_mut().0, Tag::Phase, &[phase as u8])
    }

    fn json(&self, tag: Tag, value: &impl Serialize) -> io::Result<()> {
        frames::write_json(&mut self.0.borrow_mut().0, tag, value)
    }

    /// Loads a library, and runs the jobs or finds out what is asked about it.
    fn load(
        &self,
        image: Image,
        order: &Order,
        jobs: &[JobBytes],
        watch: Option<&Watch>,
    ) -> io::Result<()> {
        let library = match Library::open(&image.path, &image.manifest) {
            Ok(library) => library,
            Err(fault) => return self.json(Tag::Failed, &Failed::NotLoaded(fault)),
        };
        image.keep();
        if let (Some(probe), Some(job)) = (order.probe, jobs.first()) {
            let mut enter = |phase| self.phase(phase).unwrap_or_else(|_| sys::end(2));
            let trial = Trial { library: &library, job, max_output: order.max_output };
            return self.json(Tag::Probed, &trial.answer(probe, watch, &mut enter));
        }
        for job in jobs {
            if !self.run(&library, job, order.max_output)? {
                break;
            }
        }
        Ok(())
    }

    /// Turns this process into an executable; says what is wrong where that fails.
    fn become_executable(
        &self,
        executable: &Executable,
        code: &Path,
        input: File,
        probe: Option<Probe>,
    ) -> io::Result<()> {
        if executable.frames != FRAMES {
            let other = TableFault::Major { found: executable.frames, known: FRAMES };
            return self.json(Tag::Failed, &Failed::NotLoaded(other.into()));
        }
        if probe == Some(Probe::Load) {
            return self.json(Tag::Probed, &Probed::Loaded);
        }
        let output = self.0.borrow().0.try_clone()?;
        // What it does from here on it does while it reads its documents.
        self.phase(Phase::Collect)?;
        let error = executable.program.exec(code, input, output);
        self.phase(Phase::Load)?;
        self.json(Tag::Failed, &Failed::NotLoaded(LoadFault::Loader(error.to_string())))
    }

    /// Runs one job and says whether the next one may run in this process.
    fn run(&self, library: &Library, job: &JobBytes, max_output: usize) -> io::Result<bool> {
        self.0.borrow_mut().1 = Counts::default();
        let outlet = self.clone();
        let receive = Box::new(move |kind, bytes: &[u8]| outlet.pass_on(kind, bytes).is_ok());
        let mut enter = |phase| self.phase(phase).unwrap_or_else(|_| sys::end(2));
        let result = run_job(library, job, max_output, &mut enter, receive);
        io::stderr().write_all(&[END_OF_JOB]).ok();
        match result {
            Ok(code) => {
                let counts = self.0.borrow().1;
                self.json(Tag::Done, &Done { code, counts })?;
                Ok(code == abi::OK)
            }
            Err(failed) => self.json(Tag::Failed, &failed).map(|()| false),
        }
    }

    fn pass_on(&self, kind: Kind, bytes: &[u8]) -> io::Result<()> {
        let tag = match kind {
            Kind::Records => Tag::Records,
            Kind::Diagnostic => Tag::Diagnostic,
            Kind::Log => return io::stderr().write_all(&[bytes, b"\n"].concat()),
        };
        let (file, counts) = &mut *self.0.borrow_mut();
        counts.add(tag, bytes.len());
        frames::write(file, tag, bytes)
    }
}
