//! Real polls for which there are plugins of their own, read by a mapping: it says the same
//! of each poll and of each figure, but for what is told here.

use std::{collections::BTreeSet, path::Path};

use gainsay_claims::claim::Claim;
use gainsay_host::Loaded;
use gainsay_plugin::wire::Finding;
use gainsay_tests::{
    base::{folder, load_folder, load_shipped},
    program::on_base,
    tree,
};

/// A shipped base as it is, and the same with mappings instead of the plugin that its one
/// source has.
fn both(name: &str, source: &str, mappings: &[&str]) -> [Loaded; 2] {
    let feeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("feeds");
    let mut files = tree::read(&folder(name), &[]);
    for mapping in mappings {
        let text = std::fs::read(feeds.join(mapping)).expect("the mapping is there");
        files.insert(format!("sources/{source}/{mapping}"), text);
    }
    let config = files.get_mut("gainsay.toml").expect("the base is configured");
    let text = String::from_utf8(config.clone()).expect("UTF-8");
    let own = format!("{source} = {{");
    assert_eq!(text.matches(&own).count(), 1);
    *config = text.replace(&own, &format!("{own} plugin = \"feed\",")).into_bytes();
    let copy = Path::new(env!("CARGO_TARGET_TMPDIR")).join("feeds").join(name);
    tree::write(&copy, &files);
    [load_shipped(name), load_folder(copy)]
}

/// What is told of each study, by its id.
fn studies(loaded: &Loaded) -> Vec<String> {
    loaded.base.studies.values().map(|study| format!("{study:?}")).collect()
}

/// What is said of each figure, and what the core makes of it, by its place; without ids, and
/// changed where a mapping says something else on purpose.
fn figures(loaded: &Loaded, change: impl Fn(&mut Finding)) -> Vec<(usize, Finding, String)> {
    let figure = |claim: &Claim| {
        let mut said = Finding { id: String::new(), ..claim.said.as_ref().clone() };
        change(&mut said);
        let Claim { statement, population, n, period, .. } = claim;
        (claim.at.span.start, said, format!("{statement:?} {population:?} {n:?} {period:?}"))
    };
    let mut figures: Vec<_> = loaded.base.claims.values().map(figure).collect();
    figures.sort_by_key(|(at, said, _)| (said.document.clone(), *at));
    figures
}

/// Tells of two lists where they differ first.
#[track_caller]
fn assert_alike<T: PartialEq + std::fmt::Debug>(own: Vec<T>, mapped: Vec<T>) {
    let sizes = [own.len(), mapped.len()];
    for (own, mapped) in own.into_iter().zip(mapped) {
        assert_eq!(own, mapped);
    }
    assert_eq!(sizes[0], sizes[1]);
}

#[test]
fn polls_on_guns_are_read_alike() {
    let [own, mapped] = both("us-guns-2018", "fivethirtyeight", &["guns.toml"]);
    assert_eq!((mapped.base.studies.len(), mapped.base.claims.len()), (20, 171));
    assert_eq!(mapped.diagnostics, []);
    assert_alike(studies(&own), studies(&mapped));
    assert_alike(figures(&own, |_| ()), figures(&mapped, |_| ()));
}

/// The plugin tells by remarks in prose that a question was for those only who follow the
/// story, and by its words on what ground it asks; a mapping has no rule for prose.
#[test]
fn polls_on_impeachment_are_read_alike_but_for_what_prose_tells() {
    let mappings = ["impeachment.toml", "mueller.toml"];
    let [mut own, mut mapped] = both("us-impeachment-2019", "fivethirtyeight", &mappings);
    let told = [&own, &mapped].map(|loaded| loaded.diagnostics.len());
    assert_eq!(told, [10, 10], "rows that say the same as another");
    // Of these, the mapping takes for the size of the poll what is that of a part of it.
    let restricted: BTreeSet<_> = own
        .base
        .claims
        .values()
        .filter(|claim| claim.said.base.iter().any(|one| one.who == "following-the-story"))
        .filter_map(|claim| claim.study().map(str::to_owned))
        .collect();
    assert!(!restricted.is_empty());
    for loaded in [&mut own, &mut mapped] {
        loaded.base.studies.retain(|id, _| !restricted.contains(id));
    }
    assert_alike(studies(&own), studies(&mapped));
    let prose = |said: &mut Finding| {
        said.facets.shift_remove("ground");
        said.base.retain(|step| step.who != "following-the-story");
        said.note = None;
        if let Some(question) = &mut said.question {
            // Questions of one name are counted for each group, and not for all.
            question.id.clear();
        }
    };
    assert_alike(figures(&own, prose), figures(&mapped, prose));
}

/// The plugin tells races by who stands in them, which takes all rows of a race together;
/// a mapping, by the words of the hypothesis.
#[test]
fn french_polls_are_read_alike_but_for_who_else_stands() {
    let [own, mapped] = both("french-presidential-2022", "nsppolls", &["presidentielle.toml"]);
    assert_eq!(mapped.diagnostics, []);
    assert_alike(studies(&own), studies(&mapped));
    let race = |said: &mut Finding| {
        said.facets.shift_remove("hypothesis");
        said.facets.shift_remove("opponent");
        if let Some(question) = &mut said.question {
            question.id.clear();
        }
    };
    assert_alike(figures(&own, race), figures(&mapped, race));
}

