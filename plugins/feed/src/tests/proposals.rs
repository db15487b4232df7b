//! Mappings that are proposed by reading a table.

use super::*;
use crate::propose::propose;

fn proposed(table: &Document) -> (String, Vec<String>) {
    let mut entries = propose(table, Lang::En).expect("it is a table").into_iter();
    let [_, mapping] = entries.next().expect("the mapping comes first");
    (mapping, entries.map(|[what, value]| format!("{what}: {value}")).collect())
}

/// What a person does: takes remarks away, and says what only a person knows.
fn filled(mapping: &str) -> String {
    mapping
        .replace("# [study]", "[study]")
        .replace("# publisher = \"\"", "publisher = \"Fixture A\"")
        .replace("# [left-out]", "[left-out]")
        .replace("# columns = ", "columns = ")
        .replace("# concept = \"\"", "concept = \"c\"")
        .replace("# facets = ", "facets = ")
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
    let unsaid = "answers without a concept do not count: `question`";
    let unread = "the table has columns that nothing reads: `Round`";
    let reading = read(&mapping, &table);
    assert_eq!(remarks(&reading, &table), [(unsaid, "the mapping"), (unread, "the mapping")]);
    assert_eq!((reading.studies.len(), reading.findings.len()), (0, 0));
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

/// The ids of what a proposed mapping reads when it is filled in.
fn ids(table: &Document) -> Vec<String> {
    let mapping = filled(&proposed(table).0).replace("# title = \"\"", "title = \"One\"");
    let reading = read(&mapping, table);
    assert_eq!(reading.diagnostics, [], "{mapping}");
    reading.findings.into_iter().map(|one| one.id).collect()
}

#[test]
fn a_poll_is_told_by_its_id_or_by_its_house_and_days() {
    let head = "candidat,intentions,id,nom_institut,debut_enquete,fin_enquete\n";
    let polls = table(&format!(
        "{head}Anne,54,a1,A,2022-01-01,2022-01-03\nJean,46,a1,A,2022-01-01,2022-01-03\n\
         Anne,52,a2,A,2022-02-01,2022-02-03\nJean,48,a2,A,2022-02-01,2022-02-03\n"
    ));
    let told =
        ["a1", "a2"].map(|poll| ["anne", "jean"].map(|one| format!("{poll}/question/{one}")));
    assert_eq!(ids(&polls), told.concat());
    // A number of the row is none of the poll.
    let rows = table(&format!(
        "{head}Anne,54,1,A,2022-01-01,2022-01-03\nJean,46,2,A,2022-01-01,2022-01-03\n\
         Anne,52,3,A,2022-02-01,2022-02-03\nJean,48,4,A,2022-02-01,2022-02-03\n"
    ));
    let (mapping, understood) = proposed(&rows);
    let by = "by = [\"nom_institut\", \"debut_enquete\", \"fin_enquete\"]\n";
    assert!(mapping.contains(by), "{mapping}");
    assert!(understood.contains(&"columns-not-understood: id".to_owned()), "{understood:?}");
    let told = ["01", "02"]
        .map(|month| ["anne", "jean"].map(|one| format!("a-2022-{month}-03/question/{one}")));
    assert_eq!(ids(&rows), told.concat());
}

#[test]
fn words_beside_the_figures_of_a_list_are_the_answers() {
    for id in ["", "\"id\": 1, "] {
        let text = format!(
            "[{{ {id}\"pollster\": \"A\", \"to\": \"2024-01-03\", \"n\": 1000, \"answers\": [\
             {{ \"name\": \"Yes\", \"pct\": 45 }}, {{ \"name\": \"No\", \"pct\": 55 }}] }}]"
        );
        let table = testing::document("fixture-a", "sources/fixture-a/table.json", &text);
        let poll = if id.is_empty() { "a-2024-01-03" } else { "1" };
        assert_eq!(ids(&table), ["yes", "no"].map(|one| format!("{poll}/question/{one}")));
    }
}

#[test]
fn sizes_are_known_by_their_names_in_both_languages() {
    for name in ["effectif", "Échantillon", "Sample size", "n"] {
        let table = table(&format!("institut;fin;{name};Oui\nA;2022-03-15;1 500;28,5\n"));
        let (mapping, understood) = proposed(&table);
        assert!(mapping.contains(&format!("\nn = \"{name}\"\n")), "{mapping}");
        assert!(understood.contains(&"columns: Oui".to_owned()), "{understood:?}");
    }
}

#[test]
fn a_table_that_does_not_say_whose_it_is_is_read() {
    let table = table("Yes,No\n45,55\n48,52\n");
    let reading = read(&proposed(&table).0, &table);
    let unsaid = [
        "nothing of this file counts yet: no `[study]` says whose polls they are",
        "answers without a concept do not count: `question`",
    ];
    assert_eq!(remarks(&reading, &table), unsaid.map(|one| (one, "the mapping")));
    assert_eq!(
        ids(&table),
        ["poll/question/yes", "poll/question/no", "poll-2/question/yes", "poll-2/question/no"]
    );
}

#[test]
fn what_is_no_table_has_no_mapping() {
    assert!(propose(&mapping(""), Lang::En).is_err());
    assert!(propose(&table("a,a\n"), Lang::En).is_err());
    for text in ["x", "a,b\n", "house,day\nA,Monday\n"] {
        let why = propose(&table(text), Lang::En).expect_err(text);
        assert_eq!(testing::in_both(&why), "`table.csv` has no column of figures", "{text}");
    }
}

/// A mapping of which one concept was filled in, and nothing else, sees nothing twofold.
fn remarks_of_one_concept(table: &Document) -> (Vec<String>, usize) {
    let mapping = proposed(table).0.replacen("# concept = \"\"", "concept = \"c\"", 1);
    let reading = read(&mapping, table);
    let told = reading.diagnostics.iter().map(|one| one.what.message.as_str().to_owned());
    (told.collect(), reading.findings.len())
}

#[test]
fn one_concept_is_not_enough_for_columns_of_several_answers() {
    let table = table("house,to,n,M,S,SD\nA,2014-03-01,1000,30,40,5\nB,2014-03-01,900,28,41,6\n");
    let (told, count) = remarks_of_one_concept(&table);
    assert_eq!(count, 0);
    assert!(told[0].starts_with("nothing tells 6 figures of `question`"), "{told:?}");
    let (mapping, _) = proposed(&table);
    assert!(mapping.contains("# facets = { \"answer\" = \"{answer}\" }"), "{mapping}");
    assert_eq!(ids(&table).len(), 6);
}

#[test]
fn those_who_do_not_answer_stand_beside_those_who_do() {
    let table =
        table("house,to,n,M,S,Uncertain\nA,2014-03-01,1000,45,55,12\nB,2014-03-01,900,44,56,9\n");
    let (mapping, understood) = proposed(&table);
    assert!(mapping.contains("kind = \"single\"\n"), "{mapping}");
    assert!(mapping.contains("# rest = \"Uncertain\""), "{mapping}");
    let (_, beside) = mapping.split_once("[question.undecided]\n").expect("a question of its own");
    assert!(beside.contains("answer.uncertain = { column = \"Uncertain\" }"), "{mapping}");
    assert!(understood.contains(&"columns: M, S, Uncertain".to_owned()), "{understood:?}");
    assert_eq!(ids(&table).len(), 6);
    let all = super::table(
        "house,to,n,M,S,Uncertain\nA,2014-03-01,1000,40,50,10\nB,2014-03-01,900,44,46,10\n",
    );
    assert!(!proposed(&all).0.contains("undecided"), "they are answers among others");
    let parts = super::table(
        "house,to,n,Yes,Yes (men),No\nA,2014-03-01,1000,40,50,60\nB,2014-03-01,900,44,46,56\n",
    );
    assert!(proposed(&parts).0.contains("kind = \"unknown\""), "they are not");
}

#[test]
fn rows_of_one_poll_are_told_apart_by_their_words() {
    let head = "house,from,to,n,topic,wording,Yes,No\n";
    let wording =
        "Would you say that this, and not that, is what you would rather have, all in all?";
    let rows = ["Guns", "Taxes"].map(|topic| {
        let row = |house, yes| {
            format!(
                "{house},2014-03-01,2014-03-04,1000,{topic},\"{wording}\",{yes},{}\n",
                100 - yes
            )
        };
        row("A", 37) + &row("B", 39) + &row("C", 38)
    });
    let polls = table(&format!("{head}{}", rows.concat()));
    let (mapping, understood) = proposed(&polls);
    for line in [
        "by = [\"house\", \"from\", \"to\"]\n",
        "text = \"{wording}\"\nname = \"{topic}\"\nby = [\"topic\"]\n",
        "# facets = { \"answer\" = \"{answer}\", \"topic\" = \"{topic}\" }",
    ] {
        assert!(mapping.contains(line), "{line}: {mapping}");
    }
    assert!(!understood.iter().any(|one| one.starts_with("columns-not")), "{understood:?}");
    assert_eq!(ids(&polls)[..2], ["a-2014-03-04/guns/yes", "a-2014-03-04/guns/no"]);
}

#[test]
fn how_numbers_are_written_is_proposed() {
    let table = table(
        "candidat,intentions,id,nom_institut,fin_enquete,echantillon,sous_echantillon\n\
         Anne,54.0,a1,A,2022-01-03,1000,\"820.25\"\nJean,46.0,a1,A,2022-01-03,1000,820.25\n",
    );
    let (mapping, _) = proposed(&table);
    assert!(mapping.contains("notation = { decimals = \"point\" }"), "{mapping}");
    assert!(mapping.contains("padded = true"), "{mapping}");
    assert!(mapping.contains("n = \"sous_echantillon\"\n"), "{mapping}");
    let day =
        super::table("house,day,n,A,B\nA,2014-03-02,1.500,37,63\nB,2014-03-03,\"1,400\",38,62\n");
    let (mapping, _) = proposed(&day);
    assert!(mapping.contains("last = \"day\"") && !mapping.contains("notation"), "{mapping}");
}
