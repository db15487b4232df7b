//! Figures of one poll of which the mapping does not say what tells them from each other.

use super::*;

/// The first words of each remark, and the findings that are left.
#[track_caller]
fn check(mapping: &str, table: &Document, told: &[&str], left: &[&str]) {
    let reading = read(mapping, table);
    let remarks = remarks(&reading, table);
    assert_eq!(remarks.iter().map(|(told, _)| *told).collect::<Vec<_>>(), told);
    assert_eq!(reading.findings.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), left);
}

#[test]
fn columns_of_one_concept_are_told_apart_or_do_not_count() {
    let table = table(&format!("{HEAD}A,2014,1000,37,63\nB,2014,1000,,63\nC,2014,1000,36,64\n"));
    let bare =
        WIDE.replace(", facets = { party = 'a' }", "").replace(", facets = { party = 'b' }", "");
    let told = "nothing tells 4 figures of `vote` from others of their poll, in 2 polls, and they \
                do not count: first `a` in row 2 and `b` in row 2";
    check(&bare, &table, &[told], &["b-2014/vote/b"]);
    let all = ["a-2014/vote/a", "a-2014/vote/b", "b-2014/vote/b", "c-2014/vote/a", "c-2014/vote/b"];
    check(WIDE, &table, &[], &all);
    // By the names of the answers, by concepts, or as the complement of each other.
    let named = bare.replace("concept = 'c'", "concept = 'c'\nfacets = { party = '{answer}' }");
    let reading = read(&named, &table);
    let parties: Vec<_> = reading.findings.iter().map(|one| one.facets["party"].as_str()).collect();
    assert_eq!((reading.diagnostics.len(), &parties[..2]), (0, &["a", "b"][..]));
    let own = bare.replace("{ column = 'B' }", "{ column = 'B', concept = 'd' }");
    check(&own, &table, &[], &all);
    let negated = bare.replace("{ column = 'B' }", "{ column = 'B', negated = true }");
    check(&negated, &table, &[], &all);
}

#[test]
fn rows_of_one_poll_are_told_apart_or_do_not_count() {
    const LONG: &str = "table = 'table.csv'\n[study]\ntitle = '{house}'\npublisher = '{house}'\n\
                        [poll]\nid = '{house}'\nby = ['house']\nfigures = 'percent'\n\
                        [question.q]\nkind = 'single'\nconcept = 'c'\nby = ['race']\n\
                        facets = { candidate = '{name}' }\nvalue = 'pct'\noption = '{name}'\n";
    let table = table("house,race,name,pct\nA,North,Anne,54\nA,North,Jean,46\nA,South,Anne,52\n");
    let told = "nothing tells 2 figures of `q` from others of their poll, in 1 poll, and they do \
                not count: first `anne` in row 2 and `anne` in row 4";
    check(LONG, &table, &[told], &["a/q/jean"]);
    let race = LONG.replace("'{name}' }", "'{name}', race = '{race}' }");
    let all = ["a/q/anne", "a/q/jean", "a/q-2/anne"];
    check(&race, &table, &[], &all);
    // A split sample is of other people.
    let halves = super::table("house,race,name,pct,n\nA,North,Anne,54,502\nA,North,Anne,52,503\n");
    let split = LONG
        .replace("by = ['race']\n", "n = 'n'\n")
        .replace("by = ['house']", "by = ['house']\nn = 'n'");
    let split = format!("{split}[left-out]\ncolumns = ['race']\n");
    check(&split, &halves, &[], &["a/q/anne", "a/q/anne-2"]);
    // Of what is not known nothing is said twice; another wording is another question.
    check(&race.replace("'{race}' }", "'unknown' }"), &table, &[], &all);
    check(&LONG.replace("kind =", "text = 'Who in {race}?'\nkind ="), &table, &[], &all);
}

#[test]
fn questions_of_one_poll_are_told_apart_or_do_not_count() {
    const TWO: &str = "table = 'table.csv'\n[study]\ntitle = '{house}'\npublisher = '{house}'\n\
                       [poll]\nid = '{house}'\nfigures = 'percent'\n\
                       [question.q]\nconcept = 'c'\nanswer.yes = { column = 'first' }\n\
                       [question.again]\nconcept = 'c'\nanswer.yes = { column = 'second' }\n";
    let table = table("house,first,second\nA,37,41\nB,38,\n");
    let told = [
        "nothing tells 1 figure of `q` from others of their poll, in 1 poll, and it does not count: \
         first `yes` in row 2 and `again/yes` in row 2",
        "nothing tells 1 figure of `again` from others of their poll, in 1 poll, and it does not \
         count: first `yes` in row 2 and `q/yes` in row 2",
    ];
    check(TWO, &table, &told, &["b/q/yes"]);
    let all = ["a/q/yes", "a/again/yes", "b/q/yes"];
    for own in ["concept = 'd'", "concept = 'c'\nfacets = { party = 'a' }"] {
        check(&TWO.replacen("concept = 'c'", own, 1), &table, &[], &all);
    }
    // Those of whom only some were asked, or who were asked in other words.
    for own in ["concept = 'c'\nbase = ['voters']", "concept = 'c'\nkind = 'single'\ntext = 'Who?'"]
    {
        check(&TWO.replacen("concept = 'c'", own, 1), &table, &[], &all);
    }
}
