//! Orders on the shipped base: the golden verdicts on IBM's populations and on first places.

use std::sync::OnceLock;

use gainsay_claims::{
    Diagnostic, Lang, Level,
    diagnostic::{Note, Subject},
    facts::{Fact, Lead, OrderFact, OrderVerdict},
};
use gainsay_judge::{FirstPlaces, Judgement, judge};
use gainsay_report::{Speaker, terminal::render};
use gainsay_tests::base::loaded;

const IBM: &str = "ibm/2011-social-crm";
const KENTICO: &str = "kentico/2014-social";

fn judgement() -> &'static Judgement {
    static JUDGEMENT: OnceLock<Judgement> = OnceLock::new();
    JUDGEMENT.get_or_init(|| judge(&loaded().base))
}

fn found(rule: &str, subject: &str) -> &'static Diagnostic {
    let found = judgement().diagnostics.iter().find(|one| {
        let name = match &one.subject {
            Subject::Proposition(proposition) => proposition.to_string(),
            Subject::Name(name) => name.clone(),
        };
        one.check.id == rule && name == subject
    });
    found.unwrap_or_else(|| panic!("no {rule} on {subject}"))
}

fn facts(notes: &[Note]) -> impl Iterator<Item = &OrderFact> {
    notes.iter().flat_map(|note| &note.facts).filter_map(|fact| match fact {
        Fact::Order(order) => Some(order),
        _ => None,
    })
}

/// How far the first option of a study leads, as a diagnostic tells it.
fn lead(diagnostic: &'static Diagnostic, claim: &str) -> &'static Lead {
    let leads = facts(&diagnostic.notes).filter_map(|fact| match fact {
        OrderFact::First(lead) => Some(lead),
        _ => None,
    });
    let mut of_claim = leads.filter(|lead| lead.ahead == claim);
    of_claim.next().unwrap_or_else(|| panic!("nothing on {claim}"))
}

// What consumers want and what executives think they want: two populations of one study.
#[test]
fn consumers_and_executives_are_a_contrast_and_no_contradiction() {
    let contrast = found("contrasting-ranks", IBM);
    assert_eq!(contrast.check.level, Level::Note);
    let labelled: Vec<_> = contrast.labels.iter().map(|label| &label.fact).collect();
    for claim in ["connected-consumers", "connected-executives"] {
        let fact = Fact::Claim { id: format!("{IBM}/{claim}") };
        assert!(labelled.contains(&&fact), "{labelled:?}");
    }
    for (lang, contradiction, people) in [
        (Lang::En, "a contrast, no contradiction", "executives more than consumers"),
        (Lang::Fr, "un contraste, pas une contradiction", "dirigeants plus que consommateurs"),
    ] {
        let said = render(Speaker::new(&loaded().base, lang), contrast, false);
        assert!(said.contains(contradiction) && said.contains(people), "{said}");
        assert!(said.contains(IBM), "{said}");
    }
    let circles = &judgement().orders.circles;
    assert!(circles.iter().all(|circle| circle.study.as_deref() != Some(IBM)), "{circles:?}");
}

// 61 % against 55 % of 1,056 is an order, 40 % against 39 % of 300 is a tie: no conflict.
#[test]
fn an_order_and_a_tie_are_no_conflict() {
    let note = found("unsettled-first-places", "reason-to-follow");
    assert_eq!(note.check.level, Level::Note);
    let order = lead(note, &format!("{IBM}/discount-consumers"));
    assert_eq!((order.as_random, order.cases), (OrderVerdict::Established, Some(1056.0)));
    let tie = lead(note, &format!("{KENTICO}/interested"));
    assert_eq!((tie.as_random, tie.cases), (OrderVerdict::Tie, Some(300.0)));
    assert_eq!(tie.behind, format!("{KENTICO}/offer"));
    for (lang, said) in [
        (Lang::En, "a tie in any case (300 people"),
        (Lang::Fr, "ex æquo dans tous les cas (300 personnes"),
    ] {
        let text = render(Speaker::new(&loaded().base, lang), note, false);
        assert!(text.contains(said), "{text}");
    }
    let orders = &judgement().orders;
    let rivals = orders.rivals.iter().find(|rivals| {
        let studies = orders.lists_of(rivals).map(|list| list.study.as_str());
        studies == [IBM, KENTICO]
    });
    assert_eq!(rivals.map(|one| one.first), Some(FirstPlaces::Tied));
}

// Forrester's list of Europe lacks what its other lists have first: nothing is known of its first.
#[test]
fn no_first_place_is_read_from_an_excerpt() {
    let orders = &judgement().orders;
    let of_trust = orders.rivals.iter().filter(|rivals| rivals.first != FirstPlaces::Same);
    let topics: Vec<_> =
        of_trust.map(|rivals| orders.lists_of(rivals)[0].topic.to_string()).collect();
    assert!(!topics.is_empty());
    assert!(topics.iter().all(|topic| topic.starts_with("reason-to-follow")), "{topics:?}");
}
