//! What `gainsay cite` writes, set by Pandoc where it is installed.

use std::{fs, path::Path, process::Command};

use gainsay_tests::{base::shipped, program::on_base};

/// What Pandoc makes of a draft with references in a file of this name; `None` where
/// there is no Pandoc.
fn set(format: &str, name: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pandoc");
    fs::create_dir_all(&folder).expect("the folder is made");
    let draft = folder.join("draft.md");
    let text = "Half ignore them [@articles-mercatik-2014; @nielsen-2015-global-trust].\n";
    fs::write(&draft, text).expect("the draft is written");
    let draft = draft.to_str().expect("UTF-8");
    let output = on_base(&shipped(), &["cite", "--used-in", draft, "--format", format], 0);
    fs::write(folder.join(name), output.stdout).expect("the references are written");
    let pandoc = Command::new("pandoc")
        .current_dir(&folder)
        .args(["--citeproc", "--bibliography", name, "--to", "html", "--wrap=none", "draft.md"])
        .output();
    let Ok(output) = pandoc else {
        #[expect(clippy::print_stderr, reason = "a test that did not run says so")]
        {
            eprintln!("not run: pandoc is not installed, so {name} was not set by it");
        }
        return None;
    };
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
    assert!(!told.contains("WARNING"), "{told}");
    Some(String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn pandoc_sets_the_references() {
    for (format, name) in [("csl-json", "references.json"), ("bibtex", "references.bib")] {
        let Some(html) = set(format, name) else { continue };
        assert!(html.contains("id=\"ref-articles-mercatik-2014\""), "{name}: {html}");
        assert!(html.contains("vérités qui font mal"), "{name}: {html}");
        assert!(html.contains("Nielsen"), "{name}: {html}");
        assert!(!html.contains("nielsen-2015-global-trust?"), "{name}: {html}");
    }
}
