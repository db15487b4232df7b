//! `gainsay source new` that was stopped in its midst, and is run again.

use std::{collections::BTreeMap, fs, path::Path};

use gainsay_tests::tree;

use super::{fresh, run};

type Files = BTreeMap<String, Vec<u8>>;

/// Runs a command in a base that holds what each beginning of its work left: files in the order
/// in which it makes them, with a temporary file of the next one; the configuration comes last.
#[track_caller]
fn resumed(name: &str, arguments: &[&str], order: &[&str]) {
    let base = fresh(name);
    fs::write(base.join("gainsay.toml"), "[sources]\n").expect("a file");
    let before: Files = tree::read(&base, &[]);
    run(&base, arguments, 0);
    let after: Files = tree::read(&base, &[]);
    let made: Vec<&String> = after.keys().filter(|name| !before.contains_key(*name)).collect();
    assert_eq!(made.len(), order.len(), "{made:?}");
    for done in 0..=order.len() {
        let base = fresh(name);
        let mut left = before.clone();
        for file in &order[..done] {
            left.insert((*file).to_owned(), after[*file].clone());
        }
        let next = order.get(done).copied().unwrap_or("gainsay.toml");
        let temporary = temporary(next);
        left.insert(temporary.clone(), after[next][..after[next].len() / 2].to_vec());
        tree::write(&base, &left);
        // What is left over is no evidence, and nothing of it counts.
        let told = run(&base, &["check"], 0);
        assert!(told.contains("0 sources, 0 studies, 0 claims"), "{told}");
        run(&base, arguments, 0);
        assert!(!base.join(&temporary).exists(), "{temporary} is left after {done} files");
        assert_eq!(tree::read(&base, &[]), after, "after {done} files");
        run(&base, arguments, 2);
        assert_eq!(tree::read(&base, &[]), after, "nothing is done twice");
    }
}

/// The name of a temporary file of a process that has ended.
fn temporary(file: &str) -> String {
    let (folder, name) = file.rsplit_once('/').unwrap_or_default();
    let name = if folder.is_empty() { file } else { name };
    let hidden = format!(".{name}.gainsay-999999999-0");
    Path::new(folder).join(hidden).to_string_lossy().replace('\\', "/")
}

#[test]
fn a_document_is_made_to_its_end() {
    let order = ["sources/fixture-a/study.toml", "schemas/transcript.schema.json"];
    resumed("stopped-transcript", &["source", "new", "fixture-a"], &order);
}

#[test]
fn a_file_and_its_mapping_are_made_to_their_end() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("bases/advertising/sources/fixture-a/survey.sav");
    let arguments = ["source", "new", "fixture-a", "--microdata", file.to_str().expect("UTF-8")];
    let order = [
        "sources/fixture-a/survey.sav",
        "sources/fixture-a/survey.toml",
        "schemas/microdata.schema.json",
    ];
    resumed("stopped-microdata", &arguments, &order);
}

#[test]
fn what_somebody_changed_since_is_left_alone_and_told() {
    let base = fresh("stopped-changed");
    fs::write(base.join("gainsay.toml"), "[sources]\n").expect("a file");
    fs::create_dir_all(base.join("sources/fixture-a")).expect("a folder");
    fs::write(base.join("sources/fixture-a/study.toml"), "# ours\n").expect("a file");
    let before = tree::read(&base, &[]);
    let told = run(&base, &["source", "new", "fixture-a"], 2);
    assert!(told.contains("study.toml: is there, and is not what would be made"), "{told}");
    let line = "fixture-a = { plugin = \"transcript\" }";
    assert!(told.contains(&format!("add the line `{line}` to gainsay.toml")), "{told}");
    let told = run(&base, &["source", "new", "fixture-a", "--lang", "fr"], 2);
    assert!(told.contains(&format!("ajouter la ligne `{line}` à gainsay.toml")), "{told}");
    assert_eq!(tree::read(&base, &[]), before);
    // What is told helps.
    fs::write(base.join("gainsay.toml"), format!("[sources]\n{line}\n")).expect("a file");
    assert!(run(&base, &["check"], 0).contains("1 source,"));
}
