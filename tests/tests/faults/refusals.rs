//! Libraries that are refused, and output that is not what it should be.

use std::path::PathBuf;

use gainsay_host::{How, Job, Phase, read_manifest};
use gainsay_plugin::testing::in_both;

use crate::support::{
    alone, assert_refused, beside_good, failure, faulty, in_c, in_process, options,
};

#[test]
fn a_source_that_refuses_its_settings_says_why() {
    let failure = failure(faulty("faulty", Some("refuse")), &options());
    assert_eq!(failure.phase, Phase::Create);
    assert_eq!(failure.how, How::Error { message: "unknown setting `colour`".into() });
}

#[test]
fn output_that_is_not_json_text_is_refused() {
    for (fault, part) in [
        ("BAD_JSON", "EOF while parsing"),
        ("BAD_JSON_FIRST", "EOF while parsing"),
        ("BAD_UTF8", "not UTF-8 from byte"),
        ("NULL_SLICE", "5 bytes at a null pointer"),
        ("HUGE_SLICE", "1099511627776 bytes in one piece"),
        ("UNKNOWN_CODE", "returned 77"),
    ] {
        for options in [options(), in_process()] {
            let failure = failure(in_c("faulty", fault), &options);
            assert_eq!(failure.phase, Phase::Collect, "{fault}");
            let How::BadOutput { reason } = failure.how else { panic!("{fault}: {failure:?}") };
            assert!(in_both(&reason).contains(part), "{fault}: {reason}");
        }
    }
}

#[test]
fn what_is_emitted_from_another_thread_is_refused() {
    let collected = beside_good(in_c("faulty", "EMIT_ELSEWHERE"), &options()).unwrap();
    assert_eq!(collected.output_note.as_deref(), Some("emit: refused"));
    assert_eq!(collected.batches.len(), 1);
}

#[test]
fn a_wrong_id_is_refused_before_any_code_runs() {
    let mut job = in_c("faulty", "CONSTRUCTOR_CRASH");
    job.expect_id = "fixture-x".to_owned();
    let failure = failure(job, &options());
    assert_refused(&failure, Phase::Inspect, "plugin `fixture-c`, expected `fixture-x`");
}

#[test]
fn a_table_of_another_version_or_of_something_else_is_refused() {
    for (fault, part) in [
        ("WRONG_MAJOR", "interface version 2, this program has 1"),
        ("WRONG_MAGIC", "no table of this interface"),
        ("WRONG_MANIFEST", "manifest in the table differs"),
        ("ODD_ADDRESS", "at no address for a table"),
        ("NO_TABLE", "undefined symbol: gainsay_plugin_v1"),
    ] {
        let failure = failure(in_c("faulty", fault), &options());
        assert_refused(&failure, Phase::Load, part);
    }
}

#[test]
fn a_file_that_is_no_plugin_is_refused() {
    let at = |plugin: &str| Job { plugin: PathBuf::from(plugin), ..faulty("faulty", None) };
    let text = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    assert_refused(&failure(at(text), &options()), Phase::Inspect, "not a library");
    assert_refused(&failure(at("/no/such/file.so"), &options()), Phase::Inspect, "cannot be read");
    // This program holds a plugin, for the cases of the rules; the one that builds it does not.
    assert_refused(&failure(at(env!("CARGO")), &options()), Phase::Inspect, "not a plugin");
}

#[test]
fn only_the_library_with_the_right_digest_runs() {
    let digest = alone(faulty("fixture-a", None), &options()).unwrap().digest;
    let with = |digest| Job { digest: Some(digest), ..faulty("faulty", None) };
    assert!(beside_good(with(digest), &options()).is_ok());
    let mut wrong = digest;
    wrong[0] ^= 1;
    assert_refused(&failure(with(wrong), &options()), Phase::Inspect, "digest ");
}

#[test]
fn a_program_that_is_no_worker_fails_all_sources() {
    let mut options = options();
    options.worker_exe = Some(PathBuf::from("/no/such/program"));
    let failure = alone(faulty("fixture-a", None), &options).unwrap_err();
    assert_eq!(failure.phase, Phase::Spawn);
    options.worker_exe = Some(PathBuf::from("/bin/true"));
    let failure = alone(faulty("fixture-a", None), &options).unwrap_err();
    assert_eq!((failure.phase, failure.how), (Phase::Spawn, How::Exit { code: 0 }));
}

#[test]
fn a_manifest_is_read_without_running_the_plugin() {
    let manifest = read_manifest(&in_c("faulty", "CONSTRUCTOR_CRASH").plugin).unwrap();
    assert_eq!((manifest.id.as_str(), manifest.sdk.as_str()), ("fixture-c", "c"));
    let manifest = read_manifest(&faulty("faulty", None).plugin).unwrap();
    assert_eq!((manifest.id.as_str(), manifest.schema.as_str()), ("faulty", "claims/1"));
}
