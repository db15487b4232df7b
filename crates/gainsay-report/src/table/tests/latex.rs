//! A strict reader of the LaTeX that tables are made of: every command that it does
//! not know is an error, and so is every active character.

use super::page::{BREAK, LOWERED, Page, RAISED};

const WORDS: [(&str, &str); 15] = [
    ("textbraceleft", "{"),
    ("textbraceright", "}"),
    ("textbackslash", "\\"),
    ("textasciitilde", "~"),
    ("textasciicircum", "^"),
    ("textasciigrave", "`"),
    ("textless", "<"),
    ("textgreater", ">"),
    ("textbar", "|"),
    ("textquotedbl", "\""),
    ("textminus", "\u{2212}"),
    ("textpm", "±"),
    ("texttimes", "×"),
    ("leq", "≤"),
    ("geq", "≥"),
];

/// Reads a table in LaTeX.
pub(super) fn read(latex: &str) -> Page {
    let mut page = Page::default();
    let mut lines = latex.lines();
    assert!(lines.next().expect("a comment").starts_with("% gainsay:table "));
    assert!(lines.next().expect("a comment").starts_with("% \\usepackage{"));
    for line in lines {
        if let Some(caption) = line.strip_prefix("\\caption") {
            page.caption = text(caption);
        } else if let Some(item) = line.strip_prefix("\\item[") {
            let (label, item) = item.split_once("] ").expect("a label");
            page.below.push(format!("{} {}", text(label), text(item)));
        } else if let Some(row) = line.strip_suffix(" \\\\") {
            let cells = cells(row);
            match page.headings.is_empty() {
                true => page.headings = cells,
                false => page.rows.push(cells),
            }
        } else {
            assert!(is_frame(line), "{line:?} in {latex}");
        }
    }
    page.plain()
}

fn is_frame(line: &str) -> bool {
    let frames = [
        "",
        "\\begin{table}",
        "\\footnotesize",
        "\\toprule",
        "\\midrule",
        "\\bottomrule",
        "\\end{tabular}",
        "\\begin{itemize}",
        "\\end{itemize}",
        "\\end{table}",
    ];
    frames.contains(&line)
        || line.starts_with("\\label{tbl-")
        || line.starts_with("\\begin{tabular}{@{}>")
        || line.starts_with("\\medskip\\noindent ")
}

/// Cells of a row; `\&` is a sign of the text.
fn cells(row: &str) -> Vec<String> {
    row.split(" & ").map(text).collect()
}

fn text(latex: &str) -> String {
    let mut reader = Reader { rest: latex };
    let text = reader.until_close();
    assert_eq!(reader.rest, "", "an unmatched brace in {latex}");
    text
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let one = self.rest.chars().next()?;
        self.rest = &self.rest[one.len_utf8()..];
        Some(one)
    }

    fn until_close(&mut self) -> String {
        let mut text = String::new();
        while let Some(one) = self.next() {
            match one {
                '}' => return text,
                '{' => text += &self.until_close(),
                '~' => text.push('\u{a0}'),
                '\\' => text += &self.command(),
                '$' | '#' | '^' | '_' | '&' | '%' => panic!("a bare {one} before {}", self.rest),
                '-' | ',' | '\'' if self.rest.starts_with(one) => panic!("a ligature of {one}"),
                _ => text.push(one),
            }
        }
        text
    }

    fn command(&mut self) -> String {
        let length = self.rest.chars().take_while(char::is_ascii_alphabetic).count();
        let (name, rest) = self.rest.split_at(length);
        self.rest = rest;
        match name {
            "" => match self.next().expect("a command") {
                ',' => "\u{202f}".to_owned(),
                sign @ ('$' | '&' | '#' | '_' | '%') => sign.to_string(),
                other => panic!("\\{other}"),
            },
            "small" => String::new(),
            "newline" => BREAK.to_string(),
            "ensuremath" => self.argument(),
            "textsuperscript" => format!("{RAISED}{}{LOWERED}", self.argument()),
            "cite" => format!("[@{}]", self.argument().replace(',', "][@")),
            "url" => self.verbatim(),
            _ => {
                let word = WORDS.into_iter().find(|(one, _)| *one == name);
                let (_, sign) = word.unwrap_or_else(|| panic!("\\{name}"));
                self.rest = self.rest.strip_prefix("{}").unwrap_or(self.rest);
                sign.to_owned()
            }
        }
    }

    fn argument(&mut self) -> String {
        assert_eq!(self.next(), Some('{'));
        self.until_close()
    }

    fn verbatim(&mut self) -> String {
        let (text, rest) = self.rest[1..].split_once('}').expect("a closing brace");
        let text = text.to_owned();
        self.rest = rest;
        text
    }
}
