//! What a reader may choose of a table.

use super::Filter;
use crate::escape;

/// How tables are written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format.
    pub format: Format,
    /// The columns, in order. Empty: those that the format usually has. Formats for
    /// programs have columns of their own.
    pub columns: Vec<Column>,
    /// What the rows are sorted by, evidence before the rest. None: by claim.
    pub sort: Option<Sort>,
    /// Whether citations are shown that restate a study of the table.
    pub all: bool,
    /// Which claims are shown.
    pub filter: Filter,
    /// How studies are cited. None: as the format usually does.
    pub citations: Option<Citations>,
    /// The width of the terminal, in columns. None: as wide as the text.
    pub width: Option<u16>,
}

/// A form of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For the terminal.
    #[default]
    Terminal,
    /// Markdown.
    Markdown(MarkdownDialect),
    /// LaTeX with `booktabs`.
    Latex,
    /// Typst.
    Typst,
    /// A bare HTML table, to be pasted.
    Html,
    /// Raw numbers for spreadsheets.
    Csv(escape::Dialect),
    /// For programs.
    Json,
}

/// A kind of Markdown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MarkdownDialect {
    /// GitHub's.
    #[default]
    Gfm,
    /// Pandoc's: a caption, citations by key.
    Pandoc,
    /// Quarto's: Pandoc's with a label to refer to.
    Quarto,
}

/// How studies are cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Citations {
    /// By number, with a list of sources below the table.
    List,
    /// By key, for a bibliography that the document brings: Pandoc, Quarto, LaTeX,
    /// Typst. Other formats have no keys and keep the list.
    Keys,
}

/// What rows are sorted by. What has none of it comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The share of yes, the greatest first.
    Share,
    /// The period, the earliest first.
    Period,
    /// The publisher's name.
    Publisher,
    /// The number of cases, the greatest first.
    N,
    /// The claim's id.
    Id,
}

/// A column of a table for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Publisher and title of the study, the period below.
    Who,
    /// Publisher.
    Publisher,
    /// Title of the study.
    Study,
    /// When people were asked.
    Period,
    /// The question, or how it was worded.
    Asked,
    /// The figure as published.
    Published,
    /// The share of yes as read, whom it is a share of below.
    Share,
    /// Whom the claim is about.
    People,
    /// The number of cases.
    N,
    /// What is left open as if the base were a random sample.
    Interval,
    /// How it stands to other studies.
    Verdict,
    /// Who states the figure, and where it was seen.
    Standing,
    /// Where it is written in the base.
    Place,
    /// The claim's id.
    Claim,
}

impl Column {
    /// Every column, by its name.
    pub const ALL: [(&'static str, Self); 14] = [
        ("who", Self::Who),
        ("publisher", Self::Publisher),
        ("study", Self::Study),
        ("period", Self::Period),
        ("asked", Self::Asked),
        ("published", Self::Published),
        ("share", Self::Share),
        ("people", Self::People),
        ("n", Self::N),
        ("interval", Self::Interval),
        ("verdict", Self::Verdict),
        ("standing", Self::Standing),
        ("place", Self::Place),
        ("claim", Self::Claim),
    ];

    /// Its name, never translated.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, one)| *one == self).map_or("", |(name, _)| name)
    }

    /// The columns that a format has if none were chosen; what was asked only where
    /// any study tells.
    pub(super) fn usual(format: Format, any_asked: bool) -> Vec<Self> {
        let mut columns = vec![Self::Who];
        columns.extend(any_asked.then_some(Self::Asked));
        columns.extend([Self::Published, Self::Share, Self::N, Self::Interval, Self::Verdict]);
        columns.extend((format == Format::Terminal).then_some(Self::Place));
        columns
    }

    /// How much of the width it takes, to the others.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Who | Self::Study | Self::Asked | Self::Verdict | Self::People => 4,
            Self::Share | Self::Standing | Self::Place | Self::Claim => 4,
            Self::Publisher | Self::Period | Self::Published | Self::Interval => 3,
            Self::N => 2,
        }
    }
}

impl Options {
    /// How studies are cited.
    pub(super) fn citations(&self) -> Citations {
        use MarkdownDialect::{Pandoc, Quarto};
        match self.format {
            Format::Markdown(Pandoc | Quarto) => self.citations.unwrap_or(Citations::Keys),
            Format::Latex | Format::Typst => self.citations.unwrap_or(Citations::List),
            _ => Citations::List,
        }
    }
}
