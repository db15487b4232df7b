//! HTML without a page around it.

use gainsay_cite::Mark;

use super::Markup;
use crate::escape::html as escape;

pub(super) struct Html;

impl Markup for Html {
    fn text(&self, words: &str) -> String {
        escape(words)
    }

    fn marked(&self, mark: Mark, inner: String) -> String {
        match mark {
            Mark::Emphasis => format!("<em>{inner}</em>"),
            Mark::Strong => format!("<strong>{inner}</strong>"),
            Mark::SmallCaps => format!("<span style=\"font-variant: small-caps\">{inner}</span>"),
            Mark::Superscript => format!("<sup>{inner}</sup>"),
            Mark::Subscript => format!("<sub>{inner}</sub>"),
        }
    }

    fn link(&self, url: &str, inner: String) -> String {
        format!("<a href=\"{}\">{inner}</a>", escape(url))
    }

    fn document(&self, cited: &[[String; 2]], list: &[[String; 2]]) -> String {
        let cited: String = cited
            .iter()
            .map(|[name, said]| format!("  <li><code>{name}</code> {said}</li>\n"))
            .collect();
        let list: String = list
            .iter()
            .map(|[key, entry]| format!("  <p id=\"ref-{}\">{entry}</p>\n", escape(key)))
            .collect();
        let cited = match cited.is_empty() {
            true => cited,
            false => format!("<ul class=\"citations\">\n{cited}</ul>\n"),
        };
        match list.is_empty() {
            true => cited,
            false => format!("{cited}<div class=\"references\">\n{list}</div>\n"),
        }
    }
}
