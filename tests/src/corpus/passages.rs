//! Passages of a few sentences, each with what a checker should find in it.

use std::fs;

use gainsay_draft::{Checker, Format};
use gainsay_host::Loaded;
use gainsay_judge::judge;
use serde::Deserialize;

use super::{
    Score,
    annotation::{Annotation, Marked},
    root,
};

/// Rules of which passages say nothing: they look at a whole draft.
const OF_DRAFTS: [&str; 4] = [
    "contradiction-not-cited",
    "opposite-finding-not-cited",
    "refuted-agreement",
    "unnamed-source",
];

/// A line of the corpus.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Passage {
    id: String,
    lang: String,
    text: String,
    marks: Vec<Marked>,
}

/// Where the passages stand.
pub(super) const FOLDER: &str = "crates/gainsay-draft/corpus/passages";

/// Holds the passages against their marks. Prints each difference if it `tells`.
///
/// # Panics
/// When they cannot be read.
pub fn measure_passages(loaded: &Loaded, tells: bool) -> Score {
    let base = &loaded.base;
    let (judgement, checker) = (judge(base), Checker::new(base));
    let mut score = Score::default();
    for Passage { id, lang, text, marks } in passages() {
        let name = format!("{id}.txt");
        let draft = gainsay_draft::read(&name, &text, Format::of(&name));
        let mut checked = checker.check(&draft, base, &judgement, &|_| None);
        checked.diagnostics.retain(|one| !OF_DRAFTS.contains(&one.check.id));
        let annotation = Annotation::of_figures(lang, marks);
        score.add(&name, &draft, &checked, &annotation, tells);
    }
    score
}

/// Every passage, in order of file and line.
fn passages() -> Vec<Passage> {
    let files = fs::read_dir(root().join(FOLDER)).expect("the passages");
    let files = files.map(|file| file.expect("a file").path());
    let is_list = |path: &std::path::PathBuf| path.extension().is_some_and(|one| one == "jsonl");
    let mut files: Vec<_> = files.filter(is_list).collect();
    files.sort();
    let read = |path| fs::read_to_string(path).expect("passages");
    let texts: Vec<String> = files.iter().map(read).collect();
    let lines = texts.iter().flat_map(|text| text.lines());
    lines.map(|line| serde_json::from_str(line).expect("a passage")).collect()
}
