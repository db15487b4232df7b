//! The bases of real polls: everything in their tables is read, and pairs of it come
//! out as they do when the tables are computed on directly.
//!
//! The counts and z values were computed apart from gainsay, from the same files, as
//! if every poll were a simple random sample: unpooled z, all pairs of one population
//! whose days overlap. They test loader and pairing; what the judge makes of real
//! samples is another matter.

use std::sync::LazyLock;

use gainsay_claims::{
    EvidenceBase,
    checks::SOURCE_REMARK,
    claim::{Claim, Statement},
    relation::Relation,
    sample::Sample,
    study::Study,
    value::Rational,
};
use gainsay_host::Loaded;
use gainsay_judge::{FlawKind, judge};
use gainsay_tests::base::load_shipped;

static FRENCH: LazyLock<Loaded> = LazyLock::new(|| load_shipped("french-presidential-2022"));

/// The share as printed, a fraction.
fn share(claim: &Claim) -> f64 {
    let Statement::Share(share) = &claim.statement else { panic!("{} is no share", claim.id) };
    share.text.parse::<f64>().expect("these tables print bare numbers of percent") / 100.0
}

fn size(sample: Sample) -> f64 {
    u32::try_from(sample.size().expect("it is told")).expect("polls are small").into()
}

/// How many standard errors lie between two shares of independent random samples.
fn z([p, n]: [f64; 2], [q, m]: [f64; 2]) -> f64 {
    (p - q).abs() / (p * (1.0 - p) / n + q * (1.0 - q) / m).sqrt()
}

#[track_caller]
fn assert_near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 0.005, "{found} instead of {expected}");
}

#[track_caller]
fn claim<'a>(base: &'a EvidenceBase, id: &str) -> &'a Claim {
    base.claims.get(id).unwrap_or_else(|| panic!("no claim `{id}`"))
}

#[track_caller]
fn study<'a>(base: &'a EvidenceBase, claim: &Claim) -> &'a Study {
    base.study_of(claim).expect("every share is one of a poll")
}

#[track_caller]
fn assert_reads(loaded: &Loaded, polls: usize, shares: usize) {
    assert!(loaded.base.is_complete());
    let wrong = loaded.diagnostics.iter().find(|one| one.check.id != SOURCE_REMARK.id);
    assert!(wrong.is_none(), "{wrong:?}");
    assert_eq!((loaded.base.studies.len(), loaded.base.claims.len()), (polls, shares));
}

#[test]
fn the_french_run_off_agrees_as_often_as_chance_has_it() {
    let loaded = &*FRENCH;
    assert_reads(loaded, 409, 8_863);
    assert!(loaded.diagnostics.is_empty());
    let proposition = "voting-intention[candidate=emmanuel-macron,opponent=marine-le-pen,\
                       round=run-off]";
    let claims = loaded.base.claims.values();
    let run_off: Vec<_> =
        claims.filter(|claim| claim.proposition.to_string() == proposition).collect();
    assert_eq!(run_off.len(), 355);
    let mut pairs = Vec::new();
    for (at, one) in run_off.iter().enumerate() {
        for other in &run_off[at + 1..] {
            if is_pair(&loaded.base, one, other) {
                pairs.push(z([share(one), size(one.n)], [share(other), size(other.n)]));
            }
        }
    }
    let beyond = |limit: f64| pairs.iter().filter(|&&z| z > limit).count();
    assert_eq!((pairs.len(), beyond(1.96), beyond(3.0)), (939, 10, 0));
}

/// Whether two shares are of one population, from different institutes, on days that
/// overlap.
fn is_pair(base: &EvidenceBase, one: &Claim, other: &Claim) -> bool {
    let institute = |claim| &study(base, claim).said.publisher;
    let days = |claim: &Claim| claim.period.expect("every poll has its days");
    institute(one) != institute(other)
        && one.population.universe == other.population.universe
        && days(one).relation(&days(other)) != Relation::Disjoint
}

