//! A small base of invented studies, and git around it.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use gainsay_tests::{
    program::gainsay,
    tree::{self, Tree},
};

const WORDS: &str = r#"
[universe.adults]
label = { en = "adults", fr = "adultes" }
[concept.bought]
label = { en = "bought", fr = "a acheté" }
[concept.sold]
label = { en = "sold", fr = "a vendu" }
"#;

/// Two studies of the same people and month that are ten points apart.
pub(super) fn contradicting() -> Tree {
    base(&[("fixture-a", "bought", "28 %"), ("fixture-b", "bought", "18 %")])
}

/// A base with one study of each source.
pub(super) fn base(studies: &[(&str, &str, &str)]) -> Tree {
    let mut files = Tree::new();
    let mut config = "[sources]\n".to_owned();
    for (source, concept, share) in studies {
        config += &format!("{source} = {{ plugin = \"transcript\" }}\n");
        files.insert(document(source), study(source, concept, share).into_bytes());
    }
    files.insert("gainsay.toml".to_owned(), config.into_bytes());
    files.insert("vocabulary/words.toml".to_owned(), WORDS.as_bytes().to_vec());
    files
}

/// Where the study of a source stands.
pub(super) fn document(source: &str) -> String {
    format!("sources/{source}/2013.toml")
}

/// A study that asked a thousand people.
pub(super) fn study(source: &str, concept: &str, share: &str) -> String {
    format!(
        "[study]\ntitle = \"Survey\"\npublisher = \"{source}\"\nregions = [\"FR\"]\n\
         universe = \"adults\"\nmode = [\"online\"]\nfieldwork = \"March 2013\"\nn = \"1000\"\n\n\
         [[finding]]\nid = \"one\"\nconcept = \"{concept}\"\nshare = \"{share}\"\n\
         mark = \"publisher\"\n"
    )
}

/// A folder of its own for the files of a base.
pub(super) fn folder(name: &str, files: &Tree) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small").join(name);
    tree::write(&folder, files);
    folder
}

/// Adds files to a base, or replaces them.
pub(super) fn add(base: &Path, files: &Tree) {
    for (name, content) in files {
        let path = base.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, content).expect("it is written");
    }
}

/// Runs git in a folder as somebody without settings of their own.
pub(super) fn git_command(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for variable in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"] {
        git.env_remove(variable);
    }
    for who in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{who}_NAME"), "Fixture");
        git.env(format!("GIT_{who}_EMAIL"), "fixture@example.org");
    }
    git
}

/// What git prints.
#[track_caller]
pub(super) fn git(folder: &Path, words: &[&str]) -> String {
    let output = git_command(folder).args(words).output().expect("git starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {told}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// A repository whose only commit holds these files in `data/base`.
pub(super) fn repository(name: &str, files: &Tree) -> PathBuf {
    let below = files.iter().map(|(name, text)| (format!("data/base/{name}"), text.clone()));
    let folder = folder(name, &below.collect());
    git(&folder, &["init", "-q", "-b", "main"]);
    commit(&folder);
    folder
}

/// Commits everything.
#[track_caller]
pub(super) fn commit(repository: &Path) {
    git(repository, &["add", "--all"]);
    git(repository, &["commit", "-q", "-m", "a change"]);
}

/// The program in a folder, with git at hand.
#[track_caller]
pub(super) fn run_in(folder: &Path, arguments: &[&str], code: i32) -> Output {
    let mut command = gainsay(arguments);
    let command = command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let command = command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.current_dir(folder).output().expect("the program starts");
    let shown = String::from_utf8_lossy(&output.stdout);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}\n{shown}");
    output
}

/// What it printed.
pub(super) fn shown(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// What it told beside.
pub(super) fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}
