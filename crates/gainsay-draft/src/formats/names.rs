//! Which format the name of a file, or of an editor's language, promises.

use super::Format;

/// The endings of file names that promise a format, without their dot. MDX is none: what
/// `sync` writes as comments is no comment there.
pub const ENDINGS: &[(&str, Format)] = &[
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("qmd", Format::Markdown),
    ("rmd", Format::Markdown),
    ("tex", Format::Latex),
    ("ltx", Format::Latex),
    ("latex", Format::Latex),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("typ", Format::Typst),
    ("docx", Format::Docx),
    ("txt", Format::Plain),
    ("text", Format::Plain),
];

impl Format {
    /// The format that a file name promises; plain text if none.
    pub fn of(name: &str) -> Self {
        Self::by_ending(name).map_or(Self::Plain, |(_, format)| format)
    }

    /// The ending of a file name, and the format that it promises, if it is one of
    /// [`ENDINGS`] in capitals or not.
    pub fn by_ending(name: &str) -> Option<(&'static str, Self)> {
        let (_, ending) = name.rsplit_once('.')?;
        ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).copied()
    }

    /// The format that an editor's name of a language stands for; plain text if none.
    pub fn of_language(language: &str) -> Self {
        match language {
            "quarto" | "pandoc" => Self::Markdown,
            "plaintex" => Self::Latex,
            "typst" => Self::Typst,
            // The other names are endings too.
            ending => Self::of(&format!(".{ending}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_ending_tells_the_format() {
        assert_eq!(Format::by_ending("a.tex.QMD"), Some(("qmd", Format::Markdown)));
        assert_eq!(Format::by_ending("texts.md/draft"), None);
        assert_eq!(Format::by_ending("md"), None);
        assert_eq!(Format::by_ending("a.mdx"), None);
        assert_eq!([Format::of("a.ltx"), Format::of("a.csv")], [Format::Latex, Format::Plain]);
    }

    #[test]
    fn editors_name_languages_by_endings_or_otherwise() {
        assert_eq!(Format::of_language("xhtml"), Format::Html);
        assert_eq!(Format::of_language("quarto"), Format::Markdown);
        assert_eq!(Format::of_language("plaintext"), Format::Plain);
    }
}
