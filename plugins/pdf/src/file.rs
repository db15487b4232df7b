//! A PDF file, as far as its reader gets.

use std::panic::{self, AssertUnwindSafe};

use gainsay_plugin::Said;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf, object::Dict};

use crate::{
    glyphs::{TooMuch, on_page},
    page::Page,
};

/// The most pages that a document may have.
const MOST_PAGES: usize = 2000;
/// How many bytes from its end a file says that it ends, as readers of PDF look for it.
const END: usize = 1024;

/// Why a file cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum FileError {
    #[error("is no PDF, or one that is cut off or broken")]
    Broken,
    #[error("is cut off: it does not say that it ends (`%%EOF`), so that pages may be missing")]
    CutOff,
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

impl From<FileError> for Said {
    fn from(error: FileError) -> Self {
        let fr = match error {
            FileError::Broken => "n'est pas un PDF, ou est tronqué ou abîmé".to_owned(),
            FileError::CutOff => {
                "est tronqué\u{a0}: rien n'indique sa fin (`%%EOF`), et des pages \
                                  peuvent manquer"
                    .to_owned()
            }
            FileError::Password => {
                "est protégé par un mot de passe\u{a0}; l'enregistrer sans".to_owned()
            }
            FileError::Encryption => "est chiffré d'une manière inconnue".to_owned(),
            FileError::NoPage => "n'a aucune page que l'on puisse trouver".to_owned(),
            FileError::TooManyPages => format!("a plus de {MOST_PAGES} pages"),
        };
        [error.to_string(), fr].into()
    }
}

impl PageError {
    /// In words that follow the number of the page, in English and in French.
    pub(crate) fn words(self) -> [String; 2] {
        let fr = match self {
            Self::Broken => "est illisible\u{a0}: elle est abîmée",
            Self::TooMuch => "dessine trop pour être lue",
        };
        [self.to_string(), fr.to_owned()]
    }
}

/// A PDF file whose pages are known.
pub(crate) struct File(Pdf);

impl File {
    /// Opens a file. What its reader cannot bear costs this file only.
    ///
    /// # Errors
    ///
    /// When it is no PDF, cut off, encrypted, or has no pages or too many.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, FileError> {
        let opened = panic::catch_unwind(|| Pdf::new(bytes.to_vec()));
        let pdf = opened.map_err(|_| FileError::Broken)?.map_err(|error| match error {
            LoadPdfError::Decryption(DecryptionError::PasswordProtected) => FileError::Password,
            LoadPdfError::Decryption(_) => FileError::Encryption,
            LoadPdfError::Invalid => FileError::Broken,
        })?;
        let end = bytes.get(bytes.len().saturating_sub(END)..).unwrap_or_default();
        match pdf.pages().len() {
            _ if last(end, b"%%EOF").is_none() => Err(FileError::CutOff),
            0 => Err(FileError::NoPage),
            pages if pages > MOST_PAGES => Err(FileError::TooManyPages),
            _ => Ok(Self(pdf)),
        }
    }

    /// How many pages it has.
    pub(crate) fn pages(&self) -> usize {
        self.0.pages().len()
    }

    /// What there may be and was not found, in words that follow the name of the file.
    pub(crate) fn remarks(&self) -> Vec<Said> {
        let bytes: &[u8] = self.0.data().as_ref();
        let mut remarks = Vec::new();
        if !has_table(bytes) {
            remarks.push(
                [
                    "has no table of its objects where it says so, and was repaired: pages may be \
                     missing",
                    "n'a pas de table de ses objets là où il le dit, et a été réparé\u{a0}: des pages \
                     peuvent manquer",
                ]
                .into(),
            );
        }
        let found = self.pages();
        if let Some(stated) = self.stated_pages().filter(|stated| *stated > found) {
            remarks.push(Said::from([
                format!("says that it has {stated} pages, of which {found} can be read"),
                format!("dit avoir {stated} pages, dont {found} sont lisibles"),
            ]));
        }
        remarks
    }

    /// How many pages it says that it has.
    fn stated_pages(&self) -> Option<usize> {
        let count = panic::catch_unwind(AssertUnwindSafe(|| {
            let catalogue: Dict<'_> = self.0.xref().get(self.0.xref().root_id())?;
            catalogue.get::<Dict<'_>>("Pages")?.get::<i32>("Count")
        }));
        usize::try_from(count.ok()??).ok()
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

/// Whether a file has a table of its objects, or a stream of them, where its end says.
fn has_table(bytes: &[u8]) -> bool {
    let table = || {
        let at = last(bytes, b"startxref")? + b"startxref".len();
        let words = bytes.get(at..)?.trim_ascii_start();
        let digits = words.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let start: usize = std::str::from_utf8(words.get(..digits)?).ok()?.parse().ok()?;
        let table = bytes.get(start..)?.trim_ascii_start();
        Some(table.starts_with(b"xref") || table.first()?.is_ascii_digit())
    };
    table().unwrap_or(false)
}

/// Where words stand last.
fn last(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).rposition(|one| one == words)
}
