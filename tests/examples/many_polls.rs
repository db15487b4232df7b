//! Makes a base of about 100,000 claims of files that collectors of polls publish.
//!
//! `cargo run --release -p gainsay-tests --example many_polls -- FILES BASE` reads the published
//! files in the folder `FILES`, wherever they lie in it, and writes the base to `BASE`. The
//! mappings are those of `tests/many-polls`, and the vocabularies those of the shipped bases; the
//! names of candidates and races are taken from the files. The files are:
//!
//! | file | where it is published |
//! |---|---|
//! | `presidentielle.csv` | <https://github.com/nsppolls/nsppolls> |
//! | `Polls.csv` | <https://github.com/MansMeg/SwedishPolls>, folder `Data` |
//! | `impeachment_polls.csv`, `mueller-approval-polls.csv`, `guns-polls.csv` | <https://github.com/fivethirtyeight/data> |
//! | `raw-polls-2021.csv`, `raw-polls-2023.csv` | there as `pollster-ratings/raw-polls.csv`, in two years |
//! | `president_approval_polls.csv`, `generic_ballot_polls.csv`, `senate_polls.csv`, `house_polls.csv` | <https://github.com/simonw/fivethirtyeight-polls> |

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use gainsay_plugin::{slug, table::Table};
use toml::{Table as Toml, Value};

/// The published files, and the source of each.
const FILES: [(&str, &str); 11] = [
    ("presidentielle.csv", "nsppolls"),
    ("Polls.csv", "swedish-polls"),
    ("impeachment_polls.csv", "fivethirtyeight"),
    ("mueller-approval-polls.csv", "fivethirtyeight"),
    ("guns-polls.csv", "fivethirtyeight"),
    ("raw-polls-2023.csv", "fivethirtyeight"),
    ("raw-polls-2021.csv", "fivethirtyeight-2021"),
    ("president_approval_polls.csv", "approval"),
    ("generic_ballot_polls.csv", "congress"),
    ("senate_polls.csv", "congress"),
    ("house_polls.csv", "congress"),
];

/// Bases whose vocabulary has the words of the files.
const VOCABULARIES: [&str; 6] = [
    "data/french-presidential-2022",
    "data/swedish-parties",
    "data/us-impeachment-2019",
    "data/us-guns-2018",
    "tests/bases/us-races",
    "tests/many-polls",
];

type Fallible<T> = Result<T, Box<dyn Error>>;

/// The words of a facet, each with its label.
type Words = BTreeMap<String, String>;

fn main() -> Fallible<()> {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [files, base] = &folders[..] else {
        return Err("give the folder of the published files, and that of the base".into());
    };
    let copied = copy_files(files, base)?;
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut vocabulary = Toml::new();
    for folder in VOCABULARIES {
        for file in sorted(&project.join(folder).join("vocabulary"))? {
            merge(&mut vocabulary, fs::read_to_string(file)?.parse()?);
        }
    }
    for (facet, words) in words(&copied)? {
        merge(&mut vocabulary, values(facet, words));
    }
    fs::create_dir_all(base.join("vocabulary"))?;
    fs::write(base.join("vocabulary/words.toml"), toml::to_string(&vocabulary)?)?;
    let own = project.join("tests/many-polls");
    fs::copy(own.join("gainsay.toml"), base.join("gainsay.toml"))?;
    copy_mappings(&own, base)?;
    copy_mappings(&project.join("data/swedish-parties"), base)?;
    writeln!(io::stdout(), "{}: {} files", base.display(), copied.len())?;
    Ok(())
}

/// Copies the published files into their sources, and returns where they are then.
fn copy_files(files: &Path, base: &Path) -> Fallible<Vec<PathBuf>> {
    let mut copied = Vec::new();
    for (name, source) in FILES {
        let from = find(files, name)?.ok_or_else(|| format!("there is no {name}"))?;
        let folder = base.join("sources").join(source);
        fs::create_dir_all(&folder)?;
        fs::copy(from, folder.join(name))?;
        copied.push(folder.join(name));
    }
    Ok(copied)
}

