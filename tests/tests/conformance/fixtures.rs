//! A plugin for each rule, and a base with documents for it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use gainsay_host::{Asked, Budget, RunOptions};
use gainsay_tests::base::product;

/// What breaks a rule.
pub(crate) enum Plugin {
    /// A file that is no plugin.
    Text,
    /// The plugin in Rust with a fault.
    Rust(&'static str),
    /// The plugin in C with a fault.
    C(&'static str),
    /// The plugin in C without a fault, linked with something else.
    Linked(&'static [&'static str]),
    /// The good plugin in Rust, with a document that it cannot read.
    Document,
    /// The plugin in C with a fault, compared with the one without.
    Later(&'static str),
}

/// Every rule, in their order, and what breaks it.
pub(crate) const FIXTURES: &[(&str, Plugin)] = &[
    ("unreadable-library", Plugin::Text),
    ("other-schema", Plugin::C("OTHER_SCHEMA")),
    ("extra-export", Plugin::C("EXTRA_EXPORT")),
    ("foreign-library", Plugin::Linked(&["-Wl,--no-as-needed", "-l:libresolv.so.2"])),
    ("extra-constructor", Plugin::C("CONSTRUCTOR")),
    ("unloadable-library", Plugin::C("UNBOUND")),
    ("foreign-interface", Plugin::C("WRONG_MAJOR")),
    ("manifest-mismatch", Plugin::C("WRONG_MANIFEST")),
    ("fails-under-sandbox", Plugin::Rust("needs a file")),
    ("writes-to-stdout", Plugin::Rust("chat")),
    ("leftover-thread", Plugin::Rust("thread")),
    ("slow-source", Plugin::Rust("slow")),
    ("memory-hungry", Plugin::Rust("greedy")),
    ("accepts-unknown-setting", Plugin::Rust("accept settings")),
    ("breaks-on-bad-settings", Plugin::Rust("panic on settings")),
    ("breaks-on-bad-documents", Plugin::Rust("fragile")),
    ("unknown-operation", Plugin::C("ANSWERS_ALL")),
    ("ignored-stop", Plugin::Rust("deaf")),
    ("one-time-source", Plugin::Rust("once")),
    ("time-zone-dependence", Plugin::Rust("time zone")),
    ("locale-dependence", Plugin::Rust("locale")),
    ("folder-dependence", Plugin::Rust("folder")),
    ("unstable-output", Plugin::Rust("unstable")),
    ("batch-dependence", Plugin::Rust("counts documents")),
    ("refused-document", Plugin::Document),
    ("refused-record", Plugin::Rust("place outside")),
    ("repeated-id", Plugin::Rust("duplicate claim")),
    ("stray-id", Plugin::Rust("foreign id")),
    ("lost-id", Plugin::Later("OTHER_ID")),
];

impl Plugin {
    /// Its library, and how it is examined.
    pub(crate) fn prepared(&self, name: &str) -> (PathBuf, Asked) {
        let in_rust = |fault| {
            let base = base(name, "faulty", Some(fault));
            (rust_plugin().to_owned(), asked(Some(base)))
        };
        let in_c = |library| (library, asked(Some(base(name, "fixture-c", None))));
        match self {
            Self::Text => (Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"), asked(None)),
            Self::Rust(fault) => in_rust(fault),
            Self::C(fault) => in_c(c_plugin(fault)),
            Self::Linked(with) => in_c(compiled("linked", "NONE", with)),
            Self::Document => {
                let (library, asked) = in_rust("none");
                let base = asked.base.as_ref().expect("it was just made");
                let document = base.join("sources/faulty/two.txt");
                fs::write(document, "nobody likes it\n").expect("a file");
                (library, asked)
            }
            Self::Later(fault) => {
                let (library, asked) = in_c(c_plugin(fault));
                (library, Asked { against: Some(c_plugin("NONE")), ..asked })
            }
        }
    }
}

/// How plugins are examined, on a base or without any.
pub(crate) fn asked(base: Option<PathBuf>) -> Asked {
    Asked {
        base,
        plugins: None,
        skips: BTreeMap::new(),
        against: None,
        budget: Budget { time: Duration::from_millis(250), memory: 80 << 20 },
        run: RunOptions {
            worker_exe: Some(product().program("gainsay").to_owned()),
            ..RunOptions::default()
        },
    }
}

pub(crate) fn rust_plugin() -> &'static Path {
    product().library("gainsay-faulty")
}

/// A fresh base with one source: two documents for the plugin in Rust, one for the other,
/// which reads no more.
pub(crate) fn base(name: &str, source: &str, fault: Option<&str>) -> PathBuf {
    const WORDS: &str = "[concept.likes-it]\nlabel = { en = \"likes it\", fr = \"l'aime\" }\n";
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance").join(name);
    fs::remove_dir_all(&folder).ok();
    let documents = folder.join("sources").join(source);
    for folder in [&documents, &folder.join("vocabulary")] {
        fs::create_dir_all(folder).expect("a folder to write to");
    }
    let settings = fault.map(|fault| format!("settings = {{ fault = \"{fault}\" }}"));
    let config = format!("[sources]\n{source} = {{ {} }}\n", settings.unwrap_or_default());
    fs::write(folder.join("gainsay.toml"), config).expect("a file");
    fs::write(folder.join("vocabulary/words.toml"), WORDS).expect("a file");
    let names: &[&str] = if fault.is_some() { &["one.txt", "two.txt"] } else { &["one.txt"] };
    for name in names {
        fs::write(documents.join(name), "12% like it\n70% like it\n").expect("a file");
    }
    folder
}

/// The plugin in C with a fault, compiled once.
pub(crate) fn c_plugin(fault: &str) -> PathBuf {
    compiled(fault, fault, &[])
}

fn compiled(name: &str, fault: &str, with: &[&str]) -> PathBuf {
    static COMPILED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("conformance-{name}.so"));
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    if compiled.insert(name.to_owned()) {
        let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
        let done = Command::new("cc")
            .args(["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-pthread"])
            .arg(format!("-DFAULT={fault}"))
            .arg("-I")
            .arg(tests.join("../crates/gainsay-plugin/include"))
            .arg("-o")
            .arg(&library)
            .arg(tests.join("c-plugin/plugin.c"))
            .args(with)
            .output()
            .expect("a C compiler, as Rust needs one to link");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    library
}
