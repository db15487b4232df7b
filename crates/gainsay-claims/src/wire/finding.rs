use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::{
    Place, is_default,
    says::{Figure, Says, Side},
    study::People,
};

/// Here is a figure, and this is what it measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Finding {
    /// Unique within its source, stable over time: `2014-social/ignores-posts`.
    pub id: String,
    /// The document this record came from. The SDK fills it in.
    #[serde(default)]
    pub document: String,
    /// The full id of the study that the figure is about; it may belong to
    /// another source. Absent: no study is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub study: Option<String>,
    /// Who states it: the study's own publisher, or somebody else.
    #[serde(default, skip_serializing_if = "is_default")]
    pub role: Role,
    /// How close to the study the figure was seen.
    pub mark: Mark,
    /// The page where it was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_at: Option<String>,
    /// In what form it is published.
    #[serde(default, skip_serializing_if = "is_default")]
    pub medium: Medium,
    /// What it measures: a concept of the vocabulary.
    pub concept: String,
    /// What narrows the concept: facet to value. The value `unknown` is allowed
    /// for every facet and equals nothing, not even itself.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub facets: IndexMap<String, String>,
    /// The step of the concept's scale where the answers were cut: the figure
    /// counts those *above* it, or, when negated, those at or below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut: Option<String>,
    /// Whether the figure counts those of whom the concept is *not* true.
    #[serde(default, skip_serializing_if = "is_default")]
    pub negated: bool,
    /// Whether some answered neither yes nor no ("not sure"): then those of whom
    /// the concept is not true say of the others only how many they are at most.
    #[serde(default, skip_serializing_if = "is_default")]
    pub undecided: bool,
    /// Other propositions that are counted together with this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<Joined>,
    /// What is said of it.
    pub says: Says,
    /// The people the share is a share of, outermost first. Empty: everybody
    /// the study asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub base: Vec<BaseStep>,
    /// The people, where they differ from the study's (one country of a pool).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub people: Option<People>,
    /// Where the unweighted number of cases *of this base* is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<Place>,
    /// Where the effective number of cases of this base is written: the number that a
    /// random sample of the same precision would have. Absent: it follows from `n` and
    /// the design effect of the study, or the usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n_effective: Option<Place>,
    /// Where the period it speaks of is written, if not the study's fieldwork.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Place>,
    /// For a change: where the earlier period that it starts from is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Place>,
    /// For a change: the side that it is a difference or a ratio to, where that
    /// is another group and no earlier wave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub than: Option<Side>,
    /// The question it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<Question>,
    /// Whether the words assert it or only report it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mood: Mood,
    /// What makes it a forecast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecast: Option<Forecast>,
    /// The id of the claim that this one restates, the hop before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cites: Option<String>,
    /// How the figure came here, nearest hop first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chain: Vec<Hop>,
    /// The id of a claim that says the same thing in another unit
    /// ("36 % ... that is 1.1 trillion dollars").
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// Whether a later or better figure replaces it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub standing: Standing,
    /// The id of a claim that this one replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<String>,
    /// Whether the words say it of everybody or every one ("any user").
    #[serde(default, skip_serializing_if = "is_default")]
    pub universal: bool,
    /// Whether the page was seen in part only, so that it may say more.
    #[serde(default, skip_serializing_if = "is_default")]
    pub incomplete: bool,
    /// A remark for readers, in a few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Finding {
    /// A finding with nothing but its essentials; the other fields are public:
    /// `Finding { negated: true, ..Finding::new(...) }`.
    pub fn new(
        id: impl Into<String>,
        study: impl Into<String>,
        mark: Mark,
        concept: impl Into<String>,
        says: Says,
    ) -> Self {
        Self {
            id: id.into(),
            document: String::new(),
            study: Some(study.into()),
            role: Role::default(),
            mark,
            seen_at: None,
            medium: Medium::default(),
            concept: concept.into(),
            facets: IndexMap::new(),
            cut: None,
            negated: false,
            undecided: false,
            joined: None,
            says,
            base: Vec::new(),
            people: None,
            n: None,
            n_effective: None,
            period: None,
            since: None,
            than: None,
            question: None,
            mood: Mood::default(),
            forecast: None,
            cites: None,
            chain: Vec::new(),
            same_as: None,
            standing: Standing::default(),
            supersedes: None,
            universal: false,
            incomplete: false,
            note: None,
        }
    }

    /// The ids of the other claims that it refers to.
    pub fn references(&self) -> impl Iterator<Item = &String> {
        let between = match &self.says {
            Says::Agreement(agreement) => agreement.between.as_slice(),
            _ => &[],
        };
        [&self.cites, &self.same_as, &self.supersedes].into_iter().flatten().chain(between)
    }
}

