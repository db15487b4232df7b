//! Findings of the shipped bases and the keys by which verdicts name them.

use std::collections::BTreeSet;

use gainsay_judge::judge;
use gainsay_tests::base::load_shipped;

const BASES: [&str; 5] = [
    "brands-on-social-media",
    "french-presidential-2022",
    "swedish-parties",
    "us-guns-2018",
    "us-impeachment-2019",
];

#[test]
fn every_finding_has_a_key_of_its_own_and_rests_on_claims_of_the_base() {
    for name in BASES {
        let base = load_shipped(name).base;
        let mut seen = BTreeSet::new();
        for found in judge(&base).diagnostics {
            assert!(!found.claims.is_empty(), "{name}: {} rests on nothing", found.key());
            let unknown = found.claims.iter().find(|id| !base.claims.contains_key(*id));
            assert_eq!(unknown, None, "{name}: {}", found.key());
            assert!(seen.insert(found.key()), "{name}: {} twice", found.key());
        }
        assert!(!seen.is_empty(), "{name}: nothing is found");
    }
}
