//! A small base for the tests of this crate; its publishers are invented.

use std::collections::BTreeSet;

use gainsay_claims::{
    CheckGroup, Diagnostic, EvidenceBase, Level, Proposition, Tier,
    diagnostic::{Check, Note, Subject, Text},
    document::Document,
    evidence::SourceState,
    facts::{Dimension, Fact, PairFact, Reach, Side, Strength},
    proposition::Facets,
    read::Reader,
    region::Region,
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Figure, Finding, Mark, People, Place, Says, StudyRecord},
};
use gainsay_judge::{
    Dependence, Distance, Distances, Evidence, Grade, Judgement, LeftOut, Orders, Outcome,
    PairJudgement, PropositionJudgement, Reason, Size,
    stats::{
        Alpha, BreakEven, DesignEffect, Ends, SampleSize, Thresholds, UnknownSizeVerdict,
        break_even, compare, uncertainty,
    },
};

const VOCABULARY: &str = r#"
[concept.bought]
label = { en = "bought because of social media", fr = "a acheté à cause des médias sociaux" }
[universe.users]
label = { en = "social media users", fr = "utilisateurs des médias sociaux" }
[universe.adults]
label = { en = "adults", fr = "adultes" }
"#;

/// Source, document, region, universe, figure, size.
type Line =
    (&'static str, &'static str, &'static str, &'static str, &'static str, Option<&'static str>);

const STUDIES: [Line; 3] = [
    (
        "fixture-a",
        "The 2013 survey, n: 1004\n72% of respondents have never bought a product they saw.\n",
        "GB",
        "users",
        "72%",
        Some("1004"),
    ),
    (
        "fixture-b",
        "The 2013 survey, n: 2100\n13% of users said that social media led to a purchase.\n",
        "GB",
        "users",
        "13%",
        Some("2100"),
    ),
    (
        "fixture-c",
        "L'enquête 2013\nEnviron 15 % des adultes ont acheté.\n",
        "US",
        "adults",
        "Environ 15 %",
        None,
    ),
];

/// Three studies of three sources, and one source that is missing.
pub(crate) fn base() -> EvidenceBase {
    let file = VocabularyFile { name: "vocabulary/words.toml", text: VOCABULARY };
    let (vocabulary, troubles) = Vocabulary::read(&[file]);
    assert_eq!(troubles, []);
    let mut base = EvidenceBase { vocabulary, ..EvidenceBase::default() };
    for (source, text, region, universe, figure, n) in STUDIES {
        let name = format!("sources/{source}/raw.txt");
        base.documents.insert(name.clone(), Document::text(&name, text));
        let place = |words: &str| {
            let start = text.find(words).expect(words);
            Place::span(start..start + words.len())
        };
        let study = StudyRecord {
            document: name.clone(),
            people: People {
                regions: vec![region.to_owned()],
                universe: Some(universe.to_owned()),
                ..People::default()
            },
            fieldwork: Some(place("2013")),
            n: n.map(place),
            ..StudyRecord::new(format!("{source}/2013"), place("2013"), "Survey", source)
        };
        let finding = Finding {
            document: name,
            negated: source == "fixture-a",
            ..Finding::new(
                "2013/bought",
                format!("{source}/2013"),
                Mark::Publisher,
                "bought",
                Says::Share(Figure::at(place(figure))),
            )
        };
        add(&mut base, source, study, finding);
    }
    base.sources.insert("fixture-d".into(), SourceState::default());
    base
}

fn add(base: &mut EvidenceBase, source: &str, study: StudyRecord, finding: Finding) {
    let reader = Reader {
        vocabulary: &base.vocabulary,
        source,
        documents: &base.documents,
        studies: &base.studies,
        missing: &BTreeSet::new(),
    };
    let study = reader.study(study).expect("a valid study");
    base.studies.insert(study.id.clone(), study);
    let reader = Reader {
        vocabulary: &base.vocabulary,
        source,
        documents: &base.documents,
        studies: &base.studies,
        missing: &BTreeSet::new(),
    };
    let claim = reader.finding(finding).expect("a valid finding");
    base.claims.insert(claim.id.clone(), claim);
    let state = SourceState {
        plugin: source.to_owned(),
        documents: 1,
        finished: true,
        ..SourceState::default()
    };
    base.sources.insert(source.to_owned(), state);
}

/// The proposition that all claims are about.
pub(crate) fn bought() -> Proposition {
    Proposition::new("bought", Facets::new())
}

/// The id of a source's claim.
pub(crate) fn claim(source: &str) -> String {
    format!("fixture-{source}/2013/bought")
}

/// A tested pair in conflict, an untested one, one that agrees by inclusion, and
/// a claim that is left out.
pub(crate) fn judgement(base: &EvidenceBase) -> Judgement {
    let evidence = vec![
        evidence(base, "a", Size::Published { n: 1004, deff: 2.0 }),
        evidence(base, "b", Size::Published { n: 2100, deff: 2.0 }),
        evidence(base, "c", Size::Unknown),
    ];
    let left_out = LeftOut { claim: claim("c"), reason: Reason::Restates { claim: claim("b") } };
    Judgement {
        flaws: Vec::new(),
        diagnostics: vec![conflict()],
        orders: Orders::default(),
        contrasts: gainsay_judge::Contrasts::default(),
        components: Vec::new(),
        propositions: vec![PropositionJudgement {
            groups: Vec::new(),
            houses: Vec::new(),
            closeness: None,
            proposition: bought(),
            pairs: vec![tested(&evidence), untested(&evidence), inclusion()],
            evidence,
            left_out: vec![left_out],
        }],
        citations: Vec::new(),
    }
}

