//! The messages between the program and a plugin process.
//!
//! A frame is its length as `u32` (little end first), its kind as one byte, and
//! its bytes. What an executable reads and writes is described in
//! `docs/executables.md` and has a version, [`FRAMES`]; of the other kinds both
//! ends are this program.

use std::io::{self, Read, Write};

use gainsay_claims::Said;
use gainsay_plugin::Manifest;
use serde::{Deserialize, Serialize};

use crate::failure::{How, Refusal};
use crate::fault::fault;
use crate::load_fault::LoadFault;
use crate::probe::Probe;
use crate::sandbox::{SandboxMode, SandboxReport};

/// The version of the frames that executables speak. A change of the kinds 1 to 6, or of what
/// they hold that an executable could not bear, makes it another one.
pub(crate) const FRAMES: u16 = 1;

/// What a frame holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    /// To the child: [`Order`].
    Order,
    /// From the plugin: JSON array of records.
    Records,
    /// From an executable: text, shown as its output.
    Log,
    /// From the plugin: JSON object.
    Diagnostic,
    /// From the child: the job reached its end, [`Done`].
    Done,
    /// To the child: settings of the next job.
    Config,
    /// To the child: input of the next job.
    Input,
    /// From the child: one byte, the index of a [`Phase`](crate::Phase).
    Phase,
    /// From the child: [`Started`].
    Started,
    /// From the child: the job did not reach its end, [`Failed`].
    Failed,
    /// From the child: the answer to a [`Probe`], [`Probed`](crate::probe::Probed).
    Probed,
}

impl Tag {
    const ALL: [Self; 11] = [
        Self::Order,
        Self::Records,
        Self::Log,
        Self::Diagnostic,
        Self::Done,
        Self::Config,
        Self::Input,
        Self::Phase,
        Self::Started,
        Self::Failed,
        Self::Probed,
    ];
}

/// One message.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) tag: Tag,
    pub(crate) bytes: Vec<u8>,
}

/// What the child shall do before its first job, and under which limits.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Order {
    /// Absolute path of the library.
    pub(crate) plugin: String,
    pub(crate) expect_id: String,
    /// SHA-256 of the library, if the base names one.
    pub(crate) digest: Option<[u8; 32]>,
    pub(crate) sandbox: SandboxMode,
    pub(crate) max_output: usize,
    pub(crate) max_memory: u64,
    /// Seconds of processor time for all jobs together.
    pub(crate) max_seconds: u64,
    /// What to find out with the first job, instead of running the jobs.
    pub(crate) probe: Option<Probe>,
}

/// What the child found before it ran any code of the plugin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Started {
    pub(crate) digest: [u8; 32],
    pub(crate) manifest: Manifest,
    pub(crate) sandbox: SandboxReport,
}

/// Why the child gives up.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Failed {
    Refused(Refusal),
    NotLoaded(LoadFault),
    BadOutput(Said),
}

impl From<Failed> for How {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Refused(reason) => Self::Refused { reason },
            Failed::NotLoaded(fault) => Self::Refused { reason: fault.into() },
            Failed::BadOutput(reason) => Self::BadOutput { reason },
        }
    }
}

/// What the child saw of one job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Done {
    /// What the plugin returned; an executable says it.
    pub(crate) code: i32,
    pub(crate) counts: Counts,
}

/// Frames and bytes of one job, counted at both ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Counts {
    pub(crate) batches: u64,
    pub(crate) diagnostics: u64,
    pub(crate) bytes: u64,
}

impl Counts {
    /// Counts one more frame from the plugin.
    pub(crate) fn add(&mut self, tag: Tag, bytes: usize) {
        match tag {
            Tag::Records => self.batches += 1,
            _ => self.diagnostics += 1,
        }
        self.bytes += bytes as u64;
    }
}

/// Writes a frame.
pub(crate) fn write(to: &mut impl Write, tag: Tag, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
    let mut head = [0; 5];
    head[..4].copy_from_slice(&length.to_le_bytes());
    head[4] = tag as u8;
    to.write_all(&head)?;
    to.write_all(bytes)
}

/// Writes a frame that holds JSON.
pub(crate) fn write_json(to: &mut impl Write, tag: Tag, value: &impl Serialize) -> io::Result<()> {
    write(to, tag, &serde_json::to_vec(value)?)
}

/// Reads the next frame, or nothing at the end.
///
/// # Errors
/// When the stream ends within a frame, the kind is unknown, or the frame is
/// longer than `limit` bytes.
pub(crate) fn read(from: &mut impl Read, limit: usize) -> io::Result<Option<Frame>> {
    let mut head = [0; 5];
    if from.read(&mut head[..1])? == 0 {
        return Ok(None);
    }
    from.read_exact(&mut head[1..]).map_err(cut)?;
    let [a, b, c, d, tag] = head;
    let length = u32::from_le_bytes([a, b, c, d]) as usize;
    let unknown = || {
        fault([format!("no frame is of kind {tag}"), format!("aucune trame n'est de type {tag}")])
    };
    let tag = Tag::ALL.get(usize::from(tag)).ok_or_else(unknown)?;
    if length > limit {
        return Err(fault([
            format!("a frame of {length} bytes, at most {limit} allowed"),
            format!("une trame de {length} octets, {limit} au plus"),
        ]));
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes).map_err(cut)?;
    Ok(Some(Frame { tag: *tag, bytes }))
}

fn cut(error: io::Error) -> io::Error {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => {
            fault(["a frame that is cut short", "une trame incomplète"])
        }
        _ => error,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_come_back_as_written() {
        let mut bytes = Vec::new();
        for tag in Tag::ALL {
            write(&mut bytes, tag, b"ab").unwrap();
        }
        // What executables speak has numbers of its own.
        assert_eq!([Tag::Records, Tag::Log, Tag::Diagnostic].map(|tag| tag as u32), [1, 2, 3]);
        assert_eq!([Tag::Done, Tag::Config, Tag::Input].map(|tag| tag as u32), [4, 5, 6]);
        let mut from = bytes.as_slice();
        for tag in Tag::ALL {
            let frame = read(&mut from, 2).unwrap().unwrap();
            assert_eq!((frame.tag, frame.bytes.as_slice()), (tag, b"ab".as_slice()));
        }
        assert!(read(&mut from, 2).unwrap().is_none());
    }

    #[test]
    fn a_frame_that_is_cut_too_long_or_unknown_is_an_error() {
        let mut bytes = Vec::new();
        write(&mut bytes, Tag::Records, b"abc").unwrap();
        assert!(read(&mut bytes.as_slice(), 2).is_err());
        assert!(read(&mut &bytes[..6], 9).is_err());
        bytes[4] = 99;
        assert!(read(&mut bytes.as_slice(), 9).is_err());
    }
}
