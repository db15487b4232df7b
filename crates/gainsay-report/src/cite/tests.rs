use gainsay_cite::{Field, Library, Name, PublishedOn, Request, Style, render};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;

fn reference(key: &str, author: &str, title: &str, url: &str) -> Reference {
    let mut reference = Reference::new(key, "report");
    let text = |text: &str| Field::Text(text.to_owned());
    let fields = [
        ("author", Field::Names(vec![Name::Literal(author.to_owned())])),
        ("title", text(title)),
        ("publisher", text(&format!("{author} Press"))),
        ("URL", text(url)),
    ];
    reference.fields.extend(fields.map(|(name, field)| (name.to_owned(), field)));
    if let Some(date) = PublishedOn::new(2014, Some(5), None) {
        reference.fields.insert("issued".to_owned(), Field::Date(date));
    }
    reference
}

fn written(works: &[Reference; 2], lang: Lang, format: Format) -> String {
    let style = Style::named("chicago").expect("it ships with the program");
    let [read, mentioned] = works;
    let (listed, mentioned) = ([read], [mentioned]);
    let request = Request {
        listed: &listed,
        mentioned: &mentioned,
        style: &style,
        lang,
        untitled: untitled(lang),
    };
    let rendered = render(&request).expect("the style can be used");
    let study = Original::Study("b".to_owned());
    let by = vec!["a".to_owned()];
    let citations = [
        ("a".to_owned(), Citation::Read { key: "a".to_owned() }),
        ("b/x".to_owned(), Citation::CitedIn { original: study.clone(), by: by.clone() }),
        ("b/y".to_owned(), Citation::Unseen { original: study }),
        ("c".to_owned(), Citation::CitedIn { original: Original::Named(String::new()), by }),
    ];
    bibliography(&Bibliography { citations: &citations, rendered: &rendered, lang }, format)
}

fn plain_works() -> [Reference; 2] {
    [
        reference("a", "Le Blog", "Des vérités : 50 % & plus", "https://blog.example/a_b?c=1"),
        reference("b", "Fixture B", "Survey", "https://b.example"),
    ]
}

#[test]
fn a_study_that_was_not_read_is_cited_in_what_was() {
    let works = plain_works();
    insta::assert_snapshot!(written(&works, Lang::En, Format::Text));
    insta::assert_snapshot!(written(&works, Lang::Fr, Format::Text));
}

#[test]
fn every_format() {
    let works = plain_works();
    let all = [Format::Markdown, Format::Html, Format::Latex];
    let all = all.map(|format| written(&works, Lang::Fr, format)).join("----\n");
    insta::assert_snapshot!(all);
    insta::assert_snapshot!(bibtex(&works.each_ref()));
}

/// The studies of the fixture as a library.
#[test]
fn the_references_of_a_base_are_valid_items() {
    let base = crate::fixture::base();
    let (library, _) = Library::read(&base);
    let json = csl_json(&library.all().collect::<Vec<_>>());
    let items: Vec<serde_json::Value> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(items[0]["id"], "fixture-a-2013");
    assert_eq!(items.len(), 3);
}

const TAGS: &[&str] = &["ul", "li", "code", "div", "p", "em", "strong", "a", "span", "sup", "sub"];

fn check_html(html: &str) -> Result<(), TestCaseError> {
    for part in html.split('<').skip(1) {
        let (tag, _) = part.split_once('>').unwrap_or_default();
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        prop_assert!(TAGS.contains(&name), "<{part}");
        // An attribute is the only one, and its quotation marks are the only ones.
        prop_assert!([0, 2].contains(&tag.matches('"').count()), "{tag}");
        let href = tag.strip_prefix("a href=\"");
        prop_assert!(href.is_none_or(|url| url.starts_with("http")), "{tag}");
        prop_assert!(name != "a" || href.is_some() || tag == "/a", "{tag}");
    }
    Ok(())
}

fn check_markdown(markdown: &str) -> Result<(), TestCaseError> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_MATH;
    for event in Parser::new_ext(markdown, options) {
        let is_good = match &event {
            Event::Text(_) | Event::End(_) | Event::SoftBreak => true,
            Event::Start(Tag::Link { dest_url, .. }) => dest_url.starts_with("http"),
            Event::Start(tag) => matches!(
                tag,
                Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::List(None) | Tag::Item
            ),
            _ => false,
        };
        prop_assert!(is_good, "{event:?} in {markdown}");
    }
    Ok(())
}

