//! Hides what Pandoc knows and `CommonMark` does not, in place.

/// The text with the fences of Pandoc's divs (`::: {.note}`) as blank lines, so that
/// they part paragraphs. No byte moves.
pub(super) fn divs(text: &str) -> String {
    text.split_inclusive('\n')
        .map(|line| if is_fence(line) { blank(line) } else { line.to_owned() })
        .collect()
}

/// Whether a line is the fence of a div.
fn is_fence(line: &str) -> bool {
    // A letter of several bytes would be blanked by fewer.
    let line = line.trim_ascii();
    line.starts_with(":::") && line.is_ascii()
}

fn blank(line: &str) -> String {
    line.chars().map(|one| if matches!(one, '\n' | '\r') { one } else { ' ' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_becomes_a_blank_line_of_the_same_length() {
        assert_eq!(divs("a\n::: {.x}\r\nb\n:::\n"), "a\n        \r\nb\n   \n");
        assert_eq!(divs("a ::: b\n"), "a ::: b\n");
        assert_eq!(divs("\u{a0}:::\na"), "\u{a0}:::\na");
    }
}
