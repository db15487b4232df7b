//! What `gainsay source new` makes checks clean, builds and keeps every rule.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use gainsay_plugin::{
    slug,
    testing::{Reading, document},
};
use gainsay_source_transcript::Transcript;
use gainsay_tests::{base::product, tree};
use serde_json::Value;

#[path = "source_new/kinds.rs"]
mod kinds;
#[path = "source_new/stopped.rs"]
mod stopped;

fn fresh(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("source-new").join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("a folder to write to");
    folder
}

#[track_caller]
fn run(here: &Path, arguments: &[&str], code: i32) -> String {
    let mut command = Command::new(product().program("gainsay"));
    command.current_dir(here).args(arguments).env_clear().env("LANG", "C");
    let output = command.output().expect("the program starts");
    let told = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
    told.into_owned()
}

#[test]
fn a_document_checks_clean_as_it_is_made_and_says_nothing() {
    let base = fresh("transcript");
    fs::write(base.join("gainsay.toml"), "# ours\n[sources]\n").expect("a file");
    let told = run(&base, &["source", "new", "fixture-a", "--publisher", "Fixture \"A\""], 0);
    assert!(told.starts_with("made:\n  sources/fixture-a/study.toml\n  schemas/"), "{told}");
    let config = fs::read_to_string(base.join("gainsay.toml")).expect("it is there");
    assert_eq!(config, "# ours\n[sources]\nfixture-a = { plugin = \"transcript\" }\n");

    let told = run(&base, &["check", "--output-format", "json", "--fail-on", "error"], 0);
    let json: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(json["complete"], true);
    assert_eq!((&json["counts"]["studies"], &json["counts"]["claims"]), (&0.into(), &0.into()));
    assert!(run(&base, &["check"], 0).contains("nothing is filled in yet"));
    run(&base, &["source", "check", "--source", "fixture-a", "--fail-on", "note"], 0);

    let before = tree::read(&base, &[]);
    run(&base, &["source", "new", "fixture-a"], 2);
    fs::remove_file(base.join("gainsay.toml")).expect("it is there");
    fs::write(base.join("gainsay.toml"), "# ours\n[sources]\n").expect("a file");
    assert!(run(&base, &["source", "new", "fixture-a"], 2).contains("study.toml"));
    fs::write(base.join("gainsay.toml"), &config).expect("a file");
    assert_eq!(tree::read(&base, &[]), before, "nothing is overwritten");
}

#[test]
fn what_cannot_be_listed_leaves_nothing_behind() {
    let base = fresh("unlisted");
    let config = base.join("gainsay.toml");
    fs::write(&config, "[sources]\n").expect("a file");
    let table =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/crosstabs/sources/quantipy/basic.xlsx");
    let table = table.to_str().expect("UTF-8");
    let before = tree::read(&base, &[]);
    let lock = |is_locked| {
        let mut permissions = fs::metadata(&config).expect("it is there").permissions();
        permissions.set_readonly(is_locked);
        fs::set_permissions(&config, permissions).expect("it is ours");
    };
    let document = ["source", "new", "fixture-a"];
    let mapped = ["source", "new", "fixture-b", "--crosstab", table];
    for arguments in [&document[..], &mapped] {
        lock(true);
        assert!(run(&base, arguments, 2).contains("gainsay.toml"));
        assert_eq!(tree::read(&base, &[]), before);
        lock(false);
        run(&base, arguments, 0);
        tree::write(&base, &before);
    }
}

