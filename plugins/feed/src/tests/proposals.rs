//! Mappings that are proposed by reading a table.

use super::*;
use crate::propose::propose;

fn proposed(table: &Document) -> (String, Vec<String>) {
    let mut entries = propose(table).expect("it is a table").into_iter();
    let [_, mapping] = entries.next().expect("the mapping comes first");
    (mapping, entries.map(|[what, value]| format!("{what}: {value}")).collect())
}

/// What a person does: takes remarks away, and says what only a person knows.
fn filled(mapping: &str) -> String {
    mapping
        .replace("# mark = \"secondary\"", "mark = \"secondary\"")
        .replace("# url = \"\"", "url = \"https://a.example\"")
        .replace("# concept = \"\"", "concept = \"c\"")
}

#[test]
fn a_wide_table_is_understood() {
    let table = table(
        "PublDate,Pollster,Population,Start,End,Sample Size,Yes,No,Round\n\
         3/20/14,A,a,3/1/14,3/14/14,1000,37.5,NA,1\n3/21/14,B,rv,3/2/14,3/15/14,900,40,55,1\n",
    );
    let (mapping, understood) = proposed(&table);
    assert_eq!(
        understood,
        [
            "table: ",
            "rows: 2",
            "poll: Pollster, Sample Size, Start, End, PublDate, Population",
            "columns: Yes, No",
            "marks: NA",
            "columns-not-understood: Round",
        ]
    );
    assert!(mapping.contains("notation = { dates = \"month-day-year\" }"), "{mapping}");
    assert_eq!(refused(&mapping, &table).0, "missing field `url`");
    let reading = read(&filled(&mapping), &table);
    assert_eq!(reading.diagnostics, []);
    let ids: Vec<_> = reading.findings.iter().map(|one| one.id.as_str()).collect();
    let first = "a-2014-03-14/question/yes";
    assert_eq!(ids, [first, "b-2014-03-15/question/yes", "b-2014-03-15/question/no"]);
}

#[test]
fn a_long_table_is_understood() {
    let text = r#"[{ "poll_id": 7, "institut": "A", "echantillon": 900, "candidats": [
        { "candidat": "Anne", "intentions": 54.5 }, { "candidat": "Jean", "intentions": 45.5 }] }]"#;
    let table = testing::document("fixture-a", "sources/fixture-a/table.json", text);
    let (mapping, understood) = proposed(&table);
    assert!(understood.contains(&"option: candidats.candidat".to_owned()), "{understood:?}");
    let reading = read(&filled(&mapping).replace("# title = \"\"", "title = \"One\""), &table);
    assert_eq!(reading.diagnostics, []);
    let found: Vec<_> = reading.findings.iter().map(|one| words(one, &table)).collect();
    assert_eq!(found, ["54.5", "45.5"]);
}

#[test]
fn what_is_no_table_has_no_mapping() {
    assert!(propose(&mapping("")).is_err());
    assert!(propose(&table("a,a\n")).is_err());
    let none = "no column of figures was found in it".to_owned();
    for text in ["x", "a,b\n", "house,day\nA,Monday\n"] {
        assert_eq!(propose(&table(text)), Err(none.clone()), "{text}");
    }
}
