use proptest::prelude::*;

use super::*;

/// A table of two lines with a blank one between, the first with blanks that matter.
fn table(spec: &Spec) -> Result<String, &'static str> {
    match spec.table.as_str() {
        "missing" => Err("missing"),
        "template" => Ok("```\n~~~\n\\begin{verbatim}\n/*\n<script>\n".to_owned()),
        name => Ok(format!("{name}  \n\n{} options\n\n", spec.options.len())),
    }
}

fn done(text: &str, format: Format) -> Synced<&'static str> {
    sync(text, format, table)
}

#[track_caller]
fn check(format: Format, text: &str, expected: &str) {
    let synced = done(text, format);
    assert_eq!(synced.text, expected);
    assert_eq!(synced.problems, []);
    let again = done(&synced.text, format);
    assert_eq!(again.text, expected, "done again");
    assert!(again.blocks.iter().all(|block| !block.is_changed));
}

/// Checks that nothing is written, and what is told at which words.
#[track_caller]
fn refused(format: Format, text: &str, expected: &[(&str, Why<&'static str>)]) {
    let synced = done(text, format);
    assert_eq!(synced.text, text);
    let told: Vec<_> = synced.problems.into_iter().map(|one| (&text[one.span], one.why)).collect();
    assert_eq!(told, expected);
}

fn marks(problem: MarkProblem) -> Why<&'static str> {
    Why::Marks(problem)
}

#[test]
fn a_table_replaces_what_stands_between_its_marks() {
    check(
        Format::Markdown,
        "a\n<!-- gainsay:begin table=x -->\nold\n<!-- gainsay:end -->\nb",
        "a\n<!-- gainsay:begin table=x -->\n\nx  \n\n0 options\n\n<!-- gainsay:end -->\nb",
    );
    check(
        Format::Latex,
        "a\r\n  % gainsay:begin table=x all\r\n  % gainsay:end",
        "a\r\n  % gainsay:begin table=x all\r\n  x  \r\n\r\n  1 options\r\n  % gainsay:end",
    );
    check(
        Format::Typst,
        "\u{feff}// gainsay:begin table=x\r\nold\n// gainsay:end\nb",
        "\u{feff}// gainsay:begin table=x\r\nx  \r\n\r\n0 options\r\n// gainsay:end\nb",
    );
    check(
        Format::Html,
        "<p><!-- gainsay:begin table=x -->old</p><!--gainsay:end--></p>",
        "<p><!-- gainsay:begin table=x -->\nx  \n\n0 options\n<!--gainsay:end--></p>",
    );
}

#[test]
fn lines_continue_the_list_or_quotation_that_they_stand_in() {
    check(
        Format::Markdown,
        "> 1. <!-- gainsay:begin table=x --><!-- gainsay:end -->\n",
        "> 1. <!-- gainsay:begin table=x -->\n>\n>    x  \n>\n>    0 options\n>\n>    \
         <!-- gainsay:end -->\n",
    );
    check(
        Format::Markdown,
        "> <!-- gainsay:begin table=x -->\r\n> <!-- gainsay:end -->\r\n",
        "> <!-- gainsay:begin table=x -->\r\n>\r\n> x  \r\n>\r\n> 0 options\r\n>\r\n\
         > <!-- gainsay:end -->\r\n",
    );
}

#[test]
fn marks_in_code_and_other_comments_are_none() {
    for (format, text) in [
        (Format::Markdown, "```\n<!-- gainsay:begin table=x -->\n```\n<!-- gainsay: -->"),
        (Format::Markdown, "    <!-- gainsay:begin table=x -->\n"),
        (Format::Markdown, "`<!-- gainsay:begin table=x -->`\n"),
        (Format::Latex, "\\begin{verbatim}\n% gainsay:begin table=x\n\\end{verbatim}"),
        (Format::Latex, "\\% gainsay:begin table=x"),
        (Format::Html, "<script>\n<!-- gainsay:begin table=x -->\n</script>"),
        (Format::Typst, "```\n// gainsay:begin table=x\n```"),
        (Format::Typst, "// gainsay:table x sha256:00ff\n// gainsay:x"),
        (Format::Plain, "<!-- gainsay:begin table=x -->\n"),
        (Format::Markdown, "<!-- see gainsay:begin table=x -->\n"),
    ] {
        refused(format, text, &[]);
    }
}

#[test]
fn marks_that_are_out_of_order_are_told_and_others_written() {
    let begin = "<!-- gainsay:begin table=x -->";
    let end = "<!-- gainsay:end -->";
    refused(Format::Html, begin, &[(begin, marks(MarkProblem::NoEnd))]);
    refused(Format::Html, end, &[(end, marks(MarkProblem::NoBegin))]);
    let nested = format!("{begin}\n{begin}\n{end}\n{end}");
    let both = [(begin, marks(MarkProblem::Nested)), (end, marks(MarkProblem::NoBegin))];
    refused(Format::Html, &nested, &both);
    let synced = done(&format!("{nested}{begin}{end}"), Format::Html);
    assert_eq!(synced.text, format!("{nested}{begin}\nx  \n\n0 options\n{end}"));
    assert_eq!(synced.problems.len(), 2);
}

#[test]
fn a_comment_that_is_not_closed_begins_nothing() {
    let text = "<!-- gainsay:begin table=x\nold\n<!-- gainsay:end -->\n";
    let whole = text.trim_end();
    refused(Format::Markdown, text, &[(whole, marks(MarkProblem::NoEnd))]);
}

#[test]
fn words_on_the_line_of_a_mark_are_not_torn_apart() {
    let mark = "<!-- gainsay:begin table=x -->";
    let text = format!("words {mark}\n<!-- gainsay:end -->\n");
    refused(Format::Markdown, &text, &[(mark, marks(MarkProblem::NotAlone))]);
}

#[track_caller]
fn refused_words(words: &str, at: &str, problem: MarkProblem) {
    let text = format!("% gainsay:begin {words}\n% gainsay:end");
    refused(Format::Latex, &text, &[(at, marks(problem))]);
}

#[test]
fn what_a_mark_asks_for_is_checked() {
    let name = |name: &str| name.to_owned();
    refused_words("lang=fr", "% gainsay:begin lang=fr", MarkProblem::NoTable);
    refused_words("table=x lang", "lang", MarkProblem::NoValue { name: name("lang") });
    refused_words("table=", "table=", MarkProblem::NoValue { name: name("table") });
    refused_words("all=yes", "all=yes", MarkProblem::NeedlessValue { name: name("all") });
    refused_words("table=\"x y", "table=\"x y", MarkProblem::OpenQuote);
    let doubled = |one| MarkProblem::DoubledOption { name: name(one) };
    refused_words("table=x table=x", "table=x", doubled("table"));
    refused_words("lang=fr table=x lang=en", "lang=en", doubled("lang"));
    let nearest = Some(name("columns"));
    let unknown = MarkProblem::UnknownOption { name: name("column"), nearest };
    refused_words("table=x column=n", "column=n", unknown);
    let unknown = MarkProblem::UnknownOption { name: name("output-format"), nearest: None };
    refused_words("output-format=json", "output-format=json", unknown);
}

#[test]
fn options_are_handed_on_as_written() {
    let text = "<!--\ngainsay:begin table=\"a[b=c,d=e]\"\n  source=f source=g\n  all\n  \
                template=\"my table.html\"\n-->\n<!-- gainsay:end -->";
    let synced = done(text, Format::Html);
    let option = |name: &str, value: &str| (name.to_owned(), Some(value.to_owned()));
    let options = vec![
        option("source", "f"),
        option("source", "g"),
        ("all".to_owned(), None),
        option("template", "my table.html"),
    ];
    let spec = Spec { table: "a[b=c,d=e]".to_owned(), options };
    assert_eq!(synced.blocks.iter().map(|block| &block.spec).collect::<Vec<_>>(), [&spec]);
}

#[test]
fn a_table_that_cannot_be_made_costs_no_other() {
    let text = "% gainsay:begin table=missing\n% gainsay:end\n";
    refused(Format::Latex, text, &[("% gainsay:begin table=missing", Why::Table("missing"))]);
    let other = "% gainsay:begin table=x\nx  \n\n0 options\n% gainsay:end\n";
    assert_eq!(done(&format!("{text}{other}"), Format::Latex).blocks.len(), 1);
}

#[test]
fn a_table_that_would_hide_its_end_is_not_written() {
    for (format, begin, end) in [
        (Format::Markdown, "<!-- gainsay:begin table=template -->", "<!-- gainsay:end -->"),
        (Format::Html, "<!-- gainsay:begin table=template -->", "<!-- gainsay:end -->"),
        (Format::Latex, "% gainsay:begin table=template", "% gainsay:end"),
        (Format::Typst, "// gainsay:begin table=template", "// gainsay:end"),
    ] {
        let text = format!("{begin}\n{end}\n");
        refused(format, &text, &[(begin, marks(MarkProblem::BreaksOut))]);
    }
}

/// How comments start, in one format and in others.
fn sign(format: Format) -> impl Strategy<Value = &'static str> {
    let own = match format {
        Format::Latex => "% ",
        Format::Typst => "// ",
        _ => "<!-- ",
    };
    prop_oneof![8 => Just(own), 1 => Just("<!-- "), 1 => Just("% "), 1 => Just("// ")]
}

