//! Diagnostics in SARIF 2.1.0, which code scanners read.

mod model;
pub mod uri;

use std::collections::BTreeMap;

use gainsay_claims::{Check, Diagnostic, Lang, Location, facts::Reviewed};

use self::model::{
    ArtifactLocation, Configuration, Driver, Help, Invocation, Log, Message, Notification,
    PhysicalLocation, Properties, Region, Rule, RuleResult, Run, Suppression, Tool,
};
use crate::{
    Found, Paths, clean,
    fingerprint::{self, Fingerprints},
    json,
    place::{end, file, place},
};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// How a run ended, as those who read its results have to know.
#[derive(Clone, Debug, Default)]
pub struct Ending {
    /// What could not be looked at, each in a sentence; silence about it proves nothing.
    pub missing: Vec<String>,
}

/// Writes all that was found as one run, in the language of its speakers. Paths are URIs,
/// relative to the current folder where they can be.
pub fn render(found: &[Found<'_>], lang: Lang, ending: &Ending, paths: &Paths) -> String {
    let rules = rules(found);
    let index = |check: &Check| rules.binary_search_by_key(&check.id, |one| one.id);
    let mut fingerprints = Fingerprints::default();
    let mut results = Vec::new();
    for one in found {
        for diagnostic in one.shown {
            let rule = index(diagnostic.check).unwrap_or_default();
            let fingerprint = fingerprints.of(one, diagnostic, paths);
            results.push(result(one, diagnostic, paths, rule, fingerprint));
        }
    }
    let driver = Driver {
        name: "gainsay",
        version: env!("CARGO_PKG_VERSION"),
        rules: rules.iter().map(|check| rule(check, lang)).collect(),
    };
    let run = Run {
        tool: Tool { driver },
        invocations: [invocation(ending)],
        language: lang.code(),
        column_kind: "unicodeCodePoints",
        results,
    };
    json::text(&Log { schema: SCHEMA, version: "2.1.0", runs: [run] })
}

/// The rules that found something, in order of id.
fn rules(found: &[Found<'_>]) -> Vec<&'static Check> {
    let checks = found.iter().flat_map(|one| one.shown).map(|diagnostic| diagnostic.check);
    let mut by_id: BTreeMap<&str, &'static Check> = BTreeMap::new();
    for check in checks {
        // One rule has several levels; what it tells of itself is that of the worst.
        let known = by_id.entry(check.id).or_insert(check);
        if check.level > known.level {
            *known = check;
        }
    }
    by_id.into_values().collect()
}

fn rule(check: &Check, lang: Lang) -> Rule {
    Rule {
        id: check.id,
        short_description: check.headline.pick(lang).replace("{}", "…").into(),
        help: Help { text: check.help.pick(lang).to_owned(), markdown: check.page(lang) },
        default_configuration: Configuration { level: json::level(check.level) },
    }
}

fn invocation(ending: &Ending) -> Invocation {
    let notifications = ending.missing.iter();
    Invocation {
        execution_successful: ending.missing.is_empty(),
        tool_execution_notifications: notifications
            .map(|text| Notification { level: "error", message: text.clone().into() })
            .collect(),
    }
}

fn result(
    found: &Found<'_>,
    diagnostic: &Diagnostic,
    paths: &Paths,
    rule_index: usize,
    fingerprint: String,
) -> RuleResult {
    let related = diagnostic.labels.iter().skip(1).enumerate().map(|(index, label)| {
        let message = found.speaker.fact(&label.fact).into();
        location(found, &label.at, paths, Some((index + 1, message)))
    });
    RuleResult {
        rule_id: diagnostic.check.id,
        rule_index,
        level: json::level(diagnostic.check.level),
        message: found.message(diagnostic).into(),
        locations: [location(found, &found.place(diagnostic), paths, None)],
        related_locations: related.collect(),
        partial_fingerprints: [(fingerprint::NAME, fingerprint)].into(),
        suppressions: diagnostic.review.as_ref().map(|review| suppressions(found, review)),
        properties: diagnostic
            .review
            .as_ref()
            .map(|review| Properties { key: diagnostic.key(), state: review.state.name() }),
    }
}

/// That reviewers settled it, and why. None: somebody has to answer.
fn suppressions(found: &Found<'_>, review: &Reviewed) -> Vec<Suppression> {
    if !review.state.is_settled() {
        return Vec::new();
    }
    let answers = review.answers.iter().map(|one| found.speaker.answer_given(one));
    let justification = answers.collect::<Vec<_>>().join("\n");
    vec![Suppression { kind: "external", status: "accepted", justification }]
}

fn location(
    found: &Found<'_>,
    at: &Location,
    paths: &Paths,
    related: Option<(usize, Message)>,
) -> model::Location {
    let (start, end) = (place(found.speaker.base, at), end(found.speaker.base, at));
    let (id, message) = related.unzip();
    model::Location {
        id,
        physical_location: PhysicalLocation {
            artifact_location: ArtifactLocation {
                uri: uri::of(&clean(&paths.of(file(found.speaker.base, at)))),
            },
            region: Region {
                start_line: start.line,
                start_column: start.column,
                end_line: end.line,
                end_column: end.column,
            },
        },
        message,
    }
}

#[cfg(test)]
#[path = "sarif/tests.rs"]
mod tests;
