//! Measures the draft checker on its corpus: drafts written for the purpose, annotated
//! figure by figure by somebody who did not run it.
//!
//! `cargo run -p gainsay-tests --example drafts` prints both halves; with `tuning` or
//! `held-out` one of them. `tuning --details` prints each difference; of the held-out half
//! nobody is to see them. `tuning --only=NAME` measures the drafts whose names begin so;
//! `passages` measures the passages, `--folder=PATH` the drafts of another folder, which are annotated in the same way.
//! `--write` writes the published record, `docs/drafts.md`.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use gainsay_tests::{
    base::loaded,
    corpus::{Half, measure, measure_all, measure_folder, measure_passages, page, published},
};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_asked = |name: &str| arguments.iter().any(|one| one == name);
    if is_asked("--write") {
        let passages = measure_passages(loaded(), false);
        return fs::write(published(), page(&measure_all(loaded()), &passages));
    }
    let prefix = arguments.iter().find_map(|one| one.strip_prefix("--only=")).unwrap_or_default();
    if let Some(folder) = arguments.iter().find_map(|one| one.strip_prefix("--folder=")) {
        let tells = is_asked("--details");
        let score = measure_folder(loaded(), Path::new(folder), prefix, tells);
        return writeln!(io::stdout(), "{}", score.table(folder));
    }
    if is_asked("passages") {
        let score = measure_passages(loaded(), is_asked("--details"));
        return writeln!(io::stdout(), "{}", score.table("passages"));
    }
    let named = Half::ALL.into_iter().filter(|half| is_asked(half.name()));
    let named: Vec<Half> = named.collect();
    let halves = if named.is_empty() { Half::ALL.to_vec() } else { named };
    for half in halves {
        let score = measure(loaded(), half, prefix, is_asked("--details"));
        writeln!(io::stdout(), "{}", score.table(half.name()))?;
    }
    Ok(())
}
