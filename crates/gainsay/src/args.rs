//! The command line.

mod chart;
mod check;
mod global;
mod init;
mod judge;
mod lint;
mod looking;
mod lsp;
mod report;
mod review;
mod rules;
mod source;
mod sync;
mod table;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

pub(crate) use self::chart::{ChartArgs, ChartKind};
pub(crate) use self::check::Check;
pub(crate) use self::global::{Color, FailOn, Global, Isolation, Language, OutputFormat, Sandbox};
pub(crate) use self::init::Init;
pub(crate) use self::judge::{InputFormat, JudgeArgs, JudgeFormat};
pub(crate) use self::lint::{DraftFormat, Lint};
pub(crate) use self::lsp::Lsp;
pub(crate) use self::report::ReportArgs;
pub(crate) use self::review::{Action, ReviewArgs};
pub(crate) use self::source::{NewSource, SourceCheck, SourceCommand, SourceDraft};
pub(crate) use self::sync::SyncArgs;
pub(crate) use self::table::{CsvDialect, Dialect, TableArgs, TableFormat};

/// Show where published studies contradict each other.
#[derive(Debug, Parser)]
#[command(name = "gainsay", version, max_term_width = 100)]
#[command(after_help = "Exit codes: 0 nothing found; 1 findings at or above --fail-on, or tables \
                        that `sync` found out of date or could not refresh; 2 could not run; \
                        3 a source is missing. Of several, 2 goes before 3, and 3 before 1")]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) global: Global,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make the files of a base, and what checks it in git and on GitHub
    Init(Init),
    /// Look for contradictions (default)
    Check(Check),
    /// Print everything known of a claim, study, source, proposition, finding or reviewer
    Show {
        /// Its id; of a finding its key `rule:subject`, of a reviewer the name or address
        id: String,
    },
    /// Explain a rule, a check or a group of rules
    Explain {
        /// Its name, such as `diverging-shares` or `shares`
        rule: String,
    },
    /// Compare two published figures, or two claims of the base
    Compare {
        /// First figure, such as `28 %`, or id of a claim
        first: String,
        /// Second figure, or id of a claim
        second: String,
        /// Number of people asked, once for each figure; `?` if unknown
        #[arg(long = "n", value_name = "N", num_args = 1)]
        sizes: Vec<String>,
        /// Design effect to assume of both figures; for claims the base says
        #[arg(long, default_value_t = 2.0)]
        deff: f64,
    },
    /// Hold the figures of drafts against the base
    Lint(Lint),
    /// Answer findings: list what is open, or ask on a terminal, finding by finding
    Review(Box<ReviewArgs>),
    /// Serve an editor: the Language Server Protocol over standard input and output
    Lsp(Lsp),
    /// Print tables of what studies say, to be cited
    Table(Box<TableArgs>),
    /// Draw a chart for an article, as SVG, PNG or PDF
    Chart(ChartArgs),
    /// Write all that was found as a page to look at
    Report(ReportArgs),
    /// Refresh the tables between the marks of drafts
    Sync(SyncArgs),
    /// Print how claims and studies are to be cited, and the references
    Cite {
        /// Claims, studies, sources or keys of references [default: every reference, or what
        /// the drafts of --used-in cite]
        names: Vec<String>,
        /// Print in this form
        #[arg(long, default_value = "text")]
        format: CiteFormat,
        /// Write in this style: `apa`, `chicago`, `iso690`, `iso690-fr`, or a file in CSL
        #[arg(long, value_name = "STYLE", default_value = "apa")]
        style: String,
        /// Print what this draft cites by keys; `-` is standard input; may be given several
        /// times
        #[arg(long, value_name = "DRAFT")]
        used_in: Vec<PathBuf>,
        /// Call standard input by this name; its ending tells the format
        #[arg(long, value_name = "NAME", default_value = "stdin")]
        stdin_name: String,
    },
    /// Print a study for archives and statistical programs, or all claims as a table
    Export {
        /// Id of a study [default: every claim of the base]
        study: Option<String>,
        /// Print in this form [default: ddi for a study, else csv]
        #[arg(long)]
        format: Option<ExportFormat>,
        /// Write to this file instead of standard output
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Judge a table of claims: which rows contradict each other
    Judge(JudgeArgs),
    /// Look at sources and plugins
    Source {
        #[command(subcommand)]
        command: SourceCommand,
    },
    /// Read a published figure, in French or English
    Read {
        /// The figure, such as `près de 70 %`
        text: String,
    },
    /// Print the JSON Schema of an output, or of a file that a person writes
    Schema {
        /// Its name
        #[arg(value_parser = gainsay_report::schema::NAMES)]
        name: String,
    },
}

