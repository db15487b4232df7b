//! What a plugin process has said so far, frame by frame.

use gainsay_claims::Said;
use serde::de::DeserializeOwned;

use crate::failure::{How, Phase};
use crate::frames::{Failed, Frame, Started, Tag};
use crate::intake::{Collected, Intake};

/// What a plugin process has said so far.
#[derive(Debug)]
pub(crate) struct Answers {
    started: Option<Started>,
    phase: Phase,
    intake: Intake,
}

impl Answers {
    /// Takes no more than `max_output` bytes of each source.
    pub(crate) fn new(max_output: usize) -> Self {
        Self { started: None, phase: Phase::Spawn, intake: Intake::new(max_output) }
    }

    /// What is being done.
    pub(crate) fn phase(&self) -> Phase {
        self.phase
    }

    /// Takes a frame; returns what a source has emitted once it is done.
    pub(crate) fn take(&mut self, frame: Frame) -> Result<Option<Collected>, How> {
        let Frame { tag, bytes } = frame;
        match tag {
            Tag::Phase => {
                let index = bytes.first().copied().unwrap_or_default();
                self.phase = *Phase::ALL.get(usize::from(index)).unwrap_or(&self.phase);
            }
            Tag::Started => self.start(&bytes)?,
            Tag::Records | Tag::Diagnostic => self.intake.add(tag, bytes)?,
            // Whoever listens shows it.
            Tag::Log => {}
            Tag::Failed => return Err(read_json::<Failed>(&bytes)?.into()),
            Tag::Done => {
                let started = self.started.as_ref();
                let started = started.ok_or_else(|| {
                    bad_output(["done before it started", "fin d'une tâche avant le début"])
                })?;
                return self.intake.finish(read_json(&bytes)?, started).map(Some);
            }
            Tag::Order | Tag::Config | Tag::Input => {
                return Err(bad_output(["an order from the child", "un ordre venu du processus"]));
            }
            Tag::Probed => {
                return Err(bad_output(["an answer to no question", "une réponse sans question"]));
            }
        }
        Ok(None)
    }

    /// Digest and sandbox count only as found before any code of the plugin ran:
    /// after that, the plugin could say them.
    fn start(&mut self, bytes: &[u8]) -> Result<(), How> {
        if self.started.is_some() {
            return Err(bad_output(STARTED_TWICE));
        }
        if self.phase >= Phase::Load {
            return Err(bad_output(STARTED_LATE));
        }
        self.started = Some(read_json(bytes)?);
        Ok(())
    }
}

/// A frame that holds JSON.
pub(crate) fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, How> {
    serde_json::from_slice(bytes).map_err(|error| bad_output(Said::of_parser(&error.to_string())))
}

/// A frame that is not what it should be.
pub(crate) fn bad_output(reason: impl Into<Said>) -> How {
    How::BadOutput { reason: reason.into() }
}

const STARTED_TWICE: [&str; 2] = ["started twice", "début annoncé deux fois"];
const STARTED_LATE: [&str; 2] = [
    "started after the library was loaded",
    "début annoncé après le chargement de la bibliothèque",
];

#[cfg(test)]
mod tests {
    use gainsay_plugin::Manifest;

    use super::*;
    use crate::frames::{Counts, Done};
    use crate::sandbox::SandboxReport;

    fn phase(phase: Phase) -> Frame {
        Frame { tag: Tag::Phase, bytes: vec![phase as u8] }
    }

    fn started(digest: u8) -> Frame {
        let manifest = Manifest { id: "a".into(), schema: "claims/1".into(), sdk: "0".into() };
        let started = Started { digest: [digest; 32], manifest, sandbox: SandboxReport::default() };
        Frame { tag: Tag::Started, bytes: serde_json::to_vec(&started).unwrap() }
    }

    fn done() -> Frame {
        let done = Done { code: gainsay_plugin::abi::OK, counts: Counts::default() };
        Frame { tag: Tag::Done, bytes: serde_json::to_vec(&done).unwrap() }
    }

    fn last(frames: impl IntoIterator<Item = Frame>) -> Result<Option<Collected>, How> {
        let mut answers = Answers::new(1000);
        frames.into_iter().try_fold(None, |_, frame| answers.take(frame))
    }

    #[test]
    fn a_process_starts_once_and_before_its_library_is_loaded() {
        let begin = || [phase(Phase::Confine), started(1), phase(Phase::Load)];
        let collected = last(begin().into_iter().chain([phase(Phase::Collect), done()]));
        assert_eq!(collected.unwrap().unwrap().digest, [1; 32]);
        let again = last(begin().into_iter().chain([started(2)]));
        assert_eq!(again, Err(bad_output(STARTED_TWICE)));
        let late = last([phase(Phase::Load), started(1)]);
        assert_eq!(late, Err(bad_output(STARTED_LATE)));
        assert_eq!(
            last([done()]),
            Err(bad_output(["done before it started", "fin d'une tâche avant le début"]))
        );
    }
}
