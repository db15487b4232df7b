//! Two editions of one table of real polls: what was revised between them is what gainsay
//! reads otherwise, and nothing else.

use std::{collections::BTreeMap, fmt::Debug, path::PathBuf, sync::LazyLock};

use gainsay_claims::{
    claim::{Claim, Statement},
    sample::Sample,
};
use gainsay_host::Loaded;
use gainsay_plugin::slug;
use gainsay_tests::{
    base::load_folder,
    editions::{Edition, Row},
};

static FIRST: LazyLock<Loaded> = LazyLock::new(|| load(Edition::First, "first"));
static LATER: LazyLock<Loaded> = LazyLock::new(|| load(Edition::Later, "later"));

fn load(edition: Edition, name: &str) -> Loaded {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("editions").join(name);
    edition.write_base(&folder);
    load_folder(folder)
}

/// What a claim rests on that an edition may revise.
type Revisable = BTreeMap<&'static str, String>;

/// What each claim of the table rests on, by the cells of its row alone.
fn expected(edition: Edition) -> BTreeMap<String, Revisable> {
    let rows = edition.rows().into_values();
    let claims = rows.flat_map(|row| ["cand1", "cand2"].map(|candidate| of_cells(&row, candidate)));
    claims.collect()
}

fn of_cells(row: &Row, candidate: &str) -> (String, Revisable) {
    let name = slug(&row[&format!("{candidate}_name")]);
    let id = format!("fivethirtyeight/raw-polls-{}/{}/{name}", row["poll_id"], slug(&row["race"]));
    let remarks = &row["comment"];
    let size = if remarks.contains("sample size unavailable") { "" } else { &row["samplesize"] };
    let people = match remarks {
        told if told.contains("among registered voters") => "registered-voters",
        _ => "likely-voters",
    };
    let share = row[&format!("{candidate}_pct")].clone();
    let told = [
        ("share", share),
        ("size", size.to_owned()),
        ("day", iso(&row["polldate"])),
        ("people", people.to_owned()),
    ];
    (id, told.into())
}

/// `1/7/2008` as `2008-01-07`.
fn iso(american: &str) -> String {
    let parts: Vec<_> = american.split('/').collect();
    let [month, day, year] = parts[..] else { panic!("{american} is no American date") };
    format!("{year}-{month:0>2}-{day:0>2}")
}

/// The same of the claims that were read.
fn read(loaded: &Loaded) -> BTreeMap<String, Revisable> {
    loaded.base.claims.values().map(|claim| (claim.id.clone(), of_claim(claim))).collect()
}

fn of_claim(claim: &Claim) -> Revisable {
    let Statement::Share(share) = &claim.statement else { panic!("{} is no share", claim.id) };
    let size = match claim.n {
        Sample::Exactly(size) => size.to_string(),
        Sample::Unknown => String::new(),
        other => panic!("{} has a size of another kind: {other:?}", claim.id),
    };
    let period = claim.period.expect("every poll has its day");
    assert_eq!(period.start(), period.end(), "{}", claim.id);
    let people = claim.population.universe.clone().expect("it is told whom a poll asked");
    let told = [
        ("share", share.text.clone()),
        ("size", size),
        ("day", period.start().to_string()),
        ("people", people),
    ];
    told.into()
}

#[test]
fn both_editions_are_read_to_the_last_cell() {
    for (edition, loaded) in [(Edition::First, &*FIRST), (Edition::Later, &*LATER)] {
        assert!(loaded.base.is_complete());
        assert!(loaded.diagnostics.is_empty(), "{:?}", loaded.diagnostics);
        assert_eq!((loaded.base.studies.len(), loaded.base.claims.len()), (110, 220));
        assert_eq!(read(loaded), expected(edition));
    }
}

#[test]
fn a_poll_that_is_only_called_otherwise_says_the_same() {
    let [first, later] = [&*FIRST, &*LATER].map(|loaded| &loaded.base);
    assert!(first.studies.keys().eq(later.studies.keys()));
    let [before, after] = [Edition::First, Edition::Later].map(expected);
    let is_renamed = |claim: &Claim| {
        let [one, other] = [first, later].map(|base| {
            &base.study_of(&base.claims[&claim.id]).expect("every share is of a poll").said
        });
        one.publisher != other.publisher
    };
    let renamed = first.claims.values().filter(|claim| is_renamed(claim));
    let (revised, same): (Vec<&Claim>, Vec<&Claim>) =
        renamed.partition(|claim| before[&claim.id] != after[&claim.id]);
    assert!(!revised.is_empty() && !same.is_empty());
    for claim in same {
        assert_eq!(relied_on(claim), relied_on(&later.claims[&claim.id]), "{}", claim.id);
    }
    for claim in revised {
        assert_ne!(relied_on(claim), relied_on(&later.claims[&claim.id]), "{}", claim.id);
    }
}

/// All of a claim that a judgement may rest on.
fn relied_on(claim: &Claim) -> impl PartialEq + Debug {
    let (says, about) = (&claim.statement, &claim.proposition);
    let (whom, of, when) = (&claim.population, &claim.base, &claim.period);
    (says.clone(), about.clone(), whom.clone(), of.clone(), *when, claim.n)
}