#[test]
fn a_template_that_is_filled_in_is_read() {
    let base = fresh("filled");
    fs::write(base.join("gainsay.toml"), "[sources]\n").expect("a file");
    run(&base, &["source", "new", "fixture-a", "--publisher", "Fixture A"], 0);
    let path = base.join("sources/fixture-a/study.toml");
    let template = fs::read_to_string(&path).expect("it is there");
    // As a person would: what is code is freed of its `#`, what is a placeholder replaced.
    let is_code = |line: &str| line.starts_with("# [") || line.contains(" = ");
    let free = |line: &str| match line.strip_prefix("# ") {
        Some(code) if is_code(line) && !line.contains("(mark") => code.to_owned() + "\n",
        _ => line.to_owned() + "\n",
    };
    let text: String = template.lines().map(free).collect();
    let mut text = text;
    for (placeholder, said) in [
        ("<title of the study>", "A survey"),
        ("<FR>", "FR"),
        ("<18+>", "18+"),
        ("<online>", "online"),
        ("<March 2014>", "March 2014"),
        ("<how many were asked>", "300"),
        ("<https://...>", "https://fixture-a.example"),
        ("<short-name>", "likes"),
        ("<concept>", "likes-it"),
        ("<38 %>", "38 %"),
        ("<adults>", "adults"),
    ] {
        assert!(text.contains(placeholder), "{placeholder}");
        text = text.replace(placeholder, said);
    }
    assert!(!text.contains('<') || text.contains("each <...>"), "{text}");
    fs::write(&path, text).expect("a file");
    let words = "[concept.likes-it]\nlabel = { en = \"likes it\", fr = \"l'aime\" }\n\
                 [universe.adults]\nlabel = { en = \"adults\", fr = \"adultes\" }\n";
    fs::create_dir_all(base.join("vocabulary")).expect("a folder");
    fs::write(base.join("vocabulary/words.toml"), words).expect("a file");
    let told = run(&base, &["check", "--output-format", "json", "--fail-on", "error"], 0);
    let json: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((&json["counts"]["studies"], &json["counts"]["claims"]), (&1.into(), &1.into()));
}

