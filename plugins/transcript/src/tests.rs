//! What transcripts become, and which ones are refused.

use gainsay_plugin::{
    Diagnostic, Document, Input, Kind, collect,
    testing::in_both,
    wire::{Derived, Figure, Finding, Mark, Place, Record, Says},
};

use crate::Transcript;

const HEAD: &str = "[study]\ntitle = 'One \"study\"'\npublisher = \"Fixture A\"\n\
                    [seen]\npage = { mark = \"secondary\", url = \"https://a.example\" }\n";

fn document(text: &str) -> Document {
    Document {
        source: "fixture-a".into(),
        name: "sources/fixture-a/one.toml".into(),
        media_type: "application/toml".into(),
        text: Some(text.into()),
        ..Document::default()
    }
}

fn read(document: &Document) -> (Vec<Record>, Vec<Diagnostic>) {
    let (mut records, mut diagnostics) = (Vec::new(), Vec::new());
    let input = Input::new(&document.source, vec![document.clone()]);
    collect(&Transcript, &input, &mut |kind, bytes| {
        match kind {
            Kind::Records => {
                records.extend(serde_json::from_slice::<Vec<Record>>(bytes).unwrap());
            }
            Kind::Diagnostic => diagnostics.push(serde_json::from_slice(bytes).unwrap()),
            Kind::Log => {}
        }
        Ok(())
    })
    .unwrap();
    (records, diagnostics)
}

fn findings(document: &Document) -> Vec<Finding> {
    let (records, diagnostics) = read(document);
    assert_eq!(diagnostics, []);
    let finding = |record| match record {
        Record::Finding(finding) => Some(*finding),
        Record::Study(_) | Record::Listing(_) => None,
    };
    records.into_iter().filter_map(finding).collect()
}

/// The message of the error, and the words it points at.
fn refused(entry: &str) -> (String, String) {
    let document = document(&format!("{HEAD}{entry}"));
    let (_, diagnostics) = read(&document);
    let [Diagnostic { what, .. }] = &diagnostics[..] else { panic!("{entry}: {diagnostics:?}") };
    (in_both(&what.message).to_owned(), document.words(what.at.unwrap()).to_owned())
}

fn figure(finding: &Finding) -> &Figure {
    match &finding.says {
        Says::Share(figure) | Says::Change(figure) | Says::Money(figure) => figure,
        other => panic!("no figure: {other:?}"),
    }
}

fn shipped(name: &str) -> Document {
    let base = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/brands-on-social-media/");
    let text = std::fs::read_to_string(format!("{base}{name}")).unwrap();
    let source = name.split('/').nth(1).unwrap().to_owned();
    Document { source, name: name.into(), ..document(&text) }
}

#[test]
fn places_hold_the_words_of_the_figures() {
    let document = shipped("sources/nielsen/2011-reasons-to-follow.toml");
    let (records, _) = read(&document);
    let Record::Study(study) = &records[0] else { panic!("the study comes first") };
    assert_eq!(study.id, "nielsen/2011-reasons-to-follow");
    assert_eq!(document.words(study.fieldwork.unwrap()), "Q3 2011");

    let findings = findings(&document);
    let words: Vec<_> = findings.iter().map(|one| document.words(figure(one).at)).collect();
    assert_eq!(words, ["45 %", "33 %", "9 %", "2 %", "2 %", "33 %"]);
    let Some(Derived::Sum(rest)) = &figure(&findings[5]).derived else { panic!("no sum") };
    let rest: Vec<_> = rest.iter().map(|&place| document.words(place)).collect();
    assert_eq!(rest, ["9 %", "2 %", "2 %"]);
    assert_eq!(findings[5].mark, Mark::Computed);
}

#[test]
fn a_finding_takes_over_what_its_question_says() {
    let document = shipped("sources/kantar-tns/2011-digital-life.toml");
    let findings = findings(&document);
    let bases: Vec<Vec<_>> = findings
        .iter()
        .map(|one| one.base.iter().map(|step| step.who.as_str()).collect())
        .collect();
    assert_eq!(bases[0], ["social-media-users", "users-in-developed-markets"], "its own");
    assert_eq!(bases[1], ["social-media-users"], "the question's");
    assert_eq!(findings[1].concept, "wants-to-engage-with-brands");
    assert_eq!(findings[1].question.as_ref().unwrap().id, "engage");
    assert_eq!(findings[1].people.as_ref().unwrap().regions, ["US"]);
    assert_eq!(document.words(findings[2].n.unwrap()), "2,093");
}

