//! The output of `gainsay compare` about two claims of a base.

use gainsay_claims::facts::Fact;
use gainsay_judge::{Answer, Confrontation};
use schemars::JsonSchema;
use serde::Serialize;

use super::text;
use crate::{Speaker, confront::Confronted};

/// What `gainsay compare CLAIM CLAIM --output-format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CompareClaims {
    /// `gainsay/compare-claims/1`.
    schema: &'static str,
    as_asked: Pair,
    /// What they come from, where they are citations.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_published: Option<Pair>,
    /// Ids of the rules that point to both, or to what both come from.
    rules: Vec<&'static str>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Pair {
    claims: [String; 2],
    /// Such as `conflict`, `conflict-if-comparable`, `other-thing`, `trend`.
    verdict: &'static str,
    /// The figures as published, as if random samples of all who were asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    test: Option<Apart>,
    /// In the language asked for.
    reasons: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Apart {
    /// Their distance, in fractions of the base.
    gap: f64,
    /// At design effect 1.
    z: f64,
    /// At the design effect of the policy.
    z_design: f64,
    design_effect: f64,
}

/// Writes how two claims stand to each other.
pub fn compare_claims(speaker: Speaker<'_>, confronted: &Confronted<'_>) -> String {
    text(&CompareClaims {
        schema: "gainsay/compare-claims/1",
        as_asked: pair(speaker, &confronted.as_asked),
        as_published: confronted.as_published.as_ref().map(|found| pair(speaker, found)),
        rules: confronted.checks.iter().map(|one| one.check.id).collect(),
    })
}

fn pair(speaker: Speaker<'_>, found: &Confrontation) -> Pair {
    let compounds = found.compounds.iter().cloned().map(Fact::Coherence);
    let facts = found.comparability.iter().chain(&found.dependence).cloned().map(Fact::Pair);
    let facts: Vec<Fact> = compounds.chain(facts).collect();
    Pair {
        claims: found.claims.clone(),
        verdict: name(&found.answer),
        test: found.test.map(|test| Apart {
            gap: test.gap,
            z: test.z,
            z_design: test.z_design,
            design_effect: test.deff,
        }),
        reasons: speaker.pair_lines(&facts),
    }
}

fn name(answer: &Answer) -> &'static str {
    match answer {
        Answer::OneFinding => "one-finding",
        Answer::Superseded(_) => "superseded",
        Answer::OtherThing => "other-thing",
        Answer::Contrast => "contrast",
        Answer::OneFigure => "one-figure",
        Answer::OneStudy => "one-study",
        Answer::NoShare => "no-share",
        Answer::Unspoken(_) => "undecidable",
        Answer::Trend => "trend",
        Answer::Conflict => "conflict",
        Answer::ConflictIfComparable(_) => "conflict-if-comparable",
        Answer::SmallGap => "small-gap",
        Answer::Open => "depends-on-size",
        Answer::Inclusion => "inclusion",
        Answer::NoConflict => "no-conflict",
    }
}