#[test]
fn a_fractional_sub_sample_is_rounded_down() {
    let base = &FRENCH.base;
    let lone = "nsppolls/20220118-0121r-ow/first-round-hidalgo-jadot-montebourg-pecresse-taubira-zemmour/\
              arnaud-montebourg";
    let lone = claim(base, lone);
    assert_eq!(lone.n, Sample::About(541));
    assert_eq!(study(base, lone).n, Sample::Exactly(1613));
}

#[test]
fn a_poll_of_half_points_is_of_people_who_can_be_counted() {
    let ipsos = "nsppolls/20210929-0930-ips";
    let mut base = FRENCH.base.clone();
    base.studies.retain(|id, _| id == ipsos);
    base.claims.retain(|_, claim| claim.study() == Some(ipsos));
    let widths = base.claims.values().map(|claim| {
        let Statement::Share(share) = &claim.statement else { panic!("{} is no share", claim.id) };
        share.hard.hi() - share.hard.lo()
    });
    assert!(
        widths.clone().count() == 75 && widths.clone().all(|width| width == Rational::new(1, 200))
    );
    let flaws: Vec<_> = judge(&base).flaws.iter().map(|flaw| flaw.kind).collect();
    assert!(!flaws.contains(&FlawKind::ImpossibleCount), "{flaws:?}");
}

#[test]
fn one_swedish_house_stands_apart_in_january_2016() {
    let loaded = load_shipped("swedish-parties");
    // 1 449 polls: eight parties each, a ninth in 392, and the undecided in 769.
    assert_reads(&loaded, 1_449, 1_449 * 8 + 392 + 769);
    assert!(loaded.diagnostics.is_empty());
    let party = |poll| {
        let claim = claim(&loaded.base, &format!("swedish-polls/{poll}/sd"));
        // The reference takes all who were asked; gainsay takes the undecided off.
        [share(claim), size(study(&loaded.base, claim).n)]
    };
    let apart = z(party("ipsos-2016-01-26"), party("yougov-2016-01-21"));
    assert_near(apart, 7.64);
    assert_near(apart / 2_f64.sqrt(), 5.40);
}

#[test]
fn most_of_the_impeachment_gap_is_people_who_were_not_sure() {
    let loaded = load_shipped("us-impeachment-2019");
    // Of 612 rows, ten are a question of a poll that is there already.
    assert_reads(&loaded, 495, 4_797);
    assert_eq!(loaded.diagnostics.len(), 10);
    let answer = |poll: &str, answer: &str| {
        let id = format!("fivethirtyeight/impeachment-{poll}/begin-inquiry/{answer}");
        let claim = claim(&loaded.base, &id);
        [share(claim), size(claim.n)]
    };
    let polls = ["yougov-economist-2019-10-09", "pew-research-center-2019-10-13"];
    let [one, other] = polls.map(|poll| answer(poll, "yes"));
    assert_near(z(one, other), 5.86);
    let [one, other] = polls.map(|poll| {
        let ([yes, n], [no, _]) = (answer(poll, "yes"), answer(poll, "no"));
        [yes / (yes + no), n * (yes + no)]
    });
    assert_near(one[0], 0.517);
    assert_near(other[0], 0.551);
    assert_near(z(one, other), 2.08);
}

#[test]
fn the_gap_on_background_checks_holds_for_any_size_worth_the_name() {
    let loaded = load_shipped("us-guns-2018");
    assert_reads(&loaded, 20, 171);
    assert!(loaded.diagnostics.is_empty());
    let polls = ["cbs-news-2018-02-23", "npr-ipsos-2018-02-28"];
    let [one, other] = polls.map(|poll| {
        let id = format!("fivethirtyeight/guns-{poll}/background-checks/yes");
        let claim = claim(&loaded.base, &id);
        assert_eq!(claim.n, Sample::Unknown);
        share(claim)
    });
    assert_eq!((one, other), (0.75, 0.94));
    let conflicts = |n: &u32| z([one, f64::from(*n)], [other, f64::from(*n)]) > 1.96;
    assert_eq!((1..1000).find(conflicts), Some(26));
}
