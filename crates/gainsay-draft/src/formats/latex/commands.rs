//! Commands: what each is to prose.

use std::ops::Range;

use crate::{language, prose::PassageKind};

use super::super::builder::Builder;
use super::{Group, Reader, accents, arguments, environments::Environment, math};

/// Commands whose arguments are no words, and how many they have.
const HIDDEN: &[(&str, usize)] = &[
    ("addbibresource", 1),
    ("addcontentsline", 3),
    ("addtocounter", 2),
    ("addtolength", 2),
    ("author", 1),
    ("bibliography", 1),
    ("bibliographystyle", 1),
    ("captionsetup", 1),
    ("cline", 1),
    ("cmidrule", 1),
    ("colorbox", 1),
    ("color", 1),
    ("date", 1),
    ("definecolor", 3),
    ("documentclass", 1),
    ("fontsize", 2),
    ("foreignlanguage", 1),
    ("geometry", 1),
    ("graphicspath", 1),
    ("href", 1),
    ("hspace", 1),
    ("hypersetup", 1),
    ("include", 1),
    ("index", 1),
    ("input", 1),
    ("label", 1),
    ("multicolumn", 2),
    ("multirow", 2),
    ("newcommand", 2),
    ("newenvironment", 3),
    ("newtheorem", 2),
    ("pagestyle", 1),
    ("parbox", 1),
    ("phantom", 1),
    ("pgfplotsset", 1),
    ("providecommand", 2),
    ("raisebox", 1),
    ("renewcommand", 2),
    ("resizebox", 2),
    ("rule", 2),
    ("scalebox", 1),
    ("setcounter", 2),
    ("setlength", 2),
    ("sisetup", 1),
    ("textcolor", 1),
    ("thispagestyle", 1),
    ("usepackage", 1),
    ("vspace", 1),
];

/// Commands in whose place stands something that is no words, and how many arguments
/// they have.
const OBJECTS: &[(&str, usize)] = &[
    ("autoref", 1),
    ("cref", 1),
    ("Cref", 1),
    ("eqref", 1),
    ("footnotemark", 0),
    ("includegraphics", 1),
    ("lstinputlisting", 1),
    ("nameref", 1),
    ("nolinkurl", 1),
    ("numrange", 2),
    ("pageref", 1),
    ("path", 1),
    ("qtyrange", 3),
    ("ref", 1),
    ("SIrange", 3),
    ("tableofcontents", 0),
    ("url", 1),
    ("vref", 1),
];

