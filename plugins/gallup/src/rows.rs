//! The labels of the tables and what they mean.

use gainsay_plugin::wire::{BaseStep, Finding, QuestionKind};
use gainsay_plugin::{Shape, answers};

pub(crate) const SOME: &str = "Some influence";
pub(crate) const A_GREAT_DEAL: &str = "A great deal of influence";

/// The rows, by their labels.
pub(crate) const ROWS: &[Shape] = &[
    Shape {
        id: "not-influenced",
        words: "No influence at all",
        negated: true,
        // Some were not sure: 34 % without influence are not 66 % with it.
        also: |finding| (LEVEL.also)(Finding { undecided: true, ..finding }),
        ..INFLUENCED
    },
    Shape { id: "some-influence", words: SOME, facets: &[("level", "some")], ..LEVEL },
    Shape {
        id: "great-influence",
        words: A_GREAT_DEAL,
        facets: &[("level", "great-deal")],
        ..LEVEL
    },
    Shape { id: "not-sure", words: "Not sure", facets: &[("level", "not-sure")], ..LEVEL },
    Shape {
        id: "uses-for-friends-and-family",
        words: "Connect with friends and family",
        facets: &[("activity", "friends-and-family")],
        ..USE
    },
    Shape {
        id: "uses-for-trends-and-reviews",
        words: "Follow trends and find product reviews",
        facets: &[("activity", "trends-and-reviews")],
        ..USE
    },
];

/// Those who are influenced at all.
pub(crate) const INFLUENCED: Shape = Shape {
    id: "influenced",
    concept: "influenced-by-social-media",
    cut: Some("none"),
    ..Shape::NONE
};

const LEVEL: Shape = Shape {
    concept: "influence-level",
    also: |finding| answers(finding, "influence", QuestionKind::Single, false),
    ..Shape::NONE
};

const USE: Shape = Shape {
    concept: "reason-to-use-social-media",
    also: |finding| Finding {
        note: Some("the base is not stated".into()),
        ..answers(finding, "reasons-to-use", QuestionKind::Multi, false)
    },
    ..Shape::NONE
};

/// A column: a group of the people asked.
#[derive(Debug)]
pub(crate) struct Group {
    /// Its label.
    pub(crate) label: &'static str,
    /// What is added to the ids of its findings.
    suffix: &'static str,
    /// The universes within all people asked, outermost first.
    base: &'static [&'static str],
}

impl Group {
    /// The finding as one about this group only.
    pub(crate) fn narrow(&self, finding: Finding) -> Finding {
        let step = |&who: &&str| BaseStep { who: who.to_owned(), share: None, words: None };
        Finding {
            id: format!("{}{}", finding.id, self.suffix),
            base: self.base.iter().map(step).collect(),
            ..finding
        }
    }
}

/// The columns, by their labels.
pub(crate) const GROUPS: &[Group] = &[
    Group { label: "US adults", suffix: "", base: &[] },
    Group { label: "Base not stated", suffix: "", base: &[] },
    Group {
        label: "Those who follow brands",
        suffix: "-followers",
        base: &["adults", "brand-followers"],
    },
    Group { label: "Millennials", suffix: "-millennials", base: &["adults", "millennials"] },
    Group {
        label: "Traditionalists",
        suffix: "-traditionalists",
        base: &["adults", "traditionalists"],
    },
];
