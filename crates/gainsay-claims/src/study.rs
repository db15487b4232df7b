//! Studies: data collections, separate from the claims that are made of them.

use crate::{
    age::AgeRange,
    diagnostic::Location,
    period::Period,
    region::RegionSet,
    sample::Sample,
    wire::{Disclosed, Interest, Sampling, Strategy, StudyRecord, Unit},
};

/// A study as the core has read it.
#[derive(Clone, Debug)]
pub struct Study {
    /// `source/study`.
    pub id: String,
    /// The source that describes it.
    pub source: String,
    /// What the plugin said; words only.
    pub said: StudyRecord,
    /// Where it is named.
    pub at: Location,
    /// Whom it is about.
    pub population: Population,
    /// When people were asked.
    pub fieldwork: Option<Period>,
    /// When it was published.
    pub published: Option<Period>,
    /// How many were asked in all, unweighted.
    pub n: Sample,
    /// The same number as other pages give it.
    pub n_elsewhere: Vec<Sample>,
    /// The margin of error that the publisher states.
    pub margin: Option<StatedMargin>,
}

/// Whom a study or a claim is about. Absent is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Population {
    /// Where they live.
    pub regions: Option<RegionSet>,
    /// Whether several regions were pooled into one figure.
    pub pooled: Disclosed,
    /// Which people.
    pub universe: Option<String>,
    /// How old they are.
    pub age: Option<AgeRange>,
}

/// A margin of error as published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedMargin {
    /// The margin, in fractions of the base.
    pub margin: f64,
    /// Half the unit of its last digit, in fractions of the base.
    pub rounding: f64,
    /// Its confidence level, when stated.
    pub level: Option<f64>,
    /// The number of cases it holds for, when stated.
    pub n: Sample,
}

/// An element of disclosure (AAPOR Survey Disclosure Checklist, April 2021).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// 1: how the data came about.
    Strategy,
    /// 2: who sponsored and who conducted it.
    Sponsor,
    /// 3: the wording and order of questions.
    Wording,
    /// 4: the population under study.
    Population,
    /// 5: the frame and the method of sampling.
    Sampling,
    /// 6: the mode of data collection.
    Mode,
    /// 7: the dates of data collection.
    Dates,
    /// 8: sample sizes and the precision of the results.
    Sizes,
    /// 9: whether and how the data were weighted.
    Weighting,
    /// 10: how the data were processed.
    Processing,
    /// 11: the limitations of the design.
    Limitations,
}

impl Study {
    /// The elements of disclosure that are missing, in the checklist's order.
    /// `has_wording` says whether any question of it is published word for word.
    pub fn undisclosed(&self, has_wording: bool) -> Vec<Element> {
        let said = &self.said;
        let sponsored = said.sponsor.is_some() || said.sponsor_interest != Interest::Unknown;
        [
            (Element::Strategy, said.strategy != Strategy::Unknown),
            (Element::Sponsor, sponsored && said.conducted_by.is_some()),
            (Element::Wording, has_wording),
            (
                Element::Population,
                self.population.universe.is_some() && self.population.regions.is_some(),
            ),
            (Element::Sampling, said.frame.is_some() || said.sampling != Sampling::Unknown),
            (Element::Mode, !said.mode.is_empty()),
            (Element::Dates, self.fieldwork.is_some()),
            (Element::Sizes, self.n != Sample::Unknown),
            (Element::Weighting, said.weighted != Disclosed::Unknown),
            (Element::Processing, false),
            (Element::Limitations, !said.limitations.is_empty()),
        ]
        .into_iter()
        .filter_map(|(element, disclosed)| (!disclosed).then_some(element))
        .collect()
    }

    /// Whether one case is a person who was asked.
    pub fn counts_people(&self) -> bool {
        matches!(self.said.unit, Unit::Person | Unit::Unknown)
    }
}