/// Commands that stand for characters.
const SIGNS: &[(&str, &str)] = &[
    (" ", " "),
    ("#", "#"),
    ("$", "$"),
    ("%", "%"),
    ("&", "&"),
    (",", "\u{202f}"),
    (":", "\u{a0}"),
    (";", "\u{a0}"),
    (">", "\u{a0}"),
    ("AE", "Æ"),
    ("LaTeX", "LaTeX"),
    ("OE", "Œ"),
    ("TeX", "TeX"),
    ("_", "_"),
    ("aa", "å"),
    ("ae", "æ"),
    ("degres", "°"),
    ("dots", "…"),
    ("euro", "€"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("i", "ı"),
    ("ieme", "e"),
    ("ier", "er"),
    ("iere", "re"),
    ("ldots", "…"),
    ("no", "№"),
    ("nobreakspace", "\u{a0}"),
    ("o", "ø"),
    ("oe", "œ"),
    ("og", "«\u{a0}"),
    ("percent", "%"),
    ("pounds", "£"),
    ("ss", "ß"),
    ("textdegree", "°"),
    ("textemdash", "—"),
    ("textendash", "–"),
    ("texteuro", "€"),
    ("textgreater", ">"),
    ("textless", "<"),
    ("textpercent", "%"),
    ("thinspace", "\u{202f}"),
    ("times", "×"),
    ("{", "{"),
    ("}", "}"),
];

impl Reader<'_, '_> {
    /// Reads what begins with a backslash.
    pub(super) fn command(&mut self) {
        let rest = self.rest();
        let name = name(&rest[1..]);
        let len = 1 + name.len();
        if let Some((letter, accented)) = accents::read(name, &rest[len..]) {
            return self.replace(letter.encode_utf8(&mut [0; 4]), len + accented);
        }
        if name == "fg" {
            let is_apart = self.builder.text[..self.at].ends_with(|one: char| one.is_whitespace());
            return self.replace(if is_apart { "»" } else { "\u{a0}»" }, len);
        }
        let is_word = name.starts_with(|one: char| one.is_ascii_alphabetic());
        let gap = if is_word {
            rest[len..].len() - rest[len..].trim_start_matches([' ', '\t']).len()
        } else {
            0
        };
        if let Some((_, sign)) = SIGNS.iter().find(|(known, _)| *known == name) {
            self.replace(sign, len);
            self.at += gap;
            return;
        }
        let star = usize::from(is_word && rest[len..].starts_with('*'));
        let after = len + star;
        if name == "nocite" {
            return self.nocite(after);
        }
        if let Some((_, count)) = HIDDEN.iter().find(|(known, _)| *known == name) {
            self.at += after + arguments::all(&rest[after..], *count);
            return;
        }
        if let Some((_, count)) = OBJECTS.iter().find(|(known, _)| *known == name) {
            return self.leave_out(after + arguments::all(&rest[after..], *count));
        }
        if is_citation(name) {
            return self.cite(after);
        }
        self.structure(name, after);
    }

    /// Reads a command that makes passages, or one that keeps the words in its braces.
    fn structure(&mut self, name: &str, len: usize) {
        let rest = self.rest();
        match name {
            "begin" => self.begin_environment(len),
            "end" => self.end_environment(len),
            "(" | "[" => self.display(if name == "(" { "\\)" } else { "\\]" }),
            "verb" | "lstinline" | "mintinline" => self.verbatim(len),
            "item" => {
                self.builder.end_all();
                self.at += len;
            }
            "par" | "maketitle" | "bigskip" | "medskip" => {
                self.at += len;
                self.part_paragraphs(self.at..self.at);
            }
            "\\" | "tabularnewline" | "newline" | "linebreak" => self.line_break(len),
            "footnote" | "footnotetext" | "endnote" | "thanks" | "sidenote" | "marginpar" => {
                self.note(len);
            }
            "selectlanguage" => {
                let inner = arguments::argument(&rest[len..], '{').map(|at| &rest[len..][at]);
                self.builder.stated = inner.and_then(language::of_tag).or(self.builder.stated);
                self.at += len + arguments::all(&rest[len..], 1);
            }
            "iffalse" => self.at += rest.find("\\fi").map_or(rest.len(), |end| end + "\\fi".len()),
            "def" => self.at += len + rest[len..].find(['{', '\n']).unwrap_or(0),
            _ => match title(name) {
                Some(kind) => self.title(len, kind),
                None => self.at += len + kept_options(&rest[len..]),
            },
        }
    }

    /// Leaves out the next bytes; something stands in their place.
    pub(super) fn leave_out(&mut self, len: usize) {
        self.ensure();
        self.builder.leave_out(self.at..self.at + len);
        self.at += len;
    }

    /// Reads the keys of a citation, after the command's name.
    fn cite(&mut self, len: usize) {
        let rest = self.rest();
        let mut after = len + arguments::optional(&rest[len..]);
        while let Some(inner) = arguments::argument(&rest[after..], '{') {
            let start = self.at + after + inner.start;
            self.ensure();
            self.keys(start..self.at + after + inner.end, |builder, key, at| builder.key(key, at));
            after += inner.end + 1;
            let options = arguments::optional(&rest[after..]);
            // `\cites[33]{a}[44]{b}` goes on, `\cite{a} [...]` does not.
            if options == 0 || arguments::argument(&rest[after + options..], '{').is_none() {
                break;
            }
            after += options;
        }
        self.at += after;
    }

    /// Reads `\nocite{a}`, which cites nothing where it stands; `*` is no key.
    fn nocite(&mut self, len: usize) {
        let rest = self.rest();
        if let Some(inner) = arguments::argument(&rest[len..], '{') {
            let at = self.at + len + inner.start..self.at + len + inner.end;
            self.keys(at, |builder, key, span| {
                if key != "*" {
                    builder.unspoken_key(key, span);
                }
            });
        }
        self.at += len + arguments::all(&rest[len..], 1);
    }

    fn keys(&mut self, at: Range<usize>, add: impl Fn(&mut Builder<'_>, &str, Range<usize>)) {
        let mut start = at.start;
        let text = self.builder.text;
        for part in text[at].split(',') {
            let key = part.trim();
            let first = start + (part.len() - part.trim_start().len());
            if !key.is_empty() {
                add(self.builder, key, first..first + key.len());
            }
            start += part.len() + 1;
        }
    }

    fn note(&mut self, len: usize) {
        let len = len + arguments::optional(&self.rest()[len..]);
        self.at += len + self.spaces(len);
        if self.rest().starts_with('{') {
            self.builder.begin_note();
            self.open_group(Group::Note);
        }
    }

    pub(super) fn title(&mut self, len: usize, kind: PassageKind) {
        let len = len + arguments::optional(&self.rest()[len..]);
        self.at += len + self.spaces(len);
        if self.rest().starts_with('{') {
            self.builder.end_all();
            self.builder.begin(kind);
            self.open_group(Group::Passage);
        }
    }

    /// How many spaces follow after so many bytes.
    fn spaces(&self, len: usize) -> usize {
        let rest = &self.rest()[len..];
        rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }

    fn display(&mut self, close: &str) {
        match math::closing(&self.rest()[2..], close) {
            Some(len) => self.formula(2, len, 2),
            None => self.at += 2,
        }
    }

    /// Leaves out code between two equal signs, or in braces.
    fn verbatim(&mut self, len: usize) {
        let rest = self.rest();
        let len = len + arguments::optional(&rest[len..]);
        let Some(sign) = rest[len..].chars().next() else {
            self.at += len;
            return;
        };
        let close = if sign == '{' { '}' } else { sign };
        let inner = len + sign.len_utf8();
        let line = rest[inner..].split('\n').next().unwrap_or_default();
        let code = line.find(close).map_or(line.len(), |end| end + close.len_utf8());
        self.leave_out(inner + code);
    }

    fn line_break(&mut self, len: usize) {
        if self.is_in_table() {
            self.builder.end_all();
        }
        let len = len + arguments::optional(&self.rest()[len..]);
        self.builder.space(self.at..self.at + len);
        self.at += len;
    }

    /// Whether the words are those of cells.
    pub(super) fn is_in_table(&self) -> bool {
        self.open.last().is_some_and(Environment::is_table)
    }
}

/// The name of the command that stands after a backslash: letters, or one character.
fn name(text: &str) -> &str {
    let letters = text.find(|one: char| !one.is_ascii_alphabetic()).unwrap_or(text.len());
    let one = text.chars().next().map_or(0, char::len_utf8);
    &text[..letters.max(one)]
}

/// Whether a text starts with a citation, which is left out with the space before it.
pub(super) fn is_citation_at(text: &str) -> bool {
    text.strip_prefix('\\').is_some_and(|rest| is_citation(name(rest)))
}

fn is_citation(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_natbib = name.starts_with("cite") && name != "citestyle";
    is_natbib || name.ends_with("cite") || name.ends_with("cites")
}

/// The kind of passage that a command makes of its argument.
fn title(name: &str) -> Option<PassageKind> {
    match name {
        "title" | "part" | "chapter" => Some(PassageKind::Heading(1)),
        "section" => Some(PassageKind::Heading(2)),
        "subsection" => Some(PassageKind::Heading(3)),
        "subsubsection" => Some(PassageKind::Heading(4)),
        "paragraph" => Some(PassageKind::Heading(5)),
        "subparagraph" => Some(PassageKind::Heading(6)),
        "caption" | "captionof" => Some(PassageKind::Caption),
        _ => None,
    }
}

/// How long the options of an unknown command are: brackets that touch it.
fn kept_options(text: &str) -> usize {
    if text.starts_with('[') { arguments::optional(text) } else { 0 }
}
