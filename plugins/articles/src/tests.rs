use gainsay_plugin::testing::in_both;
use gainsay_plugin::wire::{Finding, HopRole, Place, Role, Says};

use super::*;

const FOLDER: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../data/brands-on-social-media/sources/articles");

fn document(name: &str, text: String) -> Document {
    let (source, name) = ("articles".to_owned(), format!("sources/articles/{name}"));
    Document { source, name, text: Some(text), ..Document::default() }
}

fn shipped(name: &str) -> Document {
    let text = std::fs::read_to_string(format!("{FOLDER}/{name}")).unwrap();
    document(name, text)
}

fn find<'f>(findings: &'f [Finding], id: &str) -> &'f Finding {
    findings.iter().find(|finding| finding.id == id).unwrap()
}

/// The message of the error that a citation makes, and the words it points at.
fn refusal(citation: &str) -> (String, String) {
    let document = document("a.txt", format!("author: Fixture\n\n{citation}\n"));
    let error = citations(&document).unwrap_err();
    let place = error.at.unwrap().1;
    (in_both(&error.message).to_owned(), document.words(place).to_owned())
}

#[test]
fn every_shipped_article_is_read() {
    let mut names: Vec<_> = std::fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in names {
        let document = shipped(&name);
        let findings = citations(&document).unwrap();
        assert!(!findings.is_empty(), "{name}");
        for finding in findings {
            let here = &finding.chain[0];
            assert!(!document.words(here.as_stated.unwrap()).is_empty(), "{}", finding.id);
            assert_eq!(
                finding.role == Role::Opinion,
                here.role == HopRole::Primary,
                "{}",
                finding.id
            );
        }
    }
}

#[test]
fn a_citation_says_where_the_figure_is_and_how_it_came_there() {
    let document = shipped("mercatik-2014.txt");
    let findings = citations(&document).unwrap();
    let never = find(&findings, "mercatik-2014/kentico-never-bought");
    let Says::Share(figure) = &never.says else { panic!("not a share") };
    assert_eq!(document.words(figure.at), "72%");
    assert!(never.negated);
    assert_eq!(never.cut.as_deref(), Some("never"));
    assert_eq!(document.words(never.base[0].words.unwrap()), "utilisateurs américains");
    let who: Vec<_> = never.chain.iter().map(|hop| hop.who.as_str()).collect();
    assert_eq!(who, ["Mercatik", "Augie Ray, Experience: The Blog", "Kentico"]);
    assert_eq!(never.chain[0].locator.as_deref(), Some("line 48"));

    let comment = find(&findings, "mercatik-2014/deloitte-influence");
    assert_eq!(comment.chain.len(), 2);
    assert_eq!(comment.chain[0].who, "Cyril Bladier");
}

#[test]
fn a_block_that_is_not_understood_is_an_error_in_its_place() {
    let about = |line: &str| refusal(&format!("id: x\nwords: [1 %] of us\nof: concept\n{line}"));
    assert_eq!(about("mood: merry"), ("expected one of: reported".into(), "merry".into()));
    assert_eq!(about("colour: red"), ("`colour` is no key here".into(), "red".into()));
    assert_eq!(about("greater: among us").0, "`greater` does not go with `share`");
    assert_eq!(about("says").0, "expected `key: value`");
    assert_eq!(about("of: again").0, "this block has `of` twice");
    let words = |words: &str| refusal(&format!("id: x\nof: concept\nwords: {words}")).0;
    assert_eq!(words("1 % of us"), "expected one part in plain brackets");
    assert_eq!(words("[1 %] of [base: us]"), "the words mark a base; add `base`");
    assert_eq!(words("[1 % of us"), "a bracket is not closed");
    assert_eq!(words("[1 %] of us\nvia: nobody"), "`via` is no key here");
    assert_eq!(words("[1 %] of us\nsays: song"), "nothing is said in the way of `song`");
    assert_eq!(words("us\nsays: instance"), "no name is in brackets");
    assert_eq!(words("[1 %] of us\nand: b\nor: c"), "a block has `and` or `or`, not both");
    let order = words("[more] of us\nsays: order\ngreater: [x\nlesser: y");
    assert_eq!(order, "expected `[facet=value] among universe`");
    assert_eq!(refusal("id: x\nof: concept").0, "this block has no `words`");
    assert_eq!(words("[mood: 1 %] of us"), "`[mood: 1 %]` marks nothing known");
}

#[test]
fn a_document_without_blocks_is_an_error() {
    let error = citations(&document("a.txt", "# nothing\n".into())).unwrap_err();
    assert_eq!(in_both(&error.message), "the document is empty");
    assert_eq!(error.at.unwrap().1, Place::span(0..0));
}
