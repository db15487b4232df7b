//! Pages in Chromium, driven by `tests/browser/check.mjs`: `.ci/run` installs what it
//! needs. Where it is not there, these tests say so and pass.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use gainsay_tests::program::on_base;
use serde_json::Value;

use super::{decisions, hostile, pages, read, write};

/// Where `.ci/run` installs the modules of `tests/browser`.
fn modules() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("../browser")
}

fn chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let files = std::env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name)));
    files.into_iter().find(|file| file.is_file())
}

#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn not_run(why: &str) {
    eprintln!("not run: {why}, so no page was looked at in a browser");
}

/// What a browser saw of a page; `None` where there is no browser.
fn seen(file: &Path) -> Option<Value> {
    let Some(chromium) = chromium() else {
        not_run("chromium is not installed");
        return None;
    };
    if !modules().join("node_modules/playwright-core").is_dir() {
        not_run("the modules of tests/browser are not installed");
        return None;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/check.mjs");
    let output = Command::new("node")
        .args([&script, &modules(), &chromium, &file.with_extension("pdf")])
        .arg(file)
        .output()
        .expect("node starts where its modules are installed");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

/// Checks what holds of every page in every context.
#[track_caller]
fn check(seen: &Value, title: &str) {
    let contexts = seen["contexts"].as_object().expect("contexts");
    assert_eq!(contexts.len(), 5);
    for (name, context) in contexts {
        assert_eq!(context["requests"].as_array().map(Vec::len), Some(1), "{name}: {context}");
        for nothing in ["console", "violations"] {
            assert_eq!(context[nothing], Value::Array(Vec::new()), "{name}: {nothing}");
        }
        assert_eq!(context["overflow"], Value::Array(Vec::new()), "{name}");
        assert_eq!(context["dialogs"], 0, "{name}");
        assert_eq!(context["title"], title, "{name}");
        assert!(context["smallest"].as_f64() >= Some(10.0), "{name}: {}", context["smallest"]);
    }
    assert!(seen["withoutScript"].as_u64() > Some(500), "{}", seen["withoutScript"]);
    assert_eq!(seen["data"]["schema"], "gainsay/table/1");
}

/// The text of a printed page without spaces; `None` where nothing reads it.
fn printed(file: &Path) -> Option<String> {
    let output = Command::new("pdftotext").arg(file.with_extension("pdf")).arg("-").output();
    let Ok(output) = output else {
        not_run("pdftotext is not installed, and what is printed was not read");
        return None;
    };
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    Some(text.split_whitespace().collect())
}

#[test]
fn a_page_is_one_file_that_everybody_can_read() {
    let file = pages("browser").join("report.html");
    write(&gainsay_tests::base::shipped(), &file, &["--lang", "fr"]);
    let Some(seen) = seen(&file) else { return };
    check(&seen, "Les marques sur les médias sociaux");
    let Some(printed) = printed(&file) else { return };
    for decision in decisions(&read(&file)) {
        let words: String = decision.split_whitespace().collect();
        assert!(printed.contains(&words), "not printed: {decision}");
    }
}

#[test]
fn what_reviewers_answered_is_as_easy_to_read() {
    let folder = pages("browser-reviewed");
    let (base, file) = (hostile::base(&folder), folder.join("report.html"));
    let reason = ["--confirm", "--reason", hostile::WORDS, "--who", hostile::WORDS];
    let review = ["review", "diverging-shares:bought", "--today", "2026-10-02"];
    on_base(&base, &[&review[..], &reason].concat(), 0);
    write(&base, &file, &["--today", "2026-10-02"]);
    let page = read(&file);
    assert!(page.contains("<h3>1 confirmed</h3>") && page.contains("<dt>reopen</dt>"));
    if let Some(seen) = seen(&file) {
        check(&seen, hostile::WORDS);
    }
    let study = base.join("sources/fixture-b/2013.toml");
    let changed = fs::read_to_string(&study).expect("a text").replace("63 %", "64 %");
    fs::write(&study, changed).expect("it can be written");
    write(&base, &file, &["--today", "2026-10-02", "--lang", "fr"]);
    let page = read(&file).replace(['\u{202f}', '\u{a0}'], " ");
    assert!(page.contains("chiffre 62,5 % à 63,5 % → 63,5 % à 64,5 %"), "{page}");
    if let Some(seen) = seen(&file) {
        check(&seen, hostile::WORDS);
    }
}

#[test]
fn hostile_words_do_nothing_in_a_browser() {
    let folder = pages("hostile-browser");
    let file = folder.join("report.html");
    write(&hostile::base(&folder), &file, &[]);
    let Some(seen) = seen(&file) else { return };
    check(&seen, hostile::WORDS);
    fs::remove_file(file.with_extension("pdf")).expect("it was printed");
}
