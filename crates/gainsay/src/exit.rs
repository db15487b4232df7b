//! How the program ends.

use std::process::ExitCode;

use gainsay_claims::Level;

/// Exit codes: part of the interface, as scripts depend on them. When several
/// hold, 2 goes before 3, and 3 before 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: nothing was found at or above the level asked for.
    Clean,
    /// 1: something was.
    Findings,
    /// 2: the program could not run: its arguments, the base or its files.
    CouldNotRun,
    /// 3: a source is missing, so silence proves nothing.
    Incomplete,
    /// 1: an editor left without asking its server to shut down first; its protocol has it
    /// so.
    Abandoned,
}

impl Exit {
    /// How a run ends that found things of these levels.
    pub(crate) fn of(
        complete: bool,
        fail_on: Level,
        levels: impl IntoIterator<Item = Level>,
    ) -> Self {
        if !complete {
            Self::Incomplete
        } else if levels.into_iter().any(|level| level >= fail_on) {
            Self::Findings
        } else {
            Self::Clean
        }
    }

    /// Its code, if a run that ends so has told all there is in its results.
    pub(crate) fn to_keep(self) -> Option<u8> {
        match self {
            Self::Clean => Some(0),
            Self::Findings => Some(1),
            Self::Incomplete => Some(3),
            Self::CouldNotRun | Self::Abandoned => None,
        }
    }

    /// How a run ended of which this code was kept.
    pub(crate) fn of_code(code: u8) -> Option<Self> {
        [Self::Clean, Self::Findings, Self::Incomplete]
            .into_iter()
            .find(|exit| exit.to_keep() == Some(code))
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::CouldNotRun => 2,
            Exit::Incomplete => 3,
            Exit::Abandoned => 1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_count_from_the_level_asked_for() {
        assert_eq!(Exit::of(true, Level::Error, [Level::Warning]), Exit::Clean);
        assert_eq!(Exit::of(true, Level::Warning, [Level::Warning]), Exit::Findings);
        assert_eq!(Exit::of(true, Level::Note, []), Exit::Clean);
    }

    #[test]
    fn what_is_kept_comes_back() {
        for exit in [Exit::Clean, Exit::Findings, Exit::Incomplete] {
            assert_eq!(exit.to_keep().and_then(Exit::of_code), Some(exit));
        }
        assert_eq!(Exit::CouldNotRun.to_keep(), None, "why was told beside its results");
        assert_eq!(Exit::of_code(2), None);
    }

    #[test]
    fn incomplete_goes_before_findings() {
        assert_eq!(Exit::of(false, Level::Error, [Level::Error]), Exit::Incomplete);
    }
}
