//! One entry: the files that an answer depends on, and the answer.

use serde::{Deserialize, Serialize};

use super::{
    Answer,
    files::{Change, File},
};
use crate::cache::{Libraries, seal};

/// How entries are made. With another name, those of before are not found.
pub(super) const VERSION: &str = "gainsay answered 1";

/// Bytes of a digest, and of the length of what is told before the answer.
const DIGEST: usize = 32;
const LENGTH: usize = 8;

/// What is kept of an answer.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) head: Head,
    text: String,
}

/// What is told before the answer.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Head {
    /// The name of the entry: somebody may have renamed the file.
    name: [u8; DIGEST],
    pub(super) day: String,
    pub(super) files: Vec<File>,
    exit: u8,
}

impl Entry {
    pub(super) fn new(name: [u8; DIGEST], day: String, files: Vec<File>, answer: &Answer) -> Self {
        let head = Head { name, day, files, exit: answer.exit };
        Self { head, text: answer.text.clone() }
    }

    /// What a file keeps: the length of the head, the head, the answer, all of it sealed.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let head = serde_json::to_vec(&self.head).unwrap_or_default();
        let length = (head.len() as u64).to_le_bytes();
        seal::close(&[&length[..], &head, self.text.as_bytes()].concat())
    }

    /// The entry, if these are the bytes that [`Entry::to_bytes`] gave for one of this name.
    pub(super) fn read(bytes: Vec<u8>, name: &[u8; DIGEST]) -> Option<Self> {
        let (length, rest) = seal::open(&bytes)?.split_first_chunk::<LENGTH>()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (head, text) = rest.split_at_checked(length)?;
        let head: Head = serde_json::from_slice(head).ok()?;
        let text = str::from_utf8(text).ok()?.to_owned();
        (head.name == *name).then_some(Self { head, text })
    }

    /// If every file is as it was, whether the system tells otherwise of one than the entry did,
    /// which then is told so, too.
    pub(super) fn is_unchanged(&mut self, libraries: &mut Libraries) -> Option<bool> {
        let mut is_news = false;
        for file in &mut self.head.files {
            match file.change(libraries) {
                Change::None => {}
                Change::Looks(now) => {
                    *file = now;
                    is_news = true;
                }
                Change::Some => return None,
            }
        }
        Some(is_news)
    }

    /// The answer, which it no longer holds then.
    pub(super) fn take_answer(&mut self) -> Answer {
        Answer { text: std::mem::take(&mut self.text), exit: self.head.exit }
    }
}
