//! Surveys as their publishers print them, read as any other document is.

use std::{collections::BTreeSet, sync::LazyLock};

use gainsay_claims::{
    EvidenceBase,
    document::Document,
    facts::Fact,
    policy::Policy,
    read::Reader,
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Figure, Finding, Mark, People, Place, Question, QuestionKind, Says, StudyRecord, Unit},
};
use gainsay_judge::{Grade, Judgement, PairJudgement, judge};

const WORDS: &str = r#"
[concept.bought]
label = { en = "bought", fr = "a acheté" }
facets = ["answer"]
[concept.intends]
label = { en = "intends to buy", fr = "a l'intention d'acheter" }
facets = ["answer"]
volatile = true
[facet.answer]
role = "identifying"
label = { en = "answer", fr = "réponse" }
[facet.answer.values]
a = { en = "a", fr = "a" }
b = { en = "b", fr = "b" }
c = { en = "c", fr = "c" }
d = { en = "d", fr = "d" }
[universe.adults]
label = { en = "adults", fr = "adultes" }
general = true
"#;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let file = VocabularyFile { name: "vocabulary.toml", text: WORDS };
    let (vocabulary, problems) = Vocabulary::read(&[file]);
    assert_eq!(problems, [], "the words of the simulation are good");
    vocabulary
});

static NONE: BTreeSet<String> = BTreeSet::new();

const ANSWERS: [&str; 4] = ["a", "b", "c", "d"];

