//! Each note where there is a reason for it, and only there.

use std::sync::Arc;

use gainsay_claims::{
    claim::{Claim, Statement},
    period::Period,
    study::Study,
    wire::{Derived, Figure, Medium, Mood, Role, Says},
};
use gainsay_judge::{PropositionJudgement, Size};

use super::*;

/// The notes on the row of the first source.
fn notes(base: &EvidenceBase, judged: &PropositionJudgement, lang: Lang) -> String {
    let table = Table::new(base, judged);
    Speaker::new(base, lang).all_notes(&table, &table.rows[0]).join("\n")
}

fn without_reason() -> EvidenceBase {
    let mut base = fixture::base();
    base.claims.get_mut(&fixture::claim("a")).expect("a claim").said.negated = false;
    base
}

/// Changes the base and the judgement: only then a row has the note.
#[track_caller]
fn check(change: impl Fn(&mut EvidenceBase, &mut PropositionJudgement), [en, fr]: [&str; 2]) {
    let mut base = without_reason();
    let mut judged = fixture::judgement(&base).propositions.remove(0);
    for (lang, text) in [(Lang::En, en), (Lang::Fr, fr)] {
        let before = notes(&base, &judged, lang);
        assert!(!before.contains(text), "{text} without a reason: {before}");
    }
    change(&mut base, &mut judged);
    for (lang, text) in [(Lang::En, en), (Lang::Fr, fr)] {
        let after = notes(&base, &judged, lang).replace('\u{202f}', "_").replace('\u{a0}', "~");
        assert!(after.contains(text), "{text} missing: {after}");
    }
}

#[track_caller]
fn check_claim(change: impl Fn(&mut Claim), words: [&str; 2]) {
    let change = |base: &mut EvidenceBase, _: &mut PropositionJudgement| {
        change(base.claims.get_mut(&fixture::claim("a")).expect("a claim"));
    };
    check(change, words);
}

#[track_caller]
fn check_study(change: impl Fn(&mut Study), words: [&str; 2]) {
    let change = |base: &mut EvidenceBase, _: &mut PropositionJudgement| {
        change(base.studies.get_mut("fixture-a/2013").expect("a study"));
    };
    check(change, words);
}

#[test]
fn interests_are_told() {
    let vendor = |study: &mut Study| study.said.sponsor_interest = Interest::Vendor;
    check_study(vendor, ["sells what the study is about", "vend ce dont parle l'étude"]);
    let advocacy = |study: &mut Study| study.said.sponsor_interest = Interest::Advocacy;
    check_study(advocacy, ["argues for one side", "défend l'une des réponses"]);
    let dateless = |study: &mut Study| study.fieldwork = None;
    check_study(dateless, ["dates of collection", "dates de collecte"]);
}

#[test]
fn where_a_figure_was_seen_is_told() {
    let seen = |mark| move |claim: &mut Claim| claim.said.mark = mark;
    check_claim(
        seen(Mark::CitedOnly),
        ["Known only from a citation.", "seulement par une citation."],
    );
    check_claim(seen(Mark::Secondary), ["Seen on another page", "Vu sur une autre page"]);
    check_claim(seen(Mark::Computed), ["Computed from figures", "Calculé d'après"]);
    check_claim(seen(Mark::Unverified), ["From memory", "De mémoire~;"]);
    let role = |role| move |claim: &mut Claim| claim.said.role = role;
    check_claim(role(Role::Cited), ["Quoted by somebody else", "Cité par un autre"]);
    check_claim(role(Role::Opinion), ["own opinion", "Avis de l'auteur"]);
    let medium = |medium| move |claim: &mut Claim| claim.said.medium = medium;
    check_claim(medium(Medium::Chart), ["Read off a chart", "Lu sur un graphique"]);
    check_claim(medium(Medium::LostImage), ["image that is lost", "image perdue"]);
    let reported = |claim: &mut Claim| claim.said.mood = Mood::Reported;
    check_claim(reported, ["not asserted", "au conditionnel"]);
}

#[test]
fn how_a_figure_was_derived_is_told() {
    let derived = |how: fn() -> Derived| {
        move |claim: &mut Claim| {
            let Says::Share(Figure { derived, .. }) = &mut claim.said.says else {
                panic!("it is a share");
            };
            *derived = Some(how());
        }
    };
    check_claim(derived(|| Derived::Complement), ["100% minus", "100_% moins"]);
    check_claim(derived(|| Derived::Sum(Vec::new())), ["The sum of", "Somme de"]);
    check_claim(
        |claim| claim.said.negated = true,
        ["counts the opposite", "compte le contraire~;"],
    );
    let undecided = |claim: &mut Claim| {
        claim.said.negated = true;
        claim.said.undecided = true;
    };
    check_claim(undecided, ["were not sure", "Les indécis"]);
    let rhetorical = |claim: &mut Claim| {
        let Statement::Share(share) = &mut claim.statement else { panic!("it is a share") };
        share.reading.rhetorical = true;
    };
    check_claim(rhetorical, ["manner of speaking", "Façon de parler"]);
    let joined = |claim: &mut Claim| {
        Arc::make_mut(&mut claim.proposition).concept = "sold".to_owned();
    };
    check_claim(joined, ["The figure counts “sold”: a bound.", "compte «~sold~»~: une borne."]);
    let cut = |claim: &mut Claim| claim.said.cut = Some("rarely".to_owned());
    check_claim(cut, ["Counted above “rarely”", "au-dessus de «~rarely~»"]);
    let target = Period::parse("2016", Lang::En).expect("a year");
    check_claim(|claim| claim.target = Some(target), ["A forecast for 2016.", "Prévision~: 2016."]);
}

#[test]
fn what_an_interval_rests_on_is_told() {
    let assumed = |_: &mut EvidenceBase, judged: &mut PropositionJudgement| {
        let by = gainsay_claims::facts::SizeReason::SubsampleFloor;
        judged.evidence[0].size = Size::Assumed { n: 50, of: 1004, by, deff: 1.5 };
    };
    check(assumed, ["50 assumed, of 1,004 asked", "50 supposés, sur 1_004 interrogés"]);
    check(assumed, ["a design effect of 1.5", "un effet de plan de 1,5"]);
}
