//! What a command printed is printed again when nothing has changed, and only then. Whether the
//! program asked anew is seen by forging what it kept.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
    time::Duration,
};

use gainsay_tests::{
    base::product,
    program::gainsay,
    small::{contradicting, study},
};
use sha2::{Digest as _, Sha256};

/// A document of the base.
const DOCUMENT: &str = "base/sources/fixture-a/2013.toml";

/// What a forged answer says.
const FORGED: &str = "forged\n";

/// A base of two small sources, plugins of its own, and a folder for what is kept.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let scratch = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("answers-{name}")));
        fs::remove_dir_all(&scratch.0).ok();
        for (name, bytes) in contradicting() {
            scratch.write(&format!("base/{name}"), &String::from_utf8(bytes).expect("a text"));
        }
        scratch.write("draft.md", "According to House, 81% bought.\n");
        scratch.write("rows.txt", "A table of what people bought.\n");
        fs::create_dir(scratch.0.join("plugins")).expect("a folder");
        let library = product().library("gainsay-source-transcript");
        fs::copy(library, scratch.library()).expect("a copy");
        scratch
    }

    fn library(&self) -> PathBuf {
        let library = product().library("gainsay-source-transcript");
        self.0.join("plugins").join(library.file_name().expect("a name"))
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }

    fn append(&self, name: &str, text: &str) {
        let before = fs::read_to_string(self.0.join(name)).expect("it is there");
        self.write(name, &(before + text));
    }

    /// A run with these arguments, in the folder of all this.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = gainsay(arguments);
        command.args(["--base", "base", "--plugin-dir", "plugins"]).current_dir(&self.0);
        command.env("GAINSAY_CACHE_DIR", self.0.join("kept")).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("it starts")
    }

    fn kept(&self) -> Vec<PathBuf> {
        let files = fs::read_dir(self.0.join("kept")).into_iter().flatten().flatten();
        let paths = files.map(|file| file.path());
        paths.filter(|path| path.extension().is_some_and(|it| it == "answered")).collect()
    }

    /// Runs until the answer is kept: what was built just now is not known for what it is.
    #[track_caller]
    fn keep(&self, arguments: &[&str]) -> Output {
        for _ in 0..50 {
            let output = self.run(arguments);
            if !self.kept().is_empty() {
                return output;
            }
            thread::sleep(Duration::from_millis(200));
        }
        panic!("nothing is kept of {arguments:?}: {:?}", self.run(arguments));
    }

    /// Puts another answer in the place of each that is kept.
    fn forge(&self) {
        for path in self.kept() {
            let bytes = fs::read(&path).expect("an entry");
            let head = u64::from_le_bytes(bytes[32..40].try_into().expect("a length"));
            let end = 40 + usize::try_from(head).expect("a small one");
            let forged = [&bytes[32..end], FORGED.as_bytes()].concat();
            let sealed = [Sha256::digest(&forged).as_slice(), &forged].concat();
            fs::write(path, sealed).expect("it can be written");
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn is_forged(output: &Output) -> bool {
    output.stdout == FORGED.as_bytes()
}

#[test]
fn equal_runs_give_equal_bytes_and_the_second_asks_nobody() {
    let commands: [&[&str]; 7] = [
        &["check"],
        &["check", "--output-format", "json", "--lang", "fr"],
        &["check", "--output-format", "sarif", "--all"],
        &["lint", "draft.md"],
        &["lint", "draft.md", "--output-format", "json", "--exit-zero"],
        &["table", "bought", "--format", "md"],
        &["table", "bought", "--template", "rows.txt"],
    ];
    for (index, command) in commands.into_iter().enumerate() {
        let scratch = Scratch::new(&format!("equal-{index}"));
        let without = scratch.run(&[command, &["--no-cache"]].concat());
        assert_eq!(without.stderr, b"", "{command:?}");
        assert!(!without.stdout.is_empty(), "{command:?}");
        assert!(scratch.kept().is_empty(), "{command:?}");
        assert_eq!(scratch.keep(command), without, "{command:?}");
        assert_eq!(scratch.run(command), without, "{command:?}");
        scratch.forge();
        let forged = scratch.run(command);
        assert!(is_forged(&forged), "{command:?}: {forged:?}");
        assert_eq!(forged.status, without.status, "{command:?}");
        fs::remove_dir_all(scratch.0.join("kept")).expect("it can be removed");
        assert_eq!(scratch.run(command), without, "{command:?}");
    }
}

#[test]
fn whatever_the_answer_depends_on_asks_again() {
    type Change = fn(&Scratch);
    let changes: [(&str, Change); 10] = [
        ("a document", |it| it.write(DOCUMENT, &study("fixture-a", &[("bought", "27 %")]))),
        ("another document", |it| {
            let name = "base/sources/fixture-a/2014.toml";
            it.write(name, &study("fixture-a", &[("bought", "27 %")]));
        }),
        ("the configuration", |it| it.append("base/gainsay.toml", "[policy]\nalpha = 0.01\n")),
        ("the vocabulary", |it| {
            it.append("base/vocabulary/words.toml", "[words.concept.sold]\nen = [\"sold\"]\n")
        }),
        ("verdicts", |it| it.write("base/verdicts/a.toml", "[reviewer]\n")),
        ("references", |it| it.write("base/references.bib", "@book{")),
        ("the lock", |it| it.write("base/gainsay.lock", "version = 1\n")),
        ("the draft", |it| it.write("draft.md", "According to House, 82% bought.\n")),
        ("the library", |it| {
            let bytes = fs::read(it.library()).expect("a library");
            fs::remove_file(it.library()).expect("it can be removed");
            fs::write(it.library(), [&bytes[..], b"\0"].concat()).expect("it can be written");
        }),
        ("another library that is found first", |it| {
            fs::remove_file(it.library()).expect("it can be removed");
        }),
    ];
    for (index, (what, change)) in changes.into_iter().enumerate() {
        let scratch = Scratch::new(&format!("change-{index}"));
        scratch.keep(&["lint", "draft.md"]);
        scratch.forge();
        assert!(is_forged(&scratch.run(&["lint", "draft.md"])), "{what}: before");
        change(&scratch);
        let asked = scratch.run(&["lint", "draft.md"]);
        assert!(!is_forged(&asked), "{what}");
        assert_eq!(asked, scratch.run(&["lint", "draft.md", "--no-cache"]), "{what}");
    }
}

#[test]
fn other_surroundings_and_arguments_ask_again() {
    let scratch = Scratch::new("surroundings");
    let kept = || {
        let mut command = scratch.command(&["check"]);
        command.env("SOURCE_DATE_EPOCH", "1790899199");
        command
    };
    scratch.keep(&["check", "--today", "2026-10-01"]);
    kept().output().expect("it starts");
    assert_eq!(scratch.kept().len(), 2, "what ran is known by now");
    scratch.forge();
    assert!(is_forged(&kept().output().expect("it starts")));
    type Other = fn(&mut Command);
    let others: [(&str, Other); 8] = [
        ("bad day", |one| {
            one.env("SOURCE_DATE_EPOCH", "soon");
        }),
        ("language", |one| {
            one.env("LC_ALL", "fr_FR.UTF-8");
        }),
        ("format", |one| {
            one.args(["--output-format", "concise"]);
        }),
        ("level", |one| {
            one.args(["--fail-on", "note"]);
        }),
        ("rule", |one| {
            one.args(["--select", "shares"]);
        }),
        ("nothing kept", |one| {
            one.arg("--no-cache");
        }),
        ("nothing written", |one| {
            one.arg("--locked");
        }),
        ("not confined", |one| {
            one.args(["--sandbox", "off"]);
        }),
    ];
    for (what, change) in others {
        let mut command = kept();
        change(&mut command);
        assert!(!is_forged(&command.output().expect("it starts")), "{what}");
    }
    let mut elsewhere = gainsay(&["check", "--base", ".", "--plugin-dir", "../plugins"]);
    elsewhere.current_dir(scratch.0.join("base")).env("GAINSAY_CACHE_DIR", scratch.0.join("kept"));
    assert!(!is_forged(&elsewhere.output().expect("it starts")), "another folder");
    assert!(is_forged(&kept().output().expect("it starts")), "the same as at first");
    let mut tomorrow = kept();
    tomorrow.env("SOURCE_DATE_EPOCH", "1790899200");
    assert!(!is_forged(&tomorrow.output().expect("it starts")), "another day");
}

#[test]
fn nothing_is_kept_of_what_nobody_can_tell_to_be_the_same() {
    let scratch = Scratch::new("not-kept");
    scratch.keep(&["check"]);
    fs::remove_dir_all(scratch.0.join("kept")).expect("it can be removed");
    for arguments in [
        &["check", "--sandbox", "off"][..],
        &["check", "--isolation", "in-process"],
        &["check", "--since", "HEAD"],
        &["check", "--no-cache"],
        &["check", "--locked"],
        &["check", "no-such-name"],
        &["lint", "-"],
        &["lint", "no-such-draft.md"],
        &["table", "no-such-name"],
    ] {
        scratch.run(arguments);
        assert_eq!(scratch.kept(), [] as [PathBuf; 0], "{arguments:?}");
    }
    fs::remove_file(scratch.0.join(DOCUMENT)).expect("it can be removed");
    scratch.run(&["check"]);
    assert_eq!(scratch.kept(), [] as [PathBuf; 0], "a source that could not run");
}

#[test]
fn what_is_kept_is_coloured_as_it_is_printed() {
    let scratch = Scratch::new("colour");
    scratch.keep(&["check"]);
    let plain = scratch.run(&["check"]);
    let colours = |command: &mut Command| command.output().expect("it starts").stdout;
    let forced = colours(scratch.command(&["check"]).env("CLICOLOR_FORCE", "1"));
    assert_ne!(forced, plain.stdout);
    assert_eq!(
        forced,
        colours(scratch.command(&["check", "--no-cache"]).env("CLICOLOR_FORCE", "1"))
    );
    assert_eq!(scratch.kept().len(), 1, "one answer for both");
}

#[test]
fn a_folder_that_cannot_be_written_still_answers() {
    let scratch = Scratch::new("read-only");
    let without = scratch.run(&["check", "--no-cache"]);
    scratch.keep(&["check"]);
    scratch.forge();
    let set = |read_only: bool| {
        let folder = scratch.0.join("kept");
        let mut permissions = fs::metadata(&folder).expect("a folder").permissions();
        permissions.set_readonly(read_only);
        fs::set_permissions(folder, permissions).expect("they can be set");
    };
    set(true);
    let (same, other) = (scratch.run(&["check"]), scratch.run(&["check", "--all"]));
    set(false);
    assert!(is_forged(&same));
    assert_eq!(other.status, without.status);
}
