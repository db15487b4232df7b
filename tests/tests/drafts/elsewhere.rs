//! Texts about something else than the shipped base, held against it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use gainsay_draft::{Checked, Checker, Draft, Format, read};
use gainsay_judge::{Judgement, judge};
use gainsay_tests::base::loaded;

use super::{digest, line};

static JUDGED: LazyLock<(Checker, Judgement)> = LazyLock::new(|| {
    let base = &loaded().base;
    (Checker::new(base), judge(base))
});

/// Reads and checks a file as a draft on the shipped base.
fn check(path: &Path) -> (Draft, Checked) {
    let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(path).expect("it is text");
    let draft = read(&name, &text, Format::of(&name));
    let base = &loaded().base;
    let (checker, judgement) = &*JUDGED;
    let checked = checker.check(&draft, base, judgement, &|name| digest(base, judgement, name));
    (draft, checked)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn every_page_of_the_project_can_be_checked() {
    let docs = fs::read_dir(root().join("docs")).expect("it can be listed");
    let docs = docs.map(|entry| entry.expect("it can be listed").path());
    let pages = docs.chain(["README.md", "README.fr.md"].map(|name| root().join(name)));
    let pages = pages.filter(|path| path.extension().is_some_and(|ending| ending == "md"));
    for path in pages {
        let (draft, checked) = check(&path);
        for label in checked.diagnostics.iter().flat_map(|one| &one.labels) {
            let document = loaded().base.documents.get(&label.at.document);
            let text = document.map_or(draft.text.as_str(), |document| document.text.as_str());
            assert!(text.get(label.at.span.clone()).is_some(), "{}", path.display());
        }
    }
}

/// The recipe has shares, changes, prices and words for everybody, none of them of people.
#[test]
fn a_recipe_is_held_against_nothing() {
    for lang in ["en", "fr"] {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("drafts/elsewhere/{lang}.md"));
        let (draft, checked) = check(&path);
        assert!(checked.figures.len() >= 20, "{lang}: {} figures", checked.figures.len());
        let told: String = checked.diagnostics.iter().map(|one| line(one, lang, &draft)).collect();
        assert_eq!(told, "");
    }
}
