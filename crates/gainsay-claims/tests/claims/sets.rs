//! Shares within shares, propositions counted together, questions with options.

use gainsay_claims::{
    claim::Base,
    sample::Sample,
    value::Rational,
    wire::{BaseStep, Finding, Join, Joined, Question, QuestionKind, Says, Term},
};
use indexmap::IndexMap;

use crate::support::{about, at, claim, facets, figure, finding, share_of};

const NESTED: &str = "la moitié des utilisateurs ont liké une marque. Parmi eux, 1 sur 4 achète";

#[test]
fn a_nested_base_has_a_parent_and_its_share_of_it() {
    let base = claim(NESTED, nested()).base;
    let path = |base: &Base| base.steps.iter().map(|step| step.who.clone()).collect::<Vec<_>>();
    assert_eq!(path(&base), ["adults", "social-media-users", "brand-likers"]);
    assert_eq!(base.who(), Some("brand-likers"));
    let share = base.steps[2].share.expect("half of them like a brand");
    assert!(share.contains(Rational::new(1, 2)));
    let parent = base.parent().expect("it lies within another");
    assert_eq!(path(&parent), ["adults", "social-media-users"]);
}

#[test]
fn the_size_of_a_nested_base_is_not_the_size_of_the_study() {
    assert_eq!(claim(NESTED, nested()).n, Sample::Unknown);
    let everybody = finding(Says::Share(figure(NESTED, "la moitié")));
    assert_eq!(claim(NESTED, everybody).n, Sample::Exactly(1000));
}

#[test]
fn an_and_and_an_or_are_other_propositions_than_their_parts() {
    let text = "75% sont influencés en termes d'achat et de fidélité";
    let loyal = Term { concept: "loyal".into(), facets: IndexMap::new(), negated: false };
    for (by, expected) in [(Join::And, "bought&loyal"), (Join::Or, "bought|loyal")] {
        let joined = Some(Joined { by, with: vec![loyal.clone()] });
        let said = Finding { joined, ..about("bought", Says::Share(figure(text, "75%"))) };
        assert_eq!(claim(text, said).proposition.to_string(), expected);
    }
}

#[test]
fn a_part_of_an_or_may_be_negated() {
    let text = "half say brands should not be there or do not follow any";
    let term = Term { concept: "likes-brand".into(), facets: IndexMap::new(), negated: true };
    let joined = Some(Joined { by: Join::Or, with: vec![term] });
    let said = Finding { joined, ..about("unwelcome", Says::Share(figure(text, "half"))) };
    assert_eq!(claim(text, said).proposition.to_string(), "unwelcome|!likes-brand");
}

#[test]
fn answers_of_which_several_may_be_given_exceed_the_whole() {
    let text = "why do you like a brand: discounts 53 %, reviews 46 %, community 39 %";
    assert_eq!(total(text, QuestionKind::Multi), Rational::new(138, 100));
}

#[test]
fn answers_of_which_one_is_given_make_the_whole() {
    let text = "main reason: discounts 53 %, reviews 28 %, community 19 %";
    assert_eq!(total(text, QuestionKind::Single), Rational::from(1));
}

/// The sum of the midpoints of all answers to one question.
fn total(text: &str, kind: QuestionKind) -> Rational {
    let options = ["discounts", "reviews", "community"];
    let question = Question {
        id: "reasons".into(),
        kind,
        text: Some("What made you like it?".into()),
        lang: Some("en".into()),
        options: options.map(str::to_owned).into(),
        complete: true,
        recall: Some("ever".into()),
    };
    let shares = options.map(|option| {
        let after = text.find(option).expect("the option is named") + option.len() + 1;
        let words = &text[after..after + "53 %".len()];
        let said = Finding {
            facets: facets(&[("reason", option)]),
            question: Some(question.clone()),
            ..about("reason-to-follow", Says::Share(figure(text, words)))
        };
        let claim = claim(text, said);
        assert_eq!(claim.said.question.as_ref(), Some(&question));
        assert_eq!(claim.proposition.to_string(), format!("reason-to-follow[reason={option}]"));
        let set = share_of(&claim).hard;
        (set.lo() + set.hi()) / Rational::from(2)
    });
    shares.into_iter().sum()
}

/// One in four of those among the users who like a brand.
fn nested() -> Finding {
    let step = |who: &str| BaseStep { who: who.into(), share: None, words: None };
    let likers = BaseStep {
        share: Some(figure(NESTED, "la moitié")),
        words: Some(at(NESTED, "Parmi eux")),
        ..step("brand-likers")
    };
    let base = vec![step("social-media-users"), likers];
    Finding { base, ..about("bought", Says::Share(figure(NESTED, "1 sur 4"))) }
}
