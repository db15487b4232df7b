//! What a base with a lock loads, and how a library gets into it.

#![cfg(target_os = "linux")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use gainsay_tests::{base::product, tree};
use serde_json::Value;

const LIBRARY: &str = "libgainsay_source_faulty.so";
const LOCK: &str = "gainsay.lock";

/// A base with a source of a plugin of its own and one of a plugin of the program.
struct Base(PathBuf);

impl Base {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lock").join(name);
        fs::remove_dir_all(&folder).ok();
        let base = Self(folder);
        base.write("gainsay.toml", "# ours\n[sources]\nfaulty = {} # the one\n");
        base.write("sources/faulty/one.txt", "12% like it\n");
        let words = "[concept.likes-it]\nlabel = { en = \"likes it\", fr = \"l'aime\" }\n";
        base.write("vocabulary/words.toml", words);
        fs::create_dir_all(base.0.join("plugins")).expect("a folder to write to");
        base
    }

    fn with_plugin(name: &str) -> Self {
        let base = Self::new(name);
        fs::copy(product().library("gainsay-faulty"), base.library()).expect("it can be copied");
        base
    }

    fn library(&self) -> PathBuf {
        self.0.join("plugins").join(LIBRARY)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("it is in the base")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).expect("it is there")
    }

    fn rebuild(&self) {
        rebuild(&self.library());
    }

    #[track_caller]
    fn run(&self, arguments: &[&str], code: i32) -> String {
        let output = self.output(arguments);
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let refused = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}{refused}");
        told + &refused
    }

    fn output(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(product().program("gainsay"));
        command.args(arguments).env_clear().env("LANG", "C").arg("--base").arg(&self.0);
        command.arg("--plugin-dir").arg(self.0.join("plugins"));
        command.output().expect("the program starts")
    }
}

/// Makes another build of a library: what follows its last section changes nothing.
fn rebuild(library: &Path) {
    let mut bytes = fs::read(library).expect("it is there");
    bytes.push(0);
    fs::write(library, bytes).expect("it can be written");
}

#[test]
fn without_a_lock_everything_is_loaded_and_that_is_said() {
    let base = Base::with_plugin("none");
    base.run(&["check"], 0);
    base.rebuild();
    base.run(&["check", "--locked"], 0);
    assert!(base.run(&["source", "list"], 0).contains("no gainsay.lock: "));
    assert!(!base.0.join(LOCK).exists());
}

#[test]
fn a_library_that_changed_is_stale_until_it_is_trusted() {
    let base = Base::with_plugin("stale");
    let told = base.run(&["source", "trust", "faulty"], 0);
    assert!(told.contains("for the first time") && told.contains("2 ids noted"), "{told}");
    assert!(base.text(LOCK).contains("    \"faulty/line-0\","));
    base.run(&["check", "--locked"], 0);
    assert!(base.run(&["source", "list"], 0).contains(", pinned, "));

    base.rebuild();
    let json = base.output(&["check", "--output-format", "json"]);
    assert_eq!(json.status.code(), Some(3));
    let json: Value = serde_json::from_slice(&json.stdout).expect("JSON");
    let found = json["diagnostics"].as_array().expect("a list");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["rule"], "stale-plugin");
    let label = &found[0]["labels"][0];
    assert_eq!(label["at"]["path"], LOCK);
    let trusted = digest(&base.text(LOCK));
    let said = label["message"].as_str().expect("a text");
    assert!(said.contains(&trusted) && said.contains("`gainsay source trust faulty`"), "{said}");
    base.run(&["check", "--allow-missing"], 0);

    let told = base.run(&["source", "trust", "faulty"], 0);
    let now = digest(&base.text(LOCK));
    assert!(said.contains(&now) && told.contains(&format!("before: {trusted}")), "{told}");
    base.run(&["check", "--locked"], 0);
}

/// The first digest of a lock.
fn digest(lock: &str) -> String {
    let word = lock.split('"').find(|word| word.len() == 64 && !word.contains(' '));
    word.expect("a digest").to_owned()
}

