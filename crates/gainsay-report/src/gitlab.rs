//! Diagnostics as a Code Quality report, which GitLab shows in merge requests.
//!
//! The format is the part of the Code Climate specification that GitLab reads:
//! <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use gainsay_claims::{Diagnostic, Level};
use serde::Serialize;

use crate::{
    Found, Paths, Unread, clean,
    fingerprint::{Fingerprints, digest},
    json,
    place::{file, place},
};

#[derive(Debug, Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: usize,
}

/// Writes all that somebody has to answer, and which drafts could not be read. Fingerprints are those
/// of SARIF; paths are relative to the current folder, without `./`.
pub fn render(found: &[Found<'_>], unread: &[Unread], paths: &Paths) -> String {
    let mut fingerprints = Fingerprints::default();
    let mut issues: Vec<Issue> = unread.iter().map(of_unread).collect();
    for one in found {
        for diagnostic in one.open() {
            let fingerprint = fingerprints.of(one, diagnostic, paths);
            issues.push(issue(one, diagnostic, fingerprint, paths));
        }
    }
    json::text(&issues)
}

fn issue(found: &Found<'_>, diagnostic: &Diagnostic, fingerprint: String, paths: &Paths) -> Issue {
    let at = found.place(diagnostic);
    let begin = place(found.speaker.base, &at).line;
    Issue {
        description: found.brief(diagnostic),
        check_name: diagnostic.check.id.to_owned(),
        fingerprint,
        severity: severity(diagnostic.check.level),
        location: Location {
            path: relative(&paths.of(file(found.speaker.base, &at))),
            lines: Lines { begin },
        },
    }
}

/// A draft that could not be read has no lines.
fn of_unread(unread: &Unread) -> Issue {
    let path = relative(&clean(&unread.draft).replace('\\', "/"));
    Issue {
        description: clean(&unread.why),
        check_name: "unread".to_owned(),
        fingerprint: digest(&format!("unread\0{path}")),
        severity: severity(Level::Error),
        location: Location { path, lines: Lines { begin: 1 } },
    }
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Note => "info",
    }
}

/// GitLab knows no file by a path that begins with `./`.
fn relative(path: &str) -> String {
    path.trim_start_matches("./").to_owned()
}

#[cfg(test)]
#[path = "gitlab/tests.rs"]
mod tests;
