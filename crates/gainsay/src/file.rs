//! Files that users name: no more is read of one than it may have.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// The text of a file of at most so many bytes.
///
/// # Errors
///
/// What the system says, a file that is larger or never ends, and one that is no UTF-8.
pub(crate) fn text(path: &Path, most: usize) -> io::Result<String> {
    let bytes = capped(File::open(path)?, most)?;
    if bytes.len() > most {
        return Err(io::ErrorKind::FileTooLarge.into());
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
    fn a_file_that_never_ends_is_refused() {
        let found = text(Path::new("/dev/zero"), 1 << 10).map_err(|error| error.kind());
        assert_eq!(found, Err(io::ErrorKind::FileTooLarge));
        assert_eq!(text(Path::new("/dev/null"), 1 << 10).ok().as_deref(), Some(""));
    }
}