fn ends(evidence: &Evidence) -> Ends {
    Ends::new(evidence.share.lo_f64(), evidence.share.hi_f64()).expect("shares")
}

fn evidence(base: &EvidenceBase, source: &str, size: Size) -> Evidence {
    let share = base.claims[&claim(source)].share_of_yes(&base.vocabulary).expect("a share");
    let middle = Some(f64::midpoint(share.lo_f64(), share.hi_f64()));
    let mut evidence =
        Evidence { claim: claim(source).into(), share, middle, size, interval: None };
    if let Size::Published { n, .. } = size {
        let effective = SampleSize::new(n as f64).expect("a size").effective(DesignEffect::TWO);
        evidence.interval =
            Some(uncertainty(ends(&evidence), Some(effective), Alpha::FIVE_PERCENT));
    }
    evidence
}

fn pair(left: &str, right: &str, outcome: Outcome) -> PairJudgement {
    PairJudgement {
        left: claim(left).into(),
        right: claim(right).into(),
        grade: Grade::A,
        distances: Distances::new(|_| Distance::Same),
        outcome,
        contains: false,
        unspoken: Vec::new(),
        dependence: None,
        trend: false,
        adjusted: None,
    }
}

fn tested(evidence: &[Evidence]) -> PairJudgement {
    let reported = |index: usize, n: f64| gainsay_judge::stats::Reported {
        ends: ends(&evidence[index]),
        size: SampleSize::new(n).expect("a size").effective(DesignEffect::TWO),
    };
    let test = compare(reported(0, 1004.0), reported(1, 2100.0), &Thresholds::default());
    pair(
        "a",
        "b",
        Outcome::Tested { test, conflict: Some((Strength::Robust, REACH).into()), needed: None },
    )
}

fn untested(evidence: &[Evidence]) -> PairJudgement {
    let size =
        break_even(ends(&evidence[0]), ends(&evidence[2]), DesignEffect::TWO, Alpha::FIVE_PERCENT);
    let outcome = Outcome::Untested {
        gap: 0.125,
        odds: f64::INFINITY,
        known: None,
        break_even: size,
        verdict: UnknownSizeVerdict::IfAtLeast(200),
    };
    PairJudgement {
        grade: Grade::C,
        distances: only(Dimension::Population, Distance::Different),
        ..pair("a", "c", outcome)
    }
}

fn inclusion() -> PairJudgement {
    let outcome = Outcome::Untested {
        gap: 0.0,
        odds: 1.0,
        known: Some(claim("b").into()),
        break_even: BreakEven::Overlap,
        verdict: UnknownSizeVerdict::Compatible,
    };
    PairJudgement {
        contains: true,
        distances: only(Dimension::Base, Distance::Unknown),
        dependence: Some(Dependence { declared: false, why: "the same panel".to_owned() }.into()),
        ..pair("b", "c", outcome)
    }
}

/// The same in every dimension but one.
fn only(apart: Dimension, distance: Distance) -> Distances {
    Distances::new(|one| if one == apart { distance } else { Distance::Same })
}

fn countries() -> [Side; 2] {
    ["GB", "US"].map(|code| {
        let region = Region::parse(code).expect("a region");
        Side::Regions([region].into_iter().collect())
    })
}

/// A rule of the tests.
pub(crate) const RULE: Check = Check {
    id: "diverging-shares",
    group: CheckGroup::Shares,
    level: Level::Error,
    headline: Text {
        en: "comparable studies disagree: {}",
        fr: "des études comparables se contredisent : {}",
    },
    help: Text {
        en: "cite the shares together, or record why one is preferred",
        fr: "citer les parts ensemble, ou noter pourquoi l'une est préférée",
    },
    explanation: "# diverging-shares\n\nTwo shares.\n",
};

const REACH: Reach = Reach { random: 0.031, tested: 0.043, total: 0.061, left: 0.079 };

/// A conflict between two documents, with facts about two pairs.
pub(crate) fn conflict() -> Diagnostic {
    let base = base();
    let mut diagnostic = Diagnostic::new(&RULE, Subject::Proposition(bought()));
    diagnostic.tier = Tier::Reversal;
    for source in ["a", "b", "c"] {
        let id = claim(source);
        diagnostic = diagnostic.label(base.claims[&id].at.clone(), Fact::Claim { id });
    }
    let note = |left: &str, right: &str, facts: Vec<PairFact>| Note {
        about: vec![claim(left), claim(right)],
        facts: facts.into_iter().map(Fact::Pair).collect(),
    };
    diagnostic.notes = vec![
        note(
            "a",
            "b",
            vec![
                PairFact::Apart { gap: 0.14, rounding: Some(0.01) },
                PairFact::Tested { p: 1e-9, reach: REACH, strength: Strength::Robust },
                PairFact::Same(vec![Dimension::Population, Dimension::Base, Dimension::Period]),
            ],
        ),
        note(
            "a",
            "c",
            vec![
                PairFact::BreakEven { size: 338, any_plausible: false },
                PairFact::Differs { dimension: Dimension::Population, sides: countries() },
                PairFact::Differs {
                    dimension: Dimension::Mode,
                    sides: [Side::Unknown, Side::Modes(vec!["online".to_owned()])],
                },
            ],
        ),
    ];
    diagnostic.note(Fact::More { count: 1, proposition: bought() })
}
