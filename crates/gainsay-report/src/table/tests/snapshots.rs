//! One table in every format, in both languages.

use super::*;

/// With visible signs for the spaces that French needs.
fn visible(text: &str) -> String {
    text.replace('\u{202f}', "_").replace('\u{a0}', "~")
}

#[test]
fn in_the_terminal() {
    insta::assert_snapshot!(written(Lang::En, Format::Terminal), @"");
    insta::assert_snapshot!(visible(&written(Lang::Fr, Format::Terminal)), @"");
}

#[test]
fn in_markdown() {
    let gfm = Format::Markdown(MarkdownDialect::Gfm);
    insta::assert_snapshot!(written(Lang::En, gfm), @"");
    insta::assert_snapshot!(visible(&written(Lang::Fr, gfm)), @"");
    let quarto = Format::Markdown(MarkdownDialect::Quarto);
    insta::assert_snapshot!(visible(&written(Lang::Fr, quarto)), @"");
}

#[test]
fn in_latex() {
    insta::assert_snapshot!(written(Lang::En, Format::Latex), @"");
    insta::assert_snapshot!(visible(&written(Lang::Fr, Format::Latex)), @"");
}

#[test]
fn in_typst() {
    insta::assert_snapshot!(written(Lang::En, Format::Typst), @"");
    insta::assert_snapshot!(visible(&written(Lang::Fr, Format::Typst)), @"");
}

#[test]
fn in_html() {
    insta::assert_snapshot!(written(Lang::En, Format::Html), @"");
    insta::assert_snapshot!(visible(&written(Lang::Fr, Format::Html)), @"");
}

#[test]
fn in_csv() {
    let standard = Format::Csv(escape::Dialect::Standard);
    insta::assert_snapshot!(written(Lang::En, standard), @"");
    let french = Format::Csv(escape::Dialect::ExcelFr);
    insta::assert_snapshot!(visible(&written(Lang::Fr, french)), @"");
}
