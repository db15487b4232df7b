//! Whatever a draft is, checking it ends, points into it and leaves the base as it was.

use std::{collections::BTreeSet, sync::LazyLock};

use gainsay_claims::{Diagnostic, EvidenceBase};
use gainsay_draft::{Checked, CheckedFigure, Checker, Draft, Format, Outcome, read};
use gainsay_judge::{Judgement, judge};
use proptest::prelude::*;

use super::{digest, rule_files};

const FORMATS: [Format; 5] =
    [Format::Markdown, Format::Latex, Format::Html, Format::Typst, Format::Plain];

/// What drafts are made of, so that most of them say something of the base.
const PIECES: &[&str] = &[
    "72%",
    "62 %",
    "62\u{202f}%",
    "36%",
    "7 points",
    "n=1000",
    "1,000",
    "one in three",
    "nobody",
    "Personne",
    "la moitié",
    "more than 40%",
    "17 %",
    "by 50%",
    "deux sur trois",
    "2013",
    "Fixture Alder",
    "Fixture Birch",
    "According to ",
    "Selon ",
    "survey by Fixture Poplar",
    "studies show",
    "Les études",
    "confirms",
    "confirme",
    "as cited in",
    "cité par",
    "are afraid of the traffic",
    "ont peur de la circulation",
    "repair their bicycle",
    "ne réparent jamais",
    "never",
    "hardly ever",
    "subscribe to a hire scheme",
    "wear a helmet",
    "la nuit",
    "kick scooter",
    "vélo cargo",
    "enjoy riding",
    "aiment rouler",
    "more likely",
    "of the cyclists",
    "des cyclistes",
    "adults",
    "membres de clubs",
    "in Germany",
    "en Allemagne",
    " and ",
    " et ",
    ", ",
    ". ",
    "! ",
    " : ",
    "(",
    ")",
    "\n",
    "\n\n",
    "\r\n",
    "# ",
    "- ",
    "> ",
    "| ",
    "[^1]",
    "[^1]: ",
    "`",
    "$",
    "{",
    "}",
    "\\cite{fixture-alder-2013}",
    "\\footnote{",
    "[@fixture-alder-2013]",
    "<p>",
    "</p>",
    "<table><tr><td>",
    "&nbsp;",
    "\u{feff}",
    "\u{a0}",
    "<!-- gainsay:ignore drift: so it is -->",
    "% gainsay:ignore drift\n",
    "<!-- gainsay:table fears-traffic sha256:00 -->",
    "İ",
    "ß",
    "é\u{301}",
    "\u{202e}",
    "🚲",
    ".\n\nStudies show that people whistle.\n\n",
];

/// Something said of the base, and words or signs of any kind between.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => Just(" ".to_owned()),
        1 => "\\PC{0,8}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

/// A base with everything that drafts are compared with.
struct World {
    base: EvidenceBase,
    judgement: Judgement,
    checker: Checker,
}

static WORLD: LazyLock<World> = LazyLock::new(|| {
    let files = rule_files();
    let drift = files.iter().find(|file| file.name == "drift").expect("it has cases");
    let base = drift.cases[0].base();
    World { judgement: judge(&base), checker: Checker::new(&base), base }
});

/// Otherwise the properties below would be those of texts that say nothing.
#[test]
fn the_pieces_say_something_of_the_base() {
    let World { base, judgement, checker } = &*WORLD;
    let draft = read("a draft", &PIECES.join(" "), Format::Plain);
    let checked = checker.check(&draft, base, judgement, &|name| digest(base, judgement, name));
    let found = |one: &&CheckedFigure| matches!(one.outcome, Outcome::Found(_));
    assert!(checked.figures.iter().filter(found).count() >= 3, "{:?}", checked.figures);
    let rules: BTreeSet<&str> = checked.diagnostics.iter().map(|one| one.check.id).collect();
    assert!(rules.len() >= 3, "{rules:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn checking_points_into_the_draft_and_changes_nothing_else(
        text in text(),
        format in prop::sample::select(&FORMATS[..]),
    ) {
        holds(&read("a draft", &text, format));
    }

    #[test]
    fn any_characters_can_be_checked(
        text in any::<String>(),
        format in prop::sample::select(&FORMATS[..]),
    ) {
        holds(&read("a draft", &text, format));
    }
}

#[track_caller]
fn holds(draft: &Draft) {
    let World { base, judgement, checker } = &*WORLD;
    let check = || checker.check(draft, base, judgement, &|name| digest(base, judgement, name));
    let first = check();
    points_into(draft, &first, base);
    assert_eq!(format!("{:?}", check()), format!("{first:?}"));
}

/// Every diagnostic points first into the draft, every place is one of its document and
/// parts no character.
#[track_caller]
fn points_into(draft: &Draft, checked: &Checked, base: &EvidenceBase) {
    let text = |document: &str| match base.documents.get(document) {
        Some(document) => document.text.as_str(),
        None => draft.text.as_str(),
    };
    for Diagnostic { check, labels, .. } in &checked.diagnostics {
        let first = labels.first().map(|label| label.at.document.as_str());
        assert_eq!(first, Some(draft.name.as_str()), "{} points elsewhere", check.id);
        for label in labels {
            let part = text(&label.at.document).get(label.at.span.clone());
            assert!(part.is_some(), "{}: {:?}", check.id, label.at);
        }
    }
    for claim in checked.figures.iter().filter_map(|figure| figure.claim.as_ref()) {
        let at = &checked.claims[claim].at;
        assert_eq!(at.document, draft.name);
        assert!(draft.text.get(at.span.clone()).is_some(), "{at:?}");
    }
}
