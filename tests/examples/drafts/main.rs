//! Measures the draft checker on its corpus: drafts written for the purpose, annotated
//! figure by figure by somebody who did not run it.
//!
//! `cargo run --release -p gainsay-tests --example drafts` prints both halves;
//! with `tuning` or `held-out` one of them. `tuning --details` prints each difference;
//! of the held-out half nobody is to see them.

mod annotation;
mod score;

use std::{
    fs,
    path::{Path, PathBuf},
};

use gainsay_claims::document::Document;
use gainsay_draft::Checker;
use gainsay_judge::judge;
use gainsay_tests::base;

use crate::{annotation::Annotation, score::Score};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let named: Vec<&str> =
        arguments.iter().map(String::as_str).filter(|one| !one.starts_with('-')).collect();
    let halves = if named.is_empty() { vec!["tuning", "held-out"] } else { named };
    for half in halves {
        let details = half != "held-out" && arguments.iter().any(|one| one == "--details");
        let score = measure(half, details);
        #[expect(clippy::print_stdout, reason = "the result")]
        {
            println!("{}", score.table(half));
        }
    }
}

fn measure(half: &str, details: bool) -> Score {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/gainsay-draft/corpus").join(half);
    let mut loaded = base::load_shipped("brands-on-social-media");
    let mut judgement = judge(&loaded.base);
    let checker = Checker::new(&loaded.base);
    let mut score = Score::default();
    for path in drafts(&folder) {
        let annotation = fs::read_to_string(path.with_extension("toml")).expect("an annotation");
        let annotation: Annotation = toml::from_str(&annotation).expect("TOML");
        let text = fs::read_to_string(&path).expect("a draft");
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        let draft = gainsay_draft::read(&name, &text, gainsay_draft::Format::of(&name));
        loaded.base.documents.insert(name.clone(), Document::text(&name, draft.text.clone()));
        let checked = checker.check(&draft, &mut loaded.base, &mut judgement, &|_, _, _| None);
        loaded.base.claims.retain(|_, claim| claim.source != name);
        score.add(&name, &draft, &checked, &annotation, details);
    }
    score
}

/// The drafts of a folder, in order of name.
fn drafts(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).expect("the corpus");
    let mut paths: Vec<PathBuf> = files
        .map(|file| file.expect("a file").path())
        .filter(|path| {
            let extension = path.extension().and_then(|one| one.to_str()).unwrap_or_default();
            ["md", "tex", "html", "txt"].contains(&extension)
                && path.with_extension("toml").exists()
        })
        .collect();
    paths.sort();
    paths
}
