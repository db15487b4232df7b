//! The output of `gainsay check`.

use std::collections::BTreeMap;

use gainsay_claims::{Diagnostic as Found, facts::SizeReason};
use gainsay_judge::{Judgement, PropositionJudgement, Size};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    citation::Citation,
    component::Component,
    diagnostic::Diagnostic,
    group::{Closeness, Group, Houses},
    pair::Pair,
    parts::{Range, Set},
    rejection::Rejection,
    text,
};
use crate::{Counts, Speaker, Unshown};

/// What `gainsay check --output-format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Check {
    /// `gainsay/check/1`.
    schema: &'static str,
    /// Whether every source was loaded; if not, silence proves nothing.
    complete: bool,
    counts: CountsOutput,
    /// What was found and is not among the diagnostics, as was asked for.
    unshown: UnshownOutput,
    policy: Policy,
    sources: Vec<Source>,
    /// What was found, in the order of reading, whether or not reviewers settled it.
    diagnostics: Vec<Diagnostic>,
    /// Studies that reviewers hold to be no evidence, so that they are compared with no other;
    /// one for each reviewer, in order of study.
    rejections: Vec<Rejection>,
    propositions: Vec<Proposition>,
    /// Every citation of which the base knows a source.
    citations: Vec<Citation>,
    /// Claims about one population on propositions that bear on each other.
    components: Vec<Component>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct CountsOutput {
    /// Those that reviewers settled are not among errors, warnings and notes.
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Diagnostics that reviewers did not settle, by when they are read: `reversal`,
    /// `direct`, `robust`, `undecided`, `input`, `folded`.
    reading: BTreeMap<&'static str, usize>,
    /// Findings that reviewers settled.
    reviewed: usize,
    /// Findings by where they stand between reviewers, as in their `review`.
    states: BTreeMap<&'static str, usize>,
    sources: usize,
    studies: usize,
    claims: usize,
    propositions: usize,
    pairs: usize,
    untestable: usize,
    /// Pairs that are waves of one publisher, on which no rule speaks.
    trends: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct UnshownOutput {
    /// Findings of rules that were not selected, or ignored.
    of_other_rules: usize,
    /// Findings that were there at an earlier revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<SinceOutput>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct SinceOutput {
    /// As it was named.
    revision: String,
    /// The first digits of its commit.
    commit: String,
    /// What could be compared: `whole`, `incomplete`, `unusable` or `missing`.
    base: &'static str,
    /// How many findings were there already.
    older: usize,
}

/// Constants that are decisions, not science.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Policy {
    alpha: f64,
    /// In fractions of the base.
    delta: f64,
    rho: f64,
    design_effect: f64,
    floor: u64,
    ceiling: u64,
    subsample_floor: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Source {
    id: String,
    plugin: String,
    finished: bool,
    documents: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Proposition {
    /// `concept[facet=value]`.
    id: String,
    /// In the language asked for.
    label: String,
    evidence: Vec<Evidence>,
    pairs: Vec<Pair>,
    /// At least three comparable and independent studies each, in order of time.
    groups: Vec<Group>,
    /// What houses differ by over many waves, the surest first.
    houses: Vec<Houses>,
    /// How close polls of the same days agree.
    #[serde(skip_serializing_if = "Option::is_none")]
    closeness: Option<Closeness>,
    left_out: Vec<LeftOut>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Evidence {
    claim: String,
    /// Those of whom the proposition is true.
    share: Set,
    size: SizeOutput,
    /// As if the base were a random sample of its effective size.
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<Range>,
}

/// How many a share was computed from.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SizeOutput {
    /// `unknown`, `census`, `published` or `assumed`.
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u64>,
    /// The study's number of cases, when the size is assumed from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<u64>,
    /// What an assumed size was derived by: `published-shares` or `subsample-floor`.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    design_effect: Option<f64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct LeftOut {
    claim: String,
    /// `not-a-share`, `rhetorical`, `opinion`, `no-study`, `not-sampled`,
    /// `deprecated`, `rejected`, `forecast`, `no-period`, `flawed`, `duplicate` or `restates`.
    reason: &'static str,
    /// The rule that says what cannot be true.
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'static str>,
    /// The claim that is compared instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    instead: Option<String>,
}

/// Writes a judgement and the diagnostics that are shown.
pub fn check(
    speaker: Speaker<'_>,
    judgement: &Judgement,
    shown: &[Found],
    unshown: &Unshown,
) -> String {
    let base = speaker.base;
    let propositions = judgement.propositions.iter();
    text(&Check {
        schema: "gainsay/check/1",
        complete: base.is_complete(),
        counts: CountsOutput::from(Counts::new(base, judgement, shown)),
        unshown: UnshownOutput::from(unshown),
        policy: Policy::from(base.policy),
        sources: sources(speaker),
        diagnostics: shown.iter().map(|one| Diagnostic::new(speaker, one)).collect(),
        rejections: speaker.rejections(judgement).into_iter().map(Rejection::from).collect(),
        propositions: propositions.map(|one| proposition(speaker, one)).collect(),
        citations: judgement.citations.iter().map(|one| Citation::new(speaker, one)).collect(),
        components: judgement.components.iter().map(Component::from).collect(),
    })
}

impl From<&Unshown> for UnshownOutput {
    fn from(unshown: &Unshown) -> Self {
        let since = unshown.since.as_ref().map(|since| SinceOutput {
            revision: since.revision.clone(),
            commit: since.commit.clone(),
            base: since.base.key(),
            older: since.older,
        });
        Self { of_other_rules: unshown.of_other_rules, since }
    }
}

impl From<Counts> for CountsOutput {
    fn from(counts: Counts) -> Self {
        Self {
            errors: counts.errors,
            warnings: counts.warnings,
            notes: counts.notes,
            reading: named(&counts.tiers, |tier| tier.name()),
            reviewed: counts.settled(),
            states: named(&counts.states, |state| state.name()),
            sources: counts.sources,
            studies: counts.studies,
            claims: counts.claims,
            propositions: counts.propositions,
            pairs: counts.pairs,
            untestable: counts.untestable,
            trends: counts.trends,
        }
    }
}

fn named<T: Copy>(
    counts: &BTreeMap<T, usize>,
    name: impl Fn(T) -> &'static str,
) -> BTreeMap<&'static str, usize> {
    counts.iter().map(|(one, count)| (name(*one), *count)).collect()
}

impl From<gainsay_claims::policy::Policy> for Policy {
    fn from(policy: gainsay_claims::policy::Policy) -> Self {
        Self {
            alpha: policy.alpha,
            delta: policy.delta,
            rho: policy.rho,
            design_effect: policy.design_effect,
            floor: policy.floor,
            ceiling: policy.ceiling,
            subsample_floor: policy.subsample_floor,
        }
    }
}

fn sources(speaker: Speaker<'_>) -> Vec<Source> {
    let sources = speaker.base.sources.iter();
    sources
        .map(|(id, state)| Source {
            id: id.clone(),
            plugin: state.plugin.clone(),
            finished: state.finished,
            documents: state.documents,
        })
        .collect()
}

fn proposition(speaker: Speaker<'_>, judgement: &PropositionJudgement) -> Proposition {
    let evidence = judgement.evidence.iter();
    let left_out = judgement.left_out.iter();
    Proposition {
        id: judgement.proposition.to_string(),
        label: speaker.proposition(&judgement.proposition),
        evidence: evidence
            .map(|one| Evidence {
                claim: one.claim.to_string(),
                share: one.share.into(),
                size: one.size.into(),
                interval: one.interval.map(Range::from),
            })
            .collect(),
        pairs: judgement.pairs.iter().map(|pair| Pair::new(speaker, pair)).collect(),
        groups: judgement.groups.iter().map(Group::from).collect(),
        houses: judgement.houses.iter().map(Houses::from).collect(),
        closeness: judgement.closeness.map(Closeness::from),
        left_out: left_out
            .map(|one| LeftOut {
                claim: one.claim.clone(),
                reason: one.reason.name(),
                rule: match one.reason {
                    gainsay_judge::Reason::Flawed(kind) => Some(kind.id()),
                    _ => None,
                },
                instead: match &one.reason {
                    gainsay_judge::Reason::Restates { claim } => Some(claim.clone()),
                    _ => None,
                },
            })
            .collect(),
    }
}

impl From<Size> for SizeOutput {
    fn from(size: Size) -> Self {
        let bare = |kind| Self { kind, n: None, of: None, by: None, design_effect: None };
        match size {
            Size::Unknown => bare("unknown"),
            Size::Census => bare("census"),
            Size::Published { n, deff } => {
                Self { n: Some(n), design_effect: Some(deff), ..bare("published") }
            }
            Size::Assumed { n, of, by, deff } => Self {
                n: Some(n),
                of: Some(of),
                by: Some(match by {
                    SizeReason::PublishedShares => "published-shares",
                    SizeReason::SubsampleFloor => "subsample-floor",
                }),
                design_effect: Some(deff),
                ..bare("assumed")
            },
        }
    }
}