const COMMANDS: &[&str] = &[
    "textbackslash",
    "textbraceleft",
    "textbraceright",
    "textasciicircum",
    "textasciitilde",
    "textasciigrave",
    "textless",
    "textgreater",
    "textbar",
    "textquotedbl",
    "textminus",
    "textpm",
    "texttimes",
    "ensuremath",
    "leq",
    "geq",
    "emph",
    "textbf",
    "textsc",
    "textsuperscript",
    "textsubscript",
    "texttt",
    "href",
    "begin",
    "end",
    "item",
    "par",
    "noindent",
    "hangindent",
];

fn check_latex(latex: &str) -> Result<(), TestCaseError> {
    let mut depth = 0;
    let mut rest = latex.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '\\' => {
                let mut name = String::new();
                while let Some(next) = rest.next_if(char::is_ascii_alphabetic) {
                    name.push(next);
                }
                let sign = if name.is_empty() { rest.next() } else { None };
                let is_sign = sign.is_some_and(|sign| "$&#_%,".contains(sign));
                prop_assert!(is_sign || COMMANDS.contains(&name.as_str()), "\\{name} in {latex}");
            }
            '{' => depth += 1,
            '}' => depth -= 1,
            '$' | '&' | '#' | '_' | '%' | '^' => prop_assert!(false, "{letter} in {latex}"),
            _ => {}
        }
        prop_assert!(depth >= 0, "{latex}");
    }
    prop_assert_eq!(depth, 0);
    Ok(())
}

#[test]
fn the_checks_find_what_is_not_escaped() {
    assert!(check_html("<p>a</p>").is_ok());
    assert!(check_html("<script>").is_err());
    assert!(check_html("<a href=\"javascript:x\">").is_err());
    assert!(check_markdown("- a *b* [c](<http://d>)").is_ok());
    assert!(check_markdown("`a`").is_err());
    assert!(check_markdown("1. a").is_err());
    assert!(check_latex("\\emph{a} 50\\,\\%").is_ok());
    for bad in ["50 %", "\\input{x}", "}{", "a_b"] {
        assert!(check_latex(bad).is_err(), "{bad}");
    }
}

#[test]
fn known_tricks_stay_text() {
    let tricks = "<script>alert(1)</script> & [a](javascript:b) `c` *d* $e$ \\input{f} {g} %h";
    let url = "https://x.example/\"><script>)>{}\\%$^_~";
    let works =
        [reference("a", tricks, tricks, url), reference("b", "2014.", "# T", "javascript:x")];
    check_html(&written(&works, Lang::En, Format::Html)).expect("no markup in HTML");
    check_markdown(&written(&works, Lang::En, Format::Markdown)).expect("no markup in Markdown");
    check_latex(&written(&works, Lang::En, Format::Latex)).expect("no markup in LaTeX");
    let entries = bibtex(&works.each_ref());
    assert_eq!(entries.matches('{').count(), entries.matches('}').count());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_inert_in_every_format(
        author in "\\PC{1,10}|[-+#*_`<>&{}\\[\\]\\\\$%^~.!|:@0-9 a]{1,12}",
        title in "\\PC{0,10}|[-+#*_`<>&{}\\[\\]\\\\$%^~.!|:@0-9 a]{0,14}",
        path in "[^\\s]{0,10}",
    ) {
        let url = format!("https://x.example/{path}");
        let works = [reference("a", &author, &title, &url), reference("b", &title, &author, &path)];
        check_html(&written(&works, Lang::Fr, Format::Html))?;
        check_markdown(&written(&works, Lang::Fr, Format::Markdown))?;
        check_latex(&written(&works, Lang::Fr, Format::Latex))?;
        let entries = bibtex(&works.each_ref());
        prop_assert_eq!(entries.matches('{').count(), entries.matches('}').count());
        let text = written(&works, Lang::Fr, Format::Text);
        let control = |letter: char| letter.is_control() && letter != '\n';
        prop_assert!(!text.contains(control), "a control character");
    }
}
