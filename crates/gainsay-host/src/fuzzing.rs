//! What fuzzers (`fuzz/`) and benchmarks (`crates/gainsay-bench`) call: the parts of this crate
//! that read what others wrote. Not part of the crate for anybody else.

use gainsay_claims::{EvidenceBase, document::Document, evidence::SourceState};

use crate::{
    answers::Answers,
    config::Config,
    documents,
    files::{BadFile, File},
    frames::{self, Done, Started, Tag},
    gather::gather,
    image,
    intake::Intake,
    load::Loaded,
    lock::Lock,
    plugin_file::PluginFile,
    program,
    sandbox::SandboxReport,
    worker,
};

/// The most that a source may emit here, in bytes.
const MOST: usize = 1 << 16;

/// Listens to a plugin process that says these bytes.
pub fn answers(mut said: &[u8]) {
    let mut answers = Answers::new(MOST);
    while let Ok(Some(frame)) = frames::read(&mut said, MOST) {
        if answers.take(frame).is_err() {
            return;
        }
    }
}

/// Reads orders as a plugin process does.
pub fn orders(mut said: &[u8]) {
    worker::read_orders(&mut said).ok();
}

/// Reads a configuration.
pub fn config(text: &str) {
    if let Err(diagnostic) = Config::read("gainsay.toml", text) {
        let mut places = diagnostic.labels.iter().map(|label| label.at.span.clone());
        assert!(places.all(|at| text.get(at).is_some()), "{diagnostic:?}");
    }
}

/// Reads a lock. What is read is written and read again as it was.
pub fn lock(text: &str) {
    match Lock::read(text) {
        Err((at, message)) => assert!(text.get(at).is_some(), "{message}"),
        Ok(lock) => {
            let written = lock.text();
            let again = Lock::read(&written).expect("what is written can be read");
            assert_eq!(again.text(), written);
        }
    }
}

/// A file as a plugin gets it and as the core keeps it; none that is not handed over.
pub fn document(
    source: &str,
    name: &str,
    bytes: &[u8],
) -> Option<(gainsay_plugin::Document, Document)> {
    let name = name.to_owned();
    let handed = documents::handed(match String::from_utf8(bytes.to_owned()) {
        Ok(text) => Ok(File { name, text }),
        Err(error) => Err(BadFile {
            name,
            message: error.to_string().into(),
            bytes: Some(error.into_bytes()),
        }),
    });
    let handed = handed.ok()?;
    let given = handed.for_plugin(source);
    let kept = handed.into_core();
    documents::broken_table(&kept).is_none().then_some((given, kept))
}

/// Looks for a manifest in a library, and for the loader that it names; and, where the bytes
/// hold two files with a NUL between them, for that of a script and its interpreter.
pub fn manifest(bytes: &[u8]) {
    image::manifest(bytes).ok();
    program::loader(bytes);
    let Some(end) = bytes.iter().position(|&byte| byte == 0) else { return };
    let (script, beside) = (bytes[..end].to_vec(), bytes[end + 1..].to_vec());
    program::interpreter(&script).ok();
    PluginFile { bytes: script, manifest: Some(beside) }.manifest().ok();
}

/// Adds to a base what a plugin emits of `source`, whose documents are all that the base has.
/// What is no array of records adds nothing.
pub fn gathered(mut base: EvidenceBase, source: &str, batch: &[u8]) -> Loaded {
    let state = SourceState {
        plugin: source.to_owned(),
        folder: format!("sources/{source}"),
        documents: base.documents.len(),
        ..SourceState::default()
    };
    base.sources.entry(source.to_owned()).or_insert(state);
    let mut loaded = Loaded { base, diagnostics: Vec::new() };
    let mut intake = Intake::new(MOST);
    if intake.add(Tag::Records, batch.to_vec()).is_ok() {
        let counts = frames::Counts { batches: 1, diagnostics: 0, bytes: batch.len() as u64 };
        let done = Done { code: gainsay_plugin::abi::OK, counts };
        let manifest = gainsay_plugin::Manifest {
            id: source.to_owned(),
            schema: String::new(),
            sdk: String::new(),
        };
        let started = Started { digest: [0; 32], manifest, sandbox: SandboxReport::default() };
        let collected = intake.finish(done, &started).expect("it is counted as it was taken");
        gather(vec![(source.to_owned(), Ok(collected))], &mut loaded);
    }
    loaded
}
