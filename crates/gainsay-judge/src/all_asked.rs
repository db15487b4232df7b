//! Two shares tested as if everybody who was asked had answered: what is left to say
//! when it is not known how many were in the base.

use gainsay_claims::{facts::AgreementTest, policy::Policy};

use crate::{
    judgement::{Evidence, Size},
    stats::{DesignEffect, Effective, Ends, Facing, Sample, SampleSize, newcombe_p, pooled_z},
    thresholds::thresholds,
};

/// Two shares with the numbers of all who were asked.
pub(crate) struct AllAsked {
    /// The ends of the shares.
    pub(crate) ends: [Ends; 2],
    /// How many were asked.
    pub(crate) sizes: [SampleSize; 2],
    middles: [Option<f64>; 2],
}

impl AllAsked {
    /// Takes two shares; none where a number is not known on either side.
    pub(crate) fn of(evidence: [&Evidence; 2]) -> Option<Self> {
        let ends = evidence.map(|one| Ends::of(&one.share));
        let sizes = evidence.map(asked);
        let middles = evidence.map(|one| one.middle);
        Some(Self { ends: [ends[0]?, ends[1]?], sizes: [sizes[0]?, sizes[1]?], middles })
    }

    /// Whether the shares are told apart at design effect 1 and at the one of the
    /// policy: at the facing ends, so that rounding explains nothing.
    pub(crate) fn tells_apart(&self, policy: &Policy) -> bool {
        let usual = thresholds(policy);
        let facing = Facing::new(self.ends[0], self.ends[1]);
        [DesignEffect::ONE, usual.deff].into_iter().all(|deff| {
            let samples = samples([facing.first, facing.second], self.effective(deff));
            samples.is_some_and(|[one, other]| newcombe_p(one, other) < usual.alpha.value())
        })
    }

    /// How many standard errors the shares are apart as published, by the pooled z: the
    /// middles of their sets, or of a bound the end that faces the other share.
    pub(crate) fn test(&self, policy: &Policy) -> Option<AgreementTest> {
        let deff = thresholds(policy).deff;
        let facing = Facing::new(self.ends[0], self.ends[1]);
        let [one, other] = self.middles;
        let middles = [one.unwrap_or(facing.first), other.unwrap_or(facing.second)];
        let z = |deff| {
            let [one, other] = samples(middles, self.effective(deff))?;
            pooled_z(one, other).ok()
        };
        Some(AgreementTest {
            gap: (middles[0] - middles[1]).abs(),
            z: z(DesignEffect::ONE)?,
            z_design: z(deff)?,
            deff: deff.value(),
        })
    }

    fn effective(&self, deff: DesignEffect) -> [Effective; 2] {
        self.sizes.map(|size| size.effective(deff))
    }
}

/// All who were asked: the most that the base of a share can hold.
pub(crate) fn asked(evidence: &Evidence) -> Option<SampleSize> {
    match evidence.size {
        Size::Assumed { of, .. } => Size::Published { n: of, deff: 1.0 }.cases(),
        size => size.cases(),
    }
}

fn samples(shares: [f64; 2], sizes: [Effective; 2]) -> Option<[Sample; 2]> {
    let sample = |index: usize| Sample::new(shares[index], sizes[index]).ok();
    Some([sample(0)?, sample(1)?])
}
