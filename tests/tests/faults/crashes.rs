//! Sources that crash, hang or flood.

use std::cell::RefCell;
use std::fs;
use std::time::{Duration, Instant};

use gainsay_host::{How, Phase, RunOptions, run};

use crate::support::{
    alone, assert_signal, beside_good, failure, faulty, half_a_second, in_c, in_process, options,
    records,
};

#[test]
fn a_good_source_is_loaded_isolated_or_not() {
    let isolated = alone(faulty("fixture-a", None), &options()).unwrap();
    let records = records(&isolated.batches);
    assert_eq!(records.len(), 6, "a study and two shares for each of two documents");
    assert_eq!(records[4]["finding"]["document"], "two.txt");
    assert_eq!(records[4]["finding"]["says"]["share"]["at"]["span"][1], 3);
    assert_eq!(isolated.output_note, None);
    assert!(isolated.sandbox.is_complete(), "{}", isolated.sandbox);
    let within = alone(faulty("fixture-a", None), &in_process()).unwrap();
    assert_eq!(within.batches, isolated.batches);
    assert_eq!(within.digest, isolated.digest);
    assert!(!within.sandbox.is_complete());
}

#[test]
fn a_c_plugin_emits_records_of_the_schema() {
    let collected = alone(in_c("fixture-c", "UNKNOWN_KIND"), &options()).unwrap();
    let records: Vec<gainsay_plugin::wire::Record> =
        serde_json::from_slice(&collected.batches[0]).expect("claims/1");
    assert_eq!(records.len(), 2);
}

#[test]
fn a_panic_says_where() {
    for options in [options(), in_process()] {
        let failure = failure(faulty("faulty", Some("panic")), &options);
        assert_eq!(failure.phase, Phase::Collect);
        let How::Panic { message, place } = failure.how else { panic!("{:?}", failure.how) };
        assert_eq!(message, "a bad day");
        assert!(place.unwrap().contains("faulty/src/lib.rs:"));
    }
}

#[test]
fn a_panic_in_configure_is_in_phase_create() {
    let failure = failure(faulty("faulty", Some("panic in configure")), &options());
    assert_eq!(failure.phase, Phase::Create);
    assert!(matches!(failure.how, How::Panic { .. }), "{failure:?}");
    assert!(failure.wrote.unwrap().starts_with("panicked at"));
}

#[test]
fn a_panic_whose_payload_panics_again_is_still_one_panic() {
    let failure = failure(faulty("faulty", Some("odd panic")), &options());
    let How::Panic { message, .. } = failure.how else { panic!("{:?}", failure.how) };
    assert!(message == "and another thing" || message == "panic without a message", "{message}");
}

#[test]
fn a_panic_in_drop_comes_too_late_to_matter() {
    let collected = beside_good(faulty("faulty", Some("panic in drop")), &options()).unwrap();
    assert!(collected.output_note.unwrap().contains("dropped"));
}

#[test]
fn a_signal_is_named() {
    let failed = failure(faulty("faulty", Some("abort")), &options());
    assert_signal(&failed, Phase::Collect, "SIGABRT");
    let failed = failure(in_c("faulty", "SEGFAULT"), &options());
    assert_signal(&failed, Phase::Collect, "SIGSEGV");
    let failed = failure(in_c("faulty", "CONSTRUCTOR_CRASH"), &options());
    assert_signal(&failed, Phase::Load, "SIGSEGV");
}

#[test]
fn an_overflow_of_the_stack_reads_the_same_each_time() {
    let failed = failure(faulty("faulty", Some("overflow the stack")), &options());
    assert_signal(&failed, Phase::Collect, "SIGABRT");
    let told = failed.wrote.unwrap();
    assert!(told.starts_with("thread 'main' has overflowed its stack ... fatal"), "{told}");
}

#[test]
fn exit_0_is_no_result() {
    let failure = failure(faulty("faulty", Some("exit")), &options());
    assert_eq!((failure.phase, failure.how), (Phase::Collect, How::Exit { code: 0 }));
}

