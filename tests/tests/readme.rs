//! README.md and README.fr.md show what the program does.
//!
//! Every line `$ gainsay ...` of a `console` block is run in the root of the
//! repository; what follows it must be what it prints. A line `...` stands for
//! any number of lines.

use std::{
    fs,
    path::{Path, PathBuf},
};

use gainsay_tests::{
    base::shipped,
    program::{gainsay, json_on_base},
};

/// The two commands that a newcomer needs.
const SETUP: [&str; 2] =
    ["cargo run --release -- check --base data/brands-on-social-media", "cargo test --workspace"];

#[test]
fn commands_print_what_the_readmes_show() {
    for name in ["README.md", "README.fr.md"] {
        let examples = examples(&text(name));
        assert!(examples.len() >= 6, "{name} shows {} commands", examples.len());
        for Example { command, expected } in examples {
            let printed = printed(&command);
            assert!(
                is_shown(&lines(&expected), &lines(&printed)),
                "{name}: {command}\n--- shown\n{expected}\n--- printed\n{printed}"
            );
        }
    }
}

#[test]
fn a_wildcard_stands_for_lines_and_nothing_else_does() {
    let shows = |expected: &str| is_shown(&lines(expected), &["a", "b", "c"]);
    for expected in
        ["a\nb\nc", "...", "a\n...", "...\nc", "a\n...\nc", "...\nb\n...", "a\nb\nc\n..."]
    {
        assert!(shows(expected), "{expected}");
    }
    for expected in ["a", "a\nc", "b\n...", "...\nb", "a\nb\nc\nd", "...\nd\n...", ""] {
        assert!(!shows(expected), "{expected}");
    }
}

#[test]
fn both_readmes_show_the_same_commands() {
    let commands = |name: &str| -> Vec<String> {
        examples(&text(name)).into_iter().map(|example| example.command).collect()
    };
    let in_french = |command: &String| format!("{command} --lang fr");
    let english = commands("README.md");
    assert_eq!(commands("README.fr.md"), english.iter().map(in_french).collect::<Vec<_>>());
    assert_eq!(shell_lines("README.fr.md"), shell_lines("README.md"));
}

#[test]
fn the_two_commands_to_begin_with_are_those_that_are_checked() {
    assert_eq!(shell_lines("README.md")[..2], SETUP);
    let checks = text(".ci/run");
    assert!(checks.lines().any(|line| line.starts_with(SETUP[1])), "{checks}");
    let (_, arguments) = SETUP[0].split_once(" -- ").expect("it passes arguments on");
    let output = in_root(&words(arguments));
    // The README says so, and why.
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("error[diverging-shares]"));
}

#[test]
fn numbers_in_the_prose_are_those_of_the_summary() {
    let counts = &json_on_base(&shipped(), &["check"], 1)["counts"];
    let [sources, studies, claims] = ["sources", "studies", "claims"].map(|name| &counts[name]);
    let english = text("README.md");
    assert!(prose(&english).contains(&format!("the figures of {studies} studies ")));
    assert!(english.contains(&format!("\n{sources} sources, {studies} studies, {claims} claims,")));
    let french = text("README.fr.md");
    assert!(prose(&french).contains(&format!("les chiffres de {studies}\u{a0}études ")));
    assert!(
        french.contains(&format!("\n{sources} sources, {studies} études, {claims} affirmations,"))
    );
}

#[test]
fn links_lead_to_files() {
    for (name, other) in [("README.md", "README.fr.md"), ("README.fr.md", "README.md")] {
        let text = text(name);
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let links: Vec<_> = links.filter(|link| !link.contains("://")).collect();
        assert!(links.contains(&other), "{name} leads to {links:?}");
        for link in links {
            let path = link.split('#').next().unwrap_or_default();
            assert!(root().join(path).exists(), "{name} leads to {link}");
        }
    }
}

#[test]
fn the_french_readme_keeps_its_punctuation_together() {
    let text = text("README.fr.md");
    for line in prose(&text).lines() {
        let outside_code = line.split('`').step_by(2).collect::<String>();
        for broken in ["« ", " »", " :", " ;", " ?", " !", " %"] {
            assert!(!outside_code.contains(broken), "{line}");
        }
    }
}

struct Example {
    command: String,
    expected: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The blocks of a kind, without their fences.
fn blocks<'a>(text: &'a str, kind: &str) -> Vec<&'a str> {
    let fence = format!("\n```{kind}\n");
    let rest = text.split(fence.as_str()).skip(1);
    rest.map(|rest| rest.split("```").next().unwrap_or_default()).collect()
}

/// What stands outside of blocks.
fn prose(text: &str) -> String {
    text.split("\n```").step_by(2).collect()
}

fn examples(text: &str) -> Vec<Example> {
    let commands = blocks(text, "console").into_iter().flat_map(|block| {
        assert!(block.starts_with("$ gainsay "), "{block}");
        format!("\n{block}").split("\n$ ").skip(1).map(str::to_owned).collect::<Vec<_>>()
    });
    let example = |text: String| {
        let (command, expected) = text.split_once('\n').expect("a command is a line");
        Example { command: command.to_owned(), expected: expected.to_owned() }
    };
    commands.map(example).collect()
}

/// The commands of the shell blocks, without remarks.
fn shell_lines(name: &str) -> Vec<String> {
    let text = text(name);
    let lines = blocks(&text, "sh").into_iter().flat_map(str::lines);
    lines.filter_map(|line| Some(line.split(" # ").next()?.trim_end().to_owned())).collect()
}

/// The words of a command, as a shell splits them.
fn words(command: &str) -> Vec<String> {
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

fn printed(command: &str) -> String {
    let words = words(command.strip_prefix("gainsay ").expect("it calls the program"));
    let output = in_root(&words);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{command}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

fn in_root(words: &[String]) -> std::process::Output {
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    gainsay(&words).current_dir(root()).output().expect("the program starts")
}

fn lines(text: &str) -> Vec<&str> {
    text.trim_end().lines().map(str::trim_end).collect()
}

/// Whether lines are those that are expected, `...` being any number of them.
fn is_shown(expected: &[&str], lines: &[&str]) -> bool {
    match expected.split_first() {
        None => lines.is_empty(),
        Some((&"...", rest)) => (0..=lines.len()).any(|skip| is_shown(rest, &lines[skip..])),
        Some((first, rest)) => lines.first() == Some(first) && is_shown(rest, &lines[1..]),
    }
}
