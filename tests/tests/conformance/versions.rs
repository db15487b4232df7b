//! Ids of the previous version are kept, or listed as retired.

use std::fs;

use gainsay_claims::conformance::{LOST_ID, NotRun, RuleState};
use gainsay_host::Asked;

use crate::{
    broken, examined,
    fixtures::{asked, base, c_plugin},
};

fn with_lock(name: &str, ids: &str) -> Asked {
    let base = base(name, "fixture-c", None);
    let lock = base.join("old.lock");
    fs::write(&lock, format!("[ids]\nfixture-c = [{ids}]\n")).expect("a file");
    Asked { against: Some(lock), ..asked(Some(base)) }
}

#[test]
fn a_lock_tells_the_ids_of_the_previous_version() {
    let kept = with_lock("kept-ids", "\"fixture-c/one\", \"fixture-c/one/likes\"");
    assert_eq!(broken(&examined(&c_plugin("NONE"), &kept)), [""; 0]);
    let lost = with_lock("lost-ids", "\"fixture-c/one\", \"fixture-c/one/hates\"");
    assert_eq!(broken(&examined(&c_plugin("NONE"), &lost)), ["lost-id"]);
}

#[test]
fn a_lock_without_ids_of_the_source_is_told_apart_from_none() {
    let asked = with_lock("no-ids", "");
    let done = examined(&c_plugin("NONE"), &asked);
    let last = done.examined.results.last().expect("rules were looked at");
    assert_eq!(*last, (&LOST_ID, RuleState::NotRun(NotRun::NoIds)));
}

#[test]
fn an_id_that_is_retired_may_be_gone() {
    let asked = with_lock("retired-ids", "\"fixture-c/one/hates\"");
    let config = asked.base.as_ref().expect("it was just made").join("gainsay.toml");
    let line = "[sources]\nfixture-c = { retired = [\"fixture-c/one/hates\"] }\n";
    fs::write(config, line).expect("a file");
    assert_eq!(broken(&examined(&c_plugin("NONE"), &asked)), [""; 0]);
}
