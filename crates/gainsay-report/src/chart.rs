//! Charts for articles: the same facts as the tables, drawn.

mod axis;
mod dates;
mod forest;
mod marks;
mod page;
mod runs;
mod slope;
mod timeline;

pub use self::{
    forest::{FOREST_ROWS, forest},
    slope::slope,
    timeline::timeline,
};

/// Why there is no such chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoChart {
    /// No claim states a share that can be drawn.
    #[error("no share to draw")]
    NoShare,
    /// More claims than a forest can show.
    #[error("{count} claims, and a forest shows {FOREST_ROWS}")]
    TooMany {
        /// How many claims there are.
        count: usize,
    },
    /// Fewer than two dates at which a share was asked for.
    #[error("no two dates")]
    NoDates,
    /// No two groups of people order the same options.
    #[error("no two orders of the same options")]
    NoOrders,
}

#[cfg(test)]
mod tests;
