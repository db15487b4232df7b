//! Pages that show what commands print, and the running of what they show.

use std::{
    fs,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use gainsay_tests::{program::gainsay, tree};

/// A page of the repository: its name from the root, and its text.
pub(crate) struct Page {
    pub(crate) name: &'static str,
    pub(crate) text: String,
}

/// What a page asks its reader to do.
pub(crate) enum Step {
    /// Write a file: a block with a kind and a name.
    Write { name: String, text: String },
    /// Run a command: what it prints is shown.
    Run { command: String, expected: String },
}

/// Programs that a page may call.
const PROGRAMS: [&str; 2] = ["gainsay", "pandoc"];

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

impl Page {
    pub(crate) fn read(name: &'static str) -> Self {
        let text = fs::read_to_string(root().join(name));
        Self { name, text: text.unwrap_or_else(|error| panic!("{name}: {error}")) }
    }

    /// What stands outside of blocks.
    pub(crate) fn prose(&self) -> String {
        self.text.split("\n```").step_by(2).collect()
    }

    /// What follows the opening fence of each block, and its lines.
    fn blocks(&self) -> impl Iterator<Item = (&str, &str)> {
        let blocks = self.text.split("\n```").skip(1).step_by(2);
        blocks.map(|block| block.split_once('\n').unwrap_or((block, "")))
    }

    /// What the page asks to do, in this order.
    pub(crate) fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        for (kind, lines) in self.blocks() {
            match kind.split_once(' ') {
                Some((_, name)) => {
                    steps.push(Step::Write { name: name.to_owned(), text: format!("{lines}\n") })
                }
                None if kind == "console" => {
                    assert!(lines.starts_with("$ "), "{lines}");
                    steps.extend(format!("\n{lines}").split("\n$ ").skip(1).map(run));
                }
                None => {}
            }
        }
        steps
    }

    pub(crate) fn commands(&self) -> Vec<String> {
        let command = |step| match step {
            Step::Run { command, .. } => Some(command),
            Step::Write { .. } => None,
        };
        self.steps().into_iter().filter_map(command).collect()
    }

    /// The commands of the shell blocks, without remarks.
    pub(crate) fn shell_lines(&self) -> Vec<String> {
        let lines = self.blocks().filter(|(kind, _)| *kind == "sh");
        let lines = lines.flat_map(|(_, lines)| lines.lines());
        lines.filter_map(|line| Some(line.split(" # ").next()?.trim_end().to_owned())).collect()
    }
}

fn run(text: &str) -> Step {
    let (command, expected) = text.split_once('\n').unwrap_or((text, ""));
    Step::Run { command: command.to_owned(), expected: expected.to_owned() }
}

/// A folder where a page is followed: it holds the bases as the repository does.
pub(crate) struct Desk {
    folder: PathBuf,
    environment: Vec<(String, String)>,
}

impl Desk {
    /// A folder for a page, with the variables that its shell blocks set.
    pub(crate) fn of(page: &Page) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages").join(page.name);
        tree::write(&folder.join("data"), &tree::read(&root().join("data"), &[]));
        let lines = page.shell_lines();
        let set = lines.iter().filter_map(|line| line.strip_prefix("export ")?.split_once('='));
        let environment = set.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { folder, environment }
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).expect("the file is written");
    }

    /// What a command prints; nothing if it writes into a file (`> FILE`). `None` where
    /// its program is not installed.
    pub(crate) fn run(&self, command: &str) -> Option<String> {
        let (call, file) = match command.split_once(" > ") {
            Some((call, file)) => (call, Some(file)),
            None => (command, None),
        };
        let output = self.output(&words(call))?;
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{command}");
        if let Some(file) = file {
            fs::write(self.folder.join(file), output.stdout).expect("the file is written");
            return Some(String::new());
        }
        Some(String::from_utf8(output.stdout).expect("UTF-8"))
    }

    fn output(&self, words: &[String]) -> Option<Output> {
        let (program, arguments) = words.split_first().expect("a command has a program");
        assert!(PROGRAMS.contains(&program.as_str()), "a page does not call `{program}`");
        let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
        let mut command = if program == "gainsay" {
            gainsay(&arguments)
        } else {
            let mut command = Command::new(program);
            command.args(arguments);
            command
        };
        let environment = self.environment.iter().map(|(name, value)| (name, value));
        match command.current_dir(&self.folder).envs(environment).output() {
            Err(error) if error.kind() == ErrorKind::NotFound && program != "gainsay" => None,
            output => Some(output.expect("the program starts")),
        }
    }
}

/// The words of a command, as a shell splits them.
pub(crate) fn words(command: &str) -> Vec<String> {
    let (mut words, mut quote) = (vec![String::new()], None);
    for char in command.chars() {
        match (char, quote) {
            ('"' | '\'', None) => quote = Some(char),
            (_, Some(open)) if open == char => quote = None,
            (' ', None) => words.push(String::new()),
            _ => words.last_mut().expect("there is one").push(char),
        }
    }
    words
}

/// Lines without what a page does not show: blanks at their ends, empty ones at the end.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    text.trim_end().lines().map(str::trim_end).collect()
}

/// Whether lines are those that are expected, `...` being any number of them.
pub(crate) fn is_shown(expected: &[&str], lines: &[&str]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((&"...", rest)) => (0..=lines.len()).any(|skip| is_shown(rest, &lines[skip..])),
        Some((first, rest)) => lines.first() == Some(first) && is_shown(rest, &lines[1..]),
    }
}
