//! Charts, read back from their SVG.

use std::collections::BTreeSet;

use gainsay_claims::{EvidenceBase, Lang, Proposition};
use gainsay_judge::{
    Judgement, OptionList, Orders, RankedOption, Size,
    stats::{Answers, Ends},
};
use gainsay_picture::{Picture, svg};
use quick_xml::{Reader, events::Event};

use super::{NoChart, axis::Axis, forest, slope, timeline};
use crate::{
    Speaker, fixture,
    table::{Filter, Table},
};

/// An element: its name and attributes.
type Element = (String, Vec<(String, String)>);

/// The elements and the text of a picture.
fn read(picture: &Picture) -> (Vec<Element>, String) {
    let text = svg(picture);
    let mut reader = Reader::from_str(&text);
    let (mut elements, mut told) = (Vec::new(), String::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Eof => return (elements, told),
            Event::Start(one) | Event::Empty(one) => {
                let attributes = one.attributes().map(|one| one.expect("an attribute"));
                let attributes = attributes
                    .map(|one| (one.key.as_ref().to_owned(), one.value.into_owned()))
                    .collect();
                elements.push((one.name().as_ref().to_owned(), attributes));
            }
            Event::Text(one) => told += &one,
            Event::GeneralRef(one) => told += &format!("&{};", &*one),
            _ => {}
        }
    }
}

fn value<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.1.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
}

fn claims(elements: &[Element]) -> Vec<&str> {
    elements.iter().filter_map(|one| value(one, "data-claim")).collect()
}

fn drawn(base: &EvidenceBase, judgement: &Judgement, lang: Lang) -> Picture {
    forest(Speaker::new(base, lang), &judgement.propositions[0], &Filter::default())
        .expect("there are shares")
}

#[test]
fn a_forest_has_every_claim_in_both_languages() {
    let base = fixture::base();
    let judgement = fixture::judgement(&base);
    let table = Table::new(&base, &judgement.propositions[0]);
    // A claim that the fixture also leaves out has two rows in the table.
    let expected: BTreeSet<&str> = table.rows.iter().map(|row| row.claim.id.as_str()).collect();
    for lang in [Lang::En, Lang::Fr] {
        let (elements, _) = read(&drawn(&base, &judgement, lang));
        let found = claims(&elements);
        assert_eq!(found.len(), expected.len());
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
    }
}

#[test]
fn whiskers_are_where_the_interval_is() {
    let base = fixture::base();
    let judgement = fixture::judgement(&base);
    let (elements, _) = read(&drawn(&base, &judgement, Lang::En));
    let table = Table::new(&base, &judgement.propositions[0]);
    let reached = table.rows.iter().flat_map(crate::mark::reach);
    let axis = Axis::holding(reached, 314.0, 660.0);
    let mut whiskers = 0;
    for row in &table.rows {
        let Some(interval) = row.interval else { continue };
        let ends = [interval.lo, interval.hi].map(|end| format!("{:.1}", axis.at(end)));
        let at = elements
            .iter()
            .position(|one| value(one, "data-claim") == Some(&row.claim.id))
            .expect("it is drawn");
        let line = elements[at..].iter().find(|one| one.0 == "polyline").expect("a whisker");
        let points = value(line, "points").expect("its ends");
        let found: Vec<String> = points
            .split(' ')
            .map(|point| point.split(',').next().expect("x").parse::<f64>().expect("a number"))
            .map(|x| format!("{x:.1}"))
            .collect();
        assert_eq!(found, ends, "{}", row.claim.id);
        whiskers += 1;
    }
    assert!(whiskers >= 2, "{whiskers}");
}

#[test]
fn what_a_forest_shows_is_told_below_it() {
    let base = fixture::base();
    let judgement = fixture::judgement(&base);
    let (_, english) = read(&drawn(&base, &judgement, Lang::En));
    let (_, french) = read(&drawn(&base, &judgement, Lang::Fr));
    for words in ["Squares: ", "Circles: ", "Sources: "] {
        assert!(english.contains(words), "no {words} in {english}");
    }
    assert!(!english.contains("Diamond"), "nothing is pooled");
    for words in ["Carrés\u{a0}: ", "Cercles\u{a0}: ", "Sources\u{a0}: "] {
        assert!(french.contains(words), "no {words} in {french}");
    }
}

#[test]
fn hostile_names_are_text() {
    let mut base = fixture::base();
    let hostile = "<script>alert(1)</script>\u{202e}&";
    for study in base.studies.values_mut() {
        study.said.publisher = hostile.to_owned();
    }
    let judgement = fixture::judgement(&base);
    let (elements, told) = read(&drawn(&base, &judgement, Lang::En));
    assert!(elements.iter().all(|(name, _)| name != "script"));
    assert!(told.contains("&lt;script&gt;") && !told.contains('\u{202e}'), "{told}");
}

