//! What is asked of the program.

use std::ffi::OsString;

use crate::scratch::Scratch;

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
}

/// The goals that need no outside data.
pub(crate) fn all(scratch: &Scratch) -> Vec<Goal> {
    let shipped = "data/brands-on-social-media";
    let cached = |mut arguments: Vec<OsString>| {
        arguments.extend(["--cache-dir".into(), scratch.cache.clone().into()]);
        arguments
    };
    let words = |words: &[&str]| words.iter().map(OsString::from).collect::<Vec<_>>();
    let with = |first: &[&str], file: &std::path::Path, rest: &[&str]| {
        let mut arguments = words(first);
        arguments.push(file.into());
        arguments.extend(words(rest));
        arguments
    };
    vec![
        Goal {
            name: "check of the shipped base, nothing kept",
            arguments: words(&["check", "--no-cache", "--base", shipped]),
            shown: "gainsay check --no-cache --base data/brands-on-social-media",
            seconds: None,
            memory: None,
        },
        Goal {
            name: "check of the shipped base, nothing changed",
            arguments: cached(words(&["check", "--base", shipped])),
            shown: "gainsay check --base data/brands-on-social-media",
            seconds: Some(0.010),
            memory: None,
        },
        Goal {
            name: "lint of a draft of 10,000 words, nothing changed",
            arguments: cached(with(&["lint"], &scratch.draft, &["--base", shipped])),
            shown: "gainsay lint draft.md --base data/brands-on-social-media",
            seconds: Some(0.020),
            memory: None,
        },
        Goal {
            name: "report of 5,000 claims as HTML, nothing changed",
            arguments: cached(with(
                &["report", "--output"],
                &scratch.page,
                &["--base", &scratch.base.to_string_lossy()],
            )),
            shown: "gainsay report --output page.html --base french",
            seconds: Some(0.5),
            memory: None,
        },
        Goal {
            name: "judge of a table of 1,000,000 claims",
            arguments: with(&["judge"], &scratch.table, &["--format", "csv"]),
            shown: "gainsay judge claims.csv --format csv",
            seconds: None,
            memory: Some(350.0),
        },
    ]
}
