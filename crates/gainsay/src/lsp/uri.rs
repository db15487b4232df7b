//! Addresses of files.

use std::path::{Path, PathBuf};

use gainsay_report::sarif::uri;

/// The file that an address names; none if it names something else.
pub(super) fn path(address: &str) -> Option<PathBuf> {
    let rest = address.strip_prefix("file://")?;
    // What stands before the path is the machine: this one.
    let path = decoded(&rest[rest.find('/')?..])?;
    Some(PathBuf::from(without_lead(&path)))
}

/// The address of a file.
pub(super) fn address(path: &Path) -> String {
    uri::of(&path.to_string_lossy().replace('\\', "/"))
}

/// The name that an address ends with, whatever it is the address of.
pub(super) fn name(address: &str) -> String {
    let last = address.rsplit(['/', ':']).next().unwrap_or(address);
    decoded(last).unwrap_or_else(|| last.to_owned())
}

/// A path of Windows has a drive and no slash before it.
fn without_lead(path: &str) -> &str {
    match path.as_bytes() {
        [b'/', letter, b':', ..] if letter.is_ascii_alphabetic() => &path[1..],
        _ => path,
    }
}

fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, after @ ..] = rest else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        bytes.push(u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_an_address_and_an_address_a_file() {
        for name in ["/tmp/a.md", "/tmp/été (1) #2?.md", "/tmp/100%.md"] {
            assert_eq!(path(&address(Path::new(name))), Some(PathBuf::from(name)));
        }
        assert_eq!(path("file://localhost/tmp/a.md"), Some(PathBuf::from("/tmp/a.md")));
        assert_eq!(path("file:///c%3A/a.md"), Some(PathBuf::from("c:/a.md")));
    }

    #[test]
    fn other_addresses_name_no_file() {
        for other in
            ["untitled:Untitled-1", "file://", "file:///a%2", "file:///a%zz", "", "file:///%ff"]
        {
            assert_eq!(path(other), None, "{other}");
        }
        assert_eq!(name("untitled:Untitled-1"), "Untitled-1");
        assert_eq!(name("file:///tmp/%C3%A9t%C3%A9.md"), "été.md");
    }
}
