//! The corpus of drafts, and how well the checker does on it.

mod annotation;
mod page;
mod passages;
mod proposals;
mod score;

use std::{
    fs,
    path::{Path, PathBuf},
    thread,
};

use gainsay_draft::{Checker, Format};
use gainsay_host::Loaded;
use gainsay_judge::judge;

use annotation::Annotation;
pub use page::page;
pub use passages::measure_passages;
pub use proposals::Proposals;
pub use score::Score;
use score::Tally;

/// A part of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// The one that may be read while the checker is written.
    Tuning,
    /// The one of which nobody is to see more than the counts.
    HeldOut,
}

impl Half {
    /// Both halves.
    pub const ALL: [Self; 2] = [Self::Tuning, Self::HeldOut];

    /// The name of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tuning => "tuning",
            Self::HeldOut => "held-out",
        }
    }

    /// Its drafts, in order of name.
    ///
    /// # Panics
    /// When they cannot be listed.
    pub fn drafts(self) -> Vec<PathBuf> {
        drafts(&self.folder())
    }

    fn folder(self) -> PathBuf {
        root().join("crates/gainsay-draft/corpus").join(self.name())
    }

    /// What the README of one of its folders says of how it was made.
    ///
    /// # Panics
    /// When there is none.
    fn readme(self, folder: &str) -> String {
        fs::read_to_string(self.folder().join(folder).join("README.md"))
            .expect("a half says how it was made")
    }
}

/// The annotated drafts of a folder, in order of name.
fn drafts(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("the corpus");
    let mut paths: Vec<PathBuf> = files
        .map(|file| file.expect("a file").path())
        .filter(|path| {
            let extension = path.extension().and_then(|one| one.to_str()).unwrap_or_default();
            ["md", "tex", "html", "txt"].contains(&extension)
                && path.with_extension("toml").exists()
        })
        .collect();
    paths.sort();
    paths
}

/// The annotation of a draft: the settled one where readers differed, else the first.
fn annotation_of(draft: &Path) -> PathBuf {
    let first = draft.with_extension("toml");
    let settled = first.file_name().map(|name| draft.with_file_name("settled").join(name));
    settled.filter(|settled| settled.exists()).unwrap_or(first)
}

/// Where the published record stands.
pub fn published() -> PathBuf {
    root().join("docs/drafts.md")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Measures both halves at once, in the order of [`Half::ALL`].
///
/// # Panics
/// When the corpus cannot be read.
pub fn measure_all(loaded: &Loaded) -> [Score; 2] {
    thread::scope(|scope| {
        let running = Half::ALL.map(|half| scope.spawn(move || measure(loaded, half, "", false)));
        running.map(|one| one.join().expect("the half can be measured"))
    })
}

/// How a second reader of held-out drafts agrees with the first, as if the second were the
/// checker, on the drafts that both read.
///
/// # Panics
/// When the corpus cannot be read.
fn agreement() -> Tally {
    let mut tally = Tally::default();
    for path in Half::HeldOut.drafts() {
        let text = fs::read_to_string(&path).expect("a draft");
        let name = path.with_extension("toml").file_name().expect("a file").to_owned();
        let second = Half::HeldOut.folder().join("second").join(name);
        if !second.exists() {
            continue;
        }
        let second = Annotation::read(&second);
        let first = Annotation::read(&path.with_extension("toml"));
        tally.add_reader(&first.expected(&text), &second.expected(&text));
    }
    tally
}

/// Holds the drafts of a half whose names begin so against their annotations. Prints each
/// difference if it `tells`, which is only for the tuning half.
///
/// # Panics
/// When the corpus cannot be read.
pub fn measure(loaded: &Loaded, half: Half, prefix: &str, tells: bool) -> Score {
    measure_folder(loaded, &half.folder(), prefix, tells && half == Half::Tuning)
}

/// The same of the drafts of any folder.
///
/// # Panics
/// When it cannot be read.
pub fn measure_folder(loaded: &Loaded, folder: &Path, prefix: &str, tells: bool) -> Score {
    let base = &loaded.base;
    let (judgement, checker) = (judge(base), Checker::new(base));
    let mut score = Score::default();
    for path in drafts(folder) {
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        if !name.starts_with(prefix) {
            continue;
        }
        let annotation = Annotation::read(&annotation_of(&path));
        let text = fs::read_to_string(&path).expect("a draft");
        let draft = gainsay_draft::read(&name, &text, Format::of(&name));
        let checked = checker.check(&draft, base, &judgement, &|_| None);
        score.add(&name, &draft, &checked, &annotation, tells);
    }
    score
}
