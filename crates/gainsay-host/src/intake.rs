//! What one source has emitted so far, and whether it counts.

use std::mem;

use gainsay_claims::Said;
use gainsay_plugin::abi;
use gainsay_plugin::{Diagnostic, Severity};
use serde::de::IgnoredAny;

use crate::answers::bad_output;
use crate::failure::How;
use crate::frames::{Counts, Done, Started, Tag};
use crate::sandbox::SandboxReport;

/// What each piece of output costs beside its bytes, so that very many very
/// small ones end at the limit as well.
const PIECE: usize = 128;

/// Everything that a source which finished has emitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Collected {
    /// JSON arrays of records, byte for byte as emitted, in order.
    pub batches: Vec<Vec<u8>>,
    /// What the source said about its documents. One of severity `Error` says
    /// that a document could not be read; the others are there.
    pub diagnostics: Vec<Diagnostic>,
    /// SHA-256 of the library that ran.
    pub digest: [u8; 32],
    /// What its process could not do.
    pub sandbox: SandboxReport,
    /// What it wrote to its standard output and error, cut after a few kilobytes.
    pub output_note: Option<String>,
}

/// Takes in the output of one source after the other.
#[derive(Debug)]
pub(crate) struct Intake {
    limit: usize,
    cost: usize,
    counts: Counts,
    batches: Vec<Vec<u8>>,
    diagnostics: Vec<Diagnostic>,
}

impl Intake {
    /// Takes no more than `limit` bytes of each source.
    pub(crate) fn new(limit: usize) -> Self {
        let (batches, diagnostics) = (Vec::new(), Vec::new());
        Self { limit, cost: 0, counts: Counts::default(), batches, diagnostics }
    }

    /// Takes a batch of records or a diagnostic.
    pub(crate) fn add(&mut self, tag: Tag, bytes: Vec<u8>) -> Result<(), How> {
        self.counts.add(tag, bytes.len());
        self.cost = self.cost.saturating_add(bytes.len() + PIECE);
        if self.cost > self.limit {
            return Err(How::OutputLimit { limit: self.limit });
        }
        let bad = |error: serde_json::Error| bad_output(Said::of_parser(&error.to_string()));
        if tag == Tag::Diagnostic {
            self.diagnostics.push(serde_json::from_slice(&bytes).map_err(bad)?);
            return Ok(());
        }
        let text = str::from_utf8(&bytes).map_err(|error| bad_output(Said::not_utf8(error)))?;
        serde_json::from_str::<Vec<IgnoredAny>>(text).map_err(bad)?;
        self.batches.push(bytes);
        Ok(())
    }

    /// Ends one source: its output if it counts, else why not. Partial output of
    /// a source that failed is dropped.
    pub(crate) fn finish(&mut self, done: Done, started: &Started) -> Result<Collected, How> {
        self.cost = 0;
        let counts = mem::take(&mut self.counts);
        let batches = mem::take(&mut self.batches);
        let mut diagnostics = mem::take(&mut self.diagnostics);
        if done.code == abi::OK && done.counts == counts {
            let Started { digest, sandbox, .. } = *started;
            return Ok(Collected { batches, diagnostics, digest, sandbox, output_note: None });
        }
        Err(match done.code {
            abi::OK => miscounted(counts, done.counts),
            abi::ERROR | abi::PANIC => said(done.code, diagnostics.pop()),
            code => bad_output(returned(code)),
        })
    }
}

/// What a plugin that gave up has said last.
fn said(code: i32, last: Option<Diagnostic>) -> How {
    let Some(Diagnostic { severity, panicked_at, what, .. }) = last else {
        let without = [" without a diagnostic", ", sans diagnostic"];
        let [en, fr] = returned(code);
        return bad_output([en + without[0], fr + without[1]]);
    };
    match severity {
        Severity::Panic => How::Panic { message: what.message.to_string(), place: panicked_at },
        Severity::Error | Severity::Warning => How::Error { message: what.message },
    }
}

fn returned(code: i32) -> [String; 2] {
    [format!("returned {code}"), format!("code de retour {code}")]
}

fn miscounted(received: Counts, sent: Counts) -> How {
    let all = |Counts { batches, diagnostics, bytes }, [batch, diagnostic, byte]: [&str; 3]| {
        format!("{batch}{batches}, {diagnostic}{diagnostics}, {byte}{bytes}")
    };
    let names = ["batches: ", "diagnostics: ", "bytes: "];
    let noms = ["lots\u{a0}: ", "diagnostics\u{a0}: ", "octets\u{a0}: "];
    bad_output([
        format!("received {}; sent {}", all(received, names), all(sent, names)),
        format!("reçu {}\u{a0}; envoyé {}", all(received, noms), all(sent, noms)),
    ])
}

#[cfg(test)]
mod tests {
    use gainsay_plugin::Manifest;

    use super::*;

    fn started() -> Started {
        let manifest = Manifest { id: "a".into(), schema: "claims/1".into(), sdk: "0".into() };
        Started { digest: [0; 32], manifest, sandbox: SandboxReport::default() }
    }

    fn done(code: i32, batches: u64, bytes: u64) -> Done {
        Done { code, counts: Counts { batches, diagnostics: 0, bytes } }
    }

    #[test]
    fn what_was_counted_counts() {
        let mut intake = Intake::new(1000);
        intake.add(Tag::Records, b"[1,2]".to_vec()).unwrap();
        let collected = intake.finish(done(abi::OK, 1, 5), &started()).unwrap();
        assert_eq!(collected.batches, [b"[1,2]"]);
        // The next source starts from nothing.
        assert!(intake.finish(done(abi::OK, 0, 0), &started()).unwrap().batches.is_empty());
    }

    #[test]
    fn a_wrong_count_or_an_unknown_code_is_bad_output() {
        let mut intake = Intake::new(1000);
        intake.add(Tag::Records, b"[]".to_vec()).unwrap();
        let how = intake.finish(done(abi::OK, 2, 2), &started()).unwrap_err();
        assert!(matches!(how, How::BadOutput { .. }), "{how:?}");
        let how = intake.finish(done(77, 0, 0), &started()).unwrap_err();
        assert_eq!(how, bad_output(returned(77)));
    }

    #[test]
    fn the_limit_is_the_sum_of_all_batches() {
        let mut intake = Intake::new(2 * PIECE + 5);
        intake.add(Tag::Records, b"[1]".to_vec()).unwrap();
        let how = intake.add(Tag::Records, b"[1]".to_vec()).unwrap_err();
        assert_eq!(how, How::OutputLimit { limit: 2 * PIECE + 5 });
    }
}
