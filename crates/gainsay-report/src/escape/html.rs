//! Text in HTML.

use crate::clean;

/// Text of an element, or of an attribute in double or single quotes.
pub fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in clean(text).chars() {
        match character {
            '&' => escaped += "&amp;",
            '<' => escaped += "&lt;",
            '>' => escaped += "&gt;",
            '"' => escaped += "&quot;",
            '\'' => escaped += "&#39;",
            _ => escaped.push(character),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_opens_or_closes() {
        assert_eq!(
            html("<script>\u{1b}a && b</script> \"x\" l'y"),
            "&lt;script&gt;a &amp;&amp; b&lt;/script&gt; &quot;x&quot; l&#39;y"
        );
    }
}
