//! Diagnostics as a JUnit report, which most systems of continuous integration show as
//! tests.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{Check, CheckGroup, Diagnostic, Level};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use crate::{Found, Paths, clean, json, place::file};

/// What a run was asked, and what it could not look at.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The rules that were looked for.
    pub rules: &'a [&'static Check],
    /// From which level on findings make the run fail.
    pub fail_on: Level,
    /// What could not be looked at, each in a sentence.
    pub missing: &'a [String],
}

/// A test: a rule that found nothing, one of its findings, or what could not be looked at.
#[derive(Debug)]
struct Case {
    class: String,
    name: String,
    file: Option<String>,
    outcome: Outcome,
}

#[derive(Debug)]
enum Outcome {
    Passed,
    /// Found, and either answered by reviewers, so or so, or below the level that makes the
    /// run fail.
    Skipped(&'static str),
    Failed {
        kind: &'static str,
        text: String,
    },
    /// Not looked at.
    Error,
}

/// Writes a suite for each group of rules. A rule that found nothing is a test that
/// passed; a finding is one that failed, or, settled or below the level asked
/// for, was skipped.
pub fn render(found: &[Found<'_>], run: &Run<'_>, paths: &Paths) -> String {
    let suites = suites(found, run, paths);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // A vector takes whatever is written.
    let _ = write(&mut writer, &suites);
    // Only text was written.
    String::from_utf8(writer.into_inner()).unwrap_or_default() + "\n"
}

fn suites(found: &[Found<'_>], run: &Run<'_>, paths: &Paths) -> Vec<(&'static str, Vec<Case>)> {
    let shown = || found.iter().flat_map(|one| one.shown);
    let checks = run.rules.iter().copied().chain(shown().map(|one| one.check));
    let rules: BTreeSet<(CheckGroup, &'static str)> =
        checks.map(|check| (check.group, check.id)).collect();
    let mut suites = Vec::new();
    for group in CheckGroup::ALL {
        let own = rules.iter().filter(|(one, _)| *one == group);
        let cases: Vec<Case> = own.flat_map(|(_, rule)| cases(found, run, paths, rule)).collect();
        if !cases.is_empty() {
            suites.push((group.id(), cases));
        }
    }
    let missing = run.missing.iter().map(|text| Case {
        class: "missing".to_owned(),
        name: clean(text),
        file: None,
        outcome: Outcome::Error,
    });
    suites.extend((!run.missing.is_empty()).then(|| ("missing", missing.collect())));
    suites
}

/// The tests of a rule. Those that would be called alike are numbered, as readers take
/// two tests of one name for one.
fn cases(found: &[Found<'_>], run: &Run<'_>, paths: &Paths, rule: &'static str) -> Vec<Case> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut cases = Vec::new();
    for one in found {
        for diagnostic in one.shown.iter().filter(|diagnostic| diagnostic.check.id == rule) {
            let headline = one.speaker.headline(diagnostic);
            let count = seen.entry(headline.clone()).or_default();
            *count += 1;
            let name = if *count == 1 { headline } else { format!("{headline} ({count})") };
            cases.push(Case {
                class: rule.to_owned(),
                name,
                file: Some(paths.of(file(one.speaker.base, &one.place(diagnostic)))),
                outcome: outcome(one, diagnostic, run.fail_on),
            });
        }
    }
    if cases.is_empty() {
        let (class, name) = (rule.to_owned(), rule.to_owned());
        cases.push(Case { class, name, file: None, outcome: Outcome::Passed });
    }
    cases
}

fn outcome(found: &Found<'_>, diagnostic: &Diagnostic, fail_on: Level) -> Outcome {
    if let Some(review) = diagnostic.review.as_ref().filter(|_| diagnostic.is_settled()) {
        return Outcome::Skipped(review.state.name());
    }
    let level = diagnostic.check.level;
    if level < fail_on {
        return Outcome::Skipped(json::level(level));
    }
    let help = found.speaker.help(diagnostic);
    let text = format!("{}\n{help}", found.located(diagnostic));
    Outcome::Failed { kind: json::level(level), text }
}

fn write(
    writer: &mut Writer<Vec<u8>>,
    suites: &[(&'static str, Vec<Case>)],
) -> std::io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all = suites.iter().flat_map(|(_, cases)| cases);
    writer
        .create_element("testsuites")
        .with_attribute(("name", "gainsay"))
        .with_attributes(counts(all).iter().map(|(name, count)| (*name, count.as_str())))
        .write_inner_content(|writer| {
            suites.iter().try_for_each(|(name, cases)| suite(writer, name, cases))
        })?;
    Ok(())
}

fn suite(writer: &mut Writer<Vec<u8>>, name: &str, cases: &[Case]) -> std::io::Result<()> {
    writer
        .create_element("testsuite")
        .with_attribute(("name", name))
        .with_attributes(counts(cases).iter().map(|(name, count)| (*name, count.as_str())))
        .write_inner_content(|writer| cases.iter().try_for_each(|one| case(writer, one)))?;
    Ok(())
}

fn case(writer: &mut Writer<Vec<u8>>, case: &Case) -> std::io::Result<()> {
    let (name, file) = (allowed(&case.name), case.file.as_deref().map(allowed));
    let element = writer
        .create_element("testcase")
        .with_attribute(("classname", case.class.as_str()))
        .with_attribute(("name", name.as_str()))
        .with_attributes(file.as_deref().map(|file| ("file", file)));
    match &case.outcome {
        Outcome::Passed => element.write_empty()?,
        Outcome::Skipped(level) => element.write_inner_content(|writer| {
            writer.create_element("skipped").with_attribute(("message", *level)).write_empty()?;
            Ok(())
        })?,
        Outcome::Failed { kind, text } => element.write_inner_content(|writer| {
            let text = allowed(text);
            let failure = writer.create_element("failure").with_attribute(("type", *kind));
            let failure = failure.with_attribute(("message", name.as_str()));
            failure.write_text_content(BytesText::new(&text))?;
            Ok(())
        })?,
        Outcome::Error => element.write_inner_content(|writer| {
            writer
                .create_element("error")
                .with_attribute(("type", "missing"))
                .with_attribute(("message", name.as_str()))
                .write_empty()?;
            Ok(())
        })?,
    };
    Ok(())
}

fn counts<'a>(cases: impl IntoIterator<Item = &'a Case>) -> [(&'static str, String); 4] {
    let [mut tests, mut failures, mut errors, mut skipped] = [0_usize; 4];
    for case in cases {
        tests += 1;
        match case.outcome {
            Outcome::Passed => {}
            Outcome::Skipped(_) => skipped += 1,
            Outcome::Failed { .. } => failures += 1,
            Outcome::Error => errors += 1,
        }
    }
    [("tests", tests), ("failures", failures), ("errors", errors), ("skipped", skipped)]
        .map(|(name, count)| (name, count.to_string()))
}

/// The text without what XML 1.0 cannot hold, escaped or not.
fn allowed(text: &str) -> String {
    let is_allowed = |character: &char| match character {
        '\n' | '\t' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        character => !character.is_control(),
    };
    text.chars().filter(is_allowed).collect()
}

#[cfg(test)]
#[path = "junit/tests.rs"]
mod tests;
