//! Every format reads back as the same cells, notes and sources, whatever the text.

use gainsay_claims::{Lang, is_harmful};
use proptest::{collection::vec, option, prelude::*};

use super::{
    super::{html::html, latex::latex, markdown::markdown, typst::typst},
    page::{Manner, Page},
};
use crate::table::{Align, Cell, Heading, MarkdownDialect, Seen, Sheet, Source, Work};

const BROKEN: Manner = Manner { parentheses: false };
const IN_PARENTHESES: Manner = Manner { parentheses: true };

/// Text that means something in some format, and any text at all.
fn text() -> impl Strategy<Value = String> {
    let signs =
        "[a-z0-9 .,:;!?%&|<>(){}#$^~@=+*_`'\"\\[\\]\\\\/«»é\u{a0}\u{202f}\u{1b}\u{202e}-]{1,24}";
    let whole = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "</td></table><img src=x onerror=alert(1)>",
        "\\input{/etc/passwd}",
        "^^5cinput{x}",
        "\\\\[1em] & \\hline",
        "#read(\"/etc/passwd\")",
        "*/ #eval(\"1\") /*",
        "[x](javascript:alert(1))",
        "![x](http://fixture-a.example/x)",
        "a | b\n| --- |",
        "{{< include x >}}",
        "[^1] [@key]",
        "--> <!--",
        "= 1. - + x",
        "1) x",
    ]);
    prop_oneof![
        3 => signs,
        2 => whole.prop_map(str::to_owned),
        1 => any::<String>(),
    ]
    // The readers' own signs, and what no reader tells from nothing.
    .prop_map(|text| {
        let text = text.replace(['\u{e000}', '\u{e001}', '\u{e002}', '\0'], "x");
        text.trim_matches(|one: char| one.is_whitespace() || is_harmful(one)).to_owned()
    })
}

fn source() -> impl Strategy<Value = Source> {
    let url = prop_oneof![text(), Just("https://fixture-a.example/a?b=c&d=%20#e_f".to_owned())];
    let work = (text(), option::of(url.clone())).prop_map(|(name, url)| Work {
        key: "articles-blog-2014".to_owned(),
        name,
        url,
    });
    let within = |works| Seen::Within { lead: ", cited in ", works, separator: "; " };
    let seen = prop_oneof![
        option::of(url).prop_map(Seen::Itself),
        vec(work, 1..3).prop_map(within),
        Just(Seen::Nowhere(", no page on record")),
    ];
    (text(), text(), seen).prop_map(|(text, name, seen)| Source {
        key: Some("fixture-a-2013".to_owned()),
        text,
        name,
        seen,
    })
}

prop_compose! {
    fn cell(notes: usize, sources: usize)(
        text in text(),
        second in option::of(text()),
        notes in prop::sample::subsequence((0..notes).collect::<Vec<_>>(), 0..=notes),
        source in option::of(0..sources.max(1)),
    ) -> Cell {
        Cell { text, second, notes, source: source.filter(|_| sources > 0) }
    }
}

prop_compose! {
    fn sheet()(notes in vec(text(), 0..3), sources in vec(source(), 0..3), width in 1..4_usize, by_key in any::<bool>())(
        caption in text(),
        headings in vec(text(), width),
        rows in vec(vec(cell(notes.len(), sources.len()), width), 1..4),
        notes in Just(notes),
        sources in Just(sources),
        by_key in Just(by_key),
    ) -> Sheet {
        let heading = |text| Heading { name: "share", text, align: Align::Right, weight: 2 };
        Sheet {
            lang: Lang::Fr,
            caption: format!("Caption {caption}"),
            label: "tbl-x".to_owned(),
            mark: "gainsay:table bought sha256:0123456789abcdef".to_owned(),
            columns: headings.into_iter().map(heading).collect(),
            rows,
            notes_title: "Notes\u{a0}:",
            notes,
            sources_title: "Sources\u{a0}:",
            sources,
            by_key,
        }
    }
}

/// Nothing in it moves the cursor or hides text.
fn is_clean(output: &str) -> bool {
    !output.chars().any(|one| one != '\n' && is_harmful(one))
}

proptest! {
    #[test]
    fn github_reads_the_same_table(sheet in sheet()) {
        let sheet = Sheet { by_key: false, ..sheet };
        let written = markdown(&sheet, MarkdownDialect::Gfm);
        prop_assert!(is_clean(&written));
        prop_assert_eq!(super::markdown::read(&written), Page::of(&sheet, BROKEN), "{}", written);
    }

    #[test]
    fn pandoc_and_quarto_read_the_same_table(sheet in sheet()) {
        for dialect in [MarkdownDialect::Pandoc, MarkdownDialect::Quarto] {
            let written = markdown(&sheet, dialect);
            prop_assert!(is_clean(&written));
            let found = super::markdown::read(&written);
            prop_assert_eq!(found, Page::of(&sheet, IN_PARENTHESES), "{}", written);
        }
    }

    #[test]
    fn html_reads_as_the_same_table(sheet in sheet()) {
        let sheet = Sheet { by_key: false, ..sheet };
        let written = html(&sheet);
        prop_assert!(is_clean(&written));
        prop_assert_eq!(super::html::read(&written), Page::of(&sheet, BROKEN), "{}", written);
    }

    #[test]
    fn latex_reads_as_the_same_table(sheet in sheet()) {
        let written = latex(&sheet);
        prop_assert!(is_clean(&written));
        prop_assert_eq!(super::latex::read(&written), Page::of(&sheet, BROKEN), "{}", written);
    }

    #[test]
    fn typst_reads_as_the_same_table(sheet in sheet()) {
        let written = typst(&sheet);
        prop_assert!(is_clean(&written));
        prop_assert_eq!(super::typst::read(&written), Page::of(&sheet, BROKEN), "{}", written);
    }
}