fn comment(format: Format) -> impl Strategy<Value = String> {
    let mark = prop_oneof![
        2 => Just("gainsay:begin table=x"),
        2 => Just("gainsay:begin table=x lang=fr all"),
        1 => Just("gainsay:begin table=missing"),
        1 => Just("gainsay:begin table=template"),
        1 => Just("gainsay:begin lang=fr"),
        6 => Just("gainsay:end"),
        1 => Just("gainsay:table x sha256:00ff"),
    ];
    (sign(format), mark).prop_map(|(sign, mark)| {
        let close = if sign == "<!-- " { " -->" } else { "" };
        format!("{sign}{mark}{close}")
    })
}

/// What some format reads in a way of its own.
const NOISE: &[&str] = &[
    "",
    "words, été 5\u{202f}%",
    "```",
    "~~~",
    "`",
    "$$",
    "<div>",
    "</div>",
    "<pre>",
    "<script>",
    "</script>",
    "---",
    "| a | b |",
    "|---|---|",
    ":::",
    "[^1]:",
    "\\begin{verbatim}",
    "\\end{verbatim}",
    "\\begin{document}",
    "\\",
    "{",
    "/*",
    "*/",
    "<!--",
    "-->",
    "\u{feff}",
];

fn line(format: Format) -> impl Strategy<Value = String> {
    let prefix = prop::sample::select(&["", "", "", "", "  ", "> ", "- ", "\t", "12. ", "a "][..]);
    let noise = prop::sample::select(NOISE).prop_map(str::to_owned);
    let body = prop_oneof![3 => comment(format), 1 => noise];
    let end = prop::sample::select(&["\n", "\n", "\r\n", "\n\n", "\r", ""][..]);
    (prefix, body, end).prop_map(|(prefix, body, end)| format!("{prefix}{body}{end}"))
}