#[test]
fn what_the_lock_does_not_pin_is_not_loaded_unless_it_comes_with_the_program() {
    let base = Base::with_plugin("unpinned");
    base.write("gainsay.toml", "[sources]\nfaulty = {}\nfixture-a = { plugin = \"transcript\" }\n");
    let study = "[study]\ntitle = \"A\"\npublisher = \"Fixture A\"\n";
    base.write("sources/fixture-a/2014.toml", study);
    base.write(LOCK, "");
    let told = base.run(&["check"], 3);
    assert!(told.contains("error[stale-plugin]: the plugin of `faulty`"), "{told}");
    assert!(told.contains("gainsay source trust faulty"), "{told}");
    assert!(!told.contains("`fixture-a`"), "{told}");
    assert!(base.run(&["source", "list"], 3).contains("comes with the program"));
}

/// Making a document of a file runs a plugin as reading a source does.
#[test]
fn a_library_that_is_not_trusted_proposes_nothing() {
    let base = Base::new("proposes");
    let [table, report] = ["table.csv", "report.pdf"].map(|name| base.0.join(name));
    let table_of = "bases/crosstabs/sources/masculinity/masculinity-survey.csv";
    fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join(table_of), &table).expect("a copy");
    fs::write(&report, "%PDF-1.7\n").expect("a file");
    let [table, report] = [&table, &report].map(|path| path.to_str().expect("UTF-8"));
    let new = ["source", "new", "tables", "--crosstab", table];
    for (plugin, asked) in
        [("pdf", &["source", "draft", report][..]), ("pdf", &new_pdf(report)), ("crosstab", &new)]
    {
        let package = format!("gainsay-source-{plugin}");
        let library = base.library().with_file_name(format!("libgainsay_source_{plugin}.so"));
        fs::copy(product().library(&package), &library).expect("it can be copied");
        base.write("gainsay.toml", "[sources]\n");
        fs::remove_file(base.0.join(LOCK)).ok();
        if plugin == "pdf" {
            let told = base.run(asked, 2);
            assert!(!told.contains("stale-plugin"), "without a lock, it is run: {told}");
        }
        base.write(LOCK, "");
        let listed = format!("`NAME = {{ plugin = \"{plugin}\" }}`");
        for (lang, way) in [("en", "`gainsay source trust NAME`"), ("fr", "s'y fier avec")] {
            let told = base.run(&[asked, &["--lang", lang]].concat(), 2);
            assert!(told.contains("[stale-plugin]"), "{told}");
            assert!(told.contains(&listed) && told.contains(way), "{told}");
        }
        assert_eq!(base.text("gainsay.toml"), "[sources]\n", "nothing is made");

        base.write("gainsay.toml", &format!("[sources]\ntables = {{ plugin = \"{plugin}\" }}\n"));
        assert!(base.run(asked, 2).contains("trust it with `gainsay source trust tables`"));
        base.run(&["source", "trust", "tables"], 0);
        rebuild(&library);
        let told = base.run(asked, 2);
        assert!(told.contains("gainsay.lock:"), "{told}");
        assert!(told.contains("trust it with `gainsay source trust tables`"), "{told}");
        base.run(&["source", "trust", "tables"], 0);
        let code = if plugin == "pdf" { 2 } else { 0 };
        assert!(!base.run(asked, code).contains("stale-plugin"));

        fs::remove_file(base.0.join(LOCK)).expect("it is there");
        let other = "0".repeat(64);
        let line = format!("other = {{ plugin = \"{plugin}\", sha256 = \"{other}\" }}");
        base.write("gainsay.toml", &format!("{}{line}\n", base.text("gainsay.toml")));
        assert!(base.run(asked, 2).contains(&other), "what a source pins holds without a lock");
    }
}

fn new_pdf(report: &str) -> [&str; 5] {
    ["source", "new", "tables", "--pdf", report]
}

