//! Which findings to answer, and how.

use clap::ArgGroup;
use gainsay_claims::{
    Lang,
    facts::{Dimension, Directness},
};
use gainsay_report::review::{Unread, dimension, rating, unread};
use jiff::civil::Date;

use super::global::day;
use crate::usage::Misread;

/// Options of `gainsay review`.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("action").multiple(false))]
#[command(group = ArgGroup::new("answer").multiple(false))]
#[command(group = ArgGroup::new("listed").multiple(false))]
#[command(
    after_help = "Verdicts stand in `verdicts/` of the base, one file for each reviewer, to be kept \
                        in version control. Only your own are changed."
)]
pub(crate) struct ReviewArgs {
    /// Findings, by their keys (`rule:subject`) or the beginnings of these [default: all that
    /// is open]
    pub(crate) keys: Vec<String>,
    /// Only those with a verdict that relied on something that has changed
    #[arg(long, group = "listed")]
    pub(crate) stale: bool,
    /// Only those with a verdict that has ended, or whose verdicts end within six weeks
    #[arg(long, group = "listed")]
    pub(crate) expiring: bool,
    /// Only those that were put off, with the reason and until when
    #[arg(long, group = "listed")]
    pub(crate) deferred: bool,
    /// Tell how far reviewers agree, and ask nothing
    #[arg(long, group = "action", conflicts_with_all = ["keys", "listed", "who"])]
    pub(crate) agreement: bool,
    /// Renew your own verdicts as they were, unless they only put off; take other findings to be
    /// explained by --cause or the differences that the rule names, for the --reason that you
    /// give
    #[arg(long, groups = ["action", "answer"])]
    accept: bool,
    /// Take them to be contradictions, for the --reason that you give
    #[arg(long, groups = ["action", "answer"])]
    confirm: bool,
    /// Take the rules to be wrong, for the --reason that you give
    #[arg(long, groups = ["action", "answer"])]
    false_positive: bool,
    /// Put them off [default reason: not judged yet]
    #[arg(long, groups = ["action", "answer"])]
    defer: bool,
    /// Hold this study to be no evidence, whatever it contradicts, for the --reason that you give
    #[arg(long, groups = ["action", "answer"], value_name = "STUDY", conflicts_with_all = ["keys", "listed"])]
    reject: Option<String>,
    /// Delete your verdicts on what is no longer found
    #[arg(long, group = "action", conflicts_with_all = ["keys", "listed"])]
    prune: bool,
    /// Give this reason
    #[arg(long, value_name = "TEXT", requires = "answer", conflicts_with_all = ["agreement", "prune"])]
    pub(crate) reason: Option<String>,
    /// Name in what the studies differ, with --accept
    #[arg(long, value_name = "DIMENSIONS", value_delimiter = ',', value_parser = told(dimension), requires = "accept", conflicts_with_all = ["agreement", "confirm", "false_positive", "defer", "reject", "prune"])]
    pub(crate) cause: Vec<Dimension>,
    /// Rate how directly they bear on the same thing: `wording=low`, with `low`, `moderate`,
    /// `high` or `exact`
    #[arg(long, value_name = "RATINGS", value_delimiter = ',', value_parser = told(rating), requires = "answer", conflicts_with_all = ["agreement", "defer", "reject", "prune"])]
    pub(crate) directness: Vec<(Dimension, Directness)>,
    /// Let verdicts end after this day [default: a year from today; a rejection has no end]
    #[arg(long, value_name = "DATE", value_parser = day, requires = "answer", conflicts_with_all = ["agreement", "prune"])]
    pub(crate) until: Option<Date>,
    /// Answer in this name [default: that of git]
    #[arg(long, value_name = "NAME")]
    pub(crate) who: Option<String>,
}

/// What to do without asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action<'a> {
    Accept,
    Confirm,
    FalsePositive,
    Defer,
    Reject(&'a str),
    Prune,
}

impl ReviewArgs {
    /// What to do without asking, if anything.
    pub(crate) fn action(&self) -> Option<Action<'_>> {
        if let Some(study) = &self.reject {
            return Some(Action::Reject(study));
        }
        let actions = [
            (self.accept, Action::Accept),
            (self.confirm, Action::Confirm),
            (self.false_positive, Action::FalsePositive),
            (self.defer, Action::Defer),
            (self.prune, Action::Prune),
        ];
        actions.into_iter().find(|(is_asked, _)| *is_asked).map(|(_, action)| action)
    }
}

/// Reads a word of the command line.
fn told<T>(
    read: impl Fn(&str) -> Result<T, Unread> + Clone,
) -> impl Fn(&str) -> Result<T, Misread> + Clone {
    move |text| {
        let said = |why| [Lang::En, Lang::Fr].map(|lang| unread(lang, why));
        read(text).map_err(|why| Misread(said(why).into()))
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use crate::args::Args;

    /// Whether the options of a review can be given together.
    fn stands(options: &str) -> bool {
        let words = ["gainsay", "review"].into_iter().chain(options.split_whitespace());
        Args::try_parse_from(words).is_ok()
    }

    #[test]
    fn no_option_is_dropped() {
        for options in [
            "--confirm --cause wording",
            "--false-positive --cause wording",
            "--defer --cause wording",
            "--cause wording",
            "--reject a/b --cause wording",
            "--reject a/b --directness wording=low",
            "--defer --directness wording=low",
            "--directness wording=low",
            "--until 2027-01-01",
            "--prune --until 2027-01-01",
            "--reason x",
            "--agreement --reason x",
            "--agreement --stale",
            "--agreement a:b",
            "--agreement --who A",
            "--stale --deferred",
            "--accept --confirm",
        ] {
            assert!(!stands(options), "{options}");
        }
    }

    #[test]
    fn what_belongs_together_can_be_given_together() {
        for options in [
            "",
            "--stale",
            "--deferred --who A",
            "--deferred --accept --reason x",
            "a:b --accept --cause wording,formulation --directness base=low --reason x",
            "--confirm --directness base=low --until 2027-01-01 --reason x",
            "--defer --until 2027-01-01",
            "--reject a/b --reason x --until 2027-01-01 --who A",
            "--prune --who A",
        ] {
            assert!(stands(options), "{options}");
        }
    }
}
