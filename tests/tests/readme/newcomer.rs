//! The page for newcomers, followed in an empty folder and timed: it leads to a contradiction
//! with a publisher that nobody foresaw, in few commands and few lines.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use gainsay_tests::program::{gainsay, json_on_base};

use super::page::{Page, Step, is_shown, lines, root, words};

const PAGE: &str = "docs/newcomer.md";

/// A newcomer who needs more goes away.
const MOST_COMMANDS: usize = 9;
/// Lines of a plugin and of the document that it reads.
const MOST_LINES: usize = 60;
/// All commands of gainsay together: some seconds on a slow machine that has other work.
const MOST_WAITING: Duration = Duration::from_secs(60);
/// One build, with all that it depends on.
const MOST_BUILDING: Duration = Duration::from_secs(20 * 60);

/// An empty folder outside of this workspace, beside a checkout; removed when dropped.
struct Empty(PathBuf);

impl Empty {
    fn new() -> Self {
        let around = std::env::temp_dir().join(format!("gainsay-newcomer-{}", std::process::id()));
        fs::create_dir_all(around.join("base")).expect("a folder to write to");
        std::os::unix::fs::symlink(root(), around.join("gainsay")).expect("a link");
        Self(around)
    }

    fn base(&self) -> PathBuf {
        self.0.join("base")
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.base().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder to write to");
        fs::write(path, text).expect("the file is written");
    }

    /// What a command prints, and how long it takes.
    fn run(&self, command: &str) -> (String, Duration) {
        let words = words(command);
        let arguments: Vec<&str> = words[1..].iter().map(String::as_str).collect();
        let mut call = match words[0].as_str() {
            "gainsay" => gainsay(&arguments),
            "cargo" => cargo(&self.base(), &arguments),
            other => panic!("a newcomer does not call `{other}`"),
        };
        let start = Instant::now();
        let output = call.current_dir(self.base()).output().expect("the program starts");
        let taken = start.elapsed();
        // A contradiction ends with 1.
        let is_well = matches!(output.status.code(), Some(0 | 1));
        assert!(is_well, "{command}: {}", String::from_utf8_lossy(&output.stderr));
        (String::from_utf8(output.stdout).expect("UTF-8"), taken)
    }
}

impl Drop for Empty {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// Cargo without a network, which finds the versions that this workspace is built with. What
/// it built before it need not build again.
fn cargo(base: &Path, arguments: &[&str]) -> Command {
    fs::copy(root().join("Cargo.lock"), base.join("example-east/Cargo.lock")).expect("a copy");
    let mut command = Command::new(env!("CARGO"));
    // Shared with the other tests that build outside of this workspace.
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).join("apart");
    command.args(arguments).args(["--offline", "--config", "profile.dev.debug = false"]);
    command.env_remove("CARGO_TARGET_DIR").env("CARGO_BUILD_BUILD_DIR", built);
    command
}

#[test]
fn nothing_becomes_a_contradiction_in_few_commands() {
    let page = Page::read(PAGE);
    let empty = Empty::new();
    let (mut waiting, mut building) = (Duration::ZERO, Duration::ZERO);
    let (mut commands, mut own_lines) = (0, 0);
    for step in page.steps() {
        let (command, expected) = match step {
            Step::Write { name, text } => {
                if name.contains("example-east/") {
                    own_lines += text.lines().count();
                }
                empty.write(&name, &text);
                continue;
            }
            Step::Run { command, expected } => (command, expected),
        };
        let (printed, taken) = empty.run(&command);
        tell(&format!("{:7.2} s  {command}", taken.as_secs_f64()));
        assert!(
            is_shown(&lines(&expected), &lines(&printed)),
            "{command}\n--- shown\n{expected}\n--- printed\n{printed}"
        );
        commands += 1;
        match command.starts_with("cargo") {
            true => building += taken,
            false => waiting += taken,
        }
    }
    tell(&format!("{commands} commands, {own_lines} lines of a plugin and its document"));
    assert!(commands <= MOST_COMMANDS, "{commands} commands");
    assert!(0 < own_lines && own_lines < MOST_LINES, "{own_lines} lines");
    assert!(waiting < MOST_WAITING, "{waiting:?}");
    assert!(Duration::ZERO < building && building < MOST_BUILDING, "{building:?}");
    assert_contradicted(&empty.base());
}

/// The new publishers stand in one contradiction.
fn assert_contradicted(base: &Path) {
    let plugins = base.join("plugins");
    let plugins = plugins.to_str().expect("a path in UTF-8");
    let json = json_on_base(base, &["check", "--plugin-dir", plugins], 1);
    let found = json["diagnostics"].as_array().expect("a list");
    assert_eq!((found.len(), &found[0]["rule"]), (1, &"diverging-shares".into()));
    let labels = found[0]["labels"].as_array().expect("a list").iter();
    let paths: BTreeSet<_> = labels.filter_map(|one| one["at"]["path"].as_str()).collect();
    let documents =
        ["example-east/2026-summer.txt", "example-north/study.toml", "example-south/study.toml"];
    assert!(
        documents.iter().all(|name| paths.contains(format!("sources/{name}").as_str())),
        "{paths:?}"
    );
}

/// Times are of interest, whatever they are.
#[expect(clippy::print_stderr, reason = "a test that measures says what it measured")]
fn tell(words: &str) {
    eprintln!("{words}");
}