#[test]
fn the_example_of_the_description_is_read() {
    let readme = include_str!("../README.md");
    let (_, example) = readme.split_once("```toml\n").unwrap();
    let document = document(example.split_once("```").unwrap().0);
    let findings = findings(&document);
    let ids: Vec<_> = findings.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "one/reason-discount",
            "one/discount-first",
            "one/never-bought",
            "one/bad-experience",
            "one/followers",
        ]
    );
    assert_eq!(figure(&findings[3]).derived, Some(Derived::Complement));
    let share = findings[4].base[1].share.as_ref().unwrap();
    assert_eq!(document.words(share.at), "70 %");
    assert_eq!(findings[2].seen_at.as_deref(), Some("https://weekly.example/fixture-a"));
}

#[test]
fn only_a_finding_without_a_mark_is_seen_on_the_only_page() {
    let text = format!(
        "{HEAD}[[finding]]\nid = 'a'\nconcept = 'c'\nshare = '''3 %'''\n\
         [[finding]]\nid = 'b'\nconcept = 'c'\nshare = \"\"\"4 %\"\"\"\nmark = 'unverified'\n"
    );
    let document = document(&text);
    let findings = findings(&document);
    assert_eq!(findings[0].seen_at.as_deref(), Some("https://a.example"));
    assert_eq!((findings[1].seen_at.as_ref(), findings[1].mark), (None, Mark::Unverified));
    assert_eq!(document.words(figure(&findings[1]).at), "4 %");
}

#[test]
fn a_quote_holds_the_figure_and_a_page_is_a_part_of_the_address() {
    let keys = "id = 'a'\nconcept = 'c'\nshare = '3 %'\nn = '300'\nquote = 'only 3\u{202f}% of us'\npage = 12\n";
    let findings = findings(&document(&format!("{HEAD}[[finding]]\n{keys}")));
    assert_eq!(findings[0].seen_at.as_deref(), Some("https://a.example#page=12"));
}

#[test]
fn what_is_wrong_is_refused_where_it_is_written() {
    let entry = |keys: &str| refused(&format!("[[finding]]\nid = 'a'\n{keys}\n"));
    let error = |message: &str, words: &str| (message.to_owned(), words.to_owned());

    let escapes = "words that a claim points at cannot have escapes";
    assert_eq!(
        entry(
            r#"concept = 'c'
share = "38\u00a0%""#
        ),
        error(escapes, r#""38\u00a0%""#)
    );
    assert_eq!(entry("concept = 'c'\nshare = ' '"), error("nothing is written here", "' '"));
    assert_eq!(
        entry("concept = 'c'\nshare = '3 %'\ncount = '3'"),
        error("says more than one thing", "'a'")
    );
    assert_eq!(entry("concept = 'c'\nsum-of = []"), error("a sum of nothing", "'a'"));
    assert_eq!(entry("share = '3 %'"), error("no concept is named", "'a'"));
    assert_eq!(
        entry("concept = 'c'\nshare = '3 %'\nseen = 'pge'"),
        error("`[seen]` has no `pge`", "'pge'")
    );
    assert_eq!(entry("share = '3 %'\nquestion = 'q'"), error("`[question]` has no `q`", "'q'"));
    assert_eq!(
        entry("concept = 'c'\nshare = '3 %'\nbase-share = '4 %'"),
        error("there is no base to be this share", "'4 %'")
    );

    assert_eq!(
        entry("concept = 'c'\nshare = '3 %'\nquote = '4 % of them'"),
        error("nothing that is said stands in the quote", "'4 % of them'")
    );

    assert_eq!(
        entry("concept = 'c'\nshare = '8 %'\nquote = '38 % of all like it'"),
        error("nothing that is said stands in the quote", "'38 % of all like it'")
    );

    let (message, words) = entry("concept = 'c'");
    assert!(message.starts_with("says nothing: "), "{message}");
    assert_eq!(words, "'a'");
    let (message, words) = entry("concept = 'c'\nshares = '3 %'");
    assert!(message.starts_with("unknown field `shares`"), "{message}");
    assert_eq!(words, "shares");
    let (message, words) = entry("concept = 'c'\nshare = 3");
    assert!(message.contains("expected a string"), "{message}");
    assert_eq!(words, "3");
}

#[test]
fn every_beginning_of_a_transcript_is_survived() {
    let whole = shipped("sources/chadwick-martin-bailey/2010-fans-and-followers.toml");
    for (end, _) in whole.text().char_indices() {
        let (records, diagnostics) = read(&document(&whole.text()[..end]));
        let inside = |place: Place| place.span.is_none_or(|[_, to]| to <= end);
        assert!(diagnostics.iter().filter_map(|one| one.what.at).all(inside));
        assert!(!records.is_empty() || !diagnostics.is_empty());
    }
}
