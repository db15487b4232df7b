//! Statistics of a group: three studies or more on one proposition, pooled with random effects.
//!
//! A group is pooled on one scale, usually that of log odds: every mean, standard error, `τ²` and
//! interval is on the scale of its effects until [`share`] or [`shares`] takes it back. The
//! result does not depend on the order of the studies, to the last bit.

mod average;
mod count;
mod critical;
mod effect;
mod error;
mod group;
#[cfg(test)]
mod laws;
mod left_out;
mod mixed;
mod pooled;
mod quantile;
mod root;
mod spread;

pub use average::Average;
pub use count::Count;
pub use critical::critical_size;
pub use effect::{Effect, share, shares};
pub use error::PoolError;
pub use left_out::{Dissenter, LeftOut, dissenters, leave_one_out};
pub use mixed::binomial_normal;
pub use pooled::{Pooled, pool};
pub use spread::{Estimator, tau2_interval};
