use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;
use crate::prose::{Passage, Prose};

const FORMATS: [Format; 4] = [Format::Markdown, Format::Latex, Format::Html, Format::Plain];

/// A draft as text: one line for each passage, and what else was found.
fn shown(draft: &Draft) -> String {
    let mut shown = String::new();
    for (at, passage) in draft.passages.iter().enumerate() {
        let Passage { kind, lang, voice, keys, called_from, prose } = passage;
        let text = prose.text().replace(Prose::LEFT_OUT, "□").replace(['\u{a0}', '\u{202f}'], "~");
        writeln!(shown, "{at} {kind:?} {lang:?} {voice:?}\n  {text}").expect("a string takes all");
        for key in keys {
            writeln!(shown, "  key {} at {}", key.key, key.at).expect("a string takes all");
        }
        if let Some((from, byte)) = called_from {
            let before = &draft.passages[*from].prose.text()[..*byte];
            writeln!(shown, "  called from {from} after {before:?}").expect("a string takes all");
        }
    }
    for table in &draft.tables {
        writeln!(shown, "table {} {}", table.name, table.digest).expect("a string takes all");
    }
    for one in &draft.suppressions {
        let covered = &draft.text[one.covers.clone()];
        writeln!(shown, "ignore {:?} {:?} in {covered:?}", one.rules, one.reason)
            .expect("a string takes all");
    }
    shown
}

#[test]
fn markdown_is_read() {
    let text = include_str!("samples/draft.md");
    insta::assert_snapshot!("markdown", shown(&read("draft.md", text, Format::Markdown)));
}

#[test]
fn latex_is_read() {
    let text = include_str!("samples/draft.tex");
    insta::assert_snapshot!("latex", shown(&read("draft.tex", text, Format::Latex)));
}

#[test]
fn html_is_read() {
    let text = include_str!("samples/draft.html");
    insta::assert_snapshot!("html", shown(&read("draft.html", text, Format::Html)));
}

#[test]
fn plain_text_is_read() {
    let text = include_str!("samples/draft.txt");
    insta::assert_snapshot!("plain", shown(&read("draft.txt", text, Format::Plain)));
}

/// Every place of a draft is one of its text, and words that take as many bytes in the
/// prose as in the file are the same there, but for line breaks.
fn check_places(draft: &Draft) -> Result<(), TestCaseError> {
    for passage in &draft.passages {
        let text = passage.prose.text();
        let bounds = text.char_indices().map(|(at, one)| at..at + one.len_utf8());
        for part in bounds.chain([0..text.len()]) {
            let place = passage.prose.place(part.clone());
            prop_assert!(draft.text.get(place.clone()).is_some(), "{place:?} of {part:?}");
        }
        for key in &passage.keys {
            prop_assert!(
                text.get(..key.at).is_some() && draft.text.get(key.span.clone()).is_some()
            );
        }
        if let Some((from, byte)) = passage.called_from {
            prop_assert!(draft.passages[from].prose.text().get(..byte).is_some());
        }
    }
    for one in &draft.suppressions {
        prop_assert!(draft.text.get(one.span.clone()).is_some());
        prop_assert!(draft.text.get(one.covers.clone()).is_some());
    }
    Ok(())
}

/// Text made of what the formats give a meaning.
fn markup() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zé ]{1,4}",
        "[\\PC]{1,2}",
        prop::sample::select(vec![
            "\n",
            "\n\n",
            "\r\n",
            "\t",
            " ",
            "\u{feff}",
            "é",
            "\u{a0}",
            "68 %",
            "[",
            "]",
            "@k",
            "-@k",
            "^[",
            "{",
            "}",
            "{#a}",
            "\\",
            "\\%",
            "$",
            "$$",
            "`",
            "```\n",
            "*",
            "**",
            "> ",
            "- ",
            "1. ",
            "# ",
            ":::",
            "::: {.a}\n",
            "[^1]",
            "\n[^1]: ",
            "|a|b|\n|-|-|\n|1|2|\n",
            "---\n",
            "---\nlang: fr\n---\n",
            "<div>",
            "</div>",
            "<p>",
            "</p>",
            "<div class=\"comments\">",
            "<!--",
            "-->",
            "<!-- gainsay:ignore a: b -->",
            "\n% gainsay:ignore a: b\n",
            "gainsay:table a sha256:0",
            "<!-- gainsay:begin -->",
            "gainsay:end",
            "&amp;",
            "&nbsp;",
            "&#",
            "&",
            "<br>",
            "<script>",
            "</script>",
            "<a href='x'>",
            "<",
            ">",
            "\\begin{verbatim}",
            "\\end{verbatim}",
            "\\begin{tabular}{l}",
            "\\end{tabular}",
            "\\footnote{",
            "\\cite[p.~3]{a,b}",
            "\\emph{",
            "\\'e",
            "\\'",
            "\\,",
            "~",
            "--",
            "\\verb|",
            "|",
            "\\[",
            "\\]",
            "\\(",
            "\\)",
            "\\item",
            "\\section{",
            "%",
            "&",
            "http://a",
            "3 réponses\n",
            "Marie a dit :\n",
            "\\og",
            "\\fg{}",
            "\\\"{",
            "\\includegraphics[",
            "<td>",
            "<pre>",
            "</pre>",
            "<html lang=\"fr\">",
            "\\usepackage[french]{babel}",
            "==="
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 0..30).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn any_text_is_read_and_every_place_is_within_it(text in markup()) {
        for format in FORMATS {
            check_places(&read("draft", &text, format))?;
        }
    }
}
