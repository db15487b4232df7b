//! Small evidence bases for tests, of invented publishers.

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Base, Claim, Share, Statement, Step},
    diagnostic::Location,
    proposition::Facets,
    region::Region,
    sample::Sample,
    study::{Population, Study},
    value::{Quantity, ReportingSet, read},
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Finding, Mark, Place, Says, StudyRecord, Unit},
};

const VOCABULARY: &str = r#"
[concept.bought]
label = { en = "bought", fr = "a acheté" }
facets = ["trigger"]
scale = "frequency"
cut = "never"
[facet.trigger]
role = "qualifying"
narrows = true
label = { en = "after", fr = "après" }
[facet.trigger.values]
message = { en = "a message", fr = "un message" }
advertisement = { en = "an advertisement", fr = "une publicité" }
[facet.measure]
role = "qualifying"
label = { en = "measured as", fr = "mesuré par" }
[facet.measure.values]
top-two = { en = "the top two", fr = "les deux premiers" }
[scale.frequency]
label = { en = "how often", fr = "à quelle fréquence" }
steps = ["never", "hardly-ever"]
[scale.frequency.labels]
never = { en = "never", fr = "jamais" }
hardly-ever = { en = "hardly ever", fr = "presque jamais" }
[universe.sales]
label = { en = "sales", fr = "ventes" }
money = true
[universe.people]
general = true
label = { en = "people", fr = "personnes" }
[universe.adults]
label = { en = "adults", fr = "adultes" }
within = ["people"]
[universe.shoppers]
label = { en = "shoppers", fr = "acheteurs" }
within = ["adults"]
[universe.teens]
label = { en = "teenagers", fr = "adolescents" }
within = ["people"]
"#;

/// A claim and the study that makes it.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) study: Study,
    pub(crate) claim: Claim,
}

/// What a study says unless a test says otherwise: 28 % of 1,000 French adults
/// asked online in March 2013 bought. Two of these are the same in everything.
pub(crate) fn told(source: &str) -> Told {
    let claim = Claim {
        id: format!("{source}/survey/bought"),
        source: source.to_owned(),
        said: finding(source).into(),
        at: location(source),
        proposition: Proposition::new("bought", Facets::new()).into(),
        wording: Facets::new(),
        statement: share("28 %"),
        population: population("FR"),
        base: among("adults"),
        n: Sample::Exactly(1000),
        n_effective: Sample::Unknown,
        period: "2013-03".parse().ok(),
        since: None,
        target: None,
    };
    Told { study: study(source), claim }
}

pub(crate) fn study(source: &str) -> Study {
    let id = format!("{source}/survey");
    let said = StudyRecord {
        unit: Unit::Person,
        mode: vec!["online".to_owned()],
        ..StudyRecord::new(&id, Place::span(0..1), "Survey", "Fixture House")
    };
    Study {
        id,
        source: source.to_owned(),
        said,
        at: location(source),
        population: population("FR"),
        fieldwork: "2013-03".parse().ok(),
        published: "2013-06".parse().ok(),
        n: Sample::Unknown,
        n_elsewhere: Vec::new(),
        margin: None,
    }
}

/// A base of these claims and their studies.
pub(crate) fn base(told: impl IntoIterator<Item = Told>) -> EvidenceBase {
    let file = VocabularyFile { name: "vocabulary.toml", text: VOCABULARY };
    let (vocabulary, problems) = Vocabulary::read(&[file]);
    assert_eq!(problems, []);
    let mut base = EvidenceBase { vocabulary, ..EvidenceBase::default() };
    for one in told {
        base.studies.insert(one.study.id.clone(), one.study);
        base.claims.insert(one.claim.id.clone(), one.claim);
    }
    base
}

impl Told {
    pub(crate) fn with(mut self, change: impl FnOnce(&mut Study, &mut Claim)) -> Self {
        change(&mut self.study, &mut self.claim);
        self
    }

    pub(crate) fn named(self, name: &str) -> Self {
        self.with(|study, claim| claim.id = format!("{}/{name}", study.id))
    }

    pub(crate) fn share(self, text: &str) -> Self {
        self.with(|_, claim| claim.statement = share(text))
    }

    pub(crate) fn set(self, hard: ReportingSet) -> Self {
        self.with(|_, claim| {
            if let Statement::Share(share) = &mut claim.statement {
                share.hard = hard;
            }
        })
    }

    pub(crate) fn size(self, n: Sample) -> Self {
        self.with(|_, claim| claim.n = n)
    }

    /// A claim on some of those whom its study asked; the source does not tell on
    /// how many.
    pub(crate) fn among_part(self) -> Self {
        self.with(|_, claim| {
            let step = Step { who: "shoppers".to_owned(), share: None };
            claim.base.steps.push(step);
        })
    }

    pub(crate) fn region(self, code: &str) -> Self {
        self.with(|_, claim| claim.population = population(code))
    }
}

pub(crate) fn among(universe: &str) -> Base {
    let step = Step { who: universe.to_owned(), share: None };
    Base { steps: vec![step] }
}

fn finding(source: &str) -> Finding {
    let says = Says::Words(Place::span(0..1));
    let study = format!("{source}/survey");
    Finding::new("survey/bought", study, Mark::Publisher, "bought", says)
}

fn location(source: &str) -> Location {
    Location { document: format!("{source}.txt"), span: 0..1 }
}

fn population(code: &str) -> Population {
    let region = Region::parse(code).expect("tests name regions that exist");
    Population {
        regions: Some([region].into_iter().collect()),
        universe: Some("adults".to_owned()),
        ..Population::default()
    }
}

fn share(text: &str) -> Statement {
    let reading = read(text, None, None).expect("tests hold figures that can be read");
    let Quantity::Share { hard, soft } = reading.quantity else {
        panic!("`{text}` is no share");
    };
    Statement::Share(Share { text: text.to_owned(), reading, hard, soft })
}
