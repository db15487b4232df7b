//! The executable in Python that newcomers start from: read, checked, trusted, installed.

#![cfg(target_os = "linux")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Duration,
};

use gainsay_host::{Asked, Budget, RunOptions, Target, examine};
use gainsay_plugin::{Diagnostic, Input, wire::Record};
use gainsay_tests::{base::product, small, tree};
use serde_json::Value;

const NAME: &str = "gainsay-source-fixture-poll";
const MANIFEST: &str = "gainsay-source-fixture-poll.plugin.json";
const REPORT: &str = "Brands and people: 1,000 adults in France, asked online in March 2013\n\n\
                      18% bought what a brand had shown them.\n61% like what brands show.\n";

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("python-plugin")
}

/// Whether the example can be run here: where programs look for interpreters.
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn has_python() -> bool {
    let folders = ["/usr/local/bin", "/usr/bin", "/bin"];
    let found = folders.iter().any(|folder| Path::new(folder).join("python3").is_file());
    if !found {
        eprintln!("not run: there is no python3 in {folders:?} for the plugin in Python");
    }
    found
}

/// A base with a study of another house, and a report that the example reads.
struct Base(PathBuf);

impl Base {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("executables-base").join(name);
        fs::remove_dir_all(&folder).ok();
        tree::write(&folder, &small::base(&[("fixture-a", &[("bought", "28 %")])]));
        let base = Self(folder);
        let config = base.text("gainsay.toml") + "fixture-poll = {}\n";
        base.write("gainsay.toml", &config);
        base.write("sources/fixture-poll/2013.txt", REPORT);
        base
    }

    /// With a copy of the example among its plugins.
    fn with_example(name: &str) -> Self {
        let base = Self::new(name);
        fs::create_dir_all(base.0.join("plugins")).expect("a folder to write to");
        for file in [NAME, MANIFEST] {
            fs::copy(example().join(file), base.plugin(file)).expect("it can be copied");
        }
        base
    }

    fn plugin(&self, file: &str) -> PathBuf {
        self.0.join("plugins").join(file)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("it is in the base")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("it is there")
    }

    fn output(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(product().program("gainsay"));
        command.args(arguments).env_clear().env("LANG", "C").arg("--base").arg(&self.0);
        command.arg("--plugin-dir").arg(self.0.join("plugins"));
        command.output().expect("the program starts")
    }

    #[track_caller]
    fn run(&self, arguments: &[&str], code: i32) -> String {
        let output = self.output(arguments);
        let told = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", told.concat());
        told.concat()
    }

    #[track_caller]
    fn json(&self, arguments: &[&str], code: i32) -> Value {
        let output = self.output(&[arguments, &["--output-format", "json"]].concat());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        serde_json::from_slice(&output.stdout).expect("JSON")
    }
}

#[test]
fn the_example_is_short_and_needs_nothing_but_python() {
    let text = fs::read_to_string(example().join(NAME)).expect("it is there");
    assert!(text.lines().count() <= 60, "{} lines", text.lines().count());
    assert!(text.lines().all(|line| line.len() <= 100));
    let imports: Vec<_> = text.lines().filter(|line| line.contains("import ")).collect();
    assert_eq!(imports, ["import json, re, struct, sys"]);
}

#[test]
fn what_the_example_reads_contradicts_another_study() {
    if !has_python() {
        return;
    }
    let base = Base::with_example("contradicts");
    let judged = base.json(&["check", "--sandbox", "require"], 1);
    assert_eq!(judged["complete"], true);
    assert_eq!((&judged["counts"]["studies"], &judged["counts"]["claims"]), (&2.into(), &3.into()));
    let found = judged["diagnostics"].as_array().expect("a list");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["rule"], "diverging-shares");
    let places = found[0]["labels"].as_array().expect("a list");
    let paths: Vec<_> = places.iter().map(|one| one["at"]["path"].as_str()).collect();
    assert!(paths.contains(&Some("sources/fixture-poll/2013.txt")), "{paths:?}");

    let listed = base.run(&["source", "list"], 0);
    let own = listed.lines().find(|line| line.starts_with("fixture-poll")).expect("it is listed");
    assert!(own.contains("processes denied, an executable (may list"), "{own}");
    let listed = base.run(&["source", "list", "--lang", "fr"], 0);
    assert!(listed.contains("processus refusé, exécutable (peut lister"), "{listed}");
}

#[test]
fn the_example_keeps_every_rule_that_concerns_executables() {
    if !has_python() {
        return;
    }
    let base = Base::with_example("rules");
    let checked = base.json(&["source", "check", "--source", "fixture-poll"], 0);
    let rules = checked["plugins"][0]["rules"].as_array().expect("a list");
    let others = rules.iter().filter(|rule| rule["state"] != "kept");
    let others: Vec<_> = others.map(|rule| rule["id"].as_str().expect("an id")).collect();
    let expected = [
        "extra-export",
        "foreign-library",
        "extra-constructor",
        "manifest-mismatch",
        "writes-to-stdout",
        "leftover-thread",
        "unknown-operation",
        "ignored-stop",
        "one-time-source",
        "lost-id",
    ];
    assert_eq!(others, expected);
    let told = base.run(&["source", "check", "--source", "fixture-poll", "--lang", "fr"], 0);
    assert!(told.contains("non examiné, car le greffon est un exécutable"), "{told}");
    base.run(&["source", "check", "--source", "fixture-poll", "--fail-on", "note"], 0);
}

