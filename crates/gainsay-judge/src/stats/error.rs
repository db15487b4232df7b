//! What can be wrong with the input of a statistic.

/// The reason why a statistic cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StatsError {
    /// A share is NaN or infinite.
    #[error("share is not a finite number")]
    NotFinite,
    /// A share lies outside `0..=1`.
    #[error("share is outside 0..=1")]
    OutOfRange,
    /// A size is zero, negative or NaN.
    #[error("sample size is not a positive number")]
    InvalidSize,
    /// A reporting set has its lower end above its upper end.
    #[error("reporting set is empty")]
    EmptySet,
    /// A significance level lies outside `(0, 0.5]`.
    #[error("significance level is not above 0 and at most 0.5")]
    InvalidAlpha,
    /// A design effect is below 1 or not finite.
    #[error("design effect is not a finite number of at least 1")]
    InvalidDesignEffect,
    /// A margin of error is not a positive number, or its rounding is negative or wider than itself.
    #[error("margin of error is not a positive number wider than its rounding")]
    InvalidMargin,
    /// The sample is larger than the exact intervals are verified for.
    #[error("sample is too large for an exact interval")]
    TooLarge,
    /// The statistic is not defined for a census.
    #[error("statistic is not defined for a census")]
    Census,
    /// A probability lies outside `0..=1`.
    #[error("probability is outside 0..=1")]
    InvalidProbability,
    /// A variance is not above 0, or not finite.
    #[error("variance is not a positive number")]
    InvalidVariance,
    /// There is not enough to compute the statistic of.
    #[error("too few values")]
    TooFew,
    /// There is more than an exact computation can take.
    #[error("too many values for an exact computation")]
    TooMany,
    /// An item stands twice in one ranking.
    #[error("item stands twice in a ranking")]
    Duplicate,
    /// Two rankings have different numbers of scores.
    #[error("rankings have different lengths")]
    UnequalLengths,
    /// All items of a ranking share one rank.
    #[error("ranking has one rank only")]
    AllTied,
    /// Shares of answers of which only one could be given add up to more than everybody.
    #[error("shares of exclusive answers add up to more than 1")]
    NotExclusive,
}
