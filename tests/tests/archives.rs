//! Surveys in the forms that archives hand out, read by the product as it ships, and a
//! study written in such a form and read again.

use std::{fs, path::Path, process::Command};

use gainsay_claims::{
    EvidenceBase,
    checks::SOURCE_REMARK,
    claim::{Claim, Statement},
    sample::Sample,
};
use gainsay_host::Loaded;
use gainsay_tests::base::{load_folder, product};

/// The sums that PSPP 1.6.2 computed from the answers: Σw of those who trust, Σw, Σw².
const WOMEN: [f64; 3] = [105.0947, 185.8959, 260.71022739];
const ALL: [f64; 3] = [158.5555, 384.0062, 526.22746570];

fn shipped() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bases/advertising")
}

#[track_caller]
fn claim<'a>(base: &'a EvidenceBase, id: &str) -> &'a Claim {
    base.claims.get(id).unwrap_or_else(|| panic!("no claim `{id}`"))
}

#[track_caller]
fn assert_whole(loaded: &Loaded) {
    let wrong = loaded.diagnostics.iter().find(|one| one.check.id != SOURCE_REMARK.id);
    assert!(wrong.is_none(), "{wrong:?}");
    assert!(loaded.base.is_complete());
}

/// Whether a claim leaves open the share of these sums, and no more than a ten-thousandth.
#[track_caller]
fn assert_share(claim: &Claim, [yes, whole, _]: [f64; 3]) {
    let Statement::Share(share) = &claim.statement else { panic!("{} is no share", claim.id) };
    let (lo, hi) = (share.hard.lo_f64(), share.hard.hi_f64());
    assert!(lo <= yes / whole && yes / whole <= hi, "{}: {lo} to {hi}", claim.id);
    assert!(hi - lo < 1e-4, "{}: {lo} to {hi}", claim.id);
}

#[test]
fn three_forms_of_the_same_answers_give_the_same_figures() {
    let loaded = load_folder(shipped());
    assert_whole(&loaded);
    let base = &loaded.base;
    for id in ["fixture-a/2026-trust", "fixture-b/2026-codebook", "fixture-c/2026-panel"] {
        assert_share(claim(base, &format!("{id}/trusts")), ALL);
    }
    let women = claim(base, "fixture-a/2026-trust/trusts-women");
    assert_share(women, WOMEN);
    let [_, whole, squares] = WOMEN;
    assert_eq!(women.n, Sample::Exactly(163));
    let worth = women.n_effective.size().expect("it is weighted");
    assert!((whole * whole / squares - worth as f64) < 1.0, "{worth}");
    assert_eq!(women.at.document, "sources/fixture-a/survey.sav#2026-trust");
    let listing = &base.documents[&women.at.document];
    let line = listing.text.lines().find(|line| line.contains("56.5342 %")).expect("its line");
    assert!(line.starts_with("% trust_ads = 4 \"Rather\" + 5 \"Fully\" | sex = 2 \"Femme\" ×"));

    let counted = claim(base, "fixture-b/2026-codebook/women");
    let Statement::Share(share) = &counted.statement else { panic!("no share") };
    assert_eq!(share.text, "189 ÷ 400");
}

#[test]
fn an_exported_study_is_read_again_as_the_same_study() {
    let program = product().program("gainsay");
    let xml = Command::new(program)
        .args(["export", "fixture-b/2026-codebook", "--lang", "en", "--base"])
        .arg(shipped())
        .output()
        .expect("it runs");
    assert!(xml.status.success(), "{}", String::from_utf8_lossy(&xml.stderr));

    let folder = std::env::temp_dir().join(format!("gainsay-archives-{}", std::process::id()));
    let sources = folder.join("sources/fixture-d");
    fs::create_dir_all(&sources).expect("a folder to write to");
    fs::create_dir_all(folder.join("vocabulary")).expect("a folder to write to");
    let words = "vocabulary/advertising.toml";
    fs::copy(shipped().join(words), folder.join(words)).expect("a file");
    let config = "[sources]\nfixture-d = { plugin = \"ddi\" }\n";
    fs::write(folder.join("gainsay.toml"), config).expect("a file");
    fs::write(sources.join("export.xml"), &xml.stdout).expect("a file");
    let mapping = "[data]\nfile = \"export.xml\"\n[study]\nuniverse = \"adults\"\n\
                   [[finding]]\nid = \"trusts\"\nvariable = \"trusts\"\nyes = [\"1\"]\n\
                   mark = \"publisher\"\nconcept = \"trusts-advertising\"\nbase = [\"adults\"]\n";
    fs::write(sources.join("export.toml"), mapping).expect("a file");

    let before = load_folder(shipped());
    let after = load_folder(folder.clone());
    fs::remove_dir_all(&folder).expect("it was written");
    assert_whole(&after);
    let (old, new) =
        (&before.base.studies["fixture-b/2026-codebook"], &after.base.studies["fixture-d/export"]);
    assert_eq!((new.fieldwork, new.published, new.n), (old.fieldwork, old.published, old.n));
    assert_eq!(new.population, old.population);
    assert_eq!((&new.said.title, &new.said.publisher), (&old.said.title, &old.said.publisher));
    assert_eq!(
        (&new.said.conducted_by, &new.said.sponsor, &new.said.licence, &new.said.frame),
        (&old.said.conducted_by, &old.said.sponsor, &old.said.licence, &old.said.frame)
    );
    assert_eq!((&new.said.mode, new.said.weighted), (&old.said.mode, old.said.weighted));
    assert_eq!(new.said.people.excludes, old.said.people.excludes);
    let (old, new) = (
        claim(&before.base, "fixture-b/2026-codebook/trusts"),
        claim(&after.base, "fixture-d/export/trusts"),
    );
    assert_share(new, ALL);
    assert_eq!(new.n, old.n);
    let question = |claim: &Claim| claim.said.question.as_ref().and_then(|one| one.text.clone());
    assert_eq!(question(new), question(old));
}
