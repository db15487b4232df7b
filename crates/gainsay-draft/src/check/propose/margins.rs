//! Margins of error that a text states.

use std::ops::Range;

use gainsay_claims::value::{Quantity, read_prefix};

use crate::prose::Draft;

/// What stands before a margin.
const SIGNS: [&str; 5] = ["±", "+/-", "plus or minus ", "plus ou moins ", "margin of error of "];

/// The figures behind words that announce a margin: passages, with their places.
pub(super) fn find(draft: &Draft) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    for (number, passage) in draft.passages.iter().enumerate() {
        let text = passage.prose.text();
        for sign in SIGNS {
            for (at, _) in text.match_indices(sign) {
                let rest = &text[at + sign.len()..];
                let words = rest.trim_start();
                let start = at + sign.len() + rest.len() - words.len();
                let read = words.starts_with(|sign: char| sign.is_ascii_digit());
                let read = read.then(|| read_prefix(words, Some(passage.lang), None).ok());
                let Some((reading, len)) = read.flatten() else { continue };
                if matches!(reading.quantity, Quantity::Points(_) | Quantity::Share { .. }) {
                    found.push((number, start..start + len));
                }
            }
        }
    }
    found.sort_by_key(|(number, span)| (*number, span.start));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Format;

    #[test]
    fn margins_are_found_in_both_languages() {
        let of = |text: &str| -> Vec<String> {
            let draft = crate::read("a.txt", text, Format::Plain);
            let found = find(&draft).into_iter();
            found.map(|(at, span)| draft.passages[at].prose.text()[span].to_owned()).collect()
        };
        assert_eq!(of("The margin of error of this poll is ±2 points."), ["2 points"]);
        let percentage = "It has an error of plus or minus 3 percentage points for adults.";
        assert_eq!(of(percentage), ["3 percentage points"]);
        assert_eq!(of("La marge d'erreur de ce sondage est de ± 3,1 points."), ["3,1 points"]);
        assert!(of("The lead is plus or minus nothing, of 2 points.").is_empty());
    }
}
