//! `gainsay table` from outside: what may be chosen, and what is refused.

use std::{fs, path::Path};

use gainsay_tests::{base::shipped, program::on_base};

const CONCEPT: &str = "acquired-via";

#[track_caller]
fn table(arguments: &[&str]) -> String {
    let arguments = [&["table"], arguments].concat();
    String::from_utf8(on_base(&shipped(), &arguments, 0).stdout).expect("UTF-8")
}

#[track_caller]
fn refused(arguments: &[&str], why: &str) {
    let arguments = [&["table"], arguments].concat();
    let output = on_base(&shipped(), &arguments, 2);
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains(why), "{arguments:?}: {told}");
    assert_eq!(output.stdout, b"");
}

/// The lines that name tables.
fn marks(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.contains("gainsay:table ")).collect()
}

#[test]
fn several_names_make_one_document() {
    let one = table(&["acquired-via[channel=twitter]", "--format", "latex"]);
    let both = table(&[
        "acquired-via[channel=twitter]",
        "acquired-via[channel=email]",
        "--format",
        "latex",
    ]);
    assert_eq!(marks(&one).len(), 1);
    assert_eq!(marks(&both).len(), 2);
    assert!(both.contains(&one));
}

#[test]
fn a_proposition_that_is_called_like_its_concept_stands_for_itself() {
    let own = table(&["influenced-by-social-media", "--format", "latex"]);
    assert_eq!(marks(&own).len(), 1);
    assert!(marks(&own)[0].contains("gainsay:table influenced-by-social-media sha256:"));
}

#[test]
fn a_study_and_a_source_stand_for_what_they_measure() {
    let of_study = table(&["custora/2013", "--format", "typst"]);
    let of_source = table(&["custora", "--format", "typst"]);
    assert!(marks(&of_study).len() > 1);
    assert_eq!(of_study, of_source);
}

#[test]
fn what_is_not_there_is_refused_with_the_nearest() {
    refused(&[CONCEPT, "--source", "custoro"], "the nearest is `custora`");
    refused(&[CONCEPT, "--universe", "adult"], "the nearest is `adults`");
    refused(&[CONCEPT, "--region", "Frence"], "nothing is called `Frence`");
    refused(&[CONCEPT, "--since", "2100"], "no claim is from");
}

#[test]
fn options_of_another_format_are_refused() {
    refused(&[CONCEPT, "--dialect", "quarto"], "--dialect goes with --format md only");
    refused(&[CONCEPT, "--csv-dialect", "excel-fr", "--format", "md"], "--csv-dialect");
    refused(&[CONCEPT, "--columns", "n", "--format", "csv"], "--columns");
    refused(&[CONCEPT, "--columns", "size"], "possible values");
}

#[test]
fn a_template_is_rendered_or_refused_with_its_line() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let good = folder.join("good.md");
    fs::write(&good, "{% for table in tables %}{{ table.digest | length }}\n{% endfor %}")
        .expect("the folder can be written");
    let path = good.to_str().expect("UTF-8");
    assert_eq!(table(&["acquired-via[channel=twitter]", "--template", path]), "16\n");
    let bad = folder.join("bad.md");
    fs::write(&bad, "one\n{{ table.nothing }}\n").expect("the folder can be written");
    refused(&[CONCEPT, "--template", bad.to_str().expect("UTF-8")], "bad.md:2: bad template");
    let odd = folder.join("good.jade");
    fs::copy(&good, &odd).expect("the folder can be written");
    let odd = odd.to_str().expect("UTF-8");
    refused(&[CONCEPT, "--template", odd], "good.jade: the ending tells no format; known are md,");
    refused(&[CONCEPT, "--template", "no-such-template.md"], "cannot read");
}

#[cfg(unix)]
#[test]
fn what_never_ends_is_refused_as_no_file() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for name in ["endless.md", "endless.csl"] {
        let path = folder.join(name);
        fs::remove_file(&path).ok();
        std::os::unix::fs::symlink("/dev/zero", &path).expect("the folder can be written");
    }
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8").to_owned();
    refused(&[CONCEPT, "--template", &path("endless.md")], "is not a file");
    for options in [["--style", &path("endless.csl")], ["--used-in", &path("endless.md")]] {
        let output = on_base(&shipped(), &[&["cite"], &options[..]].concat(), 2);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.contains("is not a file"), "{told}");
    }
}
