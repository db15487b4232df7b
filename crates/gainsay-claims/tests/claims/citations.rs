//! What others make of a study: agreement, universals, hearsay, lost images.

use gainsay_claims::{
    claim::Statement,
    value::Kind,
    wire::{Agreement, Finding, Hop, HopRole, Instance, Mark, Medium, Mood, Role, Says},
};

use crate::support::{about, at, claim, facets, figure, finding, share_of};

#[test]
fn a_claim_of_agreement_names_the_claims_that_agree() {
    let text = "l'autre étude confirme avec un résultat assez similaire";
    let between = vec!["fixture-a/survey/one".to_owned(), "fixture-b/survey/two".to_owned()];
    let agreement = Agreement { words: at(text, "confirme"), between: between.clone() };
    let claim = claim(text, about("bought", Says::Agreement(agreement)));
    assert_eq!(claim.statement, Statement::Agreement);
    let Says::Agreement(said) = claim.said.says else { panic!("it was an agreement") };
    assert_eq!(said.between, between);
}

#[test]
fn a_citation_has_a_chain_of_hops() {
    let text = "68% ignorent, dit l'article";
    let hop = |who: &str, role| Hop {
        who: who.into(),
        url: Some("https://example.org/page".into()),
        role,
        locator: Some("line 15".into()),
        as_stated: Some(at(text, "68% ignorent")),
        page: None,
    };
    let chain = vec![hop("a blog", HopRole::Secondary), hop("fixture-b", HopRole::Primary)];
    let said = Finding {
        role: Role::Cited,
        mark: Mark::CitedOnly,
        cites: Some("fixture-b/survey/ignores".into()),
        chain: chain.clone(),
        ..finding(Says::Share(figure(text, "68%")))
    };
    let claim = claim(text, said);
    assert!(!claim.is_published());
    assert_eq!(claim.said.chain, chain);
}

#[test]
fn a_universal_is_a_share_that_is_no_evidence() {
    for (text, kind) in [("personne", Kind::None), ("nobody", Kind::None), ("toutes", Kind::All)] {
        let claim = claim(text, opinion(about("likes-brand", Says::Share(figure(text, text)))));
        let share = share_of(&claim);
        assert_eq!(share.reading.kind, kind, "{text}");
        assert!(share.reading.rhetorical, "{text}");
        assert_eq!(claim.evidence(), None, "{text}");
    }
}

#[test]
fn an_existential_names_its_cases() {
    let text = "de très grandes entreprises sont absentes : Alpha, Beta";
    let names = vec![at(text, "Alpha"), at(text, "Beta")];
    let said = about("on-social-media", Says::Instance(Instance { names }));
    let claim = claim(text, Finding { negated: true, ..opinion(said) });
    assert_eq!(claim.statement, Statement::Instance(vec!["Alpha".into(), "Beta".into()]));
    assert!(claim.said.negated);
}

#[test]
fn a_negative_existential_is_none_of_a_base() {
    let text = "je ne connais aucune organisation capable de le démontrer";
    let claim = claim(text, opinion(about("shortens-cycle", Says::Share(figure(text, "aucune")))));
    assert_eq!(share_of(&claim).reading.kind, Kind::None);
    assert_eq!(claim.said.role, Role::Opinion);
}

#[test]
fn a_source_may_be_unnamed() {
    let text = "des études nous disent que les gens n'aiment pas la pub";
    let words = Says::Words(at(text, "des études nous disent"));
    let said = Finding { study: None, role: Role::Cited, ..about("likes-brand", words) };
    let claim = claim(text, said);
    assert_eq!(claim.study(), None);
    assert_eq!(claim.statement, Statement::Words("des études nous disent".into()));
    assert_eq!(claim.population, Default::default());
}

#[test]
fn a_figure_may_survive_only_in_an_image() {
    let text = "the chart showed 15 %";
    let share = about("trusts", Says::Share(figure(text, "15 %")));
    let facets = facets(&[("object", "posts")]);
    let claim = claim(text, Finding { medium: Medium::LostImage, facets, ..share });
    assert_eq!(claim.said.medium, Medium::LostImage);
}

#[test]
fn a_mood_of_report_is_not_an_assertion() {
    let text = "13% seraient passés à un acte d'achat";
    let said = about("bought", Says::Share(figure(text, "13%")));
    assert_eq!(claim(text, said.clone()).said.mood, Mood::Asserted);
    let reported = claim(text, Finding { mood: Mood::Reported, ..said });
    assert_eq!(reported.said.mood, Mood::Reported);
}

/// Says that an author states it on his own account.
fn opinion(said: Finding) -> Finding {
    Finding { study: None, role: Role::Opinion, ..said }
}
