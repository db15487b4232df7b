//! A source that goes wrong in the way its settings say: `{"fault": "panic"}`.
//! Without a fault it reads one share from each line.

mod lies;
mod manners;
mod reach;

use std::cell::Cell;
use std::hint::black_box;
use std::thread;
use std::time::Duration;

use gainsay_plugin::wire::{Figure, Finding, Mark, Place, Says, StudyRecord};
use gainsay_plugin::{
    Config, Document, Sink, Source, SourceDiagnostic, SourceError, Stopped, export_source,
};

/// The faulty source.
#[derive(Default)]
pub struct Faulty {
    fault: String,
    /// Documents that were read.
    read: Cell<usize>,
}

impl Source for Faulty {
    const ID: &'static str = "faulty";

    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        let fault = config.get("fault").and_then(|fault| fault.as_str());
        manners::check_settings(fault, config)?;
        match fault {
            None => Ok(()),
            Some("refuse") => Err(SourceError::new("unknown setting `colour`")),
            Some("panic in configure") => panic!("no settings, please"),
            Some(fault) => {
                fault.clone_into(&mut self.fault);
                Ok(())
            }
        }
    }

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        shares(document, sink)?;
        lies::tell(&self.fault, document, sink)?;
        manners::forget(&self.fault, document, &self.read, sink)?;
        fail(&self.fault, sink)
    }
}

impl Drop for Faulty {
    fn drop(&mut self) {
        assert!(self.fault != "panic in drop", "dropped");
    }
}

export_source!(Faulty);

/// `12% like it`: a study, and one share for each line.
fn shares(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    let study = document.study_id();
    sink.study(StudyRecord::new(&study, Place::span(0..3), "Fixture", "Fixture"))?;
    let mut start = 0;
    for (number, line) in document.text().split_inclusive('\n').enumerate() {
        let end = line.find('%').ok_or_else(|| {
            SourceError::new("no share").at(document, Place::span(start..start + line.len()))
        })?;
        let figure = Figure::at(Place::span(start..start + end + 1));
        let id = match document.stem() {
            "one" => format!("line-{number}"),
            other => format!("{other}/line-{number}"),
        };
        sink.finding(Finding::new(id, &study, Mark::Publisher, "likes-it", Says::Share(figure)))?;
        start += line.len();
    }
    Ok(())
}

fn fail(fault: &str, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    match fault {
        "panic" => panic!("a bad day"),
        "wordless panic" => std::panic::panic_any(7),
        "odd panic" => std::panic::panic_any(Grudge),
        "panic twice" => {
            let _grudge = Grudge;
            panic!("a bad day");
        }
        "abort" => std::process::abort(),
        "exit" => leave(),
        "overflow a number" => drop(black_box(black_box(u8::MAX) + 1)),
        "overflow the stack" => drop(deep(&mut [0; 4096], 1 << 40)),
        "loop" => {
            say(&format!("process {}", std::process::id()));
            loop {
                std::hint::spin_loop();
            }
        }
        "sleep" => {
            say(&format!("process {}", std::process::id()));
            thread::sleep(Duration::from_secs(3600));
        }
        "memory" => hoard(),
        "memory at once" => drop(black_box(Vec::<u8>::with_capacity(1 << 46))),
        "flood" => flood(sink)?,
        "ignore stop" => while flood(sink) != Ok(()) {},
        "chat" => say("hello from the plugin"),
        "shout" => (0..100_000).for_each(|_| say("hello from the plugin")),
        "thread" => drop(thread::spawn(|| thread::sleep(Duration::from_secs(3600)))),
        "reach" => reach::report(sink)?,
        _ => {}
    }
    Ok(())
}

/// Panics again when it is dropped.
struct Grudge;

impl Drop for Grudge {
    fn drop(&mut self) {
        panic!("and another thing");
    }
}

#[expect(clippy::exit, reason = "the fault to be survived")]
fn leave() {
    std::process::exit(0);
}

#[expect(clippy::print_stdout, reason = "the fault to be survived")]
fn say(words: &str) {
    println!("{words}");
}

fn deep(room: &mut [u8; 4096], levels: u64) -> u64 {
    let mut next = *std::hint::black_box(room);
    if levels == 0 { 0 } else { deep(&mut next, levels - 1) + u64::from(next[0]) }
}

/// Takes memory until there is none.
fn hoard() {
    let mut taken = Vec::new();
    loop {
        taken.push(vec![1_u8; 1 << 20]);
        std::hint::black_box(&taken);
    }
}

/// Emits for ever, or until told to stop.
fn flood(sink: &mut Sink<'_>) -> Result<(), Stopped> {
    loop {
        let message = "x".repeat(1 << 16);
        sink.warn(SourceDiagnostic::new(message))?;
    }
}
