//! What `gainsay table` may be told.

use std::path::PathBuf;

use clap::{
    Args, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use gainsay_report::table::{Citations, Column, Sort};

/// Which tables, and how.
#[derive(Debug, Args)]
pub(crate) struct TableArgs {
    /// Propositions, as `concept[facet=value]`; or concepts, studies or sources: the table of
    /// every proposition that they are about
    #[arg(required = true, value_name = "NAME")]
    pub(crate) names: Vec<String>,
    /// Print in this form [default: terminal]
    #[arg(long)]
    pub(crate) format: Option<TableFormat>,
    /// Write this kind of Markdown [default: gfm]
    #[arg(long)]
    pub(crate) dialect: Option<Dialect>,
    /// Write this kind of comma-separated values [default: standard]
    #[arg(long)]
    pub(crate) csv_dialect: Option<CsvDialect>,
    /// Show these columns [default: those that the format needs]
    #[arg(long, value_delimiter = ',', value_name = "COLUMN,…", value_parser = column())]
    pub(crate) columns: Vec<Column>,
    /// Sort rows, evidence before the rest [default: by claim]
    #[arg(long)]
    pub(crate) sort: Option<SortBy>,
    /// Cite by number with a list, or by key for a bibliography [default: keys in Pandoc's and
    /// Quarto's Markdown, else list]
    #[arg(long)]
    pub(crate) cite: Option<Cite>,
    /// Show citations too that restate a study of the table
    #[arg(long)]
    pub(crate) all: bool,
    /// Show only claims of this source
    #[arg(long, value_name = "ID")]
    pub(crate) source: Vec<String>,
    /// Show only claims about these people
    #[arg(long, value_name = "NAME")]
    pub(crate) universe: Vec<String>,
    /// Show only claims that cover some of this country or region
    #[arg(long, value_name = "CODE")]
    pub(crate) region: Vec<String>,
    /// Show only claims from this year on; undated ones are left out
    #[arg(long, value_name = "YEAR")]
    pub(crate) since: Option<i16>,
    /// Show only claims up to this year; undated ones are left out
    #[arg(long, value_name = "YEAR")]
    pub(crate) until: Option<i16>,
    /// Render through this template (MiniJinja), escaped by its extension
    #[arg(long, value_name = "FILE", conflicts_with_all = ["format", "dialect", "csv_dialect"])]
    pub(crate) template: Option<PathBuf>,
}

/// Forms of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TableFormat {
    /// For the terminal
    Terminal,
    /// Markdown
    Md,
    /// LaTeX with booktabs
    Latex,
    /// Typst
    Typst,
    /// A bare table, to be pasted
    Html,
    /// Raw numbers for spreadsheets
    Csv,
    /// For programs
    Json,
}

/// Kinds of Markdown.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Dialect {
    /// GitHub's
    Gfm,
    /// Pandoc's: caption, citations by key
    Pandoc,
    /// Quarto's: Pandoc's with a label
    Quarto,
}

/// Kinds of comma-separated values.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum CsvDialect {
    /// Commas and decimal points
    Standard,
    /// For a French Excel: semicolons, decimal commas, a byte order mark
    ExcelFr,
}

/// Orders of rows.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SortBy {
    /// The greatest share first
    Share,
    /// The earliest first
    Period,
    /// By publisher
    Publisher,
    /// The greatest number of cases first
    N,
    /// By claim
    Id,
}

/// Forms of citations.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Cite {
    /// By number, sources below the table
    List,
    /// By key, where the format has a bibliography
    Keys,
}

impl From<SortBy> for Sort {
    fn from(sort: SortBy) -> Self {
        match sort {
            SortBy::Share => Self::Share,
            SortBy::Period => Self::Period,
            SortBy::Publisher => Self::Publisher,
            SortBy::N => Self::N,
            SortBy::Id => Self::Id,
        }
    }
}

impl From<Cite> for Citations {
    fn from(cite: Cite) -> Self {
        match cite {
            Cite::List => Self::List,
            Cite::Keys => Self::Keys,
        }
    }
}

fn column() -> impl TypedValueParser<Value = Column> {
    let names = Column::ALL.map(|(name, _)| name);
    PossibleValuesParser::new(names).map(|name| {
        let found = Column::ALL.into_iter().find(|(one, _)| *one == name);
        found.map_or(Column::Who, |(_, column)| column)
    })
}