#[test]
fn a_source_that_hangs_is_stopped_and_leaves_no_process() {
    for fault in ["loop", "sleep"] {
        let begin = Instant::now();
        let failure = failure(faulty("faulty", Some(fault)), &half_a_second());
        let after = Duration::from_millis(500);
        assert_eq!((failure.phase, failure.how), (Phase::Collect, How::Timeout { after }));
        assert!(begin.elapsed() < Duration::from_secs(5));
        // A zombie would still be listed.
        let process = failure.wrote.expect("it says its number");
        let number = process.strip_prefix("process ").expect("a number");
        assert!(!fs::exists(format!("/proc/{number}")).unwrap());
    }
}

#[test]
fn memory_without_end_ends_at_the_limit() {
    let options = RunOptions { max_memory: 128 << 20, ..options() };
    let failed = failure(faulty("faulty", Some("memory")), &options);
    assert_signal(&failed, Phase::Collect, "SIGABRT");
    assert!(failed.wrote.unwrap().starts_with("memory allocation of"));
    assert_eq!(failed.limits.max_memory, 128 << 20);
}

#[test]
fn output_without_end_ends_at_the_limit() {
    let limit = 4 << 20;
    for fault in ["flood", "ignore stop"] {
        let options = RunOptions { max_output: limit, ..options() };
        let failure = failure(faulty("faulty", Some(fault)), &options);
        assert_eq!((failure.phase, failure.how), (Phase::Collect, How::OutputLimit { limit }));
    }
    let options = RunOptions { max_output: limit, ..in_process() };
    let failure = failure(faulty("faulty", Some("flood")), &options);
    assert_eq!(failure.how, How::OutputLimit { limit });
}

#[test]
fn a_source_that_never_falls_silent_is_stopped_at_the_deadline() {
    let options = RunOptions { max_output: 4 << 30, ..half_a_second() };
    let failure = alone(faulty("faulty", Some("flood")), &options).unwrap_err();
    assert!(matches!(failure.how, How::Timeout { .. }), "{failure:?}");
}

#[test]
fn noise_on_the_standard_output_is_a_note() {
    let collected = beside_good(faulty("faulty", Some("chat")), &options()).unwrap();
    assert_eq!(collected.output_note.unwrap(), "hello from the plugin\nhello from the plugin");
    let collected = beside_good(faulty("faulty", Some("shout")), &options()).unwrap();
    assert_eq!(collected.output_note.unwrap().len(), 4096);
}

#[test]
fn a_thread_that_is_left_running_does_not_hold_the_run() {
    let begin = Instant::now();
    beside_good(faulty("faulty", Some("thread")), &options()).unwrap();
    assert!(begin.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_process_that_closes_its_channel_is_ended() {
    let failure = failure(in_c("faulty", "CLOSE_ALL"), &options());
    assert_eq!((failure.phase, failure.how), (Phase::Collect, How::Closed));
}

#[test]
fn a_bad_document_costs_only_itself() {
    let mut job = faulty("fixture-a", None);
    job.documents[0].text = Some("no figure here\n".to_owned());
    let collected = alone(job, &options()).unwrap();
    assert_eq!(collected.diagnostics.len(), 1);
    assert_eq!(collected.diagnostics[0].document.as_deref(), Some("one.txt"));
    assert_eq!(collected.diagnostics[0].what.message.as_str(), "no share");
    assert_eq!(records(&collected.batches).len(), 4);
}

#[test]
fn each_source_is_heard_of_once_as_it_finishes() {
    let jobs = [
        faulty("fixture-a", Some("abort")),
        faulty("fixture-b", None),
        in_c("fixture-c", "UNKNOWN_KIND"),
    ];
    let heard = RefCell::new(Vec::new());
    let outcomes = run(&jobs, &options(), &|source, outcome| {
        heard.borrow_mut().push((source.to_owned(), outcome.clone()));
    });
    let mut heard = heard.into_inner();
    heard.sort_by(|(one, _), (other, _)| one.cmp(other));
    assert_eq!(heard, outcomes);
    let loaded: Vec<bool> = outcomes.iter().map(|(_, outcome)| outcome.is_ok()).collect();
    assert_eq!(loaded, [false, true, true]);
}
