//! `gainsay chart` from outside: what is drawn, in which form, and what is refused.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use gainsay_tests::{
    base::shipped,
    program::{gainsay, on_base},
    small::contradicting,
};

use super::small;

fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chart");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let file = folder.join(name);
    let _ = fs::remove_file(&file);
    file
}

/// Draws into a file and reads it.
#[track_caller]
fn drawn(base: &Path, arguments: &[&str], name: &str) -> Vec<u8> {
    let file = file(name);
    let arguments = [&["chart", "-o", file.to_str().expect("UTF-8")], arguments].concat();
    on_base(base, &arguments, 0);
    fs::read(&file).expect("it was written")
}

#[track_caller]
fn refused(base: &Path, arguments: &[&str], name: &str, why: &str) {
    let file = file(name);
    let arguments = [&["chart", "-o", file.to_str().expect("UTF-8")], arguments].concat();
    let output = on_base(base, &arguments, 2);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains(why), "{arguments:?}: {told}");
    assert!(!file.exists(), "{}", file.display());
}

#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn not_run(what: &str) {
    eprintln!("not run: {what}");
}

#[test]
fn a_forest_holds_both_studies_and_the_same_bytes_twice() {
    let base = small::folder("chart-forest", &contradicting());
    let one = drawn(&base, &["bought"], "one.svg");
    let text = String::from_utf8(one.clone()).expect("UTF-8");
    for claim in ["fixture-a/2013/bought", "fixture-b/2013/bought"] {
        assert!(text.contains(&format!("data-claim=\"{claim}\"")), "{text}");
    }
    assert!(text.contains("data-evidence=\"gainsay:table bought sha256:"), "{text}");
    assert_eq!(one, drawn(&base, &["bought"], "two.svg"));
}

#[test]
fn languages_draw_the_same_claims() {
    let claims = |lang: &str| -> Vec<String> {
        let arguments = ["follows-brand", "--lang", lang];
        let text = drawn(&shipped(), &arguments, &format!("{lang}.svg"));
        let text = String::from_utf8(text).expect("UTF-8");
        let all = text.split("data-claim=\"").skip(1);
        all.map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
    };
    assert!(claims("en").len() > 3);
    assert_eq!(claims("en"), claims("fr"));
}

#[test]
fn the_reasons_of_consumers_and_executives_are_a_slope() {
    let text = drawn(&shipped(), &["ibm/2011-social-crm", "--kind", "slope"], "slope.svg");
    let text = String::from_utf8(text).expect("UTF-8");
    for claim in ["connected-consumers", "connected-executives", "community-executives"] {
        let claim = format!("data-claim=\"ibm/2011-social-crm/{claim}\"");
        assert!(text.contains(&claim), "no {claim}");
    }
}

#[test]
fn pixels_and_pages_are_drawn_where_there_is_a_font() {
    let base = small::folder("chart-forms", &contradicting());
    let output = file("chart.pdf");
    let arguments = ["chart", "bought", "-o", output.to_str().expect("UTF-8")];
    let told = gainsay(&arguments).arg("--base").arg(&base).output();
    let told = String::from_utf8(told.expect("it runs").stderr).expect("UTF-8");
    if told.contains("no font") || told.contains("pas de police") {
        return not_run("charts as PNG and PDF: this system has no font");
    }
    let png = drawn(&base, &["bought"], "chart.png");
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let width = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
    assert_eq!(width, 1680);
    let pdf = fs::read(&output).expect("it was written");
    assert_eq!(pdf, drawn(&base, &["bought"], "again.pdf"));
    let Ok(read) = Command::new("pdftotext").args(["-layout"]).arg(&output).arg("-").output()
    else {
        return not_run("the text of a PDF: pdftotext is not installed");
    };
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    for words in ["fixture-a, 2013", "28%", "n = 1,000"] {
        assert!(text.contains(words), "no {words} in {text}");
    }
}

#[test]
fn what_cannot_be_drawn_is_refused_with_the_reason() {
    let base = small::folder("chart-refused", &contradicting());
    refused(&base, &["bought"], "chart.jpg", "use .svg, .png or .pdf");
    refused(&base, &["bougt"], "a.svg", "the nearest is `bought`");
    refused(&base, &["bought", "--kind", "slope"], "b.svg", "no two groups of people");
    refused(&base, &["bought", "--kind", "timeline"], "c.svg", "different dates");
    refused(&base, &["bought", "--kind", "timeline", "--house", "fixture-c"], "d.svg", "fixture-");
    refused(&base, &["bought", "--locked"], "e.svg", "--locked");
}

#[test]
fn no_option_is_dropped() {
    let base = small::folder("chart-options", &contradicting());
    let forest = ["bought", "--kind=forest", "--house=Fixture A"];
    refused(&base, &forest, "forest-house.svg", "takes no `--house`");
    let slope = ["bought", "--kind=slope", "--until=2014"];
    refused(&base, &slope, "slope-until.svg", "takes no `--until`");
    let french = ["bought", "--kind=slope", "--since=2014", "--lang=fr"];
    refused(&base, &french, "slope-since.svg", "n'accepte pas `--since`");
}