/// Propositions counted together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Joined {
    /// And, or.
    pub by: Join,
    /// The others.
    pub with: Vec<Term>,
}

/// How propositions are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Join {
    /// All of them.
    And,
    /// At least one of them.
    Or,
}

/// A concept with facets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Term {
    /// A concept of the vocabulary.
    pub concept: String,
    /// What narrows it.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub facets: IndexMap<String, String>,
    /// Whether it is counted as not true.
    #[serde(default)]
    pub negated: bool,
}

/// One step of a base: those, among the step before, who ...
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BaseStep {
    /// A universe of the vocabulary, or `unknown` for some of the step before
    /// of whom the source does not tell who they are.
    pub who: String,
    /// Where the share of the step before that they make up is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Figure>,
    /// The words that name them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Place>,
}

/// The question that a figure answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Question {
    /// Unique within the study. Findings with the same question are answers to
    /// it and share its list of options.
    pub id: String,
    /// One answer, several, a rank ...
    pub kind: QuestionKind,
    /// Its wording, if published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The language of the wording.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The options in the order shown, if published.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Whether the findings of this question cover all its options.
    #[serde(default, skip_serializing_if = "is_default")]
    pub complete: bool,
    /// What period the answers look back on: `ever`, `last 12 months`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall: Option<String>,
}

/// How a question may be answered (DDI: response domain).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// One of the options: the shares sum to the whole.
    Single,
    /// Any of the options: the shares may exceed the whole.
    Multi,
    /// The options in order.
    Rank,
    /// A point on a scale.
    Scale,
    /// Free words.
    Open,
    /// Not known.
    Unknown,
}

/// A figure about a time that had not come when it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Forecast {
    /// Where the target date is written.
    pub target: Place,
    /// Where the date of issue is written, if not the study's publication.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Place>,
}

/// One step on the way from the study to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Hop {
    /// Who says it here: an author, a page, a commenter.
    pub who: String,
    /// Address of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// How far from the study the page is.
    pub role: HopRole,
    /// Where within the page: `line 15`, `page 4`, `comment 3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locator: Option<String>,
    /// The figure's own few words at this hop, where the document has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_stated: Option<Place>,
    /// What is known of the page, where it is the document itself: then it can be
    /// cited as a work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<Page>,
}

/// An article or another page that restates studies, as a work that can be cited.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Page {
    /// Its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who wrote it, as the page names them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Where the date of its publication is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Place>,
    /// Its language, `en` or `fr` or another BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}

/// How far from the study a page is (PROV: primary source, quotation).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HopRole {
    /// The publisher's own words.
    Primary,
    /// Read the publisher's words.
    Secondary,
    /// Read somebody who read them.
    Tertiary,
}

/// Who states a figure.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The study's own publisher, as far as can be seen.
    #[default]
    Published,
    /// Somebody else, of a study.
    Cited,
    /// An author on his own account, of no study.
    Opinion,
}

/// How close to the study a figure was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// On the publisher's own page, press wire or document.
    Publisher,
    /// On somebody else's page, with its address.
    Secondary,
    /// Computed from figures that were seen.
    Computed,
    /// Only in the article that cites it.
    CitedOnly,
    /// From memory; no page was found.
    Unverified,
}

/// In what form a figure is published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// In running text.
    #[default]
    Text,
    /// In a table.
    Table,
    /// In a chart.
    Chart,
    /// In an image that is lost.
    LostImage,
}

/// Whether words assert a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mood {
    /// "buys", « achète ».
    #[default]
    Asserted,
    /// The French conditional of report: « achèterait ».
    Reported,
}

/// Whether a claim should still be used (Wikidata: rank).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The best of several.
    Preferred,
    /// Nothing said.
    #[default]
    Normal,
    /// Known to be wrong or replaced; kept, not compared.
    Deprecated,
}