/// Mappings and tables are read together, whatever stands beside them.
#[test]
fn sources_that_are_read_by_a_mapping_keep_every_rule() {
    let bases = Path::new(env!("CARGO_MANIFEST_DIR")).join("bases");
    for (base, source) in [
        (folder("swedish-parties"), "swedish-polls"),
        (bases.join("crosstabs"), "quantipy"),
        (bases.join("advertising"), "fixture-a"),
    ] {
        let arguments = ["source", "check", "--source", source, "--fail-on", "note"];
        let told = on_base(&base, &arguments, 0).stdout;
        assert!(String::from_utf8_lossy(&told).contains(": 28 rules hold, 1 not looked at"));
    }
}

/// A base of its own with one mapping and this table beside it.
fn loaded(name: &str, table: &str, text: &str) -> Loaded {
    let mapping = "[study]\ntitle = '{house}'\npublisher = '{house}'\n[seen.page]\n\
                   mark = 'secondary'\nurl = 'https://a.example'\n[poll]\nid = '{house} {day}'\n\
                   n = 'n'\nlast = 'day'\nfirst = 'day'\nfigures = 'percent'\n\
                   [question.q]\nkind = 'single'\nconcept = 'c'\nn = 'n'\n\
                   answer.a = { column = 'A' }\nanswer.b = { column = 'B', negated = true }\n";
    let words = "[concept.c]\nlabel = { en = \"c\", fr = \"c\" }\n";
    let files = [
        ("gainsay.toml".to_owned(), "[sources]\nfixture-a = { plugin = \"feed\" }\n".to_owned()),
        ("vocabulary/words.toml".to_owned(), words.to_owned()),
        ("sources/fixture-a/one.toml".to_owned(), format!("table = '{table}'\n{mapping}")),
        (format!("sources/fixture-a/{table}"), text.to_owned()),
    ];
    let files: tree::Tree = files.map(|(name, text)| (name, text.into_bytes())).into();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("feeds").join(name);
    tree::write(&folder, &files);
    load_folder(folder)
}

#[test]
fn figures_of_json_are_read_where_they_stand() {
    let text = r#"[{"house":"About 5","day":"2014-03-02","n":1000,"A":37.5,"B":"62,5 %"},
        {"house":"B","day":"2 mars 2014","n":"about 300","A":37,"B":null}]"#;
    let loaded = loaded("json", "polls.json", text);
    assert_eq!(loaded.diagnostics, []);
    assert_eq!((loaded.base.studies.len(), loaded.base.claims.len()), (2, 3));
    for claim in loaded.base.claims.values() {
        let document = &loaded.base.documents[&claim.at.document];
        let words = &document.text[claim.at.span.clone()];
        assert!(["37.5", "62,5 %", "37"].contains(&words), "{words}");
    }
    let period = |house| loaded.base.claims[&format!("fixture-a/{house}-2014-03-02/q/a")].period;
    assert_eq!(period("about-5"), period("b"));
}

#[test]
fn numbers_of_cases_are_read_however_thousands_are_parted() {
    let rows = ["1500", "1 500", "1,500", "1.500", "1\u{a0}500"];
    let row = |(day, n): (usize, &&str)| format!("B,2014-03-0{},\"{n}\",37,63\n", day + 1);
    let rows: String = rows.iter().enumerate().map(row).collect();
    let loaded = loaded("sizes", "polls.csv", &format!("house,day,n,A,B\n{rows}"));
    assert_eq!(loaded.diagnostics, []);
    let sizes: Vec<_> = loaded.base.studies.values().map(|study| study.n.size()).collect();
    assert_eq!(sizes, [Some(1500); 5]);
    assert!(loaded.base.claims.values().all(|claim| claim.n.size() == Some(1500)));
}

#[test]
fn a_hostile_table_costs_itself() {
    let head = "house,day,n,A,B\n";
    let rows = "B,2014,1000,37,63\nB,2014,0,37,63\nB,2014,1000,101,63\nB,soon,1000,37,63\n";
    let bad = loaded("rows", "polls.csv", &format!("{head}{rows}"));
    let told: Vec<_> = bad.diagnostics.iter().map(|one| one.check.id).collect();
    assert_eq!((told, bad.base.claims.len()), (vec!["source-remark"; 3], 2));
    let wide = format!("{head}{}", ",".repeat(1_000_000));
    let bad = loaded("wide", "polls.csv", &wide);
    let told: Vec<_> = bad.diagnostics.iter().map(|one| one.check.id).collect();
    assert_eq!((told, bad.base.claims.len()), (vec!["broken-document"; 2], 0));
    let objects = format!(
        "[{{{}\"z\":1}}]",
        (0..1_000_000).map(|one| format!("\"{one}\":1,")).collect::<String>()
    );
    let bad = loaded("objects", "polls.json", &objects);
    let told: Vec<_> = bad.diagnostics.iter().map(|one| one.check.id).collect();
    assert_eq!((told, bad.base.claims.len()), (vec!["broken-document"], 0));
}
