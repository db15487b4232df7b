//! LaTeX.

use gainsay_cite::Mark;

use super::Markup;
use crate::clean;

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
        format!("\\href{{{}}}{{{inner}}}", escape(url))
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

/// Words with every sign that LaTeX acts on escaped, and no two signs that join.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in clean(text).chars() {
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' => escaped.push_str("\\textbraceleft{}"),
            '}' => escaped.push_str("\\textbraceright{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '`' => escaped.push_str("\\textasciigrave{}"),
            '<' => escaped.push_str("\\textless{}"),
            '>' => escaped.push_str("\\textgreater{}"),
            '$' | '&' | '#' | '_' | '%' => escaped.extend(['\\', letter]),
            '-' if escaped.ends_with('-') => escaped.push_str("{}-"),
            '\u{a0}' => escaped.push('~'),
            '\u{202f}' => escaped.push_str("\\,"),
            _ => escaped.push(letter),
        }
    }
    escaped
}
