//! Cases in Markdown: prose, transcripts of invented studies, and what is expected.
//!
//! A case is a section with `toml` blocks, each a document of the plugin
//! `transcript` whose first line is its name: `# fixture-a/2013.toml`. Those before the
//! first section belong to every case of the file. A block `vocabulary` adds words to the
//! ones that the cases of a folder share.

use std::{collections::BTreeSet, fs, path::Path};

use gainsay_claims::{
    EvidenceBase,
    document::Document,
    read::Reader,
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Finding, Record, StudyRecord},
};
use gainsay_plugin::{Document as Handed, Input, Kind, collect};
use gainsay_source_transcript::Transcript;

/// The cases of a file.
pub struct CaseFile {
    /// The file's name without its ending.
    pub name: String,
    /// Its cases, in order.
    pub cases: Vec<Case>,
}

/// A section of a file that holds a case.
pub struct Case {
    /// The heading.
    pub title: String,
    /// The documents, in order.
    documents: Vec<Handed>,
    /// The words that the case may use.
    vocabulary: Vec<(&'static str, String)>,
    section: String,
}

/// The cases in which something else is found than their diagnostics say, each with its file,
/// its title and what is found.
pub fn differing(files: &[CaseFile], found: impl Fn(&Case) -> String) -> Vec<String> {
    let cases = files.iter().flat_map(|file| file.cases.iter().map(move |case| (file, case)));
    let told = cases.map(|(file, case)| (file, case, found(case)));
    let wrong = told.filter(|(_, case, found)| *found != case.block("diagnostics"));
    wrong.map(|(file, case, found)| format!("{}.md, {}:\n{found}", file.name, case.title)).collect()
}

/// The case files of a folder, in order of name. The words that all may use
/// stand beside them in `vocabulary.toml`.
///
/// # Panics
/// When a file cannot be read.
pub fn files(folder: &Path) -> Vec<CaseFile> {
    let vocabulary = fs::read_to_string(folder.join("vocabulary.toml"));
    let vocabulary = vocabulary.expect("the cases have a vocabulary");
    let paths = fs::read_dir(folder).expect("the cases have a folder");
    let paths = paths.map(|entry| entry.expect("the folder can be read").path());
    let paths = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let mut files: Vec<_> = paths
        .map(|path| CaseFile {
            name: path.file_stem().expect("a file has a name").to_string_lossy().into(),
            cases: cases(&fs::read_to_string(&path).expect("a case is a text"), &vocabulary),
        })
        .collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

fn cases(text: &str, vocabulary: &str) -> Vec<Case> {
    let mut sections = text.split("\n## ");
    let shared: Vec<_> = blocks(sections.next().unwrap_or_default(), "toml");
    sections.map(|section| Case::new(section, &shared, vocabulary)).collect()
}

impl Case {
    fn new(section: &str, shared: &[&str], words: &str) -> Self {
        let mut vocabulary = vec![("vocabulary.toml", words.to_owned())];
        let own = blocks(section, "vocabulary").into_iter();
        vocabulary.extend(own.map(|words| ("the case's words", words.to_owned())));
        let title = section.lines().next().unwrap_or_default().to_owned();
        let documents = shared.iter().copied().chain(blocks(section, "toml"));
        let documents: Vec<_> = documents.map(handed).collect();
        assert!(!documents.is_empty(), "no `toml` block in: {title}");
        Self { documents, vocabulary, section: section.to_owned(), title }
    }

    /// The lines of the only block of a kind, such as `diagnostics`.
    ///
    /// # Panics
    /// When there is none, or more than one.
    pub fn block(&self, kind: &str) -> &str {
        let found = blocks(&self.section, kind);
        let [block] = found[..] else { panic!("{} `{kind}` in: {}", found.len(), self.title) };
        block
    }

    /// Reads the documents as the host does: studies first, then findings.
    ///
    /// # Panics
    /// When a document, a word or a figure of the case cannot be read.
    pub fn base(&self) -> EvidenceBase {
        let files: Vec<_> =
            self.vocabulary.iter().map(|(name, text)| VocabularyFile { name, text }).collect();
        let (vocabulary, problems) = Vocabulary::read(&files);
        assert_eq!(problems, [], "{}", self.title);
        let mut base = EvidenceBase { vocabulary, ..EvidenceBase::default() };
        let (mut studies, mut findings) = (Vec::new(), Vec::new());
        for document in &self.documents {
            let text = Document::text(&document.name, document.text());
            base.documents.insert(document.name.clone(), text);
            for record in records(document) {
                match record {
                    Record::Study(study) => studies.push((document, *study)),
                    Record::Finding(finding) => findings.push((document, *finding)),
                    Record::Listing(_) => {} // No document of a case is bytes.
                }
            }
        }
        self.add(studies, findings, &mut base);
        base
    }

    fn add(
        &self,
        studies: Vec<(&Handed, StudyRecord)>,
        findings: Vec<(&Handed, Finding)>,
        base: &mut EvidenceBase,
    ) {
        let refused = |what| panic!("{}: {what:?}", self.title);
        for (document, said) in studies {
            let study = reader(document, base).study(said).unwrap_or_else(refused);
            assert!(base.studies.insert(study.id.clone(), study).is_none(), "{}", self.title);
        }
        let refused = |what| panic!("{}: {what:?}", self.title);
        for (document, said) in findings {
            let claim = reader(document, base).finding(said).unwrap_or_else(refused);
            assert!(base.claims.insert(claim.id.clone(), claim).is_none(), "{}", self.title);
        }
    }
}

fn reader<'a>(document: &'a Handed, base: &'a EvidenceBase) -> Reader<'a> {
    static NONE: BTreeSet<String> = BTreeSet::new();
    Reader {
        vocabulary: &base.vocabulary,
        source: &document.source,
        documents: &base.documents,
        studies: &base.studies,
        missing: &NONE,
    }
}

/// What the plugin says about a document.
fn records(document: &Handed) -> Vec<Record> {
    let mut records = Vec::new();
    let input = Input::new(&document.source, vec![document.clone()]);
    collect(&Transcript, &input, &mut |kind, bytes| {
        match kind {
            Kind::Records => records
                .extend(serde_json::from_slice::<Vec<Record>>(bytes).expect("records are JSON")),
            Kind::Diagnostic => panic!("{}: {}", document.name, String::from_utf8_lossy(bytes)),
            Kind::Log => {}
        }
        Ok(())
    })
    .expect("nothing stops the plugin");
    records
}

/// A document as its block names it.
fn handed(block: &str) -> Handed {
    let first = block.lines().next().unwrap_or_default();
    let name = first.strip_prefix("# ").unwrap_or_else(|| panic!("no name in: {block}"));
    let (source, _) = name.split_once('/').expect("names are `source/document`");
    assert!(source.starts_with("fixture-"), "{source} must be invented");
    Handed {
        source: source.to_owned(),
        name: name.to_owned(),
        media_type: "application/toml".to_owned(),
        text: Some(block.to_owned()),
        ..Handed::default()
    }
}

/// The contents of the blocks of a kind.
fn blocks<'a>(section: &'a str, kind: &str) -> Vec<&'a str> {
    let fence = format!("\n```{kind}\n");
    let opened = section.split(fence.as_str()).skip(1);
    opened.map(|rest| &rest[..rest.find("```").expect("the block ends")]).collect()
}
