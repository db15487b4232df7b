//! What is asked of the program.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use crate::scratch::{Polls, Scratch};

/// One goal: a command, and what it may cost.
pub(crate) struct Goal {
    /// What is measured, in a few words.
    pub(crate) name: &'static str,
    /// The command's arguments.
    pub(crate) arguments: Vec<OsString>,
    /// The same as a reader would type it.
    pub(crate) shown: &'static str,
    /// Seconds on the clock that it may take, if there is such a goal.
    pub(crate) seconds: Option<f64>,
    /// Memory that it may take at once, in MiB.
    pub(crate) memory: Option<f64>,
    /// A file that loses its last line before every run, so that none is like another.
    pub(crate) edited: Option<PathBuf>,
}

/// The goals: those that need no outside data, and those of a base of 100,000 claims, if there is
/// one.
pub(crate) fn all(scratch: &Scratch) -> Vec<Goal> {
    let mut goals = of_what_ships(scratch);
    goals.extend(scratch.polls.iter().flat_map(|polls| of_many_polls(scratch, polls)));
    goals
}

const SHIPPED: &str = "data/brands-on-social-media";

fn of_what_ships(scratch: &Scratch) -> Vec<Goal> {
    let lint = |edited: Option<&Path>, draft: &Path, name, shown| Goal {
        seconds: Some(0.020),
        edited: edited.map(Path::to_owned),
        ..goal(name, shown, cached(scratch, ["lint".into(), draft.into()], SHIPPED))
    };
    let report = ["report".into(), "--output".into(), scratch.page.clone().into()];
    vec![
        goal(
            "check of the shipped base, nothing kept",
            "gainsay check --no-cache --base data/brands-on-social-media",
            ["check", "--no-cache", "--base", SHIPPED].map(OsString::from).into(),
        ),
        Goal {
            seconds: Some(0.010),
            ..goal(
                "check of the shipped base, nothing changed",
                "gainsay check --base data/brands-on-social-media",
                cached(scratch, ["check".into()], SHIPPED),
            )
        },
        lint(
            None,
            &scratch.draft,
            "lint of a draft of 10,000 words, nothing changed",
            "gainsay lint draft.md --base data/brands-on-social-media",
        ),
        lint(
            Some(&scratch.edited_draft),
            &scratch.edited_draft,
            "lint of the same draft, one line changed",
            "gainsay lint draft.md --base data/brands-on-social-media",
        ),
        Goal {
            seconds: Some(0.5),
            ..goal(
                "report of 5,000 claims as HTML, nothing changed",
                "gainsay report --output page.html --base french",
                cached(scratch, report, &scratch.base),
            )
        },
        Goal {
            memory: Some(350.0),
            ..goal(
                "judge of a table of 1,000,000 claims",
                "gainsay judge claims.csv",
                vec!["judge".into(), scratch.table.clone().into()],
            )
        },
    ]
}

fn of_many_polls(scratch: &Scratch, polls: &Polls) -> [Goal; 3] {
    let base = &polls.base;
    let cold = ["check".into(), "--no-cache".into(), "--base".into(), base.clone().into()];
    [
        Goal {
            seconds: Some(1.2),
            memory: Some(300.0),
            ..goal(
                "check of 100,000 published claims, nothing kept",
                "gainsay check --no-cache --base polls",
                cold.into(),
            )
        },
        Goal {
            seconds: Some(0.2),
            ..goal(
                "the same, nothing changed",
                "gainsay check --base polls",
                cached(scratch, ["check".into()], base),
            )
        },
        Goal {
            edited: Some(polls.edited_document.clone()),
            ..goal(
                "the same, one line of one document changed",
                "gainsay check --base polls",
                cached(scratch, ["check".into()], &polls.edited_base),
            )
        },
    ]
}

fn goal(name: &'static str, shown: &'static str, arguments: Vec<OsString>) -> Goal {
    Goal { name, arguments, shown, seconds: None, memory: None, edited: None }
}

/// A command on a base, with a folder for what is kept.
fn cached<const N: usize>(
    scratch: &Scratch,
    command: [OsString; N],
    base: impl AsRef<Path>,
) -> Vec<OsString> {
    let mut arguments = Vec::from(command);
    arguments.extend(["--base".into(), base.as_ref().into()]);
    arguments.extend(["--cache-dir".into(), scratch.cache.clone().into()]);
    arguments
}
