//! How many a share was computed from, and what they are worth.

use gainsay_claims::{claim::Claim, policy::Policy, sample::Sample, study::Study};

use crate::{
    judgement::Size,
    part::Part,
    stats::{Alpha, DesignEffect, Effective, SampleSize, Thresholds, design_effect},
};

impl Size {
    /// Returns the size of the base of a claim: its own, or else the least that
    /// its part of all who were asked holds. An effective size that is published
    /// tells the design effect: n over it.
    pub(crate) fn of(claim: &Claim, study: &Study, policy: &Policy, usual: &Thresholds) -> Self {
        let deff = stated_design_effect(study, usual).value();
        let size = Self::without_effective(claim, study, policy, deff);
        match (size, positive(claim.n_effective)) {
            (Self::Published { n, .. }, Some(worth)) if claim.n != Sample::Unknown => {
                Self::Published { n, deff: in_float(n) / in_float(worth) }
            }
            (Self::Unknown | Self::Assumed { .. } | Self::Published { .. }, Some(worth)) => {
                Self::Published { n: worth, deff: 1.0 }
            }
            (size, _) => size,
        }
    }

    /// The size as it follows from numbers of cases and this design effect.
    fn without_effective(claim: &Claim, study: &Study, policy: &Policy, deff: f64) -> Self {
        match (claim.n, positive(claim.n), positive(study.n)) {
            (Sample::Census, ..) => Self::Census,
            (_, Some(n), _) => Self::Published { n, deff },
            (Sample::Unknown, None, Some(of)) => {
                let part = Part::of(claim, study, policy);
                match part.by {
                    None => Self::Published { n: of, deff },
                    Some(by) => Self::Assumed { n: part.at_least(of), of, by, deff },
                }
            }
            _ => Self::Unknown,
        }
    }

    /// Returns the number of cases, infinite for a census; none if unknown.
    pub(crate) fn cases(self) -> Option<SampleSize> {
        match self {
            Self::Unknown => None,
            Self::Census => Some(SampleSize::CENSUS),
            Self::Published { n, .. } | Self::Assumed { n, .. } => {
                SampleSize::new(in_float(n)).ok()
            }
        }
    }

    /// Returns the effective size, the number of cases over the design effect.
    pub fn effective(self) -> Option<Effective> {
        Some(self.cases()?.effective(self.design_effect()))
    }

    /// Returns the design effect, stated or assumed; that of a random sample where
    /// there is none.
    pub(crate) fn design_effect(self) -> DesignEffect {
        match self {
            Self::Unknown | Self::Census => DesignEffect::ONE,
            Self::Published { deff, .. } | Self::Assumed { deff, .. } => {
                DesignEffect::new(deff).unwrap_or(DesignEffect::ONE)
            }
        }
    }
}

/// A number of cases to test with, if there is one.
fn positive(sample: Sample) -> Option<u64> {
    sample.size().filter(|&n| n > 0)
}

/// The design effect that the stated margin of error implies, else the usual one.
fn stated_design_effect(study: &Study, usual: &Thresholds) -> DesignEffect {
    let implied = || {
        let stated = study.margin?;
        let n = stated.n.size().or(study.n.size())?;
        let level = stated.level.map_or(Ok(Alpha::FIVE_PERCENT), |level| Alpha::new(1.0 - level));
        let n = SampleSize::new(in_float(n)).ok()?;
        let margin = design_effect(stated.margin, stated.rounding, n, level.ok()?).ok()?;
        Some(margin.assumed(usual.deff))
    };
    implied().unwrap_or(usual.deff)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "no survey asks more people than a double can count"
)]
fn in_float(n: u64) -> f64 {
    n as f64
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{facts::SizeReason, study::StatedMargin};

    use super::*;
    use crate::fixtures::{study, told};

    #[track_caller]
    fn check(own: Sample, studied: Sample, margin: Option<StatedMargin>, expected: Size) {
        let claim = told("fixture-a").size(own).among_part().claim;
        let study = Study { n: studied, margin, ..study("fixture-a") };
        let found = Size::of(&claim, &study, &Policy::default(), &Thresholds::default());
        match (found, expected) {
            (Size::Published { n, deff }, Size::Published { n: m, deff: effect }) => {
                assert_eq!(n, m);
                assert!((deff - effect).abs() < 0.01, "{deff}");
            }
            _ => assert_eq!(found, expected),
        }
    }

    #[test]
    fn own_size_comes_first() {
        let published = |n| Size::Published { n, deff: 2.0 };
        check(Sample::Exactly(300), Sample::Exactly(1000), None, published(300));
        check(Sample::AtLeast(300), Sample::Unknown, None, published(300));
        check(Sample::Census, Sample::Unknown, None, Size::Census);
    }

    #[test]
    fn a_subgroup_of_a_known_study_is_not_unknown() {
        let (n, of, deff, by) = (51, 1001, 2.0, SizeReason::SubsampleFloor);
        check(Sample::Unknown, Sample::Exactly(of), None, Size::Assumed { n, of, by, deff });
    }

    #[test]
    fn everybody_asked_is_as_many_as_the_study_asked() {
        let claim = told("fixture-a").size(Sample::Unknown).claim;
        let study = Study { n: Sample::Exactly(1001), ..study("fixture-a") };
        let found = Size::of(&claim, &study, &Policy::default(), &Thresholds::default());
        assert_eq!(found, Size::Published { n: 1001, deff: 2.0 });
    }

    #[test]
    fn a_size_that_does_not_follow_is_unknown() {
        check(Sample::Unknown, Sample::Unknown, None, Size::Unknown);
        check(Sample::AtMost(500), Sample::Exactly(9000), None, Size::Unknown);
        check(Sample::Exactly(0), Sample::Unknown, None, Size::Unknown);
    }

    // 0.016² · 10282 / (0.25 · 1.96²) = 2.74.
    #[test]
    fn a_stated_margin_tells_the_design_effect() {
        let margin =
            StatedMargin { margin: 0.016, rounding: 0.0005, level: Some(0.95), n: Sample::Unknown };
        let (n, deff) = (10_282, 2.74);
        check(Sample::Exactly(n), Sample::Exactly(n), Some(margin), Size::Published { n, deff });
    }

    #[test]
    fn an_effective_size_tells_the_design_effect() {
        let with = |n, n_effective| {
            let claim = told("fixture-a").size(n).among_part().claim;
            let claim = Claim { n_effective, ..claim };
            let study = Study { n: Sample::Exactly(5000), ..study("fixture-a") };
            Size::of(&claim, &study, &Policy::default(), &Thresholds::default())
        };
        let (n, worth) = (Sample::Exactly(1000), Sample::Exactly(800));
        assert_eq!(with(n, worth), Size::Published { n: 1000, deff: 1.25 });
        assert_eq!(with(n, Sample::Unknown), Size::Published { n: 1000, deff: 2.0 });
        let alone = with(Sample::Unknown, worth);
        assert_eq!(alone, Size::Published { n: 800, deff: 1.0 });
        assert_eq!(with(Sample::Census, worth), Size::Census);
    }

    #[test]
    fn a_census_has_no_sampling_error() {
        assert_eq!(Size::Census.effective(), Some(Effective::CENSUS));
        assert_eq!(Size::Unknown.effective(), None);
        let half = Size::Published { n: 300, deff: 2.0 };
        assert_eq!(half.effective(), Effective::new(150.0).ok());
    }
}
