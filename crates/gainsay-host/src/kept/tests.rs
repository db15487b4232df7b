use std::{
    fs,
    path::Path,
    thread::sleep,
    time::{Duration, SystemTime},
};

use gainsay_claims::{document::Document, evidence::SourceState};

use super::*;
use crate::{
    SandboxReport,
    cache::{Seen, seen},
    config::Config,
    scratch::Scratch,
};

/// A base without sources, and a folder for answers.
struct Small(Scratch);

impl Small {
    fn new() -> Self {
        let small = Self(Scratch::new().expect("a folder"));
        small.write("gainsay.toml", "[sources]\n");
        small.write("vocabulary/words.toml", "");
        small.write("draft.md", "18 %");
        // A program that was built just now may be another one in a moment.
        let program = std::env::current_exe().expect("tests are a program");
        while !seen(&program).as_ref().is_some_and(Seen::is_settled) {
            sleep(Duration::from_millis(100));
        }
        small
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join("base").join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("it can be made");
        fs::write(path, text).expect("it can be written");
    }

    fn question(&self) -> Question {
        Question {
            folder: self.0.path().join("kept"),
            base: self.path(""),
            plugins: None,
            files: vec![self.path("draft.md")],
            words: ["check".into()].into(),
            day: "2026-11-23".to_owned(),
        }
    }

    fn open(&self) -> Open {
        match self.question().ask() {
            Known::Open(open) => *open,
            Known::Kept(answer) => panic!("{answer:?}"),
        }
    }

    fn keep(&self) {
        self.open().keep(&answer(), &EvidenceBase::default());
        assert!(self.is_kept());
    }

    fn is_kept(&self) -> bool {
        is_kept(self.question())
    }

    /// The only entry.
    fn entry(&self) -> PathBuf {
        let entries = fs::read_dir(self.question().folder).expect("a folder");
        let mut paths = entries.map(|entry| entry.expect("an entry").path());
        paths.find(|path| path.extension().is_some_and(|it| it == KEPT)).expect("an answer")
    }
}

fn answer() -> Answer {
    Answer { text: "one\ntwo é\n".to_owned(), exit: 1 }
}

fn is_kept(question: Question) -> bool {
    match question.ask() {
        Known::Kept(kept) => {
            assert_eq!(kept, answer());
            true
        }
        Known::Open(_) => false,
    }
}

#[test]
#[cfg(unix)]
fn an_answer_is_kept_until_a_file_changes() {
    type Change = fn(&Small);
    let changes: [(&str, Change); 12] = [
        ("configuration", |small| small.write("gainsay.toml", "[sources] # \n")),
        ("hidden configuration", |small| small.write(".gainsay.toml", "")),
        ("word", |small| small.write("vocabulary/words.toml", "[")),
        ("new word", |small| small.write("vocabulary/a.toml", "")),
        ("lost word", |small| {
            fs::remove_file(small.path("vocabulary/words.toml")).expect("it is there");
        }),
        ("verdict", |small| small.write("verdicts/a.toml", "")),
        ("lock", |small| small.write("gainsay.lock", "")),
        ("references", |small| small.write("references.bib", "")),
        ("draft", |small| small.write("draft.md", "19 %")),
        ("lost draft", |small| fs::remove_file(small.path("draft.md")).expect("it is there")),
        ("draft is a folder", |small| {
            fs::remove_file(small.path("draft.md")).expect("it is there");
            fs::create_dir(small.path("draft.md")).expect("a folder");
        }),
        ("link that leads nowhere", |small| {
            let link = small.path("references.json");
            std::os::unix::fs::symlink(small.path("gone"), link).expect("a link");
        }),
    ];
    for (what, change) in changes {
        let small = Small::new();
        small.keep();
        change(&small);
        assert!(!small.is_kept(), "{what}");
    }
}

#[test]
#[cfg(unix)]
fn another_question_has_no_answer_yet() {
    let small = Small::new();
    small.keep();
    let other = small.path("other");
    fs::create_dir_all(&other).expect("a folder");
    for (what, question) in [
        ("day", Question { day: "2026-11-24".to_owned(), ..small.question() }),
        ("words", Question { words: ["chec".into(), "k".into()].into(), ..small.question() }),
        ("no words", Question { words: Vec::new(), ..small.question() }),
        ("plugins", Question { plugins: Some(other.clone()), ..small.question() }),
        ("files", Question { files: Vec::new(), ..small.question() }),
        ("base", Question { base: other, ..small.question() }),
    ] {
        assert!(!is_kept(question), "{what}");
    }
    assert!(small.is_kept());
}

