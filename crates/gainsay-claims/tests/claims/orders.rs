//! Ranks and orders.

use gainsay_claims::{
    claim::Statement,
    wire::{Finding, Order, People, Question, QuestionKind, Rank, Says, Side},
};

use crate::support::{about, at, claim, facets, figure};

#[test]
fn a_rank_in_words_is_a_place_among_the_options() {
    let text = "la première motivation est de gagner quelque chose";
    let question = Question {
        id: "reasons".into(),
        kind: QuestionKind::Rank,
        text: None,
        lang: None,
        options: vec!["discounts".into(), "community".into()],
        complete: false,
        recall: None,
    };
    let said = Finding { question: Some(question), ..rank(text, "première", "discounts", false) };
    let claim = claim(text, said);
    assert_eq!(claim.statement, Statement::Rank { place: 1, from_last: false });
    assert_eq!(claim.said.question.map(|one| one.options.len()), Some(2));
}

#[test]
fn a_rank_may_be_counted_from_the_least() {
    let text = "the first from the bottom: discounts";
    let place = claim(text, rank(text, "first", "discounts", true)).statement;
    assert_eq!(place, Statement::Rank { place: 1, from_last: true });
}

#[test]
fn a_rank_reversal_is_two_rankings_of_one_study() {
    let text = "discounts: consumers 1, businesses 12";
    let among = |who: &str, words: &str| {
        let people = People { universe: Some(who.into()), ..People::default() };
        let said = rank(text, words, "discounts", false);
        claim(text, Finding { people: Some(people), ..said })
    };
    let (consumers, businesses) = (among("consumers", "1"), among("marketers", "12"));
    assert_eq!(consumers.proposition, businesses.proposition);
    assert_eq!(consumers.study(), businesses.study());
    assert_eq!(consumers.population.universe.as_deref(), Some("consumers"));
    assert_eq!(businesses.population.universe.as_deref(), Some("marketers"));
    let place = |place| Statement::Rank { place, from_last: false };
    assert_eq!([consumers.statement, businesses.statement], [place(1), place(12)]);
}

#[test]
fn an_order_without_numbers_has_a_greater_and_a_lesser_side() {
    let text = "ils préfèrent de loin les recommandations aux posts";
    let side = |object| Side { facets: facets(&[("object", object)]), ..Side::default() };
    let order = Order {
        words: at(text, "préfèrent de loin"),
        greater: side("recommendations"),
        lesser: side("posts"),
        by_far: true,
    };
    let claim = claim(text, about("trusts", Says::Order(Box::new(order.clone()))));
    assert_eq!(claim.statement, Statement::Order);
    assert_eq!(claim.said.says, Says::Order(Box::new(order)));
    assert_eq!(&text[claim.at.span], "préfèrent de loin");
}

#[test]
fn an_order_may_stand_between_populations() {
    let text = "les marketeurs suivent plus facilement les marques";
    let side = |who: &str| Side { universe: Some(who.into()), ..Side::default() };
    let order = Order {
        words: at(text, "plus facilement"),
        greater: side("marketers"),
        lesser: side("social-media-users"),
        by_far: false,
    };
    let claim = claim(text, about("likes-brand", Says::Order(Box::new(order))));
    assert_eq!(claim.statement, Statement::Order);
}

fn rank(text: &str, words: &str, reason: &str, from_last: bool) -> Finding {
    let says = Says::Rank(Rank { figure: figure(text, words), from_last });
    Finding { facets: facets(&[("reason", reason)]), ..about("reason-to-follow", says) }
}
