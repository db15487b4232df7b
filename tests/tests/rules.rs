//! Rule cases in `rules/*.md`: prose, a small base, and what the judge finds.
//!
//! Every rule runs on every case, so that a case also shows which rules stay
//! silent. A case is a section with two blocks: `toml` describes studies and
//! claims in words, which are read as a plugin's findings are; `diagnostics`
//! lists what is expected, one line each: `rule proposition: claim, claim`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use gainsay_claims::{
    Diagnostic, EvidenceBase,
    diagnostic::Subject,
    document::Document,
    facts::Fact,
    read::Reader,
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{
        BaseStep, Dependence, Figure, Finding, Mark, People, Place, Role, Says, StudyRecord, Unit,
    },
};
use gainsay_judge::{judge, rules};
use serde::Deserialize;

#[test]
fn cases_give_what_they_say() {
    for file in files() {
        for case in &file.cases {
            let found = judge(&case.base()).diagnostics;
            let found: String = found.iter().map(line).collect();
            assert_eq!(found, case.expected, "{}.md, {}", file.name, case.title);
        }
    }
}

#[test]
fn every_rule_has_a_case_that_triggers_it_and_one_that_does_not() {
    let files = files();
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    let ids: Vec<_> = rules::ALL.iter().map(|rule| rule.check.id).collect();
    assert_eq!(names, ids);
    for File { name, cases } in &files {
        let fires = |case: &&Case| case.expected.lines().any(|line| rule_of(line) == name);
        let firing = cases.iter().filter(fires).count();
        assert!(0 < firing && firing < cases.len(), "{name}: {firing}");
    }
}

fn rule_of(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default()
}

/// A diagnostic as the cases write it.
fn line(diagnostic: &Diagnostic) -> String {
    let subject = match &diagnostic.subject {
        Subject::Proposition(proposition) => proposition.to_string(),
        Subject::Name(name) => name.clone(),
    };
    let labels = diagnostic.labels.iter();
    let claims: Vec<_> = labels
        .filter_map(|label| match &label.fact {
            Fact::Claim { id } => Some(id.as_str()),
            _ => None,
        })
        .collect();
    format!("{} {subject}: {}\n", diagnostic.check.id, claims.join(", "))
}

struct File {
    name: String,
    cases: Vec<Case>,
}

struct Case {
    title: String,
    base: RawBase,
    expected: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")
}

/// The case files, in order of name.
fn files() -> Vec<File> {
    let paths = fs::read_dir(folder()).expect("the cases have a folder");
    let paths = paths.map(|entry| entry.expect("the folder can be read").path());
    let name = |path: &Path| path.file_stem().map(|stem| stem.to_string_lossy().into());
    let file = |path: PathBuf| File {
        name: name(&path).expect("a file has a name"),
        cases: cases(&fs::read_to_string(&path).expect("a case is a text")),
    };
    let paths = paths.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    let mut files: Vec<_> = paths.map(file).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

/// The sections of a file that hold a case.
fn cases(text: &str) -> Vec<Case> {
    let sections = text.split("\n## ").skip(1);
    sections
        .map(|section| {
            let title = section.lines().next().unwrap_or_default().to_owned();
            let base = toml::from_str(block(section, "toml"));
            Case {
                base: base.unwrap_or_else(|error| panic!("{title}: {error}")),
                expected: block(section, "diagnostics").to_owned(),
                title,
            }
        })
        .collect()
}

/// The lines of the only block of a kind.
fn block<'a>(section: &'a str, kind: &str) -> &'a str {
    let fence = format!("\n```{kind}\n");
    let (_, rest) =
        section.split_once(&fence).unwrap_or_else(|| panic!("no `{kind}` block in: {section}"));
    assert!(!rest.contains(&fence), "two `{kind}` blocks in: {section}");
    let end = rest.find("```").expect("the block ends");
    &rest[..end]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBase {
    study: Vec<RawStudy>,
}

