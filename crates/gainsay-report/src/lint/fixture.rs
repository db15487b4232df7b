//! A draft with a figure of every outcome and a diagnostic of every rule.

use gainsay_claims::{
    Diagnostic, EvidenceBase, Lang, Location,
    diagnostic::Subject,
    document::Document,
    facts::{DraftFact, Fact, Match, MatchReason},
    value,
};
use gainsay_draft::{
    Checked, CheckedFigure, Draft, Figure, Kind, Outcome, Passage, PassageKind, Prose, Voice, rules,
};

use super::Linted;
use crate::fixture;

const NAME: &str = "text/draft one.md";

const TEXT: &str = "# Purchases\r\n\r\n\
    Fixture A:\té 28 % of 1,004 people; 13 % (B), 51 % too.\r\n\
    About 9 % — or 7 of them — say so.\r\n";

/// A base, and the draft in it.
pub(crate) fn linted() -> Linted {
    let mut base = fixture::base();
    base.documents.insert(NAME.to_owned(), Document::text(NAME, TEXT));
    let mut prose = Prose::default();
    prose.push(TEXT, 0..TEXT.len());
    let passage = Passage {
        kind: PassageKind::Paragraph,
        prose,
        lang: Lang::En,
        voice: Voice::Author,
        keys: Vec::new(),
        called_from: None,
        cell: None,
    };
    let draft = Draft {
        name: NAME.to_owned(),
        text: TEXT.to_owned(),
        passages: vec![passage],
        ..Draft::default()
    };
    let figures = figures();
    let rules = rules::ALL.iter();
    let diagnostics = rules.map(|rule| diagnostic(&base, rule.check)).collect();
    Linted { draft, checked: Checked { figures, diagnostics, ..Checked::default() }, base }
}

fn figures() -> Vec<CheckedFigure> {
    let named = MatchReason::NamesSource("Fixture A".into());
    let subject = MatchReason::Subject(vec!["Purchases".into()]);
    let sure = matched("a", 0.9, vec![MatchReason::SameFigure, named, subject.clone()]);
    let other = MatchReason::NamesOther("B".into());
    let unsure = matched("b", 0.625, vec![subject.clone(), MatchReason::OtherFigure]);
    vec![
        figure("28 %", Kind::Finding, Outcome::Found(sure)),
        figure("1,004", Kind::SampleSize, Outcome::Size("fixture-a/2013".into())),
        figure("13 %", Kind::Finding, Outcome::OtherStudy(matched("b", 0.7, vec![other]))),
        figure("51 %", Kind::Finding, Outcome::Differs(unsure)),
        figure("9 %", Kind::Finding, Outcome::NotFound(vec![matched("c", 0.31, vec![subject])])),
        figure("7", Kind::Number, Outcome::NotChecked),
    ]
}

fn matched(source: &str, score: f64, reasons: Vec<MatchReason>) -> Match {
    Match { claim: fixture::claim(source), score, reasons }
}

fn figure(words: &str, kind: Kind, outcome: Outcome) -> CheckedFigure {
    let start = TEXT.find(words).expect(words);
    let reading = value::read(words, None, None).expect(words);
    let span = start..start + words.len();
    let figure = Figure { span, sentence: 0..TEXT.len(), reading, kind, is_of_votes: false };
    CheckedFigure { passage: 0, figure, outcome, claim: None }
}

/// Points to the draft and to the evidence.
fn diagnostic(base: &EvidenceBase, check: &'static gainsay_claims::Check) -> Diagnostic {
    let start = TEXT.find("28 %").expect("it is there");
    let at = Location { document: NAME.to_owned(), span: start..start + "28 %".len() };
    let reads = DraftFact::Reads(value::read("28 %", None, None).expect("a figure"));
    let id = fixture::claim("b");
    Diagnostic::new(check, Subject::Name("28 %".into()))
        .label(at, Fact::Draft(reads))
        .label(base.claims[&id].at.clone(), Fact::Claim { id: id.clone() })
        .note(Fact::Draft(DraftFact::Contradicts { claim: fixture::claim("a"), other: id }))
}
