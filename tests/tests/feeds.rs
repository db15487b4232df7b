//! Real polls for which there are plugins of their own, read by a mapping: it says the same
//! of each poll and of each figure, but for what is told here.

use std::{collections::BTreeSet, path::Path};

use gainsay_claims::claim::Claim;
use gainsay_host::Loaded;
use gainsay_plugin::wire::Finding;
use gainsay_tests::{
    base::{folder, load_folder, load_shipped},
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
        let mut said = Finding { id: String::new(), ..claim.said.clone() };
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
