//! Where cells end, found for many bytes at once.

/// So many bytes are looked at together.
const TOGETHER: usize = 64;

/// The delimiters and line ends of a block, in order. Cells are a few bytes long, so that to start
/// a search anew for each would cost more than the search.
pub(super) struct Marks<'a> {
    bytes: &'a [u8],
    pub(super) delimiter: u8,
    // The place of the bytes that were looked at last, and which of them are marks.
    base: usize,
    found: u64,
}

impl<'a> Marks<'a> {
    pub(super) fn new(bytes: &'a [u8], delimiter: u8) -> Self {
        let mut marks = Self { bytes, delimiter, base: 0, found: 0 };
        marks.look(0);
        marks
    }

    /// The first mark at a place or behind it.
    pub(super) fn next(&mut self, from: usize) -> Option<usize> {
        let base = from - from % TOGETHER;
        if base != self.base {
            self.look(base);
        }
        let mut found = self.found & (u64::MAX << (from - base));
        while found == 0 {
            if self.base + TOGETHER >= self.bytes.len() {
                return None;
            }
            self.look(self.base + TOGETHER);
            found = self.found;
        }
        Some(self.base + found.trailing_zeros() as usize)
    }

    fn look(&mut self, base: usize) {
        self.base = base;
        let rest = self.bytes.get(base..).unwrap_or_default();
        self.found = match rest.first_chunk() {
            Some(whole) => marked(whole, self.delimiter),
            None => {
                let mut last = [0; TOGETHER];
                last[..rest.len()].copy_from_slice(rest);
                marked(&last, self.delimiter)
            }
        };
    }
}

/// The bits of the bytes that are marks, the first byte being the lowest bit.
fn marked(bytes: &[u8; TOGETHER], delimiter: u8) -> u64 {
    let (words, _) = bytes.as_chunks::<8>();
    let mut marked = 0;
    for (place, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let highest = is_byte(word, delimiter) | is_byte(word, b'\n');
        // Brings the highest bits of the eight bytes together in one.
        let bits = (highest >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        marked |= bits << (8 * place);
    }
    marked
}

/// The highest bit of every byte of a word that is this byte.
fn is_byte(word: u64, byte: u8) -> u64 {
    const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;
    let differs = word ^ u64::from_le_bytes([byte; 8]);
    // A sum of seven bits each overflows into no other byte.
    !(((differs & LOW) + LOW) | differs) & !LOW
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn marks_are_found_in_order_from_anywhere(
            bytes in proptest::collection::vec(prop_oneof![Just(b','), Just(b'\n'), any::<u8>()], 0..300),
            from in 0_usize..300,
        ) {
            let is_mark = |&place: &usize| matches!(bytes[place], b',' | b'\n');
            let mut marks = Marks::new(&bytes, b',');
            let from = from.min(bytes.len());
            let expected: Vec<usize> = (from..bytes.len()).filter(is_mark).collect();
            let mut found = Vec::new();
            let mut place = from;
            while let Some(mark) = marks.next(place) {
                found.push(mark);
                place = mark + 1;
            }
            prop_assert_eq!(found, expected);
        }
    }
}
