//! Crosstabs as they were published, through the whole product: every figure of the
//! mapping is a claim, read in its cell.

use std::{collections::BTreeMap, path::Path, sync::LazyLock};

use gainsay_claims::{claim::Statement, sample::Sample};
use gainsay_host::{Loaded, ProposeError, RunOptions, propose};
use gainsay_tests::base::{load_folder, product};

static BASE: LazyLock<Loaded> =
    LazyLock::new(|| load_folder(Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/crosstabs")));

/// The least and greatest share that a claim may stand for, in percent.
fn percent(id: &str) -> [f64; 2] {
    let claim = BASE.base.claims.get(id).unwrap_or_else(|| panic!("no claim `{id}`"));
    let Statement::Share(share) = &claim.statement else { panic!("{id} is no share") };
    [share.hard.lo_f64(), share.hard.hi_f64()].map(|end| 100.0 * end)
}

#[test]
fn both_crosstabs_are_read_without_a_word() {
    assert_eq!(BASE.diagnostics, []);
    let mut claims: BTreeMap<&str, usize> = BTreeMap::new();
    for claim in BASE.base.claims.values() {
        *claims.entry(&claim.source).or_default() += 1;
    }
    // 14 rows of 10 columns, but for the 8 cells that are left blank; 8 rows of 3 columns.
    assert_eq!(claims, [("masculinity", 132), ("quantipy", 24)].into());
}

#[test]
fn figures_stand_in_the_cells_they_are_read_from() {
    let claims = BASE.base.claims.values();
    for claim in claims {
        let document = &BASE.base.documents[&claim.at.document];
        let Statement::Share(share) = &claim.statement else { panic!("{} is no share", claim.id) };
        let words = &document.text[claim.at.span.clone()];
        assert_eq!(words, share.text.split(" ÷ ").next().unwrap_or_default(), "{}", claim.id);
    }
    let sky = &BASE.base.claims["quantipy/2014-basic/sports/sky-diving/men"];
    assert_eq!(sky.at.document, "sources/quantipy/basic.xlsx#q2");
    let line = BASE.base.documents[&sky.at.document].text[..sky.at.span.end].lines().last();
    assert_eq!(line, Some("C5\t575"));
    assert_eq!(sky.n, Sample::Exactly(1438));
}

// Computed from the cells by hand: 1127 / 2999 = 37.58 %, 575 / 1438 = 39.99 %,
// 1248 / 4303 = 29.00 %.
#[test]
fn shares_are_those_of_the_files() {
    for (id, expected) in [
        ("quantipy/2014-basic/sports/sky-diving/all", 37.58),
        ("quantipy/2014-basic/sports/sky-diving/men", 39.99),
        ("quantipy/2014-basic/home/yes/women", 29.00),
        ("masculinity/2018-masculinity/feels/very/all", 37.0),
        ("masculinity/2018-masculinity/feels/very/gay-or-bisexual", 21.0),
        ("masculinity/2018-masculinity/pressure/no/age-65-up", 47.0),
        ("masculinity/2018-masculinity/metoo/nothing/children", 29.0),
    ] {
        let [low, high] = percent(id);
        assert!((f64::midpoint(low, high) - expected).abs() < 0.006, "{id}: {low} to {high}");
        assert!(high - low <= 1.0 + 1e-9, "{id}: {low} to {high}");
    }
    let blank = "masculinity/2018-masculinity/metoo/nothing/age-18-34";
    assert!(!BASE.base.claims.contains_key(blank), "its cell is blank");
}

#[test]
fn a_mapping_is_proposed_by_the_confined_plugin() {
    let program = product().program("gainsay");
    let options = RunOptions { worker_exe: Some(program.to_owned()), ..RunOptions::default() };
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/crosstabs/sources");
    let proposed =
        |file: &str| propose("crosstab", &sources.join(file), program.parent(), &options);
    let proposal = proposed("quantipy/basic.xlsx").expect("it is understood");
    assert!(proposal.document.starts_with("#:schema crosstab.schema.json\ntable = \"basic.xlsx\""));
    let sheets = proposal.understood.iter().filter(|[what, _]| what == "sheet").count();
    assert_eq!(sheets, 8);
    let proposal = proposed("masculinity/masculinity-survey.csv").expect("it is understood");
    assert!(proposal.understood.contains(&["banner".to_owned(), "1-2".to_owned()]));
    assert!(matches!(proposed("quantipy/no.xlsx"), Err(ProposeError::File(_))));
    let refused = proposed("masculinity/2018-masculinity.toml");
    assert!(matches!(refused, Err(ProposeError::Refused(_))), "{refused:?}");
}
