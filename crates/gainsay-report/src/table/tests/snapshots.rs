//! One table in every format, in both languages.

use super::*;

/// With visible signs for the spaces that French needs.
fn visible(text: &str) -> String {
    text.replace('\u{202f}', "_").replace('\u{a0}', "~")
}

#[track_caller]
fn check(name: &str, format: Format) {
    for (lang, ending) in [(Lang::En, "en"), (Lang::Fr, "fr")] {
        insta::assert_snapshot!(format!("{name}-{ending}"), visible(&written(lang, format)));
    }
}

#[test]
fn in_the_terminal() {
    check("terminal", Format::Terminal);
}

#[test]
fn in_markdown() {
    check("gfm", Format::Markdown(MarkdownDialect::Gfm));
    check("pandoc", Format::Markdown(MarkdownDialect::Pandoc));
    check("quarto", Format::Markdown(MarkdownDialect::Quarto));
}

#[test]
fn in_latex() {
    check("latex", Format::Latex);
}

#[test]
fn in_typst() {
    check("typst", Format::Typst);
}

#[test]
fn in_html() {
    check("html", Format::Html);
}

#[test]
fn in_csv() {
    check("csv", Format::Csv(escape::Dialect::Standard));
    check("excel", Format::Csv(escape::Dialect::ExcelFr));
}

#[test]
fn in_json() {
    check("json", Format::Json);
}
