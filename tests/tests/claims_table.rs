//! The flat judge of `gainsay-bulk` on the bases that ship: what it says of directly comparable
//! pairs is what the judge of a base says, but for the kinds of pairs that
//! `docs/claims-table.md` names.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_bulk::{Claims, Judged, Row, rows};
use gainsay_claims::{EvidenceBase, Proposition};
use gainsay_judge::{Distance, Grade, Judgement, PairJudgement, judge};
use gainsay_tests::base::load_shipped;

/// Two claims on a proposition, the one whose id comes first first.
type Key = (String, String, String);

/// What both judges say of a pair that conflicts: p, its correction by Holm, whether it stays.
type Said = (Option<f64>, Option<f64>, bool);

fn key(proposition: &str, one: &str, other: &str) -> Key {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    (proposition.to_owned(), first.to_owned(), second.to_owned())
}

fn flat(base: &EvidenceBase, rows: &[Row]) -> (Judged, BTreeMap<Key, Said>) {
    let (claims, faults) = Claims::from_rows(rows);
    assert_eq!(faults, []);
    let judged = gainsay_bulk::judge(&claims, &base.policy);
    let said = judged.pairs.iter().map(|pair| {
        let proposition = claims.proposition(pair.upper);
        let key = key(proposition, claims.name(pair.upper), claims.name(pair.lower));
        (key, (pair.test.map(|test| test.p), pair.test.map(|test| test.holm), pair.stays))
    });
    let said = said.collect();
    (judged, said)
}

/// The directly comparable pairs of a base that are independent.
fn direct(judged: &Judgement) -> Vec<(&Proposition, Vec<&PairJudgement>)> {
    let direct = |pair: &&PairJudgement| {
        pair.grade <= Grade::B && pair.is_independent() && pair.unspoken.is_empty()
    };
    let judged = judged.propositions.iter();
    judged.map(|one| (&one.proposition, one.pairs.iter().filter(direct).collect())).collect()
}

/// How the two judges differ on a base, kind by kind, and how many conflicts are told alike.
fn differences(name: &str) -> (BTreeMap<&'static str, usize>, usize) {
    let loaded = load_shipped(name);
    let base = &loaded.base;
    let rows = rows(base);
    let by_id: BTreeMap<&str, &Row> = rows.iter().map(|row| (row.claim.as_str(), row)).collect();
    let (_, flat_said) = flat(base, &rows);
    let (mut kinds, mut alike, mut seen) = (BTreeMap::new(), 0, BTreeSet::new());
    let judged = judge(base);
    for (proposition, pairs) in direct(&judged) {
        let proposition = proposition.to_string();
        let own: Vec<Row> =
            rows.iter().filter(|row| row.proposition == proposition).cloned().collect();
        let tested = pairs.iter().filter(|pair| pair.p().is_some()).count() as u64;
        let is_same_family = flat(base, &own).0.counts.tested == tested;
        for pair in pairs.iter().filter(|pair| pair.is_conflict()) {
            let key = key(&proposition, &pair.left, &pair.right);
            let Some(&(p, holm, stays)) = flat_said.get(&key) else {
                let sides = [&pair.left, &pair.right].map(|id| by_id[id.as_ref()]);
                *kinds.entry(missing(&proposition, sides, pair)).or_default() += 1;
                continue;
            };
            assert_eq!(p, pair.p(), "{key:?}");
            if is_same_family {
                assert_eq!(holm, pair.adjusted.map(|one| one.holm), "{key:?}");
                assert_eq!(stays, pair.is_contradiction(base.policy.alpha), "{key:?}");
                alike += 1;
            } else {
                *kinds.entry("another number of tests").or_default() += 1;
            }
            seen.insert(key);
        }
    }
    for key in flat_said.keys().filter(|key| !seen.contains(*key)) {
        let sides = [&key.1, &key.2].map(|id| by_id[id.as_str()]);
        let pairs = judged.propositions.iter().filter(|one| one.proposition.to_string() == key.0);
        let pairs: Vec<&PairJudgement> = pairs.flat_map(|one| &one.pairs).collect();
        *kinds.entry(further(key, sides, &pairs)).or_default() += 1;
    }
    (kinds, alike)
}

/// Why the flat judge does not have a pair of the base.
fn missing(proposition: &str, sides: [&Row; 2], pair: &PairJudgement) -> &'static str {
    let without_age = |row: &Row| {
        let words = row.conditions.as_deref().unwrap_or_default().split("; ");
        words.filter(|word| !word.starts_with("aged ")).map(str::to_owned).collect::<Vec<_>>()
    };
    let [left, right] = sides;
    let wording = pair.distances.iter().find(|(one, _)| format!("{one:?}") == "Wording");
    if sides.iter().any(|row| row.proposition != proposition) {
        "bound of a compound"
    } else if wording.is_some_and(|(_, distance)| distance == Distance::Near) {
        "narrowing facet"
    } else if left.conditions != right.conditions && without_age(left) == without_age(right) {
        "ages that overlap"
    } else if left.collection.is_some() && left.collection == right.collection {
        "dependence by way of another study"
    } else if left.publisher == right.publisher {
        "one publisher within half a year"
    } else {
        panic!("{left:?}\n{right:?}\n{pair:?}")
    }
}

/// Why the base does not have a pair of the flat judge.
fn further(key: &Key, sides: [&Row; 2], pairs: &[&PairJudgement]) -> &'static str {
    let [left, right] = sides;
    let is_pair = |pair: &&&PairJudgement| (&*pair.left, &*pair.right) == (&*key.1, &*key.2);
    match pairs.iter().find(is_pair) {
        Some(pair) if pair.trend => "one publisher, told by publication",
        Some(pair) => panic!("{left:?}\n{right:?}\n{pair:?}"),
        None => "less comparable than another pair of the two studies",
    }
}

#[test]
fn the_flat_judge_says_what_the_judge_of_a_base_says() {
    let bases = [
        ("brands-on-social-media", 0),
        ("french-presidential-2022", 0),
        ("swedish-parties", 1),
        ("us-guns-2018", 1),
        ("us-impeachment-2019", 1),
    ];
    for (name, least) in bases {
        let (kinds, alike) = differences(name);
        assert!(alike >= least, "{name}: {alike} {kinds:?}");
    }
}