/// A file of a name in a folder, or below it.
fn find(folder: &Path, name: &str) -> io::Result<Option<PathBuf>> {
    for path in sorted(folder)? {
        if path.is_dir() {
            if let Some(found) = find(&path, name)? {
                return Ok(Some(found));
            }
        } else if path.file_name().is_some_and(|own| own == name) {
            return Ok(Some(path));
        }
    }
    Ok(None)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries: io::Result<Vec<_>> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<_> = entries?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// Copies the mappings of a base beside the tables that they are about.
fn copy_mappings(from: &Path, base: &Path) -> Fallible<()> {
    for source in sorted(&from.join("sources"))? {
        let folder = base.join("sources").join(source.file_name().unwrap_or_default());
        for mapping in sorted(&source)? {
            if mapping.extension().is_some_and(|ending| ending == "toml") {
                fs::copy(&mapping, folder.join(mapping.file_name().unwrap_or_default()))?;
            }
        }
    }
    Ok(())
}

/// Adds what another vocabulary says; of what both say, the first stays.
fn merge(one: &mut Toml, other: Toml) {
    for (key, value) in other {
        match (one.get_mut(&key), value) {
            (None, value) => drop(one.insert(key, value)),
            (Some(Value::Table(one)), Value::Table(other)) => merge(one, other),
            (Some(Value::Array(one)), Value::Array(other)) => {
                let new: Vec<_> = other.into_iter().filter(|word| !one.contains(word)).collect();
                one.extend(new);
            }
            (Some(_), _) => {}
        }
    }
}

/// A vocabulary that gives a facet these values.
fn values(facet: &str, words: Words) -> Toml {
    let table = |key: &str, value: Value| Toml::from_iter([(key.to_owned(), value)]);
    let label = |label: String| {
        let both = ["en", "fr"].map(|lang| (lang.to_owned(), Value::String(label.clone())));
        Value::Table(Toml::from_iter(both))
    };
    let words = words.into_iter().map(|(word, own)| (word, label(own))).collect();
    let facet = table(facet, table("values", Value::Table(words)).into());
    table("facet", facet.into())
}

/// The candidates and races of the tables of elections.
fn words(files: &[PathBuf]) -> Fallible<[(&'static str, Words); 2]> {
    let (mut candidates, mut races) = (Words::new(), Words::new());
    for file in files {
        let text = fs::read_to_string(file)?;
        let table = Table::of(&text);
        let Some((head, rows)) = table.rows.split_first() else { continue };
        for row in rows {
            let cell = |column: &str| {
                let at = head.iter().position(|cell| cell.text(&text) == column)?;
                row.get(at).map(|cell| cell.text(&text).to_owned())
            };
            candidates.extend(own_candidates(&cell).into_iter().map(named));
            races.extend(own_race(&cell).map(named));
        }
    }
    Ok([("candidate", candidates), ("race", races)])
}

fn named(words: String) -> (String, String) {
    (slug(&words), words)
}

/// Whom a row is about. Parties stand in where both candidates are called the same.
fn own_candidates(cell: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
    let two = ["cand1", "cand2"]
        .map(|one| Some([cell(&format!("{one}_name"))?, cell(&format!("{one}_party"))?]));
    match two {
        [Some([one, left]), Some([other, right])] if slug(&one) == slug(&other) => {
            vec![format!("{one} {left}"), format!("{other} {right}")]
        }
        [Some([one, _]), Some([other, _])] => vec![one, other],
        _ => cell("candidate_name").into_iter().collect(),
    }
}

/// Which race a row is about, as the plugin or the mapping has it.
fn own_race(cell: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let own = cell("race").filter(|_| cell("cand1_name").is_some());
    own.or_else(|| {
        cell("candidate_name")?;
        let words: Option<Vec<_>> =
            ["cycle", "state", "seat_name", "stage"].into_iter().map(cell).collect();
        Some(words?.join(" "))
    })
}
