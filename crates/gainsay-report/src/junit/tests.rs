use gainsay_claims::{EvidenceBase, Lang, checks, checks::BROKEN_SOURCE, diagnostic::Subject};
use quick_xml::{Reader, events::BytesStart};

use super::*;
use crate::{Speaker, fixture};

/// An element that was read back: its name, its attributes, its text, what is in it.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    inner: Vec<Element>,
}

impl Element {
    fn started(start: &BytesStart<'_>) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("well-formed");
            let value = quick_xml::escape::unescape(&attribute.value).expect("escaped");
            (attribute.key.as_ref().to_owned(), value.into_owned())
        });
        let attributes = attributes.collect();
        Self { name: start.name().as_ref().to_owned(), attributes, ..Self::default() }
    }

    #[track_caller]
    fn count(&self, name: &str) -> usize {
        self.attributes[name].parse().expect("a number")
    }

    fn has(&self, inner: &str) -> bool {
        self.inner.iter().any(|one| one.name == inner)
    }
}

/// Reads a report back, and holds it against what readers of JUnit reports rely on.
#[track_caller]
fn read(report: &str) -> Element {
    let mut reader = Reader::from_str(report);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => open.push(Element::started(&start)),
            Event::Empty(start) => {
                let element = Element::started(&start);
                open.last_mut().expect("it is within").inner.push(element);
            }
            Event::End(_) => {
                let element = open.pop().expect("it began");
                open.last_mut().expect("it is within").inner.push(element);
            }
            Event::Text(text) => {
                open.last_mut().expect("it is within").text += &text;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    let root = open.pop().expect("all ended").inner.pop().expect("there is one");
    assert_eq!(root.name, "testsuites");
    for suite in &root.inner {
        assert_eq!(suite.name, "testsuite");
        let outcome = |name| suite.inner.iter().filter(|case| case.has(name)).count();
        assert_eq!(suite.count("tests"), suite.inner.len());
        assert_eq!(suite.count("failures"), outcome("failure"));
        assert_eq!(suite.count("errors"), outcome("error"));
        assert_eq!(suite.count("skipped"), outcome("skipped"));
        let names: BTreeSet<_> = suite.inner.iter().map(|case| &case.attributes).collect();
        assert_eq!(names.len(), suite.inner.len(), "tests of one name are taken for one");
        assert!(suite.inner.iter().all(|case| case.name == "testcase"));
    }
    let total = |name: &str| root.inner.iter().map(|suite| suite.count(name)).sum::<usize>();
    for name in ["tests", "failures", "errors", "skipped"] {
        assert_eq!(root.count(name), total(name));
    }
    root
}

fn run(fail_on: Level, missing: &[String]) -> Run<'_> {
    Run { rules: checks::ALL, fail_on, missing }
}

#[test]
fn a_finding_fails_and_a_rule_that_found_nothing_passes() {
    let base = fixture::base();
    let shown = [fixture::conflict(), fixture::conflict()];
    let found = [Found { speaker: Speaker::new(&base, Lang::Fr), shown: &shown }];
    let report = render(&found, &run(Level::Error, &[]), &Paths::default());
    let root = read(&report);
    let groups: Vec<&str> = root.inner.iter().map(|one| one.attributes["name"].as_str()).collect();
    assert_eq!(groups, ["citations", "input", "shares"]);
    let shares = &root.inner[2];
    assert_eq!((shares.count("tests"), shares.count("failures")), (2, 2));
    let failed = &shares.inner[0];
    assert_eq!(failed.attributes["classname"], "diverging-shares");
    assert_eq!(failed.attributes["file"], "sources/fixture-a/raw.txt");
    assert!(failed.inner[0].text.contains("sources/fixture-a/raw.txt:2:1"), "{report}");
    assert!(shares.inner[1].attributes["name"].ends_with(" (2)"), "{report}");
    assert!(root.inner[1].inner.iter().all(|case| case.inner.is_empty()));
}

#[test]
fn what_is_below_the_level_asked_for_is_skipped() {
    let base = EvidenceBase::default();
    let remark = Diagnostic::new(&checks::SOURCE_REMARK, Subject::Name("fixture-a".into()));
    let shown = [remark];
    let found = [Found { speaker: Speaker::new(&base, Lang::En), shown: &shown }];
    let counted = |level| {
        let root = read(&render(&found, &run(level, &[]), &Paths::default()));
        (root.count("failures"), root.count("skipped"))
    };
    assert_eq!(counted(Level::Error), (0, 1));
    assert_eq!(counted(Level::Warning), (1, 0));
}

#[test]
fn what_could_not_be_looked_at_is_an_error() {
    let missing = ["silence about `fixture-d` proves nothing".to_owned()];
    let root = read(&render(&[], &run(Level::Error, &missing), &Paths::default()));
    assert_eq!((root.count("errors"), root.count("failures")), (1, 0));
    let whole = read(&render(&[], &run(Level::Error, &[]), &Paths::default()));
    assert_eq!(whole.count("errors"), 0);
}

#[test]
fn names_are_escaped() {
    let name = "a\"/><failure>&\u{ffff}\u{1b}]]>";
    let base = EvidenceBase::default();
    let shown = [Diagnostic::new(&BROKEN_SOURCE, Subject::Name(name.into()))];
    let found = [Found { speaker: Speaker::new(&base, Lang::En), shown: &shown }];
    let root = read(&render(&found, &run(Level::Error, &[]), &Paths::default()));
    let input = root.inner.iter().find(|one| one.attributes["name"] == "input").expect("a suite");
    let failed = input.inner.iter().find(|case| case.has("failure")).expect("it failed");
    assert_eq!(failed.attributes["name"], "source `a\"/><failure>&]]>` was not loaded");
}