#[test]
fn a_chart_is_the_same_each_time() {
    let base = fixture::base();
    let judgement = fixture::judgement(&base);
    let [one, other] = [0, 1].map(|_| svg(&drawn(&base, &judgement, Lang::Fr)));
    assert_eq!(one, other);
}

#[test]
fn what_cannot_be_drawn_is_refused() {
    let base = fixture::base();
    let mut judgement = fixture::judgement(&base);
    let speaker = Speaker::new(&base, Lang::En);
    let nobody = Filter { sources: vec!["nobody".to_owned()], ..Filter::default() };
    let found = forest(speaker, &judgement.propositions[0], &nobody);
    assert_eq!(found, Err(NoChart::NoShare));
    let nobody = ["nobody".to_owned()];
    let found = timeline(speaker, &judgement.propositions[0], &nobody, &Filter::default());
    assert_eq!(found, Err(NoChart::NoDates));
    let named = judgement.propositions[0].proposition.clone();
    assert_eq!(slope(speaker, &judgement.orders, &[&named], None), Err(NoChart::NoOrders));
    let many = judgement.propositions[0].evidence[0].clone();
    let evidence = &mut judgement.propositions[0].evidence;
    evidence.extend(std::iter::repeat_n(many, 100));
    let found = forest(speaker, &judgement.propositions[0], &Filter::default());
    assert!(matches!(found, Err(NoChart::TooMany { count }) if count > 100), "{found:?}");
}

/// A list of options `bought[reason=…]`, the shares falling from the first to the last.
fn list(study: &str, who: &str, options: &[(&str, f64)]) -> OptionList {
    let options: Vec<RankedOption> = options
        .iter()
        .map(|(name, share)| RankedOption {
            proposition: format!("bought[reason={name}]")
                .parse::<Proposition>()
                .expect("a proposition")
                .into(),
            claim: format!("{study}/{who}/{name}"),
            share: Ends::new(*share, *share).ok(),
            size: Size::Unknown,
            floor: 0,
            score: *share,
        })
        .collect();
    OptionList {
        study: study.to_owned(),
        topic: "bought".parse().expect("a proposition"),
        people: gainsay_judge::People { who: Some(who.to_owned()), regions: None },
        complete: true,
        answers: Answers::One,
        options,
        leads: Vec::new(),
        stated_first: None,
    }
}

#[test]
fn a_slope_joins_what_both_lists_have_and_tells_ties() {
    let base = fixture::base();
    let users = list("fixture-a/2013", "users", &[("price", 0.6), ("news", 0.3), ("fun", 0.3)]);
    let adults = list("fixture-a/2013", "adults", &[("news", 0.7), ("price", 0.2)]);
    let elsewhere =
        list("fixture-b/2013", "adults", &[("news", 0.7), ("price", 0.2), ("fun", 0.1)]);
    let named = users.options[0].proposition.clone();
    let orders = Orders { lists: vec![users, elsewhere, adults], ..Orders::default() };
    let speaker = Speaker::new(&base, Lang::En);
    let picture = slope(speaker, &orders, &[&named], Some("fixture-a")).expect("two lists");
    assert_eq!(slope(speaker, &orders, &[&named], Some("fixture")), Err(NoChart::NoOrders));
    let (elements, told) = read(&picture);
    let thick = |one: &&Element| one.0 == "polyline" && value(one, "stroke-width") == Some("2.4");
    let lines: Vec<&str> =
        elements.iter().filter(thick).filter_map(|one| value(one, "points")).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    // The first of one group is the second of the other: the two lines cross.
    let slopes: Vec<bool> = lines
        .iter()
        .map(|line| {
            let y: Vec<f64> = line
                .split([' ', ','])
                .enumerate()
                .filter(|(place, _)| place % 2 == 1)
                .map(|(_, y)| y.parse().expect("a number"))
                .collect();
            y[0] < y[1]
        })
        .collect();
    assert_eq!(slopes, [true, false]);
    let digest = picture.mark.clone().expect("a digest");
    assert!(digest.starts_with("gainsay:slope bought sha256:"), "{digest}");
    let mut moved = orders.clone();
    moved.lists[0].options[0].share = Ends::new(0.61, 0.61).ok();
    let moved = slope(speaker, &moved, &[&named], Some("fixture-a")).expect("two lists");
    assert_ne!(moved.mark, Some(digest));
    assert_eq!(told.matches("2=").count(), 2, "{told}");
    assert!(told.contains("one study") && told.contains("Circles: "), "{told}");
}
