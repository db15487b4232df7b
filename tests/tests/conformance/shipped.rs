//! The plugins that read files beside a mapping keep every rule, on those files.

use std::{collections::BTreeMap, path::Path};

use gainsay_claims::conformance::{LOST_ID, NotRun, RuleState};
use gainsay_host::{Asked, Budget, RunOptions, Target, examine};
use gainsay_tests::base::product;

#[test]
fn a_mapping_is_looked_at_with_the_file_that_it_names() {
    let program = product().program("gainsay");
    for (base, source) in [
        ("crosstabs", "masculinity"),
        ("crosstabs", "quantipy"),
        ("advertising", "fixture-a"),
        ("advertising", "fixture-b"),
        ("advertising", "fixture-c"),
    ] {
        let asked = Asked {
            base: Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("bases").join(base)),
            plugins: program.parent().map(Path::to_owned),
            skips: BTreeMap::new(),
            against: None,
            budget: Budget::default(),
            run: RunOptions { worker_exe: Some(program.to_owned()), ..RunOptions::default() },
        };
        let mut done = examine(&Target::Source(source.to_owned()), &asked).expect("it is there");
        let done = done.pop().expect("one source, one examination");
        let others = |(check, state): &(_, RuleState)| match state {
            RuleState::Kept => None,
            state => Some((*check, state.clone())),
        };
        let others: Vec<_> = done.examined.results.iter().filter_map(others).collect();
        assert_eq!(others, [(&LOST_ID, RuleState::NotRun(NotRun::NoPrevious))], "{source}");
    }
}
