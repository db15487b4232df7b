//! The keys that a mapping may have, as the TOML reader sees them.

use std::fmt;

use gainsay_plugin::{
    form::{Encoding, StudyForm, Words},
    wire::{Mark, Work},
};
use indexmap::IndexMap;
use serde::{Deserialize, Deserializer, de};
use toml::Spanned;

use crate::data::Code;

/// A mapping.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mapping {
    /// None while nobody has said whose survey it is: then nothing is counted.
    pub(crate) study: Option<StudyForm>,
    /// The pages where the study was seen, each with a short name.
    #[serde(default)]
    pub(crate) seen: IndexMap<String, Work>,
    pub(crate) data: DataForm,
    /// What the file does not say of its variables.
    #[serde(default)]
    pub(crate) variable: IndexMap<String, VariableForm>,
    /// Questions with several answers that the file does not declare.
    #[serde(default)]
    pub(crate) set: IndexMap<String, SetForm>,
    #[serde(default)]
    pub(crate) group: IndexMap<String, GroupForm>,
    #[serde(default)]
    pub(crate) finding: Vec<FindingForm>,
}

/// `[data]`: the file, and what holds for every finding.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct DataForm {
    pub(crate) file: Words,
    pub(crate) weight: Option<Words>,
    /// That the weight which the file declares is left aside.
    #[serde(default)]
    pub(crate) unweighted: bool,
    #[serde(default, rename = "where")]
    pub(crate) filter: Vec<ConditionForm>,
    /// Of a table that is not UTF-8.
    pub(crate) encoding: Option<Encoding>,
    /// How a table writes decimals.
    #[serde(default)]
    pub(crate) decimals: Decimals,
}

/// How a table writes decimals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Decimals {
    #[default]
    Point,
    Comma,
}

/// `[variable.NAME]`: the codebook of a variable.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VariableForm {
    /// Value to label.
    #[serde(default)]
    pub(crate) labels: IndexMap<String, String>,
    /// Values that stand for no answer.
    #[serde(default)]
    pub(crate) missing: Vec<CodeForm>,
}

/// `[set.NAME]`: several variables that are one question.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetForm {
    pub(crate) variables: Vec<Words>,
    /// The value that means "mentioned".
    pub(crate) counted: Option<CodeForm>,
}

/// `[group.NAME]`: people by what they answered.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupForm {
    #[serde(rename = "where")]
    pub(crate) filter: Vec<ConditionForm>,
    /// Universes of the vocabulary, added to those of the finding.
    #[serde(default)]
    pub(crate) base: Vec<String>,
    #[serde(default)]
    pub(crate) regions: Vec<String>,
    pub(crate) age: Option<String>,
}

/// One entry of `where`: all of them have to hold.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ConditionForm {
    pub(crate) variable: Words,
    #[serde(default)]
    pub(crate) is: Vec<Spanned<CodeForm>>,
    pub(crate) from: Option<f64>,
    pub(crate) to: Option<f64>,
}

/// `[[finding]]`: which answers to which question stand for which proposition.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct FindingForm {
    pub(crate) id: Words,

    // What is counted.
    pub(crate) variable: Option<Words>,
    pub(crate) set: Option<Words>,
    pub(crate) yes: Vec<Spanned<CodeForm>>,
    /// Values declared as missing that are answers here, such as "don't know".
    #[serde(default)]
    pub(crate) keep: Vec<Spanned<CodeForm>>,
    /// Of a set: whose share it is.
    #[serde(default)]
    pub(crate) among: Among,

    // Of what.
    pub(crate) concept: String,
    #[serde(default)]
    pub(crate) facets: IndexMap<String, String>,
    pub(crate) cut: Option<String>,
    #[serde(default)]
    pub(crate) negated: bool,
    #[serde(default)]
    pub(crate) undecided: bool,

    // Among whom.
    #[serde(default, rename = "where")]
    pub(crate) filter: Vec<ConditionForm>,
    #[serde(default)]
    pub(crate) base: Vec<String>,
    /// Groups among whom it is counted, too.
    #[serde(default)]
    pub(crate) groups: Vec<Words>,

    // Who says so, and where.
    pub(crate) mark: Option<Mark>,
    pub(crate) seen: Option<Words>,
    pub(crate) note: Option<String>,
}

/// Whose share an answer of a set is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Among {
    /// All who have any value in the set.
    #[default]
    Asked,
    /// Those who gave at least one answer.
    Answering,
}

/// A value, or the label of one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct CodeForm(pub(crate) Code);

impl<'de> Deserialize<'de> for CodeForm {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(CodeVisitor).map(Self)
    }
}

struct CodeVisitor;

impl de::Visitor<'_> for CodeVisitor {
    type Value = Code;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a number, or a text in quotes")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Code, E> {
        // Codes are small; a greater one is no code of any file.
        let small = i32::try_from(number).map_err(|_| E::custom("is too large for a code"))?;
        Ok(Code::Number(small.into()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Code, E> {
        Ok(Code::Number(number))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Code, E> {
        Ok(Code::Text(text.to_owned()))
    }
}
