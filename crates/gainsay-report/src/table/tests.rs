use gainsay_claims::Lang;
use proptest::prelude::*;

use super::*;
use crate::{fixture, json, safe::is_harmful};

fn in_format(lang: Lang, write: impl Fn(Speaker<'_>, &Table<'_>) -> String) -> String {
    let base = fixture::base();
    let judgement = fixture::judgement(&base);
    let table = Table::new(&base, &judgement.propositions[0]);
    write(Speaker::new(&base, lang), &table)
}

#[test]
fn a_table_in_the_terminal() {
    let shown = in_format(Lang::En, |speaker, table| terminal(speaker, table, Some(120)));
    insta::assert_snapshot!(shown, @"
    bought because of social media
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     source, study   as published    share of   among     period   n               as if a    place           standing      
                                     yes                                           random                                   
                                                                                   sample                                   
    ════════════════════════════════════════════════════════════════════════════════════════════════════════════════════════
     fixture-a,      72%             27.5% to   social    2013     n = 1,004,      23.8% to   sources/fixtu   published,    
     Survey                          28.5%      media              design effect   32.6%      re-a/raw.txt:   seen at the   
                                                users,             2.0                        2               publisher's   
                                                United                                                                      
                                                Kingdom                                                                     
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     fixture-b,      13%             12.5% to   social    2013     n = 2,100,      10.6% to   sources/fixtu   published,    
     Survey                          13.5%      media              design effect   15.7%      re-b/raw.txt:   seen at the   
                                                users,             2.0                        2               publisher's   
                                                United                                                                      
                                                Kingdom                                                                     
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     fixture-c,      Environ 15 %    12.5% to   adults,   2013     n not           –          sources/fixtu   published,    
     Survey                          17.5%      United             disclosed                  re-c/raw.txt:   seen at the   
                                                States                                        2               publisher's   
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
     fixture-c,      Environ 15 %    12.5% to   adults,   2013     n not           –          sources/fixtu   published,    
     Survey                          17.5%      United             disclosed                  re-c/raw.txt:   seen at the   
                                                States                                        2               publisher's,  
                                                                                                              not compared  
                                                                                                              (restates `fi 
                                                                                                              xture-b/2013/ 
                                                                                                              bought`)      
    ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
    ");
}

#[test]
fn a_table_in_markdown() {
    insta::assert_snapshot!(in_format(Lang::Fr, markdown).replace('\u{202f}', "_"), @r"
    | source, étude | chiffre publié | part de oui | parmi | période | n | comme un échantillon aléatoire | endroit | statut |
    | --- | --- | --- | --- | --- | --- | --- | --- | --- |
    | fixture-a, Survey | 72% | 27,5_% à 28,5_% | utilisateurs des médias sociaux, Royaume-Uni | 2013 | n = 1_004, effet de plan 2,0 | 23,8_% à 32,6_% | sources/fixture-a/raw.txt\:2 | publié, vu chez l'éditeur |
    | fixture-b, Survey | 13% | 12,5_% à 13,5_% | utilisateurs des médias sociaux, Royaume-Uni | 2013 | n = 2_100, effet de plan 2,0 | 10,6_% à 15,7_% | sources/fixture-b/raw.txt\:2 | publié, vu chez l'éditeur |
    | fixture-c, Survey | Environ 15 % | 12,5_% à 17,5_% | adultes, États-Unis | 2013 | n non communiqué | – | sources/fixture-c/raw.txt\:2 | publié, vu chez l'éditeur |
    | fixture-c, Survey | Environ 15 % | 12,5_% à 17,5_% | adultes, États-Unis | 2013 | n non communiqué | – | sources/fixture-c/raw.txt\:2 | publié, vu chez l'éditeur, non comparé (reprend \`fixture-b/2013/bought\`) |
    ");
}

#[test]
fn a_table_in_csv() {
    insta::assert_snapshot!(in_format(Lang::Fr, csv), @r#"
    claim,study,publisher,title,published,value,lo,lo_open,hi,hi_open,unit,among,period,n,interval_lo,interval_hi,path,line,mark,left_out
    fixture-a/2013/bought,fixture-a/2013,fixture-a,Survey,72%,0.28,0.275,false,0.285,false,fraction,"utilisateurs des médias sociaux, Royaume-Uni",2013,1004,0.23775985159918633,0.32600498868781513,sources/fixture-a/raw.txt,2,publisher,
    fixture-b/2013/bought,fixture-b/2013,fixture-b,Survey,13%,0.13,0.125,false,0.135,false,fraction,"utilisateurs des médias sociaux, Royaume-Uni",2013,2100,0.10635290657158698,0.1570050703662477,sources/fixture-b/raw.txt,2,publisher,
    fixture-c/2013/bought,fixture-c/2013,fixture-c,Survey,Environ 15 %,0.15,0.125,false,0.175,false,fraction,"adultes, États-Unis",2013,,,,sources/fixture-c/raw.txt,2,publisher,
    fixture-c/2013/bought,fixture-c/2013,fixture-c,Survey,Environ 15 %,0.15,0.125,false,0.175,false,fraction,"adultes, États-Unis",2013,,,,sources/fixture-c/raw.txt,2,publisher,restates
    "#);
}

#[test]
fn csv_is_the_same_numbers_in_every_language() {
    let numbers = |lang| {
        let text = in_format(lang, csv);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|row| row.expect("a row").iter().skip(5).take(5).map(String::from).collect())
            .collect();
        rows
    };
    assert_eq!(numbers(Lang::En), numbers(Lang::Fr));
    assert_eq!(numbers(Lang::En)[0][0], "0.28");
}

/// A base in which everything a plugin writes is this text.
fn with_text(text: &str) -> gainsay_claims::EvidenceBase {
    let mut base = fixture::base();
    for study in base.studies.values_mut() {
        study.said.publisher = text.to_owned();
        study.said.title = text.to_owned();
    }
    base
}

/// The cells of a Markdown table, as a reader of Markdown finds them.
fn parsed(markdown: &str) -> Vec<Vec<String>> {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let mut rows: Vec<Vec<String>> = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                rows.last_mut().expect("a row").push(String::new());
            }
            Event::Text(text) => {
                rows.last_mut().and_then(|row| row.last_mut()).expect("a cell").push_str(&text);
            }
            Event::Start(Tag::Table(_)) | Event::End(_) => {}
            other => panic!("markup from a plugin: {other:?} {:?}", TagEnd::Table),
        }
    }
    rows
}