impl Command {
    /// Whether it writes files.
    pub(crate) fn writes(&self) -> bool {
        match self {
            Self::Init(_) | Self::Chart(_) | Self::Report(_) => true,
            // It asks nothing and lists only, if it is not to write.
            Self::Review(asked) => asked.action().is_some(),
            Self::Sync(asked) => !asked.check && !asked.diff,
            Self::Source { command } => command.writes(),
            Self::Export { output, .. } => output.is_some(),
            Self::Check(_)
            | Self::Show { .. }
            | Self::Explain { .. }
            | Self::Compare { .. }
            | Self::Lint(_)
            | Self::Lsp(_)
            | Self::Table(_)
            | Self::Cite { .. }
            | Self::Judge(_)
            | Self::Read { .. }
            | Self::Schema { .. } => false,
        }
    }
}

/// Forms of claims for other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// DDI Codebook 2.5, of a study
    Ddi,
    /// The claims table, as comma-separated values
    Csv,
    /// The claims table, as JSON Lines
    Jsonl,
    /// The claims table, as a file of Arrow (Feather); into a file
    Arrow,
    /// The claims table, as Parquet; into a file
    Parquet,
    /// The claims table, as a database of SQLite; into a file
    Sqlite,
}

/// Forms of citations and references.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CiteFormat {
    /// Plain text
    Text,
    /// Markdown
    Md,
    /// HTML, to be pasted
    Html,
    /// LaTeX, to be input
    Latex,
    /// CSL-JSON, for Pandoc, Quarto and Zotero
    CslJson,
    /// BibTeX
    Bibtex,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn everything_has_a_help_line_without_a_full_stop() {
        fn check(command: &clap::Command) {
            let about = command.get_about().expect("every command has a help line").to_string();
            assert!(!about.ends_with('.'), "{about}");
            for option in command.get_arguments() {
                let id = option.get_id();
                let help = option.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(!help.is_empty() && !help.ends_with('.'), "{id}: {help}");
            }
            command.get_subcommands().for_each(check);
        }
        check(&Args::command());
    }

    #[test]
    fn the_options_of_a_command_stand_apart_from_those_of_every_command() {
        let mut command = Args::command();
        command.build();
        let heading = |command: &clap::Command, name: &str| {
            let mut options = command.get_arguments();
            let option = options.find(|one| one.get_long() == Some(name)).expect("it has it");
            option.get_help_heading().map(str::to_owned)
        };
        let lint = command.find_subcommand("lint").expect("there is such a command");
        assert_eq!(heading(lint, "watch"), None);
        assert_eq!(heading(lint, "base").as_deref(), Some("Options of every command"));
    }

    #[test]
    fn what_writes_is_known() {
        let writes = |line: &str| {
            let words = std::iter::once("gainsay").chain(line.split(' '));
            Args::try_parse_from(words).expect(line).command.expect("it is named").writes()
        };
        for line in [
            "init",
            "report -o x.html",
            "review --defer",
            "source draft -o x.toml x.md",
            "sync x.md",
        ] {
            assert!(writes(line), "{line}");
        }
        for line in [
            "check",
            "review",
            "review --stale",
            "source draft x.md",
            "sync --check x.md",
            "table x",
        ] {
            assert!(!writes(line), "{line}");
        }
    }
}
