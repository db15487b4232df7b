//! What to draw, and where to.

use std::path::PathBuf;

use clap::ValueEnum;

/// Options of `gainsay chart`.
#[derive(Debug, clap::Args)]
pub(crate) struct ChartArgs {
    /// Proposition, as `concept[facet=value]`; or concept, study or source that leaves no choice
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
    /// Write the chart to this file; its ending tells the form: `.svg`, `.png` or `.pdf`
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Draw this kind [default: a forest if all claims fit, else a timeline; a slope if none
    /// states a share]
    #[arg(long)]
    pub(crate) kind: Option<ChartKind>,
    /// Draw on a timeline only what this publisher found; may be given several times
    #[arg(long, value_name = "PUBLISHER")]
    pub(crate) house: Vec<String>,
    /// Draw only claims from this year on; undated ones are left out
    #[arg(long, value_name = "YEAR")]
    pub(crate) since: Option<i16>,
    /// Draw only claims up to this year; undated ones are left out
    #[arg(long, value_name = "YEAR")]
    pub(crate) until: Option<i16>,
}

/// Kinds of charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ChartKind {
    /// A row for each claim, with what comparable studies say together
    Forest,
    /// The order of options in two groups of people
    Slope,
    /// Shares by the dates of fieldwork
    Timeline,
}