#[test]
#[cfg(unix)]
fn what_is_not_read_and_how_files_look_changes_nothing() {
    let small = Small::new();
    small.keep();
    small.write("vocabulary/README.md", "read by people");
    small.write("vocabulary/.words.toml.swp", "");
    let file = fs::File::options().write(true).open(small.path("draft.md")).expect("a file");
    file.set_modified(SystemTime::now() - Duration::from_secs(60)).expect("its time");
    assert!(small.is_kept());
    // Once the clock went on, how the files look tells enough.
    let young = fs::read(small.entry()).expect("an entry");
    sleep(Duration::from_millis(2_100));
    assert!(small.is_kept());
    let settled = fs::read(small.entry()).expect("an entry");
    assert_ne!(settled, young);
    assert!(small.is_kept());
    assert_eq!(fs::read(small.entry()).expect("an entry"), settled);
    small.write("draft.md", "81 %");
    assert!(!small.is_kept());
}

#[test]
#[cfg(unix)]
fn a_broken_entry_is_none() {
    let small = Small::new();
    small.keep();
    let entry = small.entry();
    let whole = fs::read(&entry).expect("an entry");
    for at in (0..whole.len()).step_by(whole.len() / 40) {
        fs::write(&entry, &whole[..at]).expect("it can be cut off");
        assert!(!small.is_kept(), "cut off at {at}");
        let mut changed = whole.clone();
        changed[at] ^= 1;
        fs::write(&entry, changed).expect("it can be changed");
        assert!(!small.is_kept(), "changed at {at}");
    }
    fs::write(&entry, crate::cache::seal::close(b"another program's")).expect("it can be changed");
    assert!(!small.is_kept(), "sealed, and of another form");
    fs::write(&entry, &whole).expect("it can be mended");
    assert!(small.is_kept());

    let other = Question { words: ["other".into()].into(), ..small.question() };
    let name = hex(&other.name());
    fs::rename(&entry, entry.with_file_name(name).with_extension(KEPT)).expect("another name");
    assert!(!is_kept(other), "the answer to another question");
}

#[test]
#[cfg(unix)]
fn what_changed_while_it_was_read_is_not_kept() {
    let small = Small::new();
    let open = small.open();
    small.write("vocabulary/words.toml", "# another\n");
    open.keep(&answer(), &EvidenceBase::default());
    assert!(!small.is_kept());
    let open = small.open();
    small.write("vocabulary/new.toml", "");
    open.keep(&answer(), &EvidenceBase::default());
    assert!(!small.is_kept());
}

#[test]
#[cfg(unix)]
fn only_what_would_be_found_again_is_kept() {
    let small = Small::new();
    let is_kept_of = |sandbox: Option<SandboxReport>, finished| {
        let source = SourceState { finished, sandbox, ..SourceState::default() };
        let base =
            EvidenceBase { sources: [("a".to_owned(), source)].into(), ..EvidenceBase::default() };
        small.open().keep(&answer(), &base);
        small.is_kept()
    };
    let confined = SandboxReport { reading: true, network: true, ..SandboxReport::default() };
    assert!(!is_kept_of(None, true), "in no process of its own");
    assert!(!is_kept_of(Some(SandboxReport { reading: false, ..confined }), true));
    assert!(!is_kept_of(Some(SandboxReport { network: false, ..confined }), true));
    assert!(!is_kept_of(Some(SandboxReport { executable: true, ..confined }), true));
    assert!(!is_kept_of(Some(confined), false), "it did not finish");

    let mut base = EvidenceBase::default();
    base.documents.insert("elsewhere.md".to_owned(), Document::text("elsewhere.md", ""));
    small.open().keep(&answer(), &base);
    assert!(!small.is_kept(), "a file that is not looked at");
    assert!(is_kept_of(Some(confined), true));
}

#[test]
#[cfg(unix)]
fn a_folder_that_cannot_be_written_is_no_fault() {
    let small = Small::new();
    fs::write(small.question().folder, "in the way").expect("a file");
    small.open().keep(&answer(), &EvidenceBase::default());
    assert!(!small.is_kept());
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_elsewhere_is_another_file() {
    let small = Small::new();
    let link = small.path("vocabulary/link.toml");
    let outside = small.0.path().join("outside.toml");
    fs::write(&outside, "").expect("a file");
    std::os::unix::fs::symlink(small.path("vocabulary/words.toml"), &link).expect("a link");
    small.keep();
    fs::remove_file(&link).expect("a link");
    std::os::unix::fs::symlink(&outside, &link).expect("a link");
    assert!(!small.is_kept(), "the same bytes, out of the base");
}

#[test]
fn a_plugin_that_is_missing_leaves_nothing_to_keep() {
    let config = Config::read("gainsay.toml", "[sources]\nno-such-plugin = {}\n");
    let config = config.expect("it is valid");
    assert_eq!(files::code_read(&config, Some(Path::new("/"))), None);
}
