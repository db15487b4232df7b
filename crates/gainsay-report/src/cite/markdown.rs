//! Markdown, of GitHub and of Pandoc.

use gainsay_cite::Mark;

use super::Markup;
use crate::escape::markdown_inline as escape;

pub(super) struct Markdown;

impl Markup for Markdown {
    fn text(&self, words: &str) -> String {
        escape(words)
    }

    fn marked(&self, mark: Mark, inner: String) -> String {
        let sign = match mark {
            Mark::Emphasis => "*",
            Mark::Strong => "**",
            Mark::SmallCaps | Mark::Superscript | Mark::Subscript => return inner,
        };
        // Signs beside a space mark nothing, so spaces stay outside.
        let words = inner.trim();
        if words.is_empty() {
            return inner;
        }
        let start = inner.len() - inner.trim_start().len();
        let end = start + words.len();
        format!("{}{sign}{words}{sign}{}", &inner[..start], &inner[end..])
    }

    fn link(&self, url: &str, inner: String) -> String {
        format!("[{inner}](<{url}>)")
    }

    fn document(&self, cited: &[[String; 2]], list: &[[String; 2]]) -> String {
        let cited: String =
            cited.iter().map(|[name, said]| format!("- {name}\\: {said}\n")).collect();
        let list: Vec<String> =
            list.iter().map(|[_, entry]| format!("{}\n", paragraph(entry))).collect();
        let between = if cited.is_empty() || list.is_empty() { "" } else { "\n" };
        cited + between + &list.join("\n")
    }
}

/// A paragraph that nothing at its start makes something else: `2014.` would begin a
/// list, `+` and `-` too.
fn paragraph(text: &str) -> String {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = text.len() - rest.len();
    if digits > 0 && rest.starts_with(['.', ')']) {
        return format!("{}\\{rest}", &text[..digits]);
    }
    if text.starts_with(['-', '+', '=', '%']) {
        return format!("\\{text}");
    }
    text.to_owned()
}
