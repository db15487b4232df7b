//! Paths as references to resources (RFC 3986).

/// The reference for a path with `/`: relative as it is, absolute as a `file` URI. Every
/// byte that may mean something else is escaped.
pub fn of(path: &str) -> String {
    let lead = match path.as_bytes() {
        [b'/', ..] => "file://",
        // A drive of Windows.
        [letter, b':', b'/', ..] if letter.is_ascii_alphabetic() => "file:///",
        _ => "",
    };
    let mut uri = lead.to_owned();
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            byte if byte.is_ascii_alphanumeric() => uri.push(char::from(byte)),
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reference_cannot_hold_is_escaped() {
        assert_eq!(of("text/my draft.md"), "text/my%20draft.md");
        assert_eq!(of("../été#1?.md"), "../%C3%A9t%C3%A9%231%3F.md");
        assert_eq!(of("a:b%20.md"), "a%3Ab%2520.md");
    }

    #[test]
    fn an_absolute_path_is_a_file() {
        assert_eq!(of("/tmp/a.md"), "file:///tmp/a.md");
        assert_eq!(of("C:/a.md"), "file:///C%3A/a.md");
    }
}
