//! What a plugin must not do although it finishes: one fault for each rule that
//! `gainsay source check` looks at.

use std::cell::Cell;
use std::hint::black_box;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use gainsay_plugin::wire::{Figure, Finding, Mark, Place, Says};
use gainsay_plugin::{Config, Document, Sink, SourceDiagnostic, SourceError, Stopped};

/// Refuses what is no setting, unless that is the fault.
pub(crate) fn check_settings(fault: Option<&str>, config: &Config) -> Result<(), SourceError> {
    static MADE: AtomicBool = AtomicBool::new(false);
    if fault == Some("once") && MADE.swap(true, Ordering::SeqCst) {
        return Err(SourceError::new("made twice"));
    }
    let Some(key) = config.keys().find(|key| *key != "fault") else { return Ok(()) };
    match fault {
        Some("accept settings") => Ok(()),
        Some("panic on settings") => panic!("what is `{key}`?"),
        _ => Err(SourceError::new(format!("unknown setting `{key}`"))),
    }
}

/// Forgets its manners over one document.
pub(crate) fn forget(
    fault: &str,
    document: &Document,
    read: &Cell<usize>,
    sink: &mut Sink<'_>,
) -> Result<(), Stopped> {
    match fault {
        "needs a file" => drop(std::fs::read("/etc/passwd").expect("everybody may read it")),
        "slow" if is_whole(document) => spin(),
        "greedy" => drop(black_box(vec![1_u8; 96 << 20])),
        "fragile" => assert!(document.text.as_ref().is_none_or(|text| !text.is_empty()), "empty"),
        "deaf" if remark("hello", sink).is_err() => thread::sleep(Duration::from_millis(1500)),
        "time zone" => remark(&std::env::var("TZ").unwrap_or_default(), sink)?,
        "locale" => remark(&std::env::var("LANG").unwrap_or_default(), sink)?,
        "folder" => remark(&format!("{:?}", std::env::current_dir()), sink)?,
        "unstable" => remark(&std::process::id().to_string(), sink)?,
        "counts documents" => {
            let id = format!("share-{}", read.replace(read.get() + 1));
            let figure = Figure::at(Place::span(0..3));
            let study = document.study_id();
            let says = Says::Share(figure);
            sink.finding(Finding::new(id, &study, Mark::Publisher, "likes-it", says))?;
        }
        _ => {}
    }
    Ok(())
}

/// Whether it is the document as the tests write it, and not a damaged one.
fn is_whole(document: &Document) -> bool {
    document.text().ends_with("70% like it\n")
}

/// Work, and not a while: on a busy machine a process may wait for most of it.
fn spin() {
    let mut number = 1_u64;
    for step in 0..60_000_000 {
        number = black_box(number.wrapping_mul(step | 1));
    }
}

fn remark(message: &str, sink: &mut Sink<'_>) -> Result<(), Stopped> {
    sink.warn(SourceDiagnostic::new(message))
}
