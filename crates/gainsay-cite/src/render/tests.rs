use proptest::prelude::*;

use super::*;
use crate::{Library, PublishedOn, fixture};

fn rendered(style: &str, lang: Lang) -> String {
    let (library, _) = Library::read(&fixture::base());
    let style = Style::named(style).expect("it ships with the program");
    let (listed, mentioned): (Vec<_>, Vec<_>) =
        library.all().partition(|one| one.key != "fixture-b-2013");
    let untitled = "[untitled]";
    let request = Request { listed: &listed, mentioned: &mentioned, style: &style, lang, untitled };
    let done = render(&request).expect("the style can be used");
    let lines = done.list.iter().map(|entry| format!("{}\n", shown(&entry.pieces)));
    let names = done.short.iter().map(|(key, name)| format!("{key}: {}\n", shown(name)));
    lines.chain(["--\n".to_owned()]).chain(names).collect::<String>().replace('\u{a0}', "~")
}

/// Pieces with their marks, as a reader of the snapshot needs them.
fn shown(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Marked(mark, content) => format!("{mark:?}[{}]", shown(content)),
        Piece::Link { content, .. } => format!("<{}>", shown(content)),
    };
    pieces.iter().map(one).collect()
}

#[test]
fn apa() {
    insta::assert_snapshot!(rendered("apa", Lang::En));
    insta::assert_snapshot!(rendered("apa", Lang::Fr));
}

#[test]
fn chicago() {
    insta::assert_snapshot!(rendered("chicago", Lang::En));
    insta::assert_snapshot!(rendered("chicago", Lang::Fr));
}

#[test]
fn iso690() {
    insta::assert_snapshot!(rendered("iso690", Lang::En));
    insta::assert_snapshot!(rendered("iso690-fr", Lang::Fr));
}

#[test]
fn works_are_named_as_beside_a_list() {
    let (library, _) = Library::read(&fixture::base());
    // Two that only a letter behind the year tells apart.
    let work = |key: &str, title: &str| {
        let work = Reference::new(key, "book").with_text("title", Some(title));
        work.with_author(Some("Ann")).with_issued(PublishedOn::new(2013, None, None))
    };
    let alike = [work("z", "One"), work("y", "Two")];
    let mentioned: Vec<&Reference> = library.all().chain(&alike).collect();
    let is_lettered = |name: &Vec<Piece>| Piece::words(name).contains("2013b");
    for name in Style::NAMES {
        let style = Style::named(name).expect("it ships with the program");
        for lang in [Lang::En, Lang::Fr] {
            let untitled = "[untitled]";
            let request =
                Request { listed: &[], mentioned: &mentioned, style: &style, lang, untitled };
            let short = render(&request).expect("the style can be used").short;
            assert!(short.values().any(is_lettered), "{name}");
            assert_eq!(names(&request).expect("likewise"), short, "{name}");
        }
    }
}

#[test]
fn a_style_of_one_language_keeps_it() {
    assert_eq!(rendered("iso690", Lang::Fr), rendered("iso690", Lang::En));
    assert_eq!(rendered("iso690-fr", Lang::En), rendered("iso690-fr", Lang::Fr));
    assert_ne!(rendered("iso690", Lang::En), rendered("iso690-fr", Lang::Fr));
}

#[test]
fn a_family_name_keeps_its_particle() {
    let name = Name::Person {
        family: "de La Tour".to_owned(),
        given: "Jean Paul".to_owned(),
        suffix: String::new(),
    };
    let mut reference = Reference::new("tour", "book").with_text("title", Some("T"));
    reference.fields.insert("author".to_owned(), Field::Names(vec![name]));
    let style = Style::named("apa").expect("it ships with the program");
    let listed = [&reference];
    let request =
        Request { listed: &listed, mentioned: &[], style: &style, lang: Lang::En, untitled: "" };
    let done = render(&request).expect("the style can be used");
    assert_eq!(Piece::words(&done.list[0].pieces), "de La Tour, J. P. (n.d.). T.");
}

/// A work at which the engine stops, because of its page.
fn stopping() -> Reference {
    Reference::new("m", "article-journal")
        .with_author(Some("Maker"))
        .with_issued(PublishedOn::new(2014, Some(2), None))
        .with_text("title", Some("Of makers"))
        .with_text("container-title", Some(JOURNAL))
        .with_text("page", Some(",–"))
        .with_text("note", Some("r\u{11ca4}{Y}"))
        .with_text("URL", Some("https://example.org/m"))
}

const JOURNAL: &str = "https://\u{1ee5f}\u{319a5}\u{5d0}'$\u{6bc}\u{1b132}";

#[test]
fn what_the_engine_cannot_set_costs_only_itself() {
    let style = Style::named("iso690").expect("it ships with the program");
    let book = |key: &str, author: &str| {
        Reference::new(key, "book").with_author(Some(author)).with_text("title", Some("T"))
    };
    let (first, last, bad) = (book("a", "Able"), book("z", "Zed"), stopping());
    let set = |listed: &[&Reference]| {
        let request =
            Request { listed, mentioned: listed, style: &style, lang: Lang::En, untitled: "" };
        render(&request).expect("the style can be used")
    };
    let engine = Engine { csl: &style.csl(Lang::En), lang: Lang::En, untitled: "" };
    assert!(engine.run(&[&bad]).is_none(), "the engine no longer stops at it");
    let good = set(&[&first, &last]);
    let mut all = set(&[&first, &bad, &last]);
    let plain = all.list.remove(1);
    assert_eq!(plain.key, "m");
    assert_eq!(
        Piece::words(&plain.pieces),
        format!("Maker. (2014-02). Of makers. {}. ,–. https://example.org/m", JOURNAL),
    );
    assert!(matches!(plain.pieces.last(), Some(Piece::Link { .. })), "{plain:?}");
    assert_eq!(
        all.short.remove("m").map(|name| Piece::words(&name)).as_deref(),
        Some("Maker, 2014")
    );
    assert_eq!(all, good);
}

const FIELDS: &[&str] = &[
    "title",
    "publisher",
    "URL",
    "DOI",
    "volume",
    "issue",
    "page",
    "edition",
    "number",
    "genre",
    "language",
    "note",
    "container-title",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_in_any_field_is_rendered(
        texts in proptest::collection::vec("\\PC{0,12}|[0-9–,& -]{0,14}|https?://\\PC{0,9}", FIELDS.len()),
        family in "\\PC{0,12}",
        given in "\\PC{0,12}",
        kind in "report|webpage|book|article-journal|chapter|thesis|patent|x",
        style in 0..4usize,
        year in 1..9999i64,
    ) {
        let mut reference = Reference::new("k", kind).with_issued(PublishedOn::new(year, Some(2), None));
        for (field, text) in FIELDS.iter().zip(&texts) {
            reference = reference.with_text(field, Some(text));
        }
        let person = Name::Person { family, given, suffix: "Jr.".to_owned() };
        reference.fields.insert("author".to_owned(), Field::Names(vec![person]));
        let style = Style::named(Style::NAMES[style]).expect("it ships with the program");
        let listed = [&reference];
        let request = Request {
            listed: &listed, mentioned: &[], style: &style, lang: Lang::Fr, untitled: "[untitled]",
        };
        let done = render(&request);
        prop_assert!(done.is_ok(), "{done:?}");
        prop_assert_eq!(done.map(|done| done.list.len()).unwrap_or_default(), 1);
    }
}
