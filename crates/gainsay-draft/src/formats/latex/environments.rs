//! Environments: which hold prose, and of what kind.

use gainsay_claims::Lang;

use crate::{language, prose::PassageKind};

use super::{Reader, arguments};

/// Environments without prose.
const HIDDEN: &[&str] = &[
    "Verbatim",
    "alltt",
    "comment",
    "filecontents",
    "lstlisting",
    "minted",
    "thebibliography",
    "tikzpicture",
    "verbatim",
];

/// Formulas that stand apart.
const FORMULAS: &[&str] =
    &["align", "displaymath", "eqnarray", "equation", "flalign", "gather", "math", "multline"];

/// How many arguments environments have that are no words.
const ARGUMENTS: &[(&str, usize)] = &[
    ("array", 1),
    ("longtable", 1),
    ("minipage", 1),
    ("multicols", 1),
    ("otherlanguage", 1),
    ("tabular", 1),
    ("tabularx", 2),
    ("tabulary", 2),
    ("wrapfigure", 2),
];

/// An environment that is open.
pub(super) struct Environment {
    pub(super) name: String,
    start: usize,
    /// What was stated of the language before it.
    stated: Option<Lang>,
}

impl Environment {
    /// Whether it holds rows and cells.
    pub(super) fn is_table(&self) -> bool {
        kind(&self.name) == Some(PassageKind::Cell)
    }
}

/// The kind of the passages in an environment, by its name without star.
pub(super) fn kind(name: &str) -> Option<PassageKind> {
    match name {
        "quote" | "quotation" | "displayquote" | "verse" => Some(PassageKind::Quote),
        "itemize" | "enumerate" | "description" | "compactitem" | "compactenum" => {
            Some(PassageKind::Item)
        }
        "tabular" | "tabularx" | "tabulary" | "longtable" | "array" | "tblr" => {
            Some(PassageKind::Cell)
        }
        _ => None,
    }
}

impl Reader<'_, '_> {
    /// Reads `\begin{...}`, after the command's name.
    pub(super) fn begin_environment(&mut self, len: usize) {
        let rest = self.rest();
        let Some(inner) = arguments::argument(&rest[len..], '{') else {
            self.at += len;
            return;
        };
        let written = &rest[len..][inner.clone()];
        let after = len + inner.end + 1;
        let name = written.trim_end_matches('*');
        if HIDDEN.contains(&name) || FORMULAS.contains(&name) {
            return self.hide(written, after);
        }
        let stated = self.builder.stated;
        let known = ARGUMENTS.iter().find(|(known, _)| *known == name);
        let star = usize::from(name != written);
        let count =
            known.map_or(0, |(_, count)| *count + if kind(name).is_some() { star } else { 0 });
        if name == "otherlanguage" {
            let lang = arguments::argument(&rest[after..], '{').map(|at| &rest[after..][at]);
            self.builder.stated = lang.and_then(language::of_tag).or(stated);
        }
        self.builder.end_all();
        if self.open.len() < super::MAX_DEPTH {
            self.open.push(Environment { name: name.to_owned(), start: self.at, stated });
        }
        self.at += after + arguments::all(&rest[after..], count);
    }

    /// Leaves out an environment up to its end; the rest of the draft, if it has none.
    fn hide(&mut self, name: &str, after: usize) {
        let rest = self.rest();
        let close = format!("\\end{{{name}}}");
        let len = rest[after..].find(&close).map_or(rest.len(), |end| after + end + close.len());
        if self.builder.depth() > 0 {
            self.builder.leave_out(self.at..self.at + len);
        }
        self.at += len;
    }

    /// Reads `\end{...}`, after the command's name.
    pub(super) fn end_environment(&mut self, len: usize) {
        let rest = self.rest();
        let Some(inner) = arguments::argument(&rest[len..], '{') else {
            self.at += len;
            return;
        };
        let name = rest[len..][inner.clone()].trim_end_matches('*');
        self.at += len + inner.end + 1;
        self.builder.end_all();
        let Some(at) = self.open.iter().rposition(|one| one.name == name) else { return };
        while self.open.len() > at {
            let Some(environment) = self.open.pop() else { return };
            if environment.is_table() || environment.name == "table" {
                self.builder.tables.push(environment.start..self.at);
            }
            self.builder.stated = environment.stated;
        }
    }
}
