//! Figures that a form points at.

use gainsay_plugin::wire::{Finding, Says};

use super::{
    Made,
    builder::{HELVETICA, column, content, pages},
    read,
};
use crate::Pdf;

const HEAD: &str = "document = 'report.pdf'\n[study]\ntitle = 'One'\npublisher = 'Fixture A'\n\
                    [seen]\nreport = { mark = 'publisher', url = 'https://a.example/report.pdf' }\n\
                    [[finding]]\nid = 'a'\nconcept = 'c'\n";

fn made(keys: &str) -> Made {
    let first = content(&column(50.0, 700.0, &["A preface without figures."]));
    let lines = [
        "L'enquête : 38\u{a0}% des internautes suivent une marque,",
        "et 12 % en suivent cinq. Parmi eux, 12 % achètent (n = 210).",
    ];
    let pdf = pages(&[first, content(&column(50.0, 700.0, &lines))], HELVETICA, &[]);
    read(&Pdf::default(), &format!("{HEAD}{keys}"), &pdf)
}

#[track_caller]
fn words<'a>(made: &'a Made, finding: &Finding) -> &'a str {
    let Says::Share(figure) = &finding.says else { panic!("{finding:?} is no share") };
    let [row, column] = figure.at.cell.expect("a cell");
    let [start, end] = figure.at.span.expect("a part of it");
    assert_eq!(finding.document, "sources/fixture-a/report.pdf#page=2");
    &made.listings[0].entries[row][column][start..end]
}

#[test]
fn a_figure_is_found_by_its_own_words() {
    for (keys, expected) in [
        ("page = 2\nshare = '38 %'", "38\u{a0}%"),
        ("page = 2\nquote = '12 % en suivent cinq'\nshare = '12 %'", "12 %"),
        ("page = 2\nquote = \"Parmi eux, 12 % achètent\"\nshare = '12 %'\nn = '210'", "12 %"),
    ] {
        let made = made(keys);
        assert_eq!(made.messages(), [""; 0]);
        assert_eq!(words(&made, &made.findings[0]), expected);
        let seen = made.findings[0].seen_at.as_deref();
        assert_eq!(seen, Some("https://a.example/report.pdf#page=2"));
        assert_eq!((made.studies, made.listings.len()), (1, 1), "one page is used");
    }
}

#[test]
fn what_does_not_stand_there_once_is_refused() {
    for (keys, expected) in [
        ("share = '38 %'", "no page is named"),
        ("page = 3\nshare = '38 %'", "there is no page 3: the document has 2"),
        ("page = 0\nshare = '38 %'", "there is no page 0: the document has 2"),
        ("page = 1\nshare = '38 %'", "does not stand on page 1"),
        ("page = 2\nshare = '8 %'", "does not stand on page 2"),
        ("page = 2\nshare = '12 %'", "stands 2 times on page 2: quote more of the words around it"),
        ("page = 2\nquote = 'never said'\nshare = '38 %'", "does not stand on page 2"),
        ("page = 2\nshare = ' '", "nothing is written here"),
        (
            "page = 2",
            "says nothing: no share, count, money, mean, change, rank, order, agreement, instances or words",
        ),
    ] {
        let made = made(keys);
        assert_eq!(made.messages(), [expected], "{keys}");
        assert!(made.findings.is_empty());
    }
}

#[test]
fn a_figure_beside_what_cannot_be_read_is_refused() {
    let page = crate::page::Page {
        paragraphs: vec![crate::paragraphs::Paragraph {
            lines: [1, 1],
            text: "3\u{fffd} % yes, 45 %".into(),
        }],
        remarks: Vec::new(),
    };
    let document = super::form("a = '3'\nb = '45 %'\n");
    let quote = crate::quote::Quote { document: &document, page: &page, number: 1, words: None };
    let words = |text: &str| toml::Spanned::new(0..1, text.to_owned());
    let refused = quote.place(&words("3")).expect_err("a digit may be missing");
    assert_eq!(refused.to_string(), "stands beside what cannot be read");
    assert!(quote.place(&words("45 %")).is_ok());
}

#[test]
fn a_form_that_names_another_file_is_refused() {
    let form = "document = 'other.pdf'\n[study]\ntitle = 'One'\npublisher = 'Fixture A'\n";
    let made = read(&Pdf::default(), form, b"");
    assert_eq!(made.messages(), ["`other.pdf` is no document beside this form"]);
}
