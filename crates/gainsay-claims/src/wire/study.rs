use serde::{Deserialize, Serialize};

use super::{Notation, Place, is_default};

/// One data collection: who asked whom, when, how many, how.
///
/// Field names follow the AAPOR disclosure elements and DDI. Whatever is absent
/// is *unknown*; nothing here has a numeric default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StudyRecord {
    /// `source/study`, unique in the base.
    pub id: String,
    /// The document this record came from. The SDK fills it in.
    #[serde(default)]
    pub document: String,
    /// Where the study is named.
    pub at: Place,
    /// Title as published.
    pub title: String,
    /// Language of the title, `en` or `fr` or another BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_lang: Option<String>,
    /// Who published it.
    pub publisher: String,
    /// Who collected the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conducted_by: Option<String>,
    /// Who commissioned it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sponsor: Option<String>,
    /// Whether the sponsor gains from one answer.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sponsor_interest: Interest,
    /// How the data came about.
    #[serde(default, skip_serializing_if = "is_default")]
    pub strategy: Strategy,
    /// What one case is.
    #[serde(default, skip_serializing_if = "is_default")]
    pub unit: Unit,
    /// Whom the study is about.
    #[serde(default, skip_serializing_if = "is_default")]
    pub people: People,
    /// The list or panel the sample was drawn from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frame: Option<String>,
    /// How the sample was drawn.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sampling: Sampling,
    /// Modes of interview: `online`, `telephone`, `automated telephone`, `text message`,
    /// `mail`, `face-to-face` ...
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mode: Vec<String>,
    /// Where the dates of fieldwork are written, or its first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fieldwork: Option<Place>,
    /// Where the last day of fieldwork is written, when `fieldwork` is the place
    /// of the first one only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fieldwork_end: Option<Place>,
    /// Where the date of publication is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Place>,
    /// How its dates and numbers of cases are written.
    #[serde(default, skip_serializing_if = "Notation::is_plain")]
    pub notation: Notation,
    /// Edition or wave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<String>,
    /// Where the total unweighted number of cases is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<Place>,
    /// The same number as other pages give it, when they differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub n_elsewhere: Vec<Place>,
    /// The margin of error that the publisher states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub margin: Option<Margin>,
    /// Whether the answers were weighted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weighted: Disclosed,
    /// Where the response rate is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response_rate: Option<Place>,
    /// Limits that the publisher or this record states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limitations: Vec<String>,
    /// Licence of the data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The pages where the study was seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub works: Vec<Work>,
    /// Studies that this one is not independent of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<Dependence>,
    /// Who recorded it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recorded: Option<Recorded>,
}

impl StudyRecord {
    /// A study of which nothing but its name and publisher is known; the other
    /// fields are public: `StudyRecord { mode, ..StudyRecord::new(...) }`.
    pub fn new(
        id: impl Into<String>,
        at: Place,
        title: impl Into<String>,
        publisher: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            document: String::new(),
            at,
            title: title.into(),
            title_lang: None,
            publisher: publisher.into(),
            conducted_by: None,
            sponsor: None,
            sponsor_interest: Interest::default(),
            strategy: Strategy::default(),
            unit: Unit::default(),
            people: People::default(),
            frame: None,
            sampling: Sampling::default(),
            mode: Vec::new(),
            fieldwork: None,
            fieldwork_end: None,
            published: None,
            notation: Notation::default(),
            edition: None,
            n: None,
            n_elsewhere: Vec::new(),
            margin: None,
            weighted: Disclosed::default(),
            response_rate: None,
            limitations: Vec::new(),
            licence: None,
            works: Vec::new(),
            depends_on: Vec::new(),
            recorded: None,
        }
    }
}

/// Whom a study or a share is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct People {
    /// ISO 3166 or UN M49 codes or names. Empty: unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<String>,
    /// Whether several regions were pooled into one figure.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pooled: Disclosed,
    /// A universe of the vocabulary: `adults`, `online-shoppers` ...
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub universe: Option<String>,
    /// Where the ages are written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<Place>,
    /// Who is left out, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excludes: Option<String>,
}

/// A page, report or press release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Work {
    /// Address.
    pub url: String,
    /// How close the page is to the study.
    pub mark: super::Mark,
}

/// A study that shares evidence with this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dependence {
    /// The other study's id.
    pub study: String,
    /// Whether a publisher says so, or whether it only looks so.
    pub declared: bool,
    /// The reason, in a few words.
    pub why: String,
}

/// A stated margin of error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Margin {
    /// Where the margin is written, in points.
    pub at: Place,
    /// Where its confidence level is written. Absent: not stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Place>,
    /// Where the number of cases that it holds for is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<Place>,
}

/// Who entered a record, and whether a second person checked it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Recorded {
    /// Name.
    pub by: String,
    /// Day, as `2026-11-22`.
    pub on: String,
    /// Whether it was entered twice, independently.
    #[serde(default, skip_serializing_if = "is_default")]
    pub double_entered: bool,
}

/// Yes, no, or not disclosed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disclosed {
    /// Stated to be so.
    Yes,
    /// Stated not to be so.
    No,
    /// Not stated.
    #[default]
    Unknown,
}

/// What the sponsor has to gain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interest {
    /// Nothing known to gain.
    None,
    /// Sells what the study is about.
    Vendor,
    /// Argues for one side.
    Advocacy,
    /// Not known.
    #[default]
    Unknown,
}

/// How the data came about (AAPOR: data collection strategy).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Strategy {
    /// People were asked.
    Survey,
    /// Behaviour was logged.
    BehaviouralLog,
    /// Published content was counted.
    ContentAnalysis,
    /// Treatments were assigned.
    Experiment,
    /// A model estimated it.
    Modelled,
    /// An accounting record or an announcement.
    Record,
    /// Not known.
    #[default]
    Unknown,
}

/// What one case is (DDI: unit of analysis).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A person.
    Person,
    /// A household.
    Household,
    /// A customer of a shop.
    Customer,
    /// A brand.
    Brand,
    /// A company.
    Company,
    /// A post or message.
    Post,
    /// A visit.
    Visit,
    /// A purchase.
    Purchase,
    /// Money spent.
    Money,
    /// Not known.
    #[default]
    Unknown,
}

/// How the sample was drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sampling {
    /// Every member had a known chance.
    Probability,
    /// A panel, volunteers, a quota.
    NonProbability,
    /// Everybody: no sampling error.
    Census,
    /// Not known.
    #[default]
    Unknown,
}
