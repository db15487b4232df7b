//! Bases that ship with the project, read in this process by plugins that are linked into it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use gainsay_claims::{
    EvidenceBase,
    read::Reader,
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Finding, Record, StudyRecord},
};
use gainsay_host::fuzzing::document;
use gainsay_plugin::{Input, Kind, Source, collect};

/// What a plugin says of one source.
pub(crate) struct Said {
    source: String,
    studies: Vec<StudyRecord>,
    findings: Vec<Finding>,
}

/// A base without claims, and what plugins say of it.
pub(crate) struct Unread {
    base: EvidenceBase,
    said: Vec<Said>,
}

impl Unread {
    /// Reads the words of a shipped base.
    pub(crate) fn new(name: &str) -> Self {
        let files = files(&folder(name).join("vocabulary"));
        let files: Vec<_> =
            files.iter().map(|(name, bytes)| VocabularyFile { name, text: text(bytes) }).collect();
        let vocabulary = Vocabulary::read(&files).0;
        Self { base: EvidenceBase { vocabulary, ..EvidenceBase::default() }, said: Vec::new() }
    }

    /// Lets a plugin speak of the documents of one source of that base.
    pub(crate) fn source<S: Source>(mut self, base: &str, source: &str, plugin: &S) -> Self {
        let mut handed = Vec::new();
        for (name, bytes) in files(&folder(base).join("sources").join(source)) {
            let name = format!("sources/{source}/{name}");
            let (given, kept) = document(source, &name, &bytes).expect("the document ships");
            handed.push(given);
            self.base.documents.insert(name, kept);
        }
        let mut said =
            Said { source: source.to_owned(), studies: Vec::new(), findings: Vec::new() };
        collect(plugin, &Input::new(source, handed), &mut |kind, bytes| {
            if kind == Kind::Records {
                said.add(serde_json::from_slice(bytes).expect("records are JSON"));
            }
            Ok(())
        })
        .expect("nothing stops the plugin");
        self.said.push(said);
        self
    }

    /// How many findings there are to read.
    pub(crate) fn findings(&self) -> usize {
        self.said.iter().map(|said| said.findings.len()).sum()
    }

    /// Reads the studies, so that findings can be read.
    pub(crate) fn read_studies(mut self) -> Self {
        for said in &mut self.said {
            for study in said.studies.drain(..) {
                if let Ok(study) = reader(&said.source, &self.base).study(study) {
                    self.base.studies.insert(study.id.clone(), study);
                }
            }
        }
        self
    }

    /// Reads the findings and counts the claims that come of them.
    pub(crate) fn count_claims(&self) -> usize {
        let claims = |said: &Said| {
            let reader = reader(&said.source, &self.base);
            let findings = said.findings.iter().cloned();
            findings.filter(|finding| reader.finding(finding.clone()).is_ok()).count()
        };
        self.said.iter().map(claims).sum()
    }

    /// Reads everything.
    pub(crate) fn read(self) -> EvidenceBase {
        let Self { mut base, said } = self.read_studies();
        for Said { source, findings, .. } in said {
            for finding in findings {
                if let Ok(claim) = reader(&source, &base).finding(finding) {
                    base.claims.insert(claim.id.clone(), claim);
                }
            }
        }
        assert!(!base.claims.is_empty(), "a base that ships has claims");
        base
    }
}

impl Said {
    fn add(&mut self, records: Vec<Record>) {
        for record in records {
            match record {
                Record::Study(study) => self.studies.push(*study),
                Record::Finding(finding) => self.findings.push(*finding),
                Record::Listing(_) => {}
            }
        }
    }
}

fn reader<'a>(source: &'a str, base: &'a EvidenceBase) -> Reader<'a> {
    static NONE: BTreeSet<String> = BTreeSet::new();
    Reader {
        vocabulary: &base.vocabulary,
        source,
        documents: &base.documents,
        studies: &base.studies,
        missing: &NONE,
    }
}

fn folder(base: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(base)
}

/// The names and bytes of the files in a folder, in order.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("the folder ships");
    let paths = entries.map(|entry| entry.expect("the folder can be listed").path());
    let mut files: Vec<_> = paths
        .map(|path| {
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            (name, fs::read(path).expect("the file can be read"))
        })
        .collect();
    files.sort();
    files
}

fn text(bytes: &[u8]) -> &str {
    str::from_utf8(bytes).expect("vocabularies are text")
}
