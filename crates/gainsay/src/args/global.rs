//! Options that every command takes.

use std::path::PathBuf;

use clap::ValueEnum;
use gainsay_claims::Lang;
use jiff::civil::Date;

use crate::usage::Misread;

/// Options that every command takes.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// Read the evidence base in this folder [default: nearest upwards]
    #[arg(short, long, global = true, value_name = "DIR", env = "GAINSAY_BASE")]
    pub(crate) base: Option<PathBuf>,
    /// Speak this language [default: from the locale]
    #[arg(long, global = true)]
    pub(crate) lang: Option<Language>,
    /// Colour the output
    #[arg(long, global = true, default_value = "auto")]
    pub(crate) color: Color,
    /// Print in this form
    #[arg(long, global = true, default_value = "full")]
    pub(crate) output_format: OutputFormat,
    /// Let `check`, `cite` and `lint` exit with 1 for findings of this level or above [default:
    /// error; of `lint`: warning]
    #[arg(long, global = true)]
    pub(crate) fail_on: Option<FailOn>,
    /// Exit with 0 in place of 1, whatever is found
    #[arg(long, global = true)]
    pub(crate) exit_zero: bool,
    /// Write no file, refuse to run what would, and tell if gainsay.lock would have to change
    #[arg(long, global = true)]
    pub(crate) locked: bool,
    /// Take this to be today, for verdicts that end [default: SOURCE_DATE_EPOCH, else the
    /// clock]
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(crate) today: Option<Date>,
    /// Accept that sources are missing
    #[arg(long, global = true)]
    pub(crate) allow_missing: bool,
    /// Run each plugin in a process of its own, or all in this one
    #[arg(long, global = true, default_value = "process")]
    pub(crate) isolation: Isolation,
    /// Confine plugins
    #[arg(long, global = true, default_value = "auto")]
    pub(crate) sandbox: Sandbox,
    /// Look for plugins in this folder too, and install them there
    #[arg(long, global = true, value_name = "DIR", env = "GAINSAY_PLUGIN_DIR")]
    pub(crate) plugin_dir: Option<PathBuf>,
    /// Keep what plugins find, and what commands print of it, in this folder, for the next time
    /// that nothing has changed
    /// [default: gainsay in the folder of the user's caches]
    #[arg(long, global = true, value_name = "DIR", env = "GAINSAY_CACHE_DIR")]
    pub(crate) cache_dir: Option<PathBuf>,
    /// Run every plugin and print nothing that was kept, and keep nothing
    #[arg(long, global = true)]
    pub(crate) no_cache: bool,
    /// Run this many plugins at the same time [default: number of processors]
    #[arg(long, global = true, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,
    /// Print no progress
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,
}

/// Languages of messages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Language {
    /// English
    En,
    /// French
    Fr,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::En => Self::En,
            Language::Fr => Self::Fr,
        }
    }
}

/// When to use colour.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Forms of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum OutputFormat {
    /// With the lines of the documents
    Full,
    /// One line each
    Concise,
    /// For programs
    Json,
    /// SARIF 2.1.0, of `check` and `lint`; paths from the current folder
    Sarif,
    /// Commands of a GitHub workflow, of `check` and `lint`; paths from the current folder
    Github,
    /// A Code Quality report of GitLab, of `check` and `lint`; paths from the current folder
    Gitlab,
    /// JUnit, of `check` and `lint`; paths from the current folder
    Junit,
}

impl OutputFormat {
    /// Whether only commands that find something have it.
    pub(crate) fn is_of_findings(self) -> bool {
        matches!(self, Self::Sarif | Self::Github | Self::Gitlab | Self::Junit)
    }
}

/// Levels that make the program fail.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FailOn {
    /// Any finding
    Note,
    /// Warnings and errors
    Warning,
    /// Errors
    Error,
}

/// Where plugins run.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Isolation {
    /// Each in a process of its own
    Process,
    /// In this process, for debuggers
    InProcess,
}

/// How plugins are confined.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Sandbox {
    /// Refuse a source where a part does not hold
    Require,
    /// As far as the system allows
    Auto,
    /// Not at all
    Off,
}

pub(super) fn day(text: &str) -> Result<Date, Misread> {
    let why = ["not a date such as 2026-10-02", "une date s'écrit comme 2026-10-02"];
    text.parse().map_err(|_| Misread(why.into()))
}

fn jobs(text: &str) -> Result<usize, Misread> {
    match text.parse() {
        Ok(jobs) if jobs > 0 => Ok(jobs),
        _ => Err(Misread(["not a number of at least 1", "il faut un nombre d'au moins 1"].into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn jobs_are_counted_from_one() {
        assert_eq!(jobs("3"), Ok(3));
        assert!(jobs("0").is_err());
    }
}
