use quick_xml::{Reader, events::Event};

use super::*;
use crate::fixture;

/// Children in the order of the schema of DDI Codebook 2.5, as far as they are written.
const ORDER: [(&str, &[&str]); 14] = [
    ("codeBook", &["stdyDscr", "fileDscr", "dataDscr"]),
    ("stdyDscr", &["citation", "stdyInfo", "method"]),
    ("citation", &["titlStmt", "prodStmt", "distStmt", "holdings"]),
    ("titlStmt", &["titl", "IDNo"]),
    ("prodStmt", &["producer", "copyright", "fundAg"]),
    ("distStmt", &["distDate"]),
    ("stdyInfo", &["sumDscr"]),
    ("sumDscr", &["collDate", "nation", "anlyUnit", "universe"]),
    ("method", &["dataColl", "anlyInfo"]),
    ("dataColl", &["dataCollector", "sampProc", "collMode", "weight"]),
    ("anlyInfo", &["respRate"]),
    ("dataDscr", &["var"]),
    ("var", &["labl", "qstn", "universe", "sumStat", "txt", "catgry", "concept"]),
    ("catgry", &["catValu", "labl", "catStat"]),
];

/// Every element with the name of what it is in.
fn elements(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<String> = Vec::new();
    let mut all = Vec::new();
    loop {
        let event = reader.read_event().expect("well-formed");
        match &event {
            Event::Start(tag) | Event::Empty(tag) => {
                let name = tag.name().as_ref().to_owned();
                all.push((open.last().cloned().unwrap_or_default(), name.clone()));
                if matches!(event, Event::Start(_)) {
                    open.push(name);
                }
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, [""; 0], "everything is closed");
    all
}

#[test]
fn elements_stand_in_the_order_of_the_schema() {
    let base = fixture::base();
    for study in base.studies.values() {
        let all = elements(&render(Speaker::new(&base, Lang::En), study));
        for (parent, order) in ORDER {
            let mut at = 0;
            for (_, name) in all.iter().filter(|(one, _)| one == parent) {
                let found = order.iter().position(|one| one == name);
                let found = found.unwrap_or_else(|| panic!("`{name}` in `{parent}`"));
                // Another variable or category begins again.
                at = if found == 0 { 0 } else { at };
                assert!(found >= at, "`{name}` comes too late in `{parent}`");
                at = found;
            }
        }
    }
}

#[test]
fn what_is_known_is_written_and_nothing_else() {
    let base = fixture::base();
    let study = base.studies.values().next().expect("a study");
    let xml = render(Speaker::new(&base, Lang::En), study);
    assert!(xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<codeBook xmlns="));
    assert!(xml.contains("<nation abbr=\"GB\">United Kingdom</nation>"), "{xml}");
    assert!(xml.contains("<caseQnty>1004</caseQnty>"), "{xml}");
    assert!(xml.contains("<catStat type=\"percent\">72</catStat>"), "{xml}");
    assert!(!xml.contains("respRate") && !xml.contains("weight"), "{xml}");
    let french = render(Speaker::new(&base, Lang::Fr), study);
    assert!(french.contains("<nation abbr=\"GB\">Royaume-Uni</nation>"), "{french}");
}

#[test]
fn those_who_say_no_and_weights_are_told() {
    let mut base = fixture::base();
    let mut study = base.studies.values().next().expect("a study").clone();
    let text = |base: &_, study: &_| render(Speaker::new(base, Lang::Fr), study);
    base.claims.values_mut().for_each(|claim| claim.said.negated = false);
    assert!(text(&base, &study).contains("<catValu>1</catValu>"));
    base.claims.values_mut().for_each(|claim| claim.said.negated = true);
    study.said.weighted = Disclosed::Yes;
    let xml = text(&base, &study);
    assert!(xml.contains("<catValu>0</catValu>") && xml.contains("<labl>non</labl>"), "{xml}");
    assert!(xml.contains("<catStat type=\"percent\" wgtd=\"wgtd\">72</catStat>"), "{xml}");
    assert!(xml.contains("<weight>pondéré</weight>"), "{xml}");
}

#[test]
fn each_variable_has_a_name_and_an_id_of_its_own() {
    let mut base = fixture::base();
    let study = base.studies.values().next().expect("a study").clone();
    let is_own = |claim: &gainsay_claims::claim::Claim| claim.study() == Some(&study.id);
    let own = base.claims.values().find(|one| is_own(one)).expect("a claim").clone();
    base.claims.retain(|_, claim| !is_own(claim));
    for within in ["table/q1/18-34", "table/q2/18-34", "table/q2_18-34", "18-34"] {
        let id = format!("{}/{within}", study.id);
        base.claims.insert(id.clone(), gainsay_claims::claim::Claim { id, ..own.clone() });
    }
    let xml = render(Speaker::new(&base, Lang::En), &study);
    for key in ["name=\"", "ID=\""] {
        let variables = xml.lines().filter(|line| line.trim_start().starts_with("<var "));
        let names = variables.filter_map(|line| line.split(key).nth(1)?.split('"').next());
        let names: std::collections::BTreeSet<&str> = names.collect();
        assert_eq!(names.len(), 4, "{names:?} in {xml}");
        if key == "name=\"" {
            let all = ["_18-34", "table_q1_18-34", "table_q2_18-34", "table_q2_18-34_2"];
            assert_eq!(names.into_iter().collect::<Vec<_>>(), all);
        }
    }
}

#[test]
fn words_that_are_no_number_stand_in_words_only() {
    let base = fixture::base();
    let study = base.studies.values().last().expect("a study");
    let xml = render(Speaker::new(&base, Lang::En), study);
    assert!(xml.contains("<txt>Environ 15 %</txt>"), "{xml}");
    assert!(!xml.contains("catStat"), "{xml}");
}

#[test]
fn nothing_that_a_plugin_says_becomes_markup() {
    let base = fixture::base();
    let mut study = base.studies.values().next().expect("a study").clone();
    study.said.title = "<a>&b;\u{1b}[31m\u{ffff}".to_owned();
    study.said.title_lang = Some("\"><x".to_owned());
    let xml = render(Speaker::new(&base, Lang::En), &study);
    assert!(xml.contains("<titl>&lt;a&gt;&amp;b;[31m</titl>"), "{xml}");
    assert!(elements(&xml).iter().all(|(_, name)| name != "x" && name != "a"));
}
