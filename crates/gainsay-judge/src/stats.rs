//! Statistics of one share, of two shares on one proposition, and of many: camps, ranks, series.
//!
//! Everything here is a pure function of numbers: shares are fractions of the base
//! (`0..=1`), differences are differences of such fractions (0.05 is five points),
//! and sizes are effective sizes unless a name says otherwise.
//!
//! Every interval assumes that the claim behaves like a simple random sample of its
//! *effective* size. For opt-in panels that is a manner of speaking, never a margin of error.

mod arms;
mod break_even;
mod camps;
mod closeness;
mod cross_check;
mod cycles;
mod difference;
mod digraph;
mod ends;
mod error;
mod exact;
mod facing;
mod feedback;
mod figures;
mod grim;
mod ladder;
mod mahonian;
mod margin_of_error;
mod multiplicity;
mod normal;
mod order;
mod pair;
pub mod pool;
mod ranking;
mod root;
mod series;
mod size;
mod sweep;
mod tau_b;
mod thresholds;
mod topk;
mod unknown_size;
mod wilson;

pub use arms::Arms;
pub use break_even::{BreakEven, break_even, break_even_one_known};
pub use camps::{Stabbing, camps, stabbing};
pub use closeness::{Closeness, closeness};
pub use cross_check::{
    Correction, break_even_miettinen_nurminen, break_even_pooled, miettinen_nurminen,
    miettinen_nurminen_z, pooled_z,
};
pub use difference::{newcombe, newcombe_p};
pub use digraph::Digraph;
pub use ends::{Ends, Interval};
pub use error::StatsError;
pub use exact::{clopper_pearson, jeffreys};
pub use facing::{Facing, odds_ratio};
pub use feedback::LARGEST_TANGLE;
pub use figures::{Figure, Found, find, size_needed};
pub use gainsay_claims::facts::Strength;
pub use grim::{Grim, grim};
pub use ladder::{Ladder, Rung, ladder};
pub use mahonian::{MOST_ITEMS, p_reversal};
pub use margin_of_error::{StatedMargin, StatedReading, design_effect};
pub use multiplicity::{benjamini_hochberg, benjamini_yekutieli, expected_false_alarms, holm};
pub use normal::{Alpha, Quantile, two_sided_p};
pub use order::{Answers, Order, OrderVerdict, order};
pub use pair::{PairTest, PairVerdict, compare};
pub use ranking::{Ranking, TopBottom};
pub use series::{Series, Wave, series};
pub use size::{DesignEffect, Effective, Polled, Reported, Sample, SampleSize};
pub use sweep::{Opposed, sweep};
pub use tau_b::tau_b;
pub use thresholds::Thresholds;
pub use topk::{TopK, top_k};
pub use unknown_size::{UnknownSizeVerdict, unknown_size_verdict};
pub use wilson::{uncertainty, wilson};
