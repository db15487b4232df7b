//! Which rows of a table are shown, and in what order.

use std::cmp::Reverse;

use gainsay_claims::{EvidenceBase, claim::Claim, region::RegionSet, relation::Relation as Sets};
use gainsay_judge::Reason;

use super::{Options, Row, Sort, Table};

/// Which claims are shown. Empty lists and absent years keep everything.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Sources, by id.
    pub sources: Vec<String>,
    /// Universes that the base, or a step of it, is.
    pub universes: Vec<String>,
    /// Regions that the claim's share some country with.
    pub regions: Option<RegionSet>,
    /// The first year. A claim without a date is not shown where a year is asked for.
    pub since: Option<i16>,
    /// The last year.
    pub until: Option<i16>,
}

impl Filter {
    fn keeps(&self, claim: &Claim, base: &EvidenceBase) -> bool {
        self.keeps_source(claim)
            && self.keeps_people(claim)
            && self.keeps_region(claim)
            && self.keeps_year(claim, base)
    }

    /// The study's own source counts too: a citation is about its study.
    fn keeps_source(&self, claim: &Claim) -> bool {
        let of_study = claim.study().and_then(|study| study.split('/').next());
        self.sources.is_empty()
            || self.sources.iter().any(|one| *one == claim.source || Some(one.as_str()) == of_study)
    }

    fn keeps_people(&self, claim: &Claim) -> bool {
        let steps = claim.base.steps.iter().map(|step| &step.who);
        let mut who = claim.population.universe.iter().chain(steps);
        self.universes.is_empty() || who.any(|one| self.universes.contains(one))
    }

    fn keeps_region(&self, claim: &Claim) -> bool {
        let Some(asked) = &self.regions else { return true };
        let regions = claim.population.regions.as_ref();
        regions.is_some_and(|regions| regions.relation(asked) != Sets::Disjoint)
    }

    fn keeps_year(&self, claim: &Claim, base: &EvidenceBase) -> bool {
        if self.since.is_none() && self.until.is_none() {
            return true;
        }
        let published = base.study_of(claim).and_then(|study| study.published);
        claim.period.or(published).is_some_and(|period| {
            self.since.is_none_or(|year| period.end().year() >= year)
                && self.until.is_none_or(|year| period.start().year() <= year)
        })
    }
}

impl<'a> Table<'a> {
    /// The rows that are shown, sorted.
    pub fn shown(&self, base: &EvidenceBase, options: &Options) -> Vec<&Row<'a>> {
        let kept = self.rows.iter().filter(|row| options.filter.keeps(row.claim, base));
        let mut rows: Vec<_> = kept.filter(|row| options.all || !self.is_told_twice(row)).collect();
        if let Some(sort) = options.sort {
            rows.sort_by_cached_key(|row| Key::new(row, sort, base));
        }
        rows
    }

    /// Whether a row restates a study that the table has a row of.
    fn is_told_twice(&self, row: &Row<'_>) -> bool {
        let Some(Reason::Restates { claim }) = row.left_out() else { return false };
        self.rows.iter().any(|other| {
            let restates = matches!(other.left_out(), Some(Reason::Restates { .. }));
            let is_same = other.claim.id == *claim || other.claim.study() == row.claim.study();
            is_same && !restates
        })
    }
}

/// Where a row stands: evidence first, then what is known, then by claim.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    is_left_out: bool,
    is_unknown: bool,
    number: Reverse<u64>,
    text: String,
    id: String,
}

impl Key {
    fn new(row: &Row<'_>, sort: Sort, base: &EvidenceBase) -> Self {
        let claim = row.claim;
        let number = match sort {
            // Shares are sorted by their middle, in millionths.
            Sort::Share => row.share.map(|set| {
                (f64::midpoint(set.lo_f64(), set.hi_f64()).clamp(0.0, 1.0) * 1e6) as u64
            }),
            Sort::N => claim.n.size(),
            Sort::Period | Sort::Publisher | Sort::Id => None,
        };
        let study = base.study_of(claim);
        let text = match sort {
            Sort::Period => claim
                .period
                .or(study.and_then(|study| study.published))
                .map(|period| period.start().to_string()),
            Sort::Publisher => study.map(|study| study.said.publisher.to_lowercase()),
            Sort::Share | Sort::N | Sort::Id => None,
        };
        Self {
            is_left_out: row.left_out().is_some(),
            is_unknown: number.is_none() && text.is_none(),
            number: Reverse(number.unwrap_or_default()),
            text: text.unwrap_or_default(),
            id: claim.id.clone(),
        }
    }
}
