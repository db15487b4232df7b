//! Spaces: one between words, none at the ends, and those of French that do not break.

use gainsay_claims::Lang;

use crate::Piece;

const NO_BREAK: char = '\u{a0}';

/// Sets the spaces of pieces right, across the borders of marks.
pub(crate) fn tidy(mut pieces: Vec<Piece>, lang: Lang) -> Vec<Piece> {
    let mut letters = Vec::new();
    collect(&pieces, &mut 0, &mut letters);
    let mut kept = single_spaces(letters);
    if lang == Lang::Fr {
        keep_together(&mut kept);
    }
    replace(&mut pieces, &mut 0, &mut kept.into_iter().peekable());
    pieces.retain(|piece| !Piece::words(std::slice::from_ref(piece)).is_empty());
    pieces
}

/// A letter and the number of the text that it stands in.
type Letter = (usize, char);

fn collect(pieces: &[Piece], text: &mut usize, letters: &mut Vec<Letter>) {
    for piece in pieces {
        match piece {
            Piece::Text(words) => {
                letters.extend(words.chars().map(|letter| (*text, letter)));
                *text += 1;
            }
            Piece::Marked(_, content) | Piece::Link { content, .. } => {
                collect(content, text, letters);
            }
        }
    }
}

fn replace(
    pieces: &mut [Piece],
    text: &mut usize,
    letters: &mut std::iter::Peekable<impl Iterator<Item = Letter>>,
) {
    for piece in pieces {
        match piece {
            Piece::Text(words) => {
                words.clear();
                while let Some((_, letter)) = letters.next_if(|(own, _)| own == text) {
                    words.push(letter);
                }
                *text += 1;
            }
            Piece::Marked(_, content) | Piece::Link { content, .. } => {
                replace(content, text, letters);
            }
        }
    }
}

/// Leaves out control characters; line breaks are spaces, several of which are one.
fn single_spaces(letters: Vec<Letter>) -> Vec<Letter> {
    let mut kept: Vec<Letter> = Vec::with_capacity(letters.len());
    for (text, letter) in letters {
        let letter = if letter.is_control() { ' ' } else { letter };
        if letter != ' ' || kept.last().is_some_and(|&(_, last)| last != ' ') {
            kept.push((text, letter));
        }
    }
    if kept.last().is_some_and(|&(_, last)| last == ' ') {
        kept.pop();
    }
    without_loose_commas(without_second_stops(kept))
}

/// A comma with nothing after it before a bracket closes is what is left of a part that
/// was empty: `(2017,)`.
fn without_loose_commas(letters: Vec<Letter>) -> Vec<Letter> {
    let mut kept: Vec<Letter> = Vec::with_capacity(letters.len());
    for (text, letter) in letters {
        while letter == ')' && matches!(kept.last(), Some((_, ',' | ' '))) {
            kept.pop();
        }
        kept.push((text, letter));
    }
    kept
}

/// Where a style ends one part with a full stop and begins the next with another, one
/// is enough.
fn without_second_stops(letters: Vec<Letter>) -> Vec<Letter> {
    let mut kept: Vec<Letter> = Vec::with_capacity(letters.len());
    for (text, letter) in letters {
        let ends_in_stop = matches!(kept[..], [.., (_, '.'), (_, ' ')]);
        if letter == '.' && ends_in_stop {
            kept.pop();
        } else {
            kept.push((text, letter));
        }
    }
    kept
}

/// Where French has a space before a mark of punctuation or within quotation marks, that
/// space does not break.
fn keep_together(letters: &mut [Letter]) {
    for at in 0..letters.len() {
        if letters[at].1 != ' ' {
            continue;
        }
        let next = letters.get(at + 1).map(|&(_, letter)| letter);
        let after_opening = at > 0 && letters[at - 1].1 == '«';
        if after_opening || next.is_some_and(|next| ":;?!»".contains(next)) {
            letters[at].1 = NO_BREAK;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Mark;

    fn text(words: &str) -> Piece {
        Piece::Text(words.to_owned())
    }

    #[test]
    fn french_spaces_do_not_break() {
        let pieces =
            vec![text(" « Titre "), Piece::Marked(Mark::Emphasis, vec![text(": sous-titre »")])];
        let french = tidy(pieces.clone(), Lang::Fr);
        assert_eq!(Piece::words(&french), "«\u{a0}Titre\u{a0}: sous-titre\u{a0}»");
        let english = tidy(pieces, Lang::En);
        assert_eq!(Piece::words(&english), "« Titre : sous-titre »");
    }

    #[test]
    fn lines_become_one_line() {
        let pieces = vec![text("\n"), text("a \n"), text(" b\u{1b}"), text("\n ")];
        assert_eq!(tidy(pieces, Lang::En), [text("a "), text("b")]);
    }

    #[test]
    fn a_loose_comma_goes() {
        let pieces = vec![text("A (2017,"), text(") b (c, d).")];
        assert_eq!(Piece::words(&tidy(pieces, Lang::En)), "A (2017) b (c, d).");
    }

    #[test]
    fn two_full_stops_are_one() {
        let pieces = vec![text("Title. "), text(". Online. Wait...")];
        assert_eq!(Piece::words(&tidy(pieces, Lang::En)), "Title. Online. Wait...");
    }
}
