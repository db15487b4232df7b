//! README.md, README.fr.md and the pages in `docs` show what the program does.
//!
//! Each page is followed in a folder of its own, which holds the bases. A block whose fence
//! names a file is written there. Every line `$ ...` of a `console` block is run; what
//! follows it must be what it prints. A line `...` stands for any number of lines.

#[cfg(target_os = "linux")]
#[path = "readme/newcomer.rs"]
mod newcomer;
#[path = "readme/page.rs"]
mod page;

use gainsay_tests::{
    base::shipped,
    program::{gainsay, json_on_base},
};
use page::{Desk, Page, Step, is_shown, lines, root, words};

const ENGLISH: &str = "README.md";
const FRENCH: &str = "README.fr.md";

/// The two commands that a newcomer needs.
const SETUP: [&str; 2] =
    ["cargo run --release -- check --base data/brands-on-social-media", "cargo test --workspace"];

/// Pages, and how many commands each shows at least.
const PAGES: [(&str, usize); 5] = [
    (ENGLISH, 15),
    (FRENCH, 15),
    ("docs/drafts-format.md", 2),
    ("docs/sources.md", 2),
    ("docs/claims-table.md", 1),
];

#[test]
fn commands_print_what_the_pages_show() {
    for (name, least) in PAGES {
        let page = Page::read(name);
        let count = page.commands().len();
        assert!(count >= least, "{name} shows {count} commands");
        let desk = Desk::of(&page);
        for step in page.steps() {
            follow(&desk, name, step);
        }
    }
}

#[track_caller]
fn follow(desk: &Desk, name: &str, step: Step) {
    let (command, expected) = match step {
        Step::Write { name, text } => return desk.write(&name, &text),
        Step::Run { command, expected } => (command, expected),
    };
    let Some(printed) = desk.run(&command) else {
        #[expect(clippy::print_stderr, reason = "a test that did not run says so")]
        {
            eprintln!("not run: {name}: {command}: its program is not installed");
        }
        return;
    };
    assert!(
        is_shown(&lines(&expected), &lines(&printed)),
        "{name}: {command}\n--- shown\n{expected}\n--- printed\n{printed}"
    );
}

#[test]
fn a_page_may_write_files_and_read_what_was_written() {
    let text = "A.\n```markdown a.md\n# A\n```\n```sh\nexport A=b # c\n```\n\
                ```console\n$ gainsay read 5 > b\n$ gainsay read '6 %'\nc\n```\n";
    let page = Page { name: "steps", text: text.to_owned() };
    let shown = page.steps().into_iter().map(|step| match step {
        Step::Write { name, text } => (name, text),
        Step::Run { command, expected } => (command, expected),
    });
    let shown: Vec<_> = shown.collect();
    let expected = [("a.md", "# A\n"), ("gainsay read 5 > b", ""), ("gainsay read '6 %'", "c")];
    assert_eq!(shown, expected.map(|(one, other)| (one.to_owned(), other.to_owned())));
    assert_eq!(page.shell_lines(), ["export A=b"]);
    assert_eq!(words("gainsay read '6 %'"), ["gainsay", "read", "6 %"]);
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
    let [english, french] = [ENGLISH, FRENCH].map(Page::read);
    let in_french = |command: String| match command.split_once(" > ") {
        _ if !command.starts_with("gainsay ") => command,
        Some((call, file)) => format!("{call} --lang fr > {file}"),
        None => format!("{command} --lang fr"),
    };
    let expected: Vec<_> = english.commands().into_iter().map(in_french).collect();
    assert_eq!(french.commands(), expected);
    assert_eq!(french.shell_lines(), english.shell_lines());
}

#[test]
fn the_two_commands_to_begin_with_are_those_that_are_checked() {
    assert_eq!(Page::read(ENGLISH).shell_lines()[..2], SETUP);
    let checks = Page::read(".ci/run").text;
    assert!(checks.lines().any(|line| line.starts_with(SETUP[1])), "{checks}");
    let (_, arguments) = SETUP[0].split_once(" -- ").expect("it passes arguments on");
    let words = words(arguments);
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let output = gainsay(&words).current_dir(root()).output().expect("the program starts");
    // The README says so, and why.
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("error[diverging-shares]"));
}

#[test]
fn numbers_in_the_prose_are_those_of_the_summary() {
    let counts = &json_on_base(&shipped(), &["check"], 1)["counts"];
    let [sources, studies, claims] = ["sources", "studies", "claims"].map(|name| &counts[name]);
    let [english, french] = [ENGLISH, FRENCH].map(Page::read);
    assert!(english.prose().contains(&format!("the figures of {studies} studies ")));
    assert!(
        english.text.contains(&format!("\n{sources} sources, {studies} studies, {claims} claims,"))
    );
    assert!(french.prose().contains(&format!("les chiffres de {studies}\u{a0}études ")));
    assert!(
        french
            .text
            .contains(&format!("\n{sources} sources, {studies} études, {claims} affirmations,"))
    );
}

#[test]
fn links_lead_to_files() {
    for (name, other) in [(ENGLISH, FRENCH), (FRENCH, ENGLISH)] {
        let text = Page::read(name).text;
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
    for line in Page::read(FRENCH).prose().lines() {
        let outside_code = line.split('`').step_by(2).collect::<String>();
        for broken in ["« ", " »", " :", " ;", " ?", " !", " %"] {
            assert!(!outside_code.contains(broken), "{line}");
        }
    }
}
