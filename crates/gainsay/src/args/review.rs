//! Which findings to answer, and how.

use std::str::FromStr;

use clap::ArgGroup;
use gainsay_claims::{
    Lang,
    facts::{Dimension, Directness},
};
use gainsay_report::review::{Unread, unread};
use jiff::civil::Date;

use super::day;

/// Options of `gainsay review`.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("action").multiple(false))]
#[command(
    after_help = "Verdicts stand in `verdicts/` of the base, one file for each reviewer, to be kept \
                        in version control. Only your own are changed."
)]
pub(crate) struct ReviewArgs {
    /// Findings, by their keys (`rule:subject`) or the beginnings of these [default: all that
    /// is open]
    pub(crate) keys: Vec<String>,
    /// Only those whose verdict relied on something that has changed
    #[arg(long)]
    pub(crate) stale: bool,
    /// Only those whose verdict has ended or ends within six weeks
    #[arg(long, conflicts_with = "stale")]
    pub(crate) expiring: bool,
    /// Tell how far reviewers agree, and ask nothing
    #[arg(long, group = "action")]
    pub(crate) agreement: bool,
    /// Renew your own verdicts as they were, unless they only put off; take other findings to be
    /// explained by the differences that the rule names
    #[arg(long, group = "action")]
    accept: bool,
    /// Take them to be contradictions
    #[arg(long, group = "action")]
    confirm: bool,
    /// Take the rules to be wrong
    #[arg(long, group = "action")]
    false_positive: bool,
    /// Put them off
    #[arg(long, group = "action")]
    defer: bool,
    /// Hold this study to be no evidence, whatever it contradicts
    #[arg(long, group = "action", value_name = "STUDY", conflicts_with_all = ["keys", "stale", "expiring"])]
    reject: Option<String>,
    /// Delete your verdicts on what is no longer found
    #[arg(long, group = "action", conflicts_with_all = ["keys", "stale", "expiring"])]
    prune: bool,
    /// Give this reason
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
    /// Name in what the studies differ, with --accept
    #[arg(long, value_name = "DIMENSIONS", value_delimiter = ',', value_parser = in_english(dimension), requires = "accept")]
    pub(crate) cause: Vec<Dimension>,
    /// Rate how directly they bear on the same thing: `wording=low`, with `low`, `moderate`,
    /// `high` or `exact`
    #[arg(long, value_name = "RATINGS", value_delimiter = ',', value_parser = in_english(str::parse::<Rating>))]
    pub(crate) directness: Vec<Rating>,
    /// Let verdicts end after this day [default: a year from today; a rejection has no end]
    #[arg(long, value_name = "DATE", value_parser = day)]
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

/// How directly studies bear on the same thing in one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rating(pub(crate) Dimension, pub(crate) Directness);

impl FromStr for Rating {
    type Err = Unread;

    fn from_str(text: &str) -> Result<Self, Unread> {
        let (name, degree) = text.split_once('=').ok_or(Unread::Rating)?;
        let found = Directness::ALL.into_iter().find(|one| one.name() == degree.trim());
        let degree = found.ok_or(Unread::Degree)?;
        Ok(Self(dimension(name)?, degree))
    }
}

/// A dimension by its name.
pub(crate) fn dimension(name: &str) -> Result<Dimension, Unread> {
    let found = Dimension::ALL.into_iter().find(|one| one.name() == name.trim());
    found.ok_or(Unread::Dimension)
}

/// Reads a word of the command line, which is explained in English.
fn in_english<T>(
    read: impl Fn(&str) -> Result<T, Unread> + Clone,
) -> impl Fn(&str) -> Result<T, String> + Clone {
    move |text| read(text).map_err(|why| unread(Lang::En, why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_names_a_dimension_and_a_degree() {
        assert_eq!("wording=low".parse(), Ok(Rating(Dimension::Wording, Directness::Low)));
        for text in ["wording", "tone=low", "wording=lo", "="] {
            assert!(text.parse::<Rating>().is_err(), "{text}");
        }
    }
}
