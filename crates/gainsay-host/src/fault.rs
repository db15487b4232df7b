//! What is found out here of a file or a channel, where the system says all else.

use std::{io, str::Utf8Error};

use gainsay_claims::Said;

/// Words of this program in an error of the system's type.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Fault(Said);

/// Why a file or a channel cannot be used: in both languages what is found out here, else as
/// the system says it.
pub fn fault_of(error: &io::Error) -> Said {
    let Some(inner) = error.get_ref() else { return error.to_string().into() };
    match (inner.downcast_ref::<Fault>(), inner.downcast_ref::<Utf8Error>()) {
        (Some(Fault(said)), _) => said.clone(),
        (None, Some(&error)) => Said::not_utf8(error),
        (None, None) => error.to_string().into(),
    }
}

/// Of what is named as a file, that it is a folder, a device or a pipe.
#[must_use]
pub fn no_file() -> io::Error {
    fault(["is not a file", "n'est pas un fichier"])
}

/// Of a file, that it is larger than so many bytes, in words that round them down.
#[must_use]
pub fn too_large(most: u64) -> io::Error {
    let (size, [en, fr]) = match most >> 20 {
        0 => (most >> 10, ["KiB", "Kio"]),
        size => (size, ["MiB", "Mio"]),
    };
    let said = [format!("is larger than {size} {en}"), format!("dépasse {size}\u{a0}{fr}")];
    io::Error::new(io::ErrorKind::FileTooLarge, Fault(said.into()))
}

/// Of a file, that it lies elsewhere than it seems.
pub(crate) fn leads_out() -> io::Error {
    fault(["leads out of the base", "mène hors de la base"])
}

/// What is found out here, as an error.
pub(crate) fn fault(words: impl Into<Said>) -> io::Error {
    io::Error::other(Fault(words.into()))
}

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::in_both;

    use super::*;

    #[test]
    fn what_is_found_out_here_is_said_in_both_languages() {
        let said = |error: io::Error| fault_of(&error);
        assert_eq!(in_both(&said(no_file())), "is not a file");
        assert_eq!(in_both(&said(too_large(16 << 20))), "is larger than 16 MiB");
        assert_eq!(in_both(&said(too_large(300 << 10))), "is larger than 300 KiB");
        let bad = String::from_utf8(b"ab\xff".to_vec()).unwrap_err().utf8_error();
        let bad = io::Error::new(io::ErrorKind::InvalidData, bad);
        assert_eq!(in_both(&said(bad)), "is not UTF-8 from byte 2 on");
        let system = io::Error::from(io::ErrorKind::NotFound);
        assert_eq!(said(system), Said::from("entity not found"));
    }
}