const REGIONS: [&str; 10] = ["FR", "DE", "GB", "US", "ES", "IT", "SE", "NL", "PL", "PT"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A survey as published.
#[derive(Clone, Debug)]
pub(crate) struct Survey {
    /// Which publisher, counted from 0.
    pub(crate) house: usize,
    /// In which month of the year, counted from 0.
    pub(crate) wave: usize,
    /// In which country, counted from 0.
    pub(crate) region: usize,
    /// What it asks about; what moves is compared within one month only.
    pub(crate) concept: &'static str,
    /// How many it says it asked.
    pub(crate) n: Option<usize>,
    /// The words for each answer to its one question.
    pub(crate) figures: Vec<String>,
}

impl Survey {
    /// A survey with one figure in whole percent.
    pub(crate) fn new(house: usize, n: usize, percent: usize) -> Self {
        let (concept, figures) = ("bought", vec![format!("{percent} %")]);
        Self { house, wave: 0, region: 0, concept, n: Some(n), figures }
    }

    /// The same question asked in one month after the other.
    pub(crate) fn in_wave(self, wave: usize) -> Self {
        Self { wave, concept: "intends", ..self }
    }

    /// The id of one of its claims.
    pub(crate) fn claim(&self, answer: usize) -> String {
        format!("{}/{}", self.study(), ANSWERS[answer])
    }

    fn source(&self) -> String {
        format!("fixture-{}", char::from(b'a' + self.house as u8))
    }

    fn study(&self) -> String {
        format!("{}/wave-{}", self.source(), self.wave)
    }

    /// The document, with what a plugin would say of it.
    fn write(&self) -> (Document, StudyRecord, Vec<Finding>) {
        let mut text = String::new();
        let mut line = |words: &str| {
            let start = text.len();
            text += words;
            text.push('\n');
            Place::span(start..start + words.len())
        };
        let title = line("Survey");
        let fieldwork = line(&format!("{} 2013", MONTHS[self.wave]));
        let n = self.n.map(|n| line(&n.to_string()));
        let figures: Vec<Place> = self.figures.iter().map(|words| line(words)).collect();
        let name = self.study();
        let study = StudyRecord {
            document: name.clone(),
            unit: Unit::Person,
            people: People {
                regions: vec![REGIONS[self.region].to_owned()],
                universe: Some("adults".to_owned()),
                ..People::default()
            },
            mode: vec!["online".to_owned()],
            fieldwork: Some(fieldwork),
            n,
            ..StudyRecord::new(&name, title, "Survey", self.source())
        };
        let findings = figures.into_iter().zip(ANSWERS);
        let findings = findings.map(|(at, answer)| self.finding(at, answer)).collect();
        (Document::text(&name, &text), study, findings)
    }

    fn finding(&self, at: Place, answer: &str) -> Finding {
        let says = Says::Share(Figure::at(at));
        let id = format!("wave-{}/{answer}", self.wave);
        let question = (self.figures.len() > 1).then(|| Question {
            id: "question".to_owned(),
            kind: QuestionKind::Single,
            text: None,
            lang: None,
            options: Vec::new(),
            complete: true,
            recall: None,
        });
        Finding {
            document: self.study(),
            facets: [("answer".to_owned(), answer.to_owned())].into_iter().collect(),
            question,
            ..Finding::new(id, self.study(), Mark::Publisher, self.concept, says)
        }
    }
}

/// What the judge makes of surveys.
pub(crate) struct Judged {
    /// The base as read.
    pub(crate) base: EvidenceBase,
    /// The judgement.
    pub(crate) judgement: Judgement,
    /// Claims whose figure could not be read.
    pub(crate) refused: Vec<String>,
}

/// Reads surveys and judges them by the usual policy.
pub(crate) fn judged(surveys: &[Survey]) -> Judged {
    judged_by(Policy::default(), surveys)
}

/// Reads surveys and judges them.
pub(crate) fn judged_by(policy: Policy, surveys: &[Survey]) -> Judged {
    let vocabulary = VOCABULARY.clone();
    let mut base = EvidenceBase { policy, vocabulary, ..EvidenceBase::default() };
    let mut refused = Vec::new();
    for survey in surveys {
        let (document, study, findings) = survey.write();
        base.documents.insert(document.name.clone(), document);
        let read = reader(&survey.source(), &base).study(study).expect("no study is mistyped");
        base.studies.insert(read.id.clone(), read);
        for finding in findings {
            let id = format!("{}/{}", survey.source(), finding.id);
            match reader(&survey.source(), &base).finding(finding) {
                Ok(claim) => _ = base.claims.insert(id, claim),
                Err(_) => refused.push(id),
            }
        }
    }
    Judged { judgement: judge(&base), base, refused }
}

fn reader<'a>(source: &'a str, base: &'a EvidenceBase) -> Reader<'a> {
    Reader {
        vocabulary: &base.vocabulary,
        source,
        documents: &base.documents,
        studies: &base.studies,
        missing: &NONE,
    }
}

impl Judged {
    /// Whether a rule found something.
    pub(crate) fn fires(&self, rule: &str) -> bool {
        self.judgement.diagnostics.iter().any(|one| one.check.id == rule)
    }

    /// The pairs of all propositions.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = &PairJudgement> {
        self.judgement.propositions.iter().flat_map(|one| &one.pairs)
    }

    /// The pairs that `diverging-shares` is about.
    pub(crate) fn contradictions(&self) -> impl Iterator<Item = &PairJudgement> {
        let alpha = self.base.policy.alpha;
        self.pairs().filter(move |pair| pair.grade <= Grade::B && pair.is_contradiction(alpha))
    }

    /// The claims of which a rule that looks at one study at a time found something.
    pub(crate) fn flawed(&self) -> BTreeSet<&str> {
        let found = self.judgement.diagnostics.iter().map(|one| {
            let facts = one.labels.iter().map(|label| &label.fact);
            facts.filter_map(|fact| match fact {
                Fact::Claim { id } => Some(id.as_str()),
                _ => None,
            })
        });
        let within_one_study = |claims: &Vec<&str>| {
            let study = |id: &str| self.base.claims.get(id).and_then(|claim| claim.study());
            claims.iter().all(|id| study(id) == study(claims[0]))
        };
        found.map(Iterator::collect).filter(within_one_study).flatten().collect()
    }
}
