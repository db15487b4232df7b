//! Files that users name: no more is read of one than it may have.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use gainsay_host::{no_file, too_large};

/// Opens a file.
///
/// # Errors
///
/// What the system says, and what is no file.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    // Asked before opening: opening a pipe waits for somebody to write to it.
    if !fs::metadata(path)?.is_file() {
        return Err(no_file());
    }
    File::open(path)
}

/// The text of a file of at most so many bytes.
///
/// # Errors
///
/// What the system says, what is no file, one that is larger, and one that is no UTF-8.
pub(crate) fn text(path: &Path, most: usize) -> io::Result<String> {
    let bytes = capped(open(path)?, most)?;
    if bytes.len() > most {
        return Err(too_large(most as u64));
    }
    String::from_utf8(bytes)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.utf8_error()))
}

/// What can be read, up to so many bytes; of what is longer, one byte more. The size that
/// a system tells is no limit: what is no regular file has none.
pub(crate) fn capped(input: impl Read, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    input.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_longer_is_read_one_byte_too_far() {
        let len = |input: &[u8]| capped(input, 3).map(|bytes| bytes.len()).ok();
        assert_eq!([len(b"ab"), len(b"abc"), len(b"abcdefg")], [Some(2), Some(3), Some(4)]);
    }

    #[cfg(unix)]
    #[test]
    fn what_is_no_file_is_refused() {
        for path in ["/dev/zero", "/dev/null", "/dev"] {
            let found = text(Path::new(path), 1 << 10).map_err(|error| error.to_string());
            assert_eq!(found, Err("is not a file".to_owned()), "{path}");
        }
        let own = Path::new(file!()).file_name().expect("a name");
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(own);
        assert_eq!(text(&own, 10).map_err(|error| error.kind()), Err(io::ErrorKind::FileTooLarge));
    }
}
