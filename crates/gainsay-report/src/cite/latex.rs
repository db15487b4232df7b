//! LaTeX.

use gainsay_cite::Mark;

use super::Markup;
use crate::escape::{latex as escape, latex_address};

pub(super) struct Latex;

impl Markup for Latex {
    fn text(&self, words: &str) -> String {
        escape(words)
    }

    fn marked(&self, mark: Mark, inner: String) -> String {
        let command = match mark {
            Mark::Emphasis => "emph",
            Mark::Strong => "textbf",
            Mark::SmallCaps => "textsc",
            Mark::Superscript => "textsuperscript",
            Mark::Subscript => "textsubscript",
        };
        format!("\\{command}{{{inner}}}")
    }

    fn link(&self, url: &str, inner: String) -> String {
        format!("\\href{{{}}}{{{inner}}}", latex_address(url))
    }

    fn document(&self, cited: &[[String; 2]], list: &[[String; 2]]) -> String {
        let cited: String = cited
            .iter()
            .map(|[name, said]| format!("  \\item \\texttt{{{name}}} {said}\n"))
            .collect();
        let list: String = list
            .iter()
            .map(|[_, entry]| format!("\\par\\noindent\\hangindent=2em {entry}\n"))
            .collect();
        match cited.is_empty() {
            true => list,
            false => format!("\\begin{{itemize}}\n{cited}\\end{{itemize}}\n{list}"),
        }
    }
}
