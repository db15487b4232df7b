//! A small base of invented publishers in which two studies contradict each other.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level, Proposition,
    claim::{Base, Claim, Share, Statement, Step},
    diagnostic::{Location, Subject, Text},
    document::Document,
    facts::Status,
    proposition::Facets,
    region::Region,
    sample::Sample,
    study::{Population, Study},
    value::{Quantity, read},
    wire::{Finding, Mark, Place, Says, StudyRecord},
};
use jiff::civil::{Date, date};

use crate::{given::Given, relied::Relied, verdict::Verdict};

pub(crate) const KEY: &str = "diverging:bought";

pub(crate) static DIVERGING: Check = Check {
    group: CheckGroup::Shares,
    id: "diverging",
    level: Level::Error,
    headline: Text { en: "studies disagree: {}", fr: "des études se contredisent : {}" },
    help: Text { en: "look", fr: "regarder" },
    explanation: "# diverging\n",
};

/// The day on which the verdicts of tests are given.
pub(crate) const DAY: Date = date(2026, 10, 2);

/// 72 % of 1,004 never bought; 13 % of 2,100 bought.
pub(crate) fn base() -> EvidenceBase {
    let mut base = EvidenceBase::default();
    add(&mut base, "fixture-a", "72 %", Sample::Exactly(1004));
    add(&mut base, "fixture-b", "13 %", Sample::Exactly(2100));
    claim_of(&mut base, "fixture-a").said.negated = true;
    base
}

pub(crate) fn add(base: &mut EvidenceBase, source: &str, share: &str, n: Sample) {
    let study = study(source);
    let claim = claim(source, share, n);
    base.studies.insert(study.id.clone(), study);
    base.claims.insert(claim.id.clone(), claim);
}

pub(crate) fn claim_of<'a>(base: &'a mut EvidenceBase, source: &str) -> &'a mut Claim {
    base.claims.get_mut(&format!("{source}/2013/bought")).expect("it is in the base")
}

/// What a rule finds that rests on every claim of a base.
pub(crate) fn finding(base: &EvidenceBase) -> Diagnostic {
    let subject = Subject::Proposition(Proposition::new("bought", Facets::new()));
    Diagnostic::new(&DIVERGING, subject).resting_on(base.claims.keys().map(String::as_str))
}

/// A verdict on the base as it is.
pub(crate) fn verdict(who: &str, status: Status, base: &EvidenceBase) -> Verdict {
    Verdict {
        finding: KEY.to_owned(),
        given: Given {
            status,
            cause: Vec::new(),
            directness: Default::default(),
            reason: "looked at both".to_owned(),
        },
        who: who.to_owned(),
        on: DAY,
        until: date(2027, 10, 2),
        evidence: base.claims.values().map(|claim| Relied::of(claim, base)).collect(),
        at: Location { document: "verdicts/a.toml".to_owned(), span: 0..1 },
    }
}

/// A base with these files besides its claims.
pub(crate) fn with_files(files: &[(&str, &str)]) -> EvidenceBase {
    let mut base = base();
    for (name, text) in files {
        base.documents.insert((*name).to_owned(), Document::text(*name, *text));
    }
    base
}

fn study(source: &str) -> Study {
    let id = format!("{source}/2013");
    let publisher = source.replace("fixture-a", "Fixture A").replace("fixture-b", "Fixture B");
    let said = StudyRecord {
        mode: vec!["online".to_owned()],
        ..StudyRecord::new(&id, Place::span(0..1), "Survey", publisher)
    };
    Study {
        id,
        source: source.to_owned(),
        said,
        at: at(source),
        population: Population::default(),
        fieldwork: None,
        published: None,
        n: Sample::Unknown,
        n_elsewhere: Vec::new(),
        margin: None,
    }
}

fn claim(source: &str, text: &str, n: Sample) -> Claim {
    let study = format!("{source}/2013");
    let id = format!("{study}/bought");
    let reading = read(text, None, None).expect("it is a share");
    let Quantity::Share { hard, soft } = reading.quantity else { panic!("it is a share") };
    let figure = gainsay_claims::wire::Figure { at: Place::span(0..1), unit: None, derived: None };
    Claim {
        said: Finding::new(&id, study, Mark::Publisher, "bought", Says::Share(figure)).into(),
        id,
        source: source.to_owned(),
        at: at(source),
        proposition: Proposition::new("bought", Facets::new()).into(),
        wording: Facets::new(),
        statement: Statement::Share(Share { text: text.to_owned(), reading, hard, soft }),
        population: Population {
            regions: Some(["GB".parse::<Region>().expect("a region")].into_iter().collect()),
            ..Population::default()
        },
        base: Base { steps: vec![Step { who: "adults".to_owned(), share: None }] },
        n,
        n_effective: Sample::Unknown,
        period: "2013-03".parse().ok(),
        since: None,
        target: None,
    }
}

fn at(source: &str) -> Location {
    Location { document: format!("sources/{source}/raw.txt"), span: 0..1 }
}
