//! What keeps a group from being pooled.

/// The reason why studies cannot be pooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PoolError {
    /// One study has nothing to be pooled with, two leave nothing to compare after one is left out.
    #[error("too few studies")]
    TooFew,
    /// Everybody was counted and nothing was rounded: the weight would be infinite.
    #[error("a census without rounding has no variance")]
    Census,
    /// An estimate is not a number within a million of 0.
    #[error("estimate is not a number between -1e6 and 1e6")]
    Estimate,
    /// A variance is so small, so large or so undefined that sums of weights lose their meaning.
    #[error("variance is not a number between 1e-18 and 1e12")]
    Variance,
    /// A count of a sample is negative, undefined or larger than the sample.
    #[error("count is not a number between 0 and the size of the sample")]
    Count,
    /// A share of 0 or 1 has no log odds, and no size is known to correct it with.
    #[error("a share is 0 or 1")]
    Extreme,
    /// All studies found 0, all found 1, or each found one of the two: no finite mean and spread
    /// are the likeliest.
    #[error("the likelihood has no maximum")]
    NoMaximum,
}
