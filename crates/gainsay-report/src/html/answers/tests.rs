use gainsay_claims::{
    Lang, Tier,
    facts::{Field, Reviewed, Status},
};
use jiff::civil::date;

use super::*;
use crate::{
    Speaker, fixture,
    html::{Page, render},
};

/// The fixture's page in a language, once its one finding of a tier was answered.
fn page(lang: Lang, tier: Tier, state: ReviewState) -> String {
    let base = fixture::base();
    let mut judgement = fixture::judgement(&base);
    let answer = Answer {
        status: match state {
            ReviewState::Settled(status) => status,
            _ => Status::Explained,
        },
        cause: Vec::new(),
        who: "A. Reviewer <a@example.org>".to_owned(),
        on: date(2026, 10, 2),
        until: date(2027, 10, 2),
        reason: "asked <b>otherwise</b>".to_owned(),
    };
    let changed = VerdictFact::Changed {
        claim: "fixture-a/2013/bought".to_owned(),
        field: Field::N,
        from: Some("1000".to_owned()),
        to: Some("1004".to_owned()),
    };
    for one in &mut judgement.diagnostics {
        let mut facts = vec![VerdictFact::Given(Box::new(answer.clone()))];
        if state == ReviewState::Stale {
            facts.push(changed.clone());
        }
        let note = |fact| Note { about: Vec::new(), facts: vec![Fact::Verdict(fact)] };
        one.notes.extend(facts.into_iter().map(note));
        one.review = Some(Box::new(Reviewed { state, answers: vec![answer.clone()] }));
        one.tier = tier;
    }
    let page = Page {
        speaker: Speaker::new(&base, lang),
        judgement: &judgement,
        shown: &judgement.diagnostics,
        views: &[],
        sibling: None,
        is_live: false,
    };
    render(&page).replace('\u{202f}', "_").replace('\u{a0}', "~")
}

/// What stands between two texts, the first time.
#[track_caller]
fn between<'a>(page: &'a str, start: &str, end: &str) -> &'a str {
    let rest = page.split(start).nth(1);
    rest.and_then(|rest| rest.split(end).next()).expect(start)
}

fn reading(page: &str) -> &str {
    between(page, "id=\"reading\"", "</section>")
}

/// The numbers of the opening.
fn counters(page: &str) -> Vec<&str> {
    let list = between(page, "class=\"counters\"", "</dl>");
    list.split("<dd>").skip(1).filter_map(|one| one.split(['>', '<']).nth(2)).collect()
}

#[test]
fn what_is_settled_is_folded_away_with_its_answer() {
    let page = page(Lang::Fr, Tier::Reversal, ReviewState::Settled(Status::Explained));
    assert_eq!(counters(&page), ["0", "1", "0", "0", "1", "1"]);
    assert!(page.contains("<dd class=\"part\">1 expliqué</dd>"));
    let reading = reading(&page);
    assert!(reading.contains("Rien n'est à trancher."), "{reading}");
    let folded = between(reading, "<details class=\"folded\">", "</details>");
    assert!(folded.contains("<summary>1 réglé~: 1 expliqué</summary>"), "{folded}");
    let answer = "expliqué (A. Reviewer, 2 octobre 2026)~: asked &lt;b&gt;otherwise&lt;/b&gt;";
    assert!(folded.contains(answer), "{folded}");
    let told = between(&page, "id=\"findings\"", "</section>");
    assert!(told.contains(answer) && !told.contains("<dt>trancher</dt>"), "{told}");
    let reopen = between(told, "<dt>rouvrir</dt>", "</dd>");
    assert!(reopen.contains("gainsay review diverging-shares:bought"), "{reopen}");
    assert!(reopen.ends_with("et après le 2 octobre 2027"), "{reopen}");
}

#[test]
fn what_is_confirmed_stays_in_view() {
    let page = page(Lang::En, Tier::Reversal, ReviewState::Settled(Status::Confirmed));
    assert_eq!(counters(&page)[0], "0");
    let reading = reading(&page);
    assert!(!reading.contains("<details"), "{reading}");
    assert!(between(reading, "<h3>1 confirmed</h3>", "</ol>").contains("confirmed (A. Reviewer"));
}

#[test]
fn an_answer_that_holds_no_more_tells_what_has_changed() {
    let page = page(Lang::En, Tier::Direct, ReviewState::Stale);
    assert_eq!(counters(&page), ["1", "1", "0", "1", "0", "1"]);
    let entry = between(reading(&page), "<h3>1 direct</h3>", "</ol>");
    assert!(entry.contains("<li class=\"state\">stale</li>"), "{entry}");
    assert!(entry.contains("n 1,000 → 1,004"), "{entry}");
    assert!(page.contains("<dt>decide again</dt>") && !page.contains("<dt>decide</dt>"));
}

#[test]
fn of_what_is_folded_only_the_unanswered_is() {
    let expired = page(Lang::En, Tier::Folded, ReviewState::Expired);
    assert!(reading(&expired).contains("<h3>1 verdict to renew</h3>"));
    let open = page(Lang::En, Tier::Folded, ReviewState::Open);
    assert!(reading(&open).contains("<summary>1 not comparable or a note</summary>"));
    assert!(!reading(&open).contains("class=\"answers"), "{}", reading(&open));
}

#[test]
fn what_rests_on_rejected_studies_tells_when_it_counts_again() {
    let page = page(Lang::En, Tier::Direct, ReviewState::Rejected);
    assert!(reading(&page).contains("<li class=\"state\">of rejected studies</li>"));
    let reopen = between(&page, "<dt>reopen</dt>", "</dd>");
    assert!(reopen.contains("count as evidence again") && !reopen.contains("<code>"), "{reopen}");
}
