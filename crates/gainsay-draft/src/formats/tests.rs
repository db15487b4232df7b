use std::{
    fmt::Write as _,
    io::{Cursor, Write as _},
};

use gainsay_claims::Lang;
use proptest::prelude::*;

use super::*;
use crate::prose::{Passage, Prose};

const FORMATS: [Format; 4] = [Format::Markdown, Format::Latex, Format::Html, Format::Plain];

/// A draft as text: one line for each passage, and what else was found.
fn shown(draft: &Draft) -> String {
    let mut shown = String::new();
    for (at, passage) in draft.passages.iter().enumerate() {
        let Passage { kind, lang, voice, keys, called_from, prose, cell: _ } = passage;
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

const DOCUMENT: &str = r#"<w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Les fans</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Selon une étude, </w:t></w:r><w:r><w:t>68&#160;% des fans &amp; clients</w:t></w:r>
<w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>99 %</w:delText></w:r></w:del><w:r><w:t> l'ignorent.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>12 % lisent</w:t><w:tab/><w:t>tout</w:t></w:r></w:p>
<w:p><w:r><w:t>gainsay:ignore unknown-figure: notre relevé</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>33 %</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"#;

const FOOTNOTES: &str = r#"<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r>
<w:t>Relevé de 2014.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;

fn docx(document: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", document), ("word/footnotes.xml", FOOTNOTES)] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_docx_is_read() {
    let draft = read_bytes("draft.docx", &docx(DOCUMENT), None).unwrap();
    insta::assert_snapshot!("docx", format!("{}\n---\n{}", draft.text, shown(&draft)));
}

#[test]
fn what_is_no_draft_is_refused() {
    let refusal =
        |name, bytes: &[u8]| read_bytes(name, bytes, None).map(|_| ()).unwrap_err().to_string();
    assert_eq!(refusal("draft.md", b"68 \xff"), "not UTF-8 at byte 3");
    assert_eq!(refusal("draft.md", &vec![b' '; (16 << 20) + 1]), "larger than 16777216 bytes");
    assert!(refusal("draft.docx", b"68 %").starts_with("not a DOCX: "));
    assert!(refusal("draft.docx", &docx("<w:p></w:q>")).starts_with("broken text in a DOCX: "));
}

#[test]
fn no_more_of_an_archive_is_unpacked_than_a_draft_may_have() {
    // Each kilobyte of the file would become a megabyte.
    let bomb = docx(&"<w:p/>".repeat(4 << 20));
    assert!(bomb.len() < 1 << 17, "{} bytes", bomb.len());
    let refused = read_bytes("draft.docx", &bomb, None).map(|_| ());
    assert_eq!(refused.unwrap_err().to_string(), "larger than 16777216 bytes");
    let deep = docx(&"<w:p>".repeat(1 << 20));
    let read = read_bytes("draft.docx", &deep, None);
    assert!(read.is_ok_and(|draft| draft.passages.len() == 1), "only its note says anything");
}

#[test]
fn entities_of_a_document_stand_for_nothing() {
    let doubled: String =
        (1..40).map(|n| format!("<!ENTITY a{n} \"&a{0};&a{0};\">", n - 1)).collect();
    let xml = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a0 \"28 %\">{doubled}\
         <!ENTITY file SYSTEM \"file:///etc/passwd\">]>\
         <w:d><w:p><w:t>18 %&a39;&file;&#37;&amp;</w:t></w:p></w:d>"
    );
    let draft = read_bytes("draft.docx", &docx(&xml), None).unwrap();
    assert_eq!(draft.text.lines().next(), Some("18 %%&"));
    let page = format!("<!DOCTYPE html [{doubled}]><p>18 %&a39;&file;&#37;");
    let text = prose(&page, Format::Html);
    assert!(text.contains("18 %&a39;&file;%"), "{text}");
}

#[test]
fn a_draft_is_as_deep_as_its_author_likes() {
    for (ending, open) in [
        ("md", "> "),
        ("md", "- "),
        ("md", "*a "),
        ("md", "[a]("),
        ("html", "<div>"),
        ("html", "<b><i>"),
        ("tex", "\\footnote{"),
        ("tex", "\\begin{quote}"),
        ("tex", "{\\em "),
        ("typ", "#["),
        ("typ", "/*"),
        ("txt", "> "),
    ] {
        let text = format!("{} 18 % bought.", open.repeat(20_000));
        let draft = read_bytes(&format!("draft.{ending}"), text.as_bytes(), None).unwrap();
        check_places(&draft).unwrap_or_else(|error| panic!("{ending} {open}: {error}"));
    }
}

#[test]
fn a_language_can_be_given() {
    let draft = read_bytes("draft.txt", "68 % des fans".as_bytes(), Some(Lang::En)).unwrap();
    assert_eq!(draft.passages[0].lang, Lang::En);
}

#[test]
fn a_byte_order_mark_keeps_its_place() {
    for name in ["draft.md", "draft.tex", "draft.html", "draft.txt"] {
        let draft = read_bytes(name, "\u{feff}68 fans".as_bytes(), None).unwrap();
        assert_eq!(draft.passages[0].prose.text(), "68 fans", "{name}");
        assert_eq!(draft.passages[0].prose.extent(), 3..10, "{name}");
    }
}

/// The prose of each passage, in one line.
fn prose(text: &str, format: Format) -> String {
    let draft = read("draft", text, format);
    let prose: Vec<_> = draft.passages.iter().map(|one| one.prose.text()).collect();
    prose.join(" | ")
}

#[test]
fn generated_tables_are_left_out_and_no_others() {
    let mark = "<!-- gainsay:table a sha256:00 -->";
    let table = |cell: &str| format!("| {cell} |\n|---|\n");
    let read = |text: &str| prose(text, Format::Markdown);
    assert_eq!(read(&format!("{mark}\n\n{}\n68 %", table("own"))), "68 %");
    assert_eq!(read(&format!("{}\n{mark}\n\n68 %", table("own"))), "68 %");
    assert_eq!(read(&format!("{mark}\n\n68 %\n\n{}", table("own"))), "");
    assert_eq!(read(&format!("{mark}\n\na\n\nb\n\n{}", table("own"))), "a | b | own");
    assert_eq!(read(&table("own")), "own");
    let synced = "a\n\n<!-- gainsay:begin table=a -->\n\nb\n\n<!-- gainsay:end -->\n\nc";
    assert_eq!(read(synced), "a | c");
}

#[test]
fn tolerant_readers_keep_what_is_prose() {
    assert_eq!(prose("\\macro{68 \\%} {des fans", Format::Latex), "68 % des fans");
    assert_eq!(prose("coûte 5$ ou 6 €\n\nfin", Format::Latex), "coûte 5$ ou 6 € | fin");
    assert_eq!(prose("a % b\n% c\nd\n%\n\ne", Format::Latex), "a d | e");
    assert_eq!(prose("\\cites[33]{a}[44]{b} dit", Format::Latex), "dit");
    assert_eq!(prose("<p>AT&T, R&amp;D<p>5 < 6", Format::Html), "AT&T, R&D | 5 < 6");
    assert_eq!(prose("le prix passe de $5 à $6", Format::Markdown), "le prix passe de $5 à $6");
    assert_eq!(prose("soit $68\\,\\%$", Format::Markdown), "soit 68\u{202f}%");
    assert_eq!(prose("a@b.org et \\@c", Format::Markdown), "a@b.org et @c");
}

#[test]
fn lines_too_long_to_be_wrapped_are_paragraphs() {
    let long = "mot ".repeat(40);
    let text = format!("{long}\nMarie a dit :\n{long}");
    assert_eq!(read("draft", &text, Format::Plain).passages.len(), 3);
    assert_eq!(prose("un\ndeux", Format::Plain), "un deux");
}

/// Every place of a draft is one of its text, and letters and digits that no command
/// stands for are the same there.
fn check_places(draft: &Draft) -> Result<(), TestCaseError> {
    for passage in &draft.passages {
        let text = passage.prose.text();
        let whole = draft.text.get(passage.prose.extent());
        prop_assert!(whole.is_some(), "{:?}", passage.prose);
        for (at, one) in text.char_indices() {
            let part = at..at + one.len_utf8();
            let written = draft.text.get(passage.prose.place(part.clone()));
            prop_assert!(written.is_some(), "{part:?} of {:?}", passage.prose);
            let written = written.unwrap_or_default();
            let is_command = written.starts_with(['\\', '&']);
            if one.is_alphanumeric() && !is_command {
                prop_assert_eq!(written, &text[part]);
            }
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
    for key in draft.keys() {
        let written = draft.text.get(key.span.clone());
        prop_assert!(written.is_some_and(|written| written.contains(&key.key)), "{key:?}");
    }
    for one in &draft.suppressions {
        prop_assert!(draft.text.get(one.span.clone()).is_some());
        prop_assert!(draft.text.get(one.covers.clone()).is_some());
    }
    Ok(())
}

#[test]
fn keys_are_those_of_prose_and_of_what_is_listed_without_it() {
    let keys = |text: &str, format| -> Vec<String> {
        read("draft", text, format).keys().iter().map(|key| key.key.clone()).collect()
    };
    let markdown = "---\nnocite: |\n  @a, @b-1\ntitle: @no\n---\n\nSee [@c] `@no` <!-- @no -->.\n\n\
        <!-- gainsay:begin table=x -->\n\n| who |\n|---|\n| A [@d] |\n\n<!-- gainsay:end -->\n\nAnd @e.\n";
    assert_eq!(keys(markdown, Format::Markdown), ["a", "b-1", "c", "d", "e"]);
    let latex = "\\nocite{a, b}\\nocite{*} See \\cite{c}. % \\cite{no}\n\\verb|\\cite{no}|";
    assert_eq!(keys(latex, Format::Latex), ["a", "b", "c"]);
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]

    #[test]
    fn any_text_is_read_and_every_place_is_within_it(text in markup()) {
        for format in FORMATS {
            check_places(&read("draft", &text, format))?;
        }
    }

    #[test]
    fn broken_archives_are_refused_or_read(at in 0_usize..2_000, byte: u8) {
        let mut bytes = docx(DOCUMENT);
        let len = bytes.len();
        bytes[at % len] = byte;
        if let Ok(draft) = read_bytes("draft.docx", &bytes, None) {
            check_places(&draft)?;
        }
    }
}
