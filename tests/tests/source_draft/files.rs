//! What is named as the text, or as where the proposal goes.

use std::fs;

use super::{FRENCH, TO, base, run};

#[test]
fn a_text_longer_than_any_article_is_refused() {
    let base = base("long");
    let line = "38 % des internautes suivent une marque.\n";
    fs::write(base.join("long.txt"), line.repeat((4 << 20) / line.len() + 1)).expect("a file");
    let [_, told] = run(&base, &["source", "draft", "long.txt"], 2);
    assert!(told.contains("long.txt: larger than 4 MiB"), "{told}");
    let [_, told] = run(&base, &["source", "draft", "long.txt", "--lang", "fr"], 2);
    assert!(told.contains("long.txt: plus de 4\u{a0}Mio"), "{told}");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused_and_not_waited_for() {
    let base = base("no-file");
    let pipe = base.join("pipe.md");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.expect("the system makes pipes").success());
    std::os::unix::fs::symlink("/dev/zero", base.join("device.md")).expect("a link");
    fs::create_dir(base.join("folder.md")).expect("a folder");
    for name in ["pipe.md", "device.md", "folder.md"] {
        for command in [&["source", "draft", name][..], &["lint", name], &["sync", name]] {
            let [_, told] = run(&base, command, 2);
            let expected = format!("{name}: cannot be read: is not a file");
            assert!(told.contains(&expected), "{command:?}: {told}");
        }
        let french = run(&base, &["source", "draft", name, "--lang", "fr"], 2);
        assert!(french[1].contains("lecture impossible\u{a0}: n'est pas un fichier"), "{french:?}");
        let [_, told] = run(&base, &["cite", "--used-in", name], 2);
        assert!(told.contains("is not a file"), "{told}");
    }
    fs::rename(&pipe, base.join("pipe.pdf")).expect("it can be renamed");
    let [_, told] = run(&base, &["source", "draft", "pipe.pdf"], 2);
    assert!(told.contains("is not a file"), "{told}");
    // A document of the base is told of, and the others are read.
    fs::rename(base.join("pipe.pdf"), base.join("sources/fixture-a/pipe.toml")).expect("renamed");
    let [told, _] = run(&base, &["check"], 3);
    assert!(
        told.contains("sources/fixture-a/pipe.toml") && told.contains("is not a file"),
        "{told}"
    );
}

#[test]
fn the_text_itself_is_not_written_over() {
    let base = base("itself");
    fs::write(base.join("cp.md"), FRENCH).expect("a file");
    let mut names = vec!["cp.md", "./sources/../cp.md"];
    if cfg!(unix) {
        #[cfg(unix)]
        std::os::unix::fs::symlink("cp.md", base.join("link.md")).expect("a link");
        names.push("link.md");
    }
    for name in names {
        let [_, told] = run(&base, &["source", "draft", "cp.md", "-o", name, "--force"], 2);
        assert!(told.contains(&format!("`{name}` is the text itself")), "{told}");
    }
    let french = ["source", "draft", "cp.md", "-o", "cp.md", "--force", "--lang", "fr"];
    let [_, told] = run(&base, &french, 2);
    assert!(told.contains("`cp.md` est le texte lui-même"), "{told}");
    assert_eq!(fs::read_to_string(base.join("cp.md")).expect("it is there"), FRENCH);
    run(&base, &["source", "draft", "cp.md", "-o", TO], 0);
}
