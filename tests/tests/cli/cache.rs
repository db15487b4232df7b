//! What plugins found is kept for the next run, and changes nothing but time.

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use gainsay_tests::{base::shipped, program::gainsay};

const CHECK: [&str; 4] = ["check", "--exit-zero", "--output-format", "json"];

/// A base, and a folder beside it for what is kept, both removed in the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cache-{name}"));
        fs::remove_dir_all(&folder).ok();
        copy(&shipped(), &folder.join("base"));
        Self(folder)
    }

    fn kept(&self) -> PathBuf {
        self.0.join("kept")
    }

    fn entries(&self) -> Vec<PathBuf> {
        let Ok(folder) = fs::read_dir(self.kept()) else { return Vec::new() };
        let paths = folder.map(|file| file.expect("an entry").path());
        paths.filter(|path| path.extension().is_none_or(|it| it != "answered")).collect()
    }

    /// Removes whole answers, so that the next run has to read what sources emitted.
    fn forget_answers(&self) {
        for file in fs::read_dir(self.kept()).into_iter().flatten().flatten() {
            if file.path().extension().is_some_and(|it| it == "answered") {
                fs::remove_file(file.path()).expect("it can be removed");
            }
        }
    }

    /// What `check` prints as JSON with these options.
    fn check(&self, options: &[&str]) -> Vec<u8> {
        self.run(&[&CHECK, options].concat())
    }

    fn run(&self, arguments: &[&str]) -> Vec<u8> {
        self.forget_answers();
        self.run_with_answers(arguments)
    }

    fn run_with_answers(&self, arguments: &[&str]) -> Vec<u8> {
        let mut command = gainsay(arguments);
        command.arg("--base").arg(self.0.join("base"));
        let output = command.env("GAINSAY_CACHE_DIR", self.kept()).output().expect("it starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        match path.is_dir() {
            true => copy(&path, &to),
            false => drop(fs::copy(&path, &to).expect("a copy")),
        }
    }
}

#[test]
fn the_same_is_printed_with_and_without_what_is_kept() {
    let scratch = Scratch::new("same");
    let without = scratch.check(&["--no-cache"]);
    assert!(scratch.entries().is_empty());
    scratch.check(&["--locked"]);
    assert!(scratch.entries().is_empty(), "a run that writes no file");
    assert_eq!(scratch.check(&[]), without, "the first run");
    let entries = scratch.entries();
    assert!(entries.len() > 10, "{entries:?}");
    assert_eq!(scratch.check(&[]), without, "the second run");
    assert_eq!(scratch.entries().len(), entries.len());

    for (index, entry) in entries.iter().enumerate() {
        let bytes = fs::read(entry).expect("an entry");
        fs::write(entry, &bytes[..bytes.len() - 1 - index]).expect("it can be cut off");
    }
    assert_eq!(scratch.check(&[]), without, "broken entries");
    fs::remove_dir_all(scratch.kept()).expect("they can be removed");
    fs::write(scratch.kept(), "in the way").expect("a file");
    assert_eq!(scratch.check(&[]), without, "no folder to keep anything in");
}

#[test]
fn sources_are_listed_as_they_fare_today() {
    let scratch = Scratch::new("listed");
    let listed = scratch.run(&["source", "list"]);
    assert!(String::from_utf8_lossy(&listed).contains("sha256"));
    assert!(scratch.entries().is_empty(), "what was kept says what was denied then");
}

#[test]
fn a_document_that_changed_is_read_again() {
    let scratch = Scratch::new("changed");
    let before = scratch.check(&[]);
    let entries = scratch.entries().len();
    let page = scratch.0.join("base/sources/pwc/2013-online-shopper.csv");
    let text = fs::read_to_string(&page).expect("the document");
    fs::write(&page, text.replace("18", "19")).expect("it can be changed");
    let changed = scratch.check(&[]);
    assert_ne!(changed, before);
    assert_eq!(changed, scratch.check(&["--no-cache"]));
    assert_eq!(scratch.entries().len(), entries + 1);
}

#[test]
fn runs_at_the_same_time_do_not_disturb_each_other() {
    let scratch = Scratch::new("at-once");
    let expected = scratch.check(&["--no-cache"]);
    let printed: Vec<_> = thread::scope(|scope| {
        let runs: Vec<_> =
            (0..4).map(|_| scope.spawn(|| scratch.run_with_answers(&CHECK))).collect();
        runs.into_iter().map(|run| run.join().expect("it ends")).collect()
    });
    assert!(printed.iter().all(|one| *one == expected));
}