#[test]
fn a_lock_that_would_have_to_change_is_told_where_nothing_is_to_be_written() {
    let base = Base::with_plugin("outdated");
    base.run(&["source", "trust", "faulty"], 0);
    let lock = base.text(LOCK);
    let other = format!("{lock}\n[plugin.gone]\n\"some-target\" = \"{}\"\n", "0".repeat(64));
    base.write(LOCK, &other);
    base.run(&["check"], 0);
    let told = base.run(&["check", "--locked"], 1);
    assert!(told.contains("error[outdated-lock]"), "{told}");
    base.run(&["source", "trust", "faulty"], 0);
    assert_eq!(base.text(LOCK), lock);
    assert!(base.run(&["source", "trust", "faulty", "--locked"], 2).contains("--locked"));
}

#[test]
fn a_lock_that_is_not_valid_loads_nothing() {
    let base = Base::with_plugin("invalid");
    base.write(LOCK, "[plugin.faulty]\nhere = \"12\"\n");
    let told = base.run(&["check"], 2);
    assert!(told.contains("gainsay.lock:2:8"), "{told}");
    assert!(told.contains("or remove it and trust each plugin of your own again"), "{told}");
    let told = base.run(&["check", "--lang", "fr"], 2);
    assert!(told.contains("un SHA-256 s'écrit en 64 chiffres hexadécimaux"), "{told}");
}

/// Whatever it is, the rest that needs no plugin is told with it.
#[test]
fn a_lock_that_is_no_text_is_told_with_what_to_do() {
    let base = Base::with_plugin("unreadable");
    base.write("vocabulary/words.toml", "[concept.likes-it]\n");
    let lock = base.0.join(LOCK);
    let make: [(&str, &dyn Fn()); 2] = [
        ("is not UTF-8 from here on", &|| fs::write(&lock, b"[ids]\n\xff\xfe\0").expect("a file")),
        ("cannot be read: is not a file", &|| fs::create_dir(&lock).expect("a folder")),
    ];
    for (why, make) in make {
        make();
        for arguments in [&["check"][..], &["source", "trust", "faulty"]] {
            let told = base.run(arguments, 2);
            assert!(told.contains("error[invalid-file]: `gainsay.lock` is not valid"), "{told}");
            assert!(told.contains(why) && told.contains("`gainsay source trust SOURCE`"), "{told}");
            assert_eq!(told.contains("gainsay.lock:2:1"), lock.is_file(), "{told}");
            let is_check = arguments == ["check"];
            assert_eq!(told.contains("vocabulary/words.toml:1:1"), is_check, "{told}");
        }
        fs::remove_file(&lock).ok();
    }
}

#[test]
fn installing_adds_a_library_a_line_and_a_digest() {
    let base = Base::new("install");
    base.write("gainsay.toml", "# ours\n[sources] # all\n");
    let library = product().library("gainsay-faulty").to_str().expect("UTF-8");
    let told = base.run(&["source", "install", library], 0);
    assert!(told.starts_with("installed: "), "{told}");
    assert_eq!(base.text("gainsay.toml"), "# ours\n[sources] # all\nfaulty = {}\n");
    assert_eq!(fs::read(base.library()).expect("it is there"), fs::read(library).expect("too"));
    base.run(&["check", "--locked"], 0);

    base.rebuild();
    base.run(&["check"], 3);
    let told = base.run(&["source", "install", library], 0);
    assert!(told.starts_with("replaced: ") && told.contains("as before"), "{told}");
    base.run(&["check"], 0);

    base.write("sources/other/one.txt", "12% like it\n");
    base.run(&["source", "install", library, "--name", "other"], 0);
    assert!(base.text("gainsay.toml").ends_with("other = { plugin = \"faulty\" }\n"));
    assert!(base.run(&["source", "list"], 0).contains("other  plugin faulty, 1 document"));
}

#[test]
fn what_is_refused_of_a_plugin_is_told_when_it_is_installed() {
    let base = Base::new("install-refused");
    base.write("gainsay.toml", "[sources]\n");
    let library = product().library("gainsay-faulty").to_str().expect("UTF-8");
    base.write("vocabulary/words.toml", "");
    let told = base.run(&["source", "install", library], 0);
    assert!(told.contains("1 id noted"), "the study: {told}");
    let refused = "warning: 1 record or document is refused; the first: \
                   sources/faulty/one.txt:1:1: unknown-word error: ";
    assert!(told.contains(refused), "{told}");
    assert!(!told.contains("put its documents"), "{told}");
    assert!(base.run(&["source", "trust", "faulty"], 0).contains("warning: 1 record"));
}

