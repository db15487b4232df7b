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

/// What a browser saw of each of some pages; `None` where there is no browser.
fn seen<const N: usize>(files: [&Path; N]) -> Option<[Value; N]> {
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
        .args([&script, &modules(), &chromium])
        .args(files)
        .output()
        .expect("node starts where its modules are installed");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    let pages = serde_json::Deserializer::from_slice(&output.stdout).into_iter();
    let pages: Result<Vec<Value>, _> = pages.collect();
    Some(pages.expect("JSON").try_into().expect("one object a page"))
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

/// Checks a page that loads itself again.
pub(super) fn check_live(file: &Path) {
    let Some([seen]) = seen([file]) else { return };
    assert!(seen["reloads"].as_u64() >= Some(1), "{}", seen["reloads"]);
    for (name, context) in seen["contexts"].as_object().expect("contexts") {
        for nothing in ["console", "violations", "overflow"] {
            assert_eq!(context[nothing], Value::Array(Vec::new()), "{name}: {nothing}");
        }
        assert_eq!(context["requests"].as_array().map(Vec::len), Some(1), "{name}: {context}");
    }
}

/// The text of a printed page without spaces, column by column; `None` where nothing reads
/// it.
fn printed(file: &Path) -> Option<String> {
    let output =
        Command::new("pdftotext").arg("-raw").arg(file.with_extension("pdf")).arg("-").output();
    let Ok(output) = output else {
        not_run("pdftotext is not installed, and what is printed was not read");
        return None;
    };
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    Some(text.split_whitespace().collect())
}

/// Checks both pages of a shipped base, on the screen and on paper.
#[track_caller]
fn check_base(name: &str, titles: [&str; 2]) {
    let folder = pages("browser").join(name);
    fs::create_dir_all(&folder).expect("the folder is made");
    write(&gainsay_tests::base::folder(name), &folder.join("report.html"), &["--siblings"]);
    let files = ["report.en.html", "report.fr.html"].map(|name| folder.join(name));
    for file in &files {
        let size = read(file).len();
        assert!(size < 3_000_000, "{}: {size} bytes", file.display());
    }
    let Some(seen) = seen(files.each_ref().map(PathBuf::as_path)) else { return };
    for ((file, seen), title) in files.iter().zip(&seen).zip(titles) {
        check(seen, title);
        let Some(printed) = printed(file) else { return };
        for decision in decisions(&read(file)) {
            let words: String = decision.split_whitespace().collect();
            assert!(printed.contains(&words), "not printed: {decision}");
        }
    }
}

/// How many sheets of paper a page takes; `None` where nothing was printed or counts them.
fn sheets(file: &Path) -> Option<usize> {
    let output = Command::new("pdfinfo").arg(file).output().ok()?;
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().find_map(|line| line.strip_prefix("Pages:")?.trim().parse().ok())
}

#[test]
fn everybody_can_read_a_page_on_brands() {
    let titles = ["Brands on social media", "Les marques sur les médias sociaux"];
    check_base("brands-on-social-media", titles);
    let file = pages("browser").join("brands-on-social-media/report.en.pdf");
    let Some(sheets) = sheets(&file) else { return };
    assert!(sheets <= 40, "{sheets} sheets");
}

#[test]
fn everybody_can_read_a_page_of_thousands_of_claims() {
    let titles =
        ["The French presidential election of 2022", "L'élection présidentielle française de 2022"];
    check_base("french-presidential-2022", titles);
    let page = read(&pages("browser").join("french-presidential-2022/report.fr.html"));
    assert!(page.contains("8\u{202f}863 affirmations") && page.contains("Non affichés ici"));
}

#[test]
fn everybody_can_read_a_page_on_parties() {
    let titles = ["Swedish parties", "Les partis suédois"];
    check_base("swedish-parties", titles);
}

#[test]
fn everybody_can_read_a_page_on_guns() {
    let titles = ["American opinion on guns", "L'opinion américaine sur les armes à feu"];
    check_base("us-guns-2018", titles);
}

#[test]
fn everybody_can_read_a_page_on_impeachment() {
    let titles = ["The impeachment of Donald Trump", "La destitution de Donald Trump"];
    check_base("us-impeachment-2019", titles);
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
    if let Some([seen]) = seen([&file]) {
        check(&seen, hostile::WORDS);
    }
    let study = base.join("sources/fixture-b/2013.toml");
    let changed = fs::read_to_string(&study).expect("a text").replace("63 %", "64 %");
    fs::write(&study, changed).expect("it can be written");
    write(&base, &file, &["--today", "2026-10-02", "--lang", "fr"]);
    let page = read(&file).replace(['\u{202f}', '\u{a0}'], " ");
    assert!(page.contains("chiffre 62,5 % à 63,5 % → 63,5 % à 64,5 %"), "{page}");
    if let Some([seen]) = seen([&file]) {
        check(&seen, hostile::WORDS);
    }
}

#[test]
fn hostile_words_do_nothing_in_a_browser() {
    let folder = pages("hostile-browser");
    let file = folder.join("report.html");
    write(&hostile::base(&folder), &file, &[]);
    let Some([seen]) = seen([&file]) else { return };
    check(&seen, hostile::WORDS);
    fs::remove_file(file.with_extension("pdf")).expect("it was printed");
}