/// A study in words; what is left out is unknown.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawStudy {
    id: String,
    #[serde(default)]
    unit: Unit,
    n: Option<String>,
    fieldwork: Option<String>,
    published: Option<String>,
    #[serde(default)]
    regions: Vec<String>,
    universe: Option<String>,
    #[serde(default)]
    mode: Vec<String>,
    #[serde(default)]
    depends_on: Vec<Dependence>,
    claim: Vec<RawClaim>,
}

/// A claim that so many bought.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct RawClaim {
    name: String,
    share: String,
    #[serde(default)]
    negated: bool,
    cut: Option<String>,
    #[serde(default)]
    facets: BTreeMap<String, String>,
    #[serde(default)]
    role: Role,
    base: Option<String>,
    #[serde(default)]
    regions: Vec<String>,
    n: Option<String>,
}

impl Case {
    /// Reads the words of the case as the findings of plugins are read.
    fn base(&self) -> EvidenceBase {
        let vocabulary = fs::read_to_string(folder().join("vocabulary.toml"));
        let (vocabulary, problems) = Vocabulary::read(&[VocabularyFile {
            name: "vocabulary.toml",
            text: &vocabulary.expect("the cases have a vocabulary"),
        }]);
        assert_eq!(problems, []);
        let mut base = EvidenceBase { vocabulary, ..EvidenceBase::default() };
        for study in &self.base.study {
            study.read_into(&mut base);
        }
        base
    }
}

impl RawStudy {
    fn read_into(&self, base: &mut EvidenceBase) {
        let mut text = Text::default();
        let record = self.record(&mut text);
        let findings: Vec<_> =
            self.claim.iter().map(|claim| claim.finding(&self.id, &mut text)).collect();
        let document = Document::text(&self.id, text.0);
        let documents = [(self.id.clone(), document)].into_iter().collect();
        let (source, _) = self.id.split_once('/').expect("ids are `source/study`");
        assert!(source.starts_with("fixture-"), "{source} must be invented");
        let mut reader = Reader {
            vocabulary: &base.vocabulary,
            source,
            documents: &documents,
            studies: &BTreeMap::new(),
            missing: &BTreeSet::new(),
        };
        let study = reader.study(record).expect("the study is well-formed");
        base.studies.insert(self.id.clone(), study);
        reader.studies = &base.studies;
        for finding in findings {
            let claim = reader.finding(finding).expect("the claim is well-formed");
            base.claims.insert(claim.id.clone(), claim);
        }
    }

    fn record(&self, text: &mut Text) -> StudyRecord {
        let at = text.place(&self.id);
        StudyRecord {
            document: self.id.clone(),
            unit: self.unit,
            n: self.n.as_ref().map(|words| text.place(words)),
            fieldwork: self.fieldwork.as_ref().map(|words| text.place(words)),
            published: self.published.as_ref().map(|words| text.place(words)),
            people: People {
                regions: self.regions.clone(),
                universe: self.universe.clone(),
                ..People::default()
            },
            mode: self.mode.clone(),
            depends_on: self.depends_on.clone(),
            ..StudyRecord::new(&self.id, at, "Survey", "Fixture House")
        }
    }
}

impl RawClaim {
    fn finding(&self, study: &str, text: &mut Text) -> Finding {
        let (_, rest) = study.split_once('/').expect("ids are `source/study`");
        let id = format!("{rest}/{}", self.name);
        let says = Says::Share(Figure::at(text.place(&self.share)));
        let step =
            self.base.iter().map(|who| BaseStep { who: who.clone(), share: None, words: None });
        let people = People { regions: self.regions.clone(), ..People::default() };
        Finding {
            people: (!self.regions.is_empty()).then_some(people),
            document: study.to_owned(),
            role: self.role,
            facets: self.facets.clone().into_iter().collect(),
            cut: self.cut.clone(),
            negated: self.negated,
            base: step.collect(),
            n: self.n.as_ref().map(|words| text.place(words)),
            ..Finding::new(id, study, Mark::Publisher, "bought", says)
        }
    }
}

/// A document that grows with the words that are placed in it.
#[derive(Default)]
struct Text(String);

impl Text {
    fn place(&mut self, words: &str) -> Place {
        let start = self.0.len();
        self.0.push_str(words);
        let place = Place::span(start..self.0.len());
        self.0.push('\n');
        place
    }
}
