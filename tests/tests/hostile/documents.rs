//! Documents.

use std::process::Command;

use gainsay_tests::{base::load_folder, program::gainsay, small};

use super::{claims, folder, good, told};

const FIRST: &str = "broken-document";

/// Kilobytes of addresses that the program may take for a base of hostile documents.
const MOST_MEMORY: usize = 2 << 20;

/// Documents by name, with the byte that is pointed at, if one is.
fn hostile() -> Vec<(&'static str, Vec<u8>, Option<usize>)> {
    let study = small::study("fixture-b", &[("likes", "40 %")]);
    let deep = |open: &str| format!("{study}\nx = {}", open.repeat(100_000)).into_bytes();
    let cut = &study[..study.len() / 2];
    let wide = "x,".repeat(1_000_000);
    vec![
        ("cut.toml", cut.into(), Some(cut.len())),
        ("deep-braces.toml", deep("{a="), None),
        ("deep-brackets.toml", deep("["), None),
        ("deep-keys.toml", format!("{study}\n[{}a]\n", "a.".repeat(100_000)).into(), None),
        ("deep.json", "[".repeat(1 << 20).into(), None),
        ("endless-line.txt", "72 % ".repeat(1 << 20).into(), None),
        ("huge.toml", vec![b'#'; (16 << 20) + 1], None),
        ("latin.toml", b"[study]\ntitle = \"\xe9\"\n".to_vec(), None),
        ("lines.csv", vec![b'\n'; 16 << 20], Some(1 << 21)),
        ("nul.toml", study.replace("Survey", "Sur\0vey").into(), None),
        ("wide.csv", wide.into(), Some(2 << 14)),
    ]
}

/// A base with hostile documents beside good ones, in a source of their own.
fn base(name: &str) -> std::path::PathBuf {
    let mut files = good();
    let config = files.get_mut("gainsay.toml").expect("it is there");
    config.extend(b"hostile = { plugin = \"transcript\" }\n");
    for (name, bytes, _) in hostile() {
        files.insert(format!("sources/hostile/{name}"), bytes);
    }
    let study = small::study("hostile", &[("bought", "20 %")]);
    files.insert("sources/hostile/good.toml".to_owned(), study.into_bytes());
    folder(name, &files)
}

#[test]
fn each_costs_only_itself_and_is_told_of_where_it_is() {
    let loaded = load_folder(base("documents"));
    let mut told = told(&loaded);
    told.sort();
    assert_eq!(told.len(), hostile().len(), "{told:#?}");
    for ((check, place), (name, _, at)) in told.iter().zip(hostile()) {
        assert_eq!(*check, FIRST);
        assert!(place.contains(&format!("sources/hostile/{name}")), "{place} {name}");
        if let Some(at) = at {
            assert!(place.ends_with(&format!("{name}:{at}")), "{place} {at}");
        }
    }
    assert!(loaded.base.claims.contains_key("hostile/good/bought"));
    let mut others = loaded.clone();
    others.base.claims.retain(|id, _| !id.starts_with("hostile/"));
    assert_eq!(claims(&others), claims(&load_folder(folder("good", &good()))));
    assert!(!loaded.base.is_complete(), "what was lost may have contradicted something");
}

#[test]
fn memory_and_what_is_printed_are_bounded() {
    let base = base("bounded");
    let program = gainsay(&[]).get_program().to_owned();
    for form in ["full", "json", "sarif"] {
        let limited = format!("ulimit -v {MOST_MEMORY} && exec \"$0\" \"$@\"");
        let output = Command::new("sh")
            .args(["-c", &limited])
            .arg(&program)
            .args(["check", "--output-format", form, "--base"])
            .arg(&base)
            .output()
            .expect("a shell");
        assert_eq!(output.status.code(), Some(3), "{}", String::from_utf8_lossy(&output.stderr));
        let printed = output.stdout.len() + output.stderr.len();
        assert!(printed < 64 << 10, "{printed} bytes as {form}");
        let shown = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(shown.contains("sources/hostile/wide.csv"), "{shown}");
        assert!(!shown.contains('\0') && !shown.contains('\u{1b}'));
    }
}
