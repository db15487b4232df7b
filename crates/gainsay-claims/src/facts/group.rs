//! Facts about three studies or more.

/// What several studies say together.
#[derive(Clone, Debug, PartialEq)]
pub enum GroupFact {
    /// Their pooled share, as if each base were a random sample of its effective size.
    Pooled {
        /// How many studies.
        studies: usize,
        /// The mean share.
        share: f64,
        /// The interval of the mean.
        interval: [f64; 2],
        /// Where one more study is to be expected, for five studies and more.
        prediction: Option<[f64; 2]>,
        /// The part of the variance that lies between studies.
        i2: f64,
        /// How likely so much scatter is if all measured one share.
        p: f64,
    },
    /// The others do not predict one of them.
    Dissenter {
        /// Its claim.
        claim: String,
        /// The p, after looking at every study.
        p: f64,
        /// The part of the variance that lies between studies once it is left out.
        i2_without: f64,
    },
    /// A bound or a vague share that lies outside what the others predict.
    Outside {
        /// Its claim.
        claim: String,
    },
    /// No one share satisfies all claims.
    Camps {
        /// The fewest true shares that do.
        true_shares: usize,
        /// The largest sets of claims that one share satisfies, lowest share first.
        camps: Vec<Vec<String>>,
    },
    /// No size is known: they scatter by more than sampling if each asked this many.
    SizeNeeded {
        /// The common size.
        size: u64,
    },
    /// Two houses over many waves.
    Houses {
        /// Their names.
        houses: [String; 2],
        /// The waves in which the first is above, below and level with the second.
        waves: [usize; 3],
        /// The p of so one-sided a split, corrected for the number of pairs of houses.
        sign_p: f64,
        /// The mean of first less second, in fractions of the base.
        mean: f64,
        /// Its interval.
        interval: [f64; 2],
    },
    /// Agreement of polls that is closer than chance.
    TooClose {
        /// How many polls, none of which share respondents.
        polls: usize,
        /// The mean squared distance, where 1 is to be expected of random samples.
        ratio: f64,
        /// How likely so close an agreement is.
        p: f64,
        /// How many propositions were looked at.
        looked: usize,
        /// How many of them chance would put here.
        expected: f64,
    },
    /// How many more facts of the same kind there are.
    MoreHouses {
        /// Their number.
        count: usize,
    },
    /// The tests of the proposition as a family.
    Family {
        /// Pairs tested.
        tested: usize,
        /// Pairs that could not be, a size being unknown.
        untestable: usize,
        /// The level of each test.
        level: f64,
        /// How many differ one by one.
        conflicts: usize,
        /// How many still do after Holm's correction.
        corrected: usize,
    },
}
