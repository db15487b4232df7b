//! The outputs of `gainsay source check` and `gainsay source inspect`.

use gainsay_claims::{Inspected as Seen, Lang, conformance::RuleState};
use schemars::JsonSchema;
use serde::Serialize;

use super::{diagnostic::Diagnostic, text};
use crate::{Speaker, conformance::Subject};

/// What `gainsay source check --output-format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SourceCheck {
    /// `gainsay/source-check/1`.
    schema: &'static str,
    plugins: Vec<Plugin>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Plugin {
    /// The source, or the plugin where there are no documents for it.
    name: String,
    library: String,
    /// In the order in which they are looked at.
    rules: Vec<Rule>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Rule {
    id: &'static str,
    /// `kept`, `broken`, `skipped` or `not-run`.
    state: &'static str,
    /// Why it was skipped, or could not be looked at, in the language asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// What breaks it.
    #[serde(skip_serializing_if = "Option::is_none")]
    diagnostic: Option<Diagnostic>,
}

/// What `gainsay source inspect --output-format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Inspected {
    /// `gainsay/source-inspect/1`.
    schema: &'static str,
    file: String,
    /// The file of the manifest, where the plugin is an executable.
    #[serde(skip_serializing_if = "Option::is_none")]
    manifest: Option<String>,
    plugin: String,
    /// Schema of the records it emits.
    records: String,
    /// Version of the SDK it was built with.
    sdk: String,
    /// Version of the interface, such as `1.0`; of an executable, of its frames.
    #[serde(skip_serializing_if = "Option::is_none")]
    interface: Option<String>,
    /// Format and architecture, or the first line of a script.
    format: String,
    bytes: u64,
    sha256: String,
    needs: Vec<String>,
    exports: Vec<String>,
    /// Functions that run while it is loaded.
    #[serde(skip_serializing_if = "Option::is_none")]
    constructors: Option<usize>,
    /// How many of those compilers add.
    usual_constructors: usize,
}

/// Writes how plugins fared.
pub fn source_check(lang: Lang, subjects: &[Subject<'_>]) -> String {
    let plugins = subjects.iter().map(|one| plugin(lang, one)).collect();
    text(&SourceCheck { schema: "gainsay/source-check/1", plugins })
}

fn plugin(lang: Lang, subject: &Subject<'_>) -> Plugin {
    let speaker = Speaker::new(subject.base, lang);
    let rules = subject.examined.results.iter().map(|(check, state)| {
        let (state, reason, diagnostic) = match state {
            RuleState::Kept => ("kept", None, None),
            RuleState::Broken(one) => ("broken", None, Some(Diagnostic::new(speaker, one))),
            RuleState::Skipped { reason } => ("skipped", Some(reason.clone()), None),
            RuleState::NotRun(why) => ("not-run", Some(speaker.not_run(why)), None),
        };
        Rule { id: check.id, state, reason, diagnostic }
    });
    Plugin {
        name: subject.examined.name.clone(),
        library: subject.examined.library.clone(),
        rules: rules.collect(),
    }
}

/// Writes what the file of a plugin shows.
pub fn inspected(seen: &Seen) -> String {
    text(&Inspected {
        schema: "gainsay/source-inspect/1",
        file: seen.file.clone(),
        manifest: seen.manifest.clone(),
        plugin: seen.plugin.clone(),
        records: seen.schema.clone(),
        sdk: seen.sdk.clone(),
        interface: seen.interface.clone(),
        format: seen.format.clone(),
        bytes: seen.bytes,
        sha256: seen.digest.clone(),
        needs: seen.needs.clone(),
        exports: seen.exports.clone(),
        constructors: seen.constructors,
        usual_constructors: seen.usual_constructors,
    })
}
