//! Paths and links that lead out of a base.

use std::{fs, os::unix::fs::symlink, path::Path, process::Command};

use gainsay_tests::{
    base::{load_folder, product},
    tree,
};

use super::{claims, folder, good, told};

/// What nothing of a base may show: it stands beside the base, not in it.
const SECRET: &str = "[study]\ntitle = \"secret\"\n[concept.secret]\nlabel = 1\n";

/// A base in which `name` is a link to a file outside.
fn linked(case: &str, name: &str) -> std::path::PathBuf {
    let base = folder(case, &good()).join("");
    let secret = base.parent().expect("a folder").with_extension("secret");
    fs::write(&secret, SECRET).expect("a file");
    let link = base.join(name);
    fs::create_dir_all(link.parent().expect("a folder")).expect("it is made");
    symlink(&secret, &link).expect("a link");
    base
}

#[test]
fn a_link_out_of_the_base_is_told_of_and_not_followed() {
    let honest = claims(&load_folder(folder("honest", &good())));
    for (case, name, check) in [
        ("document", "sources/fixture-a/out.toml", "broken-document"),
        ("words", "vocabulary/out.toml", "invalid-file"),
        ("verdicts", "verdicts/out.toml", "invalid-file"),
        ("bib", "references.bib", "invalid-file"),
        ("json", "references.json", "invalid-file"),
    ] {
        let loaded = load_folder(linked(case, name));
        let told = told(&loaded);
        assert_eq!(told.len(), 1, "{case}: {told:?}");
        assert_eq!(told[0].0, check, "{case}");
        assert!(told[0].1.contains(name), "{told:?}");
        assert!(!format!("{loaded:?}").contains("secret\\\""), "{case} shows what is outside");
        assert_eq!(claims(&loaded), honest, "{case}");
    }
}

#[test]
fn folders_that_lead_out_or_round_are_refused() {
    let base = folder("folders", &good());
    let outside = base.with_extension("outside");
    fs::create_dir_all(&outside).expect("a folder");
    fs::write(outside.join("a.toml"), SECRET).expect("a file");
    fs::remove_file(base.join("verdicts")).ok();
    symlink(&outside, base.join("verdicts")).expect("a link");
    symlink(base.join("round"), base.join("round")).expect("a link");
    let mut config = fs::read_to_string(base.join("gainsay.toml")).expect("a file");
    let up = format!("../{}", outside.file_name().expect("a name").to_string_lossy());
    for (id, path) in [
        ("up", up.as_str()),
        ("root", "/etc"),
        ("deep", "sources/../../folders.outside"),
        ("link", "verdicts"),
        ("round", "round"),
        ("nul", "sources\\u0000"),
    ] {
        config += &format!("{id} = {{ plugin = \"transcript\", documents = \"{path}\" }}\n");
    }
    fs::write(base.join("gainsay.toml"), config).expect("a file");
    let loaded = load_folder(base.clone());
    let told = told(&loaded);
    let broken = told
        .iter()
        .filter(|(check, place)| *check == "broken-source" && place.starts_with("gainsay.toml:"));
    assert_eq!(broken.count(), 6, "{told:#?}");
    assert!(
        told.iter().any(|(check, place)| *check == "invalid-file" && place.contains("verdicts"))
    );
    assert_eq!(told.len(), 7, "{told:#?}");
    assert!(!format!("{loaded:?}").contains("secret\\\""));
    assert_eq!(loaded.base.claims.len(), 2);
}

#[test]
fn a_fresh_source_is_not_made_where_a_link_leads_out() {
    for name in ["sources", "schemas"] {
        let base = folder(&format!("fresh-{name}"), &good());
        let outside = base.with_extension("outside");
        fs::remove_dir_all(&outside).ok();
        fs::create_dir_all(&outside).expect("a folder");
        fs::remove_dir_all(base.join(name)).ok();
        symlink(&outside, base.join(name)).expect("a link");
        let before = tree::read(&base, &[]);
        let mut command = Command::new(product().program("gainsay"));
        command.args(["source", "new", "fresh", "--base"]).arg(&base).env("LANG", "C");
        let output = command.output().expect("the program starts");
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{name}: {told}");
        assert!(told.contains("leads out of the base"), "{told}");
        assert!(tree::read(&outside, &[]).is_empty(), "{name}");
        assert_eq!(tree::read(&base, &[]), before, "{name}");
    }
}

#[test]
fn a_base_reached_by_a_link_is_a_base() {
    let base = folder("reached", &good());
    let link = base.with_extension("link");
    fs::remove_file(&link).ok();
    symlink(Path::new(&base), &link).expect("a link");
    let loaded = load_folder(link);
    assert_eq!((told(&loaded).len(), loaded.base.claims.len()), (0, 2));
}
