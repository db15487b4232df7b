//! Windows-1252, in which many tables are written that are no UTF-8.

/// The characters of the bytes from 0x80 to 0x9f, if they have one, as Unicode's own table of
/// this code page (`CP1252.TXT`) has them.
const HIGH: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// The text of these bytes.
///
/// # Errors
///
/// Where the first byte stands that has no character.
pub fn decode(bytes: &[u8]) -> Result<String, usize> {
    let signs = bytes.iter().enumerate().map(|(at, &byte)| character(byte).ok_or(at));
    signs.collect()
}

/// Where a character of two bytes and more starts that is valid UTF-8: in Windows-1252 hardly
/// anybody writes what it would be.
pub fn utf8_within(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        if let Some((within, _)) = chunk.valid().char_indices().find(|(_, sign)| !sign.is_ascii()) {
            return Some(at + within);
        }
        at += chunk.valid().len() + chunk.invalid().len();
    }
    None
}

fn character(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => Some(char::from(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_has_its_character_or_none() {
        assert_eq!(decode(b"\x80 \x8c\x99 \x9f caf\xe9"), Ok("€ Œ™ Ÿ café".to_owned()));
        let undefined: Vec<u8> = (0..=255).filter(|&byte| decode(&[byte]).is_err()).collect();
        assert_eq!(undefined, [0x81, 0x8d, 0x8f, 0x90, 0x9d]);
        assert_eq!(decode(b"ab\x81"), Err(2));
    }

    #[test]
    fn utf8_is_found_within() {
        assert_eq!(utf8_within(&[b"caf\xe9;".as_slice(), "café".as_bytes()].concat()), Some(8));
        assert_eq!(utf8_within(b"caf\xe9;cafe"), None);
    }
}
