//! The output of `gainsay show`.

use gainsay_claims::{claim::Claim, study::Study};
use gainsay_judge::CitationJudgement;
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    citation::Citation,
    diagnostic::Diagnostic,
    parts::{At, Cases, Range, Set},
    text, word,
};
use crate::{
    Speaker,
    show::{Known, Shown, ShownProposition},
};

/// What `gainsay show --output-format json` prints: one of the first four, or the findings
/// and answers of a key or a reviewer.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Show {
    /// `gainsay/show/1`.
    schema: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    claim: Option<ClaimOutput>,
    #[serde(skip_serializing_if = "Option::is_none")]
    study: Option<StudyOutput>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<SourceOutput>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposition: Option<PropositionOutput>,
    /// What was found about it or under this key.
    findings: Vec<Diagnostic>,
    /// What reviewers answered to it, or this reviewer did, by place.
    answers: Vec<AnswerOutput>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct AnswerOutput {
    /// The key of the finding, or the study that is held to be no evidence.
    about: String,
    at: At,
    /// What was answered, what has changed since and when it ended, in the language asked
    /// for.
    messages: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ClaimOutput {
    id: String,
    source: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    study: Option<String>,
    proposition: String,
    at: At,
    role: String,
    mark: String,
    /// In the language asked for, like `among`.
    statement: String,
    among: String,
    /// Those of whom the proposition is true; absent when it states no share.
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Set>,
    cases: Cases,
    #[serde(skip_serializing_if = "Option::is_none")]
    period: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cites: Option<String>,
    /// What became of its source; present when it is a citation with a known source.
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<Citation>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct StudyOutput {
    id: String,
    source: String,
    title: String,
    publisher: String,
    at: At,
    cases: Cases,
    #[serde(skip_serializing_if = "Option::is_none")]
    fieldwork: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    pages: Vec<String>,
    claims: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SourceOutput {
    id: String,
    plugin: String,
    finished: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<String>,
    studies: Vec<String>,
    claims: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct PropositionOutput {
    id: String,
    /// In the language asked for.
    label: String,
    /// Claims that are compared.
    evidence: Vec<String>,
    /// Claims that are not.
    left_out: Vec<String>,
    /// What claims about one population, on this and other propositions, leave to it.
    implied: Vec<Implied>,
}

/// A share that several claims together imply.
#[derive(Debug, Serialize, JsonSchema)]
struct Implied {
    share: Range,
    claims: Vec<String>,
}

/// Writes what an id names.
pub fn show(speaker: Speaker<'_>, known: Known<'_>, shown: Shown<'_>) -> String {
    let found = known.about(speaker, shown).into_iter();
    let answers = known.answers(speaker, shown).map(|one| AnswerOutput {
        about: one.about.clone(),
        at: At::new(speaker.base, &one.at),
        messages: one.facts.iter().map(|fact| speaker.verdict_fact(fact)).collect(),
    });
    let mut output = Show {
        schema: "gainsay/show/1",
        claim: None,
        study: None,
        source: None,
        proposition: None,
        findings: found.map(|one| Diagnostic::new(speaker, one)).collect(),
        answers: answers.collect(),
    };
    match shown {
        Shown::Claim(one, judged) => output.claim = Some(claim(speaker, one, judged)),
        Shown::Study(one) => output.study = Some(study(speaker, one)),
        Shown::Source(id) => output.source = source(speaker, id),
        Shown::Proposition(one) => output.proposition = Some(proposition(speaker, one)),
        Shown::Finding(_) | Shown::Reviewer(_) => {}
    }
    text(&output)
}

fn proposition(speaker: Speaker<'_>, shown: ShownProposition<'_>) -> PropositionOutput {
    let evidence = shown.judged.iter().flat_map(|judged| &judged.evidence);
    let left_out = shown.judged.iter().flat_map(|judged| &judged.left_out);
    let implied = shown.implied();
    PropositionOutput {
        id: shown.proposition.to_string(),
        label: speaker.proposition(shown.proposition),
        evidence: evidence.map(|one| one.claim.to_string()).collect(),
        left_out: left_out.map(|one| one.claim.clone()).collect(),
        implied: implied
            .map(|(one, claims)| Implied { share: one.share.into(), claims: claims.to_vec() })
            .collect(),
    }
}

fn claim(speaker: Speaker<'_>, claim: &Claim, judged: Option<&CitationJudgement>) -> ClaimOutput {
    ClaimOutput {
        id: claim.id.clone(),
        source: claim.source.clone(),
        study: claim.study().map(str::to_owned),
        proposition: claim.proposition.to_string(),
        at: At::new(speaker.base, &claim.at),
        role: word(&claim.said.role),
        mark: word(&claim.said.mark),
        statement: speaker.statement(claim),
        among: speaker.people(claim),
        share: claim.share_of_yes(&speaker.base.vocabulary).map(Set::from),
        cases: claim.n.into(),
        period: claim.period.map(|period| period.to_string()),
        seen_at: claim.said.seen_at.clone(),
        cites: claim.said.cites.clone(),
        citation: judged.map(|judged| Citation::new(speaker, judged)),
    }
}

fn study(speaker: Speaker<'_>, study: &Study) -> StudyOutput {
    let works = study.said.works.iter();
    StudyOutput {
        id: study.id.clone(),
        source: study.source.clone(),
        title: study.said.title.clone(),
        publisher: study.said.publisher.clone(),
        at: At::new(speaker.base, &study.at),
        cases: study.n.into(),
        fieldwork: study.fieldwork.map(|period| period.to_string()),
        published: study.published.map(|period| period.to_string()),
        pages: works.map(|work| work.url.clone()).collect(),
        claims: claims_where(speaker, |claim| claim.study() == Some(&study.id)),
    }
}

fn source(speaker: Speaker<'_>, id: &str) -> Option<SourceOutput> {
    let state = speaker.base.sources.get(id)?;
    let studies = speaker.base.studies.values();
    Some(SourceOutput {
        id: id.to_owned(),
        plugin: state.plugin.clone(),
        finished: state.finished,
        digest: state.digest.clone(),
        studies: studies.filter(|study| study.source == id).map(|study| study.id.clone()).collect(),
        claims: claims_where(speaker, |claim| claim.source == id),
    })
}

fn claims_where(speaker: Speaker<'_>, is_shown: impl Fn(&Claim) -> bool) -> Vec<String> {
    let claims = speaker.base.claims.values();
    claims.filter(|claim| is_shown(claim)).map(|claim| claim.id.clone()).collect()
}
