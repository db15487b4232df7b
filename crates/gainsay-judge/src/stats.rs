//! Statistics of one share and of two shares on one proposition.
//!
//! Everything here is a pure function of numbers: shares are fractions of the base
//! (`0..=1`), differences are differences of such fractions (0.05 is five points),
//! and sizes are effective sizes unless a name says otherwise.
//!
//! Every interval assumes that the claim behaves like a simple random sample of its
//! *effective* size. For opt-in panels that is a manner of speaking, never a margin of error.

mod break_even;
mod cross_check;
mod difference;
mod ends;
mod error;
mod exact;
mod facing;
mod figures;
mod ladder;
mod margin_of_error;
mod normal;
mod pair;
mod root;
mod size;
mod thresholds;
mod unknown_size;
mod wilson;

pub use break_even::{BreakEven, break_even, break_even_one_known};
pub use cross_check::{
    Correction, break_even_miettinen_nurminen, break_even_pooled, miettinen_nurminen,
    miettinen_nurminen_z, pooled_z,
};
pub use difference::{newcombe, newcombe_p};
pub use ends::{Ends, Interval};
pub use error::StatsError;
pub use exact::{clopper_pearson, jeffreys};
pub use facing::{Facing, odds_ratio};
pub use figures::{Figure, Found, find, size_needed};
pub use gainsay_claims::facts::Strength;
pub use ladder::{Ladder, Rung, ladder};
pub use margin_of_error::{StatedMargin, StatedReading, design_effect};
pub use normal::{Alpha, two_sided_p};
pub use pair::{PairTest, PairVerdict, compare};
pub use size::{DesignEffect, Effective, Polled, Reported, Sample, SampleSize};
pub use thresholds::Thresholds;
pub use unknown_size::{UnknownSizeVerdict, unknown_size_verdict};
pub use wilson::{uncertainty, wilson};