#[test]
fn a_rule_that_an_executable_breaks_is_told() {
    if !has_python() {
        return;
    }
    let base = Base::with_example("broken");
    let text = base.text("plugins/gainsay-source-fixture-poll");
    let broken = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        base.write("plugins/gainsay-source-fixture-poll", &text.replace(from, to));
        broken_rules(&base, Budget::default())
    };
    let end = "send(DONE, {\"code\": 1 if settings else 0";
    assert_eq!(broken(end, "send(DONE, {\"code\": 0"), ["accepts-unknown-setting"]);
    assert_eq!(broken("    except ValueError", "    except OSError"), ["breaks-on-bad-documents"]);
    let unstable = "\"title\": str(hash(\"it\"))";
    assert_eq!(broken("\"title\": who[\"title\"].decode()", unstable), ["unstable-output"]);
}

#[test]
fn what_it_says_in_both_languages_is_told_in_the_one_asked_for() {
    if !has_python() {
        return;
    }
    let base = Base::with_example("languages");
    base.write("sources/fixture-poll/2014.txt", "Brands and people\n");
    let script = base.text("plugins/gainsay-source-fixture-poll");
    let told = |said: &str, lang: &str| {
        let saying = script.replace("\"message\": str(error)", said);
        assert_ne!(saying, script);
        base.write("plugins/gainsay-source-fixture-poll", &saying);
        let output = base.output(&["check", "--lang", lang]).stdout;
        String::from_utf8(output).expect("UTF-8")
    };
    let both = r#""message": {"en": "nobody was asked", "fr": "personne \u001b[31m\u202en'est interrogé",
        "de": 7}, "help": {"fr": "dire qui", "en": "say who"}"#;
    let (en, fr) = (told(both, "en"), told(both, "fr"));
    assert!(en.contains("nobody was asked") && en.contains("help: say who"), "{en}");
    assert!(fr.contains("personne [31mn'est interrogé") && fr.contains("aide: dire qui"), "{fr}");
    for one in [r#""message": {"fr": "personne"}"#, r#""message": "personne""#] {
        assert!(told(one, "en").contains("personne") && told(one, "fr").contains("personne"));
    }
    // What says nothing that anybody can read is no diagnostic: the source does not count.
    assert!(told(r#""message": {"de": "niemand"}"#, "en").contains("bad output"));
}

#[test]
fn what_an_executable_costs_is_measured() {
    if !has_python() {
        return;
    }
    let base = Base::with_example("cost");
    // The system counts in hundredths of a second: a plugin that takes some, to be sure.
    let script = fs::read_to_string(base.plugin(NAME)).expect("the example is there");
    let busy = "import time\nwhile time.process_time() < 0.1: pass\nimport json,";
    let busy = script.replacen("import json,", busy, 1);
    assert_ne!(busy, script);
    fs::write(base.plugin(NAME), busy).expect("it can be written");
    let hasty = Budget { time: Duration::ZERO, ..Budget::default() };
    assert_eq!(broken_rules(&base, hasty), ["slow-source"]);
    // Python itself takes more than this.
    let narrow = Budget { memory: 4 << 20, ..Budget::default() };
    assert_eq!(broken_rules(&base, narrow), ["memory-hungry"]);
}

/// The rules that the plugin of a base breaks.
fn broken_rules(base: &Base, budget: Budget) -> Vec<&'static str> {
    let asked = Asked {
        base: Some(base.0.clone()),
        plugins: Some(base.0.join("plugins")),
        skips: BTreeMap::new(),
        against: None,
        budget,
        run: RunOptions {
            worker_exe: Some(product().program("gainsay").to_owned()),
            ..RunOptions::default()
        },
    };
    let target = Target::Source("fixture-poll".to_owned());
    let done = examine(&target, &asked).expect("there is something to examine");
    done[0].examined.diagnostics().map(|one| one.check.id).collect()
}

#[test]
fn either_file_that_changed_is_stale_until_it_is_trusted() {
    if !has_python() {
        return;
    }
    let base = Base::with_example("stale");
    base.run(&["source", "trust", "fixture-poll"], 0);
    base.run(&["check", "--locked"], 1);
    assert!(base.run(&["source", "list"], 0).contains(", pinned, "));
    let trusted = base.text("gainsay.lock");
    for file in [NAME, MANIFEST] {
        let changed = base.text(&format!("plugins/{file}")) + "\n";
        base.write(&format!("plugins/{file}"), &changed);
        let found = base.json(&["check"], 3);
        assert_eq!(found["diagnostics"][0]["rule"], "stale-plugin", "{file}");
        base.run(&["source", "trust", "fixture-poll"], 0);
        assert_ne!(base.text("gainsay.lock"), trusted);
        base.run(&["check", "--locked"], 1);
    }
}

