//! The keys of questions and findings, as the TOML reader sees them.

use gainsay_claims::wire::{
    FigureUnit, HopRole, Joined, Mark, Medium, Mood, QuestionKind, Role, Side, Standing,
};
use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use crate::form::Words;

/// `[question.NAME]`: a question, and what all findings that answer it share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct QuestionForm {
    pub(crate) kind: QuestionKind,
    pub(crate) text: Option<String>,
    pub(crate) lang: Option<String>,
    #[serde(default)]
    pub(crate) options: Vec<String>,
    #[serde(default)]
    pub(crate) complete: bool,
    pub(crate) recall: Option<String>,
    pub(crate) concept: Option<String>,
    #[serde(default)]
    pub(crate) facets: IndexMap<String, String>,
    pub(crate) base: Option<Vec<String>>,
    pub(crate) seen: Option<Words>,
}

/// `[[finding]]`: what is said, of what, among whom, and where it was seen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FindingForm {
    /// Its name within the study.
    pub id: Words,

    // Where the published document says it.
    /// Its page, counted from 1.
    pub page: Option<Spanned<usize>>,
    /// A few words of it, in which the figure stands.
    pub quote: Option<Words>,

    // What is said: exactly one of these.
    pub(crate) share: Option<Words>,
    pub(crate) complement_of: Option<Words>,
    pub(crate) sum_of: Option<Vec<Words>>,
    pub(crate) count: Option<Words>,
    pub(crate) money: Option<Words>,
    pub(crate) mean: Option<Words>,
    pub(crate) change: Option<Words>,
    pub(crate) rank: Option<Words>,
    pub(crate) rank_from_last: Option<Words>,
    pub(crate) order: Option<OrderForm>,
    pub(crate) agreement: Option<AgreementForm>,
    pub(crate) instances: Option<Vec<Words>>,
    pub(crate) words: Option<Words>,
    /// How to read a figure that has no unit beside it.
    pub(crate) unit: Option<FigureUnit>,

    // Of what.
    pub(crate) concept: Option<String>,
    #[serde(default)]
    pub(crate) facets: IndexMap<String, String>,
    pub(crate) cut: Option<String>,
    #[serde(default)]
    pub(crate) negated: bool,
    #[serde(default)]
    pub(crate) undecided: bool,
    pub(crate) joined: Option<Joined>,

    // Among whom and when.
    pub(crate) base: Option<Vec<String>>,
    /// The share of the step before that the last step of the base makes up.
    pub(crate) base_share: Option<Words>,
    pub(crate) regions: Option<Vec<String>>,
    pub(crate) age: Option<Words>,
    pub(crate) n: Option<Words>,
    pub(crate) period: Option<Words>,
    /// The earlier period that a change starts from.
    pub(crate) since: Option<Words>,
    pub(crate) question: Option<Words>,
    pub(crate) forecast: Option<ForecastForm>,

    // Who says so, and where.
    pub(crate) study: Option<String>,
    #[serde(default)]
    pub(crate) role: Role,
    pub(crate) mark: Option<Mark>,
    pub(crate) seen: Option<Words>,
    #[serde(default)]
    pub(crate) medium: Medium,
    #[serde(default)]
    pub(crate) mood: Mood,
    pub(crate) cites: Option<String>,
    #[serde(default)]
    pub(crate) chain: Vec<HopForm>,
    pub(crate) same_as: Option<String>,
    #[serde(default)]
    pub(crate) standing: Standing,
    pub(crate) supersedes: Option<String>,
    #[serde(default)]
    pub(crate) universal: bool,
    #[serde(default)]
    pub(crate) incomplete: bool,
    pub(crate) note: Option<String>,
}

/// `order = { words, greater, lesser }`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct OrderForm {
    pub(crate) words: Words,
    pub(crate) greater: Side,
    pub(crate) lesser: Side,
    #[serde(default)]
    pub(crate) by_far: bool,
}

/// `agreement = { words, between }`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgreementForm {
    pub(crate) words: Words,
    pub(crate) between: Vec<String>,
}

/// `forecast = { target, issued }`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ForecastForm {
    pub(crate) target: Words,
    pub(crate) issued: Option<Words>,
}

/// One step of `chain`, nearest first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct HopForm {
    pub(crate) who: String,
    pub(crate) url: Option<String>,
    pub(crate) role: HopRole,
    pub(crate) locator: Option<String>,
    pub(crate) as_stated: Option<Words>,
}
