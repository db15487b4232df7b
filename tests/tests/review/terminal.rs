//! The dialogue on a terminal: what is typed, what is shown, how it ends.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use gainsay_tests::base::product;

use super::base;

/// What a terminal shows to who types these lines, the program having ended well; none where
/// the system has no program that makes terminals.
fn typed(base: &Path, lang: &str, lines: &str) -> Option<String> {
    let program = product().program("gainsay").display().to_string();
    let words = format!(
        "'{program}' review --base '{}' --lang {lang} --today 2026-10-02 --quiet \
         --who 'Marie Exemple <marie@example.org>'",
        base.display()
    );
    let started = Command::new("script")
        .args(["--quiet", "--return", "--command", &words, "/dev/null"])
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut script = started.ok()?;
    let mut input = script.stdin.take().expect("it is piped");
    input.write_all(lines.as_bytes()).expect("it is typed");
    drop(input);
    let output = script.wait_with_output().expect("it ends");
    let shown = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{shown}");
    Some(shown.replace("\r\n", "\n"))
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn a_reviewer_answers_in_the_words_of_his_language_and_leaves_with_a_key() {
    let base = base("terminal");
    // Ctrl-D at a question goes back to the finding, and there it ends.
    let lines = "x\ne\nformulation, mode\nformulation=faible\n\nparce que\nc\n\u{4}\u{4}";
    let Some(shown) = typed(&base, "fr", lines) else {
        eprintln!("not run: there is no `script` to make a terminal with");
        return;
    };
    assert!(shown.contains("`x` n'est pas une réponse"), "{shown}");
    assert!(shown.contains("rien n'a été dit"), "{shown}");
    assert!(shown.ends_with("[?] \n"), "{shown:?}");
    let written = fs::read_to_string(base.join("verdicts/marie-exemple.toml")).expect("a text");
    assert!(written.contains("cause = [\"wording\", \"mode\"]\n"), "{written}");
    assert!(written.contains("directness = { wording = \"low\" }\n"), "{written}");
    assert_eq!(written.matches("[[verdict]]").count(), 1, "{written}");
}
