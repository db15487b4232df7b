//! A plugin under examination, and the runs of it that several rules look at.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
    path::Path,
    time::Duration,
};

use gainsay_claims::{
    Diagnostic, Inspected,
    conformance::NotRun,
    facts::{FileFault, PluginFact},
};
use gainsay_plugin::{Document, abi, together};

use super::{
    Trouble,
    asked::{Asked, Budget},
};
use crate::{
    Failure, How, Job, Loaded, Outcome, RunOptions, SandboxMode, SandboxReport,
    child::{Unanswered, ask, processor_time},
    gather::gather,
    inspect,
    probe::{Footprint, Probe, Probed},
    run,
};

/// A plugin under examination.
pub(super) struct Subject<'a> {
    /// The source, or the plugin where there are no documents.
    pub(super) name: String,
    /// What is run.
    pub(super) job: Job,
    /// The words and documents of the base.
    pub(super) loaded: Loaded,
    /// Rules that are not looked at, each with the reason.
    pub(super) skips: &'a BTreeMap<String, String>,
    pub(super) budget: Budget,
    /// Ids that may be gone.
    pub(super) retired: Vec<String>,
    /// Ids of the previous version, if there is one to compare with.
    pub(super) previous: Option<BTreeSet<String>>,
    /// How it is run.
    pub(super) options: RunOptions,
    library: OnceCell<Result<Inspected, FileFault>>,
    loading: OnceCell<Result<Probed, Unanswered>>,
    first: OnceCell<Outcome>,
    footprint: OnceCell<Result<Probed, Unanswered>>,
    gathered: OnceCell<(Vec<Diagnostic>, BTreeSet<String>)>,
}

impl<'a> Subject<'a> {
    pub(super) fn new(name: String, job: Job, loaded: Loaded, asked: &'a Asked) -> Self {
        Self {
            name,
            job,
            loaded,
            skips: &asked.skips,
            budget: asked.budget,
            retired: Vec::new(),
            previous: None,
            options: asked.run.clone(),
            library: OnceCell::new(),
            loading: OnceCell::new(),
            first: OnceCell::new(),
            footprint: OnceCell::new(),
            gathered: OnceCell::new(),
        }
    }

    /// What its file shows.
    pub(super) fn library(&self) -> Result<&Inspected, &FileFault> {
        let library = || inspect(&self.job.plugin).map_err(|error| error.fault());
        self.library.get_or_init(library).as_ref()
    }

    /// Whether it is an executable.
    pub(super) fn is_executable(&self) -> bool {
        self.library().is_ok_and(|seen| seen.manifest.is_some())
    }

    /// Whether it loads.
    pub(super) fn loading(&self) -> Result<(), &Unanswered> {
        self.loading.get_or_init(|| self.ask(Probe::Load)).as_ref().map(|_| ())
    }

    /// What came of its own documents.
    pub(super) fn first(&self) -> &Outcome {
        self.first.get_or_init(|| self.run_alone(self.job.clone(), &self.options))
    }

    /// What the sandbox reached.
    pub(super) fn sandbox(&self) -> SandboxReport {
        self.first().as_ref().map(|collected| collected.sandbox).unwrap_or_default()
    }

    /// What a run leaves behind and costs.
    pub(super) fn footprint(&self) -> Result<&Footprint, Trouble> {
        match self.footprint.get_or_init(|| self.ask(Probe::Footprint)) {
            Ok(Probed::Footprint(Some(footprint))) => Ok(footprint),
            Ok(_) => Err(NotRun::NotHere.into()),
            Err(unanswered) => Err(PluginFact::Failed(unanswered.failure.clone()).into()),
        }
    }

    /// The processor time of a run. An executable is watched from outside.
    pub(super) fn processor_time(&self) -> Result<Duration, Trouble> {
        if !self.is_executable() {
            return Ok(self.footprint()?.time);
        }
        match processor_time(&self.job, &self.options) {
            Ok(used) => used.ok_or(NotRun::NotHere.into()),
            Err(unanswered) => Err(PluginFact::Failed(unanswered.failure).into()),
        }
    }

    /// Has a process of its own find something out.
    pub(super) fn ask(&self, probe: Probe) -> Result<Probed, Unanswered> {
        ask(&self.job, probe, &self.options)
    }

    /// Runs a job in a process of its own.
    pub(super) fn run_alone(&self, job: Job, options: &RunOptions) -> Outcome {
        let (_, outcome) = run(&[job], options, &|_, _| ()).pop().expect("one job, one outcome");
        outcome
    }

    /// Its documents, those together that can only be read together.
    pub(super) fn groups(&self) -> Vec<Vec<Document>> {
        let documents = &self.job.documents;
        let own = |group: Vec<usize>| group.into_iter().map(|at| documents[at].clone()).collect();
        together(documents).into_iter().map(own).collect()
    }

    /// What a document holds on disk.
    pub(super) fn on_disk(&self, document: &Document) -> Vec<u8> {
        let as_text = || self.loaded.base.documents.get(&document.name);
        let bytes = document.bytes.as_ref().map(|bytes| bytes.0.clone());
        bytes.or_else(|| Some(as_text()?.text.clone().into_bytes())).unwrap_or_default()
    }

    /// What the core says of the records, of the documents too.
    pub(super) fn said(&self) -> &[Diagnostic] {
        &self.gathered().0
    }

    /// The ids of its studies and claims.
    pub(super) fn ids(&self) -> &BTreeSet<String> {
        &self.gathered().1
    }

    /// The ids that another library gives for the same documents.
    pub(super) fn ids_with(&self, library: &Path) -> Result<BTreeSet<String>, Failure> {
        let job = Job { plugin: library.to_owned(), ..self.job.clone() };
        let outcome = self.run_alone(job, &self.options);
        outcome.map(|collected| self.read(Ok(collected)).1)
    }

    fn gathered(&self) -> &(Vec<Diagnostic>, BTreeSet<String>) {
        self.gathered.get_or_init(|| self.read(self.first().clone()))
    }

    fn read(&self, outcome: Outcome) -> (Vec<Diagnostic>, BTreeSet<String>) {
        let mut loaded = self.loaded.clone();
        gather(vec![(self.name.clone(), outcome)], &mut loaded);
        let studies = loaded.base.studies.keys();
        let ids = studies.chain(loaded.base.claims.keys()).cloned().collect();
        (loaded.diagnostics, ids)
    }
}

/// Whether a source that failed did so in an orderly way: it said why.
pub(super) fn is_orderly(failure: &Failure) -> bool {
    matches!(failure.how, How::Error { .. })
}

/// Whether the sandbox is asked for at all.
pub(super) fn is_confined(options: &RunOptions) -> bool {
    options.sandbox != SandboxMode::Off
}

/// What a source returns that did what it was asked.
pub(super) const FINISHED: i32 = abi::OK;