fn draft() -> impl Strategy<Value = (Format, String)> {
    let format = prop::sample::select(&FORMATS[..]);
    let lines = |format| (Just(format), prop::collection::vec(line(format), 0..16), any::<bool>());
    format.prop_flat_map(lines).prop_map(|(format, lines, bom)| {
        (format, format!("{}{}", if bom { "\u{feff}" } else { "" }, lines.concat()))
    })
}

const FORMATS: [Format; 5] =
    [Format::Markdown, Format::Latex, Format::Html, Format::Typst, Format::Plain];

/// What a text is without some parts of it.
fn without(text: &str, parts: impl Iterator<Item = Range<usize>>) -> String {
    let mut rest = String::new();
    let mut at = 0;
    for part in parts {
        rest.push_str(&text[at..part.start]);
        at = part.end;
    }
    rest + &text[at..]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_the_draft_is_the_rest_of_it_stays_and_once_is_enough(
        (format, text) in draft(),
    ) {
        let synced = done(&text, format);
        let old = without(&text, synced.blocks.iter().map(|block| block.old.clone()));
        let new = without(&synced.text, synced.blocks.iter().map(|block| block.new.clone()));
        prop_assert_eq!(old, new);
        let again = done(&synced.text, format);
        prop_assert_eq!(&again.text, &synced.text);
        prop_assert_eq!(again.blocks.len(), synced.blocks.len());
    }

    #[test]
    fn a_mark_may_say_anything(words in "[\\PC \n\"=]{0,40}", format in prop::sample::select(&FORMATS[..])) {
        for sign in ["<!-- ", "% ", "// "] {
            done(&format!("{sign}gainsay:begin {words}\n{sign}gainsay:end -->"), format);
        }
    }
}