#[test]
fn installing_puts_both_files_in_their_places() {
    if !has_python() {
        return;
    }
    let base = Base::new("install");
    let from = base.0.join("my-reader.py");
    fs::copy(example().join(NAME), &from).expect("it can be copied");
    fs::copy(example().join(MANIFEST), base.0.join("my-reader.py.plugin.json")).expect("likewise");
    let from = from.to_str().expect("UTF-8");
    assert!(base.run(&["source", "install", from], 0).starts_with("installed: "));
    for file in [NAME, MANIFEST] {
        assert_eq!(fs::read(base.plugin(file)).unwrap(), fs::read(example().join(file)).unwrap());
    }
    base.run(&["check", "--locked"], 1);
    // The executable cannot be replaced: the manifest stays as it was.
    fs::remove_file(base.plugin(NAME)).expect("it is there");
    fs::create_dir(base.plugin(NAME)).expect("a folder in the way");
    base.write("my-reader.py.plugin.json", &(base.text("my-reader.py.plugin.json") + "\n"));
    base.run(&["source", "install", from], 2);
    let manifest = fs::read(base.plugin(MANIFEST)).expect("it is there");
    assert_eq!(manifest, fs::read(example().join(MANIFEST)).expect("it is there"));
    let files = fs::read_dir(base.0.join("plugins")).expect("a folder").count();
    assert_eq!(files, 2, "nothing else is left");
    fs::remove_dir(base.plugin(NAME)).expect("it is empty");
    // A library would be found first.
    base.write("plugins/libgainsay_source_fixture_poll.so", "");
    assert!(base.run(&["source", "install", from], 2).contains("libgainsay_source_fixture_poll"));
}

#[test]
fn its_file_is_looked_at_without_running_it() {
    let base = Base::with_example("inspect");
    base.write("plugins/gainsay-source-fixture-poll", "#!/no/such/program\nexit 1\n");
    let plugin = base.plugin(NAME);
    let plugin = plugin.to_str().expect("UTF-8");
    let json = base.json(&["source", "inspect", plugin], 0);
    assert_eq!((&json["plugin"], &json["records"]), (&"fixture-poll".into(), &"claims/1".into()));
    assert_eq!((&json["interface"], &json["sdk"]), (&"1".into(), &"python".into()));
    assert_eq!(json["format"], "#!/no/such/program");
    assert!(json["manifest"].as_str().expect("a path").ends_with(MANIFEST));
    let told = base.run(&["source", "inspect", plugin, "--lang", "fr"], 0);
    assert!(told.contains("trames\u{a0}: 1\n") && !told.contains("constructeurs"), "{told}");
    fs::remove_file(base.plugin(MANIFEST)).expect("it is there");
    let refused = base.run(&["source", "inspect", plugin], 2);
    assert!(refused.contains("`.plugin.json` after it lies beside it"), "{refused}");
    let refused = base.run(&["check"], 3);
    assert!(refused.contains("no manifest beside it"), "{refused}");
}

#[test]
fn what_is_not_there_is_named() {
    let base = Base::new("missing");
    let told = base.run(&["check"], 3);
    assert!(told.contains(NAME) && told.contains("libgainsay_source_fixture_poll"), "{told}");
}

/// The examples of a kind on the page that describes executables.
fn examples(kind: &str) -> Vec<String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/executables.md");
    let page = fs::read_to_string(page).expect("the page is there");
    let fence = format!("```json {kind}\n");
    let blocks = page.split(&fence).skip(1);
    blocks.map(|rest| rest.split("```").next().expect("there is one").to_owned()).collect()
}

#[test]
fn what_the_page_shows_is_what_is_read() {
    let only = |kind| {
        let [text] = examples(kind).try_into().expect("one example");
        text
    };
    let records: Vec<Record> = serde_json::from_str(&only("records")).expect("records");
    assert!(matches!(records[..], [Record::Study(_), Record::Finding(_), Record::Listing(_)]));
    let asked: Input = serde_json::from_str(&only("documents")).expect("documents");
    assert_eq!(asked.documents.len(), 3);
    let said: Diagnostic = serde_json::from_str(&only("diagnostic")).expect("a diagnostic");
    assert!(said.document.is_some() && said.what.at.is_some());
    let manifest: Value = serde_json::from_str(&only("manifest")).expect("a manifest");
    let own = fs::read_to_string(example().join(MANIFEST)).expect("it is there");
    assert_eq!(manifest, serde_json::from_str::<Value>(&own).expect("JSON"));
    let done: Value = serde_json::from_str(&only("done")).expect("JSON");
    assert_eq!((&done["code"], &done["counts"]["batches"]), (&0.into(), &1.into()));
}
