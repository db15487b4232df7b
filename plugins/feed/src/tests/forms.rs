//! Wide and long tables, in CSV and in JSON.

use gainsay_plugin::wire::{Derived, Place};

use super::*;

const LONG: &str = "table = 'table.csv'\n[study]\ntitle = 'One'\npublisher = '{house}'\n\
                    [seen.page]\nmark = 'secondary'\nurl = 'https://a.example'\n\
                    [poll]\nid = '{id}'\nby = ['id']\nfigures = 'percent'\n\
                    universe = '{people}'\nn = 'n'\n\
                    [words.people]\ncolumn = 'who'\nmean = { a = 'adults', rv = 'voters' }\n\
                    [question.race]\nkind = 'single'\nname = '{race}'\nby = ['race']\n\
                    concept = 'c'\nfacets = { candidate = '{name}' }\nn = 'n'\n\
                    value = 'pct'\noption = '{name}'\n";

#[test]
fn a_wide_row_is_a_poll_with_a_figure_in_each_column() {
    let table = table(&format!("{HEAD}Fixture B,2014-03-02,1000,37,NA\n"));
    let reading = read(WIDE, &table);
    assert_eq!(reading.diagnostics, []);
    let [study] = &reading.studies[..] else { panic!("{:?}", reading.studies) };
    assert_eq!(
        (study.id.as_str(), study.title.as_str()),
        ("fixture-a/fixture-b-2014-03-02", "Fixture B")
    );
    assert_eq!(study.document, table.name);
    assert_eq!(study.n, Some(Place::cell(1, 2)));
    let [finding] = &reading.findings[..] else { panic!("{:?}", reading.findings) };
    assert_eq!(finding.id, "fixture-b-2014-03-02/vote/a");
    assert_eq!((words(finding, &table), finding.n), ("37", Some(Place::cell(1, 2))));
    assert_eq!(finding.facets["party"], "a");
}

#[test]
fn long_rows_are_answers_of_one_question() {
    let table = table(
        "id,house,who,n,race,name,pct\n7,B,rv,900,North,Anne A,54.0\n7,B,a,1000,North,Béa B,46\n\
         7,B,a,1000,South,Anne A,50\n",
    );
    let reading = read(LONG, &table);
    assert_eq!(reading.diagnostics, []);
    assert_eq!(reading.studies.len(), 1);
    // Registered voters are broken out of adults: the row with most cases tells of the poll.
    assert_eq!(reading.studies[0].people.universe.as_deref(), Some("adults"));
    assert_eq!(reading.studies[0].n.map(|at| table.words(at)), Some("1000"));
    let found = reading.findings.iter().map(|one| {
        let universe = one.people.as_ref().and_then(|people| people.universe.as_deref());
        (one.id.as_str(), words(one, &table), universe)
    });
    let expected = [
        ("7/north/anne-a", "54.0", Some("voters")),
        ("7/north/bea-b", "46", None),
        ("7/south/anne-a", "50", None),
    ];
    assert_eq!(found.collect::<Vec<_>>(), expected);
}

#[test]
fn the_row_of_most_cases_is_known_however_thousands_are_parted() {
    for n in ["1 500", "1,500", "1.500", "1\u{202f}500", "1245.83"] {
        let table = table(&format!(
            "id,house,who,n,race,name,pct\n7,B,rv,900,North,Anne,54\n7,B,a,\"{n}\",North,Jean,46\n"
        ));
        let reading = read(LONG, &table);
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.studies[0].n.map(|at| table.words(at)), Some(n));
        assert_eq!(reading.studies[0].people.universe.as_deref(), Some("adults"), "{n}");
    }
}

#[test]
fn objects_within_objects_are_rows() {
    let text = r#"[{ "id": 7, "house": "B", "who": "a", "n": null, "races": [
        { "race": "North", "list": [{ "name": "Anne A", "pct": 54.0 }, { "name": "B\u00e9a", "pct": "46 %" }] },
        { "race": "South", "list": [{ "name": "Anne A", "pct": null }] } ] }]"#;
    let table = testing::document("fixture-a", "sources/fixture-a/table.json", text);
    let mut mapping = LONG.replace("table.csv", "table.json");
    for (name, way) in
        [("race", "races.race"), ("name", "races.list.name"), ("pct", "races.list.pct")]
    {
        mapping = mapping.replace(&format!("{{{name}}}"), &format!("{{{way}}}"));
        mapping = mapping.replace(&format!("'{name}'"), &format!("'{way}'"));
    }
    let reading = read(&mapping, &table);
    assert_eq!(reading.diagnostics, []);
    let found = reading.findings.iter().map(|one| (one.id.as_str(), words(one, &table)));
    let expected = [("7/north/anne-a", "54.0"), ("7/north/bea", "46 %")];
    assert_eq!(found.collect::<Vec<_>>(), expected);
    let name = &reading.findings[1].facets["candidate"];
    assert_eq!(name, "bea", "a word with an escape is a word");
}

#[test]
fn the_rest_tells_how_many_are_in_the_base() {
    let mapping =
        WIDE.replace("n = 'n'\nanswer.a", "n = 'n'\nbase = ['named']\nrest = 'B'\nanswer.a");
    let mapping = mapping.split("answer.b").next().expect("a beginning");
    let table = table(&format!("{HEAD}A,2014,1000,37,12.5\nA,2015,1000,37,\n"));
    let reading = read(mapping, &table);
    assert_eq!(reading.diagnostics, []);
    let [told, untold] = &reading.findings[..] else { panic!("{:?}", reading.findings) };
    let rest = told.base[0].share.as_ref().expect("it is told");
    assert_eq!((table.words(rest.at), &rest.derived), ("12.5", &Some(Derived::Complement)));
    assert_eq!((told.n, untold.n.is_some()), (None, true));
    assert_eq!(untold.base[0].share, None);
}

#[test]
fn counts_are_shares_of_their_base() {
    let mapping = WIDE.replace("'percent'", "'count'");
    let reading = read(&mapping, &table(&format!("{HEAD}A,2014,1000,370,630\n")));
    let Says::Share(figure) = &reading.findings[0].says else { panic!("no share") };
    assert_eq!(figure.derived, Some(Derived::Ratio(Place::cell(1, 2))));
}

#[test]
fn rows_and_questions_are_chosen() {
    let chosen =
        WIDE.replace("figures =", "where = [{ column = 'house', not = ['B'] }]\nfigures =");
    let table = table(&format!("{HEAD}A,2014,1000,37,\nB,2014,1000,140,\n"));
    let reading = read(&chosen, &table);
    assert_eq!((reading.diagnostics.len(), reading.studies.len()), (0, 1));
    let question = "[question.vote]\nwhere = [{ column = 'house', is = ['Z'] }]";
    let reading = read(&chosen.replace("[question.vote]", question), &table);
    assert_eq!((reading.studies.len(), reading.findings.len()), (1, 0));
}

#[test]
fn a_column_that_nothing_reads_is_told() {
    let table = table("house,day,n,A,B,C\nA,2014,1000,37,63,1\n");
    let told = |mapping: &str| {
        let reading = read(mapping, &table);
        remarks(&reading, &table).into_iter().map(|(said, _)| said.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(told(WIDE), ["the table has columns that nothing reads: `C`"]);
    assert_eq!(told(&format!("{WIDE}[left-out]\ncolumns = ['C']\n")), [""; 0]);
}