#[test]
fn a_crate_builds_and_keeps_every_rule_outside_of_the_workspace() {
    let folder = fresh("native");
    let sdk = concat!(env!("CARGO_MANIFEST_DIR"), "/../crates/gainsay-plugin");
    let elsewhere = std::env::temp_dir().join(format!("gainsay-new-{}", std::process::id()));
    fs::create_dir_all(&elsewhere).expect("a folder to write to");
    let arguments = ["source", "new", "fixture-a", "--native", "--sdk", sdk];
    let told = run(&elsewhere, &arguments, 0);
    assert!(told.contains("fixture-a/src/lib.rs") && told.contains("cargo test"), "{told}");
    assert!(run(&elsewhere, &arguments, 2).contains("Cargo.toml"), "nothing is overwritten");
    let made = elsewhere.join("fixture-a");
    let code = fs::read_to_string(made.join("src/lib.rs")).expect("it is there");
    assert!(code.lines().count() < 60, "{code}");

    // Without a network, cargo finds the versions that this workspace is built with.
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
    fs::copy(lock, made.join("Cargo.lock")).expect("it can be copied");
    let target = folder.join("target");
    let cargo = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO"))
            .current_dir(&made)
            .args(arguments)
            .args(["--offline", "--config", "profile.dev.debug = false"])
            .env("CARGO_TARGET_DIR", &target)
            // What is built of others serves all tests that build outside of this workspace.
            .env("CARGO_BUILD_BUILD_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("apart"))
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    cargo(&["test"]);
    cargo(&["build"]);
    let library = target.join("debug").join(format!(
        "{}gainsay_source_fixture_a{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    ));
    let library = library.to_str().expect("UTF-8");
    let told = run(&made, &["source", "check", library, "--base", "tests/base"], 0);
    fs::remove_dir_all(&elsewhere).expect("it can be removed");
    assert!(told.contains("fixture-a: 28 rules hold, 1 not looked at"), "{told}");
}

/// Keys that the plugin accepts where `text` ends, as it tells them of one that it does not.
fn accepted(text: &str) -> BTreeSet<String> {
    let document = document("fixture-a", "sources/fixture-a/one.toml", text);
    let reading = Reading::of::<Transcript>(&document);
    let said = &reading.diagnostics.first().expect("it refuses the key").what.message.as_str();
    let (_, keys) = said.split_once("expected").expect("it tells what it accepts");
    keys.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_schema_has_the_keys_and_words_of_the_plugin() {
    let schema = run(Path::new("."), &["schema", "transcript"], 0);
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let study = "[study]\ntitle = \"T\"\npublisher = \"P\"\n";
    let finding = format!("{study}[[finding]]\nid = \"a\"\n");
    let question = format!("{study}[question.q]\nkind = \"single\"\n");
    let fields = &schema["properties"];
    let parts = [
        (String::new(), &schema),
        (study.to_owned(), &fields["study"]),
        (question, &fields["question"]["additionalProperties"]),
        (finding, &fields["finding"]["items"]),
    ];
    let mut words = 0;
    for (text, part) in parts {
        let keys = part["properties"].as_object().expect("an object");
        let known: BTreeSet<String> = keys.keys().cloned().collect();
        assert_eq!(accepted(&format!("{text}no-such-key = 1\n")), known);
        for (key, field) in keys {
            let Some(values) = field["enum"].as_array() else { continue };
            let values: BTreeSet<String> =
                values.iter().filter_map(Value::as_str).map(str::to_owned).collect();
            let text = text.replace("kind = \"single\"\n", "");
            assert_eq!(accepted(&format!("{text}{key} = \"no-such-word\"\n")), values, "{key}");
            words += 1;
        }
    }
    assert!(words > 8, "{words}");
}

#[test]
fn a_crosstab_is_copied_with_the_mapping_that_is_proposed_for_it() {
    let base = fresh("crosstab");
    fs::write(base.join("gainsay.toml"), "[sources]\n").expect("a file");
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/crosstabs/sources");
    let file = sources.join("quantipy/basic.xlsx");
    let propose = ["source", "new", "fixture-x", "--crosstab", file.to_str().expect("UTF-8")];
    let told = run(&base, &propose, 0);
    assert!(
        told.contains("sheet: q2\n") && told.contains("rows of the unweighted base: 4"),
        "{told}"
    );
    let here = base.join("sources/fixture-x");
    let read = |path: &Path| fs::read(path).expect("it is there");
    assert_eq!(read(&here.join("basic.xlsx")), read(&file));
    let mapping = String::from_utf8(read(&here.join("basic.toml"))).expect("UTF-8");
    assert!(mapping.starts_with("#:schema ../../schemas/crosstab.schema.json\n"), "{mapping}");
    assert!(base.join("schemas/crosstab.schema.json").is_file());

    let before = tree::read(&base, &[]);
    run(&base, &propose, 2);
    let text = ["source", "new", "fixture-y", "--crosstab", "gainsay.toml"];
    assert!(run(&base, &text, 2).contains("nothing can be proposed"));
    assert_eq!(tree::read(&base, &[]), before, "nothing is overwritten, and nothing is left");
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_told_in_the_language_of_the_reader() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};

    let base = fresh("odd-name");
    fs::write(base.join("gainsay.toml"), "[sources]\n").expect("a file");
    let mut command = Command::new(product().program("gainsay"));
    command.current_dir(&base).args(["source", "new", "fixture-y", "--lang", "fr", "--crosstab"]);
    command.arg(OsStr::from_bytes(b"odd\xff.csv")).env_clear();
    let output = command.output().expect("the program starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("le nom du fichier n'est pas en UTF-8"), "{told}");
}

#[test]
fn a_proposed_mapping_checks_clean_and_says_what_nobody_has_said() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/crosstabs/sources");
    let ours = fresh("ours").join("Nos Tables_2.csv");
    fs::copy(sources.join("masculinity/masculinity-survey.csv"), &ours).expect("it is there");
    let shipped = ["quantipy/basic.xlsx", "masculinity/masculinity-survey.csv"];
    for file in shipped.map(|file| sources.join(file)).into_iter().chain([ours]) {
        let stem = slug(file.file_stem().expect("a name").to_str().expect("UTF-8"));
        let base = fresh(&format!("proposed-{stem}"));
        fs::write(base.join("gainsay.toml"), "[sources]\n").expect("a file");
        let propose = ["source", "new", "fixture-x", "--crosstab", file.to_str().expect("UTF-8")];
        run(&base, &propose, 0);
        let told = run(&base, &["check"], 0);
        assert!(told.contains("nothing of this file counts yet: no `[study]`"), "{told}");
        assert!(told.contains("answers without a concept do not count: "), "{told}");
        assert!(told.contains(&format!("sources/fixture-x/{stem}.toml:2:")), "{told}");
        let counts = &json_of(&base)["counts"];
        assert_eq!((&counts["studies"], &counts["claims"]), (&0.into(), &0.into()));
        run(&base, &["source", "check", "--source", "fixture-x", "--fail-on", "note"], 0);

        // Somebody confirms whose table it is, and what one answer of everybody measures.
        let path = base.join(format!("sources/fixture-x/{stem}.toml"));
        let mapping = fs::read_to_string(&path).expect("it is there");
        let (_, column) = mapping.split_once("[column.").expect("a column");
        let (all, _) = column.split_once(']').expect("its name");
        let confirmed = mapping
            .replace("# [study]", "[study]")
            .replace("# title = \"\"", "title = \"A survey\"")
            .replace("# publisher = \"\"", "publisher = \"Fixture X\"")
            .replacen("kind = ", &format!("columns = [\"{all}\"]\nkind = "), 1)
            .replacen("\nlabel = ", "\nconcept = \"likes-it\"\nlabel = ", 1);
        fs::write(&path, confirmed).expect("a file");
        let words = "[concept.likes-it]\nlabel = { en = \"likes it\", fr = \"l'aime\" }\n";
        fs::create_dir_all(base.join("vocabulary")).expect("a folder");
        fs::write(base.join("vocabulary/words.toml"), words).expect("a file");
        let counts = &json_of(&base)["counts"];
        assert_eq!((&counts["studies"], &counts["claims"]), (&1.into(), &1.into()), "{stem}");
    }
}

fn json_of(base: &Path) -> Value {
    let arguments = ["check", "--output-format", "json", "--fail-on", "error"];
    serde_json::from_str(&run(base, &arguments, 0)).expect("JSON")
}

#[test]
fn a_table_of_polls_is_copied_with_the_mapping_that_is_proposed_for_it() {
    let base = fresh("feed");
    fs::write(base.join("gainsay.toml"), "[sources]\n").expect("a file");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let file = data.join("swedish-parties/sources/swedish-polls/Polls.csv");
    let propose = ["source", "new", "fixture-x", "--feed", file.to_str().expect("UTF-8")];
    let told = run(&base, &propose, 0);
    assert!(
        told.contains("columns with figures: M, L, C, KD, S, V, MP, SD, FI, Uncertain"),
        "{told}"
    );
    let here = base.join("sources/fixture-x");
    let read = |path: &Path| fs::read(path).expect("it is there");
    assert_eq!(read(&here.join("Polls.csv")), read(&file));
    let mapping = String::from_utf8(read(&here.join("polls.toml"))).expect("UTF-8");
    assert!(mapping.starts_with("#:schema ../../schemas/feed.schema.json\n"), "{mapping}");
    assert!(base.join("schemas/feed.schema.json").is_file());
    // Nobody filled in what only a person knows, and the check says where.
    let told = run(&base, &["check"], 0);
    assert!(told.contains("answers without a concept do not count: `question`"), "{told}");
    assert!(told.contains("sources/fixture-x/polls.toml:"), "{told}");
    assert!(told.contains("columns that nothing reads: "), "{told}");
    let counts = &json_of(&base)["counts"];
    assert_eq!((&counts["studies"], &counts["claims"]), (&0.into(), &0.into()));
    run(&base, &["source", "check", "--source", "fixture-x", "--fail-on", "note"], 0);
    let both = [&propose[..], &["--crosstab", propose[4]]].concat();
    assert!(run(&base, &both, 2).contains("cannot be used with"));
}