proptest! {
    #[test]
    fn no_plugin_text_breaks_out_of_its_cell(text in any::<String>()) {
        let base = with_text(&text);
        let judgement = fixture::judgement(&base);
        let table = Table::new(&base, &judgement.propositions[0]);
        let speaker = Speaker::new(&base, Lang::En);
        let outputs = [
            terminal(speaker, &table, Some(100)),
            markdown(speaker, &table),
            csv(speaker, &table),
            json::table(speaker, &table),
        ];
        for output in &outputs {
            let bad = output.chars().find(|one| *one != '\n' && is_harmful(*one));
            prop_assert_eq!(bad, None, "{}", output);
        }
        let rows = parsed(&outputs[1]);
        prop_assert_eq!(rows.len(), 1 + table.rows.len());
        let written = speaker.source_and_study(table.rows[0].claim);
        prop_assert_eq!(rows[1][0].trim(), written.trim());
        prop_assert_eq!(rows[1].len(), 9);
    }

    #[test]
    fn no_cell_of_a_spreadsheet_is_a_formula(text in "[ ]?[=+@-].*") {
        let base = with_text(&text);
        let judgement = fixture::judgement(&base);
        let table = Table::new(&base, &judgement.propositions[0]);
        let output = csv(Speaker::new(&base, Lang::En), &table);
        let mut reader = ::csv::Reader::from_reader(output.as_bytes());
        let row = reader.records().next().expect("a row").expect("as many fields as columns");
        prop_assert!(row[2].starts_with('\''), "{}", &row[2]);
    }
}

#[test]
fn markup_stays_text() {
    let evil = "a|b <b>x</b> [l](http://e.x) `c` *d* ![i](j) ~~s~~ &lt; \\";
    let base = with_text(evil);
    let judgement = fixture::judgement(&base);
    let table = Table::new(&base, &judgement.propositions[0]);
    let rows = parsed(&markdown(Speaker::new(&base, Lang::En), &table));
    assert_eq!(rows[1][0], format!("{evil}, {evil}"));
}