#[test]
fn what_one_base_installs_another_one_does_not_trust() {
    let (one, other) = (Base::new("installs"), Base::new("trusts-nothing"));
    one.write("gainsay.toml", "[sources]\n");
    other.write(LOCK, "");
    // A program in a folder of its own, so that nothing else finds what is installed.
    let bin = one.0.join("bin");
    fs::create_dir_all(&bin).expect("a folder");
    let program = bin.join("gainsay");
    fs::copy(product().program("gainsay"), &program).expect("it can be copied");
    let run = |base: &Base, plugins: &[&str], arguments: &[&str], code: i32| {
        let mut command = Command::new(&program);
        command.current_dir(&bin).args(arguments).args(plugins).arg("--base").arg(&base.0);
        let output = command.env_clear().env("LANG", "C").output().expect("the program starts");
        let told =
            String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{arguments:?} {plugins:?}: {told}");
        told.into_owned()
    };
    let library = product().library("gainsay-faulty").to_str().expect("UTF-8");
    let own = bin.to_str().expect("UTF-8");
    for plugins in [&[][..], &["--plugin-dir", "."], &["--plugin-dir", own]] {
        let told = run(&one, plugins, &["source", "install", library], 0);
        assert!(told.contains("gainsay-plugins"), "{told}");
        assert!(!bin.join(LIBRARY).exists());
        run(&one, plugins, &["check", "--locked"], 0);
        assert!(run(&other, plugins, &["check"], 3).contains("error[stale-plugin]"));
        let told = run(&other, plugins, &["source", "list"], 3);
        assert!(!told.contains("comes with the program"), "{told}");
    }
}

#[test]
fn ids_that_were_noted_are_not_forgotten_in_silence() {
    let base = Base::with_plugin("forgets");
    base.write("sources/faulty/two.txt", "13% like it\n");
    base.run(&["source", "trust", "faulty"], 0);
    let lock = base.text(LOCK);
    let gone = base.0.join("sources/faulty/two.txt");
    fs::remove_file(&gone).expect("it is there");
    let told = base.run(&["source", "trust", "faulty"], 0);
    assert!(told.contains("2 ids noted\n2 ids that are gone stay noted: `"), "{told}");
    assert_eq!(base.text(LOCK), lock);
    fs::remove_file(base.0.join("sources/faulty/one.txt")).expect("it is there");
    let told = base.run(&["source", "trust", "faulty"], 2);
    assert!(told.contains("holds no document"), "{told}");
    fs::remove_dir(base.0.join("sources/faulty")).expect("it is empty");
    base.run(&["source", "trust", "faulty"], 2);
    assert_eq!(base.text(LOCK), lock);

    let gone = "retired = [\"faulty/two\", \"faulty/two/line-0\"]";
    base.write("gainsay.toml", &format!("[sources]\nfaulty = {{ {gone} }}\n"));
    base.write("sources/faulty/one.txt", "12% like it\n");
    let told = base.run(&["source", "trust", "faulty"], 0);
    assert!(!told.contains("stay noted") && base.text(LOCK) != lock, "{told}");
}

#[test]
fn what_is_no_plugin_or_does_not_finish_is_not_installed() {
    let base = Base::new("refused");
    base.write("gainsay.toml", "[sources]\nfaulty = { settings = { fault = \"abort\" } }\n");
    let before = tree::read(&base.0, &[]);
    let library = product().library("gainsay-faulty").to_str().expect("UTF-8");
    assert!(base.run(&["source", "install", library], 2).contains("killed by SIGABRT"));
    let text = base.0.join("gainsay.toml");
    let text = text.to_str().expect("UTF-8");
    assert!(base.run(&["source", "install", text], 2).contains("is no plugin"));
    assert!(base.run(&["source", "install", library, "--name", "../x"], 2).contains("hyphens"));
    assert!(base.run(&["source", "trust", "fault"], 2).contains("faulty"));
    assert_eq!(tree::read(&base.0, &[]), before);
}
