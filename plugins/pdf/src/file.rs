//! A PDF file, as far as its reader gets.

use std::panic::{self, AssertUnwindSafe};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use crate::{
    glyphs::{TooMuch, on_page},
    page::Page,
};

/// The most pages that a document may have.
const MOST_PAGES: usize = 2000;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FileError {
    #[error("is no PDF, or one that is cut off or broken")]
    Broken,
    #[error("is encrypted with a password; save it without one")]
    Password,
    #[error("is encrypted in a way that is not known")]
    Encryption,
    #[error("has no page that can be found")]
    NoPage,
    #[error("has more than {MOST_PAGES} pages")]
    TooManyPages,
}

/// Why a page cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum PageError {
    #[error("cannot be read: it is broken")]
    Broken,
    #[error("draws too much to be read")]
    TooMuch,
}

/// A PDF file whose pages are known.
pub(crate) struct File(Pdf);

impl File {
    /// Opens a file. What its reader cannot bear costs this file only.
    ///
    /// # Errors
    ///
    /// When it is no PDF, encrypted, or has no pages or too many.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, FileError> {
        let opened = panic::catch_unwind(|| Pdf::new(bytes.to_vec()));
        let pdf = opened.map_err(|_| FileError::Broken)?.map_err(|error| match error {
            LoadPdfError::Decryption(DecryptionError::PasswordProtected) => FileError::Password,
            LoadPdfError::Decryption(_) => FileError::Encryption,
            LoadPdfError::Invalid => FileError::Broken,
        })?;
        match pdf.pages().len() {
            0 => Err(FileError::NoPage),
            pages if pages > MOST_PAGES => Err(FileError::TooManyPages),
            _ => Ok(Self(pdf)),
        }
    }

    /// How many pages it has.
    pub(crate) fn pages(&self) -> usize {
        self.0.pages().len()
    }

    /// What a page says, counted from 1.
    ///
    /// # Errors
    ///
    /// When there is no such page, when its reader cannot bear it, or it never ends.
    pub(crate) fn page(&self, number: usize) -> Result<Page, PageError> {
        let page = number.checked_sub(1).and_then(|index| self.0.pages().get(index));
        let page = page.ok_or(PageError::Broken)?;
        let drawn = panic::catch_unwind(AssertUnwindSafe(|| on_page(page, self.0.xref())));
        let drawn = drawn.map_err(|payload| match payload.is::<TooMuch>() {
            true => PageError::TooMuch,
            false => PageError::Broken,
        })?;
        Ok(Page::of(drawn))
    }
}
