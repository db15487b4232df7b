//! Crosstabs as they were published, through the whole product: every figure of the
//! mapping is a claim, read in its cell.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use gainsay_claims::{Lang, claim::Statement, diagnostic::Subject, sample::Sample};
use gainsay_host::{LoadOptions, Loaded, Locking, ProposeError, RunOptions, propose};
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
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/crosstabs");
    let sources = base.join("sources");
    let plugins = program.parent().map(Path::to_owned);
    let options = LoadOptions { base, plugins, run: options, lock: Locking::Heeded, cache: None };
    let proposed = |file: &str| propose("crosstab", &sources.join(file), Lang::En, &options);
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

/// A base of its own with one mapping and these files beside it, removed when dropped.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let folder = std::env::temp_dir().join(format!("gainsay-ct-{name}-{}", std::process::id()));
        let sources = folder.join("sources/fixture-a");
        fs::create_dir_all(&sources).expect("a folder to write to");
        fs::create_dir_all(folder.join("vocabulary")).expect("a folder to write to");
        let words = "[concept.c]\nlabel = { en = \"c\", fr = \"c\" }\n";
        fs::write(folder.join("vocabulary/words.toml"), words).expect("a file");
        let config = "[sources]\nfixture-a = { plugin = \"crosstab\" }\n";
        fs::write(folder.join("gainsay.toml"), config).expect("a file");
        for (name, content) in files {
            fs::write(sources.join(name), content).expect("a file");
        }
        Self(folder)
    }

    /// The diagnostics of the base, each by its check, its subject and what it points at.
    fn told(&self) -> (usize, Vec<(&'static str, String, String)>) {
        let loaded = load_folder(self.0.clone());
        let told = loaded.diagnostics.iter().map(|one| {
            let words = one.labels.first().map(|label| {
                let text = &loaded.base.documents[&label.at.document].text;
                text.get(label.at.span.clone()).unwrap_or_default().to_owned()
            });
            let subject = match &one.subject {
                Subject::Name(name) => name.clone(),
                other => format!("{other:?}"),
            };
            (one.check.id, subject, words.unwrap_or_default())
        });
        (loaded.base.claims.len(), told.collect())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn mapping(file: &str) -> String {
    format!(
        "table = '{file}'\n[study]\ntitle = 'One'\npublisher = 'Fixture A'\n\
         [seen.page]\nmark = 'publisher'\nurl = 'https://a.example'\n\
         [layout]\nlabels = ['A']\nfigures = 'percent'\n\
         letters = {{ stand = 'behind' }}\n[column.all]\nat = 'B'\n\
         [question.q]\nkind = 'single'\nconcept = 'c'\n[question.q.answer.yes]\nrow = 1\n\
         [question.q.answer.no]\nrow = 2\nnegated = true\n"
    )
}

#[test]
fn a_figure_that_cannot_be_read_costs_its_own_claim() {
    for (cell, claims) in [("37 B", 2), ("37%B", 2), ("37B", 1), ("n/a", 1), ("137%", 1)] {
        let csv = format!("Yes,{cell}\nNo,63\n");
        let text = mapping("t.csv");
        let scratch =
            Scratch::new("cell", &[("one.toml", text.as_bytes()), ("t.csv", csv.as_bytes())]);
        let (found, told) = scratch.told();
        assert_eq!(found, claims, "{cell}: {told:?}");
        assert_eq!(told.len(), 2 - claims, "{cell}: {told:?}");
        assert!(
            told.iter().all(|(_, subject, _)| subject == "fixture-a/one/q/yes/all"),
            "{told:?}"
        );
    }
}

#[test]
fn a_broken_file_costs_its_own_mapping_and_says_where() {
    let good = mapping("t.csv");
    let csv = b"Yes,37\nNo,63\n";
    let cases: [(&str, &[u8]); 4] = [
        ("cut.xlsx", b"PK\x03\x04 cut off"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut off"),
        ("cut.ods", b""),
        ("latin.csv", b"Oui,37 \xe9\nNon,63\n"),
    ];
    for (file, content) in cases {
        let bad = mapping(file);
        let files: [(&str, &[u8]); 4] = [
            ("good.toml", good.as_bytes()),
            ("t.csv", csv),
            ("bad.toml", bad.as_bytes()),
            (file, content),
        ];
        let (claims, told) = Scratch::new("broken", &files).told();
        let document = "sources/fixture-a/bad.toml".to_owned();
        assert_eq!(told, [("broken-document", document, format!("'{file}'"))]);
        assert_eq!(claims, 2, "the other mapping is read");
    }
}

#[test]
fn a_workbook_that_no_mapping_names_is_told() {
    let good = mapping("t.csv");
    let files: [(&str, &[u8]); 3] =
        [("good.toml", good.as_bytes()), ("t.csv", b"Yes,37\nNo,63\n"), ("other.xlsx", b"PK")];
    let (claims, told) = Scratch::new("unnamed", &files).told();
    let other = "sources/fixture-a/other.xlsx".to_owned();
    assert_eq!((claims, told), (2, vec![("broken-document", other, String::new())]));
}

#[cfg(unix)]
#[test]
fn a_table_that_leads_out_of_the_base_is_not_handed_over() {
    let text = mapping("t.csv");
    let scratch = Scratch::new("link", &[("one.toml", text.as_bytes())]);
    let outside = scratch.0.with_extension("outside.csv");
    fs::write(&outside, "Yes,37\nNo,63\n").expect("a file");
    let link = scratch.0.join("sources/fixture-a/t.csv");
    std::os::unix::fs::symlink(&outside, link).expect("a link");
    let (claims, told) = scratch.told();
    fs::remove_file(outside).ok();
    let told: Vec<_> = told.iter().map(|(check, subject, _)| (*check, subject.as_str())).collect();
    let link = ("broken-document", "sources/fixture-a/t.csv");
    assert_eq!((claims, told), (0, vec![link, ("broken-document", "sources/fixture-a/one.toml")]));
}
